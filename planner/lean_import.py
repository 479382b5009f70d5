"""SQLAlchemy imported without what only other programs need of it: imported first, where time and memory count.

It imports event loops (with sockets and TLS) and the reader of package metadata (with e-mail), for drivers and plug-ins
that this program does not use, and checksums (with all of OpenSSL), which it seldom asks for: 43 ms and 10 MB of it.
While it is being imported, stand-ins take their place; afterwards everybody else gets the real modules, and so does
SQLAlchemy if it ever asks a stand-in for something.
"""

from __future__ import annotations

import importlib
import inspect
import sys
from types import ModuleType
from typing import Any

AT_ONCE = {"asyncio": {"iscoroutine": inspect.iscoroutine}, "importlib.metadata": {}, "hashlib": {}}
"""The modules, and what of each is asked for already while SQLAlchemy is being imported."""


class StandIn(ModuleType):
    """In the place of a module: fetches it when something is asked for."""

    def __getattr__(self, name: str) -> Any:
        """Return what the module itself has."""
        if name.startswith("__"):
            raise AttributeError(name)
        if sys.modules.get(self.__name__) is self:
            _put(self.__name__, None)
        return getattr(importlib.import_module(self.__name__), name)


def import_sqlalchemy() -> None:
    """Import SQLAlchemy with its mapper, and leave every other module as it was."""
    absent = [name for name in AT_ONCE if name not in sys.modules]
    for name in absent:
        stand_in = StandIn(name)
        vars(stand_in).update(AT_ONCE[name])
        _put(name, stand_in)
    try:
        importlib.import_module("sqlalchemy.orm")
        importlib.import_module("sqlalchemy.dialects.sqlite")  # with a driver for event loops
    finally:
        for name in absent:
            if isinstance(sys.modules.get(name), StandIn):
                _put(name, None)


def _put(name: str, module: ModuleType | None) -> None:
    package, _, own = name.rpartition(".")
    holder = vars(importlib.import_module(package)) if package else {}
    if module is None:
        sys.modules.pop(name, None)
        holder.pop(own, None)
    else:
        sys.modules[name] = holder[own] = module


if "sqlalchemy" not in sys.modules:
    import_sqlalchemy()
