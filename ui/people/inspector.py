"""The inspector of a person of the register: names, posts, what is private, events."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, NamedTuple

from PySide6.QtWidgets import QWidget

from planner import erasing
from planner.errors import PlannerError
from planner.language.countries import countries, languages
from planner.language.dates import format_range
from planner.language.declension import person_cases
from planner.operations import names as name_operations
from planner.operations import people
from planner.queries.cases import valid_cases
from planner.queries.erasure import Reach, versions_naming
from planner.queries.office_settings import office_setting
from planner.queries.people import NameRow, PersonPage, person_page
from planner.rules.text import Language, Text
from ui.common.address_fields import AddressFields
from ui.common.buttons import Link
from ui.common.case_rows import CaseRows
from ui.common.fields import ChoiceField, NoteField, ToggleRow
from ui.common.findings import Fact, FactsField
from ui.common.form import FormInspector, Section, fit_boxes, side_by_side
from ui.common.name_fields import PASSPORT, NameFields
from ui.common.named import first_name, shown
from ui.common.picker import Offer, Picker, ReferenceField, offers
from ui.common.private_fields import PrivateFields
from ui.common.register_offers import organisation_offers, register_languages
from ui.common.spoken_languages import SpokenLanguages
from ui.common.text_fields import Target, TextFields
from ui.common.words import word
from ui.context import Context
from ui.people.erase import EraseDialog
from ui.people.gifts import GiftsCard
from ui.people.past import PastCards
from ui.people.photograph import PhotographCard
from ui.people.post_box import PostBox
from ui.people.salutations import SalutationLines
from ui.translate import follow_language, language, t, tn


class PersonView(NamedTuple):
    """A person, the languages the office asks for, and the organisations to choose from."""

    page: PersonPage
    languages: tuple[Language, ...]
    organisations: list[Offer]
    salutations: Any = None


def read_person(db: Any, person_id: int) -> PersonView:
    """Return what the inspector shows."""
    page = person_page(db, person_id)
    return PersonView(
        page, register_languages(db, language()), organisation_offers(db), office_setting(db, "salutations")
    )


class PersonInspector(FormInspector):
    """Kind "person"."""

    tables = frozenset((
        "person", "person_name", "person_private", "post", "organisation", "organisation_name", "participation",
        "event", "setting",
    ))  # fmt: skip

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.setObjectName("person inspector")
        self._view: PersonView | None = None
        self._more: tuple[Language, ...] = ()
        self._picker: Picker | None = None
        self._russian = 0
        self.names = NameFields(context, self.body)
        self.more_names = Link("", self.body, clicked=self._choose_language)
        self.passport = NameFields(context, self.body)
        self.cases = CaseRows(self.body)
        self.posts = Section(self.body)
        self.boxes: list[PostBox] = []
        self.add_post = Link("", self.posts, strong=True, clicked=self._add_post)
        self.posts.add_action(self.add_post)
        self.degree = TextFields(context, "", self.body, single_line=True, optional=True)
        self.country = ReferenceField("", self.body)
        self.gender = ChoiceField("", self.body)
        self.address = AddressFields(context, self.body)
        self.salutations = SalutationLines(context, self.body)
        self.spoken = SpokenLanguages(context, self.body)
        self.private = PrivateFields(context, self.body)
        self.photograph = PhotographCard(context, self.body)
        self.gifts = GiftsCard(context, self.body)
        self.past = PastCards(context, self.body)
        self.events = FactsField("", self.body)
        self.note = NoteField("", self.body)
        self.deceased = ToggleRow("", self.body)
        self.remove = Link("", self.body, clicked=lambda: context.run(self, people.remove_person, self.thing_id))
        self.erase = Link("", self.body, clicked=self._ask_to_erase)
        self.erase_dialog: EraseDialog | None = None
        self._arrange()
        self.cases.confirmed.connect(self._confirm_cases)
        self.country.edited.connect(lambda code: self._edit(country=code or ""))
        self.gender.edited.connect(lambda value: self._edit(gender=value))
        self.note.edited.connect(lambda words: self._edit(merge="note", note=words))
        self.deceased.edited.connect(lambda on: self._edit(deceased=on))
        self.events.acted.connect(lambda key: context.show("event", int(key)))
        self.setFocusProxy(self.names)
        follow_language(self.retranslate)

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self.names.set_caption(t("Name"))
        self.passport.set_caption("")
        self.more_names.set_text(t("+ Name in another language"))
        self.posts.set_title(t("Posts"))
        self.add_post.set_text(t("+ Post"))
        self.degree.set_caption(t("Academic degree"))
        self.country.set_words(t("Country"))
        self.country.set_offers(offers(countries(language())))
        self.gender.set_caption(t("Addressed as"))
        self.gender.set_choices([("", t("not said")), ("f", t("a woman")), ("m", t("a man"))])
        self.address.set_caption(t("Form of address"))
        self.spoken.set_words()
        self.private.set_words()
        self.events.set_caption(t("Events"))
        self.note.set_caption(t("Note, never printed"))
        self.deceased.set_label(t("Deceased"))
        self.remove.set_text(t("Remove from the register"))
        self.erase.set_text(t("Erase this person…"))
        self.posts.remove(self.boxes)
        self.boxes.clear()
        if self._view is not None:
            self.show_sheet(self._view)

    def query(self) -> Callable[..., Any]:
        """Return the query of a person."""
        return read_person

    def show_thing(self, thing_id: int) -> None:
        """Show another person."""
        if thing_id != self.thing_id:
            self._more = ()
        super().show_thing(thing_id)

    def show_sheet(self, sheet: Any) -> None:
        """Show a person."""
        self._view = sheet
        page: PersonPage = sheet.page
        names = {one.language: one for one in page.names}
        plain = {tag: name for tag, name in names.items() if tag != PASSPORT}
        tags = tuple(dict.fromkeys([*sheet.languages, *plain, *self._more]))
        parts = [tn("{n} event", "{n} events", len(page.places))] if page.places else []
        parts += [words for on, words in ((page.deceased, t("deceased")), (page.invented, t("invented"))) if on]
        self.say(first_name(plain, language(), *tags) or "—", " · ".join(parts))
        self.names.show_names(page.id, names, tags, page.country)
        self.passport.show_names(page.id, names, (PASSPORT,), page.country)
        self._show_cases(page, names)
        self._show_posts(sheet)
        self.degree.show_text(Target("person", page.id, "degree"), page.degree, _tags(sheet.languages, page.degree))
        self.country.set_value(page.country or None)
        self.gender.set_value(page.gender)
        self.address.show_names(page.id, plain, tags)
        self.salutations.show_person(page, plain, tags, sheet.salutations)
        self.spoken.show_languages(page.id, page.languages)
        self.private.show_private(page.id, page.private)
        self.photograph.show_languages(sheet.languages)
        for card in (self.photograph, self.gifts, self.past):
            card.show_person(page.id)
        self._show_events(page)
        self.note.set_value(page.note)
        self.deceased.set_value(page.deceased)

    def _show_cases(self, page: PersonPage, names: Mapping[Language, NameRow]) -> None:
        """Show the cases of the Russian name; nothing is suggested before it is known how the person is addressed."""
        name = names.get("ru")
        self.cases.setVisible(name is not None)
        self._russian = name.id if name else 0
        if name is None:
            return
        suggested = person_cases(
            name.surname, name.given, name.patronymic, gender=page.gender, country=page.country
        )
        forms = valid_cases(name.surname, name.given, name.patronymic, name.cases)
        why = "" if page.gender else t("Choose under “Addressed as” a woman or a man: cases depend on it.")
        self.cases.show_forms(" ".join(filter(None, name[2:5])), forms, suggested, why)

    def _confirm_cases(self, forms: Mapping[str, str]) -> None:
        self.context.run(self, name_operations.confirm_name_cases, self._russian, dict(forms))

    def _show_posts(self, sheet: PersonView) -> None:
        """Show the newest post first; boxes are kept so that typing in one survives a change of another."""
        posts = tuple(reversed(sheet.page.posts))
        fit_boxes(self.posts, self.boxes, len(posts), lambda: PostBox(self.context, self.posts))
        tags = tuple(dict.fromkeys([*sheet.languages, *(tag for post in posts for tag in post.title.wordings)]))
        for box, post in zip(self.boxes, posts, strict=True):
            box.show_post(post, tags, sheet.organisations)
        self.posts.set_title(t("Posts"), "" if posts else t("none recorded"))

    def _show_events(self, page: PersonPage) -> None:
        facts = []
        for place in reversed(page.places):
            event = place.event
            title = shown(event.short_title, *event.languages) or shown(event.title, *event.languages) or "—"
            days = format_range(event.from_day, event.to_day, language())
            facts.append(Fact(f"{days} · {title} · {word(place.capacity)}", link=(str(event.id), t("Open"))))
        self.events.set_facts(facts or [Fact(t("None yet."))])

    def _arrange(self) -> None:
        above: tuple[QWidget, ...] = (
            self.photograph, self.names, self.more_names, self.passport, self.cases, self.posts,
            self.degree,
        )  # fmt: skip
        for widget in above:
            self.fields.addWidget(widget)
        self.fields.addLayout(side_by_side(self.country, self.gender))
        below: tuple[QWidget, ...] = (
            self.address, self.salutations, self.spoken,
            self.private, self.events, self.past, self.gifts, self.note, self.deceased, self.remove,
            self.erase,
        )  # fmt: skip
        for widget in below:
            self.fields.addWidget(widget)

    def _choose_language(self) -> None:
        self._picker = Picker(self)
        self._picker.set_offers(offers([pair for pair in languages(language()) if pair[0] not in self.names.boxes]))
        self._picker.picked.connect(self._take_language)
        self._picker.open_under(self.more_names)

    def _take_language(self, tag: Language) -> None:
        self._more = (*self._more, tag)
        if self._view is not None:
            self.show_sheet(self._view)
            self.names.boxes[tag].setFocus()

    def _add_post(self) -> None:
        self.context.run(self, people.add_post, self.thing_id, done=lambda changes: self._focus_post(changes.result))

    def _focus_post(self, post_id: int) -> None:
        for box in self.boxes:
            if box.post_id == post_id:
                box.title.setFocus()

    def _ask_to_erase(self) -> None:
        """Show what erasing reaches, before it happens."""
        person, today = self.thing_id, self.context.planner.now().date()
        self.context.read(self, "to erase", partial(self._open_erasing, person), versions_naming, person, today=today)

    def _open_erasing(self, person: int, reach: Reach) -> None:
        if person != self.thing_id:
            return
        self.erase_dialog = EraseDialog(reach, self.window())
        self.erase_dialog.erased.connect(partial(self._erase, person))
        self.erase_dialog.finished.connect(self.erase_dialog.deleteLater)
        self.erase_dialog.open()

    def _erase(self, person: int, versions: list[int]) -> None:
        work = partial(erasing.erase, self.context.planner, person, issued=versions)
        self.context.tasks.write(self, work, self.context.changed.emit, self._refused)

    def _refused(self, error: BaseException) -> None:
        if not isinstance(error, PlannerError):
            raise error
        self.context.failed.emit(error)

    def _edit(self, *, merge: str = "", **values: Any) -> None:
        name = f"person:{self.thing_id}:{merge}" if merge else ""
        self.context.run(self, people.edit_person, self.thing_id, merge=name, **values)


def _tags(asked: tuple[Language, ...], text: Text) -> tuple[Language, ...]:
    """Return the languages the office asks for, then others a text has."""
    return tuple(dict.fromkeys([*asked, *text.wordings]))
