"""Which paper of which event is chosen and how it shall be printed: what the page and the choices share."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Signal

from planner.errors import PlannerError
from planner.paper_subjects import field_of
from planner.papers import FOR_THE_OFFICE, Choice, Paper, Printed
from planner.rules.kinds import Side
from ui.common import paper_entries
from ui.common.paper_entries import WORKING_PROGRAMME
from ui.common.paper_numbers import ONCE, SET, number_of
from ui.context import Context

KEPT = ("arrangement", "copy_for")
"""Choices that stay for the next event and the next start."""


class Chosen(QObject):
    """One for each open office; `chosen_in(context)` finds it.

    Attributes: `event_id`, `number` (of `ui.common.paper_entries`; 0 before any), `title` (what the paper is
    called), `printed` and `refusal` (the latest print of it, or why there is none).
    Signals: `changed()` when another paper or choice was taken; `printed_changed()` when there is a new print or
    refusal; `counted(pages)` when its pages were counted; `wanted(action)` for "print", "pdf", "word", "mail",
    "copy", "issue"; `sheet_wanted(old_id, new_id)` for the change sheet between two versions.
    """

    changed = Signal()
    printed_changed = Signal()
    counted = Signal(int)
    wanted = Signal(str)
    sheet_wanted = Signal(int, int)

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._settings = context.settings
        self._choices: dict[tuple[int, int], Choice] = {}
        self._last: dict[int, int] = {}
        self.event_id = 0
        self.number = 0
        self.title = ""
        self.printed: Printed | None = None
        self.refusal: PlannerError | None = None
        self.firsts: dict[Paper, dict[str, int]] = {}  # what a paper is of until something else is chosen
        self.of: dict[Paper, tuple[tuple[int, str], ...]] = {}  # what it may be of, with its name

    def take_event(self, event_id: int) -> None:
        """Go to an event, at the paper it was left at."""
        if event_id != self.event_id:
            self.event_id = event_id
            self.number = self._last.get(event_id, 0)
            self._forget()

    def take_paper(self, number: int) -> None:
        """Go to another paper of the event; a number that says of what it shall be leads to that paper, of this."""
        if (plan := paper_entries.plan_of(number)) is not None:
            number = self._taken(Paper.FLAGS if plan[1] else Paper.SEATING, plan[0])
        elif (one := paper_entries.subject_of(number)) is not None:
            number = self._taken(SET[one[0]], one[1])
        if number and number != self.number:
            self.number = number
            self._last[self.event_id] = number
            self._forget()

    def change(self, **values: Any) -> None:
        """Choose something else for this paper; layout and copy are kept for other papers still to come."""
        before = self.choice()
        after = before._replace(**values)
        if after == before:
            return
        self._choices[self.event_id, self.number] = after
        if kept := {key: values[key] for key in KEPT if key in values}:
            more = self._settings.now.more
            self._settings.change(more={**more, "paper": {**_mapping(more.get("paper")), **kept}})
        self.changed.emit()

    def choice(self, number: int = 0) -> Choice:
        """Return how a paper of the event (without a number: the one chosen) shall be printed."""
        number = number or self.number
        return self._choices.get((self.event_id, number)) or self._usual(number)

    def set_printed(self, printed: Printed | None, refusal: PlannerError | None = None) -> None:
        """Take the latest print of the paper, or why it cannot be had."""
        self.printed, self.refusal = printed, refusal
        self.printed_changed.emit()

    def _taken(self, paper: Paper, subject: int) -> int:
        """Choose what a paper is of, as it is now; return its number."""
        number = number_of(paper)
        subjects: dict[str, Any] = {field_of(paper): subject}
        changed = self.choice(number)._replace(**subjects, version=None)
        if changed != self.choice(number):
            self._choices[self.event_id, number] = changed
            self.number = 0 if number == self.number else self.number  # it is to be printed anew
        return number

    def _usual(self, number: int) -> Choice:
        kept = _mapping(self._settings.now.more.get("paper"))
        meeting = paper_entries.meeting_of(number)
        place = paper_entries.place_in_set(number)
        paper = SET[place] if place is not None else ONCE.get(number, Paper.PARTICIPANTS)
        working = number == WORKING_PROGRAMME or paper in FOR_THE_OFFICE
        choice = Choice(
            Paper.AGENDA if meeting else paper, self.event_id, (), edition="working" if working else "guest",
            item_id=meeting, delegation_id=paper_entries.delegation_of(number),
        )  # fmt: skip
        of: dict[str, Any] = dict(self.firsts.get(paper, {}))
        choice = choice._replace(**of)
        if kept.get("arrangement") in ("columns", "stacked", "facing"):
            choice = choice._replace(arrangement=kept["arrangement"])
        if kept.get("copy_for") in (Side.HOST, Side.GUEST):
            choice = choice._replace(copy_for=Side(kept["copy_for"]))
        return choice

    def _forget(self) -> None:
        self.printed = self.refusal = None
        self.changed.emit()


def chosen_in(context: Context) -> Chosen:
    """Return what is chosen in an open office."""
    return context.findChild(Chosen) or Chosen(context)


def _mapping(value: object) -> dict[str, Any]:
    """Return what the settings hold, or nothing where a hand-edited file holds something else."""
    return dict(value) if isinstance(value, dict) else {}
