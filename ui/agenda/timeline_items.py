"""What the timeline shows: tracks, items and legs as plain values."""

from __future__ import annotations

from typing import NamedTuple

from planner.rules.kinds import ItemState
from ui.common.pill import Tone

DAY = 24 * 60


class Track(NamedTuple):
    """A column: its title and a grey remark ("head + 4")."""

    title: str
    remark: str = ""


class TimelineItem(NamedTuple):
    """An item of the day. Times are minutes from midnight of the day shown and may pass 1440.

    `tracks` are the columns it concerns; `caption` is the place and what else matters, without the time, which
    the timeline writes itself; `conflict` is the reason in words; `fixed` items can be chosen but not moved.
    `inside` is the item this one is drawn in, as a talk in its session; `holds` tells that others are drawn in it.
    """

    id: int
    start: int
    end: int
    tracks: tuple[int, ...] = (0,)
    title_first: str = ""
    title_second: str = ""
    caption: str = ""
    state: ItemState = ItemState.CONFIRMED
    internal: bool = False
    conflict: str = ""
    tone: Tone | str = Tone.HOST
    fixed: bool = False
    inside: int = 0
    holds: bool = False


class TimelineLeg(NamedTuple):
    """A way between places: "09:20 Hotel → City Administration · 18 min · car 1". `tight` ones are too short.

    `before` and `after` are the items it leads from and to; `offer` is what a press on it does, in words.
    """

    start: int
    end: int
    tracks: tuple[int, ...]
    text: str
    tight: bool = False
    before: int = 0
    after: int = 0
    offer: str = ""


def clock(minute: int) -> str:
    """Return a minute as 09:05; minutes after midnight go on as 00:30."""
    return f"{minute // 60 % 24:02d}:{minute % 60:02d}"


def span(start: int, end: int) -> str:
    """Return a time as 10:00–11:00, or 11:40 where it has no length."""
    return f"{clock(start)}–{clock(end)}" if end > start else clock(start)
