"""What a paper says only by a mark: texts and names that are missing in one of its languages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from planner.documents.content import Cell, Content, Line, Style
from planner.language.paper_words import missing
from planner.rules.text import Language


class Gap(NamedTuple):
    """A missing wording: where it stands, its language, and the words that stand in another language instead.

    Where: "title", "under" (the title), or the id of a "block" or a "row".
    """

    where: str
    id: int
    language: Language
    words: str


def gaps(content: Content) -> Iterator[Gap]:
    """Yield every mark of a missing wording on a paper, in reading order."""
    marks = _marks(content)
    yield from _of_cells("title", 0, content.title, content.languages, marks)
    for block in content.blocks:
        yield from _of_cells("block", block.id, block.heading, content.languages, marks)
        for row in block.rows:
            yield from _of_cells("row", row.id, row.cells, content.languages, marks)


def _of_cells(
    where: str, thing_id: int, cells: Sequence[Cell], languages: Sequence[Language], marks: Sequence[str]
) -> Iterator[Gap]:
    for cell, language, mark in zip(cells, languages, marks, strict=False):
        for place, line in enumerate(cell):
            if _holds(line, mark):
                here = "under" if where == "title" and place else where
                yield Gap(here, thing_id, language, _counterpart(cells, cell, place, marks))


def _counterpart(cells: Sequence[Cell], cell: Cell, place: int, marks: Sequence[str]) -> str:
    """Return what stands at the same place in another language, else the first words of the row."""
    same = [other[there] for other in cells if other is not cell and (there := _same_place(cell, other, place)) >= 0]
    first = [line for other in cells for line in other]
    said = (line.text for line in (*same, *first) if _is_said(line, marks))
    return next(said, "")


def _same_place(cell: Cell, other: Cell, place: int) -> int:
    """Return the line of another language that says the same; -1 for none.

    Parts joined into one line ("venue, room") may have some wordings and not others: then a mark follows the
    line, and all below it stands one line lower than in the other language.
    """
    there = 0
    for at in range(place):
        extra = cell[at].style is Style.MISSING and len(cell) - at > len(other) - there
        there += not extra
    if cell[place].style is Style.MISSING and len(cell) - place > len(other) - there:
        there -= 1
    return there if there < len(other) else -1


def _is_said(line: Line, marks: Sequence[str]) -> bool:
    return line.style is not Style.MISSING and not any(_holds(line, mark) for mark in marks)


def _marks(content: Content) -> tuple[str, ...]:
    return tuple(missing(language) for language in content.languages)


def _holds(line: Line, mark: str) -> bool:
    """Tell whether a line is the mark or holds it; setting may have made its spaces firm."""
    return mark[0] in line.text and mark in line.text.replace("\u00a0", " ")


def unnamed(content: Content) -> int:
    """Count the rows whose person is still to be named."""
    marks = _marks(content)
    return sum(
        any(line.style is Style.MISSING and line.text not in marks for line in cell)
        for block in content.blocks
        for row in block.rows
        for cell in row.cells[:1]
    )
