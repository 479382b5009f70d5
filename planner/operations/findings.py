"""Findings: dismissed with a reason, taken up again; and from when on the checks speak up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, replace

from planner.errors import BadInput
from planner.model.checks import Dismissal
from planner.model.events import Event, EventFlag
from planner.model.organisations import Flag
from planner.operations.registry import Work, operation
from planner.rules.checks.limits import Limits, changed, limits_of

LIMITS = "checks.limits"
MOST = 100_000


@operation("Dismiss a finding: {reason}")
def dismiss_finding(
    work: Work, event_id: int, code: str, facts: str, *, things: Sequence[tuple[str, int]] = (), reason: str
) -> int:  # fmt: skip
    """Say that a finding is no problem, and why; it comes back if its facts change. Return the id.

    `facts` is the fingerprint of the finding (`rules.findings.fingerprint`).
    """
    work.get(Event, event_id)
    if not reason.strip():
        raise BadInput("Say why this is no problem.")
    for row in work.find(Dismissal, event_id=event_id, code=code, facts=facts):
        work.remove(row)
    work.values["reason"] = reason.strip()[:80]
    made = Dismissal(
        event_id=event_id, code=code, things=[list(one) for one in things], facts=facts, reason=reason.strip(),
        author=work.author, at=work.now.isoformat(timespec="seconds"),
    )  # fmt: skip
    return work.add(made).id


@operation("Take up a finding again")
def take_back_dismissal(work: Work, dismissal_id: int) -> None:
    """Say that a finding is a problem after all."""
    work.remove(work.get(Dismissal, dismissal_id))


@operation("Set a threshold of the checks")
def set_limit(work: Work, name: str, value: int | None) -> None:
    """Set from when on a check speaks up (a field of `Limits`); 0 is never, None the handbook's own threshold."""
    usual = asdict(Limits())
    if name not in usual:
        raise BadInput("There is no threshold {name}.", name=name)
    number = usual[name] if value is None else value
    if isinstance(number, bool) or not isinstance(number, int) or not 0 <= number <= MOST:
        raise BadInput("A threshold is a whole number, 0 for never.")
    now = changed(replace(limits_of(work.setting(LIMITS, {})), **{name: number}))
    work.put_setting(LIMITS, now or None)


@operation("Put out another flag of {country}")
def exchange_flag(work: Work, event_flag_id: int, flag_id: int) -> None:
    """Put another edition of a flag in the place of one that stands at an event (W-46)."""
    row, flag = work.get(EventFlag, event_flag_id), work.get(Flag, flag_id)
    row.flag_id = flag.id
    work.values["country"] = flag.country
