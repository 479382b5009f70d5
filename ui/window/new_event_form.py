"""The form of a new event."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planner.rules.kinds import EventKind
from planner.rules.text import EMPTY, Language, Text
from ui.common.event_fields import LanguagesField, ZoneField, language_names
from ui.common.event_words import kind_word
from ui.common.fields import ChoiceField
from ui.common.moment_fields import DateField
from ui.common.paired_field import PairedField
from ui.translate import follow_language, t


class NewEventForm(QWidget):
    """Kind, title, place, dates, languages and zones of an event that is not there yet."""

    def __init__(self, parent: QWidget | None = None, *, today: date) -> None:
        super().__init__(parent)
        self._languages: tuple[Language, ...] = ("ru", "en")
        self.kind = ChoiceField(parent=self)
        self.title = PairedField("", language_names(self._languages), self, single_line=True)
        self.place = PairedField("", language_names(self._languages), self, single_line=True)
        self.from_day, self.to_day = DateField(parent=self, near=today), DateField(parent=self, near=today)
        self.languages = LanguagesField(self)
        self.host_zone, self.guest_zone = ZoneField(parent=self), ZoneField(parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        for line in ((self.kind,), (self.title,), (self.from_day, self.to_day), (self.languages,), (self.place,),
                     (self.host_zone, self.guest_zone)):  # fmt: skip
            row = QHBoxLayout()
            row.setSpacing(8)
            for field in line:
                row.addWidget(field, 1)
            column.addLayout(row)
        column.addStretch(1)
        self.languages.edited.connect(self._take_languages)
        self.from_day.edited.connect(self._follow_first_day)
        self.host_zone.edited.connect(self._follow_host)
        follow_language(self.retranslate)

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self.kind.set_caption(t("Kind"))
        kind = self.kind.value() or EventKind.VISIT
        self.kind.set_choices([(one, kind_word(one)) for one in EventKind])
        self.kind.set_value(kind)
        self.title.set_caption(t("Title"))
        self.place.set_caption(t("Place"))
        self.from_day.set_caption(t("First day"))
        self.to_day.set_caption(t("Last day"))
        self.languages.retranslate()
        self.host_zone.set_words(t("Zone of the hosts"))
        self.guest_zone.set_words(t("Zone of the guests"))

    def begin(self, languages: Sequence[Language], *, zone: str) -> None:
        """Fill in what is known before anything is typed."""
        self.languages.set_value(languages)
        self._take_languages(tuple(languages))
        for field in (self.host_zone, self.guest_zone):
            field.show_zone(zone or "UTC")

    def values(self) -> dict[str, Any] | str:
        """Return what was entered, as `add_event` takes it, or the sentence that says what is missing."""
        for field in (self.title, self.place, self.from_day, self.to_day):
            field.flush()
        title, place = self._text(self.title), self._text(self.place)
        first, last = self.from_day.value(), self.to_day.value()
        if not title:
            return t("Write a title in at least one language.")
        if first is None:
            return t("Write the first day.")
        return {
            "kind": self.kind.value().value, "title": title, "place": place, "from_day": first, "to_day": last or first,
            "languages": list(self._languages), "host_zone": self.host_zone.value(),
            "guest_zone": self.guest_zone.value(),
        }  # fmt: skip

    def _text(self, field: PairedField) -> Text:
        made = EMPTY
        for tag in field.languages():
            made = made.with_wording(tag, field.text(tag).strip())
        return made

    def _take_languages(self, tags: tuple[Language, ...]) -> None:
        if not tags:
            return
        self._languages = tuple(tags)
        for field in (self.title, self.place):
            written = self._text(field)
            field.set_languages(language_names(tags))
            for tag in tags:
                field.set_text(tag, written.get(tag))

    def _follow_first_day(self, day: date | None) -> None:
        if day is not None:
            self.to_day.set_near(day)
            if self.to_day.value() is None or self.to_day.value() < day:
                self.to_day.set_value(day)

    def _follow_host(self, zone: str) -> None:
        if self.guest_zone.value() == "UTC":
            self.guest_zone.show_zone(zone)
