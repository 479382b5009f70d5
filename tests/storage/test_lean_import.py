"""SQLAlchemy without event loops: what is spared, and that everybody still gets the real modules."""

from __future__ import annotations

import subprocess
import sys

ASKED = """
import sys
import planner.lean_import
spared = sorted({"asyncio", "ssl", "email", "importlib.metadata", "hashlib"} & set(sys.modules))
import asyncio, importlib.metadata
from sqlalchemy.util import compat, concurrency
assert compat.md5_not_for_security().name == "md5"
print(spared, asyncio.run.__module__, importlib.metadata.version("sqlalchemy")[:1])
print(compat.asyncio.timeout is asyncio.timeout, concurrency.iscoroutine(1))
"""
EARLY = """
import sys
from planner import lean_import
lean_import.AT_ONCE["asyncio"].clear()
for name in [name for name in sys.modules if name.startswith("sqlalchemy")]:
    del sys.modules[name]
lean_import.import_sqlalchemy()
import asyncio, sqlalchemy
print(asyncio.run.__module__, sqlalchemy.select(1))
"""


def said_by(program: str) -> str:
    """Run a program in an interpreter of its own and return what it printed."""
    done = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True, timeout=60)
    return done.stdout


def test_spared_modules_are_there_for_whoever_asks() -> None:
    assert said_by(ASKED) == "[] asyncio.runners 2\nTrue False\n"


def test_module_asked_while_sqlalchemy_is_imported_is_the_real_one() -> None:
    assert said_by(EARLY) == "asyncio.runners SELECT 1\n"
