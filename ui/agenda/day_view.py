"""A day of the programme as the timeline shows it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date, timedelta
from typing import NamedTuple

from planner.queries.agenda import ItemRow
from planner.rules.kinds import ItemState
from planner.rules.text import State
from planner.rules.times import DAY, Moment, offset_words
from ui.agenda.legs import Ways, ways
from ui.agenda.plan import Plan, View, When, is_internal, on_day, place_of, title_of
from ui.agenda.timeline_items import TimelineItem, TimelineLeg, Track
from ui.agenda.words import tongue, word
from ui.common.named import shown
from ui.translate import t, tn


class Day(NamedTuple):
    """What the timeline is given."""

    items: tuple[TimelineItem, ...]
    legs: tuple[TimelineLeg, ...]
    tracks: tuple[Track, ...]


def day_of(plan: Plan, day: date, view: View, reasons: Mapping[int, str]) -> Day:
    """Return a day of a plan; `reasons` say what is wrong with items."""
    places = {track.id: number for number, track in enumerate(plan.programme.tracks)}
    everybody = tuple(range(max(len(places), 1)))
    entries = on_day(plan, day, view)
    columns = {
        item.id: tuple(sorted(places[one] for one in item.track_ids if one in places)) or everybody
        for item, _span in entries
    }
    found = ways(entries, columns, plan.routes, plan.event.languages)
    parts = Counter(item.parent_id for item in plan.programme.items)
    items = [
        _item(plan, item, span, columns[item.id], parts=parts[item.id], reasons=reasons, found=found)
        for item, span in entries
    ]
    return Day((*_from_yesterday(plan, day, view, everybody), *items), found.legs, _tracks(plan))


def _tracks(plan: Plan) -> tuple[Track, ...]:
    named = tuple(
        Track(shown(track.title, *plan.event.languages) or t("Without a title")) for track in plan.programme.tracks
    )
    return named or (Track(t("Everybody")),)


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
    if item.day and item.start is not None and item.start_zone != plan.event.host_zone:
        moment = Moment(item.day, item.start, item.start_zone, item.start_fold)
        parts.append(offset_words(item.start_zone, moment.utc()))
    if count:
        parts.append(tn("{n} part", "{n} parts", count))
    if item.state is not ItemState.CONFIRMED:
        parts.append(word(item.state))
    if is_internal(item):
        parts.append(t("internal, never on a guest’s page"))
    return " · ".join(part for part in parts if part)


def _from_yesterday(plan: Plan, day: date, view: View, everybody: tuple[int, ...]) -> list[TimelineItem]:
    """Return what began the day before and goes on; it can be looked at here and moved there."""
    found = []
    for item, span in on_day(plan, day - timedelta(days=1), view):
        if span.end > DAY:
            title = title_of(item, plan)
            found.append(TimelineItem(item.id, 0, span.end - DAY, everybody, title, second_title(item, plan),
                                      t("since the day before"), item.state, fixed=True))  # fmt: skip
    return found
