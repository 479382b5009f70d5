"""Erasing and removing private versions on the command line."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

from planner.app import open_planner
from planner.checks.event import check_event
from planner.operations.erasing import erased_name
from planner.queries.delegations import delegations
from planner.queries.people import person_page
from planner.rules.checks.travel import VERSIONS_KEPT
from tests.planner.conftest import Run
from tests.planner.test_commands import event_of, refusal


def member(sample: Path, event: int) -> int:
    planner = open_planner(str(sample), read_only=True)
    rows = planner.read(delegations, event)
    planner.close()
    return next(one.who.id for row in rows for one in row.members if one.who is not None)


def surnames(sample: Path, person: int) -> set[str]:
    planner = open_planner(str(sample), read_only=True)
    page = planner.read(person_page, person)
    planner.close()
    return {name.surname for name in page.names}


def issue(run: Run, sample: Path, event: int, paper: str, edition: str) -> None:
    said = run("issue-paper", sample, "--event", event, "--paper", paper, "--edition", edition, "--languages", "ru,en",
               "--reason", "why", "--override", "a test", "--holder", "Desk")  # fmt: skip
    assert (said.status, said.error) == (0, "")


def kept_too_long(sample: Path, event: int) -> list[dict[str, str]]:
    planner = open_planner(str(sample), read_only=True)
    found = planner.read(check_event, event, today=date(2024, 8, 1))
    planner.close()
    return [dict(one.values) for one in found if one.message == VERSIONS_KEPT]


def test_person_is_erased_after_it_is_said_what_becomes_of_issued_versions(run: Run, sample: Path) -> None:
    event = event_of(run, sample, "visit")
    person = member(sample, event)
    issue(run, sample, event, "participants", "guest")
    line = f"{event}\tparticipants\t1\t"
    told = run("erase", sample, "--person", person)
    assert (told.status, told.out.startswith(line), told.out.split("\t")[4:]) == (1, True, ["kept", "Desk\n"])
    assert told.error.startswith("Issued versions with this name are listed above.")
    before = surnames(sample, person)
    (row,) = json.loads(run("erase", sample, "--person", person, "--issued", "remove", "--dry-run", "--json").out)
    assert (row["removed"], row["holders"], surnames(sample, person)) == (True, ["Desk"], before)

    done = run("erase", sample, "--person", person, "--issued", "remove")
    assert (done.status, done.out.split("\t")[4], done.error) == (0, "removed", "")
    assert surnames(sample, person) == {erased_name(person, "ru"), erased_name(person, "en")}
    (version,) = json.loads(run("versions", sample, "--event", event, "--json").out)
    assert version["removed"]["because"] == "erasure"
    assert "\tremoved on " in run("versions", sample, "--event", event).out
    said = run("print", sample, "--event", event, "--paper", "participants", "--languages", "ru,en", "--version", 1,
               "--out", sample.with_suffix(".pdf"))  # fmt: skip
    assert refusal(said).startswith("Version 1 was removed on ")
    assert refusal(run("undo", sample)) == "The last step, “Erase a person”, cannot be taken back."
    assert run("verify", sample) == (0, "The office is sound.\n", "")


def test_person_without_issued_versions_is_erased_at_once(run: Run, sample: Path) -> None:
    person = member(sample, event_of(run, sample, "visit"))
    assert run("erase", sample, "--person", person) == (0, "", "")
    assert refusal(run("erase", sample, "--person", 10**6)).startswith("This ")


def test_private_versions_are_removed_and_others_kept(run: Run, sample: Path) -> None:
    event = event_of(run, sample, "visit")
    for paper, edition in (("contacts", "working"), ("participants", "guest")):
        issue(run, sample, event, paper, edition)
    assert kept_too_long(sample, event) == [{"count": "1", "days": "30"}]
    kept = run("remove-versions", sample, "--event", event, "--dry-run")
    assert (kept.status, kept.out.split("\t")[1]) == (0, "contacts working")
    done = run("remove-versions", sample, "--event", event)
    assert (done.status, len(done.out.splitlines()), done.error) == (0, 1, "")
    rows = json.loads(run("versions", sample, "--event", event, "--json").out)
    assert [(row["paper"], bool(row["removed"])) for row in rows] == [("contacts", True), ("participants", False)]
    assert refusal(run("remove-versions", sample, "--event", event)) == (
        "No issued version of this event holds private data."
    )
    assert kept_too_long(sample, event) == []
