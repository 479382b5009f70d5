"""Papers beside other programs that set them, where they are installed: the same rows, the whole process."""

from __future__ import annotations

import html
import json
import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

from planner.documents.content import Content, Row
from planner.documents.docx import render_docx
from planner.paths import resources
from tests.benchmarks.paper_data import participants, programme

TYPST = """#set page(paper: "a4", margin: 2cm, footer: context [#counter(page).display("1 / 1", both: true)])
#set text(font: "PT Serif", size: 11pt)
#let rows = json("rows.json")
#table(columns: (2cm, 1fr, 1fr), stroke: (bottom: 0.5pt + gray), ..rows.flatten())
"""
PROGRAMS = {"typst": "typst", "LibreOffice": "soffice", "WeasyPrint": "weasyprint"}
"""Each peer's command."""
LIMIT = 180
"""Seconds after which a peer is given up."""


def installed() -> tuple[str, ...]:
    """Return the peers this machine has."""
    return tuple(name for name, program in PROGRAMS.items() if shutil.which(program))


def seconds(peer: str, kind: str, size: int, folder: Path) -> float | None:
    """Return how long a peer takes for a paper of the benchmarks, from its start to its file; None if it fails."""
    content = participants(size) if kind == "list" else programme(size)
    command = {"typst": _typst, "LibreOffice": _libreoffice, "WeasyPrint": _weasyprint}[peer](content, folder)
    begun = time.perf_counter()
    try:
        done = subprocess.run(command, cwd=folder, capture_output=True, timeout=LIMIT, check=False)
    except subprocess.TimeoutExpired:
        return None
    took = time.perf_counter() - begun
    return took if done.returncode == 0 and (folder / "paper.pdf").exists() else None


def _typst(content: Content, folder: Path) -> list[str]:
    (folder / "rows.json").write_text(json.dumps(list(_cells(content)), ensure_ascii=False), encoding="utf-8")
    (folder / "paper.typ").write_text(TYPST, encoding="utf-8")
    fonts = str(resources() / "fonts")  # ours, so that both set the same letters
    return [PROGRAMS["typst"], "compile", "--font-path", fonts, "paper.typ", "paper.pdf"]


def _libreoffice(content: Content, folder: Path) -> list[str]:
    (folder / "paper.docx").write_bytes(render_docx(content))
    profile = (folder / "profile").as_uri()
    own = f"-env:UserInstallation={profile}"
    return [PROGRAMS["LibreOffice"], own, "--headless", "--convert-to", "pdf", "paper.docx"]


def _weasyprint(content: Content, folder: Path) -> list[str]:
    rows = "".join(f"<tr>{''.join(f'<td>{html.escape(cell)}</td>' for cell in row)}</tr>" for row in _cells(content))
    page = f"<meta charset=utf-8><style>table{{width:100%}}tr{{break-inside:avoid}}</style><table>{rows}</table>"
    (folder / "paper.html").write_text(page, encoding="utf-8")
    return [PROGRAMS["WeasyPrint"], "paper.html", "paper.pdf"]


def _cells(content: Content) -> Iterator[tuple[str, ...]]:
    """Yield each row as words: what all of them set."""
    for block in content.blocks:
        yield from (_words(row, len(content.languages)) for row in block.rows)


def _words(row: Row, languages: int) -> tuple[str, ...]:
    cells = (row.lead, *row.cells)
    words = ["\n".join(line.text for line in cell) for cell in cells]
    return (*words, *[""] * (languages + 1 - len(words)))
