"""Finds the catalog's sentences in the sources and brings the .po files up to date.

Babel's own Python reader takes every string of a call, also those of `planner.rules.text.text(ru="…")`; this one
takes the first argument alone. `python -m planner.language.extraction` adds what is new; with `prune` it also drops
what is gone.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path
from typing import IO, Any, NamedTuple

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from planner.language import catalog

ROOT = Path(__file__).resolve().parents[2]
CALLS = frozenset(
    ("text", "t", "mark", "operation", "PlannerError", "NotFound", "Clash", "NotPossible", "BadInput", "StaleUndo",
     "NothingToUndo", "FileProblem", "ReadOnly", "ImportRefused", "Fault")
)  # fmt: skip
_CHATTER = tuple(
    f'"{name}: '.encode()
    for name in (
        "Report-Msgid-Bugs-To",
        "POT-Creation-Date",
        "PO-Revision-Date",
        "Last-Translator",
        "Language-Team",
        "Generated-By",
    )
)
PLURALS = frozenset(("plural", "tn"))


class Found(NamedTuple):
    """A sentence in the sources: its id, or the pair of ids of a plural, and where it stands."""

    id: str | tuple[str, str]
    path: str
    line: int


def sentences(tree: ast.AST) -> Iterator[tuple[int, str, str | tuple[str, str]]]:
    """Yield line, function and id of each sentence in a syntax tree."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        name = _called(node.func)
        if name in CALLS and node.args and (one := _string(node.args[0])):
            yield node.lineno, name, one
        elif name in PLURALS and len(node.args) > 1:
            one, many = _string(node.args[0]), _string(node.args[1])
            if one and many:
                yield node.lineno, name, (one, many)


def extract(
    fileobj: IO[bytes], keywords: Iterable[str], comment_tags: Iterable[str], options: dict[str, Any]
) -> Iterator[tuple[int, str, str | tuple[str, str], list[str]]]:
    """Yield sentences as Babel's extraction asks for them; the keywords are fixed here."""
    del keywords, comment_tags, options
    for line, function, sentence in sentences(ast.parse(fileobj.read())):
        yield line, "ngettext" if function in PLURALS else "gettext", sentence, []


def used(root: Path = ROOT) -> list[Found]:
    """Return every sentence the program uses, in order of file and line."""
    found = []
    for folder in ("planner", "ui"):
        for path in sorted((root / folder).rglob("*.py")):
            tree = ast.parse(path.read_bytes())
            place = path.relative_to(root).as_posix()
            here = sorted(sentences(tree), key=lambda entry: entry[0])
            found += [Found(sentence, place, line) for line, _, sentence in here]
    return found


def update(source: Path, *, prune: bool = False) -> tuple[int, int]:
    """Add new sentences to one .po; return how many lack words, and how many there are.

    Sentences no source uses any more stay until `prune` asks for their removal.
    """
    with source.open("rb") as file:
        written = read_po(file, domain=catalog.DOMAIN)
    ids = {entry.id for entry in used()}
    for sentence in ids:
        if sentence not in written:
            written.add(sentence)
    for message in [message for message in written if message.id and message.id not in ids]:
        if prune:
            written.delete(message.id)
    source.write_bytes(_without_chatter(written))
    messages = [message for message in written if message.id]
    return sum(not is_translated(message.string) for message in messages), len(messages)


def lacking(source: Path) -> list[Found]:
    """Return the sentences used in the sources that one .po has no words for."""
    with source.open("rb") as file:
        written = read_po(file, domain=catalog.DOMAIN)
    return [entry for entry in used() if (found := written.get(entry.id)) is None or not is_translated(found.string)]


def _without_chatter(written: Catalog) -> bytes:
    """Return the .po without header lines that change by themselves or say nothing."""
    buffer = BytesIO()
    write_po(buffer, written, no_location=True, width=120, sort_output=True, ignore_obsolete=True)
    header, _, messages = buffer.getvalue().partition(b"\n\n")
    kept = [line for line in header.split(b"\n") if not line.startswith(_CHATTER)]
    return b"\n".join(kept) + b"\n\n" + messages


def _called(function: ast.expr) -> str:
    if isinstance(function, ast.Name):
        return function.id
    return function.attr if isinstance(function, ast.Attribute) else ""


def _string(node: ast.expr) -> str:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def is_translated(words: str | tuple[str, ...] | list[str] | None) -> bool:
    """Tell whether every form of a message has words."""
    return bool(words) and (isinstance(words, str) or all(words or ()))


def main() -> None:
    """Update every catalog and name the sentences without words."""
    for source in catalog.sources():
        lack, total = update(source, prune="prune" in sys.argv[1:])
        sys.stdout.write(f"{source.parents[1].name}: {total} sentences, {lack} without words\n")
        for entry in lacking(source):
            sys.stdout.write(f"  {entry.path}:{entry.line}: {entry.id}\n")


if __name__ == "__main__":
    main()
