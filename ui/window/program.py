"""The program around the window: opens offices beside it, one at a time, and closes them in order.

Nothing heavy is imported here: that happens on a thread of its own, after the shell was painted.
"""

from __future__ import annotations

import gc
import threading
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QMetaObject, QObject, QTimer, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QWidget
from shiboken6 import delete

from ui import theme
from ui.settings import SettingsFile
from ui.window import first_list, look
from ui.window.main_window import MainWindow

if TYPE_CHECKING:
    from planner.app import Planner
    from planner.first_order import FirstOrder
    from ui.delegations.first_page import FirstPage
    from ui.window.desk import Desk
    from ui.window.first_start import FirstStart
    from ui.window.held import ClosingGuard

STEP = 40
"""Milliseconds between importing two pages."""
IMPORTS_AFTER = 1500
"""Milliseconds after an office is open before the pages not shown yet are imported."""
CLOSE_WITHIN = 2.0
"""Seconds the end waits for what is still read beside the window."""
BACKUP_EVERY = 5 * 60 * 1000
"""Milliseconds between two looks whether a backup is due."""


class Wish(NamedTuple):
    """Which office to open, and whether to make it first ("new", "sample") or to put a backup in its place."""

    office: str = ""
    sample: bool = False
    read_only: bool = False
    make: str = ""
    backup: str = ""


class Program(QObject):
    """Attributes: `desk`, the open office, or None; `password_asked`, whether the dialog of a server is open.

    Signals: `opened()`, `not_opened(error)`.
    """

    opened = Signal()
    not_opened = Signal(object)
    _done = Signal(object, object)
    _first_begun = Signal()
    _read_first = Signal(object)
    _rest_imported = Signal()

    def __init__(self, window: MainWindow, settings: SettingsFile) -> None:
        super().__init__(window)
        self.window = window
        self.settings = settings
        self.desk: Desk | None = None
        self._start: FirstStart | None = None
        self._first: FirstPage | None = None
        self.password_asked = False
        self._early: list[QMetaObject.Connection] = []
        self._wanted = ""
        self._first_waits = False
        self._opening = False
        self._wish = Wish()
        self._threads: list[threading.Thread] = []
        self._done.connect(self._take)
        self._first_begun.connect(self._make_first)
        self._read_first.connect(self._show_first)
        self._rest_imported.connect(self._import_pages)
        self._steps: Iterator[object] = iter(())
        window.closing.connect(self.close)
        window.top.menu_wanted.connect(self._open_menu)
        window.navigation.new_event_wanted.connect(self._offer_start)
        self._backups = QTimer(self, interval=BACKUP_EVERY)
        self._backups.timeout.connect(self._keep_backups)
        window.painted.connect(self._set_icon)

    def begin(self, wish: Wish) -> None:
        """Show the shell of the office to be opened, or the first start, and open it once that is painted."""
        office = wish.office or ("" if wish.sample else self.settings.now.office)
        if office or wish.sample:
            wish = wish._replace(office=office, make="sample" if wish.sample else wish.make)
            self.window.show_look(look.kept(self.settings.now, _shown_as(office)))
            self._early = [
                self.window.tabs.chosen.connect(lambda key: self._note_wanted(f"tab:{key}")),
                self.window.navigation.list.chosen.connect(self._note_wanted),
            ]
            self.window.painted.connect(lambda: QTimer.singleShot(0, lambda: self._begin(wish)))
        else:
            self.show_first_start()
            self.window.painted.connect(self._import_rest)
            gc.enable()

    def _begin(self, wish: Wish) -> None:
        """Show the list of people first, if the window was left at it; opening the office comes after it."""
        if wish.make or self._wanted or not first_list.is_wanted(self.settings, wish.office):
            self.open(wish)
            return
        self._wish, self._first_waits = wish, True
        self._beside(self._work_first, (wish.office, self.settings.now.event), "first list")

    def open(self, wish: Wish) -> None:
        """Open an office beside the window; the one open now stays until the other is there."""
        if self._opening:
            return
        if (guard := self._guard()) is not None and guard.asks(lambda: self.open(wish)):
            return  # what a server could not take yet would be lost
        self._opening, self._wish = True, wish
        if self.desk is not None and (wish.backup or _shown_as(wish.office) == self.desk.office):
            self._put_away()
        self.window.progress.start()
        self.window.state.set_state("opening")
        arguments = (wish, str(self.settings.now.more.get("author", "")))
        self._beside(self._work, arguments, "opening")

    def show_first_start(self) -> None:
        """Offer the sample office, an empty one, or a file that is there already."""
        if self._start is None:
            from ui.window.first_start import FirstStart

            self._start = FirstStart(self.window.pages)
            self._start.wanted.connect(self._wish_from_start)
            self.window.pages.addWidget(self._start)
        self.window.pages.setCurrentWidget(self._start)
        self.window.show_heading(False)
        self.window.show_inspector(False)
        self.window.show_office(False)
        self.window.state.set_state("none")

    def close(self) -> None:
        """Write what waits, keep what the window remembers, and give the office back.

        What works beside the window tells by signals of this object, which is deleted with the window: a signal sent
        at that moment, on another thread, would run into memory that is given back. So it is waited for.
        """
        for thread in self._threads:
            thread.join(CLOSE_WITHIN)
        if self.desk is not None:
            self._put_away()
        first_list.forget_former(self.settings)
        more = {**self.settings.now.more, "columns": self.window.columns()}
        geometry = self.settings.now.with_geometry(bytes(self.window.saveGeometry().data())).geometry
        self.settings.change(geometry=geometry, more=more)

    # --- Beside the window

    def _work_first(self, office: str, event_id: int) -> None:
        self._read_first.emit(first_list.read(office, event_id, self._first_begun.emit))

    def _work(self, wish: Wish, author: str) -> None:
        from ui.window import opening

        try:
            self._done.emit(opening.opened(wish, author), None)
        except BaseException as error:  # noqa: BLE001 - carried over to the window's thread and raised or told there
            self._done.emit(None, error)

    def _import_rest(self) -> None:
        self._beside(self._work_rest, (), "imports")

    def _beside(self, work: Callable[..., None], arguments: tuple[Any, ...], name: str) -> None:
        thread = threading.Thread(target=work, args=arguments, daemon=True, name=name)
        self._threads = [one for one in self._threads if one.is_alive()] + [thread]
        thread.start()

    def _work_rest(self) -> None:
        from ui.window import opening

        opening.import_rest()
        self._rest_imported.emit()

    def _import_pages(self) -> None:
        """Import the pages not shown yet, a small step at a time, on the only thread that may make Qt's classes."""
        from ui.window import registry

        self._steps = registry.late()
        self._next_step()

    def _next_step(self) -> None:
        if next(self._steps, None) is not None:
            QTimer.singleShot(STEP, self, self._next_step)

    # --- On the window's thread

    def _note_wanted(self, place: str) -> None:
        """Remember where somebody goes while the office is being opened: it is shown as soon as it can be."""
        self._wanted = place
        if self._first_waits:
            self._show_first(None)

    def _make_first(self) -> None:
        if self._first_waits:
            self._first = first_list.page(self.window, self.settings)

    def _show_first(self, order: FirstOrder | None) -> None:
        if not self._first_waits:
            return
        self._first_waits = False
        if order is not None and self._first is not None:
            first_list.show(self.window, self._first, order)
        else:
            self._take_first_away()
        self.open(self._wish)

    def _take(self, opened: Any, error: BaseException | None) -> None:
        from planner.errors import NotAdmitted, PlannerError
        from ui.common.event_words import error_words

        self._opening = False
        self.window.progress.stop()
        if error is not None:
            self._take_first_away()
            if (guard := self._guard()) is not None:
                guard.ask_again()
            if self.desk is None:
                self.show_first_start()
            else:
                self.window.state.set_state("saved")
            if not isinstance(error, PlannerError):
                raise error
            from ui.common.event_words import error_words

            self.window.messages.error(error_words(error))
            self.not_opened.emit(error)
            if isinstance(error, NotAdmitted) and not self.password_asked:
                self._ask_password(error_words(error))
            return
        if self.desk is not None:
            self._put_away()
        self._lay_out(opened.planner, opened.office)

    def _guard(self) -> ClosingGuard | None:
        return getattr(self.desk.context, "guard", None) if self.desk is not None else None

    def _lay_out(self, planner: Planner, office: str) -> None:
        from ui.tasks import Tasks
        from ui.window.desk import Desk
        from ui.window.watched_context import WatchedContext

        tasks = Tasks(self)
        context = WatchedContext(planner, tasks, self.settings)
        context.first = self._first.order if self._first is not None else None
        for connection in self._early:
            QObject.disconnect(connection)
        wanted, self._early, self._wanted = self._wanted, [], ""
        self.lay_out(Desk(self.window, context, office, wanted))
        tasks.busy.connect(self.window.progress.set_busy)
        gc.freeze()
        gc.enable()
        QTimer.singleShot(IMPORTS_AFTER, self, self._import_rest)

    def lay_out(self, desk: Desk) -> None:
        """Let an open office have the window."""
        from ui.errors import ErrorHook

        self.desk = desk
        self.window.messages.dismiss("error")
        self.window.show_office(True)
        desk.new_event_wanted.connect(self._new_event)
        desk.template_wanted.connect(self._new_event)
        desk.ready.connect(self._hand_over)
        self._hook = ErrorHook(desk.context.failed.emit, parent=desk)
        self._hook.install()
        unhandled = getattr(desk.context.tasks, "unhandled", None)
        if unhandled is not None:
            unhandled.connect(self._hook.handle)
        if desk.context.planner.path is not None or "://" in desk.office:
            self.settings.change(office=_shown_as(desk.office))
        self._backups.start()
        self.opened.emit()

    def _hand_over(self) -> None:
        """Let the page that was made go on where the first list was left."""
        if self._first is not None and self.desk is not None and self._first.order is not None:
            self.desk.take_over(self._first)
        self._take_first_away()

    def _take_first_away(self) -> None:
        first, self._first = self._first, None
        if first is not None:
            self.window.pages.removeWidget(first)
            first.empty()
            first.deleteLater()

    def _put_away(self) -> None:
        desk, self.desk = self.desk, None
        assert desk is not None
        self._backups.stop()
        desk.close()
        self._hook.remove()
        close = getattr(desk.context.tasks, "close", None)
        if close is not None:
            close()
        desk.context.planner.close()
        delete(desk)  # now, so that an answer still under way finds nobody to be handed to

    def _keep_backups(self) -> None:
        from planner.backups import keep_backups

        if self.desk is not None:
            context = self.desk.context
            context.tasks.read(self, lambda: keep_backups(context.planner), lambda _done: None, context.failed.emit)

    def _ask_password(self, refusal: str) -> None:
        from ui.window.office_files import OfficeFiles

        OfficeFiles(self).on_server(self._wish, refusal)

    def _wish_from_start(self, kind: str) -> None:
        from ui.window.office_files import OfficeFiles

        OfficeFiles(self).run(kind)

    def _open_menu(self, button: QWidget) -> None:
        from ui.window.office_files import OfficeFiles

        OfficeFiles(self).open_menu(button)

    def _offer_start(self) -> None:
        if self.desk is None and not self._opening:
            self.show_first_start()

    def _new_event(self, template: int = 0) -> None:
        from ui.window.new_event import NewEventDialog

        if self.desk is not None and self.desk.context.read_only is None:
            dialog = NewEventDialog(self.desk.context, self.window, template=template)
            dialog.added.connect(self._show_new_event)
            dialog.open()

    def _show_new_event(self, event_id: int) -> None:
        if self.desk is not None:
            self.desk.open_event(event_id, "overview")

    def _set_icon(self) -> None:
        self.window.setWindowIcon(QIcon(str(theme.ICONS / "delegation-planner.svg")))


def _shown_as(office: str) -> str:
    """Return where an office is, without a password; what knows addresses is imported for one only."""
    if "://" not in office:
        return office
    from ui.window.server_address import without_password

    return without_password(office)
