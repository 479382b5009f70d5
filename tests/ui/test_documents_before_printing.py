"""What is found about a paper before it is printed."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from planner.operations import agenda
from planner.operations.texts import write_text
from planner.papers import Paper
from planner.rules.kinds import EventKind
from tests.ui.office import open_office
from tests.ui.papers_desk import Desk, item, member_of, show
from ui.common.paired_side import PairedSide
from ui.common.paper_entries import PARTICIPANTS
from ui.common.paper_numbers import number_of


def test_nothing_is_found_on_a_whole_paper(desk: Desk) -> None:
    assert (desk.findings(), desk.choices.before._nothing.text()) == ([], "Nothing is missing on this paper.")


def test_missing_wordings_are_told_with_the_way_there(desk: Desk) -> None:
    arrival = item(desk, 0)
    desk.office.run(write_text, "item", arrival, "title", language="en", words="")
    assert desk.findings() == ["“Прилёт в Красноярск” is missing in English. Write it."]
    desk.choices.before.acted.emit(desk.choices.before.findings()[0].key, "write")
    assert desk.office.shown == [("item", arrival)]


def test_missing_room_is_told_by_the_line_it_belongs_to(desk: Desk) -> None:
    desk.open(EventKind.MEETING)
    desk.choices.languages.edited.emit(("ru", "ky"))
    found = desk.findings()
    assert found[:2] == [
        "“Повестка дня рабочей встречи” is missing in Кыргызча. Write it.",
        "“Администрация города, Малый зал” is missing in Кыргызча. Write it.",
    ]


def test_many_gaps_are_counted(desk: Desk) -> None:
    desk.choices.languages.edited.emit(("ru", "ky"))
    found = desk.findings()
    assert (len(found), found[-1].startswith("and ")) == (7, True)


def test_missing_title_goes_to_the_heading(desk: Desk) -> None:
    desk.choices.languages.edited.emit(("ru", "ky"))
    desk.findings()
    asked: list[bool] = []
    desk.choices.before.title_wanted.connect(lambda: asked.append(True))
    desk.choices.before.acted.emit(desk.choices.before.findings()[0].key, "write")
    assert (asked, desk.office.shown) == ([True], [])


def test_letters_without_a_font_are_told_with_their_words(desk: Desk) -> None:
    desk.office.run(write_text, "item", item(desk, 0), "title", language="en", words="Arrival of Jo\ue000n party")
    assert desk.findings()[0] == "No font of ours prints “\ue000”, as in “Jo\ue000n”. The paper shows [U+E000] instead."


def test_overlap_of_rows_is_told_and_others_are_not(desk: Desk) -> None:
    desk.office.run(agenda.add_attendance, item(desk, 9), participation_id=member_of(desk, "Логинов"))
    found = desk.findings()
    assert [text.split(":")[0] for text in found] == ["Vladislav Loginov is in two places"]
    desk.office.context.select("paper", PARTICIPANTS)
    assert desk.findings() == []


def test_posts_without_a_person_are_counted(desk: Desk) -> None:
    desk.open(EventKind.MEETING)
    desk.office.context.select("paper", PARTICIPANTS)
    assert desk.findings()[-1] == "3 persons are still to be named."


def test_read_only_office_prints_but_writes_nothing(qtbot: QtBot, tmp_path: Path, sample_template: Path) -> None:
    office = open_office(tmp_path, template=sample_template, read_only=True)
    desk = show(qtbot, office, EventKind.VISIT)
    side = desk.choices.heading.findChildren(PairedSide)[0]
    assert (side.box.isReadOnly(), desk.choices.buttons["pdf"].isEnabled()) == (True, True)
    office.planner.close()


def test_quotations_nobody_approved_are_told_with_the_way_to_where_they_are(desk: Desk) -> None:
    desk.open(EventKind.MEETING)
    desk.office.context.select("paper", number_of(Paper.PRESS_NOTE))
    sentence = "1 quotation is left out: nobody has approved it yet."
    assert sentence in desk.findings()
    desk.choices.before.acted.emit("tab:follow-up:0", "approve")
    assert desk.office.shown[-1] == ("tab:follow-up", 0)
    desk.choices.edition.edited.emit("working")
    assert sentence not in desk.findings()
