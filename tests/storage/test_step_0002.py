"""Step 2 on an office of schema 1: its rows are kept, and its shape is that of a fresh one."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy import Connection, inspect

from planner.app import open_planner
from planner.model.base import Base, JournalBase
from planner.storage.engine import file_migrator, is_server, server_engine
from tests.storage.conftest import furnish
from tests.storage.test_migrations import look, shape

SCHEMA_1: dict[str, list[str]] = json.loads((Path(__file__).parent / "schema_0001.json").read_text(encoding="utf-8"))
"""The tables and columns of schema 1, as they were written out before step 2 was made."""


def take_back_to_schema_1(url: str) -> None:
    """Take away what schema 1 did not have, so that an office is as one of then."""
    engine = server_engine(url) if is_server(url) else file_migrator(Path(url))
    with engine.begin() as db:
        op = Operations(MigrationContext.configure(db))
        for table in reversed(sa.schema.sort_tables(list(Base.metadata.tables.values()))):
            if table.name not in SCHEMA_1:
                op.drop_table(table.name)
            else:
                _drop_columns(op, table)
        db.execute(sa.text("UPDATE office SET schema_number = 1"))
        if not is_server(url):
            db.exec_driver_sql("PRAGMA user_version = 1")
    engine.dispose()


def _drop_columns(op: Operations, table: sa.Table) -> None:
    new = [column for column in table.columns if column.name not in SCHEMA_1[table.name]]
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


def rows(db: Connection) -> dict[str, list[Any]]:
    """Return the rows of every table of schema 1 in its columns, beside the office row."""
    found = {}
    for table, columns in SCHEMA_1.items():
        if table not in ("office", "change"):
            of = sa.Table(table, sa.MetaData(), autoload_with=db)
            found[table] = sorted(map(repr, db.execute(sa.select(*(of.c[column] for column in columns))).all()))
    return found


def test_office_of_schema_1_has_after_step_2_the_shape_of_a_fresh_one_and_its_rows(empty_office_url: str) -> None:
    planner = open_planner(empty_office_url, author="Aida")
    furnish(planner)
    planner.close()
    fresh = look(empty_office_url, shapes)
    take_back_to_schema_1(empty_office_url)
    older, before = look(empty_office_url, shapes), look(empty_office_url, rows)
    assert {name: sorted(one["columns"]) for name, one in older.items()} == {
        name: sorted(columns) for name, columns in SCHEMA_1.items()
    }
    planner = open_planner(empty_office_url, author="Aida")
    planner.close()
    assert look(empty_office_url, shapes) == fresh
    assert look(empty_office_url, rows) == before
    assert look(empty_office_url, defaults) == []


def defaults(db: Connection) -> list[tuple[str, str]]:
    """Return the columns that have a default in the database; the models give values themselves."""
    tables = {*Base.metadata.tables, *JournalBase.metadata.tables}
    return [(name, c["name"]) for name in sorted(tables) for c in inspect(db).get_columns(name) if c["default"]]
