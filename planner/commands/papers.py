"""The commands that print, issue and compare papers."""

from __future__ import annotations

import json
from argparse import Namespace
from pathlib import Path
from typing import Any

from planner.app import open_planner
from planner.documents import finishing
from planner.documents.theme import Size
from planner.errors import BadInput, FileProblem
from planner.exchange.files_out import write_whole
from planner.issuing import Comparison, change_sheet, issue
from planner.issuing import compare as compare_versions
from planner.operations.papers import give_copy
from planner.papers import Choice, Paper, key_of, print_paper, print_separately, word_paper
from planner.queries.papers import HolderRow, VersionRow, holders, version, versions
from planner.rules.kinds import Side
from planner.rules.paper_changes import Change


def print_to_file(chosen: Namespace) -> None:
    """Print a paper as PDF; the file is written whole or not at all."""
    planner = open_planner(chosen.office, read_only=True)
    choice, out = _choice(chosen)._replace(version=chosen.version), Path(chosen.out)
    try:
        if chosen.separate:
            done = planner.read(print_separately, choice)
            files = {out.with_stem(f"{out.stem}-{language}"): printed.pdf for language, printed in done.items()}
        else:
            wanted = word_paper if out.suffix.lower() == ".docx" else _pdf_of
            files = {out: planner.read(wanted, choice)}
    finally:
        planner.close()
    for path, pdf in files.items():
        write_whole(path, pdf if path.suffix.lower() == ".docx" else _finished(pdf, chosen))


def _pdf_of(db: Any, choice: Choice) -> bytes:
    return print_paper(db, choice).pdf


def _finished(pdf: bytes, chosen: Namespace) -> bytes:
    """Fold and encrypt a file as asked. Raise FileProblem where the file with the password cannot be read."""
    if chosen.booklet:
        pdf = finishing.booklet(pdf, Size.A3 if chosen.size == "A4" else Size.A4)
    if chosen.password_file:
        try:
            password = Path(chosen.password_file).read_text(encoding="utf-8").strip()
        except (OSError, UnicodeDecodeError) as error:
            raise FileProblem("The password in {file} cannot be read.", file=chosen.password_file) from error
        if not password:
            raise BadInput("The file {file} holds no password.", file=chosen.password_file)
        pdf = finishing.protected(pdf, password)
    return pdf


def issue_to_holders(chosen: Namespace) -> None:
    """Issue the next version of a paper, write down who holds it, and print its number and nothing else."""
    planner = open_planner(chosen.office)
    try:
        done = issue(planner, _choice(chosen), chosen.reason, chosen.override)
        for name in chosen.holder:
            planner.execute(give_copy, done.id, name)
    finally:
        planner.close()
    print(done.number)
    if chosen.out:
        write_whole(Path(chosen.out), done.printed.pdf)


def compare(chosen: Namespace) -> None:
    """Tell what changed between two versions of a paper, or print it as a change sheet."""
    planner = open_planner(chosen.office, read_only=True)
    try:
        key = key_of(_choice(chosen))
        old, new = (planner.read(version, key, number).id for number in (chosen.from_number, chosen.to_number))
        compared = planner.read(compare_versions, old, new, chosen.languages)
        sheet = planner.read(change_sheet, old, new, chosen.languages) if chosen.out else None
    finally:
        planner.close()
    if sheet is not None:
        write_whole(Path(chosen.out), sheet.pdf)
    if chosen.json:
        print(json.dumps(_told(compared), ensure_ascii=False, indent=1))
    elif sheet is None:
        for change in compared.changes:
            print(_line(change))


def list_versions(chosen: Namespace) -> None:
    """List the issued versions of an event's papers, with who holds them."""
    planner = open_planner(chosen.office, read_only=True)
    try:
        rows = [(row, planner.read(holders, row.id)) for row in planner.read(versions, chosen.event)]
    finally:
        planner.close()
    if chosen.json:
        print(json.dumps([_version(row, register) for row, register in rows], ensure_ascii=False, indent=1))
        return
    for row, register in rows:
        names = ", ".join(f"{one.copy} {one.name}" for one in register if not one.taken_at)
        key = row.key
        of = " ".join(filter(None, (key.paper, f"item {key.item_id}" if key.item_id else "",
                                    f"delegation {key.delegation_id}" if key.delegation_id else "",
                                    "working" if key.edition == "working" else "")))  # fmt: skip
        gone = f"\tremoved on {row.removed.at[:10]}" if row.removed else ""
        print(f"{of}\t{row.number}\t{row.at[:19].replace('T', ' ')}\t{row.author}\t{row.reason}\t{names}{gone}")


def _choice(chosen: Namespace) -> Choice:
    return Choice(
        Paper(chosen.paper), chosen.event, chosen.languages, arrangement=getattr(chosen, "layout", "columns"),
        size=getattr(chosen, "size", "A4"), landscape=getattr(chosen, "landscape", False),
        body=getattr(chosen, "body", 11.0), fit=getattr(chosen, "fit", False),
        copy_for=Side(side) if (side := getattr(chosen, "copy_for", None)) else None, edition=chosen.edition,
        approved=getattr(chosen, "approval", False), copy_number=getattr(chosen, "copy_number", None),
        marking=getattr(chosen, "marking", None), annex=getattr(chosen, "annex", None),
        both_sides=getattr(chosen, "both_sides", False),
        item_id=chosen.item, plan_id=chosen.plan, person_id=chosen.person, delegation_id=chosen.delegation,
    )  # fmt: skip


def _told(compared: Comparison) -> dict[str, Any]:
    return {
        "from": compared.old.number,
        "to": compared.new.number,
        "changes": [
            {"id": change.id, "kind": change.kind.value, "title": list(change.line.title),
             "before": list(change.words()[0]), "after": list(change.words()[1])}
            for change in compared.changes
        ],
    }  # fmt: skip


def _line(change: Change) -> str:
    before, after = (" / ".join(filter(None, words)) for words in change.words())
    said = f"{before} → {after}" if change.before and change.after else " / ".join(filter(None, change.line.time))
    return f"{change.kind.value}\t{change.id}\t{' / '.join(filter(None, change.line.title))}\t{said}"


def _version(row: VersionRow, register: tuple[HolderRow, ...]) -> dict[str, Any]:
    return {
        "id": row.id, "paper": row.key.paper, "item": row.key.item_id, "delegation": row.key.delegation_id,
        "edition": row.key.edition, "version": row.number, "at": row.at, "author": row.author, "reason": row.reason,
        "override": row.override, "overridden": dict(row.overridden), "choice": dict(row.choice), "pdf": row.pdf,
        "removed": row.removed._asdict() if row.removed else None,
        "holders": [one._asdict() for one in register],
    }  # fmt: skip
