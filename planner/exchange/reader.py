"""The child process in which files of other people are read: little memory, little time, no secrets.

It takes the options as one line of JSON and then the bytes of the file on its standard input, and answers with
one line of JSON. It is started by `planner.exchange.reading` and can be killed at any moment.
"""

from __future__ import annotations

import json
import sys
from typing import Any

MEMORY = 512_000_000
SECONDS = 10
MAX_ANSWER = 64_000_000


def main() -> int:
    """Read one file from the standard input and write its rows, or the reason why not, to the standard output."""
    _limit_resources()
    answer: dict[str, Any]
    try:
        from planner.errors import PlannerError

        options = json.loads(sys.stdin.buffer.readline())
        try:
            answer = _read(sys.stdin.buffer.read(), options)
        except PlannerError as refusal:
            answer = {"refused": refusal.message, "values": refusal.values}
        text = json.dumps(answer)
    except (MemoryError, RecursionError):
        text = "too large"
    sys.stdout.write(text if len(text) <= MAX_ANSWER else "too large")
    return 0


def _read(data: bytes, options: dict[str, Any]) -> dict[str, Any]:
    if options["kind"] == "schedule":
        from planner.exchange.schedules import parse_schedule, schedule_to_json

        return {"schedule": schedule_to_json(parse_schedule(data, options["languages"], options["language"]))}
    if options["kind"] == "questionnaire":
        from planner.exchange.docx_table import is_document, read_document
        from planner.exchange.tables import raw_to_json

        if is_document(data):
            return {"table": raw_to_json(read_document(data, options["name"]))}
        options |= {"encoding": None, "separator": None}
    return {"table": _read_table(data, options)}


def _read_table(data: bytes, options: dict[str, Any]) -> dict[str, Any]:
    from planner.exchange.tables import raw_to_json
    from planner.exchange.xlsx_table import is_workbook, read_workbook

    if is_workbook(data):
        return raw_to_json(read_workbook(data, options["name"], sheet=options["sheet"]))
    from planner.exchange.csv_table import read_csv

    table = read_csv(data, options["name"], encoding=options["encoding"], separator=options["separator"])
    return raw_to_json(table)


def _limit_resources() -> None:
    """Set the limits of this process where the system has them; elsewhere only the parent's clock holds."""
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))  # it writes no files


if __name__ == "__main__":
    sys.exit(main())
