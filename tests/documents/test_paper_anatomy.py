"""What the handbook asks of papers beside titles and times (section 2): dress, interpreting, cars, whom to call."""

from __future__ import annotations

import pytest

from planner.documents import agenda, contact_sheet, participants, programme, questionnaire, running_order
from planner.documents.audience import Reader, readable
from planner.documents.content import Content, Style
from planner.documents.data import (
    CoordinatorData,
    HeadingData,
    MemberFactsData,
    ParticipantsData,
    ProgrammeData,
)
from planner.documents.logistics_data import ContactData, ContactsData, QuestionnaireData
from planner.documents.paper_lines import Shown, paper_lines
from planner.rules.kinds import Capacity, EventKind, ItemKind, Side
from planner.rules.paper_changes import Kind, differences
from planner.rules.text import text
from tests.documents.events import cells_of, delegation, event, item, member, person

PETROVA = person("Петрова Марина", "Petrova Marina", id=77)
TALKS = item(text(ru="Переговоры", en="Talks"), 600, 660, id=5)._replace(
    dress="dark-suit", interpretation="consecutive", vehicles=("Toyota Camry, A 001 AA 00",)
)
PLAN = ProgrammeData(event(), HeadingData(), (TALKS,), coordinators=(CoordinatorData(PETROVA, "+7 000 000-00-21"),))


def said(content: Content) -> list[str]:
    """Return every line of the second language."""
    return [line.text.replace("\u00a0", " ") for cells in cells_of(content) for line in cells[1]]


def test_programme_for_guests_says_what_to_wear_and_whom_to_call() -> None:
    content = programme.compose(PLAN, languages=("ru", "en"))
    assert said(content) == ["Talks", "Dress: dark suit", "Liaison officer: M. Petrova, +7 000 000-00-21"]


def test_working_programme_has_interpreting_and_cars_too() -> None:
    content = programme.compose(PLAN, languages=("ru", "en"), edition="working")
    assert said(content) == [
        "Talks", "Dress: dark suit", "Interpretation: consecutive", "Vehicles: Toyota Camry, A 001 AA 00",
        "Liaison officer: M. Petrova, +7 000 000-00-21",
    ]  # fmt: skip


def test_whom_to_call_stands_below_all_days_without_a_number() -> None:
    *_, last = programme.compose(PLAN, languages=("ru", "en")).blocks
    assert (last.closing, last.heading, [row.lead for row in last.rows]) == (True, (), [()])


def test_table_copy_knows_of_no_cars() -> None:
    stripped = readable(PLAN, Reader.TABLE)
    assert [one.vehicles for one in stripped.items] == [()]
    assert stripped.coordinators == PLAN.coordinators


@pytest.mark.parametrize(
    ("later", "edition", "kinds"),
    [
        (TALKS._replace(dress="business"), "guest", [Kind.NOTE]),
        (TALKS._replace(vehicles=("Bus, A 009 AA 00",)), "guest", []),
        (TALKS._replace(vehicles=("Bus, A 009 AA 00",)), "working", [Kind.PERSON]),
        (TALKS._replace(interpretation="whispered"), "working", [Kind.PERSON]),
        (TALKS._replace(interpretation="whispered"), "guest", []),
    ],
)  # fmt: skip
def test_change_of_these_is_a_change_where_the_edition_says_them(later, edition, kinds) -> None:
    shown = Shown("programme", ("ru", "en"), edition)
    old, new = paper_lines(PLAN, shown), paper_lines(PLAN._replace(items=(later,)), shown)
    assert [change.kind for change in differences(old, new)] == kinds


def test_another_number_to_call_is_a_change_of_its_own_line() -> None:
    shown = Shown("programme", ("ru", "en"))
    later = PLAN._replace(coordinators=(CoordinatorData(PETROVA, "+7 000 000-00-22"),))
    (change,) = differences(paper_lines(PLAN, shown), paper_lines(later, shown))
    assert (change.id, change.kind) == (-77, Kind.WORDING)
    content = programme.compose(later, languages=("ru", "en"), changed=[change.id])
    assert [row.changed for block in content.blocks for row in block.rows] == [False, True]


def test_agenda_says_how_the_meeting_is_interpreted() -> None:
    topic = item(text(ru="Тема", en="Topic"), None, id=6, kind=ItemKind.TOPIC)
    content = agenda.compose(PLAN._replace(items=(TALKS._replace(parts=(topic,)),)), languages=("ru", "en"))
    assert [line.text for line in content.title[1]][-2:] == ["Interpretation: consecutive", "Dress: dark suit"]


def test_running_order_says_of_a_section_how_it_is_interpreted() -> None:
    talk = item(text(ru="Доклад", en="Talk"), 610, 620, id=8, kind=ItemKind.TALK)
    other = talk._replace(id=9, start=620, end=630)
    section = TALKS._replace(kind=ItemKind.SESSION, parts=(talk, other), interpretation="simultaneous")
    content = running_order.compose(
        ProgrammeData(event(kind=EventKind.CONFERENCE), HeadingData(), (section,)), languages=("ru", "en")
    )
    headings = [[line.text for line in block.heading[1]] for block in content.blocks]
    assert headings[-1][-1] == "Interpretation: simultaneous"


KABAEV = member(Capacity.HEAD, person("Кабаев Азамат", "Kabaev Azamat"))
LIST = ParticipantsData(
    event(), HeadingData(), (delegation(Side.GUEST, KABAEV),),
    known=(MemberFactsData(KABAEV.id, ("ky", "ru"), "+996 000 000 001", "501", "halal"),),
)  # fmt: skip


def test_offices_own_list_says_languages_telephone_room_and_diet() -> None:
    content = participants.compose(LIST, languages=("ru", "en"), edition="working")
    assert said(content)[-1] == "Speaks: Kyrgyz, Russian · +996 000 000 001 · No. 501 · Diet, allergies: halal"


def test_guests_list_says_nothing_of_it() -> None:
    content = participants.compose(LIST, languages=("ru", "en"))
    assert [line for line in said(content) if "501" in line or "Speaks" in line] == []
    (stripped,) = readable(LIST, Reader.TABLE).known
    assert stripped == MemberFactsData(KABAEV.id, ("ky", "ru"))


def test_another_room_is_no_other_post() -> None:
    shown = Shown("participants", ("ru", "en"), "working")
    later = LIST._replace(known=(LIST.known[0]._replace(room="502"),))
    assert differences(paper_lines(LIST, shown), paper_lines(later, shown)) == ()


def test_column_of_answers_is_named_in_each_language() -> None:
    content = questionnaire.compose(QuestionnaireData(event(), HeadingData(), (), 1), languages=("ru", "en"))
    (block,) = content.blocks
    assert [line.text for line in block.trail[0]] == ["Ответ", "Answer"]


def test_nobody_to_call_is_said_in_each_language() -> None:
    contacts = ContactsData(event(), HeadingData(), (ContactData(KABAEV, Side.GUEST),), ())
    content = contact_sheet.compose(contacts, languages=("ru", "en"))
    (row,) = content.blocks[0].rows
    assert [(line.text, line.style) for line in row.trail[0]] == [
        ("телефон не указан", Style.MISSING), ("no telephone given", Style.MISSING),
    ]  # fmt: skip


def test_telephone_keeps_its_order_among_words_written_from_the_right() -> None:
    content = programme.compose(PLAN, languages=("ru", "ar"))
    *_, last = content.blocks
    assert [cell[0].text.count("\u2068+7\u00a0000\u00a0000-00-21\u2069") for cell in last.rows[0].cells] == [0, 1]
