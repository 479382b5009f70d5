"""Printing the papers of the sample office: what a computer without a display shows of the program."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from planner.app import Planner, open_planner
from planner.errors import NotPossible
from planner.exchange.files_out import safe_name, write_whole
from planner.papers import TITLES, Choice, Paper, print_paper
from planner.paths import sample_office
from planner.queries.events import EventRow, events
from planner.rules.kinds import EventKind, Side
from planner.sample.build import build_sample


def print_sample_papers(folder: Path) -> Iterator[Path]:
    """Print every paper of this person's sample office, host's and guest's copy; yield the paths."""
    office = sample_office()
    if not office.exists():
        office.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        build_sample(str(office))
    folder.mkdir(parents=True, exist_ok=True)
    planner = open_planner(str(office), read_only=True)
    try:
        for row in planner.read(events):
            yield from _papers_of(planner, row, folder)
    finally:
        planner.close()


def _papers_of(planner: Planner, row: EventRow, folder: Path) -> Iterator[Path]:
    for paper in papers_for(row.kind):
        for copy_for in (Side.HOST, Side.GUEST):
            choice = Choice(paper, row.id, row.languages, copy_for=copy_for)
            try:
                printed = planner.read(print_paper, choice)
            except NotPossible:
                continue  # somebody who tries the sample may have emptied an event
            path = folder / safe_name(
                f"{row.from_day} {row.short_title.get('en')} - {TITLES[paper]}, {copy_for.value} copy", ".pdf"
            )
            write_whole(path, printed.pdf)
            yield path


def papers_for(kind: EventKind) -> tuple[Paper, ...]:
    """Return the papers an event of this kind has."""
    if kind is EventKind.CONFERENCE:
        return (Paper.RUNNING_ORDER, Paper.PARTICIPANTS)
    if kind in (EventKind.MEETING, EventKind.TALKS, EventKind.COURTESY_CALL):
        return (Paper.AGENDA, Paper.PARTICIPANTS)
    return (Paper.PROGRAMME, Paper.PARTICIPANTS)
