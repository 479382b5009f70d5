"""A popup in which the parallel strands of a programme are named, added and taken away."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtGui import QHideEvent, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from planner.operations import agenda
from planner.queries.agenda import TrackRow
from planner.rules.text import EMPTY, Language
from ui import theme
from ui.common.buttons import Button, IconButton
from ui.common.labels import Heading, Muted
from ui.common.text_fields import Target, TextFields
from ui.context import Context
from ui.translate import follow_language, t


class TracksPopup(QFrame):
    """The tracks, each with its title in every language. Signals: `add_wanted()`, `remove_wanted(track_id)`."""

    add_wanted = Signal()
    remove_wanted = Signal(int)

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("kind", "panel")
        self.context = context
        self._event_id = 0
        self._lines: dict[int, tuple[QWidget, TextFields]] = {}
        self._new = False
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(8)
        self._heading = Heading("", self)
        self._about = Muted("", self, wrap=True)
        self._body = QVBoxLayout()
        self._body.setSpacing(8)
        self.add_button = Button("", self, kind="linkstrong", clicked=self._add)
        column.addWidget(self._heading)
        column.addWidget(self._about)
        column.addLayout(self._body)
        column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        follow_language(self.retranslate)

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self._heading.setText(t("Tracks"))
        self._about.setText(t("Parallel strands of the programme, as delegation, working group, press."))
        self.add_button.set_text(t("+ Track"))

    def show_tracks(self, event_id: int, tracks: Sequence[TrackRow], languages: Sequence[Language]) -> None:
        """Show the tracks of an event."""
        self._event_id = event_id
        self.add_button.setEnabled(self.context.read_only is None)
        for gone in set(self._lines) - {track.id for track in tracks}:
            line, _fields = self._lines.pop(gone)
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
            self._fit()

    def open_under(self, button: QWidget) -> None:
        """Open below a button."""
        self.setFixedWidth(theme.px(440))
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
        """Be as high as what is shown needs at this width."""
        if layout := self.layout():
            layout.activate()
            self.setFixedHeight(layout.totalHeightForWidth(self.width()))

    def hideEvent(self, event: QHideEvent) -> None:
        """Send what was typed."""
        super().hideEvent(event)
        for _line, fields in self._lines.values():
            fields.flush()

    def _line(self, track: TrackRow) -> tuple[QWidget, TextFields]:
        line = QWidget(self)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        fields = TextFields(self.context, "", line, single_line=True)
        remove = IconButton("delete", t("Remove the track"), line, quiet=True)
        remove.clicked.connect(lambda _on=False: self._remove(track.id))
        remove.setEnabled(self.context.read_only is None)
        row.addWidget(fields, 1)
        row.addWidget(remove, 0, Qt.AlignmentFlag.AlignBottom)
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
