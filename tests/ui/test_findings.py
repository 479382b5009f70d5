"""The findings on the screen: mended with one click, dismissed with a reason, taken up again, filtered; thresholds."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from shutil import copy
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from planner.app import Changes, Planner, open_planner
from planner.checks.event import mendable_event
from planner.operations import agenda, delegations, events, people
from planner.operations.findings import set_limit, take_back_dismissal
from planner.operations.people import NewName
from planner.queries.delegations import delegations as rows_of
from planner.queries.findings import office_limits
from planner.rules.checks.limits import Limits
from planner.rules.findings import Severity
from planner.rules.text import text
from ui.common.findings import ReasonLine
from ui.common.mending import dismiss, mend
from ui.context import Context
from ui.overview.findings_card import FindingsCard
from ui.preferences.thresholds import ThresholdsDialog
from ui.settings import SettingsFile
from ui.tasks import SynchronousTasks

DAY = date(2026, 9, 1)


@pytest.fixture
def planner(sqlite_template: Path, tmp_path: Path) -> Iterator[Planner]:
    path = tmp_path / "one.office"
    copy(sqlite_template, path)
    opened = open_planner(str(path), author="Aida")
    yield opened
    opened.close()


@pytest.fixture
def context(planner: Planner, tmp_path: Path) -> Context:
    return Context(planner, SynchronousTasks(), SettingsFile(tmp_path / "settings.json"))


@pytest.fixture
def event(planner: Planner) -> int:
    def do(operation: Any, *args: Any, **values: Any) -> Any:
        return planner.execute(operation, *args, **values).result

    title = text(ru="Визит", en="Visit")
    made = int(do(events.add_event, "visit", title, from_day=DAY, to_day=DAY, languages=["ru", "en"]))
    sides = [row.id for row in planner.read(rows_of, made)]
    for side, name in zip(sides, ("Kabaev", "Loginov"), strict=True):
        person = do(people.add_person, [NewName("ru", name), NewName("en", name)])
        do(delegations.add_member, side, person, capacity="member")
    for start in (600, 640):
        words = text(ru=f"Дело {start}", en=f"Item {start}")
        item = do(agenda.add_item, made, words, day=DAY, start=start, end=start + 50)
        do(agenda.add_attendance, item, side="guest")
    return made


@pytest.fixture
def card(qtbot: QtBot, context: Context, event: int) -> FindingsCard:
    made = FindingsCard()
    qtbot.addWidget(made)

    def read(_changes: Changes | None = None) -> None:
        checked = context.planner.read(mendable_event, event)
        made.set_findings(checked.standing, checked.dismissed)

    made.mended.connect(lambda finding, key: mend(context, made, finding, key))
    made.dismissed.connect(lambda finding, why: dismiss(context, made, event, finding, why))
    made.taken_back.connect(lambda row: context.run(made, take_back_dismissal, row))
    context.changed.connect(read)
    read()
    made.show()
    return made


def words(card: FindingsCard, place: int) -> list[str]:
    """The ways out of a finding."""
    return [said for _key, said in card.rows()[place].actions]


def test_fix_is_one_click_and_one_step(card: FindingsCard, context: Context) -> None:
    assert [row.text[:9] for row in card.rows()] == ["Kabaev is", "guest has", "host has "]
    assert words(card, 1) == ["Make Kabaev the head", "Choose the head"]
    card.list.acted.emit("1", "fix0")
    assert [row.text[:20] for row in card.rows()] == ["Kabaev is in two pla", "host has no head. Ma"]
    context.undo(card)
    assert len(card.rows()) == 3


def test_reason_is_asked_for_and_kept_with_its_author(card: FindingsCard, qtbot: QtBot) -> None:
    line = card.list.findChildren(ReasonLine)[0]
    assert line.isHidden()
    line.ask()
    assert line.isVisible()
    line.setText("They are twins")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert [row.text[:20] for row in card.rows()] == ["guest has no head. M", "host has no head. Ma"]
    assert (card.fold.isVisible(), card.dismissed_list.findings()) == (True, ())
    card.fold.click()
    assert [row.aside for row in card.dismissed_list.findings()] == ["“They are twins”, Aida"]
    card.dismissed_list.acted.emit("0", "back")
    assert len(card.rows()) == 3


def test_reason_is_given_up_with_escape_and_never_empty(card: FindingsCard) -> None:
    line = card.list.findChildren(ReasonLine)[0]
    line.ask()
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert len(card.rows()) == 3
    line.setText("no")
    QTest.keyClick(line, Qt.Key.Key_Escape)
    assert (line.isHidden(), line.text()) == (True, "")


def test_findings_of_one_weight_are_shown(card: FindingsCard) -> None:
    few = card._findings
    hints = tuple(one._replace(severity=Severity.HINT) for one in few)
    card.set_findings((*few, *hints, *few), ())
    assert (len(card.rows()), card.more.isVisible(), card.filter.isVisible()) == (6, True, True)
    card.more.click()
    assert (len(card.rows()), card.more.isVisible()) == (9, False)
    card.filter._take(2)
    assert [row.weight for row in card.rows()] == ["hint"] * 3


def test_nothing_is_offered_where_nothing_may_be_written(card: FindingsCard) -> None:
    card.set_findings(card._findings, (), may_write=False)
    assert {words(card, place)[0] for place in range(3)} == {"Show", "Choose the head"}
    assert [row.dismiss for row in card.rows()] == [""] * 3


def test_thresholds_are_taken_at_once_and_restored(qtbot: QtBot, context: Context) -> None:
    dialog = ThresholdsDialog(context)
    qtbot.addWidget(dialog)
    assert dialog.fields["gap_minutes"].value() == 90
    dialog.fields["gap_minutes"].edited.emit(60)
    assert context.planner.read(office_limits) == Limits(gap_minutes=60)
    assert dialog.fields["gap_minutes"]._aside.text() == "usual: 90"
    dialog.fields["gap_minutes"].edited.emit(None)
    assert context.planner.read(office_limits) == Limits()
    context.run(dialog, set_limit, "day_load_hours", 12)
    dialog.restore.click()
    assert context.planner.read(office_limits) == Limits()
