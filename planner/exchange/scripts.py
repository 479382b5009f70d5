"""Two languages in one cell, told apart by their letters: "Иванов Иван / Ivanov Ivan", or one under the other."""

from __future__ import annotations

import re
from collections.abc import Sequence

from planner.rules.text import Language

CYRILLIC = frozenset({"ru", "ky", "kk", "mn", "tg", "uk", "be", "bg", "sr", "mk"})
OTHER_SCRIPTS = frozenset({"zh", "ja", "ko", "ar", "fa", "he", "hi", "ka", "hy", "el", "th", "ur"})

_CYRILLIC_LETTER = re.compile(r"[Ѐ-ӿ]")
_LATIN_LETTER = re.compile(r"[A-Za-zÀ-ɏ]")
_BORDER = re.compile(r"\s*\n+\s*|\s+[/|]\s+")


def is_cyrillic(language: Language) -> bool:
    """Tell whether a language is written in Cyrillic here; Uzbek and the like only if the tag says so."""
    return language.partition("-")[0] in CYRILLIC or "-Cyrl" in language


def is_latin(language: Language) -> bool:
    """Tell whether a language is written in Latin letters."""
    return not is_cyrillic(language) and language.partition("-")[0] not in OTHER_SCRIPTS


def mostly(text: str) -> str:
    """Return "Cyrl" or "Latn" by which letters are more, "" where neither is more."""
    cyrillic, latin = len(_CYRILLIC_LETTER.findall(text)), len(_LATIN_LETTER.findall(text))
    return "Cyrl" if cyrillic > latin else "Latn" if latin > cyrillic else ""


def habits_of(text: str, language: Language) -> Language:
    """Return the language by whose habits a name is taken apart: Latin letters in a Russian column are western."""
    script = mostly(text)
    if script == "Latn" and is_cyrillic(language):
        return "en"
    return "ru" if script == "Cyrl" and is_latin(language) else language


def by_script(text: str, language: Language, languages: Sequence[Language]) -> dict[Language, str]:
    """Return a cell's text by language; one that holds two scripts on two lines, or divided by " / ", gives two.

    `language` is the column's; `languages` are those of the event, of which the other is chosen.
    """
    if not ("\n" in text or " / " in text or " | " in text):
        return {language: text}
    parts = _BORDER.split(text.strip())
    scripts = [mostly(part) for part in parts]
    if len(parts) < 2 or sorted(set(scripts)) != ["Cyrl", "Latn"] or "" in scripts:
        return {language: text}
    ordered = (language, *(other for other in languages if other != language))
    cyrillic = next((tag for tag in ordered if is_cyrillic(tag)), None)
    latin = next((tag for tag in ordered if is_latin(tag)), None)
    if cyrillic is None or latin is None:
        return {language: text}
    join = "\n".join
    return {
        cyrillic: join(part for part, script in zip(parts, scripts, strict=True) if script == "Cyrl"),
        latin: join(part for part, script in zip(parts, scripts, strict=True) if script == "Latn"),
    }
