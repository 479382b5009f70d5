"""The page of paper templates, and columns, lines and style in the dialog."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from planner.operations.templates import set_in_template, set_word
from planner.paper_templates import example_of
from planner.papers import Choice, Paper
from planner.queries.events import events
from planner.queries.templates import own_template
from planner.rules.kinds import EventKind
from planner.rules.templates import HOUSE
from tests.ui.keys import press
from tests.ui.office import Office, open_office
from ui.common.buttons import IconButton
from ui.documents.template_dialog import TemplateDialog
from ui.documents.templates_page import PAPERS, PaperTemplatesPage


def opened(qtbot: QtBot, office: Office) -> PaperTemplatesPage:
    page = PaperTemplatesPage(office.context)
    qtbot.addWidget(page)
    page.resize(900, 600)
    page.show()
    return page


@pytest.fixture
def page(qtbot: QtBot, sample: Office) -> PaperTemplatesPage:
    return opened(qtbot, sample)


@pytest.fixture
def run_sheet(qtbot: QtBot, sample: Office) -> TemplateDialog:
    visit = next(row.id for row in sample.read(events) if row.kind is EventKind.VISIT)
    dialog = TemplateDialog(sample.context, Choice(Paper.RUN_SHEET, visit, ("ru", "en")), "Run sheet")
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def said(page: PaperTemplatesPage) -> dict[str, str]:
    return {line.name: line.changed for line in page.lines()}


def test_every_paper_stands_in_the_list_below_that_of_all(page: PaperTemplatesPage) -> None:
    assert [line.id for line in page.lines()] == list(range(len(Paper) + 1))
    assert (page.lines()[0].name, set(said(page).values())) == ("For all papers", {""})


def test_the_list_says_what_was_changed(page: PaperTemplatesPage, sample: Office) -> None:
    sample.run(set_in_template, "run-sheet", hide=["line:cue", "column:actual"], lines=["line:path"])
    sample.run(set_in_template, "run-sheet", style={"spacing": "airy"})
    sample.run(set_word, HOUSE, "agenda", "en", "Order of Business")
    changed = {name: words for name, words in said(page).items() if words}
    assert changed == {"For all papers": "1 word", "Minute-by-minute run sheet": "2 parts left out · own order · style"}
    page.choice.edited.emit("changed")
    page.choice.set_value("changed")
    page._show()
    assert list(said(page)) == ["For all papers", "Minute-by-minute run sheet"]


def test_a_template_is_opened_by_enter_beside_a_paper_of_the_office(page: PaperTemplatesPage) -> None:
    page.table.select([PAPERS.index(Paper.RUN_SHEET)])
    press(page.table, Qt.Key.Key_Return)
    assert page.dialog is not None
    assert (page.dialog.scope.value(), page.dialog.sheet.printed is not None) == ("run-sheet", True)
    page.dialog.accept()
    assert page.dialog is None


def test_that_of_all_papers_opens_for_all(page: PaperTemplatesPage) -> None:
    page.main_action().run()
    assert page.dialog.scope.value() == HOUSE


def test_delete_brings_back_the_original_and_undo_the_change(page: PaperTemplatesPage, sample: Office) -> None:
    sample.run(set_in_template, "programme", marking="official")
    page.table.select([PAPERS.index(Paper.PROGRAMME)])
    assert page.restore.isEnabled()
    press(page.table, Qt.Key.Key_Delete)
    assert (sample.read(own_template, "programme"), page.restore.isEnabled()) == ({}, False)
    sample.planner.undo()
    assert sample.read(own_template, "programme") == {"marking": "official"}


def test_a_read_only_office_can_be_looked_at(qtbot: QtBot, sample: Office, tmp_path: Path) -> None:
    sample.run(set_in_template, "programme", marking="official")
    closed = open_office(tmp_path, read_only=True)
    page = opened(qtbot, closed)
    page.table.select([PAPERS.index(Paper.PROGRAMME)])
    assert (page.change.isEnabled(), page.restore.isEnabled()) == (True, False)
    page.restore_chosen()
    assert closed.read(own_template, "programme") == {"marking": "official"}
    closed.planner.close()


@pytest.mark.parametrize("paper", [Paper.PROGRAMME, Paper.FLAGS, Paper.NAME_PLATES, Paper.BIOGRAPHY, Paper.MENU])
def test_the_sample_has_an_example_of_a_paper(sample: Office, paper: Paper) -> None:
    found = sample.read(example_of, paper)
    assert found is not None
    assert found.paper is paper


def test_columns_and_lines_are_left_out_and_moved(run_sheet: TemplateDialog, sample: Office) -> None:
    keys = list(run_sheet.parts.toggles)
    assert {"column:lead", "column:actual", "line:cue", "line:path", "note"} <= set(keys)
    run_sheet.parts.toggles["column:actual"].box.click()
    run_sheet.parts.toggles["line:cue"].box.click()
    content = run_sheet.sheet.printed.content
    assert content.trail == ()
    lines = [line.text for block in content.blocks for row in block.rows for line in row.cells[0]]
    assert [line for line in lines if line.startswith("Сигнал")] == []
    before = [key for key in run_sheet.parts.toggles if key.startswith("line:")]
    moved = run_sheet.parts.toggles[before[1]].parentWidget()
    assert moved is not None
    run_sheet.parts.ordered.emit("lines", [before[1], before[0], *before[2:]])
    after = [key for key in run_sheet.parts.toggles if key.startswith("line:")]
    assert after == [before[1], before[0], *before[2:]]
    assert sample.read(own_template, "run-sheet")["lines"] == after


def test_the_lead_cannot_be_moved(run_sheet: TemplateDialog) -> None:
    ups = [one for one in run_sheet.parts.findChildren(IconButton) if one.isVisibleTo(run_sheet)]
    movable = [key for key in run_sheet.parts.toggles if key.startswith("line:")]
    assert len(ups) == len(movable)  # one column at the right alone, and days are no parts


def test_spacing_and_lines_between_rows_change_the_page(run_sheet: TemplateDialog, sample: Office) -> None:
    before = run_sheet.sheet.printed.pdf
    run_sheet.style_fields.spacing.edited.emit("airy")
    airy = run_sheet.sheet.printed.pdf
    run_sheet.style_fields.rule.edited.emit("accent")
    assert len({before, airy, run_sheet.sheet.printed.pdf}) == 3
    assert sample.read(own_template, "run-sheet") == {"style": {"spacing": "airy", "rule": "accent"}}


def test_what_is_left_out_can_be_taken_back_though_the_example_never_had_it(qtbot: QtBot, sample: Office) -> None:
    sample.run(set_in_template, "programme", hide=["line:technician", "column:actual", "remark"])
    dialog = TemplateDialog(sample.context, sample.read(example_of, Paper.PROGRAMME), "Programme")
    qtbot.addWidget(dialog)
    assert dialog.parts.toggles["line:technician"].value() is False
    dialog.parts.toggles["line:technician"].box.click()
    assert sample.read(own_template, "programme") == {"hide": ["column:actual", "remark"]}
