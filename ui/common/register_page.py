"""A register: a long list with a search, a panel to add to it, and whatever is chosen in the inspector."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from planner.rules.text import Language
from ui import theme
from ui.common.add_panel import AddPanel, Typed
from ui.common.buttons import Button
from ui.common.columns import Column, Row
from ui.common.empty_state import EmptyState
from ui.common.filter_bar import FilterBar
from ui.common.labels import Title
from ui.common.page import Action, Page
from ui.common.row_table import RowTable
from ui.context import Context
from ui.translate import follow_language, t


class RegisterPage(Page):
    """Subclasses set `kind` and `table_name`, and write the methods below.

    Attributes: `bar`, `table`, `adding`, `empty`.
    """

    kind = ""
    table_name = ""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._wanted = 0
        self._loaded = False
        self._languages: tuple[Language, ...] = ("ru", "en")
        self.title = Title("", self)
        self.bar = FilterBar(" ", self)
        self.bar.let_search_shrink()
        self.table = RowTable(self.columns(), self, folded=self.folded())
        self.adding = AddPanel(self)
        self.empty = EmptyState(parent=self)
        self.add_button = Button("", self, clicked=self.open_adding)
        self.bar.add_right(self.add_button)
        self._stack = QStackedLayout()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for widget in (self.title, self.bar, self.adding):
            column.addWidget(widget)
        column.addLayout(self._stack, 1)
        self._connect()
        self._by_hand = False
        if widths := context.settings.now.widths.get(self.table_name):
            self.table.set_widths(widths)
            self._by_hand = True
        follow_language(self.retranslate)

    def columns(self) -> list[Column]:
        """Return the columns in the interface's language."""
        raise NotImplementedError

    def folded(self) -> Callable[[Any], str] | None:
        """Return how a row is found; None takes all its columns."""
        return None

    def read_rows(self) -> None:
        """Ask for the rows and hand them to `show_rows`."""
        raise NotImplementedError

    def words(self) -> tuple[str, str, str, str, str]:
        """Return the title, the search's placeholder, the adding action, and the empty state's heading and sentence."""
        raise NotImplementedError

    def parts(self) -> list[tuple[str, str]]:
        """Return the (key, name) of each line of the panel that adds."""
        raise NotImplementedError

    def languages(self) -> Sequence[Language]:
        """Return the languages in which the panel asks for names: the office's usual ones."""
        return self._languages

    def add(self, typed: Typed) -> None:
        """Add what was typed to the register, ending in `added`."""
        raise NotImplementedError

    def remove(self, thing_id: int) -> None:
        """Remove one thing; it can be undone."""
        raise NotImplementedError

    def main_action(self) -> Action | None:
        """Add to the register."""
        return Action(self.words()[2], self.open_adding) if self.context.read_only is None else None

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        title, search, add, heading, sentence = self.words()
        self.title.setText(title)
        self.bar.set_placeholder(search)
        self.add_button.set_text(add)
        self.adding.set_words(add.removeprefix("+ "), t("Add"))
        self.empty.set_words(heading, sentence, add)
        self.table.set_columns(self.columns())
        self.table.setAccessibleName(title)
        self._count()
        if self._loaded:
            self.mark_stale()

    def refresh(self) -> None:
        """Read the register again."""
        self.add_button.setEnabled(self.context.read_only is None)
        self.read_rows()

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show the rows; what was chosen stays chosen."""
        first = not self._loaded
        self._loaded = True
        self.table.replace_rows(rows)
        if first and self.table.rows() and self.sorted_at_first():
            self.table.sort_by(self.sorted_at_first())
        self._stack.setCurrentIndex(int(not rows))
        if self._wanted:
            self.table.select([self._wanted])
            self._wanted = 0
        self._count()

    def sorted_at_first(self) -> str | None:
        """Return the column by which the list is sorted when it is first shown."""
        return None

    def open_adding(self) -> None:
        """Open the panel that adds."""
        if self.context.read_only is None:
            self.adding.open_for(self.parts(), self.languages())

    def added(self, changes: Any) -> None:
        """Choose what was added."""
        self.adding.hide()
        self.bar.search.clear()
        self._choose(changes.result)
        self.context.select(self.kind, changes.result)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Add by Insert or Ctrl+N, search by Ctrl+F."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() == Qt.Key.Key_Insert or (control and event.key() == Qt.Key.Key_N):
            self.open_adding()
        elif control and event.key() == Qt.Key.Key_F:
            self.bar.search.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            super().keyPressEvent(event)

    def _connect(self) -> None:
        self.bar.searched.connect(self._search)
        self.bar.left_downwards.connect(self._go_down)
        self.table.selected.connect(self._tell)
        self.table.activated_row.connect(self._open)
        self.table.delete_requested.connect(self._remove)
        self.table.horizontalHeader().sectionResized.connect(lambda *_sizes: self._note_hand())
        self.table.widths_changed.connect(self._keep_widths)
        self.adding.wanted.connect(self.add)
        self.empty.step_taken.connect(self.open_adding)
        self.context.selected.connect(self._selected_elsewhere)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the columns share the width as in the design until the person changes one."""
        super().resizeEvent(event)
        if not self._by_hand:
            wanted = [column.width for column in self.columns()]
            room = max(self.width() - theme.px(20), theme.px(400))
            self.table.set_widths([room * width // sum(wanted) for width in wanted])

    def _note_hand(self) -> None:
        if QGuiApplication.mouseButtons() & Qt.MouseButton.LeftButton and self.table.underMouse():
            self._by_hand = True

    def _keep_widths(self, widths: list[int]) -> None:
        if self._by_hand:
            self.context.settings.set_widths(self.table_name, widths)

    def _search(self, words: str) -> None:
        self.table.search(words)
        self._count()

    def _go_down(self) -> None:
        rows = self.table.rows()
        if rows:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
            if self.table.current_id() is None:
                self.table.select([rows[0].id])

    def _count(self) -> None:
        shown, there = self.table.count()
        self.bar.set_count(str(there) if shown == there else t("{shown} of {there}", shown=shown, there=there))

    def _tell(self, ids: Sequence[int]) -> None:
        if len(ids) == 1:
            self.context.select(self.kind, ids[0])
        elif not ids:
            self.context.select("", 0)

    def _choose(self, thing_id: int) -> None:
        if any(row.id == thing_id for row in self.table.rows()):
            self.table.select([thing_id])
        else:
            self._wanted = thing_id

    def _selected_elsewhere(self, kind: str, thing_id: int) -> None:
        if kind == self.kind and self.table.selected_ids() != (thing_id,):
            self._choose(thing_id)

    def _open(self, thing_id: int) -> None:
        self.context.select(self.kind, thing_id)
        for inspector in self.window().findChildren(QWidget, f"{self.kind} inspector"):
            if inspector.isVisible():
                inspector.setFocus(Qt.FocusReason.OtherFocusReason)

    def _remove(self, ids: Sequence[int]) -> None:
        if self.context.read_only is None:
            for thing_id in ids:
                self.remove(thing_id)
