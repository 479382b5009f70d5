"""A small office of a visit, and the window on it: real operations, a real file, everything at once on one thread."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import NamedTuple

from planner.app import Planner, open_planner
from planner.operations import agenda, delegations, events, office, organisations, people
from planner.queries.delegations import delegations as delegations_of
from planner.rules.text import text
from ui.settings import SettingsFile
from ui.tasks import SynchronousTasks
from ui.window.desk import Desk
from ui.window.main_window import MainWindow
from ui.window.program import Program
from ui.window.watched_context import WatchedContext

NOW = datetime(2024, 5, 6, 7, 2, tzinfo=UTC)


class Ids(NamedTuple):
    """What the small office holds."""

    meeting: int
    visit: int
    conference: int
    item: int
    member: int
    agreement: int


def open_in_may(path: Path, *, author: str = "anna") -> Planner:
    """Open an office on 6 May 2024."""
    return open_planner(str(path), author=author, clock=lambda: NOW)


def fill(planner: Planner) -> Ids:
    """Fill an office: a meeting that led to a visit that leads to a conference, and a person in two places."""
    run = planner.execute
    run(office.name_office, text(ru="Управление", en="Department"))
    pair = ["ru", "en"]
    meeting = run(
        events.add_event, "meeting", text(ru="Рабочая встреча", en="Working talks"), from_day=date(2024, 4, 10),
        to_day=date(2024, 4, 10), languages=pair, state="over",
    ).result  # fmt: skip
    visit = run(
        events.add_event, "visit", text(ru="Визит делегации", en="Visit of the delegation"), from_day=date(2024, 5, 14),
        to_day=date(2024, 5, 16), languages=pair, host_zone="Asia/Krasnoyarsk", guest_zone="Asia/Bishkek",
        short_title=text(ru="Делегация", en="Delegation"),
    ).result  # fmt: skip
    conference = run(
        events.add_event, "conference", text(ru="Конференция", en="Conference"), from_day=date(2024, 9, 19),
        to_day=date(2024, 9, 20), languages=pair, state="idea",
    ).result  # fmt: skip
    run(events.link_events, meeting, visit)
    run(events.link_events, visit, conference)
    city = run(organisations.add_organisation, text(ru="Мэрия", en="Mayor’s Office"), country="kg").result
    agreement = run(organisations.add_agreement, text(ru="Меморандум", en="Memorandum"), [city]).result
    run(events.add_event_agreement, visit, agreement)
    run(events.add_topic, visit, text(ru="культура", en="culture"))
    item, member = _fill_visit(planner, visit, city)
    return Ids(meeting, visit, conference, item, member, agreement)


def _fill_visit(planner: Planner, visit: int, city: int) -> tuple[int, int]:
    run = planner.execute
    names = [people.NewName("ru", "Кабаев", "Азамат"), people.NewName("en", "Kabaev", "Azamat", order="given-first")]
    person = run(people.add_person, names).result
    run(people.add_post, person, text(ru="Глава", en="Mayor"), organisation_id=city)
    guests, hosts = planner.read(delegations_of, visit)[:2]
    member = run(delegations.add_member, guests.id, person, capacity="head", state="confirmed").result
    host = run(
        people.add_person, [people.NewName("ru", "Логинов", "Иван"), people.NewName("en", "Loginov", "Ivan")]
    ).result
    run(delegations.add_member, hosts.id, host, capacity="head")
    items = [
        run(agenda.add_item, visit, text(ru=ru, en=en), day=date(2024, 5, 15), start=start, end=start + 60).result
        for ru, en, start in (("Встреча", "Meeting", 600), ("Обед", "Lunch", 630))
    ]
    for one in items:
        run(agenda.add_attendance, one, participation_id=member)
    return items[0], member


class Shown(NamedTuple):
    """A window with an open office on it."""

    window: MainWindow
    program: Program
    desk: Desk
    planner: Planner


def show_office(planner: Planner, folder: Path, *, size: tuple[int, int] = (1600, 1000), office: str = "") -> Shown:
    """Show an office, at its path or at this address, in a window of this size; settings live in the folder."""
    settings = SettingsFile(folder / "settings.json")
    window = MainWindow(settings)
    window.resize(*size)
    program = Program(window, settings)
    desk = Desk(window, WatchedContext(planner, SynchronousTasks(), settings), office or str(planner.path))
    program.lay_out(desk)
    window.show()
    return Shown(window, program, desk, planner)
