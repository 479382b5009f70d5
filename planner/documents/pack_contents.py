"""The contents of a pack: its papers by number, each with the page of the file it begins on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from planner.documents import frame
from planner.documents.content import Block, Cell, Content, LeadWidth, Line, Row, Style, Tone
from planner.documents.data import EventData
from planner.documents.wording import for_languages
from planner.language.paper_words import word as paper_word
from planner.rules.kinds import Side
from planner.rules.text import Language

_PAGE = 400  # width of the column of pages, in tenths of a point


class Listed(NamedTuple):
    """A paper of a pack: what it says above its rows, in the languages of the pack; `of` is what it is of, or "",
    in each language.
    """

    titles: tuple[Cell, ...]
    of: tuple[str, ...] = ()
    page: int | None = None  # in one file; None where each paper is a file of its own


def compose(
    event: EventData, listed: Sequence[Listed], *, languages: Sequence[Language], copy_for: Side | None
) -> Content:
    """Compose the page of contents."""
    wordings = for_languages(frame.in_order(event, languages, copy_for))
    titles = [
        (
            Line(each.word("pack"), Style.TITLE),
            each.line(event.title, Style.SUBTITLE), frame.days_of(event, each.language),
        )
        for each in wordings
    ]  # fmt: skip
    heading = tuple((Line(each.word("contents"), Style.HEADING),) for each in wordings)
    rows = tuple(_row(number, one, len(wordings)) for number, one in enumerate(listed, 1))
    content = frame.paper(event, wordings, titles, [Block(0, heading, rows, Tone.NEUTRAL)], lead=LeadWidth.NUMBER)
    paged = any(one.page is not None for one in listed)
    return content._replace(trail=(_PAGE,) if paged else (), file_title=_file_title(event, content.languages[0]))


def bookmark(one: Listed) -> str:
    """Return what a paper is called among the bookmarks, in the first of its languages."""
    return ": ".join(line.text.replace("\n", " ") for line in _name(one.titles[0], one.of[0] if one.of else ""))


def _row(number: int, one: Listed, languages: int) -> Row:
    of = one.of or ("",) * languages
    cells = [_name(cell, words) for cell, words in zip(one.titles, of, strict=False)]
    trail: tuple[Cell, ...] = () if one.page is None else ((Line(str(one.page), Style.NUMBER),),)
    return Row(number, (Line(str(number), Style.NUMBER),), tuple(cells), trail=trail)


def _name(cell: Cell, of: str) -> Cell:
    """Return the title of a paper, and under it what it is of, unless the title says so already."""
    name = next((line.text for line in cell if line.style is Style.TITLE), cell[0].text if cell else "")
    return (Line(name), *([] if _says(name, of) else [Line(of, Style.NOTE)]))


def _says(name: str, of: str) -> bool:
    words = name.casefold().split()
    return all(word in words for word in of.casefold().split())


def _file_title(event: EventData, language: Language) -> str:
    return ": ".join(filter(None, (paper_word("pack", language), event.title.first(language))))
