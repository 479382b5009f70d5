"""In which language the words of a schedule are, and its speakers' names taken apart."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from planner.exchange.full_names import split_full_name
from planner.exchange.schedule_draft import NEUTRAL, Draft
from planner.exchange.scripts import OTHER_SCRIPTS, habits_of, is_cyrillic, is_latin, mostly
from planner.language.languages import find
from planner.language.names import full_form
from planner.rules.kinds import NameOrder
from planner.rules.person_record import ImportedName
from planner.rules.schedule import Speaker
from planner.rules.text import Language

_TAG = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")
_NICKNAME = re.compile(r"(.+\S)\s+(\([^()]*\))")
_EAST_ASIAN = re.compile(r"[぀-ヿ㐀-鿿가-힣豈-﫿]")
_NOBODY_YET = frozenset({"", "-", "—", "?", "tbd", "tba", "tbc", "n/a", "n.n.", "nn"})
_ONE_NAME = 3  # words around a comma that are still one name: "Tsai, Chen Yu"
_GUESSES = {"Cyrl": "ru", "Latn": "en", "Hani": "zh"}


class Tags:
    """Gives words of a file the tags of the event's languages.

    `own` is the language of words whose file names none: as chosen, else as most records say, else by their letters.
    """

    def __init__(self, drafts: Sequence[Draft], languages: Sequence[Language], chosen: Language | None) -> None:
        self._languages = tuple(languages)
        self.own = chosen or self._declared(drafts) or self._by_letters(drafts)

    def words(self, texts: Mapping[str, str]) -> dict[Language, str]:
        """Return wordings under the event's tags: "zh" is "zh-Hant" where the event has that."""
        found: dict[Language, str] = {}
        for tag, words in texts.items():
            found.setdefault(self.tag(tag), words)
        return found

    def tag(self, tag: str) -> Language:
        """Return the event's tag for one of the file's."""
        if tag == NEUTRAL or not _TAG.fullmatch(tag):
            return self.own
        first = _primary(tag)
        same = [own for own in self._languages if _primary(own) == first]
        exact = [own for own in same if own.casefold() == tag.replace("_", "-").casefold()]
        return next(iter(exact or same), tag.replace("_", "-"))

    def speaker(self, names: Mapping[str, str]) -> Speaker | None:
        """Return a speaker with the name taken apart in each language, or None where there is no name yet."""
        split = {
            tag: _split(words, tag)
            for tag, words in self.words(names).items()
            if words.casefold() not in _NOBODY_YET and any(sign.isalnum() for sign in words)
        }
        if not split:
            return None
        notes = dict.fromkeys(note for _, _, note in split.values() if note)
        return Speaker(
            {tag: name for tag, (name, _, _) in split.items()},
            {tag: order for tag, (_, order, _) in split.items()},
            " · ".join(notes),
        )

    def _declared(self, drafts: Sequence[Draft]) -> Language:
        said = Counter(_primary(words) for draft in drafts if _TAG.fullmatch(words := draft.words.get("language", "")))
        tag, count = said.most_common(1)[0] if said else ("", 0)
        if 2 * count <= len(drafts) or len(tag) > 3:
            return ""
        return next((own for own in self._languages if _primary(own) == tag), tag)

    def _by_letters(self, drafts: Iterable[Draft]) -> Language:
        scripts = Counter(_script(draft.texts.get("title", {}).get(NEUTRAL, "")) for draft in drafts)
        scripts.pop("", None)
        script = scripts.most_common(1)[0][0] if scripts else "Latn"
        fits = {"Cyrl": is_cyrillic, "Latn": is_latin, "Hani": _is_east_asian}[script]
        return next((own for own in self._languages if fits(own)), _GUESSES[script])


def _primary(tag: str) -> str:
    return re.split("[-_]", tag)[0].casefold()


def _script(words: str) -> str:
    return "Hani" if _EAST_ASIAN.search(words) else mostly(words)


def _is_east_asian(language: Language) -> bool:
    return _primary(language) in OTHER_SCRIPTS & {"zh", "ja", "ko"}


def _split(words: str, language: Language) -> tuple[ImportedName, NameOrder, str]:
    """Take a name apart only where its parts, put together again, read as the file has them.

    A programme prints a speaker as announced: what fits no order ("Dr. A and Dr. B") stays whole, as a surname.
    """
    nickname = _NICKNAME.fullmatch(words)
    core, tail = (nickname[1], f" {nickname[2]}") if nickname else (words, "")
    habits = "en" if _is_east_asian(language) and not _EAST_ASIAN.search(words) else habits_of(core, language)
    name, honorific, rest = split_full_name(core, habits)
    wanted = core if rest else core.removeprefix(honorific)
    if "," in core and not ("." in core or len(core.split()) > _ONE_NAME):
        wanted = wanted.replace(",", " ")
    usual = find(language).name_order
    for order in (usual, *(other for other in NameOrder if other is not usual)):
        surname = name.surname + tail if order is NameOrder.GIVEN_FIRST else name.surname
        given = name.given if order is NameOrder.GIVEN_FIRST else name.given + tail
        full = full_form(surname, given, name.patronymic, order=order, language=language)
        if name.surname and full.casefold().split() == f"{wanted}{tail}".casefold().split():
            return ImportedName(surname, given, name.patronymic), order, honorific
    return ImportedName(words), usual, ""
