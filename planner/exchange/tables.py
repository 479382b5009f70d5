"""A table as it stood in a file or on the clipboard: text in cells, each row with its line, and what was odd."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from planner.language.catalog import mark
from planner.rules.person_record import NOTHING, Problem

MAX_BYTES = 20_000_000
MAX_ROWS = 20_000
MAX_COLUMNS = 200
MAX_CELL = 100_000
"""Longer cells are not read: nobody's name or note is a book."""

TOO_MANY_ROWS = mark("This table has more than {limit} rows. Divide it into several files.")
TOO_MANY_COLUMNS = mark("This table has more than {limit} columns. Delete the columns that are not needed.")
TOO_LARGE = mark("This file is larger than {limit} MB. Save only the table of people into a new file.")

FORMULA_SIGNS = frozenset("=+-@\t\r\0＝＋－＠")
"""Signs that make a spreadsheet take a cell of a CSV file for a formula; full-width forms count."""


class RawRow(NamedTuple):
    """A row as read, of any width; `spans` tells that one merged cell covers most of it (a heading)."""

    line: int
    cells: Sequence[str]
    spans: bool = False


class RawTable(NamedTuple):
    """The rows of a file before anybody has asked which of them is the header."""

    rows: tuple[RawRow, ...]
    problems: tuple[Problem, ...] = ()
    source_name: str = ""


class TableRow(NamedTuple):
    """A row of cells. `line` counts from 1 as the file does; `block` is the heading row it stands under, if any."""

    line: int
    cells: tuple[str, ...]
    block: str = ""


class Table(NamedTuple):
    """Headers and rows of equal width (a row with too many cells keeps them, and bears a fatal problem).

    Problems name the line they belong to, 0 for the whole table. `header_line` is 0 where there was no header.
    """

    headers: tuple[str, ...]
    rows: tuple[TableRow, ...]
    problems: tuple[Problem, ...] = ()
    source_name: str = ""
    header_line: int = 1


def escape_formula(cell: str) -> str:
    """Return the cell so that no spreadsheet runs it; `unescape_formula` takes the sign away again."""
    marked = cell[:1] in FORMULA_SIGNS or (cell[:1] == "'" and cell.lstrip("'")[:1] in FORMULA_SIGNS)
    return "'" + cell if cell and marked else cell


def unescape_formula(cell: str) -> str:
    """Return the cell without the sign that keeps a spreadsheet from running it."""
    if cell[:1] == "'" and cell != "'":
        rest = cell.lstrip("'")
        if rest and rest[0] in FORMULA_SIGNS:
            return cell[1:]
    return cell


def raw_to_json(table: RawTable) -> dict[str, Any]:
    """Return the form in which the reading child hands its rows over."""
    return {
        "rows": [(row.line, list(row.cells), row.spans) for row in table.rows],
        "problems": [(p.line, p.message, dict(p.values), p.fatal) for p in table.problems],
        "source_name": table.source_name,
    }


def raw_from_json(data: Mapping[str, Any]) -> RawTable:
    """Read what `raw_to_json` wrote."""
    return RawTable(
        tuple(RawRow(line, tuple(cells), spans) for line, cells, spans in data["rows"]),
        tuple(Problem(line, message, values or NOTHING, fatal) for line, message, values, fatal in data["problems"]),
        data["source_name"],
    )
