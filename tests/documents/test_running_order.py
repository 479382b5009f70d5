"""The running order of a conference, by equality of its content."""

from __future__ import annotations

import pytest

from planner.documents.content import Block, LeadWidth, Row, Style, Tone
from planner.documents.data import HeadingData, ProgrammeData
from planner.documents.running_order import compose
from planner.errors import NotPossible
from planner.rules.kinds import EventKind, ItemKind, ItemState, Role
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
                    ("10:00–12:00 · Большой зал", Style.NOTE),
                    ("Модератор: Б.~Асанов", Style.NOTE),
                ),
                cell(
                    ("Plenary", Style.HEADING),
                    ("10:00–12:00 · Grand Hall", Style.NOTE),
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
