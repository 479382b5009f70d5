"""The lines of a plan of seats or flags for comparing: who sits where, by the words of its own list."""

from __future__ import annotations

from planner.documents import flags_sheet, seating
from planner.documents.content import Content
from planner.documents.data import FlagsData, SeatingData
from planner.errors import NotPossible
from planner.rules.paper_changes import Kind, PaperLine, Words
from planner.rules.text import Language


def seating_lines(data: SeatingData | FlagsData, languages: tuple[Language, ...]) -> tuple[PaperLine, ...]:
    """Return the title and one line for each seat that is taken, or for each flag."""
    content = _composed(data, languages)
    if content is None:
        return ()
    nothing: Words = ("",) * len(languages)
    title: Words = tuple(cell[0].text for cell in content.title)
    rest: Words = tuple(", ".join(line.text for line in cell[1:]) for cell in content.title)
    facts = {Kind.WORDING: title, Kind.NOTE: rest}
    lines = [PaperLine(data.event.id, 0, (0,), nothing, title, facts, stands_alone=False)]
    for at, block in enumerate(content.blocks, 1):
        heading: Words = tuple(cell[0].text for cell in block.heading) or nothing
        for number, row in enumerate(block.rows, 1):
            who: Words = tuple(cell[0].text for cell in row.cells)
            seat: Words = (row.lead[0].text,) * len(languages)
            facts = {Kind.PERSON: who, Kind.PLACE: seat}
            lines.append(PaperLine(row.id, block.id, (at, number), heading, who, facts))
    return tuple(lines)


def _composed(data: SeatingData | FlagsData, languages: tuple[Language, ...]) -> Content | None:
    try:
        if isinstance(data, FlagsData):
            return flags_sheet.compose(data, languages=languages)
        return seating.compose(data, languages=languages)
    except NotPossible:
        return None  # nobody sits there
