"""Look-alikes: people of the register who may be one, why, and what merging them would do."""

from __future__ import annotations

from typing import Any, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QScrollArea, QSplitter, QVBoxLayout, QWidget

from planner.app import Changes
from planner.operations import merging
from planner.queries.duplicates import LookAlike, MergeSheet, duplicates, merge_sheet
from planner.rules.duplicates import Pair
from ui import theme
from ui.common.buttons import Button
from ui.common.columns import Column
from ui.common.empty_state import EmptyState
from ui.common.filter_bar import SearchBox
from ui.common.fitting import fit_to_screen
from ui.common.labels import Muted, Title
from ui.common.likeness_words import reason_words
from ui.common.message_bar import MessageArea
from ui.common.named import in_both
from ui.common.page_stack import PageStack
from ui.common.progress import ThinProgress
from ui.common.row_table import RowTable
from ui.context import Context
from ui.people.merge_pane import MergePane
from ui.translate import follow_language, language, t, tn

TABLES = frozenset(
    ("person", "person_name", "person_private", "post", "participation", "organisation", "organisation_name", "setting")
)
"""What the look-alikes are found by."""


class PairRow(NamedTuple):
    """A pair on the screen; `id` is its place in the list of pairs, by the two people."""

    id: int
    pair: Pair
    one: str
    other: str
    why: str
    score: int


class LookAlikesDialog(QDialog):
    """Attributes: `table`, `pane`, `merge_button`, `apart_button`, `messages`."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self._rows: list[PairRow] = []
        self._numbers: dict[Pair, int] = {}
        self._shown: MergeSheet | None = None
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.resize(theme.px(1080), theme.px(720))
        self.title, self.step = Title("", self), Muted("", self, elide=True)
        self.progress, self.messages = ThinProgress(self), MessageArea(self)
        self.search = SearchBox("", parent=self)
        self.table = RowTable(self._columns(), self)
        self.pane = MergePane(self)
        self.empty = EmptyState(parent=self)
        self.apart_button, self.close_button = Button("", self), Button("", self)
        self.merge_button = Button("", self, kind="primary")
        self._arrange()
        self.search.searched.connect(self.table.search)
        self.search.left_downwards.connect(self.table.setFocus)
        self.table.selected.connect(lambda _ids: self._choose())
        self.table.delete_requested.connect(lambda _ids: self.keep_apart())
        self.table.activated_row.connect(lambda _id: self.merge())
        self.merge_button.clicked.connect(lambda _on=False: self.merge())
        self.apart_button.clicked.connect(lambda _on=False: self.keep_apart())
        self.close_button.clicked.connect(lambda _on=False: self.accept())
        context.changed.connect(self._look_again)
        follow_language(self.retranslate)
        self.read()

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self.setWindowTitle(t("Look-alikes"))
        self.title.setText(t("Look-alikes"))
        self.search.set_placeholder(t("Find a name"))
        self.table.set_columns(self._columns())
        self.table.setAccessibleName(t("Look-alikes"))
        self.empty.set_words(
            t("Nobody stands here twice"),
            t("People of nearly the same name in the same post or place appear here, to be merged or kept apart."), "",
        )  # fmt: skip
        self.merge_button.set_text(t("Merge these two"))
        self.apart_button.set_text(t("Not the same person"))
        self.close_button.set_text(t("Close"))
        self._tell()

    def read(self) -> None:
        """Find the pairs beside the window."""
        self.progress.start()
        self.context.read(self, "pairs", self._show, duplicates, self.context.today())

    def merge(self) -> None:
        """Make the two shown one, with the values that were taken."""
        if self._shown is not None and self.merge_button.isEnabled():
            self.context.run(
                self, merging.merge_people, self._shown.one.id, self._shown.other.id, from_other=self.pane.from_other(),
                done=lambda changes: self._done(changes, t("Merged. Ctrl+Z parts them again.")),
            )  # fmt: skip

    def keep_apart(self) -> None:
        """Remember that the two shown are two."""
        if self._shown is not None and self.apart_button.isEnabled():
            self.context.run(
                self, merging.set_apart, self._shown.one.id, self._shown.other.id,
                done=lambda changes: self._done(changes, t("Kept apart. They will not be proposed again.")),
            )  # fmt: skip

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Merge by Ctrl+Enter, keep apart by Delete, undo by Ctrl+Z, close by Escape."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.merge()
        elif control and event.key() == Qt.Key.Key_Z:
            self.context.undo(self)
        elif event.key() == Qt.Key.Key_Delete:
            self.keep_apart()
        else:
            super().keyPressEvent(event)

    def rows(self) -> list[PairRow]:
        """Return the pairs found."""
        return list(self._rows)

    def _arrange(self) -> None:
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(self.pane)
        pairs = QWidget(self)
        column = QVBoxLayout(pairs)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.search)
        column.addWidget(self.table, 1)
        self.split = QSplitter(Qt.Orientation.Vertical, self)
        self.split.setChildrenCollapsible(False)
        self.split.addWidget(pairs)
        self.split.addWidget(area)
        self.split.setSizes([theme.px(240), theme.px(380)])
        self._stack = PageStack(self)
        self._stack.addWidget(self.split)
        self._stack.addWidget(self.empty)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.apart_button)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        foot.addWidget(self.merge_button)
        for button in (self.apart_button, self.close_button, self.merge_button):
            button.setAutoDefault(False)
        outer = QVBoxLayout()
        outer.setContentsMargins(22, 18, 22, 16)
        outer.setSpacing(8)
        for widget in (self.title, self.step, self.progress, self.messages):
            outer.addWidget(widget)
        outer.addWidget(self._stack, 1)
        fit_to_screen(self, outer, foot)

    def _columns(self) -> list[Column]:
        return [
            Column("one", t("Person"), lambda row: row.one, 300, strong=True),
            Column("other", t("Perhaps the same"), lambda row: row.other, 300),
            Column("why", t("Why"), lambda row: row.why, 400, muted=True),
        ]

    def _show(self, found: tuple[LookAlike, ...]) -> None:
        self.progress.stop()
        for one in found:
            self._numbers.setdefault(one.proposal.pair, len(self._numbers) + 1)
        place = next((n for n, row in enumerate(self._rows) if row.id in self.table.selected_ids()), 0)
        self._rows = [self._row(one) for one in found]
        self.table.replace_rows(self._rows)
        self._stack.setCurrentIndex(int(not self._rows))
        if self._rows and not self.table.selected_ids():
            self.table.select([self._rows[min(place, len(self._rows) - 1)].id])
            self.table.setFocus()
        self._choose()

    def _row(self, one: LookAlike) -> PairRow:
        first, second = (" · ".join(filter(None, in_both(who.names, (language(),)))) for who in (one.one, one.other))
        pair, why = one.proposal.pair, reason_words(one.proposal.reasons)
        return PairRow(self._numbers[pair], pair, first or "—", second or "—", why, one.proposal.score)

    def _choose(self) -> None:
        ids = self.table.selected_ids()
        row = next((row for row in self._rows if ids and row.id == ids[0]), None)
        if row is None:
            self._shown = None
            self.pane.show_sheet(None)
        else:
            self.context.read(self, "sheet", self._show_sheet, merge_sheet, *row.pair, self.context.today())
        self._tell()

    def _show_sheet(self, sheet: MergeSheet) -> None:
        self._shown = sheet
        self.pane.show_sheet(sheet)
        self._tell()

    def _done(self, changes: Changes, sentence: str) -> None:
        if changes.number:
            self.messages.info(sentence)

    def _look_again(self, changes: Any) -> None:
        if TABLES & changes.tables:
            self.read()

    def _tell(self) -> None:
        free = self._shown is not None and self.context.read_only is None
        self.merge_button.setEnabled(free)
        self.apart_button.setEnabled(free)
        count = len(self._rows)
        self.step.setText(
            tn("{n} pair may be one person: choose what stands, then merge, or say that they are two.",
               "{n} pairs may be one person each: choose what stands, then merge, or say that they are two.", count)
            if count else ""
        )  # fmt: skip
