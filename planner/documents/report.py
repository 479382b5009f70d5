"""Final report: the programme as it was held, whom one met, what came of it, presents, lessons (handbook 2.22)."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import partial
from itertools import groupby

from planner.documents import frame
from planner.documents.briefing import agreement, encounter, present
from planner.documents.content import Block, Cell, Content, LeadWidth, Line, Row, Style, Tone
from planner.documents.data import DelegationData
from planner.documents.item_facts import addressed_once
from planner.documents.labelled import (
    block,
    commitment_row,
    heads,
    labelled,
    own_id,
    paragraphs,
    row,
    signature,
    signed_by,
)
from planner.documents.photographs import photographs_block
from planner.documents.set_data import NoteData, RunLineData
from planner.documents.typed_once import once
from planner.documents.wording import Wordings, for_languages
from planner.errors import NotPossible
from planner.language.dates import format_day_heading, format_time, format_time_range
from planner.rules.kinds import Side
from planner.rules.text import Language
from planner.rules.times import DAY

BEFORE = ("purpose", "results")
AFTER = ("press", "cost", "lessons", "next")
PARTS = (*BEFORE, *AFTER)
"""Where a paragraph of a report stands: what it came to before the programme, the rest after it."""


def compose(
    data: NoteData,
    *,
    languages: tuple[Language, ...],
    copy_for: Side | None = None,
    changed: Collection[int] = frozenset(),
) -> Content:
    """Compose the report; raises `NotPossible` where nothing had a time and nothing is written."""
    wordings = for_languages(frame.in_order(data.event, languages, copy_for))
    if not data.lines and not data.statements:
        raise NotPossible(
            "There is nothing to report of “{event}” yet.", event=data.event.title.first(wordings[0].language)
        )
    blocks = [each for each in _blocks(data, wordings, frozenset(changed), copy_for) if each.rows]
    if found := heads(data.delegations).get(Side.HOST):
        line = signature(1, wordings, partial(signed_by, Side.HOST, *found))
        blocks.append(Block(own_id("block", 90), (), (line,), closing=True))
    titles = [_title(data, each) for each in wordings]
    return frame.paper(data.event, wordings, titles, blocks, lead=LeadWidth.TIME, working=True)


def _blocks(
    data: NoteData, wordings: Sequence[Wordings], changed: frozenset[int], copy_for: Side | None
) -> Iterator[Block]:
    for number, part in enumerate(BEFORE, 1):
        yield block(number, wordings, f"report_{part}", paragraphs(data.statements, part, wordings, changed))
    yield block(10, wordings, "people_met", _people(data, wordings))
    yield from _as_held(data, wordings, changed)
    yield block(11, wordings, "agreements", (agreement(one, wordings) for one in data.agreements))
    promised = (commitment_row(one, at, wordings, changed) for at, one in enumerate(data.commitments, 1))
    yield block(12, wordings, "action_list", promised)
    yield block(13, wordings, "presents", (present(one, wordings) for one in data.presents))
    for number, part in enumerate(AFTER, 20):
        rows = paragraphs(data.statements, part, wordings, changed)
        if part == "next":
            rows += [encounter(one, wordings) for one in data.encounters]
        yield block(number, wordings, f"report_{part}", rows)
    yield photographs_block(30, data.captions, wordings, changed, typed=once(data.event, wordings),
                            agreed_only=copy_for is Side.GUEST)  # fmt: skip


def _title(data: NoteData, wordings: Wordings) -> Cell:
    def subtitles(wordings: Wordings) -> list[Line]:
        place = [wordings.line(data.event.place, Style.SUBTITLE)] if data.event.place else []
        return [*place, frame.days_of(data.event, wordings.language)]

    return frame.title(data.event, data.heading, wordings, paper="report", subtitles=subtitles)


def _people(data: NoteData, wordings: Sequence[Wordings]) -> Iterator[Row]:
    """Yield each side with its head and how many came."""
    for each in data.delegations:
        if not each.members or each.side is Side.STAFF:
            continue
        yield row(own_id("member", each.id), wordings, partial(_side, each))


def _side(delegation: DelegationData, wordings: Wordings) -> Cell:
    name = wordings.line(delegation.heading) if delegation.heading else Line(wordings.word(delegation.side.value))
    chief = next((one.person for one in delegation.members if one.person is not None), None)
    facts = [wordings.text_name(chief)] if chief is not None else []
    facts.append(f"{wordings.word('how_many')}: {len(delegation.members)}")
    return (name, wordings.plain(" · ".join(facts), Style.NOTE))


def _as_held(data: NoteData, wordings: Sequence[Wordings], changed: frozenset[int]) -> Iterator[Block]:
    """Yield a block for each day, its items with the times that were planned and those that were."""
    places = addressed_once([line.place for line in data.lines])
    shown = (line._replace(place=place) for line, place in zip(data.lines, places, strict=True))
    for day, lines in groupby(shown, key=lambda line: line.day):
        heading = tuple(
            (Line(each.word("as_held"), Style.NOTE), Line(format_day_heading(day, each.language), Style.HEADING))
            for each in wordings
        )
        rows = tuple(
            Row(line.id, _lead(line), tuple(_cell(line, each) for each in wordings), changed=line.id in changed)
            for line in lines
        )
        yield Block(day.toordinal(), heading, rows, Tone.DAY)


def _lead(line: RunLineData) -> Cell:
    ends = line.end % DAY if line.end > line.start else None
    return (Line(format_time_range(line.start, ends), Style.TIME),)


def _cell(line: RunLineData, wordings: Wordings) -> Cell:
    lines = [wordings.line(line.title, Style.STRONG if line.principal else Style.BODY), *wordings.place(line.place)]
    if line.began is not None:
        ended = format_time(line.ended % DAY) if line.ended is not None else "…"
        times = f"{format_time(line.began % DAY)}–{ended}"
        late = line.ended - line.end if line.ended is not None else line.began - line.start
        if late:
            sign = "+" if late > 0 else "−"
            times = f"{times} ({sign}{wordings.word('minutes', minutes=abs(late))})"
        lines.append(labelled(wordings, "actual", times))
    return tuple(lines)
