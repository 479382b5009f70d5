"""Phrases as a table: a column for each language, by its tag or its own name, and one for what they are for."""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Iterable, Mapping

from planner.errors import ImportRefused
from planner.exchange.reading import read_file
from planner.exchange.tables import RawTable, escape_formula
from planner.language.catalog import mark
from planner.language.languages import find, known, own_name
from planner.rules.kinds import ItemKind
from planner.rules.text import Language, Source, Text, Wording

TOPIC = "topic"
NO_LANGUAGES = mark(
    "The first row does not name two languages. Write one in each column, by its tag (ru, en) or its name."
)
_KINDS = frozenset(kind.value for kind in ItemKind)


def read_phrases(path: str | os.PathLike[str]) -> list[tuple[Text, str]]:
    """Return the phrases of a CSV file or workbook with their topics. Raise ImportRefused in words."""
    return phrases_of(read_file(path))


def phrases_of(table: RawTable) -> list[tuple[Text, str]]:
    """Return the phrases of a table whose first row names the languages; rows without words are passed over."""
    heads = [cell.strip() for cell in table.rows[0].cells] if table.rows else []
    columns = {place: tag for place, head in enumerate(heads) if (tag := _language(head))}
    if len(columns) < 2:
        raise ImportRefused(NO_LANGUAGES)
    topics = [place for place, head in enumerate(heads) if head.casefold() == TOPIC]
    found = []
    for row in table.rows[1:]:
        cells = dict(enumerate(row.cells))
        words = {tag: Wording(said, source=Source.IMPORT) for place, tag in columns.items()
                 if (said := " ".join(cells.get(place, "").split()))}  # fmt: skip
        topic = next((cells[place].strip() for place in topics if cells.get(place, "").strip() in _KINDS), "")
        if words:
            found.append((Text(words), topic))
    return found


def phrases_as_csv(phrases: Iterable[tuple[Mapping[Language, str], str]]) -> bytes:
    """Return phrases with their topics as CSV that spreadsheets open rightly, the languages in alphabetical order."""
    rows = list(phrases)
    tags = sorted({tag for words, _topic in rows for tag in words})
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([*tags, TOPIC])
    for words, topic in rows:
        writer.writerow([*(escape_formula(words.get(tag, "")) for tag in tags), topic])
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def _language(head: str) -> Language:
    """Return the language a heading names: "ru", "en-GB", "Русский", "кыргызча"."""
    if not head:
        return ""
    named = {own_name(tag).casefold(): tag for tag in known()}
    if tag := named.get(head.casefold()):
        return tag
    return head if head.replace("-", "").isalnum() and head.isascii() and find(head).described else ""
