"""The programme as a list that is typed through: times, titles in every language, new items at the end of a day."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QHeaderView, QTableView, QWidget

from planner.rules.text import Language
from ui import theme
from ui.agenda.item_delegate import ItemDelegate
from ui.agenda.item_model import TIME, TITLE, ItemModel
from ui.agenda.lines import Kind, Line
from ui.common.table_look import dress_table
from ui.translate import follow_language, t

Hint = QAbstractItemDelegate.EndEditHint
ROW = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
STEP = 5


class ItemTable(QTableView):
    """The list. Attributes: `model_of_items`.

    Signals: `selected(id or None)`; `item_wanted(day)` when an empty line with something in it is left (its words
    are in `model_of_items.take_draft(day)`); `stepped(id, minutes)`; `delete_requested(id)`; `copy_requested(id)`.

    Keys: Enter types, and then leads on as Tab does: time, titles, place, next line; ↑ and ↓ go on typing in the line
    above or below; a digit or letter types over the cell; Escape leaves as it was. Ctrl+↑↓ moves by five minutes
    (Ctrl+Shift: what follows too; Ctrl+page keys: by one), a part among its siblings; Ctrl+D; Delete.
    """

    selected = Signal(object)
    item_wanted = Signal(object)
    stepped = Signal(object, int)
    shift_requested = Signal(object, int)
    delete_requested = Signal(object)
    copy_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model_of_items = ItemModel(self)
        self.setModel(self.model_of_items)
        self._delegate = ItemDelegate(self.model_of_items, self)
        self.setItemDelegate(self._delegate)
        self._delegate.beside.connect(self.type_beside)
        self._told: int | None = None
        self._typed_key: int | None = None
        self._spanned: list[int] = []
        self._waiting: tuple[Sequence[Line], Sequence[Language]] | None = None
        self._quiet = False
        dress_table(self, least=24, typed=True, several=False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(8)
        self.selectionModel().currentChanged.connect(self._moved)
        follow_language(self.retranslate)

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self.setAccessibleName(t("Programme as a list"))
        self.model_of_items.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.model_of_items.columnCount() - 1)

    def set_lines(self, lines: Sequence[Line], languages: Sequence[Language]) -> None:
        """Show these lines; the chosen one, an open editor and the place of the view stay."""
        if self.state() == self.State.EditingState and self.model_of_items.would_move(self._typed_key, lines):
            self._waiting = (lines, languages)  # the line that is being typed into must not move under the hands
            return
        self._waiting = None
        chosen, key = self.selected_id(), self._key()
        row, bar = self.currentIndex().row(), self.verticalScrollBar().value()
        self._quiet = True
        if [line.key for line in lines] != [line.key for line in self.model_of_items.lines]:
            self._spanned = [-1]  # rows come and go: the headings are to be spread anew
        self.model_of_items.set_lines(lines, languages)
        self._measure()
        there = self.model_of_items.row_of(key) if key is not None else -1
        if there >= 0 and there != self.currentIndex().row() and self.state() != self.State.EditingState:
            self._go(there, self.currentIndex().column())
        self.verticalScrollBar().setValue(bar)
        self._quiet = False
        if chosen is not None and self.model_of_items.row_of(chosen) < 0:
            self._after_loss(row)

    def select(self, item_id: int | None) -> None:
        """Choose an item (None: none); `selected` is not sent."""
        self._quiet = True
        row = self.model_of_items.row_of(item_id) if item_id is not None else -1
        if row >= 0 and row != self.currentIndex().row():
            self._go(row, TITLE)
            self.scrollTo(self.model_of_items.index(row, TITLE))
        elif item_id is None and self.selected_id() is not None:
            self.setCurrentIndex(QModelIndex())
        self._told = item_id
        self._quiet = False

    def selected_id(self) -> int | None:
        """Return the id of the chosen item."""
        line = self.line()
        return line.key if line is not None and line.kind is Kind.ITEM else None

    def line(self) -> Line | None:
        """Return the line chosen."""
        row, lines = self.currentIndex().row(), self.model_of_items.lines
        return lines[row] if 0 <= row < len(lines) else None

    def set_read_only(self, read_only: bool) -> None:
        """Let lines be chosen only."""
        self.model_of_items.read_only = read_only

    def type_into(self, row: int, column: int) -> None:
        """Open a cell to type into."""
        self._go(row, column)
        self.edit(self.model_of_items.index(row, column))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Choose nothing by merely coming here."""
        nothing = not self.currentIndex().isValid()
        self._quiet, before = True, self._quiet
        super().focusInEvent(event)
        if nothing:
            self.setCurrentIndex(QModelIndex())
        self._quiet = before

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the keys say; see the class."""
        line, held, key = self.line(), event.modifiers(), Qt.Key(event.key())
        control = bool(held & Qt.KeyboardModifier.ControlModifier)
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        pages = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
        if self.model_of_items.read_only or self.state() == self.State.EditingState:
            super().keyPressEvent(event)
        elif key == Qt.Key.Key_Insert:
            self.type_new()
        elif line is None:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            column = self.currentIndex().column()
            self.type_into(self.currentIndex().row(), column if column <= self._last_column() else TITLE)
        elif line.kind is Kind.ITEM and control and key in steps:
            follow = bool(held & Qt.KeyboardModifier.ShiftModifier) and line.depth == 0
            (self.shift_requested if follow else self.stepped).emit(line.key, steps[key] * STEP)
        elif line.kind is Kind.ITEM and control and key in pages:
            self.stepped.emit(line.key, pages[key])
        elif line.kind is Kind.ITEM and control and key == Qt.Key.Key_D:
            self.copy_requested.emit(line.key)
        elif line.kind is Kind.ITEM and key == Qt.Key.Key_Delete:
            self.delete_requested.emit(line.key)
        elif not control:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def edit(self, index: Any, *how: Any) -> Any:
        """Remember which line is typed into."""
        if index.isValid():
            self._typed_key = self.model_of_items.lines[index.row()].key
        return super().edit(index, *how)

    def closeEditor(self, editor: QWidget, hint: Hint) -> None:
        """Go where the key that ended the typing leads: Tab and Enter to the next field, Escape nowhere."""
        column, elsewhere = self.currentIndex().column(), self._key() != self._typed_key
        super().closeEditor(editor, Hint.NoHint)
        if self._waiting is not None:
            self.set_lines(*self._waiting)
        row = self.model_of_items.row_of(self._typed_key) if self._typed_key is not None else -1
        if row < 0 or elsewhere or hint is Hint.NoHint:  # the person has gone to another line already
            return
        if row != self.currentIndex().row():
            self._go(row, column)
        line = self.model_of_items.lines[row]
        if hint is not Hint.RevertModelCache:
            self._type_on(self.model_of_items.index(row, column), -1 if hint is Hint.EditPreviousItem else 1, line)
            return
        if line.kind is Kind.NEW:
            self.model_of_items.take_draft(line.day)
        self.setFocus()

    def type_beside(self, by: int) -> None:
        """Go on typing in the line above or below, in the same column."""
        index, lines = self.currentIndex(), self.model_of_items.lines
        row = index.row() + by
        while 0 <= row < len(lines) and lines[row].kind is Kind.DAY:
            row += by
        if 0 <= row < len(lines):
            key = lines[row].key
            self.setCurrentIndex(self.model_of_items.index(row, index.column()))  # leaving an empty line sends it
            self.type_into(self.model_of_items.row_of(key), index.column())

    def _last_column(self) -> int:
        place = self.model_of_items.place_column()
        return place - 1 if self.isColumnHidden(place) else place

    def _type_on(self, index: QModelIndex, by: int, line: Line) -> None:
        column = index.column() + by
        if TIME <= column <= self._last_column():
            self.type_into(index.row(), column)
            return
        if line.kind is Kind.NEW and by > 0:
            self._send(line)
            self.type_into(self.model_of_items.row_of(line.key), TIME)
            return
        row = index.row() + by
        lines = self.model_of_items.lines
        while 0 <= row < len(lines) and lines[row].kind is Kind.DAY:
            row += by
        if 0 <= row < len(lines):
            self.type_into(row, TIME if by > 0 else self._last_column())
        else:
            self.setFocus()

    def _send(self, line: Line) -> None:
        if line.day in self.model_of_items.drafts:
            self.item_wanted.emit(line.day)

    def type_new(self) -> None:
        """Type into the empty line of the day one is on, else into the first."""
        line, lines = self.line(), self.model_of_items.lines
        rows = [row for row, one in enumerate(lines) if one.kind is Kind.NEW]
        here = [row for row in rows if line is not None and lines[row].day == line.day]
        if rows:
            self.type_into((here or rows)[0], TIME)

    def _go(self, row: int, column: int) -> None:
        index = self.model_of_items.index(row, max(column, 0))
        self.selectionModel().setCurrentIndex(index, ROW)

    def _key(self) -> int | None:
        line = self.line()
        return line.key if line is not None else None

    def _after_loss(self, row: int) -> None:
        """Choose the neighbour of a line that is gone."""
        lines = self.model_of_items.lines
        row = min(row, len(lines) - 1)
        while row >= 0 and lines[row].kind is not Kind.ITEM:
            row -= 1
        if row >= 0:
            self._go(row, TITLE)
        else:
            self._tell(None)

    def _moved(self, now: QModelIndex, before: QModelIndex) -> None:
        if self._quiet:
            return
        lines = self.model_of_items.lines
        left = lines[before.row()] if now.row() != before.row() and 0 <= before.row() < len(lines) else None
        self._tell(self.selected_id())
        if left is not None and left.kind is Kind.NEW:
            self._send(left)

    def _tell(self, item_id: int | None) -> None:
        if item_id != self._told:
            self._told = item_id
            self.selected.emit(item_id)

    def _measure(self) -> None:
        """Give times their room, and share the rest between titles and place."""
        model = self.model_of_items
        if not model.languages or self.viewport().width() < 100:
            return
        room, time, state = self.viewport().width(), theme.px(116), self._delegate.state_width()
        with_place, with_state = room >= theme.px(480), room >= theme.px(640)
        rest = max(room - time - (state if with_state else 0), theme.px(200))
        parts = len(model.languages) * 3 + (2 if with_place else 0)
        widths = [time, *[rest * 3 // parts] * len(model.languages), rest * 2 // parts, state]
        self.setColumnHidden(model.place_column(), not with_place)
        self.setColumnHidden(model.place_column() + 1, not with_state)
        for column, width in enumerate(widths):
            self.setColumnWidth(column, width)
        self._set_heights()
        spanned = [row for row, line in enumerate(model.lines) if line.kind is Kind.DAY]
        if spanned != self._spanned:
            self.clearSpans()
            for row in spanned:
                self.setSpan(row, 0, 1, model.columnCount())
            self._spanned = spanned

    def _set_heights(self) -> None:
        rows = self.verticalHeader()
        changed = [
            (row, height) for row, height in enumerate(self._delegate.heights()) if rows.sectionSize(row) != height
        ]
        for row, height in changed:
            rows.resizeSection(row, height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width anew."""
        super().resizeEvent(event)
        self._measure()

    def changeEvent(self, event: QEvent) -> None:
        """Follow theme and text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_delegate"):
            self._delegate.forget()
            self._measure()
