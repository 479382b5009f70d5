"""Words: missing, stale, from a machine, of two spellings, letters or styles (W-27, W-38 to W-40, W-42, W-44, W-45)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

from planner.rules.checks.engine import Scope, asks, hints, rule, stops
from planner.rules.checks.facts import Facts, Item, TextFact
from planner.rules.checks.people_facts import INFLECTED
from planner.rules.checks.views import Family, several, things
from planner.rules.findings import Finding, Fix, Thing, mark
from planner.rules.kinds import EventState
from planner.rules.text import Source, State, Text

MISSING_TEXT = mark("“{text}” is missing in {language}. Write it.")
STALE_TEXT = mark("“{text}”: the other language was changed after {language} was checked. Compare them.")
MISSING_NAME = mark("The name of {name} is missing in {language}. Write it.")
FROM_A_MACHINE = mark("{count} texts come from a machine, and nobody checked them: {text}. Read them first.")
OTHER_LETTERS = mark("“{text}” has letters that only look right. Write “{meant}”.")
WRITE = mark("Write “{meant}”")
LOOSE_SIGNS = mark("Quotation marks, dashes or hard spaces are not as {language} sets them: {text}.")
TWO_STYLES = mark("Both “{first}” and “{second}” are written for one country. Use one of them in all papers.")
OTHER_SPELLING = mark("“{text}” says “{found}”; the name is written “{known}” elsewhere. Use one spelling.")
USE_SPELLING = mark("Write “{known}”")

STYLES = (
    ("Киргизи", "Кыргызстан"), ("Киргизск", "Кыргызск"), ("Белорусси", "Беларус"), ("Молдави", "Молдов"),
    ("Туркмени", "Туркменистан"),
)  # fmt: skip
"""Beginnings of the two ways Russian papers call one country (handbook 4.5)."""
_STYLED = re.compile("|".join(beginning for pair in STYLES for beginning in pair))
_QUOTED = re.compile("«[^»]*»|“[^”]*”|„[^“]*“")
_WORD = re.compile(r"[^\W\d_]+")
_RANGE = re.compile(r"\d\d[:.]\d\d\s*-\s*\d\d[:.]\d\d|\s-\s|\"")
_ENDING = 3  # so many letters at a word's end may be the ending of a case
_TITLES = frozenset({"Mr", "Mrs", "Ms", "Dr", "Prof", "Herr", "Frau", "Monsieur", "Madame", "Señor", "Señora"})


@rule("W-38", "W-39", scope=Scope.FAMILY)
def texts_of_item(facts: Facts, family: Family) -> Iterator[Finding]:
    """W-38 and W-39 for the title and note of an item."""
    item, about = family.item, things(family.item)
    for words in (item.title, item.note):
        if words:
            yield from _states(facts, words, about)


@rule("W-38", "W-39", scope=Scope.EVENT, reads=("items", "places"))
def texts_of_places(facts: Facts) -> Iterator[Finding]:
    """W-38 and W-39 for the venues and rooms of the programme, each at the first item that is there."""
    first: dict[tuple[str, int], Item] = {}
    for item in sorted(facts.items.values(), key=_order):
        for key in (("venue", item.venue_id), ("room", item.room_id)):
            if key[1] is not None:
                first.setdefault((key[0], key[1]), item)
    for (kind, row_id), item in first.items():
        venue, room = facts.places.venues.get(row_id), facts.places.rooms.get(row_id)
        texts = (venue.name, venue.address) if kind == "venue" and venue else (room.name,) if room else ()
        for words in texts:
            if words:
                yield from _states(facts, words, things(item))


@rule("W-38", "W-39", scope=Scope.EVENT, reads=("delegations", "members"))
def texts_of_people(facts: Facts) -> Iterator[Finding]:
    """W-38 and W-39 for the event's own texts, headings and posts; W-38 for names, which nobody guesses."""
    for text in facts.event.texts:
        yield from _states(facts, text.text, (Thing(*text.thing),))
    for delegation in facts.delegations:
        if delegation.heading:
            yield from _states(facts, delegation.heading, (Thing("event", facts.event.id),))
    seen: set[int] = set()
    for member in facts.members.values():
        about = (Thing("member", member.id),)
        fresh = member.own_title or member.post_id is None or member.post_id not in seen
        if member.position and fresh:
            yield from _states(facts, member.position, about)
        if member.post_id is not None and not member.own_title:
            seen.add(member.post_id)
        for language in facts.event.languages if member.person else ():
            if member.person and language not in member.person.names:
                values = {"name": member.called(*facts.event.languages), "language": language}
                yield stops("W-38", about, MISSING_NAME, **values)


@rule("W-40", scope=Scope.EVENT, reads=("items",))
def from_a_machine(facts: Facts) -> Iterator[Finding]:
    """W-40: wordings of a machine that nobody checked, once the event is agreed; said once for all."""
    if facts.event.state not in (EventState.AGREED, EventState.OVER):
        return
    found = [
        (thing, wording.text)
        for text, thing in _all(facts)
        for wording in text.wordings.values()
        if wording.source is Source.MACHINE and wording.checked_by is None
    ]
    if found:
        about = tuple(dict.fromkeys(thing for thing, _ in found))
        yield asks("W-40", about, FROM_A_MACHINE, count=str(len(found)), text=several(words for _, words in found))


@rule("W-42", scope=Scope.FAMILY)
def letters_of_item(facts: Facts, family: Family) -> Iterator[Finding]:
    """W-42: letters of another alphabet that look alike, in the title or note of an item."""
    for text in _of_item(family.item):
        yield from _letters(facts, text)


@rule("W-42", scope=Scope.EVENT, reads=("members",))
def letters_of_people(facts: Facts) -> Iterator[Finding]:
    """W-42: the same in names, and in the event's own texts."""
    for text in facts.event.texts:
        yield from _letters(facts, text)
    seen: set[int] = set()
    for member in facts.members.values():
        if member.person is None or member.person.id in seen:
            continue
        seen.add(member.person.id)
        for language, name in member.person.names.items():
            meant = facts.knows.mended(name, language, True)
            if meant != name:
                yield asks("W-42", (Thing("member", member.id),), OTHER_LETTERS, text=name, meant=meant)


@rule("W-44", scope=Scope.EVENT, reads=("items",))
def loose_signs(facts: Facts) -> Iterator[Finding]:
    """W-44: typewriter quotes and hyphens for dashes; said once for each language."""
    texts = list(_all(facts))
    for language in facts.event.languages:
        found = [(thing, words) for text, thing in texts if _loose(words := text.get(language))]
        if found:
            about = tuple(dict.fromkeys(thing for thing, _ in found))
            values = {"text": several(f"“{words}”" for _, words in found), "language": language}
            yield hints("W-44", about, LOOSE_SIGNS, **values)


@rule("W-45", scope=Scope.EVENT, reads=("items",))
def two_styles(facts: Facts) -> Iterator[Finding]:
    """W-45: one country called in two ways; quotations are passed over, and so are names of organisations and posts."""
    texts = [(thing, words) for text, thing in _all(facts) if _STYLED.search(words := text.get("ru"))]
    texts = [(thing, _QUOTED.sub("", words)) for thing, words in texts]
    for first, second in STYLES:
        here = [thing for thing, words in texts if first in words]
        there = [thing for thing, words in texts if second in words]
        if here and there:
            about = tuple(dict.fromkeys((*here, *there)))
            yield asks("W-45", about, TWO_STYLES, first=_in(texts, first), second=_in(texts, second))


@rule("W-27", scope=Scope.FAMILY, reads=("spellings",))
def other_spelling(facts: Facts, family: Family) -> Iterator[Finding]:
    """W-27: a surname after a title or given name, one letter from how it is written, in the words of an item."""
    for text in _of_item(family.item):
        yield from _spellings(facts, text)


@rule("W-27", scope=Scope.EVENT, reads=("spellings",))
def other_spelling_in_headings(facts: Facts) -> Iterator[Finding]:
    """W-27: the same in the event's own texts: title, headings of papers, topics."""
    for text in facts.event.texts:
        yield from _spellings(facts, text)


def _of_item(item: Item) -> Iterator[TextFact]:
    """Yield what is written of an item, its title and its note."""
    for field, words in (("title", item.title), ("note", item.note)):
        if words:
            yield TextFact("item", item.id, field, words, ("item", item.id))


def _states(facts: Facts, words: Text, about: tuple[Thing, ...]) -> Iterator[Finding]:
    for language in facts.event.languages:
        state = words.state(language)
        if state is State.MISSING:
            yield stops("W-38", about, MISSING_TEXT, text=facts.said(words), language=language)
        elif state is State.STALE:
            yield asks("W-39", about, STALE_TEXT, text=facts.said(words), language=language)


def _spellings(facts: Facts, one: TextFact) -> Iterator[Finding]:
    for language, wording in one.text.wordings.items():
        known_here = facts.spellings.get(language)
        if known_here is None:
            continue
        inflected = language in INFLECTED
        for before, found in pairwise(["", *_WORD.findall(wording.text)]):
            # Only after a title or a given name: so the first word of a text is none.
            if not before or len(found) < 5 or not found[0].isupper():
                continue
            known = _near(before, found, known_here, inflected=inflected)
            if known:
                values = {"text": wording.text, "found": found, "known": known}
                right = re.sub(rf"\b{re.escape(found)}\b", known, wording.text)
                where = {"table": one.table, "row_id": one.row_id, "field": one.field}
                arguments = {**where, "language": language, "words": right}
                fixes = (Fix("write_text", arguments, USE_SPELLING, {"known": known}),)
                yield asks("W-27", (Thing(*one.thing),), OTHER_SPELLING, fixes, **values)


def _letters(facts: Facts, one: TextFact) -> Iterator[Finding]:
    for language, wording in one.text.wordings.items():
        meant = facts.knows.mended(wording.text, language, False)
        if meant != wording.text:
            arguments = {
                "table": one.table, "row_id": one.row_id, "field": one.field, "language": language, "words": meant,
            }  # fmt: skip
            fixes = (Fix("write_text", arguments, WRITE, {"meant": meant}),)
            yield asks("W-42", (Thing(*one.thing),), OTHER_LETTERS, fixes, text=wording.text, meant=meant)


def _loose(words: str) -> bool:
    # The two signs are looked for first: the pattern takes five times as long, and most texts have neither.
    return ("-" in words or '"' in words) and _RANGE.search(words) is not None


def _all(facts: Facts) -> Iterator[tuple[Text, Thing]]:
    for one in facts.event.texts:
        yield one.text, Thing(*one.thing)
    for item in facts.items.values():
        yield item.title, Thing("item", item.id)
        if item.note:
            yield item.note, Thing("item", item.id)


def _in(texts: list[tuple[Thing, str]], beginning: str) -> str:
    words = (word for _, text in texts for word in _WORD.findall(text) if word.startswith(beginning))
    return next(words, beginning)


def _near(before: str, found: str, known: Mapping[str, tuple[tuple[str, str], ...]], *, inflected: bool) -> str:
    """Return a surname one letter away from a word after a title or after the person's given name.

    In an inflected language only after the given name, and where they differ before the ending.
    """
    lengths = (len(found) + by for by in (0, -1, 1))
    near = [pair for length in lengths for pair in known.get(f"{found[0]}{length}", ())]
    if not near or any(surname in (found, found.removesuffix("s")) for surname, _ in near):
        return ""
    titled = before in _TITLES and not inflected
    return next(
        (name for name, whole in near if (titled or before in whole.split()) and _one_apart(found, name)
         and not (inflected and found[:-_ENDING] == name[: len(found) - _ENDING])), ""
    )  # fmt: skip


def _one_apart(one: str, other: str) -> bool:
    """Tell whether two words differ by one letter put in, left out or changed."""
    if abs(len(one) - len(other)) > 1 or one.casefold() == other.casefold():
        return False
    start = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    rest, other_rest = one[start:], other[start:]
    return rest[1:] == other_rest[1:] or rest[1:] == other_rest or rest == other_rest[1:]


def _order(item: Item) -> tuple[bool, object, int, int]:
    return (item.parent_id is not None, item.day.toordinal() if item.day else 10**7, item.start or 0, item.id)
