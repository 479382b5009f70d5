"""One text to sign: its title or the agreement it is, originals, languages, signatories, files and check-list."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from planner.operations import signing as operations
from planner.queries.signing import SigningDesk, SigningRow
from planner.rules.signing import LONGEST, MINUTES, SHORTEST, differs
from planner.rules.text import Language
from ui import theme
from ui.common.buttons import IconButton
from ui.common.fields import NoteField
from ui.common.form import side_by_side
from ui.common.labels import PlainLabel
from ui.common.language_list import LanguageList
from ui.common.named import shown
from ui.common.number_field import NumberField
from ui.common.picker import Offer, ReferenceField
from ui.common.text_fields import Target, TextFields
from ui.context import Context
from ui.preparation.signatories import Signatories
from ui.preparation.signing_parts import CheckList, FileRow
from ui.translate import t


class SigningBox(QFrame):
    """Edits one text at once. Signals: `shifted(steps)`: one up or down among the texts of its item.

    Attributes: `title`, `agreement`, `originals`, `minutes`, `languages`, `signatories`, `files`, `points`, `note`.
    """

    shifted = Signal(int)

    def __init__(self, context: Context, signing_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context, self.signing_id = context, signing_id
        self.setProperty("kind", "panel")
        self.heading = PlainLabel("", self, role="strong", elide=True)
        self.up = IconButton("chevron-up", "", self, quiet=True, clicked=lambda: self.shifted.emit(-1))
        self.down = IconButton("chevron-down", "", self, quiet=True, clicked=lambda: self.shifted.emit(1))
        self.remove = IconButton("delete", "", self, quiet=True, clicked=self._remove)
        self.title = TextFields(context, "", self, lines=2, optional=True)
        self.agreement = ReferenceField("", self)
        self.originals = NumberField("", self, least=1, most=99)
        self.minutes = NumberField("", self, least=1, most=99)
        self.languages = LanguageList(self)
        self.signatories = Signatories(context, self)
        self.files = {which: FileRow(context, which, self) for which in operations.TEXTS_OF}
        self.differs = PlainLabel("", self, role="stop", wrap=True)
        self.points = CheckList(self)
        self.note = NoteField("", self, lines=1)
        self._arrange()
        self._connect()

    def show_row(self, desk: SigningDesk, row: SigningRow, place: int, count: int) -> None:
        """Show a text, the so many-th of its item's texts."""
        self._say(desk.title(row), place, desk.languages)
        self.up.setVisible(count > 1)
        self.down.setVisible(count > 1)
        tags = tuple(dict.fromkeys([*desk.languages, *row.languages]))
        self.title.show_text(Target("signing", row.id, "title"), row.title, tags)
        self.agreement.set_offers([Offer(one.id, one.id, shown(one.title, *tags) or "—") for one in desk.agreements])
        self.agreement.set_value(row.agreement_id)
        self.originals.set_value(row.originals)
        parties = desk.parties(row)
        self.originals.set_aside(t("parties: {count}", count=parties) if parties > 1 else "")
        self.minutes.set_value(row.minutes)
        usual = t("{n} where empty", n=MINUTES)
        self.minutes.set_aside(t("usually {least}–{most}; {usual}", least=SHORTEST, most=LONGEST, usual=usual))
        self.languages.set_languages(row.languages, first=(*desk.host, *desk.guest, *desk.languages))
        self.signatories.show_row(desk, row)
        self.files["agreed"].show_file(row.agreed_file, row.agreed)
        self.files["final"].show_file(row.final_file, row.final)
        self.differs.setVisible(differs(row.agreed, row.final))
        self.points.show_done(desk.done(row))
        self.note.set_value(row.note)
        if self.context.read_only is not None:
            self.set_read_only(True)

    def set_read_only(self, read_only: bool) -> None:
        """Let everything be read only."""
        for widget in (self.title, self.agreement, self.languages, self.signatories, self.points, self.note):
            widget.set_read_only(read_only)
        for number in (self.originals, self.minutes):
            number.set_read_only(read_only)
        for row in self.files.values():
            row.set_read_only(read_only)
        for button in (self.up, self.down, self.remove):
            button.setEnabled(not read_only)

    def flush(self) -> None:
        """Send what waits."""
        self.title.flush()
        self.signatories.flush()
        for field in (self.originals, self.minutes, self.note):
            field.flush()

    def _say(self, title: Any, place: int, tags: tuple[Language, ...]) -> None:
        name = shown(title, *tags) or t("Text without a title")
        self.heading.setText(f"{place}. {name}")
        self.setAccessibleName(name)
        self.title.set_caption(t("Title; empty takes that of the register"))
        self.agreement.set_words(t("Agreement of the register"))
        self.originals.set_caption(t("Originals"))
        self.minutes.set_caption(t("Minutes"))
        self.languages.set_caption(t("Languages of the text"))
        self.points.set_words()
        self.note.set_caption(t("Note, never on a guest’s page"))
        self.differs.setText(t("The text on the table is not the agreed one. Compare the two files."))
        self.up.set_label(t("Sign it earlier"))
        self.down.set_label(t("Sign it later"))
        self.remove.set_label(t("Remove this text"))

    def _connect(self) -> None:
        self.agreement.edited.connect(lambda one: self._edit(agreement_id=one))
        self.originals.edited.connect(lambda count: self._edit(originals=count))
        self.minutes.edited.connect(lambda count: self._edit(minutes=count))
        self.languages.edited.connect(lambda tags: self._edit(languages=tags))
        self.note.edited.connect(lambda words: self._edit(merge=True, note=words))
        self.points.ticked.connect(
            lambda code, on: self.context.run(self, operations.tick_ready, self.signing_id, code, on=on)
        )
        for which, row in self.files.items():
            row.edited.connect(lambda name, sha256, which=which: self._note(which, name, sha256))

    def _arrange(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(4)
        top.addWidget(self.heading, 1)
        for button in (self.up, self.down, self.remove):
            top.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(12), theme.px(8), theme.px(12), theme.px(12))
        column.setSpacing(theme.px(10))
        column.addLayout(top)
        column.addWidget(self.title)
        column.addLayout(side_by_side(self.agreement, self.languages))
        column.addLayout(side_by_side(self.originals, self.minutes))
        column.addWidget(self.signatories)
        for widget in (*self.files.values(), self.differs, self.points, self.note):
            column.addWidget(widget)

    def _note(self, which: str, name: str, sha256: str) -> None:
        self.context.run(self, operations.note_text, self.signing_id, which, name=name, sha256=sha256)

    def _edit(self, *, merge: bool = False, **values: Any) -> None:
        step = f"signing:{self.signing_id}:{'-'.join(values)}" if merge else ""
        self.context.run(self, operations.edit_signing, self.signing_id, merge=step, **values)

    def _remove(self) -> None:
        self.context.run(self, operations.remove_signing, self.signing_id)
