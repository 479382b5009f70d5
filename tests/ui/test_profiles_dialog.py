"""The profiles of protocol in the preferences: made, edited at once, restored, removed; what they change in words."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt

from planner.queries.profiles import office_profile
from planner.queries.profiles import profiles as read_profiles
from tests.ui.keys import press, type_text
from tests.ui.office import Office, open_office
from tests.ui.window_office import Ids, Shown
from ui.preferences.dialog import PreferencesDialog
from ui.preferences.profiles import ProfilesDialog
from ui.translate import set_language
from ui.window.office_files import OfficeFiles


@pytest.fixture
def dialog(qtbot: Any, office: Office) -> ProfilesDialog:
    dialog = ProfilesDialog(office.context)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def own(dialog: ProfilesDialog, code: str = "CN") -> ProfilesDialog:
    dialog.show_profile(code)
    dialog.copy.click()
    return dialog


def test_offices_profile_is_shown_first_and_cannot_be_edited(dialog: ProfilesDialog) -> None:
    assert (dialog.profile.value(), dialog.office.value()) == ("RU-municipal", "RU-municipal")
    assert not dialog.fields["photo"].combo.isEnabled()  # type: ignore[union-attr]
    assert not dialog.ranks.add.isEnabled()
    assert dialog.changes.sentences() == ()


def test_shipped_profile_says_what_parts_it_from_the_usual(dialog: ProfilesDialog) -> None:
    dialog.show_profile("EU")
    assert dialog.changes.sentences()[0] == (
        "Among equals: by the date of taking office → as the sending side lists them"
    )


def test_own_profile_is_made_edited_and_restored(dialog: ProfilesDialog, office: Office) -> None:
    own(dialog)
    assert (dialog.name.value(), dialog.changes.sentences()) == ("China, our own", ())
    dialog.fields["nuncio_first"].edited.emit(True)
    dialog.fields["photo"].edited.emit("block")
    assert dialog.changes.sentences() == (
        "Photograph: guests and hosts in turn → guests and hosts in two blocks", "The nuncio comes first: no → yes",
    )  # fmt: skip
    dialog.restore.click()
    assert dialog.changes.sentences() == ()
    office.undo()
    assert len(dialog.changes.sentences()) == 2


def test_profile_is_renamed_and_removed_and_comes_back(dialog: ProfilesDialog, office: Office) -> None:
    own(dialog)
    dialog.name.line.clear()
    type_text(dialog.name.line, "Наш")
    press(dialog.name.line, Qt.Key.Key_Return)
    assert [row.profile.name("ru") for row in office.read(read_profiles) if row.id] == ["Наш"]
    dialog.remove.click()
    assert (dialog.profile.value(), [row.id for row in office.read(read_profiles) if row.id]) == ("CN", [])
    office.undo()
    assert len([row for row in office.read(read_profiles) if row.id]) == 1


def test_rank_is_given_another_level_and_moves_in_the_table(dialog: ProfilesDialog) -> None:
    own(dialog, "RU-municipal")
    row = next(row for row in dialog.ranks.rows if row.rank.title("en") == "rector of a national university")
    row.level.clear()
    type_text(row.level, "6")
    press(row.level, Qt.Key.Key_Return)
    assert dialog.changes.sentences() == ("Rank of “rector of a national university”: 7 → 6",)
    levels = [row.rank.level for row in dialog.ranks.rows]
    assert levels == sorted(levels)


def test_level_that_is_none_is_taken_back(dialog: ProfilesDialog) -> None:
    own(dialog)
    row = dialog.ranks.rows[0]
    row.level.clear()
    type_text(row.level, "0")
    press(row.level, Qt.Key.Key_Return)
    assert (row.level.text(), dialog.changes.sentences()) == ("1", ())


def test_post_is_added_titled_and_taken_out(dialog: ProfilesDialog) -> None:
    own(dialog)
    dialog.ranks.add.click()
    row = dialog.ranks.rows[-1]
    row.titles["en"].clear()
    type_text(row.titles["en"], "clerk")
    press(row.titles["en"], Qt.Key.Key_Return)
    assert dialog.changes.sentences() == ("New in the table of ranks: “clerk”, 13",)
    dialog.ranks.rows[-1].remove.click()
    assert dialog.changes.sentences() == ()


def test_office_takes_a_profile_for_all_events_that_choose_none(dialog: ProfilesDialog, office: Office) -> None:
    dialog.office.edited.emit("US")
    assert (office.read(office_profile).key, dialog.office.value()) == ("US", "US")
    office.undo()
    assert dialog.office.value() == "RU-municipal"


def test_office_for_reading_only_shows_profiles_and_changes_none(qtbot: Any, tmp_path: Path, office: Office) -> None:
    office.planner.close()
    reader = open_office(tmp_path, read_only=True)
    dialog = ProfilesDialog(reader.context)
    qtbot.addWidget(dialog)
    assert (dialog.copy.isEnabled(), dialog.office.combo.isEnabled()) == (False, False)
    reader.planner.close()


def test_russian_interface_names_everything(dialog: ProfilesDialog) -> None:
    set_language("ru")
    dialog.show_profile("US")
    assert dialog.windowTitle() == "Протокольные профили"
    assert "Два флага, если смотреть на них: флаг гостя слева → свой флаг слева" in dialog.changes.sentences()


def test_preferences_lead_to_the_profiles(shown: tuple[Shown, Ids]) -> None:
    made, _ids = shown
    OfficeFiles(made.program).preferences()
    made.window.findChild(PreferencesDialog).profiles.click()
    dialog = made.window.findChild(ProfilesDialog)
    assert dialog.isVisible()
    dialog.accept()
