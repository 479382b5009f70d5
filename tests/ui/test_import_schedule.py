"""A conference's schedule read in the window: previewed line by line, taken over as one step."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from planner.queries.agenda import programme
from planner.queries.events import events
from planner.rules.kinds import EventKind
from planner.rules.people_import import Outcome
from tests.ui.office import Office
from ui.agenda.import_schedule import ScheduleDialog


def schedule_xml(title: str = "Opening talk") -> str:
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<schedule><conference><title>Conference</title><start>2024-09-19</start><end>2024-09-19</end></conference>
<day index="1" date="2024-09-19"><room name="Hall 1">
<event id="1" guid="g1"><date>2024-09-19T10:00:00+07:00</date><start>10:00</start><duration>00:30</duration>
<room>Hall 1</room><title>{title}</title><track>Education</track><persons/></event>
<event id="2" guid="g2"><date>never</date><start>eleven</start><duration>00:30</duration>
<room>Hall 1</room><title>No time</title><track>Education</track><persons/></event>
</room></day></schedule>"""


@pytest.fixture
def conference(sample: Office) -> int:
    return next(row.id for row in sample.read(events) if row.kind is EventKind.CONFERENCE)


@pytest.fixture
def dialog(qtbot: QtBot, sample: Office, conference: int) -> ScheduleDialog:
    made = ScheduleDialog(sample.context, conference)
    qtbot.addWidget(made)
    made.show()
    return made


def written(tmp_path: Path, words: str, name: str = "schedule.xml") -> str:
    path = tmp_path / name
    path.write_text(words, encoding="utf-8")
    return str(path)


def titles(office: Office, event: int) -> list[str]:
    return [item.title.first("en", "ru") for item in office.read(programme, event).items]


def test_preview_shows_what_each_line_would_do(
    sample: Office, conference: int, dialog: ScheduleDialog, tmp_path: Path
) -> None:
    before = titles(sample, conference)
    dialog.take_file(written(tmp_path, schedule_xml()))
    outcomes = {(row.outcome, row.title) for row in dialog.rows()}
    assert (Outcome.NEW, "Opening talk") in outcomes
    assert [row.outcome for row in dialog.rows()].count(Outcome.REJECTED) == 1
    assert all(row.what for row in dialog.rows() if row.outcome is Outcome.REJECTED)
    assert titles(sample, conference) == before


def test_schedule_is_one_step_that_can_be_taken_back(
    sample: Office, conference: int, dialog: ScheduleDialog, tmp_path: Path
) -> None:
    before = titles(sample, conference)
    dialog.take_file(written(tmp_path, schedule_xml()))
    dialog.apply()
    assert ("Opening talk" in titles(sample, conference), dialog.isVisible()) == (True, False)
    sample.undo()
    assert titles(sample, conference) == before


def test_schedule_read_again_changes_nothing_and_then_what_differs(
    qtbot: QtBot, sample: Office, conference: int, dialog: ScheduleDialog, tmp_path: Path
) -> None:
    dialog.take_file(written(tmp_path, schedule_xml()))
    dialog.apply()
    again = ScheduleDialog(sample.context, conference)
    qtbot.addWidget(again)
    again.take_file(written(tmp_path, schedule_xml()))
    assert (again.apply_button.text(), again.apply_button.isEnabled()) == ("Nothing to import", False)
    again.take_file(written(tmp_path, schedule_xml("Opening words")))
    assert [row.title for row in again.rows() if row.outcome is Outcome.CHANGED] == ["Opening words"]


def test_file_that_is_no_schedule_is_refused_in_words(dialog: ScheduleDialog, tmp_path: Path) -> None:
    dialog.take_file(written(tmp_path, json.dumps({"poem": 1}), "poem.json"))
    assert (dialog.prepared, dialog.apply_button.isVisible(), dialog.source.isEnabled()) == (None, False, True)


def test_segments_show_the_lines_of_one_kind(dialog: ScheduleDialog, tmp_path: Path) -> None:
    dialog.take_file(written(tmp_path, schedule_xml()))
    dialog.kinds.set_value(Outcome.REJECTED)
    dialog._filter()
    assert {row.outcome for row in dialog.table.rows()} == {Outcome.REJECTED}
