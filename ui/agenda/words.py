"""What kinds, states and readers of programme items are called on the screen."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Any

from planner.language.catalog import mark
from planner.language.languages import find, own_name
from planner.rules.kinds import Audience, ItemKind, ItemState, Role
from planner.rules.text import Language
from ui.common.words import ITEM_KINDS as KINDS
from ui.translate import language, t

STATES = {
    ItemState.TENTATIVE: mark("tentative"),
    ItemState.CONFIRMED: mark("confirmed"),
    ItemState.CANCELLED: mark("cancelled"),
}
AUDIENCES = {
    Audience.GUEST: mark("For guests"),
    Audience.WORKING: mark("Working programme"),
    Audience.PRESS: mark("For the press"),
    Audience.INTERNAL: mark("Internal notes"),
}
ROLES = {
    Role.TAKES_PART: mark("takes part"),
    Role.CHAIR: mark("chairs"),
    Role.SPEAKER: mark("speaks"),
    Role.MODERATOR: mark("moderates"),
    Role.CO_MODERATOR: mark("co-moderates"),
    Role.IN_CHARGE: mark("is in charge"),
    Role.INTERPRETER: mark("interprets"),
}
_KINDS: dict[type[StrEnum], Mapping[Any, str]] = {
    ItemKind: KINDS, ItemState: STATES, Audience: AUDIENCES, Role: ROLES,
}  # fmt: skip

PARTS = (ItemKind.TOPIC, ItemKind.TALK)
SESSIONS = (ItemKind.PLENARY, ItemKind.SESSION)


def word(kind: StrEnum) -> str:
    """Return what a kind is called in the interface's language."""
    return t(_KINDS[type(kind)][kind])


def choices(kind: type[StrEnum]) -> list[tuple[Any, str]]:
    """Return every kind of one sort with what it is called, capitalised for a field of choices."""
    return [(one, capital(word(one))) for one in kind]


def modes() -> list[tuple[str, str]]:
    """Return how one gets from place to place, as the venues' table and movements have it."""
    named = (("car", t("by car")), ("bus", t("by bus")), ("foot", t("on foot")), ("train", t("by train")))
    return [("", "—"), *named]


def talk_forms() -> list[tuple[str, str]]:
    """Return how a talk is given."""
    return [("", "—"), ("in-person", t("in person")), ("online", t("online"))]


def capital(words: str) -> str:
    """Return words with a capital first letter."""
    return words[:1].upper() + words[1:]


def tongue(tag: Language) -> str:
    """Return what a language calls itself, capitalised as a caption."""
    return capital(own_name(tag))


def day_label(day: date) -> str:
    """Return a day for a button: "Wed 15 May"."""
    data = find(language())
    return f"{capital(data.weekdays_short[day.weekday()])} {day.day} {data.months_short[day.month - 1]}"


def day_heading(day: date) -> str:
    """Return a day as the heading of a list: "Wednesday, 15 May 2024"."""
    data = find(language())
    return f"{capital(data.weekdays[day.weekday()])}, {day.day} {data.months[day.month - 1]} {day.year}"
