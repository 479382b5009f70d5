"""The same story told on both engines leaves the same rows and the same history, byte for byte."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, select

from planner.app import open_planner
from planner.model.base import JournalBase
from planner.papers import Choice, Paper, print_paper
from planner.queries.events import events
from planner.rules.kinds import Side
from planner.sample import build_sample
from planner.storage.verify import verify
from tests.operations.test_undo_of_everything import dump
from tests.postgres import Cluster


def journal(db: Connection) -> dict[str, list[Any]]:
    """Return the journal, row by row."""
    return {
        name: [tuple(row) for row in db.execute(select(table).order_by(*table.primary_key))]
        for name, table in sorted(JournalBase.metadata.tables.items())
    }


def told(url: str) -> tuple[Any, ...]:
    """Return rows, journal and a paper of the sample office made at an address."""
    build_sample(url)
    planner = open_planner(url, author="Aida", read_only=True)
    try:
        first = planner.read(events)[0].id
        paper = planner.read(print_paper, Choice(Paper.PARTICIPANTS, first, ("ru", "en"), copy_for=Side.HOST)).pdf
        return planner.read(dump), planner.read(journal), paper, planner.read(verify)
    finally:
        planner.close()


@pytest.mark.postgres
def test_sample_office_is_the_same_on_both_engines(tmp_path: Path, postgres_cluster: Cluster) -> None:
    database = postgres_cluster.new_database()
    on_file, on_server = told(str(tmp_path / "sample.office")), told(postgres_cluster.url(database))
    postgres_cluster.drop(database)
    assert on_file[3] == []
    assert on_file[0] == on_server[0]
    assert on_file[1] == on_server[1]
    assert on_file[2:] == on_server[2:]
