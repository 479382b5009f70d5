"""Menu card: courses and dishes in the languages of the table, what they hold and for whom they are fit (2.23, 5.5)."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import groupby
from unicodedata import east_asian_width

from planner.documents import frame
from planner.documents.cards import has_emblem
from planner.documents.content import Block, Content, LeadWidth, Line, Row, Style, Tone
from planner.documents.figures import Align, At, Box, EmblemPlace, Face, Figure, Ink, Pen, Said, Stroke, Words
from planner.documents.logistics_data import DishData, MenuData
from planner.documents.named import BETWEEN, said
from planner.documents.wording import Wordings, for_languages
from planner.errors import NotPossible
from planner.language.dates import format_day
from planner.rules.kinds import Side
from planner.rules.text import Language

_WIDTH, _HEIGHT = 4195, 5953  # A5
_EDGE, _PAD = 260, 460
_EMBLEM, _ABOVE = 430, 470  # height of the emblem, and by how much the head moves down under it
_RULE = 1270  # below the name of the meal
_LETTERS = {Face.SERIF_BOLD: 62, Face.SERIF_ITALIC: 54, Face.SANS_BOLD: 56, Face.SANS: 50}  # hundredths of the size
_LEAST = 55  # of a hundred: dishes are not set smaller

_Piece = tuple[int, tuple[Said, ...], int]  # the air before, the words, their height

FIT = ("halal", "kosher", "vegetarian", "vegan", "lent")
"""Marks that say for whom a dish is fit."""
HOLDS = ("pork", "beef", "meat", "fish", "shellfish", "egg", "dairy", "lactose", "gluten", "nuts", "alcohol")
"""Marks that say what a dish holds."""


def compose(
    data: MenuData,
    *,
    languages: tuple[Language, ...],
    copy_for: Side | None = None,
    changed: Collection[int] = frozenset(),
) -> Content:
    """Compose a card of A5; raises `NotPossible` where the meal has no dishes."""
    wordings = for_languages(frame.in_order(data.event, languages, copy_for))
    if not data.dishes:
        raise NotPossible(
            "Nothing is on the menu of “{title}” yet. Add its dishes first.",
            title=data.at.title.first(wordings[0].language),
        )
    blocks = [
        Block(-dishes[0].id, tuple((Line(said(dishes[0].course, each), Style.HEADING),) for each in wordings)
              if dishes[0].course else (),
              tuple(Row(one.id, (), tuple(_cell(one, each) for each in wordings), changed=one.id in changed)
                    for one in dishes), Tone.NEUTRAL)
        for dishes in _courses(data)
    ]  # fmt: skip
    titles = [
        (Line(each.word("menu"), Style.TITLE), each.line(data.at.title, Style.SUBTITLE)) for each in wordings
    ]
    paper = frame.paper(data.event, wordings, titles, blocks, lead=LeadWidth.NUMBER)
    return paper._replace(sheets=(_card(data, wordings),))


def _courses(data: MenuData) -> Iterator[list[DishData]]:
    for _course, dishes in groupby(data.dishes, key=lambda one: one.course):
        yield list(dishes)


def marks_of(one: DishData, wordings: Wordings) -> str:
    """Return "halal · contains: nuts, gluten"; "" for a dish without marks."""
    fit = [wordings.word(f"fit_{mark}") for mark in FIT if mark in one.marks]
    held = [wordings.word(f"dish_{mark}") for mark in HOLDS if mark in one.marks]
    contains = wordings.word("contains", what=wordings.separator.join(held)) if held else ""
    return BETWEEN.join(filter(None, (*fit, contains)))


def _cell(one: DishData, wordings: Wordings) -> tuple[Line, ...]:
    marks = marks_of(one, wordings)
    return (wordings.line(one.title), *([wordings.plain(marks, Style.NOTE)] if marks else []))


def _card(data: MenuData, wordings: Sequence[Wordings]) -> Figure:
    """Return the card: a rule around, the name of the meal above, the dishes in the middle, the day below."""
    inner = _WIDTH - 2 * _PAD
    name = BETWEEN.join(dict.fromkeys(each.word("menu") for each in wordings))
    head = [Said(name, 230, Face.SERIF_BOLD, Ink.BLACK, 150)]
    titles = dict.fromkeys(said(data.at.title, each) for each in wordings)
    head += [Said(title, 105, Face.SERIF, Ink.GREY, 80) for title in titles]
    foot = [Said(_foot(data, each), 85, Face.SERIF, Ink.GREY, 70) for each in wordings]
    middle, above = _WIDTH // 2, _ABOVE if has_emblem(data.event) else 0
    emblem = (EmblemPlace(_PAD, 430, inner, _EMBLEM),) if above else ()
    return Figure(_WIDTH, _HEIGHT, (
        Box(_EDGE, _EDGE, _WIDTH - 2 * _EDGE, _HEIGHT - 2 * _EDGE, Pen(Ink.GREY, 5)),
        Box(_EDGE + 35, _EDGE + 35, _WIDTH - 2 * _EDGE - 70, _HEIGHT - 2 * _EDGE - 70, Pen(Ink.LIGHT, 4)),
        Words(_PAD, 500 + above, inner, 760 - above // 4, tuple(head), Align.CENTRE, At.TOP),
        Stroke(((middle - 300, _RULE + above), (middle + 300, _RULE + above)), Pen(Ink.GREY, 5)),
        *_dishes(data, wordings, _RULE + 60 + above),
        Words(_PAD, _HEIGHT - 800, inner, 400, tuple(foot), Align.CENTRE, At.BOTTOM),
    ), emblem)  # fmt: skip


def _foot(data: MenuData, wordings: Wordings) -> str:
    day = format_day(data.at.day, wordings.language, form="full") if data.at.day else ""
    return BETWEEN.join(filter(None, (said(data.at.place.venue, wordings), day)))


def _dishes(data: MenuData, wordings: Sequence[Wordings], top: int) -> Iterator[Words]:
    """Yield course after course and dish after dish between rule and foot, set smaller until all find room."""
    room = _HEIGHT - top - 860
    tried = (list(_pieces(data, wordings, percent)) for percent in range(100, _LEAST, -3))
    pieces = next((one for one in tried if _tall(one) <= room), list(_pieces(data, wordings, _LEAST)))
    y = top + max(0, (room - _tall(pieces)) // 2)
    for before, words, tall in pieces:
        y += before
        yield Words(_PAD, y, _WIDTH - 2 * _PAD, tall, words, Align.CENTRE, At.TOP)
        y += tall


def _tall(pieces: Sequence[_Piece]) -> int:
    return sum(before + tall for before, _, tall in pieces)


def _pieces(data: MenuData, wordings: Sequence[Wordings], percent: int) -> Iterator[_Piece]:
    """Yield the air before, the words and the height of each course's name and each dish."""
    for place, dishes in enumerate(_courses(data)):
        before = 130 if place else 0
        if dishes[0].course:
            course = BETWEEN.join(dict.fromkeys(said(dishes[0].course, each) for each in wordings))
            words: tuple[Said, ...] = (_sized(course, 95, Face.SANS_BOLD, Ink.GUEST, percent),)
            yield before * percent // 100, words, _height(words)
            before = 50
        for one in dishes:
            words = tuple(_dish(one, wordings, percent))
            yield before * percent // 100, words, _height(words)
            before = 95


def _dish(one: DishData, wordings: Sequence[Wordings], percent: int) -> Iterator[Said]:
    """Yield a dish in each language, and under it what it holds and for whom it is fit."""
    for title in dict.fromkeys(said(one.title, each) for each in wordings):
        first = title == said(one.title, wordings[0])
        face, ink = (Face.SERIF_BOLD, Ink.BLACK) if first else (Face.SERIF_ITALIC, Ink.BLACK)
        yield _sized(title, 135 if first else 115, face, ink, percent)
    marks = " / ".join(dict.fromkeys(filter(None, (marks_of(one, each) for each in wordings))))
    if marks:
        yield _sized(marks, 78, Face.SANS, Ink.GREY, percent)


def _sized(words: str, size: int, face: Face, ink: Ink, percent: int) -> Said:
    size = size * percent // 100
    return Said(words, size, face, ink, size * 3 // 4)


def _height(words: Sequence[Said]) -> int:
    """Return room enough for these words: letters are taken for wider than they are, lines for what they are."""
    width = _WIDTH - 2 * _PAD
    return sum(-(-_wide(one) // width) * (one.size * 122 // 100) for one in words)


def _wide(one: Said) -> int:
    """Return how long words are on one line, by the usual width of a letter; Chinese and Japanese ones are square."""
    square = sum(east_asian_width(letter) in "WF" for letter in one.text)
    return (square * 100 + (len(one.text) - square) * _LETTERS[one.face]) * one.size // 100
