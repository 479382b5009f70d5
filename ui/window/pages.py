"""The pages and inspectors of an open office, each made when it is first wanted."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QVBoxLayout, QWidget
from shiboken6 import delete

from ui.common.live_view import LiveView
from ui.common.page import EventPageView, Inspector, Page
from ui.common.page_stack import PageStack
from ui.context import Context
from ui.window.registry import INSPECTORS, PLACES, TABS


class Pages(QObject):
    """The middle: the tabs of the event chosen, and the registers."""

    def __init__(self, stack: PageStack, context: Context) -> None:
        super().__init__(stack)
        self._stack = stack
        self._context = context
        self._made: dict[str, Page] = {}
        self.shown = ""

    def show(self, key: str, event_id: int) -> Page | None:
        """Show a tab of an event, or a register; None where there is no such page."""
        page = self._made.get(key) or self._make(key)
        if page is None:
            return None
        if isinstance(page, EventPageView):
            page.set_event(event_id)
        self.shown = key
        self._stack.setCurrentWidget(page)
        return page

    def current(self) -> Page | None:
        """Return the page shown."""
        return self._made.get(self.shown)

    def close(self) -> None:
        """Take all pages away."""
        for page in self._made.values():
            _take_away(self._stack, page, page)
        self._made.clear()
        self.deleteLater()

    def _make(self, key: str) -> Page | None:
        known = TABS.get(key) or PLACES.get(key)
        if known is None:
            return None
        page: Page = known.view()(self._context)
        self._made[key] = page
        self._stack.addWidget(page)
        return page


class Inspectors(QObject):
    """The right column: one inspector for each kind of thing, each in an area that scrolls."""

    def __init__(self, stack: QStackedWidget, context: Context) -> None:
        super().__init__(stack)
        self._stack = stack
        self._context = context
        self._made: dict[str, tuple[Inspector, QScrollArea]] = {}
        self._nothing = QWidget(stack)
        self._stack.addWidget(self._nothing)
        self.shown: tuple[str, int] = ("", 0)

    def show(self, kind: str, thing_id: int) -> None:
        """Show something; a kind without an inspector shows nothing."""
        self.shown = (kind, thing_id)
        if kind not in INSPECTORS:
            self._stack.setCurrentWidget(self._nothing)
            return
        inspector, area = self._made.get(kind) or self._make(kind)
        if inspector.thing_id != thing_id or self._stack.currentWidget() is not area:
            inspector.show_thing(thing_id)
        self._stack.setCurrentWidget(area)

    def close(self) -> None:
        """Take all inspectors away."""
        for inspector, area in self._made.values():
            _take_away(self._stack, area, inspector)
        self._made.clear()
        self._stack.removeWidget(self._nothing)
        self._nothing.deleteLater()
        self.deleteLater()

    def _make(self, kind: str) -> tuple[Inspector, QScrollArea]:
        inspector = INSPECTORS[kind]()(self._context)
        ground = QWidget()
        ground.setProperty("kind", "clear")
        column = QVBoxLayout(ground)
        column.setContentsMargins(16, 14, 16, 14)
        column.addWidget(inspector)
        area = QScrollArea(self._stack)
        area.setWidget(ground)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        if layout := inspector.layout():
            layout.setContentsMargins(0, 0, 0, 0)
        self._made[kind] = (inspector, area)
        self._stack.addWidget(area)
        return self._made[kind]


def _take_away(stack: PageStack | QStackedWidget, widget: QWidget, view: LiveView) -> None:
    view.context.changed.disconnect(view._look_at)
    stack.removeWidget(widget)
    delete(widget)  # now, so that an answer still under way finds nobody to be handed to
