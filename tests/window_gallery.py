"""Every view of the window, one after another, for pictures to be looked at: `python -m tests.pictures F --gallery`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TypeVar

from PySide6.QtWidgets import QDialog, QWidget

from planner.app import Planner
from planner.papers import Paper
from planner.queries.agenda import programme
from planner.queries.events import events
from planner.queries.people import people
from planner.queries.phrases import phrases
from planner.queries.seating import seating_plans
from planner.rules.kinds import EventKind
from ui.agenda.more_views import LANES, MATRIX, RUN
from ui.agenda.page import ProgrammePage
from ui.agenda.page_bar import LIST, ROOMS, TIMELINE
from ui.agenda.plan import ALL_DAYS
from ui.calendar.page import CalendarPage
from ui.common.paper_numbers import number_of
from ui.preferences.dialog import PreferencesDialog
from ui.seating.page import SeatingPage
from ui.window.desk import Desk
from ui.window.registry import PLACES, TABS

P = TypeVar("P", bound=QWidget)
Step = tuple[str, Callable[[], object]]
"""A picture's name, and what leads to what it shows."""


def views(desk: Desk, planner: Planner) -> Iterator[Step]:
    """Yield every view: each is to be settled and saved before the next is asked for."""
    kinds = {event.kind: event.id for event in planner.read(events)}
    visit, conference = kinds[EventKind.VISIT], kinds[EventKind.CONFERENCE]
    for tab in TABS:
        yield tab, partial(desk.go, f"tab:{tab}", visit)
    yield from _programmes(desk, planner, visit, conference)
    yield from _seatings(desk, planner, visit)
    yield "overview-conference", partial(desk.go, "tab:overview", conference)
    for place in PLACES:
        yield place, partial(desk.go, place, 0)
    yield "calendar-week", lambda: _calendar_by_week(desk)
    first = {
        "people": ("person", [row.id for row in planner.read(people, desk.context.today())]),
        "phrases": ("phrase", [row.id for row in planner.read(phrases)]),
    }
    for place, (kind, ids) in first.items():
        yield f"{place}-chosen", partial(_choose, desk, place, kind, ids)
    yield "preferences", lambda: PreferencesDialog(desk.window.settings, desk.window).open()
    for kind in ("profiles", "thresholds", "name habits"):
        yield f"preferences-{kind.replace(' ', '-')}", partial(desk.go, kind, 0)


def dialog_of(desk: Desk) -> QDialog | None:
    """Return the dialog that is open over the window."""
    return next((one for one in desk.window.findChildren(QDialog) if one.isVisible()), None)


def _programmes(desk: Desk, planner: Planner, visit: int, conference: int) -> Iterator[Step]:
    items = planner.read(programme, visit).items
    chosen = next(item for item in items if item.principal and item.start is not None and item.end is not None)

    def look(mode: str, event: int = visit, *, whole: bool = False) -> None:
        desk.go("tab:programme", event)
        page = _page(desk, ProgrammePage)
        page.bar.mode._take(mode)
        if whole:
            page.bar.days.choose(ALL_DAYS)

    yield "programme-item", partial(desk.go, "item", chosen.id)
    yield "programme-all-days", lambda: look(TIMELINE, whole=True)
    for mode in (LIST, MATRIX, LANES, RUN):
        yield f"programme-{mode}", partial(look, mode)
    yield "conference-rooms", partial(look, ROOMS, conference)
    yield "conference-timeline", partial(look, TIMELINE, conference)
    yield "conference-lanes", partial(look, LANES, conference)
    yield "programme", partial(look, TIMELINE)


def _seatings(desk: Desk, planner: Planner, visit: int) -> Iterator[Step]:
    def choose(plan: int) -> None:
        desk.go("tab:seating", visit)
        _page(desk, SeatingPage).bar.plan._take(plan)

    found = planner.read(seating_plans, visit)
    for plan in found:
        yield f"seating-{plan.kind.value}", partial(choose, plan.id)
    desk.go("tab:documents", visit)
    yield "documents-seating", lambda: desk.context.select("paper", number_of(Paper.SEATING))


def _calendar_by_week(desk: Desk) -> None:
    desk.go("calendar", 0)
    page = _page(desk, CalendarPage)
    page.view.set_value("week")
    page.view.edited.emit("week")


def _choose(desk: Desk, place: str, kind: str, ids: list[int]) -> None:
    desk.go(place, 0)
    if ids:
        desk.context.select(kind, ids[0])


def _page(desk: Desk, kind: type[P]) -> P:
    found = desk.pages.current()
    assert isinstance(found, kind)
    return found
