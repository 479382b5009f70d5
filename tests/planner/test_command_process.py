"""The command line as a process: the plainest of locales, a reader who goes away, an output that is full."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.planner.test_commands import NEW_EVENT

ROOT = Path(__file__).resolve().parents[2]


def process(*arguments: object, **options: object) -> subprocess.CompletedProcess[bytes]:
    """Run the command line as a process of its own, in the plainest of locales."""
    environment = {"PATH": os.environ["PATH"], "LC_ALL": "C", "HOME": "/nonexistent"}
    command = [sys.executable, "-m", "planner", *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=False, **options)  # type: ignore[call-overload,no-any-return]


def test_process_in_the_c_locale_speaks_utf8_and_ends_as_it_should(tmp_path: Path) -> None:
    office = tmp_path / "Визит.office"
    assert (done := process("new", office)).returncode == 0, done.stderr
    made = process("new-event", office, *NEW_EVENT, "--title", "ru=Визит “Ёлка” 👋")
    assert (made.returncode, made.stderr) == (0, b"")
    assert "Визит “Ёлка” 👋" in process("events", office).stdout.decode()
    refused = process("new", office)
    assert (refused.returncode, refused.stdout.decode(), refused.stderr.decode()) == (
        1, "", "Визит.office exists already. Choose another name.\n",
    )  # fmt: skip
    assert process("print", office).returncode == 2
    printed = process("print", office, "--event", made.stdout.decode().strip(), "--paper", "programme",
                      "--languages", "ru,en", "--out", tmp_path / "ж.pdf")  # fmt: skip
    assert printed.returncode == 1
    assert "“Визит “Ёлка” 👋”" in printed.stderr.decode()


def test_help_is_there_for_every_command() -> None:
    done = process("--help")
    lines = done.stdout.decode().splitlines()
    names = [line.split()[0] for line in lines if line.startswith("    ") and line[4] != " "]
    assert len(names) > 14
    for name in ("import-people", "print"):
        assert process(name, "--help").returncode == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device that is always full is Linux's")
def test_output_that_cannot_be_written_is_said_in_words(sample: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "planner", "history", str(sample)], cwd=ROOT, stdout=full, stderr=subprocess.PIPE,
            check=False,
        )  # fmt: skip
    assert (done.returncode, done.stderr.decode()) == (
        1, "The output could not be written: No space left on device.\n",
    )  # fmt: skip


def test_reader_who_goes_away_gets_no_trace(sample: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [sys.executable, "-m", "planner", "history", str(sample)], cwd=ROOT, stdout=writing, stderr=subprocess.PIPE,
        check=False,
    )  # fmt: skip
    os.close(writing)
    assert (done.returncode, done.stderr) == (1, b"")
