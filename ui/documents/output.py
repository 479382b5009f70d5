"""What leaves the program: on paper, as a PDF file, as text on the clipboard. Always as the office is now."""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from planner.exchange.files_out import safe_name, write_whole
from planner.papers import Choice, Printed, compose_paper, print_paper, word_paper
from planner.rules.kinds import Side
from ui.common.message_bar import Message, MessageArea
from ui.context import Context
from ui.documents.listed import Papers
from ui.documents.page_images import extent
from ui.documents.plain import as_text
from ui.translate import t, tn

FOLDER = "papers_folder"


class Output(QObject):
    """Prints, saves and copies for a page. What was typed a moment ago is written first.

    Signals: `saved(path)`, `printed(pages)`, `copied()` when it is done.
    """

    saved = Signal(object)
    printed = Signal(int)
    copied = Signal()
    _page_printed = Signal(int, int)

    def __init__(self, context: Context, messages: MessageArea, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._messages, self._window = context, messages, parent
        self._stop = threading.Event()
        self._printing = False
        self._page_printed.connect(self._tell_page)

    # --- As a file

    def ask_where(self, choice: Choice, name: str) -> None:
        """Let the person choose a place for the PDF or Word file, and save it there."""
        self.ask_place(name, lambda path: self.save(choice, path))

    def ask_place(self, name: str, then: Callable[[Path], object]) -> None:
        """Let the person choose where a file of this name goes, and hand the place on."""
        word = name.endswith(".docx")
        heading = t("Save the paper for Word") if word else t("Save the paper as PDF")
        dialog = QFileDialog(self._window, heading, str(self._folder() / name))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter("Word (*.docx)" if word else "PDF (*.pdf)")
        dialog.setDefaultSuffix("docx" if word else "pdf")
        dialog.selectFile(str(self._folder() / name))
        dialog.fileSelected.connect(lambda path: then(Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def save(self, choice: Choice, path: Path) -> None:
        """Save a paper as PDF, or by its name for Word, whole or not at all."""
        more = self._context.settings.now.more
        self._context.settings.change(more={**more, FOLDER: str(path.parent)})
        self._after_typing(lambda: self._context.read(self, "save", self._tell_saved, _save, choice, path))

    # --- By e-mail

    def mail(self, choice: Choice, name: str) -> None:
        """Put the paper into a file of its own and open the mail program; where it takes no files, say where it is."""
        folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.TempLocation))
        place = folder / name
        self._after_typing(lambda: self._context.read(self, "mail", self._open_mail, _save, choice, place))

    def _open_mail(self, path: Path) -> None:
        from ui.common.mail import open_mail

        if open_mail(path, subject=path.stem):
            self._messages.info(t("The mail program has the paper."))
        else:
            self._messages.info(t("Attach this file to your message: {file}", file=path))
        self.saved.emit(path)

    def _tell_saved(self, path: Path) -> None:
        self._messages.info(t("Saved: {file}", file=path))
        self.saved.emit(path)

    def _folder(self) -> Path:
        kept = self._context.settings.now.more.get(FOLDER)
        if isinstance(kept, str) and Path(kept).is_dir():
            return Path(kept)
        return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))

    # --- As text

    def copy(self, choice: Choice) -> None:
        """Put a paper on the clipboard as text with its columns parted by tabs."""
        self._after_typing(lambda: self._context.read(self, "copy", self._put, _text, choice))

    def _put(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self._messages.info(t("The paper is on the clipboard as text."))
        self.copied.emit()

    # --- On paper

    def ask_printer(self, choice: Choice) -> None:
        """Let the person choose a printer and the pages, and print them."""
        if not self._printing:
            ask = partial(self._open_dialog, both_sides=choice.both_sides)
            self._after_typing(lambda: self._context.read(self, "print", ask, print_paper, choice))

    def _open_dialog(self, paper: Printed, *, both_sides: bool = False) -> None:
        from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog  # asks the system for its printers

        from ui.documents.printing import chosen_pages, new_printer

        printer = new_printer(both_sides=both_sides)
        printer.setDocName(paper.content.file_title)
        dialog = QPrintDialog(printer, self._window)
        dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange)
        count = extent(paper.pdf).pages
        dialog.setMinMax(1, count)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.print_on(paper.pdf, printer, chosen_pages(printer, count))
        dialog.deleteLater()

    def print_on(self, pdf: bytes, printer: Any, pages: range) -> None:
        """Print pages in a worker and tell how far it has come."""
        from ui.documents.printing import print_pages

        self._stop = threading.Event()
        self._printing = True
        count = len(pages)
        told = partial(self._page_printed.emit, count)
        self._tell_page(count, 0)
        work = partial(print_pages, pdf, printer, pages, told=told, stop=self._stop)
        self._context.tasks.read(self, work, self._tell_printed, self._tell_failed)

    def stop(self) -> None:
        """Print no further page."""
        self._stop.set()

    def _tell_page(self, count: int, done: int) -> None:
        if self._printing:
            words = t("Printing: page {page} of {count}", page=min(done + 1, count), count=count)
            message = Message(words, "info", ((t("Stop"), self.stop),), closable=False)
            self._messages.show_message(message, "printing")

    def _end(self) -> None:
        self._printing = False
        self._messages.dismiss("printing")

    def _tell_printed(self, pages: int) -> None:
        self._end()
        self._messages.info(tn("{n} page was sent to the printer.", "{n} pages were sent to the printer.", pages))
        self.printed.emit(pages)

    def _tell_failed(self, error: BaseException) -> None:
        from planner.errors import PlannerError

        self._end()
        if not isinstance(error, PlannerError):
            raise error
        self._context.failed.emit(error)

    def _after_typing(self, work: Callable[[], object]) -> None:
        """Do something once the field in use has written what it holds, and the writer is through with it."""
        window = self._window.window()
        if (focused := window.focusWidget()) is not None:
            focused.clearFocus()
            focused.setFocus()
        self._context.tasks.write(self, lambda: None, lambda _done: work())


def file_name(papers: Papers, choice: Choice, number: int, suffix: str = ".pdf") -> str:
    """Return the name a paper is saved under: day, paper, event, whose copy."""
    page = papers.page
    event = page.short_title or page.title
    parts = [papers.called(number), event.first(*page.languages)]
    if choice.copy_for is not None:
        parts.append(t("host’s copy") if choice.copy_for is Side.HOST else t("guest’s copy"))
    return safe_name(f"{page.from_day} {', '.join(filter(None, parts))}", suffix)


def _save(db: Any, choice: Choice, path: Path) -> Path:
    write_whole(path, word_paper(db, choice) if path.suffix.lower() == ".docx" else print_paper(db, choice).pdf)
    return path


def _text(db: Any, choice: Choice) -> str:
    return as_text(compose_paper(db, choice))
