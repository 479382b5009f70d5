"""What the command line understands."""

from __future__ import annotations

import argparse
from datetime import date
from typing import Any

from planner.commands import calendar, erasing, events, office, packs, papers, people, preparation, schedules
from planner.papers import Paper
from planner.rules.kinds import EventKind


def build_parser() -> argparse.ArgumentParser:
    """Return the parser; each command sets `run`."""
    parser = argparse.ArgumentParser(
        prog="planner",
        description="Plans delegation visits, meetings and conferences, and prints their bilingual papers.",
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    _office_commands(commands)
    _event_commands(commands)
    _people_commands(commands)
    _questionnaire_command(commands)
    _schedule_commands(commands)
    _calendar_commands(commands)
    _paper_commands(commands)
    return parser


def _command(
    commands: Any, name: str, run: Any, words: str, *, office_argument: bool = True
) -> argparse.ArgumentParser:
    command: argparse.ArgumentParser = commands.add_parser(name, help=words, description=words)
    if office_argument:
        command.add_argument("office", metavar="OFFICE", help="the path of an office file, or a postgresql:// URL")
    command.set_defaults(run=run)
    return command


def _office_commands(commands: Any) -> None:
    _command(commands, "new", office.new, "Make a new, empty office.")
    _command(commands, "sample", office.sample, "Make the sample office.")
    folder = _command(
        commands, "sample-papers", office.sample_papers, "Print the papers of the sample office.", office_argument=False
    )
    folder.add_argument("folder", metavar="FOLDER")
    history = _command(commands, "history", office.history, "List the steps of an office, the newest first.")
    history.add_argument("--event", type=int, metavar="E")
    history.add_argument("--limit", type=_count, default=100, metavar="N")
    history.add_argument("--json", action="store_true")
    _command(commands, "undo", office.undo, "Take back your last step.")
    _command(commands, "redo", office.redo, "Repeat the step you took back last.")
    backup = _command(commands, "backup", office.backup, "Make a checked backup and print its path.")
    backup.add_argument("folder", metavar="DIR", nargs="?")
    restore = _command(
        commands, "restore", office.restore, "Put a backup in the office's place; the replaced file is put aside."
    )
    restore.add_argument("backup", metavar="BACKUP")
    _command(commands, "verify", office.verify, "Check an office: the file, its references, its history.")
    check = _command(commands, "check", office.check, "List the findings of an office or one event.")
    check.add_argument("--event", type=int, metavar="E")
    check.add_argument("--as-of", type=_day, metavar="DATE", help="leave out events that ended before this day")
    check.add_argument("--json", action="store_true")


def _event_commands(commands: Any) -> None:
    new = _command(commands, "new-event", events.new_event, "Add an event and print its id.")
    new.add_argument("--kind", required=True, choices=[kind.value for kind in EventKind])
    new.add_argument("--title", required=True, action="append", type=_wording, metavar="LANGUAGE=TEXT")
    new.add_argument("--from", dest="from_day", required=True, type=_day, metavar="D")
    new.add_argument("--to", dest="to_day", required=True, type=_day, metavar="D")
    new.add_argument("--languages", required=True, type=_languages, metavar="ru,en")
    new.add_argument(
        "--zone", default="", help="the host's IANA zone, as Asia/Krasnoyarsk; the office's own when left out"
    )
    new.add_argument("--guest-zone", default="")
    listing = _command(commands, "events", events.list_events, "List the events.")
    listing.add_argument("--json", action="store_true")
    words = "List the tasks of an event with their days, or those still to be done at all events."
    tasks = _command(commands, "tasks", preparation.list_tasks, words)
    tasks.add_argument("--event", type=int, metavar="E")
    tasks.add_argument("--as-of", type=_day, metavar="DATE", help="the day they are looked at; today when left out")
    tasks.add_argument("--json", action="store_true")


def _people_commands(commands: Any) -> None:
    words = "Import a list of people (CSV or XLSX) into an event."
    imported = commands.add_parser("import-people", help=words, description=words)
    imported.set_defaults(run=people.import_people)
    imported.add_argument("office", metavar="OFFICE", nargs="?")
    imported.add_argument("file", metavar="FILE", nargs="?")
    imported.add_argument("--event", type=int, metavar="E")
    imported.add_argument("--side", choices=["guest", "host", "invited"], default="guest")
    imported.add_argument("--language", metavar="L", help="the language of the list; the event's first when left out")
    imported.add_argument("--map", dest="mapping", metavar="MAP.json", help="which column holds which field")
    imported.add_argument("--dry-run", action="store_true", help="show what would happen and write nothing")
    imported.add_argument("--json", action="store_true")
    imported.add_argument("--fields", action="store_true", help="list what a mapping may name, and stop")
    words = (
        "Erase a person, here and in the history, and list the issued versions with the name. This cannot be undone; "
        "backups, files saved elsewhere and what others typed into notes are not reached."
    )
    erased = _command(commands, "erase", erasing.erase_person, words)
    erased.add_argument("--person", required=True, type=int, metavar="P")
    erased.add_argument(
        "--issued", choices=["keep", "remove"], help="what becomes of issued versions of past events with the name"
    )
    erased.add_argument("--dry-run", action="store_true", help="list the versions and erase nothing")
    erased.add_argument("--json", action="store_true")


def _questionnaire_command(commands: Any) -> None:
    words = "Read a delegation questionnaire that came back filled (Word or Excel) into an event, as one step."
    read = _command(commands, "read-questionnaire", people.read_questionnaire, words)
    read.add_argument("file", metavar="FILE")
    read.add_argument("--event", required=True, type=int, metavar="E")
    read.add_argument("--side", choices=["guest", "host", "invited"], default="guest")
    read.add_argument("--delegation", type=int, metavar="D", help="where people nobody named yet belong")
    read.add_argument("--dry-run", action="store_true", help="show what would happen and write nothing")
    read.add_argument("--json", action="store_true")


def _calendar_commands(commands: Any) -> None:
    words = "Read somebody's busy times from a calendar file (.ics), in place of what was read from it before."
    busy = _command(commands, "busy", calendar.read_busy, words)
    busy.add_argument("file", metavar="FILE")
    busy.add_argument("--person", required=True, type=int, metavar="P")
    busy.add_argument("--from", dest="since", type=_day, metavar="D", help="the first day; all if left out")
    busy.add_argument("--to", dest="until", type=_day, metavar="D", help="the last day; a year from now by default")
    busy.add_argument("--zone", default="", help="of times without a zone; the office's own when left out")
    busy.add_argument("--dry-run", action="store_true", help="show what would happen and write nothing")
    busy.add_argument("--json", action="store_true")


def _schedule_commands(commands: Any) -> None:
    words = "Import a conference's programme (schedule.xml, schedule.json, COSCUP's JSON) into an event."
    imported = _command(commands, "import-schedule", schedules.import_schedule, words)
    imported.add_argument("file", metavar="FILE")
    imported.add_argument("--event", required=True, type=int, metavar="E")
    imported.add_argument(
        "--language", metavar="L", help="the language of the file's words, where it does not say itself"
    )
    imported.add_argument("--dry-run", action="store_true", help="show what would happen and write nothing")
    imported.add_argument("--json", action="store_true")


def _paper_commands(commands: Any) -> None:
    printed = _command(commands, "print", papers.print_to_file, "Print a paper as PDF.")
    _which_paper(printed)
    _how_it_looks(printed)
    printed.add_argument("--version", type=_count, metavar="N", help="an issued version; the draft when left out")
    printed.add_argument("--separate", action="store_true", help="a file per language: FILE-ru.pdf, FILE-en.pdf")
    printed.add_argument("--booklet", action="store_true", help="two pages on each side of a sheet, to be folded")
    printed.add_argument("--password-file", metavar="FILE", help="encrypt with the password that stands in this file")
    printed.add_argument("--out", required=True, metavar="FILE.pdf")
    issued = _command(
        commands, "issue-paper", papers.issue_to_holders,
        "Issue the next version of a paper and print its number. This cannot be undone.",
    )  # fmt: skip
    _which_paper(issued)
    _how_it_looks(issued)
    issued.add_argument("--reason", required=True, metavar="TEXT", help="why this version is issued")
    issued.add_argument("--override", metavar="TEXT", help="why it is issued in spite of findings that stop it")
    issued.add_argument("--holder", action="append", default=[], metavar="NAME", help="who gets a copy, one by one")
    issued.add_argument("--out", metavar="FILE.pdf")
    _pack_command(commands)
    compared = _command(commands, "compare", papers.compare, "Tell what changed between two versions of a paper.")
    _which_paper(compared, languages=False)
    compared.add_argument("--from", dest="from_number", required=True, type=_count, metavar="N")
    compared.add_argument("--to", dest="to_number", required=True, type=_count, metavar="M")
    compared.add_argument("--out", metavar="FILE.pdf", help="print it as a change sheet")
    compared.add_argument("--json", action="store_true")
    words = (
        "Remove the issued versions of a past event that bear private data; that they were issued stays. "
        "This cannot be undone."
    )
    removed = _command(commands, "remove-versions", erasing.remove_private, words)
    removed.add_argument("--event", required=True, type=int, metavar="E")
    removed.add_argument("--dry-run", action="store_true", help="list them and remove nothing")
    removed.add_argument("--json", action="store_true")
    versions = _command(commands, "versions", papers.list_versions, "List the issued versions of an event's papers.")
    versions.add_argument("--event", required=True, type=int, metavar="E")
    versions.add_argument("--json", action="store_true")


def _pack_command(commands: Any) -> None:
    whole = _command(commands, "pack", packs.pack, "Print all papers of an event: one PDF with contents, or a folder.")
    whole.add_argument("--event", required=True, type=int, metavar="E")
    whole.add_argument("--languages", default=(), type=_languages, metavar="ru,en", help="the event's when left out")
    whole.add_argument("--papers", default="", metavar="P,Q", help="these papers only; the usual ones when left out")
    whole.add_argument("--all", action="store_true", help="every paper there is, not only the usual")
    state = whole.add_mutually_exclusive_group()
    state.add_argument("--issued", action="store_true", help="papers as they were last issued, whatever changed since")
    state.add_argument("--drafts", action="store_true", help="every paper as it is now, issued or not")
    _how_it_looks(whole)
    whole.add_argument("--out", required=True, metavar="FILE.pdf|FOLDER")


def _which_paper(command: argparse.ArgumentParser, *, languages: bool = True) -> None:
    command.add_argument("--event", required=True, type=int, metavar="E")
    command.add_argument("--item", type=int, metavar="I", help="the meeting an agenda or list is of")
    command.add_argument("--plan", type=int, metavar="P", help="the plan of seats a seating paper is of")
    command.add_argument("--person", type=int, metavar="N", help="the person a paper is of or for")
    command.add_argument("--delegation", type=int, metavar="D", help="the one delegation of a list")
    command.add_argument("--paper", required=True, choices=[paper.value for paper in Paper])
    command.add_argument("--edition", choices=["guest", "working"], default="guest")
    command.add_argument("--languages", required=languages, default=(), type=_languages, metavar="ru,en")


def _how_it_looks(command: argparse.ArgumentParser) -> None:
    command.add_argument("--layout", choices=["columns", "stacked", "facing"], default="columns")
    command.add_argument("--size", choices=["A3", "A4", "A5"], default="A4")
    command.add_argument("--landscape", action="store_true", help="the sheet on its side")
    command.add_argument("--body", type=_points, default=11.0, metavar="PT", help="the size of the text, 9 to 24")
    command.add_argument("--fit", action="store_true", help="make it fit one page, as far as that stays legible")
    command.add_argument("--copy-for", choices=["host", "guest"])
    command.add_argument("--approval", action="store_true", help="the approval block, on the host's file copy alone")
    command.add_argument("--copy-number", type=_count, metavar="N", help="the number of this copy")
    command.add_argument("--marking", choices=["none", "open", "official", "host"], help="for whose eyes it is")
    command.add_argument("--both-sides", action="store_true", help="badges with backs, which meet on the long edge")
    command.add_argument("--annex", type=_count, metavar="N", help="the number it has as an annex")


def _count(words: str) -> int:
    if not (words.isascii() and words.isdigit() and len(words) < 10):
        raise argparse.ArgumentTypeError(f"{words!r} is no number of lines")
    return int(words)


def _points(words: str) -> float:
    try:
        points = float(words.replace(",", "."))
    except ValueError:
        points = 0
    if not 9 <= points <= 24:
        raise argparse.ArgumentTypeError(f"{words!r} is no size of text; choose 9 to 24 points")
    return points


def _day(words: str) -> date:
    try:
        return date.fromisoformat(words)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{words!r} is no day; write 2024-04-10") from None


def _languages(words: str) -> tuple[str, ...]:
    tags = tuple(dict.fromkeys(tag.strip() for tag in words.split(",") if tag.strip()))
    if not tags or not all(tag.replace("-", "").isalnum() and tag.isascii() for tag in tags):
        raise argparse.ArgumentTypeError(f"{words!r} names no languages; write ru,en")
    return tags


def _wording(words: str) -> tuple[str, str]:
    language, equals, text = words.partition("=")
    if not (equals and language and text):
        raise argparse.ArgumentTypeError(f"{words!r} is no wording; write en=Visit")
    return language, text
