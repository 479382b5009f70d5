"""The window itself: navigation, heading, tabs, page, inspector and state line, before any office is read.

Nothing here knows the core: the shell is on the screen, filled from the last look, before SQLAlchemy is imported.
What an open office does with it is in `desk`.
"""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMainWindow, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from ui import theme
from ui.common.fitting import ScrollingRoom
from ui.common.message_bar import MessageArea
from ui.common.page_stack import PageStack
from ui.common.progress import ThinProgress
from ui.common.tab_bar import TabBar
from ui.common.tab_order import ReadingOrder
from ui.settings import SettingsFile
from ui.translate import follow_language, t
from ui.window.event_header import EventHeader
from ui.window.look import Look
from ui.window.navigation import Navigation
from ui.window.panes import Panes
from ui.window.side_columns import SideColumns
from ui.window.state_line import StateLine
from ui.window.top_bar import TopBar

SIZE = QSize(1400, 900)


class MainWindow(ReadingOrder, QMainWindow):
    """The shell. Signals: `painted()` once, when it was first on the screen; `closing()`.

    Attributes: `top`, `navigation`, `messages`, `header`, `tabs`, `progress`, `pages`, `inspectors`, `state`, `sides`.
    """

    painted = Signal()
    closing = Signal()

    def __init__(self, settings: SettingsFile) -> None:
        super().__init__()
        self.settings = settings
        self._was_painted = False
        self.top = TopBar(self)
        self.navigation = Navigation(self)
        self.messages = MessageArea(self)
        self._head = QWidget(self)
        self.header = EventHeader(self._head)
        self.tabs = TabBar(self._head)
        self.progress = ThinProgress(self)
        self.pages = PageStack(self)
        self.inspectors = QStackedWidget(self)
        self.state = StateLine(self)
        self._columns = QSplitter(Qt.Orientation.Horizontal, self)
        self._moved = False
        self._arrange()
        self.navigation.list.setFocus()
        self._restore()
        follow_language(self.retranslate)

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self.tabs.setAccessibleName(t("Pages of the event"))
        self.inspectors.setAccessibleName(t("What is chosen"))
        if not self.windowTitle():
            self.setWindowTitle(t("Delegation Planner"))

    def show_look(self, look: Look) -> None:
        """Show the words kept from last time."""
        self.top.set_office(look.office)
        self.navigation.set_entries(look.entries)
        self.navigation.list.choose(look.chosen)
        self.header.show_heading(look.heading)
        self.tabs.set_tabs(look.tabs)
        self.tabs.choose(look.tab)
        self.state.set_zones(look.zones)
        self.show_heading(bool(look.heading.title))

    def look(self) -> Look:
        """Return the words shown now."""
        return Look(
            self.top.office(), self.navigation.entries(), self.navigation.list.current(), self.header.shown(),
            tuple(self.tabs.tabs()), self.tabs.current(), self.state.zones(),
        )  # fmt: skip

    def show_heading(self, shown: bool) -> None:
        """Show the heading and tabs of an event, or hide them for a register."""
        self._head.setVisible(shown)

    def show_office(self, shown: bool) -> None:
        """Show the left column and the bar's search and steps, or hide them while no office is open."""
        self.sides.want("left", shown)
        self.top.set_open(shown)
        if not shown:
            self.state.set_author("")
            self.state.set_office("")
            self.state.set_zones("")

    def show_inspector(self, shown: bool) -> None:
        """Show the right column, or give its room to the page."""
        self.sides.want("right", shown)

    def _arrange(self) -> None:
        middle = QWidget(self)
        head = QVBoxLayout(self._head)
        head.setContentsMargins(0, 2, 0, 0)
        head.setSpacing(8)
        head.addWidget(self.header)
        head.addWidget(self.tabs)
        column = QVBoxLayout(middle)
        column.setContentsMargins(18, 10, 18, 10)
        column.setSpacing(0)
        for widget in (self.messages, self._head, self.progress):
            column.addWidget(widget)
        column.addSpacing(9)
        column.addWidget(ScrollingRoom(self.pages, middle), 1)
        self._inspector = QFrame(self)
        self._inspector.setProperty("kind", "inspector")
        right = QHBoxLayout(self._inspector)
        right.setContentsMargins(1, 0, 0, 0)
        right.addWidget(self.inspectors)
        for place, part in enumerate((self.navigation, middle, self._inspector)):
            self._columns.addWidget(part)
            self._columns.setStretchFactor(place, int(place == 1))
            self._columns.setCollapsible(place, False)
        self._columns.setHandleWidth(1)
        self._columns.setChildrenCollapsible(False)
        self.panes = Panes(self, (self.navigation, middle, self._inspector), self.tabs)
        middle.setMinimumWidth(420)
        self.navigation.setMinimumWidth(theme.px(150))
        self._inspector.setMinimumWidth(theme.px(240))
        self.sides = SideColumns(self, self.settings, self.navigation, self._inspector, self.pages)
        self.top.add_at_ends(self.sides.buttons["left"], self.sides.buttons["right"])
        ground = QWidget(self)
        rows = QVBoxLayout(ground)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.top)
        rows.addWidget(self._columns, 1)
        rows.addWidget(self.state)
        self.setCentralWidget(ground)

    def _restore(self) -> None:
        kept = self.settings.now
        if not (kept.geometry and self.restoreGeometry(QByteArray(kept.geometry_bytes()))):
            self.resize(SIZE)
        sizes = kept.more.get("columns")
        if isinstance(sizes, list) and len(sizes) == 3 and all(isinstance(size, int) for size in sizes):
            self._moved = True
            self._columns.setSizes(sizes)
        self._columns.splitterMoved.connect(self._note_moved)

    def _usual_sizes(self) -> list[int]:
        left = min(theme.px(264), self.width() // 5)
        right = min(theme.px(367), max(theme.px(280), self.width() * 28 // 100))
        return [left, self.width() - left - right, right]

    def _note_moved(self, *_where: int) -> None:
        self._moved = True

    def arrange_columns(self) -> None:
        """Give the columns the widths of the design at the text size in force."""
        self._moved = False
        self._columns.setSizes(self._usual_sizes())

    def columns(self) -> list[int] | None:
        """Return the widths of the three columns if the person has set them; the usual one of a hidden column."""
        sizes = zip(self._columns.sizes(), self._usual_sizes(), strict=True)
        return [size or usual for size, usual in sizes] if self._moved else None

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell when the shell was first on the screen."""
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            self.painted.emit()
            QTimer.singleShot(0, self, self._draw_icons)

    def _draw_icons(self) -> None:
        self.top.draw_icons()
        self.tabs.draw_icons()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the bar's search as wide as the window allows."""
        super().resizeEvent(event)
        if not self._moved:
            self._columns.setSizes(self._usual_sizes())
        self.top.search.setFixedWidth(max(theme.px(180), min(theme.px(330), self.width() // 4)))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let the office be closed in order first."""
        self.closing.emit()
        super().closeEvent(event)
