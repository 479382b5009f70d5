"""Draws the lines of the programme's list, and makes the editors that open in them."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QCompleter,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from planner.rules.kinds import ItemState
from ui import theme
from ui.agenda.item_model import TIME, TITLE, ItemModel
from ui.agenda.lines import Kind, Line, parse_span, state_words
from ui.agenda.timeline_text import broken
from ui.agenda.words import word
from ui.common.labels import restyle
from ui.common.line_delegate import Index, LineDelegate, step_of
from ui.common.moment_fields import parse_minutes
from ui.common.pill import Tone, paint_pill, pill_size
from ui.translate import t

Hint = QStyledItemDelegate.EndEditHint
SINGLE = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
MOST_LINES = 3
REMEMBERED = 20_000


class ItemDelegate(LineDelegate):
    """One cell at a time; titles wrap, up to three lines."""

    def __init__(self, model: ItemModel, view: QTableView) -> None:
        super().__init__(model, view)
        self._model, self._view = model, view
        self._heights: dict[tuple[Line, tuple[int, ...]], int] = {}

    def forget(self) -> None:
        """Forget what was measured, as after a change of the text size."""
        self._heights.clear()

    def heights(self) -> list[int]:
        """Return the heights of all lines at the widths of the columns."""
        columns = range(self._model.columnCount())
        widths = tuple(0 if self._view.isColumnHidden(one) else self._view.columnWidth(one) for one in columns)
        if len(self._heights) > REMEMBERED:
            self.forget()
        found = []
        for row, line in enumerate(self._model.lines):
            height = self._heights.get((line, widths))
            if height is None:
                height = self._heights[line, widths] = self.row_height(row)
            found.append(height)
        return found

    def row_height(self, row: int) -> int:
        """Return the height of a line at the widths of the columns."""
        line, plain = self._model.lines[row], QFontMetrics(theme.font())
        if line.kind is Kind.DAY:
            return plain.height() + theme.px(18)
        height = plain.height()
        for place, title in enumerate(line.titles):
            width = self._view.columnWidth(TITLE + place) - 2 * _pad() - (_indent(line) if place == 0 else 0)
            font = theme.font(semibold=line.principal and place == 0)
            height = max(height, _wrapped(title, QFontMetrics(font), width))
        if not self._view.isColumnHidden(self._model.place_column()):
            width = self._view.columnWidth(self._model.place_column()) - 2 * _pad()
            height = max(height, _wrapped(line.place, plain, width))
        if line.conflict:
            height += QFontMetrics(theme.font(theme.SMALL)).height()
        return height + theme.px(13)

    def state_width(self) -> int:
        """Return the room the longest word of the last column takes."""
        metrics = QFontMetrics(theme.font(theme.SMALL))
        words = (word(ItemState.TENTATIVE), word(ItemState.CANCELLED), t("internal"))
        return max(pill_size(one, metrics).width() for one in words) + 2 * _pad()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the size of a cell."""
        return QSize(self._view.columnWidth(index.column()), self.row_height(index.row()))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        line, column, area = self._model.lines[index.row()], index.column(), QRect(option.rect)
        painter.save()
        if line.kind is Kind.DAY:
            self._paint_day(painter, area, line, column)
        else:
            selected = bool(option.state & QStyle.StateFlag.State_Selected)
            painter.fillRect(area, theme.colour("selection" if selected else "panel"))
            painter.fillRect(area.left(), area.bottom(), area.width(), 1, theme.colour("line_soft"))
            inner = area.adjusted(_pad(), theme.px(6), -_pad(), -theme.px(3))
            if self._is_typed_into(index):
                pass  # the editor stands here, one line high
            elif line.kind is Kind.NEW:
                self._paint_new(painter, inner, index)
            else:
                self._paint_item(painter, inner, line, column)
            if selected and self._view.hasFocus() and index == self._view.currentIndex():
                painter.setPen(theme.colour("link"))
                painter.drawRect(area.adjusted(1, 1, -2, -2))
        painter.restore()

    def _is_typed_into(self, index: Index) -> bool:
        return self._view.state() == QTableView.State.EditingState and index == self._view.currentIndex()

    def _paint_day(self, painter: QPainter, area: QRect, line: Line, column: int) -> None:
        painter.fillRect(area, theme.colour("header"))
        painter.fillRect(area.left(), area.bottom(), area.width(), 1, theme.colour("line"))
        if column == 0:
            painter.setClipping(False)
            painter.setFont(theme.font(semibold=True))
            painter.setPen(theme.colour("link"))
            painter.drawText(area.adjusted(_pad(), theme.px(4), 0, 0), SINGLE, line.heading)

    def _paint_new(self, painter: QPainter, inner: QRect, index: Index) -> None:
        words = str(self._model.data(index) or "")
        if not words and index.column() == TITLE and not self._model.read_only:
            painter.setPen(theme.colour("muted"))
            words = t("+ Item: type a time or a title")
        else:
            painter.setPen(theme.colour("ink"))
        _draw(painter, inner, words, 1)

    def _paint_item(self, painter: QPainter, inner: QRect, line: Line, column: int) -> None:
        cancelled = line.state is ItemState.CANCELLED
        if column == TIME:
            painter.setPen(theme.colour("stop" if line.conflict else "muted" if cancelled or line.depth else "ink"))
            _draw(painter, inner.adjusted(_indent(line) // 2, 0, 0, 0), line.time, 1)
        elif column < self._model.place_column():
            self._paint_title(painter, inner, line, column - TITLE)
        elif column == self._model.place_column():
            painter.setPen(theme.colour("muted"))
            _draw(painter, inner, line.place)
        else:
            self._paint_state(painter, inner, line)

    def _paint_title(self, painter: QPainter, inner: QRect, line: Line, place: int) -> None:
        title = line.titles[place]
        area = inner.adjusted(_indent(line) if place == 0 else 0, 0, 0, 0)
        font = theme.font(semibold=line.principal and place == 0)
        font.setStrikeOut(line.state is ItemState.CANCELLED)
        painter.setFont(font)
        if not title:
            painter.setPen(theme.colour("attention"))
            painter.setFont(theme.font(theme.SMALL))
            _draw(painter, area, t("missing"), 1)
            return
        painter.setPen(theme.colour("muted" if place or line.state is ItemState.CANCELLED else "ink"))
        _draw(painter, area, title)
        if place == 0 and line.conflict:
            painter.setFont(theme.font(theme.SMALL))
            painter.setPen(theme.colour("stop"))
            height = painter.fontMetrics().height()
            foot = QRect(area.left(), area.bottom() - height - theme.px(2), area.width(), height)
            shown = painter.fontMetrics().elidedText(line.conflict, Qt.TextElideMode.ElideRight, foot.width())
            painter.drawText(foot, SINGLE, shown)

    def _paint_state(self, painter: QPainter, inner: QRect, line: Line) -> None:
        top = inner.top()
        if words := state_words(line):
            size = pill_size(words, QFontMetrics(theme.font(theme.SMALL)))
            tone = Tone.ATTENTION if line.state is ItemState.TENTATIVE else Tone.NEUTRAL
            width = min(size.width(), inner.width())
            paint_pill(painter, QRect(inner.left(), top - 1, width, size.height()), words, tone)
            top += size.height() + 2
        if line.readers and top + theme.px(10) < inner.bottom():
            painter.setFont(theme.font(theme.SMALL))
            painter.setPen(theme.colour("muted"))
            _draw(painter, inner.adjusted(0, top - inner.top(), 0, 0), line.readers, 1)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Open a line to type into; a time that cannot be understood has a red edge."""
        editor = self.line(parent, str(self._model.headerData(index.column(), Qt.Orientation.Horizontal)))
        if index.column() == TIME:
            editor.setPlaceholderText("9:30")
            editor.textChanged.connect(partial(_mark_time, editor, self._model.lines[index.row()].depth > 0))
        elif index.column() == self._model.place_column():
            completer = QCompleter(self._model.places, editor)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            editor.setCompleter(completer)
        return editor

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Let Enter end the typing at once, and ↑ and ↓ go on to the line above or below unless names are offered."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and isinstance(editor, QLineEdit):
            completer = editor.completer()
            popup = completer.popup() if completer is not None else None
            offering = popup is not None and popup.isVisible()
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                if popup is not None and offering:
                    popup.hide()  # it gives the focus back, and only then the next field may have it
                    QTimer.singleShot(0, editor, partial(self.end, editor, Hint.SubmitModelCache))
                else:
                    self.end(editor, Hint.SubmitModelCache)
                return True
            if (step := step_of(event)) and not offering:
                self.end(editor, Hint.NoHint)
                self.beside.emit(step)
                return True
        return bool(super().eventFilter(editor, event))

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """Fill the cell, but stay one line high."""
        area = QRect(option.rect)
        height = min(area.height(), theme.px(32))
        editor.setGeometry(area.left(), area.top(), area.width(), height)


def _mark_time(editor: QLineEdit, is_part: bool, words: str) -> None:
    fine = not words.strip() or parse_span(words) is not None or (is_part and parse_minutes(words) is not None)
    state = "" if fine else "wrong"
    if editor.property("state") != state:
        editor.setProperty("state", state)
        restyle(editor)


def _pad() -> int:
    return theme.px(9)


def _indent(line: Line) -> int:
    return line.depth * theme.px(20)


def _wrapped(words: str, metrics: QFontMetrics, width: int) -> int:
    return len(broken(words, metrics, max(width, 30), MOST_LINES)) * metrics.lineSpacing() if words else 0


def _draw(painter: QPainter, area: QRect, words: str, most: int = MOST_LINES) -> None:
    """Draw words in so many lines at most; what does not fit ends in "…"."""
    metrics = painter.fontMetrics()
    for number, line in enumerate(broken(words, metrics, area.width(), most)):
        place = QRect(area.left(), area.top() + number * metrics.lineSpacing(), area.width(), metrics.lineSpacing())
        painter.drawText(place, SINGLE, line)
