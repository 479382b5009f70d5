"""Backups of an office for the window: saved on wish and now and then by themselves, and put back."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from planner.app import Planner, open_planner
from planner.operations.office import note_restored
from planner.storage import backup


def save_backup(office: str, folder: str = "") -> str:
    """Make a backup of an office file; return its path. Raise FileProblem in words."""
    return str(backup.back_up(Path(office), Path(folder) if folder else None))


def restore_backup(office: str, saved: str) -> str:
    """Put a backup in the place of an office nobody has open, and note it; return where the old file lies now."""
    aside = backup.restore(Path(office), Path(saved))
    planner = open_planner(office)
    try:
        planner.execute(note_restored, Path(saved).name)
    finally:
        planner.close()
    return str(aside)


def keep_backups(planner: Planner) -> None:
    """Make a backup if one is due, and remove those past their time; a server looks after its own."""
    if planner.path is None or planner.store.read_only_because is not None:
        return
    backup.backup_if_due(planner.path, now=datetime.now(UTC))


def folder_of(office: str) -> str:
    """Return the folder where an office's backups lie."""
    return str(backup.backup_folder(Path(office)))
