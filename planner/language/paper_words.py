"""The words a paper says by itself: its name, "in parallel", "to be confirmed", the footer.

An office may have words of its own for a paper (`rules.templates`); they hold while that paper is composed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar

from planner.language.catalog import fill
from planner.language.languages import find
from planner.rules.text import Language

Words = Mapping[Language, Mapping[str, str]]
"""Words of an office's own, by language and key."""

Said = dict[tuple[Language, str], str]
"""The words a paper said, as they stand on it, each with its key."""

_OWN: ContextVar[Words | None] = ContextVar("own words", default=None)
_SAID: ContextVar[Said | None] = ContextVar("said", default=None)


def word(key: str, language: Language, **values: object) -> str:
    """Return a word of the papers in a language; {named} places are filled as plain text."""
    own, heard = _OWN.get(), _SAID.get()
    pattern = (own or {}).get(language, {}).get(key) or find(language).paper[key]
    said = fill(pattern, values)
    if heard is not None:
        heard[language, said] = key
    return said


@contextmanager
def own_words(words: Words) -> Iterator[Said]:
    """Let an office's own words hold, and hear which are said."""
    heard: Said = {}
    own, said = _OWN.set(words), _SAID.set(heard)
    try:
        yield heard
    finally:
        _OWN.reset(own)
        _SAID.reset(said)


def missing(language: Language) -> str:
    """Return the visible mark for a wording that is not there: "[нет по-русски]", "[— mn]"."""
    return find(language).missing
