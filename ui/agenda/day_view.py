"""A day of the programme as the timeline shows it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from planner.queries.agenda import ItemRow
from planner.rules.kinds import ItemState
from planner.rules.text import State
from planner.rules.times import DAY, Moment, clock, offset_words
from ui.agenda.columns import Across, Columns, columns_of
from ui.agenda.legs import Ways, ways
from ui.agenda.plan import (
    USUAL,
    Plan,
    View,
    When,
    by_day,
    days,
    is_for,
    is_internal,
    on_day,
    place_of,
    pool,
    title_of,
    when,
)
from ui.agenda.timeline_items import TimelineItem, TimelineLeg, Track
from ui.agenda.words import tongue, word
from ui.translate import t, tn


class Day(NamedTuple):
    """What the timeline is given."""

    items: tuple[TimelineItem, ...]
    legs: tuple[TimelineLeg, ...]
    tracks: tuple[Track, ...]


def day_of(
    plan: Plan, day: date, view: View, reasons: Mapping[int, str], *, columns: Columns | None = None,
    read_only: bool = False,
) -> Day:  # fmt: skip
    """Return a day of a plan, or all days side by side; `reasons` say what is wrong with items."""
    columns = columns or columns_of(plan, Across.TRACKS)
    parts = Counter(item.parent_id for item in plan.programme.items)
    items: list[TimelineItem] = []
    legs: list[TimelineLeg] = []
    held = by_day(plan, view)
    for one in (days(plan) if columns.across is Across.DAYS else [day]):
        entries = held.get(one, [])
        places = {item.id: columns.of(item, one) for item, _span in entries}
        found = ways(entries, places, plan.routes, plan.event.languages, read_only=read_only)
        inner = _parts(plan, entries, view) if columns.across is Across.ROOMS else {}
        for item, span in entries:
            made = _item(plan, item, span, places[item.id], parts=parts[item.id], reasons=reasons, found=found)
            inside = inner.get(item.id, [])
            items.append(made._replace(holds=bool(inside)))
            items += [part._replace(tracks=made.tracks) for part in inside]
        if columns.across is not Across.ROOMS:
            legs += found.legs
    if columns.across is not Across.DAYS:
        items = [*_from_yesterday(plan, day, view, columns), *items]
    return Day(tuple(items), tuple(legs), columns.heads())


def waiting(plan: Plan, view: View) -> list[TimelineItem]:
    """Return the items without a time, each as long as it would be."""
    return [
        TimelineItem(item.id, 0, item.minutes or USUAL, (0,), title_of(item, plan), second_title(item, plan),
                     place_of(item, *plan.event.languages), item.state, is_internal(item))
        for item in pool(plan, view)
    ]  # fmt: skip


def _parts(plan: Plan, entries: Sequence[tuple[ItemRow, When]], view: View) -> dict[int, list[TimelineItem]]:
    """Return the talks of sessions that have a time of their own, to be drawn inside them."""
    spans = {item.id: span for item, span in entries}
    found: dict[int, list[TimelineItem]] = {}
    for part in plan.programme.items:
        around = spans.get(part.parent_id or 0)
        span = when(part, plan.event.host_zone) if around is not None and is_for(part, view, plan) else None
        if around is None or span is None:
            continue
        by = (span.day - around.day).days * DAY
        found.setdefault(part.parent_id or 0, []).append(TimelineItem(
            part.id, span.start + by, span.end + by, (0,), title_of(part, plan), second_title(part, plan), "",
            part.state, is_internal(part), inside=part.parent_id or 0,
        ))  # fmt: skip
    return found


def _item(
    plan: Plan,
    item: ItemRow,
    span: When,
    tracks: tuple[int, ...],
    *,
    parts: int,
    reasons: Mapping[int, str],
    found: Ways,
) -> TimelineItem:
    cancelled = item.state is ItemState.CANCELLED
    conflict = "" if cancelled else " · ".join(
        one for one in (reasons.get(item.id, ""), found.late.get(item.id, "")) if one
    )  # fmt: skip
    return TimelineItem(
        item.id, span.start, span.end, tracks, title_of(item, plan), second_title(item, plan),
        _caption(item, plan, found.remarks.get(item.id, ""), parts), item.state, is_internal(item), conflict,
    )  # fmt: skip


def local_times(item: ItemRow) -> str:
    """Return an item's times by the clocks at both its ends: "09:10 UTC+6 → 12:20 UTC+7"."""
    if item.day is None or item.start is None:
        return ""
    start = Moment(item.day, item.start, item.start_zone, item.start_fold)
    first = f"{clock(item.start)} {offset_words(item.start_zone, start.utc())}"
    if item.end is None or item.end_zone == item.start_zone:
        return first
    end = Moment(item.end_day or item.day, item.end, item.end_zone, item.end_fold)
    return f"{first} → {clock(item.end)} {offset_words(item.end_zone, end.utc())}"


def second_title(item: ItemRow, plan: Plan) -> str:
    """Return the title in the event's second language, or that it is missing there."""
    if len(plan.event.languages) < 2 or not item.title:
        return ""
    tag = plan.event.languages[1]
    if item.title.state(tag) is State.MISSING or not item.title.get(plan.event.languages[0]):
        missing = tag if item.title.state(tag) is State.MISSING else plan.event.languages[0]
        return t("{language} — missing", language=tongue(missing))
    return item.title.get(tag)


def _caption(item: ItemRow, plan: Plan, remark: str, count: int) -> str:
    parts = [remark, place_of(item, *plan.event.languages)]
    if item.start is not None and {item.start_zone, item.end_zone} != {plan.event.host_zone}:
        parts.append(local_times(item))
    if count:
        parts.append(tn("{n} part", "{n} parts", count))
    if item.state is not ItemState.CONFIRMED:
        parts.append(word(item.state))
    if is_internal(item):
        parts.append(t("internal, never on a guest’s page"))
    return " · ".join(part for part in parts if part)


def _from_yesterday(plan: Plan, day: date, view: View, columns: Columns) -> list[TimelineItem]:
    """Return what began the day before and goes on; it can be looked at here and moved there."""
    found = []
    for item, span in on_day(plan, day - timedelta(days=1), view):
        if span.end > DAY:
            title = title_of(item, plan)
            where = columns.of(item) if columns.across is Across.ROOMS else tuple(range(len(columns.all)))
            found.append(TimelineItem(item.id, 0, span.end - DAY, where, title, second_title(item, plan),
                                      t("since the day before"), item.state, fixed=True))  # fmt: skip
    return found
