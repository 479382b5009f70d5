"""Commands about a whole office."""

from __future__ import annotations

import json
from argparse import Namespace
from pathlib import Path

from planner.app import Changes, new_office, open_planner
from planner.checks.event import check_event, check_office
from planner.errors import FileProblem
from planner.language.catalog import fill
from planner.operations.office import note_restored
from planner.queries.history import steps
from planner.rules.findings import Finding
from planner.storage import backup as backups
from planner.storage.engine import is_server
from planner.storage.verify import verify as find_faults


def new(chosen: Namespace) -> None:
    """Make a new, empty office."""
    new_office(chosen.office)


def sample(chosen: Namespace) -> None:
    """Make the sample office."""
    from planner.sample import build_sample

    build_sample(chosen.office)


def sample_papers(chosen: Namespace) -> None:
    """Print the papers of the sample office into a folder, and say where they are."""
    from planner.sample.papers import print_sample_papers

    for path in print_sample_papers(Path(chosen.folder)):
        print(path)


def history(chosen: Namespace) -> None:
    """List the steps of an office."""
    planner = open_planner(chosen.office, read_only=True)
    try:
        rows = planner.read(steps, event_id=chosen.event, limit=chosen.limit)
    finally:
        planner.close()
    if chosen.json:
        print(
            json.dumps(
                [{**row._asdict(), "words": fill(row.label, row.values)} for row in rows], ensure_ascii=False, indent=1
            )
        )
        return
    for row in rows:
        kind = "" if row.kind == "do" else f"{row.kind} of: "
        print(f"{row.number}\t{row.at[:19].replace('T', ' ')}\t{row.author}\t{kind}{fill(row.label, row.values)}")


def undo(chosen: Namespace) -> None:
    """Take back this author's last step."""
    _turn(chosen.office, "undo")


def redo(chosen: Namespace) -> None:
    """Repeat the step taken back last."""
    _turn(chosen.office, "redo")


def _turn(office: str, name: str) -> None:
    planner = open_planner(office)
    try:
        changes: Changes = getattr(planner, name)()
        words = next(row for row in planner.read(steps, limit=1) if row.number == changes.number)
        print(fill(words.label, words.values))
    finally:
        planner.close()


def backup(chosen: Namespace) -> None:
    """Make a backup and print its path."""
    _require_file(chosen.office)
    print(backups.back_up(Path(chosen.office), Path(chosen.folder) if chosen.folder else None))


def restore(chosen: Namespace) -> None:
    """Put a backup in the office's place."""
    _require_file(chosen.office)
    aside = backups.restore(Path(chosen.office), Path(chosen.backup))
    planner = open_planner(chosen.office)
    try:
        planner.execute(note_restored, Path(chosen.backup).name)
    finally:
        planner.close()
    if aside.exists():
        print(aside)


def verify(chosen: Namespace) -> int:
    """Check an office; print what is wrong."""
    planner = open_planner(chosen.office, read_only=True)
    try:
        faults = planner.read(find_faults)
    finally:
        planner.close()
    for fault in faults:
        print(fill(fault.message, fault.values))
    if faults:
        raise FileProblem(
            "{office} has {count} faults. Restore the last backup, or ask for help.",
            office=planner.store.name,
            count=len(faults),
        )
    print("The office is sound.")
    return 0


def check(chosen: Namespace) -> None:
    """List findings."""
    planner = open_planner(chosen.office, read_only=True)
    try:
        if chosen.event is not None:
            found = {chosen.event: planner.read(check_event, chosen.event)}
        else:
            found = planner.read(check_office, as_of=chosen.as_of)
    finally:
        planner.close()
    rows = [(event, finding) for event, findings in found.items() for finding in findings]
    if chosen.json:
        print(json.dumps([_finding(event, finding) for event, finding in rows], ensure_ascii=False, indent=1))
        return
    for event, finding in rows:
        print(f"{finding.code}\t{finding.severity.value}\tevent {event}\t{fill(finding.message, finding.values)}")


def _finding(event: int, finding: Finding) -> dict[str, object]:
    return {
        "event": event, "code": finding.code, "severity": finding.severity.value,
        "message": fill(finding.message, finding.values), "things": [thing._asdict() for thing in finding.things],
    }  # fmt: skip


def _require_file(office: str) -> None:
    if is_server(office):
        raise FileProblem("An office on a server is backed up by the server: use pg_dump and pg_restore.")
