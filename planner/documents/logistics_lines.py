"""The lines of the papers of travel, rooms, cars, presents and meals for comparing: a row per id, in its own words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from planner.documents import (
    airport_sign,
    arrivals,
    badges,
    contact_sheet,
    gift_list,
    menu_card,
    motorcade,
    pass_list,
    questionnaire,
    rooming,
)
from planner.documents.content import Block, Cell, Content, Line, Style
from planner.documents.logistics_data import (
    ArrivalsData,
    BadgesData,
    ContactsData,
    GiftsData,
    LogisticsData,
    MenuData,
    MotorcadeData,
    PassListData,
    QuestionnaireData,
    RoomingData,
    SignsData,
)
from planner.documents.named import BETWEEN
from planner.errors import NotPossible
from planner.rules.paper_changes import Kind, PaperLine, Words
from planner.rules.text import Language

_COMPOSE: Mapping[type, Callable[..., Content]] = {
    ArrivalsData: arrivals.compose, RoomingData: rooming.compose, GiftsData: gift_list.compose,
    MotorcadeData: motorcade.compose, BadgesData: badges.compose, PassListData: pass_list.compose,
    SignsData: airport_sign.compose, MenuData: menu_card.compose, ContactsData: contact_sheet.compose,
    QuestionnaireData: questionnaire.compose,
}  # fmt: skip
_IN_EDITIONS = frozenset({ArrivalsData})
_HEADINGS = {ArrivalsData: Kind.MOVED, MotorcadeData: Kind.MOVED, RoomingData: Kind.PLACE, MenuData: Kind.PLACE}
"""What the heading of a block says of each of its rows: when the journey is, in which hotel the room."""


def logistics_lines(data: LogisticsData, languages: tuple[Language, ...], edition: str) -> tuple[PaperLine, ...]:
    """Return the title and a line for each row."""
    kind = type(data)
    values: dict[str, Any] = {"edition": edition} if kind in _IN_EDITIONS else {}
    try:
        content = _COMPOSE[kind](data, languages=languages, **values)
    except NotPossible:
        return ()  # nothing stands on it
    count = len(content.languages)
    title: Words = tuple(cell[0].text for cell in content.title)
    facts = {Kind.WORDING: title, Kind.NOTE: tuple(_joined(cell[1:]) for cell in content.title)}
    nothing: Words = ("",) * count
    lines = [PaperLine(data.event.id, 0, (0,), nothing, title, facts, stands_alone=False)]
    for at, block in enumerate(content.blocks, 1):
        lines += _rows(block, at, _HEADINGS.get(kind), count)
    return tuple(lines)


def _rows(block: Block, at: int, heading_says: Kind | None, count: int) -> Iterable[PaperLine]:
    nothing: Words = ("",) * count
    heading: Words = tuple(_said(cell, heading_says) for cell in block.heading) or nothing
    shared = tuple(tuple(line for line in cell if line.style is Style.NOTE) for cell in block.heading) or ((),) * count
    for place, row in enumerate(block.rows, 1):
        first: Words = tuple(cell[0].text if cell else "" for cell in row.cells)
        after = " ".join(line.text for cell in row.trail for line in cell)
        rest: Words = tuple(
            ", ".join(filter(None, (_facts((*cell[1:], *over)), after)))
            for cell, over in zip(row.cells, shared, strict=True)
        )
        facts = {Kind.PERSON: first, Kind.NOTE: rest}
        if heading_says is not None:
            facts[heading_says] = heading
        yield PaperLine(row.id, block.id, (at, place), heading, first, facts, heading)


def _said(heading: Cell, says: Kind | None) -> str:
    """Return what a heading says of each of its rows: when, or its first line alone where it says where."""
    return _joined(heading[:1] if says is Kind.PLACE else [line for line in heading if line.style is not Style.NOTE])


def _facts(lines: Iterable[Line]) -> str:
    """Return the facts of a row in an order of their own: one that all rows share stands once, in their heading."""
    return ", ".join(sorted(fact for line in lines for fact in line.text.split(BETWEEN)))


def _joined(lines: Iterable[Line]) -> str:
    return ", ".join(line.text for line in lines)
