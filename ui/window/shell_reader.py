"""What the shell says of an open office and of the event chosen: read now and after every change."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal

from planner.app import Changes
from planner.rules.kinds import EventState
from ui.common.event_words import state_word
from ui.common.named import shown
from ui.common.tab_bar import Tab
from ui.context import Context
from ui.translate import language, t
from ui.window import front
from ui.window.main_window import MainWindow
from ui.window.registry import OFFICE, REGISTERS, TABS
from ui.window.watched_context import WatchedContext

FIRST_CHECK = 700
"""Milliseconds after an event was opened before its checks run: its page comes first."""
CHECK_PAUSE = 250
"""Milliseconds after the last change before the checks run again."""
COUNT_PAUSE = 1500
"""Milliseconds after the last change before the phrases are counted again: every text is read for it."""
NAVIGATION = frozenset({"event", "person", "organisation", "venue", "agreement", "setting"})
HEADING = frozenset({"event", "delegation", "participation"})


class ShellReader(QObject):
    """Fills navigation, heading, tabs and state line.

    Signals: `office_shown(Front)` after the navigation, `event_shown()` after the heading.
    Attributes: `event_id`, whose heading is shown (0 for none).
    """

    office_shown = Signal(object)
    event_shown = Signal()

    def __init__(self, window: MainWindow, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._window, self._context = window, context
        self.event_id = 0
        self._front: front.Front | None = None
        self._badges: dict[str, int] = {}
        self._phrases: int | None = None
        self._saved_at: datetime | None = None
        self._server_is_gone = False
        self._checks = QTimer(self, singleShot=True, interval=CHECK_PAUSE)
        self._checks.timeout.connect(self._check)
        self._counting = QTimer(self, singleShot=True, interval=COUNT_PAUSE)
        self._counting.timeout.connect(self._count_phrases)
        context.changed.connect(self._follow)
        if isinstance(context, WatchedContext):
            context.writing.connect(self._show_writing)
        self._dress()
        self._set_tabs()

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self._set_tabs()
        if self._context.read_only is not None:
            error = self._context.read_only
            self._window.messages.read_only(t(error.message, **error.values))
        if self._front is not None:
            self._show_front(self._front)
        if self.event_id:
            self._read_event()

    def read(self) -> None:
        """Read the office at a glance."""
        self._context.read(self, "front", self._show_front, front.office_front)
        if self._phrases is None:
            self._counting.start()

    def show_event(self, event_id: int) -> None:
        """Show another event's heading, and the numbers of its findings once its page has come."""
        self.event_id = event_id
        self._badges = {}
        self._window.tabs.set_badges({})
        if event_id:
            self._read_event()
            self._checks.start(FIRST_CHECK)

    def close(self) -> None:
        """Ask for nothing more."""
        self._checks.stop()
        self._counting.stop()
        self._context.changed.disconnect(self._follow)
        self._window.messages.read_only("")

    def _set_tabs(self) -> None:
        self._window.tabs.set_tabs([Tab(key, t(tab.title), self._badges.get(key, 0)) for key, tab in TABS.items()])

    def _dress(self) -> None:
        planner, window = self._context.planner, self._window
        window.state.set_author(planner.author)
        window.state.set_office(planner.path.name if planner.path else planner.store.name)
        window.state.set_state("saved" if self._context.read_only is None else "read-only")
        window.navigation.set_possible(self._context.read_only is None)

    def show_server(self, gone: bool) -> None:
        """Say that the office's server does not answer, or that it does again."""
        self._server_is_gone = gone
        if gone:
            self._window.state.set_state("gone")
        else:
            self._window.state.set_state("saved" if self._context.read_only is None else "read-only", self._saved_at)
            self._window.messages.dismiss("error")
            self._window.messages.info(t("The office’s server answers again."))

    def _show_writing(self, writing: bool) -> None:
        if not self._server_is_gone:
            self._window.state.set_state("saving" if writing else "saved", self._saved_at)

    def _show_front(self, found: front.Front) -> None:
        self._front = found
        name = shown(found.office)
        self._window.top.set_office(t("{office} · sample", office=name) if found.is_sample and name else name)
        self._show_entries(found)
        self.office_shown.emit(found)

    def _show_entries(self, found: front.Front) -> None:
        counts = {**found.counts._asdict(), "phrases": self._phrases}
        registers = [(key, t(one.title), counts[key]) for key, one in REGISTERS.items()]
        office = [(key, t(one.title)) for key, one in OFFICE.items()]
        self._window.navigation.set_entries(front.entries(found, self._context.today(), registers, office))

    def _read_event(self) -> None:
        self._context.read(self, "event", self._show_event, front.event_front, self.event_id, language())

    def _show_event(self, found: front.EventFront) -> None:
        if found.page.id != self.event_id:
            return
        self._window.header.show_heading(front.heading(found))
        fixed = self._context.read_only is not None or found.page.template
        states = [] if fixed else [(state.value, state_word(state)) for state in EventState]
        self._window.header.state_button.set_choices(states)
        self._window.state.set_zones(found.zones)
        self.event_shown.emit()

    def _check(self) -> None:
        """Run the checks once nothing else is being read: what is looked at comes first."""
        if self._context.tasks.is_busy():
            self._checks.start(CHECK_PAUSE)
        elif self.event_id:
            today = self._context.today()
            self._context.read(self, "findings", self._show_findings, front.findings_by_tab, self.event_id, today)

    def _count_phrases(self) -> None:
        """Count what the register of phrases lists, once nothing else is being read."""
        from planner.queries.phrases import phrase_count  # what it stands on is not needed for the first page

        if self._context.tasks.is_busy():
            self._counting.start()
        else:
            self._context.read(self, "phrases", self._show_phrases, phrase_count)

    def _show_phrases(self, count: int) -> None:
        if count != self._phrases:
            self._phrases = count
            if self._front is not None:
                self._show_entries(self._front)

    def _show_findings(self, badges: dict[str, int]) -> None:
        self._badges = badges
        self._window.tabs.set_badges(badges)

    def _follow(self, changes: Changes) -> None:
        if self.event_id and changes.tables & HEADING:
            self._read_event()  # first: this is what the person looks at while typing a title
        if changes.tables & NAVIGATION:
            self._context.in_turn(self, self.read)
        self._checks.start(CHECK_PAUSE)
        self._counting.start()
        if self._context.read_only is None:
            self._saved_at = datetime.now().astimezone()
            self._window.state.set_state("saved", self._saved_at)
