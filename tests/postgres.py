"""A PostgreSQL of the tests' own: a cluster in a temporary folder, reached by a socket, gone at the end."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

OWNER = "postgres"  # the server refuses to run as root; Debian's package makes this account

# Nothing here must outlive the run, so nothing waits for the disk.
SETTINGS = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "autovacuum": "off",
    "shared_buffers": "32MB",
    "max_connections": "300",  # a property test that fails leaves many behind
    "max_wal_size": "256MB",
    "dynamic_shared_memory_type": "mmap",  # a bare container has no /dev/shm
    "listen_addresses": "",
}


class NoPostgres(Exception):
    """Why there is no PostgreSQL to test on."""


@dataclass
class Cluster:
    """A running server. Attributes: `programs` and `folder`, which holds its data and its socket."""

    programs: Path
    folder: Path
    _numbers: count[int] = field(default_factory=lambda: count(1))

    def url(self, database: str) -> str:
        """Return the address of a database as the program takes it."""
        return f"postgresql://{OWNER}@/{database}?host={self.folder}"

    def new_database(self, template: str = "template0") -> str:
        """Make a database, empty or as a copy of another, and return its name."""
        name = f"test_{next(self._numbers)}"
        self.execute(f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY FILE_COPY")
        return name

    def drop(self, database: str) -> None:
        """Remove a database, whoever is still connected."""
        self.execute(f"DROP DATABASE IF EXISTS {database} WITH (FORCE)")

    def execute(self, statement: str) -> None:
        """Run one statement outside any transaction."""
        import psycopg

        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(statement)

    def stop(self) -> None:
        """End the server and remove all it kept."""
        as_owner(self.programs / "pg_ctl", "stop", "-D", self.folder / "data", "-m", "immediate")
        shutil.rmtree(self.folder, ignore_errors=True)


def start() -> Cluster:
    """Make and start a cluster (about 2 s). Raise NoPostgres with the reason where that is not possible."""
    programs = server_programs()
    folder = Path(tempfile.mkdtemp(prefix="planner-pg-"))
    if os.geteuid() == 0:
        shutil.chown(folder, OWNER, OWNER)
    cluster = Cluster(programs, folder)
    data = folder / "data"
    try:
        as_owner(programs / "initdb", "-D", data, "-U", OWNER, "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync")
        settings = " ".join(f"-c {name}={value or chr(39) * 2}" for name, value in SETTINGS.items())
        options = f"-k {folder} {settings}"
        as_owner(programs / "pg_ctl", "start", "-w", "-D", data, "-l", folder / "log", "-o", options)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    return cluster


def server_programs() -> Path:
    """Return the folder of the newest server programs; Debian keeps them off the path."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    if found:
        return found[-1].parent
    if on_path := shutil.which("initdb"):
        return Path(on_path).resolve().parent
    raise NoPostgres("PostgreSQL's server programs are not installed (Debian's package: postgresql)")


def as_owner(*command: str | Path) -> None:
    """Run a server program as an account that may: Debian's one where this is root, otherwise this one."""
    line = [str(part) for part in command]
    if os.geteuid() == 0:
        line = ["runuser", "-u", OWNER, "--", *line]
    # Into a file: the server keeps what it inherits open, and a pipe would never end.
    with tempfile.TemporaryFile() as output:
        done = subprocess.run(
            line, cwd="/", stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT, check=False
        )
        if done.returncode:
            output.seek(0)
            raise NoPostgres(f"{command[0]} failed: {output.read().decode(errors='replace').strip()}")
