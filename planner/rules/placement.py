"""Who sits where: people take the seats of a chart by rank, those pinned stay, and each place has its reason.

The charts themselves are of one family each: `facing_table`, `round_table`, `long_table`, `u_table`, `head_table`,
`cars`, `photo_order`, `signing_table`, `flags_order`, `banquet`; `charts` makes one of a plan's kind and options.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from planner.rules.kinds import Side
from planner.rules.places import Chart, PlanKind, Seat, SeatUse, Sitter, away_from

Placed = Mapping[str, int]
"""Who sits where: ids by the keys of seats."""

Pins = Mapping[str, int | None]
"""Who was put where by hand; None keeps a chair free on purpose."""

_PARTNERS_APART = frozenset((PlanKind.ROUND, PlanKind.LONG_TABLE, PlanKind.ENGLISH_TABLE, PlanKind.BANQUET))
_SECOND_ROW_KEPT = frozenset((PlanKind.FACING_TABLE,))
_LOOKS_AT = 15  # degrees


class Why(StrEnum):
    """Why somebody sits here."""

    EMPTY = "empty"  # nobody does
    KEPT = "kept"  # the chair is kept free
    PINNED = "pinned"
    HONOUR = "honour"  # the place of honour
    RIGHT = "right"  # so many chairs to the right of the principal
    LEFT = "left"
    IN_TURN = "in-turn"  # the next seat in order
    SIDES_ALTERNATE = "sides-alternate"
    SECOND_ROW = "second-row"
    INTERPRETER = "interpreter"
    INTERPRETER_BEHIND = "interpreter-behind"
    DRIVER = "driver"
    ASSISTANT = "assistant"
    MOVED = "moved"  # by hand, away from the rule


class Reason(NamedTuple):
    """Why somebody sits on a seat: `rank` is the person's among those of the side, `chairs` the distance.

    `principal` sits on the place of honour of the same part, `faces` opposite; None where nobody does. `by_rule`
    is the seat the rule gives, where it is another one.
    """

    why: Why
    seat: str
    person: int | None = None
    rank: int = 0
    side: Side | None = None
    chairs: int = 0
    principal: int | None = None
    faces: int | None = None
    by_rule: str = ""


def seat_people(chart: Chart, people: Sequence[Sitter], pins: Pins | None = None) -> dict[str, int]:
    """Seat people, given in order of precedence: the more honourable seat for the one who stands before.

    Whoever is pinned stays; if that seat is gone, they are not seated elsewhere. Where sides sit apart nobody is
    put on the other one, and who is on neither is left to a person. Chairs left empty are those farthest down.
    """
    pins = pins or {}
    known = {person.id for person in people}
    placed = {
        key: person for key, person in _once(pins) if key in chart.by_key and person is not None and person in known
    }
    held = set(pins.values())
    waiting = [person for person in people if person.id not in held]
    by_honour = sorted(chart.seats, key=_by_honour)
    free = [seat for seat in by_honour if seat.key not in pins and seat.use is not SeatUse.KEPT]
    waiting, free = _seat_special(chart, waiting, free, placed)
    if chart.mixed:
        _seat_mixed(chart, waiting, free, placed)
    else:
        _seat_sides(chart, waiting, free, placed)
    return placed


def unseated(people: Iterable[Sitter], placed: Placed) -> list[int]:
    """Return who has no seat, in order."""
    seated = set(placed.values())
    return [person.id for person in people if person.id not in seated]


def swapped(placed: Placed, one: str, other: str) -> dict[str, int]:
    """Return the places after two seats changed their people; one of them may be empty."""
    changed = dict(placed)
    for key, person in ((one, placed.get(other)), (other, placed.get(one))):
        changed.pop(key, None)
        if person is not None:
            changed[key] = person
    return changed


def opposite(chart: Chart, key: str) -> str | None:
    """Return the seat somebody looks at across the table."""
    seat = chart.by_key[key]
    best: tuple[float, str] | None = None
    for other in chart.seats:
        if other.key == key or abs((other.facing - seat.facing) % 360 - 180) > _LOOKS_AT:
            continue
        if away_from(seat, other.x, other.y) < _LOOKS_AT:
            distance = (other.x - seat.x) ** 2 + (other.y - seat.y) ** 2
            best = min(best, (distance, other.key)) if best else (distance, other.key)
    return best[1] if best else None


def place_of_honour(chart: Chart, side: Side | None = None) -> Seat | None:
    """Return the most honourable seat, of one side where sides have theirs."""
    seats = [seat for seat in chart.seats if seat.use is SeatUse.ANYBODY and side in (None, seat.side)]
    return min(seats, key=_by_honour, default=None)


def explain(chart: Chart, key: str, placed: Placed, people: Sequence[Sitter], pins: Pins | None = None) -> Reason:
    """Say why somebody sits on a seat, or that nobody does."""
    pins, seat, person = pins or {}, chart.by_key[key], placed.get(key)
    if person is None:
        kept = key in pins or seat.use is SeatUse.KEPT
        return Reason(Why.KEPT if kept else Why.EMPTY, key, side=seat.side)
    sitter = next(each for each in people if each.id == person)
    same_side = [each.id for each in people if each.side is sitter.side]
    by_rule = next((k for k, who in seat_people(chart, people, _other_pins(pins, key)).items() if who == person), "")
    across = opposite(chart, key)
    head = _principal(chart, seat)
    reason = Reason(
        _why(chart, seat, sitter), key, person, same_side.index(person) + 1, sitter.side, abs(seat.offset),
        placed.get(head.key) if head is not None and head.key != key else None,
        placed.get(across) if across is not None else None, by_rule if by_rule != key else "",
    )  # fmt: skip
    if pins.get(key) == person:
        return reason._replace(why=Why.PINNED)
    return reason._replace(why=Why.MOVED) if reason.by_rule else reason


def takes(seat: Seat, person: Sitter) -> bool:
    """Tell whether a seat is of somebody's side; the invited count as guests, the staff as hosts."""
    if seat.side is None:
        return True
    hosts = person.side in (Side.HOST, Side.STAFF)
    return hosts if seat.side is Side.HOST else not hosts


def _once(pins: Pins) -> list[tuple[str, int | None]]:
    """Return the pins, the first for each person."""
    seen: set[int] = set()
    kept = []
    for key, person in pins.items():
        if person is None or person not in seen:
            kept.append((key, person))
        if person is not None:
            seen.add(person)
    return kept


def _other_pins(pins: Pins, key: str) -> Pins:
    return {each: person for each, person in pins.items() if each != key}


def _by_honour(seat: Seat) -> tuple[int, str]:
    return seat.honour, seat.key


def _seat_special(
    chart: Chart, waiting: list[Sitter], free: list[Seat], placed: dict[str, int]
) -> tuple[list[Sitter], list[Seat]]:
    """Seat interpreters, drivers and assistants on the chairs kept for them; return who and what is left.

    An interpreter's chair nobody needs is anybody's; those of drivers and assistants are not.
    """
    left = []
    for person in waiting:
        use = _use_of(person)
        if use is SeatUse.ANYBODY:
            left.append(person)
            continue
        seats = [seat for seat in free if seat.use is use]
        seat = next((s for s in seats if s.side is None or s.side is person.side), None)
        if seat is not None:
            placed[seat.key] = person.id
            free = [each for each in free if each is not seat]
        elif use is SeatUse.ASSISTANT or (use is SeatUse.INTERPRETER and not chart.booth):
            left.append(person._replace(second_row=chart.kind in _SECOND_ROW_KEPT))  # a second one sits behind
    return left, [seat for seat in free if seat.use in (SeatUse.ANYBODY, SeatUse.INTERPRETER)]


def _use_of(person: Sitter) -> SeatUse:
    if person.interpreter:
        return SeatUse.INTERPRETER
    if person.driver:
        return SeatUse.DRIVER
    return SeatUse.ASSISTANT if person.assistant else SeatUse.ANYBODY


def _seat_sides(chart: Chart, waiting: list[Sitter], free: list[Seat], placed: dict[str, int]) -> None:
    """Seat each side on its own seats; aides in the second row where there is one, and nowhere else."""
    apart = chart.kind in _SECOND_ROW_KEPT
    for seat in free:
        person = next(
            (p for p in waiting if seat.side in (None, p.side) and not (apart and p.second_row is not seat.second_row)),
            None,
        )
        if person is not None:
            waiting.remove(person)
            placed[seat.key] = person.id


def _seat_mixed(chart: Chart, waiting: list[Sitter], free: list[Seat], placed: dict[str, int]) -> None:
    """Seat people where whose seat it is is a wish: partners apart, then men and women, then the sides."""
    if all(seat.side is None and not seat.sex for seat in free) and not any(p.partner for p in waiting):
        placed.update((seat.key, person.id) for seat, person in zip(free, waiting, strict=False))
        return
    beside = chart.neighbours() if chart.kind in _PARTNERS_APART else {}
    partners = {p.id: p.partner for p in waiting}
    for seat in free:
        if not waiting:
            return
        next_to = {placed.get(key) for key in beside.get(seat.key, ())} - {None}

        def unfit(person: Sitter, seat: Seat = seat, next_to: set[int | None] = next_to) -> tuple[bool, bool, bool]:
            together = person.partner in next_to or any(partners.get(one or 0) == person.id for one in next_to)
            return together, bool(seat.sex and person.sex and seat.sex != person.sex), not takes(seat, person)

        person = min(waiting, key=unfit)  # of equals the first: the higher rank
        waiting.remove(person)
        placed[seat.key] = person.id


def _principal(chart: Chart, seat: Seat) -> Seat | None:
    """Return the seat ranks are counted from where this one is."""
    same = [s for s in chart.seats if s.part == seat.part and s.offset == 0 and s.use is SeatUse.ANYBODY]
    return min(same, key=_by_honour, default=None) or place_of_honour(chart)


def _why(chart: Chart, seat: Seat, person: Sitter) -> Why:
    if person.interpreter and seat.use is SeatUse.INTERPRETER:
        return Why.INTERPRETER_BEHIND if seat.second_row else Why.INTERPRETER
    special = {SeatUse.DRIVER: Why.DRIVER, SeatUse.ASSISTANT: Why.ASSISTANT}.get(seat.use)
    if special is not None:
        return special
    if seat.honour == 1:
        return Why.HONOUR
    if seat.second_row and chart.kind in _SECOND_ROW_KEPT:
        return Why.SECOND_ROW
    if chart.mixed and seat.side is not None:
        return Why.SIDES_ALTERNATE
    has_head = any(s.part == seat.part and s.offset == 0 for s in chart.seats)
    if not has_head or not seat.offset:
        return Why.IN_TURN
    return Why.RIGHT if seat.offset > 0 else Why.LEFT
