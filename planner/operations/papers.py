"""Issuing papers, and the register of who holds which copy."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from planner.errors import BadInput, Clash
from planner.model.events import Event
from planner.model.papers import IssuedPaper, PaperHolder
from planner.model.people import Person
from planner.operations.registry import Work, operation


@operation("Issue version {number} of “{title}”", undoable=False)
def issue_paper(
    work: Work, event_id: int, paper: str, *, edition: str, at: datetime, reason: str, choice: Mapping[str, Any],
    frozen: bytes, pdf: bytes, rendered_at_change: int, item_id: int | None = None, delegation_id: int | None = None,
    overridden: Mapping[str, int] | None = None, override: str = "",
) -> int:  # fmt: skip
    """Issue a rendered paper as its next version; return the id of its row. It cannot be taken back.

    `frozen` is the data it was made of, `pdf` its bytes, `at` the time it bears. Raise Clash if anything changed
    since it was rendered, BadInput without a reason, or without one for the findings it overrides.
    """
    event = work.get(Event, event_id)
    if work.number - 1 != rendered_at_change:
        raise Clash(
            "The office was changed while this paper was being made, so nothing was issued. "
            "Look at the paper again, then issue it."
        )
    if not reason.strip():
        raise BadInput("Say in a few words why this version is issued.")
    if overridden and not override.strip():
        raise BadInput("Findings stop this paper. Mend them, or write down why it is issued all the same.")
    issued = work.add(IssuedPaper(
        event_id=event_id, paper=paper, item_id=item_id, delegation_id=delegation_id, edition=edition,
        number=1 + _last(work, event_id, paper, item_id=item_id, delegation_id=delegation_id, edition=edition),
        author=work.author, at=at.isoformat(timespec="seconds"), reason=reason.strip(), override=override.strip(),
        overridden=dict(overridden or {}), choice=dict(choice), change=rendered_at_change,
        frozen=work.keep(frozen), pdf=work.keep(pdf),
    ))  # fmt: skip
    work.values |= {"number": issued.number, "title": event.title.first(*event.languages)}
    return issued.id


@operation("Give copy {copy} to {name}")
def give_copy(
    work: Work, issued_paper_id: int, name: str, *, person_id: int | None = None, copy: int | None = None, how: str = ""
) -> int:
    """Write down who was given which copy of a version; return the id of the entry.

    Without `copy` the next free number is taken. Raise Clash if somebody holds that copy, BadInput without a name.
    """
    work.get(IssuedPaper, issued_paper_id)
    if person_id is not None:
        work.get(Person, person_id)
    if not name.strip():
        raise BadInput("Write down who is given the copy.")
    given = work.find(PaperHolder, issued_paper_id=issued_paper_id)
    number = copy if copy is not None else 1 + max((one.copy for one in given), default=0)
    if number < 1:
        raise BadInput("Copies are counted from 1.")
    if holder := next((one for one in given if one.copy == number and not one.taken_at), None):
        raise Clash("Copy {copy} is with {name}. Take it back first, or give another.", copy=number, name=holder.name)
    work.values |= {"copy": number, "name": name.strip()}
    return work.add(PaperHolder(
        issued_paper_id=issued_paper_id, person_id=person_id, name=name.strip(), copy=number, how=how,
        given_at=work.now.isoformat(timespec="seconds"),
    )).id  # fmt: skip


@operation("Take copy {copy} back from {name}")
def take_copy(work: Work, paper_holder_id: int) -> None:
    """Write down that a copy was taken back; its entry stays in the register."""
    holder = work.get(PaperHolder, paper_holder_id)
    if holder.taken_at:
        raise Clash("Copy {copy} was taken back from {name} already.", copy=holder.copy, name=holder.name)
    holder.taken_at = work.now.isoformat(timespec="seconds")
    work.values |= {"copy": holder.copy, "name": holder.name}


def _last(work: Work, event_id: int, paper: str, **line: Any) -> int:
    issued = work.find(IssuedPaper, event_id=event_id, paper=paper, **line)
    return max((one.number for one in issued), default=0)
