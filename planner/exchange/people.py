"""A table of people, line by line: each line becomes a record, or is rejected with its reason. No line is lost."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from io import StringIO

from planner.exchange.mapping import ColumnMapping, FieldSpec
from planner.exchange.person_draft import PersonDraft, RowRejected
from planner.exchange.scripts import is_cyrillic, is_latin, mostly
from planner.exchange.tables import Table, TableRow, escape_formula
from planner.language.catalog import mark
from planner.rules.person_record import NAME_FIELDS, PersonField, PersonRecord, Problem, RecordSet, Rejection
from planner.rules.text import Language

MAX_NAME = 2_000
MAX_TEXT = 20_000

FORBIDDEN_SIGN = mark("The column {column} holds a control character (U+{code}), which no text may have.")
TOO_LONG = mark("The column {column} holds {length} characters; {limit} are the most.")
INVISIBLE = mark("The column {column} holds invisible signs that turn or hide text; look at it before printing.")
REPLACED = mark("The column {column} holds the sign � where a letter was lost.")
OTHER_SCRIPT = mark("Most names are not in the letters of the language {language}. Choose the language of the file.")

_F = PersonField
_FORBIDDEN = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_INVISIBLE = re.compile(r"[\u200b-\u200f\u202a-\u202e\u2060-\u2069\u00ad]")
_GAPS = frozenset({"NA", "N/A", "-", "–", "—", "--"})
_GAPS_IN_TEXTS = _GAPS | {"n/a", "#N/A", "NULL", "null", "None", "NaN", "nan", "нет данных", "н/д", "б/н"}
_NOBODY_YET = frozenset(
    "tbc tba tbd tbn nn n.n. уточняется вакансия вакантно тактоодо такталууда t.b.c. t.b.d. t.b.a.".split()
) | {"to be confirmed", "to be determined", "to be announced", "to be nominated", "по согласованию", "будет уточнено"}


def records(
    table: Table,
    mapping: ColumnMapping,
    *,
    language: Language,
    languages: Sequence[Language] = (),
    day_first: bool | None = None,
) -> RecordSet:
    """Read every row of a table; `len(records) + len(rejected)` is the number of its rows.

    `language` is that of columns without their own; `languages` are the event's, by which two languages in one cell
    are told apart; `day_first` answers how 03/04/2026 is meant in this file.
    """
    faults = {problem.line: problem for problem in reversed(table.problems) if problem.fatal}
    reader = _RowReader(table, mapping, language, languages, day_first)
    taken: list[PersonRecord] = []
    rejected: list[Rejection] = []
    for row in table.rows:
        if fault := faults.get(row.line):
            rejected.append(Rejection(row.line, fault.message, fault.values))
            continue
        outcome = reader.read(row)
        if isinstance(outcome, Rejection):
            rejected.append(outcome)
        else:
            taken.append(outcome)
    general = (*(p for p in table.problems if not p.fatal), *mapping.problems, *_script_problem(taken, language))
    return RecordSet(tuple(taken), tuple(rejected), general)


def rejected_csv(
    table: Table,
    rejected: Iterable[Rejection],
    *,
    sentence: Callable[[Rejection], str] = str,
    separator: str = ",",
) -> bytes:
    """Return the rejected rows as a CSV file to repair and import again, each with its line and the reason.

    Formulas are escaped as the importer unescapes them; signs that no file should carry become �. `sentence` words
    a reason in the language of the person; Excel in Russian opens a file parted by ";".
    """
    reasons = {rejection.line: rejection for rejection in rejected}
    out = StringIO()
    writer = csv.writer(out, delimiter=separator, lineterminator="\r\n")
    writer.writerow([*map(_written, table.headers), "Line", "Reason"])
    for row in table.rows:
        if reason := reasons.get(row.line):
            cells = [_written(cell) for cell in row.cells]
            writer.writerow([*cells, *[""] * (len(table.headers) - len(cells)), str(row.line), sentence(reason)])
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def _written(cell: str) -> str:
    return escape_formula(_FORBIDDEN.sub("�", cell))


class _RowReader:
    """Reads rows by one mapping. Made once for a table."""

    def __init__(
        self,
        table: Table,
        mapping: ColumnMapping,
        language: Language,
        languages: Sequence[Language],
        day_first: bool | None,
    ) -> None:
        self._headers = table.headers
        self._columns = [(index, spec) for index, spec in enumerate(mapping.columns) if spec]
        self._language = language
        self._languages = languages
        self._day_first = day_first
        self._has_delegation = PersonField.DELEGATION in mapping.fields
        self._namibia = _na_is_a_country(table, self._columns)

    def read(self, row: TableRow) -> PersonRecord | Rejection:
        """Return the row as a record, or why it is not taken."""
        draft = PersonDraft(row.line, self._language, self._languages, self._day_first)
        try:
            for index, spec in self._columns:
                draft.put(spec, self._headers[index], self._clean(row.cells[index], spec, self._headers[index], draft))
            if row.block and not self._has_delegation:
                draft.put(FieldSpec(_F.DELEGATION), "", row.block)
            return draft.record()
        except RowRejected as reason:
            return Rejection(row.line, reason.reason, reason.values)

    def _clean(self, cell: str, spec: FieldSpec, column: str, draft: PersonDraft) -> str:
        """Return the text of a cell without gaps and stray spaces; refuse what no text may hold."""
        if not cell or cell.isspace():
            return ""
        if bad := _FORBIDDEN.search(cell):
            raise RowRejected(FORBIDDEN_SIGN, column=column, code=f"{ord(bad.group()):04X}")
        limit = MAX_NAME if spec.field in NAME_FIELDS else MAX_TEXT
        if len(cell) > limit:
            raise RowRejected(TOO_LONG, column=column, length=str(len(cell)), limit=str(limit))
        if not cell.isascii():
            cell = unicodedata.normalize("NFC", cell.replace("\ufeff", ""))
            if _INVISIBLE.search(cell):
                draft.problem(INVISIBLE, column=column)
            if "�" in cell:
                draft.problem(REPLACED, column=column)
        lines = [" ".join(line.split()) for line in cell.splitlines()]
        text = "\n".join(filter(None, lines))
        return "" if self._is_gap(text, spec) else text

    def _is_gap(self, text: str, spec: FieldSpec) -> bool:
        if spec.field in NAME_FIELDS:
            return text in _GAPS or text.casefold() in _NOBODY_YET
        if spec.field is _F.COUNTRY and text == "NA" and self._namibia:
            return False
        return text in _GAPS_IN_TEXTS


def _na_is_a_country(table: Table, columns: Sequence[tuple[int, FieldSpec]]) -> bool:
    """Tell Namibia from a gap: in a column of two-letter codes a few NA mean the country."""
    index = next((index for index, spec in columns if spec.field is _F.COUNTRY), None)
    if index is None:
        return False
    sizes = Counter(len(row.cells[index]) for row in table.rows if row.cells[index] not in {"", "NA"})
    gaps = sum(1 for row in table.rows if row.cells[index] == "NA")
    return set(sizes) == {2} and gaps <= sizes[2]


def _script_problem(taken: Sequence[PersonRecord], language: Language) -> list[Problem]:
    """Warn where most names are in other letters than the language of the import is written in."""
    scripts = Counter(mostly(record.names[language].full) for record in taken if language in record.names)
    wrong = scripts["Latn"] if is_cyrillic(language) else scripts["Cyrl"] if is_latin(language) else 0
    return [Problem(0, OTHER_SCRIPT, {"language": language})] if 2 * wrong > sum(scripts.values()) else []
