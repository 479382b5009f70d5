"""What a gesture would do to the rest of the day, before it is let go: what moves along, and where it stops."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from planner.rules import legs, retiming
from planner.rules.kinds import ItemState
from planner.rules.ripple import Piece, Ripple, Span, Stop, Why, ripple
from planner.rules.times import DAY, clock
from ui.agenda.columns import Across, Columns
from ui.agenda.legs import table_of
from ui.agenda.plan import Plan, on_day, title_of, when
from ui.agenda.timeline_layout import Place
from ui.translate import t, tn


class Ahead(NamedTuple):
    """The consequences of a gesture as the timeline shows them."""

    places: Mapping[int, Place] = {}
    stop: tuple[int, str] | None = None


def pieces_of(plan: Plan, day: date, columns: Columns) -> list[Piece]:
    """Return what goes on on a day, with what it takes: its columns, and everybody named for it or on its tracks.

    Days side by side count each for itself, by its tracks. What is cancelled takes nothing.
    """
    by_name = {
        track.id: [("member", row.participation_id) for row in track.members if row.participation_id is not None]
        for track in plan.programme.tracks
    }
    tracks = [track.id for track in plan.programme.tracks] or [0]
    found = []
    for item, span in on_day(plan, day):
        if item.state is ItemState.CANCELLED:
            continue
        people = {("member", row.participation_id) for row in item.people if row.participation_id is not None}
        people |= {one for track in item.track_ids for one in by_name.get(track, ())}
        if columns.across is Across.ROOMS:
            holds: set[tuple[str, int]] = {("room", item.room_id or -(item.venue_id or 0))}
        else:
            holds = {("track", one) for one in (item.track_ids or tracks)}
        found.append(Piece(item.id, span.start, span.end, frozenset(holds | people), item.hard))
    return found


def follow(
    plan: Plan, day: date, columns: Columns, places: Mapping[int, Place], *, keep_gaps: bool = True
) -> Ripple:
    """Return what follows when some items of a day are put elsewhere."""
    moved = {one: Span(place.start, place.end) for one, place in places.items()}
    first = plan.item(next(iter(places), None))
    inside = first is not None and first.parent_id is not None
    pieces = _siblings(plan, day, first.parent_id) if first and inside else pieces_of(plan, day, columns)
    return ripple(pieces, moved, keep_gaps=keep_gaps)


def _siblings(plan: Plan, day: date, parent_id: int | None) -> list[Piece]:
    """Return the talks of a session as they follow one another."""
    found = []
    for part in plan.programme.parts(parent_id or 0):
        span = when(part, plan.event.host_zone)
        if span is not None and part.state is not ItemState.CANCELLED:
            by = (span.day - day).days * DAY
            found.append(Piece(part.id, span.start + by, span.end + by, frozenset({parent_id}), part.hard))
    return found


def shown(plan: Plan, found: Ripple) -> Ahead:
    """Return the consequences of a shift as the timeline shows them."""
    places = {one: Place(span.start, span.end) for one, span in found.places.items()}
    stop = max(found.stops, key=lambda one: (one.missing, -one.minute), default=None)
    return Ahead(places, (stop.minute, _why(plan, stop)) if stop is not None else None)


def _why(plan: Plan, stop: Stop) -> str:
    item = plan.item(stop.piece)
    title = title_of(item, plan) if item is not None else ""
    if stop.why is Why.TAKEN:
        return t("No earlier: “{title}” would begin in what stays where it is", title=title)
    words = t("Up to “{title}”, {time}, which cannot move", title=title, time=clock(stop.minute % DAY))
    return f"{words} · {tn('{n} minute missing', '{n} minutes missing', stop.missing)}" if stop.missing else words


def needed_of(plan: Plan, *, pause: int = 0) -> retiming.Needed:
    """Return what tells the minutes needed between items: the way between their venues, or the pause."""
    venues = {item.id: item.venue_id for item in plan.programme.items}
    table = table_of(plan.routes)

    def needed(before: Piece, after: Piece) -> int:
        return legs.needed_between(venues.get(before.id), venues.get(after.id), table, same_place=pause)

    return needed

