"""Erasing from an office: the step itself, and then its traces in the file's own log."""

from __future__ import annotations

from collections.abc import Sequence

from planner.app import Changes, Planner
from planner.operations.erasing import erase_person
from planner.operations.issued_bytes import remove_versions
from planner.rules.erasure import PRIVATE
from planner.storage.store import checkpoint


def erase(planner: Planner, person_id: int, *, issued: Sequence[int] = (), origin: object = None) -> Changes:
    """Erase a person and the bytes of these issued versions. It cannot be undone."""
    done = planner.execute(erase_person, person_id, issued_paper_ids=issued, origin=origin)
    checkpoint(planner.store)
    return done


def remove(planner: Planner, issued: Sequence[int], because: str = PRIVATE, *, origin: object = None) -> Changes:
    """Remove the bytes of issued versions. It cannot be undone."""
    done = planner.execute(remove_versions, issued, because=because, origin=origin)
    checkpoint(planner.store)
    return done
