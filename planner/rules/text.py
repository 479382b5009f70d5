"""Authored texts: one wording per language, each with its own state (handbook rule 4)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

Language = str
"""A BCP 47 tag, as "ru", "en", "ky", "mn", "zh-Hans"."""


class Source(StrEnum):
    """Where a wording came from."""

    TYPED = "typed"
    PHRASE = "phrase"
    IMPORT = "import"
    MACHINE = "machine"


class State(StrEnum):
    """What a reader may expect of a wording."""

    MISSING = "missing"
    DRAFT = "draft"
    CHECKED = "checked"
    STALE = "stale"


_NOTHING: Mapping[str, str] = {}  # one for all wordings: there are tens of thousands of them
_SOURCES = {source.value: source for source in Source}


def fingerprint(wording: str) -> str:
    """Return 16 hexadecimal digits that stand for exactly this wording."""
    import hashlib  # with all of OpenSSL: 4 MB that a list of names does without

    return hashlib.sha256(wording.encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Wording:
    """One language's text.

    `against` maps each other language to the fingerprint its wording had when this one was checked;
    `cases` holds confirmed case forms ("gen", "dat", "acc", "ins", "prep") where grammar needs them.
    """

    text: str
    checked_by: str | None = None
    source: Source = Source.TYPED
    against: Mapping[Language, str] = field(default_factory=lambda: _NOTHING)
    cases: Mapping[str, str] = field(default_factory=lambda: _NOTHING)


@dataclass(frozen=True, slots=True)
class Text:
    """A text that may be printed, in any number of languages. Absent means missing."""

    wordings: Mapping[Language, Wording] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.wordings)

    def get(self, language: Language) -> str:
        """Return the wording in this language, or "" where it is missing."""
        wording = self.wordings.get(language)
        return wording.text if wording else ""

    def first(self, *languages: Language) -> str:
        """Return the first wording there is, looking in these languages before all others."""
        for language in languages:
            if wording := self.wordings.get(language):
                return wording.text
        return next((wording.text for wording in self.wordings.values()), "")

    def case(self, language: Language, name: str) -> str:
        """Return the confirmed case form, or "" where nobody confirmed one."""
        wording = self.wordings.get(language)
        return wording.cases.get(name, "") if wording else ""

    def state(self, language: Language) -> State:
        """Tell the state; stale is computed, so that undo makes a wording fresh again."""
        wording = self.wordings.get(language)
        if wording is None:
            return State.MISSING
        if wording.checked_by is None:
            return State.DRAFT
        for other, mark in wording.against.items():
            counterpart = self.wordings.get(other)
            if counterpart is None or fingerprint(counterpart.text) != mark:
                return State.STALE
        return State.CHECKED

    def with_wording(self, language: Language, text: str, source: Source = Source.TYPED) -> Text:
        """Return this text with a draft in one language; an empty wording makes it missing.

        The same words again change nothing, so that a check mark survives a key that was taken back.
        """
        if text == self.get(language):
            return self
        wordings = dict(self.wordings)
        if text:
            old = wordings.get(language, Wording(""))
            wordings[language] = replace(old, text=text, source=source, checked_by=None, against={}, cases={})
        else:
            wordings.pop(language, None)
        return Text(wordings)

    def checked(self, language: Language, by: str) -> Text:
        """Return this text with one wording marked as checked against all the others."""
        wording = self.wordings[language]
        against = {other: fingerprint(w.text) for other, w in self.wordings.items() if other != language}
        return Text({**self.wordings, language: replace(wording, checked_by=by, against=against)})

    def with_cases(self, language: Language, cases: Mapping[str, str]) -> Text:
        """Return this text with the case forms a person confirmed for one language."""
        return Text({**self.wordings, language: replace(self.wordings[language], cases=dict(cases))})

    def to_json(self) -> dict[str, Any]:
        """Return the form kept in the office file; defaults are left out."""
        return {language: _wording_to_json(wording) for language, wording in self.wordings.items()}

    @classmethod
    def from_json(cls, data: Mapping[str, Any] | None) -> Text:
        """Read what `to_json` wrote; None is an empty text."""
        return cls({language: _wording_from_json(entry) for language, entry in (data or {}).items()})


def text(**wordings: str) -> Text:
    """Build a text from typed wordings: `text(ru="Встреча", en="Meeting")`. Empty ones are left out."""
    return text_in({tag.replace("_", "-"): words for tag, words in wordings.items()})


def text_in(wordings: Mapping[Language, str]) -> Text:
    """Build a text from typed wordings by language. Empty ones are left out."""
    return Text({tag: Wording(words) for tag, words in wordings.items() if words})


EMPTY = Text()


def _wording_to_json(wording: Wording) -> dict[str, Any]:
    entry: dict[str, Any] = {"text": wording.text}
    if wording.checked_by is not None:
        entry["checked_by"] = wording.checked_by
        entry["against"] = dict(wording.against)
    if wording.source is not Source.TYPED:
        entry["source"] = wording.source.value
    if wording.cases:
        entry["cases"] = dict(wording.cases)
    return entry


def _wording_from_json(entry: Mapping[str, Any]) -> Wording:
    get = entry.get
    return Wording(
        entry["text"],
        get("checked_by"),
        _SOURCES[get("source", "typed")],
        get("against", _NOTHING),
        get("cases", _NOTHING),
    )
