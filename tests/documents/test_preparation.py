"""The plan of preparation on paper: days, owners and what is done; compared by task."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from planner.app import Planner, new_office, open_planner
from planner.documents.content import Content
from planner.documents.freeze import freeze, thaw
from planner.documents.paper_lines import Shown, paper_lines
from planner.errors import NotPossible
from planner.operations import events, office, preparation
from planner.paper_choice import FOR_THE_OFFICE, Choice, Paper
from planner.paper_set import compose, gather
from planner.papers import print_paper
from planner.queries.for_documents import event_data
from planner.rules.text import text

FIRST = date(2026, 9, 8)
LANGUAGES = ("ru", "en")


class Desk:
    """An office in Russia with a visit and four tasks."""

    def __init__(self, planner: Planner) -> None:
        self.planner = planner
        planner.execute(office.set_office, "office.city", {"zone": "Asia/Krasnoyarsk", "country": "RU"})
        made = planner.execute(
            events.add_event, "visit", text(ru="Визит", en="Visit"), from_day=FIRST, to_day=FIRST,
            languages=["ru", "en"], host_zone="Asia/Krasnoyarsk",
        )  # fmt: skip
        self.event = int(made.result)

    def add(self, title: str, **values: object) -> int:
        return int(self.planner.execute(preparation.add_task, self.event, title, **values).result)

    def composed(self, changed: tuple[int, ...] = ()) -> Content:
        choice = Choice(Paper.TASKS, self.event, LANGUAGES)
        return compose(self.planner.read(gather, choice), choice, changed)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    path = str(tmp_path / "a.office")
    new_office(path)
    planner = open_planner(path, author="Aida")
    yield Desk(planner)
    planner.close()


def rows(content: Content) -> list[tuple[list[str], list[str], list[str]]]:
    """Return each row's lead and its lines in Russian and English."""
    return [
        ([line.text for line in row.lead], *([line.text for line in cell] for cell in row.cells))
        for block in content.blocks
        for row in block.rows
    ]


def test_plan_says_what_who_and_by_when_month_by_month(desk: Desk) -> None:
    desk.add("Заказать воду", due=date(2026, 8, 20), owner="склад", note="без газа")
    desk.add("Карточки", offset=-3)
    desk.add("Когда-нибудь")
    found = desk.composed()
    assert [[cell[-1].text for cell in block.heading] for block in found.blocks] == [
        ["Август 2026", "August 2026"], ["Сентябрь 2026", "September 2026"], ["Без времени", "Time not set"],
    ]  # fmt: skip
    assert [lead for lead, _, _ in rows(found)] == [["20.08"], ["03.09", "T−3"], []]
    assert rows(found)[0][1:] == (
        ["Заказать воду", "Ответственный: склад", "без газа"], [],
    )  # fmt: skip


def test_plan_says_the_handbook_s_tasks_in_each_language_and_what_is_done(desk: Desk) -> None:
    desk.planner.execute(preparation.fill_tasks, desk.event)
    first = rows(desk.composed())[0]
    assert first[1][0] == "Изучить досье отношений: соглашения, прошлые визиты, открытые поручения"
    assert first[2][:2] == [
        "Look through the file on relations: agreements, last visits, open commitments",
        "Responsible: international department",
    ]
    one = desk.add("Карточки", offset=-3)
    desk.planner.execute(preparation.tick_task, one, done_on=date(2026, 9, 2))
    done = next(row for row in rows(desk.composed()) if row[1][0] == "Карточки")
    assert done[1:] == (["Карточки", "Ответственный:\u00a0— · исполнено 02.09.2026"], ["done 2\u00a0Sep 2026"])


def test_plan_without_tasks_is_refused_in_words(desk: Desk) -> None:
    with pytest.raises(NotPossible, match="Nothing is planned to be done"):
        desk.composed()


def test_plan_is_frozen_and_read_again_exactly(desk: Desk) -> None:
    desk.add("Карточки", offset=-3, note="A5")
    data = desk.planner.read(gather, Choice(Paper.TASKS, desk.event, LANGUAGES))
    assert thaw(freeze(data)) == data


def test_plan_marks_and_compares_by_task(desk: Desk) -> None:
    first, second = desk.add("Карточки", offset=-3), desk.add("Вода", offset=-2)
    choice = Choice(Paper.TASKS, desk.event, LANGUAGES)
    before = paper_lines(desk.planner.read(gather, choice), Shown("tasks", LANGUAGES))
    desk.planner.execute(preparation.edit_task, first, offset=-4)
    after = paper_lines(desk.planner.read(gather, choice), Shown("tasks", LANGUAGES))
    changed = [old.id for old in before for new in after if old.id == new.id and old.facts != new.facts]
    assert changed == [first]
    marked = [row.id for block in desk.composed((second,)).blocks for row in block.rows if row.changed]
    assert marked == [second]


def test_plan_is_of_the_office_and_prints_the_same_twice(desk: Desk) -> None:
    assert Paper.TASKS in FOR_THE_OFFICE
    desk.planner.execute(preparation.fill_tasks, desk.event)
    choice = Choice(Paper.TASKS, desk.event, LANGUAGES)
    assert desk.planner.read(event_data, desk.event).id == desk.event
    assert desk.planner.read(print_paper, choice).pdf == desk.planner.read(print_paper, choice).pdf
