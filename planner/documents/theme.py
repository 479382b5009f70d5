"""How a page looks: sizes, types, colours and distances, all in tenths of a point.

Whole tenths keep the page exact: nothing drifts over 5,000 pages, and the same input gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import NamedTuple

from planner.documents.content import LeadWidth, Style, Tone

Colour = tuple[float, float, float]
"""Red, green and blue from 0 to 1."""


class Arrangement(StrEnum):
    """Where the languages of a row stand."""

    COLUMNS = "columns"  # side by side, one column each
    STACKED = "stacked"  # under each other in one wide column
    FACING = "facing"  # each on its own page of a spread, the same row at the same height


class Size(StrEnum):
    """A size of paper."""

    A3 = "A3"
    A4 = "A4"
    A5 = "A5"


class _Sheet(NamedTuple):
    """A size of paper and its margins, in tenths of a point."""

    width: int
    height: int
    left: int
    right: int
    top: int
    foot: int


SHEETS: Mapping[Size, _Sheet] = {
    Size.A3: _Sheet(8419, 11906, 680, 560, 560, 360),
    Size.A4: _Sheet(5953, 8419, 567, 410, 400, 250),
    Size.A5: _Sheet(4195, 5953, 397, 312, 312, 200),
}


@dataclass(frozen=True, slots=True)
class Type:
    """What a style is set in: a family of `fonts.FAMILIES`, its size and the distance of two baselines."""

    family: str
    size: int
    leading: int
    colour: Colour
    before: int = 0  # space above, on top of the leading


def colour(code: str) -> Colour:
    """Read a colour written as #RRGGBB; three decimals are more than a printer tells apart."""
    red, green, blue = (round(int(code[at : at + 2], 16) / 255, 3) for at in (1, 3, 5))
    return red, green, blue


INK = colour("#1A1A1A")
GREY = colour("#4A4A4A")
LIGHT = colour("#CFCFCF")
PAPER = colour("#FFFFFF")
BRICK = colour("#8E3B2F")
STRUCK = colour("#6B655C")  # what no longer holds, and the stroke through it
AMBER, GREEN, RED = colour("#7A5200"), colour("#2B6A3F"), colour("#A8201C")
TONES: Mapping[Tone, Colour] = {
    Tone.DAY: colour("#1F4E79"),
    Tone.HOST: colour("#1F4E79"),
    Tone.GUEST: BRICK,
    Tone.NEUTRAL: colour("#5F594E"),
}

TYPES: Mapping[Style, Type] = {
    Style.TITLE: Type("serif-bold", 145, 177, INK),
    Style.SUBTITLE: Type("serif", 105, 135, GREY, before=20),
    Style.HEADING: Type("serif-bold", 115, 150, INK),
    Style.BODY: Type("serif", 110, 150, INK),
    Style.STRONG: Type("serif-bold", 110, 150, INK),
    Style.NOTE: Type("serif", 96, 130, GREY),
    Style.MISSING: Type("serif-italic", 110, 150, INK),
    Style.TIME: Type("sans", 102, 150, INK),
    Style.NUMBER: Type("sans", 102, 150, GREY),
    Style.REMARK: Type("serif-italic", 94, 122, GREY),
    Style.CHANGED: Type("sans-bold", 92, 116, AMBER, before=14),
    Style.ADDED: Type("sans-bold", 92, 116, GREEN, before=14),
    Style.CANCELLED: Type("sans-bold", 92, 116, RED, before=14),
}
LEADS = {LeadWidth.TIME: 750, LeadWidth.NUMBER: 350, LeadWidth.CHANGE: 830, LeadWidth.NONE: 0}


@dataclass(frozen=True, slots=True)
class Theme:
    """One house style. `baseline` is how far every baseline lies above the foot of its line."""

    page_width: int = 5953  # A4
    page_height: int = 8419
    left: int = 567  # 20 mm: room for the file's holes
    right: int = 410
    top: int = 400
    foot: int = 250  # below the last line of the footer
    lead: Mapping[LeadWidth, int] = field(default_factory=lambda: LEADS)
    column_gap: int = 180
    language_gap: int = 35  # between languages under each other
    row_padding: int = 48  # above and below the text of a row
    heading_gap: int = 125  # above a heading that does not stand at the top
    heading_padding: int = 32  # between a heading and its rule
    rule_gap: int = 0  # between that rule and the first row, on top of the row's own padding
    title_gap: int = 60  # between the title and what follows, on top of the heading's own
    footer_gap: int = 110  # clear space above the rule of the footer
    baseline: int = 38
    bar_offset: int = 105  # bar of change: its distance from the text, and its width
    bar_width: int = 22
    bar_colour: Colour = BRICK
    struck: Colour = STRUCK
    light: Colour = LIGHT
    thin: int = 4  # width of the rules between rows
    ink: Colour = INK
    types: Mapping[Style, Type] = field(default_factory=lambda: TYPES)
    tones: Mapping[Tone, Colour] = field(default_factory=lambda: TONES)
    footer: Type = Type("sans", 90, 120, GREY)

    @property
    def width(self) -> int:
        """Width between the margins."""
        return self.page_width - self.left - self.right

    @property
    def room_for_number(self) -> int:
        """Width kept beside the footer for "1234 / 5678"."""
        return 8 * self.footer.size

    def on(self, size: Size, *, landscape: bool = False) -> Theme:
        """Return this theme on another size of paper, upright or on its side."""
        sheet = SHEETS[size]
        width, height = (sheet.height, sheet.width) if landscape else (sheet.width, sheet.height)
        narrow = size is Size.A5 and not landscape
        return replace(
            self, page_width=width, page_height=height, left=sheet.left, right=sheet.right, top=sheet.top,
            foot=sheet.foot, column_gap=120 if narrow else self.column_gap,
        )  # fmt: skip

    def styled(
        self, *, face: str | None = None, accent: str | None = None, title: float | None = None,
        heading: float | None = None, note: float | None = None, spacing: str | None = None, rule: str | None = None,
    ) -> Theme:  # fmt: skip
        """Return this theme in an office's own style: "serif" or "sans", a colour for headings, sizes in points.

        `spacing` is "close" or "airy"; `rule`, the lines between rows, "none", "heavy" or "accent".
        """
        types = dict(self.types)
        sizes = {Style.TITLE: title, Style.HEADING: heading, Style.NOTE: note, Style.SUBTITLE: note}
        for style, points in sizes.items():
            if points is not None:
                types[style] = _scaled(types[style], points * 10 / types[style].size)
        if face is not None:
            types = {style: replace(type_, family=_in_face(type_.family, face)) for style, type_ in types.items()}
        tones = self.tones if accent is None else {**self.tones, Tone.DAY: colour(accent), Tone.HOST: colour(accent)}
        same = types == self.types and tones is self.tones
        theme = self if same else replace(self, types=types, tones=tones)
        if spacing is not None:
            theme = replace(theme, **{name: getattr(self, name) * _SPACED[spacing] // 100 for name in _BETWEEN})
        if rule is not None:
            lines = {"none": PAPER, "heavy": GREY, "accent": tones[Tone.DAY]}[rule]
            theme = replace(theme, light=lines, thin=2 * self.thin if rule == "heavy" else self.thin)
        return theme

    def tightened(self, factor: float) -> Theme:
        """Return this theme with less air between lines and rows, down to a factor of 0; its type stays as large.

        Lines keep a distance of 1.18 times their size, below which accents touch.
        """
        types = {style: _closer(type_, factor) for style, type_ in self.types.items()}
        air = {name: round(getattr(self, name) * (0.3 + 0.7 * factor)) for name in _AIR}
        lower = self.types[Style.BODY].leading - types[Style.BODY].leading
        return replace(self, types=types, baseline=max(self.baseline - lower // 2, 24), **air)

    def close(self) -> Theme:
        """Return this theme with rows close under each other, as in the list under a plan."""
        body = self.types[Style.BODY]
        leading = body.leading * 8 // 9
        number = replace(self.types[Style.NUMBER], leading=leading)
        body = replace(body, size=body.size * 10 // 11, leading=leading)
        types = {**self.types, Style.BODY: body, Style.NUMBER: number}
        gap = min(self.heading_gap, 90)
        return replace(self, types=types, row_padding=6, heading_padding=24, rule_gap=20, heading_gap=gap)

    def with_body(self, points: float) -> Theme:
        """Return this theme with another size of the body text: 14 to 16 for the principal's own copy.

        The title grows half as much, or it would fill the page; nothing falls below 9 points, since nothing
        printed may be smaller (handbook 4.8).
        """
        factor = points * 10 / self.types[Style.BODY].size
        types = {style: _scaled(type_, factor) for style, type_ in self.types.items()}
        types[Style.TITLE] = _scaled(self.types[Style.TITLE], (1 + factor) / 2)
        lead = {kind: round(width * max(factor, 1)) for kind, width in self.lead.items()}
        return replace(self, types=types, lead=lead, baseline=round(self.baseline * factor))


_BETWEEN = ("row_padding", "heading_gap", "heading_padding", "title_gap")
_SPACED = {"close": 55, "airy": 160}
_AIR = ("row_padding", "heading_gap", "heading_padding", "title_gap", "footer_gap", "top")


def _in_face(family: str, face: str) -> str:
    """Return a family in another face; times and numbers keep theirs, whose figures stand under each other."""
    name, dash, weight = family.partition("-")
    return f"{face}{dash}{weight}" if name == "serif" else family


def _closer(type_: Type, factor: float) -> Type:
    least = min(type_.leading, round(type_.size * 1.18))
    return replace(type_, leading=round(least + (type_.leading - least) * factor))


def _scaled(type_: Type, factor: float) -> Type:
    size = max(90, round(type_.size * factor))
    leading = round(type_.leading * size / type_.size)
    return replace(type_, size=size, leading=leading, before=round(type_.before * factor))
