"""Printing the papers of the sample office: what a computer without a display shows of the program."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from planner.app import Planner, open_planner
from planner.errors import NotPossible
from planner.exchange.files_out import safe_name, write_whole
from planner.paper_choice import FOR_SERVICE, FOR_THE_OFFICE
from planner.paper_set import SET
from planner.paper_subjects import around, field_of, subjects
from planner.papers import TITLES, Choice, Paper, print_paper
from planner.paths import sample_office
from planner.queries.events import EventRow, events
from planner.rules.kinds import EventKind, Side
from planner.sample.build import build_sample

OF_OTHER_EVENTS = frozenset({Paper.PROGRAMME, Paper.AGENDA, Paper.RUNNING_ORDER})
"""Papers an event of another kind has; printed of all they would say the same thrice."""


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
    for choice in choices_of(planner, row):
        try:
            printed = planner.read(print_paper, choice)
        except NotPossible:
            continue  # somebody who tries the sample may have emptied an event
        whose = f", {choice.copy_for.value} copy" if choice.copy_for else ""
        path = folder / safe_name(f"{row.from_day} {row.short_title.get('en')} - {TITLES[choice.paper]}{whose}", ".pdf")
        write_whole(path, printed.pdf)
        yield path


def choices_of(planner: Planner, row: EventRow) -> Iterator[Choice]:
    """Yield the papers of an event: its main ones and those around it for either side, those of the office once.

    A paper of a person or an item is printed of the first that usually has one.
    """
    main = papers_for(row.kind)
    found = planner.read(around, row.id)
    for paper in (*main, *(one for one in SET if one not in main and one not in OF_OTHER_EVENTS)):
        of: dict[str, Any] = {}
        if field := field_of(paper):
            first = next((one for one in subjects(paper, found) if one.usual), None)
            if first is None:
                continue
            of = {field: first.id}
        for side in (None,) if paper in FOR_THE_OFFICE or paper in FOR_SERVICE else (Side.HOST, Side.GUEST):
            yield Choice(paper, row.id, row.languages, copy_for=side, **of)


def papers_for(kind: EventKind) -> tuple[Paper, ...]:
    """Return the papers an event of this kind has."""
    if kind is EventKind.CONFERENCE:
        return (Paper.RUNNING_ORDER, Paper.PARTICIPANTS)
    if kind in (EventKind.MEETING, EventKind.TALKS, EventKind.COURTESY_CALL):
        return (Paper.AGENDA, Paper.PARTICIPANTS)
    return (Paper.PROGRAMME, Paper.PARTICIPANTS)
