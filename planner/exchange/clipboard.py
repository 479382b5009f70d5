"""Tables pasted from Word, Excel or a mail: as text, as HTML, or as a plain list of names. Nothing is fetched."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from planner.errors import ImportRefused
from planner.exchange.csv_table import read_csv_text
from planner.exchange.full_names import is_surely_a_name
from planner.exchange.layout import build_table
from planner.exchange.tables import MAX_COLUMNS, MAX_ROWS, TOO_MANY_COLUMNS, TOO_MANY_ROWS, RawRow, RawTable, Table
from planner.language.catalog import mark

MAX_PASTED = 5_000_000
MAX_SPAN = 1_000
"""Browsers read no greater span either; a cell that claims more would be a trap."""

TOO_LONG = mark("What was pasted is longer than a table of people can be. Save it as a file and import that.")
NO_TABLE = mark("There is no table in what was pasted.")
PASTED = "clipboard"

_NUMBERED = re.compile(r"^\s*(?:\d{1,4}\s*[.)]|[•·▪–—*-])\s*(?=\S)")
_DASH = re.compile(r"\s+[–—-]\s+")
_LINE_BREAKS = frozenset({"br", "p", "div", "li", "h1", "h2", "h3", "h4"})
_SKIPPED = frozenset({"script", "style", "head", "title", "noscript"})


def table_from_text(text: str) -> Table:
    """Read what Excel and Word put on the clipboard as text: cells parted by tabs, or one name to a line."""
    if len(text) > MAX_PASTED:
        raise ImportRefused(TOO_LONG)
    if not text.strip():
        raise ImportRefused(NO_TABLE)
    if "\t" in text:
        return build_table(read_csv_text(text, PASTED, separator="\t"))
    if table := _separated(text):
        return table
    return table_from_names(text)


def _separated(text: str) -> Table | None:
    """Read text with other separators, but only if a header proves that it is a table."""
    table = build_table(read_csv_text(text, PASTED))
    recognised = table.header_line > 0 and not any(problem.line == 0 for problem in table.problems)
    return table if recognised and len(table.headers) > 1 else None


def table_from_names(text: str) -> Table:
    """Read a list with a person to a line; numbers in front are dropped, a post after a dash or comma is a post."""
    if len(text) > MAX_PASTED:
        raise ImportRefused(TOO_LONG)
    rows: list[RawRow] = []
    for number, line in enumerate(text.splitlines(), 1):
        entry = _NUMBERED.sub("", line, count=1).strip().rstrip(";")
        if entry:
            rows.append(RawRow(number, _name_and_post(entry)))
        if len(rows) > MAX_ROWS:
            raise ImportRefused(TOO_MANY_ROWS, limit=MAX_ROWS)
    header = RawRow(0, ("Full name", "Position"))
    return build_table(RawTable((header, *rows), (), PASTED), header=0)


def _name_and_post(entry: str) -> tuple[str, ...]:
    dashed = _DASH.split(entry, maxsplit=1)
    if len(dashed) == 2:
        return tuple(dashed)
    before, comma, after = entry.partition(",")
    if comma and after.strip() and len(before.split()) > 1 and (is_surely_a_name(before) or len(after.split()) > 2):
        return before.strip(), after.strip()
    return (entry,)


def table_from_html(html: str) -> Table:
    """Read the first table of at least two cells in HTML; merged cells are spread as in a workbook."""
    if len(html) > MAX_PASTED:
        raise ImportRefused(TOO_LONG)
    parser = _TableParser()
    parser.feed(html)
    parser.close()
    if not parser.rows:
        raise ImportRefused(NO_TABLE)
    return build_table(RawTable(tuple(parser.rows), (), PASTED))


class _TableParser(HTMLParser):
    """Gathers the cells of one table. Attributes: rows.

    Text of a table inside a cell belongs to that cell. A cell merged downwards is repeated in each of its rows;
    one merged across fills its first column only.
    """

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.rows: list[RawRow] = []
        self._depth = 0
        self._skipped = 0
        self._over = False
        self._row: list[str] | None = None
        self._cell: list[str] | None = None
        self._spans = (1, 1)
        self._wide = False
        self._hanging: dict[int, tuple[str, int]] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SKIPPED:
            self._skipped += 1
        elif tag == "table":
            self._depth += 1
        elif self._depth == 1 and not self._over:
            self._open(tag, dict(attrs))
        if tag in _LINE_BREAKS and self._cell is not None:
            self._cell.append("\n")

    def _open(self, tag: str, attributes: dict[str, str | None]) -> None:
        if tag == "tr":
            self._end_row()
            self._row = []
            self._wide = False
        elif tag in {"td", "th"}:
            self._end_cell()
            if self._row is None:
                self._row = []
            self._spans = (_span(attributes.get("rowspan")), _span(attributes.get("colspan")))
            self._cell = []

    def handle_endtag(self, tag: str) -> None:
        if tag in _SKIPPED:
            self._skipped = max(0, self._skipped - 1)
        elif tag == "table" and self._depth:
            self._depth -= 1
            if not self._depth:
                self._end_row()
                self._over = self._over or sum(len(row.cells) for row in self.rows) > 1
        elif self._depth == 1 and tag in {"td", "th"}:
            self._end_cell()
        elif self._depth == 1 and tag == "tr":
            self._end_row()

    def handle_data(self, data: str) -> None:
        if self._cell is not None and not self._skipped:
            self._cell.append(re.sub(r"\s+", " ", data))

    def close(self) -> None:
        super().close()
        self._end_row()

    def _fill_hanging(self) -> None:
        """Repeat the cells merged from above that stand before the next cell."""
        assert self._row is not None
        while (column := len(self._row)) in self._hanging:
            text, left = self._hanging.pop(column)
            self._row.append(text)
            if left > 1:
                self._hanging[column] = (text, left - 1)

    def _end_cell(self) -> None:
        if self._cell is None or self._row is None:
            return
        self._fill_hanging()
        lines = ("".join(self._cell)).split("\n")
        text = "\n".join(filter(None, (" ".join(line.split()) for line in lines)))
        self._cell = None
        down, across = self._spans
        if down > 1 and across == 1:
            self._hanging[len(self._row)] = (text, down - 1)
        self._wide = self._wide or across > 1
        self._row += [text, *[""] * (across - 1)]
        if len(self._row) > MAX_COLUMNS:
            raise ImportRefused(TOO_MANY_COLUMNS, limit=MAX_COLUMNS)

    def _end_row(self) -> None:
        self._end_cell()
        if self._row is None:
            return
        alone = sum(1 for cell in self._row if cell) == 1
        self._fill_hanging()
        if len(self.rows) >= MAX_ROWS + 1:
            raise ImportRefused(TOO_MANY_ROWS, limit=MAX_ROWS)
        self.rows.append(RawRow(len(self.rows) + 1, tuple(self._row), self._wide and alone))
        self._row = None


def _span(value: str | None) -> int:
    text = (value or "").strip()
    return min(int(text), MAX_SPAN) if text.isdecimal() and len(text) < 9 and int(text) > 0 else 1
