"""The table of a signing: signatories before the audience, the guest at the host's right (handbook 3.11)."""

from __future__ import annotations

from planner.rules.head_table import offsets
from planner.rules.kinds import Side
from planner.rules.places import CHAIR, PITCH, Chart, Furniture, PlanKind, Room, Seat, SeatUse, in_room, key

_DEPTH, _APART = 80, 110
_REACH = _DEPTH / 2 + CHAIR / 2 + 8


def signing_table(
    *, behind_guests: int = 0, behind_hosts: int = 0, assistants: bool = True, room: Room | None = None
) -> Chart:
    """Return two chairs before the audience, assistants at the outer sides, officials standing behind by rank.

    Behind, too, guests stand at the host's right (our left), the highest of each side next to the middle.
    """
    seats = [
        _seat("sign", 0, -_APART / 2, -_REACH, 1, Side.HOST),
        _seat("sign", 1, _APART / 2, -_REACH, 1, Side.GUEST),
    ]
    if assistants:
        seats += [
            _seat("assistant", -1, -_APART * 1.45, -_REACH, 2, Side.HOST, SeatUse.ASSISTANT),
            _seat("assistant", 1, _APART * 1.45, -_REACH, 2, Side.GUEST, SeatUse.ASSISTANT),
        ]
    for side, count, sign in ((Side.HOST, behind_hosts, -1), (Side.GUEST, behind_guests, 1)):
        for place in range(1, count + 1):
            own_right = sign * (place - 0.5) * PITCH
            seats.append(_seat("behind", sign * place, own_right, -_REACH - 110, place + 1, side))
    in_row = [["sign:0", "sign:+1"], [s.key for s in sorted(seats, key=lambda s: s.offset) if s.part == "behind"]]
    table = Furniture("signing-table", 0, 0, 2 * _APART + 40, _DEPTH)
    return in_room(PlanKind.SIGNING, seats, [table], room, in_row=in_row)


def many_parties(count: int, *, room: Room | None = None) -> Chart:
    """Return the signing of more than two parties: the first in the middle, then right and left in turn."""
    shift = 0 if count % 2 else 0.5
    seats = [
        Seat(
            key=key("sign", offset), part="sign", offset=offset, x=-(offset + shift) * _APART, y=-_REACH, facing=180,
            honour=honour, number=honour,
        )
        for honour, offset in enumerate(offsets(count), 1)
    ]  # fmt: skip
    row = [seat.key for seat in sorted(seats, key=lambda seat: seat.offset)]
    table = Furniture("signing-table", 0, 0, count * _APART + 40, _DEPTH)
    return in_room(PlanKind.SIGNING, seats, [table], room, mixed=True, in_row=[row])


def _seat(
    part: str, offset: int, own_right: float, y: float, honour: int, side: Side, use: SeatUse = SeatUse.ANYBODY
) -> Seat:
    """Return a place of somebody who looks at the audience: the own right is the viewer's left."""
    number = honour if use is SeatUse.ANYBODY else 0
    return Seat(
        key=key(part, offset), part=part, offset=offset, x=-own_right, y=y, facing=180, honour=honour, number=number,
        side=side, use=use, second_row=part == "behind",
    )  # fmt: skip
