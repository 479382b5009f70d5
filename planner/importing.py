"""Importing people, end to end: read a table, match its columns, preview, apply; for window and command line."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from sqlalchemy import Connection

from planner.app import Changes, Planner
from planner.exchange.layout import build_table
from planner.exchange.mapping import ColumnMapping, guess_mapping, header_keys, mapping_from_json, mapping_to_json
from planner.exchange.people import records
from planner.exchange.reading import read_file
from planner.exchange.tables import Table
from planner.language.likeness import NearNames, spelling
from planner.language.search import fold
from planner.operations.import_people import apply_import
from planner.operations.office import remember_mapping
from planner.queries.import_people import known_here, last_list, remembered_mapping
from planner.rules.kinds import Side
from planner.rules.likeness import Likeness
from planner.rules.list_news import (
    Answer,
    Farewell,
    LastList,
    Listed,
    News,
    OtherSpelling,
    answered,
    gone,
    news,
    spellings,
)
from planner.rules.people_import import Outcome, Preview, PreviewLine, compare
from planner.rules.person_record import RecordSet
from planner.rules.same_person import KnownPerson
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
    known: Mapping[int, KnownPerson] = {}
    spellings: tuple[OtherSpelling, ...] = ()
    last: LastList | None = None
    gone: tuple[Listed, ...] = ()

    @property
    def news(self) -> News:
        """What this list brings since the one before."""
        return news(self.preview, self.gone, self.spellings)


class Decisions(NamedTuple):
    """What a person decided in the preview: of lines in another spelling, and of those who are not in the list."""

    answers: Mapping[int, Answer] = {}
    farewells: Mapping[int, Farewell] = {}


UNDECIDED = Decisions()


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
    people = {person.id: person for person in known.people}
    last, spelt = last_list(db, event_id, side), _spellings(preview, people)
    missing = gone(last, preview, delegation_id=delegation_id, spelt=[one.person_id for one in spelt])
    return Prepared(
        event_id, side, language, table, mapping, found, preview, delegation_id, people, spelt, last, missing
    )


def decided(prepared: Prepared, decisions: Decisions) -> Prepared:
    """Return the import as it will be after what a person decided: lines given to people known again."""
    preview = answered(prepared.preview, prepared.spellings, decisions.answers, prepared.known)
    missing = gone(prepared.last, preview, delegation_id=prepared.delegation_id)
    return prepared._replace(preview=preview, gone=missing)


def step(prepared: Prepared, decisions: Decisions = UNDECIDED) -> tuple[tuple[Any, ...], dict[str, Any]]:
    """Return the arguments of the one operation that applies an import with what was decided."""
    ready = decided(prepared, decisions)
    wanted = {one.participation_id for one in ready.gone}
    apart = [(one.line, one.person_id) for one in prepared.spellings
             if decisions.answers.get(one.line) is Answer.ANOTHER]  # fmt: skip
    return (ready.event_id, ready.preview.lines), {
        "side": ready.side.value, "source": ready.table.source_name, "delegation_id": ready.delegation_id,
        "gone": [(place, way.value) for place, way in decisions.farewells.items() if place in wanted], "apart": apart,
    }  # fmt: skip


def apply(
    planner: Planner, prepared: Prepared, decisions: Decisions = UNDECIDED, *, origin: object = None
) -> Changes:
    """Apply an import as one step, and remember its columns as another. Return the changes of the import."""
    source = prepared.table.source_name
    known = planner.read(remembered_mapping, signature(prepared.table))
    wanted = {key: field or "" for key, field in mapping_to_json(prepared.table, prepared.mapping).items()}
    if known != wanted:
        planner.execute(remember_mapping, signature(prepared.table), wanted, source=source, origin=origin)
    given, values = step(prepared, decisions)
    return planner.execute(apply_import, *given, origin=origin, **values)


def _spellings(preview: Preview, people: Mapping[int, KnownPerson]) -> tuple[OtherSpelling, ...]:
    if not people or all(line.outcome is not Outcome.NEW for line in preview.lines):
        return ()
    near = NearNames({one.id: [spelling(name.full) for name in one.names.values()] for one in people.values()})

    def alike(line: PreviewLine) -> Iterator[tuple[int, Likeness]]:
        assert line.record is not None
        # Of namesakes it was decided already: what contradicts stands beside the line.
        for name in line.record.names.values():  # of full namesakes it was decided already that they are others
            yield from ((person, found) for person, found in near.like(spelling(name.full)) if person not in line.like)

    return spellings(preview, alike, people, fold=fold)


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
    return {**counts, **_news(prepared), "rejections": rejected, "problems": problems}


def _news(prepared: Prepared) -> dict[str, Any]:
    """Return, for a list that follows another, what it brings, and in any case what may be another spelling."""
    spelt = [{"line": one.line, "person": one.person_id, "score": one.score} for one in prepared.spellings]
    since = {**prepared.news._asdict(), "since": prepared.last.at} if prepared.last else {}
    return ({"other_spelling_of": spelt} if spelt else {}) | ({"news": since} if since else {})
