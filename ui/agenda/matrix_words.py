"""What the matrix says of a cell, a line and a column in words: below it, as a hint, to a screen reader."""

from __future__ import annotations

from planner.rules.taking_part import SIDE
from ui.agenda.matrix_grid import Column, Grid
from ui.agenda.words import word
from ui.translate import t, tn


def spoken(grid: Grid, line: int, column: int) -> str:
    """Say who takes part in what, and from where that comes."""
    one, item = grid.lines[line], grid.columns[column]
    where = f"{item.time} {item.title}".strip()
    return f"{one.label} · {where}: {state_words(grid, line, column)}"


def state_words(grid: Grid, line: int, column: int) -> str:
    """Say how a line takes part in a column's item."""
    cell, one = grid.cell(line, column), grid.lines[line]
    if cell.through is not None and cell.through == one.who:
        return t("the item is on this track")
    if cell.role is not None and cell.through is not None:
        return t("{role} — through “{group}”", role=word(cell.role), group=grid.label(cell.through))
    if cell.role is not None:
        return word(cell.role)
    if cell.partly:
        return t("some of the side take part") if one.who.kind == SIDE else t("some of the delegation take part")
    if grid.columns[column].heads is None:
        return t("nobody is put down: the item is for everybody")
    return t("does not take part")


def column_words(column: Column) -> str:
    """Say how many take part in an item, and whether its room seats them."""
    if column.heads is None:
        return t("Nobody is put down: the item is for everybody.")
    words = tn("{n} person takes part.", "{n} people take part.", column.heads)
    if column.seats is None:
        return words
    if column.over:
        return f"{words} {t('The room seats {n}: {over} too many.', n=column.seats, over=column.over)}"
    return f"{words} {t('The room seats {n}.', n=column.seats)}"
