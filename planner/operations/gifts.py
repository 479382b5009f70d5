"""Presents: what was given to whom and by whom, so that nobody gets the same twice (handbook 2.16)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from planner.errors import BadInput
from planner.model.events import Event
from planner.model.logistics import Gift
from planner.model.people import Person, PersonName
from planner.operations import fields
from planner.operations.registry import Work, operation
from planner.rules.text import EMPTY, Text

MARKS = ("alcohol", "antique", "blade", "clock", "even-flowers", "food", "pork", "white-flowers")
"""What a present is or holds, as far as customs and habits ask."""


def _marks(value: Any) -> list[str]:
    if not set(value) <= set(MARKS):
        raise ValueError
    return [mark for mark in MARKS if mark in value]


def _money(value: Any) -> int:
    if fields.number(value) < 0:
        raise ValueError
    return int(value)


def _currency(value: Any) -> str:
    if not (len(value) == 3 and value.isascii() and value.isalpha()):
        raise ValueError
    return str(value).upper()


GIFT_FIELDS: Mapping[str, fields.Check] = {
    "giver": fields.words,
    "from_us": fields.flag,
    "value": fields.optional(_money),
    "currency": _currency,
    "given_on": fields.optional(fields.day),
    "handed_by": fields.words,
    "wrapped": fields.flag,
    "registered_on": fields.optional(fields.day),
    "marks": _marks,
    "budget": fields.words,
    "note": fields.words,
}


@operation("Add a present for {name}")
def add_gift(
    work: Work, person_id: int, title: Text = EMPTY, *, card: Text = EMPTY, event_id: int | None = None, **values: Any
) -> int:
    """Write down a present to or from a person (`GIFT_FIELDS`), perhaps of an event; return its id."""
    work.get(Person, person_id)
    if event_id is not None:
        work.get(Event, event_id)
    gift = work.add(Gift(person_id=person_id, event_id=event_id, title=title, card=card))
    fields.put(gift, values, GIFT_FIELDS)
    work.values["name"] = _receiver(work, gift)
    return gift.id


@operation("Edit the present for {name}")
def edit_gift(work: Work, gift_id: int, **values: Any) -> None:
    """Set fields of a present (`GIFT_FIELDS`)."""
    gift = work.get(Gift, gift_id)
    fields.put(gift, values, GIFT_FIELDS)
    work.values["name"] = _receiver(work, gift)


@operation("Put the present for {name} into an event")
def place_gift(work: Work, gift_id: int, event_id: int | None) -> None:
    """Say at which event a present is given, or at none."""
    gift = work.get(Gift, gift_id)
    if event_id is not None:
        work.get(Event, event_id)
    gift.event_id = event_id
    work.values["name"] = _receiver(work, gift)


@operation("Remove the present for {name}")
def remove_gift(work: Work, gift_id: int) -> None:
    """Remove a present that was written down by mistake."""
    gift = work.get(Gift, gift_id)
    work.values["name"] = _receiver(work, gift)
    work.remove(gift)


@operation("Set the limit for presents")
def limit_gifts(work: Work, value: int | None, *, currency: str = "RUB") -> None:
    """Set from which value a present is reported (W-55), in minor units; None goes back to the law's."""
    if value is not None and value < 0:
        raise BadInput("A limit cannot be less than nothing.")
    work.put_setting("gifts.limit", None if value is None else {"value": value, "currency": _currency(currency)})


def _receiver(work: Work, gift: Gift) -> str:
    names = work.find(PersonName, person_id=gift.person_id) if gift.person_id else []
    return f"{names[0].given} {names[0].surname}".strip() if names else ""
