"""Arrivals and departures as a table: one journey for one person, or the same for several (handbook 2.14)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from planner.operations import logistics, several
from planner.papers import Paper
from planner.queries.logistics import JourneyRow, Travel, travel
from planner.rules.kinds import Side
from planner.rules.text import EMPTY, Language, Text, Wording
from ui.common.buttons import Button
from ui.common.menu_button import MenuButton
from ui.common.paper_numbers import number_of
from ui.logistics.choose_people import ChoosePeople
from ui.logistics.journey_columns import WORDS, journey_columns, place_values
from ui.logistics.section import PEOPLE, Section
from ui.logistics.words import EDGES
from ui.translate import t

BOTH, ARRIVALS, DEPARTURES = "both", "arrival", "departure"
COPIED = (
    "means", "number", "from_place", "to_place", "leaves_day", "leaves", "leaves_zone", "arrives_day", "arrives",
    "arrives_zone", "terminal", "met_by", "vehicle_id",
)  # fmt: skip
"""What of a journey holds for all who travel together; bags and remarks are each one's own."""


class JourneysSection(Section):
    """Attributes: `direction`, which journeys are shown; `people`, `same`, `back`, buttons of the bar."""

    tables = PEOPLE | {"journey", "vehicle"}
    name = "journeys"
    PAPER = Paper.ARRIVALS
    sheet: Travel | None

    def __init__(self, context: Any, parent: Any = None) -> None:
        self.direction = MenuButton(())
        self.people = Button("", clicked=self.choose_people)
        self.same = Button("", clicked=self.choose_companions)
        self.back = Button("", clicked=self.add_ways_back)
        self.signs = Button("", clicked=self.show_signs)
        super().__init__(context, parent)
        self.bar.add(self.direction, self.people, self.same, self.back, self.signs)
        self.direction.edited.connect(lambda _value: self.show_all())
        self.empty.other_step_taken.connect(lambda: self.add_people(self.missing(ARRIVALS), ARRIVALS))
        self.table.set_edge(self._edge)

    # --- What is shown

    def read(self) -> None:
        """Read the journeys."""
        self.context.read(self, "travel", self.took, travel, self.event_id)

    def set_words(self) -> None:
        """Say everything in the interface's language."""
        kinds = [(BOTH, t("Arrivals and departures")), (ARRIVALS, t("Arrivals")), (DEPARTURES, t("Departures"))]
        self.direction.set_choices(kinds)
        self.people.set_text(t("Add people…"))
        self.same.set_text(t("Same journey for…"))
        self.back.set_text(t("Add the way back"))
        self.signs.set_text(t("Airport signs…"))
        self.paper.set_text(t("Print arrivals…"))
        self.table.setAccessibleName(t("Arrivals and departures"))
        self.empty.set_words(
            t("No arrivals yet"),
            t("Write down who comes when and how: the list of arrivals, signs and cars are made from it."),
            "" if self.is_read_only else t("Add the first journey"),
            "" if self.is_read_only else t("Add all guests"),
        )

    def columns(self) -> Sequence[Any]:
        """Return the columns for the languages of the event."""
        return journey_columns(self.sheet) if self.sheet else ()

    def rows(self) -> Sequence[JourneyRow]:
        """Return the journeys of the direction chosen."""
        kind = self.direction.value()
        rows = self.sheet.journeys if self.sheet else ()
        return [one for one in rows if kind == BOTH or one.arrival is (kind == ARRIVALS)]

    def is_empty(self) -> bool:
        """Tell whether there is no journey at all."""
        return not (self.sheet and self.sheet.journeys)

    def show_more(self) -> None:
        """Grey out what cannot be done."""
        rows = self._chosen()
        self.people.setEnabled(not self.is_read_only)
        self.same.setEnabled(not self.is_read_only and len(rows) == 1)
        self.back.setEnabled(not self.is_read_only and any(one.arrival for one in rows))

    def foot_words(self) -> str:
        """Say who of the guests still lacks a way."""
        parts = []
        if arrivals := len(self.missing(ARRIVALS)):
            parts.append(t("Guests without an arrival: {n}.", n=arrivals))
        if departures := len(self.missing(DEPARTURES)):
            parts.append(t("Guests without a departure: {n}.", n=departures))
        return " ".join(parts) or t("Every guest has an arrival and a departure.")

    def chosen(self, ids: Sequence[int]) -> None:
        """Show whose journey it is."""
        self.show_more()
        self.choose_member(ids, lambda row_id: self._row(row_id).participation_id)

    def missing(self, direction: str) -> list[int]:
        """Return the guests who come and have no journey of this direction."""
        if self.sheet is None:
            return []
        there = {one.participation_id for one in self.sheet.journeys if one.arrival is (direction == ARRIVALS)}
        return [one.id for one in self.sheet.people if one.side is Side.GUEST and one.comes and one.id not in there]

    # --- What is written

    def add(self, values: dict[str, Any], *, merge: str = "", done: Callable[[Any], object] | None = None) -> None:
        """Make a journey of what was typed."""
        who = values.pop("who")
        direction = values.pop("direction", None) or self._new_direction(who)
        sign = _sign(values)
        self.run(
            logistics.add_journey, who, direction, sign, merge=merge, done=done, failed=self._failed,
            **self._zones(direction) | self._plain(values),
        )  # fmt: skip

    def edit(self, ids: Sequence[int], key: str, value: Any, *, merge: str = "") -> None:
        """Write into journeys."""
        if key == "who":
            self.run(several.give_journey, ids[0], value, merge=merge)
        elif key.startswith(WORDS):
            self.write_words("journey", ids, "sign", key.removeprefix(WORDS), value)
        else:
            values = self._plain({key: value})
            if key == "direction":
                values |= self._turned(ids, value)
            if values:
                self.run(several.edit_journeys, tuple(ids), merge=merge, **values)

    def remove(self, ids: Sequence[int]) -> None:
        """Remove journeys."""
        self.run(several.remove_journeys, tuple(ids))

    def add_people(self, people: Sequence[int], direction: str) -> None:
        """Add a journey still to be filled in for each of these people."""
        if people:
            self.run(several.add_journeys, tuple(people), direction, **self._zones(direction))

    def choose_people(self) -> None:
        """Ask who gets a journey; the guests who lack one are ticked."""
        direction = DEPARTURES if self.direction.value() == DEPARTURES else ARRIVALS
        heading = t("Who departs?") if direction == DEPARTURES else t("Who arrives?")
        self._ask(heading, direction, lambda people: self.add_people(people, direction), self.missing(direction))

    def choose_companions(self) -> None:
        """Ask who travels together with the person chosen, by the same journey."""
        rows = self._chosen()
        if len(rows) == 1:
            row = rows[0]
            direction = ARRIVALS if row.arrival else DEPARTURES
            values = {field: getattr(row, field) for field in COPIED}
            self._ask(
                t("Who travels by the same journey?"), direction,
                lambda people: self.run(several.add_journeys, tuple(people), direction, row.sign, **values), (),
            )  # fmt: skip

    def add_ways_back(self) -> None:
        """Add a departure for each arrival chosen whose traveller has none: the places the other way round."""
        lacking = set(self.missing(DEPARTURES)) if self.sheet else set()
        groups: dict[tuple[str, str, str, str, str], list[int]] = {}
        for row in self._chosen():
            if row.arrival and row.participation_id in lacking:
                way = (row.means, row.to_place, row.from_place, row.arrives_zone, row.leaves_zone)
                groups.setdefault(way, []).append(row.participation_id)
        if not groups:
            self.remark(t("Those chosen have a departure already."))
        for (means, start, end, leaves_zone, arrives_zone), people in groups.items():
            self.run(
                several.add_journeys, tuple(people), DEPARTURES, means=means, from_place=start, to_place=end,
                leaves_zone=leaves_zone, arrives_zone=arrives_zone,
            )  # fmt: skip

    def show_signs(self) -> None:
        """Go to the signs held up at the airport."""
        self.context.show("paper", number_of(Paper.AIRPORT_SIGN))

    def _ask(self, heading: str, direction: str, take: Callable[[Sequence[int]], None], ticked: Sequence[int]) -> None:
        if self.sheet is None or self.is_read_only:
            return
        there = {one.participation_id for one in self.sheet.journeys if one.arrival is (direction == ARRIVALS)}
        popup = ChoosePeople(self, heading)
        offered = [one for one in self.sheet.people if one.comes and one.id not in there]
        popup.offer(offered, self.tags, ticked=set(ticked))
        popup.wanted.connect(take)
        popup.open_under(self.bar.place_of(self.people))

    def _new_direction(self, who: int) -> str:
        """Return the direction of a new journey: that shown, else a departure for who has an arrival alone."""
        if self.direction.value() in (ARRIVALS, DEPARTURES):
            return str(self.direction.value())
        found = {one.arrival for one in self.sheet.journeys if one.participation_id == who} if self.sheet else set()
        return DEPARTURES if found == {True} else ARRIVALS

    def _zones(self, direction: str) -> dict[str, str]:
        here, there = self.visit.host_zone, self.visit.guest_zone
        start, end = (there, here) if direction == ARRIVALS else (here, there)
        return {"leaves_zone": start, "arrives_zone": end}

    def _turned(self, ids: Sequence[int], direction: str) -> dict[str, str]:
        """Return the zones of a journey that was turned round, where nobody set others."""
        old = self._zones(DEPARTURES if direction == ARRIVALS else ARRIVALS)
        rows = [self._row(one) for one in ids]
        usual = all(row.leaves_zone == old["leaves_zone"] and row.arrives_zone == old["arrives_zone"] for row in rows)
        return self._zones(direction) if usual else {}

    def _plain(self, values: dict[str, Any]) -> dict[str, Any]:
        """Return what was typed as fields of a journey: a moment is a day, a minute and a zone."""
        found: dict[str, Any] = {}
        for key, value in values.items():
            if key in ("leaves", "arrives"):
                found |= {f"{key}_day": value.day, key: value.minute}
                found |= {f"{key}_zone": value.zone} if value.zone else {}
            else:
                found |= place_values(key, value)
        return found

    def _chosen(self) -> list[JourneyRow]:
        chosen = self.table.selected_ids()
        return [one for one in self.rows() if one.id in chosen]

    def _row(self, row_id: int) -> JourneyRow:
        return next(one for one in (self.sheet.journeys if self.sheet else ()) if one.id == row_id)

    def _edge(self, row: JourneyRow) -> str:
        people = self.sheet.people if self.sheet else ()
        return next((EDGES[one.side] for one in people if one.id == row.participation_id), "")


def _sign(values: dict[str, Any]) -> Text:
    """Take the wordings of the sign out of what was typed."""
    found: dict[Language, Wording] = {}
    for key in [one for one in values if one.startswith(WORDS)]:
        if words := values.pop(key):
            found[key.removeprefix(WORDS)] = Wording(words)
    return Text(found) if found else EMPTY
