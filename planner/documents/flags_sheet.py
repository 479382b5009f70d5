"""The sheet of flags: which stands where, from the observer's left to right (handbook 3.10)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planner.documents import frame
from planner.documents.content import Block, Content, LeadWidth, Line, Row, Style, Tone
from planner.documents.data import FlagData, FlagsData
from planner.documents.figures import At, Box, Face, Figure, Ink, Mark, Pen, Ring, Said, Stroke, Words
from planner.documents.seating import when_and_where
from planner.documents.seating_figure import WIDTH
from planner.documents.wording import Wordings, for_languages
from planner.errors import NotPossible
from planner.rules.kinds import Side
from planner.rules.text import Language

_INKS = {Side.GUEST: Ink.GUEST, Side.HOST: Ink.HOST}
_TOP, _POLE, _LEAN = 120, 1500, 620


def compose(data: FlagsData, *, languages: tuple[Language, ...], copy_for: Side | None = None) -> Content:
    """Compose the sheet; raises `NotPossible` where there are no flags."""
    wordings = for_languages(frame.in_order(data.event, languages, copy_for))
    if not data.flags:
        raise NotPossible("No flags are named yet. Add them to the plan first.")
    titles = [
        frame.title(
            data.event, data.heading, each, paper="flags_plan",
            subtitles=lambda said: when_and_where(data.at, data.event, said),
        )
        for each in wordings
    ]  # fmt: skip
    rows = tuple(
        Row(number, (Line(str(number), Style.NUMBER),), tuple((each.line(flag.name),) for each in wordings))
        for number, flag in enumerate(data.flags, 1)
    )
    paper = frame.paper(data.event, wordings, titles, [Block(1, (), rows, Tone.NEUTRAL)], lead=LeadWidth.NUMBER)
    return paper._replace(figure=_figure(data, wordings), plain=True)


def _figure(data: FlagsData, wordings: Sequence[Wordings]) -> Figure:
    marks: list[Mark] = []
    apart = min(900, WIDTH // len(data.flags))
    left = (WIDTH - apart * len(data.flags)) // 2
    drawn = list(enumerate(data.flags))
    if data.crossed:
        drawn.sort(key=lambda each: each[1].in_front)  # the pole in front is drawn last
    for number, flag in drawn:
        middle = left + apart * number + apart // 2
        lean = 0
        if data.crossed:
            lean = _LEAN if number == 0 else -_LEAN
        marks += _flag(flag, number + 1, middle, apart, lean, wordings)
    ground = _TOP + _POLE
    marks.append(Stroke(((left, ground), (left + apart * len(data.flags), ground)), Pen(Ink.WALL, 12)))
    return Figure(WIDTH, ground + 560, tuple(marks))


def _flag(
    flag: FlagData, number: int, middle: int, apart: int, lean: int, wordings: Sequence[Wordings]
) -> Iterator[Mark]:
    """Yield a pole with its cloth, all of one size and height; under it the number and the name."""
    ink = _INKS.get(flag.side, Ink.BLACK) if flag.side else Ink.BLACK
    width = apart * 60 // 100
    height = width * 2 // 3
    foot = _TOP + _POLE
    x = middle - width // 2
    yield Stroke(((x, _TOP), (x + lean, foot)), Pen(ink, 14))
    yield Ring(x, _TOP - 20, 20, Pen(ink, 6), ink)
    yield Box(x + 8 + lean * 30 // _POLE, _TOP + 30, width, height, Pen(ink, 8), Ink.BOARD)
    names = tuple(Said(each.line(flag.name).text, 96, Face.SANS, ink, 90) for each in wordings)
    said = (Said(str(number), 120, Face.SANS_BOLD, ink), *names)
    yield Words(middle - apart // 2 + 15, foot + 40, apart - 30, 500, said, at=At.TOP, instead=(said[:2], said[:1]))
