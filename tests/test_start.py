"""The way in: what start.py decides before any library is there, and the locks it installs from."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

import start

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def _run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, ROOT / "start.py", *arguments], capture_output=True, text=True, check=False, cwd=ROOT.parent
    )


def _lock(name: str) -> dict[str, str]:
    lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
    pinned = [line.split(" ")[0].split("==") for line in lines if re.match(r"\w", line)]
    return dict(pinned)


def test_start_needs_the_standard_library_only() -> None:
    tree = ast.parse((ROOT / "start.py").read_text(encoding="utf-8"))
    names = [alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names]
    names += [node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    assert [name for name in names if name.split(".")[0] not in sys.stdlib_module_names] == []


def test_start_can_be_read_by_an_older_python_which_it_refuses_in_words() -> None:
    ast.parse((ROOT / "start.py").read_text(encoding="utf-8"), feature_version=(3, 8))


def test_old_python_is_refused_with_the_remedy(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 9, 2))
    monkeypatch.setattr(sys, "version", "3.9.2 (old)")
    monkeypatch.setattr(sys, "executable", "python3")
    assert start.main(["prepare"]) == 1
    assert capsys.readouterr().err == (
        "This needs Python 3.11 or newer; python3 is 3.9.2. Start it with a newer one, as in: python3.11 start.py\n"
    )


def test_help_lists_the_commands() -> None:
    done = _run("--help")
    assert (done.returncode, done.stdout) == (0, start.USAGE)


@pytest.mark.parametrize("arguments", [["nonsense"], ["prepare", "more"]])
def test_unknown_command_is_refused(arguments: list[str]) -> None:
    done = _run(*arguments)
    sentence = f"start.py does not know '{' '.join(arguments)}'. It knows:\n"
    assert (done.returncode, done.stdout, done.stderr) == (2, "", sentence + start.USAGE)


def test_python_without_venv_is_named_with_its_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(start, "on_debian", lambda: True)
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    monkeypatch.setattr(sys, "executable", "python3")
    with pytest.raises(start.CannotGoOn) as refused:
        start.install_venv_module()
    assert str(refused.value) == (
        "This Python (python3) lacks the module 'venv'. Install it and start again:\n"
        f"  sudo apt-get install --no-install-recommends python{start.VERSION}-venv"
    )


def test_missing_libraries_are_named_with_one_command(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(start, "on_debian", lambda: True)
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    start.install_missing(start.QT_LIBRARIES, lambda name: "xcb" not in name or "cursor" not in name, "Qt needs these")
    assert capsys.readouterr().out == (
        "Qt needs these: libxcb-cursor0\nInstall them with:\n"
        "  sudo apt-get install --no-install-recommends libxcb-cursor0\n"
    )


def test_system_of_another_make_is_told_the_libraries_themselves(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(start, "on_debian", lambda: False)
    start.install_missing(start.QT_LIBRARIES, lambda name: name != "libEGL.so.1", "Qt needs these")
    assert capsys.readouterr().out == (
        "Qt needs these: libEGL.so.1\nInstall the packages of your system that hold them.\n"
    )


def test_nothing_is_said_where_nothing_is_missing(capsys: pytest.CaptureFixture[str]) -> None:
    start.install_missing(start.QT_LIBRARIES, lambda _name: True, "Qt needs these")
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    ("variables", "answers", "expected"),
    [
        ({}, True, False),
        ({"DISPLAY": ":0"}, True, True),
        ({"DISPLAY": ":0"}, False, False),
        ({"WAYLAND_DISPLAY": "wayland-0"}, False, True),
        ({"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen"}, True, False),
    ],
)
def test_display_is_found(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], answers: bool, expected: bool
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(start, "x_answers", lambda: answers)
    assert start.has_display() == expected


def test_environment_is_current_only_for_the_lock_it_was_made_from(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name in ("requirements.lock", "requirements-test.lock"):
        (tmp_path / name).write_text(f"{name}\n", encoding="utf-8")
    monkeypatch.setattr(start, "ROOT", tmp_path)
    monkeypatch.setattr(start, "STAMP", tmp_path / "prepared")
    monkeypatch.setattr(start, "PYTHON", Path(sys.executable))
    before = start.is_current(start.PROGRAM_LOCK)
    start.STAMP.write_text(start.fingerprint(start.PROGRAM_LOCK) + "\n", encoding="utf-8")
    after = start.is_current(start.PROGRAM_LOCK), start.is_current(start.TEST_LOCK)
    (tmp_path / "requirements.lock").write_text("another\n", encoding="utf-8")
    assert (before, after, start.is_current(start.PROGRAM_LOCK)) == (False, (True, False), False)


def test_catalogs_are_behind_when_a_source_is_younger(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    import os

    monkeypatch.setattr(start, "CATALOGS", tmp_path)
    none = start.catalogs_are_behind()
    (tmp_path / "ru.po").write_text("", encoding="utf-8")
    never_compiled = start.catalogs_are_behind()
    (tmp_path / "ru.mo").write_text("", encoding="utf-8")
    os.utime(tmp_path / "ru.po", (1000, 1000))
    compiled = start.catalogs_are_behind()
    os.utime(tmp_path / "ru.mo", (999, 999))
    assert (none, never_compiled, compiled, start.catalogs_are_behind()) == (False, True, False, True)


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-test.lock"])
def test_lock_holds_versions_and_hashes_and_no_address(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    shape = re.compile(r"([\w.-]+==[\w.]+( ; [^\\]+)? \\\n(    --hash=sha256:[0-9a-f]{64}( \\)?\n)+(    #.*\n)+)+")
    assert (bool(shape.fullmatch(text)), "://" in text) == (True, False)


def test_test_lock_holds_the_program_lock_in_the_same_versions() -> None:
    tests = _lock("requirements-test.lock")
    program = _lock("requirements.lock")
    assert {name: tests.get(name) for name in program} == program


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("requirements.lock", PROJECT["dependencies"]),
        ("requirements-test.lock", PROJECT["optional-dependencies"]["test"]),
    ],
)
def test_lock_meets_what_the_project_asks_for(name: str, wanted: list[str]) -> None:
    lock = _lock(name)
    asked = [Requirement(line) for line in wanted]
    assert [one for one in asked if not one.specifier.contains(lock.get(one.name.lower(), "0"))] == []
