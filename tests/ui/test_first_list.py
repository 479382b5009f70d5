"""The list of people is there before the office is open, in the order it will have, and the page goes on from it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from planner.first_order import FirstOrder, first_order
from planner.operations import delegations, events
from planner.rules.text import text
from tests.ui.office import Office, Visit, add_visit
from tests.ui.window_office import Ids, fill, open_in_may
from ui.delegations.first_page import FirstPage, Left, left_of
from ui.delegations.line_kinds import Line, PersonLine
from ui.delegations.page import DelegationsPage
from ui.delegations.side_list import SideList
from ui.settings import SettingsFile
from ui.window import first_list
from ui.window.main_window import MainWindow
from ui.window.program import Program, Wish


@pytest.fixture
def visit(office: Office) -> Visit:
    return add_visit(office)


@pytest.fixture
def page(qtbot: QtBot, office: Office) -> DelegationsPage:
    page = DelegationsPage(office.context)
    qtbot.addWidget(page)
    page.resize(960, 800)
    page.show()
    return page


@pytest.fixture
def first(qtbot: QtBot) -> FirstPage:
    first = FirstPage(Left())
    qtbot.addWidget(first)
    first.resize(960, 800)
    first.show()
    return first


def read(office: Office, visit: Visit) -> FirstOrder:
    """Return what is read of the visit before its office is open."""
    assert office.planner.path is not None
    found = first_order(office.planner.path, visit.event)
    assert found is not None
    return found


def said(columns: dict[str, SideList]) -> dict[str, list[tuple[Any, ...]]]:
    """Return all that the lines of both columns show."""
    return {name: [_said(line) for line in column.lines.lines] for name, column in columns.items()}


def _said(line: Line) -> tuple[Any, ...]:
    if not isinstance(line, PersonLine):
        return tuple(line)
    return (
        line.member_id, line.delegation_id, line.place, line.number, line.pinned, line.name, line.second,
        line.positions, line.pills, line.extent(),
    )  # fmt: skip


def test_the_first_list_says_what_the_page_says(
    office: Office, visit: Visit, page: DelegationsPage, first: FirstPage
) -> None:
    office.run(delegations.place_member, visit.members["sadykova"], 1)
    office.run(delegations.add_member, visit.guests, None, capacity="press", post_title=text(ru="пресса"))
    first.show_order(read(office, visit))
    page.set_event(visit.event)
    assert said(first.columns) == said(page.columns)
    assert len(said(page.columns)["guest"]) > 3


def test_the_page_takes_what_was_read_if_nothing_was_changed_since(
    office: Office, visit: Visit, page: DelegationsPage
) -> None:
    known = office.context.first = read(office, visit)
    page.set_event(visit.event)
    assert page.board is not None
    assert page.board.order is known.order
    assert office.context.first is None
    page.refresh()
    assert page.board.order is not known.order
    assert page.board.order == known.order


def test_the_page_reads_anew_what_was_changed_since(office: Office, visit: Visit, page: DelegationsPage) -> None:
    office.context.first = read(office, visit)
    office.run(delegations.place_member, visit.members["sadykova"], 1)
    page.set_event(visit.event)
    assert page.board is not None
    guests = next(row for row in page.board.delegations if row.id == visit.guests)
    assert guests.members[0].id == visit.members["sadykova"]


def test_the_page_reads_another_event_itself(office: Office, visit: Visit, page: DelegationsPage) -> None:
    known = office.context.first = read(office, visit)
    office.context.first = known._replace(event_id=visit.event + 1)
    page.set_event(visit.event)
    assert page.board is not None
    assert page.board.order is not known.order


def test_the_page_goes_on_where_the_first_one_was_left(
    office: Office, visit: Visit, page: DelegationsPage, first: FirstPage
) -> None:
    first.show_order(read(office, visit))
    guests = first.columns["guest"]
    place = guests.visualRect(guests.lines.index(2)).center()
    QTest.mouseClick(guests.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert first.now().chosen == ("member", visit.members["kabaev"])
    page.hide()  # so that it reads later, as from a busy disk
    page.set_event(visit.event)
    page.take_over(first)
    assert said(page.columns) == said(first.columns)
    assert page.columns["guest"].current_thing() == first.now().chosen
    assert office.selected[-1] == first.now().chosen
    page.show()
    assert page.board is not None
    assert page.columns["guest"].current_thing() == first.now().chosen


def test_the_first_list_is_for_reading_only(office: Office, visit: Visit, first: FirstPage) -> None:
    first.show_order(read(office, visit))
    for column in first.columns.values():
        assert (column.dragEnabled(), column.acceptDrops()) == (False, False)


def test_how_the_list_was_left_is_kept_without_names(
    qtbot: QtBot, office: Office, visit: Visit, page: DelegationsPage, tmp_path: Path
) -> None:
    page.set_event(visit.event)
    page.columns["guest"].setFocus()
    page.columns["guest"].select_thing("member", visit.members["kabaev"])
    page._choose("guest", "member", visit.members["kabaev"])
    left = page.left()
    assert left is not None
    settings = SettingsFile(tmp_path / "settings.json")
    settings.change(more=first_list.kept(left))
    written = settings.path.read_text(encoding="utf-8")
    assert left_of(SettingsFile(settings.path).now.more["list"]) == left
    assert (left.event_id, left.chosen) == (visit.event, ("member", visit.members["kabaev"]))
    assert "Кабаев" not in written
    assert first_list.kept(None) == {}


@pytest.mark.parametrize(
    "found", [None, [], {}, "left", {"event_id": "x", "chosen": ["", 0]}, {"chosen": 3, "scrolled": {}}]
)
def test_what_the_settings_hold_of_it_may_be_damaged(found: Any) -> None:
    assert left_of(found) == Left()


def test_another_event_is_shown_from_its_beginning(qtbot: QtBot, office: Office, visit: Visit) -> None:
    page = FirstPage(Left(visit.event + 1, "host", ("member", visit.members["kabaev"]), {"guest": 40}))
    qtbot.addWidget(page)
    page.show_order(read(office, visit))
    assert (page.now().chosen, page.now().first) == (("", 0), "host")


@pytest.mark.parametrize(
    ("office", "values", "wanted"),
    [
        ("a.office", {}, True), ("", {}, False), ("postgresql://host/office", {}, False),
        ("a.office", {"event": 0}, False), ("a.office", {"more": {"tab": "programme"}}, False),
    ],
)  # fmt: skip
def test_the_list_comes_first_where_the_window_was_left_at_it(
    tmp_path: Path, office: str, values: dict[str, Any], wanted: bool
) -> None:
    settings = SettingsFile(tmp_path / "settings.json")
    settings.change(**{"event": 7, "more": {"tab": "delegations"}, **values})
    assert first_list.is_wanted(settings, office) is wanted


@pytest.fixture
def left_at_list(tmp_path: Path, sqlite_template: Path) -> tuple[str, Ids, SettingsFile]:
    """An office and the settings of a window that was closed at the delegations of its visit."""
    path = tmp_path / "real.office"
    shutil.copy(sqlite_template, path)
    planner = open_in_may(path)
    ids = fill(planner)
    planner.close()
    settings = SettingsFile(tmp_path / "settings.json")
    settings.change(event=ids.visit, more={"tab": "delegations"})
    return str(path), ids, settings


@pytest.fixture
def begun(qtbot: QtBot) -> Callable[[SettingsFile, str], tuple[MainWindow, Program]]:
    """Start the window on an office."""

    def begin(settings: SettingsFile, path: str) -> tuple[MainWindow, Program]:
        window = MainWindow(settings)
        qtbot.addWidget(window)
        program = Program(window, settings)
        program.begin(Wish(path))
        window.show()
        return window, program

    return begin


def is_read(window: MainWindow) -> bool:
    return getattr(window.pages.currentWidget(), "board", None) is not None


def test_the_list_is_there_before_the_office_is_open(
    qtbot: QtBot, left_at_list: tuple[str, Ids, SettingsFile], begun: Callable[..., tuple[MainWindow, Program]]
) -> None:
    path, ids, settings = left_at_list
    window, program = begun(settings, path)
    seen: list[Any] = []
    real_open = program.open

    def open_later(wish: Wish) -> None:
        page = window.pages.currentWidget()
        assert isinstance(page, FirstPage)
        seen.extend(line.name for line in page.columns["guest"].lines.lines[1:])
        page.columns["guest"].select_thing("member", ids.member)
        real_open(wish)

    program.open = open_later  # type: ignore[method-assign]
    qtbot.waitUntil(lambda: is_read(window), timeout=20_000)
    page = window.pages.currentWidget()
    assert isinstance(page, DelegationsPage)
    assert seen == ["Кабаев Азамат"]
    assert page.columns["guest"].current_thing() == ("member", ids.member)
    assert [one for one in window.pages.findChildren(FirstPage) if one.isVisible()] == []
    assert program.desk is not None
    window.close()
    kept = SettingsFile(settings.path).now.more["list"]
    assert (kept["event_id"], kept["chosen"]) == (ids.visit, ["member", ids.member])


def test_an_office_that_cannot_be_read_first_is_opened_as_ever(
    qtbot: QtBot, left_at_list: tuple[str, Ids, SettingsFile], begun: Callable[..., tuple[MainWindow, Program]]
) -> None:
    path, _ids, settings = left_at_list
    settings.change(event=10**6)
    window, program = begun(settings, path)
    qtbot.waitUntil(lambda: is_read(window), timeout=20_000)
    assert program.desk is not None
    assert [one for one in window.pages.findChildren(FirstPage) if one.isVisible()] == []
    window.close()


def test_a_missing_office_is_told_in_words(
    qtbot: QtBot, left_at_list: tuple[str, Ids, SettingsFile], begun: Callable[..., tuple[MainWindow, Program]]
) -> None:
    path, _ids, settings = left_at_list
    Path(path).unlink()
    window, program = begun(settings, path)
    with qtbot.waitSignal(program.not_opened, timeout=20_000):
        pass
    assert program.desk is None
    assert not isinstance(window.pages.currentWidget(), FirstPage)
    window.close()


def test_closing_at_once_waits_for_what_is_read(
    left_at_list: tuple[str, Ids, SettingsFile], begun: Callable[..., tuple[MainWindow, Program]]
) -> None:
    path, _ids, settings = left_at_list
    window, program = begun(settings, path)
    window.close()
    assert all(not thread.is_alive() for thread in program._threads)


def test_names_kept_by_an_earlier_version_are_removed(
    qtbot: QtBot, left_at_list: tuple[str, Ids, SettingsFile], begun: Callable[..., tuple[MainWindow, Program]]
) -> None:
    path, _ids, settings = left_at_list
    former = settings.path.with_name("last-list.json")
    former.write_text(json.dumps({"shown": "Кабаев Азамат"}), encoding="utf-8")
    window, _program = begun(settings, path)
    qtbot.waitUntil(lambda: is_read(window), timeout=20_000)
    window.close()
    assert not former.exists()


def test_a_step_made_elsewhere_is_in_the_first_list(office: Office, visit: Visit, first: FirstPage) -> None:
    office.run(events.edit_event, visit.event, languages=["en", "ru"])
    first.show_order(read(office, visit))
    line = first.columns["guest"].lines.lines[1]
    assert isinstance(line, PersonLine)
    assert line.name.isascii()


@pytest.mark.parametrize(("place", "shown"), [("tab:programme", "programme"), ("people", "people")])
def test_where_one_goes_before_the_office_is_open_is_shown_when_it_is(
    qtbot: QtBot, left_at_list: tuple[str, Ids, SettingsFile], begun: Callable[..., tuple[MainWindow, Program]],
    place: str, shown: str,
) -> None:  # fmt: skip
    path, _ids, settings = left_at_list
    before, _program = begun(settings, path)
    qtbot.waitUntil(lambda: is_read(before) and bool(before.navigation.entries()), timeout=20_000)
    before.close()
    window, program = begun(settings, path)
    if place.startswith("tab:"):
        window.tabs.choose(place.removeprefix("tab:"))
    else:
        window.navigation.list.choose(place)
        window.navigation.list.chosen.emit(place)
    qtbot.waitUntil(lambda: program.desk is not None and program.desk.pages.shown == shown, timeout=20_000)
    qtbot.wait(50)
    assert program.desk is not None
    assert program.desk.pages.shown == shown
    window.close()


def test_another_event_chosen_before_the_office_is_open_is_shown(
    qtbot: QtBot, left_at_list: tuple[str, Ids, SettingsFile], begun: Callable[..., tuple[MainWindow, Program]]
) -> None:
    path, ids, settings = left_at_list
    window, program = begun(settings, path)
    window.navigation.list.chosen.emit(f"event:{ids.conference}")
    qtbot.waitUntil(lambda: program.desk is not None and program.desk.event_id > 0, timeout=20_000)
    assert program.desk is not None
    assert program.desk.event_id == ids.conference
    window.close()
