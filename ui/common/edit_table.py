"""A table typed through by keyboard as a spreadsheet: every cell a step, new rows from an empty line at its end."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QMenu, QTableView, QWidget

from ui import theme
from ui.common.columns import Row
from ui.common.edit_columns import EditColumn
from ui.common.edit_frame import EditFrame
from ui.common.edit_model import NEW, Index
from ui.common.edit_text import as_lines, read_lines
from ui.translate import t

Hint = QAbstractItemDelegate.EndEditHint
Flag = QItemSelectionModel.SelectionFlag
ROW = Flag.ClearAndSelect | Flag.Rows
BOX = 34
"""Pixels of the design at the left of a cell in which a click ticks its box."""
STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class EditTable(EditFrame):
    """Attributes: `model_of_rows`; `order`, whether rows may be put into another order.

    Signals: `selected(ids)`; `edited(ids, key, value)` of all rows chosen where several are; `new_wanted(values)`,
    answered by `follow(id)` or `give_up()`; `pasted([(id or 0, values)])`; `delete_requested(ids)`;
    `moved(id, place)`; `refused(words)`.

    Keys: Enter types, and then leads on as Tab does; ↑ and ↓ go on typing in the line above or below; a letter types
    over the cell; Backspace empties it; Space ticks; Escape leaves as it was; Insert begins a row; Delete removes;
    Ctrl+D gives all rows chosen what the first has; Ctrl+C and Ctrl+V; Ctrl+↑↓ puts a row elsewhere.
    """

    selected = Signal(object)
    edited = Signal(object, str, object)
    new_wanted = Signal(object)
    pasted = Signal(object)
    delete_requested = Signal(object)
    moved = Signal(int, int)
    refused = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        self.order = False
        self._typed_key: int | None = None
        self._told: tuple[int, ...] = ()
        self._waiting: Sequence[Row] | None = None
        self._quiet = False
        self._pending = False  # a row was asked for and is not here yet
        self._follow: int | None = None
        self._after: tuple[int, int] | None = None  # the column typed into, and where typing goes on from it
        super().__init__(parent)
        self.delegate.beside.connect(self.type_beside)
        self.selectionModel().selectionChanged.connect(lambda *_ranges: self._tell())
        self.model_of_rows.typed.connect(self._typed)
        self.model_of_rows.started.connect(self._start_row)
        self.model_of_rows.refused.connect(self.refused)

    # --- What is shown

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows; those chosen, an open editor and the place of the view stay."""
        if self.is_typing() and self.model_of_rows.would_move(self._typed_key, rows):
            self._waiting = rows  # the line that is being typed into must not move under the hands
            return
        self._waiting = None
        chosen, key, column = self.selected_ids(), self.key(), self.currentIndex().column()
        place, bar = self.currentIndex().row(), self.verticalScrollBar().value()
        self._quiet = True
        self.model_of_rows.set_rows(rows)
        there = self.model_of_rows.place(key)
        if not self.is_typing():
            self._choose([one for one in chosen if self.model_of_rows.place(one) >= 0], there, column)
        self.verticalScrollBar().setValue(bar)
        self._quiet = False
        self.fit()
        if chosen and there < 0 and key != NEW and not self.is_typing():
            self._after_loss(place, column)
        self._tell()
        self._go_on()

    def set_columns(self, columns: Sequence[EditColumn]) -> None:
        """Show these columns."""
        self.model_of_rows.set_columns(columns)
        self.fit()

    def set_adding(self, *, can_add: bool, read_only: bool, words: str = "") -> None:
        """Have an empty line to begin new rows in, which says these words; or none."""
        self.delegate.new_words = words
        self.model_of_rows.set_adding(can_add=can_add, read_only=read_only)
        self.viewport().update()

    def set_edge(self, edge: Callable[[Any], str] | None) -> None:
        """Draw the left edge of each row in the colour of this role."""
        self.delegate.edge = edge

    def rows(self) -> list[Any]:
        """Return the rows shown."""
        return list(self.model_of_rows.rows)

    def selected_ids(self) -> tuple[int, ...]:
        """Return the ids of the rows chosen, in the order shown."""
        keys = (self.model_of_rows.key(index.row()) for index in sorted(self.selectionModel().selectedRows()))
        return tuple(key for key in keys if key is not None and key != NEW)

    def key(self) -> int | None:
        """Return the id of the current row, `NEW` in the empty line, None for none."""
        return self.model_of_rows.key(self.currentIndex().row())

    def select(self, ids: Iterable[int]) -> None:
        """Choose rows; `selected` is sent if that changes anything."""
        wanted = [one for one in ids if self.model_of_rows.place(one) >= 0]
        self._quiet = True
        first = self.model_of_rows.place(wanted[0]) if wanted else -1
        self._choose(wanted, first, self.currentIndex().column())
        self._quiet = False
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())
        self._tell()

    def is_typing(self) -> bool:
        """Tell whether an editor is open."""
        return self.state() == QTableView.State.EditingState

    # --- Typing

    def type_into(self, place: int, column: int) -> None:
        """Open a cell to type into."""
        self._go(place, column)
        self.edit(self.model_of_rows.index(place, column))

    def type_new(self) -> None:
        """Type into the empty line."""
        if self.model_of_rows.has_new() and not self._pending:
            self.type_into(self.model_of_rows.place(NEW), self._first_column())

    def follow(self, row_id: int) -> None:
        """Go to the row that was made, and on typing in it."""
        self._pending, self._follow = False, row_id
        if not self.is_typing():
            self._go_on()

    def give_up(self) -> None:
        """Go on where one was: the row asked for was refused."""
        self._pending, self._after = False, None

    def type_beside(self, by: int) -> None:
        """Go on typing in the line above or below, in the same column."""
        index = self.currentIndex()
        if self._pending:
            self._after = None
        elif self.model_of_rows.key(index.row() + by) is not None:
            self.type_into(index.row() + by, index.column())

    def edit(self, index: Any, *how: Any) -> Any:
        """Remember which line is typed into."""
        if index.isValid():
            self._typed_key = self.model_of_rows.key(index.row())
        return super().edit(index, *how)

    def closeEditor(self, editor: QWidget, hint: Hint) -> None:
        """Go where the key that ended the typing leads: Tab and Enter to the next field, Escape nowhere."""
        column, elsewhere = self.currentIndex().column(), self.key() != self._typed_key
        super().closeEditor(editor, Hint.NoHint)
        if self._waiting is not None:
            self.set_rows(self._waiting)
        onward = 0 if hint in (Hint.NoHint, Hint.RevertModelCache) else -1 if hint is Hint.EditPreviousItem else 1
        if self._pending or self._follow is not None:
            self._after = (column, onward) if onward else None
            self._go_on()
            return
        place = self.model_of_rows.place(self._typed_key)
        if place < 0 or elsewhere or hint is Hint.NoHint:  # the person has gone to another line already
            return
        if place != self.currentIndex().row():
            self._go(place, column)
        if onward:
            self._type_on(place, column, onward)
        else:
            if self._typed_key == NEW:
                self.model_of_rows.take_draft()
            self.setFocus()

    def _go_on(self) -> None:
        """Go to the row that was asked for, once it is here, and on typing where the key led."""
        place = self.model_of_rows.place(self._follow) if self._follow is not None else -1
        if place < 0 or self.is_typing():
            return
        follow, after = self._follow, self._after
        self._follow = self._after = None
        self._typed_key = follow
        if after is None:
            self._go(place, max(self.currentIndex().column(), 0))
        else:
            self._go(place, after[0])
            self._type_on(place, *after)

    def _type_on(self, place: int, column: int, by: int) -> None:
        """Open the next field that is typed into: of this line, else of the next."""
        column += by
        while 0 <= column < len(self.model_of_rows.columns):
            if self._is_typed(column):
                self.type_into(place, column)
                return
            column += by
        if self.model_of_rows.key(place) != NEW and self.model_of_rows.key(place + by) is not None:
            self.type_into(place + by, self._first_column() if by > 0 else self._last_column())
        else:
            self.setFocus()

    def _is_typed(self, column: int) -> bool:
        return self.model_of_rows.columns[column].parse is not None and not self.isColumnHidden(column)

    def _first_column(self) -> int:
        return next((place for place in range(len(self.model_of_rows.columns)) if self._is_typed(place)), 0)

    def _last_column(self) -> int:
        return max((place for place in range(len(self.model_of_rows.columns)) if self._is_typed(place)), default=0)

    def _start_row(self) -> None:
        self._pending = True
        self.new_wanted.emit(self.model_of_rows.take_draft())

    def _typed(self, row_id: int, column: EditColumn, value: object) -> None:
        chosen = self.selected_ids()
        self.edited.emit(chosen if len(chosen) > 1 and row_id in chosen else (row_id,), column.key, value)

    # --- Keys and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the keys say; see the class."""
        key, model = Qt.Key(event.key()), self.model_of_rows
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_rows()
        elif model.read_only or self.is_typing():
            super().keyPressEvent(event)
        elif self._pending and event.text().strip():
            event.accept()  # the row is on its way
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste_rows()
        elif key == Qt.Key.Key_Insert:
            self.type_new()
        elif not self._act(key, control=control):
            if control and key not in (Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_A):
                event.ignore()  # the window's own
            else:
                super().keyPressEvent(event)

    def _act(self, key: Qt.Key, *, control: bool) -> bool:
        """Do what a key does to the current cell or the rows chosen; tell whether it was one of these."""
        index, chosen = self.currentIndex(), self.selected_ids()
        if not index.isValid():
            return False
        column = self.model_of_rows.columns[index.column()]
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not control:
            if column.ticked is not None:
                self.model_of_rows.tick(index)
            else:
                self.type_into(index.row(), index.column() if column.parse is not None else self._first_column())
        elif key == Qt.Key.Key_Space and column.ticked is not None:
            self.model_of_rows.tick(index)
        elif key == Qt.Key.Key_Backspace and column.parse is not None:
            self.model_of_rows.setData(index, "")
        elif key == Qt.Key.Key_Delete and chosen:
            self.delete_requested.emit(chosen)
        elif control and key == Qt.Key.Key_D:
            self.fill_down()
        elif control and key in STEPS and self.order and chosen:
            self.moved.emit(chosen[0], max(self.model_of_rows.place(chosen[0]) + STEPS[key], 0))
        else:
            return False
        return True

    def fill_down(self) -> None:
        """Give all rows chosen what the first of them has in the current column."""
        chosen, place = self.selected_ids(), self.currentIndex().column()
        if len(chosen) < 2 or place < 0:
            return
        column, row = self.model_of_rows.columns[place], self.model_of_rows.row(self.model_of_rows.place(chosen[0]))
        if column.ticked is not None:
            self.edited.emit(chosen, column.key, column.ticked(row))
        elif column.parse is not None:
            try:
                self.edited.emit(chosen, column.key, column.parse(column.begins(row)))
            except ValueError:
                self.refused.emit(column.wrong)

    def copy_rows(self) -> None:
        """Copy the rows chosen as lines of text, as spreadsheets read them."""
        places = [self.model_of_rows.place(one) for one in self.selected_ids()]
        QGuiApplication.clipboard().setText(as_lines(self.model_of_rows, places))

    def paste_rows(self) -> None:
        """Take lines from a spreadsheet: over the rows from the current one on, and new ones after the last."""
        index, lines = self.currentIndex(), QGuiApplication.clipboard().text()
        if not index.isValid() or not lines.strip() or self.model_of_rows.read_only:
            return
        taken, wrong = read_lines(self.model_of_rows, lines, index.row(), index.column())
        if taken:
            self.pasted.emit(taken)
        if wrong:
            self.refused.emit(wrong)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tick a box at the first click; take hold of a row that can be put elsewhere."""
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() is not Qt.MouseButton.LeftButton or not index.isValid():
            return
        on_box = event.position().x() - self.visualRect(index).left() < theme.px(BOX)
        if self.model_of_rows.columns[index.column()].ticked is not None and on_box and not event.modifiers():
            self.model_of_rows.tick(index)
        elif self.order and not self.model_of_rows.read_only and self.model_of_rows.row(index.row()) is not None:
            self.take_hold(self.model_of_rows.key(index.row()), event.position().toPoint())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Carry the row taken hold of."""
        if not self.carry(event.position().toPoint()):
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let the row go."""
        super().mouseReleaseEvent(event)
        if (dropped := self.let_go()) is not None:
            self.moved.emit(*dropped)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what the keys do."""
        menu = self.menu()
        if menu is not None:
            menu.exec(event.globalPos() if event.globalPos() != QPoint() else self.mapToGlobal(QPoint(20, 20)))

    def menu(self) -> QMenu | None:
        """Return what can be done with the rows chosen."""
        chosen = self.selected_ids()
        if not chosen or self.model_of_rows.read_only:
            return None
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(t("Copy rows") + "\tCtrl+C", self.copy_rows)
        menu.addAction(t("Paste rows") + "\tCtrl+V", self.paste_rows)
        if len(chosen) > 1:
            menu.addAction(t("Same in all rows chosen") + "\tCtrl+D", self.fill_down)
        menu.addSeparator()
        menu.addAction(t("Remove") + "\tDel", lambda: self.delete_requested.emit(chosen))
        return menu

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Choose nothing by merely coming here."""
        nothing = not self.currentIndex().isValid()
        self._quiet, before = True, self._quiet
        super().focusInEvent(event)
        if nothing and event.reason() is not Qt.FocusReason.MouseFocusReason:
            self.selectionModel().setCurrentIndex(self.model_of_rows.index(0, self._first_column()), Flag.NoUpdate)
        self._quiet = before

    # --- What is chosen

    def _choose(self, ids: Iterable[int], place: int, column: int) -> None:
        last = max(len(self.model_of_rows.columns) - 1, 0)
        selection = QItemSelection()
        for one in ids:
            row = self.model_of_rows.place(one)
            selection.select(self.model_of_rows.index(row, 0), self.model_of_rows.index(row, last))
        chooser = self.selectionModel()
        current = self.model_of_rows.index(place, max(column, 0)) if place >= 0 else QModelIndex()
        chooser.setCurrentIndex(current, Flag.NoUpdate)
        chooser.select(selection, Flag.ClearAndSelect | Flag.Rows)

    def _go(self, place: int, column: int) -> None:
        """Go to a cell; the rows chosen stay so while it is in one of them."""
        index: Index = self.model_of_rows.index(place, max(column, 0))
        stays = self.selectionModel().isRowSelected(place, QModelIndex())
        self.selectionModel().setCurrentIndex(index, Flag.NoUpdate if stays else ROW)
        self.scrollTo(index)

    def _after_loss(self, place: int, column: int) -> None:
        """Choose the neighbour of a row that is gone."""
        place = min(place, len(self.model_of_rows.rows) - 1)
        if place >= 0:
            self._go(place, column)

    def _tell(self) -> None:
        ids = self.selected_ids()
        if not self._quiet and ids != self._told:
            self._told = ids
            self.selected.emit(ids)

    def event(self, event: QEvent) -> bool:
        """Keep Tab for the fields while there is an editor, and leave Ctrl+D to this table."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            if control and Qt.Key(event.key()) in (Qt.Key.Key_D, *STEPS):
                event.accept()
                return True
        return bool(super().event(event))


