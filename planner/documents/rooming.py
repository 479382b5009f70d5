"""Rooming list: hotel by hotel, names as the hotel must enter them (handbook 2.15). For office and hotel."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from itertools import groupby

from planner.documents import frame
from planner.documents.content import Block, Cell, Content, LeadWidth, Line, Row, Style, Tone
from planner.documents.logistics_data import LodgingData, RoomingData
from planner.documents.named import BETWEEN, facts_line, name_line, plainly, said, shared, short_name
from planner.documents.typed_once import Once, once
from planner.documents.wording import Wordings, for_languages
from planner.errors import NotPossible
from planner.language.dates import format_range
from planner.language.languages import find
from planner.rules.kinds import Side
from planner.rules.text import Language

ROOM_TYPES = ("suite", "junior-suite", "single", "double", "twin")
"""Kinds of room that a paper has a word for, the highest first."""

BEDS = ("double", "twin")
"""Beds that a paper has a word for."""

_ROOM = 420


def compose(
    data: RoomingData,
    *,
    languages: tuple[Language, ...],
    copy_for: Side | None = None,
    changed: Collection[int] = frozenset(),
) -> Content:
    """Compose a rooming list; raises `NotPossible` where no room was entered."""
    wordings = for_languages(frame.in_order(data.event, languages, copy_for))
    if not data.rooms:
        raise NotPossible(
            "“{event}” has no rooms yet. Add a room for each guest first.",
            event=data.event.title.first(wordings[0].language),
        )
    blocks, number = [], 0
    for _, group in groupby(data.rooms, key=lambda one: one.hotel_id):
        rooms = list(group)
        blocks.append(_hotel_block(rooms, wordings, once(data.event, wordings), number, changed))
        number += len(rooms)
    titles = [
        frame.title(data.event, data.heading, each, paper="rooming",
                    subtitles=lambda one: [frame.days_of(data.event, one.language)])
        for each in wordings
    ]  # fmt: skip
    paper = frame.paper(data.event, wordings, titles, blocks, lead=LeadWidth.NUMBER, working=True)
    return paper._replace(trail=(_ROOM,))


def _hotel_block(
    rooms: Sequence[LodgingData], wordings: Sequence[Wordings], typed: Once, before: int, changed: Collection[int]
) -> Block:
    """Return the rooms of a hotel; what holds of all of them stands once, under its name."""
    facts = [[_facts(one, each, typed) for one in rooms] for each in wordings]
    common = [shared(column) for column in facts]
    rows = []
    for place, one in enumerate(rooms):
        cells = tuple(
            _cell(one, each, [fact for fact in column[place] if fact not in alike])
            for each, column, alike in zip(wordings, facts, common, strict=True)
        )
        lead, trail = (Line(str(before + place + 1), Style.NUMBER),), ((Line(one.room_number, Style.STRONG),),)
        rows.append(Row(one.id, lead, cells, changed=one.id in changed, trail=trail if one.room_number else ((),)))
    heading = tuple(_heading(rooms, each, alike) for each, alike in zip(wordings, common, strict=True))
    sign = (Line(find(wordings[0].language).number_sign.strip(), Style.HEADING),)
    return Block(rooms[0].hotel_id or -rooms[0].id, heading, tuple(rows), Tone.DAY, trail=(sign,))


def _heading(rooms: Sequence[LodgingData], wordings: Wordings, common: Sequence[str]) -> Cell:
    hotel = rooms[0].hotel
    name = said(hotel, wordings) if hotel else wordings.word("hotel_not_set")
    counts = Counter(one.room_type for one in rooms if not _is_second(one, rooms))
    kinds = sorted(counts, key=lambda kind: ROOM_TYPES.index(kind) if kind in ROOM_TYPES else len(ROOM_TYPES))
    total = (f"{_room(kind, wordings)}\u00a0— {counts[kind]}" for kind in kinds)
    return (Line(name, Style.HEADING), *facts_line(total, wordings, Style.BODY), *facts_line(common, wordings))


def _is_second(one: LodgingData, rooms: Sequence[LodgingData]) -> bool:
    """Tell whether somebody earlier in the list has this room already."""
    earlier = rooms[: rooms.index(one)]
    return any(other.shares_with is not None and other.shares_with.id == one.who.id for other in earlier) or any(
        one.shares_with is not None and one.shares_with.id == other.who.id for other in earlier
    )


def _room(kind: str, wordings: Wordings) -> str:
    return wordings.word(f"room_{kind.replace('-', '_')}") if kind in ROOM_TYPES else kind


def _cell(one: LodgingData, wordings: Wordings, facts: Sequence[str]) -> Cell:
    lines = [name_line(one.who, wordings)]
    if one.passport:
        lines.append(wordings.plain(wordings.word("in_passport", name=one.passport), Style.NOTE))
    return (*lines, *facts_line(facts, wordings))


def _facts(one: LodgingData, wordings: Wordings, typed: Once) -> list[str]:
    word = wordings.word
    return [
        _room(one.room_type, wordings),
        word(f"bed_{one.bed}") if one.bed in BEDS and one.bed != one.room_type else "",
        word("smoking_room") if one.smoking else "",
        _stay(one, wordings),
        word("early_arrival") if one.early else "",
        word("late_departure") if one.late else "",
        word("shares_with", people=short_name(one.shares_with, wordings)) if one.shares_with else "",
        word("breakfast" if one.breakfast else "no_breakfast"),
        word("payer", name=plainly(one.payer, wordings)) if one.payer else "",
        typed.said(one.note, wordings),
    ]


def _stay(one: LodgingData, wordings: Wordings) -> str:
    if one.from_day is None or one.to_day is None:
        return ""
    days = format_range(one.from_day, one.to_day, wordings.language, form="bare")
    nights = (one.to_day - one.from_day).days
    return f"{days}{BETWEEN}{wordings.word('nights', count=nights)}"
