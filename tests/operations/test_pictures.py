"""Photographs of events: their order, who took them, whether they may be printed; each step taken back."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from planner.app import Planner, new_office, open_planner
from planner.errors import BadInput, NotFound
from planner.operations import events, pictures
from planner.operations.people import NewName, add_person
from planner.operations.texts import write_text
from planner.queries.pictures import described_pictures, pictures_of_event, printed_pictures
from planner.rules.text import text

JPEG = b"\xff\xd8\xff"


class Office:
    """An office with an event that has three photographs."""

    def __init__(self, planner: Planner) -> None:
        self.planner = planner
        day = date(2024, 4, 10)
        days = {"from_day": day, "to_day": day, "languages": ["ru", "en"]}
        self.event, self.other = (
            int(planner.execute(events.add_event, "meeting", text(en=name), **days).result) for name in "AB"
        )
        self.pictures = [self.add(JPEG + bytes([number])) for number in range(3)]

    def add(self, content: bytes) -> int:
        added = self.planner.execute(pictures.add_event_picture, self.event, content, width=3, height=2)
        return int(added.result)

    def order(self) -> list[int]:
        return [one.id for one in self.planner.read(pictures_of_event, self.event)]


@pytest.fixture
def office(tmp_path: Path) -> Office:
    path = str(tmp_path / "a.office")
    new_office(path)
    return Office(open_planner(path))


def test_photographs_keep_the_order_they_were_given_and_those_not_named_follow(office: Office) -> None:
    one, two, three = office.pictures
    office.planner.execute(pictures.order_pictures, office.event, [three, one])
    assert office.order() == [three, one, two]
    office.planner.undo()
    assert office.order() == [one, two, three]


def test_new_photograph_is_the_last_also_after_one_was_removed(office: Office) -> None:
    one, two, three = office.pictures
    office.planner.execute(pictures.remove_picture, one)
    new = office.add(JPEG + b"new")
    assert office.order() == [two, three, new]


def test_photographs_of_another_event_are_not_put_in_order_with_these(office: Office) -> None:
    other = office.planner.execute(pictures.add_event_picture, office.other, JPEG, width=1, height=1).result
    office.planner.execute(pictures.order_pictures, office.event, [other, *reversed(office.pictures)])
    assert office.order() == list(reversed(office.pictures))
    with pytest.raises(NotFound):
        office.planner.execute(pictures.order_pictures, 9_999, office.pictures)


def test_credit_and_consent_are_kept_with_the_photograph_and_taken_back(office: Office) -> None:
    first = office.pictures[0]
    office.planner.execute(pictures.edit_picture, first, credit="И. Петров", consent=True)
    office.planner.execute(write_text, "picture", first, "caption", language="en", words="Table")
    row = office.planner.read(described_pictures, event_id=office.event)[0]
    assert (row.credit, row.consent, row.caption, row.content) == ("И. Петров", True, text(en="Table"), b"")
    office.planner.undo()
    office.planner.undo()
    row = office.planner.read(described_pictures, event_id=office.event)[0]
    assert (row.credit, row.consent, row.caption) == ("", False, text())


def test_credit_that_is_no_text_is_refused(office: Office) -> None:
    with pytest.raises(BadInput):
        office.planner.execute(pictures.edit_picture, office.pictures[0], credit=None)


def test_papers_are_given_a_photograph_by_its_file_and_size(office: Office) -> None:
    person = int(office.planner.execute(add_person, [NewName("en", "Kabaev", "Azamat")]).result)
    office.planner.execute(pictures.set_photograph, person, JPEG, width=35, height=45)
    (one,) = office.planner.read(printed_pictures, person_id=person)
    assert (one.width, one.height, len(one.sha256), one.consent) == (35, 45, 64, False)
    assert len(office.planner.read(printed_pictures, event_id=office.event)) == 3
