"""Qt imported with less work: what is kept is found again, what waits is there when asked for."""

from __future__ import annotations

import builtins
import re
from pathlib import Path

import pytest

import ui.plain_imports
from ui.plain_imports import LIBRARY, Codes, PatternInTime

SOURCE = b"answer = 6 * 7"


def run(code: object) -> object:
    found: dict[str, object] = {}
    exec(code, found)
    return found["answer"]


def test_module_is_compiled_once_and_found_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    first = Codes(tmp_path / "kept.codes")
    assert run(first.compile(SOURCE, f"{LIBRARY}/one.py", "exec")) == 42
    first.keep()
    again = Codes(tmp_path / "kept.codes")
    assert run(again.compile(SOURCE, f"{LIBRARY}/one.py", "exec")) == 42
    assert (first.is_new, again.is_new) == (True, False)


def test_changed_source_is_compiled_anew(tmp_path: Path) -> None:
    codes = Codes(tmp_path / "kept.codes")
    codes.compile(SOURCE, f"{LIBRARY}/one.py", "exec")
    assert run(codes.compile(b"answer = 7", f"{LIBRARY}/one.py", "exec")) == 7


@pytest.mark.parametrize("kept", [b"", b"not codes", b"N", b"\xe9\x00", None])
def test_damaged_or_missing_file_is_no_hindrance(kept: bytes | None, tmp_path: Path) -> None:
    if kept is not None:
        (tmp_path / "kept.codes").write_bytes(kept)
    assert run(Codes(tmp_path / "kept.codes").compile(SOURCE, f"{LIBRARY}/one.py", "exec")) == 42


def test_where_nothing_can_be_written_nothing_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    codes = Codes(tmp_path / "no folder" / "kept.codes")
    codes.compile(SOURCE, f"{LIBRARY}/one.py", "exec")
    codes.keep()
    assert list(tmp_path.iterdir()) == []


def test_other_modules_are_compiled_as_ever(tmp_path: Path) -> None:
    codes = Codes(tmp_path / "kept.codes")
    assert run(codes.compile("answer = 42", "other.py", "exec")) == 42
    assert codes.known == {}


def test_pattern_is_compiled_by_the_first_call_of_a_method_taken_before() -> None:
    pattern = PatternInTime(r"(\d)(\d)", flags=re.VERBOSE)
    split, seen = pattern.split, pattern._made
    assert (seen, split("a12b"), pattern.groups) == (None, ["a", "1", "2", "b"], 2)


def test_everything_is_put_back_after_the_import() -> None:
    assert (builtins.compile, re.compile) == (ui.plain_imports._compile, ui.plain_imports._compile_pattern)
