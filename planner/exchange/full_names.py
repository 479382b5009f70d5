"""A whole name in one cell, taken apart by the habits of its language (handbook 4.1). Nothing of it is lost."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from planner.rules.person_record import ImportedName
from planner.rules.text import Language

SURNAME_FIRST = frozenset({"ru", "ky", "kk", "uz", "tg", "uk", "be", "mn", "zh", "ja", "ko", "vi", "hu"})
"""Languages whose lists put the surname first; in all others the given name leads."""

PARTICLES = frozenset(
    "van von vom zu zur de del della delle dei degli der den des di da do dos das du la le las los lo ter ten te "
    "el al ul ur bin ben ibn bint binti bt bte ould uld ag af av san santa st мак ван фон де дер ди да ла ле эль аль "
    "ибн бин бен".split()
)
CHILD_OF = frozenset("уулу кызы uulu kyzy ulu улуу ұлы қызы улы uly qyzy".split())
"""Kyrgyz and Kazakh "son of", "daughter of": with the father's name they are the surname."""

PATRONYMIC_PARTICLES = frozenset(
    "оглы огли оғли оглу угли ўғли гызы кизи қизи oglu oğlu ogly ogli oʻgʻli gyzy qizi qızı".split()
)

_FATHERS = CHILD_OF | PATRONYMIC_PARTICLES
_SMALL = PARTICLES | CHILD_OF

_HONORIFICS = frozenset(
    "mr mrs ms miss mx dr prof professor he hon sir dame lord lady rev amb ambassador herr frau mme mlle sra srta "
    "hrh hh г-н г-жа гн гжа господин госпожа д-р доктор проф профессор мистер миссис товарищ тов мырза айым".split()
)
_HONORIFIC_PHRASES = frozenset(
    {
        "his excellency",
        "her excellency",
        "his highness",
        "her highness",
        "the hon",
        "the honourable",
        "the honorable",
        "right hon",
        "его превосходительство",
        "её превосходительство",
        "ее превосходительство",
    }
)
_SUFFIXES = frozenset("jr sr ii iii iv phd md esq jnr snr".split())

_PATRONYMIC = re.compile(
    r"(?:[а-яёәіңғүұқөһ]{2,}(?:ович|евич|ёвич|ьич|овна|евна|ёвна|ична|инична)|ильич|лукич|фомич|кузьмич|никитич"
    r"|[a-z]{2,}(?:ovich|evich|yevich|ovna|evna|yevna|ichna|inichna)|ilyich|il'ich)",
    re.IGNORECASE,
)
_SLAVIC_SURNAME = re.compile(
    r".*?(?:ов|ев|ёв|ин|ын|ова|ева|ёва|ина|ына|ский|цкий|ская|цкая|енко|ук|юк|чук|ян|дзе|швили|их|ых"
    r"|[a-z]{2}(?:ov|ev|yev|ova|eva|yeva|skiy|skaya|enko))",
    re.IGNORECASE,
)
_GIVEN_LIKE_SURNAMES = frozenset(
    "ирина марина нина екатерина арина карина полина галина алина кристина регина валентина ангелина альбина антонина "
    "мальвина эльвина дина зина лина алевтина фаина василина константин мартин вениамин валентин августин никодим "
    "рустамин бурул гүлмира жамин амин эмин руслан лев лука мин сагын акин яков сарына ырын асан айгерим".split()
)
_CJK = re.compile(r"[㐀-鿿가-힣豈-﫿]+")
_DOUBLE_SURNAMES = frozenset(
    "欧阳 司马 上官 诸葛 司徒 东方 皇甫 尉迟 公孙 慕容 令狐 夏侯 轩辕 長孫 남궁 황보 제갈 선우 독고".split()
)
_INITIALS = re.compile(r"(?:[^\W\d_]\.-?)+", re.UNICODE)


class SplitName(NamedTuple):
    """The parts of a name as written; `rest` is what stood in the cell and is no part of the name."""

    name: ImportedName
    honorific: str = ""
    rest: str = ""


def split_full_name(text: str, language: Language) -> SplitName:
    """Take a whole name apart.

    Capitals mark the surname ("Ivan IVANOV"), then a comma ("Ivanov, Ivan"), then "уулу" and "кызы", then a
    patronymic, then the order usual in the language. A single word is a surname: mononyms exist.
    """
    words = text.split()
    honorific, words = _without_honorific(words)
    words, comma_honorific = _without_trailing_honorific(words)
    honorific = " ".join(filter(None, (honorific, comma_honorific)))
    if "," in "".join(words[:-1]) or (words and words[-1].strip(",") and "," in words[-1][:-1]):
        name, rest = _by_comma(" ".join(words), language)
        return SplitName(name, honorific, rest)
    return SplitName(_split(words, language), honorific)


def is_surely_a_name(text: str) -> bool:
    """Tell a person's name from a heading by signs no heading has: a patronymic, "уулу", a marked surname, initials."""
    words = text.replace(",", " ").split()
    if not 2 <= len(words) <= 6 or any(sign.isdigit() for sign in text):
        return False
    return (
        any(_is_patronymic(word) or word.casefold() in _FATHERS for word in words[1:])
        or (_marked_surname(words) is not None and any(_in_capitals(word) and len(word) > 3 for word in words))
        or any(_INITIALS.fullmatch(word) for word in words)
        or _bare(words[0]) in _HONORIFICS
    )


def _bare(word: str) -> str:
    return word.casefold().replace(".", "").strip(",;:()")


def _is_patronymic(word: str) -> bool:
    return bool(_PATRONYMIC.fullmatch(word))


def _without_honorific(words: list[str]) -> tuple[str, list[str]]:
    """Take "Mr", "H.E.", "Его Превосходительство" off the front, never the whole name."""
    taken: list[str] = []
    rest = list(words)
    while len(rest) > 1:
        first, pair = _bare(rest[0]), _bare(" ".join(rest[:2]))
        size = 2 if pair in _HONORIFIC_PHRASES else int(first in _HONORIFICS)
        if not size or size >= len(rest) or (first == "he" and not _is_excellency(rest)):
            break
        taken += rest[:size]
        rest = rest[size:]
    return " ".join(taken), rest


def _is_excellency(words: Sequence[str]) -> bool:
    """Tell "H.E." and "HE Mr Wang" from the Chinese surname of "HE Jian"."""
    return words[0] in {"H.E.", "H.E"} or (words[0] == "HE" and len(words) > 2)


def _without_trailing_honorific(words: list[str]) -> tuple[list[str], str]:
    """Take "(Ms)" or "мырза" off the end."""
    if len(words) > 1:
        last = words[-1]
        if (last.startswith("(") and _bare(last) in _HONORIFICS) or last.casefold() in {"мырза", "айым"}:
            return words[:-1], last
    return words, ""


def _by_comma(text: str, language: Language) -> tuple[ImportedName, str]:
    """Read "Surname, Given"; "Иванов Иван Иванович, министр" is a whole name and something else."""
    before, _, after = (part.strip() for part in text.partition(","))
    first = before.split()
    if not first or not after:
        return _split(text.split(), language), ""
    if _bare(after) in _SUFFIXES:
        return _split([*first[:-1], f"{first[-1]}, {after}"], language), ""
    marked = len(first) > 1 and _marked_surname(first) and len(after.split()) > 1
    if marked or any(_is_patronymic(word) for word in first):
        return _split(first, language), after
    given, patronymic = _given_and_patronymic(after.split())
    return ImportedName(_surname_case(first, after.split()), given, patronymic), ""


def _split(words: Sequence[str], language: Language) -> ImportedName:
    if len(words) < 2:
        return _one_word("".join(words), language)
    if marked := _marked_surname(words):
        start, end = marked
        given, patronymic = _given_and_patronymic([*words[:start], *words[end:]])
        return ImportedName(_surname_case(words[start:end], (given, patronymic)), given, patronymic)
    return _child_of(words) or _by_patronymic(words) or _by_order(words, language)


def _one_word(word: str, language: Language) -> ImportedName:
    """Cut 李明 after the surname; any other single word is a mononym."""
    east_asian = language.partition("-")[0] in {"zh", "ko"} or len(word) <= 4
    if east_asian and len(word) > 1 and _CJK.fullmatch(word):
        at = 2 if word[:2] in _DOUBLE_SURNAMES and len(word) > 2 else 1
        return ImportedName(word[:at], word[at:])
    return ImportedName(word)


def _marked_surname(words: Sequence[str]) -> tuple[int, int] | None:
    """Return where the words in capitals stand, with particles before and between them; None where all or none are."""
    capital = [_in_capitals(word) for word in words]
    named = [flag for word, flag in zip(words, capital, strict=True) if not _INITIALS.fullmatch(word)]
    if not any(capital) or (all(named) and len(named) == len(words)):
        return None
    start = capital.index(True)
    end = start + 1
    while end < len(words) and (capital[end] or (words[end].casefold() in _SMALL and any(capital[end:]))):
        end += 1
    if end < len(words) and words[end].casefold() in CHILD_OF:
        end += 1
    while start > 0 and words[start - 1] in PARTICLES:
        start -= 1
    return None if end - start == len(words) else (start, end)


def _in_capitals(word: str) -> bool:
    """Tell IVANOV, O'NEIL and McDONALD from initials, Roman figures and common words."""
    letters = [sign for sign in word if sign.isalpha()]
    if len(letters) < 2 or _INITIALS.fullmatch(word) or word in {"II", "III", "IV", "VI"}:
        return False
    core = "".join(letters)
    return core.isupper() or (len(core) > 4 and core[:2] == "Mc" and core[2:].isupper())


def _surname_case(surname: Sequence[str], others: Sequence[str]) -> str:
    """Write a surname that capitals merely marked as a surname is written; leave it where all is in capitals."""
    text = " ".join(surname)
    beside = [word for part in others for word in part.split()]
    marks = any(sign.islower() for sign in "".join(beside)) or any(map(_INITIALS.fullmatch, beside))
    if not marks or not any(_in_capitals(word) for word in surname):
        return text
    return " ".join(plain_case(word) if _in_capitals(word) else word for word in surname)


def plain_case(word: str) -> str:
    """Return IVANOV as Ivanov, O'NEIL as O'Neil, McDONALD as McDonald, DE as de."""
    if word.casefold() in PARTICLES or word.casefold() in CHILD_OF:
        return word.lower()
    lowered = re.sub(r"[^\W\d_]+", lambda part: part.group()[0] + part.group()[1:].lower(), word)
    if re.match(r"M[cC][A-Z]{2,}", word):
        lowered = "Mc" + lowered[2].upper() + lowered[3:]
    return lowered


def _given_and_patronymic(words: Sequence[str]) -> tuple[str, str]:
    """Cut the patronymic off the given names: "Иван Иванович", "Мамед Гасан оглы"."""
    if len(words) > 2 and words[-1].casefold() in _FATHERS:
        return " ".join(words[:-2]), " ".join(words[-2:])
    if len(words) > 1 and _is_patronymic(words[-1]):
        return " ".join(words[:-1]), words[-1]
    return " ".join(words), ""


split_given = _given_and_patronymic
"""For a column "Имя, отчество": the words of the cell → the given name and the patronymic."""


def _child_of(words: Sequence[str]) -> ImportedName | None:
    """Read "Асан уулу Бакыт" and "Бакыт Асан уулу"; with a surname besides, the father's name is a patronymic."""
    folded = [word.casefold() for word in words]
    at = next((i for i, word in enumerate(folded) if i and word in _FATHERS), None)
    if at is None:
        return None
    father = f"{words[at - 1]} {words[at]}"
    others = [*words[: at - 1], *words[at + 1 :]]
    names = [word for word in others if not _is_patronymic(word)]
    if folded[at] in CHILD_OF and len(names) < 2:
        given, patronymic = _given_and_patronymic(others)
        return ImportedName(father, given, patronymic)
    if not others:
        return ImportedName(father)
    if len(others) == 1:
        return ImportedName("", others[0], father)
    surname_last = at + 1 < len(words)
    surname = others[-1] if surname_last else others[0]
    given_words = others[:-1] if surname_last else others[1:]
    return ImportedName(surname, " ".join(given_words), father)


def _by_patronymic(words: Sequence[str]) -> ImportedName | None:
    """Read "Иванов Иван Иванович" and "Иван Иванович Иванов" by where the patronymic stands."""
    at = next((i for i in range(len(words) - 1, 0, -1) if _is_patronymic(words[i])), None)
    if at is None or len(words) < 3:
        return None
    if at == len(words) - 1:
        return ImportedName(" ".join(words[: at - 1]), words[at - 1], words[at])
    return ImportedName(" ".join(words[at + 1 :]), " ".join(words[:at]), words[at])


def _by_order(words: Sequence[str], language: Language) -> ImportedName:
    if _surname_leads(words, language):
        end = 1
        while end < len(words) - 1 and _bare(words[end - 1]) in PARTICLES:
            end += 1
        given, patronymic = _given_and_patronymic(words[end:])
        return ImportedName(" ".join(words[:end]), given, patronymic)
    start = len(words) - 1
    if (_bare(words[-1]) in _SUFFIXES and start > 1) or not any(sign.isalpha() for sign in words[-1]):
        start -= 1
    while start > 1 and _bare(words[start - 1]) in PARTICLES:
        start -= 1
    start = max(start, 1)
    return ImportedName(" ".join(words[start:]), " ".join(words[:start]))


def _surname_leads(words: Sequence[str], language: Language) -> bool:
    """Follow the language, unless initials or the endings of Slavic surnames say otherwise ("Иван Иванов")."""
    usual = language.partition("-")[0] in SURNAME_FIRST
    if _INITIALS.fullmatch(words[0]):
        return False
    if _INITIALS.fullmatch(words[-1]):
        return True
    first, last = _is_slavic_surname(words[0]), _is_slavic_surname(words[-1])
    if usual and len(words) == 2 and not first and _is_patronymic(words[-1]):
        return False  # "Роман Абрамович": a list has no people without surnames
    return first if first != last else usual


def _is_slavic_surname(word: str) -> bool:
    return word.casefold() not in _GIVEN_LIKE_SURNAMES and bool(_SLAVIC_SURNAME.fullmatch(word))
