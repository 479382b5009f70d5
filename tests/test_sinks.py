"""No text from outside acts as markup, statement, program or address; and the lint that says so sees what it should."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sinks import findings

ROOT = Path(__file__).resolve().parent.parent


def test_product_has_no_unreviewed_sink() -> None:
    paths = [ROOT / "start.py", *sorted((ROOT / "planner").rglob("*.py")), *sorted((ROOT / "ui").rglob("*.py"))]
    found = {str(path.relative_to(ROOT)): findings(path.read_text(encoding="utf-8")) for path in paths}
    assert {path: lines for path, lines in found.items() if lines} == {}


@pytest.mark.parametrize(
    "line",
    [
        "QLabel(name)",
        "QtWidgets.QLabel(f'Guest {name}', self)",
        "QMessageBox.warning(self, 'Title', sentence)",
        "widget.setToolTip(row.name)",
        "box.setHtml('<b>' + name)",
        "index.data(Qt.ItemDataRole.ToolTipRole)",
        "from reportlab.platypus import Paragraph",
        "eval(source)",
        "import pickle",
        "from xml.etree import ElementTree",
        "import lxml.etree",
        "subprocess.run(line, shell=True)",
        "session.execute(text(f'SELECT {name}'))",
        "connection.execute('DELETE FROM ' + table)",
        "connection.exec_driver_sql('SELECT {}'.format(name))",
        "connection.execute(', '.join(names))",
        "create_engine(url)",
        "open(path)",
        "open(path, 'w')",
        "path.read_text()",
        "archive.extractall(folder)",
        "QDesktopServices.openUrl(QUrl(address))",
        "webbrowser.open(address)",
        "rrulestr(rule)",
        "load_workbook(path)",
        "QLabel(name)  # sink-ok:",
    ],
)
def test_sink_is_found(line: str) -> None:
    assert len(findings(line)) == 1


@pytest.mark.parametrize(
    "line",
    [
        "QLabel('Fixed words', self)",
        "QLabel(self)",
        "PlainLabel(name)",
        "widget.setToolTip(tooltip(row.name))",
        "session.execute(text('SELECT :name'), {'name': name})",
        "session.execute(select(Person).join(Name))",
        "create_engine(url, hide_parameters=True)",
        "open(path, 'rb')",
        "path.open(mode='rb')",
        "path.read_text(encoding='utf-8')",
        "from defusedxml.ElementTree import fromstring",
        "QLabel(name)  # sink-ok: a figure of ours",
    ],
)
def test_safe_line_is_let_pass(line: str) -> None:
    assert findings(line) == []
