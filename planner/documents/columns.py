"""The columns of a paper: the lead, the languages side by side or one, and what follows them."""

from __future__ import annotations

from planner.documents.content import Content, Style
from planner.documents.pages import Frame
from planner.documents.theme import Arrangement, Theme

LEAST_COLUMN = 1400
"""Tenths of a point a language needs beside another, where other columns follow them."""


def frame_of(content: Content, theme: Theme, arrangement: Arrangement, footer_height: int) -> Frame:
    """Return the columns of a paper, and how far down and up a page they reach."""
    lead = theme.lead[content.lead]
    trail = trail_of(content, theme)
    width = theme.width - lead - sum(trail) - theme.column_gap * len(trail)
    first = theme.left + lead
    count = max(1, len(content.languages))
    columns: tuple[int, ...] = (theme.left, *[first] * (count if arrangement is Arrangement.FACING else 1))
    if arrangement is Arrangement.COLUMNS:
        width = (width - theme.column_gap * (count - 1)) // count
        columns = (theme.left, *(first + number * (width + theme.column_gap) for number in range(count)))
    floor = theme.foot + max(footer_height, theme.footer.leading) + theme.footer_gap
    lead_width = max(lead - theme.footer.size, 0)
    widths = [lead_width, *[width] * (len(columns) - 1), *trail]
    right = theme.left + theme.width
    for column in reversed(trail):
        columns = (*columns[: len(widths) - len(trail)], right - column, *columns[len(widths) - len(trail) :])
        right -= column + theme.column_gap
    mirrored = is_mirrored(content)
    if mirrored:
        edges = 2 * theme.left + theme.width
        columns = tuple(edges - column - wide for column, wide in zip(columns, widths, strict=True))
    return Frame(columns, lead_width, width, floor, theme.page_height - theme.top, mirrored)


def are_cramped(content: Content, theme: Theme) -> bool:
    """Tell whether columns after the languages leave these so little that they stand under each other instead."""
    count, trail = len(content.languages), trail_of(content, theme)
    if not trail or count < 2:
        return False
    taken = theme.lead[content.lead] + sum(trail) + theme.column_gap * (len(trail) + count - 1)
    return (theme.width - taken) // count < LEAST_COLUMN * theme.types[Style.BODY].size // 110


def trail_of(content: Content, theme: Theme) -> tuple[int, ...]:
    """Return how wide the columns after the languages are; larger type needs wider ones, up to half of the page."""
    widths, body = content.trail, max(theme.types[Style.BODY].size, 110)
    asked = sum(widths) * body // 110
    most = max(sum(widths), theme.width * 46 // 100)
    return tuple(width * min(asked, most) // sum(widths) for width in widths)


def is_mirrored(content: Content) -> bool:
    """Tell whether a paper is led by a language written from the right."""
    return content.languages[:1] != () and content.languages[0] in content.right_to_left
