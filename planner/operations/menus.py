"""The menu of a meal as a whole: its order, and one taken over from another meal (handbook 2.23)."""

from __future__ import annotations

from collections.abc import Sequence

from planner.errors import BadInput
from planner.model.agenda import Item
from planner.model.logistics import Dish
from planner.operations import logistics
from planner.operations.registry import Work, operation


@operation("Change the order of the menu")
def reorder_dish(work: Work, dish_id: int, place: int) -> None:
    """Move a dish to a place of its menu, counted from 0."""
    dish = work.get(Dish, dish_id)
    dishes = _in_order(work, dish.item_id)
    dishes.remove(dish)
    dishes.insert(min(max(place, 0), len(dishes)), dish)
    for number, one in enumerate(dishes):
        if one.position != number:
            one.position = number


@operation("Edit dishes: {count}")
def edit_dishes(work: Work, dish_ids: Sequence[int], marks: Sequence[str]) -> None:
    """Give several dishes the same marks (`logistics.DISH_MARKS`)."""
    for one in dict.fromkeys(dish_ids):
        logistics.edit_dish(work, one, marks=marks)
    work.values = {"count": len(set(dish_ids))}


@operation("Remove dishes: {count}")
def remove_dishes(work: Work, dish_ids: Sequence[int]) -> None:
    """Remove several dishes."""
    for one in dict.fromkeys(dish_ids):
        work.remove(work.get(Dish, one))
    work.values["count"] = len(set(dish_ids))


@operation("Take over a menu")
def copy_menu(work: Work, item_id: int, from_item_id: int) -> tuple[int, ...]:
    """Put the dishes of another meal, of whatever event, at the end of a meal's menu; return their ids."""
    work.get(Item, item_id)
    work.get(Item, from_item_id)
    if item_id == from_item_id:
        raise BadInput("A menu is taken over from another meal.")
    at = len(work.find(Dish, item_id=item_id))
    return tuple(
        work.add(
            Dish(item_id=item_id, position=at + place, course=old.course, title=old.title, marks=list(old.marks))
        ).id
        for place, old in enumerate(_in_order(work, from_item_id))
    )


def _in_order(work: Work, item_id: int) -> list[Dish]:
    return sorted(work.find(Dish, item_id=item_id), key=lambda one: (one.position, one.id))
