"""What the sections of the tab share: a bar, a table that is typed into, and what stands there while it is empty."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import count
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from planner.errors import PlannerError
from planner.operations import texts
from planner.papers import Paper
from planner.queries.events import EventPage
from planner.rules.text import Language
from ui.common.buttons import Button
from ui.common.edit_columns import EditColumn
from ui.common.edit_table import EditTable
from ui.common.empty_state import EmptyState
from ui.common.folding_bar import FoldingBar
from ui.common.labels import PlainLabel
from ui.common.live_view import LiveView
from ui.common.paper_numbers import number_of
from ui.context import Context
from ui.translate import follow_language, t

SAID_FOR = 10_000
"""Milliseconds for which a remark stands."""
PEOPLE = frozenset((
    "event", "delegation", "participation", "person", "person_name", "post", "organisation_name", "profile", "setting",
))  # fmt: skip
"""The tables from which people have their names and their order."""
TAKING_PART = PEOPLE | {"item", "item_track", "track_member", "attendance"}
_GESTURES = count(1)


def gesture() -> str:
    """Return a name under which several writes are one step."""
    return f"logistics:{next(_GESTURES)}"


class Section(LiveView):
    """One section. Attributes: `event_id`, `table`, `empty`, `bar`, `paper`, `foot`, `sheet` (what was read last).

    Subclasses set `name` and `PAPER`, and write the methods below. Signals: `counted(rows)` for the segment's number.
    """

    counted = Signal(int)
    name = ""
    PAPER: Paper | None = None

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.event_id = 0
        self.sheet: Any = None
        self.table = EditTable(self)
        self.empty = EmptyState(parent=self)
        self.paper = Button("", self, clicked=self.show_paper)
        self.bar = FoldingBar(self, last=self.paper)
        self.foot = PlainLabel("", self, role="small", wrap=True)
        self._quiet = QTimer(self, singleShot=True, interval=SAID_FOR)
        self._quiet.timeout.connect(self._show_foot)
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self.body())
        self.stack.addWidget(self.empty)
        self._arrange()
        self._connect()
        if widths := context.settings.now.widths.get(f"logistics {self.name}"):
            self._kept_widths = list(widths)
        else:
            self._kept_widths = []
        follow_language(self.retranslate)

    # --- What subclasses say

    def body(self) -> QWidget:
        """Return what is shown while there is something: the table, perhaps with more around it."""
        return self.table

    def read(self) -> None:
        """Ask for what is shown and hand it to `took`."""
        raise NotImplementedError

    def columns(self) -> Sequence[EditColumn]:
        """Return the columns of the table for what was read."""
        raise NotImplementedError

    def rows(self) -> Sequence[Any]:
        """Return the rows of the table."""
        raise NotImplementedError

    def is_empty(self) -> bool:
        """Tell whether there is nothing to show yet."""
        return not self.rows()

    def show_more(self) -> None:
        """Show what stands around the table."""

    def set_words(self) -> None:
        """Say what is the section's own in the interface's language."""

    def foot_words(self) -> str:
        """Return what stands under the table."""
        return ""

    def add(self, values: dict[str, Any], *, merge: str = "", done: Callable[[Any], object] | None = None) -> None:
        """Make a row of what was typed into the empty line, or pasted."""
        raise NotImplementedError

    def edit(self, ids: Sequence[int], key: str, value: Any, *, merge: str = "") -> None:
        """Write a value into rows."""
        raise NotImplementedError

    def remove(self, ids: Sequence[int]) -> None:
        """Remove rows."""
        raise NotImplementedError

    def chosen(self, ids: Sequence[int]) -> None:
        """Follow what was chosen in the table."""

    def reorder(self, row_id: int, place: int) -> None:
        """Put a row elsewhere in its order."""

    # --- What they share

    @property
    def visit(self) -> EventPage:
        """The event shown."""
        found: EventPage = self.sheet.event  # not `event`: that is Qt's
        return found

    @property
    def tags(self) -> tuple[Language, ...]:
        """The languages of the event."""
        return self.visit.languages

    @property
    def is_read_only(self) -> bool:
        """Tell whether nothing can be written."""
        return self.context.read_only is not None

    def set_event(self, event_id: int) -> None:
        """Show another event."""
        if event_id != self.event_id:
            self.event_id, self.sheet = event_id, None
            self.table.set_rows(())
            self.mark_stale()

    def refresh(self) -> None:
        """Read again what is shown."""
        if self.event_id:
            self.read()

    def took(self, sheet: Any) -> None:
        """Show what was read."""
        if sheet.event.id != self.event_id:
            return
        self.sheet = sheet
        self.show_all()

    def show_all(self) -> None:
        """Show what was read last."""
        if self.sheet is None:
            return
        self.table.set_columns(self.columns())
        if self._kept_widths:
            self.table.set_widths(self._kept_widths)
            self._kept_widths = []
        self.table.set_adding(can_add=True, read_only=self.is_read_only, words=self.new_words())
        self.table.set_rows(self.rows())
        self.show_more()
        typing = self.table.is_typing()
        self.stack.setCurrentIndex(1 if self.is_empty() and not typing else 0)
        if not self._quiet.isActive():
            self._show_foot()
        self.counted.emit(len(self.rows()))

    def new_words(self) -> str:
        """Return what the empty line says."""
        return t("+ Type a name")

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self.set_words()
        self.bar.arrange()
        self.show_all()

    def remark(self, words: str) -> None:
        """Say something under the table for a while."""
        if words:
            self.foot.set_role("attention")
            self.foot.setText(words)
            self.foot.show()
            self._quiet.start()

    def run(self, operation: Any, *args: Any, **values: Any) -> None:
        """Write something, unless nothing can be written."""
        if not self.is_read_only:
            self.context.run(self, operation, *args, **values)

    def run_each(self, ids: Sequence[int], write: Callable[[int, str], None]) -> None:
        """Write something for each row, all as one step; `write` gets the id and the step's name."""
        merge = gesture()
        for one in ids:
            write(one, merge)

    def write_words(self, table: str, ids: Sequence[int], field: str, tag: Language, words: str) -> None:
        """Write one wording of rows."""
        merge = gesture() if len(ids) > 1 else f"{table}:{ids[0]}:{field}:{tag}"
        for one in ids:
            self.run(texts.write_text, table, one, field, language=tag, words=words, merge=merge)

    def make_row(self, values: dict[str, Any]) -> None:
        """Make a row of the empty line and go on typing in it."""

        def refused(error: PlannerError) -> None:
            self.table.give_up()
            self.context.failed.emit(error)

        self._failed = refused
        self.add(values, done=lambda changes: self.table.follow(_first(changes.result)))

    _failed: Callable[[PlannerError], object] | None = None

    def take_pasted(self, taken: Sequence[tuple[int, dict[str, Any]]]) -> None:
        """Write lines from a spreadsheet, all as one step."""
        merge = gesture()
        for row_id, values in taken:
            if row_id:
                for key, value in values.items():
                    self.edit((row_id,), key, value, merge=merge)
            else:
                self.add(dict(values), merge=merge)

    def show_paper(self) -> None:
        """Go to the paper of this section, of what is shown where it is of one thing."""
        if self.PAPER is not None:
            self.context.show("paper", number_of(self.PAPER, self.of_what()))

    def of_what(self) -> int:
        """Return the id of what the paper is of, 0 where it is of the whole event."""
        return 0

    def start(self) -> None:
        """Begin the first row."""
        self.stack.setCurrentIndex(0)
        self.table.setFocus()
        self.table.type_new()

    def choose_member(self, ids: Sequence[int], member_of: Callable[[int], int | None]) -> None:
        """Show the member a single row is of in the inspector, the event for none or several."""
        member = member_of(ids[0]) if len(ids) == 1 else None
        if member:
            self.context.select("member", member)
        else:
            self.context.select("event", self.event_id)

    def _show_foot(self) -> None:
        words = self.foot_words() if self.sheet is not None else ""
        self.foot.set_role("small")
        self.foot.setText(words)
        self.foot.setVisible(bool(words))

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.bar)
        column.addWidget(self.stack, 1)
        column.addWidget(self.foot)

    def _connect(self) -> None:
        table = self.table
        table.edited.connect(self.edit)
        table.new_wanted.connect(self.make_row)
        table.delete_requested.connect(self.remove)
        table.pasted.connect(self.take_pasted)
        table.refused.connect(self.remark)
        table.selected.connect(self.chosen)
        table.moved.connect(self.reorder)
        table.widths_changed.connect(lambda widths: self.context.settings.set_widths(f"logistics {self.name}", widths))
        self.empty.step_taken.connect(self.start)


def words_column(
    key: str, title: str, words: Callable[[Any], str], width: int = 120, *, offers: Sequence[str] = (), **more: Any
) -> EditColumn:
    """Return a column of plain words, with words to offer."""
    return EditColumn(
        key, title, words, width, parse=lambda typed: " ".join(typed.split()),
        offers=(lambda: offers) if offers else None, **more,
    )  # fmt: skip


def short_language(tag: Language) -> str:
    """Return a language as a heading has it beside a title: "ru"."""
    return tag.split("-", maxsplit=1)[0] if len(tag) <= 3 else tag


def _first(result: Any) -> int:
    return int(result[0]) if isinstance(result, tuple) else int(result)


