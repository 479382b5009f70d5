"""What is shown before an office is open: read without SQLAlchemy, the same as read with it, and nothing is touched."""

from __future__ import annotations

import random
import shutil
import sqlite3
import struct
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from planner.app import open_planner
from planner.first_order import FirstOrder, first_order
from planner.operations import events
from planner.queries.delegations import event_order
from planner.queries.events import events as all_events
from planner.queries.journal import state_read
from planner.rules.office_format import SCHEMA
from planner.storage import driver
from planner.storage.reading import PATIENCE
from tests.storage.conftest import sha256

ALONE = """
import sys
from pathlib import Path
from planner.first_order import first_order
found = first_order(Path(sys.argv[1]), int(sys.argv[2]))
print([len(row.members) for row in found.order.rows], "sqlalchemy" in sys.modules)
"""


@pytest.fixture
def sample(sample_template: Path, tmp_path: Path) -> Path:
    path = tmp_path / "sample.office"
    shutil.copy(sample_template, path)
    path.chmod(0o600)
    return path


def all_ids(path: Path) -> list[int]:
    planner = open_planner(str(path), read_only=True)
    found = [event.id for event in planner.read(all_events)]
    planner.close()
    return found


def test_every_event_of_the_sample_is_read_as_with_sqlalchemy(sample: Path) -> None:
    ids = all_ids(sample)
    first = {event: first_order(sample, event) for event in ids}
    planner = open_planner(str(sample), author="Aida")
    for event in ids:
        read = first[event]
        assert read is not None
        assert read.order == planner.read(event_order, event)
        assert (read.event_id, read.state) == (event, planner.read(state_read))
    planner.close()
    assert sum(len(row.members) for read in first.values() if read for row in read.order.rows) > 30


def test_a_step_makes_another_state(sample: Path) -> None:
    event = all_ids(sample)[0]
    before = first_order(sample, event)
    planner = open_planner(str(sample), author="Aida")
    planner.execute(events.edit_event, event, note="anything at all")
    during = first_order(sample, event)  # beside the writer
    planner.undo()
    planner.close()
    after = first_order(sample, event)
    assert before is not None
    assert during is not None
    assert after is not None
    assert len({before.state, during.state, after.state}) == 3  # the rows are as before, but an undo is a step too
    assert before.order == after.order


def test_reading_touches_nothing(sample: Path) -> None:
    event, before = all_ids(sample)[0], sha256(sample)
    assert isinstance(first_order(sample, event), FirstOrder)
    assert (sha256(sample), sorted(one.name for one in sample.parent.iterdir() if one.suffix != ".lock")) == (
        before, [sample.name],
    )  # fmt: skip


def _foreign(path: Path) -> None:
    path.unlink()
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE office (schema_number)")
    connection.execute("INSERT INTO office VALUES (3)")
    connection.commit()
    connection.close()


def _header(path: Path, schema: int) -> None:
    content = bytearray(path.read_bytes())
    content[60:64] = struct.pack(">I", schema)
    path.write_bytes(content)


def _row_of_another_version(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute(f"UPDATE office SET schema_number = {SCHEMA + 1}")
    connection.commit()
    connection.close()


FILES: dict[str, Callable[[Path], object]] = {
    "missing": Path.unlink,
    "empty": lambda path: path.write_bytes(b""),
    "text": lambda path: path.write_text("Программа пребывания\n" * 20, encoding="utf-8"),
    "cut": lambda path: path.write_bytes(path.read_bytes()[:4096]),
    "foreign": _foreign,
    "older": lambda path: _header(path, SCHEMA - 1),
    "newer": lambda path: _header(path, SCHEMA + 1),
    "row of another version": _row_of_another_version,
}


@pytest.mark.parametrize("spoil", FILES.values(), ids=FILES.keys())
def test_what_is_no_office_of_this_version_shows_nothing_and_stays(
    sample: Path, spoil: Callable[[Path], object]
) -> None:
    event = all_ids(sample)[0]
    spoil(sample)
    before = sha256(sample) if sample.exists() else ""
    assert first_order(sample, event) is None
    assert (sha256(sample) if sample.exists() else "") == before


def test_flipped_bytes_never_raise(sample: Path) -> None:
    event, whole, chance = all_ids(sample)[0], sample.read_bytes(), random.Random(11)
    for _ in range(60):
        content = bytearray(whole)
        for _ in range(8):
            content[chance.randrange(100, len(content))] ^= 1 << chance.randrange(8)
        sample.write_bytes(content)
        assert isinstance(first_order(sample, event), FirstOrder | None)


def test_an_event_that_is_gone_shows_nothing(sample: Path) -> None:
    assert first_order(sample, 10**6) is None


def test_a_file_held_by_another_program_is_not_waited_for(sample: Path) -> None:
    event = all_ids(sample)[0]
    assert PATIENCE <= 500
    holder = dbapi2.connect(str(sample), isolation_level=None)
    holder.execute("PRAGMA locking_mode=EXCLUSIVE")
    holder.execute("BEGIN EXCLUSIVE")
    assert first_order(sample, event) is None
    holder.execute("ROLLBACK")
    holder.close()
    assert first_order(sample, event) is not None


@pytest.mark.parametrize(
    ("kind", "is_read"), [("nfs4", False), ("cifs", False), ("ext4", True)], ids=["NFS", "Windows share", "own disk"]
)
def test_a_network_share_is_left_alone(
    sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str, is_read: bool
) -> None:
    event = all_ids(sample)[0]
    mounts = tmp_path / "mounts"
    share = str(sample.parent.resolve()).replace(" ", "\\040")
    mounts.write_text(f"/dev/sda1 / ext4 rw 0 0\nserver:/offices {share} {kind} rw 0 0\n", encoding="utf-8")
    monkeypatch.setattr(driver, "MOUNTS", mounts)
    assert (first_order(sample, event) is not None) is is_read


def test_it_is_read_before_sqlalchemy_is_there(sample: Path) -> None:
    event = all_ids(sample)[0]
    read = first_order(sample, event)
    assert read is not None
    done = subprocess.run(
        [sys.executable, "-c", ALONE, str(sample), str(event)], check=True, capture_output=True, text=True, timeout=60
    )
    assert done.stdout == f"{[len(row.members) for row in read.order.rows]} False\n"
