"""The inspector of a venue: name and address, rooms, opening hours, ways to other venues."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple
from zoneinfo import available_timezones

from PySide6.QtWidgets import QWidget

from planner.errors import NotFound
from planner.operations import venues
from planner.queries.venues import HoursRow, RouteRow, VenueRow, opening_hours, routes
from planner.queries.venues import venues as all_venues
from planner.rules.text import EMPTY, Language
from ui.common.buttons import Link
from ui.common.fields import NoteField
from ui.common.form import FormInspector, Section, fit_boxes
from ui.common.named import shown
from ui.common.picker import Offer, ReferenceField, offers
from ui.common.register_offers import organisation_offers, register_languages, venue_offers
from ui.common.text_fields import Target, TextFields
from ui.context import Context
from ui.translate import follow_language, language, t, tn
from ui.venues.hours import HoursTable
from ui.venues.room_box import RoomBox
from ui.venues.ways import WaysList


class VenueView(NamedTuple):
    """A venue with all that the inspector shows and offers."""

    venue: VenueRow
    hours: tuple[HoursRow, ...]
    routes: tuple[RouteRow, ...]
    languages: tuple[Language, ...]
    organisations: list[Offer]
    venues: list[Offer]


def read_venue(db: Any, venue_id: int) -> VenueView:
    """Return what the inspector shows; raise NotFound in words."""
    venue = next((row for row in all_venues(db) if row.id == venue_id), None)
    if venue is None:
        raise NotFound("This venue is no longer in the register.")
    return VenueView(
        venue, opening_hours(db, venue_id), routes(db, venue_id), register_languages(db, language()),
        organisation_offers(db), venue_offers(db),
    )  # fmt: skip


class VenueInspector(FormInspector):
    """Kind "venue"."""

    tables = frozenset((
        "venue", "room", "opening_hours", "route", "organisation", "organisation_name", "event",
    ))  # fmt: skip

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.setObjectName("venue inspector")
        self._view: VenueView | None = None
        self.name = TextFields(context, "", self.body)
        self.address = TextFields(context, "", self.body, optional=True)
        self.rooms = Section(self.body)
        self.boxes: list[RoomBox] = []
        self.add_room = Link("", self.rooms, strong=True, clicked=self._add_room)
        self.rooms.add_action(self.add_room)
        self.hours_section, self.ways_section = Section(self.body), Section(self.body)
        self.hours = HoursTable(context, self.hours_section)
        self.hours_section.add(self.hours)
        self.ways = WaysList(context, self.ways_section)
        self.ways_section.add(self.ways)
        self.organisation = ReferenceField("", self.body)
        self.zone = ReferenceField("", self.body)
        self.note = NoteField("", self.body)
        self.remove = Link("", self.body, clicked=lambda: context.run(self, venues.remove_venue, self.thing_id))
        for widget in (
            self.name, self.address, self.rooms, self.hours_section, self.ways_section, self.organisation, self.zone,
            self.note, self.remove,
        ):  # fmt: skip
            self.fields.addWidget(widget)
        self.organisation.edited.connect(lambda one: self._edit(organisation_id=one))
        self.zone.edited.connect(lambda zone: self._edit(zone=zone or ""))
        self.note.edited.connect(lambda words: self._edit(merge="note", note=words))
        self.setFocusProxy(self.name)
        follow_language(self.retranslate)

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self.name.set_caption(t("Venue name"))
        self.address.set_caption(t("Address"))
        self.rooms.set_title(t("Rooms and seats"))
        self.add_room.set_text(t("+ Room"))
        self.hours_section.set_title(t("Opening hours"))
        self.hours.set_words()
        self.ways_section.set_title(t("Ways to other venues"))
        self.ways.set_words()
        self.organisation.set_words(t("Belongs to"))
        self.zone.set_words(t("Time zone"), empty=t("as the event's"))
        self.zone.set_offers(offers([(zone, zone) for zone in sorted(available_timezones()) if "/" in zone]))
        self.note.set_caption(t("Note, never printed"))
        self.remove.set_text(t("Remove from the register"))
        self.rooms.remove(self.boxes)
        self.boxes.clear()
        if self._view is not None:
            self.show_sheet(self._view)

    def query(self) -> Callable[..., Any]:
        """Return the query of a venue."""
        return read_venue

    def show_sheet(self, sheet: Any) -> None:
        """Show a venue."""
        self._view = sheet
        venue: VenueRow = sheet.venue
        rooms = tn("{n} room", "{n} rooms", len(venue.rooms)) if venue.rooms else t("no rooms recorded")
        self.say(shown(venue.name) or "—", rooms)
        tags = tuple(dict.fromkeys([*sheet.languages, *venue.name.wordings]))
        self.name.show_text(Target("venue", venue.id, "name"), venue.name, tags)
        self.address.show_text(Target("venue", venue.id, "address"), venue.address, tags)
        self._show_rooms(venue, tags)
        self.hours.show_hours(venue.id, sheet.hours)
        self.ways.show_ways(venue.id, sheet.routes, sheet.venues)
        self.organisation.set_offers(sheet.organisations)
        self.organisation.set_value(venue.organisation_id)
        self.zone.set_value(venue.zone or None)
        self.note.set_value(venue.note)

    def _show_rooms(self, venue: VenueRow, tags: tuple[Language, ...]) -> None:
        fit_boxes(self.rooms, self.boxes, len(venue.rooms), lambda: RoomBox(self.context, self.rooms))
        for box, room in zip(self.boxes, venue.rooms, strict=True):
            box.show_room(room, tags)

    def _add_room(self) -> None:
        self.context.run(
            self, venues.add_room, self.thing_id, EMPTY, done=lambda changes: self._focus_room(changes.result)
        )

    def _focus_room(self, room_id: int) -> None:
        for box in self.boxes:
            if box.room_id == room_id:
                box.name.setFocus()

    def _edit(self, *, merge: str = "", **values: Any) -> None:
        name = f"venue:{self.thing_id}:{merge}" if merge else ""
        self.context.run(self, venues.edit_venue, self.thing_id, merge=name, **values)
