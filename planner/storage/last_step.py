"""The last step of an office file, read by the driver alone: it is asked for before SQLAlchemy has been imported."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import NamedTuple


class LastStep(NamedTuple):
    """What tells one state of an office from every other: its last change, when it was made and by whom."""

    number: int
    at: str
    author: str


def last_step(path: Path) -> LastStep | None:
    """Return the last step of an office file; None where there is none, or no such file, or it cannot be read."""
    from sqlcipher3 import dbapi2

    try:
        with closing(dbapi2.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, timeout=0)) as db:
            row = db.execute('SELECT "number", "at", author FROM change ORDER BY "number" DESC LIMIT 1').fetchone()
    except (dbapi2.Error, OSError):
        return None
    return LastStep(int(row[0]), str(row[1]), str(row[2])) if row is not None else None
