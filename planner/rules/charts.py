"""The chart of a plan: its kind, its options, the people to be seated and the pins that must find their seat."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from planner.rules import banquet, cars, flags_order, head_table, long_table, photo_order, round_table, u_table
from planner.rules.facing_table import facing_table
from planner.rules.kinds import Side
from planner.rules.placement import Pins
from planner.rules.places import Chart, PlanKind, Room, Sitter, Table
from planner.rules.signing_table import many_parties, signing_table

_FEWEST_POLES = 2
_MOST_ADDED = 24  # chairs added so that a pinned one exists


class Option(NamedTuple):
    """Something the sitter may choose: a word of `choices`, or yes and no, or a number where there are none."""

    name: str
    default: str | bool | int
    choices: tuple[str, ...] = ()


_HOSTS_AT_DOOR = Option("host_side", "back_to_door", ("back_to_door", "facing_door"))
_HOST_LOOKS = Option("host_side", "facing_door", ("back_to_door", "facing_door"))
_FIRST = Option("first", "R", ("R", "L"))
_TWO_SIDES = Option("two_sides", True)
_SEATS = Option("seats", 0)
_LEFT_HAND = Option("left_hand_traffic", False)
_BAR = Option("bar", 3)

OPTIONS: Mapping[PlanKind, tuple[Option, ...]] = {
    PlanKind.FACING_TABLE: (
        Option("interpreter", "left", ("left", "right", "behind", "cn", "none")), Option("mirror", False), _FIRST,
        _HOSTS_AT_DOOR, Option("end_to_door", False), Option("guest_seats", 0), Option("host_seats", 0),
        Option("guest_second_row", 0), Option("host_second_row", 0),
    ),
    PlanKind.ROUND: (_SEATS, _TWO_SIDES, _HOST_LOOKS),
    PlanKind.MULTILATERAL: (_SEATS, Option("direction", "right", ("right", "left")), _HOST_LOOKS),
    PlanKind.LONG_TABLE: (_SEATS, Option("couples", False), _HOST_LOOKS),
    PlanKind.ENGLISH_TABLE: (_SEATS, Option("couples", False), _HOST_LOOKS),
    PlanKind.U_TABLE: (_BAR, _TWO_SIDES, Option("mediated", False)),
    PlanKind.T_TABLE: (_BAR, _TWO_SIDES),
    PlanKind.HEAD_TABLE: (
        _SEATS, _FIRST, Option("number_one", "rank", ("rank", "host", "guest")), Option("lectern", False),
    ),
    PlanKind.THEATRE: (Option("rows", 0), Option("per_block", 6), Option("kept", 0), _FIRST),
    PlanKind.BANQUET: (_TWO_SIDES,),
    PlanKind.CAR: (
        Option("owner_drives", False), _LEFT_HAND, Option("kerb", "", ("", "right", "left")),
        Option("rear_middle", False),
    ),
    PlanKind.MINIBUS: (Option("rows", 4), Option("right", 2), Option("left", 1), _LEFT_HAND),
    PlanKind.COACH: (Option("rows", 12), Option("right", 2), Option("left", 2), _LEFT_HAND),
    PlanKind.PHOTO: (Option("style", "interleaved", ("interleaved", "block")), Option("rows", 1)),
    PlanKind.RECEIVING_LINE: (),
    PlanKind.FLAGS: (Option("stand", "row", ("row", "table", "crossed")),),
    PlanKind.SIGNING: (Option("assistants", True),),
}  # fmt: skip
"""What may be chosen for each kind of plan; a plan's `options` hold what differs from the default or the profile."""


class Asked(NamedTuple):
    """What a chart is made of, the options complete."""

    kind: PlanKind
    people: Sequence[Sitter]
    options: Mapping[str, Any]
    pins: Pins
    room: Room | None
    tables: Sequence[Table]

    def at_table(self, side: Side, part: str = "") -> int:
        """Return how many of a side sit at the table: those pinned to its part, less those pinned to another."""
        at = {person: key for key, person in self.pins.items() if person is not None}
        other = Side.HOST if side is Side.GUEST else Side.GUEST
        here = 0
        for person in self.people:
            if person.interpreter or person.driver or person.assistant or person.second_row:
                continue
            pinned = at.get(person.id, "")
            elsewhere = pinned.startswith(f"{other.value}:")
            if pinned.startswith(f"{part or side.value}:") or (person.side is side and not elsewhere):
                here += 1
        return here

    def having(self, name: str, side: Side | None = None) -> int:
        """Return how many people have a mark ("interpreter", "second_row"), of one side or of all."""
        return sum(bool(getattr(person, name)) for person in self.people if side in (None, person.side))

    @property
    def total(self) -> int:
        """How many people there are, drivers and assistants not counted."""
        return sum(not (person.driver or person.assistant) for person in self.people)


def options_of(kind: PlanKind, *layers: Mapping[str, Any]) -> dict[str, Any]:
    """Return all options of a kind: the defaults, over them the profile's, over them the plan's own."""
    options: dict[str, Any] = {option.name: option.default for option in OPTIONS[kind]}
    for layer in layers:
        options.update({name: value for name, value in layer.items() if name in options})
    return options


def chart_for(
    kind: PlanKind,
    people: Sequence[Sitter],
    options: Mapping[str, Any] | None = None,
    *,
    pins: Pins | None = None,
    room: Room | None = None,
    tables: Sequence[Table] = (),
) -> Chart:
    """Return the chart of a plan for these people. Chairs are added until every pinned seat is there."""
    chosen = options_of(kind, options or {})
    if not chosen.get("assistants"):  # those who assist at a signing are people as others elsewhere
        people = [person._replace(assistant=False) for person in people]
    if kind is not PlanKind.FACING_TABLE:  # there is no second row for aides elsewhere
        people = [person._replace(second_row=False) for person in people]
    asked = Asked(kind, people, chosen, pins or {}, room, tables)
    chart = _MAKERS[kind](asked, 0)
    for more in range(1, _MOST_ADDED + 1):
        if all(key in chart.by_key for key in asked.pins):
            break
        larger = _MAKERS[kind](asked, more)
        if len(larger.seats) == len(chart.seats):
            break
        chart = larger
    return chart


def _facing(asked: Asked, more: int) -> Chart:
    options, sides = asked.options, (Side.GUEST, Side.HOST)
    lacking = {side: more if _lacks(asked, side) else 0 for side in sides}
    aides = {side: asked.having("second_row", side) + _more_than_one(asked, "interpreter", side) for side in sides}
    second = {side: max(aides[side], options[f"{side.value}_second_row"]) for side in sides}
    return facing_table(
        guests=max(asked.at_table(Side.GUEST) + lacking[Side.GUEST], options["guest_seats"]),
        hosts=max(asked.at_table(Side.HOST) + lacking[Side.HOST], options["host_seats"]),
        guest_interpreter=asked.having("interpreter", Side.GUEST) > 0,
        host_interpreter=asked.having("interpreter", Side.HOST) > 0,
        interpreter=options["interpreter"], mirror=options["mirror"], first=options["first"],
        host_side=options["host_side"], end_to_door=options["end_to_door"],
        second_row_guests=second[Side.GUEST], second_row_hosts=second[Side.HOST], room=asked.room,
    )  # fmt: skip


def _more_than_one(asked: Asked, name: str, side: Side) -> int:
    """Return how many have no chair of their kind: there is one for each side."""
    return max(asked.having(name, side) - 1, 0) if asked.options.get("interpreter") != "none" else 0


def _lacks(asked: Asked, side: Side) -> bool:
    return any(key.startswith(f"{side.value}:") for key in asked.pins)


def _round(asked: Asked, more: int) -> Chart:
    seats = max(asked.total + more, asked.options["seats"], 2)
    if asked.kind is PlanKind.MULTILATERAL:
        return round_table.multilateral(
            seats, direction=asked.options["direction"], host_side=asked.options["host_side"], room=asked.room
        )
    return round_table.round_table(
        seats, two_sides=asked.options["two_sides"], host_side=asked.options["host_side"], room=asked.room
    )


def _long(asked: Asked, more: int) -> Chart:
    seats = max(asked.total + more, asked.options["seats"], 2)
    english = asked.kind is PlanKind.ENGLISH_TABLE
    make = long_table.english_table if english else long_table.long_table
    at_sides = max(seats - 2, 0) if english else seats
    return make(
        at_sides - at_sides // 2, at_sides // 2, couples=asked.options["couples"],
        host_side=asked.options["host_side"], room=asked.room,
    )  # fmt: skip


def _arms(asked: Asked, more: int) -> Chart:
    options = asked.options
    bar, apart = max(options["bar"], 1), options["two_sides"]
    mediated = bool(options.get("mediated"))
    extra = {side: asked.having("interpreter", side) for side in Side}
    if mediated:
        bar = max(bar, asked.at_table(Side.HOST, "bar") + extra[Side.HOST])
        right = asked.at_table(Side.GUEST, "right") + extra[Side.GUEST]
        left = sum(person.side is Side.INVITED for person in asked.people)
    elif apart:
        right, left = asked.at_table(Side.GUEST, "right") - bar // 2, asked.at_table(Side.HOST, "left") - (bar + 1) // 2
        right, left = right + extra[Side.GUEST], left + extra[Side.HOST]
    else:
        at_arms = asked.total - bar
        right, left = at_arms - at_arms // 2, at_arms // 2
    right, left = max(right, 0) + more, max(left, 0) + more
    if asked.kind is PlanKind.T_TABLE:
        return u_table.t_table(bar=bar, right=right, left=left, two_sides=apart, room=asked.room)
    return u_table.u_table(bar=bar, right=right, left=left, two_sides=apart, mediated=mediated, room=asked.room)


def _head(asked: Asked, more: int) -> Chart:
    options = asked.options
    return head_table.head_table(
        max(asked.total + more, options["seats"], 1), first=options["first"], number_one=options["number_one"],
        lectern=options["lectern"], room=asked.room,
    )  # fmt: skip


def _theatre(asked: Asked, more: int) -> Chart:
    options = asked.options
    per_block = max(options["per_block"], 1)
    kept = min(options["kept"], per_block - 1)
    in_row = 2 * (per_block - kept)
    interpreters = asked.having("interpreter")
    rows = max(options["rows"], -(-asked.total // in_row), 1 + (interpreters > 0)) + more
    return head_table.theatre(
        rows, per_block, first=options["first"], kept=kept,
        interpreters_behind=min(interpreters, 2 * per_block), room=asked.room,
    )  # fmt: skip


def _car(asked: Asked, more: int) -> Chart:
    options = asked.options
    return cars.car(
        owner_drives=options["owner_drives"], left_hand_traffic=options["left_hand_traffic"],
        kerb=options["kerb"] or None, rear_middle=options["rear_middle"] or asked.total > 3 or more > 0,
    )  # fmt: skip


def _bus(asked: Asked, more: int) -> Chart:
    options = asked.options
    make = cars.minibus if asked.kind is PlanKind.MINIBUS else cars.coach
    right, left = max(options["right"], 1), max(options["left"], 1)
    rows = max(options["rows"], -(-asked.total // (right + left))) + more
    return make(rows, right, left, left_hand_traffic=options["left_hand_traffic"])


def _photo(asked: Asked, more: int) -> Chart:
    guests, hosts = asked.at_table(Side.GUEST, "-"), asked.at_table(Side.HOST, "-")
    return photo_order.photograph(
        guests, hosts, style=asked.options["style"], rows=max(asked.options["rows"], 1),
        others=asked.total - guests - hosts + more,
    )  # fmt: skip


def _signing(asked: Asked, more: int) -> Chart:
    sides = (Side.GUEST, Side.HOST)
    behind = {
        side: max(asked.at_table(side, "-") - 1, 0)
        + asked.having("interpreter", side)
        + _more_than_one(asked, "assistant", side)
        for side in sides
    }
    if not any(person.side in (Side.GUEST, Side.HOST) for person in asked.people) and asked.people:
        return many_parties(asked.total + more, room=asked.room)
    return signing_table(
        behind_guests=behind[Side.GUEST] + more, behind_hosts=behind[Side.HOST] + more,
        assistants=asked.options["assistants"], room=asked.room,
    )  # fmt: skip


def _banquet(asked: Asked, more: int) -> Chart:
    del more  # a banquet has the tables it has
    return banquet.tables_in_room(asked.tables, two_sides=asked.options["two_sides"], room=asked.room)


def _poles(asked: Asked) -> int:
    """Return how many flags there are to stand: those the room names, else one for each who was put there."""
    return len(asked.room.flags if asked.room else ()) or len(asked.people) or _FEWEST_POLES


_MAKERS: Mapping[PlanKind, Callable[[Asked, int], Chart]] = {
    PlanKind.FACING_TABLE: _facing,
    PlanKind.ROUND: _round,
    PlanKind.MULTILATERAL: _round,
    PlanKind.LONG_TABLE: _long,
    PlanKind.ENGLISH_TABLE: _long,
    PlanKind.U_TABLE: _arms,
    PlanKind.T_TABLE: _arms,
    PlanKind.HEAD_TABLE: _head,
    PlanKind.THEATRE: _theatre,
    PlanKind.BANQUET: _banquet,
    PlanKind.CAR: _car,
    PlanKind.MINIBUS: _bus,
    PlanKind.COACH: _bus,
    PlanKind.PHOTO: _photo,
    PlanKind.RECEIVING_LINE: lambda asked, more: photo_order.receiving_line(asked.total + more),
    PlanKind.FLAGS: lambda asked, more: flags_order.flag_line(_poles(asked) + more),
    PlanKind.SIGNING: _signing,
}
