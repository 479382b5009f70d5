"""Questionnaires that came back, end to end: read, preview, one undoable step; for window and command line."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection

from planner import importing
from planner.app import Changes, Planner
from planner.exchange.questionnaire import Answers
from planner.exchange.questionnaire import read_questionnaire as read_file
from planner.operations.import_people import apply_import
from planner.queries.events import event_page
from planner.rules.kinds import Side
from planner.rules.people_import import Outcome, Preview, PreviewLine, known_lines

__all__ = ["Answers", "apply", "prepare", "read_file", "step"]


def prepare(
    db: Connection, event_id: int, answers: Answers, *, side: Side = Side.GUEST, delegation_id: int | None = None
) -> importing.Prepared:
    """Compare a questionnaire with the office; nothing is written. Empty answers take nothing away.

    Who was asked is known: somebody of this event with another passport than before has a new passport, and is nobody
    else, as a line of a list would be taken for.
    """
    language = event_page(db, event_id).languages[0]
    prepared = importing.prepare(
        db, event_id, answers.table, answers.mapping, side=side, language=language, delegation_id=delegation_id
    )
    lines = tuple(one for line in prepared.preview.lines for one in _of_whom_was_asked(line, prepared))
    return prepared._replace(preview=Preview(lines))


def _of_whom_was_asked(line: PreviewLine, prepared: importing.Prepared) -> Iterable[PreviewLine]:
    asked = [prepared.known[one] for one in line.like if one in prepared.known and prepared.known[one].takes_part]
    if line.outcome is not Outcome.NEW or line.record is None or len(asked) != 1:
        return (line,)
    return known_lines([line.record], asked[0])


def step(
    prepared: importing.Prepared, decisions: importing.Decisions = importing.UNDECIDED
) -> tuple[tuple[Any, ...], dict[str, Any]]:
    """Return the arguments of the operation that applies a questionnaire; nobody leaves whom it does not name."""
    return importing.step(prepared, decisions._replace(farewells={}))


def apply(
    planner: Planner, prepared: importing.Prepared, decisions: importing.Decisions = importing.UNDECIDED, *,
    origin: object = None,
) -> Changes:  # fmt: skip
    """Apply a questionnaire as one step."""
    given, values = step(prepared, decisions)
    return planner.execute(apply_import, *given, origin=origin, **values)
