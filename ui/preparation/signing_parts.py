"""The parts of a text to sign: its two files and its check-list."""

from __future__ import annotations

from collections.abc import Collection
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from planner.errors import PlannerError
from planner.exchange.file_sum import FileSum, file_sum
from planner.rules.signing import COMPUTED, Mark
from ui.common.buttons import Link
from ui.common.fields import ToggleRow
from ui.common.labels import Caption, PlainLabel
from ui.context import Context
from ui.preparation.signing_words import FILES, POINTS, SHOWN
from ui.translate import t


class FileRow(QWidget):
    """A file by its name and the beginning of its sum, chosen or dropped: `edited(name, sha256)`.

    Only these two are kept. The sum is reckoned beside the window, since a scan may be large.
    """

    edited = Signal(str, str)

    def __init__(self, context: Context, which: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context, self.which = context, which
        self._read_only = False
        self.setAcceptDrops(True)
        self._caption = Caption("", self)
        self.name = PlainLabel("", self, elide=True)
        self.sum = Caption("", self)
        self.choose = Link("", self, clicked=self._ask)
        self.forget = Link("", self, clicked=lambda: self.edited.emit("", ""))
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.name, 1)
        for widget in (self.sum, self.choose, self.forget):
            line.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._caption)
        column.addLayout(line)

    def show_file(self, name: str, sha256: str) -> None:
        """Show a file, or that there is none."""
        caption = t(FILES[self.which])
        self._caption.setText(caption)
        self.setAccessibleName(caption)
        self.name.set_role("" if name else "muted")
        self.name.setText(name or t("no file chosen"))
        self.sum.setText(f"SHA-256 {sha256[:SHOWN]}…" if sha256 else "")
        self.choose.set_text(t("Another file…") if name else t("Choose a file…"))
        self.choose.setAccessibleName(f"{caption}: {self.choose.text()}")
        self.forget.set_text(t("Forget"))
        self.forget.setAccessibleName(f"{caption}: {t('Forget')}")
        self.forget.setVisible(bool(name))

    def set_read_only(self, read_only: bool) -> None:
        """Let the file be read only."""
        self._read_only = read_only
        for link in (self.choose, self.forget):
            link.setEnabled(not read_only)

    def take(self, path: Path) -> None:
        """Reckon the sum of a file and tell it."""
        self.context.tasks.read(self, lambda: file_sum(path), self._tell, self._fail, key="sum")

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a file."""
        event.setAccepted(not self._read_only and event.mimeData().hasUrls())

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the file that was dropped."""
        paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if paths and not self._read_only:
            self.take(Path(paths[0]))

    def _ask(self) -> None:
        path, _kind = QFileDialog.getOpenFileName(self, t(FILES[self.which]))
        if path:
            self.take(Path(path))

    def _tell(self, found: FileSum) -> None:
        self.edited.emit(found.name, found.sha256)

    def _fail(self, error: BaseException) -> None:
        if not isinstance(error, PlannerError):
            raise error
        self.context.failed.emit(error)


class CheckList(QWidget):
    """The points of the check-list in two columns; those that follow from the data are shown only.

    Signals: `ticked(code, on)`.
    """

    ticked = Signal(str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._caption = Caption("", self)
        self._hint = Caption("", self, wrap=True)
        self.points = {point: ToggleRow("", self) for point in Mark}
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(2)
        half = (len(self.points) + 1) // 2
        for place, (point, row) in enumerate(self.points.items()):
            grid.addWidget(row, place % half, place // half, Qt.AlignmentFlag.AlignTop)
            row.edited.connect(partial(self._tell, point))
        for side in range(2):
            grid.setColumnStretch(side, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._caption)
        column.addLayout(grid)
        column.addWidget(self._hint)

    def set_words(self) -> None:
        """Say everything in the interface's language."""
        self._hint.setText(t("The first {n} follow from what is written above.", n=len(COMPUTED)))
        for point, row in self.points.items():
            row.set_label(t(POINTS[point]))
            if point in COMPUTED:
                row.box.setAccessibleDescription(t("follows from what is written above"))

    def show_done(self, done: Collection[Mark]) -> None:
        """Tick what is in order."""
        self._caption.setText(t("Check-list: {done} of {count}", done=len(done), count=len(self.points)))
        for point, row in self.points.items():
            row.set_value(point in done)

    def set_read_only(self, read_only: bool) -> None:
        """Let the list be read only; what follows from the data always is."""
        for point, row in self.points.items():
            row.set_read_only(read_only or point in COMPUTED)

    def _tell(self, point: Mark, on: Any) -> None:
        self.ticked.emit(point.value, bool(on))
