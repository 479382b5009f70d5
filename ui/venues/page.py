"""The register of venues: buildings and sites with their rooms."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from planner.language.collation import sort_key
from planner.language.search import fold
from planner.operations import venues as register
from planner.queries.venues import VenueRow, venues
from planner.rules.text import Language, Text, text_in
from ui.common.add_panel import Typed
from ui.common.columns import Column
from ui.common.named import other_wording, shown
from ui.common.register_offers import register_languages
from ui.common.register_page import RegisterPage
from ui.translate import language, t, tn


class VenueLine(NamedTuple):
    """A venue on the screen."""

    id: int
    name: str
    second: str
    address: str
    rooms: int
    largest: int
    key: str
    folded: str


class Venues(NamedTuple):
    """The register, and the languages its names are asked for in."""

    lines: list[VenueLine]
    languages: tuple[Language, ...]


def read_venues(db: Any, interface: Language) -> Venues:
    """Return all venues by name."""
    lines = [_line(row, interface) for row in venues(db)]
    lines.sort(key=lambda line: line.key)
    return Venues(lines, register_languages(db, interface))


class VenuesPage(RegisterPage):
    """The page "Venues"."""

    tables = frozenset(("venue", "room", "event"))
    kind = "venue"
    table_name = "venues"

    def columns(self) -> list[Column]:
        """Return the columns."""
        return [
            Column("name", t("Venue name"), lambda row: row.name, 430, sort=lambda row: row.key, strong=True,
                   second=lambda row: row.second),
            Column("address", t("Address"), lambda row: row.address, 280, muted=True),
            Column("rooms", t("Rooms"), lambda row: str(row.rooms or ""), 90, sort=lambda row: -row.rooms, right=True),
            Column("largest", t("Largest room"), _seats, 130, sort=lambda row: -row.largest),
        ]  # fmt: skip

    def folded(self) -> Callable[[Any], str]:
        """Find venues by name, address and room."""
        return lambda row: row.folded

    def read_rows(self) -> None:
        """Read all venues."""
        self.context.read(self, "venues", self._show, read_venues, language())

    def words(self) -> tuple[str, str, str, str, str]:
        """Return the words of the page."""
        return (
            t("Venues"), t("Name, address, room"), t("+ Venue"), t("No venue is recorded yet"),
            t("Buildings and sites stand here with their rooms and seats, opening hours, and the minutes between them; "
              "the programme checks them for you."),
        )  # fmt: skip

    def parts(self) -> list[tuple[str, str]]:
        """Return what a new venue needs."""
        return [("name", t("Venue name")), ("address", t("Address"))]

    def add(self, typed: Typed) -> None:
        """Add a venue."""
        name, address = (text_in(typed.get(part, {})) for part in ("name", "address"))
        self.context.run(self, register.add_venue, name, address=address, done=self.added)

    def remove(self, thing_id: int) -> None:
        """Remove a venue with its rooms."""
        self.context.run(self, register.remove_venue, thing_id)

    def _show(self, found: Venues) -> None:
        self._languages = found.languages
        self.show_rows(found.lines)


def _line(row: VenueRow, interface: Language) -> VenueLine:
    name, address = shown(row.name), shown(row.address)
    largest = max((seats for room in row.rooms for seats in room.capacity.values()), default=0)
    folded = fold(" ".join(map(_words, (row.name, row.address, *(room.name for room in row.rooms)))))
    second, key = other_wording(row.name, name), sort_key(name, interface)
    return VenueLine(row.id, name or "—", second, address, len(row.rooms), largest, key, folded)


def _words(words: Text) -> str:
    return " ".join(wording.text for wording in words.wordings.values())


def _seats(row: VenueLine) -> str:
    return tn("{n} seat", "{n} seats", row.largest) if row.largest else ""
