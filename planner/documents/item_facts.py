"""What an item says beside title, place and people: how it is interpreted or given, what one wears, which cars go."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from planner.documents.content import Line, Style
from planner.documents.data import ItemData, PlaceData
from planner.documents.named import facts_line
from planner.documents.wording import Wordings
from planner.rules.text import EMPTY

INTERPRETATION = frozenset({"consecutive", "simultaneous", "whispered"})
DRESS = {"business": "dress_business", "dark-suit": "dress_dark_suit", "black-tie": "dress_black_tie",
         "national": "dress_national", "smart-casual": "dress_smart_casual", "outdoor": "dress_outdoor"}  # fmt: skip
"""The paper's own words for a code of dress (handbook 5.5)."""
FORMS = {"in-person": "form_in_person", "online": "form_online"}
"""The paper's own words for how a talk is given."""


def dress(code: str, wordings: Wordings, style: Style = Style.NOTE) -> Iterator[Line]:
    """Yield "Dress: dark suit", nothing where no code was chosen."""
    if code in DRESS:
        yield wordings.plain(wordings.word("dress", dress=wordings.word(DRESS[code])), style)


def interpretation(mode: str, wordings: Wordings, style: Style = Style.NOTE) -> Iterator[Line]:
    """Yield "Interpretation: consecutive", nothing where it is not known."""
    if mode in INTERPRETATION:
        yield wordings.plain(wordings.word("interpretation", mode=wordings.word(f"interpretation_{mode}")), style)


def vehicles(item: ItemData, wordings: Wordings) -> Iterator[Line]:
    """Yield "Vehicles: Toyota Camry, A 001 AA 00; …" in the order of the motorcade."""
    if item.vehicles:
        yield wordings.plain(f"{wordings.word('vehicles')}: {'; '.join(item.vehicles)}", Style.NOTE)


def addressed_once(places: Iterable[PlaceData]) -> Iterator[PlaceData]:
    """Leave the address of a venue at its first place alone: who has been there once knows it."""
    known: set[tuple[str, str]] = set()
    for place in places:
        key = (place.venue.first(), place.address.first())
        yield place if key not in known else place._replace(address=EMPTY)
        known.add(key)


def hall(item: ItemData, wordings: Wordings) -> str:
    """Return "seats: 60" of the room an item is in, "" where that is not known (handbook 2.3)."""
    return wordings.word("hall_seats", number=item.place.seats) if item.place.seats else ""


def talk_facts(talk: ItemData, wordings: Wordings) -> Iterator[Line]:
    """Yield "online · slides" of a talk, nothing where neither was said (handbook 2.3)."""
    form = wordings.word(FORMS[talk.form]) if talk.form in FORMS else ""
    yield from facts_line((form, wordings.word("slides") if talk.slides else ""), wordings)
