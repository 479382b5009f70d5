"""What a workbook is asked before anything reads it: sizes, nesting, document types, cells far away."""

from __future__ import annotations

import posixpath
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator
from io import BytesIO
from xml.parsers import expat  # sink-ok: a document type is refused by each parser here, so there are no entities

from planner.errors import ImportRefused
from planner.exchange.tables import MAX_COLUMNS, MAX_ROWS, TOO_MANY_COLUMNS, TOO_MANY_ROWS
from planner.language.catalog import mark
from planner.rules.person_record import Problem

MAX_ENTRIES = 2_000
MAX_UNPACKED = 100_000_000
MAX_RATIO = 100
CHUNK = 1 << 16

DAMAGED = mark("This workbook is damaged and cannot be read. Open it in the spreadsheet program and save it again.")
TOO_BIG_UNPACKED = mark(
    "This workbook unpacks to far more than a table of people can hold. Save only that table into a new file."
)
NOT_A_WORKBOOK = mark("This file is not a workbook. From a Word document, copy the table and paste it here instead.")
HAS_DOCUMENT_TYPE = mark("This workbook declares a document type, as files made to do harm do. It was not opened.")
NO_VALUE = mark("The formula in cell {cell} has no saved value. Save the file once in the spreadsheet program.")
ERROR_VALUE = mark("Cell {cell} shows an error of the spreadsheet, such as #REF!.")

_OF_DOCUMENTS = {
    DAMAGED: mark(
        "This Word document is damaged and cannot be read. Open it in the word processor and save it again."
    ),
    TOO_BIG_UNPACKED: mark(
        "This Word document unpacks to far more than a form can hold. Copy its table into a new one."
    ),
    NOT_A_WORKBOOK: mark("This file is neither a Word document nor a workbook."),
    HAS_DOCUMENT_TYPE: mark(
        "This Word document declares a document type, as files made to do harm do. It was not opened."
    ),
}

_CELL = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6})")
_MARKED_PROBLEMS = 500


def check_package(data: bytes) -> zipfile.ZipFile:
    """Open a packed workbook after checking its entries; raise `ImportRefused` for one made to exhaust us.

    Every part that a reader of workbooks unpacks is unpacked here once, so that a false size in the directory
    is found by its checksum and not by the reader's memory.
    """
    return _checked(data, lambda names: "content.xml" in names or any(name.startswith("xl/") for name in names))


def check_document(data: bytes) -> zipfile.ZipFile:
    """Open a packed Word document after the same checks; raise `ImportRefused` in words that speak of documents."""
    try:
        return _checked(data, lambda names: "word/document.xml" in names)
    except ImportRefused as refusal:
        raise ImportRefused(_OF_DOCUMENTS.get(refusal.message, refusal.message), **refusal.values) from refusal


def _checked(data: bytes, is_one: Callable[[set[str]], bool]) -> zipfile.ZipFile:
    try:
        package = zipfile.ZipFile(BytesIO(data))
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as fault:
        raise ImportRefused(DAMAGED) from fault
    entries = package.infolist()
    names = {entry.filename for entry in entries}
    if len(entries) > MAX_ENTRIES or sum(entry.file_size for entry in entries) > MAX_UNPACKED:
        raise ImportRefused(TOO_BIG_UNPACKED)
    if len(names) != len(entries) or any(entry.flag_bits & 1 for entry in entries):
        raise ImportRefused(DAMAGED)
    if not is_one(names):
        raise ImportRefused(NOT_A_WORKBOOK)
    for entry in entries:
        if entry.file_size > MAX_RATIO * max(entry.compress_size, 1_000):
            raise ImportRefused(TOO_BIG_UNPACKED)
        if entry.filename.lower().endswith((".xml", ".rels", ".bin")):
            _unpack_once(package, entry)
    return package


def _unpack_once(package: zipfile.ZipFile, entry: zipfile.ZipInfo) -> None:
    prolog = None if entry.filename.lower().endswith(".bin") else _Prolog()
    for chunk in _chunks(package, entry.filename):
        if prolog is not None and not prolog.over:
            prolog.feed(chunk)


def _chunks(package: zipfile.ZipFile, name: str) -> Iterator[bytes]:
    try:
        with package.open(name) as part:
            while chunk := part.read(CHUNK):
                yield chunk
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, KeyError) as fault:
        raise ImportRefused(DAMAGED) from fault


class _Prolog:
    """Reads an XML part up to its first element, and refuses a document type."""

    def __init__(self) -> None:
        self.over = False
        self._parser = expat.ParserCreate()
        self._parser.StartDoctypeDeclHandler = _refuse_document_type
        self._parser.StartElementHandler = self._end_of_prolog

    def feed(self, chunk: bytes) -> None:
        try:
            self._parser.Parse(chunk, False)
        except expat.ExpatError:
            self.over = True  # not well formed: the reader will say so, and it expands no entities

    def _end_of_prolog(self, *_: object) -> None:
        self.over = True


def _refuse_document_type(*_: object) -> None:
    raise ImportRefused(HAS_DOCUMENT_TYPE)


def sheet_parts(package: zipfile.ZipFile) -> dict[str, str]:
    """Return the part of each sheet of an .xlsx by the sheet's name; those that cannot be told are left out."""
    sheets: dict[str, str] = {}
    targets: dict[str, str] = {}

    def workbook(tag: str, attributes: dict[str, str]) -> None:
        if tag == "sheet":
            relation = next((value for key, value in attributes.items() if key.endswith("}id")), "")
            sheets[attributes.get("name", "")] = relation

    def relations(tag: str, attributes: dict[str, str]) -> None:
        if tag == "Relationship":
            targets[attributes.get("Id", "")] = attributes.get("Target", "")

    _parse(package, "xl/workbook.xml", workbook)
    _parse(package, "xl/_rels/workbook.xml.rels", relations)
    names = set(package.namelist())
    found = {name: _part_name(targets.get(relation, "")) for name, relation in sheets.items()}
    return {name: part for name, part in found.items() if part in names}


def _part_name(target: str) -> str:
    return posixpath.normpath(target.lstrip("/") if target.startswith("/") else posixpath.join("xl", target))


def _parse(package: zipfile.ZipFile, name: str, start: Callable[[str, dict[str, str]], None]) -> None:
    """Parse a part, calling `start` with each local name and its attributes; a broken part ends quietly."""
    if name in package.namelist():
        _parse_with(_parser(start), package, name)


def _parser(start: Callable[[str, dict[str, str]], None]) -> expat.XMLParserType:
    parser = expat.ParserCreate(namespace_separator="}")
    parser.StartDoctypeDeclHandler = _refuse_document_type
    parser.StartElementHandler = lambda tag, attributes: start(tag.rpartition("}")[2], attributes)
    return parser


def _parse_with(parser: expat.XMLParserType, package: zipfile.ZipFile, name: str) -> None:
    try:
        for chunk in _chunks(package, name):
            parser.Parse(chunk, False)
        parser.Parse(b"", True)
    except expat.ExpatError:
        return


class SheetScan:
    """Walks a sheet's cells without keeping them. Attributes: problems, one for each cell that shows no value."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self._row = self._column = 0
        self._type = ""
        self._formula = self._filled = False
        self._parser = _parser(self._start)

    def run(self, package: zipfile.ZipFile, part: str) -> None:
        """Raise `ImportRefused` as soon as a cell with content lies beyond the limits."""
        self._parser = _parser(self._start)
        _parse_with(self._parser, package, part)
        self._close_cell()

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "c":
            self._open_cell(attributes)
        elif tag == "row":
            self._close_cell()
            self._row = int(number) if (number := attributes.get("r", "")).isdecimal() else self._row + 1
            self._column = 0
        elif tag == "f":
            self._formula = True
            self._check_place()
        elif tag in {"v", "is"}:
            self._check_place()
            if self._formula:
                self._parser.CharacterDataHandler = self._text

    def _text(self, text: str) -> None:
        if text.strip():
            self._filled = True
            self._parser.CharacterDataHandler = None

    def _open_cell(self, attributes: dict[str, str]) -> None:
        self._close_cell()
        place = _CELL.fullmatch(attributes.get("r", ""))
        if place:
            self._column, self._row = column_number(place.group(1)), int(place.group(2))
        else:
            self._column += 1
        self._type = attributes.get("t", "")

    def _check_place(self) -> None:
        if self._row > MAX_ROWS + 1:
            raise ImportRefused(TOO_MANY_ROWS, limit=MAX_ROWS)
        if self._column > MAX_COLUMNS:
            raise ImportRefused(TOO_MANY_COLUMNS, limit=MAX_COLUMNS)

    def _close_cell(self) -> None:
        """Note a cell that shows an error, or a formula without a value; an empty text is a value ("str")."""
        no_value = self._formula and not self._filled and self._type != "str"
        if (self._type == "e" or no_value) and len(self.problems) < _MARKED_PROBLEMS:
            cell = f"{column_letters(self._column)}{self._row}"
            message = ERROR_VALUE if self._type == "e" else NO_VALUE
            self.problems.append(Problem(self._row, message, {"cell": cell}))
        self._type = ""
        self._formula = self._filled = False
        self._parser.CharacterDataHandler = None


def column_number(letters: str) -> int:
    """Return 1 for "A", 28 for "AB"."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def column_letters(number: int) -> str:
    """Return "A" for 1, "AB" for 28."""
    letters = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
