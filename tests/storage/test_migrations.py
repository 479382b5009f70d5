"""Bringing an office to a later schema: whole or not at all, after a backup, and undo stops there (promise 6)."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy import Connection, MetaData, event, inspect

from planner.app import open_planner
from planner.errors import FileProblem, NothingToUndo
from planner.model.base import Base, JournalBase
from planner.storage import migrations
from planner.storage.backup import backup_folder, backups
from planner.storage.engine import is_server, server_engine
from planner.storage.migrations import migrate_file, migrate_server
from planner.storage.office_file import recognise
from planner.storage.schema import SCHEMA
from tests.postgres import Cluster
from tests.storage.conftest import furnish
from tests.storage.older_steps import Failed, add_sledges, installed, rebuild_events
from tests.storage.test_moved_file import number_in


@pytest.fixture
def furnished_url(empty_office_url: str) -> str:
    """A furnished office on each engine, with no backups yet."""
    planner = open_planner(empty_office_url, author="Aida")
    furnish(planner)
    planner.close()
    if not is_server(empty_office_url):
        shutil.rmtree(backup_folder(Path(empty_office_url)), ignore_errors=True)
    return empty_office_url


def migrate(url: str, *, target: int, steps: str) -> None:
    """Bring an office from the present schema to a later one."""
    if is_server(url):
        engine = server_engine(url)
        try:
            migrate_server(engine, SCHEMA, target=target, steps=steps)
        finally:
            engine.dispose()
    else:
        migrate_file(Path(url), SCHEMA, target=target, steps=steps)


def look(url: str, query: Callable[[Connection], Any]) -> Any:
    """Ask an office of whatever schema."""
    if is_server(url):
        engine = server_engine(url)
    else:
        from planner.storage.engine import file_reader

        engine = file_reader(Path(url))
    try:
        with engine.connect() as db:
            return query(db)
    finally:
        engine.dispose()


def everything(db: Connection) -> dict[str, Any]:
    """Return the schema and every row of an office."""
    found: dict[str, Any] = {}
    for name in sorted(inspect(db).get_table_names()):
        table = sa.Table(name, MetaData(), autoload_with=db)
        rows = db.execute(sa.select(table)).all()
        found[name] = (shape(db, name), sorted(map(repr, rows)))
    if db.dialect.name == "sqlite":
        found["number"] = db.exec_driver_sql("PRAGMA user_version").scalar()
    return found


COLUMNS = "SELECT table_name, column_name, data_type FROM information_schema.columns WHERE table_schema = 'public'"


def state(db: Connection) -> list[str]:
    """Return the schema and every row as the engine itself says them: quicker, for comparing one engine with itself."""
    on_file = db.dialect.name == "sqlite"
    about = "SELECT name, sql FROM sqlite_master" if on_file else COLUMNS
    tables = inspect(db).get_table_names()
    rows = [repr(row) for name in tables for row in db.exec_driver_sql(f'SELECT t.* FROM "{name}" t')]
    return sorted([repr(row) for row in db.exec_driver_sql(about)] + rows)


def shape(db: Connection, name: str) -> dict[str, Any]:
    """Return the columns, keys and indexes of a table, as far as both engines tell them."""
    seen = inspect(db)
    return {
        "columns": {c["name"]: (_type(c["type"]), c["nullable"]) for c in seen.get_columns(name)},
        "primary": seen.get_pk_constraint(name)["constrained_columns"],
        "foreign": sorted(
            (key["constrained_columns"], key["referred_table"], key["referred_columns"])
            for key in seen.get_foreign_keys(name)
        ),
        # PostgreSQL tells of a unique constraint twice.
        "unique": sorted(one["column_names"] for one in seen.get_unique_constraints(name)),
        "indexes": sorted((one["name"], one["column_names"]) for one in seen.get_indexes(name) if not one["unique"]),
    }


def _type(of: Any) -> str:
    return str(of).partition("(")[0].replace("DOUBLE PRECISION", "FLOAT")


def test_step_changes_tables_writes_its_number_and_keeps_the_rows(furnished_url: str) -> None:
    with installed(add_sledges, rebuild_events) as steps:
        migrate(furnished_url, target=SCHEMA + 2, steps=steps)
    found = look(furnished_url, everything)
    numbers = look(furnished_url, lambda db: db.execute(sa.text("SELECT schema_number FROM office")).scalars().all())
    assert numbers == [SCHEMA + 2]
    assert found.get("number", SCHEMA + 2) == SCHEMA + 2
    assert sorted(found["sledge"][0]["columns"]) == ["event_id", "id", "plate"]
    assert ("note" in found["event"][0]["columns"], "secret" in found["event"][0]["columns"]) == (False, True)
    assert [len(found[name][1]) for name in ("event", "item", "delegation", "person")] == [1, 1, 3, 1]
    assert found["item"][0]["foreign"].count((["event_id"], "event", ["id"])) == 1
    assert look(furnished_url, _loose) == []


def _loose(db: Connection) -> list[Any]:
    if db.dialect.name != "sqlite":
        return []
    found = [*db.exec_driver_sql("PRAGMA foreign_key_check"), *db.exec_driver_sql("PRAGMA integrity_check")]
    return [row for row in found if tuple(row) != ("ok",)]


def test_step_that_fails_at_any_statement_leaves_the_office_as_it_was(furnished_url: str) -> None:
    before, count = look(furnished_url, state), 0
    while _fails_at(furnished_url, count):
        assert look(furnished_url, state) == before
        count += 1
    assert count > 7  # SQLite rebuilds a table where PostgreSQL alters it
    assert look(furnished_url, state) != before


def _fails_at(url: str, statement: int) -> bool:
    """Migrate with a fault before one statement of the steps; tell whether it came to that."""
    left = [statement]

    def maybe(*_: Any) -> None:
        left[0] -= 1
        if left[0] == -1:
            raise Failed

    def with_fault(op: Any) -> None:
        event.listen(op.get_bind().engine, "before_cursor_execute", maybe)
        add_sledges(op)
        rebuild_events(op)

    with installed(with_fault) as steps:
        try:
            migrate(url, target=SCHEMA + 1, steps=steps)
        except Failed:
            return True
    return False


def test_second_of_two_steps_that_fails_leaves_the_first(furnished_url: str) -> None:
    def fail(op: Any) -> None:
        rebuild_events(op)
        raise Failed

    with installed(add_sledges, fail) as steps, pytest.raises(Failed):
        migrate(furnished_url, target=SCHEMA + 2, steps=steps)
    found = look(furnished_url, everything)
    numbers = look(furnished_url, lambda db: db.execute(sa.text("SELECT schema_number FROM office")).scalars().all())
    assert (numbers, found.get("number", SCHEMA + 1)) == ([SCHEMA + 1], SCHEMA + 1)
    assert ("sledge" in found, "secret" in found["event"][0]["columns"]) == (True, False)


def test_step_done_by_somebody_else_is_not_done_again(furnished_url: str) -> None:
    with installed(add_sledges) as steps:
        migrate(furnished_url, target=SCHEMA + 1, steps=steps)
        before = look(furnished_url, everything)
        if is_server(furnished_url):  # a file's schema is read again under the writer's lock
            migrate(furnished_url, target=SCHEMA + 1, steps=steps)
    assert look(furnished_url, everything) == before


def test_file_is_backed_up_and_verified_before_its_first_step(office: Path) -> None:
    shutil.rmtree(backup_folder(office), ignore_errors=True)
    number = number_in(office)
    with installed(add_sledges) as steps:
        migrate_file(office, SCHEMA, target=SCHEMA + 1, steps=steps)
    (made,) = backups(backup_folder(office))
    assert made.name.endswith("-migration.office-backup")
    assert number_in(made) == number
    with pytest.raises(FileProblem, match="made by a newer version"):
        recognise(office)


def test_damaged_file_is_not_migrated(office: Path) -> None:
    whole = office.read_bytes()
    office.write_bytes(whole[:-8192])
    before = office.read_bytes()
    with installed(add_sledges) as steps, pytest.raises(FileProblem):
        migrate_file(office, SCHEMA, target=SCHEMA + 1, steps=steps)
    assert office.read_bytes() == before


def test_undo_and_redo_stop_at_a_migration(furnished_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    planner = open_planner(furnished_url, author="Aida")
    planner.undo()
    planner.close()
    with installed(_nothing) as steps:
        migrate(furnished_url, target=SCHEMA + 1, steps=steps)
    monkeypatch.setattr("planner.storage.schema.SCHEMA", SCHEMA + 1)
    monkeypatch.setattr("planner.storage.store.SCHEMA", SCHEMA + 1)
    planner = open_planner(furnished_url, author="Aida")
    states = planner.read(lambda db: set(db.execute(sa.text("SELECT DISTINCT state FROM change")).scalars()))
    with pytest.raises(NothingToUndo, match="cannot be taken back"):
        planner.undo()
    with pytest.raises(NothingToUndo) as nothing:
        planner.redo()
    planner.close()
    assert states == {"fixed"}
    assert str(nothing.value) == "There is nothing to redo."


def _nothing(_op: Any) -> None:
    """Change no table."""


def test_office_opened_by_a_newer_program_is_migrated_on_the_way(
    office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What `open_planner` will do once there is a further step; for reading only it says that it cannot."""
    monkeypatch.setattr("planner.storage.schema.SCHEMA", SCHEMA + 1)
    monkeypatch.setattr("planner.storage.store.SCHEMA", SCHEMA + 1)
    with pytest.raises(FileProblem) as refused:
        open_planner(str(office), author="Aida", read_only=True)
    assert str(refused.value) == (
        "city.office was made by an older version of this program. "
        "Open it once where it may be written, so that it can be brought up to date."
    )


# --- a migrated office equals a fresh one ---------------------------------------------------------------------


def declared() -> set[str]:
    """Return the tables a fresh office has."""
    return {*Base.metadata.tables, *JournalBase.metadata.tables}


def test_fresh_office_has_exactly_the_tables_the_model_declares(empty_office_url: str) -> None:
    assert look(empty_office_url, lambda db: set(inspect(db).get_table_names())) == declared()


def test_every_step_there_is_leads_to_the_present_schema() -> None:
    """Steps 2 to the present number exist, none is missing, none stands beyond it."""
    there = sorted(path.stem for path in Path(migrations.__file__).parent.glob("step_*.py"))
    assert there == [f"step_{number:04}" for number in range(2, SCHEMA + 1)]


@pytest.mark.postgres
def test_both_engines_have_the_same_shape(
    sqlite_template: Path, postgres_cluster: Cluster, postgres_template: str
) -> None:
    """Types differ in name alone; a migrated office is compared with a fresh one by the same means."""

    def shapes(db: Connection) -> dict[str, Any]:
        return {name: shape(db, name) for name in declared()}

    ours = look(str(sqlite_template), shapes)
    theirs = look(postgres_cluster.url(postgres_template), shapes)
    for name in declared():
        for part in ("primary", "foreign", "indexes", "unique"):
            assert (name, part, ours[name][part]) == (name, part, theirs[name][part])
        nullable = [{key: value[1] for key, value in one[name]["columns"].items()} for one in (ours, theirs)]
        assert nullable[0] == nullable[1]
