"""The follow-up of an event: minutes, commitments, notes and letters written in the window, and what the papers say."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from planner.operations.agenda import remove_item
from planner.papers import Choice, Paper, compose_paper
from planner.queries.history import steps
from planner.rules.kinds import EventKind, Side
from planner.rules.text import text
from tests.ui.follow_up import FollowUpOf, add, choose, write
from tests.ui.keys import drag, press, type_text
from tests.ui.office import Office, open_office
from ui.common.nav_list import NavEntry
from ui.common.paired_side import OfferingBox
from ui.follow_up.commitments import CommitmentFacts, CommitmentsPane
from ui.follow_up.minutes import MinutesPane, RecordFacts
from ui.follow_up.office import ApprovalPane, ApproverFacts, InvitationPane
from ui.follow_up.page import PANES
from ui.follow_up.paragraphs import Paragraphs
from ui.follow_up.personal import BiographyPane, LetterPane
from ui.follow_up.press import PressPane, QuoteFacts
from ui.follow_up.sections import BriefingPane, SectionsPane
from ui.follow_up.words import GROUPS

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def visit(sample: Office, qtbot: QtBot) -> FollowUpOf:
    return FollowUpOf(sample, qtbot, EventKind.VISIT)


@pytest.fixture
def meeting(sample: Office, qtbot: QtBot) -> FollowUpOf:
    return FollowUpOf(sample, qtbot, EventKind.MEETING)


def entries_of(shown: FollowUpOf) -> list[NavEntry]:
    model = shown.page.list.model()
    return [shown.page.list.entry(model.index(row, 0)) for row in range(model.rowCount())]


# --- Minutes


def test_paragraph_of_the_minutes_is_written_under_its_topic_with_who_spoke(meeting: FollowUpOf) -> None:
    pane = meeting.pane(Paper.MINUTES, MinutesPane)
    item, (_section, written) = list(pane.topics.items())[1]
    add(written, "Приветствие", "Spoke")
    ((row_id, view),) = written.views.items()
    assert isinstance(view.facts, RecordFacts)
    choose(view.facts.who, "Логинов")
    write(view.words, "en", "Welcome")
    row = next(one for one in meeting.found().records if one.id == row_id)
    assert (row.item_id, row.kind, row.participation_id, row.words.get("ru"), row.words.get("en")) == (
        item, "spoke", meeting.place("Loginov"), "Приветствие", "Welcome",
    )  # fmt: skip
    lines = meeting.printed(Paper.MINUTES)
    at = lines.index("Welcome")
    assert lines[at - 2 : at + 1] == ["SPOKE", "V. Loginov", "Welcome"]


def test_chair_and_secretary_chosen_by_typing_stand_on_the_minutes(meeting: FollowUpOf) -> None:
    pane = meeting.pane(Paper.MINUTES, MinutesPane)
    choose(pane.head.chair, "kabaev")
    choose(pane.head.secretary, "бат")
    lines = meeting.printed(Paper.MINUTES)
    assert [line for line in lines if line.startswith(("Chair:", "Secretary:"))] == [
        "Chair: A. Kabaev", "Secretary: N. Bataeva",
    ]  # fmt: skip
    assert not pane.secretary.isVisible()
    meeting.office.undo()
    meeting.office.undo()
    assert (pane.head.chair.value(), pane.head.secretary.value()) == (None, None)
    assert pane.secretary.isVisible()


def test_number_is_made_by_its_first_words_and_goes_with_its_last(visit: FollowUpOf) -> None:
    pane = visit.pane(Paper.MINUTES, MinutesPane)
    item = pane.chosen
    write(pane.number, "ru", "7")
    write(pane.number, "en", "7")
    (row,) = visit.found().of("minutes", "number")
    assert (row.item_id, row.words.get("ru"), row.words.get("en")) == (item, "7", "7")
    for tag in ("ru", "en"):
        box = pane.number.box(tag)
        box.setFocus()
        box.selectAll()
        press(box, Qt.Key.Key_Delete)
    pane.head.chair.button.setFocus()
    QApplication.processEvents()
    assert visit.found().of("minutes", "number") == ()


def test_what_is_typed_in_a_second_language_at_once_makes_no_second_paragraph(visit: FollowUpOf) -> None:
    pane = visit.pane(Paper.PRESS_NOTE, PressPane)
    type_text(pane.title.box("ru"), "Встреча")
    type_text(pane.title.box("en"), "Meeting")
    pane.title.box("ru").flush()
    (row,) = visit.found().of("press-note", "title")
    assert (row.words.get("ru"), row.words.get("en")) == ("Встреча", "Meeting")


def test_each_meeting_has_minutes_of_its_own(visit: FollowUpOf) -> None:
    pane = visit.pane(Paper.MINUTES, MinutesPane)
    first, second = (one.id for one in visit.found().meetings[:2])
    add(pane.topics[first][1], "Первое", "Heard")
    pane.choose(second)
    assert next(iter(pane.topics)) == second
    assert all(not written.views for _section, written in pane.topics.values())


def test_event_without_a_meeting_leads_to_the_programme(visit: FollowUpOf) -> None:
    pane = visit.pane(Paper.MINUTES, MinutesPane)
    for one in visit.found().meetings:
        visit.office.run(remove_item, one.id)
    assert (pane.none.isVisible(), pane.head.isVisible(), pane.topics) == (True, False, {})
    pane.none.step_taken.emit()
    assert visit.office.shown == [("tab:programme", 0)]


# --- Order and removal, as of all paragraphs


def test_paragraph_is_moved_by_alt_and_arrows_and_back_by_undo(meeting: FollowUpOf) -> None:
    written = meeting.pane(Paper.PRESS_NOTE, PressPane).written
    before = list(written.views)
    box = written.views[before[2]].words.box("ru")
    box.setFocus()
    press(box, Qt.Key.Key_Up, ALT)
    press(box, Qt.Key.Key_Up, ALT)
    assert list(written.views) == [before[2], before[0], before[1], before[3]]
    assert [row.id for row in meeting.found().of("press-note", "lead", "body", "quote")] == list(written.views)
    assert QApplication.focusWidget() is box
    press(box, Qt.Key.Key_Down, ALT)
    assert list(written.views) == [before[0], before[2], before[1], before[3]]
    for _step in range(3):
        meeting.office.undo()
    assert list(written.views) == before


def test_paragraph_is_dragged_to_another_place(meeting: FollowUpOf) -> None:
    written = meeting.pane(Paper.PRESS_NOTE, PressPane).written
    QApplication.processEvents()
    first, second, third, fourth = written.views
    grip, last = written.views[first].grip, written.views[third]
    below = grip.mapFromGlobal(last.mapToGlobal(QPoint(5, last.height() - 3)))
    drag(grip, QPoint(5, 8), below)
    assert list(written.views) == [second, third, first, fourth]
    assert meeting.office.read(steps)[0].label == "Put the paragraphs in order"


def test_tab_goes_through_paragraphs_as_they_stand(meeting: FollowUpOf) -> None:
    written = meeting.pane(Paper.REPORT, SectionsPane).sections["results"]
    for words in ("Второе", "Третье"):
        add(written, words)
    first, second, third = written.views.values()
    press(third.words.box("ru"), Qt.Key.Key_Up, ALT)
    QApplication.processEvents()  # only what is on the screen can be gone to
    wanted: list[QWidget] = []
    for view in (first, third, second):
        wanted += [view.words.box("ru"), view.words.box("en"), view.more]
    wanted.append(written.new)
    stops: list[QWidget | None] = [wanted[0]]
    wanted[0].setFocus()
    for _step in wanted[1:]:
        focus = QApplication.focusWidget()
        assert focus is not None
        press(focus, Qt.Key.Key_Tab)
        stops.append(QApplication.focusWidget())
    assert stops == wanted


def test_delete_takes_an_empty_paragraph_away_and_goes_on_in_the_next(meeting: FollowUpOf) -> None:
    written = meeting.pane(Paper.PRESS_NOTE, PressPane).written
    before = list(written.views)
    view = written.views[before[1]]
    for tag in ("ru", "en"):
        box = view.words.box(tag)
        box.setFocus()
        box.selectAll()
        press(box, Qt.Key.Key_Delete)
    assert list(written.views) == before
    press(view.words.box("en"), Qt.Key.Key_Delete)
    assert list(written.views) == [one for one in before if one != before[1]]
    assert QApplication.focusWidget() is written.views[before[2]].words.box("ru")
    meeting.office.undo()
    meeting.office.undo()
    assert list(written.views) == before


def test_paragraph_left_empty_goes(visit: FollowUpOf) -> None:
    written = visit.pane(Paper.REPORT, SectionsPane).sections["results"]
    add(written, "Итоги")
    ((_row, view),) = written.views.items()
    box = view.words.box("ru")
    box.setFocus()
    box.selectAll()
    press(box, Qt.Key.Key_Delete)
    written.new.setFocus()
    QApplication.processEvents()
    assert visit.found().of("report") == ()


# --- Commitments


def test_commitment_gets_who_else_does_it_and_who_watches_over_it(meeting: FollowUpOf) -> None:
    pane = meeting.pane(Paper.ACTION_LIST, CommitmentsPane)
    row_id, view = next(iter(pane.written.views.items()))
    facts = view.facts
    assert isinstance(facts, CommitmentFacts)
    for field, words in ((facts.co_owners, "Батаева Назгуль"), (facts.control, "канцелярия")):
        type_text(field.line, words)
        press(field.line, Qt.Key.Key_Return)
    row = next(one for one in meeting.found().commitments if one.id == row_id)
    assert (row.co_owners, row.control) == ("Батаева Назгуль", "канцелярия")
    assert "Together with: N. Bataeva · Control: канцелярия" in meeting.printed(Paper.ACTION_LIST)


def test_commitment_gets_owner_day_state_topic_and_result(meeting: FollowUpOf) -> None:
    pane = meeting.pane(Paper.ACTION_LIST, CommitmentsPane)
    add(pane.written, "Прислать список")
    row_id, view = list(pane.written.views.items())[-1]
    facts = view.facts
    assert isinstance(facts, CommitmentFacts)
    choose(facts.owner, "Bataeva")
    facts.due.line.setFocus()
    type_text(facts.due.line, "1.5.2024")
    press(facts.due.line, Qt.Key.Key_Return)
    facts.state.combo.setCurrentIndex(1)
    facts.state.combo.activated.emit(1)
    choose(facts.about, "confer")
    type_text(facts.result.line, "sent by e-mail")
    press(facts.result.line, Qt.Key.Key_Return)
    row = next(one for one in meeting.found().commitments if one.id == row_id)
    topic = next(item for item, title in meeting.found().meetings[0].topics if "Conference" in title.get("en"))
    assert (row.person_id, row.side, row.due, row.state, row.item_id, row.result) == (
        meeting.person("Bataeva"), "", date(2024, 5, 1), "done", topic, "sent by e-mail",
    )  # fmt: skip
    lines = meeting.printed(Paper.ACTION_LIST, "ru")
    at = lines.index("Прислать список")
    assert [line for line in lines[at:] if "2024" in line or "e-mail" in line or "sent" in line][-1] == "sent by e-mail"
    choose(facts.owner, "Host")
    row = next(one for one in meeting.found().commitments if one.id == row_id)
    assert (row.person_id, row.side) == (None, "host")


def test_commitment_whose_day_is_over_says_so_here_and_in_the_list(meeting: FollowUpOf) -> None:
    meeting.pane(Paper.ACTION_LIST, CommitmentsPane)
    details = {entry.key: (entry.right, entry.detail) for entry in entries_of(meeting)}
    assert details["action-list"] == ("2", "2 overdue")


# --- Press note


def test_quotation_gets_a_speaker_and_goes_to_the_table_only_when_approved(visit: FollowUpOf) -> None:
    pane = visit.pane(Paper.PRESS_NOTE, PressPane)
    add(pane.written, "Встреча прошла", "Opening paragraph")
    add(pane.written, "Мы рады", "Quotation")
    view = list(pane.written.views.values())[1]
    assert isinstance(view.facts, QuoteFacts)
    choose(view.facts.who, "Imanaliev")
    write(view.words, "en", "We are glad")
    assert pane.waiting.isVisible()
    assert "“We are glad”" not in visit.printed(Paper.PRESS_NOTE)
    assert "“We are glad”" in visit.printed(Paper.PRESS_NOTE, edition="working")
    pane.copy.click()
    assert QGuiApplication.clipboard().text() == "«Мы рады»\n“We are glad”\n— Иманалиев Кубанычбек"
    type_text(view.facts.approved.line, "K. Imanaliev, 2 May")
    press(view.facts.approved.line, Qt.Key.Key_Return)
    assert not pane.waiting.isVisible()
    lines = visit.printed(Paper.PRESS_NOTE)
    at = lines.index("“We are glad”")
    assert lines[at + 1].startswith("— Kubanychbek Imanaliev")


# --- Briefing, biographies, letters, report, approval


def test_talking_points_are_printed_under_their_topic(meeting: FollowUpOf) -> None:
    pane = meeting.pane(Paper.BRIEFING, BriefingPane)
    item = next(item for item, title in meeting.found().meetings[0].topics if "Conference" in title.get("en"))
    points = pane.points[item]
    assert (points.open.isHidden(), points.slots) == (False, {})
    points.open.click()
    assert (points.open.isHidden(), list(points.slots)) == (True, ["our-line", "figure", "ask", "red-line"])
    for part, words in (("our-line", "Line"), ("figure", "12"), ("ask", "Ask"), ("red-line", "Stop")):
        write(pane.points[item].slots[part], "en", words)
    lines = meeting.printed(Paper.BRIEFING)
    at = lines.index("Line")
    assert [lines[at + step] for step in (0, 2, 4, 6)] == ["Line", "12", "Ask", "Stop"]
    add(pane.sections["we-want"], "Хотим дружить")
    assert "Хотим дружить" in meeting.printed(Paper.BRIEFING, "ru")


def test_biography_belongs_to_the_person_chosen_and_keeps_its_order(meeting: FollowUpOf) -> None:
    pane = meeting.pane(Paper.BIOGRAPHY, BiographyPane)
    assert pane.person == meeting.person("Kabaev")
    choose(pane.who, "Bataeva")
    for words in ("Институт", "Школа"):
        add(pane.sections["education"], words)
    press(list(pane.sections["education"].views.values())[1].words.box("ru"), Qt.Key.Key_Up, ALT)
    add(pane.sections["languages"], "Русский свободно")
    add(pane.sections["visits"], "2019 год")
    rows = [row for row in meeting.found().of("biography") if row.person_id == meeting.person("Bataeva")]
    assert [(row.part, row.event_id) for row in rows] == [
        ("education", None), ("education", None), ("languages", None), ("visits", None),
    ]  # fmt: skip
    lines = meeting.printed(Paper.BIOGRAPHY, "ru", person_id=meeting.place("Bataeva"))
    mine = [line for line in lines if line.endswith(("Школа", "Институт", "свободно", "2019 год"))]
    assert [line.rpartition(": ")[2] for line in mine] == ["Русский свободно", "Школа", "Институт", "2019 год"]


def test_letter_to_one_person_stands_beside_that_to_all(meeting: FollowUpOf) -> None:
    pane = meeting.pane(Paper.THANK_YOU, LetterPane)
    choose(pane.to, "Kabaev")
    assert pane.body.views == {}
    assert pane.common["body"].text().startswith("As to everybody: Благодарю Вас")
    salutations = []
    for tag in ("ru", "en"):
        lines = meeting.printed(Paper.THANK_YOU, tag, person_id=meeting.place("Kabaev"))
        salutations.append(next(line for line in lines if line[-1] in "!,:"))
    hint = pane.common["salutation"].text().replace("\u00a0", " ")
    assert hint == f"Left empty, it is printed: {' · '.join(salutations)}"
    write(pane.slots["salutation"], "en", "Dear friend,")
    assert pane.common["salutation"].text() == ""
    (row,) = meeting.found().of("thank-you", "salutation")
    assert (row.event_id, row.person_id) == (meeting.event, meeting.person("Kabaev"))
    assert "Dear friend," in meeting.printed(Paper.THANK_YOU, person_id=meeting.place("Kabaev"))
    assert "Dear friend," not in meeting.printed(Paper.THANK_YOU, person_id=meeting.place("Bataeva"))
    pane.choose(None)
    assert len(pane.body.views) == 2


def test_approvers_are_named_with_a_remark_and_in_an_order(meeting: FollowUpOf) -> None:
    pane = meeting.pane(Paper.APPROVAL_SHEET, ApprovalPane)
    for letters in ("Bataeva", "Loginov"):
        choose(pane.another, letters)
    first, second = pane.written.views.values()
    write(first.words, "en", "for the text")
    press(second.words.box("ru"), Qt.Key.Key_Up, ALT)
    rows = meeting.found().of("approval-sheet", "approves")
    assert [row.person_id for row in rows] == [meeting.person("Loginov"), meeting.person("Bataeva")]
    assert isinstance(first.facts, ApproverFacts)
    lines = meeting.printed(Paper.APPROVAL_SHEET)
    assert "for the text" in lines
    assert lines.index("Vladislav LOGINOV") < lines.index("Nazgul BATAEVA")


def test_whoever_signs_at_this_event_goes_before_the_head_of_the_host_side(visit: FollowUpOf) -> None:
    def approved() -> list[str]:
        choice = Choice(Paper.PROGRAMME, visit.event, ("en",), copy_for=Side.HOST, approved=True)
        content = visit.office.read(compose_paper, choice)
        assert content.forms is not None
        return [line.text.replace("\u00a0", " ") for line in content.forms.signed]

    before = approved()
    pane = visit.pane(Paper.APPROVAL_SHEET, ApprovalPane)
    choose(pane.signs, "Imanaliev")
    assert "K. Imanaliev" in approved()[0]
    assert "K. Imanaliev" not in before[0]
    choose(pane.signs, "As in")
    assert approved() == before
    assert visit.found().of("approval-sheet") == ()


def test_pronunciation_is_written_beside_the_biography_and_printed_on_it(meeting: FollowUpOf) -> None:
    pane = meeting.pane(Paper.BIOGRAPHY, BiographyPane)
    type_text(pane.said.lines["ru"].line, "Каба́ев Азама́т")
    press(pane.said.lines["ru"].line, Qt.Key.Key_Return)
    lines = meeting.printed(Paper.BIOGRAPHY, "ru", person_id=meeting.place("Kabaev"))
    assert [line for line in lines if "Каба́ев" in line] == ["Произносится: Каба́ев Азама́т"]
    choose(pane.who, "Bataeva")
    assert pane.said.lines["ru"].value() == ""


def test_reply_stands_on_the_invitation(visit: FollowUpOf) -> None:
    pane = visit.pane(Paper.INVITATION, InvitationPane)
    write(pane.reply, "en", "R.S.V.P.")
    (row,) = visit.found().of("invitation")
    assert (row.part, row.words) == ("reply", text(en="R.S.V.P."))


# --- The page


def test_every_paper_of_the_list_has_a_way_to_its_page(meeting: FollowUpOf) -> None:
    assert [paper for _group, papers in GROUPS for paper in papers] == list(PANES)
    for paper in PANES:
        meeting.page.choose(paper)
        meeting.page.pane().to_paper.click()
    kinds = {kind for kind, _number in meeting.office.shown}
    assert (kinds, len({number for _kind, number in meeting.office.shown})) == ({"paper"}, len(PANES))


def test_list_counts_what_is_written(meeting: FollowUpOf) -> None:
    found = {entry.key: (entry.right, entry.detail) for entry in entries_of(meeting)}
    assert (found["minutes"], found["press-note"], found["report"]) == (("8", ""), ("6", "1 to approve"), ("3", ""))


def test_choice_stands_above_the_writing_where_the_page_is_narrow(meeting: FollowUpOf) -> None:
    page = meeting.page
    assert (page.list.isVisible(), page.choice.isVisible()) == (True, False)
    page.resize(500, 800)
    assert (page.list.isVisible(), page.choice.isVisible()) == (False, True)
    page.choice.activated.emit(2)
    assert page.chosen is Paper.PRESS_NOTE


def test_nothing_can_be_written_in_an_office_that_is_read_only(
    tmp_path: Path, sample_template: Path, qtbot: QtBot
) -> None:
    looked = FollowUpOf(open_office(tmp_path, template=sample_template, read_only=True), qtbot, EventKind.MEETING)
    for paper in PANES:
        looked.page.choose(paper)
        boxes = [box for box in looked.page.pane().findChildren(OfferingBox) if box.isVisible()]
        assert all(box.isReadOnly() for box in boxes)
        assert not any(view.foot.isVisible() for view in looked.page.pane().findChildren(Paragraphs))
    pane = looked.pane(Paper.PRESS_NOTE, PressPane)
    box = next(iter(pane.written.views.values())).words.box("ru")
    press(box, Qt.Key.Key_Down, ALT)
    assert looked.office.failures == []
    looked.office.planner.close()


def test_undo_takes_a_paragraph_off_the_page(visit: FollowUpOf) -> None:
    pane = visit.pane(Paper.ACTION_LIST, CommitmentsPane)
    add(pane.written, "Прислать список")
    assert len(pane.written.views) == 1
    visit.office.undo()
    assert pane.written.views == {}
