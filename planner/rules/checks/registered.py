"""All families of rules: who runs the checks imports this, who only names a fact or a threshold does not."""

from planner.rules.checks import (
    calendar_rules,
    clashes,
    dates,
    days,
    halls,
    interpreters,
    names,
    people,
    prepared,
    ranks,
    seating,
    signing,
    texts,
    travel,
)

__all__ = [
    "calendar_rules", "clashes", "dates", "days", "halls", "interpreters", "names", "people", "prepared", "ranks",
    "seating", "signing", "texts", "travel",
]  # fmt: skip
