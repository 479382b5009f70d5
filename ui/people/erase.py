"""Erasing a person: what goes, what stays, and which issued versions name them, all before it happens."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from planner.queries.erasure import Reach
from ui import theme
from ui.common.buttons import Button
from ui.common.fitting import fit_to_screen
from ui.common.kept_versions import KeptVersions
from ui.common.labels import Heading, Muted, PlainLabel
from ui.translate import t, tn


class EraseDialog(QDialog):
    """Signals: `erased(ids)` with the issued versions to be removed. Attributes: `versions`, `go`, `leave`."""

    erased = Signal(object)

    def __init__(self, reach: Reach, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(t("Erase a person"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setMinimumWidth(theme.px(600))
        self.versions = KeptVersions(reach.events, self)
        self.leave = Button(t("Leave it as it is"), self, clicked=self.reject)
        self.go = Button("", self, kind="primary", clicked=self._go)
        self.go.setAutoDefault(False)
        self.leave.setDefault(True)
        column = QVBoxLayout()
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(theme.px(10))
        column.addWidget(Heading(t("Erase {name}?", name=" / ".join(reach.names) or "—"), self, wrap=True))
        for words in _what(reach):
            column.addWidget(PlainLabel(words, self, wrap=True))
        if reach.events:
            column.addWidget(PlainLabel(t("Issued versions with this name"), self, role="heading"))
            column.addWidget(self.versions)
        column.addWidget(Muted(_not_reached(), self, wrap=True))
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.leave)
        row.addWidget(self.go)
        fit_to_screen(self, column, row)
        self.versions.edited.connect(self._tell)
        self._tell()

    def _tell(self) -> None:
        count = len(self.versions.chosen())
        self.go.set_text(
            tn("Erase, and remove {n} version", "Erase, and remove {n} versions", count) if count else t("Erase")
        )

    def _go(self) -> None:
        self.erased.emit(self.versions.chosen())
        self.accept()


def _what(reach: Reach) -> list[str]:
    said = [t("Names, posts, private data, photographs, words, journeys and rooms are erased, here and in the history. "
              "This cannot be taken back, nor can any step the person was in.")]  # fmt: skip
    if reach.places:
        said.append(tn("The place in {n} delegation stays without the name, so that what was counted stays right.",
                       "The places in {n} delegations stay without the name, so that what was counted stays right.",
                       reach.places))  # fmt: skip
    if not reach.events:
        said.append(t("No issued version has this name."))
    return said


def _not_reached() -> str:
    return t("Not reached: backups, files saved elsewhere, copies in somebody’s hands, and what others typed into "
             "notes and texts. A backup from before brings all of it back, so remove those, too.")  # fmt: skip
