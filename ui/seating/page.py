"""The tab "Seating": a room drawn to scale, people dragged from the list, seats pinned, tables filled."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedLayout, QVBoxLayout, QWidget

from planner.operations import seating
from planner.rules.banquet import fill_banquet
from planner.rules.kinds import Side
from planner.rules.places import PlanKind
from ui import theme
from ui.common.buttons import Button
from ui.common.empty_state import EmptyState
from ui.common.labels import Muted, plain_tooltip
from ui.common.page import Action, EventPageView
from ui.common.paper_entries import SEATING, seating_of
from ui.common.waiting_list import WaitingList
from ui.context import Context
from ui.seating.bar import NEW, SeatingBar
from ui.seating.board import Board
from ui.seating.chosen import chosen_seat
from ui.seating.new_plan import NewPlanDialog
from ui.seating.shown import DeskShown, Plans, next_seat, read_desk, read_plans
from ui.translate import follow_language, t, tn

TABLES = frozenset((
    "seating_plan", "seating_table", "placement", "seating_wish", "delegation", "participation", "person",
    "person_name", "post", "organisation_name", "event", "item", "item_track", "track_member", "attendance",
    "profile", "room", "setting",
))  # fmt: skip


_WIDE = 800  # pixels of the page from which the list stands there also while nobody waits


class _Area(QScrollArea):
    """The place of the board, which fits itself to it; what is larger is shown from its middle, where rank sits."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the board itself is led by the keyboard
        bar = self.horizontalScrollBar()
        bar.rangeChanged.connect(lambda least, most: bar.setValue((least + most) // 2))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the board to the place there is now."""
        super().resizeEvent(event)
        board = self.widget()
        if isinstance(board, Board):
            board.fit()


class _Foot(Muted):
    """One line under the board: how the plan stands, then the keys; where there is no room for them, in its tip."""

    def __init__(self, parent: QWidget) -> None:
        self._state = self._keys = ""
        super().__init__("", parent, elide=True)

    def set_parts(self, state: str, keys: str) -> None:
        """Say these."""
        self._state, self._keys = state, keys
        self._choose()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say as much as there is room for."""
        super().resizeEvent(event)
        self._choose()

    def _choose(self) -> None:
        whole = f"{self._state} {self._keys}"
        fits = self.fontMetrics().horizontalAdvance(whole) <= self.width()
        self.setText(whole if fits else self._state)
        plain_tooltip(self, "" if fits else whole)


class SeatingPage(EventPageView):
    """Attributes: `bar`, `board`, `waiting`, `empty`; `plan_id`, the plan shown; `shown`, what the board shows."""

    tables = TABLES

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.plan_id = 0
        self.plans: Plans | None = None
        self.shown: DeskShown | None = None
        self._latest: dict[int, int] = {}  # the plan last shown of each event
        self.bar = SeatingBar(self)
        self.waiting = WaitingList(self)
        self.board = Board()
        self.foot = _Foot(self)
        self.smaller = Button("−", self, clicked=lambda: self.board.step_zoom(-1))
        self.larger = Button("+", self, clicked=lambda: self.board.step_zoom(1))
        self.empty = EmptyState(parent=self)
        self._chosen = chosen_seat(context)
        self._arrange()
        self._connect()
        follow_language(self.retranslate)

    def main_action(self) -> Action | None:
        """Print the plan."""
        return Action(t("Print plan…"), self.print_plan)

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self.bar.set_words()
        self.waiting.set_words(
            t("Not seated"),
            how=t("Drag to a chair, or press Enter to seat by rule."),
            nobody=t("Everybody has a seat."),
        )
        self.board.setAccessibleName(t("Seating plan"))
        self.smaller.setAccessibleName(t("Smaller"))
        self.larger.setAccessibleName(t("Larger"))
        plain_tooltip(self.smaller, t("Smaller"))
        plain_tooltip(self.larger, t("Larger"))
        self.empty.set_words(
            t("No seating yet"),
            t("Everybody is seated by rank and by the profile of protocol; whom you move stays where you put them."),
            t("New plan…"), "",
        )  # fmt: skip
        self._show_plans()
        self._show_desk()
        self.mark_stale()  # names are read in the interface's language

    def set_event(self, event_id: int) -> None:
        """Show another event."""
        if event_id != self.event_id:
            self.plan_id, self.plans = self._latest.get(event_id, 0), None
            self._clear()
        super().set_event(event_id)

    def refresh(self) -> None:
        """Read the plans, and the one shown, again."""
        if self.event_id:
            self.context.read(self, "plans", self._took_plans, read_plans, self.event_id)

    # --- Steps

    def seat(self, person: int, key: str) -> None:
        """Put somebody on a chair; who sat there takes the chair given up."""
        shown = self._writable()
        if shown is None:
            return
        places: dict[str, int | None] = {key: person}
        before, other = shown.seat_of(person), shown.placed.get(key)
        pins = {key}
        if other is not None and other != person and before is not None:
            places[before] = other
            pins |= {before} if self._is_pinned(key) else set()
        self.context.run(self, seating.place_people, self.plan_id, places, pinned=sorted(pins))

    def seat_by_rule(self, person: int) -> None:
        """Give somebody without a seat the best free one, or one more chair at the end of the side's row."""
        shown = self._writable()
        waiting = next((one for one in self.waiting.waiting if one.id == person), None)
        if shown is None or waiting is None:
            return
        key = next_seat(shown, Side(waiting.side) if waiting.side in (Side.HOST, Side.GUEST) else None)
        if key is not None:
            self.context.run(self, seating.seat_person, self.plan_id, key, person, pinned=False)

    def pin(self, key: str) -> None:
        """Pin who sits on a chair, or let the rules decide again."""
        shown = self._writable()
        person = shown.placed.get(key) if shown else None
        if person is not None:
            self.context.run(self, seating.pin_seat, self.plan_id, key, person, pinned=not self._is_pinned(key))

    def release(self, key: str) -> None:
        """Let the rules decide about a chair again."""
        shown = self._writable()
        if shown is not None and key in shown.desk.pins:
            self.context.run(self, seating.pin_seat, self.plan_id, key, shown.desk.pins[key], pinned=False)

    def keep_free(self, key: str) -> None:
        """Keep a chair empty, or no longer."""
        shown = self._writable()
        if shown is None:
            return
        if key in shown.desk.pins and shown.desk.pins[key] is None:
            self.release(key)
        else:
            self.context.run(self, seating.seat_person, self.plan_id, key, None)

    def fill(self) -> None:
        """Fill the tables of a banquet beside the window; the answer is one step."""
        shown = self._writable()
        if shown is None:
            return
        desk, chart, plan_id = shown.desk, shown.chart, self.plan_id
        pinned = {row.seat: row.participation_id for row in desk.placements if row.pinned}

        def filled() -> Mapping[str, int]:
            return fill_banquet(chart, desk.sitters, pins=pinned, wishes=desk.spoken_wishes())

        def write(placed: Mapping[str, int]) -> None:
            if plan_id == self.plan_id:
                places = {**pinned, **placed}
                self.context.run(self, seating.place_people, plan_id, places, pinned=sorted(pinned))

        self.context.tasks.read(self, filled, write, self._raise, key="fill")

    def new_plan(self) -> None:
        """Ask for what the plan is, and make it."""
        if self.plans is None or self.context.read_only is not None:
            return
        dialog = NewPlanDialog(self.plans, self)
        dialog.wanted.connect(self._add_plan)
        dialog.open()  # sink-ok: a dialog, not a file

    def print_plan(self) -> None:
        """Go to the plan shown among the documents."""
        flags = self.shown is not None and self.shown.desk.plan.kind is PlanKind.FLAGS
        self.context.show("paper", seating_of(self.plan_id, flags=flags) if self.plan_id else SEATING)

    # --- What is shown

    def _took_plans(self, plans: Plans) -> None:
        self.plans = plans
        ids = [row.id for row in plans.plans]
        if self.plan_id not in ids:
            self.plan_id = ids[0] if ids else 0
        self._show_plans()
        if self.plan_id:
            self._latest[self.event_id] = self.plan_id
            self.context.read(self, "desk", self._took_desk, read_desk, self.plan_id)
        else:
            self._clear()

    def _took_desk(self, shown: DeskShown) -> None:
        if shown.desk.plan.id == self.plan_id:
            first = self.shown is None or self.shown.desk.plan.id != self.plan_id
            self.shown = shown
            self._show_desk()
            if first:
                self.context.select("seating", self.plan_id)

    def _show_plans(self) -> None:
        has = bool(self.plans and self.plans.plans)
        self._stack.setCurrentIndex(0 if has else 1)
        self.empty.setEnabled(self.context.read_only is None)
        if self.plans is not None and has:
            self.bar.show_plans(self.plans, self.plan_id)

    def _show_desk(self) -> None:
        writable = self.context.read_only is None
        self.board.read_only = not writable
        self.board.show_desk(self.shown)
        self.waiting.set_read_only(not writable)
        self.waiting.show_waiting(self.shown.waiting if self.shown else ())
        if self.shown is not None:
            self.bar.show_desk(self.shown, writable=writable)
            keys = t("Arrows choose a seat, Enter picks up and sets down, P pins, F keeps a chair free.")
            self.foot.set_parts(_state(self.shown), keys)
        self._share_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the room to the board where there is little of it."""
        super().resizeEvent(event)
        self._share_room()

    def _share_room(self) -> None:
        """Show the list of those who wait if anybody does, or if there is room."""
        self.waiting.setVisible(bool(self.waiting.waiting) or self.width() >= theme.px(_WIDE))

    def _clear(self) -> None:
        self.shown = None
        self._chosen.choose("")
        self.board.show_desk(None)
        self.waiting.show_waiting(())

    def _choose_plan(self, plan_id: int) -> None:
        if plan_id == NEW:
            self.bar.plan.set_value(self.plan_id)
            self.new_plan()
        elif plan_id != self.plan_id:
            self.plan_id = plan_id
            self._clear()
            self.refresh()

    def _add_plan(self, kind: PlanKind, item_id: int | None, room_id: int | None) -> None:
        self.context.run(
            self, seating.add_seating_plan, self.event_id, kind.value, item_id=item_id, room_id=room_id,
            done=lambda changes: self._choose_plan(changes.result),
        )  # fmt: skip

    def _more(self, what: str) -> None:
        if self._writable() is None:
            return
        if what == "remove":
            self.context.run(self, seating.remove_seating_plan, self.plan_id)
        else:
            self.context.run(self, seating.seat_by_rules, self.plan_id, pins_too=True)

    def _move_table(self, number: int, x: int, y: int) -> None:
        shown = self._writable()
        table = next((one for one in shown.desk.tables if one.number == number), None) if shown else None
        if table is not None:
            self.context.run(self, seating.edit_seating_table, table.id, x=x, y=y)

    def _is_pinned(self, key: str) -> bool:
        seat = self.board.seat(key)
        return seat is not None and seat.pinned

    def _writable(self) -> DeskShown | None:
        return self.shown if self.context.read_only is None else None

    def _raise(self, error: BaseException) -> None:
        raise error

    def _run(self, operation: Any, **values: Any) -> None:
        if self._writable() is not None:
            self.context.run(self, operation, self.plan_id, **values)

    def _select(self, key: str) -> None:
        self._chosen.choose(key)
        self.context.select("seating", self.plan_id)

    def _connect(self) -> None:
        bar, board = self.bar, self.board
        bar.plan_wanted.connect(self._choose_plan)
        bar.kind_wanted.connect(lambda kind: self._run(seating.edit_seating_plan, kind=kind.value))
        bar.rule_wanted.connect(lambda: self._run(seating.seat_by_rules))
        bar.fill_wanted.connect(self.fill)
        bar.tables_wanted.connect(lambda count: self._run(seating.add_seating_tables, count=count))
        bar.mirror_wanted.connect(lambda on: self._run(seating.set_seating_option, name="mirror", value=on))
        bar.more_wanted.connect(self._more)
        board.seat_chosen.connect(self._select)
        board.dropped.connect(self.seat)
        board.pin_wanted.connect(self.pin)
        board.release_wanted.connect(self.release)
        board.free_wanted.connect(self.keep_free)
        board.table_moved.connect(self._move_table)
        self.waiting.wanted.connect(self.seat_by_rule)
        self.empty.step_taken.connect(self.new_plan)

    def _arrange(self) -> None:
        self._area = _Area(self)
        self._area.setWidget(self.board)
        self._area.setMinimumHeight(theme.px(200))  # where there is less room than that, the page scrolls
        card = QFrame(self)
        card.setProperty("kind", "card")
        inner = QVBoxLayout(card)
        inner.setContentsMargins(12, 12, 12, 10)
        inner.addWidget(self.bar)
        inner.addWidget(self._area, 1)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.foot, 1)
        for button in (self.smaller, self.larger):
            foot.addWidget(button, 0, Qt.AlignmentFlag.AlignBottom)
        inner.addLayout(foot)
        desk = QWidget(self)
        row = QHBoxLayout(desk)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        row.addWidget(self.waiting, 1)
        row.addWidget(card, 4)
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.addWidget(desk)
        self._stack.addWidget(self.empty)
        self.foot.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.board.zoomed.connect(lambda: self.smaller.setEnabled(self.board.zoom > 1))
        QWidget.setTabOrder(self.bar, self.waiting.names)
        QWidget.setTabOrder(self.waiting.names, self.board)


def _state(shown: DeskShown) -> str:
    """Say in a line what was decided by hand, and who has no place."""
    pinned = sum(row.pinned for row in shown.desk.placements)
    said = [tn("One seat is pinned.", "{n} seats are pinned.", pinned) if pinned else t("All places follow the rule.")]
    if shown.waiting:
        said.append(tn("One person is not placed.", "{n} people are not placed.", len(shown.waiting)))
    return " ".join(said)
