"""Which rules a seating bends, by whom and how badly (handbook 3.5-3.8; W-21, W-22, W-24, W-25, W-33, W-64, W-80)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from planner.rules.kinds import Side
from planner.rules.placement import Pins, Placed, place_of_honour, takes
from planner.rules.places import Chart, PlanKind, Seat, SeatUse, Sitter, has_back_to, looks_at


class Rule(StrEnum):
    """A rule of seating that may be bent."""

    HONOUR = "honour"  # W-25: the wrong person at the place of honour
    SIDE = "side"  # on the other side's row
    ORDER = "order"  # W-22: a lower rank on the more honourable seat
    CLUMP = "clump"  # W-24: more than two of one side in a row
    PARTNERS = "partners"  # W-24: partners side by side
    APART = "apart"  # W-33: two who must not be neighbours
    TOGETHER = "together"  # two who should be
    BACK_TO_DOOR = "back-to-door"  # W-80
    BACK_TO_CAMERA = "back-to-camera"
    SUN = "sun"
    GAP = "gap"  # an empty chair above one that is taken
    UNSEATED = "unseated"  # W-64: somebody without a chair
    LOST_PIN = "lost-pin"  # pinned to a seat that is not there
    BALANCE = "balance"  # W-21: one side more than twice the other
    END_SEAT = "end-seat"  # a guest at the end of a banquet's table while a host sits within
    EMPTY_HONOUR = "empty-honour"
    SPEAKER = "speaker"  # a speaker who is not at the aisle
    HOSTS_AT_ENDS = "hosts-at-ends"  # a guest at the end of a photograph where hosts should close it (China)
    LANGUAGE = "language"  # nobody at the table shares a language
    HOSTS_SPREAD = "hosts-spread"  # a table with fewer or more hosts than its share
    TOP_TABLE = "top-table"  # one of the highest who is not at the first table


WEIGHTS: Mapping[Rule, int] = {
    Rule.HONOUR: 20, Rule.EMPTY_HONOUR: 10, Rule.SIDE: 12, Rule.ORDER: 2, Rule.CLUMP: 1, Rule.PARTNERS: 3,
    Rule.APART: 12, Rule.TOGETHER: 4, Rule.BACK_TO_DOOR: 6, Rule.BACK_TO_CAMERA: 4, Rule.SUN: 4, Rule.GAP: 2,
    Rule.UNSEATED: 15, Rule.LOST_PIN: 15, Rule.BALANCE: 1, Rule.END_SEAT: 1, Rule.SPEAKER: 1,
    Rule.HOSTS_AT_ENDS: 1, Rule.LANGUAGE: 5, Rule.HOSTS_SPREAD: 3, Rule.TOP_TABLE: 2,
}  # fmt: skip
"""How badly each rule is bent; a seating is the better the smaller the sum."""


class Wish(NamedTuple):
    """Two people who should sit together, or must not."""

    first: int
    second: int
    together: bool = True


class Bent(NamedTuple):
    """A rule that is bent: by whom, on which seats, and how badly. `number` is what a sentence names."""

    rule: Rule
    people: tuple[int, ...] = ()
    seats: tuple[str, ...] = ()
    weight: int = 0
    side: Side | None = None
    number: int = 0


class Facts(NamedTuple):
    """What a seating is judged by."""

    chart: Chart
    placed: Placed
    people: Mapping[int, Sitter]
    ranks: Mapping[int, int]
    pins: Pins
    wishes: Sequence[Wish]
    beside: Mapping[str, tuple[str, ...]]
    seat_of: Mapping[int, str]
    hosts_at_ends: bool = False

    def sitter(self, key: str) -> Sitter | None:
        """Return who sits on a seat."""
        return self.people.get(self.placed.get(key, -1))

    def seated(self) -> Iterator[tuple[Seat, Sitter]]:
        """Yield each seat that is taken, by honour, with its sitter."""
        for seat in sorted(self.chart.seats, key=lambda each: (each.honour, each.key)):
            person = self.sitter(seat.key)
            if person is not None:
                yield seat, person


def score(
    chart: Chart,
    placed: Placed,
    people: Sequence[Sitter],
    *,
    pins: Pins | None = None,
    wishes: Sequence[Wish] = (),
    hosts_at_ends: bool = False,
) -> list[Bent]:
    """Return the rules a seating bends, the worst first. `people` are in order of precedence."""
    facts = Facts(
        chart, placed, {p.id: p for p in people}, {p.id: rank for rank, p in enumerate(people)}, pins or {}, wishes,
        chart.neighbours(), {person: key for key, person in placed.items()}, hosts_at_ends,
    )  # fmt: skip
    judges = [_unseated, _lost_pins, _wishes]
    judges += _BANQUET if chart.kind is PlanKind.BANQUET else _ONE_TABLE
    bent = [each for judge in judges for each in judge(facts)]
    return sorted(bent, key=lambda each: -each.weight)


def total(bent: Iterable[Bent]) -> int:
    """Return the sum by which two seatings of the same people are compared; 0 bends nothing."""
    return sum(each.weight for each in bent)


def bend(rule: Rule, *people: int, seats: Iterable[str] = (), times: int = 1, side: Side | None = None) -> Bent:
    """Return a bent rule with its weight, so many times as bad."""
    return Bent(rule, people, tuple(seats), WEIGHTS[rule] * times, side, times)


def runs(row: Sequence[Side | None], *, closed: bool) -> Iterator[tuple[int, int]]:
    """Yield (start, length) of each run of one side longer than two; an empty chair or a third side ends a run."""
    count = len(row)
    cuts = [at for at in range(count) if row[at] is not row[at - 1]]
    if closed and not cuts:
        if count > 2 and row[0] is not None:
            yield 0, count
        return
    starts = cuts if closed else sorted({0, *cuts})
    for start, following in pairwise([*starts, (starts[0] + count) if closed and starts else count]):
        if following - start > 2 and row[start % count] is not None:
            yield start, following - start


def side_of(person: Sitter | None) -> Side | None:
    """Return the side that counts in a clump."""
    return person.side if person is not None and person.side in (Side.HOST, Side.GUEST) else None


def _unseated(facts: Facts) -> Iterator[Bent]:
    for person in facts.people.values():
        if person.id not in facts.seat_of and not (person.interpreter and facts.chart.booth) and not person.driver:
            yield bend(Rule.UNSEATED, person.id, side=person.side)


def _lost_pins(facts: Facts) -> Iterator[Bent]:
    for key, person in facts.pins.items():
        if person is not None and key not in facts.chart.by_key:
            yield bend(Rule.LOST_PIN, person, seats=[key])


def _wishes(facts: Facts) -> Iterator[Bent]:
    """Together is beside one another, at a banquet at one table; apart is never neighbours, nor at one table."""
    banquet = facts.chart.kind is PlanKind.BANQUET
    for wish in facts.wishes:
        one, other = facts.seat_of.get(wish.first), facts.seat_of.get(wish.second)
        if one is None or other is None:
            continue
        near = other in facts.beside[one]
        at_one_table = banquet and facts.chart.by_key[one].part == facts.chart.by_key[other].part
        if wish.together and not (at_one_table if banquet else near):
            yield bend(Rule.TOGETHER, wish.first, wish.second, seats=[one, other])
        elif not wish.together and (near or at_one_table):
            yield bend(Rule.APART, wish.first, wish.second, seats=[one, other], times=2 if near and banquet else 1)


def _honour(facts: Facts) -> Iterator[Bent]:
    """The highest of a side belongs on its place of honour; of all, where there is one such place."""
    for side in (None,) if facts.chart.mixed else (Side.GUEST, Side.HOST):
        seat = place_of_honour(facts.chart, side)
        if seat is None or (facts.chart.mixed and seat.side is None and len(facts.people) < 2):
            continue
        of_side = seat.side if facts.chart.mixed else side
        best = next((p for p in facts.people.values() if _counts(p) and (of_side is None or p.side is of_side)), None)
        there = facts.sitter(seat.key)
        if best is None or best.id not in facts.seat_of or (there is not None and there.id == best.id):
            continue
        if there is None:
            yield bend(Rule.EMPTY_HONOUR, best.id, seats=[seat.key], side=best.side)
        else:
            yield bend(Rule.HONOUR, there.id, best.id, seats=[seat.key], side=best.side)


def _counts(person: Sitter) -> bool:
    return not (person.interpreter or person.driver or person.assistant or person.second_row)


def _sides(facts: Facts) -> Iterator[Bent]:
    if facts.chart.mixed:
        return
    for seat, person in facts.seated():
        if seat.side is not None and person.side in (Side.HOST, Side.GUEST) and not takes(seat, person):
            yield bend(Rule.SIDE, person.id, seats=[seat.key], side=person.side)


def _order(facts: Facts) -> Iterator[Bent]:
    """Within a side the higher rank has the more honourable seat; each bend names two who follow one another."""
    by_side: dict[Side | None, list[tuple[Seat, Sitter]]] = {}
    for seat, person in facts.seated():
        if _counts(person) and seat.use is SeatUse.ANYBODY:
            by_side.setdefault(person.side, []).append((seat, person))
    honoured = {person for each in _honour(facts) for person in each.people}
    for side, row in by_side.items():
        for (upper, first), (lower, second) in pairwise(row):
            sexed = upper.sex or lower.sex  # couples alternate: rank counts among men and among women
            named = honoured & {first.id, second.id}  # said already
            if facts.ranks[first.id] > facts.ranks[second.id] and not named and not sexed:
                yield bend(Rule.ORDER, first.id, second.id, seats=[upper.key, lower.key], side=side)


def _clumps(facts: Facts) -> Iterator[Bent]:
    """At a banquet nobody sits among their own people alone, where there are two sides at all."""
    if facts.chart.kind not in (PlanKind.ROUND, PlanKind.LONG_TABLE, PlanKind.ENGLISH_TABLE, PlanKind.BANQUET):
        return
    for row in facts.chart.in_row:
        sides = [side_of(facts.sitter(key)) for key in row]
        if len(set(sides) - {None}) < 2:
            continue
        for start, length in runs(sides, closed=facts.chart.closed):
            keys = [row[at % len(row)] for at in range(start, start + length)]
            people = [facts.placed[key] for key in keys]
            clump = bend(Rule.CLUMP, *people, seats=keys, times=length - 2, side=sides[start % len(row)])
            yield clump._replace(number=length)


def _partners(facts: Facts) -> Iterator[Bent]:
    if facts.chart.kind not in (PlanKind.ROUND, PlanKind.LONG_TABLE, PlanKind.ENGLISH_TABLE, PlanKind.BANQUET):
        return
    seen: set[frozenset[int]] = set()
    for person in facts.people.values():
        one, other = facts.seat_of.get(person.id), facts.seat_of.get(person.partner or -1)
        if one is None or other is None or other not in facts.beside[one]:
            continue
        pair = frozenset((person.id, facts.placed[other]))
        if pair not in seen:
            seen.add(pair)
            yield bend(Rule.PARTNERS, person.id, facts.placed[other], seats=[one, other])


def _backs(facts: Facts) -> Iterator[Bent]:
    """The guest of honour never has the back to a door or the camera, nor the sun in the eyes (W-80)."""
    guest = next((p for p in facts.people.values() if _counts(p) and p.side is Side.GUEST), None)
    if guest is None or guest.id not in facts.seat_of:
        return
    seat, room = facts.chart.by_key[facts.seat_of[guest.id]], facts.chart.room
    if any(has_back_to(seat, room, door) for door in room.doors):
        yield bend(Rule.BACK_TO_DOOR, guest.id, seats=[seat.key], side=Side.GUEST)
    if room.camera is not None and has_back_to(seat, room, room.camera):
        yield bend(Rule.BACK_TO_CAMERA, guest.id, seats=[seat.key], side=Side.GUEST)
    if room.sun and any(looks_at(seat, room, window) for window in room.windows):
        yield bend(Rule.SUN, guest.id, seats=[seat.key], side=Side.GUEST)


def _gaps(facts: Facts) -> Iterator[Bent]:
    """Chairs left empty are the last ones; those kept free on purpose do not count."""
    for side in (None,) if facts.chart.mixed else (Side.GUEST, Side.HOST):
        seats = [
            seat
            for seat in sorted(facts.chart.seats, key=lambda each: (each.honour, each.key))
            if seat.use is SeatUse.ANYBODY and side in (None, seat.side) and seat.honour > 1
        ]
        taken = [at for at, seat in enumerate(seats) if seat.key in facts.placed]
        last = taken[-1] if taken else 0
        for seat in seats[:last]:
            if seat.key not in facts.placed and seat.key not in facts.pins:
                yield bend(Rule.GAP, seats=[seat.key], side=seat.side)


def _balance(facts: Facts) -> Iterator[Bent]:
    if facts.chart.kind is not PlanKind.FACING_TABLE:
        return
    counts = {
        side: sum(1 for p in facts.people.values() if p.side is side and _counts(p) and p.id in facts.seat_of)
        for side in (Side.GUEST, Side.HOST)
    }
    fewer, more = sorted(counts.values())
    if fewer and more > 2 * fewer:
        larger = Side.GUEST if counts[Side.GUEST] == more else Side.HOST
        yield bend(Rule.BALANCE, side=larger)._replace(number=more)


def _ends(facts: Facts) -> Iterator[Bent]:
    """The ends of a banquet's table are not for guests where a host could sit there."""
    if facts.chart.kind not in (PlanKind.LONG_TABLE, PlanKind.ENGLISH_TABLE):
        return
    seated = list(facts.seated())
    free_host = any(p.side is Side.HOST and not s.end_seat and s.honour > 2 for s, p in seated)
    for seat, person in seated:
        if free_host and seat.end_seat and person.side is Side.GUEST:
            yield bend(Rule.END_SEAT, person.id, seats=[seat.key], side=Side.GUEST)


def _speakers(facts: Facts) -> Iterator[Bent]:
    if facts.chart.kind is PlanKind.THEATRE:
        for seat, person in facts.seated():
            if person.speaker and not seat.aisle:
                yield bend(Rule.SPEAKER, person.id, seats=[seat.key])


def _photo_ends(facts: Facts) -> Iterator[Bent]:
    if facts.chart.kind is not PlanKind.PHOTO or not facts.hosts_at_ends or not facts.chart.in_row:
        return
    taken = [key for key in facts.chart.in_row[0] if key in facts.placed]
    for key in dict.fromkeys((*taken[:1], *taken[-1:])):
        person = facts.sitter(key)
        if person is not None and person.side is Side.GUEST:
            yield bend(Rule.HOSTS_AT_ENDS, person.id, seats=[key], side=Side.GUEST)


def _tables(facts: Facts) -> Iterator[Bent]:
    """What a banquet's tables lack: their share of hosts, a shared language, the highest at the first one."""
    tables: dict[str, list[str]] = {}
    for seat in facts.chart.seats:
        tables.setdefault(seat.part, []).append(seat.key)
    at_table = {part: [p for key in keys if (p := facts.sitter(key))] for part, keys in tables.items()}
    fewest, most = hosts_share(facts.people.values(), len(tables))
    for part, people in at_table.items():
        hosts = sum(1 for person in people if person.side is Side.HOST)
        if off := max(fewest - hosts, hosts - most, 0):
            yield bend(Rule.HOSTS_SPREAD, seats=tables[part][:1], times=off)._replace(number=hosts)
        for alone in _without_language(people):
            yield bend(Rule.LANGUAGE, alone.id, seats=[facts.seat_of[alone.id]], side=alone.side)
    first = next(iter(tables), "")
    top = [person for person in facts.people.values() if _counts(person)][: len(tables.get(first, ()))]
    for person in top:
        key = facts.seat_of.get(person.id)
        if key is not None and facts.chart.by_key[key].part != first:
            yield bend(Rule.TOP_TABLE, person.id, seats=[key], side=person.side)


def hosts_share(people: Iterable[Sitter], tables: int) -> tuple[int, int]:
    """Return how many hosts each table should have, at least and at most."""
    hosts = sum(1 for person in people if person.side is Side.HOST)
    return (hosts // tables, -(-hosts // tables)) if tables else (0, 0)


def _without_language(people: Sequence[Sitter]) -> Iterator[Sitter]:
    """Yield those whose languages nobody else at the table speaks; who states none needs none."""
    for person in people:
        others = (other for other in people if other.id != person.id)
        if person.languages and len(people) > 1 and not any(person.languages & other.languages for other in others):
            yield person


_ONE_TABLE = [_honour, _sides, _order, _clumps, _partners, _backs, _gaps, _balance, _ends, _speakers, _photo_ends]
_BANQUET = [_clumps, _partners, _tables]
