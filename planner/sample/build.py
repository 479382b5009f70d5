"""Builds the sample office from its parts, with a clock of its own so that its papers are always the same."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from planner.app import Planner, new_office, open_planner
from planner.language.catalog import mark
from planner.operations import events, office
from planner.rules.text import text
from planner.sample import (
    badges,
    championship,
    conference,
    earlier,
    follow_up,
    meeting,
    pictures,
    preparation,
    registers,
    seats,
    signing,
    visit,
)

AUTHOR = "sample"
BUILT = datetime(2024, 4, 9, 10, 40, tzinfo=UTC)
"""The eve of the meeting, 17:40 in Krasnoyarsk."""

NOTICE = mark(
    "Sample. The working meeting of 10 April 2024, Vladislav Loginov, Azamat Kabaev, Nazgul Bataeva and "
    "Kubanychbek Imanaliev are from the city's own reports; all other people, and the days, hours and "
    "particulars of the other events, are invented."
)


def build_sample(where: str) -> None:
    """Make the sample office at a path or in an empty database. Raise FileProblem if something is there."""
    new_office(where)
    try:
        planner = open_planner(where, author=AUTHOR, clock=lambda: BUILT)
        try:
            _build(planner)
        finally:
            planner.close()
    except BaseException:
        _clear_away(where)
        raise


def _clear_away(where: str) -> None:
    """Leave no half-made sample behind, which the next start would take for a whole one."""
    if "://" not in where:
        path = Path(where)
        for part in ("", "-wal", "-shm", ".lock"):
            path.with_name(path.name + part).unlink(missing_ok=True)


def _build(planner: Planner) -> None:
    name = text(ru="Администрация города Красноярска", en="Krasnoyarsk City Administration")
    planner.execute(office.name_office, name)
    planner.execute(office.set_office, "office.city", {"zone": "Asia/Krasnoyarsk", "country": "RU"})
    planner.execute(office.set_office, "sample", NOTICE)
    known = registers.build(planner)
    first = meeting.build(planner, known)
    second = visit.build(planner, known)
    third = conference.build(planner, known)
    past = championship.build(planner, known)
    planner.execute(events.link_events, past, first)
    planner.execute(events.link_events, first, second)
    planner.execute(events.link_events, second, third)
    follow_up.build(planner, known, first)
    seats.build(planner, first, second)
    earlier.build(planner, known)
    follow_up.run_the_visit(planner, second)
    signing.build(planner, known, second)
    badges.build(planner, second)
    pictures.build(planner, known, first)
    preparation.build(planner, known, second)
