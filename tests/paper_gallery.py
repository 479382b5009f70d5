"""A picture of every paper of the sample office: `python -m tests.paper_gallery` writes resources/pictures/papers."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtGui import QImage

from planner.app import Planner, open_planner
from planner.documents.pictures import page_png
from planner.errors import PlannerError
from planner.paper_choice import FOR_THE_OFFICE
from planner.paper_subjects import around, field_of, subjects
from planner.papers import Choice, Paper, print_paper
from planner.paths import resources
from planner.queries.events import EventRow, events
from planner.rules.kinds import EventKind, Side
from planner.sample.build import build_sample
from tests.paper_pictures import in_few_colours

DPI = 64
FIRST = (EventKind.VISIT, EventKind.MEETING, EventKind.CONFERENCE)
"""Where a paper is looked for, in this order."""
WITH_A_PORTRAIT = (EventKind.MEETING, EventKind.VISIT)
"""Where the biography is: the guest of the meeting has a portrait."""


def choices(planner: Planner, paper: Paper) -> Iterator[Choice]:
    """Yield what a paper might be printed of, the likeliest first."""
    rows = {row.kind: row for row in planner.read(events)}
    for kind in WITH_A_PORTRAIT if paper is Paper.BIOGRAPHY else FIRST:
        row: EventRow = rows[kind]
        edition = "working" if paper in FOR_THE_OFFICE else "guest"
        choice = Choice(paper, row.id, row.languages, copy_for=Side.HOST)._replace(edition=edition)
        field = field_of(paper)
        if not field:
            yield choice
            continue
        found = planner.read(around, row.id)
        for one in sorted(subjects(paper, found), key=lambda subject: not subject.usual):
            yield choice._replace(**{field: one.id})


def pictures() -> Iterator[tuple[Paper, bytes]]:
    """Yield each paper that the sample office can print, with its first page as a PNG file."""
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "sample.office")
        build_sample(path)
        planner = open_planner(path, read_only=True)
        try:
            for paper in Paper:
                for choice in choices(planner, paper):
                    try:
                        yield paper, page_png(planner.read(print_paper, choice).pdf, 0, DPI)
                    except PlannerError:
                        continue  # this event cannot have it; the next may
                    break
        finally:
            planner.close()


def main() -> None:
    """Write the gallery anew."""
    folder = resources() / "pictures" / "papers"
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.png"):
        old.unlink()
    for paper, png in pictures():
        if not in_few_colours(QImage.fromData(png)).save(str(folder / f"{paper.value}.png")):
            raise OSError(f"the picture of {paper.value} could not be written")


if __name__ == "__main__":
    main()
