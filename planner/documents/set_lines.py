"""The lines of the papers around a meeting for comparing: a row per id, with its time and its words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from planner.documents import (
    biography,
    briefing,
    invitation,
    letter,
    minutes,
    personal,
    preparation,
    press_note,
    report,
    run_sheet,
    signing_plan,
    weekly_plan,
)
from planner.documents.content import Cell, Content, Style
from planner.documents.set_data import (
    InvitationsData,
    MinutesData,
    NoteData,
    PersonalData,
    RunSheetData,
    TasksData,
    WeekData,
)
from planner.documents.signing_data import SigningData
from planner.errors import NotPossible
from planner.rules.paper_changes import Kind, PaperLine, Words
from planner.rules.text import Language

SetData = (
    RunSheetData | PersonalData | MinutesData | NoteData | WeekData | InvitationsData | SigningData | TasksData
)
"""What these papers are made of."""

_COMPOSED: Mapping[str, Callable[..., Content]] = {
    "run-sheet": run_sheet.compose, "personal": personal.compose, "minutes": minutes.compose,
    "action-list": minutes.compose_actions, "press-note": press_note.compose, "thank-you": letter.compose,
    "report": report.compose, "weekly-plan": weekly_plan.compose, "invitation": invitation.compose,
    "approval-sheet": briefing.compose_approval, "briefing": briefing.compose, "biography": biography.compose,
    "signing": signing_plan.compose, "tasks": preparation.compose,
}  # fmt: skip


def set_lines(data: SetData, paper: str, languages: tuple[Language, ...]) -> tuple[PaperLine, ...]:
    """Return the title and one line for each row; a paper that cannot be composed has none."""
    content = _composed(data, paper, languages)
    if content is None:
        return ()
    nothing: Words = ("",) * len(languages)
    title, rest = _parts(content.title)
    facts: dict[Kind, Words] = {Kind.WORDING: title, Kind.NOTE: rest}
    lines = [PaperLine(data.event.id, 0, (0,), nothing, title, facts, stands_alone=False)]
    for at, block in enumerate(content.blocks, 1):
        heading: Words = tuple(cell[-1].text for cell in block.heading if cell) or nothing
        for number, row in enumerate(block.rows, 1):
            if not any(row.cells):
                continue
            first, more = _parts(row.cells)
            if not timed(content):  # beside times stands what really was, which changes no plan
                after = ", ".join(line.text for cell in row.trail for line in cell)
                more = tuple(", ".join(filter(None, (words, after))) for words in more)
            at_hour = timed(content) and bool(row.lead) and row.lead[0].style is Style.TIME
            time = ", ".join(line.text for line in row.lead) if at_hour else ""
            facts = {Kind.WORDING: first, Kind.NOTE: more}
            times: Words = (time,) * len(languages) if time else nothing
            if time:
                facts[Kind.MOVED] = times
            lines.append(PaperLine(row.id, block.id, (at, number), heading, first, facts, times))
    return tuple(lines)


def timed(content: Content) -> bool:
    """Tell whether the lead column holds times, and not numbers that change with every row above them."""
    return content.lead.value == "time"


def _parts(cells: tuple[Cell, ...]) -> tuple[Words, Words]:
    """Return the first line of each language, and the others."""
    return (
        tuple(cell[0].text if cell else "" for cell in cells),
        tuple(", ".join(line.text for line in cell[1:]) for cell in cells),
    )


def _composed(data: Any, paper: str, languages: tuple[Language, ...]) -> Content | None:
    try:
        return _COMPOSED[paper](data, languages=languages)
    except NotPossible:
        return None
