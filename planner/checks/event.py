"""The checks of one event: translations, heads, overlaps of people and rooms across all events."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from sqlalchemy import Connection

from planner.documents.data import NameData
from planner.language.catalog import mark
from planner.language.names import full_form
from planner.queries.agenda import AttendanceRow, ItemRow, Programme, programme
from planner.queries.delegations import DelegationRow, delegations
from planner.queries.events import EventPage, event_page, events, headings
from planner.queries.texts import TextRow, gaps_among, texts_among
from planner.rules.agenda import Use, overlapping_pairs
from planner.rules.findings import Finding, Severity, Thing
from planner.rules.kinds import Capacity, EventState, ItemKind, ItemState, Side
from planner.rules.text import State
from planner.rules.times import Interval, clock

NO_HEAD = mark("{delegation} has no head. Mark one of its members as the head.")
SEVERAL_HEADS = mark("{delegation} has {count} heads. Leave one; make the others deputies or members.")
MISSING_TEXT = mark("“{text}” is missing in {language}. Write it.")
STALE_TEXT = mark("“{text}”: the other language was changed after {language} was checked. Compare them.")
MISSING_NAME = mark("The name of {name} is missing in {language}. Write it.")
IN_TWO_PLACES = mark(
    "{who} is in two places: “{first}” {first_time} and “{second}” {second_time}. Move one, or replace the person."
)
TAKEN_TWICE = mark(
    "{who} is taken twice: “{first}” {first_time} and “{second}” {second_time}. Move one, or choose another room."
)


Spans = dict[int, Interval | None]
"""When each item is; None for one without a time, or cancelled."""


def check_event(db: Connection, event_id: int) -> tuple[Finding, ...]:
    """Return the findings of one event, the gravest first; a clean event has none."""
    page = event_page(db, event_id)
    rows = delegations(db, event_id)
    plan = programme(db, event_id)
    texts = texts_among(page, headings(db, event_id), plan, rows)
    found = [*_heads(rows), *_texts(page, texts), *_names(page, rows), *_overlaps(db, page, plan, rows)]
    weight = list(Severity)
    return tuple(sorted(found, key=lambda finding: (weight.index(finding.severity), finding.code, finding.things)))


def check_office(db: Connection, *, as_of: date | None = None) -> dict[int, tuple[Finding, ...]]:
    """Return the findings of every event that is not over, or not before a day, by event."""
    return {
        row.id: check_event(db, row.id)
        for row in events(db)
        if row.state is not EventState.CANCELLED and (as_of is None or row.to_day >= as_of)
    }


def _heads(rows: tuple[DelegationRow, ...]) -> Iterator[Finding]:
    """W-17: a guest or host delegation with members has exactly one head."""
    for row in rows:
        coming = [member for member in row.members if member.state != "declined"]
        heads = [member for member in coming if member.capacity is Capacity.HEAD]
        if not coming or row.side not in (Side.GUEST, Side.HOST) or len(heads) == 1:
            continue
        things = (Thing("delegation", row.id), *(Thing("member", head.id) for head in heads))
        sentence = NO_HEAD if not heads else SEVERAL_HEADS
        values = {
            "delegation": row.organisation.first() or row.name.first() or row.side.value,
            "count": str(len(heads)),
        }
        yield Finding("W-17", Severity.STOPS, things, sentence, values)


def _texts(page: EventPage, texts: Iterable[TextRow]) -> Iterator[Finding]:
    """W-38 and W-39: a text missing in one of the event's languages, or older than its counterpart."""
    for row in texts:
        things = (_place_of(page, row.item_id, row.participation_id),)
        for language in page.languages:
            state = row.text.state(language)
            values = {"text": row.text.first(*page.languages), "language": language}
            if state is State.MISSING:
                yield Finding("W-38", Severity.STOPS, things, MISSING_TEXT, values)
            elif state is State.STALE:
                yield Finding("W-39", Severity.ATTENTION, things, STALE_TEXT, values)


def _names(page: EventPage, rows: tuple[DelegationRow, ...]) -> Iterator[Finding]:
    """W-38 for names: they are never made from another language in silence."""
    called = {member.id: _called(member.names, page) for row in rows for member in row.members}
    for gap in gaps_among(page.languages, rows):
        values = {"name": called.get(gap.participation_id, ""), "language": gap.language}
        thing = Thing("member", gap.participation_id)
        yield Finding("W-38", Severity.STOPS, (thing,), MISSING_NAME, values)


def _overlaps(db: Connection, page: EventPage, plan: Programme, rows: tuple[DelegationRow, ...]) -> Iterator[Finding]:
    """W-01 and W-03: one person, or one room, in two items at once, also across events."""
    plans: dict[int, tuple[Programme, tuple[DelegationRow, ...]]] = {page.id: (plan, rows)}
    for other in events(db):
        if (
            other.id != page.id
            and other.state is not EventState.CANCELLED
            and _near(page, other.from_day, other.to_day)
        ):
            plans[other.id] = (programme(db, other.id), delegations(db, other.id))
    items = {item.id: item for programme_rows, _ in plans.values() for item in programme_rows.items}
    mine = {item.id for item in plan.items}
    names = {m.who.id: _called(m.names, page) for _, d in plans.values() for row in d for m in row.members if m.who}
    spans = {item.id: _span(item) for item in items.values()}
    for first, second in overlapping_pairs(_uses_of_people(plans.values(), spans)):
        if {first.item, second.item} & mine and not _related(items[first.item], items[second.item]):
            yield _clash("W-01", names[first.what], (items[first.item], items[second.item]), page)
    for first, second in overlapping_pairs(_uses_of_rooms(items.values(), spans)):
        if {first.item, second.item} & mine and not _related(items[first.item], items[second.item]):
            room = items[first.item].room.first(*page.languages)
            yield _clash("W-03", room, (items[first.item], items[second.item]), page)


def _clash(code: str, who: str, pair: tuple[ItemRow, ItemRow], page: EventPage) -> Finding:
    first, second = pair
    sentence = IN_TWO_PLACES if code == "W-01" else TAKEN_TWICE
    values = {
        "who": who, "first": first.title.first(*page.languages), "second": second.title.first(*page.languages),
        "first_time": _time(first), "second_time": _time(second),
    }  # fmt: skip
    return Finding(code, Severity.STOPS, (Thing("item", first.id), Thing("item", second.id)), sentence, values)


def _uses_of_people(plans: Iterable[tuple[Programme, tuple[DelegationRow, ...]]], spans: Spans) -> Iterator[Use]:
    for plan, rows in plans:
        who_is_meant = _Meant(rows, plan)
        for item in plan.items:
            span = spans[item.id]
            if span is not None:
                for person in who_is_meant.by(item):
                    yield Use(person, span.start, span.end, item.id)


def _uses_of_rooms(items: Iterable[ItemRow], spans: Spans) -> Iterator[Use]:
    for item in items:
        span = spans[item.id]
        # The press is in a room for what happens there, and does not take it.
        if span is not None and item.room_id is not None and item.kind is not ItemKind.PRESS:
            yield Use(item.room_id, span.start, span.end, item.id)


class _Meant:
    """Who is meant by an item: the persons behind its sides, delegations, tracks and members."""

    def __init__(self, rows: tuple[DelegationRow, ...], plan: Programme) -> None:
        self._by_side: dict[Side, list[int]] = defaultdict(list)
        self._by_delegation: dict[int, list[int]] = defaultdict(list)
        self._by_member: dict[int, int] = {}
        for row in rows:
            for member in row.members:
                if member.who is not None and member.state != "declined":
                    self._by_side[row.side].append(member.who.id)
                    self._by_delegation[row.id].append(member.who.id)
                    self._by_member[member.id] = member.who.id

    def by(self, item: ItemRow) -> set[int]:
        """Return the ids of the persons who take part."""
        people: set[int] = set()
        for one in item.people:
            people.update(self._of(one))
        return people

    def _of(self, one: AttendanceRow) -> Iterable[int]:
        if one.participation_id is not None:
            return [self._by_member[one.participation_id]] if one.participation_id in self._by_member else []
        if one.delegation_id is not None:
            return self._by_delegation[one.delegation_id]
        return self._by_side[one.side] if one.side else []


def _span(item: ItemRow) -> Interval | None:
    return None if item.state is ItemState.CANCELLED else item.slot.interval()


def _related(first: ItemRow, second: ItemRow) -> bool:
    return first.id == second.parent_id or second.id == first.parent_id


def _near(page: EventPage, since: date, until: date) -> bool:
    return since.toordinal() - 1 <= page.to_day.toordinal() and until.toordinal() + 1 >= page.from_day.toordinal()


def _time(item: ItemRow) -> str:
    if item.start is None:
        return ""
    return clock(item.start) if item.end is None else f"{clock(item.start)}–{clock(item.end)}"


def _place_of(page: EventPage, item_id: int | None, participation_id: int | None) -> Thing:
    if item_id is not None:
        return Thing("item", item_id)
    return Thing("member", participation_id) if participation_id is not None else Thing("event", page.id)


def _called(names: dict[str, NameData], page: EventPage) -> str:
    for language in (*page.languages, *names):
        if name := names.get(language):
            return full_form(name.surname, name.given, order=name.order, language=language)
    return ""
