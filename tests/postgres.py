"""A PostgreSQL of the tests' own: a cluster in a temporary folder, reached by a socket, gone at the end."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from time import monotonic, sleep

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
PATIENCE = 60.0  # seconds until a server that does not answer counts as not started


class NoPostgres(Exception):
    """Why there is no PostgreSQL to test on."""


@dataclass
class Cluster:
    """A running server. Attributes: `folder`, which holds its data, its log and its socket; `server`, the process."""

    folder: Path
    server: subprocess.Popen[bytes]
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

    def halt(self) -> None:
        """Shut the server down as its keeper would, keeping all it holds."""
        self.server.send_signal(signal.SIGINT)  # whoever is connected is cut off
        self.server.wait(PATIENCE)

    def resume(self) -> None:
        """Start the server again on what it holds."""
        self.server = serve(server_programs(), self.folder)
        await_answer(self)

    def stop(self) -> None:
        """End the server and remove all it kept."""
        self.server.send_signal(signal.SIGQUIT)  # at once, keeping nothing
        self.server.wait(PATIENCE)
        shutil.rmtree(self.folder, ignore_errors=True)


def start() -> Cluster:
    """Make and start a cluster (about 2 s). Raise NoPostgres with the reason where that is not possible."""
    programs = server_programs()
    folder = Path(tempfile.mkdtemp(prefix="planner-pg-"))
    if os.geteuid() == 0:
        shutil.chown(folder, OWNER, OWNER)
    try:
        make_data(programs, folder)
        cluster = Cluster(folder, serve(programs, folder))
        await_answer(cluster)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    return cluster


def make_data(programs: Path, folder: Path) -> None:
    """Make the files of an empty cluster."""
    options = ("-U", OWNER, "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync")
    made = subprocess.run(
        as_owner(programs / "initdb", "-D", folder / "data", *options),
        cwd="/", stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if made.returncode:
        raise NoPostgres(f"initdb failed: {made.stderr.strip()}")


def serve(programs: Path, folder: Path) -> subprocess.Popen[bytes]:
    """Start the server; it listens on a socket in the folder only."""
    settings = [part for name, value in SETTINGS.items() for part in ("-c", f"{name}={value}")]
    command = as_owner(programs / "postgres", "-D", folder / "data", "-k", folder, *settings)
    with (folder / "log").open("wb") as log:
        return subprocess.Popen(command, cwd="/", stdin=subprocess.DEVNULL, stdout=log, stderr=log)


def await_answer(cluster: Cluster) -> None:
    """Wait until the server answers; raise NoPostgres with its log if it does not."""
    import psycopg

    deadline = monotonic() + PATIENCE
    while cluster.server.poll() is None and monotonic() < deadline:
        try:
            cluster.execute("SELECT 1")
        except psycopg.OperationalError:
            sleep(0.02)
        else:
            return
    cluster.server.kill()
    raise NoPostgres(f"the server did not start: {(cluster.folder / 'log').read_text(encoding='utf-8').strip()}")


def server_programs() -> Path:
    """Return the folder of the newest server programs; Debian keeps them off the path."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    if found:
        return found[-1].parent
    if on_path := shutil.which("initdb"):
        return Path(on_path).resolve().parent
    raise NoPostgres("PostgreSQL's server programs are not installed (Debian's package: postgresql)")


def as_owner(*command: str | Path) -> list[str]:
    """Return a command that dies with this process and runs, where this is root, as Debian's account for it."""
    line = list(map(str, command))
    if os.geteuid() == 0:
        return ["setpriv", "--pdeathsig=QUIT", f"--reuid={OWNER}", f"--regid={OWNER}", "--init-groups", *line]
    return ["setpriv", "--pdeathsig=QUIT", *line] if shutil.which("setpriv") else line
