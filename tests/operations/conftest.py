"""Offices by the dozen, for properties: each example needs one of its own."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

import pytest

Offices = Callable[[], Any]


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def empty_offices(request: pytest.FixtureRequest, tmp_path: Path) -> Offices:
    """What makes, on each engine in turn, an empty office and removes it again."""
    numbers = count(1)

    @contextmanager
    def on_sqlite() -> Iterator[str]:
        path = tmp_path / f"{next(numbers)}.office"
        shutil.copy(request.getfixturevalue("sqlite_template"), path)
        yield str(path)
        for part in ("", "-wal", "-shm", ".lock"):
            path.with_name(path.name + part).unlink(missing_ok=True)

    @contextmanager
    def on_postgres() -> Iterator[str]:
        cluster = request.getfixturevalue("postgres_cluster")
        database = cluster.new_database(request.getfixturevalue("postgres_template"))
        yield cluster.url(database)
        cluster.drop(database)

    return on_sqlite if request.param == "sqlite" else on_postgres
