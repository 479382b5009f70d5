"""Applying an import of a schedule: one operation, one undo, whatever the number of talks."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import NamedTuple

from planner.model.agenda import Attendance, Item, ItemTrack, Track
from planner.model.base import Base
from planner.model.events import Event
from planner.model.participation import Delegation, Participation
from planner.model.people import Person, PersonName
from planner.model.venues import Room, Venue
from planner.operations.agenda import EVERYONE
from planner.operations.registry import Work, operation
from planner.rules.kinds import ItemKind, ParticipationState, Role, Side
from planner.rules.people_import import Outcome
from planner.rules.person_record import ByLanguage
from planner.rules.schedule import Speaker
from planner.rules.schedule_import import Line, SchedulePreview
from planner.rules.text import Source, Text, Wording

_TIME = ("day", "start", "start_zone", "start_fold", "end_day", "end")


class AppliedSchedule(NamedTuple):
    """What an import did: talks added and changed, people added to the register."""

    talks: int
    changed: int
    people: int


@operation("Import {count} talks from {source}")
def apply_schedule(
    work: Work, event_id: int, preview: SchedulePreview, *, source: str, speakers: ByLanguage
) -> AppliedSchedule:
    """Apply the preview of a schedule to an event: venue, rooms, tracks, sessions with talks, speakers.

    `speakers` names the delegation that takes those who have no place at the event yet.
    """
    work.get(Event, event_id)
    importer = _Importer(work, event_id, preview, speakers)
    work.find_among(Item, "id", [line.item_id for line in preview.lines if line.changes and line.item_id is not None])
    for line in preview.lines:
        importer.take(line)
    for item_id in preview.emptied:
        work.remove(work.get(Item, item_id))
    work.values.update(count=preview.count(Outcome.NEW) + preview.count(Outcome.CHANGED), source=source)
    return AppliedSchedule(preview.count(Outcome.NEW), preview.count(Outcome.CHANGED), importer.people)


class _Importer:
    """Takes planned items one by one, making what they refer to when it is first asked for. Attribute: people."""

    def __init__(self, work: Work, event_id: int, preview: SchedulePreview, speakers: ByLanguage) -> None:
        self._work, self._event_id, self._preview, self._speakers = work, event_id, preview, speakers
        self._venue_id = preview.venue_id
        self._rooms, self._tracks = dict(preview.rooms), dict(preview.tracks)
        self._places = {key: match.place_id for key, match in preview.people.items()}
        self._items = {line.item.source_id: line.item_id for line in preview.lines}
        self._delegation_id = preview.delegation_id
        self._order = -1
        self._room_count = -1
        self.people = 0

    def take(self, line: Line) -> None:
        """Take one session or talk."""
        if line.outcome is Outcome.NEW:
            self._add(line)
        elif line.item_id is not None and line.changes:
            self._change(self._work.get(Item, line.item_id), line)

    def _add(self, line: Line) -> None:
        planned = line.item
        row = self._work.draft(
            Item, event_id=self._event_id, source_id=planned.source_id, kind=planned.kind.value,
            title=_merged(Text(), planned.title), note=_merged(Text(), planned.note), position=planned.position,
            internal_note=planned.language, audience=list(EVERYONE), end_zone=planned.when.zone,
            **dict(zip(_TIME, _times(line), strict=True)), **self._where(line),
        )  # fmt: skip
        self._items[planned.source_id] = row.id
        if planned.track:
            self._work.draft(ItemTrack, item_id=row.id, track_id=self._track(planned.track))
        for place_id in dict.fromkeys(map(self._place, planned.speakers)):
            self._attend(row.id, place_id)

    def _where(self, line: Line) -> dict[str, int | None]:
        """A session has the room, a talk its session: so no room is taken twice at one time."""
        if line.item.kind is ItemKind.TALK:
            return {"parent_id": self._items[line.item.parent]}
        room_id = self._room(line.item.room) if line.item.room else None
        return {"venue_id": self._venue(), "room_id": room_id}

    def _change(self, row: Item, line: Line) -> None:
        row.title = _merged(row.title, line.item.title)
        row.note = _merged(row.note, line.item.note)
        if "time" in line.changes:
            for field, value in zip(_TIME, _times(line), strict=True):
                _put(row, field, value)
            _put(row, "end_zone", line.item.when.zone)
        if line.changes & {"session", "place"}:
            for field, new in self._where(line).items():
                _put(row, field, new)
        if "position" in line.changes:
            row.position = line.item.position
        if "tracks" in line.changes:
            for track in self._work.find(ItemTrack, item_id=row.id):
                self._work.remove(track)
            if line.item.track:
                self._work.draft(ItemTrack, item_id=row.id, track_id=self._track(line.item.track))
        if "speakers" in line.changes:
            self._change_speakers(row, line)

    def _change_speakers(self, row: Item, line: Line) -> None:
        wanted = dict.fromkeys(map(self._place, line.item.speakers))
        for one in self._work.find(Attendance, item_id=row.id, role=Role.SPEAKER.value):
            if one.participation_id in wanted:
                wanted.pop(one.participation_id)
            elif one.participation_id is not None:
                self._work.remove(one)
        for place_id in wanted:
            self._attend(row.id, place_id)

    def _attend(self, item_id: int, place_id: int) -> None:
        self._work.draft(Attendance, item_id=item_id, role=Role.SPEAKER.value, participation_id=place_id)

    def _venue(self) -> int:
        if self._venue_id is None:
            self._venue_id = self._work.draft(Venue, name=_merged(Text(), self._preview.schedule.venue)).id
        return self._venue_id

    def _room(self, key: str) -> int:
        found = self._rooms[key]
        if found is None:
            if self._room_count < 0:
                self._room_count = len(self._work.find(Room, venue_id=self._venue()))
            name = _merged(Text(), self._preview.schedule.rooms[key])
            found = self._work.draft(Room, venue_id=self._venue(), name=name, position=self._room_count).id
            self._room_count += 1
            self._rooms[key] = found
        return found

    def _track(self, key: str) -> int:
        found = self._tracks[key]
        if found is None:
            title = _merged(Text(), self._preview.schedule.tracks[key])
            position = list(self._preview.schedule.tracks).index(key)
            found = self._work.draft(Track, event_id=self._event_id, title=title, position=position).id
            self._tracks[key] = found
        return found

    def _place(self, key: str) -> int:
        """Return the place of a speaker at the event, making it, and the person, where there is none."""
        key = self._preview.same_speaker[key]
        found = self._places[key]
        if found is None:
            match = self._preview.people[key]
            person_id = self._person(match.speaker) if match.person_id is None else match.person_id
            found = self._join(person_id)
            self._places[key] = found
        return found

    def _join(self, person_id: int) -> int:
        if self._delegation_id is None:
            position = len(self._work.find(Delegation, event_id=self._event_id))
            self._delegation_id = self._work.draft(
                Delegation, event_id=self._event_id, side=Side.INVITED.value, position=position,
                name=_merged(Text(), self._speakers),
            ).id  # fmt: skip
            self._order = 0
        elif self._order < 0:
            self._order = len(self._work.find(Participation, delegation_id=self._delegation_id))
        self._order += 1
        return self._work.draft(
            Participation, delegation_id=self._delegation_id, person_id=person_id, own_order=self._order,
            state=ParticipationState.CONFIRMED.value,
        ).id  # fmt: skip

    def _person(self, speaker: Speaker) -> int:
        person = self._work.draft(Person, note=speaker.note)
        for language, name in speaker.names.items():
            order = speaker.orders.get(language)
            self._work.draft(
                PersonName, person_id=person.id, language=language, surname=name.surname, given=name.given,
                patronymic=name.patronymic, source="import", **({"order": order.value} if order else {}),
            )  # fmt: skip
        self.people += 1
        return person.id


def _times(line: Line) -> Collection[object]:
    when = line.item.when
    return when.day, when.start, when.zone, when.fold, when.end_day, when.end


def _put(row: Base, field: str, value: object) -> None:
    if getattr(row, field) != value:
        setattr(row, field, value)


def _merged(text: Text, named: Mapping[str, str]) -> Text:
    """Return a text with the file's wordings; what stands in other languages stays."""
    if not text:
        return Text({language: Wording(words, source=Source.IMPORT) for language, words in named.items() if words})
    for language, words in named.items():
        text = text.with_wording(language, words, Source.IMPORT)
    return text
