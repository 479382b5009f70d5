"""What the window asks of its pages and inspectors."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from planner.app import Changes
from ui.common.live_view import LiveView


class Action(NamedTuple):
    """The one main action of a page: its words and what it does."""

    words: str
    run: Callable[[], object]


class Page(LiveView):
    """A page of the middle: an event's tab or a register."""

    def main_action(self) -> Action | None:
        """Return the main action of this page, for the window's top bar."""
        return None


class EventPageView(Page):
    """A tab of an event. `event_id` is 0 before an event is chosen."""

    event_id: int = 0

    def set_event(self, event_id: int) -> None:
        """Show another event."""
        if event_id != self.event_id:
            self.event_id = event_id
            self.mark_stale()


class Inspector(LiveView):
    """The right column for one kind of thing. `thing_id` is 0 while it shows nothing."""

    thing_id: int = 0

    def _look_at(self, changes: Changes) -> None:
        """Read again after what the person looks at while typing into it: heading and page."""
        if self.tables & changes.tables and not self.ignores(changes):
            self.context.in_turn(self, self.mark_stale)

    def show_thing(self, thing_id: int) -> None:
        """Show another thing."""
        self.thing_id = thing_id
        self.mark_stale()
