"""The profiles of protocol the program brings along, and what they say, in words."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

from planner.language import catalog
from planner.language.catalog import mark
from planner.paths import resources
from planner.rules.profiles import Difference, ProtocolProfile, Rank, rank_differences, read_profile
from planner.rules.text import Language

USUAL = "RU-municipal"
"""The profile of an office that has chosen none."""
_ORDER = ("RU-municipal", "RU-state", "EU", "US", "CN")


@cache
def shipped() -> Mapping[str, ProtocolProfile]:
    """Return the profiles in `resources/profiles`, by code."""
    return MappingProxyType({code: profile_of(code) for code in shipped_codes()})


@cache
def shipped_codes() -> tuple[str, ...]:
    """Return the codes of the profiles that are shipped, in the order they are offered."""
    found = {path.stem for path in (resources() / "profiles").glob("*.toml")}
    return (*(code for code in _ORDER if code in found), *sorted(found - set(_ORDER)))


@cache
def profile_of(code: str) -> ProtocolProfile:
    """Return a shipped profile by its code, read alone; an unknown one is the usual."""
    file = resources() / "profiles" / f"{code if code in shipped_codes() else USUAL}.toml"
    return read_profile(tomllib.loads(file.read_text(encoding="utf-8")))


KEYS: Mapping[str, str] = MappingProxyType({
    "order_within": mark("Among equals"),
    "guests_first": mark("Foreign guests before own people of equal rank"),
    "spouse_rank": mark("Spouses"),
    "states_language": mark("Language of the alphabet of states"),
    "states_order": mark("Order of states"),
    "nuncio_first": mark("The nuncio comes first"),
    "age_counts": mark("Age decides between equals"),
    "interpreter_host": mark("The host’s interpreter"),
    "interpreter_guest": mark("The guest’s interpreter"),
    "host_side": mark("The host’s side of the table"),
    "honour_side": mark("Place of honour with foreigners"),
    "honour_side_at_home": mark("Place of honour among our own"),
    "two_flags": mark("Two flags, as the viewer sees them"),
    "flag_order": mark("Order of flags"),
    "crossed_front": mark("In front where two flags cross"),
    "list_name_order": mark("Names in lists"),
    "guest_first_in_host_list": mark("Guests first in the host’s own list"),
    "speeches": mark("Order of speeches"),
    "toasts": mark("Order of toasts"),
    "car": mark("First place in a car"),
    "photo": mark("Photograph"),
    "ranks": mark("Table of ranks"),
})  # fmt: skip
"""What the keys of a profile are called, in the order they are shown."""

VALUES: Mapping[str, Mapping[str, str]] = MappingProxyType({
    "order_within": {"date": mark("by the date of taking office"),
                     "sending-side": mark("as the sending side lists them")},
    "states_order": {"alphabet": mark("by the alphabet"), "eu": mark("as the European Union lists them")},
    "spouse_rank": {"partner": mark("rank as the partner, unless the own post is higher"),
                    "unless-official": mark("rank as the partner, unless they hold a post")},
    "interpreter_host": {"left": mark("on the own left"), "right": mark("on the own right"),
                         "behind": mark("behind the chair"), "booth": mark("in a booth")},
    "host_side": {"back-to-door": mark("back to the door"), "facing-door": mark("facing the door"),
                  "free": mark("as it suits")},
    "honour_side": {"right": mark("on the right"), "left": mark("on the left")},
    "two_flags": {"guest-left": mark("the guest’s on the left"), "own-left": mark("our own on the left")},
    "flag_order": {"russian-law": mark("by Russian law: the state’s in the middle or left of it"),
                   "guest-first": mark("the guest’s first"), "own-first": mark("our own first"),
                   "alphabet": mark("by the alphabet"),
                   "canadian": mark("as Canada: of three our own in the middle, of more at the far left")},
    "crossed_front": {"guest": mark("the guest’s pole"), "own": mark("our own pole")},
    "list_name_order": {"surname-given-patronymic": mark("SURNAME Given name Patronymic"),
                        "surname-given": mark("SURNAME Given name"), "given-surname": mark("Given name SURNAME")},
    "speeches": {"host-first": mark("the host, the guest, then by rank"),
                 "descending": mark("by rank, the highest first"),
                 "highest-last": mark("the host first, the highest last")},
    "toasts": {"host-first": mark("the host first, the guest replies"), "guest-first": mark("the guest first")},
    "car": {"rear-right": mark("at the back on the right"), "rear-left": mark("at the back on the left")},
    "photo": {"block": mark("guests and hosts in two blocks"), "interleaved": mark("guests and hosts in turn")},
})  # fmt: skip
_SAME = {"interpreter_guest": "interpreter_host", "honour_side_at_home": "honour_side"}
_LANGUAGES = {"own": mark("each state’s own language")}


def value_words(key: str, value: Any, language: Language) -> str:
    """Return what a profile says of one key, in words."""
    if isinstance(value, bool):
        return catalog.text(mark("yes") if value else mark("no"), language)
    if key == "states_language":
        return _language(value, language)
    if key == "ranks":
        return catalog.plural("{n} post", "{n} posts", len(value), language)
    return catalog.text(VALUES[_SAME.get(key, key)][value], language)


def choices_of(key: str, language: Language) -> list[tuple[str, str]]:
    """Return what may be chosen for a key, each with its words."""
    if key == "states_language":
        return [(tag, _language(tag, language)) for tag in ("ru", "en", "fr", "zh-Hans", "own")]
    return [(value, catalog.text(words, language)) for value, words in VALUES[_SAME.get(key, key)].items()]


def difference_words(one: Difference, language: Language) -> list[str]:
    """Return the sentences that say what two profiles disagree on; a table of ranks takes one for each post."""
    if one.key != "ranks":
        words = (value_words(one.key, value, language) for value in (one.first, one.second))
        return [catalog.text("{what}: {before} → {after}", language, what=catalog.text(KEYS[one.key], language),
                             before=next(words), after=next(words))]  # fmt: skip
    return _rank_words(*rank_differences(one.first, one.second), language)


def _rank_words(gone: tuple[Rank, ...], new: tuple[Rank, ...], language: Language) -> list[str]:
    before = {rank.title(language): rank.level for rank in gone}
    after = {rank.title(language): rank.level for rank in new}
    found = []
    for title in dict.fromkeys([*before, *after]):
        if before.get(title) == after.get(title):
            continue  # another wording in another language only
        if title in before and title in after:
            words = catalog.text("Rank of “{title}”: {before} → {after}", language, title=title, before=before[title],
                                 after=after[title])  # fmt: skip
        elif title in before:
            words = catalog.text("Not in the table of ranks any more: “{title}”, {level}", language, title=title,
                                 level=before[title])  # fmt: skip
        else:
            words = catalog.text("New in the table of ranks: “{title}”, {level}", language, title=title,
                                 level=after[title])  # fmt: skip
        found.append(words)
    return found


def _language(tag: str, language: Language) -> str:
    # Babel's names of languages are read when a person looks at them, not with each list.
    from planner.language.countries import language_name

    return catalog.text(_LANGUAGES[tag], language) if tag in _LANGUAGES else language_name(tag, language)
