"""Data of papers as the reference visit has them (handbook 0 and the design pictures)."""

from __future__ import annotations

from datetime import date
from itertools import count

from planner.documents.content import Cell, Line, Style
from planner.documents.data import (
    DelegationData,
    EventData,
    HeadingData,
    ItemData,
    PartData,
    ParticipantData,
    PlaceData,
)
from planner.documents.person_data import NameData, PersonData
from planner.rules.kinds import Capacity, EventKind, NameOrder, Role, Side
from planner.rules.text import EMPTY, Text, text

TUESDAY, WEDNESDAY = date(2024, 5, 14), date(2024, 5, 15)
KRASNOYARSK, BISHKEK = "Asia/Krasnoyarsk", "Asia/Bishkek"
_ids = count(1)


def event(**changes) -> EventData:
    """The visit of May 2024, Russian hosts, guests who read English and Kyrgyz."""
    visit = EventData(
        id=1,
        kind=EventKind.VISIT,
        title=text(ru="Визит делегации мэрии города Джалал-Абада", en="Visit of the Jalal-Abad delegation"),
        place=text(ru="Красноярск", en="Krasnoyarsk"),
        from_day=date(2024, 5, 14),
        to_day=date(2024, 5, 16),
        host_zone=KRASNOYARSK,
        guest_zone=BISHKEK,
        languages=("ru", "en"),
        host_languages=("ru",),
        guest_languages=("ky", "en"),
        office=text(ru="Управление международных связей", en="International Relations Department"),
        changed_at="2024-04-09T10:40:00+00:00",
    )
    return visit._replace(**changes)


def heading(**wordings: str) -> HeadingData:
    """An authored title."""
    return HeadingData(text(**wordings))


def item(title: Text, start: int | None, end: int | None = None, *, day: date | None = TUESDAY, **more) -> ItemData:
    """An item of the programme in the hosts' zone unless told otherwise."""
    more.setdefault("id", next(_ids))
    more.setdefault("zone", KRASNOYARSK)
    more.setdefault("end_day", day)
    return ItemData(day=day, start=start, end=end, title=title, **more)


def person(ru: str = "", en: str = "", position: Text = EMPTY, **more) -> PersonData:
    """A person named "Surname Given" in the languages given."""
    names = {}
    if ru:
        names["ru"] = NameData(*ru.split(" "))
    if en:
        names["en"] = NameData(*en.split(" "), order=NameOrder.GIVEN_FIRST)
    return PersonData(names, position, **more)


def member(capacity: Capacity, somebody: PersonData | None, position: Text = EMPTY, **more) -> ParticipantData:
    """A line of a list."""
    return ParticipantData(next(_ids), capacity, somebody, position, **more)


def delegation(side: Side, *members: ParticipantData, **more) -> DelegationData:
    """A block of a list."""
    more.setdefault("heading", EMPTY)
    more.setdefault("organisation", EMPTY)
    return DelegationData(id=next(_ids), side=side, members=members, **more)


def takes(role: Role, somebody: PersonData | None = None, **more) -> PartData:
    """Somebody's part in an item."""
    return PartData(role, somebody, **more)


def place(**venue: str) -> PlaceData:
    """A place of a venue alone."""
    return PlaceData(venue=text(**venue))


def cell(*lines: tuple[str, Style] | str) -> Cell:
    """A cell of lines, plain ones being body text; "~" stands for a space that never breaks."""
    pairs = [(line, Style.BODY) if isinstance(line, str) else line for line in lines]
    return tuple(Line(words.replace("~", "\u00a0"), style) for words, style in pairs)


def cells_of(content) -> list[tuple[Cell, ...]]:
    """The cells of all rows of a paper."""
    return [row.cells for block in content.blocks for row in block.rows]


def leads_of(content) -> list[Cell]:
    """The lead cells of all rows of a paper."""
    return [row.lead for block in content.blocks for row in block.rows]


def headings_of(content) -> list[list[str]]:
    """The first line of each block's heading in each language."""
    return [[each[0].text for each in block.heading] for block in content.blocks]
