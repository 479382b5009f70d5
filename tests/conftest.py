"""What every test stands on: no display, no one's own folders, a quiet log, both engines, and an order."""

from __future__ import annotations

import logging
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

# Before anything imports Qt. The folders keep a test from reading or writing what belongs to the person.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
_FOLDERS = tempfile.mkdtemp(prefix="planner-tests-")
for _kind in ("DATA", "CONFIG", "CACHE", "STATE"):
    os.environ[f"XDG_{_kind}_HOME"] = f"{_FOLDERS}/{_kind.lower()}"

import pytest  # noqa: E402 - as said above
from hypothesis import settings  # noqa: E402

from planner import model, operations  # noqa: E402
from tests import postgres  # noqa: E402
from tests.faults import faults_fail  # noqa: E402, F401 - a fixture of every test

# The program imports tables and operations as it needs them; tests go through all of them.
model.import_all()
operations.import_all()

ROOT = Path(__file__).resolve().parent.parent
SHARED_DATA = ROOT.parent / "shared" / "data"
IN_CI = bool(os.environ.get("CI"))
STATUS = pytest.StashKey[int]()

# What fails soonest runs first; the order inside an area is random (the seed is printed at the top).
ORDER = ("", "language", "rules", "documents", "exchange", "planner", "storage", "operations", "queries", "checks")
LAST = ("ui", "journeys")

# The clock decides nothing here: a slow machine is not a fault.
settings.register_profile("planner", deadline=None, max_examples=50, print_blob=True)
settings.load_profile("planner")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the areas in their order, after the order inside them was drawn, and mark what needs real data."""
    items.sort(key=lambda item: _place(item.path))
    for item in items:
        if "shared_data" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.shared_data)


def _place(path: Path) -> int:
    parts = path.relative_to(ROOT / "tests").parts if path.is_relative_to(ROOT / "tests") else ()
    area = parts[0] if len(parts) > 1 else ""
    if area in LAST:
        return len(ORDER) + 1 + LAST.index(area)
    return ORDER.index(area) if area in ORDER else len(ORDER)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    """In CI, make a failure of a skipped test that needs PostgreSQL or the real data."""
    report = yield
    needed = [name for name in ("postgres", "shared_data") if item.get_closest_marker(name)]
    if IN_CI and report.skipped and needed and not hasattr(report, "wasxfail"):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
        report.outcome = "failed"
        report.longrepr = f"In CI a test that needs {' and '.join(needed)} may not be skipped. {reason}"
    return report


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """Keep what the run came to."""
    session.config.stash[STATUS] = int(session.exitstatus if session.exitstatus is not None else exitstatus)


@pytest.hookimpl(trylast=True)
def pytest_unconfigure(config: pytest.Config) -> None:
    """Remove the folders that stood in for the person's own, and end here.

    One run in which all had passed ended as failed after its last line, without a word. The likely reason, not proven,
    is Qt's widgets of 400 tests being taken down by Python in no order. What the tests came to is kept as it is.
    """
    shutil.rmtree(_FOLDERS, ignore_errors=True)
    if hasattr(config, "workerinput"):
        return  # one of several processes of a run: how it ends is nobody's business, what its tests came to is told
    if STATUS in config.stash and "PySide6.QtWidgets" in sys.modules:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(config.stash[STATUS])


@pytest.fixture(autouse=True)
def quiet_log(request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail a test that leaves a warning or worse in the log, unless it is marked `expects_log`."""
    yield
    if request.node.get_closest_marker("expects_log"):
        return
    records = caplog.get_records("setup") + caplog.get_records("call")
    loud = [f"{record.name}: {record.getMessage()}" for record in records if record.levelno >= logging.WARNING]
    assert loud == [], "unexpected lines in the log"


@pytest.fixture(scope="session")
def postgres_cluster() -> Iterator[postgres.Cluster]:
    """A PostgreSQL of this run's own; skips with the reason where there is none."""
    try:
        cluster = postgres.start()
    except postgres.NoPostgres as reason:
        pytest.skip(str(reason))
    yield cluster
    cluster.stop()


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def office_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """An address, on each engine in turn, at which there is no office yet."""
    if request.param == "sqlite":
        yield str(tmp_path / "test.office")
        return
    cluster: postgres.Cluster = request.getfixturevalue("postgres_cluster")
    database = cluster.new_database()
    yield cluster.url(database)
    cluster.drop(database)


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty office file, to be copied."""
    from planner.app import new_office

    path = tmp_path_factory.mktemp("template") / "empty.office"
    new_office(str(path))
    return path


@pytest.fixture(scope="session")
def sample_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample office, built once in a run, to be copied; it may be opened to read."""
    from planner.sample.build import build_sample

    path = tmp_path_factory.mktemp("sample") / "sample.office"
    build_sample(str(path))
    return path


@pytest.fixture(scope="session")
def postgres_template(postgres_cluster: postgres.Cluster) -> str:
    """The name of a database that holds an empty office, to be copied."""
    from planner.app import new_office

    database = postgres_cluster.new_database()
    new_office(postgres_cluster.url(database))
    return database


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def empty_office_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address, on each engine in turn, of an empty office of this test's own."""
    if request.param == "sqlite":
        path = tmp_path / "test.office"
        shutil.copy(request.getfixturevalue("sqlite_template"), path)
        yield str(path)
        return
    cluster: postgres.Cluster = request.getfixturevalue("postgres_cluster")
    database = cluster.new_database(request.getfixturevalue("postgres_template"))
    yield cluster.url(database)
    cluster.drop(database)


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of real data beside the repository; skips with the reason where it is missing."""
    if not SHARED_DATA.is_dir():
        pytest.skip("the folder of real data (shared/data beside the repository) is not here")
    return SHARED_DATA
