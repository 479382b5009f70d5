"""What is done with a whole day: tightened, spread, fitted, opened for a gap; each shown before it is taken."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu

from planner.operations import duplicate
from planner.operations import retiming as operations
from planner.rules import retiming as rules
from planner.rules.times import clock
from ui.agenda import ahead
from ui.agenda.day_dialog import DayDialog, weekday_note
from ui.agenda.day_words import (
    COPY_DAY,
    FIT,
    FIT_VIEW,
    GAP,
    GAPS_FIRST,
    IMPORT,
    KEYS,
    RETIME,
    SPREAD,
    TEMPLATE,
    TIGHTEN,
    WORKS,
)
from ui.agenda.plan import ALL_DAYS, FIRST, POOL, own_time
from ui.agenda.timeline_layout import Place
from ui.translate import t, tn

if TYPE_CHECKING:
    from ui.agenda.page import ProgrammePage

_OPERATIONS = {
    TIGHTEN: operations.tighten_items, SPREAD: operations.spread_items, FIT: operations.fit_items,
    GAP: operations.open_gap,
}  # fmt: skip
SETTING = "shift_uses_gaps"


class _Outcome(NamedTuple):
    places: Mapping[int, Place]
    remark: str
    stop: tuple[int, str] | None = None


class DayWork(QObject):
    """Connects the menu of a day, its keys and its bar with the page."""

    def __init__(self, page: ProgrammePage) -> None:
        super().__init__(page)
        self._page, self._bar = page, page.retime
        self._outcome: _Outcome | None = None
        page.bar.work_chosen.connect(self.begin)
        page.bar.days.menu_wanted.connect(self._open_menu)
        page.bar.set_gaps_first(self.gaps_first())
        self._bar.edited.connect(self.look)
        self._bar.taken.connect(self.take)
        self._bar.left.connect(self.leave)
        for keys, work in KEYS.items():
            shortcut = QShortcut(QKeySequence(keys), page)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda work=work: self.begin(work))

    def gaps_first(self) -> bool:
        """Tell whether a shift uses up free time before it moves anything."""
        return bool(self._page.context.settings.now.more.get(SETTING, False))

    def begin(self, work: str) -> None:
        """Begin one of `WORKS` on the day shown."""
        page, plan = self._page, self._page.plan
        if plan is None or page.context.read_only is not None:
            return
        if work == GAPS_FIRST:
            settings = page.context.settings
            settings.change(more={**settings.now.more, SETTING: not self.gaps_first()})
            page.bar.set_gaps_first(self.gaps_first())
        elif work == FIT_VIEW:
            page.timeline.fit_day()
        elif work == TEMPLATE:
            page.context.run(page, duplicate.keep_as_template, plan.event.id, done=lambda _changes: self._kept())
        elif work == IMPORT:
            self._ask_schedule(plan.event.id)
        elif work in (COPY_DAY, RETIME):
            self._ask_day(work)
        elif self._day() is not None and page.show_timeline():
            self._open(work)

    def _ask_schedule(self, event_id: int) -> None:
        from ui.agenda.import_schedule import ScheduleDialog

        dialog = ScheduleDialog(self._page.context, event_id, self._page)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def look(self) -> None:
        """Show what the work would do to the day with what stands in the bar."""
        plan, day = self._page.plan, self._day()
        if plan is None or day is None:
            self.leave()
            return
        self._outcome = self._reckon()
        self._bar.say(self._outcome.remark, possible=bool(self._outcome.places))
        self._page.timeline.set_preview(self._outcome.places, self._outcome.stop)

    def take(self) -> None:
        """Do it, as one step."""
        self._bar.flush()
        self.look()
        plan, day, outcome, work = self._page.plan, self._day(), self._outcome, self._bar.work
        self.leave()
        if plan is None or day is None or outcome is None or not outcome.places:
            return
        moves = []
        for one, place in outcome.places.items():
            item = plan.item(one)
            if item is not None:
                moves.append(operations.Move(one, *own_time(plan, item, day, place.start), place.end - place.start))
        self._page.context.run(self._page, _OPERATIONS[work], moves)

    def leave(self) -> None:
        """Leave the day as it is."""
        if self._bar.isVisible():
            self._bar.hide()
            self._page.timeline.setFocus()
        self._outcome = None
        self._page.timeline.set_preview({})

    def renew(self) -> None:
        """Follow another day or another programme."""
        if self._bar.isVisible():
            self.look()

    def _day(self) -> date | None:
        day = self._page.day
        return day if day not in (None, ALL_DAYS, POOL) else None

    def _open(self, work: str) -> None:
        pieces = self._pieces()
        chosen = next((one for one in pieces if one.id == self._page.chosen), None)
        first = min((one.start for one in pieces), default=FIRST)
        last = max((one.end for one in pieces), default=FIRST + 60)
        start = chosen.start if work == GAP and chosen is not None else first
        self._bar.begin(work, start=start % 1440, end=min(last, 1439), minutes=30 if work == GAP else 0)
        self.look()

    def _pieces(self) -> list[Any]:
        plan, day = self._page.plan, self._day()
        return ahead.pieces_of(plan, day, self._page.columns) if plan is not None and day is not None else []

    def _reckon(self) -> _Outcome:
        plan, bar, pieces = self._page.plan, self._bar, self._pieces()
        assert plan is not None
        start, end, minutes = bar.start.value() or 0, bar.end.value() or 0, bar.minutes.value() or 0
        if bar.work == GAP:
            found = rules.insert_gap(pieces, start, minutes)
            shown = ahead.shown(plan, found)
            return _Outcome(shown.places, _counted(len(shown.places)), shown.stop)
        needed = ahead.needed_of(plan, pause=minutes)
        if bar.work == TIGHTEN:
            retimed = rules.tighten(pieces, needed)
        elif bar.work == SPREAD:
            retimed = rules.spread(pieces, needed)
        else:
            retimed = rules.fit(pieces, start, end if end > start else end + 1440, needed, shorten=bar.shorten.value())
        before = {one.id: one for one in pieces}
        places = {
            one: Place(*span) for one, span in retimed.places.items() if span != (before[one].start, before[one].end)
        }
        return _Outcome(places, _remark(pieces, places, retimed.missing))

    def _ask_day(self, work: str) -> None:
        page, plan = self._page, self._page.plan
        if plan is None:
            return
        event = plan.event
        if work == RETIME:
            dialog = DayDialog(
                t("Move the event to other dates"), t("New first day"), event.from_day, event.from_day, page,
                note=lambda day: weekday_note(event.from_day, day),
            )  # fmt: skip
            dialog.taken.connect(lambda day: page.context.run(page, operations.retime_event, event.id, day))
        else:
            own = self._day() or event.from_day
            dialog = DayDialog(
                t("Copy the day"), t("To this day"), own, None, page, note=lambda day: weekday_note(own, day)
            )
            dialog.taken.connect(lambda day: page.context.run(page, operations.copy_day, event.id, own, day))
        dialog.open()

    def _kept(self) -> None:
        self._page.remark(t("Kept as a template. “Event templates” lists it, and “New event” offers it."))

    def _open_menu(self, day: date, point: QPoint) -> None:
        """Open the menu of a day where its tab was pressed."""
        self._page.bar.days.choose(day)
        menu = QMenu(self._page)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for work, words in WORKS:
            action = menu.addAction(t(words))
            action.triggered.connect(lambda _on=False, work=work: self.begin(work))
            action.setEnabled(self._page.context.read_only is None)
        menu.popup(point)


def _counted(count: int) -> str:
    return tn("{n} item moves", "{n} items move", count) if count else t("Nothing moves.")


def _remark(pieces: list[Any], places: Mapping[int, Place], missing: int) -> str:
    parts = [_counted(len(places))]
    if places:
        last = max((places[one.id].end if one.id in places else one.end for one in pieces), default=0)
        parts.append(t("the day ends at {time}", time=clock(last % 1440)))
    if missing:
        parts.append(tn("{n} minute too few", "{n} minutes too few", missing))
    return " · ".join(parts)
