"""The part of the timeline that shows: the day, the chosen item, zoom and place. Gestures are in `timeline`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QPointF, QRect, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui import theme
from ui.agenda.drawn_view import DrawnView
from ui.agenda.timeline_items import DAY, TimelineItem, TimelineLeg, Track, span
from ui.agenda.timeline_layout import Box, Place, Scale, boxes
from ui.agenda.timeline_paint import MANY, Sheet, TimelinePainter
from ui.agenda.timeline_text import Typesetter
from ui.translate import t, tn

GUTTER, HEADER = 60, 30
HOUR, LEAST_HOUR, MOST_HOUR = 63.0, 24.0, 480.0
LEAST_TRACK = 150


class TimelineView(DrawnView):
    """A day on the screen. Signals: `selected(id or None)`. Besides the chosen item others can be chosen along."""

    selected = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: dict[int, TimelineItem] = {}
        self._legs: tuple[TimelineLeg, ...] = ()
        self._tracks: tuple[Track, ...] = (Track(""),)
        self._boxes: list[Box] = []
        self._sheet: Sheet = []
        self._selected: int | None = None
        self._along: dict[int, None] = {}
        self._preview: dict[int, Place] = {}
        self._stop: tuple[int, str] | None = None
        self._band: QRect | None = None
        self._hour = HOUR
        self._words = Typesetter()
        self._painter = TimelinePainter(self._words)
        self._scale = Scale(HOUR, 1, 1, 1)
        self.verticalScrollBar().setSingleStep(theme.px(24))
        self._begin()
        self._measure()

    def set_day(
        self,
        items: Sequence[TimelineItem],
        legs: Sequence[TimelineLeg] = (),
        tracks: Sequence[Track] = (),
        *,
        fresh: bool = False,
    ) -> None:
        """Show these items; the chosen one, the place and the zoom stay. `fresh` scrolls to the first item."""
        self._items = {item.id: item for item in items}
        self._legs = tuple(legs)
        self._tracks = tuple(tracks) or (Track(""),)
        gone = self._selected is not None and self._selected not in self._items
        self._along = {one: None for one in self._along if one in self._items}
        self._measure()
        if fresh:
            self.scroll_to_first()
        if gone:
            self.select(None)
        self._describe()

    def items(self) -> tuple[TimelineItem, ...]:
        """Return the items as shown, with moves that have not come back from the office yet."""
        return tuple(self._items.values())

    def select(self, wanted: int | None, *, scroll: bool = True) -> None:
        """Choose one item alone (None: none); `selected` is sent if that changes anything."""
        if self._along:
            self._along = {}
            self.viewport().update()
        if wanted == self._selected or (wanted is not None and wanted not in self._items):
            return
        self._selected = wanted
        if wanted is not None and scroll:
            self._bring_into_sight(wanted)
        self._describe()
        self.viewport().update()
        self.selected.emit(wanted)

    def chosen(self) -> list[int]:
        """Return the ids of all items chosen, the one in the inspector first."""
        first = [] if self._selected is None else [self._selected]
        return first + [one for one in self._along if one != self._selected]

    def choose(self, wanted: Iterable[int]) -> None:
        """Choose several items; the first is the one in the inspector, unless the present one is among them."""
        there = [one for one in wanted if one in self._items]
        first = self._selected if self._selected in there else next(iter(there), None)
        self.select(first, scroll=False)
        self._along = {one: None for one in there if one != first}
        self._describe()
        self.viewport().update()

    def selected_id(self) -> int | None:
        """Return the id of the chosen item."""
        return self._selected

    def set_preview(self, places: Mapping[int, Place], stop: tuple[int, str] | None = None) -> None:
        """Show where other items would go, and the minute (with a reason) beyond which nothing moves."""
        self._preview, self._stop = dict(places), stop
        self.viewport().update()

    def zoom(self) -> float:
        """Return the pixels of an hour."""
        return self._hour

    def set_zoom(self, hour: float, *, around: int | None = None) -> None:
        """Set the pixels of an hour; the time at a height of the viewport (default: its middle) stays there."""
        height = self.viewport().height() // 2 if around is None else around
        minute = self._scale.minute(self._to_day(QPointF(0, height)).y())
        self._hour = min(max(hour, LEAST_HOUR), MOST_HOUR)
        self._measure()
        self.verticalScrollBar().setValue(round(self._scale.y(minute) + self._top() - height))

    def fit_day(self) -> None:
        """Zoom so that all items of the day are in sight."""
        first = min((item.start for item in self._items.values()), default=8 * 60) // 60 * 60
        last = -(-max((item.end for item in self._items.values()), default=20 * 60) // 60) * 60
        room = self.viewport().height() - self._top() - theme.px(4)
        hour = room * 60 / max(last - first, 60) / (theme.text_size() / 100)
        self.set_zoom(hour)
        self.verticalScrollBar().setValue(self._scale.y(first) - 2)

    def scroll_to_first(self) -> None:
        """Bring the first item to the top; an empty day starts at eight."""
        first = min((item.start for item in self._items.values()), default=8 * 60)
        self.verticalScrollBar().setValue(self._scale.y(max(first // 60 * 60, 0)) - 2)

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self.setAccessibleName(t("Timeline of the day"))

    def _top(self) -> int:
        return theme.px(HEADER)

    def _left(self) -> int:
        return theme.px(GUTTER)

    def _last_minute(self) -> int:
        latest = max((item.end for item in self._items.values()), default=DAY)
        return max(DAY, -(-latest // 60) * 60)

    def _measure(self) -> None:
        count = len(self._tracks)
        room = self.viewport().width() - self._left() - 4
        width = max(room / count, theme.px(LEAST_TRACK))
        self._scale = Scale(self._hour * theme.text_size() / 100, width, count, self._words.least_height())
        self._boxes = boxes(self._fitting(self._items.values()), self._scale)
        self._sheet = self._painter.sheet(self._boxes) if len(self._boxes) > MANY else []
        height = self._scale.y(self._last_minute()) + theme.px(12)
        view = self.viewport().height() - self._top()
        self.verticalScrollBar().setRange(0, max(height - view, 0))
        self.verticalScrollBar().setPageStep(max(view, 1))
        self.horizontalScrollBar().setRange(0, max(round(width * count) - room, 0))
        self.horizontalScrollBar().setPageStep(max(room, 1))
        self.viewport().update()

    def _fitting(self, items: Iterable[TimelineItem]) -> list[TimelineItem]:
        """Return the items with tracks that exist only; one whose tracks are gone stands in the first."""
        count = len(self._tracks)
        fitting = []
        for item in items:
            tracks = tuple(track for track in item.tracks if 0 <= track < count) or (0,)
            fitting.append(item if tracks == item.tracks else item._replace(tracks=tracks))
        return fitting

    def _to_day(self, point: QPointF) -> QPointF:
        """Turn a point of the viewport into one of the day."""
        x = point.x() - self._left() + self.horizontalScrollBar().value()
        return QPointF(x, point.y() - self._top() + self.verticalScrollBar().value())

    def _box_at(self, point: QPointF) -> Box | None:
        if point.y() < self._top() or point.x() < self._left():
            return None
        place = self._to_day(point)
        return next((box for box in reversed(self._boxes) if box.holds(place.x(), place.y())), None)

    def _leg_at(self, point: QPointF) -> TimelineLeg | None:
        place = self._to_day(point).toPoint()
        if point.y() < self._top() or point.x() < self._left():
            return None
        return next((leg for leg in self._legs if self._painter.leg_area(leg, self._scale).contains(place)), None)

    def _bring_into_sight(self, wanted: int) -> None:
        box = next((box for box in self._boxes if box.item.id == wanted), None)
        if box is None:
            return
        over, room = self.horizontalScrollBar(), self.viewport().width() - self._left()
        if box.left < over.value() or box.left + min(box.width, room) > over.value() + room:
            over.setValue(max(box.left - 8, 0))
        bar, view = self.verticalScrollBar(), self.viewport().height() - self._top()
        if box.top < bar.value():
            bar.setValue(box.top - 8)
        elif box.top + box.height > bar.value() + view:
            bar.setValue(min(box.top - 8, box.top + box.height - view + 8))

    def _describe(self) -> None:
        item = self._items.get(self._selected) if self._selected is not None else None
        spoken = self._spoken(item) if item else ""
        if self._along:
            spoken = f"{tn('{n} item chosen', '{n} items chosen', len(self.chosen()))}: {spoken}"
        self.setAccessibleDescription(spoken)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))

    def _spoken(self, item: TimelineItem) -> str:
        parts = (span(item.start, item.end), item.title_first, item.title_second, item.caption, item.conflict)
        return ", ".join(part for part in parts if part)

    def _ghosts(self) -> list[tuple[Box, Place, bool]]:
        """Return the boxes to draw over the day: where things would go."""
        return [(box, self._preview[box.item.id], False) for box in self._boxes if box.item.id in self._preview]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what is in sight."""
        painter = QPainter(self.viewport())
        self.paint_view(painter)

    def paint_view(self, painter: QPainter) -> None:
        """Draw the viewport's content with any painter."""
        view, scale = self.viewport().rect(), self._scale
        left, top = self._left(), self._top()
        over, down = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        bottom, right = down + view.height() - top, over + view.width() - left
        first, last = int(scale.minute(down) // 60), min(int(scale.minute(bottom) // 60) + 1, self._last_minute() // 60)
        painter.fillRect(view, theme.colour("panel"))
        painter.save()
        painter.setClipRect(QRect(left, top, view.width() - left, view.height() - top))
        painter.translate(left - over, top - down)
        self._painter.hours(painter, scale, first, last, right)
        self._painter.tracks(painter, scale, down, bottom)
        ghosts = self._ghosts()
        moving = {box.item.id for box, _place, copy in ghosts if not copy}
        legs = [leg for leg in self._legs if self._in_sight(leg, down, bottom) and not {leg.before, leg.after} & moving]
        self._painter.legs(painter, scale, legs)
        shown = [
            box
            for box in self._boxes
            if box.top < bottom and box.top + box.height > down and box.left < right and box.left + box.width > over
        ]
        self._painter.items(painter, shown, self._sheet)
        for box in shown:
            if box.item.id == self._selected or box.item.id in self._along:
                self._painter.ring(painter, box)
        if moving:
            self._painter.fade(painter, [box for box in shown if box.item.id in moving])
        for box, place, copy in ghosts:
            self._painter.ghost(painter, self._box_of(box, place), place, copy=copy)
        if self._stop is not None:
            self._painter.stop_line(painter, scale, *self._stop, width=right)
        if self._band is not None:
            self._painter.band(painter, self._band)
        painter.restore()
        painter.fillRect(0, top, left, view.height() - top, theme.colour("panel"))
        lefts = [left - over + scale.x(track) for track in range(scale.tracks + 1)]
        self._painter.header(painter, self._tracks, lefts, QRect(0, 0, view.width(), top))
        painter.setClipRect(QRect(0, top - theme.px(8), left, view.height()))
        painter.translate(0, top - down)
        self._painter.gutter(painter, scale, first, last, QRect(0, down, left, view.height()))

    def _in_sight(self, leg: TimelineLeg, down: int, bottom: int) -> bool:
        return self._scale.y(leg.start) - 30 < bottom and self._scale.y(leg.end) + 30 > down

    def _box_of(self, box: Box, place: Place) -> Box:
        """Return a box as it would stand at another place."""
        top = self._scale.y(place.start)
        height = max(self._scale.y(place.end) - top, self._scale.least_height)
        return box._replace(left=box.left + self._scale.x(place.track_delta), top=top, height=height)

    def _retheme(self) -> None:
        self._words.retheme()
        self._painter.retheme()
