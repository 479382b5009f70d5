"""The template of a paper, or of all papers, edited beside a live preview; and back to the original."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from planner.app import Changes
from planner.errors import PlannerError
from planner.exchange.photographs import Photograph, photograph
from planner.operations.templates import restore_template, set_emblem, set_in_template, set_word
from planner.paper_templates import TemplateSheet, template_sheet
from planner.papers import Choice
from planner.rules.templates import HOUSE
from planner.rules.text import Language
from ui import theme
from ui.common.buttons import Button
from ui.common.fitting import fit_to_screen
from ui.common.labels import Heading, Muted
from ui.common.message_bar import MessageArea
from ui.context import Context
from ui.documents.choice_fields import SegmentedField
from ui.documents.page_view import PageView
from ui.documents.template_fields import ApproverFields, PartFields, StyleFields, WordFields
from ui.translate import t


class TemplateDialog(QDialog):
    """Each change is written at once and can be undone. Attributes: `sheet` (what is shown), `preview`, `scope`.

    With `of_all` it begins with what holds for all papers.
    """

    def __init__(
        self, context: Context, choice: Choice, title: str, parent: QWidget | None = None, *, of_all: bool = False
    ) -> None:
        super().__init__(parent)
        self._context, self._choice = context, choice
        self.sheet: TemplateSheet | None = None
        self.setWindowTitle(t("Template"))
        self.resize(theme.px(1120), theme.px(760))
        self.heading, self.remark = Heading(title, self, wrap=True), Muted("", self, wrap=True)
        self.messages = MessageArea(self)
        self.scope = SegmentedField(self)
        self.scope.set_words(t("Holds for"), [(choice.paper.value, t("This paper")), (HOUSE, t("All papers"))])
        self.scope.set_value(HOUSE if of_all else choice.paper.value)
        self.words, self.parts = WordFields(self), PartFields(self)
        self.style_fields, self.approver = StyleFields(self), ApproverFields(self)
        self.preview = PageView(context.tasks, self)
        self.preview.set_remark(t("Live preview"))
        self.restore = Button(t("Back to the original"), self, clicked=self._restore)
        self.close_button = Button(t("Close"), self, kind="primary", clicked=self.accept)
        for button in (self.restore, self.close_button):
            button.setAutoDefault(False)
        self._arrange()
        self.scope.edited.connect(lambda _scope: self.read())
        self.words.edited.connect(self._say)
        self.parts.hidden.connect(lambda keys: self._put({"hide": keys or None}))
        self.parts.ordered.connect(lambda name, keys: self._put({name: keys}))
        self.style_fields.edited.connect(self._put)
        self.style_fields.emblem_wanted.connect(self.choose_emblem)
        self.approver.edited.connect(self._put)
        context.changed.connect(self._follow)
        self.read()

    def read(self) -> None:
        """Read the template again, and print the paper by it."""
        self._context.read(self, "template", self._show, template_sheet, self._choice, self.scope.value())

    def _follow(self, changes: Changes) -> None:
        if "paper_template" in changes.tables:
            self.read()

    def _show(self, sheet: TemplateSheet) -> None:
        if sheet.paper != self.scope.value():
            return
        self.sheet = sheet
        read_only = self._context.read_only is not None
        self.words.show_words(sheet.words, sheet.languages, read_only=read_only)
        self.parts.show_parts(sheet, read_only=read_only)
        self.parts.setVisible(bool(sheet.paper) and bool(sheet.parts))
        self.style_fields.show_style(sheet, read_only=read_only)
        self.approver.show_approver(sheet, read_only=read_only)
        self.restore.setEnabled(bool(sheet.own) and not read_only)
        self.remark.setText(
            t("What is changed here holds for this paper of every event.") if sheet.paper
            else t("What is changed here holds for every paper that has nothing of its own.")
        )  # fmt: skip
        refusal = sheet.refusal
        said = "" if refusal is None else t(refusal.message, **refusal.values)
        self.preview.set_pdf(sheet.printed.pdf if sheet.printed else None, said)

    # --- What is edited

    def _put(self, values: dict[str, Any]) -> None:
        self._run(set_in_template, self.scope.value(), **values)

    def _say(self, key: str, language: Language, words: str) -> None:
        self._run(set_word, self.scope.value(), key, language, words)

    def _restore(self) -> None:
        self._run(restore_template, self.scope.value())

    def choose_emblem(self) -> None:
        """Let the person choose a picture."""
        kinds = t("Pictures") + " (*.png *.jpg *.jpeg *.webp *.bmp *.tif)"
        dialog = QFileDialog(self, t("Choose the emblem"), "", kinds)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda path: self.take_emblem(Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def take_emblem(self, path: Path) -> None:
        """Read a picture in a worker, without what a camera wrote into it, and set it above the title."""
        self._context.tasks.read(self, lambda: photograph(path.read_bytes()), self._set_emblem, self._refused)

    def _set_emblem(self, picture: Photograph) -> None:
        self._run(set_emblem, self.scope.value(), picture.content, width=picture.width, height=picture.height)

    def _run(self, operation: Any, *args: Any, **values: Any) -> None:
        self._context.run(self, operation, *args, failed=self._refused, **values)

    def _refused(self, error: BaseException) -> None:
        if isinstance(error, OSError):
            self.messages.info(t("This file cannot be read."))
        elif isinstance(error, PlannerError):
            self.messages.info(t(error.message, **error.values))
            self.read()
        else:
            raise error

    def _arrange(self) -> None:
        fields = QWidget(self)
        fields.setProperty("kind", "clear")
        column = QVBoxLayout(fields)
        column.setContentsMargins(0, 0, theme.px(10), 0)
        column.setSpacing(theme.px(14))
        for widget in (self.style_fields, self.parts, self.words, self.approver):
            column.addWidget(widget)
        column.addStretch(1)
        area = QScrollArea(self)
        area.setWidget(fields)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFixedWidth(theme.px(430))
        left = QVBoxLayout()
        left.setSpacing(theme.px(8))
        for part in (self.heading, self.remark, self.scope):
            left.addWidget(part)
        left.addWidget(area, 1)
        middle = QHBoxLayout()
        middle.setSpacing(theme.px(14))
        middle.addLayout(left)
        middle.addWidget(self.preview, 1)
        buttons = QHBoxLayout()
        buttons.addWidget(self.restore)
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        whole = QVBoxLayout()
        whole.setContentsMargins(20, 16, 20, 16)
        whole.addWidget(self.messages)
        whole.addLayout(middle, 1)
        fit_to_screen(self, whole, buttons)
