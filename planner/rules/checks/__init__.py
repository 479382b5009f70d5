"""The rules of the handbook's section 6 as small pure functions, and what runs them."""

from planner.rules.checks import (
    calendar_rules,
    clashes,
    dates,
    days,
    halls,
    interpreters,
    people,
    ranks,
    seating,
    texts,
    travel,
)

__all__ = [
    "calendar_rules", "clashes", "dates", "days", "halls", "interpreters", "people", "ranks", "seating",
    "texts", "travel",
]  # fmt: skip
