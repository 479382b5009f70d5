"""The programme of one event as the page needs it: its items by day, in the host's wall time. No widgets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, ClassVar, NamedTuple

from planner.queries.agenda import ItemRow, Programme, programme
from planner.queries.events import EventPage, event_page
from planner.queries.taking_part import on_track, who_of
from planner.queries.venues import RouteRow, VenueRow, routes, venues
from planner.rules.findings import Finding, Severity
from planner.rules.kinds import Audience, ItemKind, ItemState, Side
from planner.rules.taking_part import DELEGATION, MEMBER, SIDE, TRACK, Who
from planner.rules.text import Text
from planner.rules.times import DAY, Moment, shift, zone_named
from ui.agenda.words import SESSIONS
from ui.common.named import said, shown
from ui.translate import t, tn

ALL_DAYS, POOL = date.min, date.max
"""What stands for "all days" and for "without a time" where a day is chosen."""
FIRST = 9 * 60
"""Where an empty day begins."""
USUAL = 60
"""Minutes a new item takes."""


@dataclass(frozen=True, slots=True)
class View:
    """Whose programme is looked at: the office's own, the guests', the press's, or one person's (`own`)."""

    readers: str
    member_id: int = 0
    delegation_id: int = 0
    side: Side | None = None

    WORKING: ClassVar[View]
    GUEST: ClassVar[View]
    PRESS: ClassVar[View]

    @staticmethod
    def own(member_id: int, delegation_id: int, side: Side) -> View:
        """Return the view of what one person takes part in."""
        return View("own", member_id, delegation_id, side)


View.WORKING, View.GUEST, View.PRESS = View("working"), View("guest"), View("press")


class Plan(NamedTuple):
    """An event with its programme and the ways between venues."""

    event: EventPage
    programme: Programme
    routes: tuple[RouteRow, ...]
    venues: tuple[VenueRow, ...] = ()

    def item(self, item_id: int | None) -> ItemRow | None:
        """Return an item by its id."""
        return next((item for item in self.programme.items if item.id == item_id), None)

    def top(self, item: ItemRow) -> ItemRow:
        """Return the item of the day that an item is, or is a part of."""
        while item.parent_id is not None and (parent := self.item(item.parent_id)) is not None:
            item = parent
        return item

    def day_of(self, item_id: int | None) -> date | None:
        """Return the day an item is shown on, `POOL` for one without a time; None for an unknown one."""
        item = self.item(item_id)
        if item is None:
            return None
        span = when(self.top(item), self.event.host_zone)
        return span.day if span is not None else POOL


class When(NamedTuple):
    """When an item is by the host's clock: minutes from midnight of `day`; `end` may pass 1440."""

    day: date
    start: int
    end: int


def read_plan(db: Any, event_id: int) -> Plan:
    """Return what the page shows of an event."""
    return Plan(event_page(db, event_id), programme(db, event_id), routes(db), venues(db))


def when(item: ItemRow, zone: str) -> When | None:
    """Return when an item is by the clock of a zone; None for an item of the pool."""
    if item.day is None or item.start is None:
        return None
    day, start = _in_zone(Moment(item.day, item.start, item.start_zone, item.start_fold), zone)
    if item.end is None:
        return When(day, start, start)
    last, end = _in_zone(Moment(item.end_day or item.day, item.end, item.end_zone, item.end_fold), zone)
    return When(day, start, max(start, (last - day).days * DAY + end))


def _in_zone(moment: Moment, zone: str) -> tuple[date, int]:
    if moment.zone == zone:
        return moment.day, moment.minute
    there = moment.utc().astimezone(zone_named(zone))
    return there.date(), there.hour * 60 + there.minute


def is_timed(item: ItemRow) -> bool:
    """Tell whether an item has a place in the day."""
    return item.day is not None and item.start is not None


def is_for(item: ItemRow, view: View, plan: Plan) -> bool:
    """Tell whether an item is on the programme looked at; the working one holds all."""
    if view == View.WORKING:
        return True
    if item.state is ItemState.CANCELLED:
        return False
    if view.side is None:
        return (Audience.PRESS if view == View.PRESS else Audience.GUEST) in item.audience
    own = {Who(MEMBER, view.member_id), Who(DELEGATION, view.delegation_id), Who(SIDE, view.side.value)}
    tracks = {one.id for one in plan.programme.tracks if any(on_track(row) in own for row in one.members)}
    own |= {Who(TRACK, one) for one in tracks}
    # As on the person's own programme on paper.
    return not tracks.isdisjoint(item.track_ids) or any(who_of(row) in own for row in item.people)


def is_internal(item: ItemRow) -> bool:
    """Tell whether neither guests nor the press read an item."""
    return not item.audience & {Audience.GUEST, Audience.PRESS}


def days(plan: Plan) -> list[date]:
    """Return the days of the event, and those outside of it that have items."""
    event = plan.event
    own = {event.from_day + timedelta(days=n) for n in range((event.to_day - event.from_day).days + 1)}
    zone = event.host_zone
    return sorted(own | {found.day for item in plan.programme.top() if (found := when(item, zone))})


def by_day(plan: Plan, view: View = View.WORKING) -> dict[date, list[tuple[ItemRow, When]]]:
    """Return the items of each day in order of time; what goes on past midnight stands on its first day only."""
    zone = plan.event.host_zone
    found: dict[date, list[tuple[ItemRow, When]]] = {}
    for item in plan.programme.top():
        if is_for(item, view, plan) and (span := when(item, zone)):
            found.setdefault(span.day, []).append((item, span))
    for entries in found.values():
        entries.sort(key=lambda entry: (entry[1].start, entry[1].end, entry[0].id))
    return found


def on_day(plan: Plan, day: date, view: View = View.WORKING) -> list[tuple[ItemRow, When]]:
    """Return the items of one day in order of time."""
    return by_day(plan, view).get(day, [])


def pool(plan: Plan, view: View = View.WORKING) -> list[ItemRow]:
    """Return the items without a time."""
    return [item for item in plan.programme.top() if not is_timed(item) and is_for(item, view, plan)]


def after_last(plan: Plan, day: date) -> int:
    """Return the minute at which one more item of a day would begin."""
    ends = [span.end for _item, span in on_day(plan, day)]
    latest = -(-max(ends) // 5) * 5 if ends else FIRST
    return min(latest, DAY - USUAL)


def own_time(plan: Plan, item: ItemRow, day: date, start: int) -> tuple[date, int]:
    """Turn a minute of the host's clock into an item's own day and wall minute."""
    day, start = day + timedelta(days=start // DAY), start % DAY
    span = when(item, plan.event.host_zone)
    if span is None or item.day is None or item.start is None:
        return day, start
    return shift(day, start, (item.day - span.day).days * DAY + item.start - span.start)


def character(items: Sequence[ItemRow]) -> str:
    """Return one word for what a day is about, or ""."""
    kinds = {item.kind for item in items}
    for wanted, words in (
        ((ItemKind.ARRIVAL,), t("Arrival")),
        ((ItemKind.DEPARTURE,), t("Departure")),
        (SESSIONS, t("Sessions")),
        ((ItemKind.MEETING, ItemKind.TALKS, ItemKind.SIGNING), t("Meetings")),
    ):
        if kinds & set(wanted):
            return words
    return ""


def title_of(item: ItemRow, plan: Plan) -> str:
    """Return what an item is called, in the event's first language where it has one."""
    return item.title.first(*plan.event.languages) or t("Without a title")


def place_of(item: ItemRow, *languages: str) -> str:
    """Return the room, else the venue of an item."""
    place: Text = item.room or item.venue
    return shown(place, *languages)


_PEOPLE_TWICE, _ROOM_TWICE = frozenset({"W-01", "W-36", "W-78"}), "W-03"


def conflicts(findings: Sequence[Finding]) -> dict[int, str]:
    """Return, for each item that clashes with another, the reason in a few words; several persons are counted."""
    clashes: dict[tuple[int, bool, str, str], list[tuple[str, int]]] = {}
    reasons: dict[int, str] = {}
    for finding in findings:
        values = finding.values
        if finding.code not in _PEOPLE_TWICE | {_ROOM_TWICE} or finding.severity is Severity.HINT:
            continue
        if "second" not in values:  # an appointment in a calendar kept elsewhere
            if finding.things and {"who", "other", "time"} <= values.keys():
                who, other, time = values["who"], values["other"], values["time"]
                reasons.setdefault(finding.things[0].id, _reason([(who, 1)], other, time, room=False))
            continue
        count = int(values.get("people", 1))
        for thing, other, time in (
            (finding.things[0], values["second"], values["second_time"]),
            (finding.things[1], values["first"], values["first_time"]),
        ):
            key = (thing.id, finding.code == _ROOM_TWICE, other, time)
            clashes.setdefault(key, []).append((values["who"], count))
    for (item_id, room, other, time), who in clashes.items():
        reasons.setdefault(item_id, _reason(who, other, time, room=room))
    return reasons


def _reason(who: Sequence[tuple[str, int]], other: str, time: str, *, room: bool) -> str:
    count, first, other = sum(one for _name, one in who), said(who[0][0]), said(other)
    if room:
        return t("{room} is also taken by “{other}”, {time}", room=first, other=other, time=time)
    if count == 1:
        return t("{who} is also at “{other}”, {time}", who=first, other=other, time=time)
    return tn("{n} person is also at “{other}”, {time}", "{n} persons are also at “{other}”, {time}", count,
              other=other, time=time)  # fmt: skip
