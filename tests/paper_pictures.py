"""The README's picture of a paper, made from the sample office: `python -m tests.paper_pictures`."""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from planner.app import open_planner
from planner.documents.pictures import page_png
from planner.papers import Choice, Paper, print_paper
from planner.paths import resources
from planner.queries.events import events
from planner.rules.kinds import EventKind, Side
from planner.sample.build import build_sample

DPI = 100


def programme_page() -> bytes:
    """Return the first page of the visit's programme, the host's copy, as a PNG file."""
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "sample.office")
        build_sample(path)
        planner = open_planner(path, read_only=True)
        try:
            visit = next(row for row in planner.read(events) if row.kind is EventKind.VISIT)
            choice = Choice(Paper.PROGRAMME, visit.id, visit.languages, copy_for=Side.HOST)
            return page_png(planner.read(print_paper, choice).pdf, 0, DPI)
        finally:
            planner.close()


def save_paper_pictures(folder: Path) -> Path:
    """Save the picture in a folder and return its path."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "programme-paper.png"
    if not in_few_colours(QImage.fromData(programme_page())).save(str(path)):
        raise OSError(f"{path} could not be written")
    return path


def in_few_colours(picture: QImage) -> QImage:
    """Return a picture in the 256 colours it has most of, a third of the size; a page has hardly more."""
    picture = picture.convertToFormat(QImage.Format.Format_RGB32)
    counted = Counter(memoryview(picture.constBits()).cast("I"))
    table = [colour for colour, _ in counted.most_common(256)]
    return picture.convertToFormat(QImage.Format.Format_Indexed8, table, Qt.ImageConversionFlag.AvoidDither)


if __name__ == "__main__":
    save_paper_pictures(resources() / "pictures")
    sys.exit(0)
