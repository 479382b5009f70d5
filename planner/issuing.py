"""Issuing papers: a version with its number, reason and frozen bytes; what changed between any two of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection

from planner.app import Changes, Planner
from planner.checks.paper import stopping
from planner.documents import change_sheet as sheets
from planner.documents.content import Content
from planner.documents.freeze import PaperData, freeze
from planner.errors import Clash, NotPossible
from planner.language.catalog import fill
from planner.operations.papers import issue_paper
from planner.paper_dress import with_pictures
from planner.papers import (
    Choice,
    Paper,
    Printed,
    changes_between,
    choice_of,
    compose,
    frozen,
    gather,
    key_of,
    looks_of,
    render,
)
from planner.queries.papers import VersionRow, change_number, issued, last_version
from planner.rules.findings import Finding
from planner.rules.kinds import Side
from planner.rules.paper_changes import Change, marked, told
from planner.rules.text import Language


class Prepared(NamedTuple):
    """A version that could be issued now: what it will say, what it replaces, and what stops it.

    `change` is the state of the office it shows; `changes` are those since the version it replaces.
    """

    choice: Choice
    number: int
    at: datetime
    data: PaperData
    content: Content
    replaced: VersionRow | None
    changes: tuple[Change, ...]
    findings: tuple[Finding, ...]
    change: int


class Issued(NamedTuple):
    """A version that was issued just now. `replaced` is the one whose holders are to get the change sheet.

    `written` tells views what changed.
    """

    id: int
    number: int
    printed: Printed
    replaced: VersionRow | None
    changes: tuple[Change, ...]
    written: Changes


class Comparison(NamedTuple):
    """Two versions of one paper and what leads from the first to the second."""

    old: VersionRow
    new: VersionRow
    old_data: PaperData
    new_data: PaperData
    changes: tuple[Change, ...]


def prepare(db: Connection, choice: Choice, at: datetime) -> Prepared:
    """Make ready the next version of a paper as it would be issued at a time; nothing is written."""
    choice = choice._replace(version=None)
    replaced = last_version(db, key_of(choice))
    number = replaced.number + 1 if replaced else 1
    data = gather(db, choice)
    stamped = data.event._replace(
        version=number, issued_at=at.isoformat(timespec="seconds"), replaces=replaced.number if replaced else None
    )
    data = data._replace(event=stamped)
    changes: tuple[Change, ...] = ()
    if replaced is not None and not replaced.removed:
        changes = changes_between(frozen(db, replaced), data, choice, earlier=replaced.choice)
    content = with_pictures(db, compose(data, choice, marked(changes)))
    findings = stopping(db, content, event_id=choice.event_id, of_people=choice.paper is Paper.PARTICIPANTS)
    return Prepared(choice, number, at, data, content, replaced, told(changes), findings, change_number(db))


def issue(
    planner: Planner, choice: Choice, reason: str, override: str | None = None, *,
    seen_at: int | None = None, origin: object = None,
) -> Issued:  # fmt: skip
    """Issue the next version of a paper. It cannot be undone.

    `override` is the written reason for issuing it in spite of findings that stop it; `seen_at` the change number of
    the office the person looked at. Raise NotPossible where findings stop it, Clash where anything changed since.
    """
    prepared = planner.read(prepare, choice, planner.now())
    if seen_at is not None and seen_at != prepared.change:
        raise Clash("The office was changed since you looked at this paper. Look at it again, then issue it.")
    if prepared.findings and not (override or "").strip():
        first = prepared.findings[0]
        raise NotPossible(
            "{count} findings stop this paper; the first: {first} Mend them, "
            "or write down why the paper is issued all the same.",
            count=len(prepared.findings), first=fill(first.message, first.values),
        )  # fmt: skip
    pdf = render(prepared.content, choice, prepared.data.event)
    key = key_of(choice)
    done = planner.execute(
        issue_paper, choice.event_id, key.paper, item_id=key.item_id, delegation_id=key.delegation_id,
        edition=key.edition, at=prepared.at, reason=reason, choice=looks_of(choice), frozen=freeze(prepared.data),
        pdf=pdf, rendered_at_change=prepared.change, override=(override or "") if prepared.findings else "",
        overridden=Counter(finding.code for finding in prepared.findings), origin=origin,
    )  # fmt: skip
    printed = Printed(prepared.content, pdf)
    return Issued(int(done.result), prepared.number, printed, prepared.replaced, prepared.changes, done)


def compare(db: Connection, old_id: int, new_id: int, languages: Sequence[Language] = ()) -> Comparison:
    """Return what leads from one issued version to another, in any direction; their rows' ids are given.

    Words are compared in these languages, else in those of the second. Raise NotPossible for two different papers.
    """
    old, new = issued(db, old_id), issued(db, new_id)
    if old.key != new.key:
        raise NotPossible("These are versions of two different papers. Choose two versions of one.")
    choice = choice_of(new)
    choice = choice._replace(languages=tuple(languages) or choice.languages)
    old_data, new_data = frozen(db, old), frozen(db, new)
    changes = told(changes_between(old_data, new_data, choice, earlier=old.choice))
    return Comparison(old, new, old_data, new_data, changes)


def change_sheet(
    db: Connection, old_id: int, new_id: int, languages: Sequence[Language] = (), *, copy_for: Side | None = None
) -> Printed:
    """Print what changed from one issued version to another, for the holders of the first.

    Raise NotPossible where the two say the same.
    """
    compared = compare(db, old_id, new_id, languages)
    choice = choice_of(compared.new)
    content = sheets.compose(
        compared.changes, paper=compared.new.key.paper, edition=compared.new.key.edition, old=compared.old_data,
        new=compared.new_data, holders=compared.old.held,
        languages=tuple(languages) or choice.languages or compared.new_data.event.languages,
        copy_for=copy_for or choice.copy_for,
    )  # fmt: skip
    return Printed(content, render(content, choice, compared.new_data.event))
