"""Every way to write, one plain function per thing a person does. Each file registers its own when it is imported."""

from __future__ import annotations

from importlib import import_module

FILES = (
    "agenda", "calendar", "counterparts", "delegations", "duplicate", "erasing", "events", "findings", "follow_up",
    "gifts", "import_people", "import_schedule", "invitations", "issued_bytes", "liaison", "logistics", "menus",
    "merging", "motorcades", "movements", "names", "office", "organisations", "papers", "people", "phrases", "pictures",
    "preparation", "profiles", "retiming", "run_sheet", "seating", "several", "signing", "taking_part", "templates",
    "texts", "tracks", "venues",
)  # fmt: skip


def import_all() -> None:
    """Import every operation: for those who look one up by its name."""
    for name in FILES:
        import_module(f"{__name__}.{name}")
