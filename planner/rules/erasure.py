"""Erasing: which papers bear private data, what is left of a removed version, and where a name stands in words."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from hashlib import sha256
from typing import Any, NamedTuple

NOTHING = sha256(b"").hexdigest()
"""What a version whose bytes were removed refers to: no bytes at all. So references and verification stay whole."""

REMOVED = "removed"
"""The key among a version's looks that says when its bytes were removed, by whom and why."""

AFTER_ERASURE = "erasure"
PRIVATE = "private"
REASONS = (AFTER_ERASURE, PRIVATE)

_ALWAYS_PRIVATE = frozenset({"pass-list", "contacts", "rooming", "questionnaire"})
_PRIVATE_IF_WORKING = frozenset({"participants", "arrivals"})


class Removed(NamedTuple):
    """That a version's bytes were removed: when (UTC, ISO 8601), by whom, and why (one of `REASONS`)."""

    at: str
    author: str
    because: str


class Called(NamedTuple):
    """A name as somebody bears or bore it."""

    surname: str
    given: str = ""
    patronymic: str = ""


def bears_private_data(paper: str, edition: str) -> bool:
    """Tell whether a paper holds passports, telephones, rooms or diets of people."""
    return paper in _ALWAYS_PRIVATE or (edition == "working" and paper in _PRIVATE_IF_WORKING)


def removed_in(looks: Mapping[str, Any]) -> Removed | None:
    """Return that the bytes of a version were removed, from its looks; None while they are there."""
    found = looks.get(REMOVED)
    return Removed(found["at"], found["author"], found["because"]) if found else None


def mentions(words: str, names: Collection[Called]) -> bool:
    """Tell whether words name somebody: surname and given name in full, in any order, as whole words.

    A surname alone is not enough: others bear it, too. Where there is one part only, that is what is looked for.
    """
    return any(_stands(name, words) for name in names)


def names_somebody(data: Any, names: Collection[Called], ids: Collection[int]) -> bool:
    """Tell whether data as they were frozen name somebody, by the id of the person or by the name in any text.

    What stands under another person's id is that person's: a namesake is somebody else.
    """
    if isinstance(data, Mapping):
        if "names" in data and data.get("id"):
            if data["id"] in ids:
                return True
            data = {key: value for key, value in data.items() if key != "names"}
        if "surname" in data and mentions(f"{data['surname']} {data.get('given') or ''}", names):
            return True
        return any(names_somebody(value, names, ids) for value in data.values())
    if isinstance(data, list):
        return any(names_somebody(value, names, ids) for value in data)
    return isinstance(data, str) and mentions(data, names)


def _stands(name: Called, words: str) -> bool:
    parts = [part for part in (name.surname, name.given) if part.strip()]
    return bool(parts) and all(part in words and _word(part).search(words) for part in parts)


def _word(part: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(part)}(?!\w)")
