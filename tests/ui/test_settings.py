from __future__ import annotations

import json
import os
import stat
from pathlib import Path

import pytest

from ui.settings import Settings, SettingsFile, write_private


def test_settings_come_back_as_they_were_set(tmp_path: Path) -> None:
    path = tmp_path / "own" / "settings.json"
    file = SettingsFile(path)
    file.change(language="ru", text_size=150, office="/offices/Красноярск.office", event=7)
    file.set_widths("people", [120, 240])
    file.change(geometry=file.now.with_geometry(b"\x01\xfe").geometry)
    again = SettingsFile(path).now
    assert again == file.now
    assert (again.language, again.widths, again.geometry_bytes()) == ("ru", {"people": [120, 240]}, b"\x01\xfe")


@pytest.mark.skipif(os.name != "posix", reason="file modes are those of POSIX")
def test_settings_file_is_readable_by_its_owner_only(tmp_path: Path) -> None:
    before = os.umask(0o022)
    try:
        SettingsFile(tmp_path / "own" / "settings.json").change(language="ru")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "own" / "settings.json").stat().st_mode) == 0o600


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff\xfe", b"null"])
def test_damaged_file_gives_the_defaults(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "settings.json").write_bytes(content)
    assert SettingsFile(tmp_path / "settings.json").now == Settings()


def test_values_of_the_wrong_type_are_left_out(tmp_path: Path) -> None:
    found = {"text_size": "big", "language": "ky", "widths": {"people": ["x", 5], "venues": 3}, "unknown": 1}
    (tmp_path / "settings.json").write_text(json.dumps(found), encoding="utf-8")
    assert SettingsFile(tmp_path / "settings.json").now == Settings(language="ky", widths={"people": [5]})


def test_same_values_write_nothing(tmp_path: Path) -> None:
    SettingsFile(tmp_path / "settings.json").change(language="en")
    assert list(tmp_path.iterdir()) == []


def test_failed_write_leaves_the_old_file_and_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "settings.json"
    write_private(path, b"old")
    monkeypatch.setattr(os, "fsync", _no_space)
    with pytest.raises(OSError):
        write_private(path, b"new")
    assert [(one.name, one.read_bytes()) for one in tmp_path.iterdir()] == [("settings.json", b"old")]


def _no_space(_handle: int) -> None:
    raise OSError(28, "No space left on device")
