"""A file that is no office of ours, or a damaged one, is refused in words and left as it is, byte for byte."""

from __future__ import annotations

import random
import shutil
import sqlite3
import struct
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from planner.app import new_office, open_planner
from planner.checks.event import check_office
from planner.errors import FileProblem, PlannerError, ReadOnly
from planner.queries.history import steps
from planner.sample import build_sample
from planner.storage.backup import back_up, restore
from planner.storage.schema import SCHEMA
from planner.storage.verify import verify
from tests.postgres import Cluster
from tests.storage.conftest import sha256

NEXT = SCHEMA + 1
NEWER = (
    f"city.office was made by a newer version of this program (its schema is {NEXT}, ours is {SCHEMA}). "
    "It was left as it is; install the newer version."
)
FOREIGN = "city.office is not an office of this program. It was left as it is."
DAMAGED = "city.office is damaged. It was left as it is; restore the last backup, or ask for help."


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _short(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:60])


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:4096])


def _text(path: Path) -> None:
    path.write_text("Программа пребывания\n" * 20, encoding="utf-8")


def _other_program(path: Path) -> None:
    path.unlink()
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE office (change_number, schema_number, next_id)")
    connection.execute("INSERT INTO office VALUES (0, 1, 1)")
    connection.commit()
    connection.close()


def _header_newer(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[60:64] = struct.pack(">I", NEXT)
    path.write_bytes(content)


def _row_newer(path: Path) -> None:
    _statement(path, f"UPDATE office SET schema_number = {NEXT}")


def _header_older(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[60:64] = struct.pack(">I", 0)
    path.write_bytes(content)


def _no_row(path: Path) -> None:
    _statement(path, "DELETE FROM office")


def _statement(path: Path, statement: str) -> None:
    connection = dbapi2.connect(str(path), isolation_level=None)
    connection.execute(statement)
    connection.close()


REFUSED: dict[str, tuple[Callable[[Path], None], str]] = {
    "empty": (_empty, "city.office is empty. It was left as it is; restore a backup, or make a new office."),
    "shorter than a header": (_short, FOREIGN),
    "text": (_text, FOREIGN),
    "of another program": (_other_program, "city.office belongs to another program. It was left as it is."),
    "truncated": (_cut, DAMAGED),
    "newer by its header": (_header_newer, NEWER),
    "newer by its row": (_row_newer, NEWER),
    "of no schema": (_header_older, DAMAGED),
    "without its row": (_no_row, DAMAGED),
}


@pytest.mark.parametrize("read_only", [False, True])
@pytest.mark.parametrize("kind", REFUSED)
def test_file_that_is_no_sound_office_is_refused_and_left(office: Path, kind: str, read_only: bool) -> None:
    change, sentence = REFUSED[kind]
    change(office)
    before = sha256(office)
    with pytest.raises(FileProblem) as refused:
        open_planner(str(office), read_only=read_only)
    assert str(refused.value) == sentence
    assert sha256(office) == before
    assert sorted(path.name for path in office.parent.iterdir()) == ["city.office"]


@pytest.mark.parametrize("kind", REFUSED)
def test_file_that_is_no_sound_office_is_neither_backed_up_nor_restored(
    office: Path, kind: str, furnished_template: Path
) -> None:
    change, sentence = REFUSED[kind]
    change(office)
    before, good = sha256(office), office.with_name("good.office")
    shutil.copy(furnished_template, good)
    for attempt in (lambda: back_up(office, office.parent / "backups"), lambda: restore(good, office)):
        with pytest.raises(FileProblem) as refused:
            attempt()
        assert str(refused.value) == sentence
    assert (sha256(office), sha256(good)) == (before, sha256(furnished_template))


def test_directory_is_no_office(tmp_path: Path) -> None:
    for read_only in (False, True):
        with pytest.raises(FileProblem) as refused:
            open_planner(str(tmp_path), read_only=read_only)
        assert str(refused.value) == f"{tmp_path} is a folder, not an office."


@pytest.mark.parametrize("path", ["none.office", "no/such/folder/x.office"])
def test_missing_file_is_not_made_by_opening_it(tmp_path: Path, path: str) -> None:
    with pytest.raises(FileProblem) as refused:
        open_planner(str(tmp_path / path))
    assert str(refused.value) == f"There is no file {tmp_path / path}."
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["city.office/x.office", "x" * 300 + ".office"])
def test_path_that_leads_nowhere_is_said_in_words(office: Path, name: str) -> None:
    for attempt in (open_planner, new_office):
        with pytest.raises(FileProblem, match=r"cannot be reached: (Not a directory|File name too long)"):
            attempt(str(office.parent / name))


@pytest.mark.parametrize("make", [new_office, build_sample])
@pytest.mark.parametrize("kind", ["office", "text", "folder", "dangling link"])
def test_new_office_never_takes_a_name_that_is_taken(
    office: Path, make: Callable[[str], None], kind: str, tmp_path: Path
) -> None:
    taken = tmp_path / "taken"
    if kind == "office":
        taken = office
    elif kind == "text":
        _text(taken)
    elif kind == "folder":
        taken.mkdir()
    else:
        taken.symlink_to(tmp_path / "elsewhere")
    before = sha256(taken) if taken.is_file() else ""
    with pytest.raises(FileProblem) as refused:
        make(str(taken))
    assert str(refused.value) == f"{taken.name} exists already. Choose another name."
    assert (sha256(taken) if taken.is_file() else "") == before
    assert not (tmp_path / "elsewhere").exists()


def test_new_office_in_a_missing_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileProblem) as refused:
        new_office(str(tmp_path / "none" / "x.office"))
    assert str(refused.value) == f"There is no folder {tmp_path / 'none'}. Make it first, or choose another."


def test_flipped_bytes_never_end_in_a_trace_and_never_change_the_file(office: Path) -> None:
    """Bytes of the header one by one, and 80 others (promise 13)."""
    whole, draw = office.read_bytes(), random.Random(35)
    places = [*range(100), *(draw.randrange(100, len(whole)) for _ in range(80))]
    outcomes = {_outcome(office, whole, place, draw.randrange(1, 256)) for place in places}
    assert outcomes == {"sound", "faults", "refused"}


def _outcome(office: Path, whole: bytes, place: int, flip: int) -> str:
    content = bytearray(whole)
    content[place] ^= flip
    office.write_bytes(content)
    try:
        planner = open_planner(str(office), author="Aida", read_only=True)
        try:
            faults = planner.read(verify)
            planner.read(check_office)
            planner.read(steps)
        finally:
            planner.close()
    except PlannerError:
        return "refused"
    finally:
        assert office.read_bytes() == bytes(content), place
    return "faults" if faults else "sound"


def test_damage_that_a_query_stumbles_over_is_told_from_a_bug(office: Path) -> None:
    planner = open_planner(str(office), author="Aida")
    with pytest.raises(ValueError, match=r"^a bug$"):
        planner.read(_stumble)
    connection = dbapi2.connect(str(office), isolation_level=None)
    connection.execute("""UPDATE event SET title = '{"en":{"text":' """)
    connection.close()
    with pytest.raises(FileProblem) as refused:
        planner.read(_stumble)
    assert str(refused.value) == DAMAGED
    planner.close()


def _stumble(_db: object) -> None:
    raise ValueError("a bug")


@pytest.mark.postgres
def test_database_that_holds_no_office_or_another_programs_tables_is_refused(postgres_cluster: Cluster) -> None:
    database = postgres_cluster.new_database()
    url = postgres_cluster.url(database)
    with pytest.raises(FileProblem) as refused:
        open_planner(url)
    assert str(refused.value) == f"The database {database} holds no office. Make one with the command new."
    _on_server(url, "CREATE TABLE guests (name text)")
    with pytest.raises(FileProblem) as refused:
        new_office(url)
    assert str(refused.value) == f"The database {database} belongs to another program. It was left as it is."
    postgres_cluster.drop(database)


@pytest.mark.postgres
def test_office_on_a_server_is_not_made_twice_and_not_opened_if_newer(postgres_cluster: Cluster) -> None:
    database = postgres_cluster.new_database()
    url = postgres_cluster.url(database)
    new_office(url)
    with pytest.raises(FileProblem) as refused:
        new_office(url)
    assert str(refused.value) == f"The database {database} holds an office already. Choose another."
    _on_server(url, f"UPDATE office SET schema_number = {NEXT}")
    for read_only in (False, True):
        with pytest.raises(FileProblem) as refused:
            open_planner(url, read_only=read_only)
        assert str(refused.value) == NEWER.replace("city.office", database)
    postgres_cluster.drop(database)


def _on_server(url: str, statement: str) -> None:
    import psycopg

    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(statement)


@pytest.mark.parametrize("url", ["postgresql://host:port/x", "postgresql://[::1/x", "postgresql://"])
def test_address_of_no_server_is_refused_in_words(url: str) -> None:
    with pytest.raises((FileProblem, ReadOnly)):
        open_planner(url)
