"""Setting paragraphs: a text in a type and a width becomes lines and the page operators that draw them.

A list repeats a post ten thousand times, so each distinct paragraph is set once and remembered.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from planner.documents.content import Cell, Style, Tone
from planner.documents.direction import LEFT_TO_RIGHT, Direction
from planner.documents.fonts import LINE_ENDS
from planner.documents.linebreak import break_text, fill
from planner.documents.scripts import needs_setting
from planner.documents.striking import Strike, below, parts_of
from planner.documents.theme import STRUCK, Colour, Theme, Type
from planner.documents.typecase import Subset, TypeCase

_PARAGRAPHS_REMEMBERED = 4_000  # per type and width; keeps the memory of a list of 85,000 low
_ONE_KIND_OF_LINE_END = str.maketrans(dict.fromkeys(LINE_ENDS, "\n"))


class Paragraph(NamedTuple):
    """A set paragraph. `operators` draw it from one line above its first baseline, once `style` is set."""

    style: bytes  # font, distance of lines and colour
    operators: bytes
    height: int
    lines: tuple[bytes, ...] = ()
    leading: int = 0
    before: int = 0
    strikes: tuple[Strike, ...] = ()
    language: int | None = None  # of empty space between languages under each other: that of what follows

    def split(self, room: int) -> tuple[Paragraph | None, Paragraph | None]:
        """Return what fits into this height and what is left; each is None where there is nothing."""
        if self.height <= room:
            return self, None
        count = (room - self.before) // self.leading if self.leading else 0
        if count <= 0:
            return None, self
        parts = ((self.lines[:count], self.before), (self.lines[count:], 0))
        taken, left = (paragraph(self.style, lines, leading=self.leading, before=before) for lines, before in parts)
        if not self.strikes:
            return taken, left
        kept = tuple(strike for strike in self.strikes if strike.line < count)
        return taken._replace(strikes=kept), left._replace(strikes=below(self.strikes, count))


SetCell = tuple[Paragraph, ...]
"""The paragraphs of a cell under each other. Every one begins where the one before ended."""


def paragraph(style: bytes, lines: tuple[bytes, ...], *, leading: int, before: int) -> Paragraph:
    """Join lines of one type into a paragraph."""
    shift = b"0 %d Td " % -before if before else b""
    drawn = b"".join((shift, *lines))
    return Paragraph(style, drawn, before + leading * len(lines), lines, leading, before)  # sink-ok: ours, set in codes


def gap(height: int, language: int | None = None) -> Paragraph:
    """Return empty space between paragraphs; with a language, what follows is in that one of the content's."""
    return Paragraph(b"", b"0 %d Td " % -height, height, language=language)


def height_of(cell: SetCell) -> int:
    """Return the height of a set cell in tenths of a point."""
    return sum([paragraph.height for paragraph in cell])


def under_each_other(cells: Sequence[SetCell], between: int) -> SetCell:
    """Put the languages of a cell into one, with space between them that tells which follows."""
    stack: list[Paragraph] = []
    for language, cell in enumerate(cells):
        if cell and (stack or language):
            stack.append(gap(between if stack else 0, language))
        stack.extend(cell)
    return tuple(stack)


def take(cell: SetCell, room: int) -> tuple[SetCell, SetCell]:
    """Split a cell between lines: what fits into this height, and what is left."""
    taken: list[Paragraph] = []
    for number, paragraph in enumerate(cell):
        part, left = paragraph.split(room)
        if part is not None:
            taken.append(part)
            room -= part.height
        if left is not None:
            return tuple(taken), (left, *cell[number + 1 :])
    return tuple(taken), ()


def colour_operator(colour: Colour, operator: bytes) -> bytes:
    """Return a colour followed by its operator: rg for text and areas, RG for lines."""
    return b"%b %b " % (b" ".join(f"{part:.3g}".encode() for part in colour), operator)


def pen_of_rules(theme: Theme) -> bytes:
    """Return what sets colour and width of the thin rules; they hold for a whole page."""
    return b"%b%d w " % (colour_operator(theme.light, b"RG"), theme.thin)


class Setter(dict[str, Paragraph]):
    """Sets texts in one type and one width: `setter[text]` is the paragraph."""

    def __init__(
        self,
        case: TypeCase,
        type_: Type,
        width: int,
        direction: Direction = LEFT_TO_RIGHT,
        *,
        rules: bytes = b"",  # what sets the pen of the page's rules, where a heavier stroke may borrow it
    ) -> None:
        self._rules = rules
        self._family = case.family(type_.family)
        self._type = type_
        self._width = width
        self._direction = direction
        self._limit = width * 1000 // type_.size
        self._style = self._font(self._family.base) + b" %d TL %b" % (
            type_.leading,
            colour_operator(type_.colour, b"rg"),
        )

    def __missing__(self, text: str) -> Paragraph:
        if len(self) > _PARAGRAPHS_REMEMBERED:
            self.clear()
        lines = tuple(self._lines(text)) if text.strip() else ()
        before = self._type.before if lines else 0
        self[text] = set_ = paragraph(self._style, lines, leading=self._type.leading, before=before)
        return set_

    def _lines(self, text: str) -> Iterable[bytes]:
        family = self._family
        codes = family.encode(text) if self._direction is LEFT_TO_RIGHT else None
        if codes is None:
            if self._direction is not LEFT_TO_RIGHT or needs_setting(text):
                return self._complex(text)
            return [self._draw(line) for line in self._broken(family.printable(text))]
        words = codes.split(b" ")
        widths = list(map(family.widths.__getitem__, words))
        space = family.space
        if sum(widths) + space * (len(words) - 1) <= self._limit:
            return (b"(%b)'\n" % codes,)
        if b"-" in codes or max(widths) > self._limit:
            return [self._draw(line) for line in self._broken(text)]
        gaps = [space] * len(words)
        # The space at which a line was broken stays at its end: who listens to the page hears two words.
        lines = [b" ".join(words[a:b]) for a, b in fill(widths, gaps, self._limit)]
        return [*(b"(%b )'\n" % line for line in lines[:-1]), b"(%b)'\n" % lines[-1]]

    def _complex(self, text: str) -> Iterable[bytes]:
        """Set a text of scripts that are shaped or run leftwards; what does it is loaded with the first of them."""
        from planner.documents.complex_text import ComplexText, Emboldening

        stroke = colour_operator(self._type.colour, b"RG") if self._rules else b""
        complex_text = ComplexText(
            self._family, self._type.size, self._width, self._direction, emboldening=Emboldening(stroke, self._rules)
        )
        for part in _parts(text):
            yield from complex_text.lines(part)

    def _broken(self, text: str) -> Iterable[str]:
        for part in _parts(text):
            yield from _with_spaces(part, break_text(part, self._family.width, self._limit))

    def _draw(self, line: str) -> bytes:
        """Return the operators of a line whose characters may come from several fonts."""
        operators = [b"T*"]
        current = self._family.base
        for subset, codes in self._family.runs(line):
            if subset is not current:
                operators.append(self._font(subset))
                current = subset
            operators.append(b"(%b)Tj" % codes)
        if current is not self._family.base:
            operators.append(self._font(self._family.base))
        return b" ".join(operators) + b" "

    def struck(self, text: str, count: int) -> Paragraph:
        """Set a paragraph whose first characters are struck through, in the colour of what no longer holds."""
        if self._direction is not LEFT_TO_RIGHT or needs_setting(text):
            return self[text]  # the arrow between old and new, and the label beside them, say it without a stroke
        type_, family = self._type, self._family
        printable = family.printable(text)
        parts = list(parts_of(self._broken(printable), family.printable(text[:count])))
        faded, back = (colour_operator(colour, b"rg") for colour in (STRUCK, type_.colour))
        lines, strikes = [], []
        for number, (old, new) in enumerate(parts):
            if not old:
                lines.append(self._draw(new))
                continue
            lines.append(faded + self._draw(old) + back + self._draw(new).removeprefix(b"T*"))
            width = family.width(old.rstrip()) * type_.size // 1000
            strikes.append(Strike(number, width, type_.size * 27 // 100))
        set_ = paragraph(self._style, tuple(lines), leading=type_.leading, before=type_.before)
        return set_._replace(strikes=tuple(strikes))

    def _font(self, subset: Subset) -> bytes:
        return b"%b %d Tf" % (subset.name, self._type.size)


def _with_spaces(text: str, lines: Iterable[str]) -> Iterator[str]:
    """Yield lines with the space at which the text was broken: who listens to the page hears two words."""
    at = 0
    for line in lines:
        found = text.find(line, at)
        at = found + len(line) if found >= 0 else len(text)
        yield f"{line} " if text[at : at + 1] == " " else line


def _parts(text: str) -> list[str]:
    return text.replace("\r\n", "\n").translate(_ONE_KIND_OF_LINE_END).split("\n")


class Setters:
    """Setters of all styles for one width of column and one direction."""

    def __init__(self, case: TypeCase, theme: Theme, width: int, direction: Direction = LEFT_TO_RIGHT) -> None:
        self._case = case
        self._theme = theme
        self._width = width
        self._direction = direction
        # By identity: an enum member as a key costs a Python call per look-up, a third of the time of a row.
        self._by_style: dict[int, Setter] = _Lazily(self)

    def make(self, style: Style) -> Setter:
        """Make the setter of one style."""
        return self._setter(self._theme.types[style])

    def _setter(self, type_: Type) -> Setter:
        return Setter(self._case, type_, self._width, self._direction, rules=pen_of_rules(self._theme))

    def set(self, cell: Cell) -> SetCell:
        """Set a cell."""
        by_style = self._by_style
        return tuple(
            [
                by_style[id(style)].struck(text, struck) if struck else by_style[id(style)][text]
                for text, style, struck in cell
            ]
        )

    def set_heading(self, cell: Cell, tone: Tone) -> SetCell:
        """Set the heading of a block, in the colour of its tone."""
        heading = replace(self._theme.types[Style.HEADING], colour=self._theme.tones[tone])
        setter = self._setter(heading)
        by_style = self._by_style
        return tuple([(setter if style is Style.HEADING else by_style[id(style)])[text] for text, style, _ in cell])


class _Lazily(dict[int, Setter]):
    """Setters by the identity of their style, made when first needed: a paper uses few of the fonts."""

    def __init__(self, setters: Setters) -> None:
        self._setters = setters

    def __missing__(self, key: int) -> Setter:
        style = next(style for style in Style if id(style) == key)
        setter = self[key] = self._setters.make(style)
        return setter
