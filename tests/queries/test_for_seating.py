"""A plan of seats from the office to its papers: who sits where as the desk shows it, issued and compared."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from planner.app import Planner, open_planner
from planner.documents.figures import texts_of
from planner.errors import BadInput, NotFound
from planner.issuing import issue
from planner.operations.delegations import add_delegation, add_new_member
from planner.operations.events import add_event
from planner.operations.people import NewName
from planner.operations.seating import add_seating_plan, edit_seating_plan, place_people
from planner.papers import Choice, Paper, choice_of, compose_paper, print_paper, standing
from planner.queries.for_flags import flags_data
from planner.queries.for_seating import seating_data
from planner.rules.kinds import Side
from planner.rules.places import Opening, Room, Wall
from planner.rules.text import text

DAY = date(2026, 9, 1)
ROOM = Room(600, 480, flags=("KG", "Sister cities"), camera=Opening(Wall.LEFT, 0.9))


class Talks:
    """Talks of two guests and two hosts, with a plan of their table."""

    def __init__(self, planner: Planner) -> None:
        self.planner = planner
        title = text(ru="Переговоры", en="Talks")
        self.event = planner.execute(add_event, "talks", title, from_day=DAY, to_day=DAY, languages=["ru", "en"]).result
        self.people: dict[str, int] = {}
        for side in ("guest", "host"):
            delegation = planner.execute(add_delegation, self.event, side).result
            for name in ("First", "Second"):
                names = [NewName("en", f"{name} {side}"), NewName("ru", f"{name} {side}")]
                self.people[f"{name} {side}"] = planner.execute(
                    add_new_member, delegation, names, capacity="head" if name == "First" else "member"
                ).result
        self.plan = planner.execute(add_seating_plan, self.event, "facing-table").result
        planner.execute(edit_seating_plan, self.plan, room=ROOM.to_json())

    def choice(self, paper: Paper, **more) -> Choice:
        """One of the papers of the plan."""
        return Choice(paper, self.event, ("en", "ru"), plan_id=self.plan, **more)

    def listed(self) -> list[tuple[str, str]]:
        """Number and name of each line of the plan's list."""
        content = self.planner.read(compose_paper, self.choice(Paper.SEATING))
        return [(row.lead[0].text, row.cells[0][0].text) for block in content.blocks for row in block.rows]


@pytest.fixture
def talks(sqlite_template: Path, tmp_path: Path) -> Iterator[Talks]:
    office = shutil.copy(sqlite_template, tmp_path / "city.office")
    planner = open_planner(str(office), author="Aida")
    yield Talks(planner)
    planner.close()


def test_the_paper_says_who_sits_where_by_the_rule(talks: Talks) -> None:
    data = talks.planner.read(seating_data, talks.plan)
    seated = {seat.key: seat.participation_id for seat in data.seats}
    assert seated == {
        "guest:0": talks.people["First guest"], "guest:+1": talks.people["Second guest"],
        "host:0": talks.people["First host"], "host:+1": talks.people["Second host"],
    }  # fmt: skip
    assert (data.sides_apart, data.room.width, data.room.camera) == (True, 600, ROOM.camera)


def test_the_paper_keeps_what_was_pinned(talks: Talks) -> None:
    swap = {"guest:0": talks.people["Second guest"], "guest:+1": talks.people["First guest"]}
    talks.planner.execute(place_people, talks.plan, swap, pinned=list(swap))
    assert [name for _, name in talks.listed()][:2] == ["Second guest", "First guest"]


def test_flags_of_countries_are_called_by_their_names(talks: Talks) -> None:
    data = talks.planner.read(flags_data, talks.plan)
    assert [(flag.name.get("en"), flag.name.get("ru")) for flag in data.flags] == [
        ("Kyrgyzstan", "Киргизия"), ("Sister cities", "Sister cities"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("paper", "pages"),
    [(Paper.USHERS_PLAN, 2), (Paper.PLACE_CARDS, 1), (Paper.NAME_PLATES, 4)],
)
def test_each_paper_of_a_plan_is_printed(talks: Talks, paper: Paper, pages: int) -> None:
    printed = talks.planner.read(print_paper, talks.choice(paper, copy_for=Side.GUEST))
    assert (len(printed.content.sheets), printed.pdf[:5]) == (pages, b"%PDF-")


def test_plates_may_be_smaller(talks: Talks) -> None:
    content = talks.planner.read(compose_paper, talks.choice(Paper.NAME_PLATES, size="A5"))
    assert {(sheet.width, sheet.height) for sheet in content.sheets} == {(5953, 4195)}


def test_the_sheet_of_flags_is_printed(talks: Talks) -> None:
    content = talks.planner.read(compose_paper, talks.choice(Paper.FLAGS))
    assert content.figure is not None
    assert texts_of(content.figure)[:3] == ["1", "Kyrgyzstan", "Киргизия"]


def test_an_issued_plan_is_printed_again_and_compared(talks: Talks) -> None:
    choice = talks.choice(Paper.SEATING)
    done = issue(talks.planner, choice, "first")
    swap = {"host:0": talks.people["Second host"], "host:+1": talks.people["First host"]}
    talks.planner.execute(place_people, talks.plan, swap, pinned=list(swap))
    state = talks.planner.read(standing, choice)
    assert state.version is not None
    again = choice_of(state.version)
    assert (again.paper, again.plan_id, again.version) == (Paper.SEATING, talks.plan, 1)
    assert talks.planner.read(print_paper, again).pdf == done.printed.pdf
    assert {change.line.title[0] for change in state.changes} == {"First host", "Second host"}


def test_another_plan_has_versions_of_its_own(talks: Talks) -> None:
    issue(talks.planner, talks.choice(Paper.SEATING), "first")
    other = talks.planner.execute(add_seating_plan, talks.event, "photo").result
    assert talks.planner.read(standing, talks.choice(Paper.SEATING)._replace(plan_id=other)).version is None


def test_a_paper_of_a_plan_asks_which(talks: Talks) -> None:
    with pytest.raises(BadInput):
        talks.planner.read(compose_paper, Choice(Paper.SEATING, talks.event, ("en",)))


def test_a_plan_that_is_gone_is_said_in_words(talks: Talks) -> None:
    with pytest.raises(NotFound):
        talks.planner.read(compose_paper, talks.choice(Paper.SEATING)._replace(plan_id=99))
