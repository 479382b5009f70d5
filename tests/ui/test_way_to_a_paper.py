"""A number by which one goes to a paper says of what the paper shall be: a meal, a meeting, somebody's place."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from planner.issuing import issue
from planner.paper_subjects import around, field_of, subjects
from planner.papers import Choice, Paper, choice_of
from planner.queries.papers import issued
from planner.rules.findings import Finding, Severity, Thing
from planner.rules.kinds import EventKind
from tests.ui.follow_up import FollowUpOf
from tests.ui.office import Office
from tests.ui.papers_desk import Desk
from ui.common import paper_entries
from ui.common.paper_entries import EACH_PAPER, LISTS_FROM, PARTICIPANTS, WORKING_PROGRAMME, subject_of
from ui.common.paper_numbers import SET, number_for, number_of
from ui.follow_up.minutes import MinutesPane
from ui.follow_up.personal import BiographyPane, LetterPane
from ui.overview.page import OverviewPage


@pytest.mark.parametrize("subject", [1, 4711, EACH_PAPER - 1])
def test_number_of_one_subject_is_that_of_no_other_paper(subject: int) -> None:
    numbers = [number_of(paper, subject) for paper in SET]
    assert [subject_of(number) for number in numbers] == [(place, subject) for place in range(len(SET))]
    assert max(numbers) < LISTS_FROM
    others = [paper_entries.place_in_set, paper_entries.plan_of, paper_entries.meeting_of, paper_entries.delegation_of]
    assert {known(number) for known in others for number in numbers} == {None}


def test_subject_that_no_number_can_say_leads_to_the_paper_alone() -> None:
    assert number_of(Paper.MENU, EACH_PAPER) == number_of(Paper.MENU) == number_of(Paper.MENU, 0)


@pytest.mark.parametrize("paper", [paper for paper in SET if field_of(paper) in ("item_id", "person_id")])
def test_paper_opens_on_what_the_number_says(desk: Desk, paper: Paper) -> None:
    desk.open(EventKind.VISIT)
    last = list(subjects(paper, desk.office.read(around, desk.page.event_id)))[-1].id
    desk.page.chosen.take_paper(number_of(paper))
    desk.page.chosen.change(version=3)
    desk.office.context.select("paper", number_of(paper, last))
    choice = desk.page.chosen.choice()
    assert (desk.page.chosen.number, getattr(choice, field_of(paper)), choice.version) == (number_of(paper), last, None)
    assert desk.choices.subject.value() == last


@pytest.mark.parametrize(
    ("choice", "number"),
    [
        (Choice(Paper.AGENDA, 1, (), item_id=7), paper_entries.agenda_of(7)),
        (Choice(Paper.PROGRAMME, 1, (), edition="working"), WORKING_PROGRAMME),
        (Choice(Paper.PARTICIPANTS, 1, ()), PARTICIPANTS),
        (Choice(Paper.PARTICIPANTS, 1, (), delegation_id=7), paper_entries.list_of(7)),
        (Choice(Paper.RUNNING_ORDER, 1, ()), paper_entries.RUNNING_ORDER),
        (Choice(Paper.TASKS, 1, ()), number_of(Paper.TASKS)),
        (Choice(Paper.MENU, 1, (), item_id=7), number_of(Paper.MENU, 7)),
        (Choice(Paper.THANK_YOU, 1, (), person_id=7), number_of(Paper.THANK_YOU, 7)),
        (Choice(Paper.FLAGS, 1, (), plan_id=7), number_of(Paper.FLAGS, 7)),
    ],
)
def test_every_choice_has_a_number_that_leads_to_it(choice: Choice, number: int) -> None:
    assert number_for(choice) == number


def test_minutes_biography_and_letter_lead_to_those_of_the_one_shown(sample: Office, qtbot: QtBot) -> None:
    visit = FollowUpOf(sample, qtbot, EventKind.VISIT)
    minutes = visit.pane(Paper.MINUTES, MinutesPane)
    meeting = visit.found().meetings[-1].id
    minutes.choose(meeting)
    biography, letter = visit.pane(Paper.BIOGRAPHY, BiographyPane), visit.pane(Paper.THANK_YOU, LetterPane)
    biography.choose(visit.person("Toktogulov"))
    for pane in (minutes, biography, letter):
        pane.to_paper.click()
    letter.choose(visit.person("Sadykova"))
    letter.to_paper.click()
    assert sample.shown == [("paper", number) for number in (
        number_of(Paper.MINUTES, meeting), number_of(Paper.BIOGRAPHY, visit.place("Toktogulov")),
        number_of(Paper.THANK_YOU), number_of(Paper.THANK_YOU, visit.place("Sadykova")),
    )]  # fmt: skip


def test_finding_about_an_old_print_leads_to_its_paper(desk: Desk, qtbot: QtBot) -> None:
    desk.open(EventKind.VISIT)
    office, event = desk.office, desk.page.event_id
    place = next(subjects(Paper.BIOGRAPHY, office.read(around, event))).id
    choice = Choice(Paper.BIOGRAPHY, event, ("ru", "en"), person_id=place, edition="working")
    done = issue(office.planner, choice, "for the file", "a test")
    page = OverviewPage(office.context)
    qtbot.addWidget(page)
    page.set_event(event)
    page._go_to_finding(Finding("W-70", Severity.ATTENTION, (Thing("paper", done.id),), "Old", {}))
    assert office.shown == [("paper", number_for(choice_of(office.read(issued, done.id))))]
    assert office.shown == [("paper", number_of(Paper.BIOGRAPHY, place))]
