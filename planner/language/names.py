"""People's names on paper: in lists, in full, with initials (handbook 4.1)."""

from __future__ import annotations

import unicodedata

from planner.language.languages import LanguageData, find
from planner.language.typography import NBSP
from planner.rules.kinds import NameOrder
from planner.rules.text import Language

FATHERS_CHILD = frozenset(
    ("уулу", "кызы", "ұлы", "қызы", "улы", "угли", "оглы", "кизи", "uulu", "kyzy", "ogly", "uly")
)
"""Words that belong to the surname and stay lower case even where they were typed with a capital."""
FOREIGN_IN_CHINESE = "·"
"""What divides the parts of a name that was transcribed; a Chinese or Japanese one never begins with the given name."""
_SCRIPTS_WITH_INITIALS = frozenset(("LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "GEORGIAN"))


def list_form(
    surname: str,
    given: str = "",
    patronymic: str = "",
    *,
    order: NameOrder,
    language: Language,
    capitals: bool | None = None,
) -> str:
    """Return the name for a list: "КАБАЕВ Азамат", "Azamat KABAEV"; `capitals` overrules the language's habit."""
    data = find(language)
    if surname and (data.capitals_in_lists if capitals is None else capitals):
        surname = _upper(surname, data)
    return _ordered(surname, given, patronymic, order=order, data=data)


def full_form(surname: str, given: str = "", patronymic: str = "", *, order: NameOrder, language: Language) -> str:
    """Return the whole name without capitals: "Кабаев Азамат", "Azamat Kabaev"."""
    return _ordered(surname, given, patronymic, order=order, data=find(language))


def initials_form(
    surname: str, given: str = "", patronymic: str = "", *, language: Language, gap: bool = True
) -> str:
    """Return "А. А. Кабаев", held together by spaces that never break; without a surname the given name stands.

    Without a `gap` between initials it is "А.А. Кабаев", a letter's house style (handbook 4.7).
    """
    if not surname:
        return given
    data = find(language)
    if data.name_separator == "" or _is_chinese(surname):
        return f"{surname}{given}"
    if given and not _has_initials(given):
        return _ordered(surname, given, patronymic, order=data.name_order, data=data)
    initials = [_initial(name) for name in (given, patronymic) if name]
    if not gap:
        initials = ["".join(initials).replace(NBSP, "")] if initials else []
    return NBSP.join([*initials, surname.replace(" ", NBSP)])


def capitals(surname: str, language: Language) -> str:
    """Return the surname in capitals; particles and words like "уулу" stay lower case."""
    return _upper(surname, find(language))


def is_fathers_child(name: str) -> bool:
    """Tell whether a name ends in a word like "уулу": it is part of a surname, and no middle name."""
    return name.rpartition(" ")[2].lower() in FATHERS_CHILD


def _ordered(surname: str, given: str, patronymic: str, *, order: NameOrder, data: LanguageData) -> str:
    separator = data.name_separator
    forenames = f"{given}{separator}{patronymic}" if given and patronymic else given or patronymic
    if not surname or not forenames:
        return surname or forenames
    if order is NameOrder.SURNAME_FIRST:
        return f"{surname}{separator}{forenames}"
    return f"{forenames}{separator or FOREIGN_IN_CHINESE}{surname}"


def _is_chinese(name: str) -> bool:
    return unicodedata.name(name[0], "").startswith("CJK UNIFIED")


def _has_initials(name: str) -> bool:
    """Tell whether names of this script are shortened; the first sign of an Arabic or Hindi name says nothing."""
    return unicodedata.name(name[0], "").split(" ")[0] in _SCRIPTS_WITH_INITIALS


def _initial(name: str) -> str:
    """Return an initial for each given name: "Ж.-П.", "А. К."; particles among them have none."""
    words = [word for word in name.split(" ") if word[:1].isupper()] or name.split(" ")[:1]
    return NBSP.join("-".join(f"{part[0]}." for part in word.split("-") if part) for word in words)


def _upper(surname: str, data: LanguageData) -> str:
    if surname.isalpha() and surname.istitle():  # most are; a list may hold 85,000
        return _raise(surname, data) if data.capitals else surname.upper()
    return " ".join(_upper_word(word, data) for word in surname.split(" "))


def _upper_word(word: str, data: LanguageData) -> str:
    if word.lower() in FATHERS_CHILD:
        return word.lower()
    return "-".join(_raise(part, data) if part[:1].isupper() else part for part in word.split("-"))


def _raise(word: str, data: LanguageData) -> str:
    for letter, capital in data.capitals.items():
        word = word.replace(letter, capital)
    return word.upper()
