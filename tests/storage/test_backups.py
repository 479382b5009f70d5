"""Backups: made by the engine, checked before they count, thinned with time, put back without losing anything."""

from __future__ import annotations

import shutil
import subprocess
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from planner.app import open_planner
from planner.errors import FileProblem
from planner.operations import people
from planner.operations.people import NewName
from planner.storage.backup import back_up, backup_folder, backup_if_due, backups, digest_of, is_due, restore, thin
from planner.storage.verify import verify
from tests.storage.conftest import sha256
from tests.storage.test_moved_file import number_in

START = datetime(2026, 9, 1, 8, 0, tzinfo=UTC)


@pytest.fixture
def clean(office: Path) -> Path:
    """An office none of whose backups are there yet."""
    shutil.rmtree(backup_folder(office), ignore_errors=True)
    return office


def edit(office: Path) -> int:
    """Change an office; return the change's number."""
    planner = open_planner(str(office), author="Aida")
    number = planner.execute(people.add_person, [NewName("en", "Kabaev")]).number
    planner.close()
    return number


def test_backup_has_all_that_was_committed_while_the_office_is_open(office: Path, tmp_path: Path) -> None:
    planner = open_planner(str(office), author="Aida")
    number = planner.execute(people.add_person, [NewName("en", "Kabaev")]).number
    made = back_up(office, tmp_path / "kept")
    planner.close()
    assert number_in(made) == number


def test_backup_is_one_file_with_its_checksum_beside_it(office: Path, tmp_path: Path) -> None:
    made = back_up(office, tmp_path / "kept", now=START)
    assert made.name == "city 20260901-080000-000000.office-backup"
    assert sorted(path.name for path in made.parent.iterdir()) == [made.name, made.name + ".sha256"]
    assert digest_of(made).read_text(encoding="utf-8") == f"{sha256(made)}  {made.name}\n"
    checked = subprocess.run(["sha256sum", "--check", "--quiet", digest_of(made).name], cwd=made.parent, check=False)
    assert checked.returncode == 0


def test_damaged_office_is_not_backed_up(office: Path, tmp_path: Path) -> None:
    connection = dbapi2.connect(str(office), isolation_level=None)
    connection.execute("PRAGMA foreign_keys=OFF")
    connection.execute("DELETE FROM event")
    connection.close()
    with pytest.raises(FileProblem) as refused:
        back_up(office, tmp_path / "kept")
    assert str(refused.value) == (
        "city.office is damaged, so no backup was made of it. It was left as it is; restore the last backup."
    )
    assert list((tmp_path / "kept").iterdir()) == []


def test_restore_puts_the_old_file_aside_and_brings_back_the_rows(office: Path, tmp_path: Path) -> None:
    number, made = number_in(office), back_up(office, tmp_path / "kept")
    later, before = edit(office), sha256(office)
    aside = restore(office, made)
    assert aside.name.startswith("city.office.replaced-")
    assert sha256(aside) == before
    assert (number_in(office), number_in(aside)) == (number, later)
    shutil.move(aside, tmp_path / "again.office")
    assert number_in(tmp_path / "again.office") == later


def test_restore_works_where_the_office_is_lost_or_damaged(office: Path, tmp_path: Path) -> None:
    number, made = number_in(office), back_up(office, tmp_path / "kept")
    office.write_bytes(office.read_bytes()[:5000])
    aside = restore(office, made)
    assert (number_in(office), aside.stat().st_size) == (number, 5000)
    office.unlink()
    restore(office, made)
    assert number_in(office) == number


def test_log_left_by_a_crash_is_never_mixed_with_the_restored_file(office: Path, tmp_path: Path) -> None:
    number, made = number_in(office), back_up(office, tmp_path / "kept")
    open_one = open_planner(str(office), author="Aida")
    open_one.execute(people.add_person, [NewName("en", "Kabaev")])
    log = office.with_name("city.office-wal").read_bytes()
    open_one.close()
    office.unlink()
    office.with_name("city.office-wal").write_bytes(log)
    restore(office, made)
    assert number_in(office) == number


@pytest.mark.parametrize("place", [5000, 20_000, 60_000])
def test_backup_that_is_not_as_it_was_saved_is_not_restored(office: Path, tmp_path: Path, place: int) -> None:
    made, before = back_up(office, tmp_path / "kept"), sha256(office)
    content = bytearray(made.read_bytes())
    content[place] ^= 1
    made.write_bytes(content)
    with pytest.raises(FileProblem, match=r"damaged|its checksum differs"):
        restore(office, made)
    assert sha256(office) == before


def test_backup_is_due_after_half_an_hour_of_changes_and_at_the_start_of_a_day(clean: Path) -> None:
    assert backup_if_due(clean, now=START) is not None
    assert backup_if_due(clean, now=START + timedelta(hours=30)) is None  # nothing changed
    edit(clean)
    assert not is_due(clean, now=START + timedelta(minutes=29))
    assert is_due(clean, now=START + timedelta(minutes=30))
    second = backup_if_due(clean, now=START + timedelta(minutes=30))
    assert second is not None
    edit(clean)
    late = datetime(2026, 9, 1, 23, 50, tzinfo=UTC)
    assert backup_if_due(clean, now=late) is not None
    edit(clean)
    assert is_due(clean, now=late + timedelta(minutes=11))  # a new day, though it is not half an hour
    assert len(backups(backup_folder(clean))) == 3


def test_backup_from_the_future_does_not_keep_others_from_being_made(clean: Path) -> None:
    back_up(clean, now=START + timedelta(days=365))
    edit(clean)
    assert backup_if_due(clean, now=START) is not None


def test_unreadable_newest_backup_makes_another_due(clean: Path) -> None:
    made = back_up(clean, now=START)
    made.write_bytes(b"")
    assert is_due(clean, now=START + timedelta(hours=1))


def test_sixty_days_of_backups_are_thinned_and_the_last_good_one_stays(clean: Path) -> None:
    """Four backups a day: all of two days, one a day of 14, one a week of 30 are kept (promise 11)."""
    folder, template = backup_folder(clean), back_up(clean, now=START)
    for day in range(60):
        for hour in (0, 3, 6, 9):
            now = START + timedelta(days=day, hours=hour)
            _copied(template if day == hour == 0 else backups(folder)[0], folder, now)
        thin(folder, now=now)
        kept = backups(folder)
        ages = [now - stamp(path) for path in kept]
        assert ages[0] == timedelta()
        assert max(ages) <= timedelta(days=30)
        assert sum(age <= timedelta(days=2) for age in ages) == min(4 * (day + 1), 9)
        daily = {stamp(path).date() for path, age in zip(kept, ages, strict=True) if age <= timedelta(days=14)}
        assert len(daily) == min(day + 1, 15)
    assert [path.exists() for path in map(digest_of, kept)] == [True] * len(kept)
    assert len(list(folder.iterdir())) == 2 * len(kept)


def _copied(source: Path, folder: Path, now: datetime) -> None:
    target = folder / f"city {now:%Y%m%d-%H%M%S-%f}.office-backup"
    if target != source:
        shutil.copy(source, target)
        digest_of(target).write_text(f"{sha256(target)}  {target.name}\n", encoding="utf-8")


def stamp(path: Path) -> datetime:
    """Return when a backup says it was made."""
    return datetime.strptime(path.stem.removeprefix("city "), "%Y%m%d-%H%M%S-%f").replace(tzinfo=UTC)


@pytest.mark.parametrize("fault", ["cut", "flipped", "empty"])
def test_last_good_backup_stays_however_old_it_is_and_however_bad_the_newer_are(clean: Path, fault: str) -> None:
    folder = backup_folder(clean)
    good = back_up(clean, now=START)
    for day in (1, 2):
        bad = back_up(clean, now=START + timedelta(days=day))
        content = bad.read_bytes()
        flipped = content[:30_000] + bytes([content[30_000] ^ 255]) + content[30_001:]
        bad.write_bytes({"cut": content[:9000], "flipped": flipped, "empty": b""}[fault])
    thin(folder, now=START + timedelta(days=400))
    assert backups(folder) == [good]
    assert number_in(good) == number_in(clean)


def test_names_that_are_no_backups_of_ours_are_never_removed(clean: Path) -> None:
    folder = backup_folder(clean)
    back_up(clean, now=START)
    for name in ("notes.txt", "city old.office-backup", "city 2026.office-backup"):
        (folder / name).write_text("mine", encoding="utf-8")
    thin(folder, now=START + timedelta(days=400))
    assert sorted(path.name for path in folder.iterdir() if "20260901" not in path.name) == [
        "city 2026.office-backup", "city old.office-backup", "notes.txt",
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["Визит 🇰🇬.office", "a b%20?c#d.office", "-rf.office", "'q\"uote'.office", "*.office"])
def test_office_of_any_name_is_backed_up_and_restored(office: Path, tmp_path: Path, name: str) -> None:
    named = office.rename(tmp_path / name)
    made = back_up(named, tmp_path / "kept")
    number = number_in(named)
    edit(named)
    restore(named, made)
    assert number_in(named) == number


def test_office_under_a_path_that_is_no_text_works(office: Path, tmp_path: Path) -> None:
    folder = tmp_path / "\udcff\udcfe"
    folder.mkdir()
    named = office.rename(folder / "\udce9.office")
    assert number_in(back_up(named, folder / "kept")) == number_in(named)
    edit(named)
    planner = open_planner(str(named), author="Aida")
    assert planner.read(verify) == []
    planner.close()
