"""Sending the questionnaire of a delegation: in the guests' language and ours, as Word and PDF, saved or mailed."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from planner.errors import PlannerError
from planner.exchange.files_out import safe_name, write_whole
from planner.language.languages import known, own_name
from planner.papers import TITLES, Choice, Paper, print_paper, word_paper
from planner.queries.delegations import DelegationRow
from planner.rules.kinds import Side
from ui import theme
from ui.common.buttons import Button
from ui.common.fields import CaptionedField, ChoiceField
from ui.common.fitting import fit_to_screen
from ui.common.labels import Caption, Muted, Title
from ui.common.mail import open_mail
from ui.common.message_bar import MessageArea
from ui.common.progress import ThinProgress
from ui.common.segmented import Segmented
from ui.context import Context
from ui.delegations.lines import Board, delegation_name
from ui.translate import follow_language, t, tn

FOLDER = "papers_folder"
DOCX, PDF = ".docx", ".pdf"
FORMS: tuple[tuple[str, ...], ...] = ((DOCX,), (DOCX, PDF), (PDF,))


class FormsField(CaptionedField):
    """In which form a file is wanted. Attributes: `segments`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.segments = Segmented((), self)
        self._place(self.segments)


class SendQuestionnaireDialog(QDialog):
    """Attributes: `delegation`, `first`, `second`, `forms`, `messages`, `save_button`, `mail_button`."""

    def __init__(self, context: Context, board: Board, delegation_id: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._context, self._board = context, board
        self._working = False
        self.title, self.about = Title("", self), Muted("", self, wrap=True)
        self.messages, self.progress = MessageArea(self), ThinProgress(self)
        self.delegation, self.first, self.second = (ChoiceField("", self) for _ in range(3))
        self._forms_field = FormsField(self)
        self.forms = self._forms_field.segments
        self.remark = Caption("", self, wrap=True)
        self.close_button = Button("", self, clicked=self.reject)
        self.mail_button = Button("", self, clicked=self.mail)
        self.save_button = Button("", self, kind="primary", clicked=self.ask_where)
        self._arrange()
        self._offer(delegation_id)
        self.second.edited.connect(lambda _tag: self._tell())
        follow_language(self.retranslate)

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self.setWindowTitle(t("Send a questionnaire"))
        self.title.setText(t("Send a questionnaire"))
        self.about.setText(t(
            "A form for each member of the delegation: what is known already stands there, the rest is asked. "
            "It comes back as Word or Excel and is read with “Read a filled questionnaire”."
        ))  # fmt: skip
        self.delegation.set_caption(t("Delegation"))
        self.first.set_caption(t("Guests’ language"))
        self.second.set_caption(t("Second language"))
        self._forms_field.set_caption(t("As"))
        self.forms.set_choices([(FORMS[0], t("Word")), (FORMS[1], t("Word and PDF")), (FORMS[2], t("PDF"))])
        self.remark.setText(t("The other side fills in the Word file; the PDF is for printing and writing by hand."))
        self.close_button.set_text(t("Close"))
        self.mail_button.set_text(t("E-mail…"))
        self.save_button.set_text(t("Save…"))

    def choice(self) -> Choice:
        """Return the paper as it is sent: the guests' copy, their language first."""
        tags = tuple(dict.fromkeys(filter(None, (self.first.value(), self.second.value()))))
        return Choice(
            Paper.QUESTIONNAIRE, self._board.event.id, tags, copy_for=Side.GUEST, delegation_id=self.delegation.value()
        )

    def ask_where(self) -> None:
        """Let the person choose a place for the file, or for both of them."""
        name = self._name()
        suffix = self.forms.value()[0]
        dialog = QFileDialog(self, t("Save the questionnaire"), str(self._folder() / name))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter("Word (*.docx)" if suffix == DOCX else "PDF (*.pdf)")
        dialog.setDefaultSuffix(suffix[1:])
        dialog.selectFile(str(self._folder() / name))
        dialog.fileSelected.connect(lambda path: self.save(Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def save(self, path: Path) -> None:
        """Write the questionnaire to a place, in each form asked for."""
        self._context.settings.change(more={**self._context.settings.now.more, FOLDER: str(path.parent)})
        self._make(path, self._saved)

    def mail(self) -> None:
        """Put the questionnaire into files of its own and open the mail program with them."""
        folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.TempLocation))
        self._make(folder / self._name(), self._mailed)

    def _make(self, path: Path, then: Any) -> None:
        if self._working:
            return
        self._set_working(working=True)
        work = partial(self._context.planner.read, _write, self.choice(), path, self.forms.value())
        self._context.tasks.read(self, work, then, self._failed)

    def _saved(self, paths: list[Path]) -> None:
        self._set_working(working=False)
        if len(paths) == 1:
            self.messages.info(t("Saved: {file}", file=paths[0]))
        else:
            said = tn("{n} file is in {folder}", "{n} files are in {folder}", len(paths), folder=paths[0].parent)
            self.messages.info(said)

    def _mailed(self, paths: list[Path]) -> None:
        self._set_working(working=False)
        if open_mail(*paths, subject=paths[0].stem):
            self.messages.info(t("The mail program has the questionnaire."))
        else:
            files = ", ".join(map(str, paths))
            self.messages.info(t("Attach this file to your message: {file}", file=files))

    def _failed(self, error: BaseException) -> None:
        self._set_working(working=False)
        if not isinstance(error, PlannerError):
            raise error
        self.messages.error(t(error.message, **error.values))

    def _set_working(self, *, working: bool) -> None:
        self._working = working
        self.progress.set_busy(working)
        for widget in (self.delegation, self.first, self.second, self.forms, self.mail_button, self.save_button):
            widget.setEnabled(not working)

    def _name(self) -> str:
        row = next((row for row in self._board.delegations if row.id == self.delegation.value()), None)
        of = delegation_name(row, self._board.event.languages) if row else ""
        words = ", ".join(filter(None, (t(TITLES[Paper.QUESTIONNAIRE]), of)))
        return safe_name(words, self.forms.value()[0])

    def _folder(self) -> Path:
        kept = self._context.settings.now.more.get(FOLDER)
        if isinstance(kept, str) and Path(kept).is_dir():
            return Path(kept)
        return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))

    def _offer(self, delegation_id: int) -> None:
        event, rows = self._board.event, self._board.delegations
        asked = [row for row in rows if row.side in (Side.GUEST, Side.INVITED)] or list(rows)
        self.delegation.set_choices([(row.id, delegation_name(row, event.languages)) for row in asked])
        chosen = next((row for row in asked if row.id == delegation_id), None) or _guests(asked)
        self.delegation.set_value(chosen.id if chosen else None)
        tags = list(dict.fromkeys((*event.guest_languages, *event.languages, *event.host_languages, *known())))
        self.first.set_choices([(tag, _named(tag)) for tag in tags])
        self.second.set_choices([("", "—"), *((tag, _named(tag)) for tag in tags)])
        first = (event.guest_languages or event.languages[::-1] or ("en",))[0]
        second = next((tag for tag in (*event.host_languages, *event.languages) if tag != first), "")
        self.first.set_value(first)
        self.second.set_value(second)
        self.forms.set_choices([(FORMS[1], "")])
        self.forms.set_value(FORMS[1])

    def _tell(self) -> None:
        """Take a second language that is the first for none."""
        if self.second.value() == self.first.value():
            self.second.set_value("")

    def _arrange(self) -> None:
        self.resize(theme.px(560), theme.px(480))
        languages = QHBoxLayout()
        languages.setSpacing(12)
        languages.addWidget(self.first, 1)
        languages.addWidget(self.second, 1)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addStretch(1)
        for button in (self.close_button, self.mail_button, self.save_button):
            button.setAutoDefault(False)
            foot.addWidget(button)
        column = QVBoxLayout()
        column.setContentsMargins(22, 18, 22, 16)
        column.setSpacing(theme.px(10))
        for widget in (self.title, self.about, self.progress, self.messages, self.delegation):
            column.addWidget(widget)
        column.addLayout(languages)
        column.addWidget(self._forms_field)
        column.addWidget(self.remark)
        column.addStretch(1)
        fit_to_screen(self, column, foot)


def _guests(rows: list[DelegationRow]) -> DelegationRow | None:
    return next((row for row in rows if row.side is Side.GUEST), rows[0] if rows else None)


def _named(tag: str) -> str:
    name = own_name(tag)
    return name[:1].upper() + name[1:]


def _write(db: Any, choice: Choice, path: Path, forms: tuple[str, ...]) -> list[Path]:
    made = {form: word_paper(db, choice) if form == DOCX else print_paper(db, choice).pdf for form in forms}
    stem = path.with_suffix("") if path.suffix.lower() in (DOCX, PDF) else path
    places = [path] if len(forms) == 1 else [stem.with_name(stem.name + form) for form in forms]
    for place, content in zip(places, made.values(), strict=True):
        write_whole(place, content)
    return places
