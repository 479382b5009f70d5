"""What the checks say of the item shown, and the ways out that can be taken at once."""

from __future__ import annotations

from collections.abc import Sequence

from planner.rules.findings import Finding
from ui.agenda.sheet import ItemSheet
from ui.common.findings import FindingRow
from ui.common.mending import finding_row
from ui.translate import t

PAIRS = frozenset({"W-01", "W-02", "W-03", "W-04", "W-36", "W-78"})
"""Findings about two items: from one of them one wants to see the other."""


def other_item(finding: Finding, sheet: ItemSheet) -> int:
    """Return the other item a finding is about, 0 where there is none."""
    others = (thing.id for thing in finding.things if thing.kind == "item" and thing.id != sheet.item.id)
    return next(others, 0) if finding.code in PAIRS else 0


def finding_rows(findings: Sequence[Finding], sheet: ItemSheet, *, may_write: bool = True) -> list[FindingRow]:
    """Return the findings for the list, keyed by their place."""
    return [
        finding_row(str(place), finding, _ways(finding, sheet), may_write=may_write, item_id=sheet.item.id)
        for place, finding in enumerate(findings)
    ]


def _ways(finding: Finding, sheet: ItemSheet) -> list[tuple[str, str]]:
    if finding.code in ("W-38", "W-39"):
        return [("write", t("Write") if finding.code == "W-38" else t("Compare"))]
    return [("show", t("Show the other item"))] if other_item(finding, sheet) else []
