"""Every way to write, one plain function per thing a person does."""

from planner.operations import (
    agenda,
    counterparts,
    delegations,
    duplicate,
    events,
    liaison,
    names,
    office,
    organisations,
    papers,
    people,
    profiles,
    texts,
    venues,
)

__all__ = [
    "agenda", "counterparts", "delegations", "duplicate", "events", "liaison", "names", "office", "organisations", "papers", "people", "profiles", "texts", "venues",
]  # fmt: skip
