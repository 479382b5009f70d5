"""Opening an office, beside the window: all that is slow happens here, and nothing touches a widget."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from planner.app import Planner, new_office, open_planner
from planner.backups import restore_backup
from planner.errors import ReadOnly
from planner.paths import sample_office
from ui.window import desk  # noqa: F401 - imports every feature, so that the window's thread need not

if TYPE_CHECKING:
    from ui.window.program import Wish


class Opened(NamedTuple):
    """An open office and where it is."""

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
    return Opened(_open(office, author or None, read_only=wish.read_only), office)


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
