"""Faults of the environment, made to order: a user without rights, a full disk, an output nobody reads."""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

NOBODY = 65534


def as_stranger(work: Callable[[], Any]) -> Any:
    """Run something in a child process without the rights of root; return what it returned, as JSON has it."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        answer: Any = {"died": True}
        try:
            if os.geteuid() == 0:
                os.setgroups([])
                os.setgid(NOBODY)
                os.setuid(NOBODY)
            answer = {"is": work()}
        except BaseException:  # noqa: BLE001 - it is told to the parent
            answer = {"trace": traceback.format_exc()}
        finally:
            os.write(writing, json.dumps(answer).encode())
            os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        answer = json.loads(pipe.read() or b"{}")
    os.waitpid(child, 0)
    assert list(answer) == ["is"], answer.get("trace", "the child died")
    return answer["is"]


def sentence_of(work: Callable[[], Any]) -> str:
    """Return the kind and the sentence of what something is refused with; "" where it is not refused."""
    from planner.errors import PlannerError

    try:
        work()
    except PlannerError as error:
        return f"{type(error).__name__}: {error}"
    return ""


@contextmanager
def open_folder() -> Iterator[Path]:
    """A folder that strangers may enter, unlike the tests' own."""
    with tempfile.TemporaryDirectory(prefix="planner-open-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        try:
            yield folder
        finally:
            folder.chmod(0o755)


@contextmanager
def small_disk(size: str) -> Iterator[Path]:
    """A disk of this size ("2m") of its own; skips with the reason where none can be mounted."""
    with tempfile.TemporaryDirectory(prefix="planner-disk-") as name:
        mounted = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", f"size={size},mode=0700", "tmpfs", name],
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        if mounted.returncode:
            pytest.skip(f"no small disk can be mounted here: {mounted.stderr.strip()}")
        try:
            yield Path(name)
        finally:
            subprocess.run(["umount", "--lazy", name], check=True)


def fill(folder: Path, *, leave: int = 0) -> Path:
    """Fill the disk of a folder but for some bytes; return the file that does it."""
    ballast = folder / "ballast"
    with ballast.open("wb", buffering=0) as file:
        try:
            while file.write(b"\0" * 4096):
                pass
        except OSError:
            pass
        if leave:
            file.truncate(max(0, file.tell() - leave))
    return ballast
