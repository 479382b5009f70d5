"""Liaison officers: who of ours looks after which guest, or a whole delegation."""

from __future__ import annotations

from planner.errors import BadInput
from planner.model.participation import Delegation, Liaison, Participation
from planner.operations.delegations import called
from planner.operations.registry import Work, operation


@operation("Assign {name} as liaison officer")
def assign_liaison(
    work: Work, officer_id: int, *, participation_id: int | None = None, delegation_id: int | None = None,
    phone: str = "",
) -> int:  # fmt: skip
    """Let somebody look after a guest or a whole delegation of the same event; return the row's id.

    A guest or delegation has one officer: another is relieved of it.
    """
    officer = work.get(Participation, officer_id)
    if (participation_id is None) == (delegation_id is None):
        raise BadInput("A liaison officer looks after one guest or one delegation.")
    if participation_id == officer_id:
        raise BadInput("Nobody is the own liaison officer.")
    target = delegation_id if participation_id is None else work.get(Participation, participation_id).delegation_id
    assert target is not None
    if work.get(Delegation, target).event_id != work.get(Delegation, officer.delegation_id).event_id:
        raise BadInput("A liaison officer takes part in the same event.")
    work.values["name"] = called(work, officer)
    values = {"participation_id": participation_id, "delegation_id": delegation_id}
    found = work.find(Liaison, **values)
    row = found[0] if found else work.add(Liaison(officer_id=officer_id, **values))
    if (row.officer_id, row.phone) != (officer_id, phone):
        row.officer_id, row.phone = officer_id, phone
    return row.id


@operation("Relieve {name} as liaison officer")
def release_liaison(work: Work, liaison_id: int) -> None:
    """Let somebody no longer look after a guest or delegation."""
    row = work.get(Liaison, liaison_id)
    work.values["name"] = called(work, work.get(Participation, row.officer_id))
    work.remove(row)
