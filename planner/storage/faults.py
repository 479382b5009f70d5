"""Faults of the environment in words, decided by the engine's own codes; everything else is a bug."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from planner.errors import FileProblem, NotAdmitted, NotFound, PlannerError, ReadOnly, ServerGone
from planner.storage.driver import has_room


def mark(sentence: str) -> str:
    """Mark a sentence for the catalog, as `planner.language.catalog.mark` does in the layers above."""
    return sentence


_FULL = mark("There is no room left on the disk of {office}. Nothing was changed; make room and try again.")
_READ_ONLY = mark(
    "{office} can only be read. Nothing was changed; ask for the right to write, or save a copy elsewhere."
)
_BUSY = mark("Another program is writing to {office} just now. Nothing was changed; try again in a moment.")
_DAMAGED = mark("{office} is damaged. It was left as it is; restore the last backup, or ask for help.")
_CANNOT_OPEN = mark("{office} cannot be opened. Look whether the disk or the folder is still there.")
_DISK = mark("The disk of {office} did not answer. Nothing was changed; look whether it is still connected.")
_NO_FILE = mark("{office} cannot be reached: {reason}. Look at its path, and whether the disk is still there.")
_LOOSE = mark("This refers to something that is no longer there. Nothing was changed; look at the list again.")
_SERVER = mark("The office's server does not answer. Nothing was lost that was shown as saved; try again in a moment.")
_TOO_SLOW = mark("The office's server took too long. Nothing was changed; try again in a moment.")

_CUT_OFF = mark(
    "The connection to the office's server was cut off while this was being written. Whether it was written is not "
    "known yet: look at the history once the server answers."
)

_NO_PASSWORD = mark("The office's server asks for a password.")
_NOT_ADMITTED = mark("The office's server refuses this user, this password or this database. Look at all three.")

SQLITE_SENTENCES = {
    5: _BUSY, 6: _BUSY, 8: _READ_ONLY, 10: _DISK, 11: _DAMAGED, 13: _FULL, 14: _CANNOT_OPEN, 26: _DAMAGED,
}  # fmt: skip
"""By SQLite's primary result code."""

_IO_ERROR = 10
_STARTING_UP = "57P03"
_ABSENT = ('" does not exist', "» не существует", '" не существует')
LOOSE_REFERENCE = 787
"""SQLite's extended result code for a foreign key that leads nowhere."""

UNREACHABLE = frozenset(
    getattr(errno, name)
    for name in ("ENOTDIR", "EISDIR", "ENAMETOOLONG", "ELOOP", "EIO", "ENODEV", "ENXIO", "ESTALE", "ENOTCONN")
    if hasattr(errno, name)
)
"""What the system says of a path that leads nowhere, or to a disk that is gone."""


@contextmanager
def in_words(office: str, path: Path | None = None) -> Iterator[None]:
    """Turn the engine's faults inside this block into sentences for people.

    With the path of the file, a disk that fails is told from one that is full.
    """
    try:
        with _full_disk_named(office, path):
            yield
    except DBAPIError as error:
        raise sentence_for(error.orig, office, lost=error.connection_invalidated) or error from error
    except OSError as error:
        raise _os_sentence(error, office) or error from error
    except Exception as error:
        # The raw driver's errors reach us where no engine stands between. Our few statements there are right,
        # so whatever the driver has against them is the file's fault.
        if type(error).__module__.startswith("sqlcipher3"):
            raise sentence_for(error, office) or damaged(office) from error
        raise


@contextmanager
def _full_disk_named(office: str, path: Path | None) -> Iterator[None]:
    """SQLite calls it a fault of the disk where there is no room for what readers share."""
    try:
        yield
    except Exception as error:
        driver = error.orig if isinstance(error, DBAPIError) else error
        if path is not None and _sqlite_code(driver) & 0xFF == _IO_ERROR and not has_room(path):
            raise FileProblem(_FULL, office=office) from error
        raise


def cut_off() -> ServerGone:
    """Return the sentence about a write of which nobody can tell whether it was kept."""
    return ServerGone(_CUT_OFF)


def damaged(office: str) -> FileProblem:
    """Return the sentence about a damaged office."""
    return FileProblem(_DAMAGED, office=office)


def sentence_for(error: BaseException | None, office: str, *, lost: bool = False) -> PlannerError | None:
    """Return the sentence for a driver's error, or None where it is none of the environment's."""
    state = getattr(error, "sqlstate", None)
    if state is None and not lost and (refused := _refused_at_the_door(error)) is not None:
        return refused
    if state is not None or type(error).__module__.startswith("psycopg"):
        return _server_sentence(state, lost=lost)
    code = _sqlite_code(error)
    if code == LOOSE_REFERENCE:
        return NotFound(_LOOSE)
    sentence = SQLITE_SENTENCES.get(code & 0xFF) if code else None
    if sentence is None:
        return None
    return (ReadOnly if sentence is _READ_ONLY else FileProblem)(sentence, office=office)


def _sqlite_code(error: BaseException | None) -> int:
    if not type(error).__module__.startswith("sqlcipher3"):
        return 0
    code = int(getattr(error, "sqlite_errorcode", 0))
    if code not in (0, 1, 19):  # 1 is any error at all, 19 any constraint: their words say more
        return code
    words = str(error)
    known = {"disk is full": 13, "readonly database": 8, "malformed": 11, "not a database": 26, "locked": 5,
             "unable to open": 14, "disk I/O": 10, "encrypted": 26, "FOREIGN KEY constraint": LOOSE_REFERENCE,
             "decode to UTF-8": 11, "unsupported file format": 11}  # fmt: skip
    return next((number for part, number in known.items() if part in words), 0)


def _refused_at_the_door(error: BaseException | None) -> NotAdmitted | None:
    """A refused connection bears no code, and the server's words come in its own language; the driver knows more."""
    door = getattr(error, "pgconn", None)
    if door is None:
        return None
    if door.needs_password:
        return NotAdmitted(_NO_PASSWORD)
    is_absent = any(words in str(error) for words in _ABSENT)
    return NotAdmitted(_NOT_ADMITTED) if door.used_password or is_absent else None


def _server_sentence(state: str | None, *, lost: bool) -> PlannerError | None:
    if lost or state is None or state.startswith(("08", "57P")):
        gone = ServerGone(_SERVER)
        gone.unasked = not lost and (state is None or state == _STARTING_UP)
        return gone
    if state in {"57014", "55P03", "40P01", "40001"}:
        return FileProblem(_TOO_SLOW)
    if state.startswith("53"):
        return FileProblem(_FULL, office="PostgreSQL")
    if state == "23503":
        return NotFound(_LOOSE)
    if state in {"25006", "42501"}:
        return ReadOnly(_READ_ONLY, office="PostgreSQL")
    return None


def _os_sentence(error: OSError, office: str) -> PlannerError | None:
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return FileProblem(_FULL, office=office)
    if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
        return ReadOnly(_READ_ONLY, office=office)
    if error.errno in UNREACHABLE:
        return FileProblem(_NO_FILE, office=office, reason=error.strerror or "")
    return None
