"""Who may read which field (handbook 2, W-71): what is not for the table cannot get onto a table copy.

Before a paper for the table is composed, every field its readers may not see is emptied in its data, so that no
`compose` can print it, whatever it does. A field that does not stand in `FIELDS` is for the table.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import IntEnum
from functools import cache
from typing import Any, TypeVar, cast, get_args, get_type_hints

from planner.documents.data import CoordinatorData, ItemData, MemberFactsData
from planner.documents.logistics_data import (
    ContactData,
    GiftData,
    JourneyData,
    LodgingData,
    PassData,
    RideData,
    VehicleData,
)
from planner.documents.set_data import (
    CommitmentData,
    InChargeData,
    PictureData,
    PresentData,
    RunLineData,
    StatementData,
)
from planner.rules.kinds import Audience


class Reader(IntEnum):
    """For whom a copy is; each reads what those before read, and more."""

    TABLE = 0
    SERVICE = 1
    HOST = 2


SERVICE, HOST = Reader.SERVICE, Reader.HOST

FIELDS: Mapping[type, Mapping[str, Reader]] = {
    ItemData: {"alert": SERVICE, "vehicles": SERVICE, "internal_note": HOST},
    VehicleData: {"driver": SERVICE, "phone": SERVICE},
    RideData: {"radio": SERVICE, "note": SERVICE},
    JourneyData: {"note": HOST, "papers_hold": HOST},
    LodgingData: {"passport": SERVICE, "smoking": SERVICE, "payer": HOST, "note": HOST},
    GiftData: {"value": HOST, "note": HOST, "registered_on": HOST, "wrapped": HOST, "budget": HOST},
    CommitmentData: {"co_owners": HOST, "control": HOST},
    PresentData: {"value": HOST},
    PassData: {"passport": SERVICE, "number": SERVICE, "expires": SERVICE, "birth_date": SERVICE},
    ContactData: {"phone": HOST, "email": HOST},
    InChargeData: {"phone": Reader.TABLE},  # whom guests may call
    CoordinatorData: {"phone": Reader.TABLE},
    MemberFactsData: {"phone": HOST, "room": HOST, "diet": HOST},
    RunLineData: {"technician": SERVICE, "cue": SERVICE, "alert": SERVICE},
}
"""The fields that are not for the table, and who may read them."""

QUOTE = "quote"
"""Somebody's words, which go to the table only once they have agreed to them (handbook 2.20)."""

Row = TypeVar("Row")
_Strip = Callable[[Any], Any]


def readable(data: Row, reader: Reader) -> Row:
    """Return data with what a reader may not see emptied: fields to their defaults, internal items left out.

    So are photographs nobody agreed to, and words nobody did.
    """
    kind: Any = type(data)
    return data if reader is Reader.HOST else cast(Row, _stripping(kind, reader)(data))


def _stripping(kind: Any, reader: Reader) -> _Strip:
    return _row(kind, reader) if _holds(kind, frozenset()) else lambda value: value


@cache
def _holds(kind: Any, seen: frozenset[Any]) -> bool:
    """Tell whether anything in a type is not for everybody; lists of 85,000 people are then not walked through."""
    if kind in seen:
        return False
    if hasattr(kind, "_fields"):
        within = seen | {kind}
        own = kind in FIELDS or kind in (ItemData, PictureData, StatementData)
        return own or any(_holds(one, within) for one in _hints(kind).values())
    return any(_holds(one, seen) for one in get_args(kind) if one is not Ellipsis)


@cache
def _hints(kind: Any) -> dict[str, Any]:
    return get_type_hints(kind)


@cache
def _row(kind: Any, reader: Reader) -> _Strip:
    hidden = {name: kind._field_defaults[name] for name, least in FIELDS.get(kind, {}).items() if least > reader}
    inner = [name for name, hint in _hints(kind).items() if name not in hidden and _holds(hint, frozenset())]

    def strip(row: Any) -> Any:
        values = {name: _value(getattr(row, name), reader) for name in inner}
        return row._replace(**values, **hidden)

    return strip


def _value(value: Any, reader: Reader) -> Any:
    if isinstance(value, tuple) and not hasattr(type(value), "_fields"):
        return tuple(_one(one, reader) for one in value if not _is_internal(one))
    if isinstance(value, Mapping):
        return {key: _one(one, reader) for key, one in value.items()}
    return _one(value, reader)


def _one(value: Any, reader: Reader) -> Any:
    kind: Any = type(value)
    if kind is PictureData and not value.consent:
        return None  # whoever did not agree to be shown is not (handbook 2.18, 2.20)
    return _row(kind, reader)(value) if hasattr(kind, "_fields") else value


def _is_internal(value: Any) -> bool:
    """Tell whether an item is not for guests (nor are service papers), or words or a photograph nobody agreed to."""
    if isinstance(value, PictureData):
        return not value.consent
    if isinstance(value, StatementData):
        return value.part == QUOTE and not value.approved_by
    return isinstance(value, ItemData) and Audience.GUEST not in value.audience
