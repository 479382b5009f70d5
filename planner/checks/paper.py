"""What keeps one paper from being issued: missing wordings, letters without a font, and grave findings on its rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sqlalchemy import Connection

from planner.checks.event import MISSING_TEXT, check_event
from planner.documents.content import Cell, Content
from planner.documents.fonts import uncovered
from planner.language.catalog import mark
from planner.language.paper_words import missing
from planner.rules.findings import Finding, Severity, Thing

NO_GLYPH = mark("No font prints “{letters}”, as in “{words}”. Write it in other letters.")


def stopping(db: Connection, content: Content, *, event_id: int, of_people: bool) -> tuple[Finding, ...]:
    """Return the findings that hold this paper back; `of_people` tells that its rows are members of delegations.

    Missing wordings are sought on the paper itself: in its own languages, and only where it prints them.
    """
    row, above = ("member", "delegation") if of_people else ("item", "item")
    held = {Thing(row, one.id) for block in content.blocks for one in block.rows}
    held |= {Thing(above, block.id) for block in content.blocks}
    grave = (
        finding
        for finding in check_event(db, event_id)
        if finding.severity is Severity.STOPS and finding.code != "W-38" and held.intersection(finding.things)
    )
    return (*_gaps(content, event_id, row, above), *_glyphs(content, event_id, row), *grave)


def _cells(content: Content, event_id: int, row: str, above: str) -> Iterator[tuple[Thing, Sequence[Cell]]]:
    """Yield what each group of cells is about, and the cells, one per language."""
    yield Thing("event", event_id), content.title
    if content.forms is not None:
        yield from ((Thing("event", event_id), cells) for cells in content.forms[:3])
    if content.portrait is not None:
        yield Thing("event", event_id), content.portrait.caption
    for block in content.blocks:
        yield Thing(above, block.id), block.heading
        for one in block.rows:
            yield Thing(row, one.id), one.cells


def _gaps(content: Content, event_id: int, row: str, above: str) -> Iterator[Finding]:
    """W-38: a wording that stands on the paper as a mark alone."""
    marks = [missing(language) for language in content.languages]
    for thing, cells in _cells(content, event_id, row, above):
        said = (line.text for cell in cells for line in cell)
        words = next((text for text in said if not any(_holds(text, each) for each in marks)), "")
        for language, each, cell in zip(content.languages, marks, cells, strict=False):
            if any(_holds(line.text, each) for line in cell):
                values = {"text": words, "language": language}
                yield Finding("W-38", Severity.STOPS, (thing,), MISSING_TEXT, values)


def _glyphs(content: Content, event_id: int, row: str) -> Iterator[Finding]:
    """W-42: letters that would be printed as their numbers."""
    for thing, cells in _cells(content, event_id, row, row):
        for text in dict.fromkeys(line.text for cell in cells for line in cell):
            if letters := uncovered(text):
                values = {"letters": "".join(letters), "words": text}
                yield Finding("W-42", Severity.STOPS, (thing,), NO_GLYPH, values)


def _holds(text: str, mark_: str) -> bool:
    """Tell whether a text is the mark or holds it; setting may have made its spaces firm."""
    return mark_[0] in text and mark_ in text.replace("\u00a0", " ")
