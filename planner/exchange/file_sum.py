"""The SHA-256 of somebody's file: what tells two texts apart without keeping either."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import NamedTuple

from planner.errors import FileProblem

PIECE = 1 << 20
"""Bytes read at once: a scanned treaty is not held in memory."""


class FileSum(NamedTuple):
    """A file by its name, without a folder, and its SHA-256 in hexadecimal digits."""

    name: str
    sha256: str


def file_sum(path: Path) -> FileSum:
    """Return the sum of a file. Raise FileProblem in words where it cannot be read."""
    digest = hashlib.sha256()
    try:
        with path.open("rb") as file:
            while piece := file.read(PIECE):
                digest.update(piece)
    except OSError as error:
        raise FileProblem("“{file}” cannot be read. Choose another file.", file=path.name) from error
    return FileSum(path.name, digest.hexdigest())
