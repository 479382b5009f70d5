"""The running order of a conference, by equality of its content."""

from __future__ import annotations

import pytest

from planner.documents.content import Block, LeadWidth, Row, Style, Tone
from planner.documents.data import HeadingData, ProgrammeData
from planner.documents.paper_lines import Shown, paper_lines
from planner.documents.running_order import compose
from planner.errors import NotPossible
from planner.rules.kinds import EventKind, ItemKind, ItemState, Role
from planner.rules.paper_changes import Kind, differences
from planner.rules.text import text
from tests.documents.events import TUESDAY, WEDNESDAY, cell, event, headings_of, item, person, place, takes

SPEAKER = person(
    "Асанов Бакыт", "Asanov Bakyt", text(ru="ректор", en="Rector"), organisation=text(ru="Университет", en="University")
)
TALK = item(
    text(ru="Вода города", en="City water"), 610, 630, id=31, kind=ItemKind.TALK, people=(takes(Role.SPEAKER, SPEAKER),)
)
OFF = TALK._replace(id=32, state=ItemState.CANCELLED)
PLENARY = item(
    text(ru="Пленарное заседание", en="Plenary"),
    600,
    720,
    id=21,
    kind=ItemKind.PLENARY,
    place=place(ru="Большой зал", en="Grand Hall"),
    people=(takes(Role.MODERATOR, SPEAKER),),
    parts=(TALK, OFF),
)
COFFEE = item(text(ru="Перерыв", en="Coffee"), 720, 740, id=22, kind=ItemKind.BREAK)
SECTION = item(text(ru="Секция", en="Section"), 600, 720, id=23, kind=ItemKind.SESSION, parts=(TALK._replace(id=33),))


def conference(*items):
    return ProgrammeData(event(kind=EventKind.CONFERENCE), HeadingData(), items)


def test_running_order_shows_the_day_then_its_sessions():
    content = compose(conference(COFFEE, PLENARY), languages=("ru", "en"))
    assert content.lead is LeadWidth.TIME
    assert content.title[1] == cell(
        ("Conference Programme", Style.TITLE),
        ("Visit of the Jalal-Abad delegation", Style.SUBTITLE),
        ("Krasnoyarsk", Style.SUBTITLE),
        ("14–16 May 2024", Style.SUBTITLE),
    )
    assert content.blocks == (
        Block(
            TUESDAY.toordinal(),
            (cell(("Вторник, 14 мая", Style.HEADING)), cell(("Tuesday, 14 May", Style.HEADING))),
            (
                Row(
                    21,
                    cell(("10:00–12:00", Style.TIME)),
                    (
                        cell("Пленарное заседание", ("Большой зал", Style.NOTE)),
                        cell("Plenary", ("Grand Hall", Style.NOTE)),
                    ),
                ),
                Row(22, cell(("12:00–12:20", Style.TIME)), (cell("Перерыв"), cell("Coffee"))),
            ),
            Tone.DAY,
        ),
        Block(
            21,
            (
                cell(
                    ("Пленарное заседание", Style.HEADING),
                    ("10:00–12:00~· Большой зал", Style.NOTE),
                    ("Модератор: Б.~Асанов", Style.NOTE),
                ),
                cell(
                    ("Plenary", Style.HEADING),
                    ("10:00–12:00~· Grand Hall", Style.NOTE),
                    ("Moderator: B.~Asanov", Style.NOTE),
                ),
            ),
            (
                Row(
                    31,
                    cell(("10:10–10:30", Style.TIME)),
                    (
                        cell(("Вода города", Style.STRONG), ("Асанов Бакыт, ректор, Университет", Style.NOTE)),
                        cell(("City water", Style.STRONG), ("Bakyt Asanov, Rector, University", Style.NOTE)),
                    ),
                ),
            ),
            Tone.NEUTRAL,
        ),
    )


def test_sessions_follow_the_day_they_are_held_on():
    later = SECTION._replace(id=24, day=WEDNESDAY, end_day=WEDNESDAY)
    content = compose(conference(later, SECTION, PLENARY), languages=("en",))
    assert headings_of(content) == [["Tuesday, 14 May"], ["Section"], ["Plenary"], ["Wednesday, 15 May"], ["Section"]]


def test_sessions_at_one_time_are_marked_parallel():
    content = compose(conference(PLENARY, SECTION), languages=("en",))
    assert [row.lead for row in content.blocks[0].rows] == [
        cell(("10:00–12:00", Style.TIME)),
        cell(("10:00–12:00", Style.TIME), ("in parallel", Style.REMARK)),
    ]


def test_talk_without_a_time_or_speaker_still_has_its_row():
    bare = item(text(en="Film"), None, id=34, kind=ItemKind.TALK)
    content = compose(conference(PLENARY._replace(parts=(bare,))), languages=("en",))
    assert content.blocks[1].rows == (Row(34, (), (cell(("Film", Style.STRONG)),)),)


def test_session_without_talks_stands_in_the_day_alone():
    content = compose(conference(PLENARY._replace(parts=())), languages=("en",))
    assert headings_of(content) == [["Tuesday, 14 May"]]


@pytest.mark.parametrize("items", [(), (COFFEE,), (PLENARY._replace(state=ItemState.CANCELLED),)])
def test_running_order_without_sessions_is_refused(items):
    with pytest.raises(NotPossible) as refused:
        compose(conference(*items), languages=("en",))
    assert refused.value.values == {"event": "Visit of the Jalal-Abad delegation"}


DOCTOR = SPEAKER._replace(degree=text(ru="доктор наук", en="Doctor of Science"), country="KG")
GIVEN = TALK._replace(people=(takes(Role.SPEAKER, DOCTOR),), form="online", slides=True)


def talk_lines(content):
    return [line.text for line in content.blocks[1].rows[0].cells[0]]


def test_talk_says_degree_of_its_speaker_its_form_and_slides():
    content = compose(conference(PLENARY._replace(parts=(GIVEN,))), languages=("en",))
    assert talk_lines(content) == [
        "City water", "Bakyt Asanov, Doctor of Science, Rector, University", "online\u00a0· with slides",
    ]  # fmt: skip


def test_talk_of_an_unknown_form_says_none():
    content = compose(conference(PLENARY._replace(parts=(GIVEN._replace(form="", slides=False),))), languages=("en",))
    assert talk_lines(content) == ["City water", "Bakyt Asanov, Doctor of Science, Rector, University"]


def test_degree_without_a_wording_is_marked():
    only_russian = DOCTOR._replace(degree=text(ru="доктор наук"))
    talk = TALK._replace(people=(takes(Role.SPEAKER, only_russian),))
    content = compose(conference(PLENARY._replace(parts=(talk,))), languages=("en",))
    assert talk_lines(content)[1] == "Bakyt Asanov, [no English text], Rector, University"


def test_countries_stand_only_where_speakers_come_from_several():
    host = GIVEN._replace(id=35, people=(takes(Role.SPEAKER, SPEAKER._replace(country="RU")),), form="", slides=False)
    content = compose(conference(PLENARY._replace(parts=(GIVEN, host))), languages=("en",))
    assert [row.cells[0][1].text for row in content.blocks[1].rows] == [
        "Bakyt Asanov, Doctor of Science, Rector, University, Kyrgyzstan",
        "Bakyt Asanov, Rector, University, Russia",
    ]


def test_co_moderator_stands_below_the_moderator():
    people = (takes(Role.CO_MODERATOR, DOCTOR), takes(Role.MODERATOR, SPEAKER))
    content = compose(conference(PLENARY._replace(people=people)), languages=("en",))
    assert [line.text for line in content.blocks[1].heading[0]][-2:] == [
        "Moderator: B.\u00a0Asanov", "Co-moderator: B.\u00a0Asanov",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("talk", "said"),
    [
        (TALK._replace(form="online"), (Kind.NOTE, ("",), ("online",))),
        (TALK._replace(slides=True), (Kind.NOTE, ("",), ("with slides",))),
        (
            TALK._replace(people=(takes(Role.SPEAKER, SPEAKER._replace(degree=DOCTOR.degree)),)),
            (Kind.PERSON, ("Bakyt Asanov, Rector, University",),
             ("Bakyt Asanov, Doctor of Science, Rector, University",)),
        ),
    ],
)
def test_change_of_what_a_talk_says_is_told(talk, said):
    shown = Shown("running-order", ("en",))
    old, new = (conference(PLENARY._replace(parts=(one,))) for one in (TALK, talk))
    (change,) = differences(paper_lines(old, shown), paper_lines(new, shown))
    assert (change.kind, *change.words()) == said


def test_session_says_how_many_its_hall_seats():
    hall = PLENARY.place._replace(seats=120)
    content = compose(conference(COFFEE, PLENARY._replace(place=hall)), languages=("ru", "en"))
    assert [cell[1].text for cell in content.blocks[1].heading] == [
        "10:00–12:00\u00a0· Большой зал\u00a0· мест:\u00a0120", "10:00–12:00\u00a0· Grand Hall\u00a0· seats:\u00a0120",
    ]  # fmt: skip


def test_another_hall_of_the_same_name_is_told_by_its_seats():
    shown = Shown("running-order", ("en",))
    larger = PLENARY._replace(place=PLENARY.place._replace(seats=120))
    (change,) = differences(paper_lines(conference(PLENARY), shown), paper_lines(conference(larger), shown))
    assert (change.kind, *change.words()) == (Kind.PLACE, ("Grand Hall",), ("Grand Hall, seats: 120",))


def test_one_venue_is_said_once_also_where_a_break_has_no_room():
    there, room = place(en="University"), text(en="Room 1")
    items = (PLENARY._replace(place=there._replace(room=room)), COFFEE._replace(place=there))
    content = compose(conference(*items), languages=("en",))
    assert [line.text for line in content.title[0]][2:4] == ["Krasnoyarsk", "University"]
    assert [row.cells[0][1:] for row in content.blocks[0].rows] == [cell(("Room~1", Style.NOTE)), ()]


def test_country_stands_where_that_of_another_speaker_is_not_known():
    host = GIVEN._replace(id=35, people=(takes(Role.SPEAKER, SPEAKER),), form="", slides=False)
    content = compose(conference(PLENARY._replace(parts=(GIVEN, host))), languages=("en",))
    assert [row.cells[0][1].text for row in content.blocks[1].rows] == [
        "Bakyt Asanov, Doctor of Science, Rector, University, Kyrgyzstan", "Bakyt Asanov, Rector, University",
    ]  # fmt: skip
