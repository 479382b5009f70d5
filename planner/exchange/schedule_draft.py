"""One record of a schedule: from the words of any format to a talk, or to the reason why it is none."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple

from planner.errors import ImportRefused
from planner.language.catalog import mark
from planner.rules.person_record import ByLanguage, Problem, Rejection
from planner.rules.schedule import Talk
from planner.rules.text import fingerprint
from planner.rules.times import DAY

MAX_RECORDS = 10_000
MAX_WORDS = 1_000
"""Characters of a title or name; nobody prints longer ones."""

MAX_SPEAKERS = 100
YEARS = range(1900, 2200)
NEUTRAL = ""
"""The language of words whose file does not say which it is."""

TOO_MANY_RECORDS = mark("This schedule has more than {limit} talks. Divide it into several files.")
NO_RECORDS = mark("There is no talk in this file.")
NO_TITLE = mark("It has no title.")
NO_DAY = mark("It has neither a date nor a day it stands under.")
NO_START = mark("It has no time at which it begins.")
BAD_DATE = mark("“{words}” is no date with a time.")
BAD_DAY = mark("“{words}”, the day it stands under, is no date.")
BAD_START = mark("“{words}” is no time of the day.")
BAD_LENGTH = mark("“{words}” is no length.")
BAD_YEAR = mark("The year {year} cannot be meant.")
ENDS_FIRST = mark("It ends before it begins.")
TOO_LONG = mark("It lasts longer than a day.")
TOO_MANY_WORDS = mark("It has words of more than {limit} characters.")
TOO_MANY_SPEAKERS = mark("It has more than {limit} speakers.")
REPEATED = mark("It repeats what stands at {number}: the same talk at the same time.")
TWO_STARTS = mark("It has two times at which it begins, {date} and {start}. The first was taken.")

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_NO_CHARACTER = re.compile("[\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_CLOCK = re.compile(r"([0-9]{1,2}):([0-9]{2})(?::[0-9]{2}(?:\.[0-9]+)?)?")
_LENGTH = re.compile(r"([0-9]{1,3}):([0-9]{2})(?::[0-9]{2})?|([0-9]{1,4})")


class RecordRejected(Exception):
    """A record that is no talk. Attributes: reason (catalog id), values."""

    def __init__(self, reason: str, **values: object) -> None:
        super().__init__(reason)
        self.reason = reason
        self.values = {key: str(value) for key, value in values.items()}


@dataclass(slots=True)
class Draft:
    """A record as it stands in the file. `words` holds its plain fields, `texts` those that may have languages.

    `day` is the day it stands under, `day_start` when that begins ("2019-12-27T10:00:00+01:00"), if the file says.
    """

    line: int
    words: dict[str, str] = field(default_factory=dict)
    texts: dict[str, dict[str, str]] = field(default_factory=dict)
    speakers: list[str] = field(default_factory=list)
    room: str = ""
    day: str = ""
    day_start: str = ""
    fault: str = ""


@dataclass(slots=True)
class Sheet:
    """A file as it stands: `conference` holds what it says of the whole, the rest is by key of the file."""

    counted: str
    drafts: list[Draft] = field(default_factory=list)
    conference: dict[str, str] = field(default_factory=dict)
    rooms: dict[str, dict[str, str]] = field(default_factory=dict)
    tracks: dict[str, dict[str, str]] = field(default_factory=dict)
    speakers: dict[str, dict[str, str]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def add(self, draft: Draft) -> None:
        """Keep a record; raise ImportRefused where there are more than a conference has."""
        if len(self.drafts) >= MAX_RECORDS:
            raise ImportRefused(TOO_MANY_RECORDS, limit=MAX_RECORDS)
        self.drafts.append(draft)


class _Start(NamedTuple):
    day: date
    minute: int
    offset: int | None


def cleaned(words: str) -> str:
    """Return words on one line, without what no text can keep."""
    words = _NO_CHARACTER.sub("\ufffd", _CONTROL.sub(" ", words))
    return unicodedata.normalize("NFC", " ".join(words.replace("\ufeff", "").split()))


def by_language(value: Any) -> dict[str, str]:
    """Return a JSON value, plain or with a wording per language ({"en": …}), as words by language."""
    if isinstance(value, Mapping):
        pairs = {str(tag): cleaned(words) for tag, words in value.items() if isinstance(words, str)}
        return {tag: words for tag, words in pairs.items() if words}
    words = cleaned(plain(value))
    return {NEUTRAL: words} if words else {}


def plain(value: Any) -> str:
    """Return a JSON value as words; what is no text or number is none."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return str(value)


class Reader:
    """Reads the records of one sheet, each once. Attribute: problems (what was taken, but should be looked at)."""

    def __init__(self, sheet: Sheet) -> None:
        self.problems: list[Problem] = []
        self._change = _clock(sheet.conference.get("day_change", "")) or 0
        self._met: dict[tuple[str, object], int] = {}
        self._counts: dict[str, int] = {}

    def read(self, draft: Draft) -> Talk | Rejection:
        """Return a record as a talk, or why it is none."""
        try:
            return self._talk(draft)
        except RecordRejected as found:
            return Rejection(draft.line, found.reason, found.values)

    def _talk(self, draft: Draft) -> Talk:
        if draft.fault:
            raise RecordRejected(draft.fault)
        if not draft.texts.get("title"):
            raise RecordRejected(NO_TITLE)
        _require_sizes(draft)
        programme_day = _day_under(draft)
        start = self._start(draft, programme_day)
        if start.day.year not in YEARS:
            raise RecordRejected(BAD_YEAR, year=start.day.year)
        minutes = _length(draft, start)
        words, texts = draft.words, draft.texts
        talk = Talk(
            draft.line, "", texts["title"], start.day, start.minute, programme_day or start.day, minutes, start.offset,
            texts.get("subtitle", {}), draft.room, _first(texts.get("track", {})), words.get("type", "").casefold(),
            words.get("language", ""), tuple(dict.fromkeys(draft.speakers)),
        )  # fmt: skip
        return talk._replace(id=self._id(draft, talk))

    def _start(self, draft: Draft, under: date | None) -> _Start:
        clock = _clock(draft.words.get("start", ""))
        words = draft.words.get("date", "")
        if "T" in words or " " in words:
            moment = _moment(words)
            if clock not in (None, moment.minute):
                self.problems.append(Problem(
                    draft.line, TWO_STARTS, {"date": words, "start": draft.words["start"]}
                ))  # fmt: skip
            return moment
        if not draft.words.get("start"):
            raise RecordRejected(NO_START)
        if clock is None:
            raise RecordRejected(BAD_START, words=draft.words["start"])
        if words:
            return _Start(_day(words, BAD_DATE), clock, None)
        if under is None:
            raise RecordRejected(NO_DAY)
        return self._under_day(draft, under, clock)

    def _under_day(self, draft: Draft, under: date, clock: int) -> _Start:
        """Count the hours after midnight to the day before, as programmes that last into the night do."""
        change, offset = self._change, None
        if draft.day_start:
            begins = _moment(draft.day_start)
            change, offset = begins.minute, begins.offset
        return _Start(under + timedelta(days=int(clock < change)), clock, offset)

    def _id(self, draft: Draft, talk: Talk) -> str:
        """Return what tells this record from all others, also in a later edition of the file."""
        given = next((words for key in ("guid", "code", "id", "slug") if (words := draft.words.get(key))), "")
        slot = (talk.day, talk.start, talk.room)
        key = given or fingerprint("\n".join((*talk.title.values(), *map(str, slot))))
        if (earlier := self._met.get((key, slot))) is not None:
            raise RecordRejected(REPEATED, number=earlier)
        self._met[key, slot] = draft.line
        self._counts[key] = self._counts.get(key, 0) + 1
        return key if self._counts[key] == 1 else f"{key}#{self._counts[key]}"


def _first(texts: ByLanguage) -> str:
    return next(iter(texts.values()), "")


def _require_sizes(draft: Draft) -> None:
    if any(len(words) > MAX_WORDS for words in _all_words(draft)):
        raise RecordRejected(TOO_MANY_WORDS, limit=MAX_WORDS)
    if len(draft.speakers) > MAX_SPEAKERS:
        raise RecordRejected(TOO_MANY_SPEAKERS, limit=MAX_SPEAKERS)


def _all_words(draft: Draft) -> Iterator[str]:
    yield from draft.words.values()
    yield draft.room
    yield from draft.speakers
    for texts in draft.texts.values():
        yield from texts.values()


def _day_under(draft: Draft) -> date | None:
    if draft.day:
        return _day(draft.day, BAD_DAY)
    return _moment(draft.day_start).day if draft.day_start else None


def _day(words: str, reason: str) -> date:
    try:
        found = date.fromisoformat(words.strip())
    except ValueError:
        raise RecordRejected(reason, words=words) from None
    if found.year not in YEARS:
        raise RecordRejected(BAD_YEAR, year=found.year)
    return found


def _moment(words: str) -> _Start:
    """Read "2019-12-27T11:00:00+01:00", with or without the offset."""
    try:
        found = datetime.fromisoformat(words.strip())
    except ValueError:
        raise RecordRejected(BAD_DATE, words=words) from None
    offset = found.utcoffset()
    minutes = None if offset is None else int(offset.total_seconds()) // 60
    return _Start(found.date(), found.hour * 60 + found.minute, minutes)


def _clock(words: str) -> int | None:
    found = _CLOCK.fullmatch(words.strip())
    if found is None or int(found[1]) > 23 or int(found[2]) > 59:
        return None
    return int(found[1]) * 60 + int(found[2])


def _length(draft: Draft, start: _Start) -> int:
    """Return the minutes a talk lasts, by its length or its end; 0 where the file says neither."""
    words = draft.words.get("duration", "")
    if words:
        minutes = _minutes(words)
    elif draft.words.get("end"):
        minutes = _until(start, draft.words["end"])
    else:
        return 0
    if minutes > DAY:
        raise RecordRejected(TOO_LONG)
    return minutes


def _minutes(words: str) -> int:
    if words.strip().startswith("-"):
        raise RecordRejected(ENDS_FIRST)
    found = _LENGTH.fullmatch(words.strip())
    if found is None:
        raise RecordRejected(BAD_LENGTH, words=words)
    return int(found[3]) if found[3] else int(found[1]) * 60 + int(found[2])


def _until(start: _Start, words: str) -> int:
    end = _moment(words)
    minutes = (end.day - start.day).days * DAY + end.minute - start.minute
    if start.offset is not None and end.offset is not None:
        minutes -= end.offset - start.offset
    if minutes < 0:
        raise RecordRejected(ENDS_FIRST)
    return minutes
