"""Everything by keyboard: every stop of Tab has a name for a screen reader, Tab goes as one reads, F6 between parts."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from planner.app import open_planner
from planner.queries.agenda import programme
from planner.queries.delegations import delegations
from planner.queries.events import events
from planner.queries.organisations import agreements, organisations
from planner.queries.people import people
from planner.queries.preparation import task_rows
from planner.queries.venues import venues
from planner.rules.kinds import EventKind
from tests.ui.window_office import Ids, Shown, show_office
from ui.common.tab_order import reading_order
from ui.translate import set_language
from ui.window.office_files import OfficeFiles
from ui.window.registry import PLACES, TABS

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def full(qtbot: QtBot, tmp_path: Path, sample_template: Path) -> Iterator[Shown]:
    """The window on the sample office, at its visit, with nothing of an earlier test before it."""
    for left in QApplication.topLevelWidgets():
        left.close()
    shutil.copy(sample_template, tmp_path / "s.office")
    planner = open_planner(str(tmp_path / "s.office"), author="anna", clock=lambda: datetime(2024, 4, 15, tzinfo=UTC))
    made = show_office(planner, tmp_path)
    qtbot.addWidget(made.window)
    made.desk.open_event(visit_of(made))
    yield made
    made.program.close()
    planner.close()


def visit_of(shown: Shown) -> int:
    return next(row.id for row in shown.planner.read(events) if row.kind is EventKind.VISIT)


def dialogs_of(shown: Shown) -> list[QDialog]:
    """Return the dialogs that stand open over this window."""
    return [one for one in shown.window.findChildren(QDialog) if one.isVisible()]


def nameless(root: QWidget) -> list[str]:
    """Return what Tab reaches below a widget and no screen reader could name."""
    return [_path(widget, root) for widget in reading_order(root) if not _name(widget)]


def _name(widget: QWidget) -> str:
    """Return the name as a screen reader is given it, if there is a letter or digit in it."""
    found = QAccessible.queryAccessibleInterface(widget)
    name = widget.accessibleName() or (found.text(QAccessible.Text.Name) if found is not None else "")
    return name if any(letter.isalnum() for letter in name) else ""


def _path(widget: QWidget, root: QWidget) -> str:
    parts = []
    above: QWidget | None = widget
    while above is not None and above is not root and len(parts) < 5:
        parts.append(type(above).__name__)
        above = above.parentWidget()
    return " in ".join(parts)


def things(shown: Shown) -> list[tuple[str, int]]:
    """Return one of each kind of thing an inspector shows."""
    read, visit = shown.planner.read, visit_of(shown)
    sides = read(delegations, visit)
    return [
        ("event", visit), ("delegation", sides[0].id), ("member", sides[0].members[0].id),
        ("person", read(people, shown.desk.context.today())[0].id),
        ("organisation", read(organisations)[0].id), ("venue", read(venues)[0].id),
        ("agreement", read(agreements)[0].id), ("task", read(task_rows, visit)[0].id),
        ("item", read(programme, visit).items[0].id),
    ]  # fmt: skip


@pytest.mark.parametrize("tongue", ["en", "ru"])
def test_every_stop_of_tab_on_every_page_has_a_name(full: Shown, tongue: str) -> None:
    set_language(tongue)
    found = {}
    for key in (*TABS, *PLACES):
        full.desk.go(f"tab:{key}" if key in TABS else key, visit_of(full))
        QApplication.processEvents()
        assert len(reading_order(full.window)) > 5
        found[key] = nameless(full.window)
    for kind, thing in things(full):
        full.desk.go(kind, thing)
        full.desk.context.select(kind, thing)
        QApplication.processEvents()
        assert full.desk.inspectors.shown == (kind, thing)
        found[kind] = nameless(full.window)
    assert {key: names for key, names in found.items() if names} == {}


def test_every_stop_of_tab_in_a_dialog_has_a_name(full: Shown) -> None:
    found = {}
    for opened in (
        OfficeFiles(full.program).preferences, full.program._new_event, *(
            lambda key=key: full.desk.go(key, 0) for key in ("profiles", "thresholds", "name habits")
        ),
    ):  # fmt: skip
        opened()
        QApplication.processEvents()
        (dialog,) = dialogs_of(full)
        assert len(reading_order(dialog)) > 1
        found[type(dialog).__name__] = nameless(dialog)
        dialog.close()
    assert len(found) == 5
    assert {key: names for key, names in found.items() if names} == {}


def stops(shown: Shown, key: Qt.Key = Qt.Key.Key_Tab) -> list[QWidget]:
    """Press Tab from the list of what there is until one is back there; return where one came by."""
    start = shown.window.navigation.list
    start.setFocus()
    came_by: list[QWidget] = []
    while len(came_by) < 150:
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key)
        focused = QApplication.focusWidget()
        if focused is start:
            break
        assert focused is not None
        came_by.append(focused)
    return came_by


@pytest.mark.parametrize("key", ["overview", "delegations", "seating", "logistics", "tasks", "follow-up"])
def test_tab_goes_round_the_whole_window_from_left_to_right(full: Shown, key: str) -> None:
    full.window.activateWindow()
    full.desk.go(f"tab:{key}", visit_of(full))
    QApplication.processEvents()
    forth = stops(full)
    assert len(forth) == len(set(forth)) > 10
    part = ("navigation", "page", "inspector")
    window = full.window
    parents = {"navigation": window.navigation, "page": window.pages, "inspector": window.inspectors}
    went = [next((name for name in part if parents[name].isAncestorOf(widget)), "") for widget in forth]
    order = [name for place, name in enumerate(went) if name and (place == 0 or went[place - 1] != name)]
    assert order == [name for name in part if name in order]
    assert {"page", "inspector"} <= set(order)


def test_tab_goes_through_the_event_in_the_order_one_reads_and_back(full: Shown) -> None:
    full.window.activateWindow()
    full.desk.go("tab:overview", 0)
    QApplication.processEvents()
    names = [widget.accessibleName() for widget in stops(full) if full.window.inspectors.isAncestorOf(widget)]
    assert names[:4] == ["Title — Русский", "Title — English", "Short title — Русский", "Short title — English"]
    assert names.index("First day") < names.index("Kind") < names.index("Languages") < names.index("Zone of the hosts")
    back = [widget.accessibleName() for widget in stops(full, Qt.Key.Key_Backtab)]
    assert [name for name in back if name in names][-4:] == list(reversed(names[:4]))


def test_f6_goes_from_part_to_part_and_back_to_where_one_was(shown: tuple[Shown, Ids]) -> None:
    made, ids = shown
    window = made.window
    window.activateWindow()
    made.desk.open_event(ids.visit, "delegations")
    QApplication.processEvents()
    window.navigation.list.setFocus()
    column = window.pages.currentWidget().columns["guest"]

    def part() -> str:
        focused = QApplication.focusWidget()
        assert focused is not None
        if window.navigation.isAncestorOf(focused):
            return "left"
        return "right" if window.inspectors.isAncestorOf(focused) else "middle"

    def press_f6(modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> str:
        QTest.keyClick(window, Qt.Key.Key_F6, modifiers)
        return part()

    assert [press_f6() for _ in range(3)] == ["middle", "right", "left"]
    press_f6()
    column.setFocus()
    assert (press_f6(SHIFT), press_f6()) == ("left", "middle")
    assert QApplication.focusWidget() is column


def test_ctrl_tab_shows_the_next_tab_of_the_event(shown: tuple[Shown, Ids]) -> None:
    made, ids = shown
    made.window.activateWindow()
    made.desk.open_event(ids.visit, "overview")
    QApplication.processEvents()
    control = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(made.window, Qt.Key.Key_Tab, control)
    assert made.desk.pages.shown == "delegations"
    QTest.keyClick(made.window, Qt.Key.Key_Backtab, control | SHIFT)
    QTest.keyClick(made.window, Qt.Key.Key_Backtab, control | SHIFT)
    assert made.desk.pages.shown == "history"


def test_hidden_and_scrolled_away_fields_are_passed_or_brought_into_sight(full: Shown) -> None:
    full.window.activateWindow()
    full.desk.go("tab:overview", 0)
    QApplication.processEvents()
    (last,) = (one for one in stops(full) if one.accessibleName() == "Keep as a template")
    last.setFocus()
    focused = QApplication.focusWidget()
    assert focused is last
    QTest.keyClick(last, Qt.Key.Key_Backtab)
    before = QApplication.focusWidget()
    assert before is not None
    assert before.visibleRegion().contains(before.rect().center())
    assert before.mapTo(full.window, QPoint(0, 0)).y() > 0


def test_tab_in_a_new_event_comes_to_the_place_after_the_days_above_it(full: Shown) -> None:
    full.program._new_event()
    (dialog,) = dialogs_of(full)
    dialog.activateWindow()
    QApplication.processEvents()
    order = reading_order(dialog)
    order[0].setFocus()
    for stop in order[1:]:
        focused = QApplication.focusWidget()
        assert focused is order[order.index(stop) - 1]
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    names = [widget.accessibleName() for widget in order]
    dialog.close()
    assert names.index("Title — English") < names.index("First day") < names.index("Place — Русский")
