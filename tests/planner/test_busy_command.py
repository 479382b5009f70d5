"""The command that reads somebody's busy times."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from planner.__main__ import main
from planner.app import open_planner
from planner.queries.calendar import busy_sources, principals

ICS = """BEGIN:VCALENDAR
BEGIN:VEVENT
UID:1
DTSTART:20240410T103000
DURATION:PT1H
SUMMARY:Приём граждан
END:VEVENT
BEGIN:VEVENT
UID:2
DTSTART:nonsense
END:VEVENT
END:VCALENDAR
"""


def person(sample: Path) -> int:
    planner = open_planner(str(sample), read_only=True)
    try:
        return planner.read(principals)[0]
    finally:
        planner.close()


def test_busy_times_are_read_kept_and_told(sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "mayor.ics"
    file.write_text(ICS, encoding="utf-8")
    who = person(sample)
    assert main(["busy", str(sample), str(file), "--person", str(who), "--dry-run", "--json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert [(one["starts"], one["title"]) for one in report["times"]] == [
        ("2024-04-10T03:30:00+00:00", "Приём граждан")  # the office's zone
    ]
    assert [one["line"] for one in report["problems"]] == [8]
    assert main(["busy", str(sample), str(file), "--person", str(who)]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "mayor.ics: 1 busy times, 1 unreadable",
        "note: Line 8: this appointment cannot be read and is left out (DTSTART).",
    ]
    planner = open_planner(str(sample), read_only=True)
    assert [one[:3] for one in planner.read(busy_sources)] == [(who, "mayor.ics", 1)]
    planner.close()


def test_a_person_who_is_not_there_and_a_file_that_is_none_are_refused(
    sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["busy", str(sample), str(tmp_path / "none.ics"), "--person", str(person(sample))]) == 1
    assert "There is no file none.ics" in capsys.readouterr().err
    assert main(["busy", str(sample), str(tmp_path / "none.ics"), "--person", "999999"]) == 1
