"""The whole pack, the template with its live preview, the forms of the page and the other forms of output."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from planner.documents.content import Style
from planner.issuing import issue
from planner.operations.delegations import remove_member
from planner.pack_versions import Take
from planner.papers import Choice, Paper
from planner.queries.delegations import delegations
from planner.queries.events import events
from planner.queries.templates import own_template
from planner.rules.kinds import EventKind, Side
from planner.rules.templates import HOUSE
from tests.ui.keys import type_text
from tests.ui.office import Office, open_office
from tests.ui.papers_desk import Desk
from ui.common.paper_entries import PARTICIPANTS
from ui.documents.other_output import save_booklet, save_protected, save_separately
from ui.documents.pack_dialog import FOLDER, PackDialog
from ui.documents.template_dialog import TemplateDialog


def visit(office: Office) -> int:
    return next(row.id for row in office.read(events) if row.kind is EventKind.VISIT)


def participants(office: Office, **more) -> Choice:
    return Choice(Paper.PARTICIPANTS, visit(office), ("ru", "en"), **more)


@pytest.fixture
def pack(qtbot: QtBot, sample: Office) -> PackDialog:
    dialog = PackDialog(sample.context, participants(sample, copy_for=Side.HOST))
    qtbot.addWidget(dialog)
    dialog.show()
    for row in range(dialog.list.count()):  # three papers are enough for a test
        wanted = dialog.list.item(row).text() in ("Programme of stay", "List of participants", "Briefing note")
        dialog.list.item(row).setCheckState(Qt.CheckState.Checked if wanted else Qt.CheckState.Unchecked)
    return dialog


@pytest.fixture
def template(qtbot: QtBot, sample: Office) -> TemplateDialog:
    dialog = TemplateDialog(sample.context, participants(sample), "List of participants")
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_pack_offers_the_usual_papers_ticked(qtbot: QtBot, sample: Office) -> None:
    dialog = PackDialog(sample.context, participants(sample))
    qtbot.addWidget(dialog)
    state = {dialog.list.item(row).text(): dialog.list.item(row).checkState() for row in range(dialog.list.count())}
    assert (state["Programme of stay"], state["Delegation questionnaire"]) == (
        Qt.CheckState.Checked, Qt.CheckState.Unchecked,
    )  # fmt: skip


def test_pack_is_one_file_and_names_what_is_left_out(pack: PackDialog, tmp_path: Path) -> None:
    assert pack.go.text() == "Print 3 papers…"
    pack.print_into(tmp_path / "pack.pdf")
    with pikepdf.open(tmp_path / "pack.pdf") as file, file.open_outline() as outline:
        assert [item.title[:2] for item in outline.root] == ["Со", "1.", "2."]
    assert pack.state.text() == f"2 papers are in {tmp_path / 'pack.pdf'}"
    (left_out,) = pack.refused.findings()
    assert left_out.text.startswith("Briefing note: ")


def test_pack_is_a_folder_of_files(pack: PackDialog, tmp_path: Path) -> None:
    pack.form.segments._take(1)
    assert pack.form.value() == FOLDER
    pack.print_into(tmp_path / "papers")
    assert [path.name[:2] for path in sorted((tmp_path / "papers").iterdir())] == ["00", "01", "02"]


def test_guests_pack_offers_nothing_of_the_office(pack: PackDialog) -> None:
    pack.copy.segments._take(2)
    names = [pack.list.item(row).text() for row in range(pack.list.count())]
    assert {"Working programme", "Briefing note", "Gift list"} & set(names) == set()


def issued_list(sample: Office) -> None:
    issue(sample.planner, participants(sample, copy_for=Side.HOST), "agreed", "all the same")


def rows_of(dialog: PackDialog) -> dict[str, str]:
    """Return what the list says of each paper, by its name."""
    rows = [dialog.list.item(row).text() for row in range(dialog.list.count())]
    return {name: state for name, _, state in (row.partition(" · ") for row in rows)}


def open_pack(qtbot: QtBot, sample: Office) -> PackDialog:
    dialog = PackDialog(sample.context, participants(sample, copy_for=Side.HOST))
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def choose_row(dialog: PackDialog, name: str) -> None:
    rows = [dialog.list.item(row).text().partition(" · ")[0] for row in range(dialog.list.count())]
    dialog.list.setCurrentRow(rows.index(name))


def test_states_are_not_asked_for_where_nothing_was_issued(pack: PackDialog) -> None:
    assert (pack.states.isVisible(), pack.own_state.isVisible()) == (False, False)


def test_pack_says_which_version_it_takes_and_from_which_the_draft_differs(qtbot: QtBot, sample: Office) -> None:
    issued_list(sample)
    dialog = open_pack(qtbot, sample)
    assert rows_of(dialog)["List of participants"].startswith("version 1 of ")
    assert dialog.states.isVisible()
    dialog.states.segments._take(2)
    assert rows_of(dialog)["List of participants"] == "draft"
    member = sample.read(delegations, visit(sample))[0].members[-1]
    sample.planner.execute(remove_member, member.id)
    dialog = open_pack(qtbot, sample)
    assert rows_of(dialog)["List of participants"] == "draft: changed since version 1"
    dialog.states.segments._take(1)
    assert rows_of(dialog)["List of participants"].startswith("version 1 of ")


def test_state_of_one_paper_is_chosen_for_it_alone(qtbot: QtBot, sample: Office, tmp_path: Path) -> None:
    issued_list(sample)
    dialog = open_pack(qtbot, sample)
    assert dialog.own_state.isVisible() is False
    choose_row(dialog, "List of participants")
    assert (dialog.own_state.isVisible(), dialog.own_state.value()) == (True, Take.FITTING)
    dialog.own_state.segments._take(2)
    assert rows_of(dialog)["List of participants"] == "draft"
    dialog._tick(lambda group: group.name == "List of participants")
    dialog.print_into(tmp_path / "pack.pdf")
    assert [one.state.version for one in dialog.pack.printed()] == [0]
    dialog.own_state.segments._take(1)
    dialog.print_into(tmp_path / "pack.pdf")
    assert [one.state.version for one in dialog.pack.printed()] == [1]


def test_nothing_ticked_prints_nothing(pack: PackDialog) -> None:
    pack._tick(lambda _group: False)
    assert (pack.ticked(), pack.go.isEnabled()) == ([], False)


def test_stopped_pack_saves_nothing(pack: PackDialog, tmp_path: Path) -> None:
    pack._advanced.connect(lambda *_told: pack.reject())
    pack.print_into(tmp_path / "pack.pdf")
    assert (pack.state.text(), (tmp_path / "pack.pdf").exists(), pack.isVisible()) == (
        "Stopped. Nothing was saved.", False, True,
    )  # fmt: skip


def test_word_of_a_template_is_seen_at_once(qtbot: QtBot, template: TemplateDialog) -> None:
    before = template.preview.area._data
    line = template.words.lines["participants", "en"]
    type_text(line, "Those Who Come")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert template.sheet.printed.content.title[1][0].text == "Those Who Come"
    assert template.preview.area._data not in (None, before)


def test_refused_word_is_explained_and_the_field_is_as_it_was(qtbot: QtBot, template: TemplateDialog) -> None:
    line = template.words.lines["draft", "en"]
    type_text(line, "Draft")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert (line.text(), template.sheet.own) == ("", {})


def test_style_and_parts_are_kept_and_restored(sample: Office, template: TemplateDialog) -> None:
    first = template.sheet.printed.content
    template.style_fields.face.segments._take(2)
    template.style_fields.sizes["title"].edited.emit(20.0)
    template.parts.toggles["note"].box.click()
    assert sample.read(own_template, "participants") == {"style": {"face": "sans", "title": 20.0}, "hide": ["note"]}
    rows = [row for block in template.sheet.printed.content.blocks for row in block.rows]
    styles = {line.style for row in rows for line in row.cells[0]}
    assert Style.NOTE not in styles
    template.restore.click()
    again = template.sheet.printed.content._replace(footer=first.footer)  # which tells of the last change
    assert (sample.read(own_template, "participants"), again) == ({}, first)


def test_emblem_of_all_papers_is_read_from_a_picture(sample: Office, template: TemplateDialog, tmp_path: Path) -> None:
    Image.new("RGBA", (60, 80), (160, 30, 30, 255)).save(tmp_path / "arms.png")
    template.scope.segments._take(1)
    template.take_emblem(tmp_path / "arms.png")
    assert sample.read(own_template, HOUSE)["emblem"]["height"] == 80
    assert template.sheet.printed.content.forms.emblem.content.startswith(b"\xff\xd8\xff")


def test_file_that_is_no_picture_is_refused_in_words(template: TemplateDialog, tmp_path: Path) -> None:
    (tmp_path / "arms.png").write_text("no picture")
    template.take_emblem(tmp_path / "arms.png")
    assert template.sheet.own == {}


def test_template_of_a_read_only_office_can_be_looked_at(qtbot: QtBot, sample: Office, tmp_path: Path) -> None:
    sample.planner.close()
    office = open_office(tmp_path, read_only=True)
    dialog = TemplateDialog(office.context, participants(office), "List")
    qtbot.addWidget(dialog)
    assert dialog.preview.area._data is not None
    assert {line.isReadOnly() for line in dialog.words.lines.values()} == {True}
    assert dialog.restore.isEnabled() is False
    office.planner.close()


def test_approval_can_be_asked_for_on_the_hosts_copy_alone(desk: Desk) -> None:
    desk.office.context.select("paper", PARTICIPANTS)
    assert desk.choices.forms.approved.isEnabled() is False
    desk.choices.copy.segments._take(1)
    desk.choices.forms.approved.box.click()
    assert desk.page.chosen.printed.content.forms.approval[1][0].text == "APPROVED"
    desk.choices.copy.segments._take(2)
    assert desk.page.chosen.printed.content.forms is None


def test_marking_and_number_of_the_copy_stand_on_the_paper(desk: Desk) -> None:
    desk.choices.forms.marking.edited.emit("official")
    desk.choices.forms.copy_number.edited.emit(2)
    said = [line.text.replace("\u00a0", " ") for line in desk.page.chosen.printed.content.forms.notes[1]]
    assert said == ["For official use", "Copy No. 2"]


def test_less_usual_forms_of_output_are_in_one_menu(desk: Desk) -> None:
    assert [action.text() for action in desk.choices.more.menu().actions()] == [
        "Booklet…", "A file per language…", "With a password…", "Template…", "Whole pack…",
    ]  # fmt: skip


def test_menu_opens_template_and_pack(desk: Desk) -> None:
    desk.choices.more.edited.emit("template")
    desk.choices.more.edited.emit("pack")
    assert (desk.page.template_dialog.isVisible(), desk.page.pack_dialog.isVisible()) == (True, True)


def test_booklet_separate_files_and_password(sample: Office, tmp_path: Path, desk: Desk) -> None:
    choice = participants(sample)
    desk.page.other.save(save_booklet, choice, tmp_path / "booklet.pdf")
    desk.page.other.save(save_separately, choice, tmp_path / "list.pdf")
    from functools import partial

    desk.page.other.save(partial(save_protected, "тайна"), choice, tmp_path / "locked.pdf")
    assert sorted(path.name for path in tmp_path.glob("*.pdf")) == [
        "booklet.pdf", "list-en.pdf", "list-ru.pdf", "locked.pdf",
    ]  # fmt: skip
    with pikepdf.open(BytesIO((tmp_path / "locked.pdf").read_bytes()), password="тайна") as file:
        assert file.encryption.R == 6


def test_password_is_asked_for_before_the_place(desk: Desk) -> None:
    desk.choices.more.edited.emit("password")
    assert desk.page.other.dialog.isVisible()
    desk.page.other.dialog.reject()
