"""The panel that adds somebody: found in the register, or new, in one step."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from planner.language.languages import find
from planner.language.search import fold
from planner.operations import delegations
from planner.operations.people import NewName
from planner.queries.delegations import DelegationRow
from planner.queries.people import people
from planner.rules.kinds import Capacity
from planner.rules.text import Language, text
from ui import theme
from ui.common.buttons import Button, IconButton
from ui.common.fields import ChoiceField, Line
from ui.common.filter_bar import SearchBox
from ui.common.form import clear
from ui.common.labels import Caption, Heading, Muted
from ui.common.named import in_both, shown
from ui.common.offered_names import OfferedNames
from ui.common.picker import Offer, OfferList
from ui.common.text_fields import language_names
from ui.common.words import choices
from ui.context import Context
from ui.delegations.lines import Board, delegation_name
from ui.translate import follow_language, t

PARTS = ("surname", "given", "patronymic", "position")


def register_offers(db: Any, day: Any, languages: Sequence[Language]) -> list[Offer]:
    """Return everybody of the register as offers, by name."""
    found = []
    for row in people(db, day):
        name, second = in_both(row.who.names, languages)
        post = shown(row.who.position, *languages)
        words = [*(f"{one.surname} {one.given} {one.patronymic}" for one in row.who.names.values()), post]
        remark = " · ".join(filter(None, (second, post)))
        found.append(Offer(row.id, row.id, name or "—", remark, fold(" ".join(words))))
    found.sort(key=lambda offer: fold(offer.label))
    return found


class AddMemberPanel(QFrame):
    """Signals: `added(participation_id)`, `closed()`."""

    added = Signal(int)
    closed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.setProperty("kind", "panel")
        self._board: Board | None = None
        self._lines: dict[tuple[str, Language], Line] = {}
        self.offered = OfferedNames(self)
        self.heading = Heading("", self)
        self.delegation = ChoiceField("", self)
        self.capacity = ChoiceField("", self)
        self.search = SearchBox("", parent=self)
        self.list = OfferList(self)
        self.add_found = Button("", self, clicked=self.add_chosen)
        self.add_new = Button("", self, kind="primary", clicked=self.add_typed)
        self._new_heading = Muted("", self)
        self._hint = Caption("", self, wrap=True)
        self._grid = QGridLayout()
        self._grid.setSpacing(6)
        self._close = IconButton("close", "", self, quiet=True, clicked=self.close_panel)
        self._arrange()
        self.search.searched.connect(self._search)
        self.search.left_downwards.connect(self._go_down)
        self.list.activated_row.connect(lambda _id: self.add_chosen())
        follow_language(self.retranslate)

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self.heading.setText(t("Add a person"))
        self.delegation.set_caption(t("To the delegation"))
        self.capacity.set_caption(t("Capacity"))
        self.capacity.set_choices(choices(Capacity))
        if self.capacity.value() is None:
            self.capacity.set_value(Capacity.MEMBER)
        self.search.set_placeholder(t("Find in the register"))
        self.add_found.set_text(t("Add from the register"))
        self.add_new.set_text(t("Add new person"))
        self._new_heading.setText(t("Not in the register yet"))
        self._hint.setText(t("Without a name the place is kept for the post: “to be named”."))
        self._close.set_label(t("Close"))
        if self._board is not None:
            self._build(self._board)

    def open_for(self, board: Board, delegation_id: int, words: str = "") -> None:
        """Open for a delegation of an event, ready to type into."""
        fresh = self.isHidden()
        self._build(board)
        self.delegation.set_value(delegation_id or (board.delegations[0].id if board.delegations else None))
        self.show()
        if fresh:
            self.list.replace_rows([])
            self._read()
        if words:
            self.search.line.setText(words)
        self.search.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_panel(self) -> None:
        """Close without adding."""
        self.hide()
        self.closed.emit()

    def line(self, part: str, language: Language) -> Line:
        """Return the line of a part of the name, or of the position, in a language."""
        return self._lines[part, language]

    def add_chosen(self) -> None:
        """Add the person chosen in the list, or the first one found."""
        offer = self.list.chosen()
        if offer is not None:
            self._run(delegations.add_member, offer.value)

    def add_typed(self) -> None:
        """Add the person typed in: to the register, with the post, and to the delegation, as one step."""
        tags = self._languages()
        names = [self._name(tag) for tag in tags]
        post = text(**{tag.replace("-", "_"): self._words("position", tag) for tag in tags})
        self._run(delegations.add_new_member, [name for name in names if name.surname or name.given], position=post)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Escape; add by Ctrl+Enter from anywhere."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_panel()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and event.modifiers():
            self.add_typed()
        else:
            super().keyPressEvent(event)

    def _run(self, operation: Any, *args: Any, **values: Any) -> None:
        delegation_id = self.delegation.value()
        if delegation_id is not None:
            capacity = Capacity(self.capacity.value() or Capacity.MEMBER).value
            self.context.run(self, operation, delegation_id, *args, capacity=capacity, done=self._done, **values)

    def _done(self, changes: Any) -> None:
        for line in self._lines.values():
            line.show_text("")
            line.clear()
        self.offered.refresh()
        self.search.clear()
        self.capacity.set_value(Capacity.MEMBER)
        self._read()
        self.search.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.added.emit(int(changes.result))

    def _read(self) -> None:
        day = self._board.event.from_day if self._board else self.context.today()
        self.context.read(self, "register", self.list.replace_rows, register_offers, day, self._languages())

    def _search(self, words: str) -> None:
        self.list.search(words)

    def _go_down(self) -> None:
        rows: list[Any] = self.list.rows()
        if len(rows) == 1:
            self.add_chosen()
        elif rows:
            self.list.select([rows[0].id])
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _languages(self) -> tuple[Language, ...]:
        return self._board.event.languages if self._board else ()

    def _name(self, tag: Language) -> NewName:
        surname, given, patronymic = (self._words(part, tag) for part in PARTS[:3])
        return NewName(tag, surname, given, patronymic, order=find(tag).name_order.value)

    def _words(self, part: str, language: Language) -> str:
        return " ".join(self._lines[part, language].text().split())

    def _build(self, board: Board) -> None:
        before = self._languages()
        self._board = board
        self.delegation.set_choices([(row.id, _label(row, board)) for row in board.delegations])
        if before != board.event.languages or not self._lines:
            self._build_lines()
        placeholders = {
            "surname": t("Surname"), "given": t("Given name"), "patronymic": t("Patronymic"), "position": t("Position"),
        }  # fmt: skip
        for one in language_names(self._languages()):
            for part in PARTS:
                line = self._lines[part, one.tag]
                line.setPlaceholderText(f"{placeholders[part]} — {one.name}")
                line.setAccessibleName(f"{placeholders[part]} — {one.name}")

    def _build_lines(self) -> None:
        clear(self._grid)
        self._lines = {}
        for column, tag in enumerate(self._languages()):
            for row, part in enumerate(PARTS):
                line = Line(self)
                line.returnPressed.connect(self.add_typed)
                self._lines[part, tag] = line
                self._grid.addWidget(line, row, column)
        self.offered.watch(self._lines, self._languages())

    def _arrange(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.heading, 1)
        top.addWidget(self._close)
        left = QVBoxLayout()
        left.setSpacing(6)
        left.addWidget(self.search)
        left.addWidget(self.list, 1)
        left.addWidget(self.add_found, 0, Qt.AlignmentFlag.AlignLeft)
        self.list.setMinimumHeight(theme.px(110))
        right = QVBoxLayout()
        right.setSpacing(6)
        right.addWidget(self._new_heading)
        right.addLayout(self._grid)
        right.addWidget(self.offered)
        right.addWidget(self._hint)
        right.addStretch(1)
        right.addWidget(self.add_new, 0, Qt.AlignmentFlag.AlignLeft)
        where = QHBoxLayout()
        where.addWidget(self.delegation, 2)
        where.addWidget(self.capacity, 1)
        parts = QHBoxLayout()
        parts.setSpacing(18)
        parts.addLayout(left, 1)
        parts.addLayout(right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 8, 14, 12)
        column.setSpacing(8)
        column.addLayout(top)
        column.addLayout(where)
        column.addLayout(parts)


def _label(row: DelegationRow, board: Board) -> str:
    return delegation_name(row, board.event.languages)
