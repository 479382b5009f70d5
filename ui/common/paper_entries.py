"""By what number a paper of an event is chosen: `context.select("paper", number)`."""

from __future__ import annotations

PROGRAMME, PARTICIPANTS, RUNNING_ORDER, WORKING_PROGRAMME = 1, 2, 3, 4
"""The papers an event has once."""
SET_FROM, SET_TO = 100, 999
"""Between them lie the other papers of the set, by their place in it; what each is of is chosen beside it."""
SEATING = SET_FROM
"""The seating plan, which the seating desk goes to."""
EACH_PAPER = 25_000_000
"""Above it the other papers of the set, each of one meal, meeting or person: so many numbers a paper."""
LISTS_FROM = 1_000_000_000
"""Above it lie the lists of single delegations."""
PLANS_FROM = 1_500_000_000
"""Above it the plans of seats and of flags, each of one plan: two numbers a plan."""


def one_of_the_set(place: int) -> int:
    """Return the number of another paper of the set by its place."""
    return SET_FROM + place


def place_in_set(number: int) -> int | None:
    """Return the place in the set of the paper this number is, or None."""
    return number - SET_FROM if SET_FROM <= number <= SET_TO else None


def one_of(place: int, subject: int) -> int:
    """Return the number that leads to another paper of the set, of one of what it may be of (its id)."""
    return EACH_PAPER * (place + 1) + subject if 0 < subject < EACH_PAPER else one_of_the_set(place)


def subject_of(number: int) -> tuple[int, int] | None:
    """Return the place in the set and what the paper shall be of, or None for a number that does not say it."""
    if not EACH_PAPER < number <= LISTS_FROM:
        return None
    place, subject = divmod(number, EACH_PAPER)
    return place - 1, subject


def agenda_of(item_id: int) -> int:
    """Return the number of the agenda of a meeting; ids of items are above zero, so it lies below."""
    return -item_id


def list_of(delegation_id: int) -> int:
    """Return the number of the list of one delegation."""
    return LISTS_FROM + delegation_id


def seating_of(plan_id: int, *, flags: bool = False) -> int:
    """Return the number that leads to the paper of one plan of seats, or of flags."""
    return PLANS_FROM + 2 * plan_id + flags


def plan_of(number: int) -> tuple[int, bool] | None:
    """Return the plan this number leads to and whether it is one of flags, or None."""
    return ((number - PLANS_FROM) // 2, bool(number % 2)) if number > PLANS_FROM else None


def meeting_of(number: int) -> int | None:
    """Return the meeting whose agenda this number is, or None."""
    return -number if number < 0 else None


def delegation_of(number: int) -> int | None:
    """Return the delegation whose list this number is, or None."""
    return number - LISTS_FROM if LISTS_FROM < number <= PLANS_FROM else None
