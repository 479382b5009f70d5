"""Wall times of the day, with zone and fold; UTC is computed, never stored (architecture 4)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

DAY = 24 * 60
"""Minutes of a day."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A wall minute (0..1439) on a day in an IANA zone; `fold` 1 is the second pass of a doubled hour."""

    day: date
    minute: int
    zone: str
    fold: int = 0

    def utc(self) -> datetime:
        """Return the instant."""
        wall = datetime.combine(self.day, time(self.minute // 60, self.minute % 60, fold=self.fold))
        return wall.replace(tzinfo=zone_named(self.zone)).astimezone(UTC)

    def exists(self) -> bool:
        """Tell whether the clocks of the zone show this minute at all on that day."""
        wall = datetime.combine(self.day, time(self.minute // 60, self.minute % 60, fold=self.fold))
        back = self.utc().astimezone(zone_named(self.zone)).replace(tzinfo=None)
        return back == wall.replace(fold=0)


@dataclass(frozen=True, slots=True)
class Interval:
    """A span of instants in minutes since 1970 UTC, the end not included."""

    start: int
    end: int

    def overlaps(self, other: Interval) -> bool:
        """Tell whether both share at least one instant; a point inside a span does."""
        if self.start == self.end or other.start == other.end:
            return self.start < other.end and other.start < self.end and self != other
        return self.start < other.end and other.start < self.end


@lru_cache(maxsize=64)
def zone_named(name: str) -> ZoneInfo:
    """Return the zone of an IANA name; raise ValueError for an unknown one."""
    try:
        return ZoneInfo(name)
    except (KeyError, OSError, ValueError) as error:
        raise ValueError(name) from error


def is_zone(name: str) -> bool:
    """Tell whether this is the IANA name of a zone."""
    try:
        zone_named(name)
    except ValueError:
        return False
    return bool(name)


@lru_cache(maxsize=4096)
def day_start(day: date, zone: str) -> int:
    """Return midnight of a day in minutes since 1970 UTC."""
    return int(Moment(day, 0, zone).utc().timestamp()) // 60


@lru_cache(maxsize=4096)
def _plain_midnight(day: date, zone: str) -> int | None:
    """Return the midnight of a day of 24 hours; None where the clocks are changed on it."""
    start = day_start(day, zone)
    return start if day < date.max and day_start(day + timedelta(days=1), zone) - start == DAY else None


def minutes_utc(moment: Moment) -> int:
    """Return a moment in minutes since 1970 UTC."""
    midnight = _plain_midnight(moment.day, moment.zone)
    if midnight is not None:
        return midnight + moment.minute
    return int(moment.utc().timestamp()) // 60


def offset_words(zone: str, at: datetime) -> str:
    """Return "UTC+7" or "UTC+5:30" for a zone at an instant."""
    offset = at.astimezone(zone_named(zone)).utcoffset() or timedelta()
    minutes = int(offset.total_seconds()) // 60
    hours, rest = divmod(abs(minutes), 60)
    sign = "−" if minutes < 0 else "+"
    return f"UTC{sign}{hours}" + (f":{rest:02}" if rest else "")


def parse_minute(words: str) -> int | None:
    """Read "10:30", "10.30", "1030" or "9" as a wall minute; None where it is no time."""
    words = words.strip().replace(".", ":").replace("-", ":").replace(" ", ":")
    if ":" in words:
        hours, _, minutes = words.partition(":")
    elif len(words) > 2:
        hours, minutes = words[:-2], words[-2:]
    else:
        hours, minutes = words, "0"
    if not (hours.isascii() and hours.isdigit() and minutes.isascii() and minutes.isdigit()):
        return None
    if len(minutes) > 2 or int(hours) > 23 or int(minutes) > 59:
        return None
    return int(hours) * 60 + int(minutes)


def clock(minute: int) -> str:
    """Return "09:05" for a wall minute."""
    return f"{minute // 60:02}:{minute % 60:02}"


def shift(day: date, minute: int, by: int) -> tuple[date, int]:
    """Move a wall minute by some minutes, over midnight where need be."""
    total = minute + by
    return day + timedelta(days=total // DAY), total % DAY
