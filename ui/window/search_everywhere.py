"""Search over everything: a list under the search line, filtered at every key, led by the keyboard."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from planner.app import Changes
from planner.language.catalog import mark
from planner.queries.search import Hit, find, search_lines
from ui import theme
from ui.common.labels import Muted
from ui.common.named import other_wording, shown
from ui.common.nav_list import NavEntry, NavList
from ui.context import Context
from ui.translate import t
from ui.window.main_window import MainWindow

SHOWN = 30
KINDS = {
    "person": mark("person"),
    "event": mark("event"),
    "item": mark("item"),
    "organisation": mark("organisation"),
    "venue": mark("venue"),
    "agreement": mark("agreement"),
}
TABLES = frozenset({
    "event", "person", "person_name", "post", "item", "organisation", "organisation_name", "venue", "room", "agreement",
})  # fmt: skip


class SearchResults(QFrame):
    """The list under the search line, on top of the page."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self.setProperty("kind", "panel")
        self.list = NavList(self, boxed=True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setStyleSheet("QListView { border: none; }")
        self._nothing = Muted("", self, wrap=True)
        self._nothing.setMargin(theme.px(12))
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.addWidget(self.list)
        column.addWidget(self._nothing)
        self.hide()

    def show_hits(self, hits: tuple[Hit, ...], words: str, under: QWidget) -> None:
        """Show what was found below the search line."""
        self.list.set_entries([_entry(hit, place) for place, hit in enumerate(hits)])
        if hits:
            self.list.choose("0")
        self.list.setVisible(bool(hits))
        self._nothing.setText(t("Nothing is called “{words}”.", words=words))
        self._nothing.setVisible(not hits)
        place = under.mapTo(self._over, QPoint(0, under.height() + 4))
        width = max(under.width(), theme.px(460))
        left = max(8, min(place.x(), self._over.width() - width - 8))
        height = self.list.height_for_all() + 4 if hits else theme.px(60)
        room = self._over.height() - place.y() - 16
        self.setGeometry(left, place.y(), width, min(height, room, theme.px(560)))
        self.show()
        self.raise_()


class SearchEverywhere(QObject):
    """Connects the search line of the window with an open office. The lines are read once and after changes."""

    def __init__(self, window: MainWindow, context: Context) -> None:
        super().__init__(window)
        self._context = context
        self._box = window.top.search
        self._lines: tuple[Hit, ...] | None = None
        self._hits: tuple[Hit, ...] = ()
        self._asked = False
        self.results = SearchResults(window)
        self.results.list.clicked.connect(lambda index: self._go(index.row()))
        self._box.searched.connect(self.search)
        self._box.line.installEventFilter(self)
        self._shortcut = QShortcut(QKeySequence("Ctrl+K"), window)
        self._shortcut.activated.connect(self.focus)
        context.changed.connect(self._look_at)

    def focus(self) -> None:
        """Put the cursor into the search line."""
        self._box.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._box.line.selectAll()

    def search(self, words: str) -> None:
        """Show what is found; no words hide the list."""
        if not words.strip():
            self.results.hide()
            return
        if self._lines is None:
            self._read()
            return
        self._hits = find(self._lines, words, limit=SHOWN)
        self.results.show_hits(self._hits, words, self._box)

    def hits(self) -> tuple[Hit, ...]:
        """Return what was found last."""
        return self._hits

    def close(self) -> None:
        """Let go of the window."""
        self._box.searched.disconnect(self.search)
        self._box.line.removeEventFilter(self)
        self._context.changed.disconnect(self._look_at)
        self._shortcut.setEnabled(False)
        self._shortcut.deleteLater()
        self.results.hide()
        self.results.deleteLater()
        self.deleteLater()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Move in the list, go to what is chosen, or close the list, all from the search line."""
        if event.type() == QEvent.Type.FocusIn and self._lines is None:
            self._read()
        if event.type() == QEvent.Type.FocusOut:
            self.results.hide()
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent) or not self.results.isVisible():
            return False
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        current = int(self.results.list.current() or 0)
        if step is not None and self._hits:
            self.results.list.choose(str((current + step) % len(self._hits)))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go(current)
        elif event.key() == Qt.Key.Key_Escape:
            self.results.hide()
        else:
            return False
        return True

    def _go(self, place: int) -> None:
        if place < len(self._hits):
            hit = self._hits[place]
            self._box.clear()
            self.results.hide()
            self._context.show(hit.kind, hit.id)

    def _read(self) -> None:
        if not self._asked:
            self._asked = True
            self._context.read(self, "lines", self._take, search_lines, self._context.today())

    def _take(self, lines: tuple[Hit, ...]) -> None:
        self._lines, self._asked = lines, False
        if self._box.line.hasFocus():
            self.search(self._box.text())

    def _look_at(self, changes: Changes) -> None:
        if changes.tables & TABLES:
            self._lines = None
            if self.results.isVisible():
                self._read()


def _entry(hit: Hit, place: int) -> NavEntry:
    title = shown(hit.title)
    detail = shown(hit.detail)
    other = other_wording(hit.title, title)
    return NavEntry(title, str(place), t(KINDS[hit.kind]), detail=" · ".join(part for part in (other, detail) if part))
