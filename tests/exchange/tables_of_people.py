"""Tables for the tests, written as lines of cells."""

from __future__ import annotations

from planner.exchange.layout import build_table
from planner.exchange.mapping import ColumnMapping, guess_mapping
from planner.exchange.people import records
from planner.exchange.tables import RawRow, RawTable, Table
from planner.rules.person_record import PersonRecord, RecordSet, Rejection


def table(*rows: tuple[str, ...] | list[str]) -> Table:
    """Return the table of these rows; the first is the header, in line 1."""
    return build_table(RawTable(tuple(RawRow(line, tuple(row)) for line, row in enumerate(rows, 1))))


def read(*rows: tuple[str, ...], language: str = "ru", languages: tuple[str, ...] = ("ru", "en")) -> RecordSet:
    """Read these rows by the mapping that is guessed."""
    found = table(*rows)
    return records(found, guess_mapping(found, languages), language=language, languages=languages)


def one(header: tuple[str, ...], row: tuple[str, ...], language: str = "ru") -> PersonRecord:
    """Read one row that must be taken."""
    (record,) = read(header, row, language=language).records
    return record


def refused(header: tuple[str, ...], row: tuple[str, ...]) -> Rejection:
    """Read one row that must be rejected."""
    (rejection,) = read(header, row).rejected
    return rejection


def names_of(mapping: ColumnMapping) -> list[str]:
    """Return the mapping's fields by name, "" for a column that is left out."""
    return [str(spec) if spec else "" for spec in mapping.columns]
