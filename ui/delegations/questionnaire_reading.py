"""Reading a questionnaire that came back: what each form would change, what is left to enter by hand, and one step."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from threading import Event as Flag
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from planner import questionnaires
from planner.errors import PlannerError
from planner.importing import Prepared
from planner.operations.import_people import apply_import
from planner.queries.delegations import DelegationRow
from planner.questionnaires import Answers
from planner.rules.kinds import Side
from planner.rules.people_import import Outcome
from ui import theme
from ui.common.buttons import Button
from ui.common.empty_state import EmptyState
from ui.common.fields import ChoiceField
from ui.common.findings import FindingRow, FindingsList
from ui.common.fitting import fit_to_screen
from ui.common.labels import Caption, Muted, Title
from ui.common.message_bar import MessageArea
from ui.common.page_stack import PageStack
from ui.common.pill import Tone
from ui.common.progress import ThinProgress
from ui.context import Context
from ui.delegations.files import files_in
from ui.delegations.import_preview import PreviewTable
from ui.delegations.lines import Board, delegation_name
from ui.translate import follow_language, t, tn

SOURCE, PREVIEW = range(2)
WORKBOOKS = (".xlsx", ".xlsm")
"""Files that may be a list of people instead."""


class QuestionnaireDialog(QDialog):
    """Two steps: the file, and what it would change. Nothing is written before the second is confirmed.

    Signals: `list_wanted(path)` for a workbook that is no questionnaire but perhaps a list of people.
    Attributes: `stack`, `source`, `into`, `preview`, `to_enter`, `messages`, `apply_button`, `prepared`.
    """

    list_wanted = Signal(str)

    def __init__(self, context: Context, board: Board, delegation_id: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAcceptDrops(True)
        self.resize(theme.px(1080), theme.px(700))
        self.context, self._board = context, board
        self.answers: Answers | None = None
        self.prepared: Prepared | None = None
        self._stop, self._working = Flag(), False
        self._make()
        self._arrange()
        rows = [row for row in board.delegations if row.side in (Side.GUEST, Side.INVITED)] or list(board.delegations)
        self.into.set_choices([(row.id, delegation_name(row, board.event.languages)) for row in rows])
        chosen = next((row for row in rows if row.id == delegation_id), None) or _guests(rows)
        self.into.set_value(chosen.id if chosen else None)
        self.into.edited.connect(lambda _id: self._compare())
        self.source.step_taken.connect(self.choose_file)
        self.preview.decided.connect(self._tell)
        follow_language(self.retranslate)

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self.setWindowTitle(t("Read a filled questionnaire"))
        self.title.setText(t("Read a filled questionnaire"))
        self.source.set_words(
            t("Where is the questionnaire?"),
            t("The Word or Excel file the guests sent back. You can also drop it here. Nothing changes before you have "
              "seen what each form would do."),
            t("Choose a file…"),
        )  # fmt: skip
        self.into.set_caption(t("Delegation"))
        self.private.setText(t("Private answers (documents, birth date, contacts, diet, health) are named here and "
                               "not shown; they go into the private part of the register."))  # fmt: skip
        self.other_button.set_text(t("Another file…"))
        self.cancel_button.set_text(t("Cancel"))
        self._tell()

    # --- The file

    def choose_file(self) -> None:
        """Ask for a file and read it."""
        kinds = t("Questionnaires (Word, Excel)") + " (*.docx *.xlsx *.xlsm);;" + t("All files") + " (*)"
        path, _kind = QFileDialog.getOpenFileName(self, t("Choose a questionnaire"), "", kinds)
        if path:
            self.take_file(path)

    def take_file(self, path: str) -> None:
        """Read a file beside the window; it can be cancelled."""
        self._stop = stop = Flag()
        self._busy(t("Reading the questionnaire…"))
        self.context.tasks.read(
            self, lambda: questionnaires.read_file(path, cancelled=stop.is_set), self._take,
            lambda error: self._refuse(error, path), key="work",
        )  # fmt: skip

    def _take(self, answers: Answers) -> None:
        self.answers = answers
        self._compare()

    def _compare(self) -> None:
        """Compare the answers with the office."""
        if self.answers is None:
            return
        self._busy(t("Comparing with the register…"))
        planner, answers, event_id, into = self.context.planner, self.answers, self._board.event.id, self.into.value()
        side = next((row.side for row in self._board.delegations if row.id == into), Side.GUEST)
        self.context.tasks.read(
            self,
            lambda: planner.read(questionnaires.prepare, event_id, answers, side=side, delegation_id=into),
            self._show, self._refuse, key="work",
        )  # fmt: skip

    # --- What it would change

    def _show(self, prepared: Prepared) -> None:
        assert self.answers is not None
        self.prepared = prepared
        # A questionnaire tells of whom it names; of the others it says nothing.
        self.preview.show_prepared(prepared._replace(gone=(), last=None), self._board.event.languages)
        found = [(one, Tone.ATTENTION) for one in (*self.answers.table.problems, *prepared.found.problems)]
        found += [(one, Tone.NEUTRAL) for one in self.answers.to_enter]
        rows = [
            FindingRow(str(place), t(one.message, **one.values), tone) for place, (one, tone) in enumerate(found)
        ]
        self.to_enter.set_heading(t("To enter by hand"))
        self.to_enter.set_findings(rows)
        self._below.setVisible(bool(rows))
        self._idle()
        self.stack.setCurrentIndex(PREVIEW)
        self._tell()
        self.apply_button.setFocus()

    def apply(self) -> None:
        """Apply the questionnaire as one step."""
        if self.prepared is None or self.context.read_only is not None or not self.apply_button.isEnabled():
            return
        self._busy(t("Writing…"))
        given, values = questionnaires.step(self.prepared, self.preview.decisions())
        self.context.run(
            self, apply_import, *given, done=lambda _changes: self.accept(), failed=self._refuse, **values
        )

    def cancel(self) -> None:
        """Stop what is under way, else close without having changed anything."""
        if self._working:
            self._stop.set()
            self.context.tasks.drop(self, "work")  # type: ignore[attr-defined]
            self._idle()
        else:
            self.reject()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Stop or close on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.cancel()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a file."""
        event.setAccepted(bool(files_in(event.mimeData())))

    def dropEvent(self, event: QDropEvent) -> None:
        """Read the file dropped."""
        if files := files_in(event.mimeData()):
            event.acceptProposedAction()
            self.take_file(files[0])

    # --- The state of the dialog

    def _busy(self, words: str) -> None:
        self._working = True
        self.messages.dismiss("error")
        self.progress.start()
        self._tell()
        self.step.setText(words)

    def _idle(self) -> None:
        self._working = False
        self.progress.stop()
        self._tell()

    def _refuse(self, error: BaseException, path: str = "") -> None:
        self._idle()
        if not isinstance(error, PlannerError):
            raise error
        ways: tuple[tuple[str, Any], ...] = ()
        if Path(path).suffix.lower() in WORKBOOKS:
            ways = ((t("Read it as a list of people…"), lambda: self._hand_over(path)),)
        self.messages.error(t(error.message, **error.values), *ways)

    def _hand_over(self, path: str) -> None:
        self.reject()
        self.list_wanted.emit(path)

    def _tell(self) -> None:
        shown = self.stack.currentIndex() == PREVIEW
        counts = self.prepared.preview.counts if self.prepared else None
        lines = self.prepared.preview.lines if self.prepared else ()
        joins = sum(line.joins and line.outcome is Outcome.SAME for line in lines)
        changes = counts.new + counts.changed + joins if counts else 0
        free = not self._working
        self.other_button.setVisible(shown)
        self.other_button.setEnabled(free)
        self.into.setEnabled(free)
        self.apply_button.setVisible(shown)
        self.apply_button.setEnabled(free and changes > 0 and self.context.read_only is None)
        self.apply_button.set_text(tn("Apply {n} form", "Apply {n} forms", changes) if changes else t("Apply"))
        self.step.setText(self._where(changes) if shown and counts and free else "")

    def _where(self, changes: int) -> str:
        assert self.answers is not None
        name, count = self.answers.table.source_name, len(self.answers.table.rows)
        forms = tn("{n} form", "{n} forms", count)
        if not changes:
            return t("{source}: {forms}, nothing in them is new.", source=name, forms=forms)
        return t("{source}: {forms}. Nothing is written yet.", source=name, forms=forms)

    def _make(self) -> None:
        self.title, self.step = Title("", self), Muted("", self, elide=True)
        self.progress, self.messages = ThinProgress(self), MessageArea(self)
        self.source = EmptyState(parent=self)
        self.into = ChoiceField("", self)
        self.preview = PreviewTable(self)
        self.private = Caption("", self, wrap=True)
        self.to_enter = FindingsList("", self)
        self.other_button = Button("", self, clicked=self.choose_file)
        self.cancel_button = Button("", self, clicked=self.cancel)
        self.apply_button = Button("", self, kind="primary", clicked=self.apply)
        for button in (self.other_button, self.cancel_button, self.apply_button):
            button.setAutoDefault(False)

    def _arrange(self) -> None:
        self._below = QScrollArea(self)
        self._below.setWidget(self.to_enter)
        self._below.setWidgetResizable(True)
        self._below.setFrameShape(QFrame.Shape.NoFrame)
        self._below.setMinimumHeight(theme.px(96))
        self._below.setMaximumHeight(theme.px(150))
        shown = QWidget(self)
        column = QVBoxLayout(shown)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.into)
        column.addWidget(self.preview, 1)
        column.addWidget(self._below)
        column.addWidget(self.private)
        self.stack = PageStack(self)
        self.stack.addWidget(self.source)
        self.stack.addWidget(shown)
        outer = QVBoxLayout()
        outer.setContentsMargins(22, 18, 22, 16)
        outer.setSpacing(8)
        for widget in (self.title, self.step, self.progress, self.messages):
            outer.addWidget(widget)
        outer.addWidget(self.stack, 1)
        fit_to_screen(self, outer, _row((self.other_button,), (self.cancel_button, self.apply_button)))


def _guests(rows: Sequence[DelegationRow]) -> DelegationRow | None:
    return next((row for row in rows if row.side is Side.GUEST), rows[0] if rows else None)


def _row(left: Sequence[QWidget], right: Sequence[QWidget]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    for widget in left:
        row.addWidget(widget)
    row.addStretch(1)
    for widget in right:
        row.addWidget(widget)
    return row
