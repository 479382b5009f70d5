"""What is said of a present before it is given: the same twice, too dear, a taboo (W-55, handbook 2.16 and 5.5)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from planner.rules.text import Text

LIMIT = 300_000
"""Kopecks: what an official of the Russian Federation may accept (Civil Code 575); the office may set another."""
CURRENCY = "RUB"

TABOOS = {
    "CN": frozenset({"clock", "blade", "white-flowers"}), "AE": frozenset({"alcohol", "pork"}),
    "SA": frozenset({"alcohol", "pork"}), "IR": frozenset({"alcohol", "pork"}), "KW": frozenset({"alcohol", "pork"}),
    "RU": frozenset({"even-flowers"}), "KG": frozenset(), "JP": frozenset({"blade"}), "KR": frozenset({"blade"}),
}  # fmt: skip
"""Marks of presents that are not given to guests of a country; of a person only what is known is said."""


class GiftFault(StrEnum):
    """What is wrong with a present."""

    SAME_AGAIN = "same-again"
    OVER_LIMIT = "over-limit"
    TABOO = "taboo"
    ANTIQUE = "antique"


class GiftFacts(NamedTuple):
    """A present as it is judged: `value` in minor units of `currency`."""

    id: int
    title: Text
    from_us: bool
    value: int | None
    currency: str
    given_on: date | None
    marks: tuple[str, ...] = ()


class GiftFinding(NamedTuple):
    """What is wrong with one present; `other` is the earlier one it repeats, 0 otherwise; `mark` the taboo."""

    gift_id: int
    fault: GiftFault
    other: int = 0
    mark: str = ""


def judge(
    gifts: Sequence[GiftFacts], *, country: str, limit: int, currency: str, fold: Callable[[str], str]
) -> tuple[GiftFinding, ...]:
    """Return what is wrong with the presents of one person, in their order."""
    found: list[GiftFinding] = []
    earlier: dict[tuple[bool, str], int] = {}
    for gift in sorted(gifts, key=lambda one: (one.given_on or date.max, one.id)):
        names = {(gift.from_us, fold(wording.text)) for wording in gift.title.wordings.values() if wording.text.strip()}
        again = next((earlier[name] for name in sorted(names) if name in earlier), None)
        if again is not None:
            found.append(GiftFinding(gift.id, GiftFault.SAME_AGAIN, again))
        for name in names:
            earlier.setdefault(name, gift.id)
        if gift.value is not None and gift.currency == currency and gift.value > limit:
            found.append(GiftFinding(gift.id, GiftFault.OVER_LIMIT))
        if gift.from_us:
            found += [GiftFinding(gift.id, GiftFault.TABOO, mark=mark)
                      for mark in gift.marks if mark in TABOOS.get(country, frozenset())]  # fmt: skip
        if "antique" in gift.marks:
            found.append(GiftFinding(gift.id, GiftFault.ANTIQUE))
    return tuple(found)
