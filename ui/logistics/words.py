"""What the tab calls its kinds, and how moments are typed and shown in one cell."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from typing import NamedTuple

from planner.language.catalog import mark
from planner.language.names import initials_form
from planner.language.search import fold
from planner.language.zones import zone_city, zones
from planner.queries.logistics import PlaceRow
from planner.rules.kinds import Side
from planner.rules.text import Language
from ui.common.edit_columns import Choices
from ui.common.moment_fields import parse_day, parse_time, show_day, show_time
from ui.common.named import first_name, shown
from ui.translate import language, t

MEANS = {
    "flight": mark("flight"), "train": mark("train"), "car": mark("car"), "coach": mark("coach"), "ship": mark("ship"),
}  # fmt: skip
DIRECTIONS = {"arrival": mark("arrival"), "departure": mark("departure")}
ROOM_TYPES = {
    "suite": mark("suite"), "junior-suite": mark("junior suite"), "single": mark("single"), "double": mark("double"),
    "twin": mark("twin"),
}  # fmt: skip
BEDS = {"double": mark("double bed"), "twin": mark("two beds")}
VEHICLES = {
    "car": mark("car"), "minibus": mark("minibus"), "coach": mark("coach"), "van": mark("luggage van"),
}  # fmt: skip
SEATS = {
    "RR": mark("rear right"), "RL": mark("rear left"), "RM": mark("rear middle"), "F": mark("front"),
}  # fmt: skip
STATES = {
    "draft": mark("not sent yet"), "sent": mark("sent"), "delivered": mark("delivered"), "accepted": mark("accepted"),
    "declined": mark("declined"), "tentative": mark("tentative"), "substitute": mark("substitute proposed"),
    "no-answer": mark("no answer"),
}  # fmt: skip
STATE_TONES = {
    "accepted": "fine", "declined": "stop", "tentative": "attention", "substitute": "attention",
    "no-answer": "attention",
}  # fmt: skip
DISH_MARKS = {
    "halal": mark("halal"), "kosher": mark("kosher"), "vegetarian": mark("vegetarian"), "vegan": mark("vegan"),
    "lent": mark("lenten"), "pork": mark("pork"), "beef": mark("beef"), "meat": mark("meat"), "fish": mark("fish"),
    "shellfish": mark("shellfish"), "egg": mark("egg"), "dairy": mark("dairy"), "lactose": mark("lactose"),
    "gluten": mark("gluten"), "nuts": mark("nuts"), "alcohol": mark("alcohol"),
}  # fmt: skip
DIETS = {
    "halal": mark("halal"), "no-pork": mark("no pork"), "no-alcohol": mark("no alcohol"), "kosher": mark("kosher"),
    "vegetarian": mark("vegetarian"), "vegan": mark("vegan"), "no-beef": mark("no beef"),
    "gluten-free": mark("gluten-free"), "lactose-free": mark("lactose-free"), "nuts": mark("no nuts"),
    "fish": mark("no fish or seafood"), "lent": mark("lenten"), "diabetic": mark("diabetic"),
    "fasting": mark("fasting"),
}  # fmt: skip
EDGES = {Side.GUEST: "guest", Side.HOST: "host", Side.INVITED: "invited", Side.STAFF: "muted"}
"""The colour of a side at the edge of a row."""


class Typed(NamedTuple):
    """A moment as it was typed; what was not said is None."""

    day: date | None = None
    minute: int | None = None
    zone: str | None = None


def named(words: Mapping[str, str]) -> Choices:
    """Return kinds as choices in the interface's language."""
    return Choices([(key, t(one)) for key, one in words.items()])


def name_of(one: PlaceRow | None, tags: Sequence[Language]) -> str:
    """Return what somebody is called: the name, else the post."""
    if one is None:
        return ""
    return first_name(one.names, language(), *tags) or shown(one.position, *tags) or t("to be confirmed")


def short_name(one: PlaceRow | None, tags: Sequence[Language]) -> str:
    """Return a name with initials, as "K. Imanaliev"; while only a post is named, the post."""
    if one is None:
        return ""
    for tag in (language(), *tags):
        if (name := one.names.get(tag)) is not None:
            return initials_form(name.surname, name.given, name.patronymic, language=tag)
    return name_of(one, tags)


def people_choices(people: Sequence[PlaceRow], tags: Sequence[Language], *, empty: bool = False) -> Choices:
    """Return people as choices; who bears the same name as another has the post beside it."""
    names = [name_of(one, tags) for one in people]
    found = []
    for one, name in zip(people, names, strict=True):
        post = shown(one.position, *tags) if names.count(name) > 1 else ""
        found.append((one.id, f"{name}, {post}" if post else name))
    return Choices(found, empty=empty)


def when(day: date | None, start: int | None) -> str:
    """Return when an item is: "24.04 13:00", "" where it has no day."""
    return show_moment(day, start) if day is not None else ""


def show_moment(day: date | None, minute: int | None) -> str:
    """Return "23.04 07:40"."""
    parts = [f"{day.day:02d}.{day.month:02d}" if day else "", show_time(minute) if minute is not None else ""]
    return " ".join(filter(None, parts))


def begin_moment(day: date | None, minute: int | None, zone: str) -> str:
    """Return what an editor of a moment begins with: "23.04.2024 07:40 Bishkek"."""
    parts = [show_day(day) if day else "", show_time(minute) if minute is not None else ""]
    return " ".join(filter(None, (*parts, zone_city(zone, language()) if any(parts) and zone else "")))


def parse_moment(words: str, near: date) -> Typed:
    """Return the moment meant by "23.4 7:40 Bishkek", "0740", "23"; what is not said of a day is as in `near`.

    Raise ValueError for what cannot be understood.
    """
    day = minute = None
    rest = []
    tokens = words.replace(",", " ").split()
    for token in tokens:
        if day is None and (found := _day(token, near, alone=len(tokens) == 1)) is not None:
            day = found
        elif minute is None and (at := parse_time(token)) is not None:
            minute = at % (24 * 60)
        else:
            rest.append(token)
    zone = None
    if rest:
        zone = zone_of(" ".join(rest))
        if zone is None:
            raise ValueError(words)
    return Typed(day, minute, zone)


def zone_of(place: str) -> str | None:
    """Return the zone of the town a place begins with: "Bishkek (FRU)" is in Asia/Bishkek; None for an unknown one."""
    town = place.partition("(")[0].strip()
    return _towns(language()).get(fold(town)) or (town if town in zones() else None)


@cache
def _towns(tag: Language) -> Mapping[str, str]:
    tags = dict.fromkeys((tag, "ru", "en"))
    return {fold(zone_city(zone, one)): zone for one in tags for zone in reversed(zones())}


def _day(token: str, near: date, *, alone: bool) -> date | None:
    """Return the day a token means; a bare number is one only where it stands alone."""
    if re.fullmatch(r"\d{1,2}", token) and not alone:
        return None
    if re.fullmatch(r"\d{1,2}:\d{2}|\d{3,4}", token):
        return None
    return parse_day(token, near)
