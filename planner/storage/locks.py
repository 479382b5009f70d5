"""The writer's lock of an SQLite office: one process writes, any number read."""

from __future__ import annotations

import getpass
import json
import os
import socket
import sys
from pathlib import Path
from typing import IO

from planner.errors import FileProblem, ReadOnly
from planner.storage.hygiene import cleaned

if sys.platform == "win32":
    import msvcrt

    def _lock(file: IO[str]) -> None:
        file.seek(1 << 20)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(file: IO[str]) -> None:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)


def user_name() -> str:
    """Return whose account this is; a container may run under a number without a name."""
    try:
        name = getpass.getuser()
    except (KeyError, OSError, ImportError):
        name = str(os.getuid()) if hasattr(os, "getuid") else "user"
    return cleaned(name)


class WriterLock:
    """Holds the lock until `release`; the operating system frees it when the process dies."""

    def __init__(self, office: Path) -> None:
        """Take the lock of an office file. Raise ReadOnly, saying who holds it, if another process has it."""
        self.path = office.with_name(office.name + ".lock")
        try:
            descriptor = os.open(self.path, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            raise FileProblem(
                "The folder of {file} does not let us write in it. Open the office for reading, or ask for the right.",
                file=office.name,
            ) from error
        self._file = os.fdopen(descriptor, "r+", encoding="utf-8", errors="replace")
        try:
            _lock(self._file)
        except OSError as error:
            holder = self._file.read() if sys.platform != "win32" else ""
            self._file.close()
            raise _held(office, holder) from error
        self._file.seek(0)
        self._file.truncate()
        json.dump({"user": user_name(), "host": socket.gethostname(), "pid": os.getpid()}, self._file)
        self._file.flush()

    def release(self) -> None:
        """Give the lock back."""
        self._file.close()


def _held(office: Path, holder: str) -> ReadOnly:
    try:
        who = json.loads(holder)
        return ReadOnly(
            "{file} is being edited by {user} on {host} (process {pid}). Close it there, or open it for reading.",
            file=office.name, user=who["user"], host=who["host"], pid=who["pid"],
        )  # fmt: skip
    except (ValueError, KeyError, TypeError):
        return ReadOnly(
            "{file} is being edited in another window. Close it there, or open it for reading.", file=office.name
        )
