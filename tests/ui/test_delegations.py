"""The delegations tab: choosing, moving by mouse and keyboard, adding, removing; each a step that can be undone."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest

from planner import importing
from planner.exchange.clipboard import table_from_names
from planner.operations import delegations
from planner.queries.delegations import delegations as read_delegations
from planner.rules.kinds import Capacity, Side
from planner.rules.text import text
from tests.ui.keys import LEFT, press, type_text
from tests.ui.office import Office, Visit, add_visit, open_office
from ui.delegations.line_kinds import HeadingLine, RuleLine
from ui.delegations.lines import MemberLine
from ui.delegations.page import DelegationsPage
from ui.delegations.side_list import LONG, SideList
from ui.translate import set_language

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def visit(office: Office) -> Visit:
    return add_visit(office)


@pytest.fixture
def page(qtbot, office: Office, visit: Visit) -> DelegationsPage:
    page = DelegationsPage(office.context)
    qtbot.addWidget(page)
    page.set_event(visit.event)
    page.resize(960, 800)
    page.show()
    return page


def names(page: DelegationsPage, side: str = "guest") -> list[str]:
    return [line.name for line in page.columns[side].lines.lines if isinstance(line, MemberLine)]


def centre(column: SideList, row: int, *, share: float = 0.5) -> QPoint:
    area = column.visualRect(column.lines.index(row))
    return QPoint(area.center().x(), round(area.top() + area.height() * share))


def row_of(column: SideList, member_id: int) -> int:
    return next(
        row
        for row, line in enumerate(column.lines.lines)
        if isinstance(line, MemberLine) and line.member_id == member_id
    )


def let_go(source: SideList, member_id: int, target: SideList, place: QPoint) -> None:
    """Drop what the source list would hand over, as the window system does."""
    data = source.lines.mimeData([source.lines.index(row_of(source, member_id))])
    button, action = Qt.MouseButton.LeftButton, Qt.DropAction.MoveAction
    target.dropEvent(QDropEvent(QPointF(place), action, data, button, Qt.KeyboardModifier.NoModifier))


def test_guests_stand_left_in_precedence_and_the_interpreter_below_the_rule(page: DelegationsPage) -> None:
    lines = page.columns["guest"].lines.lines
    assert [type(line) for line in lines] == [HeadingLine, MemberLine, MemberLine, MemberLine, RuleLine, MemberLine]
    assert [line.number for line in lines if isinstance(line, MemberLine)] == [1, 2, 3, 0]
    assert names(page) == ["Иманалиев Кубанычбек", "Кабаев Азамат", "Садыкова Айгуль", "Асанова Чолпон"]
    assert names(page, "host") == ["Логинов Владислав"]


def test_click_chooses_a_member_for_the_inspector(page: DelegationsPage, office: Office, visit: Visit) -> None:
    column = page.columns["guest"]
    QTest.mouseClick(column.viewport(), LEFT, pos=centre(column, 2))
    assert office.selected[-1] == ("member", visit.members["kabaev"])


def test_choosing_in_one_column_leaves_nothing_chosen_in_the_other(page: DelegationsPage) -> None:
    guests, hosts = page.columns["guest"], page.columns["host"]
    QTest.mouseClick(guests.viewport(), LEFT, pos=centre(guests, 2))
    QTest.mouseClick(hosts.viewport(), LEFT, pos=centre(hosts, 1))
    assert (guests.current_thing(), hosts.current_thing()[0]) == (("", 0), "member")


def test_heading_chooses_the_delegation(page: DelegationsPage, office: Office, visit: Visit) -> None:
    column = page.columns["guest"]
    QTest.mouseClick(column.viewport(), LEFT, pos=centre(column, 0))
    assert office.selected[-1] == ("delegation", visit.guests)


def test_ctrl_up_moves_a_member_and_undo_brings_it_back(page: DelegationsPage, office: Office, visit: Visit) -> None:
    column = page.columns["guest"]
    column.select_thing("member", visit.members["sadykova"])
    press(column, Qt.Key.Key_Up, CONTROL)
    assert names(page)[:3] == ["Иманалиев Кубанычбек", "Садыкова Айгуль", "Кабаев Азамат"]
    assert column.current_thing() == ("member", visit.members["sadykova"])
    office.undo()
    assert names(page)[:3] == ["Иманалиев Кубанычбек", "Кабаев Азамат", "Садыкова Айгуль"]


def test_ctrl_down_at_the_end_changes_nothing(page: DelegationsPage, office: Office, visit: Visit) -> None:
    number = office.planner.change_number()
    column = page.columns["guest"]
    column.select_thing("member", visit.members["sadykova"])
    press(column, Qt.Key.Key_Down, CONTROL)
    assert office.planner.change_number() == number


def test_drop_below_the_last_puts_a_member_there_and_pins_it(page: DelegationsPage, visit: Visit) -> None:
    column = page.columns["guest"]
    let_go(
        column, visit.members["kabaev"], column, centre(column, row_of(column, visit.members["sadykova"]), share=0.9)
    )
    assert names(page)[:3] == ["Иманалиев Кубанычбек", "Садыкова Айгуль", "Кабаев Азамат"]
    found = page.member(visit.members["kabaev"])
    assert found is not None
    assert found[1].pin == 3


def test_drop_where_somebody_is_pinned_puts_both_in_the_order_shown(
    page: DelegationsPage, office: Office, visit: Visit
) -> None:
    column = page.columns["guest"]
    for member in ("sadykova", "kabaev"):
        let_go(column, visit.members[member], column, centre(column, 1, share=0.1))
    assert names(page)[:3] == ["Кабаев Азамат", "Садыкова Айгуль", "Иманалиев Кубанычбек"]
    office.undo()
    assert names(page)[:3] == ["Садыкова Айгуль", "Иманалиев Кубанычбек", "Кабаев Азамат"]


def test_drop_on_the_other_column_moves_between_delegations(
    page: DelegationsPage, office: Office, visit: Visit
) -> None:
    hosts = page.columns["host"]
    let_go(page.columns["guest"], visit.members["kabaev"], hosts, centre(hosts, 1, share=0.9))
    assert names(page, "host") == ["Логинов Владислав", "Кабаев Азамат"]
    office.undo()
    assert (names(page, "host"), len(names(page))) == (["Логинов Владислав"], 4)


def test_by_precedence_again_takes_all_pins_away_in_one_step(
    page: DelegationsPage, office: Office, visit: Visit
) -> None:
    column = page.columns["guest"]
    for member in ("sadykova", "kabaev"):
        column.select_thing("member", visit.members[member])
        press(column, Qt.Key.Key_Up, CONTROL)
    pinned = names(page)
    assert page.bar.pinned.text() == "2 places pinned"
    page.bar.order.menu().actions()[0].trigger()
    assert names(page)[:3] == ["Иманалиев Кубанычбек", "Кабаев Азамат", "Садыкова Айгуль"]
    assert page.bar.pinned.text() == ""
    office.undo()
    assert names(page) == pinned


def test_delete_takes_a_member_out_and_undo_puts_it_back(page: DelegationsPage, office: Office, visit: Visit) -> None:
    column = page.columns["guest"]
    column.select_thing("member", visit.members["kabaev"])
    press(column, Qt.Key.Key_Delete)
    assert len(names(page)) == 3
    office.undo()
    assert len(names(page)) == 4


def test_arrow_right_leads_to_the_other_column(page: DelegationsPage, qtbot) -> None:
    page.activateWindow()
    page.columns["guest"].setFocus()
    press(page.columns["guest"], Qt.Key.Key_Right)
    assert page.columns["host"].hasFocus()


def test_person_of_the_register_is_found_folded_and_added(page: DelegationsPage, office: Office, visit: Visit) -> None:
    page.columns["host"].select_thing("delegation", visit.hosts)
    page.columns["host"].chosen.emit("delegation", visit.hosts)
    QTest.mouseClick(page.bar.add_person, LEFT)
    type_text(page.adding.search.line, "САДЫКОВА")
    press(page.adding.search.line, Qt.Key.Key_Return)
    assert names(page, "host") == ["Логинов Владислав", "Садыкова Айгуль"]
    office.undo()
    assert names(page, "host") == ["Логинов Владислав"]


def test_new_person_with_post_is_added_as_one_step(page: DelegationsPage, office: Office, visit: Visit) -> None:
    before = office.planner.change_number()
    page.add_person()
    for part, language, words in (
        ("surname", "ru", "Осмонова"), ("given", "ru", "Жылдыз"), ("surname", "en", "Osmonova"),
        ("given", "en", "Zhyldyz"), ("position", "ru", "директор"), ("position", "en", "Director"),
    ):  # fmt: skip
        type_text(page.adding.line(part, language), words)
    page.adding.capacity.combo.setCurrentIndex(list(Capacity).index(Capacity.ADVISER))
    QTest.mouseClick(page.adding.add_new, LEFT)
    assert office.planner.change_number() == before + 1
    line = next(line for line in page.columns["guest"].lines.lines if getattr(line, "name", "") == "Осмонова Жылдыз")
    assert (line.second, line.positions) == ("Zhyldyz Osmonova", (("директор", False), ("Director", False)))
    assert office.selected[-1] == ("member", line.member_id)
    office.undo()
    assert len(names(page)) == 4


def test_post_without_a_name_is_kept_as_to_be_named(page: DelegationsPage) -> None:
    page.add_person()
    type_text(page.adding.line("position", "ru"), "начальник управления")
    press(page.adding.line("position", "ru"), Qt.Key.Key_Return)
    line = page.columns["guest"].lines.lines[4]
    assert isinstance(line, MemberLine)
    assert (line.second, line.pills[1].text) == ("to be named", "English position missing")


def test_missing_position_is_named_on_the_member_and_in_the_heading(
    page: DelegationsPage, office: Office, visit: Visit
) -> None:
    office.run(delegations.add_member, visit.guests, post_title=text(ru="эксперт"))
    heading = page.columns["guest"].lines.lines[0]
    assert isinstance(heading, HeadingLine)
    assert heading.remark == "4 · 1 position missing"


def test_delegation_is_added_to_a_side(page: DelegationsPage, office: Office, visit: Visit) -> None:
    page.bar.add_delegation.menu().actions()[list(Side).index(Side.INVITED)].trigger()
    sides = [row.side for row in office.read(read_delegations, visit.event)]
    assert sides == [Side.GUEST, Side.HOST, Side.INVITED]
    assert office.selected[-1][0] == "delegation"


def test_ctrl_up_on_a_heading_moves_the_delegation(page: DelegationsPage, office: Office, visit: Visit) -> None:
    second = office.run(delegations.add_delegation, visit.event, "guest", name=text(ru="Ош"))
    column = page.columns["guest"]
    column.select_thing("delegation", second)
    press(column, Qt.Key.Key_Up, CONTROL)
    assert [row.id for row in office.read(read_delegations, visit.event)][:2] == [second, visit.guests]
    office.undo()
    assert [row.id for row in office.read(read_delegations, visit.event)][:2] == [visit.guests, second]


def test_event_without_anybody_offers_the_import(qtbot, office: Office) -> None:
    from planner.operations import events

    event = office.run(
        events.add_event, "meeting", text(en="Meeting"), from_day=page_day(), to_day=page_day(), languages=["en"]
    )
    page = DelegationsPage(office.context)
    qtbot.addWidget(page)
    page.set_event(event)
    page.show()
    assert page.empty.isVisible()


def page_day():
    from tests.ui.office import DAY

    return DAY


def test_office_opened_for_reading_only_shows_but_moves_nothing(
    qtbot, tmp_path: Path, office: Office, visit: Visit
) -> None:
    reader = open_office(tmp_path, read_only=True)
    page = DelegationsPage(reader.context)
    qtbot.addWidget(page)
    page.set_event(visit.event)
    page.show()
    page.shift_member(visit.members["sadykova"], -1)
    assert (page.bar.add_person.isEnabled(), names(page)[1]) == (False, "Кабаев Азамат")
    reader.planner.close()


def test_interface_in_russian_translates_the_page(page: DelegationsPage) -> None:
    set_language("ru")
    assert page.columns["guest"].accessibleName() == "Гости"


def test_member_chosen_elsewhere_is_chosen_here(page: DelegationsPage, office: Office, visit: Visit) -> None:
    office.context.select("member", visit.members["mayor"])
    assert page.columns["host"].current_thing() == ("member", visit.members["mayor"])


def test_thousands_of_lines_are_on_the_screen_at_once(qtbot, office: Office, visit: Visit) -> None:
    names = "\n".join(f"Surname{number} Given" for number in range(LONG + 50))
    table = table_from_names(names)
    mapping = office.read(importing.match_columns, table, ("en", "ru"))
    prepared = office.read(importing.prepare, visit.event, table, mapping, side=Side.GUEST, language="en")
    importing.apply(office.planner, prepared)
    page = DelegationsPage(office.context)
    qtbot.addWidget(page)
    page.set_event(visit.event)
    page.resize(960, 800)
    page.show()
    column = page.columns["guest"]
    last = column.visualRect(column.lines.index(column.lines.rowCount() - 1))
    assert column.lines.rowCount() > LONG
    assert last.top() > column.viewport().height()
    assert len({column.viewport().grab().toImage().pixel(60, y) for y in range(10, 400, 3)}) > 3
