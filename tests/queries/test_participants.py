"""The participants column by column say the same as the board, which puts them together in Python."""

from __future__ import annotations

from datetime import date

import pytest

from planner.app import Planner, open_planner
from planner.operations.delegations import add_member
from planner.operations.import_people import apply_import
from planner.operations.people import add_post, write_name
from planner.queries.delegations import delegations
from planner.queries.participants import ParticipantRow, participant_rows
from planner.rules.text import text
from tests.benchmarks.delegates import new_event, preview


def of_board(planner: Planner, event: int, language: str) -> list[ParticipantRow]:
    rows = []
    for delegation in planner.read(delegations, event):
        for member in delegation.members:
            name = member.names.get(language)
            who = member.who
            rows.append(ParticipantRow(
                member.id, delegation.id, delegation.side.value, member.capacity.value, member.state,
                who.id if who else None, name.surname if name else "", name.given if name else "",
                name.patronymic if name else "", member.position.get(language),
                who.organisation.get(language) if who else "", who.country if who else "",
            ))  # fmt: skip
    return sorted(rows)


@pytest.mark.parametrize("language", ["ru", "en", "ky"])
def test_rows_of_an_imported_list_are_those_of_the_board(empty_office_url: str, language: str) -> None:
    planner = open_planner(empty_office_url, author="A")
    event = new_event(planner)
    planner.execute(apply_import, event, preview(30), side="guest", source="list.csv")
    assert planner.read(participant_rows, event, language=language) == of_board(planner, event, language)
    planner.close()


def test_dated_names_and_posts_are_those_of_the_events_day(empty_office_url: str) -> None:
    planner = open_planner(empty_office_url, author="A")
    event = new_event(planner)
    planner.execute(apply_import, event, preview(3), side="guest", source="list.csv")
    first, second, third = (row.person_id for row in planner.read(participant_rows, event, language="ru"))
    planner.execute(write_name, first, "ru", surname="Прежняя", valid_to=date(2021, 1, 1))
    planner.execute(add_post, second, text(ru="бывший мэр"), valid_from=date(2019, 1, 1), valid_to=date(2020, 1, 1))
    planner.execute(add_post, third, text(ru="мэр"), valid_from=date(2026, 1, 1), valid_to=date(2026, 12, 31))
    rows = planner.read(participant_rows, event, language="ru")
    assert rows == of_board(planner, event, "ru")
    assert rows[0].surname == "Прежняя"
    assert [row.position for row in rows] == ["начальник отдела 0", "начальник отдела 1", "мэр"]
    planner.close()


def test_post_printed_at_the_event_stands_instead_of_the_persons_own_in_all_languages(empty_office_url: str) -> None:
    planner = open_planner(empty_office_url, author="A")
    event = new_event(planner)
    planner.execute(apply_import, event, preview(1), side="guest", source="list.csv")
    place = planner.read(participant_rows, event, language="ru")[0]
    planner.execute(
        add_member, planner.read(delegations, event)[-1].id, place.person_id, post_title=text(en="Guest of honour")
    )
    planner.execute(add_member, place.delegation_id, post_title=text(ru="переводчик"))
    for language in ("ru", "en"):
        assert planner.read(participant_rows, event, language=language) == of_board(planner, event, language)
    planner.close()
