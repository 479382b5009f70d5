"""What seating says to people: kinds of plans, options, why somebody sits here, which rule is bent."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from planner.language.catalog import mark, text
from planner.rules import flags_order
from planner.rules.kinds import Side
from planner.rules.placement import Reason, Why
from planner.rules.places import Chart, PlanKind
from planner.rules.seating_score import Bent, Rule
from planner.rules.text import Language

KINDS: Mapping[PlanKind, str] = {
    PlanKind.FACING_TABLE: mark("Facing table"),
    PlanKind.ROUND: mark("Round table"),
    PlanKind.MULTILATERAL: mark("Round table of states"),
    PlanKind.LONG_TABLE: mark("Long table, French"),
    PlanKind.ENGLISH_TABLE: mark("Long table, English"),
    PlanKind.U_TABLE: mark("U-shaped table"),
    PlanKind.T_TABLE: mark("T-shaped table"),
    PlanKind.HEAD_TABLE: mark("Head table"),
    PlanKind.THEATRE: mark("Rows of a hall"),
    PlanKind.BANQUET: mark("Banquet of several tables"),
    PlanKind.CAR: mark("Car"),
    PlanKind.MINIBUS: mark("Minibus"),
    PlanKind.COACH: mark("Coach"),
    PlanKind.PHOTO: mark("Photograph"),
    PlanKind.RECEIVING_LINE: mark("Receiving line"),
    PlanKind.FLAGS: mark("Flags"),
    PlanKind.SIGNING: mark("Signing table"),
}
"""What the window calls the kinds of plans."""

OPTIONS: Mapping[str, str] = {
    "interpreter": mark("Interpreter"),
    "mirror": mark("Equal ranks face to face"),
    "first": mark("Second in rank sits"),
    "host_side": mark("Hosts"),
    "end_to_door": mark("The table’s end points at the door"),
    "guest_seats": mark("Guests’ chairs"),
    "host_seats": mark("Hosts’ chairs"),
    "guest_second_row": mark("Guests’ second row"),
    "host_second_row": mark("Hosts’ second row"),
    "seats": mark("Chairs"),
    "two_sides": mark("Guests and hosts by their sides"),
    "direction": mark("Counted from the chair"),
    "couples": mark("Men and women alternate"),
    "bar": mark("Chairs at the head"),
    "mediated": mark("Mediated talks"),
    "number_one": mark("First place"),
    "lectern": mark("Lectern"),
    "rows": mark("Rows"),
    "per_block": mark("Chairs in half a row"),
    "kept": mark("Kept free at each end of a row"),
    "owner_drives": mark("The owner drives"),
    "left_hand_traffic": mark("Left-hand traffic"),
    "kerb": mark("Kerb"),
    "rear_middle": mark("Three in the back"),
    "right": mark("Seats at the right of the aisle"),
    "left": mark("Seats at the left of the aisle"),
    "style": mark("Order of the sides"),
    "assistants": mark("Assistants"),
    "stand": mark("How the flags stand"),
}
"""What the window calls the options of `rules.charts.OPTIONS`."""

CHOICES: Mapping[tuple[str, str], str] = {
    ("interpreter", "left"): mark("at the principal’s left"),
    ("interpreter", "right"): mark("at the principal’s right"),
    ("interpreter", "behind"): mark("behind the principal"),
    ("interpreter", "cn"): mark("as in China: the interpreters face each other"),
    ("interpreter", "none"): mark("in a booth"),
    ("first", "R"): mark("at the right of the first"),
    ("first", "L"): mark("at the left of the first"),
    ("host_side", "back_to_door"): mark("with their backs to the door"),
    ("host_side", "facing_door"): mark("facing the door"),
    ("direction", "right"): mark("to the right"),
    ("direction", "left"): mark("to the left"),
    ("number_one", "rank"): mark("the highest rank"),
    ("number_one", "host"): mark("the host"),
    ("number_one", "guest"): mark("the guest of honour"),
    ("kerb", ""): mark("as usual"),
    ("kerb", "right"): mark("on the right"),
    ("kerb", "left"): mark("on the left"),
    ("style", "interleaved"): mark("guests and hosts alternate"),
    ("style", "block"): mark("guests on one side, hosts on the other"),
    ("stand", "row"): mark("in a row, a pole each"),
    ("stand", "table"): mark("on the table"),
    ("stand", "crossed"): mark("a pair with crossed poles"),
}
"""What the window calls the choices of an option."""

_SIDES: Mapping[Side | None, str] = {
    Side.GUEST: mark("the guests’ side"),
    Side.HOST: mark("the hosts’ side"),
}  # "of the guests' side"
_NO_SIDE = mark("all present")

_WHY: Mapping[Why, str] = {
    Why.EMPTY: mark("The chair is empty."),
    Why.KEPT: mark("The chair is kept free."),
    Why.PINNED: mark("Pinned here by the office. Number {rank} of {side}."),
    Why.HONOUR: mark("Number {rank} of {side}: the place of honour."),
    Why.RIGHT: mark("Number {rank} of {side}: chair {chairs} from the principal, at the principal’s own right."),
    Why.LEFT: mark("Number {rank} of {side}: chair {chairs} from the principal, at the principal’s own left."),
    Why.IN_TURN: mark("Number {rank} of {side}: the next seat in order of rank."),
    Why.SIDES_ALTERNATE: mark("Number {rank} of {side}: guests and hosts sit in turn."),
    Why.SECOND_ROW: mark("Aides and experts sit in the second row."),
    Why.INTERPRETER: mark("The interpreter sits beside the principal."),
    Why.INTERPRETER_BEHIND: mark("The interpreter sits behind the principal."),
    Why.DRIVER: mark("The driver’s seat."),
    Why.ASSISTANT: mark("The assistant stands at the outer side of the signatory."),
    Why.MOVED: mark("Placed here by hand. Number {rank} of {side}."),
}
_BY_RULE = mark("By the rule it would be seat {seat}.")

_BENT: Mapping[Rule, str] = {
    Rule.HONOUR: mark("{name} has the place of honour, which is due to {other}."),
    Rule.EMPTY_HONOUR: mark("The place of honour is empty, and {name} sits elsewhere."),
    Rule.SIDE: mark("{name} sits with the other side."),
    Rule.ORDER: mark("{name} has a better seat than {other}, who stands before in the list."),
    Rule.CLUMP: mark("{n} of one side sit in a row: {names}."),
    Rule.PARTNERS: mark("{name} and {other} are partners and sit side by side."),
    Rule.APART: mark("{name} and {other} should not sit together."),
    Rule.TOGETHER: mark("{name} and {other} wish to sit together and do not."),
    Rule.BACK_TO_DOOR: mark("{name} sits with the back to the door."),
    Rule.BACK_TO_CAMERA: mark("{name} sits with the back to the camera."),
    Rule.SUN: mark("{name} has the sun in the eyes."),
    Rule.GAP: mark("Seat {seat} is empty while people sit farther down."),
    Rule.UNSEATED: mark("{name} has no seat."),
    Rule.LOST_PIN: mark("{name} is pinned to a seat that is no longer there."),
    Rule.BALANCE: mark("One side has more than twice as many people as the other: {n}."),
    Rule.END_SEAT: mark("{name}, a guest, sits at the end of the table while a host could."),
    Rule.SPEAKER: mark("{name} speaks and has no seat at the aisle."),
    Rule.HOSTS_AT_ENDS: mark("{name}, a guest, stands at the end; by this custom hosts do."),
    Rule.LANGUAGE: mark("Nobody at the table speaks a language of {name}."),
    Rule.HOSTS_SPREAD: mark("Hosts at table {table}: {n}, while the others have another share."),
    Rule.TOP_TABLE: mark("{name} is among the highest and does not sit at the first table."),
}

FLAGS_WHY: Mapping[flags_order.Why, str] = {
    flags_order.Why.BY_HAND: mark("In the order the office decided."),
    flags_order.Why.RUSSIAN_LAW: mark(
        "By Russian law (1-FKZ, article 8): of an odd number the state’s flag in the middle, of an even one left of it."
    ),
    flags_order.Why.GUEST_LEFT: mark("Two states: the guest’s flag on the left."),
    flags_order.Why.OWN_LEFT: mark("Two states: our own flag on the left."),
    flags_order.Why.MIXED: mark("The states in the middle, regions, cities and organisations outwards."),
    flags_order.Why.CANADIAN: mark("As Canada: of three our own in the middle, of more at the far left."),
    flags_order.Why.GUESTS_FIRST: mark("The guests’ flags first, then our own."),
    flags_order.Why.OWN_FIRST: mark("Our own flag first, then the guests’."),
    flags_order.Why.ALPHABET: mark("States by the alphabet."),
    flags_order.Why.BY_LEVEL: mark("From the highest level down: state, region, city, organisation."),
}
"""Why flags stand as they do, as the window says it."""

CODES: Mapping[Rule, str] = {
    Rule.HONOUR: "W-25", Rule.EMPTY_HONOUR: "W-25", Rule.ORDER: "W-22", Rule.CLUMP: "W-24", Rule.PARTNERS: "W-24",
    Rule.APART: "W-33", Rule.UNSEATED: "W-64", Rule.BACK_TO_DOOR: "W-80", Rule.BACK_TO_CAMERA: "W-80",
    Rule.SUN: "W-80", Rule.BALANCE: "W-21",
}  # fmt: skip
"""The check of the handbook (6) a bent rule is a finding of."""


class Said(NamedTuple):
    """A sentence of the catalog: its id, and what stands in its braces."""

    message: str
    values: dict[str, str]


def why_said(reason: Reason, language: Language) -> tuple[Said, ...]:
    """Return the sentences that say why somebody sits here."""
    side = text(_SIDES.get(reason.side, _NO_SIDE), language)
    values = {"rank": str(reason.rank), "side": side, "chairs": str(reason.chairs)}
    said = [Said(_WHY[reason.why], values)]
    if reason.by_rule:
        said.append(Said(_BY_RULE, {"seat": reason.by_rule}))
    return tuple(said)


def why(reason: Reason, chart: Chart, language: Language) -> str:
    """Return why somebody sits here, in one language."""
    said = []
    for message, values in why_said(reason, language):
        if "seat" in values:
            values["seat"] = seat_name(chart, values["seat"], language)
        said.append(text(message, language, **values))
    return " ".join(said)


def bent_said(bent: Bent, chart: Chart, name_of: Callable[[int], str], language: Language) -> Said:
    """Return the sentence of a bent rule; `name_of` gives the name of somebody by id."""
    names = [name_of(person) for person in bent.people]
    table = (
        chart.by_key[bent.seats[0]].part.removeprefix("table:") if bent.seats and bent.seats[0] in chart.by_key else ""
    )
    values = {
        "name": names[0] if names else "",
        "other": names[1] if len(names) > 1 else "",
        "names": ", ".join(names),
        "n": str(bent.number),
        "table": table,
        "seat": seat_name(chart, bent.seats[0], language) if bent.seats else "",
    }
    return Said(_BENT[bent.rule], values)


def bent_sentence(bent: Bent, chart: Chart, name_of: Callable[[int], str], language: Language) -> str:
    """Return the sentence of a bent rule in one language."""
    message, values = bent_said(bent, chart, name_of, language)
    return text(message, language, **values)


def seat_name(chart: Chart, key: str, language: Language) -> str:
    """Return what a seat is called: its number with its side or table, or the words of a car."""
    if key in _CAR:
        return text(_CAR[key], language)
    seat = chart.by_key.get(key)
    if seat is None:
        return key
    if seat.part.startswith("table:"):
        return text("{seat} at table {table}", language, seat=seat.number, table=seat.part.removeprefix("table:"))
    if seat.part.startswith("row") and ":" in seat.part:
        row, block = seat.part.removeprefix("row").split(":")
        place = key.rsplit(":", 1)[1]
        side = text(_BLOCKS[block], language)
        return text("row {row}, {block}, {place} from the middle", language, row=row, block=side, place=place)
    if not chart.mixed and seat.side in _SIDES:
        return text("{seat} of {side}", language, seat=seat.number or "–", side=text(_SIDES[seat.side], language))
    return str(seat.number or key)


_CAR = {
    "RR": mark("behind on the right"),
    "RL": mark("behind on the left"),
    "RM": mark("behind in the middle"),
    "F": mark("beside the driver"),
    "D": mark("at the wheel"),
}
_BLOCKS = {"right": mark("right-hand block"), "left": mark("left-hand block")}
