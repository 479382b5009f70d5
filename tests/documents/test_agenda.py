"""The agenda of a meeting, by equality of its content."""

from __future__ import annotations

from datetime import date

import pytest

from planner.documents.agenda import compose
from planner.documents.content import Block, LeadWidth, Row, Style, Tone
from planner.documents.data import HeadingData, PlaceData, ProgrammeData
from planner.errors import NotPossible
from planner.rules.kinds import Audience, ItemKind, ItemState, Role, Side
from planner.rules.text import text
from tests.documents.events import cell, cells_of, event, item, person, takes

LOGINOV = person("Логинов Владислав", "Loginov Vladislav", text(ru="Глава города", en="Mayor"))
OPENING = item(
    text(ru="Вступительное слово", en="Opening remarks"),
    None,
    id=1,
    kind=ItemKind.TOPIC,
    minutes=10,
    people=(takes(Role.SPEAKER, LOGINOV),),
)
SCHOOLS = item(text(ru="Строительство школ"), None, id=2, kind=ItemKind.TOPIC, minutes=20)
MEETING = item(
    text(ru="Рабочая встреча", en="Working meeting"),
    600,
    660,
    id=9,
    day=date(2024, 4, 10),
    place=PlaceData(room=text(ru="Малый зал", en="Small Hall"), venue=text(ru="Мэрия", en="City Hall")),
    people=(takes(Role.CHAIR, LOGINOV),),
    parts=(OPENING, SCHOOLS),
)


def agenda(*items, **more):
    return ProgrammeData(event(), more.pop("heading", HeadingData()), items, **more)


def test_agenda_numbers_topics_with_speakers_and_minutes():
    content = compose(agenda(MEETING), languages=("ru", "en"))
    assert content.title == (
        cell(
            ("Повестка дня", Style.TITLE),
            ("Визит делегации мэрии города Джалал-Абада", Style.SUBTITLE),
            ("Мэрия, Малый зал", Style.SUBTITLE),
            ("среда, 10 апреля 2024 года, 10:00–11:00", Style.SUBTITLE),
            ("Председательствует: В.~Логинов", Style.SUBTITLE),
        ),
        cell(
            ("Agenda", Style.TITLE),
            ("Visit of the Jalal-Abad delegation", Style.SUBTITLE),
            ("City Hall, Small Hall", Style.SUBTITLE),
            ("Wednesday, 10 April 2024, 10:00–11:00", Style.SUBTITLE),
            ("Chair: V.~Loginov", Style.SUBTITLE),
        ),
    )
    assert content.blocks == (
        Block(
            9,
            (),
            (
                Row(
                    1,
                    cell(("1", Style.NUMBER)),
                    (
                        cell("Вступительное слово", ("Логинов Владислав, Глава города · 10~мин", Style.NOTE)),
                        cell("Opening remarks", ("Vladislav Loginov, Mayor · 10~min", Style.NOTE)),
                    ),
                ),
                Row(
                    2,
                    cell(("2", Style.NUMBER)),
                    (
                        cell("Строительство школ", ("20~мин", Style.NOTE)),
                        cell(("[no English text]", Style.MISSING), ("20~min", Style.NOTE)),
                    ),
                ),
            ),
            Tone.NEUTRAL,
        ),
    )
    assert (content.lead, content.draft) == (LeadWidth.NUMBER, True)


def test_agenda_of_the_item_named_is_printed_among_several():
    other = item(text(en="Talks"), 700, id=10, parts=(SCHOOLS,), principal=True)
    blocks = [compose(agenda(MEETING, other, principal_item=wanted), languages=("ru",)).blocks for wanted in (9, None)]
    assert [each[0].id for each in blocks] == [9, 10]


def test_speaker_not_yet_known_is_to_be_confirmed():
    topic = item(text(en="Water"), None, people=(takes(Role.SPEAKER), takes(Role.SPEAKER, side=Side.GUEST)))
    content = compose(agenda(MEETING._replace(parts=(topic,))), languages=("en",))
    assert cells_of(content) == [(cell("Water", ("to be confirmed · Guests", Style.NOTE)),)]


def test_agenda_leaves_out_cancelled_topics_and_those_of_the_host_alone():
    off = SCHOOLS._replace(state=ItemState.CANCELLED)
    inside = item(text(ru="Справка"), None, audience=frozenset({Audience.WORKING}))
    data = agenda(MEETING._replace(parts=(off, inside, OPENING)))
    assert [
        len(compose(data, languages=("ru",), edition=edition).blocks[0].rows) for edition in ("guest", "working")
    ] == [1, 2]


def test_event_of_several_items_without_topics_is_its_own_agenda():
    content = compose(agenda(item(text(en="Welcome"), 600), item(text(en="Lunch"), 700)), languages=("en",))
    assert cells_of(content) == [(cell("Welcome"),), (cell("Lunch"),)]


@pytest.mark.parametrize("items", [(), (MEETING._replace(parts=()),)])
def test_agenda_without_topics_is_refused(items):
    with pytest.raises(NotPossible) as refused:
        compose(agenda(*items), languages=("en",))
    assert refused.value.values == {"event": "Visit of the Jalal-Abad delegation"}


def test_guest_copy_of_the_agenda_leads_with_the_guests_language():
    assert compose(agenda(MEETING), languages=("ru", "en"), copy_for=Side.GUEST).languages == ("en", "ru")
