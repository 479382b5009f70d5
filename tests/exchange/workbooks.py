"""Workbooks for the tests: honest ones by XlsxWriter, harmful ones by hand."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Mapping, Sequence
from io import BytesIO
from typing import Any

import xlsxwriter

TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/xl/workbook.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>'
)
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORKBOOK = (
    '<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
    f'xmlns:r="{RELATION}"><sheets><sheet name="People" sheetId="1" r:id="rId1"/></sheets></workbook>'
)
ROOT = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="rId1" Type="{RELATION}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
)
RELATIONS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="rId1" Type="{RELATION}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'
)


def sheet(rows: str, *, before: str = "") -> str:
    """Return a worksheet of these rows of XML."""
    return (
        f'<?xml version="1.0"?>{before}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        f"<sheetData>{rows}</sheetData></worksheet>"
    )


def package(rows: str = "", *, parts: Mapping[str, str | bytes] | None = None) -> bytes:
    """Return a workbook of raw XML; `parts` are added, or stand instead of those of that name."""
    everything: dict[str, str | bytes] = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": ROOT,
        "xl/workbook.xml": WORKBOOK,
        "xl/_rels/workbook.xml.rels": RELATIONS,
        "xl/worksheets/sheet1.xml": sheet(rows),
        **(parts or {}),
    }
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in everything.items():
            file.writestr(name, content)
    return out.getvalue()


def written(fill: Callable[[Any, Any], None], *, options: Mapping[str, Any] | None = None) -> bytes:
    """Return a workbook of one sheet, filled by `fill(sheet, workbook)`."""
    out = BytesIO()
    workbook = xlsxwriter.Workbook(out, {"in_memory": True, **(options or {})})
    fill(workbook.add_worksheet("People"), workbook)
    workbook.close()
    return out.getvalue()


def of_rows(rows: Sequence[Sequence[object]]) -> bytes:
    """Return a workbook whose only sheet holds these rows."""

    def fill(people: Any, _: Any) -> None:
        for number, row in enumerate(rows):
            people.write_row(number, 0, row)

    return written(fill)
