"""Files that come into the delegations or go out of them: lists of people and questionnaires, dropped or chosen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtWidgets import QDialog, QWidget

from ui.context import Context
from ui.delegations.lines import Board

if TYPE_CHECKING:
    from ui.delegations.import_people import ImportDialog
    from ui.delegations.questionnaire_reading import QuestionnaireDialog
    from ui.delegations.questionnaire_sending import SendQuestionnaireDialog

TABLES = (".csv", ".tsv", ".txt")
TAKEN = (*TABLES, ".docx", ".xlsx", ".xlsm")
"""The files the page takes when they are dropped on it."""

# The dialogs are not loaded with the page: what reads files takes 0.1 s to import.


class DelegationFiles(QObject):
    """Opens dialogs for a page. Attributes: `dialog`, the one opened last, or None."""

    def __init__(
        self, context: Context, board: Callable[[], Board | None], chosen: Callable[[], int], window: QWidget
    ) -> None:
        super().__init__(window)
        self._context, self._board, self._chosen, self._window = context, board, chosen, window
        self.dialog: QDialog | None = None

    def import_list(self, event_id: int) -> ImportDialog:
        """Open the import of a list."""
        from ui.delegations.import_people import ImportDialog

        dialog = ImportDialog(self._context, event_id, self._chosen(), self._window)
        self._show(dialog)
        return dialog

    def send_questionnaire(self) -> SendQuestionnaireDialog | None:
        """Open what sends a questionnaire."""
        from ui.delegations.questionnaire_sending import SendQuestionnaireDialog

        board = self._board()
        if board is None:
            return None
        dialog = SendQuestionnaireDialog(self._context, board, self._chosen(), self._window)
        self._show(dialog)
        return dialog

    def read_questionnaire(self) -> QuestionnaireDialog | None:
        """Open what reads a questionnaire that came back."""
        from ui.delegations.questionnaire_reading import QuestionnaireDialog

        board = self._board()
        if board is None:
            return None
        dialog = QuestionnaireDialog(self._context, board, self._chosen(), self._window)
        dialog.list_wanted.connect(self._take_list)
        self._show(dialog)
        return dialog

    def take(self, path: str) -> None:
        """Read a file that was dropped: a table as a list of people, Word and Excel as a questionnaire."""
        if Path(path).suffix.lower() in TABLES:
            self._take_list(path)
        elif (dialog := self.read_questionnaire()) is not None:
            dialog.take_file(path)

    def _take_list(self, path: str) -> None:
        if (board := self._board()) is not None:
            self.import_list(board.event.id).take_file(path)

    def _show(self, dialog: QDialog) -> None:
        self.dialog = dialog
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


def files_in(data: QMimeData) -> list[str]:
    """Return the files of this computer among what is dropped."""
    return [url.toLocalFile() for url in data.urls() if url.isLocalFile()]


def can_take(paths: list[str]) -> bool:
    """Tell whether the first of some files is one the page takes."""
    return bool(paths) and Path(paths[0]).suffix.lower() in TAKEN
