"""The contents of a pack: its papers by number, each with the page of the file it begins on."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from planner.documents import frame
from planner.documents.content import Block, Cell, Content, LeadWidth, Line, Row, Style, Tone
from planner.documents.data import EventData
from planner.documents.wording import for_languages
from planner.language.dates import format_stamp
from planner.language.paper_words import word as paper_word
from planner.rules.kinds import Side
from planner.rules.text import Language

_PAGE = 400  # width of the column of pages, in tenths of a point


class Listed(NamedTuple):
    """A paper of a pack: what it says above its rows, in the languages of the pack; `of` is what it is of, or "",
    in each language. An issued one has its `version`, `issued_at` (UTC, ISO 8601); a draft that says other things
    than the version in force is `behind` that.
    """

    titles: tuple[Cell, ...]
    of: tuple[str, ...] = ()
    page: int | None = None  # in one file; None where each paper is a file of its own
    version: int = 0
    issued_at: str = ""
    behind: int = 0


def compose(
    event: EventData, listed: Sequence[Listed], *, languages: Sequence[Language], copy_for: Side | None
) -> Content:
    """Compose the page of contents. Where any paper was ever issued, each says which version it is, or that it is a
    draft; a pack of drafts is one as a whole, as its foot says.
    """
    wordings = for_languages(frame.in_order(event, languages, copy_for))
    titles = [
        (
            Line(each.word("pack"), Style.TITLE),
            each.line(event.title, Style.SUBTITLE), frame.days_of(event, each.language),
        )
        for each in wordings
    ]  # fmt: skip
    heading = tuple((Line(each.word("contents"), Style.HEADING),) for each in wordings)
    told = any(one.version or one.behind for one in listed)
    states = [tuple(_state(one, event, each.language) if told else "" for each in wordings) for one in listed]
    rows = tuple(_row(number, one, state) for number, (one, state) in enumerate(zip(listed, states, strict=True), 1))
    content = frame.paper(event, wordings, titles, [Block(0, heading, rows, Tone.NEUTRAL)], lead=LeadWidth.NUMBER)
    paged = any(one.page is not None for one in listed)
    if all(one.version for one in listed):
        content = content._replace(draft=False, footer=())
    return content._replace(trail=(_PAGE,) if paged else (), file_title=_file_title(event, content.languages[0]))


def bookmark(one: Listed) -> str:
    """Return what a paper is called among the bookmarks, in the first of its languages."""
    return ": ".join(line.text.replace("\n", " ") for line in _name(one.titles[0], one.of[0] if one.of else ""))


def _row(number: int, one: Listed, states: Sequence[str]) -> Row:
    of = one.of or ("",) * len(states)
    cells = [
        (*_name(cell, words), *([Line(state, Style.NOTE)] if state else []))
        for cell, words, state in zip(one.titles, of, states, strict=False)
    ]
    trail: tuple[Cell, ...] = () if one.page is None else ((Line(str(one.page), Style.NUMBER),),)
    return Row(number, (Line(str(number), Style.NUMBER),), tuple(cells), trail=trail)


def _state(one: Listed, event: EventData, language: Language) -> str:
    """Say in which state a paper is: "Version 3 of 12 May 2026, 14:00", "draft: changed since version 3", "draft"."""
    if one.version:
        stamp = format_stamp(datetime.fromisoformat(one.issued_at), language, zone=event.host_zone)
        return paper_word("version", language, version=one.version, stamp=stamp)
    draft = paper_word("in_draft", language)
    return f"{draft}: {paper_word('changed', language, replaces=one.behind)}" if one.behind else draft


def _name(cell: Cell, of: str) -> Cell:
    """Return the title of a paper, and under it what it is of, unless the title says so already."""
    name = next((line.text for line in cell if line.style is Style.TITLE), cell[0].text if cell else "")
    return (Line(name), *([] if _says(name, of) else [Line(of, Style.NOTE)]))


def _says(name: str, of: str) -> bool:
    words = name.casefold().split()
    return all(word in words for word in of.casefold().split())


def _file_title(event: EventData, language: Language) -> str:
    return ": ".join(filter(None, (paper_word("pack", language), event.title.first(language))))
