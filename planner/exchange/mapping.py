"""Which column of a table is which fact about a person: guessed from the headers, remembered by the headers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from planner.errors import ImportRefused
from planner.exchange.header_words import HeaderWord, known_header, plain
from planner.exchange.tables import Table
from planner.language.catalog import mark
from planner.rules.person_record import LANGUAGE_FIELDS, NAME_FIELDS, PersonField, Problem
from planner.rules.text import Language

UNKNOWN_FIELD = mark("The mapping names a field {field}, which there is not. The fields are: {fields}.")
NOT_A_MAPPING = mark("The mapping must be an object that names a field for each header.")
TWICE = mark("The columns {first} and {second} both hold {field}; only the first is taken.")
NAME_TOO = frozenset({"name", "names"})


class FieldSpec(NamedTuple):
    """What a column holds; without a language it is in the language of the import."""

    field: PersonField
    language: Language | None = None

    def __str__(self) -> str:
        return f"{self.field}.{self.language}" if self.language else str(self.field)


class ColumnMapping(NamedTuple):
    """The field of each column, None for a column that is left out; problems say what was ambiguous."""

    columns: tuple[FieldSpec | None, ...]
    problems: tuple[Problem, ...] = ()

    @property
    def fields(self) -> frozenset[PersonField]:
        """Every field that some column holds."""
        return frozenset(spec.field for spec in self.columns if spec)

    @property
    def names_people(self) -> bool:
        """Whether any column can tell who or what post is meant."""
        return bool(self.fields & (NAME_FIELDS | {PersonField.POSITION}))


def field_names(languages: Sequence[Language] = ()) -> tuple[str, ...]:
    """Return every name a mapping may use: "surname", and "surname.ru" for each of the languages."""
    names: list[str] = []
    for field in PersonField:
        names.append(str(field))
        if field in LANGUAGE_FIELDS:
            names += [f"{field}.{language}" for language in languages]
    return tuple(names)


def parse_spec(name: str) -> FieldSpec:
    """Read "position" or "position.en"; raise `ImportRefused` for a field there is not."""
    field, _, language = name.strip().partition(".")
    try:
        found = PersonField(field.lower().replace("-", "_").replace(" ", "_"))
    except ValueError:
        raise ImportRefused(UNKNOWN_FIELD, field=name, fields=", ".join(PersonField)) from None
    if language and found not in LANGUAGE_FIELDS:
        raise ImportRefused(UNKNOWN_FIELD, field=name, fields=", ".join(field_names(("en",))))
    return FieldSpec(found, language or None)


def guess_mapping(table: Table, languages: Sequence[Language]) -> ColumnMapping:
    """Guess the field of each column from its header; `languages` are the event's, in order.

    A table with one set of headers is in the language of the import, whatever its headers are worded in; where some
    field has a column in each of two languages, every column takes the language of its own header.
    """
    words = _in_context([known_header(header) for header in table.headers], table.headers)
    bilingual = _is_bilingual(words)
    specs = [_spec(word, languages, bilingual=bilingual) for word in words]
    return _without_doubles(specs, table)


def _in_context(words: list[HeaderWord | None], headers: Sequence[str]) -> list[HeaderWord | None]:
    """Settle what a header alone cannot tell: "Name" beside "Surname", "Имя" by itself, "Title" beside "Position"."""
    fields = Counter(word.field for word in words if word)
    settled: list[HeaderWord | None] = []
    for word, header in zip(words, headers, strict=True):
        field = word.field if word else None
        bare = plain(header)
        if field is PersonField.FULL_NAME and bare in NAME_TOO and fields[PersonField.SURNAME]:
            field = PersonField.GIVEN
        elif field is PersonField.GIVEN and not (fields[PersonField.SURNAME] or fields[PersonField.FULL_NAME]):
            field = PersonField.FULL_NAME
        elif field is PersonField.POSITION and bare == "title" and fields[PersonField.POSITION] > 1:
            field = PersonField.HONORIFIC
        settled.append(word._replace(field=field) if word and field else None)
    return settled


def _is_bilingual(words: Sequence[HeaderWord | None]) -> bool:
    seen: dict[PersonField, list[HeaderWord]] = {}
    for word in words:
        if word and word.field in LANGUAGE_FIELDS:
            seen.setdefault(word.field, []).append(word)
    return any(
        not (one.worded_in & other.worded_in) or one.says != other.says
        for columns in seen.values()
        for one in columns
        for other in columns
    )


def _spec(word: HeaderWord | None, languages: Sequence[Language], *, bilingual: bool) -> FieldSpec | None:
    if word is None:
        return None
    if word.field not in LANGUAGE_FIELDS:
        return FieldSpec(word.field)
    if word.says or not bilingual:
        return FieldSpec(word.field, word.says)
    offered = [language for language in languages if language in word.worded_in]
    either = {"ru", "ky"} <= word.worded_in  # "Фамилия" is both: the event's first of the two is meant
    return FieldSpec(word.field, offered[0] if len(offered) == 1 or (either and offered) else None)


def _without_doubles(specs: list[FieldSpec | None], table: Table) -> ColumnMapping:
    """Let the first filled column of each field stand, and say which columns were left out for it."""
    taken: dict[FieldSpec, int] = {}
    problems: list[Problem] = []
    filled = [any(row.cells[column].strip() for row in table.rows) for column in range(len(specs))]
    for column in sorted(range(len(specs)), key=lambda column: not filled[column]):
        spec = specs[column]
        if spec is None:
            continue
        if spec in taken:
            first, second = table.headers[taken[spec]], table.headers[column]
            problems.append(Problem(0, TWICE, {"first": first, "second": second, "field": str(spec)}))
            specs[column] = None
        else:
            taken[spec] = column
    return ColumnMapping(tuple(specs), tuple(problems))


def mapping_to_json(table: Table, mapping: ColumnMapping) -> dict[str, Any]:
    """Return the mapping by the text of the headers, as it is remembered for the next file with the same headers."""
    return {key: str(spec) if spec else None for key, spec in zip(header_keys(table), mapping.columns, strict=True)}


def mapping_from_json(data: object, table: Table, languages: Sequence[Language] = ()) -> ColumnMapping:
    """Apply a remembered or hand-written mapping: {"Job_Title": "position", "Year": null}.

    The other way round ({"position": "Job_Title"}) is understood too. Columns it does not name are guessed, unless
    the field is taken already. Raises `ImportRefused` for a field there is not.
    """
    wanted = _by_header(data, table)
    guessed = guess_mapping(table, languages)
    taken = {parse_spec(name) for name in wanted.values() if name}
    columns: list[FieldSpec | None] = []
    for key, guess in zip(header_keys(table), guessed.columns, strict=True):
        if key in wanted:
            columns.append(parse_spec(name) if (name := wanted[key]) else None)
        else:
            columns.append(None if guess in taken else guess)
    return _without_doubles(columns, table)


def header_keys(table: Table) -> tuple[str, ...]:
    """Return a name for each column: its header, numbered from the second on where headers are alike."""
    seen: Counter[str] = Counter()
    keys: list[str] = []
    for header in table.headers:
        key = " ".join(header.split())
        seen[key] += 1
        keys.append(key if seen[key] == 1 else f"{key} #{seen[key]}")
    return tuple(keys)


def _by_header(data: object, table: Table) -> dict[str, str | None]:
    """Return the wanted field of each header of this table that the mapping names, whichever way it is written."""
    if isinstance(data, Mapping) and isinstance(data.get("columns"), Mapping):
        data = data["columns"]
    if not isinstance(data, Mapping) or not all(isinstance(value, str | None) for value in data.values()):
        raise ImportRefused(NOT_A_MAPPING)
    keys = {plain(key): key for key in header_keys(table)}
    entries = [(str(key), value) for key, value in data.items()]
    turned = any(value and plain(value) in keys for _, value in entries)
    if turned and not any(plain(key) in keys for key, _ in entries):
        entries = [(value, key) for key, value in entries if value]
    return {keys[plain(header)]: name for header, name in entries if plain(header) in keys and _checked(name)}


def _checked(name: str | None) -> bool:
    if name:
        parse_spec(name)
    return True
