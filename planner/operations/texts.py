"""Writing and checking printed texts: one way for every text of the office."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import Any

from planner.errors import BadInput
from planner.model.base import Base
from planner.operations.registry import Work, operation
from planner.rules.text import Language, Source, Text

TEXTS: dict[str, tuple[str, tuple[str, ...]]] = {
    "event": ("events", ("title", "short_title", "place")),
    "topic": ("events", ("title",)),
    "greeting": ("events", ("words",)),
    "office_day": ("calendar", ("title",)),
    "item": ("agenda", ("title", "note")),
    "track": ("agenda", ("title",)),
    "delegation": ("participation", ("heading", "name")),
    "participation": ("participation", ("post_title",)),
    "person": ("people", ("degree",)),
    "post": ("people", ("title",)),
    "organisation_name": ("organisations", ("name", "short")),
    "agreement": ("organisations", ("title",)),
    "venue": ("venues", ("name", "address")),
    "room": ("venues", ("name",)),
    "seating_plan": ("seating", ("title",)),
    "seating_table": ("seating", ("name",)),
    "gift": ("logistics", ("title", "card")),
    "journey": ("logistics", ("sign",)),
    "dish": ("logistics", ("course", "title")),
    "picture": ("pictures", ("caption",)),
    "record": ("follow_up", ("words",)),
    "commitment": ("follow_up", ("words",)),
    "statement": ("follow_up", ("words",)),
    "signing": ("preparation", ("title",)),
    "paper_heading": ("papers", ("title", "subtitle")),
    "phrase": ("phrases", ("words",)),
}
"""Every printed text, by table and field, with the file of `planner.model` its table is in: imported when a text
of it is written, for an hour's work touches few of them.
"""


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
    file, fields = TEXTS.get(table, ("", ()))
    if field not in fields:
        raise BadInput("There is no text {table}.{field}.", table=table, field=field)
    import_module(f"planner.model.{file}")
    (model,) = (mapper.class_ for mapper in Base.registry.mappers if mapper.class_.__tablename__ == table)
    row = work.get(model, row_id)
    return row, getattr(row, field)
