"""A child that is slow to begin, as on a busy computer, still gets the whole file."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from planner.errors import ImportRefused
from planner.exchange import reading


@pytest.fixture
def slow_child(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the child wait before it reads, longer than the parent looks away."""
    command = reading._command()
    program = command.index("-c") + 1
    waiting = [*command[:program], f"import time; time.sleep(0.4); {command[program]}", *command[program + 1 :]]
    monkeypatch.setattr(reading, "_command", lambda: waiting)


def _table(folder: Path) -> Path:
    path = folder / "list.csv"
    path.write_text("Surname,Given name\n" + "Kabaev,Azamat of a very long name indeed\n" * 9_000, encoding="utf-8")
    assert path.stat().st_size > reading.IN_PROCESS
    return path


@pytest.mark.usefixtures("slow_child")
def test_slow_child_gets_the_whole_file(tmp_path: Path) -> None:
    assert len(reading.read_file(_table(tmp_path)).rows) == 9_001


@pytest.mark.usefixtures("slow_child")
def test_slow_child_is_stopped_when_asked(tmp_path: Path) -> None:
    begun = time.monotonic()
    with pytest.raises(ImportRefused, match="was stopped"):
        reading.read_file(_table(tmp_path), cancelled=lambda: True)
    assert time.monotonic() - begun < 5
