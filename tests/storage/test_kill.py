"""What was shown as saved is there after the process is killed, whenever that happens (promise 1)."""

from __future__ import annotations

import os
import random
import signal
import struct
import time
from itertools import count
from pathlib import Path

import pytest

from planner.app import open_planner
from planner.operations import people
from planner.operations.people import NewName
from planner.queries.history import steps
from planner.storage.verify import verify

KILLS = 200
VERIFIED_EVERY = 20  # the full check of a growing office costs more than the kill
pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="the writer is a forked process")


def _write_for_ever(path: str, acknowledged: int, name: str) -> None:
    planner = open_planner(path, author="Aida")
    person = planner.execute(people.add_person, [NewName("en", name)]).result
    for number in count():
        if number % 7 == 6:
            change = planner.undo()
        else:
            change = planner.execute(people.edit_person, person, note=f"{name} {number} " + "ж" * (number * 37 % 400))
        os.write(acknowledged, struct.pack("<q", change.number))


def _killed_after(path: str, seconds: float, name: str) -> list[int]:
    """Let a process edit for a while, kill it, and return the numbers it had acknowledged."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        try:
            _write_for_ever(path, writing, name)
        finally:
            os._exit(1)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        head = pipe.read(8)  # from here on it edits
        time.sleep(seconds)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        rest = pipe.read()
    content = head + rest[: len(rest) // 8 * 8]
    return [number for (number,) in struct.iter_unpack("<q", content)]


def test_killed_writer_loses_nothing_it_had_acknowledged(sqlite_template: Path, tmp_path: Path) -> None:
    path, draw = tmp_path / "city.office", random.Random()
    path.write_bytes(sqlite_template.read_bytes())
    acknowledged: list[int] = []
    for number in range(KILLS):
        acknowledged += _killed_after(str(path), draw.uniform(0, 0.015), f"n{number}")
        reader = open_planner(str(path), author="Aida", read_only=True)
        there = reader.change_number()
        assert there >= acknowledged[-1]
        if number % VERIFIED_EVERY == VERIFIED_EVERY - 1:
            assert reader.read(verify) == []
        reader.close()
    reader = open_planner(str(path), author="Aida", read_only=True)
    numbers = {row.number for row in reader.read(steps, limit=10**6)}
    reader.close()
    assert set(acknowledged) - numbers == set()
    assert len(numbers) == there
    assert len(acknowledged) > KILLS


def test_killed_writer_keeps_undo_and_redo(sqlite_template: Path, tmp_path: Path) -> None:
    path = tmp_path / "city.office"
    path.write_bytes(sqlite_template.read_bytes())
    last = _killed_after(str(path), 0.1, "n")[-1]
    planner = open_planner(str(path), author="Aida")
    assert planner.change_number() >= last
    planner.undo()
    planner.redo()
    assert planner.read(verify) == []
    planner.close()
