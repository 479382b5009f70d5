"""What the editor of a template shows: the words a paper says, its parts, what was changed, and the paper itself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from sqlalchemy import Connection

from planner.documents.templates import Part, known_part, parts_of
from planner.errors import PlannerError
from planner.language.languages import find
from planner.language.paper_words import own_words
from planner.paper_choice import Choice, Paper
from planner.paper_dress import readable_for
from planner.paper_set import SET, gather
from planner.paper_subjects import agendas, around, field_of, subjects
from planner.papers import Printed, print_paper
from planner.queries.events import events
from planner.queries.templates import own_template
from planner.rules.templates import HOUSE, merged
from planner.rules.text import Language

_LOOKED_AT, _TRIED = 8, 8
"""Events, and subjects of each, that are looked at for an example of a paper."""
NO_EMBLEM = frozenset({Paper.USHERS_PLAN, Paper.INVITATION, Paper.MENU})
"""Papers whose pages have no room for an emblem."""
UNSAID = frozenset({"version", "replaces", "changed", "continued"})
"""Words every paper may say, but not this one just now."""


class WordRow(NamedTuple):
    """A word of a paper: as the program says it and as the office does ("" where it leaves it), by language."""

    key: str
    original: Mapping[Language, str]
    own: Mapping[Language, str]


class TemplateSheet(NamedTuple):
    """A template to be edited. `paper` is "" for that of all papers; `house` is what all papers have anyway."""

    choice: Choice
    paper: str
    own: Mapping[str, Any]
    house: Mapping[str, Any]
    languages: tuple[Language, ...]
    words: tuple[WordRow, ...]
    parts: tuple[Part, ...]
    printed: Printed | None
    refusal: PlannerError | None = None

    @property
    def effective(self) -> dict[str, Any]:
        """What holds for this paper."""
        return merged(self.house, self.own) if self.paper else dict(self.own)


def example_of(db: Connection, paper: Paper) -> Choice | None:
    """Return a paper of the office that shows most of what it can say, among the newest events; None where none has."""
    best: tuple[int, Choice] | None = None
    for event in sorted(events(db), key=lambda row: row.from_day, reverse=True)[:_LOOKED_AT]:
        found = around(db, event.id)
        field = "item_id" if paper is Paper.AGENDA else field_of(paper)
        of = [one.id for one in (agendas(found) if paper is Paper.AGENDA else subjects(paper, found)) if one.usual]
        for one in of[:_TRIED] if field else [0]:
            own: dict[str, Any] = {field: one or None} if field else {}
            choice = Choice(paper, event.id, (), **own)
            try:
                weight = _weight(db, choice)
            except PlannerError:
                continue
            if best is None or weight > best[0]:
                best = weight, choice
    return best[1] if best else None


def _weight(db: Connection, choice: Choice) -> int:
    """Return how much of what a paper can say it says."""
    data = gather(db, choice)
    with own_words({}) as said:
        content = SET[choice.paper].compose(readable_for(data, choice), choice, ())
        return len(parts_of(content, said))


def _parts(
    found: tuple[Part, ...], effective: Mapping[str, Any], own: Mapping[str, Any], paper: Paper,
    languages: tuple[Language, ...],
) -> tuple[Part, ...]:  # fmt: skip
    """Return what can be left out, the emblem too where there is one, and what is left out but not in this example."""
    if effective.get("emblem") and paper not in NO_EMBLEM:
        found = (*found, Part("emblem"))
    there = {part.key for part in found}
    return (*found, *(known_part(key, languages) for key in dict.fromkeys(own.get("hide", ())) if key not in there))


def template_sheet(db: Connection, choice: Choice, paper: str) -> TemplateSheet:
    """Return the template of a paper, or of all papers (""), with a paper printed by it."""
    choice = choice._replace(version=None)
    own, house = own_template(db, paper), own_template(db, HOUSE)
    try:
        data = gather(db, choice)
        with own_words({}) as said:
            content = SET[choice.paper].compose(readable_for(data, choice), choice, ())
            parts, languages = parts_of(content, said), content.languages
            parts = _parts(parts, merged(house, own), own if paper else {}, choice.paper, languages)
        printed = print_paper(db, choice)
    except PlannerError as error:
        return TemplateSheet(choice, paper, own, house, choice.languages, (), (), None, error)
    keys = [*dict.fromkeys(said.values()), *sorted(UNSAID - set(said.values()))]
    words = own.get("words", {})
    rows = tuple(
        WordRow(
            key, {tag: find(tag).paper[key] for tag in languages},
            {tag: words.get(tag, {}).get(key, "") for tag in languages},
        )
        for key in keys
    )  # fmt: skip
    return TemplateSheet(choice, paper, own, house, languages, rows, parts, printed)
