"""People's names by culture: in speech, in a sorted list, with initials, after "Mr" (handbook 4.1).

Lists with capitals are `planner.language.names`. A culture is that of the person's country, never guessed from letters.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from planner.language import collation
from planner.language.languages import find
from planner.language.names import FATHERS_CHILD, full_form, initials_form, is_fathers_child
from planner.language.typography import NBSP
from planner.rules.kinds import NameOrder
from planner.rules.text import Language

_SURNAME_ALWAYS_FIRST = frozenset(("CN", "TW", "HK", "MO", "KR", "KP", "VN"))
"""Not turned round in another language: Wang Li is Ms Wang."""
_HOME = {"HU": "hu", "JP": "ja"}
_CUSTOMS = {"surname-given": NameOrder.SURNAME_FIRST, "given-surname": NameOrder.GIVEN_FIRST}
_BY_GIVEN = frozenset(("VN", "IS", "ET"))
"""Addressed by the given name."""
_LAST_OF_TWO = frozenset(("PT", "BR", "AO", "MZ", "CV"))
_FIRST_OF_TWO = frozenset((
    "ES", "MX", "AR", "CL", "CO", "PE", "VE", "EC", "BO", "PY", "UY", "CR", "PA", "NI", "HN", "SV", "GT", "DO", "CU",
))  # fmt: skip
_PARTICLES_ASIDE = frozenset(("NL", "DE", "AT", "FR"))
"""Where "van der Berg" stands under B, and "de Gaulle" under G; in Belgium, Italy, Russia and America it does not."""
_PARTICLES = frozenset((
    "van", "von", "der", "den", "de", "het", "ten", "ter", "zu", "zur", "du", "le", "la", "vom",
    "ван", "фон", "дер", "ден", "де", "цу", "дю", "ла",
))  # fmt: skip
_KEPT = frozenset(("le", "la", "du", "ла", "дю"))  # a French article is part of the name
_ARTICLE = re.compile(r"(?:al|el|ad|ar|as|ash|at|az|an|аль|эль|ад|ар|ас|аш|ат|аз|ан)[-‐\u2011 ](?=\w)", re.IGNORECASE)
_ARABIC = frozenset((
    "AE", "BH", "DZ", "EG", "IQ", "JO", "KW", "LB", "LY", "MA", "MR", "OM", "PS", "QA", "SA", "SD", "SY", "TN", "YE",
))  # fmt: skip
_ICELANDIC = "IS"


class Name(NamedTuple):
    """A name in one language, and what else decides how it is said: its order and its bearer's country."""

    surname: str
    given: str = ""
    patronymic: str = ""
    order: NameOrder = NameOrder.SURNAME_FIRST
    language: Language = "ru"
    country: str = ""


def order_of(language: Language, country: str = "") -> NameOrder:
    """Return the order a new name has in a language: China's, Korea's and Vietnam's everywhere, Hungary's at home."""
    if country in _SURNAME_ALWAYS_FIRST or _HOME.get(country) == language.partition("-")[0]:
        return NameOrder.SURNAME_FIRST
    if country in _HOME:
        return NameOrder.GIVEN_FIRST
    return find(language).name_order


def turns_names(custom: str) -> bool:
    """Tell whether a profile's custom turns any name round; by the Russian one each stands as it is written."""
    return custom in _CUSTOMS


def listed_order(name: Name, custom: str) -> NameOrder | None:
    """Return the order a profile's custom ("surname-given", "given-surname") gives a name in lists (handbook 3.12).

    None where it stands as it is written: by the Russian custom, in which each language keeps its own habit; names of
    countries that turn no name round; an order that is not the language's own habit, so the person's; and "Асан уулу
    Бакыт".
    """
    custom_order = _CUSTOMS.get(custom)
    if custom_order is None or not name.surname or not name.given:
        return None
    language = find(name.language)
    if name.country in _SURNAME_ALWAYS_FIRST or name.country in _HOME or not language.name_separator:
        return None
    if name.order is not language.name_order:
        return None
    if is_fathers_child(name.surname) and name.order is NameOrder.SURNAME_FIRST:
        return None
    return custom_order if name.patronymic or custom_order is not name.order else None


def list_name(name: Name) -> str:
    """Return a name as it is sorted, "Амосова, Ирина"; without a comma where the order is the name's own."""
    if not name.surname or not name.given or name.country in _SURNAME_ALWAYS_FIRST:
        return _whole(name, NameOrder.SURNAME_FIRST)
    separator = find(name.language).name_separator
    return f"{name.surname}, {separator.join(part for part in (name.given, name.patronymic) if part)}"


def speech_form(name: Name) -> str:
    """Return how somebody is introduced aloud: "Владислав Анатольевич", "Azamat Kabaev", "Ван Ли"."""
    if name.patronymic and name.given and name.patronymic.split(" ")[-1].lower() not in FATHERS_CHILD:
        return f"{name.given} {name.patronymic}" if _has_patronymics(name.language) else _spoken(name)
    return _spoken(name)


def text_form(name: Name) -> str:
    """Return a whole name as it stands in running text: "Владислав Логинов", "Ван Ли"; never as in a list."""
    return _whole(name, _spoken_order(name))


def initials(name: Name, *, gap: bool = True, after: bool = False) -> str:
    """Return "А. А. Кабаев"; without a `gap` between initials "А.А. Кабаев" (a letter's house style), or `after` it.

    No space of it ever breaks. Chinese, Korean and Vietnamese names are not shortened.
    """
    if name.country in _SURNAME_ALWAYS_FIRST:
        return _whole(name, NameOrder.SURNAME_FIRST).replace(" ", NBSP)
    found = initials_form(name.surname, name.given, name.patronymic, language=name.language)
    surname = name.surname.replace(" ", NBSP)
    letters = found.removesuffix(f"{NBSP}{surname}")
    if letters == found:
        return found
    letters = letters if gap else letters.replace(NBSP, "")
    return f"{surname}{NBSP}{letters}" if after else f"{letters}{NBSP}{surname}"


def after_title(name: Name) -> str:
    """Return what stands after "Mr" or «господин»: never a given name alone where there is a surname (4.1), but in
    Vietnam, Iceland and Ethiopia; of two surnames the Spanish first, the Portuguese last.
    """
    if not name.surname or (name.country in _BY_GIVEN and name.given):
        return name.given or name.surname
    return _filing_surname(name)


def sort_key(name: Name) -> str:
    """Return a key by which a list of people is sorted in the alphabet of the name's language.

    "al-" and, by country, particles do not count; "уулу", "кызы" belong to the surname; a mononym stands under itself.
    """
    surname, rest = name.surname, (name.given, name.patronymic)
    if name.country == _ICELANDIC and name.given:
        surname, rest = name.given, (name.surname, "")
    elif name.patronymic.split(" ")[-1].lower() in FATHERS_CHILD and surname == "":
        surname, rest = name.patronymic, (name.given, "")  # typed into the wrong field; it is no middle name
    else:
        surname = _without_particles(_filing_surname(name), name.country)
    words = [surname, *rest] if surname else [*rest]
    return collation.sort_key("\t".join(words), name.language)


def _filing_surname(name: Name) -> str:
    words = name.surname.split(" ")
    if len(words) == 2 and words[0].lower() not in _PARTICLES and words[1].lower() not in FATHERS_CHILD:
        if name.country in _FIRST_OF_TWO:
            return words[0]
        if name.country in _LAST_OF_TWO:
            return words[1]
    return name.surname


def _without_particles(surname: str, country: str) -> str:
    if not country or country in _ARABIC:
        surname = _ARTICLE.sub("", surname, count=1) if _ARTICLE.match(surname) else surname
    words = surname.split(" ")
    while country in _PARTICLES_ASIDE and len(words) > 1 and words[0].lower() in _PARTICLES - _KEPT:
        del words[0]
    return " ".join(words)


def _spoken(name: Name) -> str:
    return _whole(name._replace(patronymic=""), _spoken_order(name))


def _spoken_order(name: Name) -> NameOrder:
    if name.surname.split(" ")[-1].lower() in FATHERS_CHILD or not find(name.language).name_separator:
        return NameOrder.SURNAME_FIRST  # "Асан уулу Бакыт" is never turned round
    return NameOrder.SURNAME_FIRST if name.country in _SURNAME_ALWAYS_FIRST else NameOrder.GIVEN_FIRST


def _whole(name: Name, order: NameOrder) -> str:
    return full_form(name.surname, name.given, name.patronymic, order=order, language=name.language)


def _has_patronymics(language: Language) -> bool:
    return language.partition("-")[0] in ("ru", "ky", "kk", "uk", "be", "mn", "uz", "tg", "az")
