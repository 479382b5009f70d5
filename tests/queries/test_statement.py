"""Queries written out as SQL say the same on both engines as those written with SQLAlchemy."""

from __future__ import annotations

import json
from datetime import date
from importlib import import_module
from typing import Any

import pytest
from sqlalchemy import select

from planner.app import Planner, open_planner
from planner.model.events import Event
from planner.model.people import PersonName, Post
from planner.operations import events, people
from planner.operations.office import set_office
from planner.operations.people import NewName
from planner.queries import who
from planner.queries.office_settings import office_setting
from planner.queries.statement import DAY as AS_DAY
from planner.queries.statement import FLAG, TEXT, VALUE, Statement
from planner.queries.who import who_is
from planner.rules.text import text

MODULES = ("delegations", "who", "standings", "profiles", "journal", "office_settings")
DAY = date(2026, 9, 1)
HOSTILE = ("", "'", '"', "\\", "null", "]", "\u2028", "О’Нил «Ёж»", "\u200f\U0001f6d1ضض", "%s :event ?", "[1,", "x")


@pytest.fixture
def planner(empty_office_url: str) -> Any:
    opened = open_planner(empty_office_url, author="Aida")
    yield opened
    opened.close()


def statements() -> list[Any]:
    """Return every statement of the queries, by name."""
    found = []
    for module in MODULES:
        for name, value in vars(import_module(f"planner.queries.{module}")).items():
            parts = value._asdict() if isinstance(value, who._Asked) else {"": value}
            found += [
                pytest.param(part, id=f"{module}.{name}.{key}") for key, part in parts.items()
                if isinstance(part, Statement)
            ]  # fmt: skip
    return found


@pytest.mark.parametrize("statement", statements())
def test_every_statement_is_understood(planner: Planner, statement: Statement) -> None:
    asked = {"event": 0, "day": "2026-09-01", "key": "office.name", "number": 2**31 - 1, "profile": 0}
    assert planner.read(statement.rows, **asked) in ([], [[0]])


def test_rows_are_those_sqlalchemy_reads(planner: Planner) -> None:
    for number, words in enumerate(HOSTILE):
        names = [NewName("ru", words or "Я", words, order="given-first"), NewName("en", f"A{number}")]
        person = planner.execute(people.add_person, names).result
        planner.execute(
            people.add_post, person, text(ru=words, en=f"{words}x"), rank_level=number, acting=bool(number % 2),
            rank_date=DAY if number % 3 else None, valid_from=DAY,
        )  # fmt: skip
    columns = (
        ("p.title", TEXT), "p.rank_level", ("p.rank_date", AS_DAY), ("p.acting", FLAG), ("p.valid_to", AS_DAY), "p.id"
    )  # fmt: skip
    found = planner.read(Statement(columns, "FROM post p WHERE p.id >= :least ORDER BY p.id").rows, least=1)
    query = select(Post.title, Post.rank_level, Post.rank_date, Post.acting, Post.valid_to, Post.id).order_by(Post.id)
    assert [tuple(row) for row in found] == planner.read(lambda db: [tuple(row) for row in db.execute(query)])
    written = planner.read(Statement(("n.given",), "FROM person_name n ORDER BY n.id").rows)
    names_query = select(PersonName.given).order_by(PersonName.id)
    assert [given for (given,) in written] == planner.read(lambda db: list(db.scalars(names_query)))


@pytest.mark.parametrize("value", ["words", "", 0, 1.5, True, ["ru", "en"], {"a": [None, "«ё»"]}])
def test_plain_values_come_back_as_they_were_set(planner: Planner, value: Any) -> None:
    planner.execute(set_office, "salutations", value)
    assert planner.read(office_setting, "salutations", "none") == value
    assert planner.read(office_setting, "office.city", "none") == "none"


def test_order_of_an_inner_query_is_kept(planner: Planner) -> None:
    """Of several posts held on the day the latest counts, whichever was written first."""
    kept = []
    for number in range(40):
        person = planner.execute(people.add_person, [NewName("ru", f"Я{number}")]).result
        since = [None, date(2020, 1, number % 28 + 1), date(2019, 1, 1)]
        for place in (number % 3, (number + 1) % 3, (number + 2) % 3):
            title = text(ru=f"пост {number} {place}")
            planner.execute(people.add_post, person, title, valid_from=since[place])
        kept.append(person)
    found = planner.read(who_is, DAY, people=kept)
    assert [found[one].position.get("ru") for one in kept] == [f"пост {number} 1" for number in range(40)]
    earlier = planner.read(who_is, date(2019, 6, 1))
    assert [earlier[one].position.get("ru") for one in kept] == [f"пост {number} 2" for number in range(40)]


def test_people_asked_for_by_name_are_those_found(planner: Planner) -> None:
    ids = [planner.execute(people.add_person, [NewName("ru", letter)]).result for letter in "АБВ"]
    assert sorted(planner.read(who_is, DAY, people=ids[:2])) == ids[:2]
    assert planner.read(who_is, DAY, people=[]) == {}
    assert sorted(planner.read(who_is, DAY)) == ids


def test_value_of_an_event_is_read_as_sqlalchemy_reads_it(planner: Planner) -> None:
    event = planner.execute(
        events.add_event, "visit", text(ru="Визит"), from_day=DAY, to_day=DAY, languages=["ru", "ky"]
    ).result
    statement = Statement((("e.languages", VALUE), ("e.protocol", VALUE)), "FROM event e WHERE e.id = :event")
    query = select(Event.languages, Event.protocol).where(Event.id == event)
    assert planner.read(statement.row, event=event) == list(planner.read(lambda db: db.execute(query).one()))
    assert planner.read(statement.row, event=0) is None
    assert json.dumps(planner.read(statement.rows, event=event)) == '[[["ru", "ky"], {}]]'
