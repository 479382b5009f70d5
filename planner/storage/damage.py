"""Telling a damaged office from a bug of ours, by evidence."""

from __future__ import annotations

from pathlib import Path

from planner.errors import PlannerError
from planner.storage.engine import file_reader
from planner.storage.faults import in_words
from planner.storage.verify import verify


def is_damaged(path: Path) -> bool:
    """Tell whether a file, its references or its history are not as they were written."""
    engine = file_reader(path)
    try:
        with in_words(path.name), engine.connect() as connection:
            return bool(verify(connection))
    except PlannerError:
        return True
    finally:
        engine.dispose()
