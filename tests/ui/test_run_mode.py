"""The day itself in the window: begun and over by one key, lateness, what follows re-timed as one step."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from planner.app import Planner, open_planner
from planner.operations import agenda, events, people
from planner.operations import run_sheet as operations
from planner.queries.run_sheet import run_sheet
from planner.rules.text import text
from tests.ui.keys import press
from tests.ui.office import DAY, Office, open_office
from tests.ui.programme import Day, add_day, times
from ui.agenda.more_views import RUN
from ui.agenda.page import ProgrammePage
from ui.agenda.plan import ALL_DAYS
from ui.agenda.run_mode import RunMode
from ui.common.pill import Tone
from ui.context import Context
from ui.settings import SettingsFile
from ui.tasks import SynchronousTasks

CONTROL = Qt.KeyboardModifier.ControlModifier


class Clock:
    """What the office takes for the present."""

    def __init__(self) -> None:
        self.now = datetime.combine(DAY, datetime.min.time(), UTC)

    def set(self, words: str) -> None:
        """Set the time of the day, as "10:05"; the event is held in UTC."""
        hours, minutes = words.split(":")
        self.now = datetime.combine(DAY, datetime.min.time(), UTC) + timedelta(hours=int(hours), minutes=int(minutes))


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def held(tmp_path: Path, office: Office, clock: Clock) -> tuple[Office, Day]:
    """The same office on the day of its event."""
    day = add_day(office)
    office.planner.close()
    planner: Planner = open_planner(str(tmp_path / "test.office"), author="Aida", clock=lambda: clock.now)
    context = Context(planner, SynchronousTasks(), SettingsFile(tmp_path / "settings.json"))
    opened = Office(planner, context, [], [], [])
    context.failed.connect(opened.failures.append)
    context.selected.connect(lambda kind, thing: opened.selected.append((kind, thing)))
    yield opened, day
    planner.close()


@pytest.fixture
def office_now(held: tuple[Office, Day]) -> Office:
    return held[0]


@pytest.fixture
def day(held: tuple[Office, Day]) -> Day:
    return held[1]


@pytest.fixture
def mode(qtbot, office_now: Office, day: Day, clock: Clock) -> RunMode:
    clock.set("7:30")
    page = ProgrammePage(office_now.context)
    qtbot.addWidget(page)
    page.set_event(day.event)
    page.resize(1000, 800)
    page.show()
    page.choose_mode(RUN)
    return page.findChild(RunMode)


def at(mode: RunMode, clock: Clock, words: str) -> None:
    """Let the clock show a time, and the window look at it."""
    clock.set(words)
    mode.tick()


def lines(mode: RunMode) -> list[tuple[str, str, str, str]]:
    return [(line.time, line.really, line.late, line.expected) for line in mode.table.rows()]


def test_the_day_stands_in_order_and_what_is_next_is_chosen(mode: RunMode, day: Day) -> None:
    assert [(line.time, line.title, line.place) for line in mode.table.rows()] == [
        ("08:00–09:00", "Завтрак", "Hotel"), ("10:00–11:00", "Встреча", "Small Hall"), ("13:00–14:00", "Обед", ""),
    ]  # fmt: skip
    assert mode.table.selected_ids() == (day.breakfast,)
    assert (mode.clock.text(), mode._going.text()) == ("07:30", "Next: Завтрак, 08:00")


def test_one_key_says_begun_and_then_over_and_goes_on(mode: RunMode, clock: Clock, day: Day) -> None:
    at(mode, clock, "8:04")
    press(mode.table, Qt.Key.Key_Space)
    assert mode._going.text() == "4 min late: Завтрак"
    at(mode, clock, "9:10")
    press(mode.table, Qt.Key.Key_Space)
    assert lines(mode)[0] == ("08:00–09:00", "08:04–09:10", "10 min", "")
    assert mode.table.rows()[0].tone is Tone.STOP
    assert mode.table.selected_ids() == (day.meeting,)


def test_what_follows_is_proposed_with_the_way_and_taken_by_one_key(mode: RunMode, clock: Clock, office_now: Office, day: Day) -> None:  # noqa: E501
    at(mode, clock, "8:00")
    press(mode.table, Qt.Key.Key_Space)
    at(mode, clock, "9:52")  # 09:55 on the grid, and the way of 20 minutes with its reserve of 15 (handbook 5.4)
    assert [one[3] for one in lines(mode)] == ["", "10:30–11:30", ""]
    assert mode._proposed.text() == "Встреча 10:00 → 10:30"
    press(mode.table, Qt.Key.Key_Return, CONTROL)
    assert times(office_now, day.event, day.meeting) == (DAY, 630, 690)
    assert [one[3] for one in lines(mode)] == ["", "", ""]
    office_now.undo()
    assert times(office_now, day.event, day.meeting) == (DAY, 600, 660)


def test_what_went_by_without_a_note_is_not_what_one_looks_at(mode: RunMode, clock: Clock, day: Day) -> None:
    at(mode, clock, "10:20")
    mode._chosen = None
    mode.tick()
    assert mode.table.selected_ids() == (day.meeting,)
    assert [one[2] for one in lines(mode)] == ["not noted", "20 min", ""]


def test_an_anchor_stops_what_follows_and_says_what_is_missing(mode: RunMode, clock: Clock, office_now: Office, day: Day) -> None:  # noqa: E501
    office_now.run(agenda.move_item, day.lunch, DAY, 670)
    office_now.run(agenda.edit_item, day.lunch, hard=True)
    office_now.run(operations.note_times, day.breakfast, start=480, end=540)
    office_now.run(operations.begin_item, day.meeting, 625)
    at(mode, clock, "10:30")
    assert mode._proposed.text() == "Up to “Обед”, 11:10, which cannot move · 15 minutes missing"
    assert not mode.take.isEnabled()


def test_typed_times_and_words_are_written_and_taken_back(mode: RunMode, office_now: Office, day: Day) -> None:
    mode.fields.began._take(485)
    mode.fields.ended._take(545)
    mode._write("cue", "По знаку")
    row = office_now.read(run_sheet, day.event, DAY).rows[0]
    assert (row.began, row.ended, row.cue) == (485, 545, "По знаку")
    office_now.undo()
    assert office_now.read(run_sheet, day.event, DAY).rows[0].cue == ""


def test_who_is_in_charge_stands_with_the_telephone(mode: RunMode, office_now: Office, day: Day) -> None:
    mayor = day.visit.people["mayor"]
    office_now.run(people.write_private, mayor, contacts={"phone": "+7 391 000 00 00"})
    office_now.run(
        agenda.add_attendance, day.meeting, role="in-charge", participation_id=day.visit.members["mayor"]
    )
    line = mode.table.rows()[1]
    assert (line.in_charge, line.phone) == ("Vladislav Loginov", "+7 391 000 00 00")


def test_minutes_count_from_the_principal_item_and_are_negative_before_it(mode: RunMode, office_now: Office, day: Day) -> None:  # noqa: E501
    office_now.run(agenda.edit_item, day.meeting, principal=True)
    assert [line.offset for line in mode.table.rows()] == ["−02:00", "+00:00", "+03:00"]


def test_on_another_day_nothing_begins_now(mode: RunMode, clock: Clock, office_now: Office, day: Day) -> None:
    clock.now += timedelta(days=3)
    mode.tick()
    press(mode.table, Qt.Key.Key_Space)
    assert (mode.step.isEnabled(), lines(mode)[0][1]) == (False, "")
    assert mode._going.text() == "Not today: what was noted can be read and corrected."


def test_the_clock_of_the_host_counts(mode: RunMode, clock: Clock, office_now: Office, day: Day) -> None:
    office_now.run(events.edit_event, day.event, host_zone="Asia/Krasnoyarsk")
    for item in (day.breakfast, day.meeting, day.lunch):
        office_now.run(agenda.edit_item, item, start_zone="Asia/Krasnoyarsk", end_zone="Asia/Krasnoyarsk")
    at(mode, clock, "1:05")
    press(mode.table, Qt.Key.Key_Space)
    assert lines(mode)[0] == ("08:00–09:00", "08:05–", "5 min", "")


def test_it_is_of_one_day_where_all_days_were_looked_at(mode: RunMode, day: Day) -> None:
    page = mode.window()
    assert isinstance(page, ProgrammePage)
    page.choose_mode("list")
    page.bar.days.choose(ALL_DAYS)
    page.choose_mode(RUN)
    assert [button.tab.day for button in page.bar.days._buttons] == [DAY]
    assert (page.day, page.bar.days.current()) == (DAY, DAY)


def test_an_empty_day_says_so(mode: RunMode, office_now: Office, day: Day) -> None:
    for item in (day.breakfast, day.meeting, day.lunch):
        office_now.run(agenda.edit_item, item, state="cancelled")
    assert mode.empty.isVisible()


def test_a_read_only_office_shows_the_day(qtbot, tmp_path: Path, office: Office) -> None:
    day = add_day(office)
    office.run(operations.begin_item, day.breakfast, 490)
    office.planner.close()
    closed = open_office(tmp_path, read_only=True)
    page = ProgrammePage(closed.context)
    qtbot.addWidget(page)
    page.set_event(day.event)
    page.show()
    page.choose_mode(RUN)
    mode = page.findChild(RunMode)
    press(mode.table, Qt.Key.Key_Space)
    mode.take_proposal()
    assert (lines(mode)[0][1], mode.fields.began.line.isReadOnly()) == ("08:10–", True)
    closed.planner.close()


def test_the_query_says_all_a_run_sheet_prints(office: Office) -> None:
    day = add_day(office)
    office.run(agenda.add_attendance, day.meeting, side="guest")
    office.run(agenda.add_attendance, day.meeting, role="in-charge", participation_id=day.visit.members["mayor"])
    for field in operations.RUN_FIELDS:
        office.run(operations.write_run, day.meeting, field, f"{field}!")
    topic = office.run(
        agenda.add_item, day.event, text(en="Gifts"), parent_id=day.meeting, day=DAY, start=650, end=660
    )
    office.run(operations.note_times, day.meeting, start=1435, end=5)  # noted far off: the pass nearest to the plan
    rows = office.read(run_sheet, day.event).rows
    row = next(one for one in rows if one.id == day.meeting)
    assert (row.action, row.words, row.cue, row.technician, row.position) == (
        "action!", "text!", "cue!", "technician!", "position!",
    )  # fmt: skip
    assert (row.met_by, row.path, row.microphone, row.handed_over, row.assistants) == (
        "met_by!", "path!", "microphone!", "handed_over!", "assistants!",
    )  # fmt: skip
    assert (row.minutes, row.began, row.ended) == (60, -5, 5)
    assert [one.side for one in row.who] == ["guest"]
    assert [one.who.person.names["en"].surname for one in row.responsible] == ["Loginov"]
    assert [one.id for one in rows] == [day.breakfast, day.meeting, topic, day.lunch]


def test_an_alert_stands_above_the_list_until_the_item_is_over(
    mode: RunMode, clock: Clock, office_now: Office, day: Day
) -> None:
    at(mode, clock, "09:50")
    assert not mode.alerts.isVisible()
    office_now.run(agenda.edit_item, day.meeting, alert="Flight delayed to 11:20")
    assert mode.alerts.isVisible()
    assert mode.alerts.text() == "Alert: 10:00 Встреча: Flight delayed to 11:20"
    line = next(line for line in mode.found.lines if line.id == day.meeting)
    assert line.about.startswith("Flight delayed to 11:20")
    office_now.run(operations.note_times, day.meeting, start=600, end=620)
    assert not mode.alerts.isVisible()
