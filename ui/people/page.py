"""The register of people: everybody the office knows, found at every key."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from planner.language.collation import sort_keys
from planner.language.countries import country_name
from planner.language.languages import find
from planner.language.search import fold
from planner.operations import people as register
from planner.operations.people import NewName
from planner.queries.duplicates import duplicates
from planner.queries.people import people
from planner.rules.text import Language
from ui.common.add_panel import Typed
from ui.common.buttons import Button
from ui.common.columns import Column
from ui.common.named import in_both, shown
from ui.common.register_offers import register_languages
from ui.common.register_page import RegisterPage
from ui.context import Context
from ui.translate import language, t

if TYPE_CHECKING:
    from ui.people.look_alikes import LookAlikesDialog


class PersonLine(NamedTuple):
    """Somebody on the screen; every word is made once, beside the window."""

    id: int
    name: str
    second: str
    position: str
    organisation: str
    country: str
    events: int
    key: str
    folded: str


class People(NamedTuple):
    """The register, and the languages its names are asked for in."""

    lines: list[PersonLine]
    languages: tuple[Language, ...]


def read_people(db: Any, day: date, interface: Language) -> People:
    """Return everybody as of a day, in the order of the alphabet of the register's first language."""
    languages = register_languages(db, interface)
    order = tuple(dict.fromkeys((interface, *languages) if interface in languages else languages))
    rows = people(db, day)
    keys = sort_keys([_sorted_by(row, order) for row in rows], order[0])
    lines = [_line(row, order, interface, key) for row, key in zip(rows, keys, strict=True)]
    lines.sort(key=lambda line: line.key)
    return People(lines, languages)


class PeoplePage(RegisterPage):
    """The page "People"."""

    tables = frozenset(("person", "person_name", "post", "organisation", "organisation_name", "participation", "event",
                        "setting", "person_private"))  # fmt: skip
    kind = "person"
    table_name = "people"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        self._pairs = 0
        super().__init__(context, parent)
        self.look_alikes = Button("", self, clicked=self.open_look_alikes)
        self.bar.add_right(self.look_alikes)
        self._tell_pairs()

    def columns(self) -> list[Column]:
        """Return the columns."""
        return [
            Column("name", t("Name"), lambda row: row.name, 330, sort=lambda row: row.key, strong=True,
                   second=lambda row: row.second),
            Column("position", t("Position"), lambda row: row.position, 240),
            Column("organisation", t("Organisation"), lambda row: row.organisation, 220),
            Column("country", t("Country"), lambda row: row.country, 110, muted=True),
            Column("events", t("Events"), lambda row: str(row.events or ""), 116, sort=lambda row: -row.events,
                   right=True),
        ]  # fmt: skip

    def folded(self) -> Callable[[Any], str]:
        """Find people by any of their names, post, organisation or country."""
        return lambda row: row.folded

    def read_rows(self) -> None:
        """Read everybody."""
        self.context.read(self, "people", self._show, read_people, self.context.today(), language())

    def open_look_alikes(self) -> LookAlikesDialog:
        """Show the people who may be one."""
        from ui.people.look_alikes import LookAlikesDialog

        dialog = LookAlikesDialog(self.context, self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
        return dialog

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        super().retranslate()
        self._tell_pairs()

    def words(self) -> tuple[str, str, str, str, str]:
        """Return the words of the page."""
        return (
            t("People"), t("Name, position, organisation"), t("+ Person"), t("Nobody is in the register yet"),
            t("People stand here once, with their names in every language and their posts, and take part in many "
              "events. A list imported into an event fills the register too."),
        )  # fmt: skip

    def parts(self) -> list[tuple[str, str]]:
        """Return the parts of a new person's name."""
        return [("surname", t("Surname")), ("given", t("Given name")), ("patronymic", t("Patronymic"))]

    def add(self, typed: Typed) -> None:
        """Add a person."""
        names = []
        for tag in self._languages:
            parts = {part: words[tag] for part, words in typed.items() if tag in words}
            if parts:
                names.append(NewName(tag, **parts, order=find(tag).name_order.value))
        self.context.run(self, register.add_person, names, done=self.added)

    def remove(self, thing_id: int) -> None:
        """Remove a person who takes part in no event."""
        self.context.run(self, register.remove_person, thing_id)

    def _show(self, found: People) -> None:
        self._languages = found.languages
        self.show_rows(found.lines)
        self.context.read(self, "look-alikes", self._count_pairs, duplicates, self.context.today())

    def _count_pairs(self, pairs: Sequence[object]) -> None:
        self._pairs = len(pairs)
        self._tell_pairs()

    def _tell_pairs(self) -> None:
        if hasattr(self, "look_alikes"):
            self.look_alikes.set_text(t("Look-alikes ({n})", n=self._pairs) if self._pairs else t("Look-alikes"))
            self.look_alikes.setEnabled(bool(self._pairs))


def _sorted_by(row: Any, languages: tuple[Language, ...]) -> str:
    names = row.who.names
    main = next((names[tag] for tag in languages if tag in names), None) or next(iter(names.values()), None)
    return f"{main.surname}\t{main.given}" if main else ""


def _line(row: Any, languages: tuple[Language, ...], interface: Language, key: str) -> PersonLine:
    who = row.who
    name, second = in_both(who.names, languages)
    position, organisation = shown(who.position, *languages), shown(who.organisation, *languages)
    country = country_name(who.country, interface) if who.country else ""
    names = [f"{one.surname} {one.given} {one.patronymic}" for one in who.names.values()]
    folded = fold(" ".join((*names, position, organisation, country)))
    return PersonLine(who.id, name or "—", second, position, organisation, country, row.events, key, folded)
