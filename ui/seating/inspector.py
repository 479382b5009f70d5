"""The inspector beside the room: the seat chosen and why, what the plan may choose, and which rules are bent."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from PySide6.QtWidgets import QWidget

from planner.language.placement_words import seat_name, why
from planner.operations import profiles as profile_operations
from planner.operations import seating, venues
from planner.queries.for_flags import plan_flags
from planner.queries.profiles import ProfileRow, profiles
from planner.rules.flags_order import Ordered
from planner.rules.kinds import Side
from planner.rules.placement import explain, opposite
from planner.rules.places import PlanKind
from planner.rules.seating_score import Rule
from ui.common.buttons import Link
from ui.common.fields import ChoiceField
from ui.common.findings import Fact, FactsField, FindingsList
from ui.common.form import FormInspector
from ui.common.labels import Rule as Line
from ui.common.pill import Tone
from ui.context import Context
from ui.seating.bent_rows import ALL, bent_rows
from ui.seating.chosen import chosen_seat
from ui.seating.plan_choices import PlanChoices
from ui.seating.room_fields import RoomFields
from ui.seating.shown import DeskShown, next_seat, read_desk
from ui.seating.wishes import WishesField
from ui.translate import follow_language, language, t, tn


class SeatingView(NamedTuple):
    """A plan, and the profiles to choose from."""

    shown: DeskShown
    profiles: tuple[ProfileRow, ...]
    flags: Ordered | None = None


def read_seating(db: Any, plan_id: int) -> SeatingView:
    """Return what the inspector shows."""
    shown = read_desk(db, plan_id)
    flags = plan_flags(db, shown.desk) if shown.desk.room.flags or shown.desk.plan.kind is PlanKind.FLAGS else None
    return SeatingView(shown, profiles(db), flags)


class SeatingInspector(FormInspector):
    """Kind "seating": the id is the plan's; the seat is the one chosen on the page."""

    tables = frozenset((
        "seating_plan", "seating_table", "placement", "seating_wish", "delegation", "participation", "person",
        "person_name", "post", "event", "item_track", "track_member", "attendance", "profile", "setting",
    ))  # fmt: skip

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._view: SeatingView | None = None
        self._chosen = chosen_seat(context)
        self.why = FactsField("", self.body)
        self.faces = FactsField("", self.body)
        self.pin = Link("", self.body, clicked=self._pin)
        self.profile = ChoiceField("", self.body)
        self.mirror = Link("", self.body, clicked=lambda: self._set("mirror", True))
        self.choices = PlanChoices(self.body)
        self.room = RoomFields(self.body)
        self.wishes = WishesField(context, self.body)
        self.checks = FindingsList("", self.body)
        self._opened: set[Rule] = set()
        for widget in (
            self.why, self.faces, self.mirror, self.pin, self.profile, self.choices, Line(self.body), self.checks,
            Line(self.body), self.wishes, Line(self.body), self.room,
        ):  # fmt: skip
            self.fields.addWidget(widget)
        self.checks.acted.connect(self._mend)
        self.choices.chosen.connect(self._set)
        self.room.edited.connect(lambda room: self._edit(room=room))
        self.room.kept.connect(self._keep_room)
        self.profile.edited.connect(self._choose_profile)
        self._chosen.changed.connect(self._show_again)
        follow_language(self.retranslate)

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self.why.set_caption(t("Why here"))
        self.faces.set_caption(t("Faces"))
        self.profile.set_caption(t("Profile"))
        self.mirror.set_text(t("Mirror: equals face to face"))
        self.checks.set_heading(t("Checks"), t("Every rule is kept."))
        self.room.set_words()
        self.wishes.set_words()
        self._show_again()
        self.mark_stale()  # names are read in the interface's language

    def query(self) -> Callable[..., Any]:
        """Return the query of a plan."""
        return read_seating

    def show_sheet(self, sheet: Any) -> None:
        """Show the seat chosen, the plan's choices and the bent rules."""
        self._view = sheet
        shown = sheet.shown
        self._show_seat(shown)
        self._show_profiles(sheet)
        writable = self.context.read_only is None
        self.choices.show_options(shown, writable=writable)
        self.wishes.show_wishes(shown)
        self.room.show_room(shown, sheet.flags, writable=writable)
        self.checks.set_findings(bent_rows(shown, self._opened, writable=writable))

    def _show_again(self) -> None:
        if self._view is not None and self.thing_id:
            self.show_sheet(self._view)

    def _show_seat(self, shown: DeskShown) -> None:
        key = self._chosen.key
        person = shown.placed.get(key)
        seat = shown.chart.by_key.get(key)
        for widget in (self.why, self.faces, self.mirror, self.pin):
            widget.setVisible(person is not None)
        if shown.desk.plan.kind is PlanKind.FLAGS:
            self.say(t("Order of flags"), "")
            return
        if seat is None:
            self.say(t("Seating plan"), tn("{n} person seated", "{n} people seated", len(shown.placed)))
            return
        name = seat_name(shown.chart, key, language())
        if person is None:
            free = key in shown.desk.pins
            self.say(t("Seat {seat}", seat=name), t("kept free") if free else t("Nobody sits here."))
            return
        pinned = any(row.seat == key and row.pinned for row in shown.desk.placements)
        called = shown.name_of(person)
        self.say(t("Seat {seat}", seat=name), t("{name} · pinned by the office", name=called) if pinned else called)
        reason = explain(shown.chart, key, shown.placed, shown.desk.sitters, shown.desk.pins)
        self.why.set_facts([Fact(why(reason, shown.chart, language()))])
        other = opposite(shown.chart, key)
        faced = shown.placed.get(other) if other else None
        self.faces.setVisible(faced is not None)
        options = shown.desk.options
        self.mirror.setVisible(faced is not None and "mirror" in options and not options["mirror"])
        if faced is not None:
            self.faces.set_facts([Fact(shown.name_of(faced), dot=_dot(shown, faced))])
        self.pin.set_text(t("Let the rules decide again") if pinned else t("Pin to this seat"))

    def _show_profiles(self, view: SeatingView) -> None:
        rows = [(row.key, row.profile.name(language())) for row in view.profiles]
        self.profile.set_choices(rows)
        now = view.shown.desk.profile
        held = next(
            (row.key for row in view.profiles if row.profile == now), rows[0][0] if rows else ""
        )  # the office's own profile where the event chooses none
        self.profile.set_value(held)

    def _set(self, name: str, value: Any) -> None:
        self.context.run(self, seating.set_seating_option, self.thing_id, name, value)

    def _choose_profile(self, key: str) -> None:
        if self._view is None:
            return
        event_id = self._view.shown.desk.event.id
        own = {"profile_id": int(key[1:])} if key.startswith("#") else {"code": key}
        self.context.run(self, profile_operations.choose_profile, event_id, **own)

    def _pin(self) -> None:
        if self._view is None:
            return
        shown, key = self._view.shown, self._chosen.key
        person = shown.placed.get(key)
        pinned = any(row.seat == key and row.pinned for row in shown.desk.placements)
        if person is not None:
            self.context.run(self, seating.pin_seat, self.thing_id, key, person, pinned=not pinned)

    def _mend(self, key: str, action: str) -> None:
        """Tell the rest of a rule, or give somebody a seat with a side."""
        if self._view is None:
            return
        if action == ALL:
            self._opened.add(Rule(key))
            self._show_again()
            return
        shown = self._view.shown
        seat = next_seat(shown, Side(action))
        if seat is not None:
            person = shown.bent[int(key)].people[0]
            self.context.run(self, seating.seat_person, self.thing_id, seat, person, pinned=False)

    def _edit(self, **values: Any) -> None:
        self.context.run(self, seating.edit_seating_plan, self.thing_id, **values)

    def _keep_room(self) -> None:
        """Make the room of this plan the outline of the venue's room."""
        if self._view is not None and (room := self._view.shown.desk.plan.room_id) is not None:
            self.context.run(self, venues.edit_room, room, outline=self._view.shown.desk.room.to_json())


def _dot(shown: DeskShown, person: int) -> Tone | str:
    side = next((one.side.value for one in shown.desk.people if one.member.id == person), "")
    return Tone(side) if side in {tone.value for tone in Tone} else Tone.NEUTRAL
