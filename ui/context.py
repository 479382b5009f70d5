"""What every view is given: the open office, the threads, the settings, and the one bus of changes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from planner.app import Changes, Planner
from planner.errors import PlannerError
from ui.settings import SettingsFile
from ui.tasks import Runner

if TYPE_CHECKING:
    from planner.first_order import FirstOrder

TURN = 25
"""Milliseconds that the less urgent waits while something else is being read."""


class Context(QObject):
    """Attributes: `planner`, `tasks`, `settings`; `first`, the list read before the office was open, for its page.

    Signals: `changed(Changes)` once after each commit, undo and redo, by us or a colleague; `failed(PlannerError)`
    for the message bar; `selected(kind, id)` for the inspector; `shown(kind, id)` asks the window to go somewhere.
    Kinds: "event", "item", "member", "delegation", "person", "organisation", "venue", "agreement", "paper",
    "profiles", "office_day", "calendar", "phrase", "task", "".
    """

    changed = Signal(object)
    failed = Signal(object)
    selected = Signal(str, int)
    shown = Signal(str, int)

    def __init__(self, planner: Planner, tasks: Runner, settings: SettingsFile) -> None:
        super().__init__()
        self.planner = planner
        self.tasks = tasks
        self.settings = settings
        self.first: FirstOrder | None = None

    def run(
        self,
        owner: QObject,
        op: Callable[..., Any],
        *args: Any,
        done: Callable[[Changes], object] | None = None,
        failed: Callable[[PlannerError], object] | None = None,
        merge: str = "",
        **values: Any,
    ) -> None:
        """Run an operation on the writer. Its changes go to the bus, then to `done`; a refusal goes to
        `failed`, or to the message bar. `owner` is also the origin by which a view knows its own echo.
        """
        self._write(owner, lambda: self.planner.execute(op, *args, origin=owner, merge=merge, **values), done, failed)

    def undo(self, owner: QObject, done: Callable[[Changes], object] | None = None) -> None:
        """Take back the last step."""
        self._write(owner, self.planner.undo, done, None)

    def redo(self, owner: QObject, done: Callable[[Changes], object] | None = None) -> None:
        """Repeat the step taken back last."""
        self._write(owner, self.planner.redo, done, None)

    def read(
        self,
        owner: QObject,
        key: str,
        done: Callable[[Any], object],
        query: Callable[..., Any],
        *args: Any,
        **values: Any,
    ) -> None:
        """Run a query on a reader and hand its rows to `done`; a later read under the same key drops this one."""
        self.tasks.read(owner, lambda: self.planner.read(query, *args, **values), done, self._refuse, key=key)

    def in_turn(self, owner: QObject, work: Callable[[], object]) -> None:
        """Do something at once, or if something is being read, a moment later: what is looked at comes first."""
        if self.tasks.is_busy():
            QTimer.singleShot(TURN, owner, work)
        else:
            work()

    def select(self, kind: str, thing_id: int) -> None:
        """Show something in the inspector."""
        self.selected.emit(kind, thing_id)

    def show(self, kind: str, thing_id: int) -> None:
        """Ask the window to go to something."""
        self.shown.emit(kind, thing_id)

    def today(self) -> date:
        """Return the present day where the office sits, by the planner's clock."""
        return self.planner.now().astimezone().date()

    @property
    def read_only(self) -> PlannerError | None:
        """Why nothing can be written, or None."""
        return self.planner.store.read_only_because

    def _write(
        self,
        owner: QObject,
        work: Callable[[], Changes],
        done: Callable[[Changes], object] | None,
        failed: Callable[[PlannerError], object] | None,
    ) -> None:
        def announce(changes: Changes) -> None:
            if changes.number:
                self.changed.emit(changes)
            if done is not None:
                done(changes)

        def refuse(error: BaseException) -> None:
            if failed is not None and isinstance(error, PlannerError):
                failed(error)
            else:
                self._refuse(error)

        self.tasks.write(owner, work, announce, refuse)

    def _refuse(self, error: BaseException) -> None:
        if not isinstance(error, PlannerError):
            raise error
        self.failed.emit(error)
