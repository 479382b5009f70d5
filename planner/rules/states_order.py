"""The order of states: by the alphabet of an agreed language, from a lot, or as the Union lists them (handbook 3.1)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

EU_ORDER: Mapping[str, str] = {
    "BE": "Belgique/België", "BG": "България", "CZ": "Česko", "DK": "Danmark", "DE": "Deutschland", "EE": "Eesti",
    "IE": "Éire/Ireland", "GR": "Ελλάδα", "ES": "España", "FR": "France", "HR": "Hrvatska", "IT": "Italia",
    "CY": "Κύπρος", "LV": "Latvija", "LT": "Lietuva", "LU": "Luxembourg", "HU": "Magyarország", "MT": "Malta",
    "NL": "Nederland", "AT": "Österreich", "PL": "Polska", "PT": "Portugal", "RO": "România", "SI": "Slovenija",
    "SK": "Slovensko", "FI": "Suomi/Finland", "SE": "Sverige",
}  # fmt: skip
"""States of the Union in its protocol order: by the name in the state's own language, which no sorting can make."""


def by_alphabet(
    names: Mapping[str, str], key: Callable[[str], str] = str.casefold, *, lot: str | None = None
) -> list[str]:
    """Return the codes of states in the order of their names; `key` is the alphabet of the agreed language.

    With a lot, the state drawn comes first and the others follow round.
    """
    ordered = sorted(names, key=lambda code: (key(names[code]), code))
    return from_lot(ordered, lot)


def from_lot(ordered: Sequence[str], lot: str | None) -> list[str]:
    """Return an order begun at the one the lot fell on; without one among them as it is."""
    start = ordered.index(lot) if lot is not None and lot in ordered else 0
    return [*ordered[start:], *ordered[:start]]


def by_eu_order(codes: Iterable[str]) -> list[str]:
    """Return the codes in the Union's protocol order; states outside it follow by code."""
    places = {code: place for place, code in enumerate(EU_ORDER)}
    return sorted(codes, key=lambda code: (places.get(code, len(places)), code))
