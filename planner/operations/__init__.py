"""Every way to write, one plain function per thing a person does."""

from planner.operations import (
    agenda,
    counterparts,
    delegations,
    duplicate,
    events,
    findings,
    gifts,
    liaison,
    merging,
    movements,
    names,
    office,
    organisations,
    papers,
    people,
    pictures,
    profiles,
    retiming,
    seating,
    texts,
    venues,
)

__all__ = [
    "agenda", "counterparts", "delegations", "duplicate", "events", "findings", "gifts", "liaison", "merging",
    "movements", "names", "office",
    "organisations", "papers", "people", "pictures", "profiles", "retiming", "seating", "texts", "venues",
]  # fmt: skip
