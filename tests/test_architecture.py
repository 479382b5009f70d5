"""Who may import whom, and how long a file may grow: the README's section "How the code is arranged" as a test."""

from __future__ import annotations

import ast
import importlib
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LONGEST_FILE = 500
LONGEST_FUNCTION = 70
NAMES_THAT_SAY_NOTHING = {"utils", "util", "helpers", "helper", "manager", "misc"}

# What a package may import beside itself and the standard library. The longest name that fits a module counts.
MAY_IMPORT = {
    "planner": ["planner", "sqlalchemy"],  # the composition root and the command line: files of planner/ itself
    "planner.commands": ["planner"],
    "planner.sample": ["PIL", "planner.app", "planner.papers", "planner.paper_choice", "planner.paper_set", "planner.paper_subjects", "planner.importing", "planner.questionnaires", "planner.operations", "planner.queries", "planner.exchange", "planner.rules", "planner.language.catalog", "planner.errors", "planner.paths"],
    "planner.errors": [],
    "planner.paths": ["platformdirs"],
    "planner.rules": ["dateutil"],
    "planner.language": ["planner.rules", "planner.paths", "planner.errors", "babel", "dateutil", "iuliia", "petrovich", "rapidfuzz"],
    "planner.model": ["planner.rules", "sqlalchemy"],
    "planner.storage": ["planner.model", "planner.rules", "planner.errors", "planner.paths", "sqlalchemy", "alembic", "sqlcipher3", "psycopg"],
    "planner.operations": ["planner.model", "planner.rules", "planner.language", "planner.errors", "planner.storage.unit_of_work", "sqlalchemy"],
    "planner.queries": ["planner.model", "planner.rules", "planner.language", "planner.errors", "planner.documents.person_data", "planner.documents.data", "planner.documents.set_data", "planner.documents.signing_data", "planner.documents.logistics_data", "sqlalchemy"],
    "planner.checks": ["planner.queries", "planner.rules", "planner.language", "planner.errors", "planner.documents.fonts", "planner.documents.person_data", "planner.documents.data", "planner.documents.content", "sqlalchemy", "holidays", "hijridate"],
    "planner.exchange": ["planner.rules", "planner.language", "planner.errors", "dateutil", "defusedxml", "python_calamine", "icalendar", "PIL"],
    "planner.documents.person_data": ["planner.rules"],
    "planner.documents.data": ["planner.documents.person_data", "planner.rules"],
    "planner.documents.set_data": ["planner.documents.person_data", "planner.documents.data", "planner.rules"],
    "planner.documents.signing_data": ["planner.documents.person_data", "planner.documents.data", "planner.rules"],
    "planner.documents.content": ["planner.rules", "planner.documents.figures"],
    "planner.documents.figures": ["planner.rules"],
    "planner.documents.logistics_data": ["planner.documents.person_data", "planner.documents.data", "planner.rules"],
    "planner.documents.qr": ["planner.documents.figures", "segno"],
    "planner.documents": ["planner.documents.person_data", "planner.documents.data", "planner.documents.set_data", "planner.documents.signing_data", "planner.documents.logistics_data", "planner.documents.qr", "planner.documents.content", "planner.documents.figures", "planner.rules", "planner.language", "planner.errors"],
    "layout": ["planner.documents.content", "planner.documents.figures", "planner.rules.text", "planner.errors", "planner.paths", "reportlab", "fontTools", "uharfbuzz", "pikepdf", "pypdfium2", "PIL", "docx", "segno"],
    "ui": ["PySide6", "shiboken6", "planner.app", "planner.lean_import", "planner.first_order", "planner.papers", "planner.paper_subjects", "planner.paper_templates", "planner.pack", "planner.pack_files", "planner.pack_versions", "planner.issuing", "planner.erasing", "planner.importing", "planner.questionnaires", "planner.schedules", "planner.backups", "planner.sample", "planner.operations", "planner.queries", "planner.documents", "planner.checks", "planner.rules", "planner.language", "planner.exchange", "planner.errors", "planner.paths"],
}  # fmt: skip

# The parts of planner.documents that know pages and not what stands on them; all others compose a paper.
LAYOUT = [
    f"planner.documents.{part}"
    for part in (
        "bidi", "columns", "complex_text", "composite", "direction", "docx", "drawing", "drawn_figures", "embedding", "finishing", "fonts", "forms_band", "glyphset", "joining", "layout", "linebreak",
        "objects", "pages", "pdf", "photograph_band", "pictures", "render", "scripts", "setting", "shaping", "sheets", "striking", "subset", "tags", "theme", "tounicode", "typecase",
    )
]  # fmt: skip

# What a file of these packages has that must be imported where all are asked for.
HOLDS = {"planner.model": "__tablename__", "planner.operations": "\n@operation("}

# Folders of ui are features that do not know one another, but for these: what all build on, and what puts them together.
UI_FOUNDATION = "ui.common"
UI_COMPOSERS = ["ui.window", "ui.main", "ui.__main__"]


def _modules() -> dict[str, Path]:
    paths = [path for package in ("planner", "ui") for path in sorted((ROOT / package).rglob("*.py"))]
    dotted = [".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__") for path in paths]
    return dict(zip(dotted, paths, strict=True))


MODULES = _modules()
TREES = {name: ast.parse(path.read_text(encoding="utf-8")) for name, path in MODULES.items()}
FEATURES = {f"ui.{path.parent.name}" for path in (ROOT / "ui").glob("*/*.py")} - {UI_FOUNDATION}


def imported(module: str, tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Yield line and name of all that a module imports, wherever in it; a name from a package counts as its module."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from ((node.lineno, f"{_origin(module, node)}.{alias.name}") for alias in node.names)
        elif isinstance(node, ast.Call) and ast.unparse(node.func).endswith(("import_module", "__import__")):
            yield from ((node.lineno, target) for target in _written_out(node.args[0]))


def _written_out(name: ast.expr) -> list[str]:
    """Return a module's name as far as it stands there: f"ui.{feature}" is of ui; of a variable nothing can be told."""
    first = name.values[0] if isinstance(name, ast.JoinedStr) else name
    return [str(first.value).rstrip(".")] if isinstance(first, ast.Constant) else []


def _origin(module: str, node: ast.ImportFrom) -> str:
    if not node.level:
        return node.module or ""
    is_package = MODULES.get(module, Path()).name == "__init__.py"
    above = module.split(".")[: node.level * -1 + is_package or None]
    return ".".join([*above, *filter(None, [node.module])])


def within(name: str, *packages: str) -> bool:
    """Tell whether a dotted name is one of the packages or lies in one."""
    return any(name == package or name.startswith(package + ".") for package in packages)


def may_import(module: str, target: str) -> bool:
    """Tell whether the picture allows this import."""
    if target.split(".", maxsplit=1)[0] in sys.stdlib_module_names:
        return True
    if within(target, *FEATURES):
        return within(module, *UI_COMPOSERS) or any(within(module, one) and within(target, one) for one in FEATURES)
    layer = _layer(module)
    return _layer(target) == layer or within(target, *MAY_IMPORT[layer])


def _layer(name: str) -> str:
    if within(name, *LAYOUT):
        return "layout"
    return max((package for package in MAY_IMPORT if within(name, package)), key=len, default="")


def test_every_module_imports_only_what_its_package_may() -> None:
    wrong = [
        f"{MODULES[module].relative_to(ROOT)}:{line} imports {target}"
        for module, tree in TREES.items()
        for line, target in imported(module, tree)
        if not may_import(module, target)
    ]
    assert wrong == []


def test_every_package_stands_in_the_picture() -> None:
    assert [module for module in MODULES if module.count(".") > 1 and _layer(module) == "planner"] == []


def test_every_part_that_lays_out_is_there() -> None:
    assert [part for part in LAYOUT if part not in MODULES] == []


def test_every_file_and_function_is_short_enough_to_read() -> None:
    long = [
        f"{path.relative_to(ROOT)}: {lines} lines"
        for path in MODULES.values()
        if (lines := path.read_text(encoding="utf-8").count("\n")) > LONGEST_FILE
    ]
    long += [
        f"{MODULES[module].relative_to(ROOT)}:{node.lineno} {node.name}: {lines} lines"
        for module, tree in TREES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        if (lines := (node.end_lineno or node.lineno) - node.lineno + 1) > LONGEST_FUNCTION
    ]
    assert long == []


def test_every_module_bears_a_name_that_says_what_is_in_it() -> None:
    assert [module for module in MODULES if NAMES_THAT_SAY_NOTHING & set(module.split("."))] == []


@pytest.mark.parametrize(
    ("module", "line"),
    [
        ("planner.rules.agenda", "import sqlalchemy"),
        ("planner.rules.agenda", "from planner.errors import Clash"),
        ("planner.rules.agenda", "from planner import model"),
        ("planner.rules.agenda", "from ..model import base"),
        ("planner.rules", "from .. import model"),
        ("planner.model.base", "def late():\n    from planner.storage import journal"),
        ("planner.operations.agenda", "from planner.storage import history"),
        ("planner.operations.agenda", "importlib.import_module('planner.documents.data')"),
        ("planner.queries.agenda", "from PySide6 import QtCore"),
        ("planner.documents.data", "import reportlab"),
        ("planner.documents.programme", "import reportlab.pdfgen"),
        ("planner.documents.programme", "from planner.documents import pdf"),
        ("planner.documents.pdf", "from planner.documents.data import EventData"),
        ("planner.documents.pdf", "from planner.documents import programme"),
        ("planner.exchange.tables", "import sqlalchemy.orm"),
        ("planner.errors", "import ui"),
        ("ui.context", "from planner import model"),
        ("ui.agenda.view", "import sqlalchemy"),
    ],
)
def test_import_against_the_picture_is_found(module: str, line: str) -> None:
    assert [may_import(module, target) for _, target in imported(module, ast.parse(line))] == [False]


@pytest.mark.parametrize("package", ["planner.model", "planner.operations"])
def test_those_who_ask_for_all_get_every_file(package: str) -> None:
    folder = ROOT / package.replace(".", "/")
    holding = {path.stem for path in folder.glob("*.py") if HOLDS[package] in path.read_text(encoding="utf-8")}
    assert set(importlib.import_module(package).FILES) == holding - {"registry"}
