"""Who takes part, painted over many people and items at once: one stroke is one step."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from planner.errors import BadInput
from planner.model.agenda import Attendance, Item, ItemTrack, Track, TrackMember
from planner.model.participation import Delegation, Participation
from planner.operations.registry import Work, operation
from planner.rules.kinds import ItemKind, Role, Side
from planner.rules.taking_part import (
    DELEGATION,
    MEMBER,
    SIDE,
    TRACK,
    Groups,
    Who,
    concerns,
    groups,
    put_down,
    take_off,
    through_tracks,
)

_COLUMNS = {DELEGATION: "delegation_id", TRACK: "track_id", MEMBER: "participation_id"}
_PARTS = (ItemKind.TOPIC, ItemKind.TALK)


class Painted(NamedTuple):
    """A cell of the matrix: an item, and one of a side, delegation, track or place."""

    item_id: int
    side: str = ""
    delegation_id: int | None = None
    track_id: int | None = None
    participation_id: int | None = None


@operation("Change who takes part in {titles}")
def paint_attendance(work: Work, cells: Sequence[Painted], *, on: bool = True, role: str = "") -> None:
    """Put sides, delegations, tracks and people down for items of one event, or take them off (handbook 2.1).

    Without a role those who take part already keep theirs. Somebody taken off what a side or delegation takes part in
    leaves the others of it put down. Raise BadInput where nothing but a track the item is on stands for somebody who
    is to be taken off.
    """
    items = {one.item_id: work.get(Item, one.item_id) for one in cells}
    if len({item.event_id for item in items.values()}) > 1:
        raise BadInput("Only items of one event can be painted at once.")
    try:
        wanted_role = Role(role) if role else None
        by_item: dict[int, list[Who]] = defaultdict(list)
        for one in cells:
            by_item[one.item_id].append(_who(one))
    except ValueError as error:
        raise BadInput("Name one side, delegation, track or person.") from error
    for event_id in {item.event_id for item in items.values()}:
        there = _groups(work, event_id)
        for found in by_item.values():
            _require_there(work, event_id, there, found)
        rows: dict[int, dict[Who, list[Attendance]]] = defaultdict(lambda: defaultdict(list))
        for row in work.find_among(Attendance, "item_id", list(items)):
            rows[row.item_id][_of(row)].append(row)
        on_tracks: dict[int, list[int]] = defaultdict(list)
        for track in work.find_among(ItemTrack, "item_id", list(items)):
            on_tracks[track.item_id].append(track.track_id)
        for item_id, found in by_item.items():
            named = {who: Role(held[0].role) for who, held in rows[item_id].items()}
            tracks = through_tracks(there, on_tracks[item_id])
            if on:
                named = {**tracks, **named}
                after = put_down(there, named, found, wanted_role, usual=_usual(items[item_id]))
            else:
                after = take_off(there, named, found)
                _require_possible(there, tracks, found, touched=after != named or len(by_item) > 1)
            _write(work, item_id, rows[item_id], named, after)
    titles = [title for item in items.values() if (title := item.title.first())]
    work.values["titles"] = ", ".join(titles[:2]) + (", …" if len(titles) > 2 else "")


def _who(one: Painted) -> Who:
    ids = (one.delegation_id, one.track_id, one.participation_id)
    named = [Who(kind, number) for kind, number in zip(_COLUMNS, ids, strict=True) if number is not None]
    if one.side:
        named.append(Who(SIDE, Side(one.side).value))
    if len(named) != 1:
        raise ValueError
    return named[0]


def _groups(work: Work, event_id: int) -> Groups:
    rows = work.find(Delegation, event_id=event_id)
    places = work.find_among(Participation, "delegation_id", [row.id for row in rows])
    tracks = work.find_among(TrackMember, "track_id", [track.id for track in work.find(Track, event_id=event_id)])
    return groups(
        ((row.id, Side(row.side)) for row in rows),
        ((place.id, place.delegation_id, place.state != "declined") for place in places),
        ((row.track_id, _member(row)) for row in tracks),
    )


def _member(row: TrackMember) -> Who:
    if row.participation_id is not None:
        return Who(MEMBER, row.participation_id)
    return Who(DELEGATION, row.delegation_id or 0)


def _require_possible(there: Groups, tracks: Mapping[Who, Role], unwanted: Sequence[Who], *, touched: bool) -> None:
    """Refuse to take somebody off who takes part through a track the item is on, unless the stroke does anything."""
    if not touched and any(concerns(there, tracks, who) for who in unwanted):
        raise BadInput("The item is on their track. Take them off the track, or the item.")


def _require_there(work: Work, event_id: int, there: Groups, wanted: Sequence[Who]) -> None:
    for who in wanted:
        strange = who.kind in (DELEGATION, MEMBER) and who not in there.parent
        if strange or (who.kind == TRACK and work.get(Track, int(who.id)).event_id != event_id):
            raise BadInput("Only those of the same event can take part in its items.")


def _usual(item: Item) -> Role:
    return Role.SPEAKER if ItemKind(item.kind) in _PARTS else Role.TAKES_PART


def _write(
    work: Work, item_id: int, rows: Mapping[Who, list[Attendance]], named: Mapping[Who, Role], after: Mapping[Who, Role]
) -> None:
    """Write what differs; rows that stay are not touched."""
    for who in named:
        for row in rows[who] if who not in after else ():
            work.remove(row)
    for who, role in after.items():
        if who not in named:
            work.add(_row(item_id, who, role))
        elif named[who] is not role and not rows[who]:
            work.add(_row(item_id, who, role))  # so far only a track the item is on
        elif named[who] is not role:
            rows[who][0].role = role.value


def _of(row: Attendance) -> Who:
    if row.participation_id is not None:
        return Who(MEMBER, row.participation_id)
    if row.delegation_id is not None:
        return Who(DELEGATION, row.delegation_id)
    return Who(TRACK, row.track_id) if row.track_id is not None else Who(SIDE, row.side)


def _row(item_id: int, who: Who, role: Role) -> Attendance:
    if who.kind == SIDE:
        return Attendance(item_id=item_id, role=role.value, side=str(who.id))
    return Attendance(item_id=item_id, role=role.value, **{_COLUMNS[who.kind]: who.id})
