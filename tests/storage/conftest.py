"""A small office with a person, an event and an item, and what the tests of storage ask of files."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from planner.app import Planner, new_office, open_planner
from planner.operations import agenda, delegations, events, people
from planner.operations.people import NewName
from planner.rules.text import text

DAY = date(2026, 9, 1)


def sha256(path: Path) -> str:
    """Return the checksum of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def furnish(planner: Planner) -> int:
    """Add a visit with a guest and an item; return the event's id."""
    event = planner.execute(
        events.add_event, "visit", text(ru="Визит", en="Visit"), from_day=DAY, to_day=DAY, languages=["ru", "en"]
    ).result
    names = [NewName("ru", "Иманалиев", "Кубанычбек"), NewName("en", "Imanaliev", "Kubanychbek")]
    person = planner.execute(people.add_person, names, country="KG").result
    planner.execute(people.write_private, person, passport_number="AC1234567", diet="halal")
    delegation = planner.execute(delegations.add_delegation, event, "guest").result
    planner.execute(delegations.add_member, delegation, person, capacity="head")
    planner.execute(agenda.add_item, event, text(ru="Встреча", en="Meeting"), day=DAY, start=600, end=660)
    return int(event)


@pytest.fixture(scope="session")
def furnished_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A furnished office file, to be copied."""
    path = tmp_path_factory.mktemp("furnished") / "office.office"
    new_office(str(path))
    planner = open_planner(str(path), author="Aida")
    furnish(planner)
    planner.close()
    return path


@pytest.fixture
def office(furnished_template: Path, tmp_path: Path) -> Path:
    """A furnished office file of this test's own."""
    path = tmp_path / "city.office"
    shutil.copy(furnished_template, path)
    path.chmod(0o600)
    return path


@pytest.fixture
def usual_umask() -> Iterator[None]:
    """What most systems start a program with; the command line changes it for the whole process."""
    before = os.umask(0o022)
    yield
    os.umask(before)
