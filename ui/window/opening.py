"""Opening an office, on a thread beside the window: all that is slow happens here.

Nothing here imports a part of Qt: its classes are made on the window's own thread only.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import planner.lean_import  # before all that imports SQLAlchemy
import planner.queries.counts
import planner.queries.history
import planner.queries.search  # noqa: F401 - these are here for the window's thread to find
from planner.app import Planner, new_office, open_planner
from planner.backups import restore_backup
from planner.errors import ReadOnly
from planner.paths import data_folder
from ui.window.server_address import without_password

if TYPE_CHECKING:
    from ui.window.program import Wish


class Opened(NamedTuple):
    """An open office and where it is, without a password."""

    planner: Planner
    office: str


def opened(wish: Wish, author: str) -> Opened:
    """Make or restore the office if that is wished, and open it; one held by another window opens for reading."""
    office = wish.office
    if wish.make == "sample":
        office = office or str(sample_office())
        _make_sample(office)
    elif wish.make == "new":
        new_office(office)
    if wish.backup:
        restore_backup(office, wish.backup)
    if "://" not in office:
        office = str(Path(office).resolve())
    return Opened(_open(office, author or None, read_only=wish.read_only), without_password(office))


def import_rest() -> None:
    """Import what the pages shown later stand on."""
    import planner.checks.event
    import planner.documents.pictures
    import planner.importing
    import planner.language.countries
    import planner.operations.duplicate
    import planner.operations.texts
    import planner.papers
    import planner.queries.agenda
    import planner.queries.agreements
    import planner.queries.members
    import planner.queries.people
    import planner.queries.texts
    import planner.queries.venues  # noqa: F401 - as said above


def sample_office() -> Path:
    """Return where this person's sample office lies; it may not exist yet."""
    return data_folder() / "sample.office"


def _make_sample(office: str) -> None:
    if "://" not in office:
        if Path(office).exists():
            return
        Path(office).parent.mkdir(parents=True, exist_ok=True)
    from planner.sample import build_sample

    build_sample(office)


def _open(office: str, author: str | None, *, read_only: bool) -> Planner:
    try:
        return open_planner(office, author=author, read_only=read_only)
    except ReadOnly as held:
        planner = open_planner(office, author=author, read_only=True)
        planner.store.read_only_because = held
        return planner
