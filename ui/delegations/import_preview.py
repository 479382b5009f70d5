"""The lines of an import before it is applied: what each would do, and why some are not taken."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any, NamedTuple

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planner.rules.people_import import Outcome, Preview, PreviewLine
from planner.rules.person_record import PersonRecord
from planner.rules.text import Language
from ui.common.columns import Column
from ui.common.filter_bar import SearchBox
from ui.common.labels import Caption
from ui.common.row_table import RowTable
from ui.common.segmented import Segmented
from ui.common.words import word
from ui.delegations.field_words import OUTCOMES, change_words
from ui.translate import t


class PreviewRow(NamedTuple):
    """A line on the screen."""

    id: int
    outcome: Outcome
    name: str
    second: str
    position: str
    delegation: str
    what: str


class PreviewTable(QWidget):
    """All lines with their outcome; the segments show those of one kind."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[PreviewRow] = []
        self.kinds = Segmented((), self)
        self.kinds.edited.connect(lambda _kind: self._filter())
        self.search = SearchBox("", parent=self)
        self.table = RowTable(self._columns(), self)
        self.search.searched.connect(self.table.search)
        self.search.left_downwards.connect(self.table.setFocus)
        self.whole = Caption("", self, wrap=True)
        self.table.selected.connect(lambda _ids: self._tell_whole())
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.kinds, 3)
        top.addWidget(self.search, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(self.table, 1)
        column.addWidget(self.whole)

    def show_preview(self, preview: Preview, languages: Sequence[Language]) -> None:
        """Show the lines of a preview, all kinds at first."""
        self.search.set_placeholder(t("Find a line"))
        self._rows = [_row(line, languages) for line in preview.lines]
        counts = Counter(row.outcome for row in self._rows)
        segments: list[tuple[Any, str]] = [(None, f"{t('All')} {len(self._rows)}")]
        segments += [(outcome, f"{t(OUTCOMES[outcome][0])} {counts[outcome]}") for outcome in Outcome]
        self.kinds.set_choices(segments)
        self.kinds.set_value(None)
        self.table.set_columns(self._columns())
        self._filter()

    def rows(self) -> list[PreviewRow]:
        """Return all lines, whatever is filtered."""
        return list(self._rows)

    def show_kind(self, outcome: Outcome | None) -> None:
        """Show the lines of one outcome, or all."""
        self.kinds.set_value(outcome)
        self._filter()

    def _filter(self) -> None:
        kind = self.kinds.value()
        self.table.replace_rows([row for row in self._rows if kind is None or row.outcome is kind])
        self._tell_whole()

    def _tell_whole(self) -> None:
        ids = self.table.selected_ids()
        self.whole.setText(next((row.what for row in self._rows if ids and row.id == ids[0]), ""))

    def _columns(self) -> list[Column]:
        return [
            Column("line", t("Line"), lambda row: str(row.id), 64, sort=lambda row: row.id, muted=True, right=True),
            Column("outcome", t("Outcome"), lambda row: t(OUTCOMES[row.outcome][0]), 140,
                   pill=lambda row: OUTCOMES[row.outcome][1]),
            Column("name", t("Name"), lambda row: row.name, 230, strong=True, second=lambda row: row.second),
            Column("what", t("What changes, or why not"), lambda row: row.what, 316),
            Column("position", t("Position"), lambda row: row.position, 180),
            Column("delegation", t("Delegation"), lambda row: row.delegation, 90, muted=True),
        ]  # fmt: skip


def _row(line: PreviewLine, languages: Sequence[Language]) -> PreviewRow:
    if line.rejection is not None:
        return PreviewRow(line.line, line.outcome, "", "", "", "", t(line.rejection.reason, **line.rejection.values))
    record = line.record
    assert record is not None
    names = [name.full for tag, name in sorted(record.names.items(), key=lambda pair: _place(pair[0], languages))]
    name = names[0] if names else t("to be named")
    second = names[1] if len(names) > 1 else ""
    position, delegation = _first(record.position, languages), _first(record.delegation, languages)
    return PreviewRow(line.line, line.outcome, name, second, position, delegation, _what(line, record))


def _what(line: PreviewLine, record: PersonRecord) -> str:
    parts = [change_words(change) for change in line.changes]
    if line.joins:
        parts.insert(0, t("in the register already; joins the event"))
    elif line.earlier_line is not None:
        parts.insert(0, t("same as line {line}", line=line.earlier_line))
    elif line.outcome is Outcome.NEW and line.like:
        parts.append(t("has a namesake in the register"))
    if line.outcome is Outcome.NEW and record.capacity is not None:
        parts.insert(0, word(record.capacity))
    parts += [t(problem.message, **problem.values) for problem in record.problems]
    return "; ".join(parts)


def _first(words: Any, languages: Sequence[Language]) -> str:
    return next((words[tag] for tag in (*languages, *words) if words.get(tag)), "")


def _place(tag: Language, languages: Sequence[Language]) -> int:
    return list(languages).index(tag) if tag in languages else len(languages)
