"""The Qt side of a row store: a table model that is never reset after the first load."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ui.common.columns import Column, Row
from ui.common.rows import Folded, RowStore

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()


class RowModel(QAbstractTableModel):
    """Shows a `RowStore`. What changes the rows goes through `change`, which tells the view as little as it can."""

    def __init__(self, columns: Sequence[Column], folded: Folded | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = list(columns)
        self.store = RowStore(columns, folded)
        self._count = 0

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell's text; the delegate does not ask here, screen readers and the clipboard do."""
        if role != Qt.ItemDataRole.DisplayRole or not index.isValid():
            return None
        column, row = self.columns[index.column()], self.store.shown[index.row()]
        return f"{column.text(row)} {column.second(row)}" if column.second else column.text(row)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a column's heading."""
        if orientation == Qt.Orientation.Horizontal and 0 <= section < len(self.columns):
            if role == Qt.ItemDataRole.DisplayRole:
                return self.columns[section].title
            if role == Qt.ItemDataRole.TextAlignmentRole:
                right = self.columns[section].right
                return Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every cell may be chosen, none edited in place."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def set_columns(self, columns: Sequence[Column]) -> None:
        """Show the same columns with other words."""
        self.columns = list(columns)
        self.change(lambda: self.store.set_columns(columns))
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(columns) - 1)

    def change(self, work: Callable[[], None]) -> None:
        """Do something to the store, then grow or shrink at the end and mark what differs."""
        before = self.store.shown
        work()
        after = self.store.shown
        grown = len(after) - len(before)
        if grown > 0:
            self.beginInsertRows(ROOT, len(before), len(after) - 1)
            self._count = len(after)
            self.endInsertRows()
        elif grown < 0:
            self.beginRemoveRows(ROOT, len(after), len(before) - 1)
            self._count = len(after)
            self.endRemoveRows()
        first = _first_difference(before, after)
        if first < min(len(before), len(after)):
            self.dataChanged.emit(self.index(first, 0), self.index(len(after) - 1, len(self.columns) - 1))


def _first_difference(before: Sequence[Row], after: Sequence[Row]) -> int:
    for place, (old, new) in enumerate(zip(before, after, strict=False)):
        if old is not new and old != new:
            return place
    return min(len(before), len(after))
