"""What tells an office of this program from other files and databases, and one version's tables from another's."""

from __future__ import annotations

from typing import NamedTuple

APPLICATION_ID = 0x44504C4E
"""The letters DPLN, in the header of an SQLite office and in the office row of any."""
SCHEMA = 3
"""The number of the newest migration."""
HEAD = 100
"""Bytes of an SQLite file's header."""
_MAGIC = b"SQLite format 3\x00"


class Numbers(NamedTuple):
    """What the header of an SQLite file says: whose it is, and the number of its tables."""

    application: int
    schema: int


def numbers_in(head: bytes) -> Numbers | None:
    """Return the numbers in the first bytes of a file; None where it is no SQLite file ("Database File Format" 1.3)."""
    if len(head) < HEAD or not head.startswith(_MAGIC):
        return None
    return Numbers(int.from_bytes(head[68:72], "big"), int.from_bytes(head[60:64], "big"))
