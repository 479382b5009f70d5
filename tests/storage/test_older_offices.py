"""The steps on offices of older schemas: their rows are kept, and their shape is that of a fresh one."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy import Connection, inspect

from planner.app import open_planner
from planner.model.base import Base, JournalBase
from planner.storage.engine import file_migrator, is_server, server_engine
from planner.storage.schema import SCHEMA
from tests.storage.conftest import furnish
from tests.storage.test_migrations import look, shape

Names = dict[str, list[str]]


def names_of(schema: int) -> Names:
    """Return the tables and columns of a schema, as they were written out before the next step was made."""
    names: Names = json.loads((Path(__file__).parent / f"schema_{schema:04}.json").read_text(encoding="utf-8"))
    return names


def take_back(url: str, schema: int) -> None:
    """Take away what a schema did not have, so that an office is as one of then."""
    there = names_of(schema)
    engine = server_engine(url) if is_server(url) else file_migrator(Path(url))
    with engine.begin() as db:
        op = Operations(MigrationContext.configure(db))
        for table in reversed(sa.schema.sort_tables(list(Base.metadata.tables.values()))):
            if table.name not in there:
                op.drop_table(table.name)
            else:
                _drop_columns(op, table, there[table.name])
        db.execute(sa.text("UPDATE office SET schema_number = :schema"), {"schema": schema})
        if not is_server(url):
            db.exec_driver_sql(f"PRAGMA user_version = {schema}")
    engine.dispose()


def _drop_columns(op: Operations, table: sa.Table, there: list[str]) -> None:
    new = [column for column in table.columns if column.name not in there]
    if not new:
        return
    for column in new:
        if column.index:
            op.drop_index(f"ix_{table.name}_{column.name}", table.name)
    with op.batch_alter_table(table.name) as batch:
        for column in new:
            if column.foreign_keys:
                batch.drop_constraint(f"fk_{table.name}_{column.name}", type_="foreignkey")
        for column in new:
            batch.drop_column(column.name)


def shapes(db: Connection) -> dict[str, Any]:
    """Return the shape of every table."""
    return {name: shape(db, name) for name in inspect(db).get_table_names()}


def rows(db: Connection, names: Names) -> dict[str, list[Any]]:
    """Return the rows of every table of a schema in its columns, beside the office row."""
    found = {}
    for table, columns in names.items():
        if table not in ("office", "change"):
            of = sa.Table(table, sa.MetaData(), autoload_with=db)
            found[table] = sorted(map(repr, db.execute(sa.select(*(of.c[column] for column in columns))).all()))
    return found


@pytest.mark.parametrize("schema", range(1, SCHEMA))
def test_office_of_an_older_schema_has_after_the_steps_the_shape_of_a_fresh_one_and_its_rows(
    empty_office_url: str, schema: int
) -> None:
    names = names_of(schema)
    planner = open_planner(empty_office_url, author="Aida")
    furnish(planner)
    planner.close()
    fresh = look(empty_office_url, shapes)
    take_back(empty_office_url, schema)
    older, before = look(empty_office_url, shapes), look(empty_office_url, lambda db: rows(db, names))
    assert {name: sorted(one["columns"]) for name, one in older.items()} == {
        name: sorted(columns) for name, columns in names.items()
    }
    planner = open_planner(empty_office_url, author="Aida")
    planner.close()
    assert look(empty_office_url, shapes) == fresh
    assert look(empty_office_url, lambda db: rows(db, names)) == before
    assert look(empty_office_url, defaults) == []


def defaults(db: Connection) -> list[tuple[str, str]]:
    """Return the columns that have a default in the database; the models give values themselves."""
    tables = {*Base.metadata.tables, *JournalBase.metadata.tables}
    return [(name, c["name"]) for name in sorted(tables) for c in inspect(db).get_columns(name) if c["default"]]
