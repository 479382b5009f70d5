"""A whole paper in one call: content in, the bytes of a PDF file out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from planner.documents.content import Content
from planner.documents.layout import layout
from planner.documents.pages import Kind, Layout
from planner.documents.pdf import pdf
from planner.documents.theme import Arrangement, Size, Theme

PLAIN = Theme()
FLOOR = 11.0
"""Points of body text below which nothing goes that is laid on the table (handbook 4.8)."""
LOWEST = 9.0
"""Points below which nothing goes at all."""
_STEP = 0.5


class Fitting(NamedTuple):
    """How a paper was made to fit its page: its body in points, its air from 1 to 0, and whether it fits."""

    body: float
    air: float
    fits: bool


def render_pdf(
    content: Content,
    arrangement: Arrangement | str = Arrangement.COLUMNS,
    *,
    body: float = 11,
    size: Size | str = Size.A4,
    landscape: bool = False,
    fit: bool = False,
    floor: float = FLOOR,
    changed_at: datetime | None = None,
    theme: Theme = PLAIN,
) -> bytes:
    """Return the paper as a PDF file.

    `body` is the size of the text in points, 14 to 16 for the principal's own copy; `fit` makes it fit one page if
    that can be had at `floor` points or more; `changed_at` becomes the file's date. The same arguments give the
    same bytes.
    """
    if content.sheets:
        from planner.documents.sheets import sheets_pdf

        return sheets_pdf(content, changed_at)
    arrangement = Arrangement(arrangement)
    if size != Size.A4 or landscape:
        theme = theme.on(Size(size), landscape=landscape)
    fitting = fitted(content, arrangement, theme, body=body, floor=floor) if fit else Fitting(body, 1, fits=False)
    return pdf(layout(content, themed(theme, fitting), arrangement), changed_at)


class RowPlace(NamedTuple):
    """Where a row stands: its id, its page counted from 0, its box in points from the foot of the page."""

    id: int
    page: int
    left: float
    foot: float
    right: float
    top: float


def row_places(content: Content, *, body: float = 11, theme: Theme = PLAIN) -> Iterator[RowPlace]:
    """Yield where each row of a paper stands that is printed side by side on A4, as `render_pdf` does."""
    theme = themed(theme, Fitting(body, 1, fits=False))
    left, right = theme.left / 10, (theme.page_width - theme.right) / 10
    for page in layout(content, theme, Arrangement.COLUMNS).pages:
        for placed in page.placed:
            if placed.kind is Kind.ROW:
                yield RowPlace(placed.id, page.number - 1, left, placed.bottom / 10, right, placed.top / 10)


def fitted(content: Content, arrangement: Arrangement, theme: Theme, *, body: float, floor: float = FLOOR) -> Fitting:
    """Return the largest body and the most air with which a paper fits one page; as asked where none will do."""
    for fitting in _tries(body, max(floor, LOWEST)):
        if _has_one_page(layout(content, themed(theme, fitting), arrangement)):
            return fitting
    return Fitting(body, 1, fits=False)


def themed(theme: Theme, fitting: Fitting) -> Theme:
    """Return a theme with the body and the air of a fitting."""
    if fitting.air < 1:
        theme = theme.tightened(fitting.air)
    return theme if fitting.body == 11 else theme.with_body(fitting.body)


def _tries(body: float, floor: float) -> Iterator[Fitting]:
    """Yield first less air, then smaller type; what is laid on the table keeps its size."""
    for air in (1.0, 0.75, 0.5, 0.25, 0.0):
        yield Fitting(body, air, fits=True)
    while body - _STEP >= floor:
        body -= _STEP
        yield Fitting(body, 0.5, fits=True)
        yield Fitting(body, 0.0, fits=True)


def _has_one_page(laid: Layout) -> bool:
    pages = iter(laid.pages)
    next(pages)
    return next(pages, None) is None
