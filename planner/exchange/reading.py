"""Reads a table from a file through a child process that may be slow, greedy or killed without harm."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import IO, Any, NamedTuple

from planner.errors import ImportRefused
from planner.exchange.csv_table import read_csv
from planner.exchange.layout import build_table
from planner.exchange.reader import SECONDS
from planner.exchange.tables import MAX_BYTES, TOO_LARGE, RawTable, Table, raw_from_json
from planner.exchange.xlsx_table import is_workbook
from planner.language.catalog import mark

IN_PROCESS = 256_000
"""CSV up to this size is read at once: its reader is linear and needs less time than a child to start."""

READ_TABLE = "--read-table"
"""A frozen program, which has no interpreter to start, begins its own child with this one argument."""

NOT_THERE = mark("There is no file {name}.")
NOT_READABLE = mark(
    "The file {name} cannot be opened. Look whether another program holds it, and whether you may read it."
)
IS_EMPTY = mark("The file {name} is empty.")
IS_XML = mark("This file is XML, not a table. Open it in the spreadsheet program and save it as .xlsx.")
TOO_SLOW = mark(
    "Reading this file took longer than {seconds} seconds, so it was stopped. "
    "Save only the table of people into a new file."
)
TOO_GREEDY = mark("This file cannot be read within safe bounds. Save only the table of people into a new file.")
STOPPED = mark("Reading the file was stopped.")


class Limits(NamedTuple):
    """What is said of a file that is too much to read: what helps depends on what it holds."""

    too_large: str = TOO_LARGE
    too_slow: str = TOO_SLOW
    too_greedy: str = TOO_GREEDY


OF_A_TABLE = Limits()


def read_file(
    path: str | os.PathLike[str],
    *,
    encoding: str | None = None,
    separator: str | None = None,
    sheet: str | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> RawTable:
    """Return the rows of a CSV file or workbook; raise `ImportRefused` with a sentence for people otherwise."""
    name, data = content_of(path)
    if data.lstrip()[:5].lower() in {b"<?xml", b"<html", b"<!doc"}:
        raise ImportRefused(IS_XML)
    if len(data) <= IN_PROCESS and not is_workbook(data):
        return read_csv(data, name, encoding=encoding, separator=separator)
    options = {"kind": "table", "name": name, "encoding": encoding, "separator": separator, "sheet": sheet}
    return raw_from_json(ask_reader(data, options, cancelled)["table"])


def read_table(
    path: str | os.PathLike[str],
    *,
    encoding: str | None = None,
    separator: str | None = None,
    sheet: str | None = None,
    header: int | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Table:
    """Return the table in a CSV file or workbook; `header` as in `planner.exchange.layout.build_table`."""
    raw = read_file(path, encoding=encoding, separator=separator, sheet=sheet, cancelled=cancelled)
    return build_table(raw, header=header)


def content_of(path: str | os.PathLike[str], limits: Limits = OF_A_TABLE) -> tuple[str, bytes]:
    """Return the name of a file and its bytes; raise `ImportRefused` where it cannot be read, or is too large."""
    file = Path(path)
    name = file.name
    try:
        if not file.is_file():
            raise ImportRefused(NOT_THERE, name=name)
        if file.stat().st_size > MAX_BYTES:
            raise ImportRefused(limits.too_large, limit=MAX_BYTES // 1_000_000)
        data = file.read_bytes()
    except (OSError, ValueError) as fault:
        raise ImportRefused(NOT_READABLE, name=name) from fault
    if not data.strip():
        raise ImportRefused(IS_EMPTY, name=name)
    return name, data


def ask_reader(
    data: bytes, options: dict[str, Any], cancelled: Callable[[], bool] | None = None, limits: Limits = OF_A_TABLE
) -> dict[str, Any]:
    """Have a child process read these bytes; return its answer, or raise `ImportRefused` with the reason."""
    answer = _ask(json.dumps(options).encode() + b"\n" + data, cancelled or (lambda: False), limits)
    try:
        reply: dict[str, Any] = json.loads(answer)
    except (ValueError, RecursionError) as fault:
        raise ImportRefused(limits.too_greedy) from fault
    if "refused" in reply:
        raise ImportRefused(reply["refused"], **reply["values"])
    return reply


def _ask(request: bytes, cancelled: Callable[[], bool], limits: Limits) -> bytes:
    """Give the child its request and return its answer; the child never outlives this call."""
    deadline = time.monotonic() + SECONDS
    with _start() as child:
        # communicate() does not go on giving what a slow child had not taken when the first timeout came.
        giver = threading.Thread(target=_give, args=(child.stdin, request), daemon=True)
        child.stdin = None
        giver.start()
        try:
            while True:
                with suppress(subprocess.TimeoutExpired):
                    return child.communicate(timeout=0.1)[0]
                _stop_if(time.monotonic() > deadline, limits.too_slow, seconds=SECONDS)
                _stop_if(cancelled(), STOPPED)
        finally:
            child.kill()
            giver.join()


def _give(pipe: IO[bytes], request: bytes) -> None:
    # A child that was killed, or has refused already, takes no more.
    with suppress(OSError), pipe:
        pipe.write(request)


def _stop_if(condition: bool, message: str, **values: object) -> None:
    if condition:
        raise ImportRefused(message, **values)


def _start() -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        _command(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={name: os.environ[name] for name in ("SYSTEMROOT", "TEMP", "TMP") if name in os.environ},
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def _command() -> list[str]:
    """Return how to start the reader: isolated from the environment, knowing only where this package lies."""
    if getattr(sys, "frozen", False):
        return [sys.executable, READ_TABLE]
    home = str(Path(__file__).resolve().parents[2])
    program = "import sys; sys.path.insert(0, sys.argv[1]); from planner.exchange.reader import main; sys.exit(main())"
    return [sys.executable, "-I", "-c", program, home]
