"""The command that lists what is to be done."""

from __future__ import annotations

import json
from pathlib import Path

from tests.planner.conftest import Run
from tests.planner.test_commands import VISIT, event_of, refusal


def test_tasks_of_an_event_are_listed_with_their_days(run: Run, sample: Path) -> None:
    event = event_of(run, sample, VISIT)
    found = json.loads(run("tasks", sample, "--event", event, "--as-of", "2024-04-17", "--json").out)
    assert len(found) == 58
    by_code = {one["code"]: one for one in found}
    brief, first = by_code["interpreter-brief"], by_code["relations"]
    assert (brief["due"], brief["counted"], brief["state"], brief["days"]) == ("2024-04-12", "T-7", "late", -5)
    assert brief["owner"] == "Петрова Марина"
    assert brief["title"] == "Передать переводчикам материалы: глоссарий, речи, список имён"
    assert (first["state"], first["done_on"]) == ("done", "2023-12-19")
    assert by_code["estimate"]["state"] == "late-start"


def test_open_tasks_of_all_events_are_listed_the_earliest_first(run: Run, sample: Path) -> None:
    event = event_of(run, sample, VISIT)
    lines = [line.split("\t") for line in run("tasks", sample, "--as-of", "2024-04-17").out.splitlines()]
    assert len(lines) == 35
    assert {line[0] for line in lines} == {str(event)}
    assert [line[2] for line in lines] == sorted(line[2] for line in lines)
    assert "done" not in {line[3] for line in lines}


def test_tasks_of_an_event_that_is_not_there_are_refused(run: Run, sample: Path) -> None:
    assert refusal(run("tasks", sample, "--event", "99999")).startswith("There is no event 99999.")
