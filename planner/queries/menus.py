"""The menus of an event's meals, and for how many each dish is not (handbook 2.23, 5.5).

Diets are private: what is told here is how many have which, never who.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from sqlalchemy import Connection, select

from planner.model.agenda import Item
from planner.model.logistics import Dish
from planner.model.people import PersonPrivate
from planner.queries.agenda import ItemRow, programme
from planner.queries.delegations import delegations
from planner.queries.events import EventPage, event_page
from planner.queries.logistics import PlaceRow, places
from planner.queries.motorcades import taking_part
from planner.queries.taking_part import groups_of
from planner.rules.checks.calendar_rules import FORBIDS
from planner.rules.kinds import ItemKind, ItemState
from planner.rules.text import Text

MEALS = frozenset({ItemKind.MEAL, ItemKind.RECEPTION})
"""The kinds of items that usually have a menu."""
NO_MARKS = frozenset({"diabetic", "fasting"})
"""Diets no mark of a dish speaks for or against."""


class DishRow(NamedTuple):
    """A dish; `unfit` are the diets it is not for, each with how many of those who take part have it."""

    id: int
    item_id: int
    course: Text
    title: Text
    marks: tuple[str, ...]
    unfit: tuple[tuple[str, int], ...] = ()


class MealRow(NamedTuple):
    """A meal: its dishes in order, how many eat, and what they do not: codes of diets and words as they were typed.

    `asked` tells of how many anything is noted.
    """

    id: int
    title: Text
    day: date | None
    start: int | None
    venue: Text
    dishes: tuple[DishRow, ...]
    eaters: int
    asked: int
    diets: tuple[tuple[str, int], ...]
    wishes: tuple[tuple[str, int], ...]


class KnownDish(NamedTuple):
    """A dish that was served before, to be offered again."""

    title: Text
    marks: tuple[str, ...]


class Menus(NamedTuple):
    """The meals of an event in order of time, what was served before, and menus of other events by their item."""

    event: EventPage
    meals: tuple[MealRow, ...]
    known: tuple[KnownDish, ...]
    courses: tuple[Text, ...]


def menus(db: Connection, event_id: int) -> Menus:
    """Return the menus of an event; any item that has dishes is a meal too."""
    rows, plan = delegations(db, event_id), programme(db, event_id)
    there = groups_of(rows, plan.tracks)
    found = {one.id: one for one in places(rows)}
    diets = _diets(db, found.values())
    dishes: dict[int, list[DishRow]] = defaultdict(list)
    query = select(Dish.id, Dish.item_id, Dish.course, Dish.title, Dish.marks).join(Item, Item.id == Dish.item_id)
    for row in db.execute(query.where(Item.event_id == event_id).order_by(Dish.position, Dish.id)):
        dishes[row.item_id].append(DishRow(row.id, row.item_id, row.course, row.title, tuple(row.marks)))
    meals = []
    for item in plan.items:
        usual = item.kind in MEALS and item.state is not ItemState.CANCELLED and item.parent_id is None
        if usual or item.id in dishes:
            meals.append(_meal(item, dishes.get(item.id, []), taking_part(there, item), diets))
    return Menus(event_page(db, event_id), tuple(meals), *_served(db))


def unfit(marks: Iterable[str], diets: Mapping[str, int]) -> tuple[tuple[str, int], ...]:
    """Return the diets a dish is not for; one marked as fit for a diet is, whatever it is usually made of (W-53)."""
    held = set(marks)
    return tuple(
        (diet, diets[diet])
        for diet, forbidden in FORBIDS.items()
        if diet in diets and held & set(forbidden) and (diet not in held or diet in forbidden)
    )


def _meal(item: ItemRow, dishes: list[DishRow], people: frozenset[int], diets: Mapping[int, str]) -> MealRow:
    codes: Counter[str] = Counter()
    wishes: Counter[str] = Counter()
    asked = 0
    for one in people:
        words = diets.get(one, "").strip()
        if words:
            asked += 1
            known = _codes(words)
            codes.update(known)
            if not known:
                wishes[words] += 1
    shown = tuple(one._replace(unfit=unfit(one.marks, codes)) for one in dishes)
    return MealRow(
        item.id, item.title, item.day, item.start, item.venue, shown, len(people), asked,
        tuple(codes.most_common()), tuple(wishes.most_common()),
    )  # fmt: skip


def _codes(words: str) -> set[str]:
    """Return the codes of diets among what was typed, as the checks read it."""
    typed = words.casefold().replace(",", " ").replace(";", " ").split()
    return {one for one in typed if one in FORBIDS or one in NO_MARKS}


def _diets(db: Connection, people: Iterable[PlaceRow]) -> dict[int, str]:
    """Return what is noted of diets, by place in a delegation."""
    persons = {one.person_id: one.id for one in people if one.person_id is not None}
    query = select(PersonPrivate.person_id, PersonPrivate.diet)
    rows = db.execute(query.where(PersonPrivate.person_id.in_(list(persons)), PersonPrivate.diet != ""))
    return {persons[row.person_id]: row.diet for row in rows}


def _served(db: Connection) -> tuple[tuple[KnownDish, ...], tuple[Text, ...]]:
    """Return the dishes and the courses of all menus of the office, the latest first, each once."""
    dishes: dict[str, KnownDish] = {}
    courses: dict[str, Text] = {}
    query = select(Dish.title, Dish.course, Dish.marks).order_by(Dish.id.desc()).limit(2000)
    for title, course, marks in db.execute(query):
        if title.first():
            dishes.setdefault(title.first(), KnownDish(title, tuple(marks)))
        if course.first():
            courses.setdefault(course.first(), course)
    return tuple(dishes.values()), tuple(courses.values())
