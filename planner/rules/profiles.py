"""A profile of protocol: what is customary, as data (handbook 3.12). Nothing in protocol is universal."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from types import MappingProxyType
from typing import Any, NamedTuple

from planner.rules.text import Language

CHOICES: Mapping[str, tuple[str, ...]] = MappingProxyType({
    "order_within": ("date", "sending-side"),
    "states_order": ("alphabet", "eu"),
    "spouse_rank": ("partner", "unless-official"),
    "interpreter_host": ("left", "right", "behind", "booth"),
    "interpreter_guest": ("left", "right", "behind", "booth"),
    "host_side": ("back-to-door", "facing-door", "free"),
    "honour_side": ("right", "left"),
    "honour_side_at_home": ("right", "left"),
    "two_flags": ("guest-left", "own-left"),
    "flag_order": ("russian-law", "guest-first", "own-first", "alphabet", "canadian"),
    "crossed_front": ("guest", "own"),
    "list_name_order": ("surname-given-patronymic", "surname-given", "given-surname"),
    "speeches": ("host-first", "descending", "highest-last"),
    "toasts": ("host-first", "guest-first"),
    "car": ("rear-right", "rear-left"),
    "photo": ("block", "interleaved"),
})  # fmt: skip
"""What may be chosen, by key; the first one is what a profile says that does not say anything."""

SWITCHES = ("guests_first", "nuncio_first", "age_counts", "guest_first_in_host_list")
"""What is customary or is not, by key."""

CLASS_LEVELS: Mapping[str, int] = MappingProxyType({
    "nuncio": 5, "ambassador": 5, "envoy": 6, "charge": 6,
    "consul-general": 7, "consul": 8, "vice-consul": 9, "consular-agent": 10,
})  # fmt: skip
"""The level a class has where the table of ranks names none: VCDR article 14, VCCR article 9, handbook 3.3."""

HIGHEST, LOWEST = 1, 20


class Rank(NamedTuple):
    """A line of the table of ranks: a national title at a level (1 is the highest), perhaps of a class."""

    level: int
    titles: tuple[tuple[Language, str], ...]
    rank_class: str = ""

    def title(self, *languages: Language) -> str:
        """Return the title in the first of the languages that has one, else in any."""
        known = dict(self.titles)
        return next((known[one] for one in languages if one in known), self.titles[0][1] if self.titles else "")

    def to_json(self) -> dict[str, Any]:
        """Return the line as it is kept."""
        return {"level": self.level, **({"class": self.rank_class} if self.rank_class else {}), **dict(self.titles)}


@dataclass(frozen=True)
class ProtocolProfile:
    """What is customary here. `code` is "RU-state", or empty for one of the office's own, which is `based_on` one.

    Sides are the sitter's own unless the key says otherwise; `two_flags` and `flag_order` are as the viewer sees them.
    `states_language` is that of an alphabetical order of states; "own" is each state's own.
    """

    code: str = "RU-municipal"
    based_on: str = ""
    names: tuple[tuple[Language, str], ...] = ()
    ranks: tuple[Rank, ...] = ()
    states_language: Language = "ru"
    order_within: str = "date"
    states_order: str = "alphabet"
    spouse_rank: str = "partner"
    interpreter_host: str = "left"
    interpreter_guest: str = "left"
    host_side: str = "back-to-door"
    honour_side: str = "right"
    honour_side_at_home: str = "right"
    two_flags: str = "guest-left"
    flag_order: str = "russian-law"
    crossed_front: str = "guest"
    list_name_order: str = "surname-given-patronymic"
    speeches: str = "host-first"
    toasts: str = "host-first"
    car: str = "rear-right"
    photo: str = "block"
    guests_first: bool = True
    nuncio_first: bool = False
    age_counts: bool = False
    guest_first_in_host_list: bool = True

    def name(self, *languages: Language) -> str:
        """Return what the profile is called in the first of the languages that has a name, else in any."""
        known = dict(self.names)
        return next((known[one] for one in languages if one in known), self.names[0][1] if self.names else self.code)

    @cached_property
    def class_levels(self) -> Mapping[str, int]:
        """The level of each diplomatic and consular class: the table's, else the usual one."""
        return {**CLASS_LEVELS, **{rank.rank_class: rank.level for rank in self.ranks if rank.rank_class}}

    def titles(self, level: int) -> tuple[Rank, ...]:
        """Return the lines of the table at one level."""
        return tuple(rank for rank in self.ranks if rank.level == level)


class Difference(NamedTuple):
    """A key two profiles disagree on, and what each says."""

    key: str
    first: Any
    second: Any


KEYS = (*CHOICES, *SWITCHES, "states_language", "ranks")
"""Every key of a profile that can be changed."""


def read_profile(values: Mapping[str, Any]) -> ProtocolProfile:
    """Return a profile from a file's values. Raise ValueError for a value that is not possible."""
    made = ProtocolProfile(code=str(values["code"]), names=tuple(dict(values["name"]).items()))
    return replace(made, **{key: checked(key, value) for key, value in values.items() if key not in ("code", "name")})


def changed(base: ProtocolProfile, values: Mapping[str, Any], *, name: str = "") -> ProtocolProfile:
    """Return an office's own profile: `base` with what differs from it. What no profile knows any more is left out."""
    known: dict[str, Any] = {}
    for key, value in values.items():
        try:
            known[key] = checked(key, value)
        except (ValueError, TypeError, KeyError):
            continue
    names = (("", name),) if name else base.names
    return replace(base, code="", based_on=base.code, names=names, **known)


def checked(key: str, value: Any) -> Any:
    """Return a value as a profile holds it. Raise KeyError for an unknown key, ValueError for an impossible value."""
    if key in CHOICES:
        return CHOICES[key][CHOICES[key].index(value)]
    if key in SWITCHES:
        if not isinstance(value, bool):
            raise ValueError(key)
        return value
    if key == "states_language":
        if not (isinstance(value, str) and value and value.replace("-", "").isalnum()):
            raise ValueError(key)
        return value
    if key == "ranks":
        return tuple(sorted((_rank(line) for line in value), key=lambda rank: rank.level))
    raise KeyError(key)


def kept(key: str, value: Any) -> Any:
    """Return a checked value as it is kept in the office."""
    return [rank.to_json() for rank in value] if key == "ranks" else value


def differences(first: ProtocolProfile, second: ProtocolProfile) -> tuple[Difference, ...]:
    """Return what two profiles disagree on, in the order of the keys; the table of ranks comes last."""
    pairs = ((key, getattr(first, key), getattr(second, key)) for key in KEYS)
    return tuple(Difference(key, one, other) for key, one, other in pairs if one != other)


def rank_differences(first: Iterable[Rank], second: Iterable[Rank]) -> tuple[tuple[Rank, ...], tuple[Rank, ...]]:
    """Return the lines of the first table the second does not have, and the other way round."""
    here, there = tuple(first), tuple(second)
    return tuple(rank for rank in here if rank not in there), tuple(rank for rank in there if rank not in here)


def _rank(line: Mapping[str, Any]) -> Rank:
    level = line["level"]
    if isinstance(level, bool) or not isinstance(level, int) or not HIGHEST <= level <= LOWEST:
        raise ValueError(level)
    titles = {str(tag): str(words) for tag, words in line.items() if tag not in ("level", "class")}
    rank_class = str(line.get("class", ""))
    if rank_class and rank_class not in CLASS_LEVELS:
        raise ValueError(rank_class)
    return Rank(level, tuple(titles.items()), rank_class)

