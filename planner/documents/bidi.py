"""Which way each character of a paragraph runs: the Unicode bidirectional algorithm (UAX 9) as far as paper needs it.

Embeddings and overrides never get here: they are printed as visible marks, because all they do in a name is
to make it read as another one. Isolates are honoured. Levels count as in the standard: odd ones run leftwards.
"""

from __future__ import annotations

import unicodedata
from bisect import insort
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

LRI, RLI, FSI, PDI = "\u2066", "\u2067", "\u2068", "\u2069"
_DEEPEST = 125
_BRACKETS_AT_ONCE = 63
_LEFTWARDS = frozenset(("R", "AL", "AN", "RLI"))  # without one of these nothing leaves level 0 for an odd one
_STRONG = frozenset(("L", "R", "AL"))
_NEUTRAL = frozenset(("B", "S", "WS", "ON", "LRI", "RLI", "FSI", "PDI"))
_ISOLATES = frozenset(("LRI", "RLI", "FSI"))
_REMOVED = frozenset(("BN", "LRE", "RLE", "LRO", "RLO", "PDF"))  # rule X9


class Run(NamedTuple):
    """A stretch of a line that runs one way."""

    first: int
    following: int
    level: int


def levels(text: str, base: int) -> list[int]:
    """Return the level of each character of a paragraph whose own level is 0 (left to right) or 1."""
    kinds = [unicodedata.bidirectional(character) or "L" for character in text]
    found = [base] * len(text)
    if not base and _LEFTWARDS.isdisjoint(kinds):
        return found
    for sequence in _sequences(text, kinds, base, found):
        _resolve(text, kinds, sequence, found)
    for at, kind in enumerate(kinds):
        if kind in _REMOVED:
            found[at] = found[at - 1] if at else base
    return found


def first_strong(text: str) -> int:
    """Return the level a paragraph gives itself: 1 when its first letter runs leftwards, else 0."""
    return max(0, _first_strong([unicodedata.bidirectional(character) for character in text], 0))


def visual(runs: Sequence[Run]) -> list[Run]:
    """Return the runs of a line in the order they stand on paper, from the left (rule L2)."""
    ordered = list(runs)
    odd = [run.level for run in runs if run.level % 2]
    for level in range(max((run.level for run in runs), default=0), min(odd, default=1) - 1, -1):
        first = 0
        while first < len(ordered):
            following = first
            while following < len(ordered) and ordered[following].level >= level:
                following += 1
            ordered[first:following] = ordered[first:following][::-1]
            first = following + 1
    return ordered


@lru_cache(4096)
def mirrored(character: str) -> str:
    """Return what a character becomes where text runs leftwards: "(" turns into ")"; most stay."""
    if not unicodedata.mirrored(character):
        return character
    name = unicodedata.name(character)
    for left, right in (("LEFT", "RIGHT"), ("LESS-THAN", "GREATER-THAN")):
        swapped = name.replace(left, "\0").replace(right, left).replace("\0", right)
        if swapped != name:
            try:
                return unicodedata.lookup(swapped)
            except KeyError:
                return character
    return character


def _first_strong(kinds: Sequence[str], first: int) -> int:
    """Return 0 or 1 by the first strong character before the end of this isolate, or -1."""
    depth = 0
    for kind in kinds[first:]:
        if kind in _ISOLATES:
            depth += 1
        elif kind == "PDI":
            if not depth:
                return -1
            depth -= 1
        elif not depth and kind in _STRONG:
            return 0 if kind == "L" else 1
    return -1


def _sequences(text: str, kinds: list[str], base: int, found: list[int]) -> Iterable[list[int]]:
    """Set the explicit levels and return the isolating run sequences (rules X1 to X10, isolates alone)."""
    current: list[int] = []
    sequences = [current]
    outer: list[list[int]] = []
    level, too_deep = base, 0
    for at, kind in enumerate(kinds):
        if kind == "PDI":
            if too_deep:
                too_deep -= 1
            elif outer:
                current = outer.pop()
                level = found[current[-1]] if current else base
        found[at] = level
        if kind not in _REMOVED:
            current.append(at)
        if kind in _ISOLATES:
            right = kind == "RLI" or (kind == "FSI" and _first_strong(kinds, at + 1) == 1)
            inner = level + 1 + (level % 2 == right)
            if inner > _DEEPEST or too_deep:
                too_deep += 1
                continue
            outer.append(current)
            current, level = [], inner
            sequences.append(current)
    return [sequence for sequence in sequences if sequence]


def _resolve(text: str, kinds: list[str], sequence: list[int], found: list[int]) -> None:
    """Set the levels of a sequence; where only isolates nest, its own direction stands at both its ends (X10)."""
    level = found[sequence[0]]
    own = "R" if level % 2 else "L"
    types = _weak([kinds[at] for at in sequence], own)
    _brackets(text, kinds, sequence, types, own)
    _neutral(types, own)
    for at, kind in zip(sequence, types, strict=True):
        if own == "L":
            found[at] = level + {"L": 0, "R": 1}.get(kind, 2)
        else:
            found[at] = level + (kind != "R")


def _weak(types: list[str], own: str) -> list[str]:
    """Apply the rules W1 to W7."""
    strong = previous = own
    for at, kind in enumerate(types):  # W1, W2, W3
        if kind == "NSM":
            kind = "ON" if previous in _ISOLATES or previous == "PDI" else previous
        previous = kind
        if kind in _STRONG:
            strong = kind
        elif kind == "EN" and strong == "AL":
            kind = previous = "AN"
        types[at] = kind
    _separators(types)
    strong = own
    for at, kind in enumerate(types):  # W6, W7, and the rest of W3
        if kind in {"ES", "ET", "CS"}:
            types[at] = "ON"
        elif kind == "AL":
            types[at] = strong = "R"
        elif kind in {"L", "R"}:
            strong = kind
        elif kind == "EN" and strong == "L":
            types[at] = "L"
    return types


def _separators(types: list[str]) -> None:
    """Join separators and signs to the numbers they belong to (rules W4 and W5)."""
    for at in range(1, len(types) - 1):
        left, kind, right = types[at - 1 : at + 2]
        if left == right and ((kind in {"ES", "CS"} and left == "EN") or (kind == "CS" and left == "AN")):
            types[at] = left
    first = 0
    while first < len(types):
        following = first
        while following < len(types) and types[following] == "ET":
            following += 1
        if following == first:
            first += 1
            continue
        if "EN" in (types[first - 1] if first else "", types[following] if following < len(types) else ""):
            types[first:following] = ["EN"] * (following - first)
        first = following


@lru_cache(1024)
def _bracket(character: str) -> tuple[str, bool] | None:
    """Return the closing bracket of a pair and whether this is the opening one."""
    category = unicodedata.category(character)
    if category not in {"Ps", "Pe"} or (other := mirrored(character)) == character:
        return None
    closing = other if category == "Ps" else character
    return unicodedata.normalize("NFC", closing), category == "Ps"


def _pairs(text: str, sequence: list[int], types: list[str]) -> list[tuple[int, int]]:
    """Return the pairs of brackets in a sequence, by their opening."""
    pairs: list[tuple[int, int]] = []
    opened: list[tuple[str, int]] = []
    for place, at in enumerate(sequence):
        if types[place] != "ON" or (bracket := _bracket(text[at])) is None:
            continue
        closing, opens = bracket
        if opens:
            if len(opened) == _BRACKETS_AT_ONCE:
                return []
            opened.append((closing, place))
            continue
        for depth in range(len(opened) - 1, -1, -1):
            if opened[depth][0] == closing:
                insort(pairs, (opened[depth][1], place))
                del opened[depth:]
                break
    return pairs


def _brackets(text: str, kinds: list[str], sequence: list[int], types: list[str], own: str) -> None:
    """Give both brackets of a pair one direction (rule N0)."""
    for opening, closing in _pairs(text, sequence, types):
        inside = {_as_strong(kind) for kind in types[opening + 1 : closing]} - {""}
        if not inside:
            continue
        direction = own
        if own not in inside:
            direction = next((_as_strong(kind) for kind in reversed(types[:opening]) if _as_strong(kind)), own)
        for place in (opening, closing):
            types[place] = direction
            for mark in range(place + 1, len(types)):  # marks on a bracket go with it
                if kinds[sequence[mark]] != "NSM":
                    break
                types[mark] = direction


def _as_strong(kind: str) -> str:
    if kind == "L":
        return "L"
    return "R" if kind in {"R", "EN", "AN"} else ""


def _neutral(types: list[str], own: str) -> None:
    """Give neutrals the direction of what surrounds them, or that of the sequence (rules N1 and N2)."""
    first = 0
    while first < len(types):
        if types[first] not in _NEUTRAL:
            first += 1
            continue
        following = first
        while following < len(types) and types[following] in _NEUTRAL:
            following += 1
        left = _as_strong(types[first - 1]) if first else own
        right = _as_strong(types[following]) if following < len(types) else own
        types[first:following] = [left if left == right else own] * (following - first)
        first = following
