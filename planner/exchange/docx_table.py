"""The tables of a Word document as rows of cells, read without any program of the office family."""

from __future__ import annotations

from xml.etree.ElementTree import Element, ParseError  # sink-ok: names of types; defusedxml parses
from zipfile import ZipFile

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from planner.errors import ImportRefused
from planner.exchange.tables import MAX_BYTES, MAX_CELL, MAX_ROWS, TOO_LARGE, TOO_MANY_ROWS, RawRow, RawTable
from planner.exchange.workbook_guard import check_document
from planner.language.catalog import mark

DAMAGED = mark("This Word document is damaged and cannot be read. Open it in the word processor and save it again.")

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BODY = "word/document.xml"
_DEEPEST = 6  # tables within tables


def is_document(data: bytes) -> bool:
    """Tell a packed Word document from a workbook by the parts its directory names."""
    return data.startswith(b"PK\x03\x04") and _BODY.encode() in data and b"xl/workbook.xml" not in data


def read_document(data: bytes, source_name: str = "") -> RawTable:
    """Return the rows of all tables in their order; `line` counts rows. Raise `ImportRefused` in words."""
    if len(data) > MAX_BYTES:
        raise ImportRefused(TOO_LARGE, limit=MAX_BYTES // 1_000_000)
    package = check_document(data)
    rows: list[RawRow] = []
    _collect(_root(package), rows, 0)
    return RawTable(tuple(rows), (), source_name)


def _root(package: ZipFile) -> Element:
    try:
        root: Element = fromstring(package.read(_BODY), forbid_dtd=True)
    except (ParseError, DefusedXmlException, KeyError, ValueError, OSError) as fault:
        raise ImportRefused(DAMAGED) from fault
    return root


def _collect(element: Element, rows: list[RawRow], depth: int) -> None:
    """Walk the tables below an element, one after another, those within cells after the row that holds them."""
    if depth > _DEEPEST:
        return
    for table in _tables(element):
        for row in table.iter(f"{_W}tr"):
            if len(rows) >= MAX_ROWS:
                raise ImportRefused(TOO_MANY_ROWS, limit=MAX_ROWS)
            rows.append(RawRow(len(rows) + 1, [_text(cell) for cell in row.iter(f"{_W}tc")]))


def _tables(element: Element) -> list[Element]:
    """Return the tables of a document that lie in no other table: rows within are found with them."""
    body = element.find(f"{_W}body")
    found: list[Element] = []
    waiting = list(body if body is not None else [])
    while waiting:
        one = waiting.pop(0)
        if one.tag == f"{_W}tbl":
            found.append(one)
        elif one.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}moveTo", f"{_W}customXml"):
            waiting[:0] = list(one)
    return found


def _text(cell: Element) -> str:
    """Return what a reader sees in a cell: its paragraphs, without what was struck out in revision."""
    paragraphs = []
    for paragraph in cell.iter(f"{_W}p"):
        struck = [part for kind in ("del", "moveFrom") for part in paragraph.iter(f"{_W}{kind}")]
        gone = {id(run) for part in struck for run in part.iter()}
        words = [
            {f"{_W}t": part.text or "", f"{_W}tab": " ", f"{_W}br": "\n"}.get(part.tag, "")
            for part in paragraph.iter()
            if id(part) not in gone
        ]
        paragraphs.append("".join(words))
    return "\n".join(paragraphs).strip()[:MAX_CELL]
