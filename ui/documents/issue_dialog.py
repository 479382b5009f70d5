"""Issuing a paper: what the version will be, what changed, what stops it, why it goes out and who gets it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from planner.issuing import Prepared, prepare
from planner.papers import Choice
from planner.queries.papers import holders
from planner.rules.paper_changes import Change
from ui import theme
from ui.common.buttons import Button
from ui.common.event_words import TONES, finding_sentence
from ui.common.fields import LineField, NoteField
from ui.common.findings import FindingRow, FindingsList
from ui.common.fitting import fit_to_screen
from ui.common.labels import Heading, Muted, PlainLabel
from ui.common.pill import Tone
from ui.translate import t, tn

MOST = 8
"""Changes and findings told one by one."""


class ToIssue(NamedTuple):
    """A version that can be issued now, and who holds the one it replaces."""

    prepared: Prepared
    holders: tuple[str, ...]


def read_to_issue(db: Any, choice: Choice, at: Any) -> ToIssue:
    """Return what the dialog shows."""
    prepared = prepare(db, choice, at)
    register = holders(db, prepared.replaced.id) if prepared.replaced else ()
    return ToIssue(prepared, tuple(one.name for one in register if not one.taken_at))


class IssueDialog(QDialog):
    """Signals: `issued(reason, override, names)`; the window asks nothing more."""

    issued = Signal(str, str, object)

    def __init__(self, title: str, to_issue: ToIssue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        prepared = to_issue.prepared
        self.setWindowTitle(t("Issue a paper"))
        self.setMinimumWidth(theme.px(560))
        self.reason = LineField(t("Why this version goes out"), self)
        self.override = NoteField(t("Why it goes out all the same"), self)
        self.names = NoteField(t("Who gets a copy, one name a line"), self)
        self.names.set_value("\n".join(to_issue.holders))
        self.go = Button(t("Issue version {n}", n=prepared.number), self, kind="primary", clicked=self._go)
        self.go.setAutoDefault(False)
        cancel = Button(t("Cancel"), self, clicked=self.reject)
        column = QVBoxLayout()
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(theme.px(10))
        column.addWidget(Heading(t("Version {n}: {paper}", n=prepared.number, paper=title), self, wrap=True))
        column.addWidget(PlainLabel(_what(prepared), self, wrap=True))
        if prepared.changes:
            column.addWidget(_list(t("Changed since"), [_said(one) for one in prepared.changes], Tone.NEUTRAL, self))
        self._stops = bool(prepared.findings)
        if self._stops:
            stops = FindingsList(t("What stops it"), self)
            stops.set_findings([
                FindingRow(str(place), finding_sentence(one), TONES[one.severity])
                for place, one in enumerate(prepared.findings[:MOST])
            ])  # fmt: skip
            column.addWidget(stops)
        column.addWidget(self.reason)
        column.addWidget(self.override)
        column.addWidget(self.names)
        last = t("An issued version cannot be undone; a mistake is mended by the next one.")
        column.addWidget(Muted(last, self, wrap=True))
        self.override.setVisible(self._stops)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(self.go)
        fit_to_screen(self, column, row)
        self.reason.line.textChanged.connect(self._look)
        self.override.box.textChanged.connect(self._look)
        self._look()
        self.reason.setFocus()

    def _look(self) -> None:
        """Let it be issued once every reason asked for is written."""
        said = bool(self.override.value().strip()) or not self._stops
        self.go.setEnabled(said and bool(self.reason.value().strip()))

    def _go(self) -> None:
        names = [name for line in self.names.value().splitlines() if (name := line.strip())]
        self.issued.emit(self.reason.value().strip(), self.override.value().strip(), names)
        self.accept()


def _what(prepared: Prepared) -> str:
    if prepared.replaced is None:
        return t("The first version. Its data and bytes are kept as they are now.")
    count = len(prepared.changes)
    said = tn("{n} change", "{n} changes", count) if count else t("no change")
    return t("It replaces version {n}: {changes}.", n=prepared.replaced.number, changes=said)


def _said(change: Change) -> str:
    before, after = (" / ".join(filter(None, words)) for words in change.words())
    title = " / ".join(filter(None, change.line.title))
    return f"{title}: {before} → {after}" if before and after else title


def _list(heading: str, sentences: Sequence[str], tone: Tone, parent: QWidget) -> FindingsList:
    found = FindingsList(heading, parent)
    rows = [FindingRow(str(place), words, tone) for place, words in enumerate(sentences[:MOST])]
    if len(sentences) > MOST:
        rows.append(FindingRow("more", t("and {n} more", n=len(sentences) - MOST), tone))
    found.set_findings(rows)
    return found
