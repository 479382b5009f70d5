"""The command that imports people."""

from __future__ import annotations

import json
from argparse import Namespace
from pathlib import Path
from typing import Any

from planner import importing, questionnaires
from planner.app import Planner, open_planner
from planner.errors import ImportRefused
from planner.exchange.mapping import field_names
from planner.language.languages import known
from planner.queries.events import event_page
from planner.rules.kinds import Side


def import_people(chosen: Namespace) -> int:
    """Import a list of people and print the report."""
    if chosen.fields:
        print("\n".join(field_names(known())))
        return 0
    missing = [name for name in ("office", "file", "event") if getattr(chosen, name) is None]
    if missing:
        import sys

        print(f"import-people needs OFFICE FILE --event E (missing: {', '.join(missing)})", file=sys.stderr)
        return 2
    planner = open_planner(chosen.office, read_only=chosen.dry_run)
    try:
        prepared = _prepare(planner, chosen)
        report = importing.report(prepared)
        _print(report, as_json=chosen.json)
        if report["rows"] == 0 or report["rows"] == report["rejected"]:
            raise ImportRefused(
                "No line of {file} could be taken. The report says why, by line.", file=Path(chosen.file).name
            )
        if not chosen.dry_run:
            importing.apply(planner, prepared)
    finally:
        planner.close()
    return 0


def read_questionnaire(chosen: Namespace) -> int:
    """Read a filled questionnaire and print the report, with what a person has to enter."""
    planner = open_planner(chosen.office, read_only=chosen.dry_run)
    try:
        answers = questionnaires.read_file(chosen.file)
        prepared = planner.read(
            questionnaires.prepare, chosen.event, answers, side=Side(chosen.side), delegation_id=chosen.delegation
        )
        to_enter = [{"line": one.line, "sentence": str(one)} for one in answers.to_enter]
        report = {**importing.report(prepared), "to_enter": to_enter}
        _print(report, as_json=chosen.json)
        if not chosen.json:
            print("".join(f"{one['sentence']}\n" for one in to_enter), end="")
        if not chosen.dry_run:
            questionnaires.apply(planner, prepared)
    finally:
        planner.close()
    return 0


def _prepare(planner: Planner, chosen: Namespace) -> importing.Prepared:
    page = planner.read(event_page, chosen.event)
    language = chosen.language or page.languages[0]
    table = importing.read_table(chosen.file)
    mapping = planner.read(
        importing.match_columns, table, tuple(dict.fromkeys((language, *page.languages))), _given(chosen.mapping)
    )
    return planner.read(importing.prepare, chosen.event, table, mapping, side=Side(chosen.side), language=language)


def _given(path: str | None) -> Any:
    if path is None:
        return None
    try:
        return json.loads(Path(path).read_text(encoding="utf-8-sig"))
    except (OSError, ValueError) as error:
        raise ImportRefused(
            "The mapping {file} cannot be read as JSON. Look at the path and its brackets.", file=path
        ) from error


def _print(report: dict[str, Any], *, as_json: bool) -> None:
    if as_json:
        print(json.dumps(report, ensure_ascii=False, indent=1))
        return
    print(", ".join(f"{name} {report[name]}" for name in ("rows", "new", "same", "changed", "rejected")))
    for entry in report["rejections"]:
        print(f"line {entry['line']}: {entry['reason']}")
