"""The interface's own language: `t(sentence)`, `tn(one, many, n)`, and how a view learns that the language has changed.

Every view that shows sentences has `retranslate()`, which sets all of them. It calls
`follow_language(self.retranslate)` once at the end of its `__init__`; that also runs it the first time.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from PySide6.QtCore import QObject, Signal

from planner.language import catalog


class _Announcer(QObject):
    """Signals: `changed(tag)` after the interface language has changed."""

    changed = Signal(str)
    tag = "en"


@cache
def _announcer() -> _Announcer:
    return _Announcer()


def t(sentence: str, /, **values: object) -> str:
    """Return a sentence of the interface in its language; it is named by the English one, with {names}."""
    return catalog.text(sentence, _announcer().tag, **values)


def tn(one: str, many: str, n: int, /, **values: object) -> str:
    """Return a sentence in the form its number asks for: `tn("{n} finding", "{n} findings", n)`."""
    return catalog.plural(one, many, n, _announcer().tag, **values)


def language() -> str:
    """Return the tag of the interface language, as "en"."""
    return _announcer().tag


def set_language(tag: str) -> None:
    """Change the interface language now; every view that follows it is translated anew."""
    announcer = _announcer()
    if tag != announcer.tag:
        announcer.tag = tag
        announcer.changed.emit(tag)


def follow_language(retranslate: Callable[[], None]) -> None:
    """Call a view's bound `retranslate` now and after each change, for as long as the view lives."""
    _announcer().changed.connect(retranslate)
    retranslate()
