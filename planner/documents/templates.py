"""An office's template put on a composed paper: blocks, columns and lines left out or in its own order.

Words hold while the paper is composed; what was said then tells which block, column or line is which.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from planner.documents.content import Block, Cell, Content, LeadWidth, Line, Row, Style
from planner.language.languages import find
from planner.rules.templates import PARTS, Template
from planner.rules.text import Language

Said = Mapping[tuple[Language, str], str]

_HIDDEN = {"note": {Style.NOTE}, "remark": {Style.REMARK}, "subtitle": {Style.SUBTITLE}}


class Sort(StrEnum):
    """What a part of a paper is; all but the last can be moved among their kind."""

    BLOCK = "block"
    COLUMN = "column"  # beside the languages: the time or number first, then what stands at the right
    LINE = "line"  # of what is said of an item, under a word of its own
    PART = "part"


LEAD = "column:lead"
"""The column of times or numbers."""
_PLACES = re.compile(r"\{\w+\}")


class Part(NamedTuple):
    """A part of a paper that can be left out. `words` are its heading, in each language; a line's, with "…" in it."""

    key: str
    words: tuple[str, ...] = ()
    sort: Sort = Sort.PART

    @property
    def is_block(self) -> bool:
        """Tell whether it is a block under a heading."""
        return self.sort is Sort.BLOCK


def applied(content: Content, template: Template, said: Said) -> Content:
    """Return a paper without the parts an office leaves out, its blocks, columns and lines in the order it wants."""
    hidden = set(template.get("hide", ()))
    order, lines = list(template.get("order", ())), list(template.get("lines", ()))
    if not hidden and not order and not lines and not template.get("columns"):
        return content
    content = _with_lines(_with_columns(content, hidden, template.get("columns", ()), said), hidden, lines, said)
    styles = set().union(*(_HIDDEN[key] for key in hidden.intersection(_HIDDEN)))
    blocks = [block for block in content.blocks if _key(block, content.languages, said) not in hidden]
    if order:
        places = {key: place for place, key in enumerate(order)}
        rank = {id(block): places.get(_key(block, content.languages, said), len(order)) for block in blocks}
        closing = [block for block in blocks if block.closing]
        blocks = sorted((block for block in blocks if not block.closing), key=lambda block: rank[id(block)]) + closing
    if styles:
        blocks = [_without(block, styles) for block in blocks]
        content = content._replace(title=tuple(_kept(cell, styles) for cell in content.title))
    figure = None if "figure" in hidden else content.figure
    portrait = None if "figure" in hidden else content.portrait
    return content._replace(blocks=tuple(blocks), figure=figure, portrait=portrait)


def parts_of(content: Content, said: Said) -> tuple[Part, ...]:
    """Return what of a paper can be left out: its blocks under words of its own, and what any paper may have."""
    found: dict[str, Part] = {}
    for block in content.blocks:
        if key := _key(block, content.languages, said):
            heading = tuple(cell[0].text if cell else "" for cell in block.heading)
            found.setdefault(key, Part(key, heading, Sort.BLOCK))
    styles = {line.style for line in _lines(content)}
    there = {key for key, hides in _HIDDEN.items() if styles & hides}
    if content.figure or content.portrait:
        there.add("figure")
    columns = _columns_of(content, said)
    lines = [
        Part(f"line:{key}", tuple(_PLACES.sub("…", find(tag).paper[key]) for tag in content.languages), Sort.LINE)
        for key in _line_keys(content, said)
    ]
    return (*found.values(), *columns, *lines, *(Part(key) for key in PARTS if key in there))


def known_part(key: str, languages: Sequence[Language]) -> Part:
    """Return a part by its key alone, as a template keeps it, with the words it stands under."""
    sort, _, name = key.rpartition(":")
    kind = Sort(sort) if sort else Sort.PART if key in PARTS else Sort.BLOCK
    patterns = [find(tag).paper.get(name, "") for tag in languages] if kind is not Sort.PART else []
    return Part(key, tuple(_PLACES.sub("…", pattern) for pattern in patterns if pattern), kind)


# --- Columns


def _columns_of(content: Content, said: Said) -> Iterator[Part]:
    """Yield the columns beside the languages; the lead, and those at the right, by the word they stand under."""
    if content.lead is not LeadWidth.NONE and not content.sheets:
        yield Part(LEAD, (), Sort.COLUMN)
    for key, block in zip(_trail_keys(content, said), range(len(content.trail)), strict=True):
        heads = next((one.trail for one in content.blocks if len(one.trail) > block), ())
        words = tuple(line.text for line in heads[block]) if heads else ()
        yield Part(key, words, Sort.COLUMN)


def _trail_keys(content: Content, said: Said) -> list[str]:
    """Return the key of each column at the right: its word's, or its number where it stands under none."""
    found = []
    for place in range(len(content.trail)):
        lines = [line.text for one in content.blocks if len(one.trail) > place for line in one.trail[place]]
        keys = (said.get((tag, words)) for words in lines for tag in content.languages)
        found.append(f"column:{next(filter(None, keys), place + 1)}")
    return found


def _with_columns(content: Content, hidden: set[str], order: Sequence[str], said: Said) -> Content:
    keys = _trail_keys(content, said)
    rank = {key: place for place, key in enumerate(order)}
    kept = [place for place, key in enumerate(keys) if key not in hidden]
    kept.sort(key=lambda place: rank.get(keys[place], len(rank)))
    bare = LEAD in hidden and content.lead is not LeadWidth.NONE
    if kept == list(range(len(keys))) and not bare:
        return content

    def row(one: Row) -> Row:
        return one._replace(trail=_picked(one.trail, kept), lead=() if bare else one.lead)

    blocks = tuple(
        block._replace(trail=_picked(block.trail, kept), rows=tuple(map(row, block.rows))) for block in content.blocks
    )
    lead = LeadWidth.NONE if bare else content.lead
    return content._replace(blocks=blocks, trail=tuple(content.trail[place] for place in kept), lead=lead)


def _picked(cells: tuple[Cell, ...], kept: Sequence[int]) -> tuple[Cell, ...]:
    return tuple(cells[place] if place < len(cells) else () for place in kept) if cells else ()


# --- Lines


def _plain(words: str) -> str:
    """Return words as they were said: with plain spaces, and small at the beginning of a sentence."""
    plain = words.replace("\u00a0", " ").replace("\u202f", " ")
    return plain[:1].lower() + plain[1:]


def _by_words(said: Said) -> dict[tuple[Language, str], str]:
    return {(language, _plain(words)): key for (language, words), key in said.items()}


def _line_key(line: Line, language: Language, keys: Said) -> str:
    """Return the key of the word a line consists of or begins with, "" for a line that says nothing by itself."""
    words = _plain(line.text)
    head, colon, _rest = words.partition(": ")
    return keys.get((language, words)) or (keys.get((language, head), "") if colon else "")


def _line_keys(content: Content, said: Said) -> Iterator[str]:
    keys = _by_words(said)
    found = {
        key: None
        for block in content.blocks
        for row in block.rows
        for language, cell in zip(content.languages, row.cells, strict=False)
        for line in cell
        if (key := _line_key(line, language, keys)) and line.style is not Style.MISSING
    }
    yield from found


def _with_lines(content: Content, hidden: set[str], order: Sequence[str], said: Said) -> Content:
    gone = {key.removeprefix("line:") for key in hidden if key.startswith("line:")}
    rank = {key.removeprefix("line:"): place for place, key in enumerate(order)}
    if not gone and not rank:
        return content
    keys = _by_words(said)

    def cell(language: Language, lines: Cell) -> Cell:
        named = [(_line_key(line, language, keys), line) for line in lines]
        there = [(key, line) for key, line in named if not key or key not in gone]
        moved = sorted((one for one in there if one[0] in rank), key=lambda one: rank[one[0]])
        following = iter(moved)
        return tuple(next(following)[1] if key in rank else line for key, line in there) or lines[:1]

    def row(one: Row) -> Row:
        cells = zip(content.languages, one.cells, strict=False)
        return one._replace(cells=tuple(cell(language, lines) for language, lines in cells))

    blocks = tuple(block._replace(rows=tuple(map(row, block.rows))) for block in content.blocks)
    return content._replace(blocks=blocks)


def _key(block: Block, languages: Iterable[Language], said: Said) -> str:
    """Return the key of the word a block stands under, "" where its heading is of this event alone."""
    for language, cell in zip(languages, block.heading, strict=False):
        for line in cell[:1]:
            if key := said.get((language, line.text)):
                return key
    return ""


def _lines(content: Content) -> Iterable[Line]:
    for cell in content.title:
        yield from cell
    for block in content.blocks:
        for row in block.rows:
            for cell in (row.lead, *row.cells):
                yield from cell


def _without(block: Block, styles: set[Style]) -> Block:
    rows = tuple(
        row._replace(lead=_kept(row.lead, styles), cells=tuple(_kept(cell, styles) for cell in row.cells))
        for row in block.rows
    )
    return block._replace(rows=rows)


def _kept(cell: Cell, styles: set[Style]) -> Cell:
    """Return a cell without lines of these styles; a cell of nothing else keeps its first."""
    kept = tuple(line for line in cell if line.style not in styles)
    return kept or cell[:1]
