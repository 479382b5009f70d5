"""A real office in a temporary file, and a context whose work is done at once, for tests of pages and inspectors."""

from __future__ import annotations

import shutil
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, NamedTuple

from planner.app import Planner, new_office, open_planner
from planner.errors import PlannerError
from planner.operations import delegations, events, organisations, people
from planner.operations.people import NewName
from planner.rules.text import text
from ui.context import Context
from ui.settings import SettingsFile
from ui.tasks import SynchronousTasks

NOW = datetime(2024, 5, 2, 9, 0, tzinfo=UTC)
DAY = date(2024, 5, 15)


class Office(NamedTuple):
    """An open office, and what went wrong or was chosen so far."""

    planner: Planner
    context: Context
    failures: list[PlannerError]
    selected: list[tuple[str, int]]
    shown: list[tuple[str, int]]

    def run(self, operation: Any, *args: Any, **values: Any) -> Any:
        """Run an operation and return what it returned; views hear of it."""
        changes = self.planner.execute(operation, *args, **values)
        self.context.changed.emit(changes)
        return changes.result

    def read(self, query: Any, *args: Any, **values: Any) -> Any:
        """Run a query."""
        return self.planner.read(query, *args, **values)

    def undo(self) -> None:
        """Take back the last step, as Ctrl+Z in the window does."""
        self.context.undo(self.context)

    def redo(self) -> None:
        """Repeat the step taken back last."""
        self.context.redo(self.context)


def open_office(folder: Path, *, template: Path | None = None, read_only: bool = False) -> Office:
    """Open an empty office in a folder (a copy of `template`, if given)."""
    path = folder / "test.office"
    if template is not None:
        shutil.copy(template, path)
    elif not path.exists():
        new_office(str(path))
    planner = open_planner(str(path), author="Aida", clock=lambda: NOW, read_only=read_only)
    context = Context(planner, SynchronousTasks(), SettingsFile(folder / "settings.json"))
    office = Office(planner, context, [], [], [])
    context.failed.connect(office.failures.append)
    context.selected.connect(lambda kind, thing: office.selected.append((kind, thing)))
    context.shown.connect(lambda kind, thing: office.shown.append((kind, thing)))
    return office


class Visit(NamedTuple):
    """A small visit: three guests in order of rank and an interpreter, one host; ids of what there is."""

    event: int
    guests: int
    hosts: int
    city: int
    people: dict[str, int]
    members: dict[str, int]


def add_visit(office: Office) -> Visit:
    """Add a visit in Russian and English with two delegations."""
    event = office.run(
        events.add_event, "visit", text(ru="Визит делегации", en="Visit of a delegation"), from_day=DAY, to_day=DAY,
        languages=["ru", "en"],
    )  # fmt: skip
    rows = {row.side: row.id for row in office.read(_delegations, event)}
    city = office.run(
        organisations.add_organisation, text(ru="Мэрия города Манаса", en="Manas Mayor’s Office"), country="KG"
    )
    guests, hosts = rows["guest"], rows["host"]
    office.run(delegations.edit_delegation, guests, organisation_id=city)
    found: dict[str, int] = {}
    members: dict[str, int] = {}
    for key, surname, given, latin, rank, capacity, side in (
        ("head", "Иманалиев", "Кубанычбек", ("Imanaliev", "Kubanychbek"), 3, "head", guests),
        ("kabaev", "Кабаев", "Азамат", ("Kabaev", "Azamat"), 4, "member", guests),
        ("sadykova", "Садыкова", "Айгуль", ("Sadykova", "Aigul"), 5, "member", guests),
        ("interpreter", "Асанова", "Чолпон", ("Asanova", "Cholpon"), None, "interpreter", guests),
        ("mayor", "Логинов", "Владислав", ("Loginov", "Vladislav"), 2, "head", hosts),
    ):
        names = [NewName("ru", surname, given), NewName("en", *latin, order="given-first")]
        found[key] = office.run(people.add_person, names)
        title = text(ru=f"должность {surname}", en=f"post of {latin[0]}")
        office.run(people.add_post, found[key], title, organisation_id=city, rank_level=rank)
        members[key] = office.run(delegations.add_member, side, found[key], capacity=capacity)
    return Visit(event, guests, hosts, city, found, members)


def _delegations(db: Any, event: int) -> Any:
    from planner.queries.delegations import delegations as query

    return query(db, event)
