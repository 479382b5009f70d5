"""The Qt side of the programme's list: lines as rows, cells that can be typed into."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from planner.rules.text import Language
from ui.agenda.lines import Kind, Line, state_words
from ui.agenda.words import tongue
from ui.translate import t

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
TIME, TITLE = 0, 1


class Draft(NamedTuple):
    """What was typed into an empty line: a time, a title in each language, a place."""

    time: str = ""
    titles: tuple[tuple[Language, str], ...] = ()
    place: str = ""


class ItemModel(QAbstractTableModel):
    """Columns: time, a title per language, place, readers.

    Signals: `time_typed(item_id, words)`, `title_typed(item_id, language, words)`, `place_typed(item_id, words)`.
    What is typed into an empty line is kept in `drafts` by day until the line is left. `places` are the names that
    can be typed as a place.
    """

    time_typed = Signal(int, str)
    title_typed = Signal(int, str, str)
    place_typed = Signal(int, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: list[Line] = []
        self.languages: tuple[Language, ...] = ()
        self.read_only = False
        self.drafts: dict[date, Draft] = {}
        self.places: tuple[str, ...] = ()

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.languages) + 3

    def place_column(self) -> int:
        """Return the column of the place; readers follow it."""
        return TITLE + len(self.languages)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell's words, for editors and screen readers."""
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole) or not index.isValid():
            return None
        line, column = self.lines[index.row()], index.column()
        if line.kind is Kind.NEW:
            return self._drafted(line.day, column)
        if line.kind is Kind.DAY:
            return line.heading if column == 0 else ""
        if column == TIME:
            return line.time
        if column < self.place_column():
            return line.titles[column - TITLE]
        if column == self.place_column():
            return line.place
        return " · ".join(words for words in (state_words(line), line.readers) if words)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the heading of a column."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        names = [t("Time"), *(tongue(tag) for tag in self.languages), t("Venue"), t("State")]
        return names[section] if 0 <= section < len(names) else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Times and titles can be typed."""
        line = self.lines[index.row()]
        if line.kind is Kind.DAY:
            return Qt.ItemFlag.NoItemFlags
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        typed = index.column() <= self.place_column() and not self.read_only
        return usual | Qt.ItemFlag.ItemIsEditable if typed else usual

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Send what was typed, or keep it with the empty line."""
        line, words = self.lines[index.row()], " ".join(str(value).split())
        if role != Qt.ItemDataRole.EditRole or words == self.data(index):
            return False
        if line.kind is Kind.NEW:
            self._keep(line.day, index.column(), words)
        elif index.column() == TIME:
            self.time_typed.emit(line.key, words)
        elif index.column() == self.place_column():
            self.place_typed.emit(line.key, words)
        else:
            self.title_typed.emit(line.key, self.languages[index.column() - TITLE], words)
        return True

    def set_lines(self, lines: Sequence[Line], languages: Sequence[Language]) -> None:
        """Show other lines; those around a change stay as they are, and so does an editor in them."""
        if tuple(languages) != self.languages:
            self.beginResetModel()
            self.lines, self.languages = list(lines), tuple(languages)
            self.endResetModel()
            return
        head, tail = _common([line.key for line in self.lines], [line.key for line in lines])
        old, new = self.lines, lines
        if (gone := len(old) - head - tail) > 0:
            self.beginRemoveRows(ROOT, head, head + gone - 1)
            del self.lines[head : head + gone]
            self.endRemoveRows()
        if (come := len(new) - head - tail) > 0:
            self.beginInsertRows(ROOT, head, head + come - 1)
            self.lines[head:head] = lines[head : head + come]
            self.endInsertRows()
        self.lines = list(lines)
        if lines:
            self.dataChanged.emit(self.index(0, 0), self.index(len(lines) - 1, self.columnCount() - 1))

    def would_move(self, key: int | None, lines: Sequence[Line]) -> bool:
        """Tell whether other lines would take this one away from where it stands, or away altogether."""
        row = self.row_of(key) if key is not None else -1
        head, tail = _common([line.key for line in self.lines], [line.key for line in lines])
        return row >= 0 and head <= row < len(self.lines) - tail

    def take_draft(self, day: date) -> Draft | None:
        """Return what was typed into the empty line of a day, and empty it."""
        return self.drafts.pop(day, None)

    def row_of(self, key: int) -> int:
        """Return the row of a line, or -1."""
        return next((row for row, line in enumerate(self.lines) if line.key == key), -1)

    def _drafted(self, day: date, column: int) -> str:
        draft = self.drafts.get(day, Draft())
        if column == TIME:
            return draft.time
        if column == self.place_column():
            return draft.place
        tags = dict(draft.titles)
        return tags.get(self.languages[column - TITLE], "") if column < self.place_column() else ""

    def _keep(self, day: date, column: int, words: str) -> None:
        draft = self.drafts.get(day, Draft())
        if column == TIME:
            draft = draft._replace(time=words)
        elif column == self.place_column():
            draft = draft._replace(place=words)
        else:
            titles = dict(draft.titles) | {self.languages[column - TITLE]: words}
            draft = draft._replace(titles=tuple((tag, title) for tag, title in titles.items() if title))
        if draft == Draft():
            self.drafts.pop(day, None)
        else:
            self.drafts[day] = draft


def _common(old: Sequence[int], new: Sequence[int]) -> tuple[int, int]:
    """Return how many keys are the same at the beginning and at the end."""
    least = min(len(old), len(new))
    head = next((place for place in range(least) if old[place] != new[place]), least)
    tail = next((place for place in range(least - head) if old[-1 - place] != new[-1 - place]), least - head)
    return head, tail
