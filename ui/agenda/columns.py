"""What stands across on the timeline: the tracks of a day, the rooms of a conference, or all days of the event."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from planner.queries.agenda import ItemRow, TrackRow
from ui.agenda.plan import Plan, days
from ui.agenda.timeline_items import Track
from ui.agenda.words import day_label
from ui.common.named import shown
from ui.translate import t, tn


class Across(StrEnum):
    """What the columns are."""

    TRACKS = "tracks"
    ROOMS = "rooms"
    DAYS = "days"


class Column(NamedTuple):
    """A column: a track, a room or a venue without one, or a day; `head` is what stands above it.

    A column without any of them is everybody's, or that of items without a room.
    """

    head: Track
    track: int | None = None
    place: tuple[int | None, int | None] = (None, None)
    day: date | None = None


class Columns(NamedTuple):
    """The columns of a view."""

    across: Across
    all: tuple[Column, ...]

    def of(self, item: ItemRow, day: date | None = None) -> tuple[int, ...]:
        """Return the places of the columns an item stands in, `day` being the one it is shown on."""
        if self.across is Across.DAYS:
            return tuple(place for place, column in enumerate(self.all) if column.day == day) or (0,)
        if self.across is Across.ROOMS:
            there = (item.venue_id, item.room_id)
            return tuple(place for place, column in enumerate(self.all) if column.place == there) or (0,)
        on = tuple(place for place, column in enumerate(self.all) if column.track in item.track_ids)
        return on or tuple(range(len(self.all)))

    def heads(self) -> tuple[Track, ...]:
        """Return what stands above the columns."""
        return tuple(column.head for column in self.all)


def columns_of(plan: Plan, across: Across) -> Columns:
    """Return the columns of a plan."""
    makers = {Across.TRACKS: _tracks, Across.ROOMS: _rooms, Across.DAYS: _days}
    return Columns(across, makers[across](plan))


def _tracks(plan: Plan) -> tuple[Column, ...]:
    tags = plan.event.languages
    named = tuple(
        Column(Track(shown(track.title, *tags) or t("Without a title"), people_words(track)), track=track.id)
        for track in plan.programme.tracks
    )
    return named or (Column(Track(t("Everybody"))),)


def people_words(track: TrackRow) -> str:
    """Say how many are on a track, or nothing."""
    return tn("{n} person", "{n} people", track.people) if track.people else ""


def _days(plan: Plan) -> tuple[Column, ...]:
    return tuple(Column(Track(day_label(day)), day=day) for day in days(plan))


def _rooms(plan: Plan) -> tuple[Column, ...]:
    """Return the rooms that items of the event are in, by venue, and a column for items without a place."""
    tags = plan.event.languages
    found: dict[tuple[int | None, int | None], Track] = {}
    without = False
    for item in plan.programme.top():
        if item.venue_id is None and item.room_id is None:
            without = True
        elif (item.venue_id, item.room_id) not in found:
            venue, room = shown(item.venue, *tags), shown(item.room, *tags)
            found[item.venue_id, item.room_id] = Track(room or venue, venue if room else "")
    ordered = sorted(found.items(), key=lambda entry: (entry[1].remark, _natural(entry[1].title)))
    columns = [Column(head, place=place) for place, head in ordered]
    if without or not columns:
        columns.append(Column(Track(t("Without a place"))))
    single = len({column.head.remark for column in columns if column.head.remark}) == 1
    return tuple(one._replace(head=Track(one.head.title)) if single else one for one in columns)


def _natural(name: str) -> Sequence[tuple[int, str]]:
    """Return a key that puts "Room 9" before "Room 10"."""
    pieces: list[tuple[int, str]] = []
    for letter in name.casefold():
        if letter.isdigit() and pieces and pieces[-1][1] == "":
            pieces[-1] = (pieces[-1][0] * 10 + int(letter), "")
        else:
            pieces.append((int(letter), "") if letter.isdigit() else (0, letter))
    return pieces
