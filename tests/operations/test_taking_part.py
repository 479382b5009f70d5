"""Painting attendance and noting times as the office keeps them."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, select

from planner.app import Planner, new_office, open_planner
from planner.errors import BadInput
from planner.model.agenda import Attendance, Item
from planner.operations import agenda, delegations, events, run_sheet
from planner.operations.taking_part import Painted, paint_attendance
from planner.queries.delegations import delegations as rows_of
from planner.rules.text import text

DAY = date(2024, 5, 15)


@pytest.fixture
def planner(tmp_path: Path) -> Any:
    new_office(str(tmp_path / "a.office"))
    opened = open_planner(str(tmp_path / "a.office"), author="A")
    yield opened
    opened.close()


def add_event(planner: Planner) -> tuple[int, int, list[int]]:
    """Add an event with an item; return its id, the item's, and the ids of three places of its guests."""
    event = planner.execute(events.add_event, "visit", text(en="V"), from_day=DAY, to_day=DAY, languages=["en"]).result
    item = planner.execute(agenda.add_item, event, text(en="Talks"), day=DAY, start=600, end=660).result
    guests = next(row.id for row in planner.read(rows_of, event) if row.side == "guest")
    posts = [text(en=f"Deputy {number}") for number in range(3)]
    places = [planner.execute(delegations.add_member, guests, post_title=post).result for post in posts]
    return event, item, places


def kept(db: Connection) -> list[tuple[int, str, str, int | None, int | None]]:
    """Return id, role, side, delegation and place of each attendance."""
    one = Attendance
    return [tuple(row) for row in db.execute(
        select(one.id, one.role, one.side, one.delegation_id, one.participation_id).order_by(one.id)
    )]  # fmt: skip


def noted(db: Connection) -> list[tuple[Any, ...]]:
    """Return what is noted of each item."""
    return [tuple(row) for row in db.execute(select(Item.actual_start, Item.actual_end, Item.run).order_by(Item.id))]


def test_one_stroke_over_many_is_one_step_and_rows_that_stay_keep_their_ids(planner: Planner) -> None:
    _event, item, places = add_event(planner)
    first = planner.execute(agenda.add_attendance, item, role="chair", participation_id=places[0]).result
    before = planner.read(kept)
    planner.execute(paint_attendance, [Painted(item, participation_id=one) for one in places])
    after = planner.read(kept)
    assert [(role, place) for _id, role, _side, _delegation, place in after] == [
        ("chair", places[0]), ("takes-part", places[1]), ("takes-part", places[2]),
    ]  # fmt: skip
    assert after[0][0] == first
    planner.undo()
    assert planner.read(kept) == before


def test_excluding_one_of_a_side_resolves_it_in_the_same_step(planner: Planner) -> None:
    _event, item, places = add_event(planner)
    planner.execute(paint_attendance, [Painted(item, side="guest")])
    before = planner.read(kept)
    planner.execute(paint_attendance, [Painted(item, participation_id=places[1])], on=False)
    assert [row[4] for row in planner.read(kept)] == [places[0], places[2]]
    planner.undo()
    assert planner.read(kept) == before


def test_one_person_is_taken_off_several_items_at_once(planner: Planner) -> None:
    event, item, places = add_event(planner)
    other = planner.execute(agenda.add_item, event, text(en="Lunch")).result
    for one in (item, other):
        planner.execute(paint_attendance, [Painted(one, participation_id=places[0])])
    planner.execute(paint_attendance, [Painted(one, participation_id=places[0]) for one in (item, other)], on=False)
    assert planner.read(kept) == []


def test_painting_what_is_there_already_is_no_step(planner: Planner) -> None:
    _event, item, places = add_event(planner)
    planner.execute(paint_attendance, [Painted(item, side="guest")])
    assert planner.execute(paint_attendance, [Painted(item, participation_id=places[0])]).number == 0


def test_a_topic_is_spoken_by_whom_it_is_painted(planner: Planner) -> None:
    event, item, places = add_event(planner)
    topic = planner.execute(agenda.add_item, event, text(en="T"), parent_id=item, kind="topic").result
    planner.execute(paint_attendance, [Painted(topic, participation_id=places[0])])
    assert [row[1] for row in planner.read(kept)] == ["speaker"]


def test_strangers_and_cells_of_nobody_are_refused(planner: Planner) -> None:
    _event, item, _places = add_event(planner)
    _other, strange_item, strangers = add_event(planner)
    for cells in (
        [Painted(item, participation_id=strangers[0])], [Painted(item)], [Painted(item, side="nobody")],
        [Painted(item, side="guest", participation_id=1)],
        [Painted(item, side="guest"), Painted(strange_item, side="guest")],
    ):  # fmt: skip
        with pytest.raises(BadInput):
            planner.execute(paint_attendance, cells)
    assert planner.read(kept) == []


def test_begun_and_over_are_noted_and_taken_back(planner: Planner) -> None:
    _event, item, _places = add_event(planner)
    planner.execute(run_sheet.begin_item, item, 607)
    assert planner.read(noted) == [(607, None, {})]
    planner.execute(run_sheet.finish_item, item, 665)
    assert planner.read(noted) == [(607, 665, {})]
    planner.undo()
    planner.undo()
    assert planner.read(noted) == [(None, None, {})]


def test_what_is_over_without_having_begun_began_on_time(planner: Planner) -> None:
    _event, item, _places = add_event(planner)
    planner.execute(run_sheet.finish_item, item, 650)
    assert planner.read(noted) == [(600, 650, {})]
    with pytest.raises(BadInput):
        planner.execute(run_sheet.note_times, item, start=None, end=650)


def test_words_of_the_run_sheet_are_kept_by_field_and_emptied(planner: Planner) -> None:
    _event, item, _places = add_event(planner)
    planner.execute(run_sheet.write_run, item, "cue", "music")
    planner.execute(run_sheet.write_run, item, "position", "row 6")
    planner.execute(run_sheet.write_run, item, "cue", " ")
    assert planner.read(noted) == [(None, None, {"position": "row 6"})]
    with pytest.raises(BadInput):
        planner.execute(run_sheet.write_run, item, "song", "x")
