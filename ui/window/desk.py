"""An open office on the window: fills the shell, keeps pages and inspectors, and follows every change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from planner.errors import PlannerError
from planner.operations.events import edit_event
from planner.queries.counts import event_of
from ui.common.event_words import error_words
from ui.common.page import Action
from ui.context import Context
from ui.translate import follow_language, t
from ui.window import first_list, look
from ui.window.empty_office import EmptyOffice
from ui.window.front import Front
from ui.window.main_window import MainWindow
from ui.window.others import Others
from ui.window.pages import Inspectors, Pages
from ui.window.registry import PLACES, TABS
from ui.window.search_everywhere import SearchEverywhere
from ui.window.shell_reader import ShellReader
from ui.window.steps import Steps
from ui.window.watched_context import WatchedContext

if TYPE_CHECKING:
    from ui.delegations.first_page import FirstPage
    from ui.delegations.page import DelegationsPage

FIRST_PAGES = {
    "item": "programme",
    "member": "delegations",
    "delegation": "delegations",
    "person": "people",
    "organisation": "organisations",
    "venue": "venues",
    "agreement": "agreements",
    "paper": "documents",
    "task": "tasks",
}
LOOK_AGAIN = 50
"""Milliseconds between two looks whether the first page has been filled."""


class Desk(QObject):
    """Signals: `new_event_wanted()`; `template_wanted(id)` for one of a template; `ready()` after the first page.

    Attributes: `context`; `office`, its path or address; `event_id`, the event shown last. `wanted` is where somebody
    went before the office was open: a tab ("tab:programme"), or an entry of the navigation ("event:12", "people").
    """

    new_event_wanted = Signal()
    template_wanted = Signal(int)
    ready = Signal()

    def __init__(self, window: MainWindow, context: Context, office: str, wanted: str = "") -> None:
        super().__init__(window)
        self.window, self.context, self.office = window, context, office
        self.event_id = 0
        self._templates: frozenset[int] = frozenset()
        self._tab = str(context.settings.now.more.get("tab", "")) or "overview"
        if wanted.startswith("tab:"):
            self._tab, wanted = wanted.removeprefix("tab:"), ""
        self._first_entry = wanted
        self._wanted: tuple[str, int] | None = None
        self._chosen: dict[str, tuple[str, int]] = {}
        self._empty: EmptyOffice | None = None
        self._is_ready = False
        self._is_first = True  # until an inspector is shown
        self.pages = Pages(window.pages, context)
        self.inspectors = Inspectors(window.inspectors, context)
        self.steps = Steps(window, context)
        self.search = SearchEverywhere(window, context)
        self.others = Others(context, self)
        self.reader = ShellReader(window, context, self)
        self._connections = [
            context.changed.connect(self.steps.look), context.failed.connect(self._tell),
            context.selected.connect(self._select), context.shown.connect(self.go),
            self.others.gone.connect(lambda: self.reader.show_server(gone=True)),
            self.others.back.connect(self._catch_up),
            self.reader.office_shown.connect(self._follow_events), self.reader.event_shown.connect(self._name_window),
            window.tabs.chosen.connect(self._tab_chosen), window.navigation.list.chosen.connect(self._entry_chosen),
            window.navigation.new_event_wanted.connect(self.new_event_wanted),
            window.header.state_button.taken.connect(self._set_state),
        ]  # fmt: skip
        self.reader.read()
        self.steps.look()
        self.others.look()
        follow_language(self.retranslate)

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self.reader.retranslate()
        self._name_window()
        self._offer_action()

    def _tell(self, error: PlannerError) -> None:
        self.window.messages.error(error_words(error))

    def _catch_up(self) -> None:
        self.reader.show_server(gone=False)
        if isinstance(self.context, WatchedContext):
            self.context.catch_up()

    # --- Where one is

    def _follow_events(self, found: Front) -> None:
        """Show the first page once the events are known, and another event where the one shown is gone."""
        ids = [event.id for event in found.events]
        self._templates = found.templates
        gone = self.event_id and self.event_id not in {*ids, *found.templates}
        if not self._is_ready or gone or (not self.pages.shown and ids):
            first, self._first_entry = self._first_entry, ""
            kept = int(first.removeprefix("event:")) if first.startswith("event:") else self.context.settings.now.event
            coming = [event.id for event in found.events if event.to_day >= self.context.today()]
            if not ids:
                self._show_empty()
            else:
                self.open_event(kept if kept in ids else coming[0] if coming else ids[-1], self._tab)
                if first in PLACES:
                    self._show_page(first)
            self._is_ready = True
            self.ready.emit()
        self._mark_place()

    def open_event(self, event_id: int, tab: str = "") -> None:
        """Show an event, at a tab or at the one it was left at."""
        if event_id != self.event_id:
            self.event_id = event_id
            self._chosen.clear()
            self.reader.show_event(event_id)
        self._show_page(tab if tab in TABS else self._tab)

    def go(self, kind: str, thing_id: int) -> None:
        """Go to something: its event's tab, or its register, with it chosen."""
        if kind == "event":
            self.open_event(thing_id, "overview")
        elif kind.startswith("tab:"):
            self.open_event(thing_id or self.event_id, kind.removeprefix("tab:"))
        elif kind in PLACES:
            self._show_page(kind)
        elif kind == "new event":
            self.template_wanted.emit(thing_id)
        elif kind == "profiles":
            self._open_profiles()
        elif kind == "thresholds":
            self._open_thresholds()
        elif kind == "name habits":
            self._open_name_habits()
        elif kind in ("item", "member", "delegation"):
            self._wanted = (kind, thing_id)
            self.context.read(self, "where", self._found_event, event_of, kind, thing_id)
        elif kind in FIRST_PAGES:
            self._show_page(FIRST_PAGES[kind])
            if thing_id:
                self.context.select(kind, thing_id)

    def _open_profiles(self) -> None:
        # Not with the window: few open it.
        from ui.preferences.profiles import ProfilesDialog

        dialog = ProfilesDialog(self.context, self.window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _open_thresholds(self) -> None:
        from ui.preferences.thresholds import ThresholdsDialog

        dialog = ThresholdsDialog(self.context, self.window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _open_name_habits(self) -> None:
        from ui.preferences.names import NamesDialog

        dialog = NamesDialog(self.context, self.window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _found_event(self, event_id: int | None) -> None:
        wanted, self._wanted = self._wanted, None
        if wanted is None or event_id is None:
            return
        self.open_event(event_id, FIRST_PAGES[wanted[0]])
        self.context.select(*wanted)

    def _show_page(self, key: str) -> None:
        page = self.pages.show(key, self.event_id)
        if page is None:
            return
        is_tab = key in TABS
        self.window.show_heading(is_tab)
        if is_tab:
            self._tab = key
            self.window.tabs.choose(key)
        self._inspect()
        self._mark_place()
        self._name_window()
        self._offer_action()

    def _inspect(self) -> None:
        """Show what is chosen on the page shown; of the first page, when that is filled: both need the processor."""
        if self._is_first and self.context.tasks.is_busy():
            QTimer.singleShot(LOOK_AGAIN, self, self._inspect)
            return
        self._is_first = False
        key = self.pages.shown
        kind, thing_id = self._chosen.get(key, ("event", self.event_id) if key in TABS else ("", 0))
        if self.inspectors.shown != (kind, thing_id):
            self._put(kind, thing_id)

    def _show_empty(self) -> None:
        if self._empty is None:
            self._empty = EmptyOffice(self.window.pages)
            self._empty.new_event_wanted.connect(self.new_event_wanted)
            self._empty.people_wanted.connect(lambda: self._show_page("people"))
            self.window.pages.addWidget(self._empty)
        self.event_id, self.pages.shown = 0, ""
        self.reader.show_event(0)
        self.window.pages.setCurrentWidget(self._empty)
        self.window.show_heading(False)
        self._put("", 0)
        self._offer_action()

    def _mark_place(self) -> None:
        place = "templates" if self.event_id in self._templates else f"event:{self.event_id}"
        self.window.navigation.list.choose(self.pages.shown if self.pages.shown in PLACES else place)

    def _name_window(self) -> None:
        office = self.context.planner.path.stem if self.context.planner.path else self.context.planner.store.name
        if self.pages.shown in PLACES:
            place = t(PLACES[self.pages.shown].title)
        else:
            place = self.window.header.shown().title
        self.window.setWindowTitle(f"{place} — {office}" if place else office)

    def _tab_chosen(self, key: str) -> None:
        if self.event_id and key != self.pages.shown:
            self._show_page(key)

    def _entry_chosen(self, key: str) -> None:
        kind, _, number = key.partition(":")
        if kind == "event":
            self.open_event(int(number))
        else:
            self._show_page(kind)

    # --- What is chosen

    def _select(self, kind: str, thing_id: int) -> None:
        if not kind and self.pages.shown in TABS:
            kind, thing_id = "event", self.event_id
        self._chosen[self.pages.shown] = (kind, thing_id)
        self._put(kind, thing_id)

    def _put(self, kind: str, thing_id: int) -> None:
        if kind == "event" and not thing_id:
            kind = ""
        self.inspectors.show(kind, thing_id)
        self.window.show_inspector(bool(kind))

    def _offer_action(self) -> None:
        page = self.pages.current()
        action: Action | None = page.main_action() if page else None
        possible = self.context.read_only is None or self.pages.shown in TABS  # a tab's is to print
        if action is None:
            self.window.top.set_main_action("", None)
        else:
            self.window.top.set_main_action(action.words, action.run, possible=possible)

    def _set_state(self, state: str) -> None:
        self.context.run(self, edit_event, self.event_id, state=state)

    # --- The end

    def flush(self) -> None:
        """Have a field that is being typed into written now."""
        focused = self.window.focusWidget()
        if focused is not None:
            focused.clearFocus()

    def close(self) -> None:
        """Keep where one was, take the pages away and give the office back."""
        self.flush()
        self.remember()
        for connection in self._connections:
            QObject.disconnect(connection)
        for part in (self.reader, self.search, self.steps, self.others, self.pages, self.inspectors):
            part.close()
        if self._empty is not None:
            _remove(self.window, self._empty)

    def take_over(self, first: FirstPage) -> None:
        """Go on where the list shown first was left, if it is the page shown."""
        if (page := self._list()) is not None:
            page.take_over(first)

    def remember(self) -> None:
        """Keep the look of the window, the event and the tab for the next start, and how the list of people is left."""
        settings = self.context.settings
        more = look.keep(settings.now, self.office, self.window.look()) if self.event_id else dict(settings.now.more)
        page = self._list()
        more |= first_list.kept(page.left() if page is not None else None)
        settings.change(event=self.event_id, more={**more, "tab": self._tab})

    def _list(self) -> DelegationsPage | None:
        page = self.pages.current()
        is_list = self.pages.shown == first_list.TAB and isinstance(page, _delegations())
        return page if is_list and isinstance(page, _delegations()) else None


def _delegations() -> type[DelegationsPage]:
    from ui.delegations.page import DelegationsPage

    return DelegationsPage


def _remove(window: MainWindow, widget: QWidget) -> None:
    window.pages.removeWidget(widget)
    widget.deleteLater()
