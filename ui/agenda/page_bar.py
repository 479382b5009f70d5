"""The line above the programme: days on the left, how it is looked at and what can be added on the right."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from ui.agenda.day_tabs import DayTab, DayTabs
from ui.agenda.day_words import GAPS_FIRST, WORKS
from ui.agenda.plan import View
from ui.common.buttons import Button
from ui.common.flow import FlowLayout
from ui.common.labels import plain_tooltip
from ui.common.menu_button import MenuButton
from ui.translate import follow_language, t

TIMELINE, ROOMS, LIST = "timeline", "rooms", "list"
"""The ways to look at a programme that the page brings itself; others are added by `PageBar.offer`."""


OTHER_PERSON = "person"
"""Among the views: that of somebody who is chosen from a list first."""


class DayStrip(QScrollArea):
    """The days in one line; more of them than find room are scrolled by the wheel and by ← and →."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.days = DayTabs(self)
        self.setWidget(self.days)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.days.setProperty("kind", "clear")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.days.chosen.connect(lambda _day: self.show_current())
        self.days.installEventFilter(self)

    def sizeHint(self) -> QSize:
        """Ask for the room of all days."""
        return self.days.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Be content with one."""
        return QSize(80, self.days.sizeHint().height())

    def show_current(self) -> None:
        """Bring the day shown into sight, once everything has its size."""
        QTimer.singleShot(0, self, self._bring)

    def _bring(self) -> None:
        day = self.days.current()
        for button in self.days.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            if button.isVisible() and getattr(getattr(button, "tab", None), "day", None) == day:
                self.ensureWidgetVisible(button, 40, 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Measure anew when the days change."""
        if watched is self.days and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return bool(super().eventFilter(watched, event))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll sideways."""
        bar = self.horizontalScrollBar()
        bar.setValue(bar.value() - event.angleDelta().y() - event.angleDelta().x())
        event.accept()


class PageBar(QWidget):
    """The line; narrow windows get two.

    Signals: `day_chosen(date)`, `mode_chosen(mode)`, `view_chosen(View)`, `tracks_wanted()`, `item_wanted()`,
    `follow_chosen(on)`, `work_chosen(name)` of `day_words.WORKS`. Attributes: `days`, `mode`, `view`, `tracks`, `add`;
    `follow` and `work`, which the page puts below the timeline.
    """

    day_chosen = Signal(object)
    mode_chosen = Signal(object)
    view_chosen = Signal(object)
    tracks_wanted = Signal()
    item_wanted = Signal()
    follow_chosen = Signal(bool)
    work_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.strip = DayStrip(self)
        self.days = self.strip.days
        self.mode = MenuButton((), self)
        self.view = MenuButton((), self)
        self._more: list[tuple[str, str]] = []
        self._people: list[tuple[View, str]] = []
        self.follow = Button("", self)
        self.follow.setCheckable(True)
        self.follow.setProperty("toggle", True)
        self.work = MenuButton((), self, fixed=" ")
        self.tracks = Button("", self, clicked=self.tracks_wanted.emit)
        self.add = Button("", self, clicked=self.item_wanted.emit)
        self._buttons = QWidget(self)
        right = FlowLayout(self._buttons, gap=8, line_gap=6)
        for button in (self.mode, self.view, self.tracks, self.add):
            right.addWidget(button)
        self._first, self._second = QHBoxLayout(), QHBoxLayout()
        self._first.setSpacing(12)
        self._first.addWidget(self.strip, 1)
        self._first.addWidget(self._buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._first)
        column.addLayout(self._second)
        self._narrow = self._gaps_first = False
        self.days.chosen.connect(self.day_chosen)
        self.mode.edited.connect(self.mode_chosen)
        self.view.edited.connect(self.view_chosen)
        self.follow.toggled.connect(self.follow_chosen)
        self.work.edited.connect(self.work_chosen)
        follow_language(self.retranslate)

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        own = [(TIMELINE, t("Timeline")), (ROOMS, t("Rooms")), (LIST, t("List"))]
        self.mode.set_choices([*own, *((mode, t(name)) for mode, name in self._more)])
        views = [(View.WORKING, t("Working view")), (View.GUEST, t("Guest view")), (View.PRESS, t("Press view"))]
        self.view.set_choices([*views, *self._people, (OTHER_PERSON, t("One person’s view…"))])
        self.follow.set_text(t("Shift what follows"))
        hint = t("What follows moves along, up to what cannot move. Or hold Ctrl while dragging, or use Ctrl+Shift+↑↓.")
        plain_tooltip(self.follow, hint)
        self._show_works()
        self.add.set_text(t("+ Item"))
        self.set_track_count(0)

    def set_gaps_first(self, on: bool) -> None:
        """Tick whether a shift uses up free time first."""
        self._gaps_first = on
        self._show_works()

    def _show_works(self) -> None:
        ticked = {GAPS_FIRST} if self._gaps_first else set()
        choices = [(name, f"{'✓ ' if name in ticked else ''}{t(words)}") for name, words in WORKS]
        self.work.set_choices(choices, fixed=t("Day"))

    def offer(self, mode: str, name: str) -> None:
        """Offer one more way to look at the programme; `name` is a catalog id."""
        self._more.append((mode, name))
        self.retranslate()

    def set_people(self, people: Sequence[tuple[View, str]]) -> None:
        """Offer the views of these people."""
        if list(people) != self._people:
            self._people = list(people)
            self.retranslate()

    def set_days(self, tabs: Sequence[DayTab], day: date) -> None:
        """Show these days, one of them chosen."""
        self.days.set_days(tabs)
        self.days.show_day(day)
        self.strip.show_current()
        self._arrange()

    def set_track_count(self, count: int) -> None:
        """Offer the first track, or the list of them."""
        self.tracks.set_text(t("Tracks") if count else t("+ Track"))
        self._arrange()

    def set_read_only(self, read_only: bool) -> None:
        """Grey out what writes."""
        for button in (self.add, self.follow, self.work):
            button.setEnabled(not read_only)

    def _arrange(self) -> None:
        days, buttons, room = self.days.sizeHint().width(), self._buttons.sizeHint().width(), self.width()
        narrow = days + buttons + 12 > room and (days <= room or buttons > room * 0.45)
        if narrow != self._narrow:
            self._narrow = narrow
            source, target = (self._first, self._second) if narrow else (self._second, self._first)
            source.removeWidget(self._buttons)
            target.addWidget(self._buttons)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break into two lines where the width ends."""
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        """Look again where the days or the words of a button have another size by now."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._arrange()
        return bool(done)
