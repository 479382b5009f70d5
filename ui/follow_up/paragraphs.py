"""Paragraphs one under another, in an order of their own, and a line for one more."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from planner.queries.follow_up import FollowUp
from planner.rules.text import Language
from ui import theme
from ui.common.fields import Combo, Line
from ui.context import Context
from ui.follow_up.entries import Entry
from ui.follow_up.facts import Facts
from ui.follow_up.paragraph import ParagraphView
from ui.translate import t

MakeFacts = Callable[[Entry, QWidget], Facts | None]


class Paragraphs(QWidget):
    """Signals: `wanted(kind, words)` for one more; `ordered(ids)` when one was moved; `removal_wanted(id)`.

    Attributes: `views`, the paragraphs by the ids of their rows; `kind` and `new`, what the next one will be.
    """

    wanted = Signal(str, str)
    ordered = Signal(object)
    removal_wanted = Signal(int)

    def __init__(
        self, context: Context, table: str, parent: QWidget | None = None, *, facts: MakeFacts | None = None
    ) -> None:
        super().__init__(parent)
        self.context, self._table, self._make_facts = context, table, facts
        self._languages: tuple[Language, ...] = ()
        self._kinds: list[str] = []
        self._place = -1
        self._order: list[int] = []
        self.views: dict[int, ParagraphView] = {}
        self.kind, self.new = Combo(self), Line(self)
        self.foot = QWidget(self)
        self._line = QFrame(self)
        self._line.hide()
        foot = QHBoxLayout(self.foot)
        foot.setContentsMargins(theme.px(18), 0, 0, 0)
        foot.setSpacing(8)
        foot.addWidget(self.kind)
        foot.addWidget(self.new, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(4))
        self._column.addWidget(self.foot)
        self.new.returnPressed.connect(self._ask)

    def set_kinds(self, kinds: Sequence[tuple[str, str]], placeholder: str) -> None:
        """Offer what a new paragraph may be, by its name and its words."""
        if [self.kind.itemText(place) for place in range(self.kind.count())] != [words for _kind, words in kinds]:
            chosen = self.kind.currentIndex()
            self.kind.clear()
            self.kind.addItems([words for _kind, words in kinds])
            self.kind.setCurrentIndex(min(max(chosen, 0), len(kinds) - 1))
        self._kinds = [kind for kind, _words in kinds]
        self.kind.setVisible(len(kinds) > 1)
        self.kind.setAccessibleName(t("What it is"))
        self.new.setPlaceholderText(placeholder)
        self.new.setAccessibleName(placeholder)

    def show_all(self, entries: Sequence[Entry], found: FollowUp) -> None:
        """Show these paragraphs in their order."""
        if found.languages != self._languages:
            self._forget(list(self.views))
        self._languages = found.languages
        self._forget([known for known in self.views if known not in {one.id for one in entries}])
        for place, one in enumerate(entries):
            view = self.views.get(one.id) or self._make(one)
            if self._column.indexOf(view) != place:
                self._column.insertWidget(place, view)
            view.show_entry(one, found.languages)
            if view.facts is not None:
                view.facts.show_row(one.row, found)
            view.up.setEnabled(place > 0)
            view.down.setEnabled(place < len(entries) - 1)
        before, self.views = self._order, {one.id: self.views[one.id] for one in entries}
        self._order = list(self.views)
        if self._order != before:
            self._tab_through()

    def set_read_only(self, read_only: bool) -> None:
        """Let the paragraphs be read only."""
        self.foot.setVisible(not read_only)
        for view in self.views.values():
            view.set_read_only(read_only)

    def put(self, row: int, place: int) -> None:
        """Put a paragraph at a place, counted without it from 0."""
        before = list(self.views)
        after = [one for one in before if one != row]
        after.insert(min(max(place, 0), len(after)), row)
        if after != before:
            self.ordered.emit(after)

    def _make(self, entry: Entry) -> ParagraphView:
        facts = self._make_facts(entry, self) if self._make_facts else None
        view = ParagraphView(self.context, self._table, entry.id, self, facts=facts)
        view.step_wanted.connect(lambda step: self.put(entry.id, list(self.views).index(entry.id) + step))
        view.removal_wanted.connect(lambda: self._remove(entry.id))
        view.dragged.connect(self._drag)
        view.dropped.connect(lambda: self._drop(entry.id))
        self.views[entry.id] = view
        self._column.insertWidget(self._column.count() - 1, view)
        return view

    def _remove(self, row: int) -> None:
        """Let a paragraph go; whoever typed in it goes on in the one after it, or in the line for another."""
        if row not in self.views:  # it went already, and the focus with it
            return
        ids, held = list(self.views), self.views[row].words.holds_focus()
        after = ids[ids.index(row) + 1 :]
        self.removal_wanted.emit(row)
        if held and after and after[0] in self.views:
            self.views[after[0]].take_focus()
        elif held:
            self.new.setFocus(Qt.FocusReason.OtherFocusReason)

    def _drag(self, screen_y: int) -> None:
        """Show where the paragraph would stand."""
        y = screen_y - self.mapToGlobal(self.rect().topLeft()).y()
        views = list(self.views.values())
        self._place = sum(view.geometry().center().y() < y for view in views)
        edge = views[self._place].y() if self._place < len(views) else views[-1].geometry().bottom()
        self._line.setStyleSheet(f"background: {theme.colour('link').name()}; border: none;")
        self._line.setGeometry(theme.px(18), edge - 1, self.width() - theme.px(18), 3)
        self._line.raise_()
        self._line.show()

    def _drop(self, row: int) -> None:
        self._line.hide()
        if self._place >= 0:
            own = list(self.views).index(row)
            self.put(row, self._place - (self._place > own))
        self._place = -1

    def _ask(self) -> None:
        words = self.new.text().strip()
        if words and self._kinds:
            self.new.clear()
            self.wanted.emit(self._kinds[max(self.kind.currentIndex(), 0)], words)

    def _tab_through(self) -> None:
        """Lead the Tab key through the paragraphs as they stand, and then to the line for another."""
        stops = [stop for view in self.views.values() for stop in view.stops()]
        for before, after in pairwise([*stops, self.kind, self.new]):
            QWidget.setTabOrder(before, after)

    def _forget(self, ids: Sequence[int]) -> None:
        for row in ids:
            view = self.views.pop(row)
            view.words.discard()
            self._column.removeWidget(view)
            view.hide()
            view.deleteLater()
