"""Languages as data: what `resources/languages/<tag>.toml` says of each."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from planner.paths import resources
from planner.rules.kinds import NameOrder
from planner.rules.text import Language

GENERIC = "und"  # BCP 47: undetermined


@dataclass(frozen=True, slots=True)
class Quotes:
    """A pair of quotation marks; French ones carry their spaces."""

    opening: str
    closing: str


@dataclass(frozen=True, slots=True)
class Spaces:
    """Between which words a space never breaks (handbook 4.7)."""

    after: frozenset[str]
    before: frozenset[str]
    unit: frozenset[str]
    pairs: frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class LanguageData:
    """One language's own habits; `described` is False where the generic ones stand in."""

    tag: Language
    described: bool
    name: str
    direction: str
    alphabet: str
    same_letter: Mapping[str, str]
    capitals: Mapping[str, str]
    missing: str
    outer: Quotes
    inner: Quotes
    thousands: str
    decimal: str
    number_sign: str
    separator: str
    last_separator: str
    name_order: NameOrder
    capitals_in_lists: bool
    name_separator: str
    spaces: Spaces
    months: tuple[str, ...]
    months_nominative: tuple[str, ...]
    months_short: tuple[str, ...]
    weekdays: tuple[str, ...]
    weekdays_short: tuple[str, ...]
    dates: Mapping[str, str]
    paper: Mapping[str, str]


@cache
def find(tag: Language) -> LanguageData:
    """Return a language by its tag; "en-GB" finds "en", and what nobody has described gets generic habits."""
    path = _described(tag)
    return _data(tag, _read(path or _folder() / f"{GENERIC}.toml"), described=path is not None)


@cache
def known() -> tuple[Language, ...]:
    """Return the tags of all described languages, in alphabetical order."""
    return tuple(sorted(path.stem for path in _folder().glob("*.toml") if path.stem != GENERIC))


@cache
def own_name(tag: Language) -> str:
    """Return what a language calls itself, or its tag."""
    path = _described(tag) or _folder() / f"{GENERIC}.toml"
    head, _, _tables = path.read_text(encoding="utf-8").partition("\n[")  # a list of languages needs no more of each
    return str(tomllib.loads(head)["name"]) or tag


def _described(tag: Language) -> Path | None:
    subtags = tag.split("-")
    paths = (_folder() / ("-".join(subtags[:length]) + ".toml") for length in range(len(subtags), 0, -1))
    return next((path for path in paths if subtags[0] != GENERIC and path.is_file()), None)


def _folder() -> Path:
    return resources() / "languages"


def _read(path: Path) -> dict[str, Any]:
    with path.open("rb") as file:
        return tomllib.load(file)


def _data(tag: Language, found: dict[str, Any], *, described: bool) -> LanguageData:
    paper = found.get("paper") or _read(_folder() / f"{found['words_of']}.toml")["paper"]
    return LanguageData(
        tag=tag,
        described=described,
        name=found["name"],
        direction=found["direction"],
        alphabet=found["alphabet"],
        same_letter=found.get("same_letter", {}),
        capitals=found.get("capitals", {}),
        missing=found["missing"].replace("{tag}", tag),
        outer=Quotes(*found["quotes"]["outer"]),
        inner=Quotes(*found["quotes"]["inner"]),
        thousands=found["numbers"]["thousands"],
        decimal=found["numbers"]["decimal"],
        number_sign=found["numbers"]["sign"],
        separator=found["lists"]["separator"],
        last_separator=found["lists"]["last"],
        name_order=NameOrder(found["names"]["order"]),
        capitals_in_lists=found["names"]["capitals_in_lists"],
        name_separator=found["names"]["separator"],
        spaces=_spaces(found["spaces"], found["months"]),
        months=tuple(found["months"]["genitive"]),
        months_nominative=tuple(found["months"]["nominative"]),
        months_short=tuple(found["months"]["short"]),
        weekdays=tuple(found["weekdays"]["names"]),
        weekdays_short=tuple(found["weekdays"]["short"]),
        dates=found["dates"],
        paper=paper,
    )


def _spaces(found: dict[str, list[str]], months: dict[str, list[str]]) -> Spaces:
    pairs = (pair.split(" ") for pair in found["pairs"])
    return Spaces(
        after=frozenset(found["after"]),
        before=frozenset(found["before"]),
        unit=frozenset([*found["unit"], *months["genitive"], *months["short"]]),  # a day stays with its month
        pairs=frozenset((left, right) for left, right in pairs),
    )
