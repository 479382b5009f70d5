"""The command that reads somebody's busy times."""

from __future__ import annotations

import json
from argparse import Namespace

from planner.app import open_planner
from planner.exchange.busy_times import BusyFile, read_busy_file
from planner.operations.calendar import read_busy_times
from planner.queries.calendar import calendar_window
from planner.queries.office_settings import office_setting
from planner.queries.people import person_page


def read_busy(chosen: Namespace) -> None:
    """Read a calendar file, keep its busy times, and print what was read and what could not be."""
    planner = open_planner(chosen.office, read_only=chosen.dry_run)
    try:
        planner.read(person_page, chosen.person)
        zone = chosen.zone or planner.read(office_setting, "office.city", {}).get("zone", "UTC")
        since, until = planner.read(calendar_window, planner.now().date())
        found = read_busy_file(chosen.file, since=chosen.since or since, until=chosen.until or until, zone=zone)
        if not chosen.dry_run:
            planner.execute(read_busy_times, chosen.person, found.name, found.times)
        _print(found, as_json=chosen.json)
    finally:
        planner.close()


def _print(found: BusyFile, *, as_json: bool) -> None:
    problems = [{"line": one.line, "problem": str(one)} for one in found.problems]
    if as_json:
        times = [
            {
                "starts": one.starts.isoformat(), "ends": one.ends.isoformat(), "title": one.title,
                "all_day": one.all_day, "tentative": one.tentative,
            }
            for one in found.times
        ]  # fmt: skip
        print(json.dumps({"file": found.name, "times": times, "problems": problems}, ensure_ascii=False, indent=1))
        return
    print(f"{found.name}: {len(found.times)} busy times, {len(problems)} unreadable")
    for one in problems:
        print(f"note: {one['problem']}")
