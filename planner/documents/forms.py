"""The forms of the page (handbook 2): issuing body and emblem, marking, annex, number of the copy, approval.

The approval block stands on the host's own file copy alone (handbook 2.1): on any other copy there is none to ask for.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from planner.documents.content import Cell, Content, Emblem, Forms, Line, Style
from planner.documents.data import EventData
from planner.documents.person_data import PersonData
from planner.documents.wording import Wordings
from planner.errors import NotPossible
from planner.language.direction import isolated, runs_leftwards
from planner.rules.kinds import Side
from planner.rules.templates import Marking, approver_of, emblem_of, is_issued_by, marking_of, read
from planner.rules.text import Text

SIGNATURE = "_" * 18


class Asked(NamedTuple):
    """What is asked of one copy. `marking` None is that of the template."""

    copy_for: Side | None = None
    approved: bool = False
    copy_number: int | None = None
    marking: Marking | None = None
    annex: int | None = None


def formed(content: Content, event: EventData, asked: Asked) -> Content:
    """Return a paper with its forms; raise NotPossible for a guest's copy of what is for the host's side alone."""
    template = read(event.template)
    marking = marking_of(template) if asked.marking is None else asked.marking
    if marking is Marking.HOST and asked.copy_for is Side.GUEST:
        raise NotPossible("This paper is marked for the host’s side only, so there is no guest’s copy of it.")
    wordings = tuple(map(Wordings, content.languages))
    approval, signed = _approval(event, wordings) if asked.approved and asked.copy_for is Side.HOST else ((), ())
    found = emblem_of(template)
    forms = Forms(
        _issuer(event, wordings) if is_issued_by(template) else (),
        _notes(wordings, marking, asked), approval, signed, Emblem(*found) if found else None,
    )  # fmt: skip
    return content if forms == Forms() else content._replace(forms=forms)


def _issuer(event: EventData, wordings: Sequence[Wordings]) -> tuple[Cell, ...]:
    return tuple((each.line(event.office, Style.NOTE),) for each in wordings) if event.office else ()


def _notes(wordings: Sequence[Wordings], marking: Marking, asked: Asked) -> tuple[Cell, ...]:
    def said(each: Wordings) -> Cell:
        numbers = [
            each.word(key, number=number)
            for key, number in (("annex", asked.annex), ("copy_number", asked.copy_number))
            if number is not None
        ]
        above = [] if marking is Marking.NONE else [each.word(f"marking_{marking.value}")]
        return tuple(Line(words, Style.NOTE) for words in (*above, " · ".join(numbers)) if words)

    return tuple(map(said, wordings)) if any(map(said, wordings)) else ()


def _approval(event: EventData, wordings: Sequence[Wordings]) -> tuple[tuple[Cell, ...], Cell]:
    """Return the word and the post in each language, and the one line that is signed and dated."""
    position, name = approver_of(read(event.template))
    if not position and event.approver is not None:
        position = event.approver.position
    block = tuple(
        (Line(each.word("approved"), Style.STRONG), *([each.line(position)] if position else ())) for each in wordings
    )
    names = list(dict.fromkeys(filter(None, (_name(name, event.approver, each) for each in wordings))))
    if any(map(runs_leftwards, names)):
        names = list(map(isolated, names))
    year = (event.issued_at or event.changed_at)[:4]
    signed = Line(" ".join(filter(None, (SIGNATURE, " / ".join(names)))))
    return block, (signed, Line(wordings[0].word("approval_date", year=year)))


def _name(name: Text, person: PersonData | None, wordings: Wordings) -> str:
    if name:
        return wordings.line(name).text
    return wordings.short_name(person) if person is not None else ""
