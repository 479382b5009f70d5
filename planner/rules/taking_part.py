"""Who takes part in an item: painted on and off by side, delegation, track and person (handbook 1.3, 2.1)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from planner.rules.kinds import ItemKind, Role, Side

SIDE, DELEGATION, TRACK, MEMBER = "side", "delegation", "track", "member"

_ROUND_A_TABLE = frozenset({ItemKind.MEETING, ItemKind.TALKS})


class Who(NamedTuple):
    """A side (by its value), delegation, track or place in a delegation."""

    kind: str
    id: int | str


class Groups(NamedTuple):
    """Who belongs to whom: a side holds delegations, a delegation places, a track any of both.

    `absent` are the places of who declined; `tracks` are those a delegation or place was put on by name.
    """

    parent: Mapping[Who, Who]
    children: Mapping[Who, tuple[Who, ...]]
    absent: frozenset[Who] = frozenset()
    tracks: Mapping[Who, tuple[Who, ...]] = MappingProxyType({})

    def above(self, who: Who) -> Iterator[Who]:
        """Yield what somebody belongs to, the nearest first."""
        up = self.parent.get(who)
        while up is not None:
            yield up
            up = self.parent.get(up)

    def over(self, who: Who) -> Iterator[Who]:
        """Yield every group somebody is in in the order in which its word counts: delegation, tracks, side."""
        held = [who, *self.above(who)]
        yield from (one for one in held[1:] if one.kind != SIDE)
        yield from dict.fromkeys(track for one in held for track in self.tracks.get(one, ()))
        yield from (one for one in held[1:] if one.kind == SIDE)

    def below(self, who: Who) -> Iterator[Who]:
        """Yield all that belongs to somebody, what holds others before them."""
        for child in self.children.get(who, ()):
            yield child
            yield from self.below(child)

    def people(self, who: Who) -> Iterator[Who]:
        """Yield the places meant by somebody; those who declined are not."""
        if who.kind == MEMBER:
            if who in self.parent and who not in self.absent:
                yield who
            return
        for child in self.children.get(who, ()):
            yield from self.people(child)


Named = Mapping[Who, Role]
"""Who is put down for one item, each with a role."""


class Cell(NamedTuple):
    """How somebody takes part: with a role of the own, `through` something above, or only `partly` (some of them)."""

    role: Role | None = None
    through: Who | None = None
    partly: bool = False

    @property
    def own(self) -> bool:
        """Tell whether the role is put down for them and for nobody above."""
        return self.role is not None and self.through is None


def groups(
    delegations: Iterable[tuple[int, Side]], places: Iterable[tuple[int, int, bool]],
    tracks: Iterable[tuple[int, Who]] = (),
) -> Groups:  # fmt: skip
    """Return who belongs to whom, of delegations (id, side), places (id, delegation, whether they come) and who is on
    which track (its id, a delegation or place).
    """
    parent: dict[Who, Who] = {}
    children: dict[Who, list[Who]] = defaultdict(list)
    absent = set()
    for delegation_id, side in delegations:
        _join(Who(DELEGATION, delegation_id), Who(SIDE, side.value), parent, children)
    for place, delegation_id, comes in places:
        member = Who(MEMBER, place)
        _join(member, Who(DELEGATION, delegation_id), parent, children)
        if not comes:
            absent.add(member)
    on: dict[Who, list[Who]] = defaultdict(list)
    for track_id, who in tracks:
        if who in parent:
            children[Who(TRACK, track_id)].append(who)
            on[who].append(Who(TRACK, track_id))
    return Groups(parent, _tuples(children), frozenset(absent), _tuples(on))


def _tuples(found: Mapping[Who, list[Who]]) -> dict[Who, tuple[Who, ...]]:
    return {key: tuple(held) for key, held in found.items()}


def _join(one: Who, to: Who, parent: dict[Who, Who], children: dict[Who, list[Who]]) -> None:
    parent[one] = to
    children[to].append(one)


def cell(there: Groups, named: Named, who: Who) -> Cell:
    """Return how somebody takes part in an item."""
    if (own := named.get(who)) is not None:
        return Cell(own)
    if who not in there.absent:
        for up in there.over(who):
            if (role := named.get(up)) is not None:
                return Cell(role, up)
    return Cell(partly=any(_is_named(there, named, below) for below in there.below(who)))


def _is_named(there: Groups, named: Named, who: Who) -> bool:
    return who in named or any(track in named for track in there.tracks.get(who, ()))


def concerns(there: Groups, named: Named, who: Who) -> bool:
    """Tell whether an item is somebody's: by name or through a group, also of one who declined since."""
    return who in named or any(up in named for up in there.over(who))


def through_tracks(there: Groups, tracks: Iterable[int]) -> dict[Who, Role]:
    """Return the tracks an item is on that have members: these take part in it without being put down."""
    found = (Who(TRACK, one) for one in tracks)
    return {track: Role.TAKES_PART for track in found if there.children.get(track)}


def present(there: Groups, named: Named) -> dict[Who, Role]:
    """Return the places that take part, each with its role."""
    found: dict[Who, Role] = {}
    for kind in (SIDE, DELEGATION, MEMBER):  # the nearer word counts
        for who, role in named.items():
            if who.kind == kind:
                found.update(dict.fromkeys(there.people(who), role))
    for track in (one for one in named if one.kind == TRACK):
        for who in there.people(track):
            found[who] = cell(there, named, who).role or named[track]
    return found


def put_down(
    there: Groups, named: Named, wanted: Iterable[Who], role: Role | None = None, *, usual: Role = Role.TAKES_PART
) -> dict[Who, Role]:
    """Return who takes part once these are put down; without a role those who take part already keep theirs.

    What a word for a whole group says already is not said again for those in it.
    """
    found = dict(named)
    for who in wanted:
        now = cell(there, found, who).role
        if role is None and now is not None:
            continue
        found[who] = role or usual
        for one in (who, *there.below(who)):
            nearest = next((found[up] for up in there.over(one) if up in found), None)
            if one in found and nearest is found[one]:
                del found[one]
    return _with_roles_kept(there, named, found) if role is None else found


def take_off(there: Groups, named: Named, unwanted: Iterable[Who]) -> dict[Who, Role]:
    """Return who takes part once these, and all that belong to them, are taken off.

    Somebody who takes part through a side, delegation or track is taken out of it: the others of it are put down
    instead. A track that is taken off leaves those of it who are put down for themselves.
    """
    found, gone = dict(named), set[Who]()
    for who in unwanted:
        if who.kind == TRACK:
            if who in found:
                del found[who]
                gone.update(there.people(who))
            continue
        left = {who, *there.below(who)}
        gone |= left
        for track in [one for one in found if one.kind == TRACK and not left.isdisjoint(there.below(one))]:
            tracked = found.pop(track)
            for child in _others(there, there.children[track], who, left):
                found.setdefault(child, tracked)
        path = [*there.above(who)][::-1]
        for place, up in enumerate(path):
            role = found.pop(up, None)
            if role is not None:
                onward = path[place + 1] if place + 1 < len(path) else who
                for child in there.children.get(up, ()):
                    if child not in there.absent and (child == onward or child not in found):
                        found.setdefault(child, role)
        for one in (who, *there.below(who)):
            found.pop(one, None)
    return _with_roles_kept(there, named, found, gone)


def _others(there: Groups, children: Iterable[Who], who: Who, gone: Collection[Who]) -> Iterator[Who]:
    """Yield those of a group that stay when somebody is taken out of it, each group whole where nobody of it goes."""
    for child in children:
        if child in there.above(who):
            yield from _others(there, there.children.get(child, ()), who, gone)
        elif child not in gone and child not in there.absent:
            yield child


def _with_roles_kept(
    there: Groups, before: Named, after: dict[Who, Role], gone: Collection[Who] = ()
) -> dict[Who, Role]:
    """Return who takes part with the role each had: where a word for a group would now count before that of a track."""
    if any(one.kind == TRACK for one in before):
        now = present(there, after)
        kept = {who: role for who, role in present(there, before).items() if who not in gone and now.get(who) != role}
        after.update(kept)
    return after


def seats(kind: ItemKind, capacity: Mapping[str, int]) -> int | None:
    """Return how many a room seats for an item of this kind: round a table for talks, else at most (W-64)."""
    if not capacity:
        return None
    if kind in _ROUND_A_TABLE and "table" in capacity:
        return capacity["table"]
    return max(capacity.values())


class Taken(NamedTuple):
    """Somebody or something taken: `what` and `id` name a lane ("person", "room", "vehicle"), times are UTC minutes.

    `item` is 0 for a time kept elsewhere; `outside` tells that it is of another event or calendar.
    """

    what: str
    id: int
    item: int
    start: int
    end: int
    outside: bool = False


def collisions(taken: Iterable[Taken]) -> dict[Taken, tuple[Taken, ...]]:
    """Return for each use of this event the others of the same lane that take it at the same time.

    An item and a part of it are told apart by the caller; here whatever shares a moment collides.
    """
    lanes: dict[tuple[str, int], list[Taken]] = defaultdict(list)
    for one in taken:
        lanes[one.what, one.id].append(one)
    found: dict[Taken, list[Taken]] = defaultdict(list)
    for lane in lanes.values():
        lane.sort(key=lambda one: (one.start, one.end, one.item))
        open_ones: list[Taken] = []
        for one in lane:
            open_ones = [other for other in open_ones if other.end > one.start]
            for other in open_ones:
                if one.start < other.end and other.start < one.end and not (one.outside and other.outside):
                    found[one].append(other)
                    found[other].append(one)
            open_ones.append(one)
    return {one: tuple(others) for one, others in found.items()}
