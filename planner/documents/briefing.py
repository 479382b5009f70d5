"""Briefing note with talking points, and the approval sheet of a paper (handbook 2.6, 2.1)."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from planner.documents import frame
from planner.documents.content import Block, Cell, Content, LeadWidth, Line, Row, Style, Tone
from planner.documents.gift_list import money
from planner.documents.labelled import block, first_note, labelled, member_row, own_id, paragraphs, row
from planner.documents.set_data import AgreementData, EncounterData, NoteData, PresentData, StatementData
from planner.documents.wording import Wordings, for_languages
from planner.errors import NotPossible
from planner.language.dates import format_day, format_range
from planner.rules.kinds import Side
from planner.rules.text import Language

PARTS = ("purpose", "they-want", "we-want", "history", "figures", "sensitive", "do-dont")
"""Where a paragraph of a briefing stands, in the order of the page."""
POINTS = ("our-line", "figure", "ask", "red-line")
"""What a talking point says of its topic."""


def compose(
    data: NoteData,
    *,
    languages: tuple[Language, ...],
    copy_for: Side | None = None,
    changed: Collection[int] = frozenset(),
) -> Content:
    """Compose the briefing; raises `NotPossible` before a paragraph is written. It never lies on the table."""
    wordings = for_languages(frame.in_order(data.event, languages, copy_for))
    marks = frozenset(changed)
    if not data.statements:
        raise NotPossible(
            "No briefing is written yet for “{event}”.", event=data.event.title.first(wordings[0].language)
        )
    blocks = []
    for number, part in enumerate(PARTS, 1):
        rows = paragraphs(data.statements, part, wordings, marks)
        if part == "history":
            rows = [*(encounter(one, wordings) for one in data.encounters if not one.later), *rows]
        if rows:
            blocks.append(block(number, wordings, f"brief_{part.replace('-', '_')}", rows))
    if data.agreements:
        blocks.append(block(20, wordings, "agreements", (agreement(one, wordings) for one in data.agreements)))
    if data.presents:
        blocks.append(block(21, wordings, "presents_before", (present(one, wordings) for one in data.presents)))
    blocks.insert(1 if blocks else 0, _guests(data, wordings))
    blocks += _points(data, wordings, marks)
    titles = [_title(data, each) for each in wordings]
    shown = [one for one in blocks if one.rows]
    return frame.paper(data.event, wordings, titles, shown, lead=LeadWidth.NUMBER, working=True)


def _title(data: NoteData, wordings: Wordings) -> Cell:
    def subtitles(wordings: Wordings) -> list[Line]:
        place = [wordings.line(data.event.place, Style.SUBTITLE)] if data.event.place else []
        return [*place, frame.days_of(data.event, wordings.language)]

    return frame.title(data.event, data.heading, wordings, paper="briefing", subtitles=subtitles)


def _guests(data: NoteData, wordings: Sequence[Wordings]) -> Block:
    """Return who comes, in order of precedence."""
    rows = tuple(
        member_row(member, number, wordings)
        for number, member in enumerate(
            (one for side in data.delegations if side.side in (Side.GUEST, Side.INVITED) for one in side.members), 1
        )
    )
    return block(22, wordings, "who_comes", rows, Tone.GUEST)


def _points(data: NoteData, wordings: Sequence[Wordings], changed: frozenset[int]) -> Iterator[Block]:
    """Yield a block of talking points for each topic: our line, the figure, what we ask, where we stop."""
    for topic in data.topics:
        found = [one for one in data.statements if one.item_id == topic.id and one.part in POINTS]
        ordered = sorted(found, key=lambda one: POINTS.index(one.part))
        heading = tuple((Line(each.word("talking_points"), Style.NOTE), each.line(topic.title, Style.HEADING))
                        for each in wordings)  # fmt: skip
        yield Block(topic.id, heading, tuple(_point(one, wordings, changed) for one in ordered), Tone.DAY)


def _point(one: StatementData, wordings: Sequence[Wordings], changed: frozenset[int]) -> Row:
    key = f"point_{one.part.replace('-', '_')}"
    name = own_id("statement", one.id)
    return row(name, wordings, lambda each: (Line(each.word(key), Style.TIME), each.line(one.words)),
               changed=name in changed)  # fmt: skip


def encounter(one: EncounterData, wordings: Sequence[Wordings]) -> Row:
    """Return an event with its days."""
    return row(own_id("event", one.id), wordings, lambda each: (
        each.line(one.title), Line(format_range(one.from_day, one.to_day, each.language), Style.NOTE),
    ))  # fmt: skip


def agreement(one: AgreementData, wordings: Sequence[Wordings]) -> Row:
    """Return an agreement with its day, where it is known."""

    def say(each: Wordings) -> Cell:
        if one.signed_on is None:
            return (each.line(one.title),)
        return (each.line(one.title), labelled(each, "signed_on", format_day(one.signed_on, each.language)))

    return row(own_id("agreement", one.id), wordings, say)


def present(one: PresentData, wordings: Sequence[Wordings]) -> Row:
    """Return a present: what, from which side, to or from whom, what it was worth."""

    def say(each: Wordings) -> Cell:
        facts = [each.word("present_given" if one.from_us else "present_received")]
        if one.person is not None:
            facts.append(each.short_name(one.person))
        if one.value is not None:
            facts.append(money(one.value, one.currency, each.language))
        return (each.line(one.title), each.plain(" · ".join(facts), Style.NOTE))

    return row(own_id("present", one.id), wordings, say)


def compose_approval(
    data: NoteData,
    *,
    languages: tuple[Language, ...],
    copy_for: Side | None = None,
    changed: Collection[int] = frozenset(),
) -> Content:
    """Compose the approval sheet: who agrees to the event's papers, with room for remarks, signature and day.

    Those written down approve; where nobody is, all of the host's side do. Raises `NotPossible` for nobody.
    """
    wordings = for_languages(frame.in_order(data.event, languages, copy_for))
    named = [one for one in data.statements if one.part == "approves" and one.person is not None]
    if named:
        rows = [_approver(one, number, wordings) for number, one in enumerate(named, 1)]
    else:
        ours = [one for side in data.delegations if side.side is Side.HOST for one in side.members]
        rows = [member_row(one, number, wordings) for number, one in enumerate(ours, 1)]
    if not rows:
        raise NotPossible(
            "“{event}” has no participants to print. Add a delegation and its members first.",
            event=data.event.title.first(wordings[0].language),
        )
    heads = tuple(
        tuple(Line(each.word(key), Style.NUMBER) for each in wordings) for key in ("remarks", "signature", "date")
    )
    rows = [one._replace(least=430, changed=one.id in changed) for one in rows]
    heading = tuple((Line(each.word("who_approves"), Style.HEADING),) for each in wordings)
    blocks = [Block(own_id("block", 1), heading, tuple(rows), trail=heads)]
    titles = [_approval_title(data, each) for each in wordings]
    paper = frame.paper(data.event, wordings, titles, blocks, lead=LeadWidth.NUMBER, working=True)
    return paper._replace(trail=(800, 800, 500))


def _approver(one: StatementData, number: int, wordings: Sequence[Wordings]) -> Row:
    person = one.person
    assert person is not None

    def say(each: Wordings) -> Cell:
        lines = [each.list_name(person)]
        if person.position:
            lines.append(each.line(person.position, Style.NOTE))
        if one.words:
            lines.append(each.line(one.words, Style.NOTE))
        return tuple(lines)

    return row(own_id("statement", one.id), wordings, say, str(number))


def _approval_title(data: NoteData, wordings: Wordings) -> Cell:
    def subtitles(wordings: Wordings) -> list[Line]:
        subject = first_note(data.statements, "subject")
        lines = [labelled(wordings, "of_paper", wordings.line(subject.words).text, Style.SUBTITLE)] if subject else []
        return [*lines, frame.days_of(data.event, wordings.language)]

    return frame.title(data.event, data.heading, wordings, paper="approval_sheet", subtitles=subtitles)
