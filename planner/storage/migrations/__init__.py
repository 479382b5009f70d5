"""Bringing an older office to the present schema, step by step, on both engines (Alembic's operations).

Step n is the module `step_000n` with `upgrade(op)`. A step and its number are one transaction; a file is
backed up and verified before the first. What was done before a migration cannot be taken back after it,
since the row images of then do not fit the tables of now.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy import Connection, Engine, select, update

from planner.model.office import Change, Office
from planner.storage.engine import file_migrator
from planner.storage.faults import damaged, in_words
from planner.storage.schema import SCHEMA


def migrate_file(path: Path, schema: int, *, target: int = SCHEMA, steps: str = __name__) -> None:
    """Bring an office file from its schema to the target. Raise FileProblem; then the file is as it was."""
    from planner.storage.backup import back_up_before

    with in_words(path.name, path):
        back_up_before(path, "migration")
        engine = file_migrator(path)
        try:
            _upgrade(engine, schema, target, steps)
        finally:
            engine.dispose()


def migrate_server(engine: Engine, schema: int, *, target: int = SCHEMA, steps: str = __name__) -> None:
    """Bring an office on a server from its schema to the target; the server's own backup is the office's."""
    with in_words(engine.url.database or "PostgreSQL"):
        _upgrade(engine, schema, target, steps)


def _upgrade(engine: Engine, schema: int, target: int, steps: str) -> None:
    for number in range(schema + 1, target + 1):
        with engine.begin() as connection:
            # On a server somebody else may be at it: who comes second finds it done.
            if connection.execute(select(Office.schema).with_for_update()).scalar_one() < number:
                run_step(connection, number, steps)


def run_step(connection: Connection, number: int, steps: str = __name__) -> None:
    """Run one step and write its number, within the caller's transaction."""
    operations = Operations(MigrationContext.configure(connection))
    import_module(f"{steps}.step_{number:04}").upgrade(operations)
    connection.execute(update(Office).values(schema=number))
    connection.execute(update(Change).where(Change.state.in_(("done", "undone"))).values(state="fixed"))
    if connection.dialect.name == "sqlite":
        if connection.exec_driver_sql("PRAGMA foreign_key_check").fetchone():
            raise damaged("The office")
        connection.exec_driver_sql(f"PRAGMA user_version={int(number)}")  # sink-ok: a whole number of ours
