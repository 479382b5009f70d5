"""Removing the issued versions of an event that bear private data, once it is over."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from planner.queries.erasure import KeptOf
from ui import theme
from ui.common.buttons import Button
from ui.common.fitting import fit_to_screen
from ui.common.kept_versions import KeptVersions
from ui.common.labels import Heading, Muted, PlainLabel
from ui.translate import t, tn


class PrivateVersionsDialog(QDialog):
    """Signals: `removed(ids)`. Attributes: `versions`, `go`, `leave`."""

    removed = Signal(object)

    def __init__(self, kept: KeptOf, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(t("Remove private versions"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setMinimumWidth(theme.px(560))
        self.versions = KeptVersions([kept], self)
        count = len(kept.versions)
        self.leave = Button(t("Leave it as it is"), self, clicked=self.reject)
        self.go = Button(tn("Remove {n} version", "Remove {n} versions", count), self, kind="primary", clicked=self._go)
        self.go.setAutoDefault(False)
        self.leave.setDefault(True)
        column = QVBoxLayout()
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(theme.px(10))
        heading = tn("{n} issued version holds private data", "{n} issued versions hold private data", count)
        column.addWidget(Heading(heading, self, wrap=True))
        column.addWidget(PlainLabel(
            t("Passports, telephones, rooms and diets were needed for the event; now that it is over they need not be "
              "kept. That a version was issued, when, why and by whom stays; it can no longer be opened. This cannot "
              "be taken back."),
            self, wrap=True,
        ))  # fmt: skip
        column.addWidget(self.versions)
        column.addWidget(Muted(
            t("Not reached: backups, files saved elsewhere and copies in somebody’s hands."), self, wrap=True
        ))  # fmt: skip
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.leave)
        row.addWidget(self.go)
        fit_to_screen(self, column, row)
        self.versions.edited.connect(self._look)
        for switch in self.versions.switches.values():
            switch.box.setChecked(True)
        self._look()

    def _look(self) -> None:
        self.go.setEnabled(bool(self.versions.chosen()))

    def _go(self) -> None:
        self.removed.emit(self.versions.chosen())
        self.accept()
