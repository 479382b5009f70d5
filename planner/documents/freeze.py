"""Frozen data: what a paper was made of, as versioned JSON and back, exactly.

Every field is written, also one that holds its default: a default of a later program must not change what was issued.
"""

from __future__ import annotations

import json
import types
import zlib
from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Any, Union, cast, get_args, get_origin, get_type_hints

from planner.documents.data import FlagsData, ParticipantsData, ProgrammeData, SeatingData
from planner.documents.logistics_data import SORTS as LOGISTICS
from planner.documents.logistics_data import LogisticsData
from planner.documents.set_data import (
    InvitationsData,
    MinutesData,
    NoteData,
    PersonalData,
    RunSheetData,
    TasksData,
    WeekData,
)
from planner.documents.signing_data import SigningData
from planner.errors import NotPossible
from planner.rules.text import Text

FORMAT = 1
"""The number of this form; a later one is refused in words."""

PaperData = (
    ProgrammeData | ParticipantsData | SeatingData | FlagsData | LogisticsData
    | RunSheetData | PersonalData | MinutesData | NoteData | WeekData | InvitationsData
    | SigningData | TasksData
)  # fmt: skip
"""What a paper is made of."""

_SORTS: Mapping[str, Any] = {
    "programme": ProgrammeData, "participants": ParticipantsData, "seating": SeatingData, "flags": FlagsData,
    "run-sheet": RunSheetData, "personal": PersonalData, "minutes": MinutesData, "note": NoteData, "week": WeekData,
    "invitations": InvitationsData, "signing": SigningData, "tasks": TasksData,
    **LOGISTICS,
}  # fmt: skip


def freeze(data: PaperData) -> bytes:
    """Return the data as JSON, compressed; the same data gives the same bytes."""
    sort = next(name for name, kind in _SORTS.items() if isinstance(data, kind))
    frozen = {"format": FORMAT, "sort": sort, "data": _writer(_SORTS[sort])(data)}
    return zlib.compress(json.dumps(frozen, ensure_ascii=False, separators=(",", ":")).encode(), 6)


def thaw(frozen: bytes) -> PaperData:
    """Read what `freeze` wrote; raise NotPossible in words where a later program wrote it."""
    read = json.loads(zlib.decompress(frozen))
    if read["format"] > FORMAT:
        raise NotPossible("This version of the paper was issued by a newer program. Install it to compare or print.")
    return cast(PaperData, _reader(_SORTS[read["sort"]])(read["data"]))


@cache
def _writer(kind: Any) -> Callable[[Any], Any]:
    """Return what writes values of a type as JSON."""
    if kind is Text:
        return lambda value: value.to_json()
    if kind is date:
        return lambda value: value.isoformat()
    if hasattr(kind, "_fields"):
        return _row_writer(kind)
    origin, inner = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        write = _writer(_present(inner))
        return lambda value: None if value is None else write(value)
    if origin is tuple:
        write = _writer(inner[0])
        return lambda value: [write(one) for one in value]
    if origin is frozenset:
        return sorted
    if origin is not None:
        write = _writer(inner[1])
        return lambda value: {key: write(one) for key, one in value.items()}
    return lambda value: value


def _row_writer(kind: Any) -> Callable[[Any], Any]:
    hints = get_type_hints(kind)
    writers: list[tuple[str, Any]] = []

    def write(row: Any) -> dict[str, Any]:
        if not writers:  # here, since an item holds items
            writers.extend((name, _writer(hints[name])) for name in kind._fields)
        return {name: field(value) for (name, field), value in zip(writers, row, strict=True)}

    return write


@cache
def _reader(kind: Any) -> Callable[[Any], Any]:
    """Return what reads values of a type from JSON."""
    if kind is Text:
        return Text.from_json
    if kind is date:
        return date.fromisoformat
    if hasattr(kind, "_fields"):
        return _row_reader(kind)
    origin, inner = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        read = _reader(_present(inner))
        return lambda value: None if value is None else read(value)
    if origin in (tuple, frozenset):
        read = _reader(inner[0])
        return lambda value: origin(map(read, value))
    if origin is not None:
        read = _reader(inner[1])
        return lambda value: {key: read(one) for key, one in value.items()}
    return kind if isinstance(kind, type) and issubclass(kind, StrEnum) else lambda value: value


def _row_reader(kind: Any) -> Callable[[Any], Any]:
    hints = get_type_hints(kind)
    readers: dict[str, Any] = {}

    def read(row: Mapping[str, Any]) -> Any:
        if not readers:
            readers.update((name, _reader(hints[name])) for name in kind._fields)
        return kind(**{name: readers[name](value) for name, value in row.items() if name in readers})

    return read


def _present(inner: tuple[Any, ...]) -> Any:
    """Return the type of an optional value that is there."""
    (present,) = [one for one in inner if one is not type(None)]
    return present
