"""Qt for Python as this program needs it: imported first, so that this import and all others are plain and quick.

PySide6 brings a library of its own along, `shibokensupport`, for signatures and `from __feature__ import …`. Without
it Qt cannot be had, and this program never asks it for anything; so three things are spared:

- Its sources lie in an archive and are compiled at every start (15 ms). What was compiled once is kept beside this
  file, as the interpreter does with other modules, and found again by the checksum of the source.
- It compiles the patterns of a generator of stub files (15 ms). Here they are compiled when they are first used.
- It puts a function of its own in the place of `__import__`, which then reads the source of every module that is
  imported and keeps it: half a millisecond and 50 kB for each of a thousand. The interpreter's own is put back.
"""

from __future__ import annotations

import builtins
import marshal  # sink-ok: its own codes, kept beside its own modules
import os
import re
import sys
import zlib
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

LIBRARY = "shibokensupport"
METHODS = frozenset(("findall", "finditer", "fullmatch", "match", "search", "split", "sub", "subn"))
KEPT = Path(__file__).parent / "__pycache__" / f"{LIBRARY}.{sys.implementation.cache_tag}.codes"


class PatternInTime:
    """A regular expression that is compiled when one of its methods, taken before, is called for the first time."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        self._made: re.Pattern[str] | None = None
        self._make = lambda: _compile_pattern(*arguments, **options)

    def __getattr__(self, name: str) -> Any:
        """Return what calls a method of the pattern; anything else is asked of the pattern at once."""
        if name.startswith("__"):  # classes look through what they hold: `__isabstractmethod__`
            raise AttributeError(name)
        return partial(self._call, name) if name in METHODS else getattr(self._pattern(), name)

    def _call(self, name: str, *arguments: Any, **options: Any) -> Any:
        return getattr(self._pattern(), name)(*arguments, **options)

    def _pattern(self) -> re.Pattern[str]:
        if self._made is None:
            self._made = self._make()
        return self._made


class Codes:
    """The compiled modules of the library, by name and checksum of their sources. Attributes: `known`, `is_new`."""

    def __init__(self, kept: Path) -> None:
        self._kept = kept
        self.is_new = False
        self.known: dict[tuple[str, int], Any] = {}
        try:
            found = marshal.loads(kept.read_bytes())  # noqa: S302 - as trusted as all code beside it
        except (OSError, EOFError, ValueError, TypeError):
            return
        if isinstance(found, dict):
            self.known = found

    def compile(self, source: Any, filename: Any, *arguments: Any, **options: Any) -> Any:
        """Compile as the built-in function does, but a module of the library only if it is not known."""
        if not (isinstance(filename, str) and filename.startswith(LIBRARY) and isinstance(source, bytes)):
            return _compile(source, filename, *arguments, **options)
        key = filename, zlib.crc32(source)
        if key not in self.known:
            self.known[key] = _compile(source, filename, *arguments, **options)
            self.is_new = True
        return self.known[key]

    def keep(self) -> None:
        """Write what is known beside this file, whole or not at all; where nothing can be written, nothing is kept."""
        if not self.is_new or sys.dont_write_bytecode:
            return
        fresh = self._kept.with_suffix(f".{os.getpid()}")
        try:
            fresh.write_bytes(marshal.dumps(self.known))
            fresh.replace(self._kept)
        except OSError:
            fresh.unlink(missing_ok=True)


_compile: Callable[..., Any] = builtins.compile
_compile_pattern = re.compile


def _in_time(*arguments: Any, **options: Any) -> Any:
    asks = sys._getframe(1).f_globals.get("__name__", "")
    return (PatternInTime if asks.startswith(LIBRARY) else _compile_pattern)(*arguments, **options)


def import_qt() -> None:
    """Import Qt's core with as little of the library's work as can be, and leave everything else as it was."""
    codes = Codes(KEPT)
    builtins.compile, re.compile = codes.compile, _in_time
    try:
        import PySide6.QtCore  # noqa: F401 - imported for what it puts into `builtins`
    finally:
        builtins.compile, re.compile = _compile, _compile_pattern
    plain = getattr(builtins, "__orig_import__", None)
    if plain is not None:
        builtins.__import__ = plain
    codes.keep()


import_qt()
