"""Where a person may only read, the office opens for reading and says so when asked to write."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from planner.app import new_office, open_planner
from planner.checks.event import check_office
from planner.exchange.files_out import write_whole
from planner.operations import people
from planner.operations.people import NewName
from planner.storage.backup import back_up, restore
from tests.storage.conftest import sha256
from tests.storage.faults import as_stranger, open_folder, sentence_of

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="the stranger is a forked process")

READ_ONLY = "ReadOnly: city.office is open for reading only: you have no right to write in it, or asked for that."
LOCKED = "The folder of city.office does not let us write in it. Open the office for reading, or ask for the right."
NO_RIGHT = "can only be read. Nothing was changed; ask for the right to write, or save a copy elsewhere."


@pytest.fixture
def open_office(furnished_template: Path) -> Iterator[Path]:
    """A furnished office where strangers may come near."""
    with open_folder() as folder:
        path = folder / "city.office"
        shutil.copy(furnished_template, path)
        path.chmod(0o644)
        yield path


def _read_and_try_to_write(path: Path) -> list[object]:
    planner = open_planner(str(path), author="Aida")
    events = len(planner.read(check_office))
    said = sentence_of(lambda: planner.execute(people.add_person, [NewName("en", "Kabaev")]))
    undone = sentence_of(planner.undo)
    planner.close()
    return [events, said, undone]


@pytest.mark.parametrize("what", ["file", "folder", "both"])
def test_office_that_may_not_be_written_opens_for_reading(open_office: Path, what: str) -> None:
    # Somebody else's file in somebody else's folder is what root made; the rights given back are the case.
    if what != "both":
        (open_office if what == "folder" else open_office.parent).chmod(0o777)
    elif os.geteuid() != 0:
        open_office.chmod(0o444)
        open_office.parent.chmod(0o555)
    before = sha256(open_office)
    assert as_stranger(lambda: _read_and_try_to_write(open_office)) == [1, READ_ONLY, READ_ONLY]
    assert sha256(open_office) == before
    assert [path.name for path in open_office.parent.iterdir()] == ["city.office"]


def test_office_being_written_by_its_owner_can_be_read_by_a_stranger(open_office: Path) -> None:
    planner = open_planner(str(open_office), author="Owner")
    planner.execute(people.add_person, [NewName("en", "Kabaev")])
    number = planner.change_number()

    def look() -> int:
        reader = open_planner(str(open_office), author="Aida")
        seen = reader.change_number()
        reader.close()
        return seen

    assert as_stranger(look) == number
    planner.close()


def test_file_that_may_not_be_read_is_refused(open_office: Path) -> None:
    open_office.chmod(0o600 if os.geteuid() == 0 else 0o000)
    said = as_stranger(lambda: sentence_of(lambda: open_planner(str(open_office))))
    assert said == f"FileProblem: You have no right to read {open_office}. Ask its owner."


def test_new_office_and_paper_in_a_folder_of_others_are_refused(open_office: Path) -> None:
    folder = open_office.parent
    if os.geteuid() != 0:
        folder.chmod(0o555)
    assert as_stranger(
        lambda: [
            sentence_of(lambda: new_office(str(folder / "mine.office"))),
            sentence_of(lambda: write_whole(folder / "list.pdf", b"%PDF")),
        ]
    ) == [
        f"FileProblem: The folder {folder} does not let us write in it. Choose another.",
        f"FileProblem: {folder} does not let us write in it. Choose another folder.",
    ]
    assert [path.name for path in folder.iterdir()] == ["city.office"]


def test_office_for_reading_only_can_be_backed_up_elsewhere_but_not_restored(open_office: Path) -> None:
    if os.geteuid() != 0:
        open_office.chmod(0o444)
        open_office.parent.chmod(0o555)

    def attempt() -> list[object]:
        with open_folder() as mine:
            made = back_up(open_office, mine)
            copy = open_planner(str(made), author="Aida", read_only=True)
            events = len(copy.read(check_office))
            copy.close()
            said = sentence_of(lambda: restore(open_office, made))
            locked = sentence_of(lambda: back_up(open_office, open_office.parent / "kept"))
            return [events, said, locked]

    before = sha256(open_office)
    kept = open_office.parent / "kept"
    assert as_stranger(attempt) == [
        1,
        f"FileProblem: {LOCKED}",
        f"ReadOnly: {kept} {NO_RIGHT}",
    ]
    assert sha256(open_office) == before
