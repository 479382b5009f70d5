"""Undo and redo of every registered operation (architecture 5), on both engines, across restarts."""

from __future__ import annotations

import inspect
import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, select

from planner.app import Planner, open_planner
from planner.errors import NothingToUndo, PlannerError
from planner.model.base import Base
from planner.operations.registry import REGISTRY
from planner.storage.images import encode_values
from planner.storage.verify import verify
from tests.operations.conftest import Offices
from tests.operations.drawing import BY_HAND, draw_call, ids_of, knows

NAMES = sorted(REGISTRY)


def dump(db: Connection) -> str:
    """Return the product's rows, byte for byte."""
    tables: dict[str, list[Any]] = {}
    there = ids_of(db)
    for name, table in sorted(Base.metadata.tables.items()):
        if not there[name]:
            tables[name] = []  # most of sixty tables have no row to ask for
            continue
        rows = db.execute(select(table).order_by(table.c.id)).mappings()
        tables[name] = [encode_values(table, {c.name: row[c.key] for c in table.columns}) for row in rows]
    return json.dumps(tables, sort_keys=True, ensure_ascii=False)


def undo_all(planner: Planner) -> int:
    """Take back everything; return the number of steps."""
    count = 0
    while True:
        try:
            planner.undo()
        except NothingToUndo:
            return count
        count += 1


def run_some(planner: Planner, draw: Any) -> str:
    """Run drawn operations; return the dump to which undo must lead: after the last that cannot be taken back."""
    floor = planner.read(dump)
    made = ["add_event", "add_person", "add_organisation", "add_venue"]
    drawn = draw(st.lists(st.sampled_from(NAMES), min_size=4, max_size=25))
    for name in made + drawn:
        call = draw_call(draw, name, planner.read(ids_of))
        if call is None:
            continue
        before = planner.change_number()
        try:
            planner.execute(REGISTRY[name].function, **call)
        except PlannerError:
            assert planner.change_number() == before
            continue
        if not REGISTRY[name].undoable and planner.change_number() != before:
            floor = planner.read(dump)
    return floor


@settings(suppress_health_check=list(HealthCheck), max_examples=30)
@given(data=st.data())
def test_undo_all_leads_back_and_redo_all_forth_also_after_reopening(
    empty_offices: Offices, data: st.DataObject
) -> None:
    with empty_offices() as url:
        planner = open_planner(url, author="A")
        floor = run_some(planner, data.draw)
        last = planner.read(dump)
        planner = _reopened(planner, url)
        steps = undo_all(planner)
        assert planner.read(dump) == floor
        planner = _reopened(planner, url)
        for _ in range(steps):
            planner.redo()
        assert planner.read(dump) == last
        assert planner.read(verify) == []
        undo_all(planner)
        assert planner.read(dump) == floor
        planner.close()


def _reopened(planner: Planner, url: str) -> Planner:
    planner.close()
    return open_planner(url, author="A")


@pytest.mark.parametrize("name", NAMES)
def test_every_operation_says_what_its_step_is_called(name: str) -> None:
    assert REGISTRY[name].label
    assert REGISTRY[name].function.__doc__


def test_the_drawing_knows_every_parameter_of_every_operation() -> None:
    unknown = [
        f"{name}({parameter.name})"
        for name, registered in REGISTRY.items()
        if name not in BY_HAND
        for parameter in list(inspect.signature(registered.function).parameters.values())[1:]
        if not knows(name, parameter)
    ]
    assert unknown == []
