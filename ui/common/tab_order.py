"""Tab goes as one reads: within each part of a window line by line, whenever its widgets were made.

Qt goes in the order of making, and pages, inspectors and fields are made as they are needed.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QScrollArea, QWidget


class ReadingOrder:
    """What a window whose Tab goes as one reads is, before it is a widget."""

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Let Tab go as one reads."""
        assert isinstance(self, QWidget)
        return step(self, forward=forward)


def step(window: QWidget, *, forward: bool) -> bool:
    """Move the focus to the next or the previous widget of a window; return whether there is one."""
    now = window.focusWidget()
    order = reading_order(window, now)
    others = [widget for widget in order if widget is not now]
    if not others:
        return False
    if now in order:
        place = order.index(now) + (1 if forward else -1)
        target = order[place % len(order)]
    else:
        target = others[0 if forward else -1]
    focus(target, Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
    return True


def focus(widget: QWidget, reason: Qt.FocusReason = Qt.FocusReason.TabFocusReason) -> None:
    """Give a widget the focus and bring it into sight."""
    widget.setFocus(reason)
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(widget)
        above = above.parentWidget()


def reading_order(part: QWidget, now: QWidget | None = None) -> list[QWidget]:
    """Return what Tab reaches in a part of a window, as one reads it; `now`, where the focus is, is among it."""
    return list(_found(part, now))


def _found(part: QWidget, now: QWidget | None) -> Iterator[QWidget]:
    tabbed = part.focusPolicy() & Qt.FocusPolicy.TabFocus and part.focusProxy() is None
    if part is now or (tabbed and part.isEnabled()):
        yield part
    children = [
        child for child in part.children() if isinstance(child, QWidget) and child.isVisible() and not child.isWindow()
    ]
    for line in _lines(children):
        for child in line:
            yield from _found(child, now)


def _lines(children: list[QWidget]) -> Iterator[list[QWidget]]:
    """Part widgets into lines: beside one another stands what shares most of its height with the first of a line."""
    waiting = sorted(children, key=lambda child: (child.y(), child.x()))
    while waiting:
        first = waiting[0].geometry()
        line = [child for child in waiting if child is waiting[0] or _beside(first, child.geometry())]
        waiting = [child for child in waiting if child not in line]
        yield sorted(line, key=lambda child: (child.x(), child.y()))


def _beside(first: QRect, second: QRect) -> bool:
    shared = min(first.bottom(), second.bottom()) - max(first.top(), second.top()) + 1
    return 2 * shared > min(first.height(), second.height())
