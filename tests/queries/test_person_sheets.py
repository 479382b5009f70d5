"""What one person's page knows: presents and their faults, events and who was met, the papers a name touches."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from planner import issuing
from planner.app import Planner, new_office, open_planner
from planner.errors import BadInput
from planner.operations import delegations, events, gifts, papers, people, pictures, seating
from planner.operations.people import NewName
from planner.papers import Choice, Paper
from planner.queries.gifts import gifts_of
from planner.queries.person_history import person_history
from planner.queries.pictures import photograph_of
from planner.queries.touched_papers import touched_papers
from planner.rules.gifts import GiftFault
from planner.rules.text import text

DAY = date(2024, 5, 15)


@pytest.fixture
def planner(tmp_path: Path) -> Iterator[Planner]:
    new_office(str(tmp_path / "a.office"))
    opened = open_planner(str(tmp_path / "a.office"), author="A", clock=lambda: datetime(2024, 5, 20, 9, tzinfo=UTC))
    yield opened
    opened.close()


def add(planner: Planner, surname: str, country: str = "") -> int:
    return int(planner.execute(people.add_person, [NewName("en", surname, "X")], country=country).result)


def visit(planner: Planner, guests: list[int], hosts: list[int], day: date = DAY) -> tuple[int, list[int]]:
    event = planner.execute(
        events.add_event, "visit", text(en="Visit"), from_day=day, to_day=day, languages=["en"]
    ).result
    places = []
    for side, members in (("guest", guests), ("host", hosts)):
        delegation = planner.execute(delegations.add_delegation, event, side).result
        places += [planner.execute(delegations.add_member, delegation, one).result for one in members]
    return event, places


def test_same_present_again_and_one_over_the_limit_are_found(planner: Planner) -> None:
    guest = add(planner, "Li", country="CN")
    first = planner.execute(gifts.add_gift, guest, text(en="Album “Krasnoyarsk”"), given_on=date(2023, 5, 1)).result
    again = planner.execute(gifts.add_gift, guest, text(en="album krasnoyarsk"), given_on=DAY, value=400_000).result
    clock = planner.execute(gifts.add_gift, guest, text(en="Desk clock"), marks=["clock"]).result
    sheet = planner.read(gifts_of, guest, DAY)
    assert [gift.id for gift in sheet.gifts] == [clock, again, first]
    assert [(one.gift_id, one.fault, one.other, one.mark) for one in sheet.findings] == [
        (again, GiftFault.SAME_AGAIN, first, ""), (again, GiftFault.OVER_LIMIT, 0, ""),
        (clock, GiftFault.TABOO, 0, "clock"),
    ]  # fmt: skip
    planner.execute(gifts.limit_gifts, 500_000)
    assert GiftFault.OVER_LIMIT not in {one.fault for one in planner.read(gifts_of, guest, DAY).findings}


def test_what_they_gave_us_before_is_no_repetition_of_ours(planner: Planner) -> None:
    guest = add(planner, "Li")
    planner.execute(gifts.add_gift, guest, text(en="Album"), from_us=False, given_on=date(2023, 5, 1))
    planner.execute(gifts.add_gift, guest, text(en="Album"), given_on=DAY)
    assert planner.read(gifts_of, guest, DAY).findings == ()


def test_present_of_impossible_value_or_mark_is_refused(planner: Planner) -> None:
    guest = add(planner, "Li")
    with pytest.raises(BadInput):
        planner.execute(gifts.add_gift, guest, text(en="Album"), value=-1)
    with pytest.raises(BadInput):
        planner.execute(gifts.add_gift, guest, text(en="Album"), marks=["dragon"])


def test_everybody_of_the_other_side_was_met_and_the_most_often_met_stands_first(planner: Planner) -> None:
    guest, mayor, deputy = add(planner, "Kabaev"), add(planner, "Loginov"), add(planner, "Petrova")
    early, _ = visit(planner, [guest], [mayor], date(2023, 5, 1))
    late, places = visit(planner, [guest], [mayor, deputy])
    plan = planner.execute(seating.add_seating_plan, late, "facing-table", title=text(en="Talks")).result
    planner.execute(seating.place_people, plan, {"H1": places[0]})
    found = planner.read(person_history, guest, DAY)
    assert [one.event.id for one in found.appearances] == [late, early]
    assert [(one.person_id, one.times, one.event_id) for one in found.met] == [(mayor, 2, late), (deputy, 1, late)]
    (seat,) = found.appearances[0].seats
    assert (seat.plan_id, seat.kind, seat.seat, seat.plan.get("en")) == (plan, "facing-table", "H1", "Talks")
    planner.execute(delegations.edit_member, places[0], state="declined")
    assert [one.times for one in planner.read(person_history, guest, DAY).met] == [1]


def test_issued_paper_holds_the_old_spelling_and_names_its_holders(planner: Planner) -> None:
    guest = add(planner, "Kabaev")
    event, _ = visit(planner, [guest], [])
    version = issuing.issue(planner, Choice(Paper.PARTICIPANTS, event, ("en",)), "first", "a test").id
    planner.execute(papers.give_copy, version, "Protocol desk")
    assert [one.spelt for one in planner.read(touched_papers, guest).issued] == [()]
    planner.execute(people.write_name, guest, "en", surname="Kabayev")
    found = planner.read(touched_papers, guest)
    assert [(draft.event.id, draft.speaks) for draft in found.drafts] == [(event, False)]
    (issued,) = found.issued
    assert (issued.id, issued.paper, issued.number, issued.latest) == (version, "participants", 1, True)
    assert (issued.spelt, issued.holders) == (("Kabaev X",), ("Protocol desk",))


def test_photograph_replaces_the_one_before_and_comes_back_by_undo(planner: Planner) -> None:
    guest = add(planner, "Kabaev")
    first, second = b"\xff\xd8\xff first", b"\xff\xd8\xff second"
    planner.execute(pictures.set_photograph, guest, first, width=3, height=4)
    planner.execute(pictures.set_photograph, guest, second, width=5, height=6)
    found = planner.read(photograph_of, guest)
    assert found is not None
    assert (found.content, found.width, found.height) == (second, 5, 6)
    planner.undo()
    found = planner.read(photograph_of, guest)
    assert found is not None
    assert found.content == first
    with pytest.raises(BadInput):
        planner.execute(pictures.set_photograph, guest, b"GIF89a", width=1, height=1)
