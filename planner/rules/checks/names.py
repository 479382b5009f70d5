"""Names in texts: of who was replaced, in the wrong script, in a case nobody confirmed (W-26, W-42, W-43)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planner.rules.checks.engine import Scope, asks, rule
from planner.rules.checks.facts import Facts
from planner.rules.checks.people_facts import INFLECTED, Member
from planner.rules.findings import Finding, Fix, Thing, mark
from planner.rules.kinds import EventState, Role
from planner.rules.text import Language, Text

STILL_NAMED = mark("“{text}” still names {other}, for whom {who} comes. Write the new name.")
STILL_THERE = mark("{other} is still put down for “{title}”, and {who} comes instead. Take the old name off.")
TAKE_OFF = mark("Take {who} off “{title}”")
WRONG_SCRIPT = mark("The name “{text}” stands as the one in {language}, and is in another script. Write it there too.")
UNCONFIRMED = mark(
    "“{words}” belongs into the programme’s title in the instrumental, and nobody confirmed that form. Confirm it."
)

_LEADS = frozenset({Role.SPEAKER, Role.CHAIR, Role.MODERATOR, Role.CO_MODERATOR})
_WORD = re.compile(r"[^\W\d_]+")
_LONG = 4
"""Surnames of fewer letters are also common words, and are not looked for."""


@rule("W-26", scope=Scope.EVENT, reads=("members", "items"))
def replaced_but_named(facts: Facts) -> Iterator[Finding]:
    """W-26: who was replaced still stands in a text of the event, or takes part in an item by name."""
    for member in facts.members.values():
        other = facts.members.get(member.replaces or 0)
        if other is None or not member.coming or other.coming or other.person is None:
            continue
        values = {"who": _name(facts, member), "other": _name(facts, other)}
        for text, thing in _texts(facts):
            found = next((words for tag, words in _named(other, text) if not _stands(member, tag, words)), "")
            if found:
                yield asks("W-26", (thing, Thing("member", member.id)), STILL_NAMED, text=found, **values)
        for item in facts.items.values():
            for one in item.attends:
                if one.member_id == other.id and one.role not in _LEADS:  # who leads is W-18
                    title = facts.said(item.title)
                    arguments = {"attendance_id": one.id}
                    fix = Fix("remove_attendance", arguments, TAKE_OFF, {"who": values["other"], "title": title})
                    about = (Thing("item", item.id), Thing("member", other.id))
                    yield asks("W-26", about, STILL_THERE, (fix,), title=title, **values)


@rule("W-42", scope=Scope.EVENT, reads=("members",))
def names_in_wrong_script(facts: Facts) -> Iterator[Finding]:
    """W-42: a name that stands in a language's field and is not in its script at all: Cyrillic as the English one."""
    seen: set[int] = set()
    for member in facts.members.values():
        if member.person is None or member.person.id in seen or not member.coming:
            continue
        seen.add(member.person.id)
        for language, name in member.person.names.items():
            if facts.knows.wrong_script(name, language):
                about = (Thing("member", member.id), Thing("person", member.person.id))
                yield asks("W-42", about, WRONG_SCRIPT, text=name, language=language)


@rule("W-43", scope=Scope.EVENT, reads=("cases",))
def case_unconfirmed(facts: Facts) -> Iterator[Finding]:
    """W-43: "headed by …" stays off the programme, since a form of it is not confirmed.

    Said once another form of it was confirmed, or the programme is agreed: before that the title is not looked at.
    """
    for one in facts.cases:
        if one.rest or facts.event.state is EventState.AGREED:
            about = [Thing("member", one.member_id)]
            if one.person_id is not None:
                about.append(Thing("person", one.person_id))
            yield asks("W-43", tuple(about), UNCONFIRMED, words=one.words)


def _texts(facts: Facts) -> Iterator[tuple[Text, Thing]]:
    for text in facts.event.texts:
        yield text.text, Thing(*text.thing)
    for item in facts.items.values():
        for words in (item.title, item.note):
            if words:
                yield words, Thing("item", item.id)


def _named(member: Member, text: Text) -> Iterator[tuple[Language, str]]:
    """Yield the language and the wording of a text in which somebody is named, in whatever case."""
    surnames = member.person.surnames if member.person else {}
    for language, surname in surnames.items():
        words = text.get(language)
        if len(surname) >= _LONG and words and any(_is(word, surname, language) for word in _WORD.findall(words)):
            yield language, words


def _stands(member: Member, language: Language, words: str) -> bool:
    """Tell whether a wording names somebody too: namesakes stand in for one another."""
    surname = member.person.surnames.get(language, "") if member.person else ""
    return bool(surname) and any(_is(word, surname, language) for word in _WORD.findall(words))


def _is(word: str, surname: str, language: Language) -> bool:
    if language not in INFLECTED:
        return word == surname
    stem = surname[:-1] if surname[-1] in "аяйеоуыи" else surname
    return word.startswith(stem) and len(word) <= len(surname) + 2


def _name(facts: Facts, member: Member) -> str:
    return member.called(*facts.event.languages)
