"""CSV as offices make it: any usual encoding and separator, and quotation marks that somebody forgot to close."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from enum import Enum, auto

from planner.errors import ImportRefused
from planner.exchange.encodings import decode
from planner.exchange.tables import (
    MAX_BYTES,
    MAX_CELL,
    MAX_COLUMNS,
    MAX_ROWS,
    TOO_LARGE,
    TOO_MANY_COLUMNS,
    TOO_MANY_ROWS,
    RawRow,
    RawTable,
    unescape_formula,
)
from planner.language.catalog import mark
from planner.rules.person_record import Problem

SEPARATORS = (",", ";", "\t", "|")
SNIFFED_ROWS = 60
LINES_IN_A_CELL = 60
"""A quoted cell with more lines than this is taken for a quotation mark that was never closed."""

UNCLOSED = mark("A quotation mark is opened in line {line} and never closed.")
HUGE_CELL = mark("A cell of this line is longer than {limit} characters.")
NUL_FOUND = mark("This line holds a NUL character, which no text may have.")
ENCODING_GUESSED = mark(
    "The file does not say its encoding; it was read as {encoding}. Look whether the names are right."
)

_INSIDE_QUOTES = re.compile(r'[^"]*+(?:""[^"]*+)*+"')
_LINE_END = re.compile(r"\r\n|\n|\r")


def read_csv(
    data: bytes, source_name: str = "", *, encoding: str | None = None, separator: str | None = None
) -> RawTable:
    """Read the rows of a CSV file; raise `ImportRefused` where it is no text or beyond the limits."""
    if len(data) > MAX_BYTES:
        raise ImportRefused(TOO_LARGE, limit=MAX_BYTES // 1_000_000)
    text, used, guessed = decode(data, encoding)
    table = read_csv_text(text, source_name, separator=separator)
    if not guessed:
        return table
    remark = Problem(0, ENCODING_GUESSED, {"encoding": used})
    return table._replace(problems=(remark, *table.problems))


def read_csv_text(text: str, source_name: str = "", *, separator: str | None = None) -> RawTable:
    """Read the rows of text with separators; a quoted cell may hold line ends and separators."""
    lines, ends = _lines(text.removeprefix("\ufeff"))
    first = 0
    if lines and (hint := re.fullmatch(r'"?sep=(.)"?', lines[0])):  # Excel's own way to name the separator
        separator = separator or hint.group(1)
        first = 1
    reader = _Reader(lines, ends, separator or sniff_separator(lines, ends))
    rows: list[RawRow] = []
    for row in reader.rows(first):
        if len(row.cells) > MAX_COLUMNS:
            raise ImportRefused(TOO_MANY_COLUMNS, limit=MAX_COLUMNS)
        if len(rows) > MAX_ROWS:
            raise ImportRefused(TOO_MANY_ROWS, limit=MAX_ROWS)
        rows.append(row)
    return RawTable(tuple(rows), tuple(reader.problems), source_name)


def sniff_separator(lines: Sequence[str], ends: Sequence[str]) -> str:
    """Return the separator by which most of the first rows have the same number of cells, more than one.

    A tie goes to the separator that makes more columns; a list of one column has none, and a comma does no harm
    unless it would cut "Surname, Given" asunder, so the rare bar is returned.
    """
    best, best_score = "", 0.0
    for separator in SEPARATORS:
        reader = _Reader(lines[: SNIFFED_ROWS * 4], ends, separator)
        widths: list[int] = []
        for row in reader.rows(0):
            if any(cell.strip() for cell in row.cells):
                widths.append(len(row.cells))
            if len(widths) == SNIFFED_ROWS:
                break
        score = _evenness(widths)
        if score > best_score:
            best, best_score = separator, score
    return best or "|"


def _evenness(widths: list[int]) -> float:
    """Return the share of rows with the commonest width above one, a little more for more columns."""
    wide = Counter(width for width in widths if width > 1)
    if not wide:
        return 0.0
    width, count = max(wide.items(), key=lambda entry: (entry[1], entry[0]))
    return count / len(widths) + min(width, 30) / 100


def _lines(text: str) -> tuple[list[str], list[str]]:
    """Return the physical lines and what ended each, so that a line end inside quotes stays as it was."""
    ends = _LINE_END.findall(text)
    lines = _LINE_END.split(text)
    return lines, [*ends, ""]


class _Reader:
    """Reads rows line by line. Attributes: problems, in the order of lines.

    Python's csv module lets one unclosed quotation mark swallow the rest of the file without a word; here such a
    line is kept by itself, marked, and reading goes on with the next. `budget` bounds how many characters may be
    read twice while looking for a closing mark.
    """

    def __init__(self, lines: Sequence[str], ends: Sequence[str], separator: str) -> None:
        self.problems: list[Problem] = []
        self._lines = lines
        self._ends = ends
        self._separator = separator
        self._width = 0
        self._budget = 2_000_000 + 4 * sum(map(len, lines))

    def rows(self, first: int) -> Iterator[RawRow]:
        """Yield each row with the line it starts on."""
        at = first
        while at < len(self._lines):
            line = self._lines[at]
            if '"' in line:
                cells, after = self._quoted(at)
            else:
                cells, after = line.split(self._separator), at + 1
            if self._checked(at, cells):
                self._width = self._width or len(cells)
                yield RawRow(at + 1, [unescape_formula(cell) if cell[:1] == "'" else cell for cell in cells])
            at = after

    def _checked(self, at: int, cells: list[str]) -> bool:
        """Mark cells that cannot be kept as they are; tell whether the row has any text."""
        longest = max(map(len, cells))
        if not longest:
            return False
        if longest > MAX_CELL:
            cells[:] = [cell[:200] if len(cell) > MAX_CELL else cell for cell in cells]
            self._mark(at, HUGE_CELL, limit=str(MAX_CELL))
        if any("\0" in cell for cell in cells):
            self._mark(at, NUL_FOUND)
        return True

    def _mark(self, at: int, message: str, **values: str) -> None:
        self.problems.append(Problem(at + 1, message, values, fatal=True))

    def _quoted(self, at: int) -> tuple[list[str], int]:
        """Return the cells of the row that starts here and the index of the line after it."""
        text, last, read = self._lines[at], at, 0
        while True:
            cells, ending = _cells(text, self._separator)
            whole = last == at or len(cells) == (self._width or len(cells))
            if ending is _Ending.CLOSED and whole:
                return cells, last + 1
            read += len(text)
            too_far = last + 1 >= len(self._lines) or last - at >= LINES_IN_A_CELL or len(text) > 2 * MAX_CELL
            if ending is not _Ending.OPEN or too_far or self._budget < 0:
                self._budget -= read
                self._mark(at, UNCLOSED, line=str(at + 1))
                return self._lines[at].split(self._separator), at + 1
            last += 1
            text = text + self._ends[last - 1] + self._lines[last]


class _Ending(Enum):
    """How the last quoted cell of a row ended: as it should, not at all, or where no cell ends."""

    CLOSED = auto()
    OPEN = auto()
    MISPLACED = auto()


def _cells(text: str, separator: str) -> tuple[list[str], _Ending]:
    """Cut a row into cells as far as its quotation marks allow.

    A mark closed too early on one line ('"Horns" Ltd') is part of the text, as the person meant it; one that is
    closed so on a later line was forgotten on the first.
    """
    cells: list[str] = []
    at = 0
    while True:
        if text[at : at + 1] == '"':
            inside = _INSIDE_QUOTES.match(text, at + 1)
            if inside is None:
                return cells, _Ending.OPEN
            end, quoted = inside.end(), inside.group()[:-1]
            if end == len(text) or text[end] == separator:
                cells.append(quoted.replace('""', '"'))
            elif "\n" in quoted or "\r" in quoted:
                return cells, _Ending.MISPLACED
            else:
                end = _next(text, separator, end)
                cells.append(text[at:end])
        else:
            end = _next(text, separator, at)
            cells.append(text[at:end])
        if end == len(text):
            return cells, _Ending.CLOSED
        at = end + 1


def _next(text: str, separator: str, at: int) -> int:
    end = text.find(separator, at)
    return len(text) if end < 0 else end
