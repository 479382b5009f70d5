"""The inspector of an item of the programme."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from planner.operations import agenda
from planner.rules.findings import Finding
from planner.rules.kinds import Audience, ItemKind, ItemState
from planner.rules.text import State
from ui.agenda.checks import finding_rows, other_item
from ui.agenda.fresh import fresh
from ui.agenda.parts import PartsField
from ui.agenda.people import PeopleField
from ui.agenda.sheet import ItemSheet, places, read_findings, read_sheet, room_seats
from ui.agenda.timeline_items import span
from ui.agenda.times import TimesField
from ui.agenda.toggles import Toggles
from ui.agenda.words import PARTS, choices, day_label, modes, talk_forms, word
from ui.common.buttons import Link
from ui.common.fields import ChoiceField, LineField, NoteField, ToggleRow
from ui.common.findings import FindingsList
from ui.common.form import FormInspector, side_by_side
from ui.common.labels import Rule
from ui.common.mending import dismiss, mend
from ui.common.moment_fields import MinutesField
from ui.common.named import shown
from ui.common.paired_side import PairedSide
from ui.common.picker import ReferenceField
from ui.common.text_fields import Target, TextFields
from ui.context import Context
from ui.translate import follow_language, t


class ItemInspector(FormInspector):
    """Title, note, time, place, people, readers, checks and parts of one item; every change is written at once."""

    tables = frozenset({
        "event", "item", "item_track", "track", "track_member", "attendance", "venue", "room",
        "delegation", "participation", "person", "person_name", "post", "organisation_name", "dismissal",
    })  # fmt: skip

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._sheet: ItemSheet | None = None
        self._findings: tuple[Finding, ...] = ()
        body = self.body
        self.parent_link = Link("", body, clicked=self._open_parent)
        self.title = TextFields(context, "", body, lines=2)
        self.note = TextFields(context, "", body, lines=2, optional=True)
        self.times = TimesField(context, body)
        self.place = ReferenceField("", body)
        self.people = PeopleField(context, body)
        self.readers, self.tracks = Toggles("", body), Toggles("", body)
        self.checks = FindingsList("", body)
        self.parts = PartsField(context, body)
        self.kind, self.state = ChoiceField("", body), ChoiceField("", body)
        self.mode, self.lead = ChoiceField("", body), MinutesField("", body)
        self.form, self.slides = ChoiceField("", body), ToggleRow("", body)
        self.hard, self.principal = ToggleRow("", body), ToggleRow("", body)
        self.internal, self.alert = NoteField("", body), LineField("", body)
        self._arrange()
        self._connect()
        follow_language(self.retranslate)

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self.title.set_caption(t("Title"))
        self.note.set_caption(t("Note"))
        self.times.set_words()
        self.place.set_words(t("Venue"))
        self.people.set_words()
        self.parts.set_words()
        self.kind.set_caption(t("Kind"))
        self.kind.set_choices(choices(ItemKind))
        self.state.set_caption(t("State"))
        self.state.set_choices(choices(ItemState))
        self.readers.set_caption(t("Shown in"))
        self.readers.set_choices(choices(Audience))
        self.tracks.set_caption(t("Tracks; none means everybody"))
        self.hard.set_label(t("Start cannot move"))
        self.principal.set_label(t("Stands out on the page"))
        self.mode.set_caption(t("Transport"))
        self.mode.set_choices(modes())
        self.lead.set_caption(t("Ready before, minutes"))
        self.form.set_caption(t("Form of the talk"))
        self.form.set_choices(talk_forms())
        self.slides.set_label(t("Slides are there"))
        self.alert.set_caption(t("Alert: weather, delayed flight"))
        self.alert.set_aside(t("never on a guest’s page"))
        self.internal.set_caption(t("Internal note"))
        self.internal.set_aside(t("working programme only"))
        self.checks.set_heading(t("Checks on this item"), t("Nothing found."))
        if self._sheet is not None:
            self.show_sheet(self._sheet)
            self._show_findings(self._findings)

    def query(self) -> Callable[..., Any]:
        """Read one item."""
        return read_sheet

    def show_sheet(self, sheet: ItemSheet) -> None:
        """Show an item; one just made asks for its title."""
        item, tags = sheet.item, sheet.event.languages
        if self._sheet is None or self._sheet.item.id != item.id:
            self.checks.set_findings([])
        self._sheet = sheet
        self.title.show_text(Target("item", item.id, "title"), item.title, tags)
        self.note.show_text(Target("item", item.id, "note"), item.note, tags)
        self.times.show_sheet(sheet)
        venue = ("venue", item.venue_id) if item.venue_id else None
        self.place.set_offers(places(sheet))
        self.place.set_value(("room", item.room_id) if item.room_id else venue)
        self.place.set_aside(room_seats(sheet))
        self.people.show_sheet(sheet)
        self.readers.set_values(item.audience)
        self.parts.show_sheet(sheet)
        self.parts.setVisible(item.kind not in PARTS)
        self.kind.set_value(item.kind)
        self.state.set_value(item.state)
        self._show_tracks(sheet)
        for field, value in ((self.mode, item.mode), (self.lead, item.lead)):
            field.setVisible(item.kind is ItemKind.MOVEMENT)
            field.set_value(value)
        self.form.setVisible(item.kind is ItemKind.TALK)
        self.form.set_value(item.form)
        self.slides.setVisible(item.kind is ItemKind.TALK)
        self.slides.set_value(item.slides)
        self.hard.set_value(item.hard)
        self.principal.set_value(item.principal)
        self.internal.set_value(item.internal_note)
        self.alert.set_value(item.alert)
        self._show_heading(sheet)
        today = self.context.today()
        self.context.read(self, "findings", self._show_findings, read_findings, sheet.event.id, item.id, today)
        self._ask_title()

    def _show_heading(self, sheet: ItemSheet) -> None:
        item, tags = sheet.item, sheet.event.languages
        pieces = [day_label(item.day)] if item.day else []
        if item.start is not None:
            pieces.append(span(item.start, item.start if item.end is None else item.end))
        elif item.parent_id is None:
            pieces.append(t("Without a time"))
        self.say(shown(item.title, *tags) or t("New item"), " · ".join([*pieces, word(item.state)]))
        parent = sheet.parent()
        self.parent_link.setVisible(parent is not None)
        if parent is not None:
            self.parent_link.set_text(t("Part of “{title}”", title=shown(parent.title, *tags)))

    def _show_tracks(self, sheet: ItemSheet) -> None:
        tags = sheet.event.languages
        named = [(one.id, shown(one.title, *tags) or t("Without a title")) for one in sheet.programme.tracks]
        self.tracks.set_choices(named)
        self.tracks.set_values(sheet.item.track_ids)
        self.tracks.setVisible(bool(named) and sheet.item.parent_id is None)

    def _show_findings(self, findings: tuple[Finding, ...]) -> None:
        self._findings = findings
        if self._sheet is not None:
            may_write = self.context.read_only is None
            self.checks.set_findings(finding_rows(findings, self._sheet, may_write=may_write))

    def _ask_title(self) -> None:
        if self._sheet is not None and self.isVisible() and fresh(self.context).take(self._sheet.item.id):
            self.title.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- What is written

    def _edit(self, **values: Any) -> None:
        if self._sheet is not None:
            item_id = self._sheet.item.id
            merge = f"item:{item_id}:{'-'.join(values)}"
            self.context.run(self, agenda.edit_item, item_id, merge=merge, **values)

    def _set_place(self, place: tuple[str, int] | None) -> None:
        kind, found = place or ("venue", None)
        values: dict[str, Any] = {"venue_id": found} if kind == "venue" else {"venue_id": None, "room_id": found}
        self.context.run(self, agenda.place_item, self.thing_id, **values)

    def _open_parent(self) -> None:
        if self._sheet is not None and self._sheet.item.parent_id is not None:
            self.context.select("item", self._sheet.item.parent_id)

    def _acted(self, place: str, key: str) -> None:
        """Take a way out of a finding."""
        if self._sheet is None:
            return
        finding = self._findings[int(place)]
        if mend(self.context, self, finding, key):
            return
        if key == "show":
            self.context.show("item", other_item(finding, self._sheet))
        else:
            self._go_to_text(finding, self._sheet)

    def _dismiss(self, place: str, reason: str) -> None:
        if self._sheet is not None:
            dismiss(self.context, self, self._sheet.event.id, self._findings[int(place)], reason)

    def _go_to_text(self, finding: Finding, sheet: ItemSheet) -> None:
        """Put the cursor where the wording is missing, or go to the venue it belongs to."""
        said = finding.values.get("text")
        for text, fields in ((sheet.item.title, self.title), (sheet.item.note, self.note)):
            if text and text.first(*sheet.event.languages) == said:
                wanted = [tag for tag in sheet.event.languages if text.state(tag) in (State.MISSING, State.STALE)]
                for side in fields.findChildren(PairedSide):
                    if side.language in wanted[:1]:
                        side.box.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        if sheet.item.venue_id is not None:
            self.context.show("venue", sheet.item.venue_id)

    def _connect(self) -> None:
        self.place.edited.connect(self._set_place)
        self.readers.edited.connect(lambda values: self._edit(audience=[one.value for one in values]))
        self.tracks.edited.connect(lambda ids: self.context.run(self, agenda.set_tracks, self.thing_id, ids))
        self.kind.edited.connect(lambda kind: self._edit(kind=kind.value))
        self.state.edited.connect(lambda state: self._edit(state=state.value))
        self.mode.edited.connect(lambda mode: self._edit(mode=mode))
        self.lead.edited.connect(lambda minutes: self._edit(lead=minutes))
        self.form.edited.connect(lambda form: self._edit(form=form))
        self.slides.edited.connect(lambda on: self._edit(slides=on))
        self.hard.edited.connect(lambda on: self._edit(hard=on))
        self.principal.edited.connect(lambda on: self._edit(principal=on))
        self.alert.edited.connect(lambda words: self._edit(alert=words))
        self.internal.edited.connect(lambda words: self._edit(internal_note=words))
        self.checks.acted.connect(self._acted)
        self.checks.dismissed.connect(self._dismiss)
        fresh(self.context).asked.connect(self._ask_title)

    def _arrange(self) -> None:
        self.fields.addWidget(self.parent_link, 0, Qt.AlignmentFlag.AlignLeft)
        above: tuple[QWidget, ...] = (
            self.title, self.note, self.times, self.place, self.people, self.readers, Rule(self.body), self.checks,
            Rule(self.body), self.parts,
        )  # fmt: skip
        for widget in above:
            self.fields.addWidget(widget)
        self.fields.addLayout(side_by_side(self.kind, self.state))
        self.fields.addLayout(side_by_side(self.mode, self.lead))
        self.fields.addWidget(self.form)
        below: tuple[QWidget, ...] = (self.slides, self.tracks, self.hard, self.principal, self.alert, self.internal)
        for widget in below:
            self.fields.addWidget(widget)
