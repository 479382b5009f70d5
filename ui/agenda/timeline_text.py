"""The words in a timeline box: chosen and shortened to its size once, then drawn from memory."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QStaticText

from planner.rules.kinds import ItemState
from ui import theme
from ui.agenda.timeline_items import TimelineItem, span


class Words(NamedTuple):
    """One line ready to draw: its text, where it goes in the box, its font, the role of its colour, if struck out."""

    text: QStaticText
    x: int
    y: int
    font: str
    role: str
    struck: bool = False


class Typesetter:
    """Makes and remembers the lines of boxes; forgets them when the theme or text size changes."""

    def __init__(self) -> None:
        self._lines: dict[tuple[int, int, int], tuple[TimelineItem, tuple[Words, ...]]] = {}
        self.retheme()

    def retheme(self) -> None:
        """Look the fonts up again and forget all lines."""
        self._lines.clear()
        self.fonts = {"strong": theme.font(semibold=True), "plain": theme.font(), "small": theme.font(theme.SMALL)}
        self._metrics = {name: QFontMetrics(font) for name, font in self.fonts.items()}
        self.line = self._metrics["plain"].height() - 1
        self.pad = theme.px(9)

    def least_height(self) -> int:
        """Return the height that shows one line."""
        return self.line + 3

    def lines(self, item: TimelineItem, width: int, height: int) -> tuple[Words, ...]:
        """Return the lines for a box of this size; the same box is set only once."""
        key = (item.id, width, height)
        found = self._lines.get(key)
        if found is None or found[0] is not item:
            if len(self._lines) > 6000:
                self._lines.clear()
            found = self._lines[key] = (item, self._set(item, width - self.pad - 4, height))
        return found[1]

    def caption(self, item: TimelineItem) -> str:
        """Return the small line: time, and either what is wrong or where it is."""
        return " · ".join(part for part in (span(item.start, item.end), item.conflict or item.caption) if part)

    def _set(self, item: TimelineItem, width: int, height: int) -> tuple[Words, ...]:
        room = max((height - 2) // self.line, 1)
        if width < theme.px(24):
            return ()
        caption_role = "stop" if item.conflict else "muted"
        caption = self.caption(item)
        if room == 1:
            return self._one_line(item, caption, caption_role, width=width, height=height)
        if room == 2:
            second = (caption, "small", caption_role, 1)
            if item.title_second and not item.conflict:
                second = (item.title_second, "plain", caption_role, 1)
            return self._stack([(item.title_first, "strong", self._title_role(item), 1), second], width, room)
        spare = room - 3
        return self._stack(
            [
                (item.title_first, "strong", self._title_role(item), 1 + min(spare, 2)),
                (item.title_second, "plain", "muted", 1 + min(spare, 2)),
                (caption, "small", caption_role, 2 if spare else 1),
                *([(item.caption, "small", "muted", 1)] if item.conflict and spare > 1 else []),
            ],
            width,
            room,
        )

    def _stack(self, texts: list[tuple[str, str, str, int]], width: int, room: int) -> tuple[Words, ...]:
        """Set texts under one another; each may take some lines, but the last ones are never pushed out."""
        made: list[Words] = []
        waiting = sum(1 for text, *_rest in texts if text)
        for text, font, role, most in texts:
            if not text:
                continue
            waiting -= 1
            struck = role == "struck"
            for line in broken(text, self._metrics[font], width, max(1, min(most, room - len(made) - waiting))):
                if len(made) < room:
                    y = theme.px(2) + len(made) * self.line
                    made.append(Words(_static(line), 0, y, font, "muted" if struck else role, struck))
        return tuple(made)

    def _one_line(self, item: TimelineItem, caption: str, role: str, *, width: int, height: int) -> tuple[Words, ...]:
        """Set the title, and after it as much of the caption as finds room."""
        y = (height - self._metrics["strong"].height()) // 2
        title = self._metrics["strong"].elidedText(
            " ".join(item.title_first.split()), Qt.TextElideMode.ElideRight, width
        )
        cancelled = item.state is ItemState.CANCELLED
        first = Words(_static(title), 0, y, "strong", "muted" if cancelled else "ink", cancelled)
        used = self._metrics["strong"].horizontalAdvance(title) + self.pad
        if width - used < theme.px(60):
            return (first,)
        rest = self._metrics["small"].elidedText(caption, Qt.TextElideMode.ElideRight, width - used)
        return (first, Words(_static(rest), used, y + 1, "small", role))

    def _title_role(self, item: TimelineItem) -> str:
        return "struck" if item.state is ItemState.CANCELLED else "ink"


def broken(text: str, metrics: QFontMetrics, width: int, most: int) -> list[str]:
    """Break a text into at most so many lines between words; what does not fit ends in "…"."""
    text = " ".join(text.split())
    if most <= 1 or metrics.horizontalAdvance(text) <= width:
        return [metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)]
    lines: list[str] = []
    line = ""
    words = text.split(" ")
    for place, word in enumerate(words):
        longer = f"{line} {word}" if line else word
        if not line or metrics.horizontalAdvance(longer) <= width:
            line = longer
        elif len(lines) == most - 1:
            line = " ".join([line, *words[place:]])
            break
        else:
            lines.append(line)
            line = word
    lines.append(line)
    return [metrics.elidedText(one, Qt.TextElideMode.ElideRight, width) for one in lines]


def _static(text: str) -> QStaticText:
    made = QStaticText(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
    return made
