"""Whatever holds names is for its owner alone, also where the system would let everybody read (promise 22)."""

from __future__ import annotations

import os
import shutil
import stat
from datetime import UTC, datetime
from pathlib import Path

import pytest

from planner.app import new_office, open_planner
from planner.exchange.files_out import write_whole
from planner.operations import people
from planner.operations.people import NewName
from planner.storage.backup import back_up, backup_folder, restore

pytestmark = [
    pytest.mark.usefixtures("usual_umask"),
    pytest.mark.skipif(os.name == "nt", reason="Windows keeps rights in another way"),
]


def rights(folder: Path) -> dict[str, str]:
    """Return the rights of everything below a folder, by name."""
    return {
        path.relative_to(folder).as_posix(): oct(stat.S_IMODE(path.lstat().st_mode)) for path in folder.rglob("*")
    }


def test_office_its_log_and_its_lock_are_private_while_written(tmp_path: Path) -> None:
    path = tmp_path / "city.office"
    new_office(str(path))
    planner = open_planner(str(path), author="Aida")
    planner.execute(people.add_person, [NewName("en", "Kabaev")])
    assert rights(tmp_path) == dict.fromkeys(
        ["city.office", "city.office-wal", "city.office-shm", "city.office.lock"], "0o600"
    )
    planner.close()
    assert rights(tmp_path) == dict.fromkeys(["city.office", "city.office.lock"], "0o600")


def test_backups_and_their_folders_are_private(office: Path) -> None:
    own = office.parent / "kept" / "here"
    made = back_up(office, own)
    assert rights(office.parent / "kept") == {
        "here": "0o700", f"here/{made.name}": "0o600", f"here/{made.name}.sha256": "0o600",
    }  # fmt: skip


def test_folders_of_automatic_backups_are_private(office: Path) -> None:
    folder = backup_folder(office)
    shutil.rmtree(folder.parent, ignore_errors=True)
    made = back_up(office, now=datetime(2026, 9, 1, tzinfo=UTC))
    assert rights(folder.parent) == {
        folder.name: "0o700", f"{folder.name}/{made.name}": "0o600", f"{folder.name}/{made.name}.sha256": "0o600",
    }  # fmt: skip
    assert oct(stat.S_IMODE(folder.parent.stat().st_mode)) == "0o700"


def test_restored_office_and_the_replaced_one_are_private(office: Path) -> None:
    made = back_up(office, office.parent / "kept")
    aside = restore(office, made)
    found = {name: mode for name, mode in rights(office.parent).items() if not name.startswith("kept")}
    assert found == dict.fromkeys(["city.office", "city.office.lock", aside.name], "0o600")


def test_printed_paper_is_private(tmp_path: Path) -> None:
    write_whole(tmp_path / "list.pdf", b"%PDF")
    assert rights(tmp_path) == {"list.pdf": "0o600"}


def test_program_lays_no_name_into_the_temporary_folder(
    office: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spare = tmp_path / "temporary"
    spare.mkdir()
    monkeypatch.setenv("TMPDIR", str(spare))
    planner = open_planner(str(office), author="Aida")
    planner.execute(people.add_person, [NewName("en", "Kabaev")])
    back_up(office, tmp_path / "kept")
    planner.close()
    assert list(spare.rglob("*")) == []
