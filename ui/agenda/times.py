"""When an item is: day, start and end as typed, minutes of a topic, and time zones where they are not the host's."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.language.zones import zone_city, zones
from planner.operations import agenda
from planner.rules.kinds import ItemKind
from planner.rules.times import DAY
from ui import theme
from ui.agenda.sheet import ItemSheet
from ui.agenda.words import PARTS
from ui.common.buttons import Link
from ui.common.form import side_by_side
from ui.common.moment_fields import DateField, MinutesField, TimeField
from ui.common.picker import ReferenceField, offers
from ui.context import Context
from ui.translate import language, t


class TimesField(QWidget):
    """The fields. Attributes: `day`, `start`, `end`, `minutes`, `zones`, `zone_link`."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self._sheet: ItemSheet | None = None
        self._zones_wanted = 0
        self.day, self.start, self.end = DateField("", self), TimeField("", self), TimeField("", self)
        self.minutes = MinutesField("", self)
        self.zones = (ReferenceField("", self), ReferenceField("", self))
        self.zone_link = Link("", self, clicked=self._want_zones)
        times = side_by_side(self.day, self.start, self.end, shares=(5, 3, 3))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        column.addLayout(times)
        column.addWidget(self.minutes)
        column.addLayout(side_by_side(*self.zones))
        column.addWidget(self.zone_link, 0, Qt.AlignmentFlag.AlignLeft)
        self.day.edited.connect(self._set_day)
        self.start.edited.connect(self._set_start)
        self.end.edited.connect(self._set_end)
        self.minutes.edited.connect(lambda minutes: self._edit(minutes=minutes))
        for place, field_of_zone in enumerate(self.zones):
            field_of_zone.edited.connect(partial(self._set_zone, place == 1))

    def set_words(self) -> None:
        """Say everything in the interface's language."""
        self.day.set_caption(t("Day"))
        self.start.set_caption(t("Start"))
        self.end.set_caption(t("End"))
        self.minutes.set_caption(t("Minutes"))
        self.zones[0].set_words(t("Time zone at the start"))
        self.zones[1].set_words(t("Time zone at the end"))
        self.zone_link.set_text(t("Another time zone…"))

    def show_sheet(self, sheet: ItemSheet) -> None:
        """Show when an item is."""
        if self._sheet is not None and self._sheet.item.id != sheet.item.id:
            self._zones_wanted = 0
        self._sheet = sheet
        item, event = sheet.item, sheet.event
        self.day.set_near(item.day or event.from_day)
        self.day.set_value(item.day)
        self.start.set_value(item.start)
        self.end.set_value(item.end)
        self.minutes.set_value(item.minutes)
        is_part = item.parent_id is not None or item.kind in PARTS
        self.minutes.setVisible(is_part and (item.start is None or item.minutes is not None))
        timed = item.kind is not ItemKind.TOPIC or item.start is not None
        for field in (self.day, self.start, self.end):
            field.setVisible(timed)
        next_day = item.day is not None and item.end_day is not None and item.end_day > item.day
        self.end.set_remark(t("next day") if next_day else "")
        self._show_zones(sheet, timed=timed)

    def flush(self) -> None:
        """Send what waits."""
        for field in (self.day, self.start, self.end, self.minutes):
            field.flush()

    def _show_zones(self, sheet: ItemSheet, *, timed: bool) -> None:
        item = sheet.item
        other = item.start is not None and {item.start_zone, item.end_zone} != {sheet.event.host_zone}
        shows = other or self._zones_wanted == item.id
        self.zone_link.setVisible(timed and not shows)
        for field, zone in zip(self.zones, (item.start_zone, item.end_zone), strict=True):
            field.setVisible(shows)
            if shows:
                field.set_offers(offers([(one, zone_city(one, language())) for one in zones()]), optional=False)
                field.set_value(zone)

    def _edit(self, **values: Any) -> None:
        if self._sheet is not None:
            item_id = self._sheet.item.id
            merge = f"item:{item_id}:{'-'.join(values)}"
            self.context.run(self, agenda.edit_item, item_id, merge=merge, **values)

    def _set_day(self, day: date | None) -> None:
        if self._sheet is None:
            return
        item = self._sheet.item
        if day is not None and item.start is None:
            self._edit(day=day)
        else:
            start = item.start if day is not None else None
            self.context.run(self, agenda.move_item, item.id, day, start, merge=f"item:{item.id}:day")

    def _set_start(self, start: int | None) -> None:
        """Move the item with its length; without a start it has no place in the day."""
        if self._sheet is None:
            return
        item = self._sheet.item
        day = item.day if start is None or item.day else self._sheet.event.from_day
        start = None if start is None else start % DAY
        self.context.run(self, agenda.move_item, item.id, day, start, merge=f"item:{item.id}:start")

    def _set_end(self, end: int | None) -> None:
        self._edit(end=None if end is None else end % DAY, end_day=None)

    def _set_zone(self, of_end: bool, zone: str) -> None:
        if self._sheet is not None:
            values = {"end_zone": zone} if of_end else {"start_zone": zone}
            if not of_end and self._sheet.item.end_zone == self._sheet.item.start_zone:
                values["end_zone"] = zone
            self._edit(**values)

    def _want_zones(self) -> None:
        if self._sheet is not None:
            self._zones_wanted = self._sheet.item.id
            self._show_zones(self._sheet, timed=True)
            self.zones[0].setFocus(Qt.FocusReason.OtherFocusReason)
