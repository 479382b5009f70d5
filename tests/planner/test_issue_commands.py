"""Issuing and comparing papers on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pypdfium2

from planner.app import open_planner
from planner.operations.agenda import edit_item
from planner.queries.agenda import programme
from tests.planner.conftest import Run
from tests.planner.test_commands import event_of, refusal, text_of


def test_paper_is_issued_changed_issued_again_and_compared(run: Run, sample: Path, tmp_path: Path) -> None:
    event = event_of(run, sample, "visit")
    first, second, again, sheet = (tmp_path / f"{name}.pdf" for name in ("v1", "v2", "again", "sheet"))
    paper = ("--event", event, "--paper", "programme")
    both = (*paper, "--languages", "ru,en")
    given = ("--holder", "Кабаев", "--holder", "Логинов")
    assert run("issue-paper", sample, *both, "--reason", "First", *given, "--out", first) == (0, "1\n", "")
    planner = open_planner(str(sample))
    tour = next(item for item in planner.read(programme, event).items if item.title.get("en") == "City tour")
    planner.execute(edit_item, tour.id, start=975, end=1095)
    planner.close()
    assert run("issue-paper", sample, *both, "--reason", "New time", "--out", second) == (0, "2\n", "")

    assert run("print", sample, *both, "--version", 2, "--out", again) == (0, "", "")
    assert again.read_bytes() == second.read_bytes()
    told = json.loads(run("compare", sample, *paper, "--from", 1, "--to", 2, "--json").out)
    assert told["changes"] == [
        {"id": tour.id, "kind": "moved", "title": ["Обзорная экскурсия по городу", "City tour"],
         "before": ["16:00–18:00"] * 2, "after": ["16:15–18:15"] * 2}
    ]  # fmt: skip
    assert run("compare", sample, *paper, "--from", 1, "--to", 2, "--out", sheet) == (0, "", "")
    assert "16:00–18:00→16:15–18:15" in text_of(sheet)
    rows = json.loads(run("versions", sample, "--event", event, "--json").out)
    held = [(row["version"], row["reason"], [one["name"] for one in row["holders"]]) for row in rows]
    assert held == [(1, "First", ["Кабаев", "Логинов"]), (2, "New time", [])]
    assert run("verify", sample) == (0, "The office is sound.\n", "")


def test_version_that_is_not_there_is_refused_in_words(run: Run, sample: Path, tmp_path: Path) -> None:
    event = event_of(run, sample, "visit")
    said = run("compare", sample, "--event", event, "--paper", "programme", "--from", 1, "--to", 2)
    assert refusal(said) == "There is no version 1 of this paper. The command versions lists them."


def test_issued_paper_cannot_be_undone_on_the_command_line(run: Run, sample: Path) -> None:
    event = event_of(run, sample, "visit")
    run("issue-paper", sample, "--event", event, "--paper", "participants", "--languages", "ru", "--reason", "why")
    assert refusal(run("undo", sample)) == (
        "The last step, “Issue version 1 of “Визит делегации мэрии города Джалал-Абада””, cannot be taken back."
    )


def test_badges_have_backs_where_they_are_asked_for_also_as_issued(run: Run, sample: Path, tmp_path: Path) -> None:
    badges = ("--event", event_of(run, sample, "visit"), "--paper", "badges", "--languages", "ru,en")
    fronts, both, kept, again = (tmp_path / f"{name}.pdf" for name in ("fronts", "both", "kept", "again"))
    assert run("print", sample, *badges, "--out", fronts) == (0, "", "")
    assert run("print", sample, *badges, "--both-sides", "--out", both) == (0, "", "")
    assert page_count(both) == 2 * page_count(fronts)
    assert run("issue-paper", sample, *badges, "--both-sides", "--reason", "First", "--out", kept) == (0, "1\n", "")
    assert run("print", sample, *badges, "--both-sides", "--version", 1, "--out", again) == (0, "", "")
    assert (again.read_bytes() == kept.read_bytes(), page_count(kept)) == (True, page_count(both))


def page_count(path: Path) -> int:
    with pypdfium2.PdfDocument(path) as document:
        return len(document)
