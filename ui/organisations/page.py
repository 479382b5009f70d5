"""The register of organisations: cities, ministries, embassies, universities, with the names they bore."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from planner.language.collation import sort_key
from planner.language.countries import country_name
from planner.language.search import fold
from planner.operations import organisations as register
from planner.queries.organisations import OrganisationRow, organisations
from planner.rules.text import Language, text_in
from ui.common.add_panel import Typed
from ui.common.columns import Column
from ui.common.named import other_wording, shown
from ui.common.register_offers import register_languages
from ui.common.register_page import RegisterPage
from ui.common.words import word
from ui.translate import language, t


class OrganisationLine(NamedTuple):
    """An organisation on the screen."""

    id: int
    name: str
    second: str
    kind: str
    country: str
    earlier: str
    key: str
    folded: str


class Organisations(NamedTuple):
    """The register, and the languages its names are asked for in."""

    lines: list[OrganisationLine]
    languages: tuple[Language, ...]


def read_organisations(db: Any, interface: Language) -> Organisations:
    """Return all organisations by name."""
    lines = [_line(row, interface) for row in organisations(db)]
    lines.sort(key=lambda line: line.key)
    return Organisations(lines, register_languages(db, interface))


class OrganisationsPage(RegisterPage):
    """The page "Organisations"."""

    tables = frozenset(("organisation", "organisation_name", "event"))
    kind = "organisation"
    table_name = "organisations"

    def columns(self) -> list[Column]:
        """Return the columns."""
        return [
            Column("name", t("Official name"), lambda row: row.name, 470, sort=lambda row: row.key, strong=True,
                   second=lambda row: row.second),
            Column("kind", t("Kind"), lambda row: row.kind, 180),
            Column("country", t("Country"), lambda row: row.country, 140, muted=True),
            Column("earlier", t("Earlier names"), lambda row: row.earlier, 200, muted=True),
        ]  # fmt: skip

    def folded(self) -> Callable[[Any], str]:
        """Find organisations by any name they bear or bore."""
        return lambda row: row.folded

    def read_rows(self) -> None:
        """Read all organisations."""
        self.context.read(self, "organisations", self._show, read_organisations, language())

    def words(self) -> tuple[str, str, str, str, str]:
        """Return the words of the page."""
        return (
            t("Organisations"), t("Name, kind, country"), t("+ Organisation"), t("No organisation is recorded yet"),
            t("Cities, ministries, embassies and universities stand here with the names they bore and since when; "
              "papers show the name of the day of the event."),
        )  # fmt: skip

    def parts(self) -> list[tuple[str, str]]:
        """Return the parts of a new name."""
        return [("name", t("Official name")), ("short", t("Short name"))]

    def add(self, typed: Typed) -> None:
        """Add an organisation."""
        name, short = (text_in(typed.get(part, {})) for part in ("name", "short"))
        self.context.run(self, register.add_organisation, name or short, short=short, done=self.added)

    def remove(self, thing_id: int) -> None:
        """Remove an organisation."""
        self.context.run(self, register.remove_organisation, thing_id)

    def _show(self, found: Organisations) -> None:
        self._languages = found.languages
        self.show_rows(found.lines)


def _line(row: OrganisationRow, interface: Language) -> OrganisationLine:
    name = shown(row.name)
    country = country_name(row.country, interface) if row.country else ""
    earlier = ", ".join(shown(one.name) for one in row.names[:-1])
    texts = [wording.text for one in row.names for text in (one.name, one.short) for wording in text.wordings.values()]
    folded = fold(" ".join((*texts, word(row.kind), country)))
    second, key = other_wording(row.name, name), sort_key(name, interface)
    return OrganisationLine(row.id, name or "—", second, word(row.kind), country, earlier, key, folded)
