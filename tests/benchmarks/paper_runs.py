"""One measured run in a fresh process: `python -m tests.benchmarks.paper_runs MODE ...` prints its result as JSON.

Whatever a run needs is read or built before its clock starts; its own imports are inside the measured time.
"""

from __future__ import annotations

import json
import marshal
import re
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from planner.documents.content import Content, LeadWidth, Style
from tests.benchmarks import paper_data

_RESULTS = dict[str, float]


def content(kind: str, size: int) -> Content:
    return paper_data.participants(size) if kind == "list" else paper_data.programme(size)


def peak_memory() -> float:
    """Return the most memory this process ever held, in megabytes; 0 where the system does not tell."""
    status = Path("/proc/self/status")
    if status.exists():  # what getrusage says begins with the memory of the process that started this one
        found = re.search(r"VmHWM:\s+(\d+) kB", status.read_text(encoding="utf-8"))
        if found:
            return int(found[1]) * 1024 / 1e6
    try:
        import resource
    except ImportError:  # Windows
        return 0.0
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6


def ours(kind: str, size: str) -> _RESULTS:
    """Import the engine, lay out, write the file."""
    paper = content(kind, int(size))
    start = time.perf_counter()
    from planner.documents.render import render_pdf

    with tempfile.TemporaryFile() as file:
        length = file.write(render_pdf(paper))
    return {"seconds": time.perf_counter() - start, "memory": peak_memory(), "megabytes": length / 1e6}


def strings(kind: str, size: str, target: str) -> _RESULTS:
    """Write the strings of a paper, lines broken and places known, for the floor to draw."""
    from planner.documents.layout import layout
    from planner.documents.theme import Theme
    from tests.documents.decoded import strings as strings_of

    set_ = layout(content(kind, int(size)), Theme())
    frame = (set_.theme.left / 10, (set_.theme.left + set_.theme.width) / 10)
    pages = []
    for page in set_.pages:
        rules = [placed.bottom / 10 for placed in page.placed]
        pages.append((rules, [tuple(drawn) for drawn in strings_of(set_, page)]))
    with Path(target).open("wb") as file:
        marshal.dump((frame, pages), file)
    return {"pages": len(pages)}


def floor(source: str) -> _RESULTS:
    """Draw the strings with reportlab's `drawString`, changing font and colour only where they change."""
    with Path(source).open("rb") as file:
        (left, right), pages = marshal.load(file)
    start = time.perf_counter()
    from reportlab.pdfbase.pdfmetrics import registerFont
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

    fonts = Path(__file__).parents[2] / "resources" / "fonts"
    with tempfile.TemporaryFile() as file:
        canvas = Canvas(file, invariant=1, pageCompression=1, initialFontName="Times-Roman")
        known: set[str] = set()
        for number, (rules, drawn) in enumerate(pages, start=1):
            current: Any = None
            for name, size, colour, x, y, text in drawn:
                if (name, size, colour) != current:
                    if name not in known:
                        registerFont(TTFont(name, str(fonts / f"{name}.ttf")))
                        known.add(name)
                    canvas.setFont(name, size)
                    canvas.setFillColorRGB(*colour)
                    current = (name, size, colour)
                canvas.drawString(x, y, text)
            for y in rules:
                canvas.line(left, y, right, y)
            canvas.drawString(left, 38, "ПРОЕКТ от 09.04.2024, 17:40 · DRAFT of 9 April 2024, 17:40")
            canvas.drawRightString(right, 38, f"{number} / {len(pages)}")
            canvas.showPage()
        canvas.save()
    return {"seconds": time.perf_counter() - start, "memory": peak_memory()}


def warm() -> _RESULTS:
    """Edit the agenda again and again in a running program: to new bytes, and to the first page's picture."""
    from planner.documents.pictures import page_image
    from planner.documents.render import render_pdf

    edits = [paper_data.agenda(letters) for letters in ("", "я", "яз", "язы", "язык", "языки", "языки,", "языки, ж")]
    page_image(render_pdf(edits[0]), 0, 120)
    to_bytes, to_picture = [], []
    for paper in edits[1:] * 3:
        start = time.perf_counter()
        data = render_pdf(paper)
        to_bytes.append(time.perf_counter() - start)
        page_image(data, 0, 120)
        to_picture.append(time.perf_counter() - start)
    return {"bytes": sorted(to_bytes)[len(to_bytes) // 2], "picture": sorted(to_picture)[len(to_picture) // 2]}


def scripts() -> _RESULTS:
    """A plain programme, and the same with marks of change and one line of Greek, ticks and arrows per item."""
    from planner.documents.render import render_pdf

    plain = paper_data.programme(500)
    marked = plain._replace(
        blocks=tuple(
            block._replace(rows=tuple(row._replace(changed=True, rule=True) for row in block.rows))
            for block in plain.blocks
        )
    )
    foreign = marked.blocks[0].rows[0]
    line = foreign.cells[0][0]._replace(text="Ελληνικά ☐ ✓ → ქართული Հայերեն Əliyev")
    first = marked.blocks[0]._replace(rows=(foreign._replace(cells=((line,), (line,))), *marked.blocks[0].rows[1:]))
    marked = marked._replace(blocks=(first, *marked.blocks[1:]))
    return {"plain": _fastest(lambda: render_pdf(plain)), "marked": _fastest(lambda: render_pdf(marked))}


def _fastest(action: Callable[[], object]) -> float:
    action()
    seconds = []
    for _ in range(7):
        start = time.perf_counter()
        action()
        seconds.append(time.perf_counter() - start)
    return min(seconds)


def qt(size: str) -> _RESULTS:
    """Let Qt's QTextDocument make the list: a table per delegation, as its own printing would."""
    paper = content("list", int(size))
    start = time.perf_counter()
    from PySide6.QtGui import (
        QFont,
        QFontDatabase,
        QGuiApplication,
        QPdfWriter,
        QTextCharFormat,
        QTextCursor,
        QTextDocument,
    )

    application = QGuiApplication([])
    for name in ("PTSerif-Regular", "PTSerif-Bold", "PTSans-Regular"):
        QFontDatabase.addApplicationFont(str(Path(__file__).parents[2] / "resources" / "fonts" / f"{name}.ttf"))
    formats = {}
    for style, family, points, weight in (
        (Style.NUMBER, "PT Sans", 10, 400),
        (Style.STRONG, "PT Serif", 11, 700),
        (Style.NOTE, "PT Serif", 9, 400),
        (Style.HEADING, "PT Serif", 11, 700),
    ):
        formats[style] = QTextCharFormat()
        formats[style].setFont(QFont(family, points, weight))
    with tempfile.TemporaryDirectory() as folder:
        document = QTextDocument()
        cursor = QTextCursor(document)
        for block in paper.blocks:
            table = cursor.insertTable(len(block.rows) + 1, 3)
            for row, cells in enumerate([((), *block.heading), *((r.lead, *r.cells) for r in block.rows)]):
                for column, cell in enumerate(cells):
                    at = table.cellAt(row, column).firstCursorPosition()
                    for number, line in enumerate(cell):
                        at.insertText(("\n" if number else "") + line.text, formats[line.style])
            cursor.movePosition(QTextCursor.MoveOperation.End)
        writer = QPdfWriter(str(Path(folder) / "list.pdf"))
        document.print_(writer)
        del writer, application
    return {"seconds": time.perf_counter() - start, "memory": peak_memory()}


if __name__ == "__main__":
    assert LeadWidth  # the classes of a paper are loaded before any clock starts
    mode, *arguments = sys.argv[1:]
    print(json.dumps(globals()[mode](*arguments)))
