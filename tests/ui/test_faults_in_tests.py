from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
STORY = """
from PySide6.QtCore import QTimer

from ui.errors import ErrorHook


def fail():
    raise ZeroDivisionError("in a slot")


def test_that_waits(qapp, qtbot):
    hook = ErrorHook()
    hook.install()
    try:
        QTimer.singleShot(0, fail)
        qtbot.waitUntil(lambda: False, timeout=50_000)
    finally:
        hook.remove()


def test_that_goes_on(qapp, qtbot):
    hook = ErrorHook()
    hook.install()
    try:
        QTimer.singleShot(0, fail)
        qapp.processEvents()
    finally:
        hook.remove()
"""


def test_bug_in_a_slot_fails_its_test_at_once_with_the_traceback(tmp_path: Path) -> None:
    (tmp_path / "test_story.py").write_text(STORY, encoding="utf-8")
    command = [
        sys.executable, "-m", "pytest", "-q", "-p", "tests.faults", "-p", "no:randomly", "-p", "no:cacheprovider",
        "-c", str(ROOT / "pyproject.toml"), str(tmp_path),
    ]  # fmt: skip
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=40, check=False)
    failed = [line.split("::")[1] for line in run.stdout.splitlines() if line.startswith("FAILED")]
    assert (run.returncode, [line.split(" - ")[0] for line in failed]) == (1, ["test_that_waits", "test_that_goes_on"])
    told = run.stdout.partition("test_that_goes_on")[2]
    assert 'raise ZeroDivisionError("in a slot")' in told
    assert "ZeroDivisionError: in a slot" in told


def test_every_test_stands_on_it(request: pytest.FixtureRequest) -> None:
    assert "faults_fail" in request.fixturenames
