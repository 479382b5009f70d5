"""One process writes: the second is told who does, and may once that one is gone, however it went."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from planner.app import open_planner
from planner.errors import ReadOnly
from planner.operations import people
from planner.operations.people import NewName
from planner.storage.backup import back_up, restore

HOLD = """
import sys
from planner.app import open_planner
planner = open_planner(sys.argv[1], author="Bakyt")
print("open", flush=True)
sys.stdin.read()
"""
ROOT = Path(__file__).resolve().parents[2]


@contextmanager
def held(office: Path) -> Iterator[subprocess.Popen[str]]:
    """Open an office for writing in another process."""
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(office)], cwd=ROOT, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert holder.stdout is not None
    assert holder.stdout.readline() == "open\n"
    try:
        yield holder
    finally:
        holder.kill()
        holder.communicate()


def test_second_writer_is_told_who_holds_the_office_and_may_read(office: Path) -> None:
    with held(office) as holder:
        with pytest.raises(ReadOnly) as refused:
            open_planner(str(office), author="Aida")
        sentence = r"city\.office is being edited by \S+ on \S+ \(process (\d+)\)\. .*open it for reading\."
        assert re.fullmatch(sentence, str(refused.value))[1] == str(holder.pid)  # type: ignore[index]
        reader = open_planner(str(office), author="Aida", read_only=True)
        assert reader.change_number() > 0
        with pytest.raises(ReadOnly, match="open for reading only"):
            reader.execute(people.add_person, [NewName("en", "Kabaev")])
        reader.close()


def test_killed_writer_leaves_the_office_free(office: Path) -> None:
    with held(office) as holder:
        os.kill(holder.pid, signal.SIGKILL)
        holder.wait()
        planner = open_planner(str(office), author="Aida")
        planner.execute(people.add_person, [NewName("en", "Kabaev")])
        planner.close()


def test_held_office_is_not_restored_over_but_can_be_backed_up(office: Path) -> None:
    with held(office):
        made = back_up(office, office.parent / "kept")
        with pytest.raises(ReadOnly, match="is being edited by"):
            restore(office, made)


def test_second_window_of_the_same_process_is_refused_too(office: Path) -> None:
    first = open_planner(str(office), author="Aida")
    with pytest.raises(ReadOnly, match=rf"\(process {os.getpid()}\)"):
        open_planner(str(office), author="Aida")
    first.close()
    open_planner(str(office), author="Aida").close()


@pytest.mark.parametrize("left", [b"", b"\xff\xfe not json", b"[]", b'{"user": "x"}'])
def test_lock_file_left_with_anything_in_it_locks_nobody_out(office: Path, left: bytes) -> None:
    office.with_name(office.name + ".lock").write_bytes(left)
    open_planner(str(office), author="Aida").close()


def test_account_without_a_name_can_write(office: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A container may run under a number that no list of users knows."""
    for name in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("pwd.getpwuid", _unknown)
    planner = open_planner(str(office))
    assert planner.author == str(os.getuid())
    planner.close()


def _unknown(number: int) -> None:
    raise KeyError(number)
