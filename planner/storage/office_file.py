"""The office file: made private, recognised before it is touched, refused in words."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from planner.errors import FileProblem
from planner.rules.office_format import APPLICATION_ID, HEAD, numbers_in
from planner.storage.driver import connect_file, mode_for
from planner.storage.faults import damaged, in_words
from planner.storage.schema import refuse_newer


def make_private(path: Path) -> None:
    """Create an empty file only its owner may read; what SQLite lays beside it inherits that.

    Raise FileProblem if it exists already, or its folder is not there or not ours.
    """
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except FileExistsError as error:
        raise FileProblem("{file} exists already. Choose another name.", file=path.name) from error
    except FileNotFoundError as error:
        raise FileProblem(
            "There is no folder {folder}. Make it first, or choose another.", folder=path.parent
        ) from error
    except PermissionError as error:
        raise FileProblem(
            "The folder {folder} does not let us write in it. Choose another.", folder=path.parent
        ) from error
    except OSError as error:
        with in_words(path.name):
            raise
        raise AssertionError from error


def recognise(path: Path) -> int:
    """Return the schema number of an office file, having changed nothing.

    Raise FileProblem for a missing, empty, foreign, damaged or newer file.
    """
    head = _head(path)
    numbers = numbers_in(head)
    if numbers is None:
        raise FileProblem("{file} is not an office of this program. It was left as it is.", file=path.name)
    if numbers.application != APPLICATION_ID:
        raise FileProblem("{file} belongs to another program. It was left as it is.", file=path.name)
    refuse_newer(numbers.schema, path.name)  # before the engine lays anything beside it
    try:
        with in_words(path.name, path):
            version, schema = _schema_inside(path)
    except UnicodeDecodeError as error:  # the engine quotes the damaged schema in what it says
        raise damaged(path.name) from error
    if not isinstance(schema, int):
        raise damaged(path.name)
    refuse_newer(max(version, schema), path.name)
    if schema != version or schema < 1:
        raise damaged(path.name)
    return schema


def _schema_inside(path: Path) -> tuple[int, Any]:
    """Return the schema's number twice, as the header and as the office row has it."""
    connection = connect_file(path, mode_for(path))
    try:
        connection.execute("PRAGMA query_only=ON")
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        row = connection.execute("SELECT schema_number, change_number, next_id FROM office").fetchone()
        return int(version), row[0] if row else None
    finally:
        connection.close()


def identity(path: Path) -> tuple[int, int]:
    """Return what tells this very file from another of the same name."""
    try:
        status = path.stat()
    except OSError as error:
        raise FileProblem(
            "{file} is no longer where it was. Nothing was changed; put it back, or open a copy.", file=path.name
        ) from error
    return status.st_dev, status.st_ino


def is_still(path: Path, known: tuple[int, int] | None) -> bool:
    """Tell whether the very file that was opened still lies under its name."""
    try:
        return identity(path) == known
    except FileProblem:
        return False


def _head(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            head = file.read(HEAD)
    except FileNotFoundError as error:
        raise FileProblem("There is no file {file}.", file=path) from error
    except IsADirectoryError as error:
        raise FileProblem("{file} is a folder, not an office.", file=path) from error
    except PermissionError as error:
        raise FileProblem("You have no right to read {file}. Ask its owner.", file=path) from error
    except OSError as error:
        with in_words(str(path)):
            raise
        raise AssertionError from error
    if not head:
        raise FileProblem(
            "{file} is empty. It was left as it is; restore a backup, or make a new office.", file=path.name
        )
    return head
