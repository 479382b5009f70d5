"""An office's template put on a composed paper: parts left out, blocks in its own order. Words hold while composing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from planner.documents.content import Block, Cell, Content, Line, Style
from planner.rules.templates import PARTS, Template
from planner.rules.text import Language

Said = Mapping[tuple[Language, str], str]

_HIDDEN = {"note": {Style.NOTE}, "remark": {Style.REMARK}, "subtitle": {Style.SUBTITLE}}


class Part(NamedTuple):
    """A part of a paper that can be left out; a block can be moved too. `words` are its heading, in each language."""

    key: str
    words: tuple[str, ...] = ()
    is_block: bool = False


def applied(content: Content, template: Template, said: Said) -> Content:
    """Return a paper without the parts an office leaves out, its blocks in the order it wants."""
    hidden = set(template.get("hide", ()))
    order = list(template.get("order", ()))
    if not hidden and not order:
        return content
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
    return content._replace(blocks=tuple(blocks), figure=figure)


def parts_of(content: Content, said: Said) -> tuple[Part, ...]:
    """Return what of a paper can be left out: its blocks under words of its own, and what any paper may have."""
    found: dict[str, Part] = {}
    for block in content.blocks:
        if key := _key(block, content.languages, said):
            heading = tuple(cell[0].text if cell else "" for cell in block.heading)
            found.setdefault(key, Part(key, heading, is_block=True))
    styles = {line.style for line in _lines(content)}
    there = {key for key, hides in _HIDDEN.items() if styles & hides} | ({"figure"} if content.figure else set())
    return (*found.values(), *(Part(key) for key in PARTS if key in there))


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
