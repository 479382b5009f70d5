"""The search for a banquet's seating: greedy, then changes of two people with the difference each one makes."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import combinations
from random import Random

from planner.rules.kinds import Side
from planner.rules.placement import Pins
from planner.rules.places import Chart, SeatUse, Sitter
from planner.rules.seating_score import WEIGHTS, Rule, Wish, hosts_share, runs, side_of

_PASSES, _SIDEWAYS = 14, 8  # in the first ones people also change where that bends as much: it opens other ways
_NOBODY = -1  # in the place of a person: an empty chair

_TOGETHER, _APART, _LANGUAGE = WEIGHTS[Rule.TOGETHER], WEIGHTS[Rule.APART], WEIGHTS[Rule.LANGUAGE]
_HOSTS, _TOP, _CLUMP, _PARTNERS = (
    WEIGHTS[Rule.HOSTS_SPREAD],
    WEIGHTS[Rule.TOP_TABLE],
    WEIGHTS[Rule.CLUMP],
    WEIGHTS[Rule.PARTNERS],
)


class Filling:
    """A banquet being filled. People and tables go by number; chairs of a table are counted round it."""

    def __init__(self, chart: Chart, people: Sequence[Sitter], pins: Pins, wishes: Sequence[Wish]) -> None:
        self._people = people
        numbers = {person.id: number for number, person in enumerate(people)}
        self._rows = [[k for k in row if chart.by_key[k].use is not SeatUse.KEPT] for row in chart.in_row]
        self._chart = chart
        self._chairs: list[list[int]] = [[_NOBODY] * len(row) for row in self._rows]
        self._held: set[tuple[int, int]] = set()
        self._table_of = [_NOBODY] * len(people)
        self._fixed = [False] * len(people)
        self._hosts = [person.side is Side.HOST for person in people]
        self._sides = [side_of(person) for person in people]
        self._share = hosts_share(people, len(self._rows))
        self._count = [0] * len(self._rows)  # hosts at each table
        tongues = sorted({language for person in people for language in person.languages})
        bits = {language: 1 << at for at, language in enumerate(tongues)}
        self._tongues = [sum(bits[language] for language in person.languages) for person in people]
        self._with: list[list[int]] = [[] for _ in people]
        self._against: list[list[int]] = [[] for _ in people]
        for wish in wishes:
            one, other = numbers.get(wish.first, _NOBODY), numbers.get(wish.second, _NOBODY)
            if _NOBODY not in (one, other):
                for first, second in ((one, other), (other, one)):
                    (self._with if wish.together else self._against)[first].append(second)
        partners = {(n, numbers[p.partner]) for n, p in enumerate(people) if p.partner in numbers}
        self._pairs = partners | {(other, one) for one, other in partners}
        places = len(self._rows[0]) if self._rows else 0
        ranked = [n for n, p in enumerate(people) if not (p.interpreter or p.driver or p.assistant or p.second_row)]
        self._top = frozenset(ranked[:places])
        self._pin(pins, numbers)

    def placed(self) -> dict[str, int]:
        """Return who sits where."""
        return {
            key: self._people[person].id
            for row, chairs in zip(self._rows, self._chairs, strict=True)
            for key, person in zip(row, chairs, strict=True)
            if person != _NOBODY
        }

    def total(self) -> int:
        """Return the sum of what this seating bends, as `seating_score` counts it; nobody is without a seat."""
        cost = sum(
            self._inside(chairs) + self._off(hosts) for chairs, hosts in zip(self._chairs, self._count, strict=True)
        )
        cost += sum(self._strangers(p for p in chairs if p != _NOBODY) for chairs in self._chairs)
        for person, table in enumerate(self._table_of):
            if table != _NOBODY:
                earlier = {other for other in (*self._with[person], *self._against[person]) if other < person}
                cost += self._bonds(person, table, but=earlier)
        return cost

    def fill_greedily(self) -> None:
        """Give each in turn the table where that bends least, of equals the emptiest, then a chair by the rule."""
        for person in range(len(self._people)):
            if self._table_of[person] != _NOBODY or self._fixed[person]:
                continue
            free = [table for table in range(len(self._rows)) if self._room_at(table)]
            if not free:
                break
            best = min(free, key=lambda table, who=person: (self._added(who, table), self._taken(table), table))  # type: ignore[misc]
            self._sit(person, best, self._free_chair(person, best))

    def improve(self, seed: int) -> None:
        """Change two people between tables, then within each table, while that bends less."""
        random = Random(seed)
        for number in range(_PASSES):
            restless = [p for p in range(len(self._people)) if not self._fixed[p] and self._burden(p)]
            random.shuffle(restless)
            moved = sum(self._move(person, sideways=number < _SIDEWAYS) for person in restless)
            moved += sum(self._level(table) for table in range(len(self._rows)))
            if not moved:
                break
        for table in range(len(self._rows)):
            self._arrange(table)

    def _pin(self, pins: Pins, numbers: dict[int, int]) -> None:
        for table, row in enumerate(self._rows):
            for chair, key in enumerate(row):
                if key not in pins:
                    continue
                self._held.add((table, chair))
                person = numbers.get(pins[key] or 0, _NOBODY)
                if person != _NOBODY and self._table_of[person] == _NOBODY:
                    self._sit(person, table, chair)
                    self._fixed[person] = True
        for who in pins.values():  # whoever is pinned to a chair that is gone is not seated elsewhere
            if who in numbers:
                self._fixed[numbers[who]] = True

    def _sit(self, person: int, table: int, chair: int) -> None:
        self._chairs[table][chair] = person
        self._table_of[person] = table
        self._count[table] += self._hosts[person]

    def _taken(self, table: int) -> int:
        return sum(person != _NOBODY for person in self._chairs[table])

    def _room_at(self, table: int) -> bool:
        return any(who == _NOBODY and (table, n) not in self._held for n, who in enumerate(self._chairs[table]))

    def _free_chair(self, person: int, table: int) -> int:
        """Return the most honourable free chair, one of the person's side where there is one."""
        row = self._rows[table]
        free = [n for n, who in enumerate(self._chairs[table]) if who == _NOBODY and (table, n) not in self._held]
        seats = self._chart.by_key
        return min(free, key=lambda n: (self._foreign(person, row[n]), seats[row[n]].honour))

    def _foreign(self, person: int, key: str) -> bool:
        side = self._chart.by_key[key].side
        return side is not None and side is not self._sides[person]

    def _added(self, person: int, table: int) -> int:
        """Return what somebody adds to the sum by sitting down at a table."""
        where = self._table_of
        cost = _TOGETHER * sum(where[other] not in (_NOBODY, table) for other in self._with[person])
        cost += _APART * sum(where[other] == table for other in self._against[person])
        cost += _TOP * (table != 0 and person in self._top)
        if self._hosts[person]:
            cost += self._off(self._count[table] + 1) - self._off(self._count[table])
        if self._tongues[person]:
            there = [p for p in self._chairs[table] if p != _NOBODY]
            cost += self._strangers([*there, person]) - self._strangers(there)
        return cost

    def _off(self, hosts: int) -> int:
        fewest, most = self._share
        return _HOSTS * max(fewest - hosts, hosts - most, 0)

    def _strangers(self, people: Iterable[int]) -> int:
        """Return what it costs that some at a table share no language with anybody there."""
        tongues = [self._tongues[person] for person in people]
        once = twice = 0
        for mask in tongues:
            twice |= once & mask
            once |= mask
        return _LANGUAGE * sum(1 for mask in tongues if mask and not mask & twice) if len(tongues) > 1 else 0

    def _burden(self, person: int) -> int:
        """Return what somebody adds to the sum where they sit."""
        table = self._table_of[person]
        return self._bonds(person, table) + self._alone(person, table) if table != _NOBODY else 0

    def _alone(self, person: int, table: int) -> int:
        mask = self._tongues[person]
        others = [p for p in self._chairs[table] if p not in (_NOBODY, person)]
        return _LANGUAGE * bool(mask and others and not any(mask & self._tongues[p] for p in others))

    def _bonds(self, person: int, table: int, *, but: Container[int] = ()) -> int:
        """Return what wishes and the first table cost somebody at a table; wishes with `but` do not count."""
        where = self._table_of
        cost = _TOGETHER * sum(where[p] not in (_NOBODY, table) for p in self._with[person] if p not in but)
        cost += _APART * sum(where[p] == table for p in self._against[person] if p not in but)
        return cost + _TOP * (table != 0 and person in self._top)

    def _move(self, person: int, *, sideways: bool) -> bool:
        """Change somebody with whoever lowers the sum most, or leaves it as it is; tell whether anybody did."""
        table = self._table_of[person]
        here = self._chairs[table].index(person)
        best, swap = int(sideways), None
        for other_table in self._worth_trying(person, table):
            for chair, other in enumerate(self._chairs[other_table]):
                if (other_table, chair) in self._held:
                    continue
                gain = self._difference(person, table, other, other_table)
                if gain < best:
                    best, swap = gain, (other_table, chair)
        if swap is None:
            return False
        self._change(table, here, *swap)
        return True

    def _worth_trying(self, person: int, table: int) -> Iterator[int]:
        """Yield the tables where somebody would be better off: those of friends, or any for who is unhappy here."""
        wanted = dict.fromkeys(self._table_of[p] for p in self._with[person])
        if self._alone(person, table) or any(self._table_of[p] == table for p in self._against[person]):
            wanted.update(dict.fromkeys(range(len(self._rows))))
        if person in self._top:
            wanted[0] = None
        yield from (each for each in wanted if each not in (_NOBODY, table))

    def _difference(self, one: int, here: int, other: int, there: int) -> int:
        """Return by how much the sum changes if two at different tables change places; `other` may be nobody."""
        change = self._bonds(one, there, but=(other,)) - self._bonds(one, here, but=(other,))
        hosts = int(self._hosts[one])
        if other != _NOBODY:
            change += self._bonds(other, here, but=(one,)) - self._bonds(other, there, but=(one,))
            hosts -= self._hosts[other]
        if hosts:
            change += self._off(self._count[here] - hosts) - self._off(self._count[here])
            change += self._off(self._count[there] + hosts) - self._off(self._count[there])
        if self._tongues[one] != (self._tongues[other] if other != _NOBODY else 0):
            first, second = ([p for p in self._chairs[t] if p != _NOBODY] for t in (here, there))
            change -= self._strangers(first) + self._strangers(second)
            first = [p for p in first if p != one] + ([other] if other != _NOBODY else [])
            second = [p for p in second if p != other] + [one]
            change += self._strangers(first) + self._strangers(second)
        return change

    def _change(self, table: int, chair: int, other_table: int, other_chair: int) -> None:
        one, other = self._chairs[table][chair], self._chairs[other_table][other_chair]
        self._chairs[table][chair], self._chairs[other_table][other_chair] = other, one
        for person, now, before in ((one, other_table, table), (other, table, other_table)):
            if person != _NOBODY:
                self._table_of[person] = now
                self._count[now] += self._hosts[person]
                self._count[before] -= self._hosts[person]

    def _level(self, table: int) -> bool:
        """Bring a host to a table that has too few of them, from where that bends least."""
        if self._count[table] >= self._share[0]:
            return False
        best, swap = 0, None
        for chair, here in enumerate(self._chairs[table]):
            if (table, chair) in self._held or (here != _NOBODY and self._hosts[here]):
                continue
            for other_table, chairs in enumerate(self._chairs):
                if other_table == table or self._count[other_table] <= self._share[0]:
                    continue
                for other_chair, host in enumerate(chairs):
                    if host == _NOBODY or not self._hosts[host] or (other_table, other_chair) in self._held:
                        continue
                    gain = self._difference(host, other_table, here, table)
                    if gain < best:
                        best, swap = gain, (table, chair, other_table, other_chair)
        if swap is None:
            return False
        self._change(*swap)
        return True

    def _arrange(self, table: int) -> None:
        """Set the people of a table by the rule of a round one, then change two while that bends less."""
        chairs = self._chairs[table]
        held = [n for n in range(len(chairs)) if (table, n) in self._held]
        people = sorted(who for n, who in enumerate(chairs) if who != _NOBODY and n not in held)
        for n in range(len(chairs)):
            if n not in held:
                chairs[n] = _NOBODY
        row, seats = self._rows[table], self._chart.by_key
        for n in sorted(range(len(chairs)), key=lambda n: seats[row[n]].honour):
            if n not in held and people:
                chairs[n] = min(people, key=lambda who, n=n: (self._foreign(who, row[n]), who))  # type: ignore[misc]
                people.remove(chairs[n])
        cost = self._inside(chairs)
        free = [n for n in range(len(chairs)) if n not in held]
        better = bool(cost)
        while better:
            better = False
            for one, other in combinations(free, 2):
                chairs[one], chairs[other] = chairs[other], chairs[one]
                now = self._inside(chairs)
                if now < cost:
                    cost, better = now, True
                else:
                    chairs[one], chairs[other] = chairs[other], chairs[one]

    def _inside(self, chairs: Sequence[int]) -> int:
        """Return what neighbours at one table cost: clumps, partners side by side, those who must be apart."""
        sides = [self._sides[who] if who != _NOBODY else None for who in chairs]
        cost = 0
        if Side.GUEST in sides and Side.HOST in sides:
            cost = _CLUMP * sum(length - 2 for _, length in runs(sides, closed=True))
        count = len(chairs)
        for n, one in enumerate(chairs):
            other = chairs[(n + 1) % count]
            if _NOBODY not in (one, other) and (count > 2 or n == 0):
                cost += _PARTNERS * ((one, other) in self._pairs) + _APART * self._against[one].count(other)
        return cost
