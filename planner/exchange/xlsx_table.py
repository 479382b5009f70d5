"""Workbooks: .xlsx and .xlsm, and the older .xls and .ods where somebody still sends them."""

from __future__ import annotations

from datetime import date, datetime
from datetime import time as clock
from io import BytesIO
from zipfile import ZipFile

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from planner.errors import ImportRefused
from planner.exchange.tables import (
    MAX_BYTES,
    MAX_COLUMNS,
    MAX_ROWS,
    TOO_LARGE,
    TOO_MANY_COLUMNS,
    TOO_MANY_ROWS,
    RawRow,
    RawTable,
)
from planner.exchange.workbook_guard import DAMAGED, SheetScan, check_package, sheet_parts
from planner.language.catalog import mark
from planner.rules.person_record import Problem

OLD_WORKBOOK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
PACKED = b"PK\x03\x04"

LOCKED = mark("This workbook is protected by a password. Save it without the password, then import it.")
NO_SUCH_SHEET = mark("The workbook has no sheet {sheet}. It has: {sheets}.")
OTHER_SHEETS = mark("Only the sheet {sheet} was read. The workbook also has: {sheets}.")


def is_workbook(data: bytes) -> bool:
    """Tell a workbook by its first bytes; the name of a file proves nothing."""
    return data.startswith((PACKED, OLD_WORKBOOK))


def read_workbook(data: bytes, source_name: str = "", *, sheet: str | None = None) -> RawTable:
    """Read one sheet: the named one, or the first visible one with any text."""
    if len(data) > MAX_BYTES:
        raise ImportRefused(TOO_LARGE, limit=MAX_BYTES // 1_000_000)
    package = check_package(data) if data.startswith(PACKED) else None
    try:
        with CalamineWorkbook.from_filelike(BytesIO(data)) as workbook:
            return _read(workbook, package, sheet)._replace(source_name=source_name)
    except PasswordError as fault:
        raise ImportRefused(LOCKED) from fault
    except (CalamineError, ValueError, OSError) as fault:
        raise ImportRefused(DAMAGED) from fault


def _read(workbook: CalamineWorkbook, package: ZipFile | None, wanted: str | None) -> RawTable:
    visible = [
        entry.name
        for entry in workbook.sheets_metadata
        if entry.typ == SheetTypeEnum.WorkSheet and entry.visible == SheetVisibleEnum.Visible
    ]
    if wanted is not None and wanted not in workbook.sheet_names:
        raise ImportRefused(NO_SUCH_SHEET, sheet=wanted, sheets=", ".join(workbook.sheet_names))
    parts = sheet_parts(package) if package else {}
    for name in [wanted] if wanted is not None else visible:
        problems = _scanned(package, parts, name)
        rows = _rows(workbook.get_sheet_by_name(name))
        if rows:
            others = [other for other in visible if other != name]
            if others:
                problems.insert(0, Problem(0, OTHER_SHEETS, {"sheet": name, "sheets": ", ".join(others)}))
            return RawTable(rows, tuple(problems))
    return RawTable(())


def _scanned(package: ZipFile | None, parts: dict[str, str], name: str) -> list[Problem]:
    """Check the sheet's own part, or every sheet's where the workbook does not say which it is."""
    if package is None:
        return []
    found = [parts[name]] if name in parts else [part for part in package.namelist() if "worksheets/" in part]
    scan = SheetScan()
    for part in found:
        scan.run(package, part)
    return scan.problems if name in parts else []


def _rows(sheet: CalamineSheet) -> tuple[RawRow, ...]:
    if sheet.start is None or sheet.end is None:
        return ()
    if sheet.end[0] > MAX_ROWS:
        raise ImportRefused(TOO_MANY_ROWS, limit=MAX_ROWS)
    if sheet.end[1] >= MAX_COLUMNS:
        raise ImportRefused(TOO_MANY_COLUMNS, limit=MAX_COLUMNS)
    cells = [[cell_text(value) for value in row] for row in sheet.to_python()]
    top, left = sheet.start
    headings = _spread_merged(cells, sheet.merged_cell_ranges or [], top, left)
    rows = (RawRow(top + index + 1, row, index in headings) for index, row in enumerate(cells))
    return tuple(row for row in rows if any(row.cells))


def _spread_merged(
    cells: list[list[str]], merged: list[tuple[tuple[int, int], tuple[int, int]]], top: int, left: int
) -> set[int]:
    """Give every row of a cell merged downwards its text; return the rows that one wide cell fills."""
    headings: set[int] = set()
    for (first_row, first_column), (last_row, last_column) in merged:
        row, column = first_row - top, first_column - left
        if not (0 <= row < len(cells) and 0 <= column < len(cells[row])):
            continue
        width = len(cells[row])
        if last_column > first_column:
            if first_row == last_row and 2 * (last_column - first_column + 1) > width:
                headings.add(row)
        else:
            for below in range(row + 1, min(last_row - top + 1, len(cells))):
                cells[below][column] = cells[row][column]
    return headings


def cell_text(value: object) -> str:
    """Return a cell as a person reads it: whole numbers without a point, days as ISO 8601."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e16 else repr(value)
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == clock() else value.isoformat(" ")
    if isinstance(value, date):
        return value.isoformat()
    return str(value)
