"""People and facts as short lines: who somebody is while perhaps only a post is named, and facts joined by points."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from planner.documents.content import Line, Style
from planner.documents.data import ParticipantData
from planner.documents.wording import Wordings
from planner.language.direction import is_right_to_left, isolated
from planner.rules.text import EMPTY, Text

BETWEEN = "\u00a0· "
"""What stands between facts of one line."""


def name_line(who: ParticipantData, wordings: Wordings) -> Line:
    """Return a name for a list; while only a post is named, "to be confirmed"."""
    if who.person is None:
        return Line(wordings.word("to_be_confirmed"), Style.MISSING)
    return wordings.list_name(who.person)


def short_name(who: ParticipantData, wordings: Wordings) -> str:
    """Return surname with initials; while only a post is named, the post."""
    if who.person is None:
        return wordings.line(who.position).text if who.position else wordings.word("to_be_confirmed")
    return wordings.short_name(who.person)


def post_of(who: ParticipantData) -> Text:
    """Return the post printed at this event."""
    return who.position or (who.person.position if who.person is not None else EMPTY)


def said(text: Text, wordings: Wordings) -> str:
    """Return a text in one language, the visible mark where it is missing, "" for no text."""
    return wordings.line(text).text if text else ""


def plainly(text: Text, wordings: Wordings) -> str:
    """Return what was typed in no language as it is, and else as `said`."""
    return text.get("und") or said(text, wordings)


def facts_line(facts: Iterable[str], wordings: Wordings, style: Style = Style.NOTE) -> Iterator[Line]:
    """Yield the facts that are there as one line, nothing for none."""
    there = [fact for fact in facts if fact]
    if there:
        yield wordings.plain(BETWEEN.join(there), style)


def kept_whole(words: str) -> str:
    """Return a plate, a number or a telephone so that no line breaks it."""
    return words.replace(" ", "\u00a0")


def telephone(number: str, wordings: Wordings) -> str:
    """Return a telephone so that no line breaks it; among words written from the right its groups keep their order."""
    number = kept_whole(number)
    return isolated(number) if number and is_right_to_left(wordings.language) else number


def shared(facts: Sequence[Sequence[str]]) -> list[str]:
    """Return the facts that all of several have in common; one alone shares nothing."""
    if len(facts) < 2:
        return []
    return [fact for fact in facts[0] if fact and all(fact in each for each in facts[1:])]
