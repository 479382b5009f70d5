"""Plan of a signing: order of the ceremony, whose copy is which, who stands where, check-list (handbook 3.11)."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from planner.documents import frame
from planner.documents.content import Block, Cell, Content, LeadWidth, Line, Row, Style, Tone
from planner.documents.data import SeatData
from planner.documents.named import facts_line, said
from planner.documents.seating import line_of, when_and_where
from planner.documents.seating_figure import figure, number_of
from planner.documents.signing_data import PartyData, SignatoryData, SignedTextData, SigningData
from planner.documents.typed_once import office_language
from planner.documents.wording import Wordings, for_languages
from planner.errors import NotPossible
from planner.language.countries import language_name
from planner.language.dates import format_time, format_time_range
from planner.language.direction import is_right_to_left
from planner.rules import signing as rules
from planner.rules.alternat import Copy, Party
from planner.rules.kinds import Side
from planner.rules.places import SeatUse
from planner.rules.text import Language
from planner.rules.times import DAY

BOX, TICKED = "☐", "☑"
HEIGHT = 2500
"""How high the drawing of the table is, in tenths of a point."""
_SHOWN = 12  # digits of a SHA-256: enough to tell two files apart by eye
_FACTS, _COPY, _ORDER, _TABLE, _LIST = 0, 1, 61, 62, 63  # what of a text or of the paper a row is


def compose(
    data: SigningData,
    *,
    languages: tuple[Language, ...],
    copy_for: Side | None = None,
    changed: Collection[int] = frozenset(),
) -> Content:
    """Compose the plan of the ceremony; raises `NotPossible` where nothing is written down to be signed."""
    wordings = for_languages(frame.in_order(data.event, languages, copy_for))
    if not data.texts:
        raise NotPossible(
            "Nothing is to be signed at “{title}” yet. Write down the texts first.",
            title=data.item.title.first(wordings[0].language),
        )
    office = office_language(data.event, wordings)
    blocks = [_order(data, wordings, changed)]
    blocks += [_text(data, at, wordings, office, changed) for at in range(len(data.texts))]
    if data.seats is not None:
        blocks += _at_the_table(data.seats.seats, wordings)
    blocks.append(_check_list(data.texts, wordings))
    titles = [
        frame.title(data.event, data.heading, each, paper="signing_order",
                    subtitles=lambda one: when_and_where(data.item, data.event, one))
        for each in wordings
    ]  # fmt: skip
    paper = frame.paper(data.event, wordings, titles, blocks, lead=LeadWidth.TIME, working=True)
    if data.seats is None or not any(seat.participation_id for seat in data.seats.seats):
        return paper
    return paper._replace(figure=figure(data.seats, wordings, height=HEIGHT))


def own_row(number: int, part: int) -> int:
    """Return the id of a row that is no item: below zero; ids of an office are given once, whatever they are of."""
    return -(number * 64 + part)


def _order(data: SigningData, wordings: Sequence[Wordings], changed: Collection[int]) -> Block:
    """Return the steps in their order, each text with its time."""
    begins = data.item.start
    rows: list[Row] = []
    for step in rules.ceremony([one.minutes for one in data.texts]):
        if step.text is None:
            lead, name = _when(begins, step.start, step.end), own_row(0, 1 + len(rows[:1]))
            rows.append(Row(name, lead, tuple((Line(each.word(_key(step.step))),) for each in wordings)))
        elif step.step is rules.OF_A_TEXT[0]:
            text = data.texts[step.text]
            lead, name = _when(begins, step.start, step.end), own_row(text.id, _ORDER)
            cells = tuple(_steps(text, each) for each in wordings)
            rows.append(Row(name, lead, cells, changed=name in changed))
    return Block(own_row(0, _ORDER), (), tuple(rows), Tone.NEUTRAL)


def _steps(text: SignedTextData, wordings: Wordings) -> Cell:
    steps = (Line(wordings.word(_key(step)), Style.NOTE) for step in rules.OF_A_TEXT)
    return (wordings.line(text.title, Style.STRONG), *steps)


def _key(step: rules.Step) -> str:
    return f"step_{step.value.replace('-', '_')}"


def _when(begins: int | None, start: int, end: int) -> Cell:
    if begins is None:  # the item has no hour yet: minutes from its beginning
        return (Line(f"+{format_time(start)}", Style.TIME),)
    return (Line(format_time_range((begins + start) % DAY, (begins + end) % DAY), Style.TIME),)


def _text(
    data: SigningData, at: int, wordings: Sequence[Wordings], office: Language, changed: Collection[int]
) -> Block:
    """Return a text with its facts and its copies."""
    text = data.texts[at]
    heading = tuple((Line(f"{at + 1}. {each.line(text.title).text}", Style.HEADING),) for each in wordings)
    name = own_row(text.id, _FACTS)
    facts = tuple(tuple(_facts(text, each, office=each.language == office)) for each in wordings)
    rows = [Row(name, (), facts, changed=name in changed)]
    for one in text.signatories:
        cells = tuple(tuple(_signatory(one, each, office=each.language == office)) for each in wordings)
        rows.append(Row(own_row(one.id, _FACTS), (), cells, changed=own_row(one.id, _FACTS) in changed))
    parties = [one for one in data.parties if any(each.party_id == one.id for each in text.signatories)]
    for number, copy in enumerate(_copies(text, parties), 1):
        name = own_row(text.id, _COPY + number)
        cells = tuple(tuple(_copy(text, number, copy, parties, each)) for each in wordings)
        rows.append(Row(name, (), cells, changed=name in changed))
    return Block(own_row(text.id, _TABLE), heading, tuple(rows), Tone.DAY)


def _copies(text: SignedTextData, parties: Sequence[PartyData]) -> tuple[Copy, ...]:
    """Return the copy of each party, arranged by the alternat (handbook 3.9)."""
    leads = [Party(str(one.id), rules.leading(text.languages, one.languages)) for one in parties]
    leftwards = [language for language in text.languages if is_right_to_left(language)]
    return rules.copies(leads, text.languages, right_to_left=leftwards)


def _facts(text: SignedTextData, wordings: Wordings, *, office: bool) -> Iterator[Line]:
    tongues = wordings.separator.join(language_name(one, wordings.language) for one in text.languages)
    yield from facts_line(
        [
            wordings.word("originals", count=text.originals) if text.originals is not None else "",
            wordings.word("text_in", languages=tongues) if tongues else "",
            wordings.word("minutes", minutes=rules.minutes_of(text.minutes)),
        ],
        wordings, Style.BODY,
    )  # fmt: skip
    if not text.signatories:
        yield Line(wordings.word("no_signatories"), Style.MISSING)
    if text.final:
        yield from facts_line([text.final_file, f"SHA-256 {text.final[:_SHOWN]}…"], wordings)
    if office and text.note:
        yield wordings.plain(text.note, Style.NOTE)


def _signatory(one: SignatoryData, wordings: Wordings, *, office: bool) -> Iterator[Line]:
    yield wordings.plain(_who(one, wordings), Style.STRONG)
    position = one.position or (one.person.position if one.person is not None else None)
    if position:
        yield wordings.line(position, Style.NOTE)
    if one.powers:  # the paper is named in the office's own words, in no language that is told
        seen = wordings.word("powers", paper=one.powers) if office else wordings.word("ready_powers")
        yield wordings.plain(seen, Style.NOTE)
    else:
        yield Line(wordings.word("powers_not_seen"), Style.MISSING)


def _who(one: SignatoryData, wordings: Wordings) -> str:
    if one.person is None:
        return said(one.position, wordings) or wordings.word("to_be_confirmed")
    return wordings.full_name(one.person)


def _copy(
    text: SignedTextData, number: int, copy: Copy, parties: Sequence[PartyData], wordings: Wordings
) -> Iterator[Line]:
    """Yield whose a copy is, its languages as they stand, and who signs it where; its holder signs first."""
    names = {str(one.id): said(one.name, wordings) or wordings.word(one.side.value) for one in parties}
    yield wordings.plain(wordings.word("copy_stays", number=number, party=names[copy.holder]))
    tongues = [language_name(one, wordings.language) for one in copy.columns]
    if len(tongues) > 1:
        columns = wordings.word("columns_in_order", languages=wordings.separator.join(tongues))
        yield wordings.plain(columns, Style.NOTE)
    signing = {key: _short(text, key, wordings) or names[key] for key in names}
    people = wordings.separator.join(signing[key] for key in copy.signatures)
    yield wordings.plain(wordings.word("signatures_in_order", people=people), Style.NOTE)
    yield wordings.plain(wordings.word("signs_first", who=signing[copy.signs_first]), Style.NOTE)


def _short(text: SignedTextData, party: str, wordings: Wordings) -> str:
    """Return who signs for a party, surnames with initials."""
    there = [one for one in text.signatories if str(one.party_id) == party]
    return " + ".join(wordings.short_name(one.person) if one.person else _who(one, wordings) for one in there)


def _at_the_table(seats: Sequence[SeatData], wordings: Sequence[Wordings]) -> list[Block]:
    """Return who sits, assists and stands behind, as the audience sees them from left to right; none for nobody."""
    there = [seat for seat in sorted(seats, key=lambda seat: (seat.part == "behind", seat.x)) if seat.participation_id]
    table = [seat.x for seat in seats if seat.part == "sign"]
    middle = sum(table) / len(table) if table else 0
    rows = tuple(
        Row(
            seat.participation_id, (Line(number_of(seat, wordings), Style.NUMBER),),
            tuple((line_of(seat, each), _place(seat, middle, each)) for each in wordings),
        )
        for seat in there
    )  # fmt: skip
    heading = tuple((Line(each.word("at_the_table"), Style.HEADING),) for each in wordings)
    return [Block(own_row(0, _TABLE), heading, rows, Tone.NEUTRAL)] if rows else []


def _place(seat: SeatData, middle: float, wordings: Wordings) -> Line:
    # Who faces the audience has the own right hand on the audience's left.
    side = wordings.word("on_left" if seat.x < middle else "on_right")
    if seat.part == "behind":
        side = wordings.separator.join((wordings.word("stands_behind"), side))
    elif seat.use is SeatUse.ASSISTANT:
        side = wordings.separator.join((wordings.word("assistant"), side))
    return wordings.plain(side, Style.NOTE)


def _check_list(texts: Sequence[SignedTextData], wordings: Sequence[Wordings]) -> Block:
    """Return the check-list: for each point a box, or one for each text; what is in order is ticked."""
    ready = [
        rules.done(rules.Paper(one.parties, one.originals, tuple(bool(each.powers) for each in one.signatories),
                               one.agreed, one.final, one.ready))
        for one in texts
    ]  # fmt: skip
    rows = []
    for place, mark in enumerate(rules.Mark):
        boxes = [
            (TICKED if mark in there else BOX) + (f"\u00a0{number}" if len(texts) > 1 else "")
            for number, there in enumerate(ready, 1)
        ]
        key = f"ready_{mark.value.replace('-', '_')}"
        words = tuple((Line(each.word(key)),) for each in wordings)
        rows.append(Row(own_row(0, _LIST + 1 + place), (Line("  ".join(boxes), Style.BODY),), words))
    heading = tuple((Line(each.word("check_list"), Style.HEADING),) for each in wordings)
    return Block(own_row(0, _LIST), heading, tuple(rows), Tone.NEUTRAL)
