"""The one question the window asks: before what cannot be undone."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ui import theme
from ui.common.buttons import Button
from ui.common.fitting import fit_to_screen
from ui.common.labels import Heading, PlainLabel
from ui.translate import t


class Question(QDialog):
    """Names the thing, says what will happen, and offers to do it or not; Enter does not do it."""

    def __init__(self, heading: str, sentence: str, yes: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(t("Delegation Planner"))
        self.setMinimumWidth(theme.px(480))
        column = QVBoxLayout()
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(Heading(heading, self))
        column.addWidget(PlainLabel(sentence, self, wrap=True))
        row = QHBoxLayout()
        row.addStretch(1)
        self.no = Button(t("Leave it as it is"), self, clicked=self.reject)
        self.yes = Button(yes, self, kind="primary", clicked=self.accept)
        self.yes.setAutoDefault(False)
        self.no.setDefault(True)
        row.addWidget(self.no)
        row.addWidget(self.yes)
        fit_to_screen(self, column, row)
