"""After any edit, looking again at what it touched finds what looking at everything finds."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from pathlib import Path
from shutil import copy
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, note, settings
from hypothesis import strategies as st

from planner.app import Planner, open_planner
from planner.checks import gather, remembered
from planner.checks.event import check_event, fixes_of
from planner.errors import NothingToUndo, PlannerError, StaleUndo
from planner.model.base import Base
from planner.operations import agenda, delegations, events, organisations, people, venues
from planner.operations.people import NewName
from planner.operations.registry import REGISTRY
from planner.rules.checks.engine import run
from planner.rules.checks.facts import Facts
from planner.rules.findings import Finding, identity
from planner.rules.text import text
from tests.operations.drawing import draw_call, ids_of

FIRST, SECOND = date(2026, 9, 1), date(2026, 9, 2)
NEAR = {
    "day": st.sampled_from([FIRST, FIRST, SECOND, None]),
    "start": st.integers(90, 130).map(lambda one: one * 10),
    "end": st.integers(91, 135).map(lambda one: one * 10),
    "from_day": st.just(FIRST), "to_day": st.sampled_from([FIRST, SECOND]),
    "kind": st.sampled_from(["meeting", "talks", "meal", "free-time", "session", "talk", "departure", "arrival"]),
}  # fmt: skip
"""Values that bring things near one another, so that there is something to find."""
# An example makes an office: to shrink one takes minutes, so the steps are noted instead.
PHASES = (Phase.explicit, Phase.reuse, Phase.generate)
OFTEN = (
    "add_item", "move_item", "resize_item", "edit_item", "place_item", "add_attendance", "remove_attendance",
    "remove_item", "edit_member", "add_member", "write_text",
)  # fmt: skip


def furnished(planner: Planner) -> int:
    """Make an event with people, places and a few items; return its id."""

    def do(operation: Any, *args: Any, **values: Any) -> Any:
        return planner.execute(operation, *args, **values).result

    def event(title: str) -> int:
        words = text(ru=f"{title} ru", en=title)
        return int(do(events.add_event, "visit", words, from_day=FIRST, to_day=SECOND, languages=["ru", "en"],
                      host_zone="Asia/Krasnoyarsk"))  # fmt: skip

    mine, other = event("Visit"), event("Conference")
    unit = do(organisations.add_organisation, text(ru="Мэрия", en="Mayor"), kind="city", country="KG")
    venue = do(venues.add_venue, text(ru="Дом", en="House"))
    rooms = [do(venues.add_room, venue, text(ru="Зал", en=f"Hall {n}"), capacity={"table": n}) for n in (1, 9)]
    do(venues.set_opening_hours, venue, [(weekday, 540, 1200) for weekday in range(6)])
    persons = [do(people.add_person, [NewName("ru", f"А{n}"), NewName("en", f"A{n}")]) for n in range(4)]
    for one in (mine, other):
        sides = [row.id for row in planner.read(_rows, one)]
        do(delegations.edit_delegation, sides[0], organisation_id=unit)
        for place, person in enumerate(persons):
            capacity = "head" if place < 2 else "member"
            do(delegations.add_member, sides[place % 2], person, capacity=capacity)
        for start in (560, 600, 620, 780):
            item = do(agenda.add_item, one, text(ru="Встреча", en="Talks"), day=FIRST, start=start, end=start + 50)
            do(agenda.place_item, item, venue_id=None, room_id=rooms[start % 3 % 2])
            do(agenda.add_attendance, item, side="guest")
    return mine


@pytest.fixture(scope="module")
def furnished_office(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, int]:
    """An office with a furnished event, to be copied; and the event's id."""
    path = tmp_path_factory.mktemp("furnished") / "furnished.office"
    copy(sqlite_template, path)
    planner = open_planner(str(path), author="A")
    event = furnished(planner)
    planner.close()
    return path, event


def opened(template: Path, path: Path) -> Planner:
    """Open a copy of an office in the place of what was there."""
    for part in ("", "-wal", "-shm", ".lock"):
        path.with_name(path.name + part).unlink(missing_ok=True)
    copy(template, path)
    return open_planner(str(path), author="A")


def _rows(db: Any, event_id: int) -> Any:
    from planner.queries.delegations import delegations as rows

    return rows(db, event_id)


def in_full(db: Any, event_id: int) -> tuple[Facts, tuple[Finding, ...]]:
    """Return facts and findings read from the office alone."""
    facts = gather.gather(db, event_id)
    return facts, run(facts).findings


def differing(one: Facts, other: Facts) -> list[str]:
    """Return the fields in which two readings of facts differ."""
    names = [field.name for field in fields(Facts)]
    return [name for name in names if getattr(one, name) != getattr(other, name)]


def some_step(planner: Planner, draw: Any) -> None:
    """Run one drawn operation, or take one back."""
    name = draw(st.sampled_from([*OFTEN, *OFTEN, "undo", "undo", *sorted(REGISTRY)]))
    note(name)
    try:
        if name == "undo":
            planner.undo()
            return
        call = draw_call(draw, name, planner.read(ids_of))
        if call is None:
            return
        if name in OFTEN or name.endswith("_event"):
            call |= {key: draw(values) for key, values in NEAR.items() if key in call}
        note(str(call))
        planner.execute(REGISTRY[name].function, **call)
    except (PlannerError, NothingToUndo, StaleUndo):
        return


@settings(suppress_health_check=list(HealthCheck), max_examples=20, phases=PHASES)
@given(data=st.data())
def test_findings_after_any_edit_equal_a_full_run(
    furnished_office: tuple[Path, int], tmp_path: Path, data: st.DataObject
) -> None:  # fmt: skip
    template, event = furnished_office
    planner = opened(template, tmp_path / "one.office")
    planner.read(check_event, event)
    for _ in range(data.draw(st.integers(3, 12))):
        some_step(planner, data.draw)
        if event not in planner.read(ids_of)["event"]:
            break
        known = planner.read(remembered.results, event)
        facts, findings = planner.read(in_full, event)
        assert differing(known.facts, facts) == []
        assert known.findings == findings
    planner.close()


@settings(suppress_health_check=list(HealthCheck), max_examples=15, phases=PHASES)
@given(data=st.data())
def test_every_fix_offered_mends_its_finding_and_undo_brings_it_back(
    furnished_office: tuple[Path, int], tmp_path: Path, data: st.DataObject
) -> None:
    template, event = furnished_office
    planner = opened(template, tmp_path / "two.office")
    for _ in range(data.draw(st.integers(0, 8))):
        some_step(planner, data.draw)
    if event not in planner.read(ids_of)["event"]:
        planner.close()
        return
    before = planner.read(check_event, event)
    for finding in before[:12]:
        for fix in planner.read(fixes_of, event, finding):
            planner.execute(REGISTRY[fix.operation].function, **fix.arguments)
            left = {identity(one) for one in planner.read(check_event, event)}
            assert identity(finding) not in left, fix
            assert left <= {identity(one) for one in before}, fix
            planner.undo()
            assert planner.read(check_event, event) == before
    planner.close()


def test_every_table_is_read_by_the_checks_or_left_out_on_purpose() -> None:
    read = gather.PEOPLE | gather.EVENT | gather.ITEMS | gather.OTHERS | gather.PLACES | gather.LOGISTICS
    read |= gather.CALENDAR | gather.SEATING | frozenset().union(*gather.SECTIONS.values())
    assert read & gather.UNREAD == frozenset()
    assert set(Base.metadata.tables) == read | gather.UNREAD


def test_facts_that_did_not_change_stay_the_same_objects(furnished_office: tuple[Path, int], tmp_path: Path) -> None:
    template, event = furnished_office
    planner = opened(template, tmp_path / "three.office")
    first = planner.read(remembered.results, event).facts
    item = min(first.items)
    planner.execute(agenda.move_item, item, FIRST, 1000)
    second = planner.read(remembered.results, event).facts
    assert [name for name in Facts.__slots__ if getattr(first, name) is not getattr(second, name)] == ["items"]
    assert [one for one in first.items if first.items[one] is not second.items[one]] == [item]
    planner.close()
