"""The sheet of flags: which stands where, from the observer's left to right, and by what rule (handbook 3.10)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planner.documents import frame
from planner.documents.content import Block, Cell, Content, LeadWidth, Line, Row, Style, Tone
from planner.documents.data import FlagData, FlagLineData, FlagsData
from planner.documents.figures import Align, At, Box, Face, Figure, Ink, Mark, Pen, Ring, Said, Stroke, Words
from planner.documents.seating import when_and_where
from planner.documents.seating_figure import WIDTH
from planner.documents.wording import Wordings, for_languages
from planner.errors import NotPossible
from planner.language.dates import format_day
from planner.rules.flags_order import Stand
from planner.rules.kinds import Side
from planner.rules.text import Language

_INKS = {Side.GUEST: Ink.GUEST, Side.HOST: Ink.HOST}
_TOP, _NAMES, _HEADING = 120, 560, 220
_POLES = {Stand.ROW: 1500, Stand.TABLE: 900, Stand.CROSSED: 1500}
_SEVERAL = 70  # hundredths of a pole where flags of several places share the page
_LEAN, _BOARD = 620, 90
_APART = {Stand.ROW: 900, Stand.TABLE: 700, Stand.CROSSED: 900}
_PLACES = 1000
"""Between the numbers of rows of two places where flags stand."""


def compose(
    data: FlagsData, *, languages: tuple[Language, ...], copy_for: Side | None = None, edition: str = "guest"
) -> Content:
    """Compose the sheet, in the working edition with the rules; raises `NotPossible` where there are no flags."""
    wordings = for_languages(frame.in_order(data.event, languages, copy_for))
    lines = _lines(data)
    if not data.flags:
        raise NotPossible("No flags are named yet. Add them to the plan first.")
    for line in lines:
        if line.stand is Stand.CROSSED and len(line.flags) != 2:
            raise NotPossible("Two flags make a crossed pair, and here are {count}. Let them stand in a row.",
                              count=len(line.flags))  # fmt: skip
    titles = [
        frame.title(
            data.event, data.heading, each, paper="flags_plan",
            subtitles=lambda said: when_and_where(data.at, data.event, said),
        )
        for each in wordings
    ]  # fmt: skip
    seen = [Line(each.word("flags_seen"), Style.SUBTITLE) for each in wordings]
    titles = [(*cell, line) for cell, line in zip(titles, seen, strict=True)]
    working = edition == "working"
    blocks = [_block(place, line, wordings, named=len(lines) > 1, working=working) for place, line in enumerate(lines)]
    if working:
        blocks += [_rules(place, line, wordings) for place, line in enumerate(lines) if _says(line)]
    paper = frame.paper(data.event, wordings, titles, blocks, lead=LeadWidth.NUMBER, working=working)
    return paper._replace(figure=_figure(lines, wordings), plain=True)


def _lines(data: FlagsData) -> tuple[FlagLineData, ...]:
    stand = Stand.CROSSED if data.crossed else data.stand
    return (FlagLineData(stand, data.flags, data.why), *data.also)


def _block(place: int, line: FlagLineData, wordings: Sequence[Wordings], *, named: bool, working: bool) -> Block:
    heading = tuple((Line(each.word(f"flags_{line.stand.value}"), Style.HEADING),) for each in wordings)
    rows = tuple(
        Row(
            place * _PLACES + number, (Line(str(number), Style.NUMBER),),
            tuple(_named(flag, each, working=working) for each in wordings),
        )
        for number, flag in enumerate(line.flags, 1)
    )  # fmt: skip
    return Block(place + 1, heading if named else (), rows, Tone.NEUTRAL)


def _named(flag: FlagData, wordings: Wordings, *, working: bool) -> Cell:
    name = wordings.line(flag.name)
    since = f"{format_day(flag.since, wordings.language, form='short')} –" if flag.since else ""
    edition = ", ".join(filter(None, (flag.edition, since)))
    return (name, Line(wordings.word("flag_edition", edition=edition), Style.NOTE)) if working and edition else (name,)


def _says(line: FlagLineData) -> bool:
    return bool(line.why) or line.stand is not Stand.ROW


def _rules(place: int, line: FlagLineData, wordings: Sequence[Wordings]) -> Block:
    """Return why flags stand so: the rule, whose pole is in front, and that a table has two sides."""
    cells = tuple(tuple(_said(line, each)) for each in wordings)
    return Block(-1 - place, (), (Row(-1 - place, (), cells),), Tone.NEUTRAL, closing=True)


def _said(line: FlagLineData, wordings: Wordings) -> Iterator[Line]:
    if line.why:
        yield Line(wordings.word(f"flags_{line.why.replace('-', '_')}"), Style.NOTE)
    if line.stand is Stand.CROSSED:
        front = next((flag.name for flag in line.flags if flag.in_front), line.flags[0].name)
        yield Line(wordings.word("flags_in_front", flag=wordings.line(front).text), Style.NOTE)
    if line.stand is Stand.TABLE:
        yield Line(wordings.word("flags_both_faces"), Style.NOTE)


def _figure(lines: Sequence[FlagLineData], wordings: Sequence[Wordings]) -> Figure:
    """Return the flags of each place under one another."""
    marks: list[Mark] = []
    top = 0
    for line in lines:
        if len(lines) > 1:
            said = " · ".join(each.word(f"flags_{line.stand.value}") for each in wordings)
            marks.append(Words(0, top, WIDTH, _HEADING, (Said(said, 110, Face.SANS_BOLD),), Align.CENTRE, At.MIDDLE))
            top += _HEADING
        pole = _POLES[line.stand] * (_SEVERAL if len(lines) > 1 else 100) // 100
        marks += _drawn(line, wordings, top, pole)
        top += _TOP + pole + _NAMES
    return Figure(WIDTH, top, tuple(marks))


def _drawn(line: FlagLineData, wordings: Sequence[Wordings], top: int, pole: int) -> Iterator[Mark]:
    apart = min(_APART[line.stand], WIDTH // len(line.flags))
    left = (WIDTH - apart * len(line.flags)) // 2
    ground = top + _TOP + pole
    below = ground + (_BOARD + 30 if line.stand is Stand.TABLE else 40)
    drawn = list(enumerate(line.flags))
    if line.stand is Stand.CROSSED:
        drawn.sort(key=lambda each: each[1].in_front)  # the pole in front is drawn last
    for place, flag in drawn:
        lean = 0 if line.stand is not Stand.CROSSED else _LEAN if place == 0 else -_LEAN
        x = left + apart * place
        yield from _flag(flag, (x + apart // 2, top + _TOP, apart, ground), lean)
        yield _caption(flag, place + 1, (x, below, apart, ground + _NAMES - 20 - below), wordings)
    right = left + apart * len(line.flags)
    if line.stand is Stand.TABLE:
        yield Box(left - apart // 2, ground, right - left + apart, _BOARD, Pen(Ink.WALL, 6), Ink.BOARD)
    else:
        yield Stroke(((left, ground), (right, ground)), Pen(Ink.WALL, 12))


def _flag(flag: FlagData, at: tuple[int, int, int, int], lean: int) -> Iterator[Mark]:
    """Yield a pole with its cloth, all of one size and height."""
    middle, top, apart, foot = at
    ink = _ink(flag)
    width = apart * 60 // 100
    x = middle - width // 2
    yield Stroke(((x, top), (x + lean, foot)), Pen(ink, 14))
    yield Ring(x, top - 20, 20, Pen(ink, 6), ink)
    yield Box(x + 8 + lean * 30 // (foot - top), top + 30, width, width * 2 // 3, Pen(ink, 8), Ink.BOARD)


def _caption(flag: FlagData, number: int, box: tuple[int, int, int, int], wordings: Sequence[Wordings]) -> Words:
    """Return the number and the name under a pole."""
    x, y, width, height = box
    ink = _ink(flag)
    names = tuple(Said(each.line(flag.name).text, 96, Face.SANS, ink, 70) for each in wordings)
    said = (Said(str(number), 120, Face.SANS_BOLD, ink), *names)
    return Words(x + 15, y, width - 30, height, said, at=At.TOP, instead=(said[:2], said[:1]))


def _ink(flag: FlagData) -> Ink:
    return _INKS.get(flag.side, Ink.BLACK) if flag.side else Ink.BLACK
