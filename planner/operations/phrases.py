"""The office's own phrases, and taking a phrase for a text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from planner.errors import BadInput
from planner.model.phrases import Phrase
from planner.operations import fields
from planner.operations.registry import Work, operation
from planner.operations.texts import text_of
from planner.rules.kinds import ItemKind
from planner.rules.text import Language, Source, Text


def _topic(value: Any) -> str:
    return ItemKind(value).value if value else ""


PHRASE_FIELDS: Mapping[str, fields.Check] = {"topic": _topic, "retired": fields.flag}


@operation("Keep the phrase “{words}”")
def add_phrase(work: Work, title: Text, **values: Any) -> int:
    """Keep a phrase (`PHRASE_FIELDS`); return its id."""
    if not title:
        raise BadInput("A phrase needs words in at least one language.")
    phrase = work.add(Phrase(words=title))
    fields.put(phrase, values, PHRASE_FIELDS)
    work.values["words"] = title.first()[:80]
    return phrase.id


@operation("Keep {count} phrases")
def add_phrases(work: Work, phrases: Sequence[tuple[Text, str]]) -> int:
    """Keep phrases with their topics, those that are there already left out; return how many are new."""
    known = {_plain(one.words) for one in work.find(Phrase)}
    count = 0
    for words, topic in phrases:
        if words and _plain(words) not in known:
            known.add(_plain(words))
            work.add(Phrase(words=words, topic=_topic(topic)))
            count += 1
    work.values["count"] = count
    return count


@operation("Edit the phrase “{words}”")
def edit_phrase(work: Work, phrase_id: int, **values: Any) -> None:
    """Set fields of a phrase (`PHRASE_FIELDS`)."""
    phrase = work.get(Phrase, phrase_id)
    fields.put(phrase, values, PHRASE_FIELDS)
    work.values["words"] = phrase.words.first()[:80]


@operation("Remove the phrase “{words}”")
def remove_phrase(work: Work, phrase_id: int) -> None:
    """Remove a phrase from the register; the texts written with it stay."""
    phrase = work.get(Phrase, phrase_id)
    work.values["words"] = phrase.words.first()[:80]
    work.remove(phrase)


@operation("Take the phrase “{words}”")
def take_phrase(work: Work, table: str, row_id: int, field: str, *, wordings: Mapping[Language, str]) -> None:
    """Write the wordings of a phrase into a text, in all the languages given, as one step."""
    row, old = text_of(work, table, row_id, field)
    new = old
    for language, words in wordings.items():
        new = new.with_wording(language, words, Source.PHRASE) if words else new
    if new != old:
        setattr(row, field, new)
    work.values["words"] = next(iter(wordings.values()), "")[:80]


def _plain(words: Text) -> frozenset[tuple[Language, str]]:
    return frozenset((tag, one.text) for tag, one in words.wordings.items())
