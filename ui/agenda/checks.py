"""What the checks say of the item shown, and the ways out that can be taken at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from planner.queries.agenda import ItemRow
from planner.rules.findings import Finding, Severity
from planner.rules.times import DAY, clock
from ui.agenda.plan import when
from ui.agenda.sheet import ItemSheet
from ui.common.event_words import TONES, finding_sentence
from ui.common.findings import FindingRow
from ui.translate import t

WEIGHTS = {Severity.STOPS: "stops", Severity.ATTENTION: "attention", Severity.HINT: "hint"}


class WayOut(NamedTuple):
    """Something that mends a finding: new times for the item, another item to look at, or a field to fill."""

    key: str
    words: str
    start: int = 0
    end: int = 0
    other: int = 0


def ways_out(finding: Finding, sheet: ItemSheet) -> list[WayOut]:
    """Return what can be done about a finding."""
    if finding.code in ("W-38", "W-39"):
        return [WayOut("write", t("Write") if finding.code == "W-38" else t("Compare"))]
    if finding.code not in ("W-01", "W-03"):
        return []
    other_id = next((thing.id for thing in finding.things if thing.id != sheet.item.id), 0)
    other = next((item for item in sheet.programme.items if item.id == other_id), None)
    found = _times(sheet, other) if other is not None else []
    return [*found, WayOut("show", t("Show the other item"), other=other_id)]


def _times(sheet: ItemSheet, other: ItemRow) -> list[WayOut]:
    mine, theirs = when(sheet.item, sheet.event.host_zone), when(other, sheet.event.host_zone)
    if mine is None or theirs is None or mine.day != theirs.day or sheet.item.start_zone != sheet.event.host_zone:
        return []
    found = []
    if mine.start < theirs.start < mine.end:
        found.append(_way("shorten", t("Shorten to {time}", time=clock(theirs.start)), mine.start, theirs.start))
    if mine.start < theirs.end <= theirs.start + DAY and theirs.end > mine.start and not sheet.item.hard:
        length = mine.end - mine.start
        found.append(_way("move", t("Move to {time}", time=clock(theirs.end % DAY)), theirs.end, theirs.end + length))
    return found


def _way(key: str, words: str, start: int, end: int) -> WayOut:
    return WayOut(key, words, start, end)


def finding_rows(findings: Sequence[Finding], sheet: ItemSheet) -> list[FindingRow]:
    """Return the findings for the list, keyed by their place."""
    rows = []
    for place, finding in enumerate(findings):
        actions = tuple((way.key, way.words) for way in ways_out(finding, sheet))
        words = {"stops": t("stops the print"), "attention": t("needs attention"), "hint": t("hint")}
        sentence, weight = finding_sentence(finding), words[WEIGHTS[finding.severity]]
        rows.append(FindingRow(str(place), sentence, TONES[finding.severity], actions, weight))
    return rows
