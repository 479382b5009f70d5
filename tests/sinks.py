"""A lint for the places where text from outside could act as markup, a statement, a program or an address.

A line that a person has looked at bears `# sink-ok: reason`. A clean result is no proof: these are patterns.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

# Widgets and functions that guess whether a text is HTML. Ours that do not: ui.common.labels.
GUESSES_HTML = {"QLabel", "QMessageBox", "QErrorMessage", "QWhatsThis", "QTextEdit", "QTextBrowser", "QProgressDialog"}
TAKES_HTML = {
    "setHtml", "insertHtml", "appendHtml", "setMarkdown", "setToolTip", "setWhatsThis", "showText",
    "setInformativeText",
}  # fmt: skip
ESCAPES = {"escape", "tooltip"}  # html.escape, and ours

RUNS_TEXT = {"eval", "exec", "os.system", "os.popen", "__import__"}
LOADS_OBJECTS = {"pickle", "marshal", "shelve", "dill", "jsonpickle"}
READS_MARKUP = ("reportlab.platypus", "reportlab.lib.rparsexml")
PARSES_XML = ("xml.dom", "xml.sax", "xml.etree", "xml.parsers", "lxml")
TAKES_SQL = {"text", "execute", "exec_driver_sql", "executemany", "executescript", "literal_column"}
OPENS_TEXT = {"read_text", "write_text"}
REVIEWED = re.compile(r"#.*\bsink-ok: \S")


def findings(source: str) -> list[str]:
    """Return "line: what is wrong" for every dangerous place that nobody has marked as looked at."""
    lines = source.splitlines()
    tree = ast.parse(source)
    found = sorted({(node.lineno, fault) for node in ast.walk(tree) for fault in _faults(node)})
    return [f"{line}: {fault}" for line, fault in found if not REVIEWED.search(lines[line - 1])]


def _faults(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Import | ast.ImportFrom):
        yield from _import_faults(node)
    elif isinstance(node, ast.Call):
        name = ast.unparse(node.func) if isinstance(node.func, ast.Name | ast.Attribute) else ""
        for check in (_html, _program, _statement, _file, _address, _unbounded):
            yield from check(node, name, name.rpartition(".")[2])
    elif isinstance(node, ast.Attribute) and node.attr == "ToolTipRole":
        yield "a model's tool tip is taken for HTML if it looks so: escape it"


def _import_faults(node: ast.Import | ast.ImportFrom) -> Iterator[str]:
    names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else [node.module or ""]
    for name in names:
        if name.split(".")[0] in LOADS_OBJECTS:
            yield f"{name} runs what a file says"
        if f"{name}.".startswith(tuple(f"{parser}." for parser in PARSES_XML)):
            yield f"{name} expands entities: parse with defusedxml"
        if f"{name}.".startswith(tuple(f"{reader}." for reader in READS_MARKUP)):
            yield f"{name} reads markup: draw the text through planner.documents"


def _html(call: ast.Call, _name: str, last: str) -> Iterator[str]:
    texts = [argument for argument in call.args if not _is_fixed(argument)]
    if last in GUESSES_HTML and any(not _is_parent(argument) for argument in texts):
        yield f"{last} takes a text for HTML if it looks so: use a label of ui.common.labels"
    if last in TAKES_HTML and texts:
        yield f"{last}() takes HTML: escape the text"
    if last in {"information", "question", "warning", "critical", "about"} and _name.startswith("QMessageBox."):
        yield "QMessageBox takes a text for HTML if it looks so"


def _program(call: ast.Call, name: str, _last: str) -> Iterator[str]:
    if name in RUNS_TEXT:
        yield f"{name}() runs a text"
    if any(word.arg == "shell" and not _is_false(word.value) for word in call.keywords):
        yield "a shell reads the command line"


def _statement(call: ast.Call, _name: str, last: str) -> Iterator[str]:
    if last in TAKES_SQL and call.args and _is_composed(call.args[0]):
        yield f"{last}() with a statement put together from texts: bind the values"
    if last == "create_engine" and not any(word.arg == "hide_parameters" for word in call.keywords):
        yield "create_engine() without hide_parameters shows names of guests in errors"


def _file(call: ast.Call, name: str, last: str) -> Iterator[str]:
    if last in {"extractall", "mktemp"}:
        yield f"{last}() lets another choose the path"
    opens = name == "open" or last in OPENS_TEXT or name.endswith(("path.open", "Path.open"))
    if opens and not any(word.arg == "encoding" for word in call.keywords) and not _is_binary(call, last):
        yield f"{last}() without an encoding reads as the system pleases"


def _address(_call: ast.Call, name: str, last: str) -> Iterator[str]:
    if last in {"openUrl", "urlopen", "startfile"} or name.startswith("webbrowser."):
        yield f"{last}() opens any address: allow only the schemes that are meant"


def _unbounded(_call: ast.Call, _name: str, last: str) -> Iterator[str]:
    if last in {"rrule", "rrulestr"}:
        yield f"{last}() may never end: bound the days and the count"
    if last == "load_workbook":
        yield "load_workbook() unpacks without a limit"


def _is_fixed(node: ast.expr) -> bool:
    if isinstance(node, ast.Call):
        return ast.unparse(node.func).rpartition(".")[2] in ESCAPES
    return isinstance(node, ast.Constant)


def _is_parent(node: ast.expr) -> bool:
    """Tell whether an argument is the widget's parent rather than its text."""
    return isinstance(node, ast.Name | ast.Attribute) and ast.unparse(node).rpartition(".")[2] in {"self", "parent"}


def _is_composed(node: ast.expr) -> bool:
    if isinstance(node, ast.JoinedStr):
        return any(isinstance(part, ast.FormattedValue) for part in node.values)
    if isinstance(node, ast.BinOp):
        return not (isinstance(node.left, ast.Constant) and isinstance(node.right, ast.Constant))
    if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
        return False
    of_a_text = isinstance(node.func.value, ast.Constant)  # a select has a join() too
    return node.func.attr == "format" or (node.func.attr in {"join", "replace"} and of_a_text)


def _is_false(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and not node.value


def _is_binary(call: ast.Call, last: str) -> bool:
    place = 1 if ast.unparse(call.func) == "open" else 0
    modes = [word.value for word in call.keywords if word.arg == "mode"] + call.args[place : place + 1]
    return last == "open" and any(isinstance(mode, ast.Constant) and "b" in str(mode.value) for mode in modes)
