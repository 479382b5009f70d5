"""The content of a page, every string final: what `compose` returns and `layout` sets.

A row holds one cell per language; side by side or stacked is the layout's choice, not the content's.
Rows are named tuples because a list of participants may hold 85,000 of them.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from planner.documents.figures import Figure
from planner.rules.kinds import Side
from planner.rules.text import Language


class Style(StrEnum):
    """The role of a line on the page; the theme gives each its type, size, weight and colour."""

    TITLE = "title"
    SUBTITLE = "subtitle"  # grey, under the title: place, dates
    HEADING = "heading"  # of a day or a side, coloured by `Tone`
    BODY = "body"
    STRONG = "strong"  # body, bold: names, principal items
    NOTE = "note"  # smaller, grey: post, place
    MISSING = "missing"  # the visible mark where a wording is not there, or "to be confirmed": italic
    TIME = "time"  # sans, tabular figures: the lead column
    NUMBER = "number"  # sans, grey: the lead column
    REMARK = "remark"  # italic note in the lead column ("in parallel")
    CHANGED = "changed"  # bold sans in the lead column of a change sheet: "new time"
    ADDED = "added"
    CANCELLED = "cancelled"


class Tone(StrEnum):
    """What a heading belongs to; colour never carries it alone."""

    DAY = "day"
    HOST = "host"
    GUEST = "guest"
    NEUTRAL = "neutral"


def tone_of(side: Side | None) -> Tone:
    """Return the tone of a side; all but hosts and guests are neutral."""
    if side is Side.HOST:
        return Tone.HOST
    return Tone.GUEST if side is Side.GUEST else Tone.NEUTRAL


class Line(NamedTuple):
    """A paragraph of a cell; it is broken into lines by the layout. No markup, ever."""

    text: str
    style: Style = Style.BODY
    struck: int = 0  # so many characters at its beginning are struck through: an old wording before the new


Cell = tuple[Line, ...]
"""Paragraphs under each other in one language."""


class Photograph(NamedTuple):
    """A photograph: the SHA-256 of a JPEG, its size in pixels, what it shows in words, its bytes once fetched."""

    sha256: str
    width: int
    height: int
    alt: str = ""  # for who listens to the page
    content: bytes = b""
    caption: tuple[Cell, ...] = ()  # one per language, of a portrait; that of a row is its cells


class Row(NamedTuple):
    """A row that never splits: the lead (time or number), then one cell per language."""

    id: int
    lead: Cell
    cells: tuple[Cell, ...]
    rule: bool = False  # a stronger rule above: accompanying persons below members
    changed: bool = False  # a bar in the margin
    trail: tuple[Cell, ...] = ()  # the columns after the languages: a signature, a date, what it really was
    least: int = 0  # tenths of a point it is high at least: room to write in
    photograph: Photograph | None = None  # above the cells, which are then its caption


class Block(NamedTuple):
    """A day or a side: its heading stays with its first row and returns as "continued"."""

    id: int
    heading: tuple[Cell, ...]  # one per language; empty for none
    rows: tuple[Row, ...]
    tone: Tone = Tone.DAY
    closing: bool = False  # words after all rows: no rules around them
    trail: tuple[Cell, ...] = ()  # what the columns after the languages are called


class LeadWidth(StrEnum):
    """How wide the lead column is."""

    TIME = "time"
    NUMBER = "number"
    CHANGE = "change"
    NONE = "none"  # nothing leads the rows: a letter


class Emblem(NamedTuple):
    """A picture above the title: the SHA-256 of a JPEG, its size in pixels, and its bytes once they were fetched."""

    sha256: str
    width: int
    height: int
    content: bytes = b""


class Forms(NamedTuple):
    """What stands above the title on the first page; cells stand in the order of the content's languages.

    `issuer` names the issuing body beside the emblem; `notes` are marking, annex and number of the copy; `approval`
    is the block of the host's own file copy, `signed` its one line for the signature and its date.
    """

    issuer: tuple[Cell, ...] = ()
    notes: tuple[Cell, ...] = ()
    approval: tuple[Cell, ...] = ()
    signed: Cell = ()
    emblem: Emblem | None = None


class Content(NamedTuple):
    """A whole paper. Cells stand in the order of `languages`, the first leading (alternat)."""

    languages: tuple[Language, ...]
    title: tuple[Cell, ...]  # TITLE and SUBTITLE lines per language
    blocks: tuple[Block, ...]
    footer: tuple[str, ...]  # lines at the foot of each page, left
    continued: tuple[str, ...]  # "(continued)" per language, joined to a heading that returns
    lead: LeadWidth
    file_title: str  # metadata of the file
    author: str  # the office, never a person's login
    draft: bool = True
    right_to_left: frozenset[Language] = frozenset()  # those of `languages` that are
    figure: Figure | None = None  # a drawing between the title and the rows
    plain: bool = False  # rows close under each other, without rules: the list under a plan
    sheets: tuple[Figure, ...] = ()  # pages that are figures; rows and title then only say what stands on them
    trail: tuple[int, ...] = ()  # widths of the columns after the languages, in tenths of a point
    forms: Forms | None = None  # what stands above the title
    portrait: Photograph | None = None  # beside the title


def photographs_of(content: Content) -> tuple[Photograph, ...]:
    """Return the photographs of a paper that are there to be drawn, each once."""
    found = [row.photograph for block in content.blocks for row in block.rows if row.photograph is not None]
    there = [one for one in (content.portrait, *found) if one is not None and one.content]
    return tuple({one.sha256: one for one in there}.values())


def continued(heading: tuple[Cell, ...], words: tuple[str, ...]) -> tuple[Cell, ...]:
    """Join the word "continued" to each language's heading: to the heading itself, not to what stands around it."""
    joined: list[Cell] = []
    for number, cell in enumerate(heading):
        word = words[number] if number < len(words) else ""
        if cell and word:
            at = next((place for place, line in enumerate(cell) if line.style is Style.HEADING), len(cell) - 1)
            cell = (*cell[:at], cell[at]._replace(text=f"{cell[at].text} {word}"), *cell[at + 1 :])
        joined.append(cell)
    return tuple(joined)
