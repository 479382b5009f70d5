"""The commands that erase a person and remove issued versions with private data."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Sequence
from typing import Any

from planner.app import open_planner
from planner.erasing import erase, remove
from planner.errors import BadInput, NotPossible
from planner.queries.erasure import KeptOf, private_versions, versions_naming


def erase_person(chosen: Namespace) -> None:
    """Erase a person; print the issued versions with the name, and what becomes of each."""
    planner = open_planner(chosen.office, read_only=chosen.dry_run)
    try:
        reach = planner.read(versions_naming, chosen.person, today=planner.now().date())
        removes = chosen.issued == "remove"
        _print(reach.events, as_json=chosen.json, removes=removes)
        if chosen.dry_run:
            return
        if not chosen.issued and any(of.over for of in reach.events):
            raise BadInput(
                "Issued versions with this name are listed above. Say what becomes of those of past events: "
                "--issued keep, or --issued remove."
            )
        erase(planner, chosen.person, issued=_over(reach.events) if removes else ())
    finally:
        planner.close()


def remove_private(chosen: Namespace) -> None:
    """Remove the issued versions of a past event that bear private data; print which."""
    planner = open_planner(chosen.office, read_only=chosen.dry_run)
    try:
        found = planner.read(private_versions, chosen.event, today=planner.now().date())
        if found is None:
            raise NotPossible("No issued version of this event holds private data.")
        _print([found], as_json=chosen.json, removes=True)
        if not chosen.dry_run:
            remove(planner, [version.id for version in found.versions])
    finally:
        planner.close()


def _over(events: Sequence[KeptOf]) -> list[int]:
    return [version.id for of in events if of.over for version in of.versions]


def _print(events: Sequence[KeptOf], *, as_json: bool, removes: bool) -> None:
    rows = [_row(of, place, removes=removes) for of in events for place in range(len(of.versions))]
    if as_json:
        print(json.dumps(rows, ensure_ascii=False, indent=1))
        return
    for row in rows:
        paper = f"{row['paper']} working" if row["edition"] == "working" else row["paper"]
        becomes = "removed" if row["removed"] else "kept" if row["over"] else "kept, the event is not over"
        print(f"{row['event']}\t{paper}\t{row['version']}\t{row['at'][:10]}\t{becomes}\t{', '.join(row['holders'])}")


def _row(of: KeptOf, place: int, *, removes: bool) -> dict[str, Any]:
    version = of.versions[place]
    return {
        "event": of.event.id, "paper": version.paper, "edition": version.edition, "version": version.number,
        "at": version.at, "over": of.over, "removed": removes and of.over, "holders": list(version.holders),
    }  # fmt: skip
