"""The command that imports the programme of a conference."""

from __future__ import annotations

import json
from argparse import Namespace
from pathlib import Path
from typing import Any

from planner import schedules
from planner.app import open_planner
from planner.errors import ImportRefused
from planner.queries.events import event_page

COUNTS = ("rows", "new", "same", "changed", "rejected", "sessions", "rooms", "tracks", "speakers")


def import_schedule(chosen: Namespace) -> None:
    """Import a schedule and print the report."""
    planner = open_planner(chosen.office, read_only=chosen.dry_run)
    try:
        page = planner.read(event_page, chosen.event)
        schedule = schedules.read(chosen.file, page, language=chosen.language)
        prepared = planner.read(schedules.prepare, chosen.event, schedule)
        report = schedules.report(prepared)
        _print(report, counted=schedule.counted, as_json=chosen.json)
        if report["rows"] == report["rejected"]:
            raise ImportRefused("No talk of {file} could be taken. The report says why.", file=Path(chosen.file).name)
        if not chosen.dry_run:
            schedules.apply(planner, prepared)
    finally:
        planner.close()


def _print(report: dict[str, Any], *, counted: str, as_json: bool) -> None:
    if as_json:
        print(json.dumps(report, ensure_ascii=False, indent=1))
        return
    print(", ".join(f"{name} {report[name]}" for name in COUNTS))
    for entry in report["rejections"]:
        print(f"{counted} {entry[counted]}: {entry['reason']}")
    for entry in report["problems"]:
        where = f"{counted} {entry[counted]}: " if entry[counted] else ""
        print(f"note: {where}{entry['problem']}")
