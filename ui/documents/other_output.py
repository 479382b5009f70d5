"""What is asked for less often: a booklet, a file per language, a file that opens with a password."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QInputDialog, QLineEdit, QWidget

from planner.documents import finishing
from planner.documents.theme import Size
from planner.exchange.files_out import write_whole
from planner.papers import Choice, print_paper, print_separately
from ui.common.message_bar import MessageArea
from ui.context import Context
from ui.documents.output import Output
from ui.translate import t, tn


class OtherOutput(QObject):
    """Saves a paper in another form. Signals: `saved(paths)`. Attributes: `dialog`, the one that asks, or None."""

    saved = Signal(object)

    def __init__(self, context: Context, messages: MessageArea, output: Output, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._messages, self._output, self._window = context, messages, output, parent
        self.dialog: QInputDialog | None = None

    def ask(self, action: str, choice: Choice, name: str) -> None:
        """Ask for a place, and save a "booklet", a file per language ("separate") or one with a "password"."""
        if action == "password":
            self._ask_password(choice, name)
            return
        how = save_booklet if action == "booklet" else save_separately
        self._output.ask_place(name, partial(self.save, how, choice))

    def _ask_password(self, choice: Choice, name: str) -> None:
        """Ask for a password, then for a place."""
        self.dialog = QInputDialog(self._window)
        self.dialog.setWindowTitle(t("A file with a password"))
        self.dialog.setLabelText(t("The file opens with this password alone. Tell it on another way than the file."))
        self.dialog.setTextEchoMode(QLineEdit.EchoMode.Normal)
        self.dialog.setOkButtonText(t("Save…"))
        self.dialog.setCancelButtonText(t("Cancel"))
        self.dialog.textValueSelected.connect(partial(self._take_password, choice, name))
        self.dialog.finished.connect(self.dialog.deleteLater)
        self.dialog.open()

    def _take_password(self, choice: Choice, name: str, password: str) -> None:
        if password.strip():
            self._output.ask_place(name, partial(self.save, partial(save_protected, password.strip()), choice))

    def save(self, how: Any, choice: Choice, path: Path) -> None:
        """Save a paper in one of these forms, in a worker."""
        self._context.read(self, "save other", self._tell, _saved, how, choice, path)

    def _tell(self, paths: list[Path]) -> None:
        if len(paths) == 1:
            self._messages.info(t("Saved: {file}", file=paths[0]))
        else:
            said = tn("{n} file is in {folder}", "{n} files are in {folder}", len(paths), folder=paths[0].parent)
            self._messages.info(said)
        self.saved.emit(paths)


def save_booklet(db: Any, choice: Choice) -> dict[str, bytes]:
    """Return the booklet of a paper: A4 pages on A3 sheets, A5 pages on A4 sheets."""
    sheet = Size.A3 if choice.size == "A4" else Size.A4
    return {"": finishing.booklet(print_paper(db, choice).pdf, sheet)}


def save_separately(db: Any, choice: Choice) -> dict[str, bytes]:
    """Return a file per language."""
    return {f"-{language}": printed.pdf for language, printed in print_separately(db, choice).items()}


def save_protected(password: str, db: Any, choice: Choice) -> dict[str, bytes]:
    """Return a file that opens with a password."""
    return {"": finishing.protected(print_paper(db, choice).pdf, password)}


def _saved(db: Any, how: Any, choice: Choice, path: Path) -> list[Path]:
    files = {path.with_stem(path.stem + ending): pdf for ending, pdf in how(db, choice).items()}
    for place, pdf in files.items():
        write_whole(place, pdf)
    return list(files)
