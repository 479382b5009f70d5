"""Writing and checking printed texts: one way for every text of the office."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from planner.errors import BadInput
from planner.model.agenda import Item, Track
from planner.model.base import Base
from planner.model.calendar import OfficeDay
from planner.model.events import Event, Greeting, Topic
from planner.model.follow_up import Commitment, Record, Statement
from planner.model.logistics import Dish, Gift, Journey
from planner.model.organisations import Agreement, OrganisationName
from planner.model.papers import PaperHeading
from planner.model.participation import Delegation, Participation
from planner.model.people import Person, Post
from planner.model.phrases import Phrase
from planner.model.pictures import Picture
from planner.model.preparation import Signing
from planner.model.seating import SeatingPlan, SeatingTable
from planner.model.venues import Room, Venue
from planner.operations.registry import Work, operation
from planner.rules.text import Language, Source, Text

TEXTS: dict[str, tuple[type[Base], tuple[str, ...]]] = {
    "event": (Event, ("title", "short_title", "place")),
    "topic": (Topic, ("title",)),
    "greeting": (Greeting, ("words",)),
    "office_day": (OfficeDay, ("title",)),
    "item": (Item, ("title", "note")),
    "track": (Track, ("title",)),
    "delegation": (Delegation, ("heading", "name")),
    "participation": (Participation, ("post_title",)),
    "person": (Person, ("degree",)),
    "post": (Post, ("title",)),
    "organisation_name": (OrganisationName, ("name", "short")),
    "agreement": (Agreement, ("title",)),
    "venue": (Venue, ("name", "address")),
    "room": (Room, ("name",)),
    "seating_plan": (SeatingPlan, ("title",)),
    "seating_table": (SeatingTable, ("name",)),
    "gift": (Gift, ("title", "card")),
    "journey": (Journey, ("sign",)),
    "dish": (Dish, ("course", "title")),
    "picture": (Picture, ("caption",)),
    "record": (Record, ("words",)),
    "commitment": (Commitment, ("words",)),
    "statement": (Statement, ("words",)),
    "signing": (Signing, ("title",)),
    "paper_heading": (PaperHeading, ("title", "subtitle")),
    "phrase": (Phrase, ("words",)),
}
"""Every printed text, by table and field."""


@operation("Write “{words}”")
def write_text(
    work: Work, table: str, row_id: int, field: str, *, language: Language, words: str, source: str = "typed"
) -> None:
    """Write one wording of one text; empty words make it missing."""
    row, old = text_of(work, table, row_id, field)
    new = old.with_wording(language, words, Source(source))
    if new != old:
        setattr(row, field, new)
    work.values["words"] = words[:80] or old.get(language)[:80]


@operation("Check “{words}”")
def check_text(work: Work, table: str, row_id: int, field: str, *, language: Language) -> None:
    """Mark one wording as checked by this author against all the others. Raise BadInput if it is missing."""
    row, old = text_of(work, table, row_id, field)
    if not old.get(language):
        raise BadInput("There is nothing to check yet: the text is missing in this language.")
    setattr(row, field, old.checked(language, work.author))
    work.values["words"] = old.get(language)[:80]


@operation("Write and check “{words}”")
def write_checked_text(
    work: Work, table: str, row_id: int, field: str, *, language: Language, words: str, source: str = "typed"
) -> None:
    """Write one wording and mark it as checked, as one step. Raise BadInput for empty words."""
    write_text(work, table, row_id, field, language=language, words=words, source=source)  # sink-ok: ours, no file
    check_text(work, table, row_id, field, language=language)


@operation("Check {count} texts")
def check_texts(work: Work, texts: Sequence[tuple[str, int, str, Language]]) -> None:
    """Mark wordings, each by table, row, field and language, as checked; those that are missing are passed over."""
    count = 0
    for table, row_id, field, language in texts:
        row, old = text_of(work, table, row_id, field)
        if old.get(language):
            setattr(row, field, old.checked(language, work.author))
            count += 1
    work.values["count"] = count


def text_of(work: Work, table: str, row_id: int, field: str) -> tuple[Any, Text]:
    """Return the row a text stands in, and the text. Raise BadInput for one that is not among `TEXTS`."""
    model, fields = TEXTS.get(table, (None, ()))
    if model is None or field not in fields:
        raise BadInput("There is no text {table}.{field}.", table=table, field=field)
    row = work.get(model, row_id)
    return row, getattr(row, field)
