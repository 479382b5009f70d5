"""A file moved, removed or replaced while it is open: a write would go where nobody looks, so it is refused."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from planner.app import Planner, open_planner
from planner.errors import FileProblem
from planner.operations import people
from planner.operations.people import NewName
from planner.storage.backup import back_up, backup_folder, backups
from planner.storage.verify import verify
from tests.storage.conftest import sha256

GONE = (
    "city.office is no longer where it was, or another file is in its place. Nothing was changed; "
    "put it back, or go on with a copy of all that was saved: {}."
)


@pytest.fixture
def planner(office: Path) -> Iterator[Planner]:
    shutil.rmtree(backup_folder(office), ignore_errors=True)
    planner = open_planner(str(office), author="Aida")
    add(planner)
    yield planner
    planner.close()


def add(planner: Planner) -> None:
    planner.execute(people.add_person, [NewName("en", "Kabaev")])


def rescued(office: Path) -> Path:
    """Return the one copy that was rescued of an office."""
    (copy,) = backups(backup_folder(office))
    return copy


def number_in(office: Path) -> int:
    """Return the change number of a sound office."""
    found = open_planner(str(office), author="Aida", read_only=True)
    assert found.read(verify) == []
    number = found.change_number()
    found.close()
    return number


def test_removed_office_takes_no_edit_and_no_undo_and_is_rescued(planner: Planner, office: Path) -> None:
    number = planner.change_number()
    office.unlink()
    for attempt in (lambda: add(planner), planner.undo):
        with pytest.raises(FileProblem) as refused:
            attempt()
        assert str(refused.value) == GONE.format(rescued(office))
    assert not office.exists()
    assert number_in(rescued(office)) == number


def test_office_removed_while_nobody_looks_is_rescued_at_the_end(planner: Planner, office: Path) -> None:
    number = planner.change_number()
    office.unlink()
    planner.close()
    assert number_in(rescued(office)) == number


def test_moved_office_keeps_all_that_was_saved_and_works_when_put_back(planner: Planner, office: Path) -> None:
    number, moved = planner.change_number(), office.with_name("moved.office")
    office.rename(moved)
    with pytest.raises(FileProblem) as refused:
        add(planner)
    assert str(refused.value) == GONE.format(rescued(office))
    moved.rename(office)
    add(planner)
    assert planner.change_number() == number + 1
    office.rename(moved)
    planner.close()
    assert number_in(moved) == number + 1


@pytest.mark.parametrize("replace", [shutil.copy, lambda new, old: Path(new).replace(old)])
def test_replaced_office_is_neither_written_nor_mixed_with_the_new_one(
    planner: Planner, office: Path, furnished_template: Path, replace: Callable[[Path, Path], object]
) -> None:
    new, old, number = office.with_name("new"), office.with_name("old.office"), planner.change_number()
    shutil.copy(furnished_template, new)
    office.rename(old)
    replace(new, office)
    before = sha256(office)
    with pytest.raises(FileProblem) as refused:
        add(planner)
    assert str(refused.value) == GONE.format(rescued(office))
    planner.close()
    assert sha256(office) == before
    assert number_in(old) == number
    found = open_planner(str(office), author="Aida")
    assert found.read(verify) == []
    add(found)
    found.close()


def test_backup_of_a_removed_office_is_refused_not_made_empty(planner: Planner, office: Path) -> None:
    kept = office.parent / "kept"
    office.unlink()
    with pytest.raises(FileProblem) as refused:
        back_up(office, kept)
    assert str(refused.value) == f"There is no file {office}."
    assert not kept.exists()


def test_folder_that_vanished_is_said_in_words(planner: Planner, office: Path) -> None:
    away = office.parent.with_name("away")
    office.parent.rename(away)
    with pytest.raises(FileProblem) as refused:
        add(planner)
    assert str(refused.value) == GONE.format(rescued(office))
    away.rename(office.parent)
    add(planner)
