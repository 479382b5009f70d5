"""The last list of people, kept at the end and shown again at the next start, before the office has been opened.

It is shown only if the office is in the very state it was read in: the journal's last step tells. It lies beside the
settings, readable by its owner only, and is removed when the window is closed at another page. Offices on a server
leave nothing on this computer.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ui.settings import SettingsFile, write_private

if TYPE_CHECKING:
    from ui.delegations.kept import Kept

FORMAT = 1
TAB = "delegations"


def keep(settings: SettingsFile, office: str, kept: Kept) -> None:
    """Keep what was shown of an office."""
    from ui.delegations.kept import plain

    found = {"of": _of(settings, office), "shown": plain(kept)}
    write_private(_path(settings), json.dumps(found, ensure_ascii=False, separators=(",", ":")).encode())


def forget(settings: SettingsFile) -> None:
    """Keep nothing."""
    _path(settings).unlink(missing_ok=True)


def found(settings: SettingsFile, office: str) -> Kept | None:
    """Return what was kept of an office, if it will be opened at this list and is still in the same state."""
    if settings.now.more.get("tab") != TAB or "://" in office:
        return None
    try:
        read = json.loads(_path(settings).read_bytes())
    except (OSError, ValueError):
        return None
    if not isinstance(read, dict) or read.get("of") != _of(settings, office):
        return None
    from planner.last_step import last_step
    from ui.delegations.kept import kept_of

    try:
        kept = kept_of(read["shown"])
    except (LookupError, TypeError, ValueError):
        return None
    return kept if last_step(Path(office)) == kept.state else None


def _of(settings: SettingsFile, office: str) -> list[Any]:
    return [FORMAT, office, settings.now.event, settings.now.language]


def _path(settings: SettingsFile) -> Path:
    return settings.path.with_name("last-list.json")
