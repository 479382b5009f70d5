"""What cannot be kept and printed is refused by every operation, on both engines with the same words."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date

import pytest

from planner.app import Planner, open_planner
from planner.errors import BadInput
from planner.operations import agenda, delegations, events, office, organisations, people, texts, venues
from planner.operations.people import NewName
from planner.queries.history import steps
from planner.queries.who import who_is
from planner.rules.text import Text, Wording, text
from planner.storage.hygiene import LONGEST
from planner.storage.verify import verify
from tests.operations.test_undo_of_everything import dump

DAY = date(2026, 9, 1)
REFUSED = {
    "\0": "0000", "\x1b": "001B", "\x7f": "007F", "\x85": "0085", "\r": "000D", "\ud800": "D800",
    "\ufdd0": "FDD0", "\ufffe": "FFFE", "\uffff": "FFFF",
}  # fmt: skip
KEPT = [
    "\t\n", "A & B <Ltd>", "Ivan \u202efdp.exe", "\ufeff", "\u200b", "مُحَمَّد", "李明", "👩‍👩‍👧", "e\u0301", "é", "ﬃ",
    "\U0001fffe", "'; DROP TABLE person;--", "{0} %s ${x} {title}", "\\", '"', "ж" * LONGEST,
    "\U0010fffd" * LONGEST, " ",
]  # fmt: skip


@pytest.fixture
def planner(empty_office_url: str) -> Iterator[Planner]:
    planner = open_planner(empty_office_url, author="Aida")
    planner.execute(events.add_event, "visit", text(en="Visit"), from_day=DAY, to_day=DAY, languages=["en"])
    planner.execute(people.add_person, [NewName("en", "Kabaev")])
    yield planner
    assert planner.read(verify) == []
    planner.close()


def test_character_that_cannot_be_printed_is_refused_everywhere(planner: Planner) -> None:
    before, number = planner.read(dump), planner.change_number()
    for bad in REFUSED:
        _refuse_everywhere(planner, bad)
    assert (planner.read(dump), planner.change_number()) == (before, number)


def _refuse_everywhere(planner: Planner, bad: str) -> None:
    words = f"ab{bad}c"
    for attempt in (
        lambda: planner.execute(people.add_person, [NewName("en", words)]),
        lambda: planner.execute(people.edit_person, 4, note=words),
        lambda: planner.execute(people.write_private, 4, contacts={"phone": words}),
        lambda: planner.execute(texts.write_text, "event", 1, "title", language="en", words=words),
        lambda: planner.execute(agenda.add_item, 1, text(en=words)),
        lambda: planner.execute(agenda.add_item, 1, text(en="x"), internal_note=words),
        lambda: planner.execute(organisations.add_organisation, text(ru=words)),
        lambda: planner.execute(venues.add_venue, text(en="Hall"), address=text(en=words)),
        lambda: planner.execute(delegations.add_delegation, 1, "guest", heading=text(en=words)),
        lambda: planner.execute(office.set_office, "office.city", {"zone": [words]}),
    ):
        with pytest.raises(BadInput) as refused:
            attempt()
        assert str(refused.value) == (
            f"The text holds a character that cannot be kept or printed (U+{REFUSED[bad]}, place 3). "
            "Remove it and try again."
        )


def test_keys_are_looked_at_as_well(planner: Planner) -> None:
    bad = "\ud800"
    for attempt in (
        lambda: planner.execute(people.write_private, 4, contacts={f"ab{bad}": "1"}),
        lambda: planner.execute(office.remember_mapping, f"ab{bad}", {"a": "b"}, source="list.csv"),
        lambda: planner.execute(agenda.add_item, 1, Text({f"ab{bad}": Wording("x")})),
        lambda: planner.execute(agenda.add_item, 1, Text({"ru": Wording("x", cases={"gen": f"ab{bad}"})})),
    ):
        with pytest.raises(BadInput, match="place 3"):
            attempt()


def test_text_that_is_too_long_is_refused(planner: Planner) -> None:
    words = "ж" * (LONGEST + 1)
    for attempt in (
        lambda: planner.execute(people.edit_person, 4, note=words),
        lambda: planner.execute(texts.write_text, "event", 1, "title", language="en", words=words),
    ):
        with pytest.raises(BadInput) as refused:
            attempt()
        assert str(refused.value) == "The text is 20001 characters long; at most 20000 can be kept."


def test_text_that_can_be_kept_comes_back_as_it_was(planner: Planner) -> None:
    for kept in KEPT:
        person = planner.execute(people.add_person, [NewName("en", "x", given=kept)]).result
        name = planner.read(who_is, DAY, people=[person])[person].names["en"]
        assert (name.surname, name.given) == ("x", kept)


def test_number_that_only_one_engine_would_keep_is_refused(planner: Planner) -> None:
    for number in (2**31, -(2**31), 2**63, 10**30):
        for operation, thing, values in (
            (agenda.add_item, (1, text(en="x")), {"minutes": number}),
            (people.add_post, (4,), {"rank_level": number}),
        ):
            with pytest.raises(BadInput) as refused:
                planner.execute(operation, *thing, **values)
            assert str(refused.value) == f"The number {number} is too large to be kept."


def test_largest_number_is_kept(planner: Planner) -> None:
    planner.execute(agenda.add_item, 1, text(en="x"), minutes=2**31 - 1)


@pytest.mark.skipif(sys.platform == "win32", reason="names of files are text there")
def test_name_of_a_file_or_an_author_that_is_no_text_is_recorded_with_a_mark(empty_office_url: str) -> None:
    planner = open_planner(empty_office_url, author="A\udcff\0")
    planner.execute(office.remember_mapping, "name", {"name": "surname"}, source="\udcfflist.csv")
    (step,) = planner.read(steps)
    planner.close()
    assert (step.author, step.values) == ("A\ufffd\ufffd", {"source": "\ufffdlist.csv"})
