"""Draws arguments for every registered operation from what an office holds just now."""

from __future__ import annotations

import inspect
from datetime import UTC, date, datetime
from typing import Any

from hypothesis import strategies as st
from sqlalchemy import Connection, literal, select, union_all

from planner.model.base import Base
from planner.model.office import Office
from planner.operations import (
    agenda,
    calendar,
    delegations,
    events,
    follow_up,
    gifts,
    invitations,
    logistics,
    organisations,
    people,
    phrases,
    pictures,
    preparation,
    seating,
    signing,
    venues,
)
from planner.operations.import_people import apply_import
from planner.operations.import_schedule import apply_schedule
from planner.operations.papers import issue_paper
from planner.operations.people import NewName
from planner.operations.registry import REGISTRY
from planner.operations.retiming import Move
from planner.operations.run_sheet import RUN_FIELDS
from planner.operations.taking_part import Painted
from planner.operations.texts import TEXTS
from planner.rules import kinds
from planner.rules.busy import BusyTime as Appointment
from planner.rules.calendar import OWN_KINDS
from planner.rules.people_import import Change, Outcome, PreviewLine
from planner.rules.person_record import ImportedName, PersonRecord
from planner.rules.places import PlanKind
from planner.rules.schedule import Schedule, Speaker, Talk
from planner.rules.schedule_import import Known, Line, compare
from planner.rules.text import Text, text

Ids = dict[str, list[int]]

WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn"]), max_size=12)
SOME_WORDS = st.sampled_from(["Встреча", "Meeting", "Жолугушуу", "A & B <Ltd>", "“x”", "é", " "])
DAYS = st.dates(date(2024, 1, 1), date(2027, 12, 31))
MINUTES = st.integers(0, 1439)
INSTANTS = st.datetimes(datetime(2024, 1, 1), datetime(2027, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
TAGS = st.sampled_from(["ru", "en", "ky", "mn"])
FORMS = st.dictionaries(st.sampled_from(["gen", "ins", "nom"]), st.sampled_from(["", "Кабаева", "Манасом"]), max_size=2)
TEXT = st.builds(lambda ru, en: text(ru=ru, en=en), WORDS, SOME_WORDS)
ANY_TEXT = TEXT | st.just(Text())
ZONES = st.sampled_from(["Asia/Krasnoyarsk", "Asia/Bishkek", "Europe/Moscow", "America/New_York"])

TABLE_OF = {
    "event_id": "event", "other_id": "event", "link_id": "event_link", "topic_id": "topic", "greeting_id": "greeting",
    "event_flag_id": "event_flag", "flag_id": "flag", "agreement_id": "agreement", "organisation_id": "organisation",
    "partner_id": "organisation", "partnership_id": "partnership", "person_id": "person", "name_id": "person_name",
    "post_id": "post", "participation_id": "participation", "delegation_id": "delegation", "item_id": "item",
    "parent_id": "item", "before_id": "item", "after_id": "item", "track_id": "track", "track_member_id": "track_member", "attendance_id": "attendance", "venue_id": "venue", "room_id": "room",
    "from_venue_id": "venue", "to_venue_id": "venue", "route_id": "route", "replaces_id": "participation",
    "gift_id": "gift", "picture_id": "picture", "other_person_id": "person",
    "office_day_id": "office_day", "issued_paper_id": "issued_paper", "paper_holder_id": "paper_holder",
    "profile_id": "profile", "guest_id": "participation", "host_id": "participation", "officer_id": "participation",
    "spouse_of_id": "participation", "liaison_id": "liaison",
    "plan_id": "seating_plan", "table_id": "seating_table", "wish_id": "seating_wish", "first_id": "participation",
    "record_id": "record", "commitment_id": "commitment", "statement_id": "statement", "invitation_id": "invitation",
    "second_id": "participation", "dismissal_id": "dismissal",
    "vehicle_id": "vehicle", "ride_id": "ride", "rider_id": "rider", "journey_id": "journey", "lodging_id": "lodging",
    "dish_id": "dish", "from_item_id": "item", "shares_with_id": "participation", "phrase_id": "phrase",
    "task_id": "task", "signing_id": "signing", "signatory_id": "signatory",
}  # fmt: skip
"""The table an id of this name is of."""

EXCEPTIONS = {
    ("remove_event_agreement", "link_id"): "event_agreement",
    ("date_organisation_name", "name_id"): "organisation_name",
}

SEATS = st.sampled_from(["guest:0", "host:+1", "table:1:3", "RR"])

PLAIN: dict[str, st.SearchStrategy[Any]] = {
    "due": st.none() | DAYS, "result": WORDS, "approved_by": WORDS, "sent_on": st.none() | DAYS, "answered_on": st.none() | DAYS,
    "with_spouse": st.booleans(), "dress": st.sampled_from(["", "business"]), "interpretation": st.sampled_from(["", "consecutive"]), "outdoor": st.booleans(), "alert": WORDS,
    "form": st.sampled_from(["", "online", "x"]), "slides": st.booleans(), "co_owners": WORDS, "control": WORDS, "bed": st.sampled_from(["", "twin", "x"]), "smoking": st.booleans(),
    "budget": WORDS, "card": ANY_TEXT,
    "forms": FORMS, "said": WORDS,
    "title": TEXT, "name": TEXT, "note": WORDS, "address": WORDS, "heading": ANY_TEXT, "short": ANY_TEXT, "subtitle": ANY_TEXT,
    "post_title": ANY_TEXT, "position": st.integers(0, 5), "words": SOME_WORDS | WORDS, "country": st.sampled_from(["", "KG", "ru"]),
    "languages": st.lists(TAGS, min_size=1, max_size=3, unique=True), "host_languages": st.lists(TAGS, max_size=2, unique=True),
    "guest_languages": st.lists(TAGS, max_size=2, unique=True), "gender": st.sampled_from(["", "f", "m"]),
    "deceased": st.booleans(), "invented": st.booleans(), "surname": WORDS, "given": WORDS, "patronymic": WORDS,
    "order": st.sampled_from([one.value for one in kinds.NameOrder]), "valid_from": st.none() | DAYS, "valid_to": st.none() | DAYS,
    "source": st.sampled_from(["typed", "import"]), "confirmed_by": WORDS, "rank_level": st.none() | st.integers(1, 20),
    "rank_date": st.none() | DAYS, "acting": st.booleans(), "confirmed_on": st.none() | DAYS, "passport_number": WORDS,
    "passport_expires": st.none() | DAYS, "birth_date": st.none() | DAYS, "citizenship": st.just("KG"), "diet": WORDS, "health": WORDS,
    "contacts": st.dictionaries(st.sampled_from(["email", "phone"]), WORDS, max_size=2), "signed_on": st.none() | DAYS, "since": DAYS,
    "edition": WORDS, "zone": ZONES, "capacity": st.dictionaries(st.sampled_from([one.value for one in kinds.RoomLayout]), st.integers(0, 300), max_size=2),
    "hours": st.lists(st.tuples(st.integers(0, 6), st.integers(0, 700), st.integers(701, 1440)), max_size=4), "minutes": st.none() | st.integers(0, 200), "minute": st.integers(0, 1440), "on": st.booleans(),
    "mode": st.sampled_from(["car", "walk"]), "from_day": DAYS, "to_day": DAYS, "host_zone": ZONES, "guest_zone": ZONES, "feast": st.just("eid_al_fitr"),
    "day": DAYS, "where": st.just("table"), "paper": st.sampled_from(["programme", "participants"]), "own_order": st.integers(0, 9),
    "place": st.none() | st.integers(1, 5), "start": MINUTES, "lead": st.none() | st.integers(0, 60), "end": st.none() | MINUTES, "end_day": st.none() | DAYS, "start_zone": ZONES, "end_zone": ZONES,
    "start_fold": st.just(0), "end_fold": st.just(0), "hard": st.booleans(), "internal_note": WORDS, "principal": st.booleans(),
    "audience": st.lists(st.sampled_from([one.value for one in kinds.Audience]), unique=True, max_size=4),
    "role": st.sampled_from([one.value for one in kinds.Role]), "side": st.sampled_from([one.value for one in kinds.Side]),
    "language": TAGS, "names": st.lists(st.builds(NewName, TAGS, WORDS, WORDS), min_size=1, max_size=2), "key": st.just("office.city"),
    "value": st.none() | st.dictionaries(WORDS, WORDS, max_size=2), "signature": WORDS, "mapping": st.dictionaries(WORDS, WORDS, max_size=2),
    "yearly": st.booleans(), "times": st.lists(st.builds(Appointment, st.sampled_from(["a", "b"]), INSTANTS, INSTANTS, st.booleans(), WORDS, st.booleans()), max_size=3),
    "content": st.sampled_from([b"\xff\xd8\xff\x00", b"GIF"]), "consent": st.booleans(), "credit": WORDS, "currency": st.sampled_from(["RUB", "usd"]),
    "from_other": st.lists(st.sampled_from(["country", "gender", "degree", "post", "name.ru", "name.en", "private.diet", "contact.phone"]), max_size=3),
    "given_on": st.none() | DAYS, "registered_on": st.none() | DAYS, "giver": WORDS, "handed_by": WORDS, "wrapped": st.booleans(), "from_us": st.booleans(),
    "marks": st.lists(st.sampled_from(["alcohol", "blade", "spam"]), max_size=2),
    "state": st.sampled_from(["confirmed"]), "based_on": st.sampled_from(["RU-municipal", "CN"]), "code": st.sampled_from(["", "EU", "US"]),
    "by_states": st.booleans(), "toasts": st.booleans(), "way": st.sampled_from(["", "host-first", "descending"]), "founded_on": st.none() | DAYS, "lot": st.sampled_from(["", "KG"]), "phone": WORDS, "rank_minute": st.none() | MINUTES, "honorary": st.booleans(),
    "rank_class": st.sampled_from(["", "ambassador", "consul"]), "field": st.sampled_from(["", "education"]),
    "seat": SEATS, "places": st.dictionaries(SEATS, st.none(), max_size=3), "pinned": st.booleans(), "reason": WORDS,
    "seats": st.integers(1, 12), "shape": st.sampled_from(["round", "long"]), "x": st.integers(-50, 900), "y": st.integers(0, 900),
    "turn": st.integers(0, 359), "number": st.none() | st.integers(1, 4), "count": st.integers(0, 3), "pins_too": st.booleans(),
    "phrases": st.lists(st.tuples(ANY_TEXT, st.sampled_from(["", "meal"])), max_size=3), "topic": st.sampled_from(["", "meal", "no kind"]), "retired": st.booleans(),
    "fasting": st.sampled_from(["", "yes", "no"]), "prayer": st.booleans(), "access": st.sampled_from(["", "no-steps"]), "visa_until": st.none() | DAYS, "equipment": st.lists(st.sampled_from(["booth", "screen"]), max_size=2), "step_free": st.none() | st.booleans(),
    "outline": st.dictionaries(st.sampled_from(["width", "depth"]), st.integers(200, 900), max_size=2),
    "room": st.dictionaries(st.sampled_from(["width", "depth"]), st.integers(200, 900), max_size=2),
    "owner": WORDS, "anchor": st.sampled_from(["start", "end", "x"]), "offset": st.none() | st.integers(-401, 401), "done_on": st.none() | DAYS,
    "originals": st.none() | st.integers(0, 4), "powers": WORDS,
    "plate": WORDS, "driver": WORDS, "flag": st.sampled_from(["", "KG"]), "radio": WORDS, "direction": st.sampled_from(["arrival", "departure", "x"]),
    "means": st.sampled_from(["flight", "train"]), "from_place": WORDS, "to_place": WORDS, "leaves_day": st.none() | DAYS, "leaves": st.none() | MINUTES,
    "leaves_zone": ZONES, "arrives_day": st.none() | DAYS, "arrives": st.none() | MINUTES, "arrives_zone": ZONES, "terminal": WORDS, "met_by": WORDS,
    "bags": st.none() | st.integers(-1, 9), "room_type": st.sampled_from(["single", "suite", "cave"]), "room_number": WORDS, "early": st.booleans(),
    "zones": st.lists(st.sampled_from(["A", "VIP", "A", "far too long a zone"]), max_size=3), "speaks": st.sampled_from(["", "ky", "en", "?"]),
    "late": st.booleans(), "payer": WORDS, "breakfast": st.booleans(), "course": ANY_TEXT, "sign": ANY_TEXT,
}  # fmt: skip
"""What a parameter of this name may be."""


def _kind(of: Any) -> st.SearchStrategy[str]:
    return st.sampled_from([one.value for one in of])


SPECIAL: dict[tuple[str, str], st.SearchStrategy[Any]] = {
    ("add_task", "title"): WORDS, ("edit_task", "title"): WORDS,
    ("tick_ready", "code"): st.sampled_from(["pens", "blotter", "cover", "powers", "x"]), ("note_text", "which"): st.sampled_from(["agreed", "final", "x"]),
    ("note_text", "name"): st.sampled_from(["", "memorandum.docx", "C:\\texts\\plan.pdf"]), ("note_text", "sha256"): st.sampled_from(["", "0" * 64, "f" * 64, "x"]),
    ("add_record", "kind"): st.sampled_from(["heard", "spoke", "resolved", "x"]), ("edit_record", "kind"): st.sampled_from(["heard", "resolved"]),
    ("add_record", "words"): ANY_TEXT, ("add_commitment", "words"): ANY_TEXT, ("add_statement", "words"): ANY_TEXT,
    ("add_commitment", "state"): st.sampled_from(["open", "done"]), ("edit_commitment", "state"): st.sampled_from(["done", "x"]),
    ("add_statement", "paper"): st.sampled_from(["press-note", "report"]), ("add_statement", "part"): st.sampled_from(["lead", "press", "results"]),
    ("order_statements", "paper"): st.sampled_from(["press-note", "report"]),
    ("invite_all", "state"): st.sampled_from(["sent", "x"]), ("edit_invitations", "state"): st.sampled_from(["declined", "x"]), ("edit_gifts", "value"): st.none() | st.integers(-1, 9),
    ("add_journeys", "number"): WORDS, ("edit_journeys", "number"): WORDS, ("edit_dishes", "marks"): st.lists(st.sampled_from(["halal", "nuts", "x"]), max_size=2), ("copy_rides", "riders"): st.booleans(),
    ("invite", "state"): st.sampled_from(["sent", "accepted"]), ("edit_invitation", "state"): st.sampled_from(["declined", "x"]),
    ("add_vehicle", "name"): SOME_WORDS, ("edit_vehicle", "name"): SOME_WORDS, ("add_vehicle", "kind"): st.just("coach"), ("edit_vehicle", "kind"): st.just("van"),
    ("add_journey", "number"): WORDS, ("edit_journey", "number"): WORDS, ("add_dish", "marks"): st.just(["halal"]), ("edit_dish", "marks"): st.lists(st.sampled_from(["halal", "nuts", "x"]), max_size=2),
    ("add_event", "kind"): _kind(kinds.EventKind), ("edit_event", "kind"): _kind(kinds.EventKind), ("edit_event", "state"): _kind(kinds.EventState),
    ("add_event", "state"): _kind(kinds.EventState), ("link_events", "kind"): _kind(kinds.LinkKind), ("add_organisation", "kind"): _kind(kinds.OrganisationKind),
    ("edit_organisation", "kind"): _kind(kinds.OrganisationKind), ("add_agreement", "kind"): WORDS, ("edit_agreement", "kind"): WORDS,
    ("add_item", "kind"): _kind(kinds.ItemKind), ("edit_item", "kind"): _kind(kinds.ItemKind), ("edit_item", "state"): _kind(kinds.ItemState),
    ("add_item", "state"): _kind(kinds.ItemState), ("add_item", "note"): ANY_TEXT, ("add_greeting", "words"): ANY_TEXT, ("add_venue", "address"): ANY_TEXT,
    ("set_route", "minutes"): st.integers(-1, 90), ("resize_item", "end"): MINUTES, ("add_member", "capacity"): _kind(kinds.Capacity),
    ("edit_member", "capacity"): _kind(kinds.Capacity), ("edit_member", "state"): _kind(kinds.ParticipationState), ("add_member", "state"): _kind(kinds.ParticipationState),
    ("edit_members", "capacity"): _kind(kinds.Capacity), ("edit_members", "state"): _kind(kinds.ParticipationState),
    ("copy_day", "to_day"): DAYS, ("add_movement", "minutes"): st.integers(-1, 90), ("set_heading", "title"): ANY_TEXT, ("add_post", "title"): ANY_TEXT, ("note_restored", "day"): WORDS, ("add_delegation", "name"): ANY_TEXT,
    ("add_new_member", "capacity"): _kind(kinds.Capacity), ("add_new_member", "position"): ANY_TEXT, ("write_text", "words"): SOME_WORDS | WORDS,
    ("add_profile", "name"): SOME_WORDS, ("copy_profile", "name"): SOME_WORDS, ("name_profile", "name"): SOME_WORDS,
    ("set_in_profile", "key"): st.sampled_from(["nuncio_first", "interpreter_host", "spouse_rank", "ranks"]),
    ("set_in_profile", "value"): st.sampled_from([None, True, False, "left", "booth", "partner", [{"level": 3, "ru": "пост"}]]),
    ("add_seating_plan", "kind"): _kind(PlanKind), ("edit_seating_plan", "kind"): _kind(PlanKind), ("place_people", "pinned"): st.lists(SEATS, max_size=2),
    ("set_seating_option", "name"): st.sampled_from(["mirror", "interpreter"]), ("set_seating_option", "value"): st.sampled_from([None, True, "behind"]),
    ("add_seating_wish", "kind"): st.sampled_from(["together", "apart"]), ("add_seating_plan", "title"): ANY_TEXT, ("add_seating_table", "name"): ANY_TEXT,
    ("dismiss_finding", "facts"): WORDS, ("dismiss_finding", "things"): st.lists(st.tuples(st.just("item"), st.integers(1, 9)), max_size=2),
    ("set_limit", "name"): st.sampled_from(["gap_minutes", "day_load_hours", "none"]), ("set_limit", "value"): st.none() | st.integers(-1, 200),
    ("add_office_day", "kind"): _kind(OWN_KINDS), ("edit_office_day", "kind"): _kind(OWN_KINDS), ("correct_greeting", "words"): ANY_TEXT,
    ("write_initials", "gap"): st.booleans(), ("write_salutations", "kind"): st.sampled_from(["m", "f", "any", "x"]), ("write_salutations", "post"): st.sampled_from(["", "mayor", "nobody"]),
    ("write_salutations", "forms"): st.lists(st.sampled_from(["Уважаемый {name}!", "Dear {full},", "Dear {nobody},", ""]), max_size=2),
    ("limit_gifts", "value"): st.none() | st.integers(-1, 9), ("add_gift", "title"): ANY_TEXT, ("add_gift", "value"): st.none() | st.integers(-1, 9),
    ("edit_gift", "value"): st.none() | st.integers(-1, 9), ("set_photograph", "width"): st.integers(1, 9), ("set_photograph", "height"): st.integers(1, 9),
    ("add_event_picture", "width"): st.integers(1, 9), ("add_event_picture", "height"): st.integers(1, 9), ("edit_picture", "position"): st.integers(0, 5),
    ("set_in_template", "marking"): st.sampled_from([None, "open", "secret"]), ("set_in_template", "issuer"): st.none() | st.booleans(),
    ("set_in_template", "hide"): st.lists(st.sampled_from(["note", "host"]), max_size=2), ("set_in_template", "order"): st.just(["guest", "host"]),
    ("set_in_template", "style"): st.sampled_from([None, {"title": 16}, {"accent": "#2F6B40"}, {"accent": "#FFFF00"}]),
    ("set_word", "key"): st.sampled_from(["programme", "draft", "no such word"]), ("set_word", "words"): st.sampled_from(["", "Plan", "As of {stamp}"]),
    ("set_emblem", "width"): st.integers(0, 9), ("set_emblem", "height"): st.integers(1, 9),
    ("paint_attendance", "role"): _kind(kinds.Role) | st.just(""), ("write_run", "field"): st.sampled_from([*RUN_FIELDS, "nonsense"]),
    ("note_times", "start"): st.none() | MINUTES,
    ("remove_versions", "because"): st.sampled_from(["private", "erasure", "x"]),
    ("give_copy", "name"): SOME_WORDS | WORDS, ("give_copy", "copy"): st.none() | st.integers(0, 3), ("give_copy", "how"): WORDS,
}  # fmt: skip

FIELDS = {
    "add_task": preparation.TASK_FIELDS, "edit_task": {**preparation.TASK_FIELDS, "title": None},
    "add_signing": signing.SIGNING_FIELDS, "edit_signing": signing.SIGNING_FIELDS, "add_signatory": signing.SIGNATORY_FIELDS, "edit_signatory": signing.SIGNATORY_FIELDS,
    "set_in_template": dict.fromkeys(("marking", "issuer", "hide", "order", "style")),
    "edit_record": follow_up.RECORD_FIELDS, "add_commitment": follow_up.COMMITMENT_FIELDS, "edit_commitment": follow_up.COMMITMENT_FIELDS,
    "add_statement": follow_up.STATEMENT_FIELDS, "edit_statement": follow_up.STATEMENT_FIELDS,
    "invite": invitations.INVITATION_FIELDS, "edit_invitation": invitations.INVITATION_FIELDS,
    "add_vehicle": logistics.VEHICLE_FIELDS, "edit_vehicle": logistics.VEHICLE_FIELDS, "add_ride": logistics.RIDE_FIELDS,
    "edit_ride": logistics.RIDE_FIELDS, "add_journey": logistics.JOURNEY_FIELDS, "edit_journey": logistics.JOURNEY_FIELDS,
    "add_lodging": logistics.LODGING_FIELDS, "edit_lodging": logistics.LODGING_FIELDS, "add_dish": logistics.DISH_FIELDS,
    "edit_dish": logistics.DISH_FIELDS, "add_journeys": logistics.JOURNEY_FIELDS, "edit_journeys": logistics.JOURNEY_FIELDS,
    "add_lodgings": logistics.LODGING_FIELDS, "edit_lodgings": logistics.LODGING_FIELDS, "edit_gifts": gifts.GIFT_FIELDS,
    "invite_all": invitations.INVITATION_FIELDS, "edit_invitations": invitations.INVITATION_FIELDS,
    "add_gift": gifts.GIFT_FIELDS, "edit_gift": gifts.GIFT_FIELDS, "edit_picture": pictures.PICTURE_FIELDS,
    "add_office_day": calendar.DAY_FIELDS, "edit_office_day": calendar.DAY_FIELDS,
    "add_person": {}, "edit_person": people.PERSON_FIELDS, "write_name": people.NAME_FIELDS, "add_post": people.POST_FIELDS,
    "edit_post": people.POST_FIELDS, "write_private": people.PRIVATE_FIELDS, "add_organisation": organisations.ORGANISATION_FIELDS,
    "edit_organisation": organisations.ORGANISATION_FIELDS, "date_organisation_name": organisations.VALIDITY,
    "add_agreement": organisations.AGREEMENT_FIELDS, "edit_agreement": organisations.AGREEMENT_FIELDS, "add_venue": venues.VENUE_FIELDS,
    "edit_venue": venues.VENUE_FIELDS, "add_room": venues.ROOM_FIELDS, "edit_room": venues.ROOM_FIELDS, "add_event": events.EVENT_FIELDS,
    "edit_event": events.EVENT_FIELDS, "add_delegation": delegations.DELEGATION_FIELDS, "edit_delegation": delegations.DELEGATION_FIELDS,
    "add_member": delegations.MEMBER_FIELDS, "add_new_member": delegations.MEMBER_FIELDS, "edit_member": delegations.MEMBER_FIELDS, "edit_members": delegations.MEMBER_FIELDS,
    "add_seating_plan": seating.PLAN_FIELDS, "edit_seating_plan": seating.PLAN_FIELDS, "add_seating_table": seating.TABLE_FIELDS,
    "add_phrase": phrases.PHRASE_FIELDS, "edit_phrase": phrases.PHRASE_FIELDS,
    "edit_seating_table": seating.TABLE_FIELDS, "add_item": agenda.ITEM_FIELDS, "edit_item": agenda.ITEM_FIELDS,
}  # fmt: skip
"""What the `**values` of an operation may name."""


OF_A_TEXT = frozenset({"write_text", "check_text", "write_checked_text", "take_phrase", "confirm_cases", "mend_letters"})
"""Operations on one text of any table."""

BY_HAND = frozenset({*OF_A_TEXT, "check_texts", "apply_import", "apply_schedule", "issue_paper"})
"""Operations drawn by functions of their own."""

LISTS = {"issued_paper_ids": "issued_paper", "picture_ids": "picture", "participation_ids": "participation", "journey_ids": "journey", "lodging_ids": "lodging", "gift_ids": "gift", "invitation_ids": "invitation", "dish_ids": "dish", "task_ids": "task", "signing_ids": "signing", "record_ids": "record", "commitment_ids": "commitment", "statement_ids": "statement", "track_ids": "track", "item_ids": "item", "parties": "organisation"}
"""Parameters that take several ids, and the table these are of."""


def knows(name: str, parameter: inspect.Parameter) -> bool:
    """Tell whether a parameter of an operation can be drawn."""
    if parameter.kind is inspect.Parameter.VAR_KEYWORD:
        return name in FIELDS
    return parameter.name in TABLE_OF | LISTS | PLAIN | {"moves": None, "cells": None, "seated": None} or (name, parameter.name) in SPECIAL


EVERY_ID = union_all(
    *(select(literal(name).label("name"), table.c.id) for name, table in Base.metadata.tables.items())
).order_by("name", "id")  # fmt: skip
"""One statement in place of sixty: it is asked before every operation drawn."""


def ids_of(db: Connection) -> Ids:
    """Return the ids of every table, and as "change" the number of the last one."""
    found: Ids = {name: [] for name in Base.metadata.tables}
    for name, row_id in db.execute(EVERY_ID):
        found[name].append(row_id)
    return found | {"change": list(db.scalars(select(Office.change)))}


def draw_call(draw: Any, name: str, ids: Ids) -> dict[str, Any] | None:
    """Return the arguments of one call of an operation, or None where the office has nothing to call it on."""
    if name == apply_import.__name__:
        return _import(draw, ids)
    if name == apply_schedule.__name__:
        return _schedule(draw, ids)
    if name in OF_A_TEXT:
        return _text_call(draw, name, ids)
    if name == "check_texts":
        calls = [one for one in (_text_call(draw, name, ids) for _ in range(draw(st.integers(0, 3)))) if one]
        return {"texts": [(one["table"], one["row_id"], one["field"], one["language"]) for one in calls]}
    if name == issue_paper.__name__:
        return _issue(draw, ids)
    call: dict[str, Any] = {}
    for parameter in list(inspect.signature(REGISTRY[name].function).parameters.values())[1:]:
        if parameter.kind is inspect.Parameter.VAR_KEYWORD:
            allowed = sorted(set(FIELDS[name]) - set(call))
            for field in draw(st.lists(st.sampled_from(allowed), unique=True, max_size=3)) if allowed else ():
                call[field] = _value(draw, name, field, ids, optional=True)
            continue
        optional = parameter.default is not inspect.Parameter.empty
        if optional and draw(st.booleans()):
            continue
        value = _value(draw, name, parameter.name, ids, optional=optional)
        if value is NOTHING:
            return None
        call[parameter.name] = value
    return call


NOTHING = object()


def _value(draw: Any, name: str, parameter: str, ids: Ids, *, optional: bool) -> Any:
    if parameter == "moves":
        return _moves(draw, ids)
    if parameter == "cells":
        return _cells(draw, ids)
    if parameter == "seated":
        return _seated(draw, ids)
    if parameter in LISTS:
        table = LISTS[parameter]
        return draw(st.lists(st.sampled_from(ids[table]), max_size=2)) if ids[table] else []
    table = EXCEPTIONS.get((name, parameter)) or TABLE_OF.get(parameter, "")
    if table:
        if not ids[table]:
            return None if optional else NOTHING
        return draw(st.sampled_from(ids[table][-4:]))
    return draw(SPECIAL[name, parameter] if (name, parameter) in SPECIAL else PLAIN[parameter])


def _moves(draw: Any, ids: Ids) -> Any:
    """Up to three items, each once, to other times, into the pool, onto a track."""
    if not ids["item"]:
        return NOTHING
    tracks, rooms = ids["track"][-2:], ids["room"][-2:]
    return [
        Move(
            item, *draw(st.sampled_from([(None, None)]) | st.tuples(DAYS, MINUTES)), draw(st.none() | st.integers(0, 90)),
            draw(st.sampled_from([None, (), *((track,) for track in tracks)])),
            draw(st.sampled_from([None, (None, None), *((None, room) for room in rooms)])),
        )
        for item in draw(st.lists(st.sampled_from(ids["item"][-4:]), unique=True, max_size=3))
    ]  # fmt: skip


def _cells(draw: Any, ids: Ids) -> Any:
    """Up to four cells of the matrix: items by sides, delegations, tracks and places."""
    if not ids["item"]:
        return NOTHING
    whom = [Painted(0, side=side) for side in ("guest", "host")]
    for table, name in (("delegation", "delegation_id"), ("track", "track_id"), ("participation", "participation_id")):
        whom += [Painted(0, **{name: one}) for one in ids[table][-3:]]
    cells = st.builds(lambda item, who: who._replace(item_id=item), st.sampled_from(ids["item"][-3:]), st.sampled_from(whom))
    return draw(st.lists(cells, max_size=4))


def _seated(draw: Any, ids: Ids) -> Any:
    """Up to three people in cars."""
    if not ids["ride"] or not ids["participation"]:
        return []
    one = st.tuples(st.sampled_from(ids["ride"][-3:]), st.sampled_from(ids["participation"][-4:]), st.sampled_from(["", "RR", "3"]))
    return draw(st.lists(one, max_size=3))


def _text_call(draw: Any, name: str, ids: Ids) -> dict[str, Any] | None:
    there = [table for table in TEXTS if ids[table]]
    if not there:
        return None
    table = draw(st.sampled_from(there))
    call = {
        "table": table,
        "row_id": draw(st.sampled_from(ids[table])),
        "field": draw(st.sampled_from(TEXTS[table][1])),
        "language": draw(TAGS),
    }
    if name == "confirm_cases":
        call["forms"] = draw(FORMS)
    if name == "take_phrase":
        del call["language"]
        call["wordings"] = draw(st.dictionaries(TAGS, SOME_WORDS | WORDS, max_size=3))
    return call | ({"words": draw(SOME_WORDS | WORDS)} if name in ("write_text", "write_checked_text") else {})


def _issue(draw: Any, ids: Ids) -> dict[str, Any] | None:
    if not ids["event"]:
        return None
    return {
        "event_id": draw(st.sampled_from(ids["event"])),
        "paper": draw(PLAIN["paper"]),
        "edition": draw(st.sampled_from(["guest", "working"])),
        "item_id": draw(st.none() | st.sampled_from(ids["item"])) if ids["item"] else None,
        "at": datetime(2024, 5, 8, 9, 20, tzinfo=UTC),
        "reason": draw(SOME_WORDS),
        "override": draw(SOME_WORDS),
        "overridden": draw(st.dictionaries(st.just("W-38"), st.integers(1, 9))),
        "choice": {"languages": draw(PLAIN["languages"])},
        "frozen": draw(st.binary(max_size=9)),
        "pdf": draw(st.binary(max_size=9)),
        "rendered_at_change": ids["change"][0] - draw(st.sampled_from([0, 0, 0, 1])),
    }


def _import(draw: Any, ids: Ids) -> dict[str, Any] | None:
    if not ids["event"]:
        return None
    person = draw(st.none() | st.sampled_from(ids["person"])) if ids["person"] else None
    first = PersonRecord(
        1,
        {"ru": ImportedName(draw(WORDS) or "А", draw(WORDS))},
        position={"ru": draw(WORDS)},
        organisation={"ru": draw(WORDS)},
        country="KG",
    )
    second = PersonRecord(
        2, {"en": ImportedName("B", draw(WORDS))}, position={"en": draw(WORDS)}, delegation={"en": draw(WORDS) or "D"}
    )
    lines = [
        PreviewLine(1, Outcome.NEW, record=first),
        PreviewLine(3, Outcome.NEW, record=PersonRecord(3, position={"ru": "пост"})),
    ]
    if person is not None:
        changes = (Change("name.en", "", "B"), Change("position.en", "", second.position["en"]))
        lines.append(
            PreviewLine(2, Outcome.CHANGED, person_id=person, changes=changes, record=second, joins=draw(st.booleans()))
        )
    return {
        "event_id": draw(st.sampled_from(ids["event"])),
        "lines": lines,
        "side": draw(PLAIN["side"]),
        "source": "list.csv",
        "gone": [(one, draw(st.sampled_from(["declined", "removed", "stays"]))) for one in ids["participation"][-1:]],
        "apart": [(1, person)] if person is not None and draw(st.booleans()) else [],
    }


def _schedule(draw: Any, ids: Ids) -> dict[str, Any] | None:
    """Two talks of one session, new or in the place of items that are there."""
    if not ids["event"]:
        return None
    day = draw(DAYS)
    talks = tuple(
        Talk(number, f"t{number}", {"en": draw(WORDS) or "T"}, day, draw(MINUTES), day, draw(st.integers(0, 90)),
             room="r", track=draw(st.sampled_from(["", "s"])), speakers=("p",) * number)
        for number in (0, 1)
    )  # fmt: skip
    speaker = Speaker({"en": ImportedName(draw(WORDS) or "P")})
    schedule = Schedule(talks, {"r": {"en": "Room"}}, {"s": {"en": "Track"}}, {"p": speaker}, {"en": "Conference"})
    preview = compare(schedule, Known(), zone=draw(ZONES), title={}, place={}, fold=str.casefold)
    if ids["item"] and draw(st.booleans()):
        changes = frozenset({"title", "note", "time", "place", "position", "tracks", "speakers"})
        changed = [
            Line(line.item, Outcome.CHANGED, item_id, changes)
            for line, item_id in zip(preview.lines, ids["item"], strict=False)
        ]
        preview = preview._replace(lines=(*changed, *preview.lines[len(changed) :]))
    return {
        "event_id": draw(st.sampled_from(ids["event"])),
        "preview": preview,
        "source": "schedule.xml",
        "speakers": {"en": "Speakers"},
    }
