"""Issuing from the window: the dialog, the version written beside the window, its copies, the change sheet."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from planner.errors import PlannerError
from planner.exchange.files_out import write_whole
from planner.issuing import Issued, change_sheet, issue
from planner.operations.papers import give_copy
from planner.papers import Choice
from ui.common.message_bar import Message, MessageArea
from ui.context import Context
from ui.documents.issue_dialog import IssueDialog, ToIssue, read_to_issue
from ui.translate import t, tn

AskWhere = Callable[[str, Callable[[Path], object]], object]
"""Asks for the place of a file of this name, and hands it on."""


class Issuing(QObject):
    """Issues for a page. Attributes: `dialog`, the one open, or None."""

    def __init__(self, context: Context, messages: MessageArea, ask_where: AskWhere, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._messages, self._ask_where, self._window = context, messages, ask_where, parent
        self.dialog: IssueDialog | None = None

    def ask(self, title: str, choice: Choice) -> None:
        """Show what the next version of a paper will be."""
        at = self._context.planner.now()
        self._context.read(self, "to issue", partial(self._open, title, choice), read_to_issue, choice, at)

    def _open(self, title: str, choice: Choice, found: ToIssue) -> None:
        self.dialog = IssueDialog(title, found, self._window)
        self.dialog.issued.connect(partial(self._issue, choice, found.prepared.change))
        self.dialog.finished.connect(self.dialog.deleteLater)
        self.dialog.open()

    def _issue(self, choice: Choice, seen_at: int, reason: str, override: str, names: Sequence[str]) -> None:
        planner = self._context.planner
        work = partial(issue, planner, choice._replace(version=None), reason, override or None, seen_at=seen_at)
        self._context.tasks.write(self, work, partial(self._issued, names), self._refused)

    def _issued(self, names: Sequence[str], issued: Issued) -> None:
        self._context.changed.emit(issued.written)
        for name in names:
            self._context.run(self, give_copy, issued.id, name)
        said = t("Version {n} is issued.", n=issued.number)
        actions: tuple[tuple[str, Callable[[], object]], ...] = ()
        if issued.replaced is not None and issued.changes:
            count = tn("{n} change", "{n} changes", len(issued.changes))
            said += " " + t("{changes} since version {n}.", changes=count, n=issued.replaced.number)
            sheet = partial(self.print_sheet, issued.replaced.id, issued.id)
            actions = ((t("Change sheet for the holders…"), sheet),)
        self._messages.show_message(Message(said, "info", actions), "issued")

    def _refused(self, error: BaseException) -> None:
        if not isinstance(error, PlannerError):
            raise error
        self._context.failed.emit(error)

    def print_sheet(self, old_id: int, new_id: int) -> None:
        """Save the change sheet that leads from one version to another."""
        self._ask_where(t("Change sheet"), partial(self._save_sheet, old_id, new_id))

    def _save_sheet(self, old_id: int, new_id: int, path: Path) -> None:
        self._context.read(self, "sheet", self._saved, _write_sheet, old_id, new_id, path)

    def _saved(self, path: Path) -> None:
        self._messages.info(t("Saved: {file}", file=path))


def _write_sheet(db: Any, old_id: int, new_id: int, path: Path) -> Path:
    write_whole(path, change_sheet(db, old_id, new_id).pdf)
    return path
