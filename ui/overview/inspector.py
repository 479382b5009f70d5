"""The inspector of an event: what it is called, when and where it is, and what it belongs to."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from planner.app import Changes
from planner.errors import NotFound, PlannerError
from planner.language.declension_phrases import place_cases
from planner.operations import events as operations
from planner.operations.duplicate import keep_as_template
from planner.operations.names import confirm_cases
from planner.operations.phrases import take_phrase
from planner.operations.texts import check_text, write_text
from planner.queries.events import EventPage, event_page
from planner.rules.kinds import EventKind, EventState
from planner.rules.text import Language, Source
from ui.common.buttons import Link
from ui.common.case_rows import CaseRows
from ui.common.event_fields import LanguagesField, ZoneField, language_names
from ui.common.event_words import kind_word, state_word
from ui.common.fields import CaptionedField, ChoiceField, NoteField
from ui.common.flow import SideBySide
from ui.common.labels import Caption, Heading
from ui.common.moment_fields import DateField
from ui.common.page import Inspector
from ui.common.paired_field import PairedField
from ui.common.phrase_offers import PhraseOffers
from ui.context import Context
from ui.overview.event_links import EventLinks
from ui.overview.topics import Topics
from ui.translate import follow_language, t

TEXTS = ("title", "short_title", "place")


class EventInspector(Inspector):
    """Every field writes at once; a day that would end the event before it begins is refused in words."""

    tables: ClassVar[frozenset[str]] = frozenset({"event", "event_link", "event_agreement", "topic", "agreement"})

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._heading, self._remark = Heading("", self), Caption("", self, wrap=True)
        self.texts = {name: PairedField("", (), self) for name in TEXTS}
        self.third = {name: PairedField("", (), self) for name in TEXTS}
        self.offers = {name: PhraseOffers(context, self, partial(self._take_phrase, name)) for name in TEXTS}
        self._taken = ("", "")
        self.place_cases = CaseRows(self, folded=True)
        self.kind, self.state = ChoiceField(parent=self), ChoiceField(parent=self)
        for field in (self.kind, self.state):
            field.combo.setSizeAdjustPolicy(field.combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            field.combo.setMinimumContentsLength(6)
        self.from_day, self.to_day = DateField(parent=self), DateField(parent=self)
        self.languages = LanguagesField(self)
        self.host_zone, self.guest_zone = ZoneField(parent=self), ZoneField(parent=self)
        self.note = NoteField(parent=self)
        self.topics = Topics(context, self)
        self.links = EventLinks(context, self)
        self.template = Link("", self, clicked=self._template_wanted)
        self._is_template = False
        self._arrange()
        self._connect()
        follow_language(self.retranslate)

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self._heading.setText(t("The event"))
        self._remark.setText(t("kept in its languages, shown everywhere"))
        for name, caption in zip(TEXTS, (t("Title"), t("Short title"), t("Place")), strict=True):
            self.texts[name].set_caption(caption)
        self.kind.set_caption(t("Kind"))
        self.kind.set_choices([(one, kind_word(one)) for one in EventKind])
        self.state.set_caption(t("State"))
        self.state.set_choices([(one, state_word(one)) for one in EventState])
        self.from_day.set_caption(t("First day"))
        self.to_day.set_caption(t("Last day"))
        self.languages.retranslate()
        self.host_zone.set_words(t("Zone of the hosts"))
        self.guest_zone.set_words(t("Zone of the guests"))
        self.note.set_caption(t("Note, never printed"))
        self._name_template()
        if self.thing_id:
            self.mark_stale()

    def show_thing(self, thing_id: int) -> None:
        """Show another event; what is still being typed belongs to the one before."""
        if thing_id != self.thing_id:
            waiting: tuple[Any, ...] = (
                *self.texts.values(),
                *self.third.values(),
                self.place_cases,
                self.from_day,
                self.to_day,
                self.note,
            )
            for field in waiting:
                field.flush()
        super().show_thing(thing_id)

    def refresh(self) -> None:
        """Read the event again."""
        if self.thing_id:
            self.context.read(self, "event", self._show, _page_or_none, self.thing_id)

    def _show(self, page: EventPage | None) -> None:
        self.setEnabled(page is not None)
        if page is None or page.id != self.thing_id:
            return
        for name in TEXTS:
            self._show_text(name, getattr(page, name), page.languages)
        russian = page.place.wordings.get("ru")
        self.place_cases.setVisible(russian is not None)
        if russian is not None:
            self.place_cases.show_forms(russian.text, russian.cases, place_cases(russian.text))
        self.kind.set_value(page.kind)
        self.state.set_value(page.state)
        for field, day in ((self.from_day, page.from_day), (self.to_day, page.to_day)):
            field.set_near(page.from_day)
            field.set_value(day)
        self.languages.set_value(page.languages)
        self.host_zone.show_zone(page.host_zone)
        self.guest_zone.show_zone(page.guest_zone)
        self.note.set_value(page.note)
        self.topics.show_topics(page)
        self.links.show_links(page)
        self._is_template = page.template
        self.state.setVisible(not page.template)
        self._name_template()
        self.template.setEnabled(self.context.read_only is None)
        self._set_read_only(self.context.read_only is not None)

    def _show_text(self, name: str, text: Any, languages: tuple[str, ...]) -> None:
        pair, rest = self.texts[name], self.third[name]
        pair.set_languages(language_names(languages[:2]))
        pair.set_value(text)
        rest.set_languages(language_names(languages[2:]))
        rest.set_value(text)
        rest.setVisible(len(languages) > 2)
        self.offers[name].watch([*pair.sides(), *rest.sides()])
        self.offers[name].refresh()

    def _set_read_only(self, read_only: bool) -> None:
        fields: tuple[Any, ...] = (
            *self.texts.values(),
            *self.third.values(),
            self.kind,
            self.state,
            self.from_day,
            self.to_day,
            self.languages,
            self.host_zone,
            self.guest_zone,
            self.note,
            self.topics,
            self.links,
            self.place_cases,
        )
        for field in fields:
            field.set_read_only(read_only)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setSpacing(12)
        head = QVBoxLayout()
        head.setSpacing(0)
        head.addWidget(self._heading)
        head.addWidget(self._remark)
        column.addLayout(head)
        for name in TEXTS:
            column.addWidget(self.texts[name])
            column.addWidget(self.third[name])
            column.addWidget(self.offers[name].whole)
        column.addWidget(self.place_cases)
        column.addLayout(SideBySide(self.from_day, self.to_day))
        column.addLayout(SideBySide(self.kind, self.state))
        column.addWidget(self.languages)
        column.addLayout(SideBySide(self.host_zone, self.guest_zone))
        for widget in (self.topics, self.links, self.note):
            column.addWidget(widget)
        column.addWidget(self.template, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    def _connect(self) -> None:
        for name in TEXTS:
            for field in (self.texts[name], self.third[name]):
                field.edited.connect(lambda tag, words, name=name: self._write(name, tag, words))
                field.checked.connect(lambda tag, name=name: self._check(name, tag))
                field.suggestion_used.connect(self._note_taken)
        plain: dict[str, CaptionedField] = {
            "kind": self.kind, "state": self.state, "host_zone": self.host_zone, "guest_zone": self.guest_zone,
            "note": self.note,
        }  # fmt: skip
        for key, one in plain.items():
            one.edited.connect(lambda value, key=key: self._edit(**{key: value}))
        self.place_cases.confirmed.connect(self._confirm_cases)
        self.languages.edited.connect(lambda tags: self._edit(languages=list(tags)))
        self.from_day.edited.connect(self._move_first_day)
        self.to_day.edited.connect(lambda day: self._edit(to_day=day) if day else self.mark_stale())

    def _write(self, name: str, tag: str, words: str) -> None:
        source = Source.PHRASE if self._taken == (tag, words) else Source.TYPED
        self._taken = ("", "")
        merge = f"event:{self.thing_id}:{name}:{tag}" if source is Source.TYPED else ""
        self.context.run(
            self, write_text, "event", self.thing_id, name, language=tag, words=words, source=source.value, merge=merge
        )

    def _note_taken(self, tag: str, words: str) -> None:
        self._taken = (tag, words)

    def _take_phrase(self, name: str, wordings: Mapping[Language, str]) -> None:
        self.context.run(self, take_phrase, "event", self.thing_id, name, wordings=dict(wordings))

    def _check(self, name: str, tag: str) -> None:
        self.context.run(self, check_text, "event", self.thing_id, name, language=tag)

    def _confirm_cases(self, forms: Mapping[str, str]) -> None:
        self.context.run(self, confirm_cases, "event", self.thing_id, "place", language="ru", forms=dict(forms))

    def _name_template(self) -> None:
        template = self._is_template
        self._heading.setText(t("The template") if template else t("The event"))
        self.template.set_text(t("New event from this template…") if template else t("Keep as a template"))

    def _template_wanted(self) -> None:
        """Make a new event of a template, or keep the event as one and show it among them."""
        if self._is_template:
            self.context.show("new event", self.thing_id)
        else:
            self.context.run(self, keep_as_template, self.thing_id, done=self._kept)

    def _kept(self, changes: Changes) -> None:
        self.context.show("templates", 0)
        self.context.select("event", changes.result)

    def _move_first_day(self, day: date | None) -> None:
        """Move the last day along where the event would otherwise end before it begins."""
        if day is None:
            self.mark_stale()
            return
        last = self.to_day.value()
        self._edit(from_day=day, **({"to_day": day} if last is None or last < day else {}))

    def _edit(self, **values: Any) -> None:
        merge = f"event:{self.thing_id}:note" if "note" in values else ""
        values = {key: getattr(value, "value", value) for key, value in values.items()}
        self.context.run(self, operations.edit_event, self.thing_id, merge=merge, failed=self._refuse, **values)

    def _refuse(self, error: PlannerError) -> None:
        self.context.failed.emit(error)
        self.mark_stale()


def _page_or_none(db: Any, event_id: int) -> EventPage | None:
    """Return the event, or None once it was removed."""
    try:
        return event_page(db, event_id)
    except NotFound:
        return None
