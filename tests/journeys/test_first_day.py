"""The first day with the program, through the real window: edit, undo all, redo all, close, reopen, undo, print."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pypdfium2
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from planner.queries.agenda import programme
from planner.queries.events import events
from planner.rules.kinds import EventKind
from tests.journeys.conftest import close_window, open_window
from tests.operations.test_undo_of_everything import dump
from tests.ui.keys import press, type_text
from tests.ui.window_office import Shown
from ui.agenda.inspector import ItemInspector
from ui.common.paired_side import PairedSide
from ui.common.paper_entries import PARTICIPANTS, PROGRAMME
from ui.delegations.lines import MemberLine

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
TITLE = "Talks with Vladislav Loginov"


def visit_of(shown: Shown) -> int:
    return next(row.id for row in shown.planner.read(events) if row.kind is EventKind.VISIT)


def meeting_of(shown: Shown) -> Any:
    return next(item for item in shown.planner.read(programme, visit_of(shown)).items if item.principal)


def tab(shown: Shown, key: str) -> Any:
    shown.window.tabs.choose(key)
    shown.window.tabs.chosen.emit(key)
    return shown.window.pages.currentWidget()


def undo(shown: Shown) -> None:
    _press_in_window(shown, Qt.Key.Key_Z)


def redo(shown: Shown) -> None:
    _press_in_window(shown, Qt.Key.Key_Y)


def _press_in_window(shown: Shown, key: Qt.Key) -> None:
    shown.window.activateWindow()
    shown.window.setFocus()
    QApplication.processEvents()
    QTest.keyClick(shown.window, key, CONTROL)


def move_the_meeting(shown: Shown) -> None:
    page = tab(shown, "programme")
    shown.desk.context.select("item", meeting_of(shown).id)
    for _ in range(2):
        press(page.timeline, Qt.Key.Key_Down, CONTROL)


def rename_it_in_both_languages(shown: Shown) -> None:
    inspector = shown.window.findChild(ItemInspector)
    boxes = [side.box for side in inspector.title.findChildren(PairedSide)]
    for box, words in zip(boxes, ("Переговоры с Владиславом Логиновым", TITLE), strict=True):
        box.setFocus()
        box.selectAll()
        type_text(box, words)
        shown.window.setFocus()


def add_a_person(shown: Shown) -> None:
    page = tab(shown, "delegations")
    page.add_person()
    for part, language, words in (
        ("surname", "ru", "Жумабаев"), ("given", "ru", "Тимур"),
        ("surname", "en", "Zhumabaev"), ("given", "en", "Timur"),
        ("position", "ru", "начальник управления спорта"), ("position", "en", "Head of the Sports Department"),
    ):  # fmt: skip
        type_text(page.adding.line(part, language), words)
    press(page.adding.line("position", "en"), Qt.Key.Key_Return)


def reorder_the_delegation(shown: Shown) -> None:
    column = shown.window.pages.currentWidget().columns["guest"]
    third = next(line for line in column.lines.lines if isinstance(line, MemberLine) and line.number == 3)
    column.select_thing("member", third.member_id)
    press(column, Qt.Key.Key_Up, CONTROL)


def test_a_first_day_is_undone_redone_reopened_and_printed(qtbot, tmp_path: Path, sample_template: Path) -> None:
    office = tmp_path / "sample.office"
    shutil.copy(sample_template, office)
    shown = open_window(qtbot, office, tmp_path)
    shown.desk.open_event(visit_of(shown))
    before = shown.planner.read(dump)
    first_number = shown.planner.change_number()
    marks = []
    for act in (move_the_meeting, rename_it_in_both_languages, add_a_person, reorder_the_delegation):
        act(shown)
        QApplication.processEvents()
        assert shown.planner.read(dump) not in [before, *marks], act.__name__
        marks.append(shown.planner.read(dump))
    after = marks[-1]
    assert meeting_of(shown).title.get("en") == TITLE

    steps = 0
    while shown.planner.read(dump) != before:
        undo(shown)
        steps += 1
        assert steps < 20
    for _ in range(steps):
        redo(shown)
    assert shown.planner.read(dump) == after

    history = tab(shown, "history")
    mine = [line.step for line in history.table.rows() if line.step.number > first_number]
    assert {(step.author, bool(step.label)) for step in mine} == {("anna", True)}
    assert {step.kind for step in mine} == {"do", "undo", "redo"}
    close_window(shown)
    shown = open_window(qtbot, office, tmp_path)
    shown.desk.open_event(visit_of(shown))
    assert shown.planner.read(dump) == after
    undo(shown)
    assert shown.planner.read(dump) == marks[-2]

    _print_both_papers(shown, tmp_path)
    close_window(shown)


def _print_both_papers(shown: Shown, folder: Path) -> None:
    page = tab(shown, "documents")
    for number, entry in enumerate((PROGRAMME, PARTICIPANTS)):
        page.chosen.take_paper(entry)
        page.refresh()
        path = folder / f"{entry}.pdf"
        page.output.save(page.chosen.choice(), path)
        with pypdfium2.PdfDocument(path.read_bytes()) as document:
            words = " ".join(document[0].get_textpage().get_text_range().split())
        assert (TITLE in words, "Timur ZHUMABAEV" in words) == (number == 0, number == 1)
