"""How people and things are called on the screen: in the languages asked for, else in whatever there is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from planner.language.names import full_form
from planner.rules.kinds import NameOrder
from planner.rules.said import read_in
from planner.rules.text import Language, Text
from ui.translate import language


def person_name(names: Mapping[Language, Any], tag: Language) -> str:
    """Return a person's name as one language writes it, or ""."""
    name = names.get(tag)
    if name is None:
        return ""
    return full_form(name.surname, name.given, name.patronymic, order=NameOrder(name.order), language=tag)


def first_name(names: Mapping[Language, Any], *languages: Language) -> str:
    """Return a person's name in the first of these languages that has one, else in any."""
    for tag in (*languages, *names):
        if found := person_name(names, tag):
            return found
    return ""


def in_both(names: Mapping[Language, Any], languages: Sequence[Language]) -> tuple[str, str]:
    """Return a name in the first language that has one, and in another that differs ("" if there is none)."""
    found = [person_name(names, tag) for tag in (*languages, *(tag for tag in names if tag not in languages))]
    found = list(dict.fromkeys(name for name in found if name))
    return (found[0] if found else "", found[1] if len(found) > 1 else "")


def as_read(languages: Sequence[Language]) -> tuple[Language, ...]:
    """Return in which languages the window looks for a wording: in its own, else in those of the event.

    Lists, seats and findings alike go by it; papers are in the languages they are asked for.
    """
    return (language(), *languages)


def said(words: str) -> str:
    """Return what a finding quotes as the window says it."""
    return read_in(words, language())


def shown(text: Text, *languages: Language) -> str:
    """Return a text in the interface's language, else in one of these, else in whatever there is."""
    return text.first(*as_read(languages))


def other_wording(text: Text, first: str, *languages: Language) -> str:
    """Return a wording that differs from the one shown first, looking in these languages before all others."""
    for tag in (*languages, *text.wordings):
        if (words := text.get(tag)) and words != first:
            return words
    return ""
