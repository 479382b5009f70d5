"""Every connection is set as the promises need it (reliability 4)."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import Connection, text

from planner.app import open_planner
from planner.operations import people
from planner.operations.people import NewName
from planner.queries.who import who_is
from planner.rules.office_format import APPLICATION_ID
from planner.storage.backup import back_up, restore
from planner.storage.schema import SCHEMA
from tests.postgres import Cluster
from tests.storage.conftest import DAY

ASKED = (
    "foreign_keys", "synchronous", "busy_timeout", "secure_delete", "trusted_schema", "cell_size_check", "mmap_size",
    "journal_mode", "application_id", "user_version", "query_only",
)  # fmt: skip
WRITER = {
    "foreign_keys": 1, "synchronous": 2, "busy_timeout": 5000, "secure_delete": 1, "trusted_schema": 0,
    "cell_size_check": 1, "mmap_size": 0, "journal_mode": "wal", "application_id": APPLICATION_ID,
    "user_version": SCHEMA, "query_only": 0,
}  # fmt: skip
READER = {
    "busy_timeout": 5000, "trusted_schema": 0, "cell_size_check": 1, "mmap_size": 0, "journal_mode": "wal",
    "application_id": APPLICATION_ID, "user_version": SCHEMA, "query_only": 1,
}  # fmt: skip


def settings(db: Connection) -> dict[str, object]:
    """Return the settings of a connection."""
    found = {name: db.exec_driver_sql(f"PRAGMA {name}").scalar() for name in ASKED}
    return {name: int(value) if str(value).isdigit() else value for name, value in found.items()}


def test_connection_that_writes_is_set_for_safety(office: Path) -> None:
    planner = open_planner(str(office), author="Aida")
    for _ in range(3):
        with planner.store.writing() as (session, _office):
            assert settings(session.connection()) == WRITER
    planner.close()


@pytest.mark.parametrize("read_only", [False, True])
def test_connection_that_reads_cannot_write(office: Path, read_only: bool) -> None:
    planner = open_planner(str(office), author="Aida", read_only=read_only)
    found = planner.read(settings)
    assert {name: found[name] for name in READER} == READER
    planner.close()


def test_restored_office_keeps_a_log_again(office: Path) -> None:
    """A backup is one file without a log; an office without one makes readers and the writer wait."""
    restore(office, back_up(office, office.parent / "kept"))
    planner = open_planner(str(office), author="Aida")
    assert planner.read(settings)["journal_mode"] == "wal"
    planner.close()


def test_reading_sees_one_state_whatever_is_written_meanwhile(empty_office_url: str) -> None:
    planner = open_planner(empty_office_url, author="Aida")
    with planner.store.reading() as db:
        before = len(who_is(db, DAY))
        planner.execute(people.add_person, [NewName("en", "Kabaev")])
        assert (before, len(who_is(db, DAY))) == (0, 0)
    assert len(planner.read(who_is, DAY)) == 1
    planner.close()


def test_reading_cannot_write_on_either_engine(empty_office_url: str) -> None:
    planner = open_planner(empty_office_url, author="Aida")
    with pytest.raises(Exception, match="can only be read"), planner.store.reading() as db:
        db.execute(text("UPDATE office SET change_number = 7"))
    assert planner.change_number() == 0
    planner.close()


@pytest.mark.postgres
def test_server_gives_up_what_takes_too_long(postgres_cluster: Cluster, postgres_template: str) -> None:
    planner = open_planner(postgres_cluster.url(postgres_template), author="Aida", read_only=True)
    with planner.store.reading() as db:
        found = {name: db.exec_driver_sql(f"SHOW {name}").scalar() for name in TIMEOUTS}
    planner.close()
    assert found == TIMEOUTS


TIMEOUTS = {"statement_timeout": "15s", "lock_timeout": "5s", "idle_in_transaction_session_timeout": "1min"}
