"""The programme of a conference as a file of other software gives it: read, not yet known to the office."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Any, NamedTuple

from planner.rules.kinds import NameOrder
from planner.rules.person_record import NOTHING, ByLanguage, ImportedName, Problem, Rejection
from planner.rules.text import Language

NOBODY: Mapping[str, Any] = MappingProxyType({})


class Speaker(NamedTuple):
    """Somebody who speaks: the name in each language, written in that order in the file; `note` is the honorific."""

    names: Mapping[Language, ImportedName]
    orders: Mapping[Language, NameOrder] = MappingProxyType({})
    note: str = ""


class Talk(NamedTuple):
    """One record of a file. `line` counts lines, or records where the file has no lines worth the name.

    `day` and `start` are wall time where it is held; `offset` is how far that is from UTC in minutes, None where the
    file does not say. `programme_day` is the day it stands under: a talk at 00:30 may belong to the evening before.
    `minutes` is 0 where no length is known. Room, track and speakers are keys of the `Schedule`.
    """

    line: int
    id: str
    title: ByLanguage
    day: date
    start: int
    programme_day: date
    minutes: int = 0
    offset: int | None = None
    note: ByLanguage = NOTHING
    room: str = ""
    track: str = ""
    kind: str = ""
    language: str = ""
    speakers: tuple[str, ...] = ()


class Schedule(NamedTuple):
    """A whole file: every record once, taken as a talk or rejected with its reason.

    `title` and `venue` are what it says of the conference, `zone` an IANA name or "". `counted` says what the
    numbers of records are: "line" or "record".
    """

    talks: tuple[Talk, ...]
    rooms: Mapping[str, ByLanguage] = NOBODY
    tracks: Mapping[str, ByLanguage] = NOBODY
    speakers: Mapping[str, Speaker] = NOBODY
    title: ByLanguage = NOTHING
    venue: ByLanguage = NOTHING
    zone: str = ""
    counted: str = "line"
    rejected: tuple[Rejection, ...] = ()
    problems: tuple[Problem, ...] = ()
    source_name: str = ""

    @property
    def days(self) -> tuple[date, ...]:
        """The days of the programme in order."""
        return tuple(sorted({talk.programme_day for talk in self.talks}))

    @property
    def rows(self) -> int:
        """How many records the file had."""
        return len(self.talks) + len(self.rejected)
