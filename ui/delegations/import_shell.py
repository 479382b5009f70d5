"""The frame of the import: its three pages, what stands above them, and the buttons at the foot."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ui import theme
from ui.common.buttons import Button
from ui.common.empty_state import EmptyState
from ui.common.fields import ChoiceField
from ui.common.fitting import fit_to_screen
from ui.common.labels import Caption, Muted, PlainLabel, Title
from ui.common.message_bar import MessageArea
from ui.common.page_stack import PageStack
from ui.common.progress import ThinProgress
from ui.delegations.import_columns import ColumnsTable
from ui.delegations.import_preview import PreviewTable
from ui.translate import t

SOURCE, COLUMNS, PREVIEW = range(3)


class ImportShell(QDialog):
    """Attributes: `stack`, `source`, `columns`, `preview`, `into`, `language`, `messages`, `progress`, the buttons."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAcceptDrops(True)
        self.resize(theme.px(1080), theme.px(700))
        self._make()
        self._arrange()

    def say(self) -> None:
        """Say everything in the interface's language."""
        self.setWindowTitle(t("Import a list of people"))
        self.title.setText(t("Import a list of people"))
        self.source.set_words(
            t("Where is the list?"),
            t("A CSV file or an Excel workbook, or a table copied in Word or Excel. You can also drop a file here, "
              "or press Ctrl+V. Nothing changes before you have seen what each line would do."),
            t("Choose a file…"), t("Paste a copied table"),
        )  # fmt: skip
        self.into.set_caption(t("Into"))
        self.language.set_caption(t("Columns without a language are in"))
        self.other_button.set_text(t("Another list…"))
        self.check_button.set_text(t("See what would change"))
        self.back_button.set_text(t("Back to the columns"))
        self.save_button.set_text(t("Save rejected rows…"))
        self.cancel_button.set_text(t("Cancel"))

    def _make(self) -> None:
        self.title = Title("", self)
        self.step = Muted("", self, elide=True)
        self.progress = ThinProgress(self)
        self.messages = MessageArea(self)
        self.source = EmptyState(parent=self)
        self.into, self.language = ChoiceField("", self), ChoiceField("", self)
        self.columns, self.preview = ColumnsTable(self), PreviewTable(self)
        self.problems = Caption("", self, wrap=True)
        self.remembered = PlainLabel("", self, role="muted", wrap=True)
        self.other_button = Button("", self)
        self.back_button = Button("", self)
        self.save_button = Button("", self)
        self.cancel_button = Button("", self)
        self.check_button = Button("", self, kind="primary")
        self.apply_button = Button("", self, kind="primary")
        for button in self.findChildren(Button):
            button.setAutoDefault(False)

    def _arrange(self) -> None:
        choices = QHBoxLayout()
        choices.setSpacing(12)
        choices.addWidget(self.into, 2)
        choices.addWidget(self.language, 1)
        matching = QWidget(self)
        column = QVBoxLayout(matching)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(choices)
        column.addWidget(self.remembered)
        column.addWidget(self.columns, 1)
        column.addWidget(self.problems)
        self.stack = PageStack(self)
        for page in (self.source, matching, self.preview):
            self.stack.addWidget(page)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        for button in (self.other_button, self.back_button, self.save_button):
            foot.addWidget(button)
        foot.addStretch(1)
        for button in (self.cancel_button, self.check_button, self.apply_button):
            foot.addWidget(button)
        outer = QVBoxLayout()
        outer.setContentsMargins(22, 18, 22, 16)
        outer.setSpacing(8)
        for widget in (self.title, self.step, self.progress, self.messages):
            outer.addWidget(widget)
        outer.addWidget(self.stack, 1)
        fit_to_screen(self, outer, foot)
