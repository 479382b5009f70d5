"""The office's calendar: months and weeks by keyboard and mouse, days of our own, busy times, greetings."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from planner.operations import calendar, events, organisations, preparation
from planner.operations import office as office_operations
from planner.operations.delegations import edit_delegation
from planner.queries.calendar import busy_spans, office_days
from planner.queries.events import event_page
from planner.rules.busy import BusyTime
from planner.rules.calendar import DayKind, Status
from planner.rules.text import text
from tests.ui.keys import LEFT, press, type_text
from tests.ui.office import DAY, Office, Visit, add_visit, open_office
from ui.calendar.entries import Entry, Placed, placed
from ui.calendar.grid import month_span, week_span
from ui.calendar.inspector import OfficeDayInspector
from ui.calendar.page import CalendarPage
from ui.overview.page import OverviewPage
from ui.translate import set_language

KEY = Qt.Key
FEAST = date(2024, 4, 10)


@pytest.fixture
def visit(office: Office) -> Visit:
    made = add_visit(office)
    city = office.run(organisations.add_organisation, text(ru="Администрация", en="City"), country="RU")
    office.run(edit_delegation, made.hosts, organisation_id=city)
    office.run(office_operations.set_office, "office.city", {"zone": "Asia/Krasnoyarsk", "country": "RU"})
    return made


@pytest.fixture
def page(qtbot: QtBot, office: Office, visit: Visit) -> CalendarPage:
    made = CalendarPage(office.context)
    qtbot.addWidget(made)
    made.resize(1100, 800)
    made.show()
    made.grid.setFocus()
    return made


def texts(page: CalendarPage) -> list[str]:
    return [one.text for one in page.grid.on_chosen_day()]


def rows(page: CalendarPage) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(row.lead, row.text, tuple(words for _key, words in row.links)) for row in page.there.rows()]


def test_the_month_opens_on_today_and_keys_lead_through_it(page: CalendarPage) -> None:
    assert page.grid.day == date(2024, 5, 2)
    for key in (KEY.Key_Right, KEY.Key_Down, KEY.Key_Left, KEY.Key_Up, KEY.Key_PageDown, KEY.Key_PageDown):
        press(page.grid, key)
    assert page.grid.day == date(2024, 7, 2)
    press(page.grid, KEY.Key_PageUp)
    assert (page.grid.day, page.title.text()) == (date(2024, 6, 2), "Calendar · June 2024")
    press(page.grid, KEY.Key_Home)
    assert page.grid.day == date(2024, 5, 27)
    press(page.grid, KEY.Key_End)
    assert page.grid.day == date(2024, 6, 2)
    type_text(page.grid, "t")
    assert page.grid.day == date(2024, 5, 2)
    press(page.grid, KEY.Key_Right)
    type_text(page.grid, "е")  # the same key on a Russian keyboard
    assert page.grid.day == date(2024, 5, 2)


def test_the_last_day_of_a_long_month_turns_to_the_last_of_a_short_one(page: CalendarPage) -> None:
    page.grid.choose(date(2024, 1, 31))
    press(page.grid, KEY.Key_PageDown)
    assert page.grid.day == date(2024, 2, 29)


def test_holidays_are_told_with_country_and_how_sure_they_are(page: CalendarPage) -> None:
    page.grid.choose(date(2024, 5, 9))
    assert [(lead, words) for lead, words, _links in rows(page)] == [
        ("Kyrgyzstan", "Victory Day — not worked · by law or decree · holidays 0.109"),
        ("Russia", "Victory Day — not worked · by law or decree · holidays 0.109"),
    ]
    page.grid.choose(FEAST)
    assert [(one.text, one.mark) for one in page.grid.on_chosen_day()][:2] == [
        ("KG Eid al-Fitr (Orozo Ait)", Status.ANNOUNCED), ("RU Eid al-Fitr", Status.COMPUTED),
    ]  # fmt: skip


def test_enter_and_a_click_open_the_event(page: CalendarPage, office: Office, visit: Visit) -> None:
    page.grid.choose(DAY)
    assert texts(page) == ["Visit of a delegation"]
    press(page.grid, KEY.Key_Return)
    area = page.grid.day_area(DAY)
    page.grid.choose(date(2024, 5, 2))
    middle = next(
        QPoint(area.center().x(), y) for y in range(area.top(), area.bottom())
        if page.grid.entry_at(QPoint(area.center().x(), y))
    )  # fmt: skip
    QTest.mouseClick(page.grid, LEFT, pos=middle)
    assert office.shown == [("event", visit.event)] * 2
    assert page.grid.day == DAY


def test_the_week_shows_its_seven_days(page: CalendarPage) -> None:
    page.grid.choose(DAY)
    page.view.set_value("week")
    page.view.edited.emit("week")
    assert page.title.text() == "Calendar · 13–19 May 2024"
    press(page.grid, KEY.Key_PageDown)
    assert page.grid.day == date(2024, 5, 22)
    assert page.grid.span() == week_span(date(2024, 5, 22)) == (date(2024, 5, 20), date(2024, 5, 26))


def test_a_day_of_our_own_is_entered_edited_and_undone(page: CalendarPage, office: Office, qtbot: QtBot) -> None:
    page.grid.choose(date(2024, 6, 8))
    press(page.grid, KEY.Key_Insert)
    (row,) = office.read(office_days)
    assert (row.day, row.kind, office.selected) == (date(2024, 6, 8), "local", [("office_day", row.id)])
    inspector = OfficeDayInspector(office.context)
    qtbot.addWidget(inspector)
    inspector.show_thing(row.id)
    inspector.show()
    inspector.kind.edited.emit(DayKind.MOURNING)
    inspector.country.edited.emit("KG")
    assert texts(page) == ["KG Mourning"]
    inspector.remove.click()
    assert office.read(office_days) == ()
    office.undo()
    assert texts(page) == ["KG Mourning"]
    assert office.failures == []


def test_an_announced_feast_is_entered_from_the_computed_one(page: CalendarPage, office: Office) -> None:
    page.grid.choose(date(2024, 6, 16))
    (number,) = [place for place, one in enumerate(page.grid.on_chosen_day()) if one.text == "RU Eid al-Adha"]
    page.there.acted.emit(str(number), "announce")
    (row,) = office.read(office_days)
    assert (row.feast, row.country, row.kind) == ("eid_al_adha", "RU", "feast")
    office.run(calendar.edit_office_day, row.id, day=date(2024, 6, 17), source="муфтият")
    assert "RU Eid al-Adha" not in texts(page)
    page.grid.choose(date(2024, 6, 17))
    assert ("Russia", "Eid al-Adha — announced · муфтият", ("Edit",)) in rows(page)


def test_a_calendar_file_is_read_and_private_appointments_stay_so(
    page: CalendarPage, office: Office, visit: Visit, tmp_path: Path
) -> None:
    file = tmp_path / "mayor.ics"
    file.write_text(
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART:20240515T090000\nDURATION:PT1H\nCLASS:PRIVATE\nSUMMARY:Dentist\n"
        "END:VEVENT\nBEGIN:VEVENT\nUID:2\nDTSTART:never\nEND:VEVENT\nEND:VCALENDAR\n",
        encoding="utf-8",
    )
    page.take_file(visit.people["mayor"], str(file))
    page.grid.choose(DAY)
    assert [one.words for one in page.grid.on_chosen_day()] == [
        "Visit of a delegation · In preparation", "Loginov: 09:00–10:00 private appointment",
    ]  # fmt: skip
    assert page.said.text() == (
        "1 busy time read from mayor.ics.\nLine 9: this appointment cannot be read and is left out (DTSTART)."
    )
    page.busy.edited.emit((visit.people["mayor"], "mayor.ics"))
    assert office.read(busy_spans, None, DAY, DAY) == ()


def test_in_a_read_only_office_nothing_can_be_entered(tmp_path: Path, sqlite_template: Path, qtbot: QtBot) -> None:
    opened = open_office(tmp_path, template=sqlite_template, read_only=True)
    page = CalendarPage(opened.context)
    qtbot.addWidget(page)
    page.show()
    press(page.grid, KEY.Key_Insert)
    page.grid.choose(FEAST)
    assert (page.main_action(), page.busy.isEnabled(), opened.failures) == (None, False, [])
    assert opened.read(office_days) == ()
    opened.planner.close()


def test_the_calendar_speaks_russian(page: CalendarPage) -> None:
    set_language("ru")
    page.grid.choose(FEAST)
    assert page.title.text() == "Календарь · Апрель 2024"
    assert rows(page)[0][:2] == ("Киргизия", "Орозо айт — нерабочий · объявлено · holidays 0.109")


def test_entries_of_a_week_never_cover_one_another() -> None:
    def entry(first: int, last: int) -> Entry:
        return Entry("event", 1, date(2024, 5, first), date(2024, 5, last), "", "", "host")

    week = placed([entry(10, 14), entry(13, 13), entry(15, 16), entry(1, 12), entry(15, 30)], date(2024, 5, 13))
    assert [one[1:] for one in week] == [(0, 1, 0), (0, 0, 1), (2, 3, 0), (2, 6, 1)]
    assert all(isinstance(one, Placed) for one in week)


def test_a_month_is_shown_in_whole_weeks() -> None:
    assert month_span(date(2024, 9, 20)) == (date(2024, 8, 26), date(2024, 10, 6))
    assert month_span(date(2027, 2, 28)) == (date(2027, 2, 1), date(2027, 2, 28))


@pytest.fixture
def overview(qtbot: QtBot, office: Office, visit: Visit) -> OverviewPage:
    office.run(events.edit_event, visit.event, from_day=FEAST, to_day=FEAST)
    made = OverviewPage(office.context)
    qtbot.addWidget(made)
    made.set_event(visit.event)
    made.resize(1000, 800)
    made.show()
    return made


def test_a_greeting_for_the_wrong_feast_is_told_and_put_right(
    overview: OverviewPage, office: Office, visit: Visit, qtbot: QtBot
) -> None:
    greeting = office.run(events.add_greeting, visit.event, "eid_al_adha", day=FEAST, country="KG")
    qtbot.waitUntil(lambda: overview.dates.rows()[0].key == f"greeting:{greeting}", timeout=2000)
    said, row = overview.dates.rows()[:2]
    assert (said.text, said.links) == ("Greeting: Eid al-Adha (Kurman Ait)", (("drop-greeting", "Remove"),))
    assert (row.text, row.links) == (
        "Eid al-Adha (Kurman Ait) is on 17 June, not on 10 April.",
        (("instead:eid_al_fitr", "Say “Eid al-Fitr (Orozo Ait)”"),),
    )
    overview.dates.acted.emit(row.key, row.links[0][0])
    (mended,) = office.read(event_page, visit.event).greetings
    assert (mended.feast, mended.words.get("ru")) == ("eid_al_fitr", "Поздравляем с праздником Орозо айт!")
    qtbot.waitUntil(lambda: not any("is on" in one.text for one in overview.dates.rows()), timeout=2000)


def test_a_feast_near_the_event_is_offered_and_said_by_its_identity(
    overview: OverviewPage, office: Office, visit: Visit
) -> None:
    offer = overview.dates.rows()[0]
    assert (offer.text, offer.links) == ("Eid al-Fitr (Orozo Ait) in Kyrgyzstan", (("greet", "Congratulate"),))
    overview.dates.acted.emit(offer.key, "greet")
    (greeting,) = office.read(event_page, visit.event).greetings
    assert (greeting.feast, greeting.day, greeting.country) == ("eid_al_fitr", FEAST, "KG")
    assert greeting.words.get("en") == "Congratulations on Orozo Ait (Eid al-Fitr)!"


def test_whole_days_and_tentative_ones_are_told(page: CalendarPage, office: Office, visit: Visit) -> None:
    night = datetime(2024, 5, 14, 17, tzinfo=UTC)
    leave = BusyTime("1", night, datetime(2024, 5, 16, 17, tzinfo=UTC), True, "Leave", True)
    office.run(calendar.read_busy_times, visit.people["mayor"], "m.ics", [leave])
    page.grid.choose(date(2024, 5, 16))
    assert [one.words for one in page.grid.on_chosen_day()] == ["Loginov: all day Leave · tentative"]


def test_tasks_stand_on_their_days_and_lead_to_the_event(page: CalendarPage, office: Office, visit: Visit) -> None:
    for title in ("Order the flags", "Call the hotel"):
        office.run(preparation.add_task, visit.event, title, due=date(2024, 5, 8))
    late = office.run(preparation.add_task, visit.event, "Book the hall", due=date(2024, 5, 1))
    page.grid.choose(date(2024, 5, 8))
    (task,) = (one for one in page.grid.on_chosen_day() if one.kind == "task")
    assert (task.text, task.role) == ("2 tasks · Visit of a delegation", "fine")
    assert task.words == "Visit of a delegation: Order the flags; Call the hotel"
    page.grid.choose(date(2024, 5, 1))
    (task,) = (one for one in page.grid.on_chosen_day() if one.kind == "task")
    assert (task.id, task.text, task.role) == (late, "Book the hall · Visit of a delegation", "attention")
    assert task.words.endswith(" · late")
    assert ("", task.words, ("Open",)) in rows(page)
    page.open_entry(task)
    assert office.shown == [("task", late)]
    office.run(preparation.edit_task, late, done_on=date(2024, 5, 2))
    assert [one for one in page.grid.on_chosen_day() if one.kind == "task"] == []
