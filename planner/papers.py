"""Printing: one paper made from an office, as a draft, as it was issued, or as a Word file."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection

from planner.documents.content import Content
from planner.documents.data import EventData
from planner.documents.freeze import PaperData, thaw
from planner.documents.paper_lines import Shown, paper_lines
from planner.documents.render import FLOOR, LOWEST, PLAIN, render_pdf
from planner.paper_choice import FOR_THE_OFFICE, OF_A_PERSON, OF_A_PLAN, OF_AN_ITEM, TITLES, WORKING, Choice, Paper
from planner.paper_dress import body_of, readable_for, theme_of, with_pictures
from planner.paper_set import compose, gather
from planner.queries.papers import PaperKey, VersionRow, blob, last_version, require_kept, version
from planner.rules.kinds import Side
from planner.rules.paper_changes import Change, differences, marked
from planner.rules.text import Language

__all__ = [
    "FOR_THE_OFFICE", "OF_AN_ITEM", "OF_A_PERSON", "OF_A_PLAN", "TITLES", "WORKING", "Choice", "Paper", "Printed",
    "Standing",
    "changes_between", "choice_of", "compose", "compose_paper", "frozen", "gather", "key_of", "looks_of",
    "print_paper", "print_separately", "render", "standing", "word_paper",
]  # fmt: skip

LATER = ("copy_number", "approved", "marking", "annex", "both_sides")
"""Looks that versions of an earlier program know nothing of: written only where they are asked for."""
_OF_PLAN, _OF_PERSON = ":", "@"  # between a paper's name and the number of its plan or person, in a version's key


class Printed(NamedTuple):
    """A finished paper: its content (for copying and checking) and its bytes."""

    content: Content
    pdf: bytes


class Standing(NamedTuple):
    """A paper's version in force, None where nothing was issued, and what changed since."""

    version: VersionRow | None
    changes: tuple[Change, ...]


def compose_paper(db: Connection, choice: Choice) -> Content:
    """Gather and compose a paper; raise NotPossible in words where the event cannot have it.

    A draft bears marks for what changed since the version in force.
    """
    return _composed(db, choice)[1]


def print_paper(db: Connection, choice: Choice) -> Printed:
    """Make a paper. Printing writes nothing; the same office gives the same bytes.

    An issued version gives the bytes it was issued with. Another copy of it (the other side's, larger letters) is
    made of its frozen data, and of nothing else.
    """
    data, content = _composed(db, choice)
    if choice.version is not None:
        issued = version(db, key_of(choice), choice.version)
        if issued.choice == looks_of(choice):
            return Printed(content, blob(db, issued.pdf))
    return Printed(content, render(content, choice, data.event))


def word_paper(db: Connection, choice: Choice) -> bytes:
    """Make a paper as a Word file, for the other side to edit; what is drawn and not written stays behind."""
    from planner.documents.docx import render_docx

    data, content = _composed(db, choice)
    return render_docx(
        content, choice.arrangement, body=body_of(choice, data.event), size=choice.size,
        landscape=choice.landscape, changed_at=_stamp(data.event), theme=theme_of(data.event, PLAIN),
    )  # fmt: skip


def print_separately(db: Connection, choice: Choice) -> dict[Language, Printed]:
    """Make a paper once per language: two files of one version, with the same numbering and the same order."""
    order = compose_paper(db, choice).languages
    return {language: print_paper(db, choice._replace(languages=(language,))) for language in order}


def standing(db: Connection, choice: Choice) -> Standing:
    """Return the version in force of a paper, and what changed since: "v3 of 2 May · 4 changes since"."""
    last = last_version(db, key_of(choice))
    return Standing(last, () if last is None or last.removed else _since(db, last, gather(db, choice), choice))


def render(content: Content, choice: Choice, event: EventData) -> bytes:
    """Return the bytes of a composed paper; its time is that of its issue, of a draft that of the last change."""
    return render_pdf(
        content, choice.arrangement, body=body_of(choice, event), size=choice.size,
        landscape=choice.landscape, fit=choice.fit, floor=LOWEST if choice.edition == "working" else FLOOR,
        changed_at=_stamp(event), theme=theme_of(event, PLAIN),
    )  # fmt: skip


def _stamp(event: EventData) -> datetime | None:
    moment = event.issued_at or event.changed_at
    return datetime.fromisoformat(moment) if moment else None


def key_of(choice: Choice) -> PaperKey:
    """Return what the versions of a paper are counted by: languages, copies and looks share one line of versions."""
    plan = "" if not choice.plan_id else f"{_OF_PLAN}{choice.plan_id}"
    person = "" if choice.person_id is None else f"{_OF_PERSON}{choice.person_id}"
    paper = f"{choice.paper.value}{plan}{person}"
    return PaperKey(choice.event_id, paper, choice.item_id, choice.delegation_id, choice.edition)


def looks_of(choice: Choice) -> dict[str, Any]:
    """Return how a version of a paper looks, beside what it is a version of, as it is kept with it."""
    later = {name: getattr(choice, name) for name in LATER if getattr(choice, name) not in (None, False)}
    return later | {
        "languages": list(choice.languages), "arrangement": str(choice.arrangement),
        "copy_for": choice.copy_for.value if choice.copy_for else None, "show_people": choice.show_people,
        "show_places": choice.show_places, "show_movements": choice.show_movements, "body": choice.body,
        "size": str(choice.size), "landscape": choice.landscape, "fit": choice.fit,
    }  # fmt: skip


def choice_of(issued: VersionRow) -> Choice:
    """Return the choice a version was issued with; printing it gives its bytes again."""
    looks = dict(issued.choice)
    side = looks.pop("copy_for")
    named, _, person = issued.key.paper.partition(_OF_PERSON)
    paper, _, plan = named.partition(_OF_PLAN)
    return Choice(
        Paper(paper), issued.key.event_id, tuple(looks.pop("languages")),
        copy_for=Side(side) if side else None, edition="working" if issued.key.edition == "working" else "guest",
        item_id=issued.key.item_id, delegation_id=issued.key.delegation_id, version=issued.number,
        plan_id=int(plan) if plan else None, person_id=int(person) if person else None, **looks,
    )  # fmt: skip


def frozen(db: Connection, issued: VersionRow) -> PaperData:
    """Return the data a version was made of. Raise NotPossible where its bytes were removed."""
    require_kept(issued)
    return thaw(blob(db, issued.frozen))


def changes_between(
    old: PaperData, new: PaperData, choice: Choice, *, earlier: Mapping[str, Any] | None = None
) -> tuple[Change, ...]:
    """Return what a reader of this paper finds changed; `earlier` are the looks of the other version.

    What either of the two shows is compared: places, people, movements; what its readers may not see is not.
    """
    also = earlier or {}
    shown = Shown(
        choice.paper.value, choice.languages or new.event.languages, choice.edition, choice.delegation_id,
        show_people=choice.show_people or also.get("show_people", False),
        show_places=choice.show_places or also.get("show_places", False),
        show_movements=choice.show_movements or also.get("show_movements", False),
    )  # fmt: skip
    return differences(paper_lines(readable_for(old, choice), shown), paper_lines(readable_for(new, choice), shown))


def _since(db: Connection, last: VersionRow, data: PaperData, choice: Choice) -> tuple[Change, ...]:
    return changes_between(frozen(db, last), data, choice, earlier=last.choice)


def _composed(db: Connection, choice: Choice) -> tuple[PaperData, Content]:
    """Return data and content of a draft or of an issued version, marked against the version it replaces."""
    key = key_of(choice)
    if choice.version is None:
        data, old = gather(db, choice), last_version(db, key)
        if old is not None:
            data = data._replace(event=data.event._replace(replaces=old.number))
    else:
        data = frozen(db, version(db, key, choice.version))
        old = version(db, key, data.event.replaces) if data.event.replaces else None
    changed = marked(_since(db, old, data, choice)) if old is not None and not old.removed else frozenset[int]()
    return data, with_pictures(db, compose(data, choice, changed))
