"""The tables of an office. Each file is imported by whoever needs its tables; whoever needs all asks for all."""

from __future__ import annotations

from importlib import import_module

FILES = (
    "agenda", "calendar", "checks", "events", "follow_up", "logistics", "office", "organisations", "papers",
    "participation", "people", "phrases", "pictures", "preparation", "profiles", "seating", "venues",
)  # fmt: skip


def import_all() -> None:
    """Import every table: for making an office, for writing, verifying, and whatever goes through all of them."""
    for name in FILES:
        import_module(f"{__name__}.{name}")
