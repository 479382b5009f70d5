"""A delegation questionnaire that came back filled, as Word or Excel: a table of people as any other list's.

A question is known by its words in any of our languages, its answer is the last cell of its row that is no question.
Whatever other people's programs did to the file between, nothing but these words has to be left of it.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from planner.errors import ImportRefused
from planner.exchange.mapping import ColumnMapping, parse_spec
from planner.exchange.reading import Limits, ask_reader, content_of
from planner.exchange.tables import RawTable, Table, TableRow, raw_from_json
from planner.exchange.xlsx_table import is_workbook
from planner.language.catalog import mark
from planner.language.questions import WORDED, Question, question_of
from planner.rules.person_record import PASSPORT_LATIN, Problem

NO_QUESTIONS = mark(
    "None of the questions of our questionnaire stands in the file {name}. "
    "A list of people in columns is read by “Import people”."
)
NOBODY_NAMED = mark("The questionnaire {name} names nobody: every line for a name is empty.")
TO_ENTER = mark("{who}: {question}: {answer}")
TWO_ANSWERS = mark("Line {line}: “{question}” was answered twice for one person; the first answer was taken.")
NEITHER = mark("A questionnaire comes back as Word (.docx) or Excel (.xlsx). The file {name} is neither.")
LIMITS = Limits(
    too_large=mark("This file is larger than {limit} MB. Take pictures out of it and save it again."),
    too_slow=mark(
        "Reading this file took longer than {seconds} seconds, so it was stopped. Copy its table into a new file."
    ),
    too_greedy=mark("This file cannot be read within safe bounds. Copy its table into a new file."),
)

_SPECS = {
    "passport_surname": f"surname.{PASSPORT_LATIN}", "passport_given": f"given.{PASSPORT_LATIN}",
    **{key: key for key in (
        "passport", "passport_expires", "birth_date", "country", "languages", "phone", "email", "diet", "health",
    )},
}  # fmt: skip


class Answers(NamedTuple):
    """A questionnaire as a table of people under the keys of its questions, and which column holds which field.

    `to_enter` are answers no register takes (arrival, departure, remarks), as sentences for a person to act on.
    """

    table: Table
    mapping: ColumnMapping
    to_enter: tuple[Problem, ...] = ()


def read_questionnaire(
    path: str | os.PathLike[str], *, cancelled: Callable[[], bool] | None = None
) -> Answers:
    """Read a questionnaire in a child process with limits; raise `ImportRefused` in words."""
    name, data = content_of(Path(path), LIMITS)
    if not is_workbook(data):
        raise ImportRefused(NEITHER, name=name)
    options = {"kind": "questionnaire", "name": name, "sheet": None}
    raw = raw_from_json(ask_reader(data, options, cancelled, LIMITS)["table"])
    return answers(raw._replace(source_name=name))


def answers(raw: RawTable) -> Answers:
    """Return the people a filled questionnaire tells of; raise `ImportRefused` where it is none of ours."""
    people, problems = _people(raw)
    if not people:
        raise ImportRefused(NO_QUESTIONS, name=raw.source_name)
    named = [(line, found) for line, found in people if any(key.partition(".")[0] in _NAMES for key in found)]
    if not named:
        raise ImportRefused(NOBODY_NAMED, name=raw.source_name)
    specs = {key: parse_spec(spec) for _line, found in named for key in found if (spec := _spec(key))}
    rows = tuple(
        TableRow(line, tuple(found.get(key, ("", ""))[1] for key in specs)) for line, found in named
    )
    to_enter = tuple(_to_enter(line, found) for line, found in named)
    table = Table(tuple(specs), rows, tuple(problems), raw.source_name)
    return Answers(table, ColumnMapping(tuple(specs.values())), tuple(problem for one in to_enter for problem in one))


_NAMES = ("surname", "given")
_Found = dict[str, tuple[str, str]]  # by a question's key: the question as it was put, and the answer


def _people(raw: RawTable) -> tuple[list[tuple[int, _Found]], list[Problem]]:
    """Return the answers person by person: a new one begins where a question that was put before returns."""
    people: list[tuple[int, _Found]] = []
    problems: list[Problem] = []
    seen: set[str] = set()
    for row in raw.rows:
        asked = _asked(row.cells)
        if asked is None:
            continue
        question, words, answer = asked
        if not people or (question.key in seen and question.field in _NAMES):
            people.append((row.line, {}))
            seen = set()
        elif question.key in seen:
            problems.append(Problem(row.line, TWO_ANSWERS, {"line": str(row.line), "question": words}))
            continue
        seen.add(question.key)
        if answer:
            people[-1][1][question.key] = (words, answer)
    return people, problems


def _asked(cells: Sequence[str]) -> tuple[Question, str, str] | None:
    """Return the question of a row, as it was put, and what was written last beside it."""
    asked, words = None, ""
    rest: list[str] = []
    for cell in cells:
        text = " ".join(cell.split())
        put = next((each for each in (text, *cell.splitlines()) if each.strip() and question_of(each)), "")
        found = question_of(put) if put else None
        if found is not None and (asked is None or found.key == asked.key):
            asked, words, rest = asked or found, words or " ".join(put.split()), []
        elif asked is not None:
            rest.append(text)
    return None if asked is None else (asked, words, next((text for text in reversed(rest) if text), ""))


def _spec(key: str) -> str:
    """Return the field of an import that takes an answer, "" for one that none takes."""
    return key if key.partition(".")[0] in WORDED else _SPECS.get(key, "")


def _to_enter(line: int, found: _Found) -> Iterator[Problem]:
    name = next((answer for key, (_, answer) in found.items() if key.startswith("surname.")), "")
    for key, (words, answer) in found.items():
        if not _spec(key):
            yield Problem(line, TO_ENTER, {"who": name, "question": words, "answer": answer})
