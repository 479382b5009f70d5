"""The list of participants, by equality of its content."""

from __future__ import annotations

from datetime import date

import pytest

from planner.documents.content import Block, Content, LeadWidth, Row, Style, Tone
from planner.documents.data import HeadingData, ParticipantsData, PlaceData
from planner.documents.participants import compose
from planner.errors import NotPossible
from planner.rules.kinds import Capacity, EventKind, Side
from planner.rules.text import text
from tests.documents.events import (
    cell,
    cells_of,
    delegation,
    event,
    heading,
    headings_of,
    item,
    leads_of,
    member,
    person,
)

KABAEV = person("Кабаев Азамат", "Kabaev Azamat", text(ru="руководитель канцелярии", en="Head of the Office"))
LOGINOV = person(
    "Логинов Владислав", "Loginov Vladislav", text(ru="Глава города Красноярска", en="Mayor of Krasnoyarsk")
)
BATAEVA = person("Батаева Назгуль", "Bataeva Nazgul", text(ru="председатель", en="Chairwoman"))

GUESTS = delegation(
    Side.GUEST,
    member(Capacity.HEAD, KABAEV)._replace(id=11),
    heading=text(ru="С киргизской стороны", en="From the Kyrgyz side"),
)._replace(id=1)
HOSTS = delegation(
    Side.HOST,
    member(Capacity.HEAD, LOGINOV)._replace(id=21),
    member(Capacity.MEMBER, None, text(ru="руководитель управления", en="Head of Department"))._replace(id=22),
    heading=text(ru="С российской стороны", en="From the Russian side"),
)._replace(id=2)
INVITED = delegation(Side.INVITED, member(Capacity.MEMBER, BATAEVA)._replace(id=31))._replace(id=3)
STAFF = delegation(Side.STAFF, member(Capacity.AIDE, person("Петрова Анна", "Petrova Anna")))

MEETING = event(
    kind=EventKind.MEETING,
    title=text(ru="Рабочая встреча", en="Working Meeting"),
    from_day=date(2024, 4, 10),
    to_day=date(2024, 4, 10),
)
AT = item(
    text(ru="Встреча", en="Meeting"),
    600,
    660,
    day=date(2024, 4, 10),
    place=PlaceData(venue=text(ru="Администрация города Красноярска", en="Krasnoyarsk City Administration")),
)


def participants(*delegations, **changes):
    return ParticipantsData(
        changes.pop("event", MEETING), changes.pop("heading", HeadingData()), delegations, **changes
    )


def test_bilateral_list_is_composed_as_in_the_design():
    data = participants(
        HOSTS, STAFF, INVITED, GUESTS, heading=heading(ru="Список участников встречи", en="List of Participants"), at=AT
    )
    assert compose(data, languages=("ru", "en")) == Content(
        languages=("ru", "en"),
        title=(
            cell(
                ("Список участников встречи", Style.TITLE),
                ("Администрация города Красноярска", Style.SUBTITLE),
                ("среда, 10 апреля 2024 года, 10:00", Style.SUBTITLE),
            ),
            cell(
                ("List of Participants", Style.TITLE),
                ("Krasnoyarsk City Administration", Style.SUBTITLE),
                ("Wednesday, 10 April 2024, 10:00", Style.SUBTITLE),
            ),
        ),
        blocks=(
            Block(
                1,
                (cell(("С киргизской стороны", Style.HEADING)), cell(("From the Kyrgyz side", Style.HEADING))),
                (
                    Row(
                        11,
                        cell(("1", Style.NUMBER)),
                        (
                            cell(("КАБАЕВ Азамат", Style.STRONG), ("руководитель канцелярии", Style.NOTE)),
                            cell(("Azamat KABAEV", Style.STRONG), ("Head of the Office", Style.NOTE)),
                        ),
                    ),
                ),
                Tone.GUEST,
            ),
            Block(
                2,
                (cell(("С российской стороны", Style.HEADING)), cell(("From the Russian side", Style.HEADING))),
                (
                    Row(
                        21,
                        cell(("1", Style.NUMBER)),
                        (
                            cell(("ЛОГИНОВ Владислав", Style.STRONG), ("Глава города Красноярска", Style.NOTE)),
                            cell(("Vladislav LOGINOV", Style.STRONG), ("Mayor of Krasnoyarsk", Style.NOTE)),
                        ),
                    ),
                    Row(
                        22,
                        cell(("2", Style.NUMBER)),
                        (
                            cell(("уточняется", Style.MISSING), ("руководитель управления", Style.NOTE)),
                            cell(("to be confirmed", Style.MISSING), ("Head of Department", Style.NOTE)),
                        ),
                    ),
                ),
                Tone.HOST,
            ),
            Block(
                3,
                (cell(("Приглашённые", Style.HEADING)), cell(("Invited", Style.HEADING))),
                (
                    Row(
                        31,
                        cell(("1", Style.NUMBER)),
                        (
                            cell(("БАТАЕВА Назгуль", Style.STRONG), ("председатель", Style.NOTE)),
                            cell(("Nazgul BATAEVA", Style.STRONG), ("Chairwoman", Style.NOTE)),
                        ),
                    ),
                ),
                Tone.NEUTRAL,
            ),
        ),
        footer=("ПРОЕКТ от 09.04.2024, 17:40 · DRAFT of 9 April 2024, 17:40",),
        continued=("(продолжение)", "(continued)"),
        lead=LeadWidth.NUMBER,
        file_title="Список участников встречи",
        author="Управление международных связей",
        draft=True,
    )


@pytest.mark.parametrize(
    ("copy_for", "guest_first", "languages", "blocks"),
    [
        (Side.HOST, True, ("ru", "en"), [1, 2, 3]),
        (Side.HOST, False, ("ru", "en"), [2, 1, 3]),
        (Side.GUEST, True, ("en", "ru"), [1, 2, 3]),
        (Side.GUEST, False, ("en", "ru"), [1, 2, 3]),
        (None, False, ("ru", "en"), [2, 1, 3]),
    ],
)
def test_alternat_orders_languages_and_blocks(copy_for, guest_first, languages, blocks):
    data = participants(HOSTS, GUESTS, INVITED, event=MEETING._replace(guest_first_in_host_list=guest_first))
    content = compose(data, languages=("ru", "en"), copy_for=copy_for)
    assert (content.languages, [block.id for block in content.blocks]) == (languages, blocks)


def test_both_copies_hold_the_same_rows_in_the_same_order():
    data = participants(GUESTS, HOSTS)
    host, guest = (compose(data, languages=("ru", "en"), copy_for=side) for side in (Side.HOST, Side.GUEST))
    assert cells_of(guest) == [(english, russian) for russian, english in cells_of(host)]


def test_accompanying_persons_stand_below_a_rule_and_the_numbers_run_on():
    people = [
        member(Capacity.INTERPRETER, None),
        member(Capacity.HEAD, KABAEV),
        member(Capacity.ADVISER, LOGINOV),
        member(Capacity.PRESS, BATAEVA),
    ]
    content = compose(participants(delegation(Side.GUEST, *people)), languages=("en",))
    (block,) = content.blocks
    assert [(row.lead[0].text, row.cells[0][0].text, row.rule) for row in block.rows] == [
        ("1", "Azamat KABAEV", False),
        ("2", "Vladislav LOGINOV", False),
        ("3", "to be confirmed", True),
        ("4", "Nazgul BATAEVA", False),
    ]


def test_rule_needs_members_above_it():
    content = compose(participants(delegation(Side.GUEST, member(Capacity.DRIVER, KABAEV))), languages=("en",))
    assert [row.rule for row in content.blocks[0].rows] == [False]


def test_order_given_is_kept_in_every_language():
    people = [member(Capacity.MEMBER, someone) for someone in (LOGINOV, KABAEV, BATAEVA)]
    content = compose(participants(delegation(Side.GUEST, *people)), languages=("en", "ru"))
    assert [[each[0].text for each in cells] for cells in cells_of(content)] == [
        ["Vladislav LOGINOV", "ЛОГИНОВ Владислав"],
        ["Azamat KABAEV", "КАБАЕВ Азамат"],
        ["Nazgul BATAEVA", "БАТАЕВА Назгуль"],
    ]


def test_name_missing_in_a_language_is_marked_and_never_transliterated():
    someone = person("Кабаев Азамат", position=text(en="Head"))
    content = compose(
        participants(delegation(Side.GUEST, member(Capacity.HEAD, someone))), languages=("ru", "en", "ky")
    )
    assert cells_of(content) == [
        (
            cell(("КАБАЕВ Азамат", Style.STRONG), ("[нет по-русски]", Style.MISSING)),
            cell(("[no English text]", Style.MISSING), ("Head", Style.NOTE)),
            cell(("[кыргызчасы жок]", Style.MISSING), ("[кыргызчасы жок]", Style.MISSING)),
        )
    ]


def test_post_printed_at_the_event_wins_over_the_persons_own():
    row = member(Capacity.HEAD, KABAEV, text(en="Guest of honour"))
    content = compose(participants(delegation(Side.GUEST, row)), languages=("en",))
    assert cells_of(content) == [(cell(("Azamat KABAEV", Style.STRONG), ("Guest of honour", Style.NOTE)),)]


def test_heading_without_words_falls_back_to_the_side_and_half_authored_is_marked():
    bare = delegation(Side.HOST, member(Capacity.HEAD, LOGINOV))
    half = delegation(Side.GUEST, member(Capacity.HEAD, KABAEV), heading=text(ru="С киргизской стороны"))
    content = compose(participants(bare, half), languages=("ru", "en"))
    assert headings_of(content) == [["С киргизской стороны", "[no English text]"], ["Принимающая сторона", "Host side"]]


def test_staff_stand_in_the_working_edition_alone():
    data = participants(HOSTS, STAFF)
    assert headings_of(compose(data, languages=("en",))) == [["From the Russian side"]]
    working = compose(data, languages=("en",), edition="working")
    assert headings_of(working) == [["From the Russian side"], ["Organisers"]]
    assert working.footer[-1] == "Not for distribution"


def test_those_who_declined_are_left_out_and_the_numbers_close_up():
    people = [member(Capacity.HEAD, KABAEV, state="declined"), member(Capacity.MEMBER, LOGINOV)]
    content = compose(participants(delegation(Side.GUEST, *people)), languages=("en",))
    assert [(row.lead[0].text, row.cells[0][0].text) for row in content.blocks[0].rows] == [("1", "Vladislav LOGINOV")]


def test_list_of_one_delegation_is_headed_by_its_organisation():
    office = delegation(Side.GUEST, member(Capacity.HEAD, KABAEV), organisation=text(en="Embassy Office"))
    content = compose(participants(HOSTS, office), languages=("en",), delegation=office.id)
    assert headings_of(content) == [["Embassy Office"]]


def test_conference_list_keeps_its_delegations_in_order_with_organisations():
    here, elsewhere = text(en="Ministry of Health"), text(en="City Hospital")
    doctors = delegation(
        Side.HOST,
        member(Capacity.MEMBER, person(en="Lee Anna", position=text(en="Minister"), organisation=here)),
        member(Capacity.MEMBER, person(en="Ray Bob", position=text(en="Surgeon"), organisation=elsewhere)),
        organisation=here,
    )
    conference = event(kind=EventKind.CONFERENCE)
    content = compose(participants(doctors, GUESTS, event=conference), languages=("en",))
    assert headings_of(content) == [["Ministry of Health"], ["From the Kyrgyz side"]]
    assert cells_of(content)[:2] == [
        (cell(("Anna LEE", Style.STRONG), ("Minister", Style.NOTE)),),
        (cell(("Bob RAY", Style.STRONG), ("Surgeon", Style.NOTE), ("City Hospital", Style.NOTE)),),
    ]


def test_list_of_an_event_bears_place_and_days_under_its_title():
    content = compose(participants(GUESTS, event=event()), languages=("en",))
    assert content.title == (
        cell(
            ("List of Participants", Style.TITLE),
            ("Visit of the Jalal-Abad delegation", Style.SUBTITLE),
            ("Krasnoyarsk", Style.SUBTITLE),
            ("14–16 May 2024", Style.SUBTITLE),
        ),
    )


def test_changed_rows_bear_a_bar():
    content = compose(participants(HOSTS), languages=("en",), changed={22})
    assert [row.changed for row in content.blocks[0].rows] == [False, True]


@pytest.mark.parametrize("delegations", [(), (delegation(Side.GUEST),), (STAFF,)])
def test_list_without_participants_is_refused(delegations):
    with pytest.raises(NotPossible) as refused:
        compose(participants(*delegations), languages=("ru",))
    assert refused.value.values == {"event": "Рабочая встреча"}


def test_list_of_ten_thousand_has_a_row_for_each():
    people = tuple(member(Capacity.MEMBER, KABAEV) for _ in range(10_000))
    content = compose(participants(delegation(Side.GUEST, *people)), languages=("ru", "en"))
    assert [lead[0].text for lead in leads_of(content)] == [str(number) for number in range(1, 10_001)]


@pytest.mark.parametrize(("form", "below"), [("conference", "Doctor of Law, Chairwoman"), ("bilateral", "Chairwoman")])
def test_degree_stands_before_the_post_on_the_list_of_a_conference_alone(form, below):
    doctor = BATAEVA._replace(degree=text(ru="доктор юридических наук", en="Doctor of Law"))
    listed = INVITED._replace(members=(member(Capacity.MEMBER, doctor),))
    data = ParticipantsData(event(kind=EventKind.CONFERENCE), HeadingData(), (GUESTS, listed))
    content = compose(data, languages=("en",), form=form)
    assert [line.text for line in content.blocks[1].rows[0].cells[0][1:]] == [below]


def test_degree_of_somebody_without_a_post_stands_alone():
    doctor = BATAEVA._replace(degree=text(en="Doctor of Law"), position=text())
    listed = INVITED._replace(members=(member(Capacity.MEMBER, doctor),))
    content = compose(ParticipantsData(event(), HeadingData(), (listed,)), languages=("en",), form="conference")
    assert [line.text for line in content.blocks[0].rows[0].cells[0][1:]] == ["Doctor of Law"]
