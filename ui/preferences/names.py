"""How the office writes names and addresses: initials, its own forms of address, the limit for presents."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from planner.app import Changes
from planner.language.catalog import mark
from planner.language.languages import own_name
from planner.language.salutations import languages_with_forms, overlaid, standard
from planner.operations.gifts import limit_gifts
from planner.operations.names import PLACES, write_initials, write_salutations
from planner.queries.names import NameHabits, name_habits
from ui import theme
from ui.common.buttons import Button
from ui.common.fields import ChoiceField, NoteField
from ui.common.fitting import fit_to_screen
from ui.common.form import side_by_side
from ui.common.labels import Heading, Muted
from ui.common.number_field import NumberField
from ui.context import Context
from ui.translate import follow_language, language, t

KINDS = {"m": mark("To a man"), "f": mark("To a woman"), "any": mark("To anybody")}
"""Whom a form of address is for, by the key it is kept under."""
CURRENCIES = ("RUB", "KGS", "KZT", "CNY", "EUR", "USD")
INITIALS = ((True, "А. А. Кабаев · A. A. Kabaev"), (False, "А.А. Кабаев · A.A. Kabaev"))
MINOR = 100
"""Minor units of a currency in one of it."""


class NamesDialog(QDialog):
    """Attributes: `initials`, `limit`, `currency`, `tongue`, `post`, `forms` by kind ("m", "f", "any")."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self._habits: NameHabits | None = None
        self._heading = Heading("", self)
        self.initials = ChoiceField("", self, choices=INITIALS)
        self.limit = NumberField("", self, most=10_000_000)
        self.currency = ChoiceField("", self, choices=[(code, code) for code in CURRENCIES])
        self._addresses = Heading("", self)
        self._remark = Muted("", self, wrap=True)
        self.tongue = ChoiceField("", self, choices=[(tag, own_name(tag)) for tag in languages_with_forms()])
        self.tongue.set_value(language() if language() in standard() else next(iter(standard())))
        self.post = ChoiceField("", self)
        self.forms = {kind: NoteField("", self) for kind in KINDS}
        self._close = Button("", self, kind="primary", clicked=self.accept)
        self._arrange()
        self._connect()
        follow_language(self.retranslate)
        self.refresh()

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self.setWindowTitle(t("Names and addresses"))
        self._heading.setText(t("Names and addresses"))
        self.initials.set_caption(t("Initials on papers"))
        self.limit.set_caption(t("Gifts are reported from"))
        self.currency.set_caption(t("Currency"))
        self._addresses.setText(t("Forms of address in a letter"))
        places = ", ".join(f"{{{place}}}" for place in PLACES)
        self._remark.setText(
            t("One form a line, the most usual first. Filled in: {places}. An empty field goes back to the usual.",
              places=places)
        )
        self.tongue.set_caption(t("Language"))
        self.post.set_caption(t("Post"))
        for kind, words in KINDS.items():
            self.forms[kind].set_caption(t(words))
        self._close.set_text(t("Close"))
        self._offer_posts()

    def refresh(self) -> None:
        """Read the office's habits again."""
        self.context.read(self, "name habits", self._show, name_habits)

    def done(self, result: int) -> None:
        """Take over what is still being typed, then close."""
        for field in (self.limit, *self.forms.values()):
            field.flush()
        super().done(result)

    def _connect(self) -> None:
        self.initials.edited.connect(lambda gap: self.context.run(self, write_initials, gap))
        self.limit.edited.connect(lambda _value: self._set_limit())
        self.currency.edited.connect(lambda _code: self._set_limit())
        self.tongue.edited.connect(lambda _tag: self._offer_posts())
        self.post.edited.connect(lambda _post: self._show_forms())
        for kind, field in self.forms.items():
            field.edited.connect(lambda words, kind=kind: self._write(kind, words))
        self.context.changed.connect(self._changed)

    def _show(self, habits: NameHabits) -> None:
        self._habits = habits
        self.initials.set_value(habits.initials_gap)
        self.limit.set_value(habits.limit // MINOR)
        if habits.currency not in CURRENCIES:
            self.currency.set_choices([(code, code) for code in (*CURRENCIES, habits.currency)])
        self.currency.set_value(habits.currency)
        self._show_forms()
        fields: tuple[Any, ...] = (self.initials, self.limit, self.currency, *self.forms.values())
        for field in fields:
            field.set_read_only(self.context.read_only is not None)

    def _offer_posts(self) -> None:
        posts: Mapping[str, Any] = standard()[self.tongue.value()].get("posts", {})
        chosen = self.post.value()
        named = [(kind, post["words"][0]) for kind, post in posts.items()]
        self.post.set_choices([("", t("Everybody")), *named])
        self.post.set_value(chosen if chosen in posts else "")
        self._show_forms()

    def _show_forms(self) -> None:
        if self._habits is None:
            return
        for kind, field in self.forms.items():
            usual, held = self._letter(standard(), kind), self._letter(overlaid(self._habits.salutations), kind)
            field.set_value("\n".join(held))
            usually = " · ".join(usual) or "—"
            field.set_aside(t("usual: {value}", value=usually) if held != usual else "")

    def _letter(self, strings: Mapping[str, Any], kind: str) -> list[str]:
        table = strings[self.tongue.value()]
        part = table["posts"][self.post.value()] if self.post.value() else table
        return list(part.get("letter", {}).get(kind, ()))

    def _write(self, kind: str, words: str) -> None:
        forms: Sequence[str] = [line.strip() for line in words.split("\n") if line.strip()]
        same = list(forms) == self._letter(standard(), kind)
        self.context.run(
            self, write_salutations, self.tongue.value(), kind, () if same else forms, post=self.post.value(),
            done=lambda _changes: self.refresh(),
        )  # fmt: skip

    def _set_limit(self) -> None:
        value = self.limit.value()
        self.context.run(
            self, limit_gifts, None if value is None else value * MINOR, currency=self.currency.value(),
            done=lambda _changes: self.refresh(),
        )  # fmt: skip

    def _changed(self, changes: Changes) -> None:
        if "setting" in changes.tables:
            self.refresh()

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._close)
        column = QVBoxLayout()
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(14)
        column.addWidget(self._heading)
        column.addWidget(self.initials)
        column.addLayout(side_by_side(self.limit, self.currency))
        column.addSpacing(theme.px(6))
        column.addWidget(self._addresses)
        column.addWidget(self._remark)
        column.addLayout(side_by_side(self.tongue, self.post))
        for field in self.forms.values():
            column.addWidget(field)
        column.addStretch(1)
        fit_to_screen(self, column, row)
        self.resize(theme.px(560), theme.px(720))
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)  # Enter ends the typing in a field, nothing else
