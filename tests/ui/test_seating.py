"""The seating desk: people swapped by mouse and by key, pinned, seated from the list; each step can be undone."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest

from planner.operations import delegations, seating
from planner.operations.people import NewName
from planner.operations.profiles import choose_profile
from planner.queries.seating import seating_desk, seating_plans
from planner.rules.places import PlanKind
from planner.rules.text import text
from tests.ui.keys import LEFT, drag, press
from tests.ui.office import Office, Visit, add_visit, open_office
from ui.common.carried_person import carried
from ui.common.paper_entries import seating_of
from ui.seating.inspector import SeatingInspector
from ui.seating.new_plan import NewPlanDialog
from ui.seating.page import SeatingPage
from ui.translate import set_language


@pytest.fixture
def visit(office: Office) -> Visit:
    visit = add_visit(office)
    for number in range(2):
        office.run(delegations.add_new_member, visit.hosts, [NewName("ru", f"Хозяев{number}", "Иван")])
    return visit


@pytest.fixture
def plan(office: Office, visit: Visit) -> int:
    return int(office.run(seating.add_seating_plan, visit.event, "facing-table"))


@pytest.fixture
def page(qtbot, office: Office, visit: Visit, plan: int) -> SeatingPage:
    page = SeatingPage(office.context)
    qtbot.addWidget(page)
    page.set_event(visit.event)
    page.resize(1000, 800)
    page.show()
    return page


def centre(page: SeatingPage, key: str) -> QPoint:
    seat = page.board.seat(key)
    assert seat is not None
    return page.board.scale().box(seat).center().toPoint()


def seated(page: SeatingPage) -> dict[str, str]:
    assert page.shown is not None
    return {seat.key: seat.name for seat in page.shown.seats if not seat.empty}


def name(page: SeatingPage, key: str) -> str:
    return seated(page).get(key, "")


def test_everybody_sits_by_rank_with_the_head_in_the_middle(page: SeatingPage) -> None:
    assert name(page, "guest:0") == "K.\u00a0Imanaliev"
    assert name(page, "host:0") == "V.\u00a0Loginov"
    assert page.waiting.waiting == ()


def test_person_dragged_onto_another_swaps_with_him_and_is_pinned(page: SeatingPage, office: Office) -> None:
    first, second = name(page, "guest:+1"), name(page, "guest:-2")
    drag(page.board, centre(page, "guest:-2"), centre(page, "guest:+1"))
    assert (name(page, "guest:+1"), name(page, "guest:-2")) == (second, first)
    pins = {seat.key: seat.pinned for seat in page.shown.seats if not seat.empty}  # type: ignore[union-attr]
    assert (pins["guest:+1"], pins["guest:-2"]) == (True, False)
    office.undo()
    assert (name(page, "guest:+1"), name(page, "guest:-2")) == (first, second)


def test_the_same_swap_by_keyboard_alone(page: SeatingPage) -> None:
    first, second = name(page, "guest:0"), name(page, "guest:+1")
    page.board.choose("guest:0")
    press(page.board, Qt.Key.Key_Return)
    assert page.board.carried == "guest:0"
    press(page.board, Qt.Key.Key_Left)  # the guests face the viewer: their right is his left
    press(page.board, Qt.Key.Key_Return)
    assert (name(page, "guest:0"), name(page, "guest:+1")) == (second, first)


def test_escape_sets_down_without_a_change(page: SeatingPage, office: Office) -> None:
    before = seated(page)
    page.board.choose("guest:0")
    press(page.board, Qt.Key.Key_Space)
    press(page.board, Qt.Key.Key_Left)
    press(page.board, Qt.Key.Key_Escape)
    assert (page.board.carried, seated(page)) == ("", before)


def test_pin_and_release_by_key(page: SeatingPage, office: Office, plan: int) -> None:
    page.board.choose("guest:+1")
    press(page.board, Qt.Key.Key_P)
    assert [(row.seat, row.pinned) for row in office.read(seating_desk, plan).placements] == [("guest:+1", True)]
    page.board.choose("guest:+1")
    press(page.board, Qt.Key.Key_Delete)
    assert office.read(seating_desk, plan).placements == ()


def test_chair_kept_free_stays_empty_until_it_is_given_back(page: SeatingPage) -> None:
    who = name(page, "guest:+1")
    page.board.choose("guest:+1")
    press(page.board, Qt.Key.Key_F)
    seat = page.board.seat("guest:+1")
    assert seat is not None
    assert (seat.empty, seat.kept, who in seated(page).values()) == (True, True, True)
    page.board.choose("guest:+1")
    press(page.board, Qt.Key.Key_F)
    assert name(page, "guest:+1") == who


def test_invited_person_is_seated_by_enter_or_dragged(page: SeatingPage, office: Office, visit: Visit) -> None:
    third = office.run(delegations.add_delegation, visit.event, "invited")
    member = office.run(delegations.add_new_member, third, [NewName("ru", "Батаева", "Назгуль")])
    assert [one.name for one in page.waiting.waiting] == ["Н.\u00a0Батаева"]
    page.waiting.names.setCurrentRow(0)
    press(page.waiting.names, Qt.Key.Key_Return)
    assert ("Н.\u00a0Батаева" in seated(page).values(), page.waiting.waiting) == (True, ())
    office.undo()
    place = QPointF(centre(page, "guest:-2"))
    data, action = carried(member), Qt.DropAction.MoveAction
    page.board.dropEvent(QDropEvent(place, action, data, LEFT, Qt.KeyboardModifier.NoModifier))
    assert name(page, "guest:-2") == "Н.\u00a0Батаева"


def test_profile_of_china_seats_the_interpreters_anew_and_back(page: SeatingPage, office: Office, visit: Visit) -> None:
    before = seated(page)
    office.run(choose_profile, visit.event, code="CN")
    assert page.shown is not None
    assert page.shown.desk.options["interpreter"] == "cn"
    office.run(choose_profile, visit.event, code="RU-municipal")
    assert seated(page) == before


def test_seat_by_rule_forgets_what_was_moved_but_not_what_was_pinned(page: SeatingPage) -> None:
    drag(page.board, centre(page, "guest:-2"), centre(page, "guest:+1"))
    moved = name(page, "guest:+1")
    QTest.mouseClick(page.bar.rule, LEFT)
    assert name(page, "guest:+1") == moved
    page.bar.more.edited.emit("free")
    assert name(page, "guest:+1") != moved


def test_tables_of_a_banquet_are_filled_in_one_step(page: SeatingPage, office: Office, visit: Visit) -> None:
    plan = office.run(seating.add_seating_plan, visit.event, "banquet")
    page.bar.plan.edited.emit(plan)
    page.bar.tables.edited.emit(5)
    assert [table.number for table in page.shown.desk.tables] == [1, 2, 3, 4, 5]  # type: ignore[union-attr]
    QTest.mouseClick(page.bar.fill, LEFT)
    assert len(office.read(seating_desk, plan).placements) == len(page.shown.desk.people)  # type: ignore[union-attr]
    office.undo()
    assert office.read(seating_desk, plan).placements == ()


def test_table_dragged_stays_where_it_was_put(page: SeatingPage, office: Office, visit: Visit) -> None:
    plan = office.run(seating.add_seating_plan, visit.event, "banquet")
    page.bar.plan.edited.emit(plan)
    page.bar.tables.edited.emit(1)
    scale = page.board.scale()
    middle = scale.furniture(page.shown.chart.furniture[0]).center().toPoint()  # type: ignore[union-attr]
    drag(page.board, middle, middle + QPoint(30, 12))
    (table,) = office.read(seating_desk, plan).tables
    assert (table.x > 0, table.y > 0) == (True, True)


def test_new_plan_is_for_what_was_chosen(page: SeatingPage, office: Office, visit: Visit) -> None:
    page.new_plan()
    (dialog,) = page.findChildren(NewPlanDialog)
    dialog.kind.set_value(PlanKind.CAR)
    QTest.mouseClick(dialog.make, LEFT)
    kinds = [row.kind for row in office.read(seating_plans, visit.event)]
    assert kinds == [PlanKind.FACING_TABLE, PlanKind.CAR]
    assert page.shown is not None
    assert page.shown.desk.plan.kind is PlanKind.CAR


def test_event_without_a_plan_says_what_this_is_for(qtbot, office: Office) -> None:
    visit = add_visit(office)
    page = SeatingPage(office.context)
    qtbot.addWidget(page)
    page.set_event(visit.event)
    page.show()
    assert (page.empty.isVisible(), page.board.isVisible()) == (True, False)


@pytest.fixture
def inspector(qtbot, office: Office, page: SeatingPage, plan: int) -> SeatingInspector:
    inspector = SeatingInspector(office.context)
    qtbot.addWidget(inspector)
    inspector.show_thing(plan)
    inspector.show()
    return inspector


def test_inspector_says_why_somebody_sits_here(page: SeatingPage, inspector: SeatingInspector) -> None:
    page.board.choose("guest:0")
    assert inspector.heading.text() == "Seat 1 of the guests’ side"
    assert inspector.why._facts[0].text == "Number 1 of the guests’ side: the place of honour."
    assert [fact.text for fact in inspector.faces._facts] == ["V.\u00a0Loginov"]
    QTest.mouseClick(inspector.pin, LEFT)
    assert inspector.remark.text() == "K.\u00a0Imanaliev · pinned by the office"


def test_two_who_must_not_sit_together_are_named_by_the_checks(
    page: SeatingPage, inspector: SeatingInspector, office: Office, visit: Visit
) -> None:
    assert page.shown is not None
    first, second = page.shown.placed["guest:0"], page.shown.placed["guest:+1"]
    office.run(seating.add_seating_wish, visit.event, first, second, "apart")
    said = [finding.text for finding in inspector.checks.findings() if finding.weight == "W-33"]
    names = (page.shown.name_of(first), page.shown.name_of(second))
    assert said == [f"{names[0]} and {names[1]} should not sit together."]


def test_office_for_reading_alone_moves_nobody(qtbot, tmp_path: Path) -> None:
    office = open_office(tmp_path)
    visit = add_visit(office)
    office.run(seating.add_seating_plan, visit.event, "facing-table", title=text(en="Talks"))
    office.planner.close()
    office = open_office(tmp_path, read_only=True)
    page = SeatingPage(office.context)
    qtbot.addWidget(page)
    page.set_event(visit.event)
    page.show()
    before = seated(page)
    page.board.choose("guest:0")
    press(page.board, Qt.Key.Key_P)
    drag(page.board, centre(page, "guest:0"), centre(page, "guest:+1"))
    assert (seated(page), office.failures) == (before, [])
    office.planner.close()


def test_seating_speaks_russian(page: SeatingPage) -> None:
    set_language("ru")
    try:
        assert page.waiting.heading.text() == "Без места"
        assert page.bar.rule.text() == "Рассадить по правилам"
        assert (name(page, "guest:0"), name(page, "host:0")) == ("К.\u00a0Иманалиев", "В.\u00a0Логинов")
    finally:
        set_language("en")


def test_print_plan_leads_to_the_plan_that_is_shown(page: SeatingPage, office: Office, plan: int) -> None:
    page.main_action().run()  # type: ignore[union-attr]
    other = office.run(seating.add_seating_plan, page.event_id, "photo")
    page._choose_plan(other)
    page.main_action().run()  # type: ignore[union-attr]
    flags = office.run(seating.add_seating_plan, page.event_id, "flags")
    page._choose_plan(flags)
    page.main_action().run()  # type: ignore[union-attr]
    assert office.shown == [
        ("paper", seating_of(plan)), ("paper", seating_of(other)), ("paper", seating_of(flags, flags=True)),
    ]  # fmt: skip
