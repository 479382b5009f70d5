"""Russian cases of people's names: suggestions, which a person confirms before a paper has them (handbook 4.4).

Our own rules decide first, since the library `petrovich` skips the rules common to both genders as soon as a gender is
given (Фома, Никита stay as they are) and takes Черных for an ordinary surname. It has the rest: Павел, Кравец, Толстой.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

from planner.language.names import FATHERS_CHILD


class Case(StrEnum):
    """The six cases, by the names they are stored under."""

    NOM = "nom"
    GEN = "gen"
    DAT = "dat"
    ACC = "acc"
    INS = "ins"
    PREP = "prep"


OBLIQUE = (Case.GEN, Case.DAT, Case.ACC, Case.INS, Case.PREP)
Forms = tuple[str, str, str, str, str]
"""A word in the five cases other than the nominative, in the order of `OBLIQUE`."""

_VOWELS = "аеёиоуыэюя"
_HUSHING = "жшщч"
_LAST_WORD_ONLY = frozenset(("CN", "TW", "HK", "MO", "KR", "KP", "VN"))
"""Where a name is one row of syllables of which only the last declines: Ким Чен Ына."""
_STRESSED_A = frozenset(("дюма", "тома", "золя", "петипа", "дега", "люка", "труайя", "фермиа", "бома", "гамарра"))
_INSTRUMENTAL_OM = frozenset(("дарвин", "чаплин", "франклин", "грин", "дельвин", "эйлин", "кюхлин", "бюлов", "вирхов"))
_INSTRUMENTAL_HUSHED = frozenset(("ткач", "грач", "палач", "толкач", "скрипач", "богач", "косач", "рогач"))
"""The stress is on the ending: Ткачом."""
_NEVER = frozenset(
    ("бонч", "тер", "ван", "дер", "ден", "де", "да", "ди", "дю", "дос", "фон", "цу", "ла", "ле", "мак", "сен", "сент",
     "ибн", "бен", "бин", "аль", "эль", "ас", "аш", "ар", "ат", "ад", "аз", "ан", "абу", "о", "вега")
)  # fmt: skip
_WOMEN_THAT_DECLINE = frozenset(
    ("любовь", "нинель", "рахиль", "эсфирь", "юдифь", "руфь", "суламифь", "ассоль", "адель")
)


def person_cases(
    surname: str, given: str = "", patronymic: str = "", *, gender: str, country: str = ""
) -> dict[Case, str]:
    """Return a Russian name, surname first, in the five cases; nothing without a gender ("f", "m") or a surname's rule.

    Compare `split_form`, which takes such a form apart again.
    """
    whole = " ".join(part for part in (surname, given, patronymic) if part)
    if gender not in ("f", "m") or not whole or not _is_russian(whole):
        return {}
    if country in _LAST_WORD_ONLY:
        *kept, last = whole.split(" ")
        declined = _given(last, gender) if gender == "m" else same(last)
        return {case: " ".join((*kept, form)) for case, form in zip(OBLIQUE, declined, strict=True)}
    parts = [
        decline(part, gender)
        for part, decline in ((surname, _surname), (given, _given), (patronymic, _patronymic))
        if part
    ]
    return {case: " ".join(form) for case, *form in zip(OBLIQUE, *parts, strict=True)}


def split_form(surname: str, given: str, patronymic: str, form: str) -> tuple[str, str, str] | None:
    """Take a confirmed form, surname first, apart by the words of the nominative; None where they are not as many."""
    words = form.split(" ")
    lengths = [len(part.split(" ")) if part else 0 for part in (surname, given, patronymic)]
    if len(words) != sum(lengths):
        return None
    first, second = lengths[0], lengths[0] + lengths[1]
    return " ".join(words[:first]), " ".join(words[first:second]), " ".join(words[second:])


def _surname(surname: str, gender: str) -> Forms:
    words = surname.split(" ")
    if words[-1].lower() in FATHERS_CHILD:
        return same(surname)
    before, last = " ".join(words[:-1]), words[-1]  # of "ван дер Берг" and two Spanish surnames the last one declines
    parts = [_surname_part(part, gender) for part in last.split("-")]
    joined = ("-".join(pieces) for pieces in zip(*parts, strict=True))
    return forms(f"{before} {form}" if before else form for form in joined)


def _surname_part(part: str, gender: str) -> Forms:
    word = part.lower()
    if len(word) < 2 or word in _NEVER or word.endswith(("ых", "их")) or word[-1] in "еёиоуыэю":
        return same(part)
    if word in _STRESSED_A or (word[-1] == "а" and word[-2] in _VOWELS):
        return same(part)
    if gender == "f":
        return _womans_surname(part, word)
    if word[-1] in "ая":
        return first_declension(part)
    if word.endswith("ой") and sum(letter in _VOWELS for letter in word) == 1:  # Цой is no adjective
        return ends(part[:-1], "я", "ю", "я", "ем", "е")
    if word in _INSTRUMENTAL_OM | _INSTRUMENTAL_HUSHED:
        return ends(part, "а", "у", "а", "ом", "е")
    return _asked("lastname", part, gender) or second_declension(part)


def _womans_surname(part: str, word: str) -> Forms:
    if word.endswith(("ова", "ева", "ёва", "ина", "ына")):
        return ends(part[:-1], "ой", "ой", "у", "ой", "ой")
    if word.endswith("ая"):
        return ends(part[:-2], "ой", "ой", "ую", "ой", "ой")
    if word.endswith("яя"):
        return ends(part[:-2], "ей", "ей", "юю", "ей", "ей")
    return first_declension(part) if word[-1] in "ая" else same(part)


def _given(given: str, gender: str) -> Forms:
    """Decline a given name; of "Жан-Поль" and of "Чен Ын" the last part only."""
    cut = max(given.rfind("-"), given.rfind(" ")) + 1
    before, part = given[:cut], given[cut:]
    return forms(before + form for form in _given_part(part, gender))


def _given_part(part: str, gender: str) -> Forms:
    word = part.lower()
    if len(word) < 2 or word[-1] in "еёиоуыэю" or word in FATHERS_CHILD:
        return same(part)
    if word == "илья":
        return ends(part[:-1], "и", "е", "ю", "ёй", "е")
    if word[-1] in "ая":
        return same(part) if word[-1] == "а" and word[-2] in _VOWELS else first_declension(part)
    if gender == "f":
        if word in _WOMEN_THAT_DECLINE:
            return ends(part[:-1], "и", "и", "ь", "ью", "и")
        return same(part)
    return _asked("firstname", part, gender) or second_declension(part)


def _patronymic(patronymic: str, gender: str) -> Forms:
    word = patronymic.lower()
    if word.endswith("ич") and gender == "m":
        return ends(patronymic, "а", "у", "а", "ем", "е")
    if word.endswith("на") and gender == "f":
        return ends(patronymic[:-1], "ы", "е", "у", "ой", "е")
    return same(patronymic)


def first_declension(word: str) -> Forms:
    """Decline a word in -а or -я: Никиты, Марии, Софье."""
    stem, last, before = word[:-1], word[-1].lower(), word[-2].lower()
    if last == "а":
        return ends(
            stem, "и" if before in "гкх" + _HUSHING else "ы", "е", "у",
            "ей" if before in _HUSHING + "ц" else "ой", "е",
        )  # fmt: skip
    if before == "и":
        return ends(stem, "и", "и", "ю", "ей", "и")
    return ends(stem, "и", "е", "ю", "ей", "е")


def second_declension(word: str) -> Forms:
    """Decline a man's name in a consonant, -й or -ь: Азамата, Юрия, Рауля."""
    last, before = word[-1].lower(), word[-2].lower()
    if last == "й":
        return ends(word[:-1], "я", "ю", "я", "ем", "и" if before == "и" else "е")
    if last == "ь":
        return ends(word[:-1], "я", "ю", "я", "ем", "е")
    return ends(word, "а", "у", "а", "ем" if last in _HUSHING + "ц" else "ом", "е")


def _asked(part: str, word: str, gender: str) -> Forms | None:
    """Return petrovich's answer; None where it does not know the word or makes nothing sensible of it."""
    if word.isupper() and len(word) > 1:  # it knows no capitals but the first
        found = _asked(part, word.capitalize(), gender)
        return forms(form.upper() for form in found) if found else None
    found = _library()(part, word, gender)
    if len(set(found)) == 1 or not all(form.replace("-", "").isalpha() for form in found):
        return None
    if part == "firstname" and word.lower().endswith("ий"):
        return second_declension(word)  # о Юрии, not о Юрие
    return found


@cache
def _library() -> Callable[[str, str, str], Forms]:
    """Return petrovich behind one call, whichever it is: 2 keeps its names in modules, 3 in the package."""
    import petrovich

    package: Any = petrovich
    if hasattr(package, "Petrovich"):
        maker, case, gender = package.Petrovich(), package.Case, package.Gender
    else:
        from petrovich import enums, main

        maker, case, gender = main.Petrovich.__new__(main.Petrovich), enums.Case, enums.Gender
        # Its constructor reads the rules in the machine's own encoding, which on Windows is not theirs.
        maker.data = json.loads(Path(main.DEFAULT_RULES_PATH).read_text(encoding="utf-8"))
    genders = {"m": gender.MALE, "f": gender.FEMALE}
    cases = (case.GENITIVE, case.DATIVE, case.ACCUSATIVE, case.INSTRUMENTAL, case.PREPOSITIONAL)

    def ask(part: str, word: str, sex: str) -> Forms:
        try:
            return forms(str(getattr(maker, part)(word, one, genders[sex])) for one in cases)
        except ValueError:  # version 3 refuses what is no Russian word
            return same(word)

    return ask


def _is_russian(name: str) -> bool:
    return all("Ѐ" <= letter <= "ӿ" or not letter.isalpha() for letter in name)


def same(word: str) -> Forms:
    """Return a word that does not decline."""
    return (word, word, word, word, word)


def ends(stem: str, *endings: str) -> Forms:
    """Return a stem with each of five endings, in capitals where it is."""
    upper = stem.isupper() and len(stem) > 1
    return forms(stem + (ending.upper() if upper else ending) for ending in endings)


def forms(found: Iterable[str]) -> Forms:
    """Return five words as forms."""
    gen, dat, acc, ins, prep = found
    return gen, dat, acc, ins, prep
