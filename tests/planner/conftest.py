"""A sample office of a test's own, and the command line as tests call it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from planner.__main__ import main


class Said(NamedTuple):
    """What a command answered: exit status, and its two outputs."""

    status: int
    out: str
    error: str


Run = Callable[..., Said]


@pytest.fixture
def sample(sample_template: Path, tmp_path: Path) -> Path:
    """A sample office of this test's own."""
    path = tmp_path / "sample.office"
    shutil.copy(sample_template, path)
    return path


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Iterator[Run]:
    """The command line, called in this process; it changes the umask, which is put back."""
    umask = os.umask(0o022)
    os.umask(umask)

    def call(*arguments: object) -> Said:
        capsys.readouterr()
        try:
            status = main([str(argument) for argument in arguments])
        except SystemExit as stopped:
            status = int(stopped.code or 0)
        return Said(status, *capsys.readouterr())

    yield call
    os.umask(umask)
