"""Phrases from a table and into one: a button with a menu on the register's bar."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from planner.app import Changes
from planner.errors import BadInput, PlannerError
from planner.exchange.files_out import write_whole
from planner.operations.phrases import add_phrases
from planner.queries.phrases import phrases
from ui.common.menu_button import MenuButton
from ui.context import Context
from ui.translate import follow_language, t


class PhraseFiles(QObject):
    """Attributes: `button`."""

    def __init__(self, context: Context, page: QWidget) -> None:
        super().__init__(page)
        self._context, self._page = context, page
        self.button = MenuButton(parent=page)
        self.button.edited.connect(self._ask_place)
        follow_language(self.retranslate)

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        choices = [("save", t("Save as a table…"))]
        if self._context.read_only is None:
            choices.insert(0, ("read", t("Read from a table…")))
        self.button.set_choices(choices, fixed=t("Table"))

    def read(self, path: Path) -> None:
        """Keep the phrases of a CSV file or workbook; those that are there already are left out."""
        # Imported now: readers of files cost what nobody needs who only looks at the register.
        from planner.exchange.phrases import read_phrases

        def keep(found: Any) -> None:
            self._context.run(self, add_phrases, found, done=self._tell)

        self._context.tasks.read(self, lambda: read_phrases(path), keep, self._fail, key="read")

    def save(self, path: Path) -> None:
        """Write all phrases but the retired ones as CSV, whole or not at all."""
        self._context.tasks.read(
            self, lambda: self._context.planner.read(_write, path), lambda _none: None, self._fail, key="save"
        )

    def _ask_place(self, what: str) -> None:
        heading = t("Read phrases from a table") if what == "read" else t("Save the phrases as a table")
        dialog = QFileDialog(self._page, heading, t("Phrases") + ".csv")
        if what == "save":
            dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
            dialog.setDefaultSuffix("csv")
        else:
            dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(t("Tables") + (" (*.csv *.tsv *.txt *.xlsx)" if what == "read" else " (*.csv)"))
        dialog.fileSelected.connect(lambda path: self.read(Path(path)) if what == "read" else self.save(Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _tell(self, changes: Changes) -> None:
        if not changes.result:
            self._context.failed.emit(BadInput("All phrases of this table are here already."))

    def _fail(self, error: BaseException) -> None:
        if not isinstance(error, PlannerError):
            raise error
        self._context.failed.emit(error)


def _write(db: Any, path: Path) -> None:
    from planner.exchange.phrases import phrases_as_csv

    write_whole(path, phrases_as_csv((row.words, row.topic) for row in phrases(db) if not row.retired))
