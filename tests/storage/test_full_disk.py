"""On a full disk nothing is lost and the sentence says so; with room again the work goes on."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from planner import importing
from planner.app import Planner, new_office, open_planner
from planner.errors import FileProblem
from planner.exchange.files_out import write_whole
from planner.operations import people
from planner.papers import Choice, Paper, print_paper
from planner.rules.kinds import Side
from planner.sample import build_sample
from planner.storage.backup import back_up, backups, restore
from planner.storage.verify import verify
from tests.operations.drawing import ids_of
from tests.operations.test_undo_of_everything import dump
from tests.storage.conftest import sha256
from tests.storage.faults import fill, sentence_of, small_disk

pytestmark = pytest.mark.skipif(os.name == "nt", reason="a small disk is mounted as Linux does")

NO_ROOM = "FileProblem: There is no room left on the disk of {}. Nothing was changed; make room and try again."


@pytest.fixture
def disk() -> Iterator[Path]:
    with small_disk("3m") as folder:
        yield folder


@pytest.fixture
def planner(disk: Path, furnished_template: Path) -> Iterator[Planner]:
    """An office, open for writing, on the small disk."""
    path = disk / "city.office"
    shutil.copy(furnished_template, path)
    planner = open_planner(str(path), author="Aida")
    yield planner
    planner.close()


def rows(planner: Planner) -> tuple[Any, ...]:
    """Return what tells one state of the office from another."""
    return (planner.change_number(), planner.read(dump))


def people_of(planner: Planner) -> list[int]:
    """Return the ids of the register."""
    return planner.read(ids_of)["person"]


@pytest.mark.parametrize("left", [0, 4096, 16384, 40960])
def test_edit_on_a_full_disk_is_refused_and_goes_on_with_room(planner: Planner, disk: Path, left: int) -> None:
    person = people_of(planner)[0]
    planner.execute(people.edit_person, person, note="first")
    ballast = fill(disk, leave=left)
    saved, refused = rows(planner), ""
    for number in range(60):
        try:
            planner.execute(people.edit_person, person, note=f"{number} " + "ж" * 15_000)
            saved = rows(planner)
        except FileProblem as error:
            refused = f"FileProblem: {error}"
            break
    assert refused == NO_ROOM.format("city.office")
    assert rows(planner) == saved
    ballast.unlink()
    assert planner.read(verify) == []
    planner.execute(people.edit_person, person, note="with room")
    assert planner.change_number() == saved[0] + 1
    assert planner.read(verify) == []


def test_office_on_a_full_disk_opens_for_reading_and_says_why(disk: Path, furnished_template: Path) -> None:
    path = disk / "city.office"
    shutil.copy(furnished_template, path)
    before = sha256(path)
    ballast = fill(disk)
    planner = open_planner(str(path), author="Aida")
    assert planner.read(verify) == []
    assert sentence_of(planner.undo) == (
        "ReadOnly: There is no room left on the disk of city.office, so it is open for reading only. "
        "Make room, and open it again."
    )
    planner.close()
    assert sha256(path) == before
    ballast.unlink()
    planner = open_planner(str(path), author="Aida")
    planner.undo()
    planner.close()


def test_import_on_a_full_disk_leaves_the_office_as_it_was(planner: Planner, disk: Path, tmp_path: Path) -> None:
    table = tmp_path / "list.csv"
    lines = [f"Surname{n},Given{n},Adviser {n} {'x' * 200}" for n in range(1500)]
    table.write_text("\n".join(["Surname,Given name,Position", *lines]), encoding="utf-8")
    read = importing.read_table(table)
    mapping = planner.read(importing.match_columns, read, ("en", "ru"))
    prepared = planner.read(importing.prepare, 1, read, mapping, side=Side.GUEST, language="en")
    assert prepared.preview.counts.new == 1500
    ballast = fill(disk, leave=60_000)
    saved = rows(planner)
    assert sentence_of(lambda: importing.apply(planner, prepared)) == NO_ROOM.format("city.office")
    # The columns are remembered as a step of their own, which may have had room.
    assert rows(planner)[0] in (saved[0], saved[0] + 1)
    ballast.unlink()
    assert planner.read(verify) == []
    assert len(people_of(planner)) == 1


def test_backup_on_a_full_disk_leaves_no_half_and_no_checksum(planner: Planner, disk: Path, tmp_path: Path) -> None:
    kept = disk / "kept"
    good = back_up(disk / "city.office", kept)
    for left in (0, 8192, 100_000):
        ballast = fill(disk, leave=left)
        said = sentence_of(lambda: back_up(disk / "city.office", kept))
        assert said.startswith("FileProblem: There is no room left on the disk of ")
        assert sorted(path.name for path in kept.iterdir()) == [good.name, good.name + ".sha256"]
        ballast.unlink()
    assert len(backups(kept)) == 1
    assert back_up(disk / "city.office", tmp_path / "other disk").exists()


def test_restore_on_a_full_disk_leaves_the_office(disk: Path, office: Path) -> None:
    made = back_up(office, office.parent / "kept")
    there = disk / "city.office"
    shutil.copy(office, there)
    before = sha256(there)
    ballast = fill(disk, leave=50_000)
    assert sentence_of(lambda: restore(there, made)) == NO_ROOM.format("city.office")
    assert sha256(there) == before
    ballast.unlink()
    assert sorted(path.name for path in disk.iterdir()) == ["city.office", "city.office.lock"]


def test_paper_on_a_full_disk_leaves_the_old_one(planner: Planner, disk: Path) -> None:
    paper = planner.read(print_paper, Choice(Paper.PROGRAMME, 1, ("ru", "en"))).pdf
    out = disk / "programme.pdf"
    write_whole(out, b"the old one")
    for left in (0, 4096, len(paper) - 4096):
        ballast = fill(disk, leave=left)
        assert sentence_of(lambda: write_whole(out, paper)) == (
            f"FileProblem: There is no room left where {out} should go. "
            "The old file, if any, is as it was; choose another place."
        )
        assert out.read_bytes() == b"the old one"
        assert [path.name for path in disk.iterdir() if path.name.startswith(".")] == []
        ballast.unlink()
    write_whole(out, paper)
    assert out.read_bytes() == paper


@pytest.mark.parametrize("make", [new_office, build_sample])
@pytest.mark.parametrize("left", [0, 8192, 200_000])
def test_new_office_on_a_full_disk_leaves_nothing(disk: Path, make: Any, left: int) -> None:
    ballast = fill(disk, leave=left)
    said = sentence_of(lambda: make(str(disk / "city.office")))
    assert said == NO_ROOM.format("city.office")
    ballast.unlink()
    left_over = sorted(path.name for path in disk.iterdir())
    assert left_over in ([], ["city.office", "city.office.lock"])
    if left_over:
        planner = open_planner(str(disk / "city.office"), author="Aida")
        assert planner.read(verify) == []
        planner.close()
