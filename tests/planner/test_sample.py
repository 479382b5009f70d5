"""The sample office: the story of the reports, with its slips, told by operations alone (handbook 0)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from planner.app import Planner, open_planner
from planner.checks.event import check_office
from planner.errors import NothingToUndo
from planner.papers import Choice, Paper, print_paper
from planner.queries.counterparts import record
from planner.queries.delegations import delegations
from planner.queries.events import EventPage, event_page, events
from planner.queries.office_settings import office_name, office_setting
from planner.queries.who import organisations_on, who_is
from planner.rules.counterparts import Change
from planner.rules.kinds import Capacity, EventKind, EventState, Side
from planner.sample import build_sample
from planner.sample.papers import papers_for
from planner.storage.verify import verify

DAY = date(2024, 4, 10)


@pytest.fixture(scope="module")
def planner(sample_template: Path) -> Iterator[Planner]:
    planner = open_planner(str(sample_template), author="Aida", read_only=True)
    yield planner
    planner.close()


@pytest.fixture(scope="module")
def story(planner: Planner) -> dict[EventKind, EventPage]:
    """The events by kind: an earlier call, the championship, the meeting, the visit, the conference."""
    return {row.kind: planner.read(event_page, row.id) for row in planner.read(events)}


def test_events_lead_from_one_to_the_next(story: dict[EventKind, EventPage]) -> None:
    told = [
        EventKind.COURTESY_CALL, EventKind.OTHER, EventKind.MEETING, EventKind.VISIT, EventKind.CONFERENCE,
    ]  # fmt: skip
    assert list(story) == told
    assert [(page.from_day, page.to_day) for page in story.values()] == [
        (date(2023, 5, 18), date(2023, 5, 18)), (date(2024, 3, 16), date(2024, 3, 17)), (DAY, DAY),
        (date(2024, 4, 23), date(2024, 4, 25)),
        (date(2024, 9, 19), date(2024, 9, 20)),
    ]  # fmt: skip
    links = {(kind, link.other.kind) for kind, page in story.items() for link in page.links if not link.before}
    assert links == {
        (EventKind.OTHER, EventKind.MEETING), (EventKind.MEETING, EventKind.VISIT),
        (EventKind.VISIT, EventKind.CONFERENCE),
    }  # fmt: skip
    assert [page.state for page in story.values()] == [
        EventState.OVER, EventState.OVER, EventState.OVER, EventState.PREPARATION, EventState.IDEA,
    ]  # fmt: skip


def test_meeting_keeps_the_reports_greeting_with_the_wrong_feast(story: dict[EventKind, EventPage]) -> None:
    (greeting,) = story[EventKind.MEETING].greetings
    assert (greeting.feast, greeting.day, greeting.country) == ("eid_al_adha", DAY, "KG")


def test_meeting_keeps_the_flag_whose_edition_had_ended(story: dict[EventKind, EventPage]) -> None:
    (flag,) = story[EventKind.MEETING].flags
    assert (flag.country, flag.valid_to, flag.where) == ("KG", date(2023, 12, 25), "table")
    assert flag.valid_to is not None
    assert flag.valid_to < DAY


def test_memorandum_stands_behind_the_meeting_and_the_visit(story: dict[EventKind, EventPage]) -> None:
    titles = {kind: [one.title.get("en") for one in page.agreements] for kind, page in story.items()}
    name = (
        "Sister City Memorandum between the City of Krasnoyarsk (Russian Federation) "
        "and the City of Jalal-Abad (Kyrgyz Republic)"
    )
    assert titles[EventKind.MEETING] == titles[EventKind.VISIT] == [name]
    assert [one.signed_on for one in story[EventKind.MEETING].agreements] == [None]  # the report gives no day


def test_meeting_names_whom_the_report_names_and_no_others(
    planner: Planner, story: dict[EventKind, EventPage]
) -> None:
    rows = planner.read(delegations, story[EventKind.MEETING].id)
    named = {
        row.side: [(m.names["en"].surname if m.who else "", m.capacity) for m in row.members] for row in rows
    }
    assert named == {
        Side.GUEST: [("Kabaev", Capacity.HEAD)],
        Side.HOST: [("Loginov", Capacity.HEAD), *[("", Capacity.MEMBER)] * 3],
        Side.INVITED: [("Bataeva", Capacity.MEMBER)],
    }


def test_everybody_the_reports_do_not_name_is_marked_as_invented(planner: Planner) -> None:
    from sqlalchemy import select

    from planner.model.people import Person, PersonName

    marked = planner.read(
        lambda db: {
            row.surname
            for row in db.execute(
                select(PersonName.surname).join(Person, Person.id == PersonName.person_id)
                .where(PersonName.language == "en", Person.invented.is_(False))
            )
        }
    )  # fmt: skip
    assert marked & {"Loginov", "Kabaev", "Bataeva", "Imanaliev"} == {"Loginov", "Kabaev", "Bataeva", "Imanaliev"}
    assert "Sokolov" not in marked


def test_city_that_was_renamed_keeps_its_old_name_on_the_papers_of_then(planner: Planner) -> None:
    then = {unit.name.get("en") for unit in planner.read(organisations_on, DAY).values()}
    now = {unit.name.get("en") for unit in planner.read(organisations_on, date(2026, 1, 1)).values()}
    assert (now - then, then - now) == ({"Manas Mayor’s Office"}, {"Jalal-Abad Mayor’s Office"})


def test_office_says_that_it_is_a_sample_and_what_is_invented(planner: Planner) -> None:
    notice = planner.read(office_setting, "sample", "")
    assert notice.startswith("Sample. The working meeting of 10 April 2024, ")
    assert notice.endswith("all other people, and the days, hours and particulars of the other events, are invented.")
    assert planner.read(office_name).get("en") == "Krasnoyarsk City Administration"


def test_sample_is_sound_and_the_checks_find_what_was_put_into_it(planner: Planner) -> None:
    assert planner.read(verify) == []
    found = [[one.code for one in findings] for findings in planner.read(check_office).values()]
    # The report's slips; posts of a conference half a year ahead.
    assert sorted(found) == [[], [], [], ["W-28"], ["W-41", "W-46", "W-50"]]


def test_visit_is_compared_with_the_reception_before_it(
    planner: Planner, story: dict[EventKind, EventPage]
) -> None:
    (guests,) = (one for one in planner.read(delegations, story[EventKind.VISIT].id) if one.side is Side.GUEST)
    (before,) = planner.read(record, guests.id)
    assert (before.event.id, before.changes) == (
        story[EventKind.COURTESY_CALL].id, (Change.HIGHER, Change.LONGER),
    )  # fmt: skip


def test_every_name_and_text_is_there_in_both_languages(planner: Planner) -> None:
    assert [who.id for who in planner.read(who_is, DAY).values() if not {"ru", "en"} <= set(who.names)] == []


def test_nobody_can_take_the_sample_apart_by_undo(sample: Path) -> None:
    planner = open_planner(str(sample), author="Aida")
    with pytest.raises(NothingToUndo):
        planner.undo()
    planner.close()


def test_sample_built_twice_prints_the_same_bytes(sample_template: Path, tmp_path: Path) -> None:
    again = tmp_path / "again.office"
    build_sample(str(again))
    first, second = _papers(sample_template), _papers(again)
    assert len(first) == 20
    assert first == second


def _papers(office: Path) -> dict[tuple[int, Paper, Side], str]:
    planner = open_planner(str(office), author="Aida", read_only=True)
    found = {}
    for row in planner.read(events):
        for paper in papers_for(row.kind):
            for side in (Side.HOST, Side.GUEST):
                pdf = planner.read(print_paper, Choice(paper, row.id, row.languages, copy_for=side)).pdf
                found[row.id, paper, side] = hashlib.sha256(pdf).hexdigest()
    planner.close()
    return found
