"""W-17 to W-35, W-57, W-75: who comes, at what rank, between which languages; with a near miss for each."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from planner.rules.checks.facts import Facts, Plan, Reception
from planner.rules.checks.limits import Limits
from planner.rules.checks.people_facts import Care, Post
from planner.rules.kinds import EventState
from planner.rules.seating_score import Bent, Rule, bend
from tests.rules.check_facts import (
    BOTH,
    GUESTS,
    HEADS,
    TUESDAY,
    codes,
    facts,
    found,
    item,
    member,
    person,
    speaks,
    words,
)

DECLINED = member(3, "guest", state="declined")


def heads(guest: int | None, host: int | None, *, kind: str = "meeting") -> Facts:
    """A talk of two heads of these levels."""
    people = (HEADS[0]._replace(level=guest), HEADS[1]._replace(level=host))
    return facts(item(10, kind=kind), people=people)


def named_pair(level: int, *, named: bool = True) -> Facts:
    """Equal heads, and a guest of level 8 with a host of another, both named for the talk."""
    people = (
        HEADS[0]._replace(level=5),
        HEADS[1]._replace(level=5),
        member(3, level=8),
        member(4, "host", level=level),
    )
    who = (*BOTH, speaks(1, 3, "takes-part"), speaks(2, 4, "takes-part")) if named else BOTH
    return facts(item(10, who=who), people=people)


def table(guests: int, hosts: int) -> Facts:
    """A talk of so many on each side, the heads among them."""
    people = [*HEADS, *(member(10 + n) for n in range(guests - 1)), *(member(40 + n, "host") for n in range(hosts - 1))]
    return facts(item(10), people=people)


def ranked(*levels: int | None) -> Facts:
    """Guests of these levels below their head."""
    return facts(people=(*HEADS, *(member(3 + n, level=level) for n, level in enumerate(levels))))


def substitute(level: int, **values: Any) -> Facts:
    """Somebody of a level in the place of somebody of level 7 who declined."""
    return facts(people=(*HEADS, DECLINED._replace(level=7), member(4, level=level, replaces=3, **values)))


def holds(post: Post, *, current: bool = True, today: date | None = None, **values: Any) -> Facts:
    """The guests' head with a post."""
    head = HEADS[0]._replace(person=person(101, posts=(post,)), post_id=post.id if current else None, **values)
    return facts(people=(head, HEADS[1]), today=today)


def spouse(*who: Any) -> Facts:
    """A wife, and one item."""
    return facts(item(10, who=who), people=(*HEADS, member(3, spouse_of=1)))


def escorted(guests: int, *cares: Care) -> Facts:
    """Some guests, and officers who look after them."""
    return facts(people=(*HEADS, *(member(10 + n) for n in range(guests - 1)), member(5, "staff")), cares=cares)


def talk(
    interpretation: str = "", *, guest: tuple[str, ...] = (), host: tuple[str, ...] = (), extra: tuple[Any, ...] = ()
) -> Facts:
    """A talk of heads who speak these languages."""
    people = (
        HEADS[0]._replace(person=person(101, languages=guest)), HEADS[1]._replace(person=person(102, languages=host)),
        *(member(7, "host", "interpreter") for _ in extra),
    )  # fmt: skip
    return facts(item(10, interpretation=interpretation, who=(*BOTH[:1], speaks(1, 2, "chair"), *extra)), people=people)


def alone(mode: str, *times: str, two: bool = False) -> Facts:
    """Interpreted items with one interpreter, or two."""
    people = (*HEADS, member(7, "staff", "interpreter"), member(8, "staff", "interpreter"))
    who = (*BOTH, speaks(1, 7, "interpreter"), *((speaks(2, 8, "interpreter"),) if two else ()))
    items = (item(10 + n, time, "culture", interpretation=mode, who=who) for n, time in enumerate(times))
    return facts(*items, people=people)


def received(level: int, days: int) -> Facts:
    """Guest of level 6 and host of level 7, three days; the last time a host of this level, so many days."""
    people = (HEADS[0]._replace(level=6), HEADS[1]._replace(level=7))
    return facts(people=people, last=Reception(9, words("Last visit"), 6, level, days))


def duties(count: int) -> Facts:
    """One host with different duties."""
    kinds = ("culture", "meal", "press", "briefing", "ceremony", "reception")
    who = (speaks(1, 2, "in-charge"),)
    items = (
        item(10 + n, f"{9 + n}:00-{9 + n}:30", kind, who=who, audience=frozenset())
        for n, kind in enumerate(kinds[:count])
    )
    return facts(*items)


def seated(*bent: Bent) -> Facts:
    """A plan that bends rules."""
    return facts(plans=(Plan(7, None, words("Talks"), bent),))


FIRE: list[tuple[str, Facts]] = [
    ("W-17", facts(people=(member(1, "guest"), HEADS[1]))),
    ("W-17", facts(people=(*HEADS, member(3, "guest", "head")))),
    ("W-18", facts(item(10, who=(*BOTH, speaks(1, 3))), people=(*HEADS, DECLINED))),
    ("W-19", heads(6, 7)),
    ("W-20", named_pair(10)),
    ("W-20", heads(7, 5)),
    ("W-21", table(2, 5)),
    ("W-23", ranked(8, 8, None)),
    ("W-26", substitute(8)),
    ("W-28", holds(Post(1, valid_to=date(2026, 8, 31)), current=False)),
    ("W-28", holds(Post(1, confirmed_on=date(2026, 6, 2)))),
    ("W-29", facts(people=(*HEADS, member(3, person=person(103, deceased=True))))),
    ("W-30", spouse(*GUESTS)),
    ("W-31", escorted(2, Care(5, member_id=10))),
    ("W-31", escorted(9, Care(5, delegation_id=1))),
    (
        "W-32",
        facts(
            people=(*HEADS, member(3, person=person(103, "Asanov")), member(4, "host", person=person(104, "Asanov")))
        ),
    ),
    ("W-34", talk("consecutive")),
    ("W-34", talk(guest=("ky",), host=("ru",))),
    ("W-35", alone("consecutive", "10:00-11:00", "11:10-11:41")),
    ("W-35", alone("simultaneous", "10:00-10:31")),
    ("W-57", received(6, 3)),
    ("W-57", received(7, 4)),
    ("W-75", duties(6)),
    ("W-22", seated(bend(Rule.ORDER, 1, 2))),
    ("W-24", seated(bend(Rule.CLUMP, 1, 2))),
    ("W-24", seated(bend(Rule.PARTNERS, 1, 2))),
    ("W-25", seated(bend(Rule.HONOUR, 2, 1))),
    ("W-33", seated(bend(Rule.APART, 1, 2))),
    ("W-64", seated(bend(Rule.UNSEATED, 1))),
    ("W-80", seated(bend(Rule.BACK_TO_DOOR, 1))),
    ("W-80", seated(bend(Rule.SUN, 1))),
]

NEAR_MISS: list[tuple[str, Facts]] = [
    ("W-17", facts(people=(*HEADS, member(3, "invited"), member(4, "staff")))),
    ("W-17", facts(people=(*HEADS, member(3, "guest", "head", state="declined")))),
    ("W-18", facts(item(10, who=(*BOTH, speaks(1, 3, "takes-part"))), people=(*HEADS, DECLINED))),
    ("W-19", heads(7, 7)),
    ("W-19", heads(7, None)),
    ("W-19", heads(6, 7, kind="meal")),
    ("W-20", named_pair(9)),
    ("W-20", named_pair(10, named=False)),
    ("W-20", heads(7, 6)),  # a courtesy
    ("W-21", table(2, 4)),
    ("W-21", table(1, 4)),
    ("W-23", ranked(8, None)),
    ("W-23", ranked(None, None)),
    ("W-26", substitute(7)),
    ("W-26", substitute(8, state="declined")),
    ("W-28", holds(Post(1, valid_to=date(2026, 9, 1)))),
    ("W-28", holds(Post(1, valid_to=date(2026, 8, 31)), current=False, own_title=True)),
    ("W-28", holds(Post(1, confirmed_on=date(2026, 6, 3)))),
    ("W-28", holds(Post(1, confirmed_on=date(2026, 6, 2)), today=date(2026, 8, 30))),
    ("W-29", facts(people=(*HEADS, member(3, state="declined", person=person(103, deceased=True))))),
    ("W-30", spouse(*GUESTS, speaks(1, 3, "takes-part"))),
    ("W-31", escorted(9)),
    ("W-31", escorted(8, Care(5, delegation_id=1))),
    ("W-32", facts(people=(*HEADS, member(3, person=person(103, "Asanov")), member(4, person=person(104, "Asanova"))))),
    ("W-34", talk("consecutive", extra=(speaks(9, 7, "interpreter"),))),
    ("W-34", talk(guest=("ky", "ru"), host=("ru",))),
    ("W-34", talk(guest=("ky",))),  # nobody asked the host
    ("W-35", alone("consecutive", "10:00-11:00", "11:10-11:40")),
    ("W-35", alone("consecutive", "10:00-11:00", "11:15-12:00")),
    ("W-35", alone("simultaneous", "10:00-10:31", two=True)),
    ("W-57", received(7, 3)),
    ("W-57", received(8, 2)),
    ("W-75", duties(5)),
    ("W-22", seated()),
    ("W-24", seated(bend(Rule.TOGETHER, 1, 2), bend(Rule.GAP))),
]


@pytest.mark.parametrize(("code", "about"), FIRE, ids=[f"{code}-{n}" for n, (code, _) in enumerate(FIRE)])
def test_check_of_people_fires(code: str, about: Facts) -> None:
    assert set(codes(about)) == {code}


@pytest.mark.parametrize(("code", "about"), NEAR_MISS, ids=[f"{code}-{n}" for n, (code, _) in enumerate(NEAR_MISS)])
def test_check_of_people_is_silent_beside(code: str, about: Facts) -> None:
    assert codes(about) == []


def test_threshold_of_the_office_is_taken() -> None:
    about = facts(
        item(10, "09:00-10:00", who=GUESTS), item(11, "11:20-12:00", who=GUESTS), limits=Limits(gap_minutes=60)
    )
    assert codes(about) == ["W-05"]
    assert codes(facts(*about.items.values(), limits=Limits(gap_minutes=0))) == []


def test_posts_that_nobody_confirmed_are_one_finding() -> None:
    old = Post(1, confirmed_on=date(2026, 1, 1))
    people = [one._replace(person=person(100 + one.id, posts=(old,)), post_id=1) for one in HEADS]
    (one,) = found(facts(people=people))
    assert [thing.id for thing in one.things] == [1, 2]


def test_event_that_is_over_asks_nobody_to_confirm_posts() -> None:
    old = Post(1, confirmed_on=date(2026, 1, 1))
    people = [one._replace(person=person(100 + one.id, posts=(old,)), post_id=1) for one in HEADS]
    assert codes(facts(people=people, today=date(2026, 9, 9))) == []
    assert codes(facts(item(10, day=TUESDAY), event={"state": EventState.OVER})) == []
