"""Draws the cells of a table that is typed into, and makes the editors that open in them."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QCompleter,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ui import theme
from ui.common.edit_columns import EditColumn
from ui.common.edit_model import EditModel
from ui.common.labels import restyle
from ui.common.line_delegate import Index, LineDelegate, step_of
from ui.common.pill import paint_pill, pill_size
from ui.translate import t

Hint = QStyledItemDelegate.EndEditHint
ENDS = {
    Qt.Key.Key_Return: Hint.SubmitModelCache, Qt.Key.Key_Enter: Hint.SubmitModelCache,
    Qt.Key.Key_Tab: Hint.EditNextItem, Qt.Key.Key_Backtab: Hint.EditPreviousItem,
}  # fmt: skip
"""What the keys that end the typing lead to."""
LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)


class WordCompleter(QCompleter):
    """Offers words; with `several`, for what stands after the last comma."""

    def __init__(self, words: list[str], parent: QLineEdit, *, several: bool) -> None:
        super().__init__(words, parent)
        self._several = several
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setMaxVisibleItems(10)

    def splitPath(self, path: str) -> list[str]:
        """Return what is being looked for."""
        return [path.rpartition(",")[2].strip()] if self._several else [path]

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        """Return the whole line with the word taken."""
        taken, line = super().pathFromIndex(index), self.parent()
        if not self._several or not isinstance(line, QLineEdit):
            return taken
        before = line.text().rpartition(",")[0]
        return f"{before}, {taken}" if before else taken


class _PopupKeys(QObject):
    """Enter and Tab while words are offered: they take the word chosen, and end the typing as without an offer."""

    def __init__(self, editor: QLineEdit, delegate: EditDelegate) -> None:
        super().__init__(editor)
        self._editor, self._delegate = editor, delegate

    def eventFilter(self, popup: QObject, event: QEvent) -> bool:
        """See the class."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        hint = ENDS.get(Qt.Key(event.key()))
        completer = self._editor.completer()
        view = completer.popup() if completer is not None else None
        if hint is None or completer is None or view is None:
            return False
        chosen = view.currentIndex()
        if chosen.isValid():
            self._editor.setText(completer.pathFromIndex(chosen))
        self._editor.setProperty("ending", True)
        view.hide()  # it gives the focus back, and only then the next field may have it
        QTimer.singleShot(0, self._editor, partial(self._delegate.end, self._editor, hint))
        return True


class EditDelegate(LineDelegate):
    """Attributes: `new_words`, said in the empty line; `edge`, which names the colour at the left of a row."""

    def __init__(self, model: EditModel, view: QTableView) -> None:
        super().__init__(model, view)
        self._model, self._view = model, view
        self.new_words = ""
        self.edge: Any = None

    def row_height(self) -> int:
        """Return the height of every row."""
        return QFontMetrics(theme.font()).height() + theme.px(13)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the size of a cell."""
        return QSize(self._view.columnWidth(index.column()), self.row_height())

    # --- Drawing

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        self.paint_cell(painter, QRect(option.rect), index, selected=selected)
        painter.restore()

    def paint_cell(self, painter: QPainter, area: QRect, index: Index, *, selected: bool) -> None:
        """Draw one cell into an area."""
        column, row = self._model.columns[index.column()], self._model.row(index.row())
        painter.fillRect(area, theme.colour("selection" if selected else "panel"))
        painter.fillRect(area.left(), area.bottom(), area.width(), 1, theme.colour("line_soft"))
        if index.column() == 0 and row is not None and self.edge is not None and (role := self.edge(row)):
            painter.fillRect(area.left(), area.top() + 3, 3, area.height() - 7, theme.colour(role))
        inner = area.adjusted(_pad(), 0, -_pad(), -1)
        if not self._is_typed_into(index):
            if row is None:
                self._paint_new(painter, inner, index)
            elif column.ticked is not None:
                self._paint_box(painter, inner, on=column.ticked(row))
            else:
                self._paint_words(painter, inner, column, row)
        if index == self._view.currentIndex() and self._view.hasFocus():
            painter.setPen(QPen(theme.colour("link"), 1))
            painter.drawRect(area.adjusted(1, 1, -2, -2))

    def _paint_words(self, painter: QPainter, area: QRect, column: EditColumn, row: Any) -> None:
        words = column.text(row)
        if not words:
            if column.missing is not None and column.missing(row):
                painter.setFont(theme.font(theme.SMALL))
                painter.setPen(theme.colour("attention"))
                painter.drawText(area, LEFT, _cut(painter, t("missing"), area.width()))
            return
        if column.tone is not None and (tone := column.tone(row)):
            size = pill_size(words, QFontMetrics(theme.font(theme.SMALL)))
            top = area.top() + (area.height() - size.height()) // 2
            width = min(size.width(), area.width())
            paint_pill(painter, QRect(area.left(), top, width, size.height()), words, tone)
            return
        painter.setFont(theme.font())
        painter.setPen(theme.colour("muted" if column.muted else "ink"))
        shown = _cut(painter, words, area.width())
        painter.drawText(area, RIGHT if column.right else LEFT, shown)
        if column.aside is not None and shown == words and (aside := column.aside(row)):
            rest = area.adjusted(painter.fontMetrics().horizontalAdvance(words) + theme.px(6), 0, 0, 0)
            painter.setPen(theme.colour("muted"))
            painter.drawText(rest, LEFT, _cut(painter, aside, rest.width()))

    def _paint_new(self, painter: QPainter, area: QRect, index: Index) -> None:
        words = str(self._model.data(index) or "")
        painter.setFont(theme.font())
        if words or self._model.draft:
            painter.setPen(theme.colour("ink"))
            painter.drawText(area, LEFT, _cut(painter, words, area.width()))
            return
        painter.setPen(theme.colour("muted"))  # what it says may be longer than its first cell, and runs on
        painter.setClipRect(area.adjusted(-_pad(), 0, _pad(), 0))
        first = index.column() == 0  # which may stand over others
        left = area.left() if first else self._view.columnViewportPosition(0) + _pad()
        painter.drawText(QRect(left, area.top(), self._view.width(), area.height()), LEFT, self.new_words)

    def _paint_box(self, painter: QPainter, area: QRect, *, on: bool) -> None:
        side = theme.px(15)
        box = QRect(area.left(), area.top() + (area.height() - side) // 2, side, side)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.colour("accent" if on else "muted"))
        painter.setBrush(theme.colour("accent" if on else "panel"))
        painter.drawRoundedRect(box, 3, 3)
        if on:
            painter.setPen(QPen(theme.colour("accent_ink"), max(theme.px(2), 2)))
            left, top = box.left() + side // 4, box.top() + side // 2
            painter.drawLine(left, top, left + side // 5, top + side // 4)
            painter.drawLine(left + side // 5, top + side // 4, left + side // 2 + 1, top - side // 4)

    def _is_typed_into(self, index: Index) -> bool:
        return self._view.state() == QTableView.State.EditingState and index == self._view.currentIndex()

    # --- Typing

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Open a line to type into; what cannot be understood has a red edge."""
        column = self._model.columns[index.column()]
        editor = self.line(parent, column.title)
        editor.setPlaceholderText(column.hint)
        editor.textChanged.connect(partial(_mark, editor, column))
        if column.offers is not None:
            completer = WordCompleter(list(column.offers()), editor, several=column.several)
            editor.setCompleter(completer)
            if (popup := completer.popup()) is not None:
                popup.installEventFilter(_PopupKeys(editor, self))
        return editor

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Let Enter end the typing at once, and ↑ and ↓ go on to the line above or below."""
        if event.type() == QEvent.Type.FocusOut and editor.property("ending"):
            return True  # a key has ended the typing, and says where it leads
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and isinstance(editor, QLineEdit):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.end(editor, Hint.SubmitModelCache)
                return True
            if step := step_of(event):
                self.end(editor, Hint.NoHint)
                self.beside.emit(step)
                return True
        return bool(super().eventFilter(editor, event))

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """Fill the cell."""
        editor.setGeometry(option.rect)


def _mark(editor: QLineEdit, column: EditColumn, words: str) -> None:
    state = ""
    if column.parse is not None and words.strip():
        try:
            column.parse(words)
        except ValueError:
            state = "wrong"
    if editor.property("state") != state:
        editor.setProperty("state", state)
        restyle(editor)


def _pad() -> int:
    return theme.px(9)


def _cut(painter: QPainter, words: str, width: int) -> str:
    return painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, max(width, 0))
