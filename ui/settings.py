"""One person's settings on one computer: a small JSON file, private and replaced whole."""

from __future__ import annotations

import base64
import json
import os
from pathlib import Path
from typing import Any, NamedTuple

from PySide6.QtCore import QStandardPaths

DEFAULTS_LANGUAGE = "en"


class Settings(NamedTuple):
    """What the window remembers for the person who uses it.

    `text_size` is in percent; `geometry` holds the main window's geometry in base64; `widths` maps the
    name of a table to its column widths; `office` and `event` are what was open last.
    """

    language: str = DEFAULTS_LANGUAGE
    theme: str = "system"
    text_size: int = 100
    geometry: str = ""
    office: str = ""
    event: int = 0
    widths: dict[str, list[int]] = {}  # noqa: RUF012 - replaced whole, like everything here, never changed
    more: dict[str, Any] = {}  # noqa: RUF012 - as above

    def geometry_bytes(self) -> bytes:
        """Return the geometry as Qt wants it back."""
        return base64.b64decode(self.geometry.encode(), validate=False)

    def with_geometry(self, geometry: bytes) -> Settings:
        """Return these settings with another geometry."""
        return self._replace(geometry=base64.b64encode(geometry).decode())


class SettingsFile:
    """The settings as kept in a file; a damaged or missing file gives the defaults.

    Attributes: `now`, the settings in force.
    """

    def __init__(self, path: Path | None = None) -> None:
        self.path = path or default_path()
        self.now = self._read()

    def change(self, **values: Any) -> Settings:
        """Change some settings and write the file; the same values again write nothing."""
        changed = self.now._replace(**values)
        if changed != self.now:
            self.now = changed
            write_private(self.path, json.dumps(changed._asdict(), ensure_ascii=False, indent=1).encode())
        return self.now

    def set_widths(self, table: str, widths: list[int]) -> None:
        """Remember the column widths of a table."""
        self.change(widths={**self.now.widths, table: widths})

    def _read(self) -> Settings:
        try:
            found = json.loads(self.path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return Settings()
        return _trusted(found) if isinstance(found, dict) else Settings()


def _trusted(found: dict[str, Any]) -> Settings:
    """Take over what has the right type; a hand-edited file must not stop the program."""
    plain = Settings()
    kept: dict[str, Any] = {}
    for name, usual in plain._asdict().items():
        value = found.get(name)
        if type(value) is type(usual):
            kept[name] = value
    if "widths" in kept:
        kept["widths"] = {
            str(table): [width for width in widths if isinstance(width, int)]
            for table, widths in kept["widths"].items()
            if isinstance(widths, list)
        }
    return Settings(**kept)


def default_path() -> Path:
    """Return where this person's settings live."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericConfigLocation)
    return Path(folder) / "delegation-planner" / "settings.json"


def write_private(path: Path, content: bytes) -> None:
    """Replace a file whole, readable by its owner only; the old one stays if anything fails."""
    import tempfile  # 2 ms, which the first paint does not need

    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
