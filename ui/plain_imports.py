"""Qt for Python as this program needs it: imported first, so that all other imports are plain ones again.

PySide6 puts a function of its own in the place of `__import__`, to serve `from __feature__ import …`. It then reads
the source of every module that is imported and keeps it: half a millisecond and 50 kB for each of a thousand modules.
This program uses no `__feature__`, so the interpreter's own function is put back.
"""

from __future__ import annotations

import builtins

import PySide6.QtCore  # noqa: F401 - imported for what it puts into `builtins`

plain = getattr(builtins, "__orig_import__", None)
if plain is not None:
    builtins.__import__ = plain
