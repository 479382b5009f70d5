"""Events: made, edited, linked, and what they greet, fly and say on their papers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from planner.errors import BadInput
from planner.model.events import Event, EventAgreement, EventFlag, EventLink, Greeting, Topic
from planner.model.organisations import Agreement, Flag
from planner.model.papers import PaperHeading
from planner.model.participation import Delegation
from planner.operations import fields
from planner.operations.registry import Work, operation
from planner.rules.kinds import EventKind, EventState, LinkKind, Side
from planner.rules.text import EMPTY, Text

EVENT_FIELDS: Mapping[str, fields.Check] = {
    "kind": fields.one_of(EventKind),
    "from_day": fields.day,
    "to_day": fields.day,
    "host_zone": fields.zone,
    "guest_zone": fields.zone,
    "languages": fields.languages,
    "host_languages": fields.languages,
    "guest_languages": fields.languages,
    "state": fields.one_of(EventState),
    "note": fields.words,
}
LONGEST = 366
"""Days of the longest event."""


@operation("Add the event “{title}”")
def add_event(
    work: Work, kind: str, title: Text, *, from_day: date, to_day: date, languages: Sequence[str], **values: Any
) -> int:
    """Add an event (`EVENT_FIELDS`) with an empty host and guest delegation; return its id.

    The side's own languages are taken from the pair where they are not given: host first, guest second.
    """
    if not title:
        raise BadInput("An event needs a title in at least one language.")
    if not languages:
        raise BadInput("An event needs at least one language.")
    short, place = values.pop("short_title", EMPTY), values.pop("place", EMPTY)
    event = work.add(Event(kind="other", title=title, short_title=short, place=place, from_day=from_day, to_day=to_day))
    values.setdefault("host_languages", list(languages[:1]))
    values.setdefault("guest_languages", list(languages[1:2] or languages[:1]))
    fields.put(event, {"kind": kind, "languages": list(languages), **values}, EVENT_FIELDS)
    _require_dates(event)
    for position, side in enumerate((Side.GUEST, Side.HOST)):
        work.add(Delegation(event_id=event.id, side=side.value, position=position))
    work.values["title"] = title.first(*languages)
    return event.id


@operation("Edit the event “{title}”")
def edit_event(work: Work, event_id: int, **values: Any) -> None:
    """Set fields of an event (`EVENT_FIELDS`). Items keep their own days."""
    event = work.get(Event, event_id)
    fields.put(event, values, EVENT_FIELDS)
    _require_dates(event)
    if not event.languages:
        raise BadInput("An event needs at least one language.")
    work.values["title"] = _called(event)


@operation("Remove the event “{title}”")
def remove_event(work: Work, event_id: int) -> None:
    """Remove an event with its programme and delegations; people stay in the register."""
    event = work.get(Event, event_id)
    work.values["title"] = _called(event)
    work.remove(event)


@operation("Link “{title}”")
def link_events(work: Work, event_id: int, other_id: int, *, kind: str = LinkKind.LEADS_TO.value) -> int:
    """Join an event to another; return the id of the link. Raise BadInput for one and the same."""
    if event_id == other_id:
        raise BadInput("An event cannot lead to itself.")
    work.get(Event, other_id)
    work.values["title"] = _called(work.get(Event, event_id))
    found = work.find(EventLink, event_id=event_id, other_id=other_id)
    link = found[0] if found else work.add(EventLink(event_id=event_id, other_id=other_id))
    fields.put(link, {"kind": kind}, {"kind": fields.one_of(LinkKind)})
    return link.id


@operation("Unlink two events")
def unlink_events(work: Work, link_id: int) -> None:
    """Take the link between two events away."""
    work.remove(work.get(EventLink, link_id))


@operation("Add the topic “{title}”")
def add_topic(work: Work, event_id: int, title: Text) -> int:
    """Add a topic to an event; return its id."""
    work.get(Event, event_id)
    work.values["title"] = title.first()
    return work.add(Topic(event_id=event_id, title=title, position=len(work.find(Topic, event_id=event_id)))).id


@operation("Remove the topic “{title}”")
def remove_topic(work: Work, topic_id: int) -> None:
    """Remove a topic."""
    topic = work.get(Topic, topic_id)
    work.values["title"] = topic.title.first()
    work.remove(topic)


@operation("Join “{title}” to the agreement")
def add_event_agreement(work: Work, event_id: int, agreement_id: int) -> int:
    """Say that an event is about an agreement; return the id."""
    work.get(Agreement, agreement_id)
    work.values["title"] = _called(work.get(Event, event_id))
    found = work.find(EventAgreement, event_id=event_id, agreement_id=agreement_id)
    return found[0].id if found else work.add(EventAgreement(event_id=event_id, agreement_id=agreement_id)).id


@operation("Part an event from an agreement")
def remove_event_agreement(work: Work, link_id: int) -> None:
    """Say that an event is no longer about an agreement."""
    work.remove(work.get(EventAgreement, link_id))


@operation("Plan a greeting")
def add_greeting(work: Work, event_id: int, feast: str, *, day: date, country: str = "", words: Text = EMPTY) -> int:
    """Record a greeting by the identity of its feast ("eid_al_fitr"); return its id."""
    work.get(Event, event_id)
    greeting = work.add(Greeting(event_id=event_id, feast=feast, day=day, words=words))
    fields.put(greeting, {"country": country}, {"country": fields.country})
    return greeting.id


@operation("Remove a greeting")
def remove_greeting(work: Work, greeting_id: int) -> None:
    """Remove a greeting."""
    work.remove(work.get(Greeting, greeting_id))


@operation("Put out a flag")
def put_out_flag(work: Work, event_id: int, flag_id: int, *, where: str = "table") -> int:
    """Say which edition of a flag stands at an event; return the id."""
    work.get(Event, event_id)
    work.get(Flag, flag_id)
    return work.add(EventFlag(event_id=event_id, flag_id=flag_id, where=where)).id


@operation("Take a flag away")
def take_flag_away(work: Work, event_flag_id: int) -> None:
    """Take a flag from an event."""
    work.remove(work.get(EventFlag, event_flag_id))


@operation("Head the paper “{title}”")
def set_heading(work: Work, event_id: int, paper: str, *, title: Text = EMPTY, subtitle: Text = EMPTY) -> int:
    """Author the heading of one paper of an event; return the id of its row, for `write_text`."""
    work.get(Event, event_id)
    found = work.find(PaperHeading, event_id=event_id, paper=paper)
    heading = found[0] if found else work.add(PaperHeading(event_id=event_id, paper=paper))
    if heading.title != title:
        heading.title = title
    if heading.subtitle != subtitle:
        heading.subtitle = subtitle
    work.values["title"] = title.first()
    return heading.id


def _require_dates(event: Event) -> None:
    if event.to_day < event.from_day:
        raise BadInput(
            "The event ends before it begins: {last} is before {first}.", first=event.from_day, last=event.to_day
        )
    if (event.to_day - event.from_day).days > LONGEST:
        raise BadInput("An event lasts at most {days} days. Look at the year.", days=LONGEST)


def _called(event: Event) -> str:
    return event.title.first(*event.languages)
