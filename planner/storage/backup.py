"""Backups of an office file: made by the engine, opened and checked before they count, thinned with time."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from planner.errors import FileProblem
from planner.paths import data_folder
from planner.storage.driver import connect_file, mode_for, on_network_share
from planner.storage.faults import in_words
from planner.storage.locks import WriterLock
from planner.storage.office_file import make_private, recognise

EVERY = timedelta(minutes=30)
KEEP_ALL = timedelta(days=2)
KEEP_DAILY = timedelta(days=14)
KEEP_WEEKLY = timedelta(days=30)
SUFFIX = ".office-backup"
_NAME = re.compile(r"(?P<stem>.*) (?P<stamp>\d{8}-\d{6}-\d{6})(?P<why>-[a-z]+)?\.office-backup")


def backup_folder(office: Path) -> Path:
    """Return where an office's backups lie unless another folder is named: outside the office's own folder."""
    import hashlib  # 4 MB

    mark = hashlib.sha256(os.fsencode(office.absolute())).hexdigest()[:8]
    return data_folder() / "backups" / f"{office.stem}-{mark}"


def back_up(office: Path, folder: Path | None = None, *, now: datetime | None = None, why: str = "") -> Path:
    """Make a backup of an office, open or not; return its path. Raise FileProblem in words.

    It is copied by the engine (a copied file would lack the write-ahead log), checked, and only then named.
    """
    recognise(office)
    connection = connect_file(office, mode_for(office))
    try:
        return _save(connection, office, folder or backup_folder(office), now=now, why=why)
    finally:
        connection.close()


def rescue(connection: Any, office: Path) -> Path:
    """Make a backup of an office whose file is no longer there, from a connection that still has it open."""
    return _save(connection, office, backup_folder(office), now=None, why="rescued")


def _save(connection: Any, office: Path, folder: Path, *, now: datetime | None, why: str) -> Path:
    with in_words(str(folder)):
        _make_private_folder(folder)
    stamp = (now or datetime.now(UTC)).strftime("%Y%m%d-%H%M%S-%f")
    final = folder / f"{office.stem} {stamp}{'-' + why if why else ''}{SUFFIX}"
    half = final.with_name(final.name + ".part")
    digest = digest_of(final)
    make_private(half)
    try:
        make_private(digest)
        with in_words(str(folder), half):
            _copy(connection, half)
            _require_whole_copy(half, office)
            digest.write_text(f"{_sha256(half)}  {final.name}\n", encoding="utf-8", errors="surrogateescape")
            _sync(half)
            _sync(digest)
            half.rename(final)
            _sync(folder)
    except BaseException:
        if not final.exists():
            digest.unlink(missing_ok=True)
        raise
    finally:
        for part in ("", "-journal", "-wal", "-shm"):
            half.with_name(half.name + part).unlink(missing_ok=True)
    return final


def backup_if_due(office: Path, *, now: datetime) -> Path | None:
    """Make a backup if one is due and thin the old ones; return its path, or None. Raise FileProblem in words.

    The window calls this at the start of a day's work and every few minutes.
    """
    if not is_due(office, now=now):
        return None
    made = back_up(office, now=now)
    thin(backup_folder(office), now=now)
    return made


def back_up_before(office: Path, why: str) -> Path:
    """Make a backup before a dangerous step; such backups are thinned like the others, but never the last."""
    return back_up(office, why=why)


def restore(office: Path, backup: Path) -> Path:
    """Put a backup in the office's place; return where the replaced file was put aside. Raise FileProblem in words."""
    recognise(backup)
    require_whole(backup)
    if not _is_as_saved(backup):
        raise FileProblem(
            "{file} is not as it was saved: its checksum differs. It was left as it is; use another backup.",
            file=backup.name,
        )
    lock = WriterLock(office)
    try:
        if on_network_share(office):
            raise FileProblem("{file} lies on a network share. Restore to a folder of this computer.", file=office.name)
        fresh = office.with_name(office.name + ".restoring")
        fresh.unlink(missing_ok=True)
        make_private(fresh)
        with in_words(office.name, fresh):
            connection = connect_file(backup, mode_for(backup))
            try:
                _copy(connection, fresh)
            finally:
                connection.close()
            require_whole(fresh)
            _sync(fresh)
            return _replace(office, fresh)
    finally:
        office.with_name(office.name + ".restoring").unlink(missing_ok=True)
        lock.release()


def require_whole(office: Path) -> None:
    """Raise FileProblem unless the engine finds the whole file sound, its references included."""
    try:
        with in_words(office.name, office):
            found = _complaints(office)
    except UnicodeDecodeError:  # the engine quotes the damaged part in what it says
        found = ["unreadable"]
    if found:
        raise FileProblem("{file} is damaged. It was left as it is; use another backup.", file=office.name)


def _complaints(office: Path) -> list[Any]:
    connection = connect_file(office, mode_for(office))
    try:
        connection.execute("PRAGMA query_only=ON")
        complaints = [row[0] for row in connection.execute("PRAGMA integrity_check(5)") if row[0] != "ok"]
        return [*complaints, *connection.execute("PRAGMA foreign_key_check")]
    finally:
        connection.close()


def _require_whole_copy(copy: Path, office: Path) -> None:
    try:
        require_whole(copy)
    except FileProblem as error:
        raise FileProblem(
            "{file} is damaged, so no backup was made of it. It was left as it is; restore the last backup.",
            file=office.name,
        ) from error


def backups(folder: Path) -> list[Path]:
    """Return the backups in a folder, the newest first."""
    return sorted((p for p in folder.glob(f"*{SUFFIX}") if _NAME.fullmatch(p.name)), key=_stamp, reverse=True)


def is_due(office: Path, *, now: datetime) -> bool:
    """Tell whether the office changed since its last backup, and half an hour or midnight has passed since.

    A backup from the future, made while the clock stood wrong, keeps no other from being made.
    """
    made = backups(backup_folder(office))
    if not made:
        return True
    if timedelta() <= now - _stamp(made[0]) < EVERY and _stamp(made[0]).date() == now.date():
        return False
    return _state(made[0]) != _state(office)


def digest_of(backup: Path) -> Path:
    """Return where the checksum of a backup lies: beside it, as `sha256sum --check` reads it."""
    return backup.with_name(backup.name + ".sha256")


def thin(folder: Path, *, now: datetime) -> list[Path]:
    """Remove backups past their time: all of 2 days are kept, then one a day, then one a week to 30 days.

    The newest sound one is never removed, whatever its age. Return what was removed.
    """
    gone = list(_past_their_time(backups(folder), now))
    for path in gone:
        path.unlink(missing_ok=True)
        digest_of(path).unlink(missing_ok=True)
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
        recognise(path)
        require_whole(path)
        return _is_as_saved(path)
    except FileProblem:
        return False


def _is_as_saved(backup: Path) -> bool:
    """Tell whether a backup still has the checksum noted beside it; without a note nothing can be said."""
    digest = digest_of(backup)
    if not digest.exists():
        return True
    with in_words(backup.name):
        return digest.read_text(encoding="utf-8", errors="replace").split()[:1] == [_sha256(backup)]


def _state(office: Path) -> tuple[int, int] | None:
    """Return schema and change number of an office or a backup; None where they cannot be read."""
    try:
        with in_words(office.name):
            connection = connect_file(office, mode_for(office))
            try:
                row = connection.execute("SELECT schema_number, change_number FROM office").fetchone()
                return row and (int(row[0]), int(row[1]))
            finally:
                connection.close()
    except (FileProblem, ValueError, TypeError):
        return None


def _make_private_folder(folder: Path) -> None:
    """Make a folder, and those above it, for their owner alone; one that is there already is left as it is."""
    for part in (*reversed(folder.parents), folder):
        if not part.exists():
            part.mkdir(mode=0o700, exist_ok=True)


def _copy(source: Any, target: Path) -> None:
    writer = connect_file(target)
    try:
        source.backup(writer)
        writer.execute("PRAGMA journal_mode=DELETE")
    finally:
        writer.close()


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
    for part in ("-wal", "-shm"):  # a log left behind would be written into the fresh file
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


def _sha256(path: Path) -> str:
    import hashlib

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
