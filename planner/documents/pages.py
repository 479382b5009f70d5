"""The pages of a paper that is laid out: what is placed on them, and the columns it stands in.

Geometry only, in tenths of a point; heights count from the foot of the page.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from typing import NamedTuple

from planner.documents.content import Content, Tone
from planner.documents.photograph_band import Picture
from planner.documents.setting import SetCell
from planner.documents.theme import Theme
from planner.documents.typecase import TypeCase


class Kind(IntEnum):
    """What a placed thing is, and with it which rules are drawn."""

    TITLE = 0
    HEADING = 1  # a rule below, in the colour of its tone
    EDGE = 2  # the upper edge of rows without a heading: a thin rule and no text
    ROW = 3  # a thin rule below
    FIGURE = 4  # a drawing, no text of the columns
    FORMS = 5  # what stands above the title, in columns of its own
    PHOTOGRAPH = 6  # a row whose words are a caption


class Placed(NamedTuple):
    """One thing on a page. Heights count from the foot of the page; `cells` stand in the frame's columns.

    The text of a row begins the theme's padding below its top, that of anything else at the top.
    """

    kind: Kind
    id: int  # of the row or block; 0 for a title
    top: int
    bottom: int
    cells: tuple[SetCell, ...]
    tone: Tone = Tone.DAY
    rule: bool = False
    changed: bool = False
    drawn: bytes = b""  # what draws a figure from its foot
    at: tuple[int, ...] = ()  # where the cells begin that do not stand in the frame's columns
    pictures: tuple[Picture, ...] = ()


class Page(NamedTuple):
    """A finished page; numbers begin with 1."""

    number: int
    placed: tuple[Placed, ...]
    language: int | None = None  # of a page that faces another: which of the content's languages it is in


class Frame(NamedTuple):
    """The columns of a paper: where each begins (the lead first) and how wide they are.

    `mirrored` papers are led by a language written from the right: lead and first column stand there.
    """

    columns: tuple[int, ...]
    lead_width: int
    text_width: int
    floor: int  # nothing but the footer stands below
    ceiling: int
    mirrored: bool = False


@dataclass(frozen=True, slots=True)
class Layout:
    """A paper being laid out. `pages` is run through once: 85,000 rows are never all in memory."""

    content: Content
    theme: Theme
    frame: Frame
    case: TypeCase
    footer: SetCell
    pages: Iterator[Page]
    facing: bool = False
