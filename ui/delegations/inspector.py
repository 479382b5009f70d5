"""The inspector of a member: the person of the register, and the place at this event."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from PySide6.QtWidgets import QWidget

from planner.language.declension_phrases import phrase_cases
from planner.language.languages import find
from planner.operations import delegations, people, texts
from planner.operations.people import NewName
from planner.queries.members import MemberSheet, member_sheet
from planner.rules.kinds import Capacity, ParticipationState, Side
from planner.rules.text import EMPTY, Text
from ui.common.address_fields import AddressFields
from ui.common.buttons import Link
from ui.common.fields import ChoiceField, NoteField
from ui.common.findings import FactsField
from ui.common.flow import FlowLayout
from ui.common.form import FormInspector, side_by_side
from ui.common.name_fields import NameFields
from ui.common.named import first_name, shown
from ui.common.picker import Offer, Picker, ReferenceField
from ui.common.private_fields import PrivateFields
from ui.common.register_offers import organisation_offers
from ui.common.spoken_languages import SpokenLanguages
from ui.common.text_fields import Target, TextFields
from ui.common.words import choices, word
from ui.context import Context
from ui.delegations.add_member import register_offers
from ui.delegations.badge_fields import BadgeFields
from ui.delegations.bond_fields import BondFields
from ui.delegations.member_facts import event_facts, item_facts, office_facts
from ui.delegations.standing_fields import StandingFields
from ui.translate import follow_language, language, t, tn

TABLES = frozenset((
    "delegation", "participation", "person", "person_name", "person_private", "post", "organisation",
    "organisation_name", "event", "item", "item_track", "track_member", "attendance", "counterpart", "liaison",
    "profile", "setting",
))  # fmt: skip


class MemberView(NamedTuple):
    """A member, and the organisations to choose from."""

    sheet: MemberSheet
    organisations: list[Offer]


def read_member(db: Any, participation_id: int) -> MemberView:
    """Return what the inspector shows."""
    return MemberView(member_sheet(db, participation_id), organisation_offers(db))


class MemberInspector(FormInspector):
    """Kind "member". What belongs to the person is written into the register; the rest into the place."""

    tables = TABLES

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.setObjectName("member inspector")
        self.sheet: MemberSheet | None = None
        self._view: MemberView | None = None
        self._own_post = False
        self._picker: Picker | None = None
        self._typed: list[tuple[str, str, str]] = []
        self.names = NameFields(context, self.body)
        self.name_person = Link("", self.body, strong=True, clicked=self.pick_person)
        self.position = TextFields(context, "", self.body, declined=phrase_cases)
        self.position_link = Link("", self.body, clicked=self._switch_post)
        self.capacity = ChoiceField("", self.body)
        self.state = ChoiceField("", self.body)
        self.organisation = ReferenceField("", self.body)
        self.office = FactsField("", self.body)
        self.standing = StandingFields(context, self.body)
        self.bonds = BondFields(context, self.body)
        self.address = AddressFields(context, self.body)
        self.spoken = SpokenLanguages(context, self.body)
        self.private = PrivateFields(context, self.body)
        self.badge = BadgeFields(context, self.body)
        self.note = NoteField("", self.body)
        self.part = FactsField("", self.body)
        self.events = FactsField("", self.body)
        self.links = FlowLayout(gap=10)
        self.open_person = Link("", self.body, clicked=self._open_person)
        self.take_out = Link("", self.body, clicked=self._take_out)
        self._arrange()
        self._connect()
        self.setFocusProxy(self.names)
        follow_language(self.retranslate)

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self.names.set_caption(t("Name"))
        self.name_person.set_text(t("Choose from the register…"))
        self.position.set_caption(t("Position"))
        self.capacity.set_caption(t("Capacity"))
        self.capacity.set_choices(choices(Capacity))
        self.state.set_caption(t("Comes"))
        self.state.set_choices(choices(ParticipationState))
        self.organisation.set_words(t("Organisation"))
        self.office.set_caption(t("In office"))
        self.standing.set_words()
        self.bonds.set_words()
        self.address.set_caption(t("Form of address"))
        self.spoken.set_words()
        self.private.set_words()
        self.badge.set_words()
        self.note.set_caption(t("Note, never printed"))
        self.part.set_caption(t("Takes part in"))
        self.events.set_caption(t("Other events"))
        self.open_person.set_text(t("Open in the register"))
        self.take_out.set_text(t("Take out of the delegation"))
        if self._view is not None:
            self.show_sheet(self._view)

    def query(self) -> Callable[..., Any]:
        """Return the query of a member."""
        return read_member

    def show_thing(self, thing_id: int) -> None:
        """Show another member."""
        if thing_id != self.thing_id:
            self._own_post = False
            self.flush()
            self._typed.clear()
        super().show_thing(thing_id)

    def show_sheet(self, sheet: Any) -> None:
        """Show a member."""
        self._view = sheet
        self.sheet = found = sheet.sheet
        self.organisation.set_offers(sheet.organisations)
        member, person, tags = found.member, found.person, found.event.languages
        self._show_heading(found)
        names = {one.language: one for one in person.names} if person else {}
        self.names.show_names(person.id if person else None, names, tags, person.country if person else "")
        self.name_person.setVisible(person is None)
        self._show_position(found)
        self.capacity.set_value(member.capacity)
        self.state.set_value(ParticipationState(member.state))
        post = self._post()
        self.organisation.set_value(post.organisation_id if post else None)
        self.organisation.setVisible(person is not None)
        self.office.set_facts(office_facts(post))
        self.office.setVisible(post is not None)
        self.standing.show_member(found)
        self.bonds.show_member(found)
        self.address.show_names(person.id if person else None, names, tags)
        self.spoken.show_languages(person.id if person else None, person.languages if person else ())
        self.private.show_private(person.id if person else None, person.private if person else None)
        for widget in (self.address, self.spoken, self.private, self.open_person):
            widget.setVisible(person is not None)
        self.badge.show_member(found)
        self.note.set_value(member.note)
        self.part.set_facts(item_facts(found))
        others = event_facts(found)
        self.events.set_facts(others)
        self.events.setVisible(bool(others))

    def pick_person(self) -> None:
        """Choose a person of the register for a place that had only a post."""
        if self.sheet is None:
            return
        self._picker = Picker(self)
        self._picker.picked.connect(self._name)
        event = self.sheet.event
        self.context.read(self, "register", self._picker.set_offers, register_offers, event.from_day, event.languages)
        self._picker.open_under(self.name_person, width=self.width() - 32)

    def picker(self) -> Picker | None:
        """Return the list of the register while it is open."""
        return self._picker

    def _arrange(self) -> None:
        above: tuple[QWidget, ...] = (self.names, self.name_person, self.position, self.position_link)
        for widget in above:
            self.fields.addWidget(widget)
        self.fields.addLayout(side_by_side(self.capacity, self.state))
        for widget in (
            self.standing, self.bonds, self.organisation, self.office, self.address, self.spoken, self.badge,
            self.private, self.part, self.events, self.note,
        ):  # fmt: skip
            self.fields.addWidget(widget)
        self.links.addWidget(self.open_person)
        self.links.addWidget(self.take_out)
        self.fields.addLayout(self.links)

    def _connect(self) -> None:
        self.names.first_typed.connect(self._name_typed)
        self.position.edited.connect(self._write_position)
        self.capacity.edited.connect(lambda value: self._edit(capacity=value.value))
        self.state.edited.connect(lambda value: self._edit(state=value.value))
        self.note.edited.connect(lambda words: self._edit(merge="note", note=words))
        self.organisation.edited.connect(self._set_organisation)
        self.office.acted.connect(self._office_acted)
        self.part.acted.connect(lambda key: self.context.show("item", int(key)))
        self.events.acted.connect(lambda key: self.context.show("event", int(key)))

    def _show_heading(self, sheet: MemberSheet) -> None:
        member, tags = sheet.member, sheet.event.languages
        name = first_name(member.names, language(), *tags) or shown(member.position, *tags) or word(member.capacity)
        sides = {Side.GUEST: t("Guest no. {n}"), Side.HOST: t("Host no. {n}"), Side.INVITED: t("Invited, no. {n}"),
                 Side.STAFF: t("Staff, no. {n}")}  # fmt: skip
        parts = [sides[sheet.delegation.side].replace("{n}", str(member.place))]
        if sheet.earlier:
            parts.append(tn("in {n} earlier event", "in {n} earlier events", sheet.earlier))
        if sheet.person is not None and sheet.person.invented:
            parts.append(t("invented"))
        self.say(name, " · ".join(parts))

    def _show_position(self, sheet: MemberSheet) -> None:
        member, post, tags = sheet.member, self._post(), sheet.event.languages
        own = bool(member.post_title) or self._own_post or sheet.person is None
        if own:
            target: Target | None = Target("participation", member.id, "post_title")
            value: Text = member.post_title
        else:
            target = Target("post", post.id, "title") if post else None
            value = post.title if post else EMPTY
        self.position.show_text(target, value, tags)
        words = t("Use the post of the register") if own else t("Another wording at this event only")
        self.position_link.set_text(words)
        self.position_link.setVisible(sheet.person is not None and (post is not None or bool(member.post_title)))

    def _post(self) -> Any:
        """Return the post the person holds on the day of the event."""
        if self.sheet is None or self.sheet.person is None or self.sheet.member.who is None:
            return None
        wanted = self.sheet.member.who.post_id
        return next((post for post in self.sheet.person.posts if post.id == wanted), None)

    def _switch_post(self) -> None:
        """Write the post for this event only, or take it away so that the register's shows again."""
        sheet = self.sheet
        if sheet is None:
            return
        if sheet.member.post_title:
            self._own_post = False
            for tag in sheet.member.post_title.wordings:
                self.context.run(
                    self, texts.write_text, "participation", self.thing_id, "post_title", language=tag, words="",
                    merge=f"own-post:{self.thing_id}",
                )  # fmt: skip
            return
        self._own_post = not self._own_post
        self._show_position(sheet)
        self.position.setFocus()

    def _write_position(self, tag: str, words: str) -> None:
        """Make a post for somebody who has none, with what was typed."""
        if self.sheet is not None and self.sheet.person is not None and words:
            self._run(
                people.add_post, self.sheet.person.id, EMPTY.with_wording(tag, words),
                organisation_id=self.sheet.delegation.organisation_id,
            )  # fmt: skip

    def _set_organisation(self, organisation_id: int | None) -> None:
        post, person = self._post(), self.sheet.person if self.sheet else None
        if post is not None:
            self._run(people.edit_post, post.id, organisation_id=organisation_id)
        elif person is not None:
            self._run(people.add_post, person.id, organisation_id=organisation_id)

    def _office_acted(self, key: str) -> None:
        if key == "confirm" and (post := self._post()):
            self._run(people.edit_post, post.id, confirmed_on=self.context.today())

    def _name(self, person_id: int) -> None:
        self._run(delegations.name_member, self.thing_id, person_id)

    def _name_typed(self, tag: str, part: str, words: str) -> None:
        """Put a new person on the place, as one step: the register's record, and the naming.

        What is typed while that is still under way waits for the person.
        """
        if not words:
            return
        self._typed.append((tag, part, words))
        if len(self._typed) > 1:
            return
        place, merge = self.thing_id, f"name:{self.thing_id}"
        values: dict[str, Any] = {part: words, "order": find(tag).name_order.value}

        def named(person_id: int) -> None:
            for later, its_part, its_words in self._typed[1:]:
                rest: dict[str, Any] = {its_part: its_words, "order": find(later).name_order.value}
                self.context.run(self, people.write_name, person_id, later, **rest)
            self._typed.clear()

        def added(changes: Any) -> None:
            person_id = changes.result
            self.context.run(
                self, delegations.name_member, place, person_id, merge=merge, done=lambda _changes: named(person_id)
            )

        self.context.run(self, people.add_person, [NewName(tag, **values)], merge=merge, done=added)

    def _edit(self, *, merge: str = "", **values: Any) -> None:
        name = f"participation:{self.thing_id}:{merge}" if merge else ""
        self.context.run(self, delegations.edit_member, self.thing_id, merge=name, **values)

    def _run(self, operation: Any, *args: Any, **values: Any) -> None:
        self.context.run(self, operation, *args, **values)

    def _open_person(self) -> None:
        if self.sheet is not None and self.sheet.person is not None:
            self.context.show("person", self.sheet.person.id)

    def _take_out(self) -> None:
        self._run(delegations.remove_member, self.thing_id)
