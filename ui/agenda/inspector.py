"""The inspector of an item of the programme."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from planner.language.zones import zone_city, zones
from planner.operations import agenda
from planner.rules.findings import Finding
from planner.rules.kinds import Audience, ItemKind, ItemState
from planner.rules.text import State
from planner.rules.times import DAY
from ui.agenda.checks import finding_rows, ways_out
from ui.agenda.fresh import fresh
from ui.agenda.parts import PartsField
from ui.agenda.people import PeopleField
from ui.agenda.sheet import ItemSheet, places, read_findings, read_sheet, room_seats
from ui.agenda.timeline_items import span
from ui.agenda.words import PARTS, choices, day_label, word
from ui.common.buttons import Link
from ui.common.fields import ChoiceField, NoteField, ToggleRow
from ui.common.findings import FindingsList
from ui.common.form import FormInspector, side_by_side
from ui.common.labels import Caption, Rule
from ui.common.moment_fields import DateField, MinutesField, TimeField
from ui.common.named import shown
from ui.common.paired_side import PairedSide
from ui.common.picker import ReferenceField, offers
from ui.common.text_fields import Target, TextFields
from ui.context import Context
from ui.translate import follow_language, language, t


class ItemInspector(FormInspector):
    """Title, note, time, place, people, readers, parts and checks of one item; every change is written at once."""

    tables = frozenset({
        "event", "item", "item_track", "track", "attendance", "venue", "room",
        "delegation", "participation", "person", "person_name", "post", "organisation_name",
    })  # fmt: skip

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._sheet: ItemSheet | None = None
        self._findings: tuple[Finding, ...] = ()
        self._zones_wanted = 0
        self.parent_link = Link("", self.body, clicked=self._open_parent)
        self.title = TextFields(context, "", self.body, lines=2)
        self.note = TextFields(context, "", self.body, lines=2)
        self.day, self.start, self.end = DateField("", self.body), TimeField("", self.body), TimeField("", self.body)
        self.minutes = MinutesField("", self.body)
        self.zones = (ReferenceField("", self.body), ReferenceField("", self.body))
        self.zone_link = Link("", self.body, clicked=self._want_zones)
        self.kind, self.state = ChoiceField("", self.body), ChoiceField("", self.body)
        self.place = ReferenceField("", self.body)
        self.people = PeopleField(context, self.body)
        self.parts = PartsField(context, self.body)
        self.readers_caption = Caption("", self.body)
        self.readers = {one: ToggleRow("", self.body) for one in Audience}
        self.hard, self.principal = ToggleRow("", self.body), ToggleRow("", self.body)
        self.tracks_caption = Caption("", self.body)
        self.tracks: dict[int, ToggleRow] = {}
        self._tracks_grid = _grid()
        self.internal = NoteField("", self.body)
        self.checks = FindingsList("", self.body)
        self._arrange()
        self._connect()
        follow_language(self.retranslate)

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        for field, caption in (
            (self.title, t("Title")), (self.note, t("Note")), (self.day, t("Day")), (self.start, t("Start")),
            (self.end, t("End")), (self.minutes, t("Minutes")), (self.kind, t("Kind")), (self.state, t("State")),
            (self.internal, t("Internal note, working programme only")),
        ):  # fmt: skip
            field.set_caption(caption)
        self.kind.set_choices(choices(ItemKind))
        self.state.set_choices(choices(ItemState))
        self.place.set_words(t("Venue"))
        self.zones[0].set_words(t("Time zone at the start"))
        self.zones[1].set_words(t("Time zone at the end"))
        self.zone_link.set_text(t("Another time zone…"))
        self.people.set_words()
        self.parts.set_words()
        self.readers_caption.setText(t("Shown in"))
        for one, toggle in self.readers.items():
            toggle.set_label(word(one))
        self.hard.set_label(t("Start cannot move"))
        self.principal.set_label(t("Stands out on the page"))
        self.tracks_caption.setText(t("Tracks; none means everybody"))
        self.checks.set_heading(t("Checks on this item"), t("Nothing found."))
        if self._sheet is not None:
            self._show_words(self._sheet)
            self._show_findings(self._findings)

    def query(self) -> Callable[..., Any]:
        """Read one item."""
        return read_sheet

    def show_sheet(self, sheet: ItemSheet) -> None:
        """Show an item; one just made asks for its title."""
        item, first = sheet.item, self._sheet is None or self._sheet.item.id != sheet.item.id
        if first:
            self._zones_wanted = 0
            self.checks.set_findings([])
        self._sheet = sheet
        tags = sheet.event.languages
        self.title.show_text(Target("item", item.id, "title"), item.title, tags)
        self.note.show_text(Target("item", item.id, "note"), item.note, tags)
        self._show_times(sheet)
        self.kind.set_value(item.kind)
        self.state.set_value(item.state)
        self.place.set_offers(places(sheet))
        venue = ("venue", item.venue_id) if item.venue_id else None
        self.place.set_value(("room", item.room_id) if item.room_id else venue)
        self.people.show_sheet(sheet)
        self.parts.show_sheet(sheet)
        self.parts.setVisible(item.kind not in PARTS)
        for one, toggle in self.readers.items():
            toggle.set_value(one in item.audience)
        self.hard.set_value(item.hard)
        self.principal.set_value(item.principal)
        self._show_tracks(sheet)
        self.internal.set_value(item.internal_note)
        self._show_words(sheet)
        self.context.read(self, "findings", self._show_findings, read_findings, sheet.event.id, item.id)
        if fresh(self.context).take(item.id):
            self.title.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- What is shown

    def _show_words(self, sheet: ItemSheet) -> None:
        item, event = sheet.item, sheet.event
        pieces = [day_label(item.day)] if item.day else []
        if item.start is not None:
            pieces.append(span(item.start, item.start if item.end is None else item.end))
        elif item.parent_id is None:
            pieces.append(t("Without a time"))
        self.say(shown(item.title, *event.languages) or t("New item"), " · ".join([*pieces, word(item.state)]))
        parent = sheet.parent()
        self.parent_link.setVisible(parent is not None)
        if parent is not None:
            self.parent_link.set_text(t("Part of “{title}”", title=shown(parent.title, *event.languages)))
        self.place.set_aside(room_seats(sheet))

    def _show_times(self, sheet: ItemSheet) -> None:
        item, event = sheet.item, sheet.event
        self.day.set_near(item.day or event.from_day)
        self.day.set_value(item.day)
        self.start.set_value(item.start)
        self.end.set_value(item.end)
        self.minutes.set_value(item.minutes)
        self.minutes.setVisible(item.parent_id is not None or item.kind in PARTS)
        timed = item.kind is not ItemKind.TOPIC or item.start is not None
        for moment in (self.day, self.start, self.end):
            moment.setVisible(timed)
        next_day = item.day is not None and item.end_day is not None and item.end_day > item.day
        self.end.set_remark(t("next day") if next_day else "")
        other = {item.start_zone, item.end_zone} != {event.host_zone} and item.start is not None
        shows = other or self._zones_wanted == item.id
        self.zone_link.setVisible(timed and not shows)
        for field, zone in zip(self.zones, (item.start_zone, item.end_zone), strict=True):
            field.setVisible(shows)
            if shows:
                field.set_offers(offers([(one, zone_city(one, language())) for one in zones()]), optional=False)
                field.set_value(zone)

    def _show_tracks(self, sheet: ItemSheet) -> None:
        known = [track.id for track in sheet.programme.tracks]
        if known != list(self.tracks):
            for toggle in self.tracks.values():
                self._tracks_grid.removeWidget(toggle)
                toggle.hide()
                toggle.deleteLater()
            self.tracks = {track_id: ToggleRow("", self.body) for track_id in known}
            for number, toggle in enumerate(self.tracks.values()):
                toggle.edited.connect(lambda _on: self._set_tracks())
                self._tracks_grid.addWidget(toggle, number // 2, number % 2)
        self.tracks_caption.setVisible(bool(known) and sheet.item.parent_id is None)
        for track in sheet.programme.tracks:
            toggle = self.tracks[track.id]
            toggle.set_label(shown(track.title, *sheet.event.languages) or t("Without a title"))
            toggle.set_value(track.id in sheet.item.track_ids)
            toggle.setVisible(sheet.item.parent_id is None)

    def _show_findings(self, findings: tuple[Finding, ...]) -> None:
        self._findings = findings
        if self._sheet is not None:
            self.checks.set_findings(finding_rows(findings, self._sheet))

    # --- What is written

    def _edit(self, **values: Any) -> None:
        if self._sheet is not None:
            merge = f"item:{self.thing_id}:{'-'.join(values)}"
            self.context.run(self, agenda.edit_item, self.thing_id, merge=merge, **values)

    def _set_day(self, day: date | None) -> None:
        if self._sheet is not None:
            item = self._sheet.item
            start = item.start if day is not None else None
            if day is not None and start is None:
                self._edit(day=day)
            else:
                self.context.run(self, agenda.move_item, item.id, day, start, merge=f"item:{item.id}:day")

    def _set_start(self, start: int | None) -> None:
        """Move the item with its length; without a start it has no place in the day."""
        if self._sheet is None:
            return
        item = self._sheet.item
        if start is None and item.start is None:
            return
        day = (item.day or self._sheet.event.from_day) if start is not None else item.day
        start = None if start is None else start % DAY
        self.context.run(self, agenda.move_item, item.id, day, start, merge=f"item:{item.id}:start")

    def _set_end(self, end: int | None) -> None:
        self._edit(end=None if end is None else end % DAY, end_day=None)

    def _set_place(self, place: tuple[str, int] | None) -> None:
        kind, found = place or ("venue", None)
        values: dict[str, Any] = {"venue_id": found} if kind == "venue" else {"venue_id": None, "room_id": found}
        self.context.run(self, agenda.place_item, self.thing_id, **values)

    def _set_readers(self) -> None:
        self._edit(audience=[one.value for one, toggle in self.readers.items() if toggle.value()])

    def _set_tracks(self) -> None:
        wanted = [track_id for track_id, toggle in self.tracks.items() if toggle.value()]
        self.context.run(self, agenda.set_tracks, self.thing_id, wanted)

    def _set_zone(self, end: bool, zone: str) -> None:
        if self._sheet is not None:
            values = {"end_zone": zone} if end else {"start_zone": zone}
            if not end and self._sheet.item.end_zone == self._sheet.item.start_zone:
                values["end_zone"] = zone
            self._edit(**values)

    def _want_zones(self) -> None:
        self._zones_wanted = self.thing_id
        if self._sheet is not None:
            self._show_times(self._sheet)
            self.zones[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_parent(self) -> None:
        if self._sheet is not None and self._sheet.item.parent_id is not None:
            self.context.select("item", self._sheet.item.parent_id)

    def _acted(self, place: str, key: str) -> None:
        sheet = self._sheet
        if sheet is None:
            return
        finding = self._findings[int(place)]
        way = next(one for one in ways_out(finding, sheet) if one.key == key)
        if key == "shorten":
            self.context.run(self, agenda.resize_item, self.thing_id, way.start, way.end % DAY)
        elif key == "move":
            self.context.run(self, agenda.move_item, self.thing_id, sheet.item.day, way.start % DAY)
        elif key == "show":
            self.context.show("item", way.other)
        else:
            self._go_to_text(finding, sheet)

    def _go_to_text(self, finding: Finding, sheet: ItemSheet) -> None:
        """Put the cursor where the wording is missing, or go to the venue it belongs to."""
        said = finding.values.get("text")
        for text, fields in ((sheet.item.title, self.title), (sheet.item.note, self.note)):
            if text and text.first(*sheet.event.languages) == said:
                for tag in sheet.event.languages:
                    if text.state(tag) in (State.MISSING, State.STALE):
                        for side in fields.findChildren(PairedSide):
                            if side.language == tag:
                                side.box.setFocus(Qt.FocusReason.OtherFocusReason)
                        return
        if sheet.item.venue_id is not None:
            self.context.show("venue", sheet.item.venue_id)

    def _connect(self) -> None:
        self.day.edited.connect(self._set_day)
        self.start.edited.connect(self._set_start)
        self.end.edited.connect(self._set_end)
        self.minutes.edited.connect(lambda minutes: self._edit(minutes=minutes))
        for place, field in enumerate(self.zones):
            field.edited.connect(partial(self._set_zone, place == 1))
        self.kind.edited.connect(lambda kind: self._edit(kind=kind.value))
        self.state.edited.connect(lambda state: self._edit(state=state.value))
        self.place.edited.connect(self._set_place)
        for toggle in self.readers.values():
            toggle.edited.connect(lambda _on: self._set_readers())
        self.hard.edited.connect(lambda on: self._edit(hard=on))
        self.principal.edited.connect(lambda on: self._edit(principal=on))
        self.internal.edited.connect(lambda words: self._edit(internal_note=words))
        self.checks.acted.connect(self._acted)

    def _arrange(self) -> None:
        readers = _grid()
        for number, toggle in enumerate(self.readers.values()):
            readers.addWidget(toggle, number // 2, number % 2)
        fields = self.fields
        fields.addWidget(self.parent_link, 0, Qt.AlignmentFlag.AlignLeft)
        fields.addWidget(self.title)
        fields.addWidget(self.note)
        times = side_by_side(self.day, self.start, self.end)
        for place, share in enumerate((5, 3, 3)):
            times.setStretch(place, share)
            times.setAlignment((self.day, self.start, self.end)[place], Qt.AlignmentFlag.AlignTop)
        fields.addLayout(times)
        fields.addLayout(side_by_side(*self.zones))
        for widget in (self.minutes, self.place, self.people, self.readers_caption):
            fields.addWidget(widget)
        fields.addLayout(readers)
        for widget in (Rule(self.body), self.checks, Rule(self.body), self.parts):
            fields.addWidget(widget)
        fields.addLayout(side_by_side(self.kind, self.state))
        fields.addWidget(self.tracks_caption)
        fields.addLayout(self._tracks_grid)
        for widget in (self.hard, self.principal, self.internal):
            fields.addWidget(widget)
        fields.addWidget(self.zone_link, 0, Qt.AlignmentFlag.AlignLeft)


def _grid() -> QGridLayout:
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(8)
    grid.setVerticalSpacing(2)
    grid.setColumnStretch(0, 1)
    grid.setColumnStretch(1, 1)
    return grid
