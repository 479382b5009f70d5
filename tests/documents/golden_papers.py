"""The sample office's papers as they shall be: `python -m tests.documents.golden_papers` writes them anew.

Look at the difference in version control after that: each changed line is a change of what guests read.
"""

from __future__ import annotations

import hashlib
import json
import sys
import tempfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import reportlab

from planner.app import Planner, open_planner
from planner.documents.content import Cell, Content, Photograph
from planner.paper_subjects import around, field_of, subjects
from planner.papers import FOR_THE_OFFICE, Choice, Paper, print_paper
from planner.queries.events import EventRow, events
from planner.rules.kinds import EventKind, Side
from planner.sample.build import build_sample

FOLDER = Path(__file__).parent / "golden"
SUMS = FOLDER / "sums.json"
SUMMED = ("visit-programme-host", "meeting-participants-guest-stacked")
"""The papers whose very bytes are kept."""

PAPERS = {
    EventKind.VISIT: (Paper.PROGRAMME, Paper.PARTICIPANTS),
    EventKind.MEETING: (Paper.AGENDA, Paper.PARTICIPANTS),
    EventKind.CONFERENCE: (Paper.RUNNING_ORDER, Paper.PARTICIPANTS),
}


AROUND = {
    EventKind.VISIT: (
        Paper.RUN_SHEET, Paper.PERSONAL, Paper.WEEKLY_PLAN, Paper.TASKS, Paper.ARRIVALS, Paper.ROOMING, Paper.GIFT_LIST,
        Paper.MOTORCADE, Paper.SIGNING, Paper.PASS_LIST, Paper.CONTACTS, Paper.QUESTIONNAIRE,
    ),
    EventKind.MEETING: (
        Paper.SIGN_IN, Paper.MINUTES, Paper.ACTION_LIST, Paper.PRESS_NOTE, Paper.THANK_YOU, Paper.BIOGRAPHY,
        Paper.BRIEFING, Paper.REPORT, Paper.APPROVAL_SHEET, Paper.INVITATION,
    ),
}  # fmt: skip
"""The papers around a meeting, each of the first it may be of."""


class Golden(NamedTuple):
    """A paper of the sample office and the name it is kept under."""

    name: str
    choice: Choice


def choices(rows: tuple[EventRow, ...]) -> Iterator[Golden]:
    """Yield each paper as host's and guest's copy, and the working programme."""
    found = {row.kind: row for row in rows}
    for kind, papers in PAPERS.items():
        for paper in papers:
            for side in (Side.HOST, Side.GUEST):
                choice = Choice(paper, found[kind].id, found[kind].languages, copy_for=side)
                yield Golden(f"{kind.value}-{paper.value}-{side.value}", choice)
    visit = found[EventKind.VISIT]
    working = Choice(Paper.PROGRAMME, visit.id, visit.languages, edition="working", show_people=True)
    yield Golden("visit-programme-working", working)


def around_meetings(planner: Planner) -> Iterator[Golden]:
    """Yield the papers around the meeting and the visit: those of the office once, the others for either side."""
    found = {row.kind: row for row in planner.read(events)}
    for kind, papers in AROUND.items():
        row, there = found[kind], planner.read(around, found[kind].id)
        for paper in papers:
            of: dict[str, Any] = {}
            if field := field_of(paper):
                of[field] = min(subjects(paper, there), key=lambda one: not one.usual).id
            sides = (Side.HOST,) if paper in FOR_THE_OFFICE else (Side.HOST, Side.GUEST)
            for side in sides:
                choice = Choice(paper, row.id, row.languages, copy_for=side, **of)
                yield Golden(f"{kind.value}-{paper.value}-{side.value}", choice)


def every(planner: Planner) -> Iterator[Golden]:
    """Yield all papers that are kept."""
    yield from choices(planner.read(events))
    yield from around_meetings(planner)


def stacked(golden: Golden) -> Golden:
    """Return the same paper with its languages under one another."""
    return Golden(f"{golden.name}-stacked", golden.choice._replace(arrangement="stacked"))


def as_lines(content: Content) -> str:
    """Return all that a paper says, a line for a line, with its style; ids belong to the office."""
    lines = [
        f"languages: {' '.join(content.languages)}", f"lead: {content.lead.value}", f"file: {content.file_title}",
        f"author: {content.author}", f"continued: {' | '.join(content.continued)}", f"draft: {content.draft}",
        *(f"footer: {line}" for line in content.footer), "", *_cells(content, content.title),
    ]  # fmt: skip
    if content.portrait is not None:
        lines += [f"portrait:{_drawn(content.portrait)}", *_cells(content, content.portrait.caption)]
    for block in content.blocks:
        lines += ["", f"= {block.tone.value}", *_cells(content, block.heading), *_trail(block.trail)]
        for row in block.rows:
            marks = "".join((" ruled" if row.rule else "", " changed" if row.changed else "", _drawn(row.photograph)))
            lines += [f"-{marks}", *_cell("*", row.lead), *_cells(content, row.cells), *_trail(row.trail)]
    return "\n".join(lines).replace("\u00a0", "~") + "\n"


def _drawn(photograph: Photograph | None) -> str:
    return f" photograph {photograph.width}x{photograph.height}" if photograph is not None else ""


def _cells(content: Content, cells: tuple[Cell, ...]) -> Iterator[str]:
    for language, cell in zip(content.languages, cells, strict=False):
        yield from _cell(language, cell)


def _trail(cells: tuple[Cell, ...]) -> Iterator[str]:
    for number, cell in enumerate(cells, 1):
        yield from _cell(f"+{number}", cell)


def _cell(whose: str, cell: Cell) -> Iterator[str]:
    yield from (f"{whose} {line.style.value}: {line.text}" for line in cell)


def made_with() -> dict[str, str]:
    """Return what the bytes of a PDF depend on beside our own code."""
    return {"reportlab": ".".join(reportlab.Version.split(".")[:2]), "zlib": zlib.ZLIB_RUNTIME_VERSION}


def sum_of(pdf: bytes) -> str:
    """Return the fingerprint of a file."""
    return hashlib.sha256(pdf).hexdigest()


def regenerate(planner: Planner) -> None:
    """Write the golden files from an office."""
    written, sums = {}, {}
    for golden in every(planner):
        printed = planner.read(print_paper, golden.choice)
        written[golden.name] = as_lines(printed.content)
        for one in (golden, stacked(golden)):
            if one.name in SUMMED:
                sums[one.name] = sum_of(planner.read(print_paper, one.choice).pdf)
    FOLDER.mkdir(exist_ok=True)
    for old in FOLDER.glob("*.txt"):  # after all are made: a paper that fails leaves the others as they were
        old.unlink()
    for name, lines in written.items():
        (FOLDER / f"{name}.txt").write_text(lines, encoding="utf-8", newline="\n")
    kept = json.dumps({"made with": made_with(), "sha256": sums}, indent=1) + "\n"
    SUMS.write_text(kept, encoding="utf-8", newline="\n")


def main() -> int:
    """Build the sample office and write its papers."""
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "sample.office")
        build_sample(path)
        planner = open_planner(path, read_only=True)
        try:
            regenerate(planner)
        finally:
            planner.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
