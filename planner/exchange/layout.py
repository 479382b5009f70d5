"""Where the table stands in a sheet: lines above the header, heading rows between the people, no header at all."""

from __future__ import annotations

from collections.abc import Sequence

from planner.exchange.full_names import is_surely_a_name
from planner.exchange.header_words import known_header
from planner.exchange.tables import RawRow, RawTable, Table, TableRow
from planner.language.catalog import mark
from planner.rules.person_record import NAME_FIELDS, PersonField, Problem

LOOKED_AT = 30
"""A header further down than this is not looked for."""

TOO_WIDE = mark("This line has {cells} cells, but the table has {headers} columns.")
ABOVE_HEADER = mark("What stands above the header was not taken as people: {text}")
HEADING = mark("This line was taken as the heading of a delegation: {text}")
NO_HEADER = mark("No header was recognised. The first line was taken as the header; choose the columns by hand.")
NO_HEADER_NEEDED = mark("There is no header; the first column was taken as names.")
NOTHING_THERE = mark("There are no rows in this table.")


def build_table(raw: RawTable, *, header: int | None = None) -> Table:
    """Make a table of raw rows; rows without any text are left out.

    `header` is the index of the header among the rows with text, -1 for none; without it the row with the most
    known headers is taken, or the first. A row with more filled cells than the header is kept whole and marked by
    a fatal problem, since nobody can tell which of its cells belongs where.
    """
    rows = [RawRow(row.line, cells, row.spans) for row in raw.rows if (cells := _trimmed(row.cells))]
    problems = list(raw.problems)
    if not rows:
        return Table((), (), (*problems, Problem(0, NOTHING_THERE)), raw.source_name)
    found = _header_index(rows) if header is None else header
    if found is None:
        found = -1 if is_surely_a_name(rows[0].cells[0]) else 0
        problems.append(Problem(0, NO_HEADER if found == 0 else NO_HEADER_NEEDED))
    if found > 0:
        text = " · ".join(" ".join(filter(None, row.cells)) for row in rows[:found])
        problems.append(Problem(rows[0].line, ABOVE_HEADER, {"text": text[:200]}))
    body = rows[found + 1 :]
    headers = rows[found].cells if found >= 0 else ()
    width = max(len(headers), *(len(row.cells) for row in body)) if found < 0 and body else len(headers)
    taken = _body(body, width, problems)
    names = tuple(headers) or _made_up_headers(width)
    return Table(names, taken, tuple(problems), raw.source_name, rows[found].line if found >= 0 else 0)


def first_row_is_a_person(raw: RawTable) -> Table:
    """Make the table again for somebody who says that it has no header."""
    return build_table(raw, header=-1)


def _trimmed(cells: Sequence[str]) -> tuple[str, ...]:
    end = len(cells)
    while end and not cells[end - 1].strip():
        end -= 1
    return tuple(cells[:end])


def _header_index(rows: Sequence[RawRow]) -> int | None:
    """Return the first row with two known headers or more, else the first whose only one names people."""
    alone: int | None = None
    for index, row in enumerate(rows[:LOOKED_AT]):
        words = [known_header(cell) for cell in row.cells if cell.strip()]
        known = {word.field for word in words if word}
        if row.spans or 2 * len(known) < min(len(words), 4):
            continue
        if len(known) > 1:
            return index
        if alone is None and known & (NAME_FIELDS | {PersonField.POSITION}):
            alone = index
    return alone


def _made_up_headers(width: int) -> tuple[str, ...]:
    """Name the columns of a table without a header in the usual order."""
    usual = ("Full name", "Position", "Organisation")
    return tuple(usual[:width]) + tuple(f"Column {number}" for number in range(4, width + 1))


def _body(rows: Sequence[RawRow], width: int, problems: list[Problem]) -> tuple[TableRow, ...]:
    broken = {problem.line for problem in problems if problem.fatal}
    taken: list[TableRow] = []
    block = ""
    for row in rows:
        filled = [cell for cell in row.cells if cell.strip()]
        if row.spans and len(filled) == 1 and width > 1:
            block = " ".join(filled[0].split())
            problems.append(Problem(row.line, HEADING, {"text": block}))
            continue
        if len(row.cells) > width and row.line not in broken:
            values = {"cells": str(len(row.cells)), "headers": str(width)}
            problems.append(Problem(row.line, TOO_WIDE, values, fatal=True))
        taken.append(TableRow(row.line, (*row.cells, *[""] * (width - len(row.cells))), block))
    return tuple(taken)
