"""The Qt side of a table that is typed into: rows, and an empty line at the end where new ones begin."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from ui.common.columns import Row
from ui.common.edit_columns import EditColumn

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
NEW = -1
"""The key of the empty line."""


class EditModel(QAbstractTableModel):
    """Attributes: `columns`, `rows`; `draft`, the values typed into the empty line so far, by column; `can_add`.

    Signals: `typed(key of the row, column, value)`; `started()` once the empty line holds what makes a row;
    `refused(words)` where something could not be understood.
    """

    typed = Signal(int, object, object)
    started = Signal()
    refused = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns: list[EditColumn] = []
        self.rows: list[Any] = []
        self.read_only = False
        self.can_add = True
        self.draft: dict[str, Any] = {}
        self._drafted: dict[str, str] = {}

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows) + int(self.has_new())

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def has_new(self) -> bool:
        """Tell whether there is an empty line."""
        return self.can_add and not self.read_only and bool(self.columns)

    def row(self, place: int) -> Any:
        """Return the row shown at a place, None for the empty line."""
        return self.rows[place] if 0 <= place < len(self.rows) else None

    def key(self, place: int) -> int | None:
        """Return the id of the row at a place, `NEW` for the empty line, None beyond."""
        if 0 <= place < len(self.rows):
            return int(self.rows[place].id)
        return NEW if place == len(self.rows) and self.has_new() else None

    def place(self, key: int | None) -> int:
        """Return where a row is, or -1."""
        if key == NEW:
            return len(self.rows) if self.has_new() else -1
        return next((place for place, row in enumerate(self.rows) if row.id == key), -1)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell's words, for editors and screen readers."""
        if not index.isValid() or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return None
        column, row = self.columns[index.column()], self.row(index.row())
        if row is None:
            return self._drafted.get(column.key, "")
        if column.ticked is not None:
            return "✓" if column.ticked(row) else ""
        return column.begins(row) if role == Qt.ItemDataRole.EditRole else column.text(row)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the heading of a column."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            right = self.columns[section].right
            side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return self.columns[section].title if role == Qt.ItemDataRole.DisplayRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Tell what can be typed into; boxes are ticked without an editor."""
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        column = self.columns[index.column()]
        typed = column.parse is not None and not self.read_only
        return usual | Qt.ItemFlag.ItemIsEditable if typed else usual

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Send what was typed, or keep it with the empty line until it makes a row."""
        column, row = self.columns[index.column()], self.row(index.row())
        words = str(value)
        if role != Qt.ItemDataRole.EditRole or column.parse is None or words == self.data(index, role):
            return False
        if row is None and not words.strip():
            self._forget(column.key)
            return True
        try:
            meant = column.parse(words)
        except ValueError:
            self.refused.emit(column.wrong)
            return False
        if row is None:
            self.keep(column, meant, words)
        else:
            self.typed.emit(row.id, column, meant)
        return True

    def tick(self, index: Index) -> None:
        """Turn a box over."""
        column, row = self.columns[index.column()], self.row(index.row())
        if column.ticked is None or self.read_only:
            return
        if row is None:
            on = not self.draft.get(column.key, False)
            self.keep(column, on, "✓" if on else "")
        else:
            self.typed.emit(row.id, column, not column.ticked(row))

    def keep(self, column: EditColumn, value: Any, words: str) -> None:
        """Keep a value with the empty line."""
        self.draft[column.key], self._drafted[column.key] = value, words
        last = len(self.rows)
        self.dataChanged.emit(self.index(last, 0), self.index(last, len(self.columns) - 1))
        if column.starts:
            self.started.emit()

    def take_draft(self) -> dict[str, Any]:
        """Return what was typed into the empty line, and empty it."""
        taken, self.draft, self._drafted = self.draft, {}, {}
        return taken

    def set_columns(self, columns: Sequence[EditColumn]) -> None:
        """Use other columns: other languages of an event, or other words."""
        if [one.key for one in columns] == [one.key for one in self.columns]:
            self.columns = list(columns)
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, max(len(columns) - 1, 0))
            return
        self.beginResetModel()
        self.columns = list(columns)
        self.endResetModel()

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows; those around a change stay as they are, and so does an editor in them."""
        head, tail = common([row.id for row in self.rows], [row.id for row in rows])
        if (gone := len(self.rows) - head - tail) > 0:
            self.beginRemoveRows(ROOT, head, head + gone - 1)
            del self.rows[head : head + gone]
            self.endRemoveRows()
        if (come := len(rows) - head - tail) > 0:
            self.beginInsertRows(ROOT, head, head + come - 1)
            self.rows[head:head] = rows[head : head + come]
            self.endInsertRows()
        self.rows = list(rows)
        if self.rows and self.columns:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, len(self.columns) - 1))

    def set_adding(self, *, can_add: bool, read_only: bool) -> None:
        """Show or hide the empty line."""
        before, last = self.has_new(), len(self.rows)
        after = can_add and not read_only and bool(self.columns)
        if before and not after:
            self.beginRemoveRows(ROOT, last, last)
            self.can_add, self.read_only = can_add, read_only
            self.endRemoveRows()
        elif after and not before:
            self.beginInsertRows(ROOT, last, last)
            self.can_add, self.read_only = can_add, read_only
            self.endInsertRows()
        self.can_add, self.read_only = can_add, read_only

    def would_move(self, key: int | None, rows: Sequence[Row]) -> bool:
        """Tell whether other rows would take this one away from where it stands, or away altogether."""
        place = self.place(key)
        head, tail = common([row.id for row in self.rows], [row.id for row in rows])
        return key != NEW and place >= 0 and head <= place < len(self.rows) - tail

    def _forget(self, key: str) -> None:
        self.draft.pop(key, None)
        self._drafted.pop(key, None)


def common(old: Sequence[int], new: Sequence[int]) -> tuple[int, int]:
    """Return how many keys are the same at the beginning and at the end."""
    least = min(len(old), len(new))
    head = next((place for place in range(least) if old[place] != new[place]), least)
    tail = next((place for place in range(least - head) if old[-1 - place] != new[-1 - place]), least - head)
    return head, tail
