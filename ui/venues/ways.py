"""The ways between a venue and others: minutes by means."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planner.language.catalog import mark
from planner.operations import venues
from planner.queries.venues import RouteRow
from ui import theme
from ui.common.buttons import IconButton, Link
from ui.common.fields import ChoiceField
from ui.common.form import clear
from ui.common.labels import Caption, PlainLabel
from ui.common.moment_fields import MinutesField
from ui.common.picker import Offer, Picker
from ui.context import Context
from ui.translate import t

MODES = {"car": mark("by car"), "bus": mark("by bus"), "foot": mark("on foot"), "train": mark("by train")}
USUAL = 15


class WaysList(QWidget):
    """A line for each way with its minutes; a way counts in both directions unless the way back is set apart."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self._venue = 0
        self._offers: Sequence[Offer] = ()
        self._shown: tuple[RouteRow, ...] = ()
        self._picker: Picker | None = None
        self.fields: dict[int, MinutesField] = {}
        self._lines = QVBoxLayout()
        self._lines.setSpacing(6)
        self.mode = ChoiceField("", self)
        self.add = Link("", self, strong=True, clicked=self.open_picker)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(self._lines)
        foot = QHBoxLayout()
        foot.setSpacing(10)
        foot.addWidget(self.mode, 1)
        foot.addWidget(self.add)
        column.addLayout(foot)

    def set_words(self) -> None:
        """Say everything in the interface's language."""
        self.mode.set_caption(t("New way"))
        self.mode.set_choices([(mode, t(words)) for mode, words in MODES.items()])
        if self.mode.value() is None:
            self.mode.set_value("car")
        self.add.set_text(t("+ Way to…"))
        self._build()

    def show_ways(self, venue_id: int, routes: Sequence[RouteRow], offers: Sequence[Offer]) -> None:
        """Show the ways from and to a venue."""
        kept = [(row.id, row.mode) for row in routes] == [(row.id, row.mode) for row in self._shown]
        same = kept and venue_id == self._venue and list(offers) == list(self._offers)
        self._venue, self._offers, self._shown = venue_id, offers, tuple(routes)
        if not same:
            self._build()
        for row in routes:
            self.fields[row.id].set_value(row.minutes)

    def open_picker(self) -> None:
        """Choose where a new way leads."""
        mode = self.mode.value() or "car"
        taken = {row.to_venue_id for row in self._shown if row.from_venue_id == self._venue and row.mode == mode}
        self._picker = Picker(self)
        self._picker.set_offers([one for one in self._offers if one.value not in taken | {self._venue}])
        self._picker.picked.connect(partial(self._set, mode=mode, minutes=USUAL))
        self._picker.open_under(self.add, width=theme.px(320))

    def picker(self) -> Picker | None:
        """Return the list of venues to choose from while it is open."""
        return self._picker

    def _set(self, to_venue: int, *, mode: str, minutes: int) -> None:
        self.context.run(self, venues.set_route, self._venue, to_venue, minutes=minutes, mode=mode)

    def _build(self) -> None:
        clear(self._lines)
        self.fields = {}
        names = {one.value: one.label for one in self._offers}
        for row in self._shown:
            outward = row.from_venue_id == self._venue
            other = names.get(row.to_venue_id if outward else row.from_venue_id, "—")
            words = t("to {venue}", venue=other) if outward else t("from {venue}", venue=other)
            line = QHBoxLayout()
            line.setSpacing(8)
            mode = t(MODES[row.mode]) if row.mode in MODES else row.mode
            line.addWidget(PlainLabel(f"{words}, {mode}", self, wrap=True), 1)
            field = MinutesField("", self)
            field.setFixedWidth(theme.px(64))
            for caption in field.findChildren(Caption):
                caption.hide()
            field.line.setAccessibleName(f"{words}, {mode}, {t('minutes')}")
            field.edited.connect(partial(self._write, row))
            self.fields[row.id] = field
            field.set_value(row.minutes)
            line.addWidget(field)
            line.addWidget(PlainLabel(t("min"), self, role="muted"))
            drop = IconButton("delete", t("Remove this way"), self, quiet=True, clicked=partial(self._drop, row.id))
            line.addWidget(drop)
            self._lines.addLayout(line)

    def _write(self, row: RouteRow, minutes: int | None) -> None:
        if minutes is not None:
            merge = f"route:{row.id}"
            self.context.run(
                self, venues.set_route, row.from_venue_id, row.to_venue_id, minutes=minutes, mode=row.mode, merge=merge
            )

    def _drop(self, route_id: int) -> None:
        self.context.run(self, venues.remove_route, route_id)
