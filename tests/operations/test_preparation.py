"""Tasks: entered, ticked, filled in from the handbook; their days follow the event; a copy has them open again."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from planner.app import Planner, new_office, open_planner
from planner.checks.preparation import event_tasks, next_steps
from planner.errors import BadInput, NotFound
from planner.operations import agenda, events, office, preparation
from planner.operations.calendar import add_office_day
from planner.operations.duplicate import duplicate_event
from planner.queries.history import steps
from planner.queries.preparation import task_choices, task_rows
from planner.rules.kinds import EventKind
from planner.rules.preparation import TaskState
from planner.rules.shipped_tasks import shipped_for
from planner.rules.text import text

FIRST, LAST = date(2026, 9, 8), date(2026, 9, 10)  # Tuesday to Thursday
TODAY = date(2026, 9, 1)


class Desk:
    """An office in Russia with a visit."""

    def __init__(self, planner: Planner) -> None:
        self.planner = planner
        planner.execute(office.set_office, "office.city", {"zone": "Asia/Krasnoyarsk", "country": "RU"})
        values = {"languages": ["ru", "en"], "host_zone": "Asia/Krasnoyarsk", "guest_zone": "Asia/Bishkek"}
        made = planner.execute(events.add_event, "visit", text(en="Visit"), from_day=FIRST, to_day=LAST, **values)
        self.event = int(made.result)

    def add(self, title: str, **values: object) -> int:
        return int(self.planner.execute(preparation.add_task, self.event, title, **values).result)

    def days(self, event: int | None = None) -> dict[str, date | None]:
        found = self.planner.read(event_tasks, event or self.event, TODAY)
        return {one.row.title or one.row.code: one.step.due for one in found.tasks}


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    path = str(tmp_path / "a.office")
    new_office(path)
    return Desk(open_planner(path, author="Aida"))


def test_task_is_due_so_many_working_days_before_the_event(desk: Desk) -> None:
    desk.add("cards", offset=-3)
    desk.add("letter", anchor="end", offset=3)
    desk.add("hotel", due=date(2026, 8, 30))
    desk.add("whenever")
    assert desk.days() == {
        "hotel": date(2026, 8, 30), "cards": date(2026, 9, 3), "letter": date(2026, 9, 15), "whenever": None,
    }  # fmt: skip


def test_task_follows_its_event_and_a_fixed_one_stays(desk: Desk) -> None:
    desk.add("cards", offset=-3)
    desk.add("hotel", due=date(2026, 8, 30))
    desk.planner.execute(events.edit_event, desk.event, from_day=date(2026, 9, 14), to_day=date(2026, 9, 16))
    assert desk.days() == {"hotel": date(2026, 8, 30), "cards": date(2026, 9, 9)}
    desk.planner.undo()
    assert desk.days()["cards"] == date(2026, 9, 3)


def test_task_passes_the_office_s_own_days_off_over(desk: Desk) -> None:
    desk.add("cards", offset=-3)
    desk.planner.execute(add_office_day, date(2026, 9, 3), title=text(en="City day"), kind="day-off")
    assert desk.days() == {"cards": date(2026, 9, 2)}
    desk.planner.execute(add_office_day, date(2026, 9, 5), title=text(en="Worked"), kind="working", country="RU")
    assert desk.days() == {"cards": date(2026, 9, 4)}


def test_task_passes_public_holidays_of_the_hosts_over(desk: Desk) -> None:
    values = {"from_day": date(2027, 1, 12), "to_day": date(2027, 1, 12)}
    desk.planner.execute(events.edit_event, desk.event, **values)
    desk.add("cards", offset=-2)
    assert desk.days() == {"cards": date(2026, 12, 30)}  # the holidays of New Year; the 31st is moved rest


def test_task_is_ticked_and_opened_again(desk: Desk) -> None:
    task = desk.add("cards", offset=-3)
    desk.planner.execute(preparation.tick_task, task, done_on=TODAY)
    (one,) = desk.planner.read(event_tasks, desk.event, TODAY).tasks
    assert (one.row.done_on, one.step.state, one.is_open) == (TODAY, TaskState.DONE, False)
    desk.planner.execute(preparation.tick_task, task, done_on=None)
    (one,) = desk.planner.read(event_tasks, desk.event, TODAY).tasks
    assert (one.row.done_on, one.step.state, one.is_open) == (None, TaskState.THIS_WEEK, True)


@pytest.mark.parametrize(
    "wrong", [{"offset": 401}, {"anchor": "middle"}, {"due": "tomorrow"}, {"done_on": 5}, {"colour": "red"}]
)
def test_task_refuses_what_is_not_possible(desk: Desk, wrong: dict[str, object]) -> None:
    task = desk.add("cards")
    with pytest.raises(BadInput):
        desk.planner.execute(preparation.edit_task, task, **wrong)


def test_task_without_words_is_refused(desk: Desk) -> None:
    with pytest.raises(BadInput):
        desk.add("  ")
    task = desk.add("cards")
    with pytest.raises(BadInput):
        desk.planner.execute(preparation.edit_task, task, title=" ")
    assert [row.title for row in desk.planner.read(task_rows, desk.event)] == ["cards"]


def test_task_is_about_an_item_of_its_own_event(desk: Desk) -> None:
    item = desk.planner.execute(agenda.add_item, desk.event, text(en="Talks")).result
    other = desk.planner.execute(duplicate_event, desk.event, FIRST).result
    task = desk.add("cards", item_id=item)
    with pytest.raises(BadInput):
        desk.planner.execute(preparation.add_task, other, "cards", item_id=item)
    with pytest.raises(NotFound):
        desk.planner.execute(preparation.edit_task, task, person_id=999_999)
    (row,) = desk.planner.read(task_rows, desk.event)
    assert (row.item_id, row.item.get("en")) == (item, "Talks")


def test_tasks_are_filled_in_once_for_the_kind_of_event(desk: Desk) -> None:
    wanted = [(one.code, offset) for one, offset in shipped_for(EventKind.VISIT)]
    first = desk.planner.execute(preparation.fill_tasks, desk.event)
    assert first.result == len(wanted)
    assert [(row.code, row.offset) for row in desk.planner.read(task_rows, desk.event)] == wanted
    gone = desk.planner.read(task_rows, desk.event)[3]
    desk.planner.execute(preparation.remove_task, gone.id)
    assert desk.planner.execute(preparation.fill_tasks, desk.event).result == 1
    rows = desk.planner.read(task_rows, desk.event)
    assert (rows[-1].code, len(rows)) == (gone.code, len(wanted))
    assert desk.planner.execute(preparation.fill_tasks, desk.event).number == 0


def test_tasks_of_a_signing_are_filled_in_where_something_is_signed(desk: Desk) -> None:
    item = desk.planner.execute(agenda.add_item, desk.event, text(en="Signing"), kind="signing").result
    desk.planner.execute(preparation.fill_tasks, desk.event)
    rows = {row.code: row.item_id for row in desk.planner.read(task_rows, desk.event) if row.item_id}
    assert rows == dict.fromkeys(("powers", "texts", "originals", "alternat", "pens", "revision"), item)


def test_task_of_the_handbook_takes_its_own_words_back(desk: Desk) -> None:
    desk.planner.execute(preparation.fill_tasks, desk.event)
    row = desk.planner.read(task_rows, desk.event)[0]
    desk.planner.execute(preparation.edit_task, row.id, title="Look at the file")
    assert desk.planner.read(task_rows, desk.event)[0].title == "Look at the file"
    desk.planner.execute(preparation.edit_task, row.id, title="")
    assert desk.planner.read(task_rows, desk.event)[0] == row
    said = desk.planner.read(steps, limit=1)[0].values["title"]
    assert said == "Изучить досье отношений: соглашения, прошлые визиты, открытые поручения"


def test_tasks_of_one_day_stand_as_they_were_put(desk: Desk) -> None:
    first, second, third = (desk.add(name, offset=-1) for name in "abc")
    desk.planner.execute(preparation.order_tasks, desk.event, [third, first])
    assert list(desk.days()) == ["c", "a", "b"]
    desk.planner.undo()
    assert list(desk.days()) == ["a", "b", "c"]
    assert second


def test_copy_of_an_event_has_its_tasks_open_and_moved(desk: Desk) -> None:
    item = desk.planner.execute(agenda.add_item, desk.event, text(en="Talks")).result
    done = desk.add("cards", offset=-3, item_id=item, owner="protocol", note="A5")
    desk.add("hotel", due=date(2026, 8, 31), done_on=TODAY)
    desk.planner.execute(preparation.tick_task, done, done_on=TODAY)
    copy = desk.planner.execute(duplicate_event, desk.event, date(2026, 9, 15)).result
    rows = desk.planner.read(task_rows, copy)
    assert [(row.title, row.due, row.done_on, row.owner, row.note) for row in rows] == [
        ("cards", None, None, "protocol", "A5"), ("hotel", date(2026, 9, 7), None, "", ""),
    ]  # fmt: skip
    assert rows[0].item_id not in (None, item)
    assert rows[0].item.get("en") == "Talks"
    assert desk.days(copy) == {"hotel": date(2026, 9, 7), "cards": date(2026, 9, 10)}


def test_next_steps_are_those_late_and_near_of_all_events_that_are_held(desk: Desk) -> None:
    late, near = desk.add("late", due=date(2026, 8, 1)), desk.add("near", offset=-3)
    desk.add("far", anchor="end", offset=20)
    desk.add("whenever")
    desk.add("done", offset=-4, done_on=TODAY)
    gone = desk.planner.execute(duplicate_event, desk.event, FIRST).result
    desk.planner.execute(events.edit_event, gone, state="cancelled")
    found = desk.planner.read(next_steps, TODAY)
    assert [(one.event.id, one.task.row.id) for one in found] == [(desk.event, late), (desk.event, near)]


def test_choices_are_the_event_s_items_and_owners_named_before(desk: Desk) -> None:
    item = desk.planner.execute(agenda.add_item, desk.event, text(en="Talks")).result
    desk.add("a", owner="Petrova")
    desk.add("b", owner="Petrova")
    found = desk.planner.read(task_choices, desk.event)
    assert found == (((item, text(en="Talks")),), (), ("Petrova",))
