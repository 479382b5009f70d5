"""Sensitive facts of a person: masked until somebody asks to see them, and masked again for the next person."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.language.countries import countries
from planner.operations import people
from ui.common.fields import LineField
from ui.common.findings import Fact, FactsField
from ui.common.form import side_by_side
from ui.common.labels import Caption
from ui.common.moment_fields import DateField
from ui.common.picker import ReferenceField, offers
from ui.context import Context
from ui.translate import language, t

CONTACTS = ("phone", "email")
HIDDEN = "••••••"


def masked(number: str) -> str:
    """Return a number of which only the last three signs can be read."""
    return f"{HIDDEN} {number[-3:]}" if len(number) > 5 else HIDDEN


class PrivateFields(QWidget):
    """Personal data. Nothing can be read before "Show"; showing another person hides again."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self._person: int | None = None
        self._private: Any = None
        self.facts = FactsField("", self)
        self.facts.acted.connect(self._acted)
        self._note = Caption("", self, wrap=True)
        self.open = QWidget(self)
        self.lines = {name: LineField("", self.open) for name in ("passport_number", "diet", "health", *CONTACTS)}
        self.days = {name: DateField("", self.open) for name in ("passport_expires", "birth_date")}
        self.citizenship = ReferenceField("", self.open)
        inner = QVBoxLayout(self.open)
        inner.setContentsMargins(0, 4, 0, 0)
        inner.setSpacing(8)
        for left, right in (
            (self.lines["passport_number"], self.days["passport_expires"]),
            (self.days["birth_date"], self.citizenship),
            (self.lines["diet"], self.lines["health"]),
            (self.lines["phone"], self.lines["email"]),
        ):
            inner.addLayout(side_by_side(left, right))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for widget in (self.facts, self.open, self._note):
            column.addWidget(widget)
        self.open.hide()
        self._connect()

    def set_words(self) -> None:
        """Say everything in the interface's language."""
        self.facts.set_caption(t("Personal data"))
        self._note.setText(t("Never printed unless a document asks for it."))
        captions = {
            "passport_number": t("Passport number"), "diet": t("Diet"), "health": t("Health"), "phone": t("Telephone"),
            "email": t("E-mail"), "passport_expires": t("Passport expires"), "birth_date": t("Day of birth"),
        }  # fmt: skip
        for name, caption in captions.items():
            (self.lines.get(name) or self.days[name]).set_caption(caption)
        self.citizenship.set_words(t("Citizenship"))
        self.citizenship.set_offers(offers(countries(language())))
        self._tell()

    def show_private(self, person_id: int | None, private: Any) -> None:
        """Show what is kept of a person (None where nothing is)."""
        if person_id != self._person:
            self.open.hide()
            self._person = person_id
        self._private = private
        for name, line in self.lines.items():
            line.set_value(private.contacts.get(name, "") if private and name in CONTACTS else self._value(name) or "")
        for name, day in self.days.items():
            day.set_value(self._value(name))
        self.citizenship.set_value(self._value("citizenship") or None)
        self._tell()

    def shown(self) -> bool:
        """Tell whether the data can be read now."""
        return not self.open.isHidden()

    def flush(self) -> None:
        """Send what waits."""
        for line in self.lines.values():
            line.flush()
        for day in self.days.values():
            day.flush()

    def _value(self, name: str) -> Any:
        return getattr(self._private, name, None) if self._private else None

    def _connect(self) -> None:
        for name, line in self.lines.items():
            line.edited.connect(partial(self._write_contact if name in CONTACTS else self._write, name))
        for name, day in self.days.items():
            day.edited.connect(partial(self._write, name))
        self.citizenship.edited.connect(lambda code: self._write("citizenship", code or ""))

    def _write(self, name: str, value: object) -> None:
        if self._person is not None:
            merge = f"person_private:{self._person}:{name}"
            values: dict[str, Any] = {name: value}
            self.context.run(self, people.write_private, self._person, merge=merge, **values)

    def _write_contact(self, name: str, value: str) -> None:
        contacts = dict(self._private.contacts) if self._private else {}
        contacts[name] = value
        self._write("contacts", {key: words for key, words in contacts.items() if words})

    def _tell(self) -> None:
        shown = self.shown()
        link = ("hide", t("Hide")) if shown else ("show", t("Show"))
        if self._person is None:
            self.facts.set_facts([Fact("—")])
            return
        passport = self._value("passport_number")
        others = [
            words for name, words in (("diet", t("diet")), ("health", t("health")), ("birth_date", t("day of birth")),
                                      ("contacts", t("contacts"))) if self._value(name)
        ]  # fmt: skip
        first = t("Passport {number}", number=masked(passport)) if passport else t("No passport recorded")
        facts = [Fact(first, link=link)]
        if others and not shown:
            facts.append(Fact(t("Also kept: {what}", what=", ".join(others))))
        self.facts.set_facts(facts)

    def _acted(self, key: str) -> None:
        self.open.setVisible(key == "show")
        self._tell()
        if key == "show":
            self.lines["passport_number"].line.setFocus()
