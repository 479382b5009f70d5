"""Backups of an office file: made by the engine, opened and checked before they count, thinned with time."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from planner.errors import FileProblem
from planner.paths import data_folder
from planner.storage.engine import connect_file
from planner.storage.faults import in_words
from planner.storage.locks import WriterLock
from planner.storage.office_file import make_private, on_network_share, recognise

EVERY = timedelta(minutes=30)
KEEP_ALL = timedelta(days=2)
KEEP_DAILY = timedelta(days=14)
KEEP_WEEKLY = timedelta(days=30)
SUFFIX = ".office-backup"
_NAME = re.compile(r"(?P<stem>.*) (?P<stamp>\d{8}-\d{6}-\d{6})(?P<why>-[a-z]+)?\.office-backup")


def backup_folder(office: Path) -> Path:
    """Return where an office's backups lie unless another folder is named: outside the office's own folder."""
    mark = hashlib.sha256(str(office.absolute()).encode()).hexdigest()[:8]
    return data_folder() / "backups" / f"{office.stem}-{mark}"


def back_up(office: Path, folder: Path | None = None, *, now: datetime | None = None, why: str = "") -> Path:
    """Make a backup of an office, open or not; return its path. Raise FileProblem in words.

    It is copied by the engine (a copied file would lack the write-ahead log), checked, and only then named.
    """
    recognise(office)
    folder = folder or backup_folder(office)
    with in_words(str(folder)):
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    stamp = (now or datetime.now(UTC)).strftime("%Y%m%d-%H%M%S-%f")
    final = folder / f"{office.stem} {stamp}{'-' + why if why else ''}{SUFFIX}"
    half = final.with_name(final.name + ".part")
    make_private(half)
    try:
        with in_words(str(folder)):
            _copy(office, half)
            require_whole(half)
            _sync(half)
            half.rename(final)
            _sync(folder)
    finally:
        for part in ("", "-journal", "-wal", "-shm"):
            half.with_name(half.name + part).unlink(missing_ok=True)
    digest = final.with_name(final.name + ".sha256")
    make_private(digest)
    digest.write_text(f"{_sha256(final)}  {final.name}\n", encoding="utf-8")
    return final


def back_up_before(office: Path, why: str) -> Path:
    """Make a backup before a dangerous step; such backups are thinned like the others, but never the last."""
    return back_up(office, why=why)


def restore(office: Path, backup: Path) -> Path:
    """Put a backup in the office's place; return where the replaced file was put aside. Raise FileProblem in words."""
    recognise(backup)
    require_whole(backup)
    lock = WriterLock(office)
    try:
        if on_network_share(office):
            raise FileProblem("{file} lies on a network share. Restore to a folder of this computer.", file=office.name)
        fresh = office.with_name(office.name + ".restoring")
        fresh.unlink(missing_ok=True)
        make_private(fresh)
        with in_words(office.name):
            _copy(backup, fresh)
            require_whole(fresh)
            _sync(fresh)
            return _replace(office, fresh)
    finally:
        lock.release()


def require_whole(office: Path) -> None:
    """Raise FileProblem unless the engine finds the whole file sound, its references included."""
    connection = connect_file(office, "rw")
    try:
        connection.execute("PRAGMA query_only=ON")
        found = [row[0] for row in connection.execute("PRAGMA integrity_check(5)")]
        loose = connection.execute("PRAGMA foreign_key_check").fetchall()
    finally:
        connection.close()
    if found != ["ok"] or loose:
        raise FileProblem("{file} is damaged. It was left as it is; use another backup.", file=office.name)


def backups(folder: Path) -> list[Path]:
    """Return the backups in a folder, the newest first."""
    return sorted((p for p in folder.glob(f"*{SUFFIX}") if _NAME.fullmatch(p.name)), key=_stamp, reverse=True)


def is_due(office: Path, *, now: datetime) -> bool:
    """Tell whether the office changed since its last backup and half an hour has passed."""
    made = backups(backup_folder(office))
    if not made:
        return True
    if now - _stamp(made[0]) < EVERY:
        return False
    changed = max(_modified(office), _modified(office.with_name(office.name + "-wal")))
    return changed > _stamp(made[0])


def thin(folder: Path, *, now: datetime) -> list[Path]:
    """Remove backups past their time: all of 2 days are kept, then one a day, then one a week to 30 days.

    The newest sound one is never removed, whatever its age. Return what was removed.
    """
    gone = list(_past_their_time(backups(folder), now))
    for path in gone:
        path.unlink(missing_ok=True)
        path.with_name(path.name + ".sha256").unlink(missing_ok=True)
    return gone


def _past_their_time(made: list[Path], now: datetime) -> Iterable[Path]:
    newest_sound = next((path for path in made if _is_sound(path)), None)
    kept: set[object] = set()
    for path in made:
        at = _stamp(path)
        age = now - at
        slot: object = at if age <= KEEP_ALL else at.date() if age <= KEEP_DAILY else at.isocalendar()[:2]
        if path == newest_sound or (age <= KEEP_WEEKLY and slot not in kept):
            kept.add(slot)
        else:
            yield path


def _is_sound(path: Path) -> bool:
    try:
        with in_words(path.name):
            require_whole(path)
    except FileProblem:
        return False
    return True


def _copy(source: Path, target: Path) -> None:
    reader, writer = connect_file(source), connect_file(target)
    try:
        reader.backup(writer)
        writer.execute("PRAGMA journal_mode=DELETE")
    finally:
        writer.close()
        reader.close()


def _replace(office: Path, fresh: Path) -> Path:
    stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S-%f")
    aside = office.with_name(f"{office.name}.replaced-{stamp}")
    if office.exists():
        connection = connect_file(office)
        try:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        except Exception:  # noqa: BLE001, S110 - a damaged office is put aside as it is
            pass
        finally:
            connection.close()
        office.rename(aside)
        for part in ("-wal", "-shm"):
            side = office.with_name(office.name + part)
            if side.exists():
                side.rename(aside.with_name(aside.name + part))
    fresh.rename(office)
    _sync(office.parent)
    return aside


def _stamp(path: Path) -> datetime:
    found = _NAME.fullmatch(path.name)
    assert found is not None
    return datetime.strptime(found["stamp"], "%Y%m%d-%H%M%S-%f").replace(tzinfo=UTC)


def _modified(path: Path) -> datetime:
    return datetime.fromtimestamp(path.stat().st_mtime, UTC) if path.exists() else datetime.min.replace(tzinfo=UTC)


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _sync(path: Path) -> None:
    if os.name == "nt" and path.is_dir():
        return  # Windows has no handle to sync a folder by
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
