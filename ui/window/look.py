"""What the window looked like last time, kept in the person's settings so that the next start shows it at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from ui.common.nav_list import NavEntry
from ui.common.tab_bar import Tab
from ui.settings import Settings
from ui.window.event_header import Heading


class Look(NamedTuple):
    """The words of the shell: nothing in it is read back as data."""

    office: str = ""
    entries: tuple[NavEntry, ...] = ()
    chosen: str = ""
    heading: Heading = Heading()
    tabs: tuple[Tab, ...] = ()
    tab: str = ""
    zones: str = ""


def kept(settings: Settings, office: str) -> Look:
    """Return the look kept for an office in the interface's language, or an empty one."""
    found = settings.more.get("look")
    if not isinstance(found, dict) or found.get("of") != [office, settings.language]:
        return Look()
    try:
        return Look(
            office=str(found["office"]),
            entries=tuple(NavEntry(*entry) for entry in found["entries"]),
            chosen=str(found["chosen"]),
            heading=Heading(*found["heading"]),
            tabs=tuple(Tab(*tab) for tab in found["tabs"]),
            tab=str(found["tab"]),
            zones=str(found["zones"]),
        )
    except (KeyError, TypeError):
        return Look()


def keep(settings: Settings, office: str, look: Look) -> dict[str, Any]:
    """Return `Settings.more` with a look to be kept."""
    found: dict[str, Any] = {name: _plain(value) for name, value in look._asdict().items()}
    return {**settings.more, "look": {"of": [office, settings.language], **found}}


def _plain(value: Any) -> Any:
    if isinstance(value, str) or not isinstance(value, Sequence):
        return value
    return [list(one) if isinstance(one, tuple) else one for one in value]
