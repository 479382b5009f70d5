"""The delegations of an event: guests and hosts side by side, each in order of precedence."""

from __future__ import annotations

from functools import cached_property, partial
from itertools import count, pairwise
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from planner.operations import delegations
from planner.queries.delegations import DelegationRow, MemberRow
from planner.rules.kinds import Side
from ui.common.empty_state import EmptyState
from ui.common.page import Action, EventPageView
from ui.common.paper_entries import PARTICIPANTS
from ui.common.words import word
from ui.context import Context
from ui.delegations import placing
from ui.delegations.bar import SEND, DelegationsBar
from ui.delegations.files import DelegationFiles, can_take, files_in
from ui.delegations.lines import COLUMNS, Board, columns_of, read_board
from ui.delegations.pair_lines import PairLines
from ui.delegations.protocol import ProtocolActions
from ui.delegations.side_list import SideList
from ui.translate import follow_language, t

if TYPE_CHECKING:
    from ui.delegations.add_member import AddMemberPanel
    from ui.delegations.first_page import FirstPage, Left

TABLES = frozenset(
    ("delegation", "participation", "person", "person_name", "post", "organisation", "organisation_name", "event",
     "counterpart", "profile", "setting")
)
_gestures = count(1)


class DelegationsPage(EventPageView):
    """The tab "Delegations". Attributes: `columns` ("guest" and "host"), `bar`, `adding`, `board`."""

    tables = TABLES

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.board: Board | None = None
        self.columns = {name: SideList(self) for name in COLUMNS}
        self.pair_lines = PairLines(self.columns["guest"], self.columns["host"], self)
        self.protocol = ProtocolActions(context, lambda: self.board, self)
        self.empty = EmptyState(parent=self)
        self.files = DelegationFiles(context, lambda: self.board, self._chosen_delegation, self)
        self.setAcceptDrops(True)
        self._chosen: tuple[str, int] = ("", 0)
        self._sides = QHBoxLayout()
        self.bar = DelegationsBar(self)
        self._arrange()
        for name, column in self.columns.items():
            column.chosen.connect(partial(self._choose, name))
            column.moved.connect(self.move_member)
            column.shifted.connect(self.shift)
            column.removal_wanted.connect(self.remove)
            column.opened.connect(self._open)
            column.left.connect(self._cross)
            column.matched.connect(self.protocol.shift)
            column.why_wanted.connect(self.protocol.explain)
        self._connect_protocol()
        self.bar.unpinned.connect(self.unpin_all)
        self.bar.side_order.edited.connect(self._set_side_order)
        self.bar.file_wanted.connect(self.import_file)
        self.bar.paste_wanted.connect(self.paste)
        self.bar.questionnaire_wanted.connect(self._questionnaire)
        self.bar.delegation_wanted.connect(self.add_delegation)
        self.bar.person_wanted.connect(self.add_person)
        self.empty.step_taken.connect(self.import_file)
        self.empty.other_step_taken.connect(self.add_person)
        context.selected.connect(self._selected_elsewhere)
        follow_language(self.retranslate)

    @cached_property
    def adding(self) -> AddMemberPanel:
        """The panel that adds somebody, made when it is first wanted: 30 ms that the list need not wait for."""
        from ui.delegations.add_member import AddMemberPanel

        panel = AddMemberPanel(self.context, self)
        panel.hide()
        panel.added.connect(self._added)
        self._column.insertWidget(self._column.indexOf(self.bar) + 1, panel)
        return panel

    def main_action(self) -> Action | None:
        """Print the list of participants."""
        return Action(t("Print participants…"), lambda: self.context.show("paper", PARTICIPANTS))

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self.columns["guest"].setAccessibleName(word(Side.GUEST))
        self.columns["host"].setAccessibleName(word(Side.HOST))
        self.empty.set_words(
            t("Nobody takes part yet"),
            t("Guests and hosts stand here in order of precedence. A list from Word or Excel is the quickest start."),
            t("Import list…"), t("+ Person"),
        )  # fmt: skip
        self._show_lines()

    def set_event(self, event_id: int) -> None:
        """Show another event."""
        if event_id != self.event_id:
            self._chosen = ("", 0)
            if "adding" in self.__dict__:
                self.adding.hide()
        super().set_event(event_id)

    def refresh(self) -> None:
        """Read the delegations again."""
        if self.event_id:
            first, self.context.first = self.context.first, None
            self.context.read(self, "board", self._show, read_board, self.event_id, first)

    def left(self) -> Left | None:
        """Return how the page is left, to be found so at the next start; None before it was read."""
        from ui.delegations.first_page import Left

        if self.board is None:
            return None
        scrolled = {name: column.verticalScrollBar().value() for name, column in self.columns.items()}
        return Left(
            self.event_id, str(self.bar.side_order.value()), self._chosen, scrolled, self.bar.height(),
            self.pair_lines.width(),
        )  # fmt: skip

    def take_over(self, first: FirstPage) -> None:
        """Go on where the list shown while the office was being opened was left, until this page has read it."""
        if self.board is not None:
            return
        left = first.now()
        self._chosen = left.chosen
        for name, column in self.columns.items():
            column.show_lines(first.columns[name].lines.lines)
            column.select_thing(*left.chosen)
            column.verticalScrollBar().setValue(left.scrolled[name])
        if first.focused():
            self.columns[first.focused()].setFocus(Qt.FocusReason.OtherFocusReason)
        if left.chosen[0]:
            self.context.select(*left.chosen)

    def member(self, member_id: int) -> tuple[DelegationRow, MemberRow] | None:
        """Return a member shown and its delegation."""
        for row in self._rows():
            for member in row.members:
                if member.id == member_id:
                    return row, member
        return None

    def move_member(self, member_id: int, delegation_id: int, place: int) -> None:
        """Put a member at a place of a delegation, its own or another."""
        found = self.member(member_id)
        target = next((row for row in self._rows() if row.id == delegation_id), None)
        if found is not None and target is not None and self._may_write():
            self._pin(placing.pins_for(target, found[1], place), member_id, target.id)

    def shift_member(self, member_id: int, step: int) -> None:
        """Move a member one place up or down."""
        if (found := self.member(member_id)) and self._may_write():
            self._pin(placing.shifted(*found, step), member_id, found[0].id)

    def shift(self, kind: str, thing_id: int, step: int) -> None:
        """Move a member, or a delegation among those of its side, one place up or down."""
        if kind == "member":
            self.shift_member(thing_id, step)
        else:
            self.shift_delegation(thing_id, step)

    def shift_delegation(self, delegation_id: int, step: int) -> None:
        """Move a delegation one place up or down among those of its side."""
        moved = next((row for row in self._rows() if row.id == delegation_id), None)
        if moved is None or not self._may_write():
            return
        ids = [row.id for row in self._rows() if row.side is moved.side]
        place = ids.index(delegation_id) + step
        if not 0 <= place < len(ids):
            return
        ids.insert(place, ids.pop(place - step))
        merge, now = f"order:{next(_gestures)}", {row.id: row.position for row in self._rows()}
        for position, one in enumerate(ids):
            if now[one] != position:
                self.context.run(self, delegations.edit_delegation, one, position=position, merge=merge)

    def unpin_all(self) -> None:
        """Let precedence decide all places again, as one step."""
        merge = f"unpin:{next(_gestures)}"
        for row in self._rows():
            for member in row.members:
                if member.pin is not None and self._may_write():
                    self.context.run(self, delegations.place_member, member.id, None, merge=merge)

    def remove(self, kind: str, thing_id: int) -> None:
        """Take a member, or an empty delegation, out; it can be undone."""
        if not self._may_write():
            return
        if kind == "member":
            self.context.run(self, delegations.remove_member, thing_id)
        elif kind == "delegation":
            self.context.run(self, delegations.remove_delegation, thing_id)

    def add_person(self) -> None:
        """Open the panel that adds somebody to the delegation chosen."""
        if self.board is None or not self._may_write():
            return
        if not self.board.delegations:
            self.context.run(self, delegations.add_delegation, self.event_id, Side.GUEST.value, done=self._add_to)
            return
        self.adding.open_for(self.board, self._chosen_delegation())

    def add_delegation(self, side: Side) -> None:
        """Add a delegation to a side and choose it."""
        self.context.run(self, delegations.add_delegation, self.event_id, side.value, done=self._added_delegation)

    def import_file(self) -> None:
        """Open the import with a file to be chosen."""
        self.files.import_list(self.event_id)

    def paste(self) -> None:
        """Open the import with what lies on the clipboard."""
        dialog = self.files.import_list(self.event_id)
        data = QGuiApplication.clipboard().mimeData()
        dialog.take_clipboard(data.html() if data.hasHtml() else "", data.text() if data.hasText() else "")

    def _questionnaire(self, way: str) -> None:
        if way == SEND:
            self.files.send_questionnaire()
        else:
            self.files.read_questionnaire()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a list of people or a questionnaire."""
        event.setAccepted(self._may_write() and can_take(files_in(event.mimeData())))

    def dropEvent(self, event: QDropEvent) -> None:
        """Show what stands in the file that was dropped."""
        paths = files_in(event.mimeData())
        if self._may_write() and can_take(paths):
            event.acceptProposedAction()
            self.files.take(paths[0])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Paste a list by Ctrl+V; add a person by Insert or Ctrl+N."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if control and event.key() == Qt.Key.Key_V:
            self.paste()
        elif event.key() == Qt.Key.Key_Insert or (control and event.key() == Qt.Key.Key_N):
            self.add_person()
        else:
            super().keyPressEvent(event)

    def _connect_protocol(self) -> None:
        self.pair_lines.matched.connect(self.protocol.match)
        self.pair_lines.released.connect(self.protocol.release)
        self.bar.profile_chosen.connect(self.protocol.choose_profile)
        self.bar.states_wanted.connect(self.protocol.order_by_states)
        self.bar.differences_wanted.connect(self.protocol.show_differences)
        self.bar.profiles_wanted.connect(lambda: self.context.show("profiles", 0))
        self.bar.rematch_wanted.connect(self.protocol.rematch)
        self.bar.lines_wanted.connect(self._set_lines_shown)
        self.bar.speeches_wanted.connect(self.protocol.show_speeches)
        self._set_lines_shown(bool(self.context.settings.now.more.get("counterpart lines", True)), remember=False)

    def _set_lines_shown(self, shown: bool, *, remember: bool = True) -> None:
        self.pair_lines.set_shown(shown)
        self.bar.set_lines_shown(shown)
        if remember:
            self.context.settings.change(more={**self.context.settings.now.more, "counterpart lines": shown})

    def _arrange(self) -> None:
        self._sides.setSpacing(0)
        self._set_side_order(str(self.context.settings.now.more.get("first side", "guest")), remember=False)
        board = QWidget(self)
        board.setLayout(self._sides)
        self._sides.setContentsMargins(0, 0, 0, 0)
        self._stack = QStackedLayout()
        self._stack.addWidget(board)
        self._stack.addWidget(self.empty)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.bar)
        column.addLayout(self._stack, 1)

    def _set_side_order(self, first: str, *, remember: bool = True) -> None:
        names = sorted(self.columns, key=lambda name: name != first)
        for widget in (*self.columns.values(), self.pair_lines):
            self._sides.removeWidget(widget)
        self._sides.addWidget(self.columns[names[0]], 1)
        self._sides.addWidget(self.pair_lines)
        self._sides.addWidget(self.columns[names[1]], 1)
        self.pair_lines.set_guests_first(first == "guest")
        for before, after in pairwise(names):
            QWidget.setTabOrder(self.columns[before], self.columns[after])
        self.bar.side_order.set_value(first)
        if remember:
            self.context.settings.change(more={**self.context.settings.now.more, "first side": first})

    def _show(self, board: Board) -> None:
        self.board = board
        self._show_lines()
        self.protocol.tell(board)

    def _show_lines(self) -> None:
        rows, writable = self._rows(), self._may_write()
        lines = columns_of(rows, self.board.event.languages if self.board else ())
        for name, column in self.columns.items():
            column.show_lines(lines[name])
            column.set_read_only(not writable)
        self.pair_lines.show_pairs(self.board.pairs if self.board else (), writable=writable)
        self._show_protocol()
        self._choose_again()
        self.empty.setEnabled(writable)
        self.bar.show_state(sum(member.pin is not None for row in rows for member in row.members), writable=writable)
        nobody = self.board is not None and not any(row.members for row in rows)
        self._stack.setCurrentIndex(int(nobody and all(not row.organisation_id for row in rows)))

    def _show_protocol(self) -> None:
        if self.board is not None:
            self.bar.show_profiles(self.board.profiles, self.board.order.chosen, self.board.office)
            guests = [row.country for row in self._rows() if row.side is Side.GUEST]
            self.bar.show_states(tuple(dict.fromkeys(filter(None, guests))))

    def _rows(self) -> tuple[DelegationRow, ...]:
        return self.board.delegations if self.board else ()

    def _may_write(self) -> bool:
        return self.context.read_only is None

    def _pin(self, pins: placing.Pins, member_id: int, delegation_id: int) -> None:
        merge = f"place:{next(_gestures)}"
        if pins and self._chosen != ("member", member_id):
            self._chosen = ("member", member_id)
            self.context.select(*self._chosen)
        for one, place in pins:
            where: dict[str, Any] = {"delegation_id": delegation_id} if one == member_id else {}
            self.context.run(self, delegations.place_member, one, place, merge=merge, **where)

    def _choose(self, name: str, kind: str, thing_id: int) -> None:
        self._chosen = (kind, thing_id)
        for other, column in self.columns.items():
            if other != name:
                column.select_thing("", 0)
        self.pair_lines.set_chosen(thing_id if kind == "member" else 0)
        self.context.select(kind, thing_id)

    def _choose_again(self) -> None:
        self.pair_lines.set_chosen(self._chosen[1] if self._chosen[0] == "member" else 0)
        for column in self.columns.values():
            column.select_thing(*self._chosen)

    def _selected_elsewhere(self, kind: str, thing_id: int) -> None:
        if (kind, thing_id) != self._chosen and kind in ("member", "delegation"):
            self._chosen = (kind, thing_id)
            self._choose_again()

    def _chosen_delegation(self) -> int:
        kind, thing_id = self._chosen
        if kind == "member" and (found := self.member(thing_id)):
            return found[0].id
        return thing_id if kind == "delegation" else 0

    def _open(self, kind: str, thing_id: int) -> None:
        """Choose it and put the keyboard into the inspector, where the window shows one."""
        self.context.select(kind, thing_id)
        for inspector in self.window().findChildren(QWidget, f"{kind} inspector"):
            if inspector.isVisible():
                inspector.setFocus(Qt.FocusReason.OtherFocusReason)

    def _cross(self, step: int) -> None:
        names = sorted(self.columns, key=lambda name: name != self.bar.side_order.value())
        self.columns[names[0] if step < 0 else names[-1]].setFocus(Qt.FocusReason.OtherFocusReason)

    def _added(self, member_id: int) -> None:
        self._chosen = ("member", member_id)
        self._choose_again()
        self.context.select("member", member_id)

    def _added_delegation(self, changes: Any) -> None:
        self._chosen = ("delegation", changes.result)
        self.context.select("delegation", changes.result)
        self._choose_again()

    def _add_to(self, changes: Any) -> None:
        self._chosen = ("delegation", changes.result)
        self.context.read(self, "board", self._show_and_add, read_board, self.event_id)

    def _show_and_add(self, board: Board) -> None:
        self._show(board)
        self.adding.open_for(board, self._chosen_delegation())
