"""Every way to write, one plain function per thing a person does."""

from planner.operations import (
    agenda,
    counterparts,
    delegations,
    duplicate,
    events,
    findings,
    follow_up,
    gifts,
    invitations,
    liaison,
    logistics,
    merging,
    movements,
    names,
    office,
    organisations,
    papers,
    people,
    phrases,
    pictures,
    profiles,
    retiming,
    run_sheet,
    seating,
    taking_part,
    templates,
    texts,
    venues,
)

__all__ = [
    "agenda", "counterparts", "delegations", "duplicate", "events", "findings", "follow_up", "gifts", "invitations",
    "liaison", "logistics", "merging", "movements", "names", "office", "organisations", "papers", "people", "phrases",
    "pictures", "profiles", "retiming", "run_sheet", "seating", "taking_part", "templates", "texts", "venues",
]  # fmt: skip
