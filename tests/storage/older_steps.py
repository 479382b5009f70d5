"""Steps as a later version will have them, for the tests: they stand in `sys.modules` under a name of their own."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Any

import sqlalchemy as sa

from planner.storage.schema import SCHEMA

Step = Callable[[Any], None]
PACKAGE = "steps_of_the_tests"


class Failed(Exception):
    """What a step dies of."""


def add_sledges(op: Any) -> None:
    """A first step: a table, a column with a value for the rows there are, and an index."""
    op.create_table(
        "sledge",
        sa.Column("id", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("event_id", sa.BigInteger, sa.ForeignKey("event.id"), nullable=False),
        sa.Column("plate", sa.String, nullable=False),
    )
    op.add_column("person", sa.Column("pronouns", sa.String, nullable=False, server_default=""))
    op.create_index("ix_sledge_event_id", "sledge", ["event_id"])
    op.execute(sa.text("UPDATE person SET note = 'moved' WHERE note = ''"))


def rebuild_events(op: Any) -> None:
    """A second step: a column goes, which SQLite does by rebuilding a table that many others refer to."""
    with op.batch_alter_table("event") as batch:
        batch.drop_column("note")
        batch.add_column(sa.Column("secret", sa.Boolean, nullable=False, server_default=sa.false()))


@contextmanager
def installed(*steps: Step) -> Iterator[str]:
    """Make the steps after the present schema of these functions; yield the name of their package."""
    names = {PACKAGE: ModuleType(PACKAGE)}
    names[PACKAGE].__path__ = []  # type: ignore[attr-defined]
    for number, step in enumerate(steps, SCHEMA + 1):
        module = ModuleType(f"{PACKAGE}.step_{number:04}")
        module.upgrade = step  # type: ignore[attr-defined]
        names[module.__name__] = module
    sys.modules.update(names)
    try:
        yield PACKAGE
    finally:
        for name in names:
            del sys.modules[name]
