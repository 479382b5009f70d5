"""What to look at before a paper is printed: missing wordings, findings about its rows, letters without a font."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from planner.checks.event import MISSING_TEXT, check_event
from planner.documents.content import Content
from planner.documents.fonts import mark, uncovered
from planner.language.languages import own_name
from planner.papers import Choice, Paper
from planner.queries.follow_up import statements
from planner.rules.findings import Finding, Severity
from ui.common.event_words import TONES, finding_sentence, way_out
from ui.common.findings import FindingRow
from ui.common.pill import Tone
from ui.documents.gaps import Gap, gaps, unnamed
from ui.translate import t, tn

MOST = 6
"""Findings of one sort that are told one by one."""
LONGEST = 48
"""Letters of a text that name it."""
WORDS = 3
"""Words told of each letter without a font."""


class Strange(NamedTuple):
    """A letter no font of ours prints, and the words it stands in."""

    character: str
    words: tuple[str, ...]


class Look(NamedTuple):
    """What was found about one paper."""

    gaps: tuple[Gap, ...]
    unnamed: int
    findings: tuple[Finding, ...]
    strange: tuple[Strange, ...]
    withheld: int = 0  # quotations that are left out, since nobody has agreed to them


def look_at(db: Any, choice: Choice, content: Content) -> Look:
    """Look through a paper and the checks of its event; findings about things it does not hold are left out."""
    kind = "member" if choice.paper is Paper.PARTICIPANTS else "item"
    above = "delegation" if choice.paper is Paper.PARTICIPANTS else "item"
    held = {(kind, row.id) for block in content.blocks for row in block.rows}
    held |= {(above, block.id) for block in content.blocks}
    found = tuple(
        finding
        for finding in check_event(db, choice.event_id)
        if finding.code != "W-38" and any(thing in held for thing in finding.things)
    )
    withheld = 0
    if choice.paper is Paper.PRESS_NOTE and choice.version is None and choice.edition != "working":
        rows = statements(db, choice.paper.value, event_id=choice.event_id)
        withheld = sum(row.part == "quote" and not row.approved_by for row in rows)
    return Look(tuple(gaps(content)), unnamed(content), found, tuple(_strange(content)), withheld)


def _texts(content: Content) -> Iterator[str]:
    cells = [*content.title, *(cell for block in content.blocks for cell in block.heading)]
    cells += [cell for block in content.blocks for row in block.rows for cell in (row.lead, *row.cells, *row.trail)]
    cells += content.portrait.caption if content.portrait is not None else ()
    yield from (line.text for cell in cells for line in cell)
    yield from content.footer


def _strange(content: Content) -> Iterator[Strange]:
    words: dict[str, dict[str, None]] = {}
    for text in dict.fromkeys(_texts(content)):
        for character in uncovered(text):
            where = words.setdefault(character, {})
            where.update((word, None) for word in text.split() if character in word)
    for character, where in words.items():
        yield Strange(character, tuple(where)[:WORDS])


def rows(look: Look, choice: Choice) -> list[FindingRow]:
    """Return what was found as lines of the list, the gravest first."""
    lines = [_of_finding(place, finding) for place, finding in enumerate(look.findings)]
    grave = [line for line, finding in zip(lines, look.findings, strict=True) if finding.severity is Severity.STOPS]
    rest = [line for line in lines if line not in grave]
    told = [*_cut(grave), *_cut(_of_gaps(look.gaps, choice)), *_cut([_of_strange(one) for one in look.strange])]
    if look.unnamed:
        text = tn("{n} person is still to be named.", "{n} persons are still to be named.", look.unnamed)
        told.append(FindingRow("unnamed", text, Tone.ATTENTION))
    if look.withheld:
        text = tn(
            "{n} quotation is left out: nobody has approved it yet.",
            "{n} quotations are left out: nobody has approved them yet.", look.withheld,
        )  # fmt: skip
        told.append(FindingRow("tab:follow-up:0", text, Tone.ATTENTION, (("approve", t("Go to the follow-up")),)))
    return [*told, *_cut(rest)]


def _of_finding(place: int, finding: Finding) -> FindingRow:
    thing = finding.things[0]
    return FindingRow(
        f"{thing.kind}:{thing.id}", finding_sentence(finding), TONES[finding.severity],
        ((f"finding {place}", way_out(finding)),),
    )  # fmt: skip


def _of_gaps(found: Iterable[Gap], choice: Choice) -> list[FindingRow]:
    lines: dict[str, FindingRow] = {}
    for gap in found:
        words = gap.words if len(gap.words) <= LONGEST else gap.words[:LONGEST].rstrip() + "…"
        text = t(MISSING_TEXT, text=words, language=own_name(gap.language))
        lines.setdefault(text, FindingRow(_thing(gap, choice), text, Tone.ATTENTION, (("write", t("Write")),)))
    return list(lines.values())


def _thing(gap: Gap, choice: Choice) -> str:
    """Return where a missing wording is written, as "kind:id"; the title is written beside this list."""
    if gap.where == "title":
        return "title:0"
    if gap.where == "under":
        return f"item:{choice.item_id}" if choice.item_id else f"event:{choice.event_id}"
    if choice.paper is Paper.PARTICIPANTS:
        return f"{'member' if gap.where == 'row' else 'delegation'}:{gap.id}"
    return f"item:{gap.id}"


def _of_strange(one: Strange) -> FindingRow:
    text = t(
        "No font of ours prints “{letter}”, as in {words}. The paper shows {mark} instead.",
        letter=one.character, words=", ".join(f"“{word}”" for word in one.words), mark=mark(one.character),
    )  # fmt: skip
    return FindingRow(f"letter:{ord(one.character)}", text, Tone.STOP)


def _cut(lines: list[FindingRow]) -> list[FindingRow]:
    """Return the first lines, and one that counts the others."""
    if len(lines) <= MOST + 1:
        return lines
    more = tn("and {n} more like this", "and {n} more like this", len(lines) - MOST)
    return [*lines[:MOST], FindingRow(f"more after {lines[0].key}", more, lines[0].tone)]
