"""The schema's number, a new office's tables, and whether an office is ours (readable without Alembic)."""

from __future__ import annotations

from sqlalchemy import Connection, insert, inspect, select

from planner.errors import FileProblem
from planner.model import import_all
from planner.model.base import Base, JournalBase
from planner.model.office import Office
from planner.rules.office_format import APPLICATION_ID, SCHEMA

__all__ = ["SCHEMA", "create_tables", "schema_of"]


def create_tables(connection: Connection) -> None:
    """Make the tables of an empty office, and its one office row."""
    import_all()
    JournalBase.metadata.create_all(connection)
    Base.metadata.create_all(connection)
    connection.execute(insert(Office).values(id=1, application=APPLICATION_ID, schema=SCHEMA, change=0, next_id=1))
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")  # sink-ok: our own constant
        connection.exec_driver_sql(f"PRAGMA user_version={SCHEMA}")  # sink-ok: our own constant


def schema_of(connection: Connection) -> int | None:
    """Return the schema number of an office, or None where the database holds no office."""
    if not inspect(connection).has_table(Office.__tablename__):
        return None
    row = connection.execute(select(Office.application, Office.schema)).one_or_none()
    if row is None or row.application != APPLICATION_ID:
        return None
    return int(row.schema_number)


def refuse_newer(schema: int, office: str) -> None:
    """Raise FileProblem if a newer program made this office."""
    if schema > SCHEMA:
        raise FileProblem(
            "{office} was made by a newer version of this program (its schema is {found}, ours is {known}). "
            "It was left as it is; install the newer version.",
            office=office, found=schema, known=SCHEMA,
        )  # fmt: skip
