"""Forms of address: offered by language, post and the gender that was asked (handbook 4.2).

No patronymic and no gender is ever guessed: without them the neutral form stands, or nothing. The strings are those of
`resources/names/salutations.toml`, over which an office lays its own (`overlaid`).
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import cache
from typing import Any, NamedTuple

from planner.language.declension import Case, person_cases, split_form
from planner.language.names import FATHERS_CHILD, full_form
from planner.language.person_names import Name, after_title
from planner.paths import resources
from planner.rules.text import Language

Strings = Mapping[str, Any]
"""What the file says of all languages, or an office's overlay of the same shape."""


class Occasion(StrEnum):
    """Where somebody is addressed."""

    LETTER = "letter"
    ENVELOPE = "envelope"


class Addressee(NamedTuple):
    """Who is addressed: a name in one language, the gender asked ("", "f", "m"), the post as it is written."""

    name: Name
    gender: str = ""
    post: str = ""
    rank_class: str = ""


def forms_of_address(
    who: Addressee, occasion: Occasion = Occasion.LETTER, strings: Strings | None = None
) -> tuple[str, ...]:
    """Return what somebody may be called, the most usual first: by the post, then by the name."""
    table = (strings or standard()).get(_tongue(who.name.language))
    if table is None:
        return ()
    post = _post(who, table)
    patterns: list[str] = []
    for part in (table["posts"][post], table) if post else (table,):
        kinds = part.get(occasion.value, {})
        patterns += [*kinds.get(who.name.country, ()), *kinds.get(who.gender or "any", ())]
        if who.gender and (part is not table or not kinds.get(who.gender)):
            patterns += kinds.get("any", ())
    values = _values(who, occasion)
    filled = (_filled(pattern, values) for pattern in patterns)
    return tuple(dict.fromkeys(words for words in filled if words))


def speech_openings(
    language: Language, chief: Addressee | None = None, strings: Strings | None = None
) -> tuple[str, ...]:
    """Return how a speech begins; with the guest of honour it turns to them first."""
    table = (strings or standard()).get(_tongue(language))
    if table is None:
        return ()
    general = tuple(table["speech"]["any"])
    post = _post(chief, table) if chief else ""
    if not chief or not post:
        return general
    kinds = table["speech_to"]
    pattern = kinds.get(chief.gender or "any") or kinds.get("any", "")
    values = _values(chief, Occasion.LETTER)
    title = _filled(table["posts"][post]["title"], values)
    own = _filled(pattern, values | {"title": title}) if title else ""
    return tuple(dict.fromkeys(words for words in (own, *general) if words))


def post_kind(post: str, language: Language, strings: Strings | None = None) -> str:
    """Return the kind of a post by the words it begins with, "" for none: «заместитель мэра» is no mayor."""
    table = (strings or standard()).get(_tongue(language), {})
    lower = post.casefold().strip()
    found = [
        (len(words), kind)
        for kind, entry in table.get("posts", {}).items()
        for words in entry["words"]
        if lower == words or lower.startswith((f"{words} ", f"{words},"))
    ]
    return max(found, default=(0, ""))[1]


@cache
def standard() -> Strings:
    """Return the forms the program brings along."""
    with (resources() / "names" / "salutations.toml").open("rb") as file:
        return tomllib.load(file)


def overlaid(own: Mapping[str, Any] | None) -> Strings:
    """Return the standard forms with an office's own laid over them, as deep as they go."""
    return _over(standard(), own or {})


def _over(below: Mapping[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    found = dict(below)
    for key, value in above.items():
        old = found.get(key)
        found[key] = _over(old, value) if isinstance(old, Mapping) and isinstance(value, Mapping) else value
    return found


def _post(who: Addressee, table: Strings) -> str:
    posts = table.get("posts", {})
    kind = {"nuncio": "ambassador"}.get(who.rank_class, who.rank_class)
    return kind if kind in posts else post_kind(who.post, who.name.language, {_tongue(who.name.language): table})


def _values(who: Addressee, occasion: Occasion) -> dict[str, str]:
    name = who.name
    patronymic = name.patronymic if name.patronymic.split(" ")[-1].lower() not in FATHERS_CHILD else ""
    full = full_form(name.surname, name.given, order=name.order, language=name.language)
    called = after_title(name)
    if occasion is Occasion.ENVELOPE and _tongue(name.language) == "ru":
        called = _dative(name, who.gender)  # «Господину Кабаеву А.»: to whom
    return {"name": called, "given": name.given, "patronymic": patronymic, "full": full}


def _dative(name: Name, gender: str) -> str:
    found = person_cases(name.surname, name.given, gender=gender, country=name.country).get(Case.DAT, "")
    parts = split_form(name.surname, name.given, "", found) if found else None
    return (parts[0] or parts[1]) if parts else ""


def _filled(pattern: str, values: Mapping[str, str]) -> str:
    """Fill a pattern; "" where a part of it is missing."""
    for key, value in values.items():
        place = f"{{{key}}}"
        if place in pattern:
            if not value:
                return ""
            pattern = pattern.replace(place, value)
    return pattern


def _tongue(language: Language) -> str:
    return language.partition("-")[0]


def languages_with_forms(strings: Strings | None = None) -> Iterable[Language]:
    """Return the languages there are forms for."""
    return tuple(strings or standard())
