"""The lines of a column as Qt's lists ask for them: what can be chosen, dragged, and read aloud."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QByteArray, QMimeData, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QWidget

from ui.delegations.line_kinds import HeadingLine, Line, PersonLine

MIME = "application/x-delegation-member"
ROOT = QModelIndex()


class LineModel(QAbstractListModel):
    """The lines of a column; members can be dragged."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.lines: list[Line] = []

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = ROOT) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words of a line for screen readers; the delegate draws from the lines themselves."""
        if index.isValid() and role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return spoken(self.lines[index.row()])
        return None

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        """Members are dragged, headings only chosen, the rest neither."""
        base = Qt.ItemFlag.ItemIsEnabled
        line = self.lines[index.row()] if index.isValid() else None
        if isinstance(line, PersonLine):
            return base | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled
        return base | Qt.ItemFlag.ItemIsSelectable if isinstance(line, HeadingLine) else Qt.ItemFlag.NoItemFlags

    def mimeTypes(self) -> list[str]:
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Return the id of the member that is dragged, and the name for other programs."""
        data = QMimeData()
        line = self.lines[indexes[0].row()] if indexes else None
        if isinstance(line, PersonLine):
            data.setData(MIME, QByteArray(str(line.member_id).encode()))
            data.setText(line.name)
        return data

    def set_lines(self, lines: Sequence[Line]) -> bool:
        """Show other lines, telling the view as little as it can; tell whether they are others."""
        before, after = self.lines, list(lines)
        if before == after:
            return False
        if len(before) != len(after):
            self.beginResetModel()
            self.lines = after
            self.endResetModel()
            return True
        self.lines = after
        self.dataChanged.emit(self.index(0), self.index(len(after) - 1))
        self.layoutChanged.emit()
        return True


def thing_of(line: Line) -> tuple[str, int]:
    """Return the kind and id a line stands for, or ("", 0)."""
    if isinstance(line, PersonLine):
        return ("member", line.member_id)
    return ("delegation", line.delegation_id) if isinstance(line, HeadingLine) else ("", 0)


def spoken(line: Line) -> str:
    """Return a line as a screen reader says it."""
    if isinstance(line, PersonLine):
        number, positions = str(line.number or ""), [words for words, _missing in line.positions]
        words = (number, line.name, line.second, *positions, *(pill.text for pill in line.pills))
        return ", ".join(filter(None, words))
    if isinstance(line, HeadingLine):
        return ", ".join(word for word in (line.title, line.organisation, line.remark) if word)
    return line.words
