"""How a flat list of talks becomes a programme: sessions with talks, as a running order prints them.

The files know talks, rooms and tracks, no sessions. Where tracks hold together (a developer room with its talks in a
row), the talks that follow one another on one track in one room on one day are a session with the track's title.
Where tracks are themes that change from talk to talk, the day in one room is the session.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta, timezone
from itertools import groupby
from typing import NamedTuple

from planner.rules.kinds import ItemKind
from planner.rules.person_record import NOTHING, ByLanguage
from planner.rules.schedule import Schedule, Talk
from planner.rules.text import fingerprint
from planner.rules.times import DAY, is_zone, shift, zone_named

SESSION_ID = "session:"
"""What the source id of a session begins with; talks bear the id their file gives them."""

TALKS_OF_A_TRACK = 2
"""Tracks with fewer talks in a row than this, on average, are themes and make no sessions."""

_PLENARIES = frozenset({"keynote", "plenary"})


class When(NamedTuple):
    """Wall time of an item; `end` is None where no length is known."""

    day: date
    start: int
    zone: str
    fold: int
    end_day: date | None
    end: int | None


class PlannedItem(NamedTuple):
    """A session, or a talk with the session it is part of in `parent`. Room and track are those of the session."""

    source_id: str
    kind: ItemKind
    title: ByLanguage
    when: When
    position: int
    line: int = 0
    parent: str = ""
    note: ByLanguage = NOTHING
    room: str = ""
    track: str = ""
    language: str = ""
    speakers: tuple[str, ...] = ()


class _Group(NamedTuple):
    """Talks of one session; `track` is "" where the room, or the day, makes the session."""

    day: date
    room: str
    track: str
    number: int  # of the sessions with the same day, room and track
    talks: Sequence[Talk]


def arrange(schedule: Schedule, *, zone: str, title: ByLanguage = NOTHING) -> tuple[PlannedItem, ...]:
    """Return the sessions of a schedule, each followed by its talks.

    `zone` is the event's, for files that state none; `title` names sessions of talks without track and room.
    """
    places = {room: place for place, room in enumerate(schedule.rooms)}
    talks = sorted(
        schedule.talks, key=lambda one: (one.programme_day, places.get(one.room, -1), one.day, one.start, one.line)
    )
    planner = _Planner(schedule, zone, title, places)
    return tuple(item for group in _groups(talks) for item in planner.session(group))


def when(talk: Talk, *, stated: str, zone: str) -> When:
    """Return the wall time of a talk with its zone: the event's where it fits the offset the file states.

    Otherwise it is the zone the file names (`stated`), or the one of whole hours from UTC; a talk of any other
    offset is moved to the event's wall time, which is the same instant.
    """
    day, start, name, fold = talk.day, talk.start, stated if is_zone(stated) else zone, 0
    if talk.offset is not None:
        named = next((one for one in (zone, stated) if is_zone(one) and _fold(talk, one) is not None), None)
        if named is not None:
            name, fold = named, _fold(talk, named) or 0
        elif talk.offset % 60 == 0 and is_zone(fixed := f"Etc/GMT{-talk.offset // 60:+d}"):
            name = fixed
        else:
            day, start, name = *_moved(talk, zone), zone
    end_day, end = shift(day, start, talk.minutes) if talk.minutes else (None, None)
    return When(day, start, name, fold, end_day, end)


def _fold(talk: Talk, zone: str) -> int | None:
    """Return the pass of the clock at which a zone has the talk's offset, None where it never has."""
    wall = datetime.combine(talk.day, time(talk.start // 60, talk.start % 60))
    for fold in (0, 1):
        if wall.replace(tzinfo=zone_named(zone), fold=fold).utcoffset() == timedelta(minutes=talk.offset or 0):
            return fold
    return None


def _moved(talk: Talk, zone: str) -> tuple[date, int]:
    own = timezone(timedelta(minutes=talk.offset or 0))
    wall = datetime.combine(talk.day, time(talk.start // 60, talk.start % 60), own).astimezone(zone_named(zone))
    return wall.date(), wall.hour * 60 + wall.minute


def _groups(talks: Sequence[Talk]) -> Iterator[_Group]:
    """Yield the talks of each session; they come by day, room and time."""
    rows = [list(row) for _, row in groupby(talks, key=lambda one: (one.programme_day, one.room, one.track))]
    by_track = len(talks) >= TALKS_OF_A_TRACK * sum(1 for row in rows if row[0].track) > 0
    if not by_track:
        rows = [list(row) for _, row in groupby(talks, key=lambda one: (one.programme_day, one.room))]
    met: Counter[tuple[date, str, str]] = Counter()
    for row in rows:
        key = (row[0].programme_day, row[0].room, row[0].track if by_track else "")
        met[key] += 1
        yield _Group(*key, met[key], row)


class _Planner:
    """Makes sessions of groups."""

    def __init__(self, schedule: Schedule, zone: str, title: ByLanguage, places: Mapping[str, int]) -> None:
        self._schedule, self._zone = schedule, zone
        self._title = schedule.title or title
        self._places = places

    def session(self, group: _Group) -> Iterator[PlannedItem]:
        """Yield a session, then its talks."""
        day, room, track, number, talks = group
        key = SESSION_ID + fingerprint("\n".join((day.isoformat(), room, track, str(number))))
        times = [when(talk, stated=self._schedule.zone, zone=self._zone) for talk in talks]
        first = min(times, key=_began)
        last = max(times, key=_ended)
        kind = ItemKind.PLENARY if all(talk.kind in _PLENARIES for talk in talks) else ItemKind.SESSION
        title = self._schedule.tracks.get(track) or self._schedule.rooms.get(room) or self._title
        span = first._replace(end_day=last.end_day, end=last.end)
        yield PlannedItem(key, kind, title, span, self._places.get(room, 0), room=room, track=track)
        for talk, time_of in zip(talks, times, strict=True):
            position = (talk.day - day).days * DAY + talk.start
            yield PlannedItem(
                talk.id, ItemKind.TALK, talk.title, time_of, position, talk.line, key, talk.note,
                track="" if track else talk.track, language=talk.language, speakers=talk.speakers,
            )  # fmt: skip


def _began(at: When) -> tuple[date, int]:
    return at.day, at.start


def _ended(at: When) -> tuple[date, int]:
    return (at.day, at.start) if at.end_day is None or at.end is None else (at.end_day, at.end)
