"""Somebody dragged from a list onto a plan: what is carried is the number of the place in a delegation."""

from __future__ import annotations

from PySide6.QtCore import QMimeData

PERSON = "application/x-delegation-planner-person"
"""What a dragged person is, in the clipboard's words."""


def carried(person: int) -> QMimeData:
    """Return a person as what is dragged."""
    data = QMimeData()
    data.setData(PERSON, str(person).encode())
    return data


def person_in(data: QMimeData) -> int | None:
    """Return who is dragged, or None for anything else."""
    return int(bytes(data.data(PERSON).data()).decode()) if data.hasFormat(PERSON) else None
