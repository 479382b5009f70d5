"""The list of tasks: chosen, ticked, put in order and removed by mouse and keys."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from ui import theme
from ui.preparation.lines import Line, TaskLine, spoken
from ui.preparation.task_delegate import TaskDelegate, box_of

ROOT = QModelIndex()
KEY = Qt.Key


class TaskModel(QAbstractListModel):
    """The lines as Qt asks for them: tasks can be chosen and ticked, headings neither."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.lines: tuple[Line, ...] = ()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = ROOT) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words of a line, and whether it is done, for screen readers."""
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return spoken(line)
        if role == Qt.ItemDataRole.CheckStateRole and isinstance(line, TaskLine):
            return Qt.CheckState.Checked if line.done else Qt.CheckState.Unchecked
        return None

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        """Let tasks be chosen."""
        line = self.lines[index.row()] if index.isValid() else None
        if isinstance(line, TaskLine):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.NoItemFlags

    def set_lines(self, lines: Sequence[Line]) -> None:
        """Show other lines."""
        before, after = self.lines, tuple(lines)
        if before == after:
            return
        if len(before) != len(after):
            self.beginResetModel()
            self.lines = after
            self.endResetModel()
            return
        self.lines = after
        self.dataChanged.emit(self.index(0), self.index(len(after) - 1))
        self.layoutChanged.emit()


class TaskList(QListView):
    """Signals: `chosen(id)`; `ticked(id)` by Space or a click into the box; `opened(id)` by Enter or a double click;
    `removal_wanted(id)` by Delete; `shifted(id, step)` by Ctrl+↑ and Ctrl+↓; `left_upwards()` by ↑ from the first.
    """

    chosen = Signal(int)
    ticked = Signal(int)
    opened = Signal(int)
    removal_wanted = Signal(int)
    shifted = Signal(int, int)
    left_upwards = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model_of_tasks = TaskModel(self)
        self._quiet = False
        self.setModel(self.model_of_tasks)
        self.setItemDelegate(TaskDelegate(self, lambda row: self.model_of_tasks.lines[row]))
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.selectionModel().currentChanged.connect(lambda *_: self._tell())
        self.clicked.connect(lambda _index: self._tell())

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show other lines; the task chosen and the scroll position stay, or the neighbour of one that went."""
        known, row, scroll = self.current_task(), self.currentIndex().row(), self.verticalScrollBar().value()
        self._quiet = True
        self.model_of_tasks.set_lines(lines)
        if known and not self.select_task(known):
            self._select_near(row)
        self._quiet = False
        self.verticalScrollBar().setValue(scroll)
        if known and self.current_task() != known and self.hasFocus():
            self._tell()

    def lines(self) -> tuple[Line, ...]:
        """Return the lines shown."""
        return self.model_of_tasks.lines

    def tasks(self) -> list[int]:
        """Return the ids of the tasks shown, in order."""
        return [line.task_id for line in self.lines() if isinstance(line, TaskLine)]

    def current_task(self) -> int:
        """Return the id of the task chosen, or 0."""
        index = self.currentIndex()
        line = self.lines()[index.row()] if index.isValid() and index.row() < len(self.lines()) else None
        return line.task_id if isinstance(line, TaskLine) else 0

    def select_task(self, task_id: int) -> bool:
        """Choose a task if it is shown; nobody is told."""
        quiet, self._quiet = self._quiet, True
        places = {line.task_id: n for n, line in enumerate(self.lines()) if isinstance(line, TaskLine)}
        row = places.get(task_id, -1)
        if row >= 0:
            self.setCurrentIndex(self.model_of_tasks.index(row))
            self.scrollTo(self.model_of_tasks.index(row))
        else:
            self.selectionModel().clear()
        self._quiet = quiet
        return row >= 0

    def _select_near(self, row: int) -> None:
        rows = [n for n, line in enumerate(self.lines()) if isinstance(line, TaskLine)]
        near = min(rows, key=lambda one: (abs(one - row), one), default=-1)
        if near >= 0:
            self.setCurrentIndex(self.model_of_tasks.index(near))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick by Space, open by Enter, remove by Delete, shift by Ctrl+↑↓."""
        task, key = self.current_task(), event.key()
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if task and key == KEY.Key_Space:
            self.ticked.emit(task)
        elif task and key in (KEY.Key_Return, KEY.Key_Enter):
            self.opened.emit(task)
        elif task and key == KEY.Key_Delete:
            self.removal_wanted.emit(task)
        elif task and control and key in (KEY.Key_Up, KEY.Key_Down):
            self.shifted.emit(task, -1 if key == KEY.Key_Up else 1)
        elif key == KEY.Key_Up and (not task or self.tasks().index(task) == 0):
            self.left_upwards.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tick where the box is clicked, else choose."""
        index = self.indexAt(event.position().toPoint())
        line = self.lines()[index.row()] if index.isValid() else None
        super().mousePressEvent(event)
        if isinstance(line, TaskLine) and event.button() == Qt.MouseButton.LeftButton:
            reach = box_of(self.visualRect(index)).adjusted(-theme.px(10), -theme.px(6), theme.px(8), theme.px(8))
            if reach.contains(event.position().toPoint()):
                self.ticked.emit(line.task_id)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open a task; a second click into its box is one more tick."""
        index = self.indexAt(event.position().toPoint())
        line = self.lines()[index.row()] if index.isValid() else None
        if isinstance(line, TaskLine) and event.position().x() > box_of(self.visualRect(index)).right() + theme.px(8):
            self.opened.emit(line.task_id)
        else:
            self.mousePressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Choose the first task when none is chosen yet."""
        super().focusInEvent(event)
        if not self.current_task() and event.reason() != Qt.FocusReason.MouseFocusReason and self.tasks():
            self.select_task(self.tasks()[0])
            self._tell()
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure anew for another width."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def changeEvent(self, event: QEvent) -> None:
        """Follow theme and text size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange):
            self.scheduleDelayedItemsLayout()

    def _tell(self) -> None:
        if not self._quiet and (task := self.current_task()):
            self.chosen.emit(task)
