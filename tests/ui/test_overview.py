"""The overview of an event and its inspector."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from planner.operations import events as operations
from planner.operations.texts import write_text
from planner.queries.events import event_page, events
from planner.rules.kinds import EventState
from tests.ui.keys import press, type_text
from tests.ui.window_office import Ids, Shown
from ui.common.paper_entries import PARTICIPANTS
from ui.common.pill import Tone
from ui.overview.inspector import EventInspector
from ui.overview.page import OverviewPage


def page_of(made: Shown) -> OverviewPage:
    page = made.desk.pages.current()
    assert isinstance(page, OverviewPage)
    return page


def inspector_of(made: Shown) -> EventInspector:
    made.desk.context.select("event", made.desk.event_id)
    return made.window.inspectors.findChild(EventInspector)


def test_the_chain_runs_from_what_led_here_to_what_follows(shown: tuple[Shown, Ids]) -> None:
    made, ids = shown
    assert [tuple(link) for link in page_of(made).chain.links()] == [
        ("event", ids.meeting, "Working talks", "10 April 2024 · over", False),
        ("event", ids.visit, "Delegation", "14–16 May 2024 · in 8 days", True),
        ("event", ids.conference, "Conference", "19–20 September 2024 · idea", False),
        ("agreement", ids.agreement, "Memorandum", "agreement", False),
    ]
    page_of(made).chain.wanted.emit("event", ids.conference)
    assert made.desk.event_id == ids.conference


def test_what_needs_somebody_leads_to_the_thing(shown: tuple[Shown, Ids]) -> None:
    made, ids = shown
    rows = page_of(made).needs.rows()
    assert [(row.text, row.tone, row.actions[-1]) for row in rows] == [(
        (
            "Azamat Kabaev is in two places: “Meeting” 10:00–11:00 and “Lunch” 10:30–11:30. "
            "Move one, or replace the person."
        ),
        Tone.STOP, ("show", "Show"),
    )]  # fmt: skip
    page_of(made).needs.list.acted.emit(rows[0].key, "show")
    assert (made.window.tabs.current(), made.desk.inspectors.shown) == ("programme", ("item", ids.item))


def test_a_missing_text_of_the_event_is_written_in_the_inspector(shown: tuple[Shown, Ids], qtbot: QtBot) -> None:
    made, ids = shown
    made.desk.context.run(made.desk, write_text, "event", ids.visit, "title", language="en", words="")
    qtbot.waitUntil(lambda: len(page_of(made).needs.rows()) == 2)
    row = page_of(made).needs.rows()[-1]
    assert (row.text, row.actions) == ("“Визит делегации” is missing in English. Write it.", (("show", "Write"),))
    made.desk.context.select("", 0)
    page_of(made).needs.list.acted.emit(row.key, "show")
    assert made.desk.inspectors.shown == ("event", ids.visit)


def test_sides_texts_and_dates_are_counted(shown: tuple[Shown, Ids]) -> None:
    made, _ids = shown
    page = page_of(made)
    assert [(row.lead, row.text, row.right, row.share) for row in page.sides.rows()] == [
        ("Guests", "1 person", "1 confirmed", 1.0), ("Hosts", "1 person", "0 confirmed", 0.0),
    ]  # fmt: skip
    assert [(row.lead, row.text) for row in page.papers.rows()] == [
        ("Programme", "2 items on 1 day"), ("List", "2 people"), ("Languages", "Русский · English"),
        ("Text", "100 % in both languages"),
    ]  # fmt: skip
    assert [row.text for row in page.dates.rows()] == ["Time difference: 10:00 in Krasnoyarsk is 09:00 in Bishkek"]
    assert [row.text for row in page.topics.rows()] == ["culture · культура"]


def test_a_paper_is_one_click_away(shown: tuple[Shown, Ids]) -> None:
    made, _ids = shown
    page_of(made).papers.acted.emit("participants", "documents")
    assert (made.window.tabs.current(), made.desk.inspectors.shown) == ("documents", ("paper", PARTICIPANTS))


def test_cards_stand_in_one_column_where_there_is_no_room_for_two(shown: tuple[Shown, Ids]) -> None:
    made, _ids = shown
    page = page_of(made)
    assert page.needs.y() == page.papers.y()
    made.window.resize(1000, 800)
    assert page.needs.x() == page.papers.x()


def test_typing_in_the_inspector_writes_one_step(shown: tuple[Shown, Ids]) -> None:
    made, ids = shown
    inspector = inspector_of(made)
    box = inspector.texts["title"]._sides["en"].box
    box.setFocus()
    box.select_end()
    type_text(box, " 2024")
    box.flush()
    assert made.planner.read(event_page, ids.visit).title.get("en") == "Visit of the delegation 2024"
    assert made.window.header.shown().second == "Visit of the delegation 2024"
    made.desk.steps.undo()
    assert box.text() == "Visit of the delegation"


def test_the_undo_button_takes_back_what_is_still_being_typed(shown: tuple[Shown, Ids]) -> None:
    made, ids = shown
    box = inspector_of(made).texts["title"]._sides["en"].box
    box.setFocus()
    box.select_end()
    type_text(box, "!")
    made.window.top.undo_wanted.emit()
    assert made.planner.read(event_page, ids.visit).title.get("en") == "Visit of the delegation"
    assert made.window.top.steps()[1] == "Redo: Write “Visit of the delegation!”"


def test_a_first_day_after_the_last_one_moves_it_along(shown: tuple[Shown, Ids]) -> None:
    made, ids = shown
    inspector_of(made).from_day.edited.emit(date(2024, 5, 20))
    page = made.planner.read(event_page, ids.visit)
    assert (page.from_day, page.to_day) == (date(2024, 5, 20), date(2024, 5, 20))


def test_a_last_day_before_the_first_is_refused_and_the_field_shows_what_holds(shown: tuple[Shown, Ids]) -> None:
    made, _ids = shown
    inspector = inspector_of(made)
    inspector.to_day._take(date(2024, 5, 1))
    assert made.window.messages.messages()["error"].text == (
        "The event ends before it begins: 1 May 2024 is before 14 May 2024."
    )
    assert inspector.to_day.value() == date(2024, 5, 16)


def test_state_kind_and_languages_are_written_at_once(shown: tuple[Shown, Ids]) -> None:
    made, ids = shown
    inspector = inspector_of(made)
    inspector.state.edited.emit(EventState.AGREED)
    inspector.languages._fields[2].set_value("ky")
    inspector.languages.edited.emit(inspector.languages.value())
    page = made.planner.read(event_page, ids.visit)
    assert (page.state, page.languages) == (EventState.AGREED, ("ru", "en", "ky"))
    assert inspector.third["title"].languages() == ("ky",)
    assert inspector.third["title"].isVisible()


def test_a_topic_is_added_by_enter_and_goes_when_it_is_emptied(shown: tuple[Shown, Ids]) -> None:
    made, ids = shown
    topics = inspector_of(made).topics
    type_text(topics.new, "школы")
    press(topics.new, Qt.Key.Key_Return)
    assert [topic.title.get("ru") for topic in made.planner.read(event_page, ids.visit).topics] == ["культура", "школы"]
    line = list(topics.lines.values())[1]
    box = line.field._sides["ru"].box
    box.selectAll()
    press(box, Qt.Key.Key_Delete)
    box.flush()
    assert [topic.title.get("ru") for topic in made.planner.read(event_page, ids.visit).topics] == ["культура"]


def test_an_event_is_linked_and_unlinked(shown: tuple[Shown, Ids]) -> None:
    made, ids = shown
    links = inspector_of(made).links
    first = made.planner.read(event_page, ids.visit).links[0]
    links.facts.acted.emit(f"event:{first.id}")
    assert [link.other.id for link in made.planner.read(event_page, ids.visit).links] == [ids.conference]
    links.next_event.edited.emit(ids.meeting)
    assert {link.other.id for link in made.planner.read(event_page, ids.visit).links} == {ids.conference, ids.meeting}


def test_a_copy_begins_on_another_day_and_is_shown(shown: tuple[Shown, Ids]) -> None:
    made, ids = shown
    inspector_of(made).links.copy_day._take(date(2025, 5, 13))
    copy = max(event.id for event in made.planner.read(events))
    assert copy not in ids
    assert made.desk.event_id == copy
    assert made.planner.read(event_page, copy).to_day == date(2025, 5, 15)


def test_a_read_only_event_cannot_be_typed_into(shown: tuple[Shown, Ids]) -> None:
    made, ids = shown
    inspector = inspector_of(made)
    inspector._set_read_only(True)
    assert inspector.texts["title"]._sides["ru"].box.isReadOnly()
    assert not inspector.links.remove.isVisible()
    made.desk.context.run(made.desk, operations.edit_event, ids.visit, note="x")
    assert not inspector.texts["title"]._sides["ru"].box.isReadOnly()
