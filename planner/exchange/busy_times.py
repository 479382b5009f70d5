"""Busy times from a calendar file (.ics): leniently, appointment by appointment, within a span of days.

A broken appointment is told by its line and does not keep the others out. Private ones come without their title;
what is cancelled or does not make its owner busy is left out. The file's free text is never kept beyond the title.
"""

from __future__ import annotations

import os
import re
import warnings
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Any, NamedTuple

from planner.errors import ImportRefused
from planner.exchange.encodings import decode
from planner.exchange.reading import Limits, content_of
from planner.exchange.recurrence import Unreadable, occurrences
from planner.language.catalog import mark
from planner.rules.busy import BusyTime
from planner.rules.person_record import Problem
from planner.rules.times import zone_named

NO_CALENDAR = mark("The file {name} is no calendar: it does not begin with BEGIN:VCALENDAR. Export it as .ics.")
BROKEN = mark("Line {line}: this appointment cannot be read and is left out ({why}).")
NOT_CLOSED = mark("Line {line}: an appointment begins here and is never closed. The file may have been cut off.")
TOO_MANY = mark("The file holds more than {count} appointments in this span. Export a shorter one.")
LIMITS = Limits(too_large=mark("This file is larger than {limit} MB. Export the calendar of one person, one year."))
MOST = 20_000
TITLE = 300
"""Letters of a title that are kept."""
BLOCKS = ("VEVENT", "VFREEBUSY", "VTIMEZONE")
_EDGE = re.compile(r"^(BEGIN|END):\s*(V[A-Z]+)\s*$", re.IGNORECASE)
_PROPERTY = re.compile(r"broken property '([A-Z-]+)'")
_PRIVATE = {"PRIVATE", "CONFIDENTIAL"}
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]+")


class BusyFile(NamedTuple):
    """What a calendar file says of its owner's time in a span, and which appointments could not be read."""

    name: str
    times: tuple[BusyTime, ...]
    problems: tuple[Problem, ...]


class _Block(NamedTuple):
    line: int
    kind: str
    text: str


def read_busy_file(path: str | os.PathLike[str], *, since: date, until: date, zone: str) -> BusyFile:
    """Read a calendar file; raise `ImportRefused` in words. `zone` is that of times without one, and of whole days."""
    name, data = content_of(path, LIMITS)
    return parse_calendar(data, since=since, until=until, zone=zone, name=name)


def parse_calendar(data: bytes, *, since: date, until: date, zone: str, name: str = "") -> BusyFile:
    """Return the busy times in these bytes that meet a span of days."""
    text = decode(data).text
    blocks, problems = _blocks(text)
    if "BEGIN:VCALENDAR" not in text.upper() and not blocks:
        raise ImportRefused(NO_CALENDAR, name=name)
    reader = _Reader(zone_named(zone), since, until, "".join(one.text for one in blocks if one.kind == "VTIMEZONE"))
    found: dict[tuple[str, datetime], BusyTime] = {}
    for one in reader.read([block for block in blocks if block.kind != "VTIMEZONE"]):
        found[one.uid, one.starts] = one
        if len(found) > MOST:
            raise ImportRefused(TOO_MANY, count=MOST)
    times = sorted(found.values(), key=lambda one: (one.starts, one.uid))
    return BusyFile(name, tuple(times), tuple(sorted((*problems, *reader.problems))))


def _blocks(text: str) -> tuple[list[_Block], list[Problem]]:
    """Return the appointments and zones with the line each begins on; lines between them do no harm."""
    found: list[_Block] = []
    problems: list[Problem] = []
    kind, begun, lines = "", 0, list[str]()
    for number, line in enumerate(text.splitlines(), 1):
        edge = _EDGE.match(line)
        name = edge[2].upper() if edge else ""
        if edge and edge[1].upper() == "BEGIN" and name in BLOCKS:
            if kind:
                problems.append(Problem(begun, NOT_CLOSED, {"line": str(begun)}))
            kind, begun, lines = name, number, []
        if kind and line.strip():
            lines.append(line)
        if edge and edge[1].upper() == "END" and name == kind:
            found.append(_Block(begun, kind, "\r\n".join(lines) + "\r\n"))
            kind = ""
    if kind:
        problems.append(Problem(begun, NOT_CLOSED, {"line": str(begun)}))
    return found, problems


class _Reader:
    """Reads appointments one by one. Attributes: `problems`."""

    def __init__(self, zone: tzinfo, since: date, until: date, zones: str) -> None:
        self._zone, self._zones = zone, zones
        self._first = datetime.combine(since, time(), zone)
        self._last = datetime.combine(until, time(), zone) + timedelta(days=1)
        self.problems: list[Problem] = []

    def read(self, blocks: Sequence[_Block]) -> Iterator[BusyTime]:
        parsed = [(block, component) for block in blocks if (component := self._parsed(block)) is not None]
        moved = [(str(one.get("UID", "")), one) for _, one in parsed if one.get("RECURRENCE-ID") is not None]
        instead = {(uid, self._instant(one["RECURRENCE-ID"].dt)) for uid, one in moved if _is_day(one["RECURRENCE-ID"])}
        for block, component in parsed:
            try:
                if component.name == "VFREEBUSY":
                    yield from self._free_busy(block, component)
                else:
                    yield from self._event(block, component, instead)
            except (Unreadable, ValueError, TypeError, AttributeError, KeyError, OverflowError) as fault:
                self._refuse(block, fault)

    def _parsed(self, block: _Block) -> Any:
        import icalendar  # costs 60 ms, and only this needs it

        whole = f"BEGIN:VCALENDAR\r\n{self._zones}{block.text}END:VCALENDAR\r\n"
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # guesses at zones' names
                calendar = _calendar(icalendar, whole, block)
            return next(one for one in calendar.subcomponents if one.name == block.kind)
        except (ValueError, TypeError, KeyError, IndexError, AttributeError, OverflowError, StopIteration) as fault:
            self._refuse(block, fault)
            return None

    def _event(self, block: _Block, event: Any, instead: set[tuple[str, datetime]]) -> Iterator[BusyTime]:
        said = {name: str(event.get(name, "")).strip().upper() for name in ("STATUS", "TRANSP", "CLASS")}
        if said["STATUS"] == "CANCELLED" or said["TRANSP"] == "TRANSPARENT":
            return
        begins = event.get("DTSTART")
        if not _is_day(begins):
            if begins is not None or event.errors:
                raise Unreadable("DTSTART")
            return  # a fragment without a time makes nobody busy
        start = begins.dt
        length, whole = _length(event, start), not isinstance(start, datetime)
        uid = str(event.get("UID", "")) or f"line {block.line}"
        title = "" if said["CLASS"] in _PRIVATE else _CONTROL.sub(" ", str(event.get("SUMMARY", ""))).strip()[:TITLE]
        alone = event.get("RECURRENCE-ID") is not None
        moments = [start] if alone else occurrences(event, start, self._first - length, self._last)
        for moment in moments:
            first = self._instant(moment)
            if (not alone and (uid, first) in instead) or not self._meets(first, first + length):
                continue
            last = self._instant(moment + length) if whole else first + length
            yield BusyTime(uid, first, last, whole, title, said["STATUS"] == "TENTATIVE")

    def _free_busy(self, block: _Block, component: Any) -> Iterator[BusyTime]:
        given = component.get("FREEBUSY", [])
        for prop in given if isinstance(given, list) else [given]:
            kind = str(prop.params.get("FBTYPE", "BUSY")).upper() if hasattr(prop, "params") else "BUSY"
            if kind == "FREE" or not hasattr(prop, "start"):
                continue
            first, last = self._instant(prop.start), self._instant(prop.end)
            if self._meets(first, last):
                uid = str(component.get("UID", "")) or f"line {block.line}"
                yield BusyTime(uid, first, last, False, "", kind == "BUSY-TENTATIVE")

    def _instant(self, moment: date | datetime) -> datetime:
        """Return an instant in UTC; a time without a zone, and a whole day, are of the reader's zone."""
        if not isinstance(moment, datetime):
            moment = datetime.combine(moment, time())
        return (moment if moment.tzinfo else moment.replace(tzinfo=self._zone)).astimezone(UTC)

    def _meets(self, first: datetime, last: datetime) -> bool:
        return first < self._last and self._first <= max(last, first)

    def _refuse(self, block: _Block, fault: BaseException) -> None:
        broken = _PROPERTY.search(str(fault))
        why = broken[1] if broken else _CONTROL.sub(" ", str(fault))[:120] or type(fault).__name__
        self.problems.append(Problem(block.line, BROKEN, {"line": str(block.line), "why": why}))


def _calendar(icalendar: Any, whole: str, block: _Block) -> Any:
    """Parse an appointment with the file's zones; without them, where it is they that are broken."""
    try:
        return icalendar.Calendar.from_ical(whole)
    except (ValueError, TypeError, KeyError, IndexError, AttributeError, OverflowError):
        return icalendar.Calendar.from_ical(f"BEGIN:VCALENDAR\r\n{block.text}END:VCALENDAR\r\n")


def _is_day(prop: Any) -> bool:
    return isinstance(getattr(prop, "dt", None), date)


def _length(event: Any, start: date | datetime) -> timedelta:
    """Return how long an appointment lasts: to its end, for its duration, or one whole day, or no time at all."""
    end, duration = event.get("DTEND"), event.get("DURATION")
    if _is_day(end) and isinstance(end.dt, datetime) == isinstance(start, datetime):
        if isinstance(start, datetime) and (end.dt.tzinfo is None) != (start.tzinfo is None):
            return timedelta()
        between: timedelta = end.dt - start
        return max(between, timedelta())
    lasting = getattr(duration, "dt", None)
    if isinstance(lasting, timedelta):
        return max(lasting, timedelta())
    return timedelta() if isinstance(start, datetime) else timedelta(days=1)
