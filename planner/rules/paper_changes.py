"""What changed between two states of a paper: the difference of its lines, compared by row id.

A line says in words what a reader finds on the paper under each aspect, in every language compared. So a change is
exactly what a reader could see: a check mark or a source that nobody prints makes none.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

Words = tuple[str, ...]
"""The same words in each of the languages compared."""


class Kind(StrEnum):
    """How a line changed, in the order in which the changes of one line are told."""

    ADDED = "added"
    CANCELLED = "cancelled"
    MOVED = "moved"  # another day, time or length
    PLACE = "new-place"
    WORDING = "other-wording"
    NOTE = "other-note"
    PERSON = "other-person"
    POST = "other-post"
    ORDER = "other-order"


ASPECTS = (Kind.MOVED, Kind.PLACE, Kind.WORDING, Kind.NOTE, Kind.PERSON, Kind.POST)
"""The kinds that are a difference of words."""


class PaperLine(NamedTuple):
    """One line of a paper, by the id of its row.

    `block` is what it stands under (a day, a delegation, a session), `heading` what that is called, `place` its
    place on the paper: lines sort by it. `facts` holds the words under each aspect; those of `MOVED` name the day,
    while `time` does not. `number` is its number among its neighbours, 0 where the time alone decides the order.
    `who` is the id of the person it is about. `stands_alone` is False for a title or heading: it never comes or goes.
    """

    id: int
    block: int
    place: tuple[int, ...]
    heading: Words
    title: Words
    facts: Mapping[Kind, Words]
    time: Words = ()
    number: int = 0
    who: int = 0
    parent: int = 0
    stands_alone: bool = True

    @property
    def neighbours(self) -> int:
        """What the numbers are counted in: the whole it is a part of, else its block."""
        return self.parent or self.block


class Change(NamedTuple):
    """One change of one line, with the line as it was and as it is; None where it is not there."""

    id: int
    kind: Kind
    before: PaperLine | None
    after: PaperLine | None

    @property
    def line(self) -> PaperLine:
        """The line as it is now, or as it was when it is gone."""
        line = self.after or self.before
        assert line is not None
        return line

    def words(self) -> tuple[Words, Words]:
        """Return what was said and what is said instead, per language; empty where there was or is no line."""
        day_too = self.before is None or self.after is None or self.before.block != self.after.block
        return self._said(self.before, day_too), self._said(self.after, day_too)

    def _said(self, line: PaperLine | None, day_too: bool) -> Words:
        if line is None:
            return ()
        if self.kind in (Kind.ADDED, Kind.CANCELLED):
            return line.title
        if self.kind is Kind.ORDER:
            return (str(line.number),) * len(line.title)
        if self.kind is Kind.MOVED and not day_too:
            return line.time
        # A corrected name is another wording of the same person.
        kind = Kind.PERSON if self.kind is Kind.WORDING and Kind.WORDING not in line.facts else self.kind
        return line.facts.get(kind, ("",) * len(line.title))


def differences(before: Sequence[PaperLine], after: Sequence[PaperLine]) -> tuple[Change, ...]:
    """Return every change that leads from one state of a paper to the other, in the order of the paper."""
    old, new = ({line.id: line for line in lines} for lines in (before, after))
    found = [Change(line.id, Kind.CANCELLED, line, None) for line in before if line.id not in new and line.stands_alone]
    for line in after:
        if line.id in old:
            found += _of_line(old[line.id], line)
        elif line.stands_alone:
            found.append(Change(line.id, Kind.ADDED, None, line))
    found += [Change(row, Kind.ORDER, old[row], new[row]) for row in _out_of_order(old, new)]
    kinds = list(Kind)
    return tuple(sorted(found, key=lambda change: (change.line.place, change.id, kinds.index(change.kind))))


def inverse(change: Change) -> Change:
    """Return the change that takes this one back."""
    turned = {Kind.ADDED: Kind.CANCELLED, Kind.CANCELLED: Kind.ADDED}.get(change.kind, change.kind)
    return Change(change.id, turned, change.after, change.before)


def told(changes: Iterable[Change]) -> tuple[Change, ...]:
    """Leave out what goes without saying: the parts of what was added or cancelled as a whole."""
    all_changes = tuple(changes)
    whole = {(change.id, change.kind) for change in all_changes if change.kind in (Kind.ADDED, Kind.CANCELLED)}
    return tuple(change for change in all_changes if (change.line.parent, change.kind) not in whole)


def marked(changes: Iterable[Change]) -> frozenset[int]:
    """Return the ids of the rows that bear a mark in the margin: those that changed and still stand."""
    return frozenset(change.id for change in changes if change.after is not None)


def _of_line(old: PaperLine, new: PaperLine) -> list[Change]:
    kinds = [kind for kind in ASPECTS if old.facts.get(kind) != new.facts.get(kind)]
    same_person = old.who == new.who != 0 and Kind.WORDING not in old.facts and Kind.WORDING not in new.facts
    told_as = [Kind.WORDING if kind is Kind.PERSON and same_person else kind for kind in kinds]
    return [Change(new.id, kind, old, new) for kind in told_as]


def _out_of_order(old: Mapping[int, PaperLine], new: Mapping[int, PaperLine]) -> list[int]:
    """Return the rows that changed places with their neighbours, as few as can explain the new order.

    What only moved up or down because something came or went before it has kept its place.
    """
    both = [row for row in new if row in old and old[row].number and new[row].number]
    moved = [row for row in both if old[row].neighbours != new[row].neighbours]
    stayed = [row for row in both if old[row].neighbours == new[row].neighbours]
    old_order = sorted(stayed, key=lambda row: (old[row].neighbours, old[row].number, row))
    new_order = sorted(stayed, key=lambda row: (new[row].neighbours, new[row].number, row))
    # Where several explanations are as short, the choice must not depend on the direction of the comparison.
    first, second = sorted((old_order, new_order))
    position = {row: at for at, row in enumerate(first)}
    kept = _longest_rising([position[row] for row in second])
    return moved + [row for row in stayed if position[row] not in kept]


def _longest_rising(numbers: Sequence[int]) -> set[int]:
    """Return a longest rising subsequence of distinct numbers."""
    tails: list[int] = []
    previous: dict[int, int | None] = {}
    for number in numbers:
        at = bisect_left(tails, number)
        previous[number] = tails[at - 1] if at else None
        tails[at : at + 1] = [number]
    kept: set[int] = set()
    number_or_none = tails[-1] if tails else None
    while number_or_none is not None:
        kept.add(number_or_none)
        number_or_none = previous[number_or_none]
    return kept
