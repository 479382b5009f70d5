"""Thousands of rows take another way to the database than a few; what is written must be the same."""

from __future__ import annotations

from planner.app import open_planner
from planner.operations.import_people import apply_import
from planner.queries.delegations import delegations
from planner.queries.participants import participant_rows
from planner.storage.bulk import FEW
from planner.storage.verify import verify
from tests.benchmarks.delegates import new_event, preview, records

MANY = FEW + 20


def test_import_of_many_is_read_back_as_it_was_given(empty_office_url: str) -> None:
    planner = open_planner(empty_office_url, author="A")
    event = new_event(planner)
    planner.execute(apply_import, event, preview(MANY), side="guest", source="list.csv")
    found = {
        (row.surname, row.given, row.position, row.organisation)
        for row in planner.read(participant_rows, event, language="ru")
    }
    given = {(*record.names["ru"][:2], record.position["ru"], record.organisation["ru"]) for record in records(MANY)}
    assert found == given
    assert planner.read(verify) == []
    planner.close()


def test_undo_and_redo_of_many_lead_back_and_forth(empty_office_url: str) -> None:
    planner = open_planner(empty_office_url, author="A")
    event = new_event(planner)
    before = planner.read(delegations, event)
    planner.execute(apply_import, event, preview(MANY), side="guest", source="list.csv")
    after = planner.read(delegations, event)
    planner.undo()
    assert planner.read(delegations, event) == before
    planner.redo()
    assert planner.read(delegations, event) == after
    assert planner.read(verify) == []
    planner.close()
