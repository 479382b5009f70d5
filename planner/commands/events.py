"""Commands about events."""

from __future__ import annotations

import json
from argparse import Namespace

from planner.app import open_planner
from planner.operations.events import add_event
from planner.queries.events import events
from planner.queries.office_settings import office_setting
from planner.rules.text import Text, Wording


def new_event(chosen: Namespace) -> None:
    """Add an event and print its id and nothing else."""
    planner = open_planner(chosen.office)
    try:
        city = planner.read(office_setting, "office.city", {})
        zone = chosen.zone or city.get("zone", "UTC")
        title = Text({tag: Wording(words) for tag, words in chosen.title})
        done = planner.execute(
            add_event, chosen.kind, title, from_day=chosen.from_day,
            to_day=chosen.to_day,
            languages=list(chosen.languages), host_zone=zone, guest_zone=chosen.guest_zone or zone,
        )  # fmt: skip
    finally:
        planner.close()
    print(done.result)


def list_events(chosen: Namespace) -> None:
    """List the events."""
    planner = open_planner(chosen.office, read_only=True)
    try:
        rows = planner.read(events)
    finally:
        planner.close()
    if chosen.json:
        print(json.dumps([
            {"id": row.id, "kind": row.kind.value, "from": row.from_day.isoformat(), "to": row.to_day.isoformat(),
             "state": row.state.value, "languages": list(row.languages),
             "titles": {tag: wording.text for tag, wording in row.title.wordings.items()}}
            for row in rows
        ], ensure_ascii=False, indent=1))  # fmt: skip
        return
    for row in rows:
        print(f"{row.id}\t{row.from_day}\t{row.to_day}\t{row.kind.value}\t{row.title.first(*row.languages)}")
