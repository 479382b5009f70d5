"""The list kept at the end: shown at the next start before the office is open, if it is still in the same state."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from planner.last_step import last_step
from planner.operations import delegations, events
from planner.queries.journal import state_read
from planner.rules.text import text
from tests.ui.office import Office, Visit, add_visit
from tests.ui.window_office import fill, open_in_may
from ui.delegations.kept import Kept, kept_of, plain
from ui.delegations.kept_page import KeptPage
from ui.delegations.line_kinds import Line, PersonLine
from ui.delegations.page import DelegationsPage
from ui.settings import SettingsFile
from ui.window import kept_list
from ui.window.main_window import MainWindow
from ui.window.program import Program, Wish


@pytest.fixture
def visit(office: Office) -> Visit:
    return add_visit(office)


@pytest.fixture
def page(qtbot: QtBot, office: Office, visit: Visit) -> DelegationsPage:
    page = DelegationsPage(office.context)
    qtbot.addWidget(page)
    page.set_event(visit.event)
    page.resize(960, 800)
    page.show()
    return page


def settled(office: Office, visit: Visit, **more: Any) -> SettingsFile:
    """Return settings as they are when the window was closed at the delegations of the visit."""
    settings = office.context.settings
    settings.change(event=visit.event, more={"tab": "delegations", **more})
    return settings


def said(line: Line) -> tuple[Any, ...]:
    """Return all that a line shows, and by what it is sized."""
    if not isinstance(line, PersonLine):
        return tuple(line)
    return (
        line.member_id, line.delegation_id, line.place, line.number, line.pinned, line.name, line.second,
        line.positions, line.pills, line.extent(),
    )  # fmt: skip


def shown(kept: Kept) -> dict[str, list[tuple[Any, ...]]]:
    return {name: [said(line) for line in lines] for name, lines in kept.columns.items()}


def kept_now(page: DelegationsPage) -> Kept:
    kept = page.kept()
    assert kept is not None
    return kept


def test_kept_lines_say_what_the_read_ones_say(office: Office, visit: Visit, page: DelegationsPage) -> None:
    office.run(delegations.place_member, visit.members["sadykova"], 1)
    office.run(delegations.add_member, visit.guests, None, capacity="press", post_title=text(ru="пресса"))
    before = kept_now(page)
    after = kept_of(json.loads(json.dumps(plain(before))))
    assert shown(after) == shown(before)
    assert after[1:] == before[1:]


def test_what_was_kept_holds_as_long_as_nothing_was_changed(
    office: Office, visit: Visit, page: DelegationsPage
) -> None:
    settings, path = settled(office, visit), str(office.planner.path)
    kept_list.keep(settings, path, kept_now(page))
    found = kept_list.found(settings, path)
    assert found is not None
    assert shown(found) == shown(kept_now(page))
    office.run(events.edit_event, visit.event, note="anything at all")
    assert kept_list.found(settings, path) is None
    office.undo()
    assert kept_list.found(settings, path) is None  # the rows are as before, but an undo is a step too


def test_nothing_kept_is_shown_elsewhere_than_where_it_was(
    office: Office, visit: Visit, page: DelegationsPage, tmp_path: Path
) -> None:
    settings, path = settled(office, visit), str(office.planner.path)
    kept_list.keep(settings, path, kept_now(page))
    assert kept_list.found(settings, str(tmp_path / "other.office")) is None
    assert kept_list.found(settings, "postgresql://host/office") is None
    for other in ({"event": visit.event + 1}, {"language": "ru"}, {"more": {"tab": "programme"}}):
        was = settings.now
        settings.change(**other)
        assert kept_list.found(settings, path) is None
        settings.now = was
    assert kept_list.found(settings, path) is not None


@pytest.mark.parametrize("content", ["", "{", "[]", '{"of":[1],"shown":{}}', "null"])
def test_a_damaged_file_is_nothing_kept(office: Office, visit: Visit, page: DelegationsPage, content: str) -> None:
    settings, path = settled(office, visit), str(office.planner.path)
    kept_list.keep(settings, path, kept_now(page))
    file = settings.path.with_name("last-list.json")
    file.write_text(content, encoding="utf-8")
    assert kept_list.found(settings, path) is None


def test_a_line_of_another_shape_is_nothing_kept(office: Office, visit: Visit, page: DelegationsPage) -> None:
    settings, path = settled(office, visit), str(office.planner.path)
    kept_list.keep(settings, path, kept_now(page))
    file = settings.path.with_name("last-list.json")
    read = json.loads(file.read_text(encoding="utf-8"))
    read["shown"]["columns"]["guest"][1] = [1, 2]
    file.write_text(json.dumps(read), encoding="utf-8")
    assert kept_list.found(settings, path) is None


def test_what_is_kept_is_for_its_owner_alone_and_goes(office: Office, visit: Visit, page: DelegationsPage) -> None:
    settings = settled(office, visit)
    kept_list.keep(settings, str(office.planner.path), kept_now(page))
    file = settings.path.with_name("last-list.json")
    assert file.stat().st_mode & 0o077 == 0
    kept_list.forget(settings)
    assert not file.exists()
    kept_list.forget(settings)


def test_the_driver_and_a_query_tell_the_same_state(office: Office, visit: Visit, tmp_path: Path) -> None:
    path = office.planner.path
    assert path is not None
    assert last_step(path) == office.read(state_read)
    assert last_step(tmp_path / "gone.office") is None
    (tmp_path / "other.txt").write_text("not an office", encoding="utf-8")
    assert last_step(tmp_path / "other.txt") is None


def test_the_page_goes_on_where_the_kept_one_was_left(
    qtbot: QtBot, office: Office, visit: Visit, page: DelegationsPage
) -> None:
    kept_page = KeptPage(kept_now(page))
    qtbot.addWidget(kept_page)
    kept_page.resize(960, 800)
    kept_page.show()
    kept_page.show_lines()
    guests = kept_page.columns["guest"]
    QTest.mouseClick(
        guests.viewport(), Qt.MouseButton.LeftButton, pos=guests.visualRect(guests.lines.index(2)).center()
    )
    now = kept_page.now()
    assert now.chosen == ("member", visit.members["kabaev"])
    other = DelegationsPage(office.context)
    qtbot.addWidget(other)
    other.set_event(visit.event)
    other.take_over(now)
    assert [said(line) for line in other.columns["guest"].lines.lines] == shown(now)["guest"]
    assert other.columns["guest"].current_thing() == now.chosen
    assert office.selected[-1] == now.chosen
    other.show()
    assert other.board is not None
    assert other.columns["guest"].current_thing() == now.chosen


def test_the_list_is_there_before_the_office_is_open(qtbot: QtBot, tmp_path: Path, sqlite_template: Path) -> None:
    path = tmp_path / "real.office"
    shutil.copy(sqlite_template, path)
    planner = open_in_may(path)
    ids = fill(planner)
    planner.close()
    settings = SettingsFile(tmp_path / "settings.json")
    settings.change(event=ids.visit, more={"tab": "delegations"})
    first = MainWindow(settings)
    qtbot.addWidget(first)
    program = Program(first, settings)
    program.begin(Wish(str(path)))
    first.show()
    qtbot.waitUntil(lambda: getattr(first.pages.currentWidget(), "board", None) is not None, timeout=20_000)
    names = [line.name for line in first.pages.currentWidget().columns["guest"].lines.lines[1:]]
    assert names == ["Кабаев Азамат"]
    first.close()

    again = MainWindow(settings)
    qtbot.addWidget(again)
    program = Program(again, settings)
    seen: list[Any] = []
    real_open = program.open

    def open_later(wish: Wish) -> None:
        page = again.pages.currentWidget()
        assert isinstance(page, KeptPage)
        seen.extend(line.name for line in page.columns["guest"].lines.lines[1:])
        page.columns["guest"].select_thing("member", ids.member)
        real_open(wish)

    program.open = open_later  # type: ignore[method-assign]
    program.begin(Wish(str(path)))
    again.show()
    qtbot.waitUntil(lambda: isinstance(again.pages.currentWidget(), DelegationsPage), timeout=20_000)
    assert seen == names
    page = again.pages.currentWidget()
    qtbot.waitUntil(lambda: page.board is not None, timeout=20_000)
    assert page.columns["guest"].current_thing() == ("member", ids.member)
    assert [one.isVisible() for one in again.pages.findChildren(KeptPage)] in ([], [False])
    assert program.desk is not None
    program.desk.open_event(ids.visit, "programme")
    again.close()
    assert not (tmp_path / "last-list.json").exists()
