"""Who lives where as a table: hotel, room, nights, with whom, who pays (handbook 2.15)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import Any

from planner.operations import logistics, several
from planner.papers import Paper
from planner.queries.logistics import LodgingRow, Rooming, rooming
from planner.rules.kinds import Side
from ui.common.buttons import Button
from ui.common.edit_columns import Choices, EditColumn
from ui.common.named import shown
from ui.logistics.choose_people import ChoosePeople
from ui.logistics.day_column import day_column
from ui.logistics.section import PEOPLE, Section, words_column
from ui.logistics.words import BEDS, EDGES, ROOM_TYPES, named, people_choices
from ui.translate import t, tn


class RoomsSection(Section):
    """Attributes: `people`, the button that asks who gets a room."""

    tables = PEOPLE | {"lodging", "venue"}
    name = "rooms"
    PAPER = Paper.ROOMING
    sheet: Rooming | None

    def __init__(self, context: Any, parent: Any = None) -> None:
        self.people = Button("", clicked=self.choose_people)
        super().__init__(context, parent)
        self.bar.add(self.people)
        self.empty.other_step_taken.connect(lambda: self.add_people(self.missing()))
        self.table.set_edge(self._edge)

    # --- What is shown

    def read(self) -> None:
        """Read the rooms."""
        self.context.read(self, "rooming", self.took, rooming, self.event_id)

    def set_words(self) -> None:
        """Say everything in the interface's language."""
        self.people.set_text(t("Add people…"))
        self.paper.set_text(t("Print rooming list…"))
        self.table.setAccessibleName(t("Hotel rooms"))
        self.empty.set_words(
            t("No hotel rooms yet"),
            t("Give each guest a room: the rooming list for the hotel is printed from it."),
            "" if self.is_read_only else t("Add the first room"),
            "" if self.is_read_only else t("Add all guests"),
        )

    def rows(self) -> Sequence[LodgingRow]:
        """Return the rooms."""
        return self.sheet.rooms if self.sheet else ()

    def show_more(self) -> None:
        """Grey out what cannot be done."""
        self.people.setEnabled(not self.is_read_only)

    def columns(self) -> Sequence[EditColumn]:
        """Return the columns for the event."""
        if self.sheet is None:
            return ()
        tags = self.tags
        people = people_choices(self.sheet.people, tags)
        others = people_choices(self.sheet.people, tags, empty=True)
        hotels = Choices([(one.id, shown(one.name, *tags)) for one in self.sheet.hotels], empty=True)
        types, beds = named(ROOM_TYPES), named(BEDS)
        nobody = t("Nobody of this event is called so.")
        return [
            EditColumn("who", t("Person"), lambda row: people.label(row.participation_id), 180, parse=people.value,
                       offers=people.labels, starts=True, wrong=nobody),
            EditColumn("venue_id", t("Hotel"), lambda row: hotels.label(row.venue_id), 150, parse=hotels.value,
                       offers=hotels.labels, missing=lambda row: row.venue_id is None,
                       wrong=t("No venue is called so. Add the hotel to the venues.")),
            EditColumn("room_type", t("Kind of room"), lambda row: types.label(row.room_type), 136, parse=types.value,
                       offers=types.labels, wrong=t("Write suite, junior suite, single, double or twin.")),
            EditColumn("bed", t("Bed"), lambda row: beds.label(row.bed), 104, offers=beds.labels,
                       parse=lambda words: beds.value(words) if words.strip() else "",
                       wrong=t("Write double bed or two beds, or nothing.")),
            words_column("room_number", t("Room number"), lambda row: row.room_number, 108),
            day_column("from_day", t("Check-in"), 78, lambda: self.visit.from_day),
            day_column("to_day", t("Check-out"), 78, lambda: self.visit.from_day),
            EditColumn("nights", t("Nights"), lambda row: str(row.nights or ""), 64, parse=_nights, right=True,
                       wrong=t("Write how many nights.")),
            EditColumn("early", t("Early check-in"), str, 112, ticked=lambda row: row.early),
            EditColumn("late", t("Late check-out"), str, 112, ticked=lambda row: row.late),
            EditColumn("shares", t("Shares with"), lambda row: others.label(row.shares_with_id), 150,
                       parse=others.value, offers=others.labels, wrong=nobody),
            words_column("payer", t("Paid by"), lambda row: row.payer, 150, offers=self.sheet.known["payer"]),
            EditColumn("breakfast", t("Breakfast"), str, 86, ticked=lambda row: row.breakfast),
            EditColumn("smoking", t("Smoking"), str, 86, ticked=lambda row: row.smoking),
            words_column("note", t("Remark"), lambda row: row.note, 130),
        ]  # fmt: skip

    def foot_words(self) -> str:
        """Say how many rooms there are by kind, and who of the guests has none."""
        types = named(ROOM_TYPES)
        seen: set[int] = set()
        counts: dict[str, int] = {}
        for one in self.rows():
            if one.participation_id not in seen:
                counts[one.room_type] = counts.get(one.room_type, 0) + 1
                seen |= {one.shares_with_id or 0}
        parts = [f"{types.label(kind)}: {counts[kind]}" for kind in ROOM_TYPES if kind in counts]
        words = [t("Rooms to book: {kinds}.", kinds=", ".join(parts))] if parts else []
        if missing := len(self.missing()):
            words.append(tn("One guest has no room.", "{n} guests have no room.", missing))
        return " ".join(words)

    def chosen(self, ids: Sequence[int]) -> None:
        """Show whose room it is."""
        self.choose_member(ids, lambda row_id: self._row(row_id).participation_id)

    def missing(self) -> list[int]:
        """Return the guests who come and have no room."""
        if self.sheet is None:
            return []
        there = {one.participation_id for one in self.sheet.rooms}
        return [one.id for one in self.sheet.people if one.side is Side.GUEST and one.comes and one.id not in there]

    # --- What is written

    def add(self, values: dict[str, Any], *, merge: str = "", done: Callable[[Any], object] | None = None) -> None:
        """Make a room of what was typed; days and hotel are those of the event until others are typed."""
        who, nights = values.pop("who"), values.pop("nights", None)
        fields = self._usual() | {"shares_with_id" if key == "shares" else key: one for key, one in values.items()}
        if nights is not None and fields.get("from_day"):
            fields["to_day"] = fields["from_day"] + timedelta(days=nights)
        self.run(logistics.add_lodging, who, merge=merge, done=done, failed=self._failed, **fields)

    def edit(self, ids: Sequence[int], key: str, value: Any, *, merge: str = "") -> None:
        """Write into rooms."""
        if key == "who":
            self.run(several.give_lodging, ids[0], value, merge=merge)
        elif key == "shares":
            self.run(several.share_room, ids[0], value, merge=merge)
        elif key == "nights":
            self._set_nights(ids, value, merge)
        else:
            self.run(several.edit_lodgings, tuple(ids), merge=merge, **{key: value})

    def remove(self, ids: Sequence[int]) -> None:
        """Remove rooms."""
        self.run(several.remove_lodgings, tuple(ids))

    def add_people(self, people: Sequence[int]) -> None:
        """Give each of these people a room still to be filled in."""
        if people and self.sheet is not None:
            self.run(several.add_lodgings, tuple(people), **self._usual())

    def choose_people(self) -> None:
        """Ask who gets a room; the guests who lack one are ticked."""
        if self.sheet is None or self.is_read_only:
            return
        there = {one.participation_id for one in self.sheet.rooms}
        popup = ChoosePeople(self, t("Who gets a room?"))
        offered = [one for one in self.sheet.people if one.comes and one.id not in there]
        popup.offer(offered, self.tags, ticked=set(self.missing()))
        popup.wanted.connect(self.add_people)
        popup.open_under(self.bar.place_of(self.people))

    def _usual(self) -> dict[str, Any]:
        """Return what a new room begins with: the event's days, and its hotel where it has one alone."""
        hotels = {one.venue_id for one in self.rows()}
        usual: dict[str, Any] = {"from_day": self.visit.from_day, "to_day": self.visit.to_day}
        return usual | ({"venue_id": hotels.pop()} if len(hotels) == 1 else {})

    def _set_nights(self, ids: Sequence[int], nights: int | None, merge: str) -> None:
        """Let a room end so many nights after it begins."""
        if nights is None:
            self.run(several.edit_lodgings, tuple(ids), to_day=None, merge=merge)
            return
        starts: dict[Any, list[int]] = {}
        for one in ids:
            starts.setdefault(self._row(one).from_day or self.visit.from_day, []).append(one)
        for start, rows in starts.items():
            self.run(
                several.edit_lodgings, tuple(rows), from_day=start, to_day=start + timedelta(days=nights),
                merge=merge or f"nights:{ids}",
            )  # fmt: skip

    def _row(self, row_id: int) -> LodgingRow:
        return next(one for one in self.rows() if one.id == row_id)

    def _edge(self, row: LodgingRow) -> str:
        people = self.sheet.people if self.sheet else ()
        return next((EDGES[one.side] for one in people if one.id == row.participation_id), "")


def _nights(words: str) -> int | None:
    if not words.strip():
        return None
    if not 0 <= (nights := int(words)) <= 365:
        raise ValueError(words)
    return nights
