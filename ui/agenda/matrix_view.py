"""The matrix on the screen: lines and columns, where one is, what is chosen and what is being painted."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from planner.rules.taking_part import Who
from ui import theme
from ui.agenda.drawn_view import DrawnView
from ui.agenda.matrix_grid import EMPTY, Grid
from ui.agenda.matrix_paint import MatrixPainter
from ui.agenda.matrix_words import spoken
from ui.translate import t, tn

NAMES, MOST_COLUMN = 270, 170


class Place(NamedTuple):
    """A cell by the places of its line and column among all."""

    line: int
    column: int


class Stroke(NamedTuple):
    """What is being painted: from a cell to a cell, on or off."""

    to: Place
    on: bool


class MatrixView(DrawnView):
    """Shows a grid. Signals: `moved()` when another cell is the current one. Attributes: `grid`, `folded`."""

    moved = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.grid: Grid = EMPTY
        self.folded: set[Who] = set()
        self._shown: list[int] = []
        self._current = Place(0, 0)
        self._anchor = Place(0, 0)
        self._stroke: Stroke | None = None
        self._sent: dict[Place, bool] = {}
        self._painter = MatrixPainter()
        self._width = 0
        self._begin()

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self.setAccessibleName(t("Who takes part: people by items"))
        self._painter.retheme()
        self._measure()

    def set_grid(self, grid: Grid) -> None:
        """Show another grid; where one is stays on the same person and item where both are still there."""
        who, item = self._key(self._current), self._item(self._current)
        self.grid, self._sent = grid, {}
        self._shown = grid.shown(self.folded)
        lines = {line.who: place for place, line in enumerate(grid.lines)}
        columns = {column.item_id: place for place, column in enumerate(grid.columns)}
        line = lines.get(who, -1) if who is not None else -1
        if line not in self._shown:
            line = self._shown[0] if self._shown else 0
        there = Place(line, columns.get(item or 0, 0))
        if there != self._current or self._anchor.line >= len(grid.lines) or self._anchor.column >= len(grid.columns):
            self._current = self._anchor = there
        self._stroke = None
        self._measure()
        self._tell()

    def fold(self, who: Who, *, folded: bool) -> None:
        """Fold a side or delegation, or open it."""
        (self.folded.add if folded else self.folded.discard)(who)
        self._shown = self.grid.shown(self.folded)
        if self._current.line not in self._shown and self._shown:
            line = max((one for one in self._shown if one <= self._current.line), default=self._shown[0])
            self._go(Place(line, self._current.column))
        self._measure()

    def current(self) -> Place | None:
        """Return the current cell, None in an empty matrix."""
        return self._current if self.grid.lines and self.grid.columns else None

    def chosen(self) -> list[Place]:
        """Return the cells chosen, the anchor's kind of lines only: whoever paints people does not paint their side."""
        return self._between(self._anchor, self._current)

    def choose(self, current: Place, anchor: Place | None = None) -> None:
        """Go to a cell; with an anchor choose all from there."""
        self._anchor = current if anchor is None else anchor
        self._go(current)

    def is_on(self, places: Iterable[Place]) -> bool:
        """Tell whether all these cells take part."""
        return all(self.grid.cell(*place).role is not None for place in places)

    def area_of(self, place: Place) -> QRect:
        """Return where a cell is in the viewport."""
        row = self._shown.index(place.line)
        left = self._left() + place.column * self._width - self.horizontalScrollBar().value()
        top = self._top() + row * self._painter.line_height - self.verticalScrollBar().value()
        return QRect(left, top, self._width, self._painter.line_height)

    def place_at(self, point: QPoint) -> Place | None:
        """Return the cell at a point of the viewport, None outside of the cells."""
        if not QRect(self._left(), self._top(), self._room().width(), self._room().height()).contains(point):
            return None
        line, column = self.line_at(point), self.column_at(point)
        return None if line is None or column is None else Place(line, column)

    def line_at(self, point: QPoint) -> int | None:
        """Return the line at a height."""
        row = (point.y() - self._top() + self.verticalScrollBar().value()) // self._painter.line_height
        inside = self._top() <= point.y() < self._top() + self._room().height()
        return self._shown[row] if inside and 0 <= row < len(self._shown) else None

    def column_at(self, point: QPoint) -> int | None:
        """Return the column at a distance from the left."""
        if point.x() < self._left() or not self._width:
            return None
        column = (point.x() - self._left() + self.horizontalScrollBar().value()) // self._width
        return column if 0 <= column < len(self.grid.columns) else None

    def _between(self, anchor: Place, to: Place) -> list[Place]:
        if not self.grid.lines or not self.grid.columns:
            return []
        kind = self.grid.lines[anchor.line].who.kind
        first, last = sorted((anchor.line, to.line))
        left, right = sorted((anchor.column, to.column))
        return [
            Place(line, column)
            for line in self._shown
            if first <= line <= last and self.grid.lines[line].who.kind == kind
            for column in range(left, right + 1)
        ]

    def _go(self, place: Place) -> None:
        self._current = place
        self._bring_into_sight(place)
        self._tell()
        self.viewport().update()

    def _tell(self) -> None:
        """Say where one is, also to a screen reader."""
        place = self.current()
        words = spoken(self.grid, *place) if place is not None else ""
        if len(chosen := self.chosen()) > 1:
            words = f"{tn('{n} cell chosen', '{n} cells chosen', len(chosen))}: {words}"
        self.setAccessibleDescription(words)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))
        self.moved.emit()

    def _key(self, place: Place) -> Who | None:
        return self.grid.lines[place.line].who if place.line < len(self.grid.lines) else None

    def _item(self, place: Place) -> int | None:
        return self.grid.columns[place.column].item_id if place.column < len(self.grid.columns) else None

    # --- Where things are

    def _left(self) -> int:
        return min(theme.px(NAMES), self.viewport().width() * 2 // 5)

    def _top(self) -> int:
        return self._painter.head_height(self._width, self.viewport().height())

    def _room(self) -> QRect:
        """Return the room of the cells, at its own origin."""
        height = self.viewport().height() - self._top() - self._painter.foot_height()
        return QRect(0, 0, self.viewport().width() - self._left(), max(height, 0))

    def _measure(self) -> None:
        count = max(len(self.grid.columns), 1)
        room = self.viewport().width() - self._left()
        self._width = min(max(room // count, self._painter.least_column()), theme.px(MOST_COLUMN))
        over, down = self.horizontalScrollBar(), self.verticalScrollBar()
        over.setRange(0, max(self._width * len(self.grid.columns) - room, 0))
        over.setPageStep(max(room, 1))
        over.setSingleStep(self._width)
        view = self._room().height()
        down.setRange(0, max(self._painter.line_height * len(self._shown) - view, 0))
        down.setPageStep(max(view, 1))
        down.setSingleStep(self._painter.line_height)
        self.viewport().update()

    def _bring_into_sight(self, place: Place) -> None:
        if place.line not in self._shown:
            return
        area, room = self.area_of(place), self._room()
        over, down = self.horizontalScrollBar(), self.verticalScrollBar()
        left, top = area.left() - self._left(), area.top() - self._top()
        if left < 0:
            over.setValue(over.value() + left)
        elif left + area.width() > room.width():
            over.setValue(over.value() + left + area.width() - room.width())
        if top < 0:
            down.setValue(down.value() + top)
        elif top + area.height() > room.height():
            down.setValue(down.value() + top + area.height() - room.height())

    # --- Drawing

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what is in sight."""
        self.paint_view(QPainter(self.viewport()))

    def paint_view(self, painter: QPainter) -> None:
        """Draw the viewport's content with any painter."""
        view, left, top, room = self.viewport().rect(), self._left(), self._top(), self._room()
        painter.fillRect(view, theme.colour("panel"))
        if not self.grid.lines or not self.grid.columns:
            return
        lines, columns = self._in_sight(room)
        painter.setClipRect(QRect(left, top, room.width(), room.height()))
        self._cells(painter, lines, columns)
        painter.setClipRect(QRect(0, top, left, room.height()))
        for line in lines:
            area = self.area_of(Place(line, 0))
            who = self.grid.lines[line].who
            self._painter.name(
                painter, QRect(0, area.top(), left, area.height()), self.grid.lines[line], folded=who in self.folded,
                chosen=line == self._current.line,
            )  # fmt: skip
        foot = QRect(left, top + room.height(), room.width(), self._painter.foot_height())
        painter.setClipRect(QRect(left, 0, room.width(), view.height()))
        for column in columns:
            area = self.area_of(Place(self._shown[0], column))
            head = QRect(area.left(), 0, area.width(), top)
            self._painter.head(painter, head, self.grid.columns[column], chosen=column == self._current.column)
            below = QRect(area.left(), foot.top(), area.width(), foot.height())
            self._painter.foot(painter, below, self.grid.columns[column])
        painter.setClipping(False)
        self._corners(painter, left, top, foot)

    def _corners(self, painter: QPainter, left: int, top: int, foot: QRect) -> None:
        over = sum(1 for column in self.grid.columns if column.over)
        words = [(t("Take part"), "ink"), (t("places in the room"), "muted")]
        if over:
            words[1] = (tn("{n} item over its room", "{n} items over their rooms", over), "stop")
        self._painter.corner(painter, QRect(0, 0, left, top), [])
        self._painter.corner(painter, QRect(0, foot.top(), left, foot.height()), words)
        painter.fillRect(0, top - 1, self.viewport().width(), 1, theme.colour("line"))
        painter.fillRect(0, foot.top(), self.viewport().width(), 1, theme.colour("line"))
        painter.fillRect(left - 1, 0, 1, self.viewport().height(), theme.colour("line"))

    def _in_sight(self, room: QRect) -> tuple[list[int], range]:
        height, down = self._painter.line_height, self.verticalScrollBar().value()
        over = self.horizontalScrollBar().value()
        lines = self._shown[down // height : (down + room.height()) // height + 1]
        return lines, range(over // self._width, min((over + room.width()) // self._width + 1, len(self.grid.columns)))

    def _cells(self, painter: QPainter, lines: list[int], columns: range) -> None:
        stroke = self._stroke
        painted = set(self._between(self._anchor, stroke.to)) if stroke is not None else set()
        chosen = set(self.chosen()) if stroke is None else set()
        height, width = self._painter.line_height, self._width
        first = self.area_of(Place(lines[0], columns.start)) if lines else QRect()
        soft, selection = theme.colour("line_soft"), theme.colour("selection")
        right = first.left() + width * len(columns)
        for row, line in enumerate(lines):
            top = first.top() + row * height
            one = self.grid.lines[line]
            if one.depth == 0:
                painter.fillRect(first.left(), top, right - first.left(), height, theme.colour("header"))
            painter.fillRect(first.left(), top + height - 1, right - first.left(), 1, soft)
            for number, column in enumerate(columns):
                area, place = QRect(first.left() + number * width, top, width, height), Place(line, column)
                if place in chosen and len(chosen) > 1:
                    painter.fillRect(area, selection)
                if (place in painted and stroke is not None) or place in self._sent:
                    on = stroke.on if place in painted and stroke is not None else self._sent[place]
                    self._painter.stroke(painter, area, on=on)
                    continue
                cell = self.grid.cell(line, column)
                if cell.role is not None or cell.partly:
                    self._painter.cell(painter, area, one.tone, cell)
        for number in range(len(columns)):
            painter.fillRect(first.left() + (number + 1) * width - 1, first.top(), 1, height * len(lines), soft)
        self._ring(painter)

    def _ring(self, painter: QPainter) -> None:
        if self._current.line in self._shown:
            pen = painter.pen()
            pen.setColor(theme.colour("link" if self.hasFocus() else "frame"))
            pen.setWidth(2)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.area_of(self._current).adjusted(1, 1, -2, -2))

    def _retheme(self) -> None:
        self._painter.retheme()
