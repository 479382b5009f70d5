"""What the tab does about protocol: its profile, the order of states, counterparts, and why somebody stands there."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QToolTip, QWidget

from planner.language.precedence import reason_words
from planner.operations import counterparts, profiles
from planner.queries.delegations import EventOrder, MemberRow
from planner.queries.precedence import reasons
from planner.rules.kinds import ParticipationState, Side
from planner.rules.precedence import ACCOMPANYING
from ui.common.labels import plain_tooltip
from ui.common.named import first_name, shown
from ui.common.words import word
from ui.context import Context
from ui.delegations.lines import Board
from ui.translate import language

if TYPE_CHECKING:
    from ui.delegations.speeches import SpeechesDialog


class ProtocolActions(QObject):
    """Acts for the page on the board it shows just now; `board` returns it."""

    def __init__(self, context: Context, board: Callable[[], Board | None], page: QWidget) -> None:
        super().__init__(page)
        self._context, self._board, self._page = context, board, page
        self.speeches: SpeechesDialog | None = None

    def choose_profile(self, key: str) -> None:
        """Let another profile hold at the event; "" for the office's."""
        if board := self._board():
            row = next((row for row in board.profiles if row.key == key), None)
            chosen = {"profile_id": row.id} if row is not None and row.id else {"code": key}
            self._context.run(self, profiles.choose_profile, board.event.id, **chosen)

    def order_by_states(self, on: bool, lot: str) -> None:
        """Let the delegations stand by the names of their states, from the lot, or as they were put."""
        if board := self._board():
            self._context.run(self, profiles.order_by_states, board.event.id, by_states=on, lot=lot)

    def show_differences(self) -> None:
        """Show what parts the profile that holds from another."""
        from ui.common.profile_differences import DifferencesDialog

        if board := self._board():
            now = board.order.chosen.chosen or board.office.key
            other = next(row.key for row in board.profiles if row.key != now)
            DifferencesDialog(board.profiles, now, other, self._page).open()

    def show_speeches(self) -> None:
        """Show who speaks when."""
        from ui.delegations.speeches import SpeechesDialog

        if board := self._board():
            self.speeches = SpeechesDialog(self._context, self._page)
            self.speeches.finished.connect(self._speeches_closed)
            self.tell(board)
            self.speeches.open()  # sink-ok: a dialog, not a file

    def tell(self, board: Board) -> None:
        """Show a board just read in what is open above the page."""
        if self.speeches is not None:
            self.speeches.show_board(board)

    def match(self, guest: int, host: int) -> None:
        """Make a host a guest's counterpart."""
        if self._may_write():
            self._context.run(self, counterparts.pin_counterpart, guest, host)

    def release(self, guest: int) -> None:
        """Let rank decide a guest's counterpart again."""
        if self._may_write():
            self._context.run(self, counterparts.release_counterpart, guest)

    def rematch(self) -> None:
        """Let rank decide all counterparts again."""
        board = self._board()
        if board is not None and self._may_write():
            self._context.run(self, counterparts.release_counterparts, board.event.id)

    def shift(self, member_id: int, step: int) -> None:
        """Give somebody the next counterpart up (-1) or down (1) of the other side; 0 lets rank decide again."""
        board = self._board()
        pair = next((one for one in board.pairs if member_id in (one.guest, one.host)), None) if board else None
        if board is None:
            return
        is_host = any(m.id == member_id for row in board.delegations if row.side is Side.HOST for m in row.members)
        if step == 0:
            if pair is not None and pair.pinned:
                self.release(pair.guest)
            return
        offers = [member.id for member in matchable(board.order, Side.GUEST if is_host else Side.HOST)]
        if not offers:
            return
        now = None if pair is None else pair.guest if is_host else pair.host
        place = offers.index(now) + step if now in offers else 0 if step > 0 else len(offers) - 1
        other = offers[place % len(offers)]
        self.match(*((other, member_id) if is_host else (member_id, other)))

    def explain(self, member_id: int, place: QPoint) -> None:
        """Say beside a member why it stands where it stands."""
        board = self._board()
        words = why(board.order, member_id, board.event.languages) if board else ""
        plain_tooltip(self._page, words)  # escapes it
        QToolTip.showText(place, self._page.toolTip(), self._page)  # sink-ok: escaped by plain_tooltip
        self._page.setToolTip("")

    def _speeches_closed(self) -> None:
        if self.speeches is not None:
            self.speeches.deleteLater()
            self.speeches = None

    def _may_write(self) -> bool:
        return self._context.read_only is None


def why(order: EventOrder, member_id: int, languages: tuple[str, ...]) -> str:
    """Return the sentence that says why a member stands where it stands."""
    for row in order.rows:
        if any(member.id == member_id for member in row.members):
            reason = reasons(order, row.id)[member_id]
            other = next((called(member, languages) for member in row.members if member.id == reason.other), "")
            return reason_words(reason, other, language())
    return ""


def matchable(order: EventOrder, side: Side) -> list[MemberRow]:
    """Return those of a side who can be somebody's counterpart, in order."""
    members = {member.id: member for row in order.rows if row.side is side for member in row.members}
    found = [members[one] for one in order.in_order(side)]
    return [
        member for member in found
        if member.capacity not in ACCOMPANYING and member.state != ParticipationState.DECLINED
    ]  # fmt: skip


def called(member: MemberRow, languages: tuple[str, ...]) -> str:
    """Return what a member is called on the screen: the name, else the post, else the capacity."""
    return (
        first_name(member.names, language(), *languages) or shown(member.position, *languages) or word(member.capacity)
    )
