"""The list of people shown before the office is open, where the window was closed at it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ui.settings import SettingsFile

if TYPE_CHECKING:
    from planner.first_order import FirstOrder
    from ui.delegations.first_page import FirstPage, Left
    from ui.window.main_window import MainWindow

TAB = "delegations"


def is_wanted(settings: SettingsFile, office: str) -> bool:
    """Tell whether an office is a file that will be opened at its list of people."""
    now = settings.now
    return bool(office) and "://" not in office and now.event > 0 and now.more.get("tab") == TAB


def read(office: str, event_id: int, begun: Callable[[], object]) -> FirstOrder | None:
    """Read the list; not on the window's thread. `begun` is called where the disk is waited for, not Python."""
    from planner.first_order import first_order

    return first_order(Path(office), event_id, begun)


def page(window: MainWindow, settings: SettingsFile) -> FirstPage:
    """Return the page the list will be shown on, in its place already: it is laid out while the disk is read."""
    from ui.delegations.first_page import FirstPage, left_of

    made = FirstPage(left_of(settings.now.more.get("list")), window.pages)
    window.pages.addWidget(made)
    window.pages.setCurrentWidget(made)
    return made


def show(window: MainWindow, page: FirstPage, order: FirstOrder) -> None:
    """Show the list that was read."""
    page.show_order(order)
    # All at once: beside the thread that imports, each of thousands of lines would wait for the interpreter.
    window.repaint()


def kept(left: Left | None) -> dict[str, Any]:
    """Return what the settings keep of how the list was left: numbers, no names."""
    return {"list": left._asdict()} if left is not None else {}


def forget_former(settings: SettingsFile) -> None:
    """Remove the list with its names that version 0.3.0 kept beside the settings."""
    settings.path.with_name("last-list.json").unlink(missing_ok=True)
