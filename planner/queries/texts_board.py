"""The board of an event's texts: every wording with its state and where it stands, in the order of the papers."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from sqlalchemy import Connection

from planner.documents.person_data import NameData
from planner.queries.agenda import ItemRow, programme
from planner.queries.delegations import delegations
from planner.queries.events import event_page, headings
from planner.queries.texts import TextRow, gaps_among, more_texts, texts_among
from planner.rules.text import EMPTY, Language, Source, State, Text


class Place(StrEnum):
    """Where a text stands."""

    EVENT = "event"
    PAPERS = "papers"
    PROGRAMME = "programme"
    PLACES = "places"
    PEOPLE = "people"
    SEATING = "seating"


class Need(StrEnum):
    """What a wording needs: to be written, compared with its changed source, read after a machine, checked, nothing."""

    MISSING = "missing"
    STALE = "stale"
    MACHINE = "machine"
    DRAFT = "draft"
    NOTHING = "nothing"


class BoardText(NamedTuple):
    """A text of the event. `of` is the item it stands at; `names` are of the person whose post it is."""

    row: TextRow
    place: Place
    day: date | None = None
    start: int | None = None
    of: Text = EMPTY
    names: dict[Language, NameData] | None = None
    paper: str = ""

    @property
    def key(self) -> tuple[str, int, str]:
        """Table, row and field."""
        return self.row[:3]

    def need(self, language: Language) -> Need:
        """Tell what the wording in a language needs."""
        return need_of(self.row.text, language)


class Board(NamedTuple):
    """All texts of an event in order, its languages, and how many names of people are missing in each."""

    event_id: int
    languages: tuple[Language, ...]
    texts: tuple[BoardText, ...]
    names_missing: dict[Language, int]


_PLACES = {
    "event": Place.EVENT, "topic": Place.EVENT, "greeting": Place.EVENT, "picture": Place.EVENT,
    "paper_heading": Place.PAPERS, "item": Place.PROGRAMME, "track": Place.PROGRAMME, "venue": Place.PLACES,
    "room": Place.PLACES, "seating_plan": Place.SEATING, "seating_table": Place.SEATING,
}  # fmt: skip
_ORDER = list(Place)


def texts_board(db: Connection, event_id: int) -> Board:
    """Return the board of an event; raise NotFound in words."""
    page, plan, rows = event_page(db, event_id), programme(db, event_id), delegations(db, event_id)
    papers = headings(db, event_id)
    found = (*texts_among(page, papers, plan, rows), *more_texts(db, page, rows))
    items = {item.id: item for item in plan.items}
    order = {item.id: place for place, item in enumerate(plan.items)}
    names = {member.id: member.names for delegation in rows for member in delegation.members}
    paper_of = {heading.id: heading.paper for heading in papers.values()}
    texts = [_placed(row, items, names, paper_of) for row in found]
    texts.sort(key=lambda one: (_ORDER.index(one.place), order.get(one.row.item_id or 0, -1)))
    gaps = gaps_among(page.languages, rows)
    missing = {tag: sum(gap.language == tag for gap in gaps) for tag in page.languages}
    return Board(page.id, page.languages, tuple(texts), missing)


def need_of(text: Text, language: Language) -> Need:
    """Tell what a wording needs."""
    state = text.state(language)
    if state is State.DRAFT:
        return Need.MACHINE if text.wordings[language].source is Source.MACHINE else Need.DRAFT
    return {State.MISSING: Need.MISSING, State.STALE: Need.STALE}.get(state, Need.NOTHING)


def _placed(
    row: TextRow, items: dict[int, ItemRow], names: dict[int, dict[Language, NameData]], papers: dict[int, str]
) -> BoardText:
    place = _PLACES.get(row.table, Place.PEOPLE)
    item = items.get(row.item_id or 0)
    if item is not None:
        return BoardText(row, place, item.day, item.start, item.title)
    if row.table == "paper_heading":
        return BoardText(row, place, paper=papers.get(row.row_id, ""))
    return BoardText(row, place, names=names.get(row.participation_id or 0))
