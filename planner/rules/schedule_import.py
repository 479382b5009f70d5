"""What an import of a schedule would do to an event: each record new, the same or changed, and what it refers to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from planner.rules.kinds import ItemKind
from planner.rules.people_import import Outcome
from planner.rules.person_record import ByLanguage, ImportedName, Rejection
from planner.rules.schedule import Schedule, Speaker
from planner.rules.schedule_plan import SESSION_ID, PlannedItem, When, arrange
from planner.rules.text import Language, Text

Fold = Callable[[str], str]


class KnownItem(NamedTuple):
    """An item of the event's programme as it is now. `people` are the persons who speak, by id."""

    id: int
    source_id: str
    parent_id: int | None
    title: Text
    note: Text
    when: When | None
    position: int
    venue_id: int | None
    room_id: int | None
    track_ids: frozenset[int]
    people: frozenset[int]


class Known(NamedTuple):
    """What the office knows that a schedule may mean. `places` is the place of a person at the event, by person.

    `speakers` is the delegation that takes new speakers, `venues` and `rooms` (with their venue) the whole register.
    """

    items: tuple[KnownItem, ...] = ()
    venues: tuple[tuple[int, Text], ...] = ()
    rooms: tuple[tuple[int, int, Text], ...] = ()
    tracks: tuple[tuple[int, Text], ...] = ()
    people: Mapping[int, Mapping[Language, ImportedName]] = {}
    places: Mapping[int, int] = {}
    speakers: int | None = None


class Line(NamedTuple):
    """One planned item and what becomes of it; `changes` names what differs: title, note, time, place, …"""

    item: PlannedItem
    outcome: Outcome
    item_id: int | None = None
    changes: frozenset[str] = frozenset()


class Match(NamedTuple):
    """A speaker of the file, and who that is here: None where somebody new, or without a place at the event."""

    speaker: Speaker
    person_id: int | None = None
    place_id: int | None = None


class SchedulePreview(NamedTuple):
    """An import before it is applied. Keys of rooms, tracks and people are the file's; None is what is not there yet.

    `same_speaker` leads a speaker who stands twice in the file to the first; `emptied` are sessions of an earlier
    import that lose all their talks, `left` how many talks of an earlier import the file no longer has.
    """

    lines: tuple[Line, ...]
    schedule: Schedule
    venue_id: int | None = None
    rooms: Mapping[str, int | None] = {}
    tracks: Mapping[str, int | None] = {}
    people: Mapping[str, Match] = {}
    same_speaker: Mapping[str, str] = {}
    delegation_id: int | None = None
    emptied: tuple[int, ...] = ()
    left: int = 0

    def count(self, outcome: Outcome) -> int:
        """Return how many talks have this outcome."""
        return sum(1 for line in self.lines if line.outcome is outcome and line.item.kind is ItemKind.TALK)

    @property
    def rejected(self) -> tuple[Rejection, ...]:
        """The records that are not taken."""
        return self.schedule.rejected

    @property
    def changes_nothing(self) -> bool:
        """Whether the programme is as the file says already."""
        return not self.emptied and all(line.outcome is Outcome.SAME for line in self.lines)


def compare(
    schedule: Schedule, known: Known, *, zone: str, title: ByLanguage, place: ByLanguage, fold: Fold
) -> SchedulePreview:
    """Compare a schedule with an event: its zone, its title and its place stand in for what the file does not say."""
    planned = arrange(schedule, zone=zone, title=title)
    venue = schedule.venue or place or title
    schedule = schedule._replace(venue=venue)
    by_source = {item.source_id: item for item in known.items if item.source_id}
    venue_id = _venue(by_source.values(), known.venues, venue, fold)
    rooms = _found(schedule.rooms, [(row, name) for row, at, name in known.rooms if at == venue_id], fold)
    tracks = _found(schedule.tracks, known.tracks, fold)
    people, same = _match(schedule.speakers, known, fold)
    look = _Comparison(by_source, rooms, tracks, people, same)
    lines = tuple(look.line(item) for item in planned)
    gone = {item.source_id for item in by_source.values()} - {item.source_id for item in planned}
    talks = [one for one in gone if not one.startswith(SESSION_ID)]
    return SchedulePreview(
        lines, schedule, venue_id, rooms, tracks, people, same, known.speakers,
        tuple(_emptied(gone - set(talks), by_source, known.items, lines)),
        max(len(talks) - len(schedule.rejected), 0),  # a rejected record stands in the file, whichever talk it was
    )  # fmt: skip


class _Comparison:
    """Compares planned items with what is there."""

    def __init__(
        self, known: Mapping[str, KnownItem], rooms: Mapping[str, int | None], tracks: Mapping[str, int | None],
        people: Mapping[str, Match], same: Mapping[str, str],
    ) -> None:  # fmt: skip
        self._known, self._rooms, self._tracks, self._people, self._same = known, rooms, tracks, people, same

    def line(self, item: PlannedItem) -> Line:
        """Return what becomes of one item."""
        here = self._known.get(item.source_id)
        if here is None:
            return Line(item, Outcome.NEW)
        changes = frozenset(self._changes(item, here))
        return Line(item, Outcome.CHANGED if changes else Outcome.SAME, here.id, changes)

    def _changes(self, item: PlannedItem, here: KnownItem) -> Iterable[str]:
        if _differs(item.title, here.title):
            yield "title"
        if _differs(item.note, here.note):
            yield "note"
        if item.when != here.when:
            yield "time"
        if (frozenset({self._tracks[item.track]}) if item.track else frozenset()) != here.track_ids:
            yield "tracks"
        if item.kind is not ItemKind.TALK:
            if item.room and self._rooms[item.room] != here.room_id:
                yield "place"
            return
        parent = self._known.get(item.parent)
        if parent is None or parent.id != here.parent_id:
            yield "session"
        if item.position != here.position:
            yield "position"
        if {self._people[self._same[one]].person_id for one in item.speakers} != here.people:
            yield "speakers"


def _differs(named: ByLanguage, here: Text) -> bool:
    return any(here.get(language) != words for language, words in named.items())


def _venue(items: Iterable[KnownItem], venues: Iterable[tuple[int, Text]], named: ByLanguage, fold: Fold) -> int | None:
    """Return the venue of what was imported before, or the one of this name."""
    used = next((item.venue_id for item in items if item.venue_id is not None), None)
    return used if used is not None else _found({"": named}, venues, fold)[""]


def _found(named: Mapping[str, ByLanguage], rows: Iterable[tuple[int, Text]], fold: Fold) -> dict[str, int | None]:
    """Return the row that bears the name of each, in whatever language."""
    by_name: dict[str, int] = {}
    for row_id, text in rows:
        for wording in text.wordings.values():
            by_name.setdefault(fold(wording.text), row_id)
    return {
        key: next((by_name[name] for words in names.values() if (name := fold(words)) in by_name), None)
        for key, names in named.items()
    }


def _emptied(
    gone: Iterable[str], by_source: Mapping[str, KnownItem], items: Iterable[KnownItem], lines: Iterable[Line]
) -> Iterable[int]:
    """Yield the sessions of an earlier import whose every part moves to another."""
    moving = {line.item_id for line in lines if "session" in line.changes}
    staying = {item.parent_id for item in items if item.id not in moving}
    return sorted(by_source[one].id for one in gone if by_source[one].id not in staying)


def _match(speakers: Mapping[str, Speaker], known: Known, fold: Fold) -> tuple[dict[str, Match], dict[str, str]]:
    """Find each speaker among those of the file and of the register, by the whole name, folded, in any order.

    Of several namesakes the one who takes part already is meant; where nobody does, it is somebody new.
    """
    register: dict[str, list[int]] = defaultdict(list)
    for known_id, names in known.people.items():
        for name in _keys(names, fold).values():
            register[name].append(known_id)
    here: dict[str, list[str]] = defaultdict(list)
    people: dict[str, Match] = {}
    same: dict[str, str] = {}
    taken: set[int] = set()
    for key, speaker in speakers.items():
        own = _keys(speaker.names, fold)
        namesakes = (one for name in own.values() for one in here[name])
        first = next((one for one in namesakes if _agree(own, _keys(speakers[one].names, fold))), None)
        same[key] = first or key
        if first is not None:
            continue
        for name in set(own.values()):
            here[name].append(key)
        person_id = _in_register(own, register, known, taken, fold)
        if person_id is not None:
            taken.add(person_id)
        people[key] = Match(speaker, person_id, known.places.get(person_id) if person_id is not None else None)
    return people, same


def _in_register(
    own: Mapping[Language, str], register: Mapping[str, list[int]], known: Known, taken: set[int], fold: Fold
) -> int | None:
    found = {one for name in own.values() for one in register.get(name, ()) if one not in taken}
    found = {one for one in found if _agree(own, _keys(known.people[one], fold))}
    coming = sorted(one for one in found if one in known.places)
    if coming:
        return coming[0]
    return found.pop() if len(found) == 1 else None


def _keys(names: Mapping[Language, ImportedName], fold: Fold) -> dict[Language, str]:
    return {language: " ".join(sorted(fold(name.full).split())) for language, name in names.items()}


def _agree(first: Mapping[Language, str], second: Mapping[Language, str]) -> bool:
    return all(second.get(language, name) == name for language, name in first.items())
