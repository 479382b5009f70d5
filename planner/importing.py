"""Importing people, end to end: read a table, match its columns, preview, apply; for window and command line."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any, NamedTuple

from sqlalchemy import Connection

from planner.app import Changes, Planner
from planner.exchange.layout import build_table
from planner.exchange.mapping import ColumnMapping, guess_mapping, header_keys, mapping_from_json, mapping_to_json
from planner.exchange.people import records
from planner.exchange.reading import read_file
from planner.exchange.tables import Table
from planner.language.search import fold
from planner.operations.import_people import apply_import
from planner.operations.office import remember_mapping
from planner.queries.import_people import known_here, remembered_mapping
from planner.rules.kinds import Side
from planner.rules.people_import import Outcome, Preview, compare
from planner.rules.person_record import RecordSet
from planner.rules.text import Language


class Prepared(NamedTuple):
    """An import before it is applied: what was read, and what each line would do."""

    event_id: int
    side: Side
    language: Language
    table: Table
    mapping: ColumnMapping
    found: RecordSet
    preview: Preview
    delegation_id: int | None = None


def read_table(path: str | os.PathLike[str], *, cancelled: Callable[[], bool] | None = None) -> Table:
    """Read a CSV file or workbook in a child process with limits; raise ImportRefused in words."""
    return build_table(read_file(path, cancelled=cancelled))


def match_columns(db: Connection, table: Table, languages: tuple[Language, ...], given: object = None) -> ColumnMapping:
    """Return the meaning of each column: as given, as remembered for these headers, or as guessed."""
    if given is None:
        given = remembered_mapping(db, signature(table))
    return guess_mapping(table, languages) if given is None else mapping_from_json(given, table, languages)


def prepare(
    db: Connection, event_id: int, table: Table, mapping: ColumnMapping, *, side: Side, language: Language,
    delegation_id: int | None = None,
) -> Prepared:  # fmt: skip
    """Compare a table with the office; nothing is written."""
    found = records(table, mapping, language=language)
    known = known_here(db, event_id, side)
    preview = compare(found, known.people, known.places, fold=fold)
    return Prepared(event_id, side, language, table, mapping, found, preview, delegation_id)


def apply(planner: Planner, prepared: Prepared, *, origin: object = None) -> Changes:
    """Apply an import as one step, and remember its columns as another. Return the changes of the import."""
    source = prepared.table.source_name
    known = planner.read(remembered_mapping, signature(prepared.table))
    wanted = {key: field or "" for key, field in mapping_to_json(prepared.table, prepared.mapping).items()}
    if known != wanted:
        planner.execute(remember_mapping, signature(prepared.table), wanted, source=source, origin=origin)
    return planner.execute(
        apply_import, prepared.event_id, prepared.preview.lines, side=prepared.side.value, source=source,
        delegation_id=prepared.delegation_id, origin=origin,
    )  # fmt: skip


def signature(table: Table) -> str:
    """Return what tables with the same headers have in common."""
    return "\n".join(header_keys(table))


def report(prepared: Prepared) -> dict[str, Any]:
    """Return the report of an import: rows = new + same + changed + rejected, and each rejection by line."""
    counts = prepared.preview.counts._asdict()
    rejected = [
        {"line": line.line, "reason": str(line.rejection)}
        for line in prepared.preview.lines
        if line.outcome is Outcome.REJECTED
    ]
    problems = [
        {"line": problem.line, "problem": str(problem)}
        for problem in (*prepared.table.problems, *prepared.mapping.problems, *prepared.found.problems)
    ]
    return {**counts, "rejections": rejected, "problems": problems}
