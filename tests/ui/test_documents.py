"""The documents of an event: their list and the live preview."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from planner.issuing import issue
from planner.operations import agenda
from planner.operations.events import add_event
from planner.operations.texts import write_text
from planner.paper_subjects import around, subjects
from planner.papers import Paper, compose_paper
from planner.queries.agenda import programme
from planner.queries.seating import seating_plans
from planner.rules.kinds import EventKind
from planner.rules.places import PlanKind
from planner.rules.text import text
from tests.ui.keys import press
from tests.ui.office import DAY, Office
from tests.ui.papers_desk import Desk, item, show
from tests.ui.window_office import Ids, Shown
from ui.common.paper_entries import (
    PARTICIPANTS,
    PROGRAMME,
    RUNNING_ORDER,
    SEATING,
    WORKING_PROGRAMME,
    agenda_of,
    seating_of,
)
from ui.common.paper_numbers import number_of
from ui.translate import set_language


def test_papers_of_a_visit(desk: Desk) -> None:
    lines = desk.lines()
    assert lines[:3] == [
        "FOR THE TABLE", "Programme of stay | draft · complete", "List of participants | draft · complete",
    ]  # fmt: skip
    assert [line for line in lines if " | " not in line] == [
        "FOR THE TABLE", "PLACES", "FOR EACH PERSON", "FOR THE OFFICE",
    ]  # fmt: skip
    assert lines[-1] == "Working programme | draft · complete"


def test_papers_of_a_conference_hold_a_list_for_each_delegation(desk: Desk) -> None:
    desk.open(EventKind.CONFERENCE)
    assert [line.split(" | ")[0] for line in desk.lines()][:10] == [
        "FOR THE TABLE", "Running order", "Programme of stay", "List of participants",
        "List of participants: Krasnoyarsk Territory", "List of participants: Bishkek",
        "List of participants: Jalal-Abad", "List of participants: Osh",
        "List of participants: Krasnoyarsk City Administration", "List of participants: Invited",
    ]  # fmt: skip


def test_meeting_begins_with_its_agenda(desk: Desk) -> None:
    desk.open(EventKind.MEETING)
    meeting = desk.office.read(programme, desk.page.event_id).top()[0]
    assert (desk.lines()[1], desk.page.chosen.number) == ("Agenda | draft · complete", agenda_of(meeting.id))


def test_several_meetings_have_an_agenda_each(desk: Desk) -> None:
    first, second = item(desk, 6), item(desk, 8)
    for meeting in (first, second):
        desk.office.run(
            agenda.add_item, desk.page.event_id, text(en="Topic", ru="Вопрос"), parent_id=meeting, kind="topic"
        )
    desk.page._read_list()
    assert [line.split(" | ")[0] for line in desk.lines() if line.startswith("Agenda")] == [
        "Agenda: Meeting with Vladislav Loginov, Mayor of Krasnoyarsk",
        "Agenda: Signing of the Action Plan under the Sister City Memorandum",
    ]


def test_state_counts_the_texts_that_are_missing(desk: Desk) -> None:
    desk.office.run(write_text, "item", item(desk, 0), "title", language="en", words="")
    desk.page._read_list()
    assert desk.lines()[1:3] == [
        "Programme of stay | draft · 1 text missing",
        "List of participants | draft · complete",
    ]


def test_issued_paper_tells_its_version_and_the_changes_since(desk: Desk) -> None:
    issue(desk.office.planner, desk.page.chosen.choice(), "For the guests")
    desk.page._read_list()
    assert desk.lines()[1] == "Programme of stay | v1 · in force"
    desk.office.run(write_text, "item", item(desk, 0), "title", language="ru", words="Встреча в аэропорту")
    desk.page._read_list()
    assert desk.lines()[1] == "Programme of stay | v1 · 1 change since"


def test_paper_that_cannot_be_printed_says_so_in_the_list(qtbot: QtBot, office: Office) -> None:
    office.run(add_event, "visit", text(en="Visit", ru="Визит"), from_day=DAY, to_day=DAY, languages=["ru", "en"])
    desk = show(qtbot, office, EventKind.VISIT)
    assert desk.lines()[1] == "Programme of stay | nothing to print yet"


def test_arrow_down_shows_the_next_paper(desk: Desk) -> None:
    press(desk.page.list, Qt.Key.Key_Down)
    assert (desk.page.chosen.number, desk.choices._heading.text()) == (PARTICIPANTS, "List of participants")
    assert desk.words()[0] == "ИМАНАЛИЕВ Кубанычбек"


def test_edit_shows_at_once(desk: Desk) -> None:
    desk.office.run(write_text, "item", item(desk, 0), "title", language="ru", words="Встреча в аэропорту")
    assert desk.words()[0] == "Встреча в аэропорту"


def test_undo_shows_at_once(desk: Desk) -> None:
    before = desk.words()
    desk.office.run(write_text, "item", item(desk, 0), "title", language="ru", words="Другое")
    desk.office.undo()
    assert desk.words() == before


def test_edit_keeps_the_place(desk: Desk) -> None:
    desk.page.preview.go_to(2)
    place = desk.page.preview.area.verticalScrollBar().value()
    desk.office.run(write_text, "item", item(desk, 0), "title", language="ru", words="Прилёт")
    assert (desk.page.preview.area.verticalScrollBar().value(), desk.page.preview.page()) == (place, 2)


def test_another_paper_begins_at_its_top(desk: Desk) -> None:
    desk.page.preview.go_to(2)
    press(desk.page.list, Qt.Key.Key_Down)
    assert desk.page.preview.area.verticalScrollBar().value() == 0


def test_enter_goes_to_the_pages(desk: Desk) -> None:
    went: list[str] = []
    desk.page.list.activated_key.connect(went.append)
    press(desk.page.list, Qt.Key.Key_Return)
    assert went == [str(PROGRAMME)]


def test_reason_stands_where_the_pages_would(qtbot: QtBot, office: Office) -> None:
    office.run(add_event, "visit", text(en="Visit", ru="Визит"), from_day=DAY, to_day=DAY, languages=["en"])
    desk = show(qtbot, office, EventKind.VISIT)
    sentence = "The programme of “Visit” has no items to print. Add an item, or print the working edition."
    assert (desk.page.empty.isVisible(), desk.page.empty._sentence.text()) == (True, sentence)
    assert not any(button.isEnabled() for button in desk.choices.buttons.values())
    desk.page.empty._step.click()
    assert office.shown == [("tab:programme", desk.page.event_id)]


def test_printing_what_cannot_be_printed_says_why(qtbot: QtBot, office: Office) -> None:
    office.run(add_event, "visit", text(en="Visit"), from_day=DAY, to_day=DAY, languages=["en"])
    desk = show(qtbot, office, EventKind.VISIT)
    desk.page.main_action().run()
    assert office.failures == [desk.page.chosen.refusal]


def test_window_shows_the_choices_beside_the_page(shown: tuple[Shown, Ids]) -> None:
    window, ids = shown
    window.desk.open_event(ids.visit, "documents")
    first = (window.desk.inspectors.shown, window.window.top.main_action())
    window.desk.open_event(ids.conference)
    second = window.desk.inspectors.shown
    window.desk.context.show("paper", PARTICIPANTS)
    assert (first, second, window.desk.inspectors.shown) == (
        (("paper", PROGRAMME), "Print…"), ("paper", RUNNING_ORDER), ("paper", PARTICIPANTS),
    )  # fmt: skip


def test_first_item_makes_the_paper(qtbot: QtBot, office: Office) -> None:
    event = office.run(add_event, "visit", text(en="Visit"), from_day=DAY, to_day=DAY, languages=["en"])
    desk = show(qtbot, office, EventKind.VISIT)
    office.run(agenda.add_item, event, text(en="Arrival"), day=DAY, start=600)
    assert (desk.page.preview.isVisible(), desk.words()) == (True, ["Arrival"])


def test_hidden_page_reads_when_it_is_shown(desk: Desk) -> None:
    desk.page.hide()
    desk.office.run(write_text, "item", item(desk, 0), "title", language="ru", words="Прилёт")
    before = desk.words()[0]
    desk.page.show()
    assert (before, desk.words()[0]) == ("Прилёт в Красноярск", "Прилёт")


def test_agenda_of_a_removed_meeting_gives_way_to_another_paper(desk: Desk) -> None:
    desk.open(EventKind.MEETING)
    desk.office.run(agenda.remove_item, -desk.page.chosen.number)
    desk.page._read_list()
    assert desk.page.chosen.number == PROGRAMME


def test_show_from_elsewhere_brings_a_paper_up(desk: Desk) -> None:
    desk.office.context.select("paper", WORKING_PROGRAMME)
    assert (desk.page.list.current(), desk.page.chosen.title) == (str(WORKING_PROGRAMME), "Working programme")


def test_every_event_comes_back_at_its_paper(desk: Desk) -> None:
    desk.office.context.select("paper", PARTICIPANTS)
    desk.open(EventKind.CONFERENCE)
    there = desk.page.chosen.number
    desk.open(EventKind.VISIT)
    assert (there, desk.page.chosen.number) == (RUNNING_ORDER, PARTICIPANTS)


def test_list_speaks_russian(desk: Desk) -> None:
    set_language("ru")
    assert (desk.lines()[1], desk.choices._heading.text()) == (
        "Программа пребывания | проект · все тексты есть",
        "Программа пребывания",
    )


def test_seating_desk_knows_the_number_of_its_plan() -> None:
    assert number_of(Paper.SEATING) == SEATING


def test_the_number_of_one_plan_of_seats_leads_to_its_paper(desk: Desk) -> None:
    desk.open(EventKind.VISIT)
    plans = [(row.id, row.kind is PlanKind.FLAGS) for row in desk.office.read(seating_plans, desk.page.event_id)]
    for plan, flags in (*plans, plans[0]):
        desk.office.context.select("paper", seating_of(plan, flags=flags))
        wanted = number_of(Paper.FLAGS) if flags else SEATING
        assert (desk.page.chosen.number, desk.page.chosen.choice().plan_id) == (wanted, plan)
        assert desk.choices.subject.value() == plan
        assert desk.page.chosen.printed is not None
        assert desk.page.chosen.printed.content == desk.office.read(compose_paper, desk.page.chosen.choice())


def test_papers_begin_with_what_usually_has_them(desk: Desk) -> None:
    desk.open(EventKind.VISIT)
    found = desk.office.read(around, desk.page.event_id)
    for paper in (Paper.MINUTES, Paper.MENU, Paper.INVITATION, Paper.SIGNING):
        first = next(one.id for one in subjects(paper, found) if one.usual)
        assert desk.page.chosen.choice(number_of(paper)).item_id == first
