"""The command that prints all papers of an event."""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path

from planner.app import open_planner
from planner.errors import BadInput
from planner.exchange.files_out import write_whole
from planner.pack import Wanted, is_usual, papers_of_pack, print_pack
from planner.pack_files import one_file, write_folder
from planner.pack_versions import State, Take
from planner.paper_choice import Choice, Paper
from planner.queries.events import event_page
from planner.rules.kinds import EventKind, Side


def pack(chosen: Namespace) -> None:
    """Print the papers of an event as one PDF, or into a folder; name on the error stream what cannot be had."""
    planner = open_planner(chosen.office, read_only=True)
    try:
        page = planner.read(event_page, chosen.event)
        choice = _choice(chosen, page.languages)
        wanted = planner.read(papers_of_pack, choice)
        done = planner.read(print_pack, choice, _chosen(wanted, chosen, page.kind), told=_tell)
    finally:
        planner.close()
    for one in done.printed():
        if one.state.last:
            print(f"{_said(one.state)}: {one.wanted.called}")
    for one in done.refused():
        print(f"left out: {one.wanted.called}: {one.reason}", file=sys.stderr)
    out = Path(chosen.out)
    if out.suffix.lower() == ".pdf":
        write_whole(out, one_file(done))
        print(f"{len(done.printed())} papers in {out}")
    else:
        print("\n".join(map(str, write_folder(done, out))))


def _choice(chosen: Namespace, languages: tuple[str, ...]) -> Choice:
    return Choice(
        Paper.PROGRAMME, chosen.event, chosen.languages or languages, arrangement=chosen.layout, size=chosen.size,
        landscape=chosen.landscape, body=chosen.body, fit=chosen.fit, approved=chosen.approval,
        copy_number=chosen.copy_number, marking=chosen.marking, annex=chosen.annex, both_sides=chosen.both_sides,
        copy_for=Side(chosen.copy_for) if chosen.copy_for else None,
    )  # fmt: skip


def _chosen(wanted: tuple[Wanted, ...], chosen: Namespace, kind: EventKind) -> list[Wanted]:
    """Return the papers asked for by name, all, or the usual ones of such an event. Raise BadInput for no paper."""
    named = [name.strip() for name in chosen.papers.split(",") if name.strip()]
    known = {paper.value for paper in Paper}
    for name in named:
        if name not in known:
            raise BadInput("There is no paper {name}. There are: {papers}.", name=name, papers=", ".join(sorted(known)))
    take = Take.ISSUED if chosen.issued else Take.DRAFT if chosen.drafts else Take.FITTING
    return [
        one._replace(take=take)
        for one in wanted
        if chosen.all or (one.choice.paper in named if named else is_usual(one, kind))
    ]


def _said(state: State) -> str:
    if state.version:
        return f"version {state.version}"
    return f"draft, changed since version {state.last}" if state.changes else f"draft, as version {state.last}"


def _tell(done: int, count: int, name: str) -> None:
    if sys.stderr.isatty():
        print(f"{done + 1} of {count}: {name}", file=sys.stderr)
