"""The tab of tasks and its inspector, and the card of next steps: by mouse and keys, filtered, read only."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from planner.checks.preparation import event_tasks
from planner.operations import agenda, events, preparation
from planner.queries.preparation import TaskRow, task_rows
from planner.rules.kinds import EventKind
from planner.rules.preparation import When
from planner.rules.shipped_tasks import shipped_for
from planner.rules.text import text
from tests.ui.keys import NONE, press, type_text
from tests.ui.office import Office, Visit, add_visit, open_office
from ui.overview.page import OverviewPage
from ui.preparation.inspector import TaskInspector
from ui.preparation.lines import GroupLine, TaskLine
from ui.preparation.page import TasksPage, read_task
from ui.preparation.task_delegate import box_of
from ui.translate import set_language

TODAY = date(2024, 5, 2)  # a Thursday; the visit is on 15 May
CONTROL = Qt.KeyboardModifier.ControlModifier
ABC = (("late", date(2024, 4, 30)), ("soon", date(2024, 5, 3)), ("ahead", date(2024, 5, 13)))


class Desk:
    """The tab on a visit."""

    def __init__(self, office: Office, visit: Visit, qtbot: QtBot) -> None:
        self.office, self.visit, self.qtbot = office, visit, qtbot
        self.page = TasksPage(office.context)
        qtbot.addWidget(self.page)
        self.page.resize(900, 700)
        self.page.set_event(visit.event)

    def show(self) -> None:
        self.page.show()
        QTest.qWait(10)

    def add(self, title: str, **values: object) -> int:
        return int(self.office.run(preparation.add_task, self.visit.event, title, **values))

    def some(self) -> dict[str, int]:
        """Three fixed tasks: late, this week, ahead."""
        return {title: self.add(title, due=due) for title, due in ABC}

    def rows(self) -> tuple[TaskRow, ...]:
        return self.office.read(task_rows, self.visit.event)  # type: ignore[no-any-return]

    def titles(self) -> list[str]:
        return [line.title for line in self.page.list.lines() if isinstance(line, TaskLine)]

    def groups(self) -> list[tuple[str, str]]:
        return [line for line in self.page.list.lines() if isinstance(line, GroupLine)]


@pytest.fixture
def desk(office: Office, qtbot: QtBot) -> Desk:
    return Desk(office, add_visit(office), qtbot)


def test_empty_tab_offers_the_usual_tasks_of_the_event(desk: Desk) -> None:
    desk.show()
    assert desk.page.empty.isVisible()
    assert not desk.page.progress.isVisible()
    usual = len(shipped_for(EventKind.VISIT))
    desk.page.empty.step_taken.emit()
    assert len(desk.rows()) == usual
    assert desk.page.list.isVisible()
    assert len(desk.titles()) == usual
    assert not desk.page.fill.isVisible()
    desk.office.undo()
    assert desk.page.empty.isVisible()


def test_tasks_stand_under_their_phases_with_day_and_what_is_left(desk: Desk) -> None:
    desk.some()
    desk.show()
    assert desk.titles() == ["late", "soon", "ahead"]
    assert desk.groups() == [("Programme, people, places", "0 of 1 done"), ("Papers and texts", "0 of 1 done"),
                             ("The last week", "0 of 1 done")]  # fmt: skip
    drawn = [(one.due, one.pill and one.pill[0], one.away, one.late) for one in desk.page.list.lines()
             if isinstance(one, TaskLine)]  # fmt: skip
    assert drawn == [
        ("Tue 30 Apr", "late start", "2 days late", True),
        ("Fri 3 May", "tomorrow", "tomorrow", False), ("Mon 13 May", None, "in 11 days", False),
    ]  # fmt: skip
    assert desk.page.progress.text() == (
        "0 of 3 tasks are done · 1 due this week · "
        "1 was due before the event was entered: as soon as possible, in this order"
    )


def test_tasks_stand_under_their_weeks(desk: Desk) -> None:
    desk.some()
    desk.show()
    desk.page.group.edited.emit("week")
    assert [words for words, _ in desk.groups()] == ["29 Apr – 5 May · this week", "13 May – 19 May"]


def test_counted_task_says_its_offset_and_moves_with_the_event(desk: Desk) -> None:
    desk.add("cards", offset=-3)
    desk.show()
    assert [line.due for line in desk.page.list.lines() if isinstance(line, TaskLine)] == ["Fri 10 May · T−3"]
    desk.office.run(events.edit_event, desk.visit.event, from_day=date(2024, 5, 22), to_day=date(2024, 5, 22))
    assert [line.due for line in desk.page.list.lines() if isinstance(line, TaskLine)] == ["Fri 17 May · T−3"]


def test_space_ticks_and_keeps_the_task_in_sight_until_the_filter_changes(desk: Desk) -> None:
    ids = desk.some()
    desk.show()
    desk.page.list.select_task(ids["soon"])
    press(desk.page.list, Qt.Key.Key_Space)
    assert [row.done_on for row in desk.rows()] == [None, TODAY, None]
    assert desk.titles() == ["late", "soon", "ahead"]
    press(desk.page.list, Qt.Key.Key_Space)
    assert [row.done_on for row in desk.rows()] == [None, None, None]
    press(desk.page.list, Qt.Key.Key_Space)
    desk.page.which.edited.emit("open")
    assert desk.titles() == ["late", "ahead"]
    desk.page.which.edited.emit("all")
    assert desk.titles() == ["late", "soon", "ahead"]
    assert [one.done for one in desk.page.list.lines() if isinstance(one, TaskLine)] == [False, True, False]


def test_click_into_the_box_ticks_and_beside_it_chooses(desk: Desk) -> None:
    ids = desk.some()
    desk.show()
    view = desk.page.list
    place = next(n for n, one in enumerate(view.lines()) if isinstance(one, TaskLine) and one.task_id == ids["ahead"])
    area = view.visualRect(view.model().index(place, 0))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, NONE, area.center())
    assert [row.done_on for row in desk.rows()] == [None, None, None]
    assert desk.office.selected[-1] == ("task", ids["ahead"])
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, NONE, box_of(area).center())
    assert [row.done_on for row in desk.rows()] == [None, None, TODAY]


def test_heading_is_never_ticked(desk: Desk) -> None:
    desk.some()
    desk.show()
    heading = desk.page.list.visualRect(desk.page.list.model().index(0, 0))
    QTest.mouseClick(desk.page.list.viewport(), Qt.MouseButton.LeftButton, NONE, heading.topLeft() + QPoint(20, 12))
    assert [row.done_on for row in desk.rows()] == [None, None, None]


def test_line_and_enter_add_a_task_with_its_day(desk: Desk) -> None:
    desk.show()
    for words in ("Заказать зал T-5", "Call the hotel 6.05", "Buy ink"):
        type_text(desk.page.new, words)
        press(desk.page.new, Qt.Key.Key_Return)
    assert [(row.title, row.offset, row.due) for row in desk.rows()] == [
        ("Заказать зал", -5, None), ("Call the hotel", None, date(2024, 5, 6)), ("Buy ink", None, None),
    ]  # fmt: skip
    assert desk.page.new.text() == ""
    assert desk.office.selected[-1] == ("task", desk.rows()[-1].id)
    assert desk.page.list.current_task() == desk.rows()[-1].id


@pytest.mark.parametrize(
    ("words", "title", "when"),
    [
        ("Hall, T+3", "Hall", When("end", 3)), ("Hall 2024-06-01", "Hall", When(fixed=date(2024, 6, 1))),
        ("Hall 12.05.2025", "Hall", When(fixed=date(2025, 5, 12))), ("Room 12", "Room 12", None),
        ("Hall 45.05", "Hall 45.05", None),
    ],
)  # fmt: skip
def test_line_is_parted_into_task_and_day(words: str, title: str, when: When | None) -> None:
    assert read_task(words, date(2024, 5, 15)) == (title, when)


def test_delete_removes_and_undo_brings_back(desk: Desk) -> None:
    ids = desk.some()
    desk.show()
    desk.page.list.select_task(ids["soon"])
    press(desk.page.list, Qt.Key.Key_Delete)
    assert desk.titles() == ["late", "ahead"]
    desk.office.undo()
    assert desk.titles() == ["late", "soon", "ahead"]


def test_control_and_arrows_order_tasks_of_one_day_only(desk: Desk) -> None:
    for title in "abc":
        desk.add(title, due=date(2024, 5, 6))
    desk.add("d", due=date(2024, 5, 7))
    desk.show()
    desk.page.list.select_task(desk.rows()[2].id)
    press(desk.page.list, Qt.Key.Key_Up, CONTROL)
    assert desk.titles() == ["a", "c", "b", "d"]
    desk.page.list.select_task(desk.rows()[2].id)
    press(desk.page.list, Qt.Key.Key_Down, CONTROL)
    assert desk.titles() == ["a", "c", "b", "d"]


def test_own_tasks_are_those_that_bear_the_author_s_name(desk: Desk) -> None:
    desk.add("a", owner="Aida S.")
    desk.add("b", owner="protocol")
    desk.show()
    desk.page.which.edited.emit("mine")
    assert desk.titles() == ["a"]


def test_nothing_of_one_s_own_is_said_in_words(desk: Desk) -> None:
    desk.add("b", owner="protocol")
    desk.show()
    desk.page.which.edited.emit("mine")
    assert desk.page.nothing.isVisible()
    assert desk.page.nothing.text() == "No task bears your name (Aida). Name yourself as the owner of a task."


def test_task_asked_for_from_elsewhere_is_shown_though_it_is_done(desk: Desk) -> None:
    done = desk.add("done", due=TODAY, done_on=TODAY)
    desk.add("open", due=TODAY)
    desk.show()
    assert desk.titles() == ["open"]
    desk.office.context.select("task", done)
    assert desk.page.list.current_task() == done


def test_texts_to_sign_stand_under_the_tasks_where_something_is_signed(desk: Desk) -> None:
    desk.add("cards", offset=-3)
    desk.show()
    assert not desk.page.signing.isVisible()
    item = desk.office.run(agenda.add_item, desk.visit.event, text(en="Signing"), kind="signing")
    assert desk.page.signing.isVisible()
    assert list(desk.page.signing.parts) == [item]
    assert desk.titles() == ["cards"]


def test_list_speaks_russian(desk: Desk) -> None:
    desk.office.run(preparation.fill_tasks, desk.visit.event)
    desk.show()
    set_language("ru")
    assert desk.titles()[0] == "Изучить досье отношений: соглашения, прошлые визиты, открытые поручения"
    assert desk.groups()[0] == ("Подготовительный этап", "выполнено 0 из 14")


def test_read_only_tab_neither_ticks_nor_adds(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    ids = desk.some()
    desk.office.planner.close()
    reader = open_office(tmp_path, read_only=True)
    shown = Desk(reader, desk.visit, qtbot)
    shown.show()
    shown.page.list.select_task(ids["soon"])
    press(shown.page.list, Qt.Key.Key_Space)
    press(shown.page.list, Qt.Key.Key_Delete)
    assert not shown.page.new.isEnabled()
    assert [(row.title, row.done_on) for row in shown.rows()] == [("late", None), ("soon", None), ("ahead", None)]
    assert reader.failures == []
    reader.planner.close()


def inspector(desk: Desk, task: int) -> TaskInspector:
    made = TaskInspector(desk.office.context)
    desk.qtbot.addWidget(made)
    made.show()
    made.show_thing(task)
    return made


def test_inspector_fixes_a_day_or_counts_it(desk: Desk) -> None:
    view = inspector(desk, desk.add("cards", offset=-3))
    assert (view.when.value(), view.remark.text()) == (When("start", -3), "Fri 10 May · in 8 days")
    for typed, kept in (("20.05", (None, date(2024, 5, 20))), ("т-1", (-1, None)), ("", (None, None))):
        view.when.line.clear()
        type_text(view.when.line, typed)
        view.when.line.textEdited.emit(typed)
        press(view.when.line, Qt.Key.Key_Return)
        (row,) = desk.rows()
        assert (row.offset, row.due) == kept


def test_inspector_marks_what_is_no_day(desk: Desk) -> None:
    view = inspector(desk, desk.add("cards", offset=-3))
    view.when.line.clear()
    type_text(view.when.line, "soon")
    press(view.when.line, Qt.Key.Key_Return)
    assert view.when.line.property("state") == "wrong"
    assert desk.rows()[0].offset == -3


def test_inspector_sets_owner_person_item_note_and_done(desk: Desk) -> None:
    item = desk.office.run(agenda.add_item, desk.visit.event, text(en="Talks"))
    view = inspector(desk, desk.add("cards", offset=-3))
    view.owner.edited.emit("protocol ")
    view.person.edited.emit(desk.visit.people["mayor"])
    view.item.edited.emit(item)
    view.note.edited.emit("A5")
    view.done_on.edited.emit(TODAY)
    (row,) = desk.rows()
    assert (row.owner, row.person_id, row.item_id, row.note, row.done_on) == (
        "protocol", desk.visit.people["mayor"], item, "A5", TODAY,
    )  # fmt: skip
    assert (view.person.value(), view.item.value(), view.show_item.isVisible()) == (row.person_id, item, True)
    view.show_item.click()
    assert desk.office.shown == [("item", item)]


def test_inspector_keeps_no_words_of_its_own_for_those_of_the_handbook(desk: Desk) -> None:
    desk.office.run(preparation.fill_tasks, desk.visit.event)
    row = desk.rows()[0]
    view = inspector(desk, row.id)
    said = view.title.value()
    view.title.edited.emit("Look at the file")
    assert desk.rows()[0].title == "Look at the file"
    view.title.edited.emit(said)
    assert desk.rows()[0].title == ""


def test_inspector_of_a_task_that_went_says_so(desk: Desk) -> None:
    task = desk.add("cards")
    view = inspector(desk, task)
    desk.office.run(preparation.remove_task, task)
    assert view.gone.text() == "This task is no longer there."


def overview(desk: Desk) -> OverviewPage:
    made = OverviewPage(desk.office.context)
    desk.qtbot.addWidget(made)
    made.resize(1000, 900)
    made.set_event(desk.visit.event)
    made.show()
    return made


def test_next_steps_show_the_first_five_and_tick_them(desk: Desk) -> None:
    for number in range(7):
        desk.add(f"task {number}", due=date(2024, 5, 3 + number))
    view = overview(desk)
    assert [row.title.text() for row in view.steps.steps] == [f"task {n}" for n in range(5)]
    assert view.steps.every.text() == "All 7 tasks to be done"
    view.steps.steps[0].box.click()
    assert desk.rows()[0].done_on == TODAY
    desk.qtbot.waitUntil(lambda: [row.title.text() for row in view.steps.steps] == [f"task {n}" for n in range(1, 6)])
    view.steps.every.click()
    assert desk.office.shown == [("tab:tasks", desk.visit.event)]


def test_next_steps_are_not_there_without_tasks(desk: Desk) -> None:
    assert not overview(desk).steps.isVisible()


def test_sample_has_tasks_done_and_to_be_done(sample: Office) -> None:
    visit = next(row.id for row in sample.read(_events) if row.kind is EventKind.VISIT)
    found = sample.read(event_tasks, visit, date(2024, 4, 9)).tasks
    assert (len(found), sum(not one.is_open for one in found)) == (58, 23)
    assert [one.row.code for one in found if one.is_open and one.step.days is not None and one.step.days < 0] == [
        "registration", "estimate",
    ]  # fmt: skip


def _events(db: object) -> object:
    from planner.queries.events import events as query

    return query(db)  # type: ignore[arg-type]
