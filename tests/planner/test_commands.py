"""The command line: exit status, results on stdout, one sentence on stderr, and nothing half done."""

from __future__ import annotations

import io
import json
import re
import subprocess
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from pypdf import PdfReader
from sqlcipher3 import dbapi2

from planner.app import open_planner
from planner.queries.who import who_is
from planner.storage.backup import backup_folder, backups
from tests.planner.conftest import Run, Said
from tests.storage.conftest import sha256

MEETING, VISIT, CONFERENCE, PAST = "meeting", "visit", "conference", "other"


def letters(words: str) -> str:
    """Return a text without its white space, as two readers break lines differently."""
    return "".join(words.split())


def text_of(path: Path) -> str:
    """Return the text of a PDF file without white space."""
    with pypdfium2.PdfDocument(path.read_bytes()) as document:
        return letters("".join(page.get_textpage().get_text_range() for page in document))


def event_of(run: Run, office: Path, kind: str) -> int:
    """Return the id of the sample's event of a kind."""
    return int(next(row["id"] for row in json.loads(run("events", office, "--json").out) if row["kind"] == kind))


def refusal(said: Said) -> str:
    """Return the one sentence of a refusal."""
    assert (said.status, said.out) == (1, "")
    assert said.error.count("\n") == 1
    assert said.error.endswith(".\n")
    assert "Traceback" not in said.error
    return said.error.strip()


# --- offices --------------------------------------------------------------------------------------


def test_new_makes_an_office_silently_and_once(run: Run, office_url: str) -> None:
    assert run("new", office_url) == (0, "", "")
    before = sha256(Path(office_url)) if Path(office_url).exists() else ""
    again = refusal(run("new", office_url))
    assert "already. Choose another" in again
    assert (sha256(Path(office_url)) if before else "") == before
    assert run("verify", office_url) == (0, "The office is sound.\n", "")


def test_sample_is_made_once_and_is_sound(run: Run, sample: Path) -> None:
    assert refusal(run("sample", sample)) == "sample.office exists already. Choose another name."
    assert run("verify", sample) == (0, "The office is sound.\n", "")
    lines = run("check", sample).out.splitlines()
    meeting = lines[0].split("\t")[2]
    assert [line.split("\t")[0] for line in lines if f"\t{meeting}\t" in line] == ["W-41", "W-46", "W-50"]


@pytest.mark.parametrize(
    "arguments",
    [
        (), ("nothing",), ("new",), ("print", "x"), ("new-event", "x", "--kind", "party"),
        ("history", "x", "--limit", "-1"),
        ("check", "x", "--as-of", "yesterday"), ("new-event", "x", "--kind", "visit", "--title", "Visit"),
        ("print", "x", "--event", "one", "--paper", "programme", "--languages", "en", "--out", "y"),
        ("print", "x", "--event", "1", "--paper", "poster", "--languages", "en", "--out", "y"),
        ("print", "x", "--event", "1", "--paper", "programme", "--languages", ",", "--out", "y"),
        ("import-people",), ("import-people", "x", "list.csv"), ("restore", "x"),
    ],
)  # fmt: skip
def test_wrong_call_ends_with_2_and_says_what_is_missing(run: Run, arguments: tuple[str, ...]) -> None:
    said = run(*arguments)
    assert (said.status, said.out) == (2, "")
    assert said.error


@pytest.mark.parametrize(
    "arguments",
    [
        ("events",), ("history",), ("undo",), ("redo",), ("verify",), ("check",), ("backup",),
        ("new-event", "--kind", "visit", "--title", "en=V", "--from", "2026-09-01", "--to", "2026-09-01",
         "--languages", "en"),
        ("print", "--event", "1", "--paper", "programme", "--languages", "en", "--out", "x.pdf"),
        ("import-people", "list.csv", "--event", "1"), ("restore", "none.office-backup"),
    ],
)  # fmt: skip
def test_command_on_an_office_that_is_not_there_is_refused(
    run: Run, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    office = tmp_path / "none.office"
    assert refusal(run(arguments[0], office, *arguments[1:])).startswith("There is no file ")
    assert not office.exists()


@pytest.mark.parametrize("event", [999_999, 0, -1, 10**30])
def test_event_that_is_not_there_is_refused(run: Run, sample: Path, tmp_path: Path, event: int) -> None:
    sentence = f"There is no event {event}. The command events lists them."
    table = tmp_path / "list.csv"
    table.write_text("Surname\nKabaev\n", encoding="utf-8")
    out = tmp_path / "x.pdf"
    for paper in ("programme", "agenda", "running-order", "participants"):
        said = run("print", sample, f"--event={event}", "--paper", paper, "--languages", "en", "--out", out)
        assert refusal(said) == sentence
    assert refusal(run("check", sample, f"--event={event}")) == sentence
    assert refusal(run("import-people", sample, table, f"--event={event}")) == sentence
    assert run("history", sample, f"--event={event}") == (0, "", "")
    assert not out.exists()


# --- events ---------------------------------------------------------------------------------------

NEW_EVENT = ("--kind", "visit", "--from", "2026-09-01", "--to", "2026-09-03", "--languages", "ru,ky,en")


def test_new_event_prints_its_id_and_nothing_else(run: Run, empty_office_url: str) -> None:
    said = run("new-event", empty_office_url, *NEW_EVENT, "--title", "ru=Визит «мэрии»", "--title", "ky=Сапар",
               "--zone", "Asia/Krasnoyarsk")  # fmt: skip
    assert (said.status, said.error) == (0, "")
    assert said.out == f"{int(said.out)}\n"
    assert json.loads(run("events", empty_office_url, "--json").out) == [
        {
            "id": int(said.out), "kind": "visit", "from": "2026-09-01", "to": "2026-09-03", "state": "preparation",
            "languages": ["ru", "ky", "en"], "titles": {"ru": "Визит «мэрии»", "ky": "Сапар"},
        }
    ]  # fmt: skip
    assert run("events", empty_office_url).out == f"{int(said.out)}\t2026-09-01\t2026-09-03\tvisit\tВизит «мэрии»\n"

UNPRINTABLE = "The text holds a character that cannot be kept or printed (U+001B, place 2). Remove it and try again."


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        (("--to", "2026-08-31"), "The event ends before it begins: 2026-08-31 is before 2026-09-01."),
        (("--to", "2028-01-01"), "An event lasts at most 366 days. Look at the year."),
        (("--zone", "Mars/Olympus"), "“Mars/Olympus” is not possible for host_zone."),
        (("--title", "en=a\x1bb"), UNPRINTABLE),
    ],
)  # fmt: skip
def test_impossible_event_is_refused_and_nothing_is_added(
    run: Run, empty_office_url: str, changed: tuple[str, str], sentence: str
) -> None:
    said = run("new-event", empty_office_url, *NEW_EVENT, "--title", "ru=Визит", *changed)
    assert refusal(said) == sentence
    assert json.loads(run("events", empty_office_url, "--json").out) == []
    assert run("history", empty_office_url) == (0, "", "")


# --- history, undo, redo --------------------------------------------------------------------------


def test_history_undo_and_redo_tell_the_step(run: Run, empty_office_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOGNAME", "aida")
    event = int(run("new-event", empty_office_url, *NEW_EVENT, "--title", "ru=Визит").out)
    assert run("undo", empty_office_url) == (0, "Add the event “Визит”\n", "")
    assert json.loads(run("events", empty_office_url, "--json").out) == []
    assert refusal(run("undo", empty_office_url)) == "There is nothing to undo."
    assert run("redo", empty_office_url) == (0, "Add the event “Визит”\n", "")
    assert refusal(run("redo", empty_office_url)) == "There is nothing to redo."
    rows = json.loads(run("history", empty_office_url, "--json", "--event", event).out)
    assert [(row["number"], row["kind"], row["words"], row["author"], row["state"]) for row in rows] == [
        (3, "redo", "Add the event “Визит”", "aida", "fixed"),
        (2, "undo", "Add the event “Визит”", "aida", "fixed"),
        (1, "do", "Add the event “Визит”", "aida", "done"),
    ]
    lines = run("history", empty_office_url, "--limit", "2").out.splitlines()
    assert [(line.split("\t")[0], *line.split("\t")[2:]) for line in lines] == [
        ("3", "aida", "redo of: Add the event “Визит”"), ("2", "aida", "undo of: Add the event “Визит”"),
    ]  # fmt: skip


def test_steps_of_the_sample_are_nobodys_to_take_back(run: Run, sample: Path) -> None:
    before = sha256(sample)
    assert refusal(run("undo", sample)) == "There is nothing to undo."
    assert sha256(sample) == before
    assert {row["author"] for row in json.loads(run("history", sample, "--json", "--limit", "9999").out)} == {"sample"}


# --- import ---------------------------------------------------------------------------------------

LIST = (
    "№;Фамилия;Имя;Должность;Организация;Делегация\n"
    "1;Иманалиев;Кубанычбек;мэр;Мэрия города Манаса;Манас\n"
    "2;Садыкова;Айгуль;начальник отдела;МЭРИЯ города Манаса;Манас\n"
    "3;;;переводчик;Мэрия города Манаса;Манас\n"
    "4;;;;;\n"
    "5;<b>&;Ёлка’;советник;Мэрия города Манаса;Манас\n"
)


@pytest.fixture
def people_list(tmp_path: Path) -> Path:
    path = tmp_path / "список.csv"
    path.write_text(LIST, encoding="cp1251")
    return path


def _event(run: Run, office: str | Path) -> int:
    return int(run("new-event", office, *NEW_EVENT, "--title", "ru=Визит").out)


def _counts(said: Said) -> tuple[int, ...]:
    report = json.loads(said.out)
    assert report["rows"] == report["new"] + report["same"] + report["changed"] + report["rejected"]
    assert len(report["rejections"]) == report["rejected"]
    return tuple(report[name] for name in ("rows", "new", "same", "changed", "rejected"))


def test_import_reports_every_line_and_changes_nothing_the_second_time(
    run: Run, empty_office_url: str, people_list: Path
) -> None:
    event = _event(run, empty_office_url)
    first = run("import-people", empty_office_url, people_list, "--event", event, "--json")
    assert (first.status, _counts(first), first.error) == (0, (5, 4, 0, 0, 1), "")
    steps = run("history", empty_office_url).out
    second = run("import-people", empty_office_url, people_list, "--event", event, "--json")
    assert (second.status, _counts(second)) == (0, (5, 0, 4, 0, 1))
    assert run("history", empty_office_url).out == steps
    assert run("verify", empty_office_url).status == 0
    assert run("undo", empty_office_url).out == "Import 4 people from список.csv\n"


def test_dry_run_writes_nothing_and_tells_the_same(run: Run, sample: Path, people_list: Path) -> None:
    event, before = event_of(run, sample, VISIT), sha256(sample)
    tried = run("import-people", sample, people_list, "--event", event, "--dry-run", "--json")
    assert (sha256(sample), [path.name for path in sample.parent.glob("sample.office*")]) == (before, ["sample.office"])
    done = run("import-people", sample, people_list, "--event", event, "--json")
    assert json.loads(tried.out) == json.loads(done.out)


def test_plain_report_counts_and_gives_each_rejection_its_line(run: Run, sample: Path, tmp_path: Path) -> None:
    table = tmp_path / "list.csv"
    table.write_text("Surname,Given name,Position\nKabaev,Azamat,Mayor\n,Azamat,\n", encoding="utf-8")
    said = run("import-people", sample, table, "--event", event_of(run, sample, VISIT), "--side", "host", "--dry-run")
    assert said.status == 0
    assert said.out.splitlines()[0] == "rows 2, new 2, same 0, changed 0, rejected 0"


def test_fields_lists_what_a_mapping_may_name(run: Run) -> None:
    said = run("import-people", "--fields")
    names = said.out.splitlines()
    assert (said.status, said.error, len(names)) == (0, "", len(set(names)))
    assert {"surname.ru", "given.en", "position.ru", "delegation.en", "country", "number"} - set(names) == set()


def test_mapping_says_what_a_column_is(run: Run, sample: Path, tmp_path: Path) -> None:
    table, mapping = tmp_path / "list.csv", tmp_path / "map.json"
    table.write_text("A,B\nKabaev,Azamat\n", encoding="utf-8")
    mapping.write_text(json.dumps({"A": "surname.en", "B": "given.en"}), encoding="utf-8")
    event = event_of(run, sample, CONFERENCE)
    said = run("import-people", sample, table, "--event", event, "--map", mapping, "--side", "host", "--json")
    assert (said.status, _counts(said)[0]) == (0, 1)
    mapping.write_text("{", encoding="utf-8")
    sentence = refusal(run("import-people", sample, table, "--event", event, "--map", mapping))
    assert sentence == f"The mapping {mapping} cannot be read as JSON. Look at the path and its brackets."


@pytest.mark.parametrize("content", [b"", b"\x00\x01\x02" * 50, b"PK\x03\x04broken", b"<?xml version='1.0'?><a/>"])
def test_file_that_is_no_table_is_refused(run: Run, sample: Path, tmp_path: Path, content: bytes) -> None:
    table, before = tmp_path / "list.xlsx", sha256(sample)
    table.write_bytes(content)
    said = run("import-people", sample, table, "--event", event_of(run, sample, VISIT))
    assert said.status == 1
    assert said.error.count("\n") == 1
    assert sha256(sample) == before


def test_list_of_a_real_conference_is_printed_with_every_name(run: Run, tmp_path: Path, shared_data: Path) -> None:
    """7,830 lines of the climate negotiations: imported, imported again, printed, and read back by another reader."""
    office, out = tmp_path / "city.office", tmp_path / "list.pdf"
    table = shared_data / "people" / "preparatory-meetings-1991-1995.csv"
    run("new", office)
    event = run("new-event", office, "--kind", "conference", "--title", "en=INC", "--from", "1991-02-04", "--to",
                "1991-02-14", "--languages", "en").out.strip()  # fmt: skip
    first = run("import-people", office, table, "--event", event, "--json")
    assert _counts(first)[0] == 7830
    steps = run("history", office).out
    assert _counts(run("import-people", office, table, "--event", event, "--json")) == (7830, 0, 7830, 0, 0)
    assert run("history", office).out == steps
    said = run("print", office, "--event", event, "--paper", "participants", "--languages", "en", "--out", out)
    assert said == (0, "", "")
    found = _text_by_poppler(out)
    assert [name for name in _names_of(office) if name not in found] == []


def _names_of(office: Path) -> set[str]:
    planner = open_planner(str(office), author="Aida", read_only=True)
    found = planner.read(who_is, date(1991, 2, 4))
    planner.close()
    names = [name for who in found.values() for name in who.names.values()]
    return {letters(part).casefold() for name in names for part in (name.surname, name.given)}


def _text_by_poppler(pdf: Path) -> str:
    done = subprocess.run(["pdftotext", "-raw", "-enc", "UTF-8", pdf, "-"], capture_output=True, check=True)
    return letters(done.stdout.decode()).casefold()


# --- papers ---------------------------------------------------------------------------------------

PAPERS = {
    "programme": VISIT, "agenda": MEETING, "running-order": CONFERENCE, "participants": CONFERENCE,
}  # fmt: skip


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("layout", ["columns", "stacked"])
@pytest.mark.parametrize("copy_for", [None, "host", "guest"])
def test_every_paper_is_printed_in_every_layout_and_copy(
    run: Run, sample_template: Path, tmp_path: Path, paper: str, layout: str, copy_for: str | None
) -> None:
    event = event_of(run, sample_template, PAPERS[paper])
    outs = [tmp_path / "a.pdf", tmp_path / "b.pdf"]
    for out in outs:
        copy = ("--copy-for", copy_for) if copy_for else ()
        said = run("print", sample_template, "--event", event, "--paper", paper, "--languages", "ru,en",
                   "--layout", layout, *copy, "--out", out)  # fmt: skip
        assert said == (0, "", "")
    assert outs[0].read_bytes() == outs[1].read_bytes()
    assert len(PdfReader(outs[0]).pages) >= 1
    assert "[" not in text_of(outs[0])  # no wording is missing, no letter without a font


def test_missing_wording_prints_its_mark_and_draft(run: Run, sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "programme.pdf"
    said = run("print", sample, "--event", event_of(run, sample, VISIT), "--paper", "programme", "--languages", "ru,ky",
               "--out", out)  # fmt: skip
    assert said == (0, "", "")
    found = text_of(out)
    assert found.count("[кыргызчасыжок]") > 20
    assert "ПРОЕКТ" in found.upper()


def test_impossible_paper_is_refused_with_the_reason(run: Run, sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "x.pdf"
    said = run("print", sample, "--event", event_of(run, sample, VISIT), "--paper", "running-order",
               "--languages", "ru,en", "--out", out)  # fmt: skip
    assert refusal(said) == (
        "“Визит делегации мэрии города Джалал-Абада” has no sessions to print. "
        "Add a plenary or a session to its programme first."
    )
    assert not out.exists()


@pytest.mark.parametrize("paper", ["programme", "agenda", "running-order", "participants"])
def test_event_with_nothing_in_it_has_no_papers(run: Run, empty_office_url: str, tmp_path: Path, paper: str) -> None:
    out, event = tmp_path / "x.pdf", _event(run, empty_office_url)
    said = run("print", empty_office_url, "--event", event, "--paper", paper, "--languages", "ru,en", "--out", out)
    assert re.match(r"(The programme of )?“Визит” has no (items|topics|sessions|participants) \w+", refusal(said))
    assert not out.exists()


@pytest.mark.parametrize("paper", ["agenda", "participants"])
def test_item_that_is_not_there_is_refused(run: Run, sample: Path, tmp_path: Path, paper: str) -> None:
    out = tmp_path / "x.pdf"
    for item in (999_999, 10**30):
        said = run("print", sample, "--event", event_of(run, sample, MEETING), "--paper", paper, "--item", item,
                   "--languages", "ru", "--out", out)  # fmt: skip
        assert refusal(said) == f"The event has no item {item}."


def test_paper_is_written_whole_over_the_old_one_or_not_at_all(run: Run, sample: Path, tmp_path: Path) -> None:
    event = event_of(run, sample, MEETING)
    arguments = ("print", sample, "--event", event, "--paper", "agenda", "--languages", "ru,en", "--out")
    out = tmp_path / "agenda.pdf"
    out.write_bytes(b"old")
    assert refusal(run(*arguments, tmp_path / "none" / "x.pdf")) == (
        f"There is no folder {tmp_path / 'none'}. Choose another."
    )
    assert refusal(run(*arguments, tmp_path)).startswith(f"{tmp_path} could not be written")
    assert run(*arguments, out).status == 0
    assert out.read_bytes()[:5] == b"%PDF-"
    assert sorted(path.name for path in tmp_path.iterdir() if path.is_file()) == ["agenda.pdf", "sample.office"]


# --- check, backup, restore, verify ---------------------------------------------------------------


def test_check_lists_findings_as_lines_and_as_json(run: Run, sample: Path) -> None:
    event = _event(run, sample)
    run("undo", sample)
    before = json.loads(run("check", sample, "--json").out)
    event = int(run("new-event", sample, *NEW_EVENT, "--title", "ru=Визит").out)
    assert run("check", sample, "--event", event).out.splitlines() == [
        f"W-38\tstops\tevent {event}\t“Визит” is missing in en. Write it.",
        f"W-38\tstops\tevent {event}\t“Визит” is missing in ky. Write it.",
    ]
    found = [one for one in json.loads(run("check", sample, "--json").out) if one not in before]
    assert found[0] == {
        "event": event, "code": "W-38", "severity": "stops", "message": "“Визит” is missing in en. Write it.",
        "things": [{"kind": "event", "id": event}],
    }  # fmt: skip
    assert run("check", sample, "--as-of", "2026-09-04", "--json") == (0, "[]\n", "")
    assert len(json.loads(run("check", sample, "--as-of", "2026-09-03", "--json").out)) == 2


def test_backup_restore_and_verify_go_round(run: Run, sample: Path, tmp_path: Path) -> None:
    before = run("events", sample).out
    made = run("backup", sample, tmp_path / "kept")
    path = Path(made.out.strip())
    assert (made.status, made.error, path.parent) == (0, "", tmp_path / "kept")
    _event(run, sample)
    assert run("events", sample).out != before
    restored = run("restore", sample, path)
    assert (restored.status, restored.error) == (0, "")
    assert Path(restored.out.strip()).exists()
    assert run("events", sample).out == before
    assert run("verify", sample) == (0, "The office is sound.\n", "")
    newest = json.loads(run("history", sample, "--json", "--limit", "1").out)[0]
    assert (newest["words"], newest["state"]) == (f"Restore a backup of {path.name}", "fixed")
    assert refusal(run("undo", sample)) == f"The last step, “Restore a backup of {path.name}”, cannot be taken back."


def test_backup_without_a_folder_lies_with_the_others(run: Run, sample: Path) -> None:
    made = Path(run("backup", sample).out.strip())
    assert backups(backup_folder(sample)) == [made]


def test_office_on_a_server_is_not_for_the_backup_of_files(run: Run) -> None:
    sentence = "An office on a server is backed up by the server: use pg_dump and pg_restore."
    assert refusal(run("backup", "postgresql://nobody@localhost:1/x")) == sentence
    assert refusal(run("restore", "postgresql://nobody@localhost:1/x", "y")) == sentence


def test_server_that_does_not_answer_is_said_in_words(run: Run, tmp_path: Path) -> None:
    said = run("events", f"postgresql://secret:word@/x?host={tmp_path}")
    assert refusal(said).startswith("The office's server does not answer.")
    assert "word" not in said.error


def test_damage_is_found_by_verify(run: Run, sample: Path) -> None:
    connection = dbapi2.connect(str(sample), isolation_level=None)
    connection.execute("UPDATE event SET kind = 'visit' WHERE kind = 'meeting'")
    connection.close()
    said = run("verify", sample)
    assert said.status == 1
    assert said.out.endswith(" of event is not as the history says.\n")
    assert said.error == "sample.office has 1 faults. Restore the last backup, or ask for help.\n"


def test_bytes_of_a_paper_are_a_document_of_one_language_pair(run: Run, sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "agenda.pdf"
    run("print", sample, "--event", event_of(run, sample, MEETING), "--paper", "agenda", "--languages", "ru,en",
        "--out", out)  # fmt: skip
    reader = PdfReader(io.BytesIO(out.read_bytes()))
    assert reader.metadata is not None
    assert reader.metadata.title == "Повестка дня рабочей встречи"
