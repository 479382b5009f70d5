"""The tables of an office."""

from planner.model import (
    agenda,
    calendar,
    checks,
    events,
    follow_up,
    logistics,
    office,
    organisations,
    papers,
    participation,
    people,
    phrases,
    pictures,
    profiles,
    seating,
    venues,
)

__all__ = [
    "agenda",
    "calendar",
    "checks",
    "events",
    "follow_up",
    "logistics",
    "office",
    "organisations",
    "papers",
    "participation",
    "people",
    "phrases",
    "pictures",
    "profiles",
    "seating",
    "venues",
]
