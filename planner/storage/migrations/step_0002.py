"""Step 2: profiles, seating, logistics, the calendar, phrases, dismissals, pictures, templates, follow-up."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from planner.storage.migrations.columns import add_columns, add_table, day, flag, json, number, ref, words

TABLES: dict[str, tuple[sa.Column[Any], ...]] = {
    "office_day": (
        day("day"), day("to_day", nullable=True), words("kind"), words("country"), words("feast"), json("title"),
        words("source"), flag("yearly"),
    ),
    "vehicle": (
        words("name"), words("plate"), words("kind"), number("seats"), words("driver"), words("phone"),
    ),
    "paper_template": (
        words("paper"), json("template_values"),
    ),
    "phrase": (
        json("words"), words("topic"), flag("retired"),
    ),
    "profile": (
        words("name"), words("based_on"), json("profile_values"),
    ),
    "busy_time": (
        ref("person_id", "person.id"), words("source"), words("uid"), words("starts_at", length=32),
        words("ends_at", length=32), flag("all_day"), words("title"), flag("tentative"),
    ),
    "dismissal": (
        ref("event_id", "event.id"), words("code"), json("things"), words("facts", length=64), words("reason"),
        words("author"), words("at", length=32),
    ),
    "gift": (
        ref("event_id", "event.id", nullable=True), ref("person_id", "person.id", nullable=True), words("giver"),
        flag("from_us"), json("title"), number("value", nullable=True), words("currency"),
        day("given_on", nullable=True), words("handed_by"), flag("wrapped"), day("registered_on", nullable=True),
        json("marks"), words("note"),
    ),
    "picture": (
        ref("person_id", "person.id", nullable=True), ref("event_id", "event.id", nullable=True),
        words("content_sha256", length=64), number("width"), number("height"), json("caption"), number("position"),
        flag("consent"),
    ),
    "record": (
        ref("item_id", "item.id"), words("kind"), ref("participation_id", "participation.id", nullable=True),
        json("words"), number("position"),
    ),
    "commitment": (
        ref("event_id", "event.id"), ref("item_id", "item.id", nullable=True),
        ref("person_id", "person.id", nullable=True), words("side"), json("words"), day("due", nullable=True),
        words("state"), words("result"), number("position"),
    ),
    "statement": (
        ref("event_id", "event.id", nullable=True), ref("person_id", "person.id", nullable=True),
        ref("item_id", "item.id", nullable=True), words("paper"), words("part"), json("words"), number("position"),
        words("approved_by"),
    ),
    "ride": (
        ref("item_id", "item.id"), ref("vehicle_id", "vehicle.id", nullable=True), number("position"), words("flag"),
        words("radio"), words("note"),
    ),
    "journey": (
        ref("participation_id", "participation.id"), words("direction"), words("means"), words("number"),
        words("from_place"), words("to_place"), day("leaves_day", nullable=True), number("leaves", nullable=True),
        words("leaves_zone"), day("arrives_day", nullable=True), number("arrives", nullable=True),
        words("arrives_zone"), words("terminal"), words("met_by"), ref("vehicle_id", "vehicle.id", nullable=True),
        json("sign"), number("bags", nullable=True), words("note"),
    ),
    "lodging": (
        ref("participation_id", "participation.id"), ref("venue_id", "venue.id", nullable=True), words("room_type"),
        words("room_number"), day("from_day", nullable=True), day("to_day", nullable=True), flag("early"),
        flag("late"), ref("shares_with_id", "participation.id", nullable=True), words("payer"), flag("breakfast"),
        words("note"),
    ),
    "dish": (
        ref("item_id", "item.id"), number("position"), json("course"), json("title"), json("marks"),
    ),
    "invitation": (
        ref("item_id", "item.id"), ref("participation_id", "participation.id", nullable=True), words("state"),
        day("sent_on", nullable=True), day("answered_on", nullable=True), flag("with_spouse"), words("note"),
    ),
    "counterpart": (
        ref("event_id", "event.id"), ref("guest_id", "participation.id"), ref("host_id", "participation.id"),
        flag("pinned"),
    ),
    "liaison": (
        ref("officer_id", "participation.id"), ref("participation_id", "participation.id", nullable=True),
        ref("delegation_id", "delegation.id", nullable=True), words("phone"),
    ),
    "seating_plan": (
        ref("event_id", "event.id"), ref("item_id", "item.id", nullable=True),
        ref("room_id", "room.id", nullable=True), words("kind"), json("title"), number("position"), json("options"),
        json("room_outline"),
    ),
    "seating_wish": (
        ref("event_id", "event.id"), ref("first_id", "participation.id"), ref("second_id", "participation.id"),
        words("kind"), words("reason"),
    ),
    "rider": (
        ref("ride_id", "ride.id"), ref("participation_id", "participation.id"), words("seat_key"),
    ),
    "seating_table": (
        ref("plan_id", "seating_plan.id"), number("number"), json("name"), words("shape"), number("seats"),
        number("x"), number("y"), number("turn"),
    ),
    "placement": (
        ref("plan_id", "seating_plan.id"), ref("table_id", "seating_table.id", nullable=True), words("seat_key"),
        ref("participation_id", "participation.id", nullable=True), flag("pinned"),
    ),
}  # fmt: skip
"""New tables in the order in which they refer to one another; each has its id besides."""

COLUMNS: dict[str, tuple[sa.Column[Any], ...]] = {
    "item": (
        number("actual_start", nullable=True), number("actual_end", nullable=True), words("interpretation"),
        words("dress"), words("mode"), number("lead_minutes", nullable=True), flag("outdoor"),
        json("run_sheet", there="{}"),
    ),
    "event": (
        words("profile_code"), ref("profile_id", "profile.id", nullable=True), json("protocol", there="{}"),
        flag("template"),
    ),
    "organisation": (
        day("founded_on", nullable=True),
    ),
    "participation": (
        ref("spouse_of_id", "participation.id", nullable=True),
    ),
    "person_name": (
        json("cases", there="{}"), words("said"),
    ),
    "post": (
        number("rank_minute", nullable=True), words("rank_class"), flag("honorary"), words("field"),
    ),
    "person_private": (
        words("fasting"), flag("prayer"), words("access"), day("visa_until", nullable=True),
    ),
    "room": (
        json("outline", there="{}"), json("equipment", there="[]"), flag("step_free", nullable=True),
    ),
}  # fmt: skip
"""New columns of tables there were; rows there are get the empty value."""
UNIQUE: dict[str, tuple[str, ...]] = {"paper_template": ("paper",)}



def upgrade(op: Any) -> None:
    """Make the tables and columns."""
    for name, columns in TABLES.items():
        add_table(op, name, columns, unique=UNIQUE.get(name, ()))
    for name, columns in COLUMNS.items():
        add_columns(op, name, columns)
