"""Writing a file for others: whole or not at all, the old one kept on any error."""

from __future__ import annotations

import errno
import os
import re
import tempfile
import unicodedata
from pathlib import Path

from planner.errors import FileProblem

_RESERVED = frozenset({"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))})
_FORBIDDEN = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*]')


def write_whole(path: Path, content: bytes) -> None:
    """Write a file under its name only once it is complete and on the disk. Raise FileProblem in words."""
    try:
        handle, half = tempfile.mkstemp(prefix=".", suffix=".part", dir=path.parent)
    except OSError as error:
        raise _problem(error, path) from error
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(half).replace(path)
    except OSError as error:
        raise _problem(error, path) from error
    finally:
        Path(half).unlink(missing_ok=True)
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    """Bring the new name to the disk; some systems have no handle for a folder, and none is needed there."""
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(descriptor)
    except OSError:
        return
    finally:
        os.close(descriptor)


def safe_name(words: str, ending: str) -> str:
    """Return a file name that every system takes, made of a title: "Programme of stay.pdf"."""
    plain = "".join(" " if unicodedata.category(one) in {"Cc", "Cf", "Zl", "Zp", "Cs"} else one for one in words)
    plain = " ".join(_FORBIDDEN.sub(" ", plain).split()).strip(". -")
    plain = plain.encode()[:120].decode(errors="ignore").strip(". ")
    if not plain or plain.split(".")[0].lower() in _RESERVED:
        plain = f"paper {plain}".strip()
    return f"{plain}{ending}"


def _problem(error: OSError, path: Path) -> FileProblem:
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return FileProblem(
            "There is no room left where {file} should go. The old file, if any, is as it was; choose another place.",
            file=path,
        )
    if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
        return FileProblem("{folder} does not let us write in it. Choose another folder.", folder=path.parent)
    if error.errno == errno.ENOENT:
        return FileProblem("There is no folder {folder}. Choose another.", folder=path.parent)
    return FileProblem(
        "{file} could not be written ({reason}). Choose another place.", file=path, reason=error.strerror or ""
    )
