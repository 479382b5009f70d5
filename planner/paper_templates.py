"""What the editor of a template shows: the words a paper says, its parts, what was changed, and the paper itself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from sqlalchemy import Connection

from planner.documents.templates import Part, parts_of
from planner.errors import PlannerError
from planner.language.languages import find
from planner.language.paper_words import own_words
from planner.paper_choice import Choice
from planner.paper_dress import readable_for
from planner.paper_set import SET, gather
from planner.papers import Printed, print_paper
from planner.queries.templates import own_template
from planner.rules.templates import HOUSE, merged
from planner.rules.text import Language

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


def template_sheet(db: Connection, choice: Choice, paper: str) -> TemplateSheet:
    """Return the template of a paper, or of all papers (""), with a paper printed by it."""
    choice = choice._replace(version=None)
    own, house = own_template(db, paper), own_template(db, HOUSE)
    try:
        data = gather(db, choice)
        with own_words({}) as said:
            content = SET[choice.paper].compose(readable_for(data, choice), choice, ())
            parts, languages = parts_of(content, said), content.languages
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
