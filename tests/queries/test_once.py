from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection

from planner.app import Planner, open_planner
from planner.errors import PlannerError
from planner.operations import events as writing
from planner.operations.texts import write_text
from planner.paper_choice import Choice
from planner.paper_set import SET
from planner.paper_subjects import around, field_of, subjects
from planner.queries.events import event_page, events
from planner.queries.once import asked_once, once, reading_once
from planner.rules.kinds import EventKind
from planner.rules.text import text


@pytest.fixture
def sample(sample_template: Path) -> Iterator[Planner]:
    opened = open_planner(str(sample_template), read_only=True)
    yield opened
    opened.close()


def drafts(db: Connection, event_id: int) -> Iterator[Choice]:
    """Yield every paper of the set, of everything it may be of."""
    found = around(db, event_id)
    for paper in SET:
        field = field_of(paper)
        for values in [{field: one.id} for one in subjects(paper, found)] if field else [{}]:
            yield Choice(paper, event_id, ("ru", "en"), edition="working", **values)


def made_of(db: Connection, choice: Choice) -> Any:
    """Return what a paper is made of, or why it cannot be had."""
    try:
        return SET[choice.paper].gather(db, choice)
    except PlannerError as error:
        return error.message, error.values


@pytest.mark.parametrize("kind", [EventKind.VISIT, EventKind.MEETING, EventKind.CONFERENCE])
def test_every_paper_is_made_of_the_same_whether_read_once_or_anew(sample: Planner, kind: EventKind) -> None:
    event = next(row.id for row in sample.read(events) if row.kind is kind)

    def both(db: Connection) -> tuple[list[Any], list[Any]]:
        choices = list(drafts(db, event))
        anew = [made_of(db, choice) for choice in choices]
        with reading_once(db):
            kept = [made_of(db, choice) for choice in choices]
        return anew, kept

    anew, kept = sample.read(both)
    assert len(anew) > len(SET) / 2
    assert kept == anew


def test_query_is_asked_once_for_each_of_its_arguments(sample: Planner) -> None:
    asked: list[tuple[int, bool]] = []

    @asked_once
    def query(_db: Connection, number: int, *, twice: bool = False) -> int:
        asked.append((number, twice))
        return number * (1 + twice)

    def read(db: Connection) -> list[int]:
        with reading_once(db):
            first = [query(db, 3), query(db, 4), query(db, 3), query(db, 3, twice=True)]
            with reading_once(db):
                again = [query(db, 4), query(db, 3, twice=True)]
            return [*first, *again, query(db, 3)]

    assert sample.read(read) == [3, 4, 3, 6, 4, 6, 3]
    assert asked == [(3, False), (4, False), (3, True)]


def test_refusal_is_told_each_time(sample: Planner) -> None:
    def read(db: Connection) -> list[str]:
        found = []
        with reading_once(db):
            for _time in range(2):
                with pytest.raises(PlannerError) as refusal:
                    once(db, event_page, 999)
                found.append(refusal.value.message)
        return found

    assert sample.read(read) == ["There is no event {number}. The command events lists them."] * 2


def test_what_was_written_since_is_read_by_the_next(empty_office_url: str) -> None:
    planner = open_planner(empty_office_url, author="Aida")
    try:
        day = planner.now().date()
        event = planner.execute(
            writing.add_event, "visit", text(ru="Визит"), from_day=day, to_day=day, languages=["ru"]
        ).result

        def title(db: Connection) -> str:
            with reading_once(db):
                return event_page(db, event).title.get("ru")

        def beside(db: Connection) -> tuple[str, str, str]:
            with reading_once(db):
                before = event_page(db, event).title.get("ru")
                planner.execute(write_text, "event", event, "title", language="ru", words="Встреча")
                return before, event_page(db, event).title.get("ru"), planner.read(title)

        assert planner.read(beside) == ("Визит", "Визит", "Встреча")
        assert planner.read(title) == "Встреча"
    finally:
        planner.close()
