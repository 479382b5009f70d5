"""The columns of a table that is typed into, and how what was typed becomes a value."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

from planner.language.search import fold


class EditColumn(NamedTuple):
    """A column of rows that are typed into.

    key       what the table's signals call it
    title     its heading, in the interface's language
    text      what a row shows in it
    width     in pixels of the design
    parse     turns what was typed into a value, and raises ValueError for what it cannot; None cannot be typed into
    typed     what the editor begins with (default: the text shown)
    offers    words offered while typing
    several   the offers complete the word after the last comma
    ticked    drawn as a box that is ticked or not; the value is true or false
    starts    a new row is made as soon as this was typed into the empty line
    tone      the tone of a row's pill instead of plain text ("" draws plain)
    aside     a second text after the first, in grey
    missing   drawn as missing where it is empty and this says so
    muted     drawn in grey
    right     set at the right edge, for numbers
    hint      an example, shown in the empty editor
    wrong     the sentence for what cannot be understood
    """

    key: str
    title: str
    text: Callable[[Any], str]
    width: int = 120
    parse: Callable[[str], Any] | None = None
    typed: Callable[[Any], str] | None = None
    offers: Callable[[], Sequence[str]] | None = None
    several: bool = False
    ticked: Callable[[Any], bool] | None = None
    starts: bool = False
    tone: Callable[[Any], str] | None = None
    aside: Callable[[Any], str] | None = None
    missing: Callable[[Any], bool] | None = None
    muted: bool = False
    right: bool = False
    hint: str = ""
    wrong: str = ""

    def begins(self, row: Any) -> str:
        """Return what an editor of a row's cell begins with."""
        return (self.typed or self.text)(row)

    @property
    def writable(self) -> bool:
        """Tell whether its cells can be typed into or ticked."""
        return self.parse is not None or self.ticked is not None


class Choices:
    """Values by what they are called: what a typed word means, and what is offered.

    The whole name counts first, then what begins with the words, then what holds them, in the order given.
    """

    def __init__(self, found: Iterable[tuple[Any, str]], *, empty: bool = False) -> None:
        self._found = [(value, label, fold(label)) for value, label in found]
        self._empty = empty
        self._labels = {value: label for value, label, _folded in self._found}

    def label(self, value: Any) -> str:
        """Return what a value is called, "" for one that is not known."""
        return self._labels.get(value, "")

    def labels(self) -> list[str]:
        """Return what is offered."""
        return [label for _value, label, _folded in self._found]

    def value(self, words: str) -> Any:
        """Return what words mean, None for none where that is possible. Raise ValueError where nothing fits."""
        wanted = fold(words)
        if not wanted:
            if self._empty:
                return None
            raise ValueError(words)
        for fits in (str.__eq__, str.startswith, str.__contains__):
            for value, _label, folded in self._found:
                if fits(folded, wanted):
                    return value
        for value, _label, folded in self._found:  # "imanaliev kub" finds "Kubanychbek Imanaliev"
            if all(word in folded for word in wanted.split()):
                return value
        raise ValueError(words)

    def values(self, words: str) -> list[Any]:
        """Return what words with commas between them mean, none twice. Raise ValueError where one does not fit."""
        return list(dict.fromkeys(self.value(one) for one in words.split(",") if one.strip()))


def one_line(words: str) -> str:
    """Return words without line breaks and doubled spaces: what a cell of plain text holds."""
    return " ".join(words.split())


def whole_number(words: str) -> int | None:
    """Return the number typed, None for nothing. Raise ValueError for anything else."""
    return int(words) if words.strip() else None
