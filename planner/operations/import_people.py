"""Applying an import of people: one operation, one undo, whatever the number of lines."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import NamedTuple

from planner.language.languages import find as language_data
from planner.language.search import fold
from planner.model.events import Event
from planner.model.organisations import Organisation, OrganisationName
from planner.model.participation import Delegation, Participation
from planner.model.people import Person, PersonName, PersonPrivate, Post
from planner.operations.merging import keep_apart
from planner.operations.registry import Work, operation
from planner.rules.kinds import Capacity, ParticipationState, Side
from planner.rules.list_news import Farewell
from planner.rules.people_import import Change, Outcome, PreviewLine
from planner.rules.person_record import PASSPORT_LATIN, PersonRecord
from planner.rules.text import Source, Text, Wording

ByLanguage = Mapping[str, str]


class Applied(NamedTuple):
    """What an import did: people added, people changed, places added."""

    people: int
    changed: int
    places: int


@operation("Import {count} people from {source}")
def apply_import(
    work: Work, event_id: int, lines: Sequence[PreviewLine], *, side: str, source: str,
    delegation_id: int | None = None, gone: Sequence[tuple[int, str]] = (), apart: Sequence[tuple[int, int]] = (),
) -> Applied:  # fmt: skip
    """Apply the lines of a preview to an event: new people, changes, places in delegations.

    Lines without a delegation of their own go to `delegation_id`, or to the side's first delegation. `gone` are
    places that the list lacks and what becomes of them ("declined", "removed"); `apart` are lines and the people
    of nearly their names who are others.
    """
    event = work.get(Event, event_id)
    home = _Home(work, event, Side(side), delegation_id)
    importer = _Importer(work, event, home)
    importer.know(lines)
    for line in lines:
        if line.outcome is not Outcome.REJECTED:
            importer.take(line)
    for participation_id, farewell in gone:
        _say_farewell(work, work.get(Participation, participation_id), Farewell(farewell))
    for line_number, person_id in apart:
        if (new := importer.person_of_line(line_number)) is not None:
            keep_apart(work, new, person_id)
    taken = sum(line.outcome is not Outcome.REJECTED for line in lines)
    work.values.update(count=taken, source=source)
    return Applied(importer.people, importer.changed, importer.places)


class _Home:
    """The delegations of one side of an event, found by what the list calls them."""

    def __init__(self, work: Work, event: Event, side: Side, delegation_id: int | None) -> None:
        self._work, self._event, self._side = work, event, side
        rows = [row for row in work.find(Delegation, event_id=event.id) if row.side == side.value]
        self._count = len(work.find(Delegation, event_id=event.id))
        self._given = delegation_id
        self._first = delegation_id or (rows[0].id if rows else None)
        self._by_name: dict[str, int] = {}
        self._order: dict[int, int] = {}
        self._empty = [row.id for row in rows if not row.name and not row.heading and row.organisation_id is None]
        for row in rows:
            members = work.find(Participation, delegation_id=row.id)
            self._order[row.id] = len(members)
            if members:
                self._empty = [one for one in self._empty if one != row.id]
            for text in (row.name, row.heading):
                self._file(row.id, {tag: wording.text for tag, wording in text.wordings.items()})

    def of(self, named: ByLanguage) -> int:
        """Return the delegation a line belongs to, making it where it is not there yet."""
        for words in named.values():
            if (found := self._by_name.get(fold(words))) is not None:
                return found
        if not named and self._first is not None:
            return self._first
        if named and self._given is not None:
            return self._given
        made = self._make(named)
        self._file(made, named)
        if self._first is None:
            self._first = made
        return made

    def next_order(self, delegation_id: int) -> int:
        """Return the next place in the order the sending side gave."""
        self._order[delegation_id] = self._order.get(delegation_id, 0) + 1
        return self._order[delegation_id]

    def _make(self, named: ByLanguage) -> int:
        if self._empty:  # a new event brings empty delegations along: the first block takes that one
            row = self._work.get(Delegation, self._empty.pop(0))
            row.name = _text(named)
            return row.id
        row = Delegation(event_id=self._event.id, side=self._side.value, name=_text(named), position=self._count)
        self._count += 1
        return self._work.add(row).id

    def _file(self, delegation_id: int, named: ByLanguage) -> None:
        for words in named.values():
            self._by_name.setdefault(fold(words), delegation_id)


@dataclass(slots=True)
class _Kept:
    """The rows of one person, so that a second line about the same person reads nothing again."""

    person: Person
    names: dict[str, PersonName]
    posts: list[Post]
    private: PersonPrivate | None = None
    places: list[Participation] = field(default_factory=list)
    new: bool = False


class _Importer:
    """Takes lines one by one. Attributes: people, changed, places (counts)."""

    def __init__(self, work: Work, event: Event, home: _Home) -> None:
        self._work, self._event, self._home = work, event, home
        self._by_line: dict[int, int] = {}
        self._units: dict[tuple[str, str], int] = {}
        countries = {unit.id: unit.country for unit in work.find(Organisation)}
        for name in work.find(OrganisationName):
            for wording in name.name.wordings.values():
                self._file_unit(wording.text, countries.get(name.organisation_id, ""), name.organisation_id)
        self._kept: dict[int, _Kept] = {}
        self.people = self.changed = self.places = 0

    def know(self, lines: Sequence[PreviewLine]) -> None:
        """Read at once what is there of everybody who changes."""
        ids = {line.person_id for line in lines if line.person_id is not None and line.outcome is Outcome.CHANGED}
        for person in self._work.find_among(Person, "id", ids):
            self._kept[person.id] = _Kept(person, {}, [])
        for name in self._work.find_among(PersonName, "person_id", ids):
            self._kept[name.person_id].names[name.language] = name
        for post in self._work.find_among(Post, "person_id", ids):
            self._kept[post.person_id].posts.append(post)
        for private in self._work.find_among(PersonPrivate, "person_id", ids):
            self._kept[private.person_id].private = private
        for place in self._work.find_among(Participation, "person_id", ids):
            if place.person_id is not None:
                self._kept[place.person_id].places.append(place)

    def person_of_line(self, line: int) -> int | None:
        """Return the person a line was taken for."""
        return self._by_line.get(line)

    def take(self, line: PreviewLine) -> None:
        """Take one line of the preview."""
        record = line.record
        assert record is not None
        if not record.names:
            self._take_post(line, record)
            return
        person_id = line.person_id or self._by_line.get(line.earlier_line or -1)
        if person_id is None:
            person_id = self._add_person(record)
            self._by_line[line.line] = person_id
            self._join(record, person_id)
            return
        self._by_line[line.line] = person_id
        if line.joins:
            self._join(record, person_id)
        if line.outcome is Outcome.CHANGED:
            self._change(record, self._kept[person_id], line.changes)
            self.changed += 1

    def _take_post(self, line: PreviewLine, record: PersonRecord) -> None:
        if line.outcome is Outcome.NEW:
            self._join(record, None)
        elif line.outcome is Outcome.CHANGED and line.place_id is not None:
            place = self._work.get(Participation, line.place_id)
            place.post_title = _merged(place.post_title, record.position)
            if record.capacity:
                place.capacity = record.capacity.value
            self.changed += 1

    def _add_person(self, record: PersonRecord) -> int:
        country = record.country if len(record.country) == 2 else ""
        person = self._work.draft(
            Person, country=country, languages=list(record.languages), note=_note(record, country),
            degree=_text(record.degree),
        )
        kept = self._kept[person.id] = _Kept(person, {}, [], new=True)
        for language, name in record.names.items():
            kept.names[language] = self._work.draft(
                PersonName, person_id=person.id, language=language, surname=name.surname, given=name.given,
                patronymic=name.patronymic, order=language_data(language).name_order.value, source=_source(language),
            )  # fmt: skip
        if record.position or record.organisation or _rank(record.rank) is not None:
            kept.posts.append(self._work.draft(
                Post, person_id=person.id, title=_text(record.position),
                organisation_id=self._unit(record.organisation, country), rank_level=_rank(record.rank),
            ))  # fmt: skip
        if record.private:
            kept.private = self._work.draft(PersonPrivate, person_id=person.id)
            for key, value in record.private.items():
                _put_private(kept.private, key, value)
        self.people += 1
        return person.id

    def _join(self, record: PersonRecord, person_id: int | None) -> None:
        delegation_id = self._home.of(record.delegation)
        place = self._work.draft(
            Participation, delegation_id=delegation_id, person_id=person_id,
            capacity=(record.capacity or Capacity.MEMBER).value,
            own_order=_order(record.number) or self._home.next_order(delegation_id),
            post_title=Text() if person_id else _text(record.position),
        )  # fmt: skip
        if person_id in self._kept:
            self._kept[person_id].places.append(place)
        self.places += 1

    def _change(self, record: PersonRecord, kept: _Kept, changes: Sequence[Change]) -> None:
        fields = {change.field.partition(".")[0] for change in changes}
        if "country" in fields and len(record.country) == 2:
            kept.person.country = record.country
        if "languages" in fields:
            kept.person.languages = list(record.languages)
        if "degree" in fields:
            kept.person.degree = _merged(kept.person.degree, record.degree)
        for change in changes:
            if change.field.startswith("name."):
                self._change_name(record, kept, change.field.removeprefix("name."))
        if fields & {"position", "organisation"}:
            self._change_post(record, kept)
        if fields & {"capacity", "delegation"}:
            self._change_place(record, kept)
        for change in changes:
            if change.field in record.private:
                if kept.private is None:
                    kept.private = self._work.draft(PersonPrivate, person_id=kept.person.id)
                _put_private(kept.private, change.field, change.new)

    def _change_name(self, record: PersonRecord, kept: _Kept, language: str) -> None:
        name, row = record.names[language], kept.names.get(language)
        if row is None:
            order = language_data(language).name_order.value
            row = self._work.draft(
                PersonName, person_id=kept.person.id, language=language, order=order, source=_source(language)
            )
            kept.names[language] = row
        row.surname, row.given, row.patronymic = name.surname, name.given, name.patronymic

    def _change_post(self, record: PersonRecord, kept: _Kept) -> None:
        """Other events keep the post they were printed with: there, the new post begins with this event."""
        day = self._event.from_day
        post = next((p for p in reversed(kept.posts) if _holds(p, day)), None)
        if post is None:
            post = self._work.draft(Post, person_id=kept.person.id, title=Text())
            kept.posts.append(post)
        elif self._is_elsewhere(kept) and (post.valid_from is None or post.valid_from < day):
            post.valid_to = day - timedelta(days=1)
            post = self._work.draft(
                Post, person_id=kept.person.id, title=post.title, organisation_id=post.organisation_id,
                rank_level=post.rank_level, rank_date=post.rank_date, valid_from=day,
            )  # fmt: skip
            kept.posts.append(post)
        post.title = _merged(post.title, record.position)
        if record.organisation:
            post.organisation_id = self._unit(record.organisation, record.country)

    def _is_elsewhere(self, kept: _Kept) -> bool:
        return not kept.new and any(
            self._work.get(Delegation, place.delegation_id).event_id != self._event.id for place in kept.places
        )

    def _change_place(self, record: PersonRecord, kept: _Kept) -> None:
        for place in kept.places:
            if self._work.get(Delegation, place.delegation_id).event_id == self._event.id:
                if record.capacity:
                    place.capacity = record.capacity.value
                if record.delegation:
                    place.delegation_id = self._home.of(record.delegation)
                return

    def _unit(self, named: ByLanguage, country: str) -> int | None:
        """Return the organisation of this very name in this country: every country has a Ministry of Foreign Affairs.

        Another spelling is another organisation, so that what a list says stands as it says; merging is a person's.
        """
        if not named:
            return None
        country = country if len(country) == 2 else ""
        for words in named.values():
            if (found := self._units.get((words, country))) is not None:
                return found
        unit = self._work.add(Organisation(country=country))
        self._work.add(OrganisationName(organisation_id=unit.id, name=_text(named)))
        for words in named.values():
            self._file_unit(words, country, unit.id)
        return unit.id

    def _file_unit(self, words: str, country: str, unit_id: int) -> None:
        self._units.setdefault((words, country), unit_id)


def _say_farewell(work: Work, place: Participation, farewell: Farewell) -> None:
    if farewell is Farewell.REMOVED:
        work.remove(place)
    elif farewell is Farewell.DECLINED:
        place.state = ParticipationState.DECLINED.value


def _source(language: str) -> str:
    """Return where a name comes from; the passport's Latin is of the passport, whoever passed it on."""
    return "passport" if language == PASSPORT_LATIN else "import"


def _text(named: ByLanguage) -> Text:
    return Text({language: Wording(words, source=Source.IMPORT) for language, words in named.items() if words})


def _merged(text: Text, named: ByLanguage) -> Text:
    for language, words in named.items():
        text = text.with_wording(language, words, Source.IMPORT)
    return text


def _note(record: PersonRecord, country: str) -> str:
    """Return what the list says of a person and no field of the register takes."""
    parts = (*record.honorific.values(), "" if country else record.country, record.note, _loose_rank(record.rank))
    return " · ".join(dict.fromkeys(filter(None, parts)))


def _rank(words: str) -> int | None:
    return int(words) if words.isascii() and words.isdigit() and int(words) <= 99 else None


def _order(words: str) -> int:
    return int(words) if words.isascii() and words.isdigit() and len(words) < 9 else 0


def _loose_rank(words: str) -> str:
    return "" if _rank(words) is not None else words


def _holds(post: Post, day: date) -> bool:
    return (post.valid_from is None or post.valid_from <= day) and (post.valid_to is None or day <= post.valid_to)


def _put_private(row: PersonPrivate, key: str, value: str) -> None:
    put: dict[str, Callable[[str], None]] = {
        "passport": lambda v: setattr(row, "passport_number", v),
        "diet": lambda v: setattr(row, "diet", v),
        "health": lambda v: setattr(row, "health", v),
    }
    if key == "passport_expires":
        row.passport_expires = _date(value) or row.passport_expires
        return
    if key == "birth_date" and (born := _date(value)) is not None:
        row.birth_date = born
    elif key in put:
        put[key](value)
    else:
        row.contacts = {**(row.contacts or {}), key: value}


def _date(words: str) -> date | None:
    try:
        return date.fromisoformat(words)
    except ValueError:
        return None
