"""The driver of SQLite offices: how a file is opened. Needs no SQLAlchemy, which is not there yet at a start."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Any
from urllib.parse import quote

MOUNTS = Path("/proc/mounts")
"""Where Linux tells what is mounted."""
NETWORK_SYSTEMS = frozenset({"nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "9p", "afs"})
READER_PRAGMAS = (
    "PRAGMA query_only=ON",
    "PRAGMA cache_size=-256",  # kB for each of three readers; the system keeps the file's pages anyway
    "PRAGMA busy_timeout=5000",
    "PRAGMA trusted_schema=OFF",
    "PRAGMA cell_size_check=ON",
    "PRAGMA mmap_size=0",
)

ROOM = 128 * 1024
"""Bytes that must be free for the engine to lay its log, and what readers share, beside an office."""


def has_room(path: Path) -> bool:
    """Tell whether the disk of a file has room for the engine to work at all."""
    try:
        return shutil.disk_usage(path.parent).free >= ROOM
    except OSError:
        return True


def may_write(path: Path) -> bool:
    """Tell whether a file may be written, and its folder, where the engine lays its log; and whether there is room."""
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK) and has_room(path)


def mode_for(path: Path) -> str:
    """Return how a file is opened for reading: "rw" if possible, since the engine shares its log with a writer."""
    return "rw" if may_write(path) else "ro"


def connect_file(path: Path, mode: str = "rw") -> Any:
    """Open a raw connection; `mode` is SQLite's "rw", "ro" or "rwc". The key, once there is one, goes here."""
    from sqlcipher3 import dbapi2

    uri = f"file:{quote(os.fsencode(path.absolute()))}?mode={mode}"
    if mode == "ro" and not any(path.with_name(path.name + part).exists() for part in ("-wal", "-journal")):
        # Nobody writes. So nothing needs to be laid beside the file, where we may not, or where it would be ours.
        uri += "&immutable=1"
    return dbapi2.connect(uri, uri=True, isolation_level=None, check_same_thread=False, timeout=5)


def on_network_share(path: Path) -> bool:
    """Tell whether the file lies where SQLite's locks cannot be trusted (known on Linux only)."""
    try:
        mounts = MOUNTS.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return False
    real = str(path.resolve())
    best = max(
        (line.split() for line in mounts if len(line.split()) > 2 and _is_below(real, line.split()[1])),
        key=lambda parts: len(parts[1]),
        default=None,
    )
    return best is not None and best[2] in NETWORK_SYSTEMS


def _is_below(path: str, mount: str) -> bool:
    mount = mount.replace("\\040", " ")
    return path == mount or path.startswith(mount.rstrip("/") + "/")
