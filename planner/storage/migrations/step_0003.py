"""Step 3: tasks, texts to sign, members of tracks; and what papers of the handbook still had no column for."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from planner.storage.migrations.columns import add_columns, add_table, day, flag, json, number, ref, words

TABLES: dict[str, tuple[sa.Column[Any], ...]] = {
    "track_member": (
        ref("track_id", "track.id"), ref("participation_id", "participation.id", nullable=True),
        ref("delegation_id", "delegation.id", nullable=True),
    ),
    "task": (
        ref("event_id", "event.id"), ref("item_id", "item.id", nullable=True),
        ref("person_id", "person.id", nullable=True), words("code"), words("title"), words("owner"), words("anchor"),
        number("offset_days", nullable=True), day("due", nullable=True), day("done_on", nullable=True), words("note"),
        number("position"),
    ),
    "signing": (
        ref("item_id", "item.id"), ref("agreement_id", "agreement.id", nullable=True), json("title"),
        number("position"), number("originals", nullable=True), json("languages"), words("agreed_sha256"),
        words("agreed_file"), words("final_sha256"), words("final_file"), json("ready"),
        number("minutes", nullable=True), words("note"),
    ),
    "signatory": (
        ref("signing_id", "signing.id"), ref("participation_id", "participation.id"), words("powers"),
        number("position"),
    ),
}  # fmt: skip
"""New tables in the order in which they refer to one another; each has its id besides."""

COLUMNS: dict[str, tuple[sa.Column[Any], ...]] = {
    "item": (
        words("form"), flag("slides"), words("alert"),
    ),
    "commitment": (
        words("co_owners"), words("control"),
    ),
    "lodging": (
        words("bed"), flag("smoking"),
    ),
    "gift": (
        words("budget"), json("card", there="{}"),
    ),
    "participation": (
        json("zones", there="[]"), words("speaks"),
    ),
    "person": (
        json("degree", there="{}"),
    ),
    "picture": (
        words("credit"),
    ),
}  # fmt: skip
"""New columns of tables there were; rows there are get the empty value."""


def upgrade(op: Any) -> None:
    """Make the tables and columns."""
    for name, columns in TABLES.items():
        add_table(op, name, columns)
    for name, columns in COLUMNS.items():
        add_columns(op, name, columns)
