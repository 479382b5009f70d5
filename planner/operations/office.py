"""The office's own settings: its name, house style, remembered mappings."""

from __future__ import annotations

from typing import Any

from planner.errors import BadInput
from planner.operations.registry import Work, operation
from planner.rules.text import Text

SETTINGS = frozenset({
    "office.name", "office.city", "lists.guest_first_in_host_list", "import.mappings", "salutations", "sample",
    "restored", "people.apart", "gifts.limit", "names.initials_gap",
})  # fmt: skip
"""Every setting there is."""


@operation("Set {key}")
def set_office(work: Work, key: str, value: Any) -> None:
    """Write an office setting; None removes it. Raise BadInput for an unknown one."""
    if key not in SETTINGS:
        raise BadInput("There is no setting {key}.", key=key)
    work.put_setting(key, value)
    work.values["key"] = key


@operation("Name the office")
def name_office(work: Work, name: Text) -> None:
    """Set what the office is called on papers and in the window."""
    work.put_setting("office.name", name.to_json())


@operation("Remember the columns of {source}")
def remember_mapping(work: Work, signature: str, mapping: dict[str, str], *, source: str) -> None:
    """Remember which column of a table means what, by the table's headers."""
    known = dict(work.setting("import.mappings", {}))
    known[signature] = mapping
    work.put_setting("import.mappings", known)
    work.values["source"] = source


@operation("Restore a backup of {day}", undoable=False)
def note_restored(work: Work, day: str) -> None:
    """Record that the office was restored from a backup; what was done before cannot be taken back."""
    work.put_setting("restored", {"backup": day, "at": work.now.isoformat(timespec="seconds")})
    work.values["day"] = day
