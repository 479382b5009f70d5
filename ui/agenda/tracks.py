"""A popup in which the parallel strands of a programme are named, added, taken away and given their people."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtGui import QHideEvent, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from planner.operations import agenda
from planner.queries.agenda import TrackRow
from planner.queries.delegations import DelegationRow, delegations
from planner.rules.text import EMPTY, Language
from ui import theme
from ui.agenda.track_members import People, TrackMembers
from ui.common.buttons import Button, IconButton
from ui.common.labels import Heading, Muted
from ui.common.text_fields import Target, TextFields
from ui.context import Context
from ui.translate import follow_language, t


class TracksPopup(QFrame):
    """The tracks, each with its title in every language and its people; `members` holds these by track."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("kind", "panel")
        self.context = context
        self._event_id = 0
        self._lines: dict[int, tuple[QWidget, TextFields]] = {}
        self.members: dict[int, TrackMembers] = {}
        self._tracks: Sequence[TrackRow] = ()
        self._languages: Sequence[Language] = ()
        self._new = False
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(8)
        self._heading = Heading("", self)
        self._about = Muted("", self, wrap=True)
        inside = QWidget(self)
        inside.setProperty("kind", "clear")
        self._body = QVBoxLayout(inside)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(8)
        self._scroll = QScrollArea(self, widgetResizable=True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(inside)
        self.add_button = Button("", self, kind="linkstrong", clicked=self._add)
        column.addWidget(self._heading)
        column.addWidget(self._about)
        column.addWidget(self._scroll, 1)
        column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        follow_language(self.retranslate)

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self._heading.setText(t("Tracks"))
        self._about.setText(t(
            "Parallel strands of the programme, as delegation, working group, press. Whoever is on one takes part in "
            "all of its items."
        ))  # fmt: skip
        self.add_button.set_text(t("+ Track"))
        if self._tracks:
            self._read_people()

    def show_tracks(self, event_id: int, tracks: Sequence[TrackRow], languages: Sequence[Language]) -> None:
        """Show the tracks of an event."""
        self._event_id, self._tracks, self._languages = event_id, tracks, languages
        self.add_button.setEnabled(self.context.read_only is None)
        for gone in set(self._lines) - {track.id for track in tracks}:
            line, _fields = self._lines.pop(gone)
            del self.members[gone]
            self._body.removeWidget(line)
            line.hide()
            line.deleteLater()
        for track in tracks:
            if track.id not in self._lines:
                self._lines[track.id] = self._line(track)
                if self._new:
                    self._new = False
                    QTimer.singleShot(0, self._lines[track.id][1], partial(self._focus, track.id))
            fields = self._lines[track.id][1]
            fields.show_text(Target("track", track.id, "title"), track.title, languages)
            fields.set_read_only(self.context.read_only is not None)
        if self.isVisible():
            self._read_people()

    def _read_people(self) -> None:
        self.context.read(self, "people", self._show_people, delegations, self._event_id)

    def _show_people(self, rows: tuple[DelegationRow, ...]) -> None:
        people = People(rows, self._languages)
        for track in self._tracks:
            if track.id in self.members:
                self.members[track.id].show_members(track, people)
        self._fit()

    def open_under(self, button: QWidget) -> None:
        """Open below a button."""
        self.setFixedWidth(theme.px(440))
        self._read_people()
        self._fit()
        place = button.mapToGlobal(QPoint(button.width() - self.width(), button.height() + 2))
        if screen := button.screen():
            place.setX(max(screen.availableGeometry().left(), place.x()))
        self.move(place)
        self.show()
        if self._lines:
            next(iter(self._lines.values()))[1].setFocus()
        else:
            self.add_button.setFocus()

    def _fit(self) -> None:
        """Be as high as what is shown needs at this width, and no higher than the screen has room."""
        layout, inside = self.layout(), self._scroll.widget()
        if layout is None or inside is None:
            return
        bar = self._scroll.verticalScrollBar().sizeHint().width()
        margins = layout.contentsMargins()
        width = self.width() - margins.left() - margins.right()
        self._body.activate()
        wanted = self._body.totalHeightForWidth(width - bar)
        self._scroll.setFixedHeight(min(max(wanted, 0), theme.px(520)))
        layout.activate()
        self.setFixedHeight(layout.totalHeightForWidth(self.width()))

    def hideEvent(self, event: QHideEvent) -> None:
        """Send what was typed."""
        super().hideEvent(event)
        for _line, fields in self._lines.values():
            fields.flush()

    def _line(self, track: TrackRow) -> tuple[QWidget, TextFields]:
        line = QWidget(self)
        column = QVBoxLayout(line)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        row = QHBoxLayout()
        row.setSpacing(6)
        column.addLayout(row)
        fields = TextFields(self.context, "", line, single_line=True)
        remove = IconButton("delete", t("Remove the track"), line, quiet=True)
        remove.clicked.connect(lambda _on=False: self._remove(track.id))
        remove.setEnabled(self.context.read_only is None)
        row.addWidget(fields, 1)
        row.addWidget(remove, 0, Qt.AlignmentFlag.AlignBottom)
        self.members[track.id] = TrackMembers(self.context, line)
        column.addWidget(self.members[track.id])
        self._body.addWidget(line)
        return line, fields

    def _focus(self, track_id: int) -> None:
        if track_id in self._lines:
            self._lines[track_id][1].setFocus()

    def _add(self) -> None:
        self._new = True
        self.context.run(self, agenda.add_track, self._event_id, EMPTY)

    def _remove(self, track_id: int) -> None:
        self.context.run(self, agenda.remove_track, track_id)
