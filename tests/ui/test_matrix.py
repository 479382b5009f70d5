"""Who takes part, painted with mouse and keys: what is shown, what is written, what one undo takes back."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from planner.operations import agenda, delegations, people, venues
from planner.operations.people import NewName
from planner.operations.taking_part import Painted, paint_attendance
from planner.queries.taking_part import who_of
from planner.rules.kinds import Role
from planner.rules.taking_part import Who
from planner.rules.text import text
from tests.ui.keys import drag, press
from tests.ui.office import Office, open_office
from tests.ui.programme import Day, add_day, item_of
from ui import theme
from ui.agenda.matrix import Matrix
from ui.agenda.matrix_view import Place
from ui.agenda.matrix_words import column_words, spoken, state_words
from ui.agenda.matrix_work import MatrixWork
from ui.agenda.more_views import MATRIX
from ui.agenda.page import ProgrammePage
from ui.agenda.plan import ALL_DAYS
from ui.translate import set_language

SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
GUESTS, HOSTS = Who("side", "guest"), Who("side", "host")
TAKES = Role.TAKES_PART


@pytest.fixture
def day(office: Office) -> Day:
    return add_day(office)


@pytest.fixture
def page(qtbot, office: Office, day: Day) -> ProgrammePage:
    page = ProgrammePage(office.context)
    qtbot.addWidget(page)
    page.set_event(day.event)
    page.resize(1000, 800)
    page.show()
    page.bar.mode.set_value(MATRIX)
    page.choose_mode(MATRIX)
    return page


@pytest.fixture
def work(page: ProgrammePage) -> MatrixWork:
    return page.findChild(MatrixWork)


def named(office: Office, day: Day, item: int) -> dict[Who, Role]:
    return {who_of(row): row.role for row in item_of(office, day.event, item).people}


def member(day: Day, key: str) -> Who:
    return Who("member", day.visit.members[key])


def line(work: MatrixWork, who: Who) -> int:
    return next(place for place, one in enumerate(work.grid.lines) if one.who == who)


def column(work: MatrixWork, item: int) -> int:
    return next(place for place, one in enumerate(work.grid.columns) if one.item_id == item)


def point(work: MatrixWork, who: Who, item: int) -> QPoint:
    return work.area_of(Place(line(work, who), column(work, item))).center()


def paint(work: MatrixWork, first: tuple[Who, int], last: tuple[Who, int], *, drop: bool = True) -> None:
    drag(work.viewport(), point(work, *first), point(work, *last), drop=drop)


def click(work: MatrixWork, there: QPoint) -> None:
    QTest.mouseClick(work.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, there)


def heads(work: MatrixWork) -> list[int | None]:
    return [one.heads for one in work.grid.columns]


def test_lines_are_sides_delegations_and_people_in_order_of_precedence(work: MatrixWork) -> None:
    assert [(one.depth, one.label) for one in work.grid.lines] == [
        (0, "Guests"), (1, "Manas Mayor’s Office"), (2, "Kubanychbek Imanaliev"), (2, "Azamat Kabaev"),
        (2, "Aigul Sadykova"), (2, "Cholpon Asanova"), (0, "Hosts"), (1, "Delegation"), (2, "Vladislav Loginov"),
    ]  # fmt: skip
    assert [(one.time, one.title) for one in work.grid.columns] == [
        ("08:00", "Завтрак"), ("10:00", "Встреча"), ("13:00", "Обед"),
    ]  # fmt: skip


def test_dragging_over_cells_puts_people_down_and_one_undo_takes_all_back(work: MatrixWork, office: Office, day: Day) -> None:  # noqa: E501
    head, second = member(day, "head"), member(day, "kabaev")
    paint(work, (head, day.breakfast), (second, day.meeting))
    both = {head: TAKES, second: TAKES}
    assert [named(office, day, item) for item in (day.breakfast, day.meeting, day.lunch)] == [both, both, {}]
    assert heads(work) == [2, 2, None]
    office.undo()
    assert [named(office, day, item) for item in (day.breakfast, day.meeting)] == [{}, {}]


def test_dragging_from_a_person_over_a_heading_paints_people_only(work: MatrixWork, office: Office, day: Day) -> None:
    paint(work, (member(day, "interpreter"), day.lunch), (member(day, "mayor"), day.lunch))
    assert named(office, day, day.lunch) == {member(day, "interpreter"): TAKES, member(day, "mayor"): TAKES}


def test_a_side_put_down_makes_its_people_pale_and_says_from_where(work: MatrixWork, office: Office, day: Day) -> None:
    click(work, point(work, GUESTS, day.meeting))
    assert named(office, day, day.meeting) == {GUESTS: TAKES}
    cell = work.grid.cell(line(work, member(day, "kabaev")), column(work, day.meeting))
    assert (cell.role, cell.through) == (TAKES, GUESTS)
    place = line(work, member(day, "kabaev")), column(work, day.meeting)
    assert spoken(work.grid, *place) == "Azamat Kabaev · 10:00 Встреча: takes part — through “Guests”"


def test_clearing_one_of_a_side_leaves_the_others(work: MatrixWork, office: Office, day: Day) -> None:
    click(work, point(work, GUESTS, day.meeting))
    click(work, point(work, member(day, "sadykova"), day.meeting))
    rest = {member(day, key): TAKES for key in ("head", "kabaev", "interpreter")}
    assert named(office, day, day.meeting) == rest
    assert heads(work)[column(work, day.meeting)] == 3
    office.undo()
    assert named(office, day, day.meeting) == {GUESTS: TAKES}


def test_keys_go_choose_and_toggle(work: MatrixWork, office: Office, day: Day) -> None:
    work.choose(Place(line(work, member(day, "head")), 0))
    press(work, Qt.Key.Key_Down)
    press(work, Qt.Key.Key_Down, SHIFT)
    press(work, Qt.Key.Key_Right, SHIFT)
    assert work.accessibleDescription() == "4 cells chosen: Aigul Sadykova · 10:00 Встреча: nobody is put down: the item is for everybody"  # noqa: E501
    press(work, Qt.Key.Key_Space)
    both = {member(day, "kabaev"): TAKES, member(day, "sadykova"): TAKES}
    assert [named(office, day, item) for item in (day.breakfast, day.meeting)] == [both, both]
    press(work, Qt.Key.Key_Space)
    assert [named(office, day, item) for item in (day.breakfast, day.meeting)] == [{}, {}]


def test_the_role_menu_gives_a_role_to_what_is_chosen(work: MatrixWork, office: Office, day: Day) -> None:
    click(work, point(work, GUESTS, day.meeting))
    work.choose(Place(line(work, member(day, "head")), column(work, day.meeting)))
    press(work, Qt.Key.Key_Menu)
    assert [one.text() for one in work.menu.actions() if one.text()] == [
        "Takes part", "Chairs", "Speaks", "Moderates", "Co-moderates", "Is in charge", "Interprets",
        "Does not take part",
    ]  # fmt: skip
    work.menu.actions()[1].trigger()
    assert named(office, day, day.meeting) == {GUESTS: TAKES, member(day, "head"): Role.CHAIR}
    assert heads(work)[column(work, day.meeting)] == 4


def test_the_role_key_is_the_same_on_both_keyboards(work: MatrixWork) -> None:
    from tests.ui.keys import type_text

    for letter in ("r", "к"):
        work.menu = None
        type_text(work, letter)
        assert work.menu is not None


def test_folding_hides_people_and_keeps_a_current_line(work: MatrixWork, day: Day) -> None:
    work.choose(Place(line(work, member(day, "kabaev")), 0))
    press(work, Qt.Key.Key_Left, CONTROL)
    assert work.grid.lines[work.current().line].who == Who("delegation", day.visit.guests)
    press(work, Qt.Key.Key_Left, CONTROL)
    press(work, Qt.Key.Key_Down)
    assert work.grid.lines[work.current().line].who == HOSTS
    press(work, Qt.Key.Key_Up)
    press(work, Qt.Key.Key_Right, CONTROL)
    press(work, Qt.Key.Key_Down)
    assert work.grid.lines[work.current().line].who == member(day, "head")


def test_more_people_than_seats_are_said_and_counted(work: MatrixWork, office: Office, day: Day) -> None:
    office.run(venues.edit_room, day.room, capacity={"table": 3})
    click(work, point(work, GUESTS, day.meeting))
    one = work.grid.columns[column(work, day.meeting)]
    assert (one.heads, one.seats, one.over) == (4, 3, 1)
    assert column_words(one) == "4 people take part. The room seats 3: 1 too many."


def test_who_declined_neither_counts_nor_inherits(work: MatrixWork, office: Office, day: Day) -> None:
    office.run(delegations.edit_member, day.visit.members["kabaev"], state="declined")
    click(work, point(work, GUESTS, day.meeting))
    assert heads(work)[column(work, day.meeting)] == 3
    place = line(work, member(day, "kabaev")), column(work, day.meeting)
    assert (state_words(work.grid, *place), work.grid.lines[place[0]].remark) == ("does not take part", "declined")


def test_escape_leaves_a_stroke_undone(work: MatrixWork, office: Office, day: Day) -> None:
    paint(work, (member(day, "head"), day.lunch), (member(day, "kabaev"), day.lunch), drop=False)
    press(work, Qt.Key.Key_Escape)
    QTest.mouseRelease(work.viewport(), Qt.MouseButton.LeftButton)
    assert named(office, day, day.lunch) == {}


def test_a_head_shows_the_item_and_a_name_the_person(work: MatrixWork, office: Office, day: Day) -> None:
    there = point(work, member(day, "kabaev"), day.lunch)
    click(work, QPoint(there.x(), 20))
    click(work, QPoint(theme.px(120), there.y()))
    assert office.selected[-2:] == [("item", day.lunch), ("member", day.visit.members["kabaev"])]


def test_all_days_stand_side_by_side_with_the_pool_last(page: ProgrammePage, work: MatrixWork, office: Office, day: Day) -> None:  # noqa: E501
    office.run(agenda.add_item, day.event, text(ru="Потом", en="Later"))
    page._choose_day(ALL_DAYS)
    assert [(one.day, one.time, one.title) for one in work.grid.columns] == [
        ("Wed 15 May", "08:00", "Завтрак"), ("Wed 15 May", "10:00", "Встреча"), ("Wed 15 May", "13:00", "Обед"),
        ("Without a time", "", "Потом"),
    ]  # fmt: skip


def test_a_track_is_painted_like_a_person(work: MatrixWork, office: Office, day: Day) -> None:
    track = office.run(agenda.add_track, day.event, text(ru="Пресса", en="Press"))
    click(work, point(work, Who("track", track), day.meeting))
    assert named(office, day, day.meeting) == {Who("track", track): TAKES}


def test_where_one_is_stays_when_a_colleague_adds_somebody(work: MatrixWork, office: Office, day: Day) -> None:
    work.choose(Place(line(work, member(day, "mayor")), column(work, day.lunch)))
    person = office.run(people.add_person, [NewName("ru", "Абаев", "Акыл")])
    office.run(delegations.add_member, day.visit.guests, person)
    current = work.current()
    assert (work.grid.lines[current.line].who, work.grid.columns[current.column].item_id) == (
        member(day, "mayor"), day.lunch,
    )  # fmt: skip


def test_a_refused_stroke_leaves_no_trace(work: MatrixWork, office: Office, day: Day) -> None:
    gone = member(day, "kabaev")
    place = Place(line(work, gone), column(work, day.lunch))
    office.planner.execute(delegations.remove_member, int(gone.id))  # by a colleague: the window has not heard of it
    work.choose(place)
    press(work, Qt.Key.Key_Space)
    assert [str(error) for error in office.failures] == ["Only those of the same event can take part in its items."]
    assert work._sent == {}


def test_a_read_only_office_can_be_looked_at(qtbot, tmp_path: Path, office: Office, day: Day) -> None:
    office.run(paint_attendance, [Painted(day.meeting, side="guest")])
    office.planner.close()
    closed = open_office(tmp_path, read_only=True)
    page = ProgrammePage(closed.context)
    qtbot.addWidget(page)
    page.set_event(day.event)
    page.resize(1000, 800)
    page.show()
    page.choose_mode(MATRIX)
    work = page.findChild(MatrixWork)
    click(work, point(work, HOSTS, day.meeting))
    press(work, Qt.Key.Key_Space)
    press(work, Qt.Key.Key_Menu)
    assert (work.menu, heads(work)) == (None, [None, 4, None])
    closed.planner.close()


def test_without_people_the_view_says_what_it_is_for(qtbot, office: Office) -> None:
    from planner.operations import events
    from tests.ui.office import DAY

    title = text(ru="Пусто", en="Empty")
    event = office.run(events.add_event, "visit", title, from_day=DAY, to_day=DAY, languages=["ru"])
    page = ProgrammePage(office.context)
    qtbot.addWidget(page)
    page.set_event(event)
    page.show()
    page.choose_mode(MATRIX)
    assert page.findChild(Matrix).empty.isVisible()


@pytest.mark.parametrize("percent", [100, 150])
def test_it_is_drawn_in_both_languages_themes_and_sizes(qapp, page: ProgrammePage, work: MatrixWork, day: Day, percent: int) -> None:  # noqa: E501
    click(work, point(work, GUESTS, day.meeting))
    for tag, choice in (("ru", theme.Choice.DARK), ("en", theme.Choice.LIGHT)):
        set_language(tag)
        theme.apply(qapp, choice, percent)
        picture = work.viewport().grab().toImage()
        area = work.area_of(Place(line(work, GUESTS), column(work, day.meeting)))
        assert picture.pixelColor(area.left() + theme.px(9), area.center().y()) == theme.colour("guest")
    theme.apply(qapp, theme.Choice.LIGHT, 100)
