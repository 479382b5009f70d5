"""A line to the server cut at a commit: the write is done once or not at all, and it is known which."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from planner.app import Planner, Unsure, open_planner
from planner.errors import ServerGone
from planner.operations.events import add_event, edit_event
from planner.queries.events import events
from planner.queries.history import steps
from planner.rules.text import text
from planner.storage.verify import verify
from tests import postgres
from tests.cut_line import CutLine

pytestmark = pytest.mark.postgres


@pytest.fixture
def line(postgres_cluster: postgres.Cluster) -> Iterator[CutLine]:
    with tempfile.TemporaryDirectory(prefix="planner-line-") as folder:
        line = CutLine(Path(folder), postgres_cluster.folder)
        yield line
        line.close()


@pytest.fixture
def planner(postgres_cluster: postgres.Cluster, postgres_template: str, line: CutLine) -> Iterator[Planner]:
    database = postgres_cluster.new_database(postgres_template)
    planner = open_planner(f"postgresql://{postgres.OWNER}@/{database}?host={line.folder}", author="Anna")
    yield planner
    assert planner.read(verify) == []
    planner.close()
    postgres_cluster.drop(database)


def add(planner: Planner) -> int:
    day = date(2024, 5, 13)
    return int(planner.execute(add_event, "visit", text(en="Visit"), from_day=day, to_day=day, languages=["en"]).result)


def done(planner: Planner) -> list[str]:
    return [step.label for step in reversed(planner.read(steps))]


@pytest.mark.parametrize("cut", ["before", "after"])
def test_write_cut_at_its_commit_is_done_once(planner: Planner, line: CutLine, cut: str) -> None:
    line.cut = cut
    event = add(planner)
    assert (line.cuts, [row.id for row in planner.read(events)], planner.change_number()) == (1, [event], 1)


@pytest.mark.parametrize("cut", ["before", "after"])
def test_write_cut_amid_its_statements_is_done_once(planner: Planner, line: CutLine, cut: str) -> None:
    line.cut, line.at = cut, b"INSERT INTO change"
    event = add(planner)
    assert (line.cuts, [row.id for row in planner.read(events)], planner.change_number()) == (1, [event], 1)


@pytest.mark.parametrize("cut", ["before", "after"])
def test_undo_cut_at_its_commit_is_done_once(planner: Planner, line: CutLine, cut: str) -> None:
    event = add(planner)
    planner.execute(edit_event, event, state="agreed")
    line.cut = cut
    assert planner.undo().ids == {"event": frozenset({event})}
    assert (line.cuts, planner.change_number(), len(planner.read(events))) == (1, 3, 1)


@pytest.mark.parametrize(("cut", "is_done"), [("before", False), ("after", True)])
def test_nobody_can_tell_until_the_server_answers_and_then_it_is_done_at_most_once(
    planner: Planner, line: CutLine, cut: str, *, is_done: bool
) -> None:
    line.cut, line.goes_down = cut, True
    with pytest.raises(ServerGone) as gone:
        add(planner)
    assert str(gone.value).startswith("The connection to the office's server was cut off while this was being written")
    unsure = gone.value.unsure
    assert isinstance(unsure, Unsure)
    with pytest.raises(ServerGone) as still:
        planner.finish(unsure, lambda: pytest.fail("nobody can tell yet"))
    assert still.value.unsure == unsure

    line.is_down = False
    asked: list[int] = []

    def again() -> object:
        asked.append(1)
        return planner.execute(edit_event, add(planner), state="agreed")

    planner.finish(unsure, again)
    assert (len(planner.read(events)), len(asked)) == (1, 0 if is_done else 1)
    planner.finish(unsure, again)
    assert len(planner.read(events)) == (1 if is_done else 2)  # of another step of that number it is not taken for ours


def test_write_cut_before_anything_was_sent_to_be_kept_can_be_asked_again(planner: Planner, line: CutLine) -> None:
    event = add(planner)
    line.is_down = True
    line.drop()
    with pytest.raises(ServerGone) as gone:
        planner.execute(edit_event, event, state="agreed")
    assert (gone.value.unasked, gone.value.unsure) == (True, None)
    line.is_down = False
    planner.execute(edit_event, event, state="agreed")
    assert planner.change_number() == 2
