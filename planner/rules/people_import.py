"""What importing a list of people would change: every line new, the same person, changed or rejected.

Lines of one person inside a file are read in order and the last word stands. If what stands at the end is what the
office has already, all these lines are "same": so importing a file twice changes nothing the second time.
An empty cell says nothing; it never takes anything away. Who is the same person: `planner.rules.same_person`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from functools import partial
from typing import Any, NamedTuple

from planner.rules.person_record import PRIVATE_FIELDS, PersonRecord, RecordSet, Rejection
from planner.rules.same_person import (
    Fold,
    Folding,
    Group,
    KnownPerson,
    KnownPlace,
    facts_of,
    group_people,
    match_known,
)

LISTED = ", "
"""What stands between the languages a person speaks."""


class Outcome(StrEnum):
    """What a line of the file means for the office."""

    NEW = "new"
    SAME = "same"
    CHANGED = "changed"
    REJECTED = "rejected"


class Change(NamedTuple):
    """One fact that would change: "position.ru", "name.en", "country", "email"; `old` is "" where nothing stood."""

    field: str
    old: str
    new: str


class PreviewLine(NamedTuple):
    """One line of the file and what becomes of it.

    Whose line it is: `person_id` of a known person, else the person that `earlier_line` of this file makes, else,
    for a post without a holder, `place_id`, else somebody new. `joins` tells that a known person is added to the
    event. `like` are known people of the same name who were taken for others.
    """

    line: int
    outcome: Outcome
    person_id: int | None = None
    earlier_line: int | None = None
    changes: tuple[Change, ...] = ()
    record: PersonRecord | None = None
    rejection: Rejection | None = None
    joins: bool = False
    place_id: int | None = None
    like: tuple[int, ...] = ()


class Counts(NamedTuple):
    """How many lines there are of each kind; rows = new + same + changed + rejected."""

    rows: int
    new: int
    same: int
    changed: int
    rejected: int


class Preview(NamedTuple):
    """Every line of the file in order."""

    lines: tuple[PreviewLine, ...]

    @property
    def counts(self) -> Counts:
        """Count the lines by outcome."""
        outcomes = [line.outcome for line in self.lines]
        return Counts(len(outcomes), *(outcomes.count(outcome) for outcome in Outcome))

    def to_json(self) -> dict[str, Any]:
        """Return the report of the command line: the counts, and each line; of private facts only that they change."""
        return {**self.counts._asdict(), "lines": [_line_to_json(line) for line in self.lines]}


def _line_to_json(line: PreviewLine) -> dict[str, Any]:
    entry: dict[str, Any] = {"line": line.line, "outcome": line.outcome.value}
    if line.person_id is not None:
        entry["person"] = line.person_id
    if line.earlier_line is not None:
        entry["same_as_line"] = line.earlier_line
    if line.changes:
        entry["changes"] = [_change_to_json(change) for change in line.changes]
    if line.rejection is not None:
        entry["reason"] = str(line.rejection)
    if line.record is not None and line.record.problems:
        entry["problems"] = [str(problem) for problem in line.record.problems]
    return entry


def _change_to_json(change: Change) -> dict[str, str]:
    return {"field": change.field} if change.field in PRIVATE_FIELDS else change._asdict()


def compare(
    found: RecordSet, known: Sequence[KnownPerson], places: Sequence[KnownPlace] = (), *, fold: Fold
) -> Preview:
    """Compare what a file says with what the office knows; `fold` makes case, ё and diacritics equal.

    Nothing is written. Time grows with the lines and the people, not with their product.
    """
    named = [record for record in found.records if record.names]
    folding = Folding(fold)
    groups = group_people(named, folding)
    match_known(groups, known, folding)
    lines = list(map(_rejected, found.rejected))
    for group in groups:
        lines.extend(_group_lines(group))
    lines.extend(_place_lines([record for record in found.records if not record.names], places, folding))
    lines.sort(key=lambda line: line.line)
    return Preview(tuple(lines))


def _rejected(rejection: Rejection) -> PreviewLine:
    return PreviewLine(rejection.line, Outcome.REJECTED, rejection=rejection)


def _group_lines(group: Group) -> Iterable[PreviewLine]:
    """Tell what each line of one person changes, unless what stands at the end stands there already."""
    first, rest = group.records[0], group.records
    person = group.person
    if person is None:
        yield PreviewLine(first.line, Outcome.NEW, record=first, like=group.like)
        values, rest = _values(first, None), rest[1:]
    else:
        values = _known_values(person)
        if not person.takes_part:
            values |= _at_event(first)
        if not _changes(values, _final(rest, person)):
            yield from (_same(record, group) for record in rest)
            return
    for record in rest:
        changes = _changes(values, _values(record, person))
        values.update({change.field: change.new for change in changes})
        outcome = Outcome.CHANGED if changes else Outcome.SAME
        yield _same(record, group)._replace(outcome=outcome, changes=changes)


def known_lines(records: Sequence[PersonRecord], person: KnownPerson) -> Iterable[PreviewLine]:
    """Tell what lines change that a person said are of somebody known, though the name is written otherwise."""
    return _group_lines(Group(list(records), facts_of(records[0]), {}, person))


def _same(record: PersonRecord, group: Group) -> PreviewLine:
    first = record is group.records[0]
    return PreviewLine(
        record.line,
        Outcome.SAME,
        person_id=group.person.id if group.person else None,
        earlier_line=None if first else group.records[0].line,
        record=record,
        joins=first and group.person is not None and not group.person.takes_part,
    )


def _values(record: PersonRecord, person: KnownPerson | None) -> dict[str, str]:
    """Return what a line says, fact by fact, as far as it is compared with this person."""
    former = person.former if person is not None else ()
    values = {
        f"name.{language}": name.full for language, name in record.names.items()
        if not any(tag == language and _same_name(name.full, old.full) for tag, old in former)
    }  # fmt: skip
    values |= {f"position.{language}": text for language, text in record.position.items()}
    values |= {f"organisation.{language}": text for language, text in record.organisation.items()}
    values |= {f"degree.{language}": text for language, text in record.degree.items()}
    values |= _at_event(record, with_delegation=person is None or not person.delegation)
    values["country"] = record.country
    if person is None or person.languages is not None:
        values["languages"] = LISTED.join(record.languages)
    if person is None or person.private is not None:
        values |= record.private
    return {name: text for name, text in values.items() if text}


def _at_event(record: PersonRecord, *, with_delegation: bool = True) -> dict[str, str]:
    values = {f"delegation.{language}": text for language, text in record.delegation.items()} if with_delegation else {}
    return {**values, "capacity": record.capacity.value} if record.capacity else values


def _known_values(person: KnownPerson) -> dict[str, str]:
    values = {f"name.{language}": name.full for language, name in person.names.items()}
    values |= {f"position.{language}": text for language, text in person.position.items()}
    values |= {f"organisation.{language}": text for language, text in person.organisation.items()}
    values |= {f"degree.{language}": text for language, text in person.degree.items()}
    values |= person.private or {}
    values["country"] = person.country
    values["capacity"] = person.capacity.value if person.capacity else ""
    values["languages"] = LISTED.join(person.languages or ())
    return values


def _final(records: Sequence[PersonRecord], person: KnownPerson) -> dict[str, str]:
    """Return what stands after all the lines of a person were read."""
    values: dict[str, str] = {}
    for record in records:
        said = _values(record, person)
        if "languages" in said:
            said["languages"] = _added(values.get("languages", ""), said["languages"])
        values.update(said)
    return values


def _changes(old: Mapping[str, str], new: Mapping[str, str]) -> tuple[Change, ...]:
    """Return what differs. Languages are only ever added; case and order alone are no change of a name."""
    changes: list[Change] = []
    for name, text in new.items():
        before = old.get(name, "")
        after = _added(before, text) if name == "languages" else text
        if before != after and not (name.startswith("name.") and _same_name(before, after)):
            changes.append(Change(name, before, after))
    return tuple(changes)


def _added(listed: str, more: str) -> str:
    return LISTED.join(dict.fromkeys([*filter(None, listed.split(LISTED)), *filter(None, more.split(LISTED))]))


def _same_name(one: str, other: str) -> bool:
    """Tell whether two spellings differ in case and order only; an accent or a ё that was added is a change."""
    return sorted(one.casefold().split()) == sorted(other.casefold().split())


def _place_lines(
    records: Sequence[PersonRecord], places: Sequence[KnownPlace], folding: Folding
) -> Iterable[PreviewLine]:
    """Match posts without a holder one to one: two experts to be confirmed are two people."""
    free: dict[tuple[Any, ...], list[KnownPlace]] = defaultdict(list)
    for place in reversed(places):
        free[_place_key(place, folding)].append(place)
    for record in records:
        waiting = free.get(_place_key(record, folding))
        if waiting:
            yield PreviewLine(record.line, Outcome.SAME, record=record, place_id=waiting.pop().id)
        else:
            yield PreviewLine(record.line, Outcome.NEW, record=record)


def _place_key(place: KnownPlace | PersonRecord, folding: Folding) -> tuple[Any, ...]:
    worded = partial(map, lambda entry: (entry[0], folding.text(entry[1])))
    return tuple(sorted(worded(place.position.items()))), tuple(sorted(worded(place.delegation.items())))
