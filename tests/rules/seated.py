"""People with short names for the vectors of the handbook: "G1", "H2", "iG", and how a plan reads."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from random import Random
from typing import Any

from planner.rules.charts import chart_for
from planner.rules.kinds import Side
from planner.rules.placement import seat_people
from planner.rules.places import Chart, PlanKind, Seat, Sitter, Table, viewers_left_to_right
from planner.rules.seating_score import Wish

SIDES = {"G": Side.GUEST, "H": Side.HOST}


class Party:
    """People by name; ids count from 1 in the order given, which is that of precedence."""

    def __init__(self, names: str) -> None:
        self.names = names.split()
        self.ids = {name: number for number, name in enumerate(self.names, 1)}
        self.sitters = [self._sitter(name) for name in self.names]

    def _sitter(self, name: str) -> Sitter:
        interpreter = name.startswith("i")
        side = SIDES.get(name.lstrip("i")[:1])
        return Sitter(self.ids[name], side, interpreter=interpreter)

    def seat(
        self, kind: PlanKind, options: Mapping[str, Any] | None = None, pins: Mapping[str, str] | None = None
    ) -> Plan:
        """Seat everybody by the rule."""
        pinned = {key: self.ids[name] for key, name in (pins or {}).items()}
        return self.on(chart_for(kind, self.sitters, options, pins=pinned), pinned)

    def on(self, chart: Chart, pins: Mapping[str, int | None] | None = None) -> Plan:
        """Seat everybody on a chart."""
        return Plan(chart, seat_people(chart, self.sitters, pins), self.names)


class Plan:
    """A chart with people, read in different ways."""

    def __init__(self, chart: Chart, placed: Mapping[str, int], names: list[str]) -> None:
        self.chart, self.placed, self.names = chart, placed, names

    def on(self, key: str) -> str:
        """Return who sits on a seat, "–" for nobody."""
        return self.names[self.placed[key] - 1] if key in self.placed else "–"

    def read(self, seats: Iterable[Seat]) -> str:
        """Return who sits on seats, in their order."""
        return " ".join(self.on(seat.key) for seat in seats)

    def part(self, *parts: str) -> list[Seat]:
        """Return the seats of parts of the chart."""
        return [seat for seat in self.chart.seats if seat.part in parts]

    def viewed(self, *parts: str) -> str:
        """Return who sits in a row as one at the door sees it, from left to right."""
        return self.read(viewers_left_to_right(seat for seat in self.part(*parts) if ":row2" not in seat.key))

    def own(self, *parts: str) -> str:
        """Return who sits in a row as those who sit there count: from their own left to their own right."""
        return self.read(sorted(self.part(*parts), key=lambda seat: seat.offset))

    def facing(self) -> tuple[str, str]:
        """Return the far and the near side of a facing table, as one at the door sees them."""
        return self.viewed("guest"), self.viewed("host")


def banquet(seed: int) -> tuple[Chart, list[Sitter], list[Wish]]:
    """Return 300 people for 30 tables of ten: hosts, languages, couples, wishes and prohibitions."""
    random = Random(seed)
    people = []
    for number in range(1, 301):
        host = number % 5 == 1
        tongues = {"ru"} if host else {random.choice(["ru", "en", "ky", "zh", "ar", "tr"])}
        if random.random() < 0.35:
            tongues.add("en")
        partner = number + 1 if number % 10 == 3 else None
        people.append(Sitter(number, Side.HOST if host else Side.GUEST, languages=frozenset(tongues), partner=partner))
    pairs = [random.sample(range(1, 301), 2) for _ in range(180)]
    wishes = [Wish(one, other, together=at < 120) for at, (one, other) in enumerate(pairs)]
    return chart_for(PlanKind.BANQUET, people, tables=[Table(n) for n in range(1, 31)]), people, wishes
