"""Every way to write, one plain function per thing a person does."""

from planner.operations import (
    agenda,
    delegations,
    duplicate,
    events,
    office,
    organisations,
    papers,
    people,
    texts,
    venues,
)

__all__ = [
    "agenda", "delegations", "duplicate", "events", "office", "organisations", "papers", "people", "texts", "venues",
]  # fmt: skip
