"""Rows as lines of text and back, as spreadsheets copy them: a tab between cells."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ui.common.edit_model import EditModel

MOST = 2000
"""Lines taken at once."""


def as_lines(model: EditModel, places: Iterable[int]) -> str:
    """Return the rows at these places as lines of text."""
    lines = []
    for place in places:
        if (row := model.row(place)) is not None:
            lines.append("\t".join(_cell(one, row) for one in model.columns))
    return "\n".join(lines)


def read_lines(model: EditModel, lines: str, place: int, column: int) -> tuple[list[tuple[int, dict[str, Any]]], str]:
    """Return what lines mean for the rows from a place on, cells beginning at a column; 0 stands for a new row.

    What cannot be understood is left out, and the first sentence that says so is returned beside it. A new row that
    lacks what makes a row is none.
    """
    taken: list[tuple[int, dict[str, Any]]] = []
    wrong = ""
    for number, line in enumerate(lines.rstrip("\r\n").splitlines()[:MOST]):
        row = model.row(place + number)
        values: dict[str, Any] = {}
        for one, words in zip(model.columns[column:], line.split("\t"), strict=False):
            try:
                values |= _value(one, words.strip(), is_new=row is None)
            except ValueError:
                wrong = wrong or one.wrong
        starts = any(one.starts and one.key in values for one in model.columns)
        if values and (row is not None or (starts and model.can_add)):
            taken.append((int(row.id) if row is not None else 0, values))
    return taken, wrong


def _cell(column: Any, row: Any) -> str:
    if column.ticked is not None:
        return "✓" if column.ticked(row) else ""
    return str(column.begins(row)).replace("\t", " ").replace("\n", " ")


def _value(column: Any, words: str, *, is_new: bool) -> dict[str, Any]:
    if column.ticked is not None:
        return {column.key: bool(words) and words not in ("0", "-", "—")}
    if column.parse is None or (is_new and not words):
        return {}
    return {column.key: column.parse(words)}
