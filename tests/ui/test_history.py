"""The history of an event and of the office."""

from __future__ import annotations

import planner.model  # noqa: F401 - every table there is
from planner.language import catalog
from planner.model.base import Base
from planner.operations import events as operations
from planner.operations.texts import write_text
from planner.queries.history import FieldChange
from tests.ui.keys import type_text
from tests.ui.window_office import Ids, Shown
from ui.history.field_words import FIELDS, TABLES
from ui.history.page import HistoryPage
from ui.history.words import change_rows, is_plumbing
from ui.translate import set_language


def history_of(made: Shown) -> HistoryPage:
    made.desk.go("tab:history", 0)
    page = made.desk.pages.current()
    assert isinstance(page, HistoryPage)
    return page


def test_every_step_is_listed_with_its_author_and_the_newest_first(shown: tuple[Shown, Ids]) -> None:
    made, ids = shown
    made.desk.context.run(made.desk, operations.edit_event, ids.visit, state="agreed")
    made.desk.steps.undo()
    lines = history_of(made).table.rows()
    assert [(line.step.author, line.words, line.turn) for line in lines[:2]] == [  # type: ignore[attr-defined]
        ("anna", "Edit the event “Визит делегации”", "undone"),
        ("anna", "Edit the event “Визит делегации”", "taken back"),
    ]


def test_a_step_says_what_it_changed_before_and_after(shown: tuple[Shown, Ids]) -> None:
    made, ids = shown
    made.desk.context.run(made.desk, write_text, "event", ids.visit, "title", language="en", words="Stay")
    page = history_of(made)
    rows = page.fields.rows()
    assert [(row.where, row.before, row.after) for row in rows] == [  # type: ignore[attr-defined]
        ("Event · title, English", "Visit of the delegation", "Stay"),
    ]


def test_the_whole_office_has_more_steps_and_they_can_be_searched(shown: tuple[Shown, Ids]) -> None:
    made, _ids = shown
    page = history_of(made)
    of_event = page.table.count()[1]
    page.scope.set_value("office")
    page.scope.edited.emit("office")
    assert page.table.count()[1] > of_event
    type_text(page.bar.search.line, "меморандум")
    assert [row.words for row in page.table.rows()] == ["Add the agreement “Меморандум”"]  # type: ignore[attr-defined]


def test_history_grows_while_it_is_shown(shown: tuple[Shown, Ids]) -> None:
    made, ids = shown
    page = history_of(made)
    before = page.table.count()[1]
    made.desk.context.run(made.desk, operations.edit_event, ids.visit, note="x")
    assert page.table.count()[1] == before + 1


def test_values_are_told_in_words() -> None:
    changes = (
        FieldChange("item", 1, "start_minute", 600, 630),
        FieldChange("item", 1, "hard", False, True),
        FieldChange("event", 1, "from_day", "2024-05-14", "2024-05-15"),
        FieldChange("event", 1, "state", "idea", "preparation"),
        FieldChange("item", 1, "event_id", None, 4),
    )
    assert change_rows(changes) == [
        ("Item · start", "10:00", "10:30"),
        ("Item · fixed time", "no", "yes"),
        ("Event · first day", "14 May 2024", "15 May 2024"),
        ("Event · state", "Idea", "In preparation"),
    ]
    set_language("ru")
    assert change_rows(changes[2:3])[0][1:] == ("14 мая 2024\u00a0г.", "15 мая 2024\u00a0г.")


def test_words_kept_together_are_told_without_the_braces_they_are_kept_in() -> None:
    words = {"action": "Guests are led in", "cue": ""}
    change = FieldChange("item", 1, "run_sheet", {"action": "Guests are led in"}, {**words, "position": "the hall"})
    assert [row[1:] for row in change_rows((change,))] == [("Guests are led in", "Guests are led in · the hall")]


def test_form_of_a_talk_and_bed_of_a_room_are_told_in_words() -> None:
    changes = (
        FieldChange("item", 1, "form", "", "online"), FieldChange("lodging", 2, "bed", "double", "twin"),
        FieldChange("person", 3, "degree", {}, {"en": {"text": "Doctor of Law"}}),
    )  # fmt: skip
    assert change_rows(changes) == [
        ("Item · form of the talk", "", "online"), ("Room in a hotel · bed", "double bed", "two beds"),
        ("Person · academic degree, English", "", "Doctor of Law"),
    ]  # fmt: skip


def columns_shown() -> dict[str, list[str]]:
    """Return the columns of every table of an office that the history may show."""
    return {
        table.name: [column.name for column in table.columns if column.name != "id" and not is_plumbing(column.name)]
        for table in Base.metadata.tables.values()
    }


def test_every_table_and_column_has_a_name_of_its_own_in_both_languages() -> None:
    shown = columns_shown()
    assert {"task", "signing", "signatory", "track_member"} <= shown.keys()
    assert [table for table in shown if table not in TABLES] == []
    assert {(table, name) for table, names in shown.items() for name in names if name not in FIELDS} == set()
    said = {*TABLES.values(), *FIELDS.values()}
    assert sorted(words for words in said if catalog.text(words, "ru") == words) == []


def test_no_name_of_a_column_is_left_that_no_table_has() -> None:
    there = {name for names in columns_shown().values() for name in names}
    assert sorted(FIELDS.keys() - there) == []


def test_what_was_written_for_a_paper_is_told_in_its_words() -> None:
    changes = (
        FieldChange("statement", 1, "paper", None, "press-note"), FieldChange("statement", 1, "part", None, "quote"),
        FieldChange("commitment", 2, "state", "open", "done"), FieldChange("record", 3, "kind", "heard", "resolved"),
    )  # fmt: skip
    assert change_rows(changes) == [
        ("Paragraph of a note · paper", "", "Press note"),
        ("Paragraph of a note · place on the paper", "", "Quotation"),
        ("Commitment · state", "To be done", "Done"),
        ("Paragraph of the minutes · kind", "Heard", "Resolved"),
    ]
