"""Setting what stands above the title: emblem and issuing body at the left, marking and approval at the right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from planner.documents.content import Cell, Content, Emblem, Forms
from planner.documents.setting import Paragraph, SetCell, Setters, gap, height_of
from planner.documents.theme import Theme

EMBLEM_HEIGHT, EMBLEM_WIDTH = 620, 900
"""The largest room of an emblem, in tenths of a point: 22 by 32 mm."""
_BESIDE = 110  # between the emblem and the words beside it
_AT_RIGHT = 45  # hundredths of the width that marking and approval take
_BETWEEN = 40  # between what is said in two languages
_ABOVE_APPROVAL = 120
_ABOVE_SIGNATURE = 90

SettersOf = Callable[[int, int], Setters]
"""Returns what sets the language of a number in a width."""


class Band(NamedTuple):
    """What stands above the title, set. `at` are the left edges of its cells, the first of which is empty."""

    cells: tuple[SetCell, ...]
    at: tuple[int, ...]
    height: int
    emblem: bytes = b""  # operators, from the foot of the band


def band(content: Content, theme: Theme, setters: SettersOf, *, mirrored: bool, column: int = 0) -> Band:
    """Set the forms of a paper; a paper led by a language written from the right has them the other way round.

    `column` is the width of the last column of text, where the approval shall stand above it.
    """
    forms = content.forms or Forms()
    at_right = bool(forms.notes or forms.approval)
    right_width = (column or theme.width * _AT_RIGHT // 100) if at_right else 0
    emblem_width, emblem_height = _size(forms.emblem)
    beside = emblem_width + _BESIDE if emblem_width else 0
    left_width = theme.width - right_width - beside - (theme.column_gap if at_right else 0)
    left = _stack(_set(forms.issuer, left_width, setters))
    parts = [_stack(_set(cells, right_width, setters)) for cells in (forms.notes, forms.approval)]
    signed = setters(0, right_width).set(forms.signed) if forms.signed else ()
    right = _joined(parts[0], parts[1], _ABOVE_APPROVAL)
    right = _joined(right, (gap(0, 0), *signed) if signed else (), _ABOVE_SIGNATURE)
    height = max(height_of(left), height_of(right), emblem_height)
    edges = (theme.left + beside, theme.left + theme.width - right_width)
    emblem_at = theme.left
    if mirrored:
        whole = 2 * theme.left + theme.width
        edges = (whole - edges[0] - left_width, theme.left)
        emblem_at = whole - theme.left - emblem_width
    drawn = b""
    if forms.emblem is not None and emblem_width:
        place = (emblem_width, emblem_height, emblem_at, height - emblem_height)
        drawn = b"/Artifact BMC\nq %d 0 0 %d %d %d cm /Emblem Do Q\nEMC\n" % place
    return Band(((), left, right), (theme.left, *edges), height, drawn)


def _size(emblem: Emblem | None) -> tuple[int, int]:
    """Return width and height of an emblem as it is drawn, in tenths of a point."""
    if emblem is None or not emblem.content:
        return 0, 0
    scale = min(EMBLEM_WIDTH / emblem.width, EMBLEM_HEIGHT / emblem.height)
    return round(emblem.width * scale), round(emblem.height * scale)


def _set(cells: Sequence[Cell], width: int, setters: SettersOf) -> list[SetCell]:
    return [setters(number, width).set(cell) for number, cell in enumerate(cells)]


def _stack(cells: Sequence[SetCell]) -> SetCell:
    """Put the languages under each other; the space before each tells which follows."""
    stack: list[Paragraph] = []
    for number, cell in enumerate(cells):
        if cell:
            stack.append(gap(_BETWEEN if stack else 0, number))
            stack.extend(cell)
    return tuple(stack)


def _joined(above: SetCell, below: SetCell, between: int) -> SetCell:
    return (*above, gap(between), *below) if above and below else above or below
