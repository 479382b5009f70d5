"""Who is on a track: names that can be crossed out, and a list to add people and whole delegations from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planner.operations.tracks import add_track_member, remove_track_member
from planner.queries.agenda import TrackMemberRow, TrackRow
from planner.queries.delegations import DelegationRow
from planner.queries.taking_part import on_track
from planner.rules.taking_part import DELEGATION, MEMBER, Who
from planner.rules.text import Language
from ui import theme
from ui.agenda.columns import people_words
from ui.common.buttons import IconButton, Link
from ui.common.flow import FlowLayout
from ui.common.labels import Muted, PlainLabel
from ui.common.named import first_name, shown
from ui.common.picker import Offer, Picker
from ui.common.pill import Dot
from ui.common.words import SIDE_TONES, word
from ui.context import Context
from ui.translate import language, t


class People:
    """The delegations of an event, by what a track calls them: an offer and a side's tone for each."""

    def __init__(self, rows: Sequence[DelegationRow] = (), tags: Sequence[Language] = ()) -> None:
        self.offers: dict[Who, Offer] = {}
        self.tones: dict[Who, str] = {}
        for row in rows:
            name = shown(row.organisation or row.name or row.heading, *tags) or word(row.side)
            self._add(Who(DELEGATION, row.id), name, t("whole delegation"), SIDE_TONES[row.side])
        for row in rows:
            for member in row.members:
                post = shown(member.position, *tags)
                name = first_name(member.names, language(), *tags) or post or t("Not named yet")
                self._add(Who(MEMBER, member.id), name, post if post != name else "", SIDE_TONES[row.side])

    def _add(self, who: Who, label: str, remark: str, tone: str) -> None:
        self.offers[who] = Offer(len(self.offers), who, label, remark)
        self.tones[who] = tone


class TrackMembers(QWidget):
    """The members of one track. Attributes: `add`, `picker`, `said` (how many), `crosses` by row id."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self.context = context
        self._track: TrackRow | None = None
        self._people = People()
        self.crosses: dict[int, IconButton] = {}
        self.picker: Picker | None = None
        self._chips: list[QWidget] = []
        self._flow = FlowLayout(gap=theme.px(10))
        self.said = Muted("", self)
        self.add = Link("", self, clicked=self.open_picker)
        foot = QHBoxLayout()
        foot.setSpacing(theme.px(8))
        foot.addWidget(self.add)
        foot.addStretch(1)
        foot.addWidget(self.said)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, theme.px(4))
        column.setSpacing(theme.px(2))
        column.addLayout(self._flow)
        column.addLayout(foot)

    def show_members(self, track: TrackRow, people: People) -> None:
        """Show who is on a track."""
        self._track, self._people = track, people
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self.crosses = {}
        self._chips = [self._chip(row) for row in track.members if on_track(row) in people.offers]
        for chip in self._chips:
            self._flow.addWidget(chip)
            chip.show()
        self.add.set_text(t("+ Person or delegation"))
        self.add.setEnabled(self.context.read_only is None)
        self.said.setText(people_words(track) or t("nobody yet: everybody’s items"))

    def open_picker(self) -> None:
        """Open the list of those who are not on the track yet."""
        if self._track is None:
            return
        if self.picker is not None:
            self.picker.deleteLater()
        there = {on_track(row) for row in self._track.members}
        self.picker = Picker(self)
        self.picker.set_offers([offer for who, offer in self._people.offers.items() if who not in there])
        self.picker.picked.connect(self._put_on)
        self.picker.open_under(self.add, width=theme.px(320))

    def _chip(self, row: TrackMemberRow) -> QWidget:
        who = on_track(row)
        label = self._people.offers[who].label
        chip = QWidget(self)
        line = QHBoxLayout(chip)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.px(4))
        cross = IconButton("close", t("Take {name} off the track", name=label), chip, quiet=True)
        cross.setStyleSheet("QToolButton { padding: 1px; min-height: 0; }")
        cross.setEnabled(self.context.read_only is None)
        cross.clicked.connect(lambda _on=False: self._take_off(row.id))
        self.crosses[row.id] = cross
        line.addWidget(Dot(self._people.tones[who], chip))
        line.addWidget(PlainLabel(label, chip))
        line.addWidget(cross)
        return chip

    def _put_on(self, who: Who) -> None:
        if self._track is None:
            return
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)
        named: dict[str, Any] = {"participation_id" if who.kind == MEMBER else "delegation_id": int(who.id)}
        self.context.run(self, add_track_member, self._track.id, **named)

    def _take_off(self, row_id: int) -> None:
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)
        self.context.run(self, remove_track_member, row_id)
