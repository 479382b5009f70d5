"""What a step of the history changed, in words: the table's and the field's names and their values."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from planner.language.catalog import mark
from planner.language.dates import format_day
from planner.language.languages import own_name
from planner.queries.history import FieldChange
from planner.rules.times import clock
from ui.common.event_words import KINDS, LINKS, STATES
from ui.common.words import CAPACITIES, NAME_ORDERS, ORGANISATIONS, SIDES
from ui.common.words import STATES as MEMBER_STATES
from ui.history.names import KINDS as REFERENCES
from ui.history.names import called
from ui.translate import language, t

NOBODY: Mapping[tuple[str, int], Any] = {}
TABLES = {
    "event": mark("Event"),
    "event_link": mark("Link between events"),
    "event_agreement": mark("Link to an agreement"),
    "topic": mark("Topic"),
    "greeting": mark("Greeting"),
    "office_day": mark("Day in the calendar"),
    "busy_time": mark("Busy time"),
    "event_flag": mark("Flag at the event"),
    "flag": mark("Flag"),
    "item": mark("Item"),
    "track": mark("Track"),
    "item_track": mark("Track of an item"),
    "attendance": mark("Takes part"),
    "delegation": mark("Delegation"),
    "participation": mark("Member"),
    "person": mark("Person"),
    "person_name": mark("Name"),
    "person_private": mark("Private data"),
    "post": mark("Post"),
    "organisation": mark("Organisation"),
    "organisation_name": mark("Name of an organisation"),
    "partnership": mark("Partnership"),
    "agreement": mark("Agreement"),
    "agreement_party": mark("Party to an agreement"),
    "venue": mark("Venue"),
    "room": mark("Room"),
    "route": mark("Way"),
    "opening_hours": mark("Opening hours"),
    "paper_heading": mark("Heading of a paper"),
    "setting": mark("Setting of the office"),
    "counterpart": mark("Counterpart"),
    "liaison": mark("Liaison officer"),
    "profile": mark("Profile of protocol"),
    "phrase": mark("Phrase"),
    "dismissal": mark("Finding that is no problem"),
    "record": mark("Paragraph of the minutes"),
    "commitment": mark("Commitment"),
    "statement": mark("Paragraph of a note"),
    "vehicle": mark("Vehicle"),
    "ride": mark("Ride"),
    "rider": mark("Seat in a car"),
    "journey": mark("Arrival or departure"),
    "lodging": mark("Room in a hotel"),
    "gift": mark("Present"),
    "dish": mark("Dish"),
    "invitation": mark("Invitation"),
    "issued_paper": mark("Issued version"),
    "paper_holder": mark("Copy of a version"),
    "paper_template": mark("Template of a paper"),
    "picture": mark("Photograph"),
    "seating_plan": mark("Seating plan"),
    "seating_table": mark("Table of a banquet"),
    "placement": mark("Seat"),
    "seating_wish": mark("Wish about seats"),
}
FIELDS = {
    "topic": mark("for items of the kind"),
    "retired": mark("retired"),
    "feast": mark("feast"),
    "yearly": mark("every year"),
    "starts_at": mark("begins"),
    "ends_at": mark("ends"),
    "all_day": mark("whole days"),
    "tentative": mark("tentative"),
    "uid": mark("identity in its file"),
    "source": mark("source"),
    "title": mark("title"),
    "short_title": mark("short title"),
    "place": mark("place"),
    "note": mark("note"),
    "internal_note": mark("internal note"),
    "name": mark("name"),
    "short": mark("short name"),
    "heading": mark("heading"),
    "subtitle": mark("subtitle"),
    "words": mark("words"),
    "address": mark("address"),
    "post_title": mark("post"),
    "day": mark("day"),
    "end_day": mark("day of the end"),
    "from_day": mark("first day"),
    "to_day": mark("last day"),
    "start_minute": mark("start"),
    "end_minute": mark("end"),
    "start_zone": mark("zone of the start"),
    "end_zone": mark("zone of the end"),
    "host_zone": mark("zone of the hosts"),
    "guest_zone": mark("zone of the guests"),
    "kind": mark("kind"),
    "state": mark("state"),
    "languages": mark("languages"),
    "capacity": mark("capacity"),
    "side": mark("side"),
    "position": mark("place in the order"),
    "own_order": mark("place in the order"),
    "pin": mark("pinned place"),
    "surname": mark("surname"),
    "given": mark("given name"),
    "patronymic": mark("patronymic"),
    "order": mark("order of the name"),
    "language": mark("language"),
    "valid_from": mark("since"),
    "valid_to": mark("until"),
    "rank_level": mark("rank"),
    "rank_date": mark("in the rank since"),
    "acting": mark("acting"),
    "country": mark("country"),
    "venue_id": mark("venue"),
    "room_id": mark("room"),
    "person_id": mark("person"),
    "organisation_id": mark("organisation"),
    "partner_id": mark("partner"),
    "other_id": mark("other event"),
    "audience": mark("shown in"),
    "role": mark("role"),
    "hard": mark("fixed time"),
    "minutes": mark("minutes"),
    "signed_on": mark("signed on"),
    "value": mark("value"),
    "rank_minute": mark("hour of that day"),
    "rank_class": mark("class"),
    "honorary": mark("honorary"),
    "field": mark("field"),
    "founded_on": mark("founded on"),
    "guest_id": mark("guest"),
    "host_id": mark("host"),
    "officer_id": mark("officer"),
    "participation_id": mark("member"),
    "spouse_of_id": mark("spouse of"),
    "replaces_id": mark("comes instead of"),
    "pinned": mark("decided by hand"),
    "based_on": mark("began as"),
    "profile_values": mark("what differs"),
    "profile_code": mark("profile of protocol"),
    "profile_id": mark("profile of protocol"),
    "protocol": mark("choices of protocol"),
}
_PLUMBING = frozenset({"start_fold", "end_fold", "folded", "change", "utc_start", "utc_end"})
"""Fields that say nothing to a person."""
_AT_FIRST = frozenset({"position", "own_order"})
"""Fields that say nothing where a row is added."""
_KINDS = frozenset({"kind", "state", "role", "side", "capacity", "order"})
_WORDS: Mapping[tuple[str, str], Mapping[Any, str]] = {
    ("event", "kind"): KINDS,
    ("event_link", "kind"): LINKS,
    ("event", "state"): STATES,
    ("delegation", "side"): SIDES,
    ("participation", "capacity"): CAPACITIES,
    ("participation", "state"): MEMBER_STATES,
    ("organisation", "kind"): ORGANISATIONS,
    ("person_name", "order"): NAME_ORDERS,
}


def change_rows(
    changes: tuple[FieldChange, ...], names: Mapping[tuple[str, int], Any] = NOBODY
) -> list[tuple[str, str, str]]:
    """Return what a step changed as (thing and field, before, after); texts are split by language, ids are named."""
    rows: list[tuple[str, str, str]] = []
    for one in changes:
        if _is_plumbing(one.field) or (one.before in (None, "", [], {}) and one.after in (None, "", [], {})):
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


def _is_plumbing(field: str) -> bool:
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
