"""Who signs a text, each with the paper the power to sign rests on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planner.language.search import fold
from planner.operations import signing as operations
from planner.queries.signing import SignatoryRow, SignerOffer, SigningDesk, SigningRow
from ui import theme
from ui.common.buttons import IconButton, Link
from ui.common.fields import LineField
from ui.common.labels import Caption, PlainLabel
from ui.common.named import first_name, shown
from ui.common.picker import Offer, Picker
from ui.common.words import word
from ui.context import Context
from ui.translate import language, t


class SignatoryLine(QWidget):
    """One signatory: name and post, the paper of the power, and a cross."""

    def __init__(self, context: Context, row_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name, self.post = PlainLabel("", self, role="strong", elide=True), Caption("", self, elide=True)
        self.powers = LineField("", self)
        self.remove = IconButton(
            "close", "", self, quiet=True, clicked=lambda: context.run(self, operations.remove_signatory, row_id)
        )
        self.powers.edited.connect(
            lambda words: context.run(
                self, operations.edit_signatory, row_id, powers=words, merge=f"signatory:{row_id}:powers"
            )
        )
        who = QVBoxLayout()
        who.setSpacing(0)
        who.addWidget(self.name)
        who.addWidget(self.post)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(10)
        line.addLayout(who, 1)
        line.addWidget(self.powers, 1)
        line.addWidget(self.remove)

    def show_row(self, row: SignatoryRow, who: SignerOffer | None, tags: Sequence[str]) -> None:
        """Show who signs."""
        name = called(who, tags) if who is not None else "—"
        self.name.setText(name)
        post = shown(who.position, *tags) if who is not None else ""
        side = word(who.side) if who is not None else ""
        gone = t("does not come") if who is not None and not who.coming else ""
        self.post.set_role("stop" if gone else "small")
        self.post.setText(" · ".join(filter(None, (gone, side, post))))
        self.powers.set_caption(t("Power to sign: the paper"))
        self.powers.line.setPlaceholderText(t("empty until it was seen"))
        self.powers.set_value(row.powers)
        self.powers.set_missing(not row.powers)
        self.remove.set_label(t("{name} does not sign", name=name))

    def set_read_only(self, read_only: bool) -> None:
        """Let the line be read only."""
        self.powers.set_read_only(read_only)
        self.remove.setEnabled(not read_only)


class Signatories(QWidget):
    """The signatories of a text. Attributes: `lines` by id, `add`."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self._signing = 0
        self._desk: SigningDesk | None = None
        self._row: SigningRow | None = None
        self._read_only = False
        self._picker: Picker | None = None
        self.lines: dict[int, SignatoryLine] = {}
        self._caption = Caption("", self)
        self.add = Link("", self, clicked=self.open_picker)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(theme.px(6))
        top = QHBoxLayout()
        top.addWidget(self._caption, 1)
        top.addWidget(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(top)
        column.addLayout(self._rows)

    def show_row(self, desk: SigningDesk, row: SigningRow) -> None:
        """Show who signs a text."""
        self._desk, self._row = desk, row
        self._caption.setText(t("Signatories") if row.signatories else t("Signatories: nobody is named yet"))
        self.add.set_text(t("+ Signatory"))
        wanted = [one.id for one in row.signatories]
        if wanted != list(self.lines):
            for line in self.lines.values():
                self._rows.removeWidget(line)
                line.hide()
                line.deleteLater()
            self.lines = {one: SignatoryLine(self.context, one, self) for one in wanted}
            for line in self.lines.values():
                self._rows.addWidget(line)
        who = {one.participation_id: one for one in desk.people}
        for one in row.signatories:
            self.lines[one.id].show_row(one, who.get(one.participation_id), desk.languages)
            self.lines[one.id].set_read_only(self._read_only)

    def set_read_only(self, read_only: bool) -> None:
        """Let everything be read only."""
        self._read_only = read_only
        self.add.setEnabled(not read_only)
        for line in self.lines.values():
            line.set_read_only(read_only)

    def flush(self) -> None:
        """Send what waits."""
        for line in self.lines.values():
            line.powers.flush()

    def open_picker(self) -> None:
        """Choose one more of those who come."""
        if self._desk is None or self._row is None:
            return
        there = {one.participation_id for one in self._row.signatories}
        people = [one for one in self._desk.people if one.coming and one.participation_id not in there]
        tags = self._desk.languages
        self._picker = Picker(self)
        self._picker.set_offers([_offer(one, tags) for one in people])
        self._picker.picked.connect(self._add)
        self._picker.open_under(self.add, width=theme.px(420))

    def picker(self) -> Picker | None:
        """Return the list to choose from while it is open."""
        return self._picker

    def _add(self, participation_id: int) -> None:
        if self._row is not None:
            self.context.run(self, operations.add_signatory, self._row.id, participation_id)


def _offer(one: SignerOffer, tags: Sequence[str]) -> Offer:
    name, post = called(one, tags), shown(one.position, *tags)
    written = " ".join(first_name({tag: each}, tag) for tag, each in one.names.items())
    return Offer(one.participation_id, one.participation_id, name, post, fold(f"{name} {post} {written}"))


def called(one: SignerOffer, tags: Sequence[str]) -> str:
    """Return what somebody is called: by name, else by post."""
    return first_name(one.names, language(), *tags) or shown(one.position, *tags) or t("to be named")
