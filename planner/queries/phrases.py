"""The phrases of an office: every text written in two languages is one, and so are those the office keeps itself."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from sqlalchemy import Connection, String, cast, func, select

from planner.language.phrase_fitting import Term
from planner.language.phrases import Key, PhraseIndex, Words, Written
from planner.model import import_all
from planner.model.base import Base, TextColumn
from planner.model.people import PersonName
from planner.model.phrases import Phrase
from planner.rules.text import Language, Source, State, Text

import_all()  # the base is made of the texts of every table
OWN = Phrase.__tablename__
NAMES = PersonName.__tablename__
NAMING = frozenset({"organisation_name", "venue", "room", NAMES})
"""The tables whose texts are names: where one differs from another, the rest of a phrase stays right."""
_FEW = 500
_FIELDS = {
    name: tuple(column.name for column in table.columns if isinstance(column.type, TextColumn))
    for name, table in Base.metadata.tables.items()
}
TEXT_TABLES = frozenset(name for name, fields in _FIELDS.items() if fields)
TABLES = TEXT_TABLES | {NAMES}
"""What the base is made of."""


class OwnPhrase(NamedTuple):
    """A phrase the office keeps; `topic` is the kind of item it is for, "" for any."""

    id: int
    words: Text
    topic: str
    retired: bool


class PhraseRow(NamedTuple):
    """A phrase as the register lists it: its wordings, how many texts say so, and the own phrase's id, 0 for none.

    `id` is that id, or for what only stands in texts the negative id of the newest text's row.
    """

    id: int
    words: Mapping[Language, str]
    uses: int
    topic: str = ""
    retired: bool = False

    @property
    def own(self) -> bool:
        """Tell whether the office keeps it."""
        return self.id > 0


def phrase_index(db: Connection) -> PhraseIndex:
    """Return all phrases of the office, ready to be asked at every key."""
    return PhraseIndex((one for table in sorted(TEXT_TABLES) for one in written(db, table)), terms(db))


def follow_changes(db: Connection, index: PhraseIndex, changed: Mapping[str, Collection[int]]) -> PhraseIndex:
    """Read the changed rows of an office again and bring an index up to date; return it."""
    new: list[Written] = []
    old: list[Key] = []
    for table in sorted(TEXT_TABLES & changed.keys()):
        old += index.keys_of(table, changed[table])
        new += written(db, table, changed[table])
    index.follow(new, old, terms(db) if NAMING & changed.keys() else None)
    return index


def written(db: Connection, table: str, rows: Collection[int] | None = None) -> Iterator[Written]:
    """Yield the texts of a table, or of some of its rows, that are written in two languages or more."""
    columns, fields = Base.metadata.tables[table].columns, _FIELDS[table]
    query = select(columns.id, *(columns[field] for field in fields))
    retired = table == OWN
    if retired:
        query = query.add_columns(columns.retired)
    if rows is not None and len(rows) <= _FEW:
        query = query.where(columns.id.in_(rows))
    for row in db.execute(query):
        for place, field in enumerate(fields, 1):
            words = wordings(row[place])
            if len(words) > 1:
                yield Written((table, row.id, field), words, table == OWN, retired and bool(row[-1]))


def wordings(text: Text) -> Words:
    """Return the wordings of a text that may serve as an example: none that is stale, or a machine's and unchecked."""
    return tuple(
        (language, wording.text)
        for language, wording in sorted(text.wordings.items())
        if (wording.source is not Source.MACHINE or wording.checked_by) and text.state(language) is not State.STALE
    )


def terms(db: Connection) -> list[Term]:
    """Return the names of organisations, places and people, with the cases a person confirmed."""
    found = []
    for table in sorted(NAMING - {NAMES}):
        columns = Base.metadata.tables[table].columns
        # Each text once, by what the engine keeps of it: PostgreSQL compares no JSON.
        once = select(func.min(columns.id)).group_by(cast(columns.name, String))
        for (text,) in db.execute(select(columns.name).where(columns.id.in_(once)).order_by(columns.id)):
            if len(text.wordings) > 1:
                found.append(Term({tag: {"": one.text, **one.cases} for tag, one in text.wordings.items()}))
    names: dict[int, dict[Language, dict[str, str]]] = {}
    query = select(PersonName.person_id, PersonName.language, PersonName.surname).where(PersonName.surname != "")
    for row in db.execute(query.where(PersonName.source != "passport").order_by(PersonName.id)):
        names.setdefault(row.person_id, {})[row.language] = {"": row.surname}
    return [*found, *(Term(forms) for forms in names.values() if len(forms) > 1)]


def own_phrases(db: Connection) -> tuple[OwnPhrase, ...]:
    """Return the phrases the office keeps itself."""
    query = select(Phrase.id, Phrase.words, Phrase.topic, Phrase.retired).order_by(Phrase.id)
    return tuple(OwnPhrase(*row) for row in db.execute(query))


def phrases(db: Connection) -> tuple[PhraseRow, ...]:
    """Return the office's own phrases, then what its texts say in two languages, the most frequent first."""
    uses: dict[Words, list[int]] = {}
    for table in sorted(TEXT_TABLES - {OWN}):
        for one in written(db, table):
            uses.setdefault(one.words, []).append(one.key[1])
    own = []
    for phrase in own_phrases(db):
        words = tuple((tag, one.text) for tag, one in sorted(phrase.words.wordings.items()))
        own.append(PhraseRow(phrase.id, dict(words), len(uses.pop(words, ())), phrase.topic, phrase.retired))
    taken: set[int] = set()
    others = []
    for words, rows in sorted(uses.items(), key=lambda one: (-len(one[1]), -max(one[1]))):
        number = next((row for row in sorted(rows, reverse=True) if row not in taken), 0)
        if number:  # a row whose two texts are both phrases found nowhere else is listed by the first
            taken.add(number)
            others.append(PhraseRow(-number, dict(words), len(rows)))
    return (*own, *others)


def phrase_count(db: Connection) -> int:
    """Return how many lines the register of phrases has; every text of the office is read for it."""
    return len(phrases(db))


def phrase(db: Connection, phrase_id: int) -> PhraseRow | None:
    """Return one line of the register, None where it is gone."""
    return next((row for row in phrases(db) if row.id == phrase_id), None)
