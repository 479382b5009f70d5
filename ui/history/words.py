"""What a step of the history changed, in words: the table's and the field's names and their values."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from planner.language.catalog import mark
from planner.language.dates import format_day
from planner.language.languages import own_name
from planner.papers import TITLES
from planner.queries.history import FieldChange
from planner.rules.times import clock
from ui.common.event_words import KINDS, LINKS, STATES
from ui.common.paper_parts import PARTS, RECORDED
from ui.common.paper_parts import STATES as PROMISED
from ui.common.words import CAPACITIES, NAME_ORDERS, ORGANISATIONS, SIDES
from ui.common.words import STATES as MEMBER_STATES
from ui.history.field_words import FIELDS, TABLES
from ui.history.names import KINDS as REFERENCES
from ui.history.names import called
from ui.translate import language, t

NOBODY: Mapping[tuple[str, int], Any] = {}
_PLUMBING = frozenset({
    "start_fold", "end_fold", "folded", "change", "utc_start", "utc_end",
    "content_sha256", "frozen_sha256", "pdf_sha256", "change_number",
})  # fmt: skip
"""Fields that say nothing to a person."""
_AT_FIRST = frozenset({"position", "own_order"})
"""Fields that say nothing where a row is added."""
_KINDS = frozenset({"kind", "state", "role", "side", "capacity", "name_order", "paper", "part", "form", "bed"})
_WORDS: Mapping[tuple[str, str], Mapping[Any, str]] = {
    ("event", "kind"): KINDS,
    ("event_link", "kind"): LINKS,
    ("event", "state"): STATES,
    ("delegation", "side"): SIDES,
    ("participation", "capacity"): CAPACITIES,
    ("participation", "state"): MEMBER_STATES,
    ("organisation", "kind"): ORGANISATIONS,
    ("person_name", "name_order"): NAME_ORDERS,
    ("commitment", "side"): SIDES,
    ("commitment", "state"): PROMISED,
    ("record", "kind"): RECORDED,
    ("statement", "part"): PARTS,
    ("item", "form"): {"in-person": mark("in person"), "online": mark("online")},
    ("lodging", "bed"): {"double": mark("double bed"), "twin": mark("two beds")},
    **{(table, "paper"): TITLES for table in ("statement", "issued_paper", "paper_heading", "paper_template")},
}


def change_rows(
    changes: tuple[FieldChange, ...], names: Mapping[tuple[str, int], Any] = NOBODY
) -> list[tuple[str, str, str]]:
    """Return what a step changed as (thing and field, before, after); texts are split by language, ids are named."""
    rows: list[tuple[str, str, str]] = []
    for one in changes:
        if is_plumbing(one.field) or (one.before in (None, "", [], {}) and one.after in (None, "", [], {})):
            continue
        if one.before is None and (one.field in _AT_FIRST or one.after is False):
            continue
        where = f"{t(TABLES.get(one.table, one.table))} · {t(FIELDS.get(one.field, one.field.replace('_', ' ')))}"
        if _is_text(one.before) or _is_text(one.after):
            rows += _text_rows(where, one.before or {}, one.after or {})
        elif one.field in REFERENCES:
            before, after = called(names, one.field, one.before), called(names, one.field, one.after)
            rows += [(where, before, after)] if before or after else []
        else:
            rows.append((where, _value(one, one.before), _value(one, one.after)))
    return rows


def is_plumbing(field: str) -> bool:
    """Tell whether a field says nothing to a person: what it refers to has no name, or the program reckons it."""
    return field in _PLUMBING or (field.endswith("_id") and field not in REFERENCES)


def local_time(at: str) -> datetime:
    """Return the time of a step on this computer's clock."""
    moment = datetime.fromisoformat(at)
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone()


def _is_text(value: Any) -> bool:
    return (
        isinstance(value, Mapping)
        and bool(value)
        and all(isinstance(one, Mapping) and "text" in one for one in value.values())
    )


def _text_rows(where: str, before: Mapping[str, Any], after: Mapping[str, Any]) -> list[tuple[str, str, str]]:
    rows = []
    for tag in dict.fromkeys((*before, *after)):
        old, new = before.get(tag, {}), after.get(tag, {})
        name = f"{where}, {own_name(tag)}"
        if old.get("text", "") != new.get("text", ""):
            rows.append((name, old.get("text", ""), new.get("text", "")))
        elif old.get("checked_by") != new.get("checked_by"):
            words = t("checked by {name}", name=new["checked_by"]) if new.get("checked_by") else t("no longer checked")
            rows.append((name, "", words))
    return rows


def _value(one: FieldChange, value: Any) -> str:
    field = one.field
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return t("yes") if value else t("no")
    if field in _KINDS and isinstance(value, str):
        words = _WORDS.get((one.table, field), {})
        return t(words.get(value) or value.replace("-", " ").capitalize())
    if field.endswith("_minute") and isinstance(value, int):
        return clock(value)
    if isinstance(value, Mapping | list):  # a day as it is typed in a setting, the words of a run sheet
        parts = list(value.values()) if isinstance(value, Mapping) else value
        separator = " · " if isinstance(value, Mapping) else ", "
        return separator.join(said for each in parts if (said := _value(one, each)))
    if isinstance(value, str) and len(value) == 10 and value[4:5] == "-":
        try:
            return format_day(datetime.fromisoformat(value).date(), language())
        except ValueError:
            return value
    return str(value)
