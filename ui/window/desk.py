"""An open office on the window: fills the shell, keeps pages and inspectors, and follows every change."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from planner.app import Changes
from planner.errors import PlannerError
from planner.operations.events import edit_event
from planner.queries.counts import event_of
from planner.rules.kinds import EventState
from ui.common.event_words import state_word
from ui.common.named import shown
from ui.common.page import Action
from ui.common.tab_bar import Tab
from ui.context import Context
from ui.translate import follow_language, language, t
from ui.window import front, look
from ui.window.empty_office import EmptyOffice
from ui.window.main_window import MainWindow
from ui.window.others import Others
from ui.window.pages import Inspectors, Pages
from ui.window.registry import REGISTERS, TABS
from ui.window.search_everywhere import SearchEverywhere
from ui.window.steps import Steps
from ui.window.watched_context import WatchedContext

FIRST_CHECK = 700
"""Milliseconds after an event was opened before its checks run: its page comes first."""
CHECK_PAUSE = 250
"""Milliseconds after the last change before the checks run again."""
NAVIGATION = frozenset({"event", "person", "organisation", "venue", "agreement", "setting"})
HEADING = frozenset({"event", "delegation", "participation"})
FIRST_PAGES = {
    "item": "programme",
    "member": "delegations",
    "delegation": "delegations",
    "person": "people",
    "organisation": "organisations",
    "venue": "venues",
    "agreement": "agreements",
    "paper": "documents",
}


class Desk(QObject):
    """Signals: `new_event_wanted()`; `ready()` once the first page has been shown.

    Attributes: `context`; `office`, its path or address; `event_id`, the event shown last.
    """

    new_event_wanted = Signal()
    ready = Signal()

    def __init__(self, window: MainWindow, context: Context, office: str) -> None:
        super().__init__(window)
        self.window, self.context, self.office = window, context, office
        self.event_id = 0
        self._front: front.Front | None = None
        self._event: front.EventFront | None = None
        self._badges: dict[str, int] = {}
        self._tab = str(context.settings.now.more.get("tab", "")) or "overview"
        self._wanted: tuple[str, int] | None = None
        self._chosen: dict[str, tuple[str, int]] = {}
        self.pages = Pages(window.pages, context)
        self.inspectors = Inspectors(window.inspectors, context)
        self.steps = Steps(window, context)
        self.search = SearchEverywhere(window, context)
        self.others = Others(context, self)
        self._empty: EmptyOffice | None = None
        self._saved_at: datetime | None = None
        self._checks = QTimer(self, singleShot=True, interval=CHECK_PAUSE)
        self._checks.timeout.connect(self._check)
        self._connections = [
            context.changed.connect(self._follow), context.failed.connect(self._tell),
            context.selected.connect(self._select), context.shown.connect(self.go),
            window.tabs.chosen.connect(self._tab_chosen), window.navigation.list.chosen.connect(self._entry_chosen),
            window.navigation.new_event_wanted.connect(self.new_event_wanted),
            window.header.state_button.taken.connect(self._set_state),
        ]  # fmt: skip
        if isinstance(context, WatchedContext):
            context.writing.connect(self._show_writing)
        self._dress()
        self._set_tabs()
        self._read_front()
        self.steps.look()
        self.others.look()
        follow_language(self.retranslate)

    # --- What is said

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self._set_tabs()
        if self.context.read_only is not None:
            error = self.context.read_only
            self.window.messages.read_only(t(error.message, **error.values))
        if self._front is not None:
            self._show_front(self._front)
        if self.event_id:
            self._read_event()
        self._offer_action()

    def _set_tabs(self) -> None:
        self.window.tabs.set_tabs([Tab(key, t(tab.title), self._badges.get(key, 0)) for key, tab in TABS.items()])

    def _dress(self) -> None:
        planner, window = self.context.planner, self.window
        window.state.set_author(planner.author)
        window.state.set_office(planner.path.name if planner.path else planner.store.name)
        window.state.set_state("saved" if self.context.read_only is None else "read-only")
        window.navigation.set_possible(self.context.read_only is None)

    def _tell(self, error: PlannerError) -> None:
        self.window.messages.error(t(error.message, **error.values))

    def _show_writing(self, writing: bool) -> None:
        self.window.state.set_state("saving" if writing else "saved", self._saved_at)

    # --- What is read

    def _read_front(self) -> None:
        self.context.read(self, "front", self._show_front, front.office_front)

    def _show_front(self, found: front.Front) -> None:
        first, self._front = self._front is None, found
        name = shown(found.office)
        self.window.top.set_office(t("{office} · sample", office=name) if found.is_sample and name else name)
        registers = [(key, t(one.title), getattr(found.counts, key)) for key, one in REGISTERS.items()]
        self.window.navigation.set_entries(front.entries(found, self.context.today(), registers))
        ids = {event.id for event in found.events}
        if first or (self.event_id and self.event_id not in ids) or (not self.pages.shown and ids):
            self._choose_first(found)
        self._mark_place()

    def _choose_first(self, found: front.Front) -> None:
        ids = [event.id for event in found.events]
        kept = self.context.settings.now.event
        coming = [event.id for event in found.events if event.to_day >= self.context.today()]
        if not ids:
            self._show_empty()
        elif kept in ids:
            self.open_event(kept, self._tab)
        else:
            self.open_event(coming[0] if coming else ids[-1], self._tab)
        self.ready.emit()

    def _read_event(self) -> None:
        self.context.read(self, "event", self._show_event, front.event_front, self.event_id, language())

    def _show_event(self, found: front.EventFront) -> None:
        if found.page.id != self.event_id:
            return
        self._event = found
        heading = front.heading(found)
        self.window.header.show_heading(heading)
        states = [] if self.context.read_only else [(state.value, state_word(state)) for state in EventState]
        self.window.header.state_button.set_choices(states)
        self.window.state.set_zones(found.zones)
        self._name_window()

    def _check(self) -> None:
        if self.event_id:
            self.context.read(self, "findings", self._show_findings, front.findings_by_tab, self.event_id)

    def _show_findings(self, badges: dict[str, int]) -> None:
        self._badges = badges
        self.window.tabs.set_badges(badges)

    def _follow(self, changes: Changes) -> None:
        tables = changes.tables
        if tables & NAVIGATION:
            self._read_front()
        if self.event_id and tables & HEADING:
            self._read_event()
        self.steps.look()
        self._checks.start()
        if self.context.read_only is None:
            self._saved_at = datetime.now().astimezone()
            self.window.state.set_state("saved", self._saved_at)

    # --- Where one is

    def open_event(self, event_id: int, tab: str = "") -> None:
        """Show an event, at a tab or at the one it was left at."""
        if event_id != self.event_id:
            self.event_id = event_id
            self._chosen.clear()
            self._badges = {}
            self.window.tabs.set_badges({})
            self._read_event()
            self._checks.start(FIRST_CHECK)
        self._show_page(tab if tab in TABS else self._tab)

    def go(self, kind: str, thing_id: int) -> None:
        """Go to something: its event's tab, or its register, with it chosen."""
        if kind == "event":
            self.open_event(thing_id, "overview")
        elif kind.startswith("tab:"):
            self.open_event(thing_id or self.event_id, kind.removeprefix("tab:"))
        elif kind in REGISTERS:
            self._show_page(kind)
        elif kind in ("item", "member", "delegation"):
            self._wanted = (kind, thing_id)
            self.context.read(self, "where", self._found_event, event_of, kind, thing_id)
        elif kind in FIRST_PAGES:
            self._show_page(FIRST_PAGES[kind])
            if thing_id:
                self.context.select(kind, thing_id)

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
        kind, thing_id = self._chosen.get(key, ("event", self.event_id) if is_tab else ("", 0))
        if self.inspectors.shown != (kind, thing_id):
            self._put(kind, thing_id)
        self._mark_place()
        self._name_window()
        self._offer_action()

    def _show_empty(self) -> None:
        if self._empty is None:
            self._empty = EmptyOffice(self.window.pages)
            self._empty.new_event_wanted.connect(self.new_event_wanted)
            self._empty.people_wanted.connect(lambda: self._show_page("people"))
            self.window.pages.addWidget(self._empty)
        self.event_id, self.pages.shown = 0, ""
        self.window.pages.setCurrentWidget(self._empty)
        self.window.show_heading(False)
        self._put("", 0)
        self._offer_action()

    def _mark_place(self) -> None:
        self.window.navigation.list.choose(
            self.pages.shown if self.pages.shown in REGISTERS else f"event:{self.event_id}"
        )

    def _name_window(self) -> None:
        office = self.context.planner.path.stem if self.context.planner.path else self.context.planner.store.name
        if self.pages.shown in REGISTERS:
            place = t(REGISTERS[self.pages.shown].title)
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
        possible = self.context.read_only is None or self.pages.shown == "documents"
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
        self._checks.stop()
        for part in (self.search, self.steps, self.others, self.pages, self.inspectors):
            part.close()
        if self._empty is not None:
            _remove(self.window, self._empty)
        self.window.messages.read_only("")

    def remember(self) -> None:
        """Keep the look of the window, the event and the tab for the next start."""
        settings = self.context.settings
        more = look.keep(settings.now, self.office, self.window.look()) if self.event_id else dict(settings.now.more)
        settings.change(event=self.event_id, more={**more, "tab": self._tab})


def _remove(window: MainWindow, widget: QWidget) -> None:
    window.pages.removeWidget(widget)
    widget.deleteLater()
