"""Rooming list: hotel by hotel, names as the hotel must enter them (handbook 2.15). For office and hotel."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from itertools import groupby

from planner.documents import frame
from planner.documents.content import Block, Cell, Content, LeadWidth, Line, Row, Style, Tone
from planner.documents.logistics_data import LodgingData, RoomingData
from planner.documents.named import BETWEEN, facts_line, name_line, plainly, said, short_name
from planner.documents.wording import Wordings, for_languages
from planner.errors import NotPossible
from planner.language.dates import format_range
from planner.language.languages import find
from planner.rules.kinds import Side
from planner.rules.text import Language

ROOM_TYPES = ("suite", "junior-suite", "single", "double", "twin")
"""Kinds of room that a paper has a word for, the highest first."""


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
    for _hotel, group in groupby(data.rooms, key=lambda one: one.hotel_id):
        rooms = list(group)
        heading = tuple(_heading(rooms, each) for each in wordings)
        rows = tuple(
            Row(one.id, (Line(str(number + place), Style.NUMBER),), tuple(_cell(one, each) for each in wordings),
                changed=one.id in changed)
            for place, one in enumerate(rooms, 1)
        )  # fmt: skip
        number += len(rooms)
        blocks.append(Block(rooms[0].hotel_id or -rooms[0].id, heading, rows, Tone.DAY))
    titles = [
        frame.title(data.event, data.heading, each, paper="rooming",
                    subtitles=lambda one: [frame.days_of(data.event, one.language)])
        for each in wordings
    ]  # fmt: skip
    return frame.paper(data.event, wordings, titles, blocks, lead=LeadWidth.NUMBER, working=True)


def _heading(rooms: Sequence[LodgingData], wordings: Wordings) -> Cell:
    hotel = rooms[0].hotel
    name = said(hotel, wordings) if hotel else wordings.word("hotel_not_set")
    counts = Counter(one.room_type for one in rooms if not _is_second(one, rooms))
    kinds = sorted(counts, key=lambda kind: ROOM_TYPES.index(kind) if kind in ROOM_TYPES else len(ROOM_TYPES))
    total = (f"{_room(kind, wordings)}\u00a0— {counts[kind]}" for kind in kinds)
    return (Line(name, Style.HEADING), *facts_line(total, wordings))


def _is_second(one: LodgingData, rooms: Sequence[LodgingData]) -> bool:
    """Tell whether somebody earlier in the list has this room already."""
    earlier = rooms[: rooms.index(one)]
    return any(other.shares_with is not None and other.shares_with.id == one.who.id for other in earlier) or any(
        one.shares_with is not None and one.shares_with.id == other.who.id for other in earlier
    )


def _room(kind: str, wordings: Wordings) -> str:
    return wordings.word(f"room_{kind.replace('-', '_')}") if kind in ROOM_TYPES else kind


def _cell(one: LodgingData, wordings: Wordings) -> Cell:
    word = wordings.word
    number = f"{find(wordings.language).number_sign}{one.room_number}" if one.room_number else ""
    lines = [name_line(one.who, wordings)]
    if one.passport:
        lines.append(wordings.plain(word("in_passport", name=one.passport), Style.NOTE))
    room = " ".join(filter(None, (_room(one.room_type, wordings), number)))
    lines += facts_line([room, _stay(one, wordings)], wordings)
    lines += facts_line(
        [
            word("early_arrival") if one.early else "",
            word("late_departure") if one.late else "",
            word("breakfast" if one.breakfast else "no_breakfast"),
            word("shares_with", people=short_name(one.shares_with, wordings)) if one.shares_with else "",
            word("payer", name=plainly(one.payer, wordings)) if one.payer else "",
            one.note,
        ],
        wordings,
    )
    return tuple(lines)


def _stay(one: LodgingData, wordings: Wordings) -> str:
    if one.from_day is None or one.to_day is None:
        return ""
    days = format_range(one.from_day, one.to_day, wordings.language, form="bare")
    nights = (one.to_day - one.from_day).days
    return f"{days}{BETWEEN}{wordings.word('nights', count=nights)}"
