"""A list respelt as other offices spell it: typing errors, another transliteration, order, initials, titles."""

from __future__ import annotations

import csv
import random
from io import StringIO
from pathlib import Path
from typing import NamedTuple

NAMES, POSTS = 500, 200
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_VARIANTS = (
    ("kh", "h"), ("zh", "j"), ("yu", "iu"), ("ya", "ia"), ("ph", "f"), ("sch", "sh"), ("ck", "k"), ("th", "t"),
    ("w", "v"),
    ("j", "zh"), ("x", "ks"), ("ei", "ey"), ("ai", "ay"), ("ou", "u"), ("y", "i"), ("i", "y"), ("u", "ou"), ("k", "kh"),
)  # fmt: skip


class Respelt(NamedTuple):
    """The lines of the second list that were changed, with the way each was; lines count from 2."""

    path: Path
    names: dict[int, str]
    posts: tuple[int, ...]


def respell(source: Path, target: Path, *, posts_among: list[int], seed: int) -> Respelt:
    """Write a list again with other names in 500 lines and other posts in 200 more; the rest stays as it is."""
    draw = random.Random(seed)
    header, *rows = list(csv.reader(StringIO(source.read_text(encoding="utf-8"))))
    name, post = header.index("Person_Name"), header.index("Job_Title")
    lines = draw.sample([line for line, row in enumerate(rows, 2) if len(row[name].split()) > 1], NAMES)
    names: dict[int, str] = {}
    for line in lines:
        way, words = _other(rows[line - 2][name], draw)
        names[line] = way
        rows[line - 2][name] = words
    free = [line for line in posts_among if line not in names and rows[line - 2][post] != "NA"]
    posts = draw.sample(free, POSTS)
    for number, line in enumerate(posts):
        rows[line - 2][post] = f"Head of Division {number}"
    out = StringIO()
    csv.writer(out).writerows([header, *rows])
    target.write_text(out.getvalue(), encoding="utf-8")
    return Respelt(target, names, tuple(posts))


def _other(words: str, draw: random.Random) -> tuple[str, str]:
    """Return a way of spelling a name otherwise, and the name so spelt; it always differs."""
    ways = ["one letter", "two letters", "transliteration", "order", "initials", "title"]
    draw.shuffle(ways)
    for way in ways:
        new = {
            "one letter": lambda: _typo(words, draw),
            "two letters": lambda: _typo(_typo(words, draw), draw),
            "transliteration": lambda: _transliterated(words, draw),
            "order": lambda: _turned(words),
            "initials": lambda: _with_initials(words),
            "title": lambda: f"{draw.choice(['Mr', 'Dr.', 'H.E.', 'Prof.', 'Mme'])} {words}",
        }[way]()
        if new != words:
            return way, new
    raise AssertionError(words)


def _typo(words: str, draw: random.Random) -> str:
    places = [place for place, letter in enumerate(words) if letter.isalpha() and place]
    place, letter = draw.choice(places), draw.choice(_LETTERS)
    way = draw.choice(["leave out", "put in", "another", "change places"])
    if way == "leave out":
        return words[:place] + words[place + 1 :]
    if way == "put in":
        return words[:place] + letter + words[place:]
    if way == "change places" and place + 1 < len(words) and words[place + 1].isalpha():
        return words[:place] + words[place + 1] + words[place] + words[place + 2 :]
    return words[:place] + letter + words[place + 1 :]


def _transliterated(words: str, draw: random.Random) -> str:
    fitting = [(old, new) for old, new in _VARIANTS if old in words]
    if not fitting:
        return words
    old, new = draw.choice(fitting)
    return words.replace(old, new, 1)


def _turned(words: str) -> str:
    parts = words.split()
    return " ".join([parts[-1], *parts[:-1]])


def _with_initials(words: str) -> str:
    first, *rest = words.split()
    return " ".join([f"{first[0]}.", *rest]) if len(first.strip(".")) > 1 else words
