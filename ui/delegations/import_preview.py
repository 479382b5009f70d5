"""The lines of an import before it is applied: what each would do, and why some are not taken."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime
from enum import StrEnum
from typing import Any, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planner.importing import Decisions, Prepared
from planner.language.catalog import mark
from planner.language.dates import format_day
from planner.rules.list_news import Listed
from planner.rules.people_import import Outcome, Preview, PreviewLine
from planner.rules.person_record import PersonRecord
from planner.rules.text import Language
from ui.common.columns import Column
from ui.common.filter_bar import SearchBox
from ui.common.labels import Caption, PlainLabel
from ui.common.likeness_words import reason_words
from ui.common.pill import Tone
from ui.common.row_table import RowTable
from ui.common.segmented import Segmented
from ui.common.words import word
from ui.delegations.field_words import OUTCOMES, change_words, field_word
from ui.delegations.import_answers import AnswerBar
from ui.translate import language, t


class News(StrEnum):
    """What a list brings beside new, same, changed and rejected lines."""

    SPELLING = "spelling"
    GONE = "gone"


NEWS = {News.SPELLING: (mark("Other spelling"), Tone.ATTENTION), News.GONE: (mark("Not in the list"), Tone.ATTENTION)}

KINDS: Mapping[Any, tuple[str, Tone]] = OUTCOMES | NEWS


class PreviewRow(NamedTuple):
    """A line on the screen, or, with the id below zero, a place at the event that the list lacks."""

    id: int
    outcome: Outcome | News
    name: str
    second: str
    position: str
    delegation: str
    what: str


class PreviewTable(QWidget):
    """All lines with their outcome; the segments show those of one kind. Signals: `decided()`."""

    decided = Signal()

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
        self.since = PlainLabel("", self, role="muted", wrap=True)
        self.since.hide()
        self.answers = AnswerBar(self)
        self.answers.edited.connect(self._answered)
        self.table.selected.connect(lambda _ids: self._tell_whole())
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.kinds, 5)
        top.addWidget(self.search, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(top)
        column.insertWidget(0, self.since)
        column.addWidget(self.table, 1)
        column.addWidget(self.whole)
        column.addWidget(self.answers)

    def show_prepared(self, prepared: Prepared, languages: Sequence[Language]) -> None:
        """Show an import with what it brings since the list before: other spellings, and who is not in it."""
        self.answers.forget()
        self._show(
            [*(_spelt(row, prepared, languages) for row in _rows(prepared.preview, languages)),
             *(_gone(one, prepared, languages) for one in prepared.gone)]
        )  # fmt: skip
        self.since.setText(_since(prepared))
        self.since.setVisible(prepared.last is not None)

    def show_preview(self, preview: Preview, languages: Sequence[Language]) -> None:
        """Show the lines of a preview, all kinds at first."""
        self.since.hide()
        self._show(_rows(preview, languages))

    def decisions(self) -> Decisions:
        """Return what the person decided of other spellings and of those who are not in the list."""
        return self.answers.decisions()

    def _show(self, rows: list[PreviewRow]) -> None:
        self.search.set_placeholder(t("Find a line"))
        self._rows = rows
        counts = Counter(row.outcome for row in self._rows)
        segments: list[tuple[Any, str]] = [(None, f"{t('All')} {sum(row.id > 0 for row in self._rows)}")]
        segments += [(outcome, f"{t(OUTCOMES[outcome][0])} {counts[outcome]}") for outcome in Outcome]
        segments += [(kind, f"{t(NEWS[kind][0])} {counts[kind]}") for kind in News if counts[kind]]
        self.kinds.set_choices(segments)
        self.kinds.set_value(None)
        self.table.set_columns(self._columns())
        self._filter()

    def rows(self) -> list[PreviewRow]:
        """Return all lines, whatever is filtered."""
        return list(self._rows)

    def show_kind(self, outcome: Outcome | News | None) -> None:
        """Show the lines of one outcome, or all."""
        self.kinds.set_value(outcome)
        self._filter()

    def _filter(self) -> None:
        kind = self.kinds.value()
        self.table.replace_rows([row for row in self._rows if kind is None or row.outcome is kind])
        self._tell_whole()

    def _answered(self) -> None:
        """Show the answers beside the rows they are of."""
        self.table.replace_rows(self.table.rows())
        self.table.viewport().update()
        self.decided.emit()

    def _word(self, row: PreviewRow) -> str:
        answer = self.answers.answer_word(row.id)
        return answer or t(KINDS[row.outcome][0])

    def _tone(self, row: PreviewRow) -> Tone | str:
        return Tone.FINE if self.answers.answer_word(row.id) else KINDS[row.outcome][1]

    def _tell_whole(self) -> None:
        ids = self.table.selected_ids()
        chosen = [row for row in self._rows if row.id in set(ids)]
        self.answers.ask([row.id for row in chosen if row.outcome is News.SPELLING],
                         [-row.id for row in chosen if row.outcome is News.GONE])  # fmt: skip
        self.whole.setText(next((row.what for row in self._rows if ids and row.id == ids[0]), ""))

    def _columns(self) -> list[Column]:
        return [
            Column("line", t("Line"), lambda row: str(row.id) if row.id > 0 else "", 64, sort=lambda row: row.id,
                   muted=True, right=True),
            Column("outcome", t("Outcome"), self._word, 160, pill=self._tone),
            Column("name", t("Name"), lambda row: row.name, 230, strong=True, second=lambda row: row.second),
            Column("what", t("What changes, or why not"), lambda row: row.what, 296),
            Column("position", t("Position"), lambda row: row.position, 180),
            Column("delegation", t("Delegation"), lambda row: row.delegation, 90, muted=True),
        ]  # fmt: skip


def _rows(preview: Preview, languages: Sequence[Language]) -> list[PreviewRow]:
    return [_row(line, languages) for line in preview.lines]


def _spelt(row: PreviewRow, prepared: Prepared, languages: Sequence[Language]) -> PreviewRow:
    """Mark a line that may be of somebody known under another spelling."""
    found = next((one for one in prepared.spellings if one.line == row.id), None)
    if found is None:
        return row
    words = t("perhaps {name}: {why}", name=_known_name(prepared, found.person_id, languages),
              why=reason_words(found.reasons, small=True))  # fmt: skip
    return row._replace(outcome=News.SPELLING, what="; ".join(filter(None, (words, row.what))))


def _gone(one: Listed, prepared: Prepared, languages: Sequence[Language]) -> PreviewRow:
    name = _known_name(prepared, one.person_id, languages) if one.person_id else t("to be named")
    known = prepared.known.get(one.person_id or 0)
    position = _first(known.position, languages) if known else ""
    delegation = _first(known.delegation, languages) if known else ""
    return PreviewRow(-one.participation_id, News.GONE, name, "", position, delegation,
                      t("came with an earlier list; stays unless you say otherwise"))  # fmt: skip


def _known_name(prepared: Prepared, person_id: int, languages: Sequence[Language]) -> str:
    names = {tag: name.full for tag, name in prepared.known[person_id].names.items()}
    return _first(names, languages)


def _since(prepared: Prepared) -> str:
    """Return what changed since the list before, in a sentence."""
    if prepared.last is None:
        return ""
    brought = prepared.news
    day = format_day(datetime.fromisoformat(prepared.last.at).astimezone().date(), language())
    return t("Since the list of {day} ({source}): {added} added, {gone} not in this list, {posts} with another post, "
             "{spelt} in another spelling.", day=day, source=prepared.last.source, added=brought.added,
             gone=brought.gone, posts=brought.other_post, spelt=brought.other_spelling)  # fmt: skip


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
    if line.outcome is Outcome.NEW and record.private:
        parts.append(t("private: {fields}", fields=", ".join(map(field_word, record.private))))
    parts += [t(problem.message, **problem.values) for problem in record.problems]
    return "; ".join(parts)


def _first(words: Any, languages: Sequence[Language]) -> str:
    return next((words[tag] for tag in (*languages, *words) if words.get(tag)), "")


def _place(tag: Language, languages: Sequence[Language]) -> int:
    return list(languages).index(tag) if tag in languages else len(languages)
