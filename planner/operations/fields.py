"""Setting several plain fields of a row at once, each checked."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from typing import Any

from planner.errors import BadInput
from planner.model.base import Base
from planner.rules.kinds import Audience
from planner.rules.times import DAY, is_zone

Check = Callable[[Any], Any]


def put(row: Base, values: Mapping[str, Any], allowed: Mapping[str, Check]) -> None:
    """Set fields of a row. Raise BadInput for an unknown field or a value that is not allowed there."""
    for name, value in values.items():
        check = allowed.get(name)
        if check is None:
            raise BadInput("There is no field {field} to set here.", field=name)
        try:
            new = check(value)
        except (ValueError, TypeError) as error:
            raise BadInput("“{value}” is not possible for {field}.", value=value, field=name) from error
        if getattr(row, name) != new:
            setattr(row, name, new)


def words(value: Any) -> str:
    """A plain string."""
    if not isinstance(value, str):
        raise TypeError
    return value


def flag(value: Any) -> bool:
    """True or false."""
    if not isinstance(value, bool):
        raise TypeError
    return value


def one_of(kinds: type[StrEnum]) -> Check:
    """One of the kinds of an enumeration, kept as its value."""
    return lambda value: kinds(value).value


def among(*known: str) -> Check:
    """One of some words."""

    def check(value: Any) -> str:
        if value not in known:
            raise ValueError
        return str(value)

    return check


def number(value: Any) -> int:
    """A whole number."""
    if isinstance(value, bool) or not isinstance(value, int):
        raise TypeError
    return value


def optional(check: Check) -> Check:
    """None, or what the check allows."""
    return lambda value: None if value is None else check(value)


def day(value: Any) -> date:
    """A calendar day."""
    if not isinstance(value, date):
        raise TypeError
    return value


def wall_minute(value: Any) -> int:
    """A minute of the day, 0..1439."""
    if not 0 <= number(value) < DAY:
        raise ValueError
    return int(value)


def zone(value: Any) -> str:
    """The IANA name of a zone."""
    if not is_zone(value):
        raise ValueError
    return str(value)


def country(value: Any) -> str:
    """An ISO 3166 alpha-2 code, or nothing."""
    if not (value == "" or (len(value) == 2 and value.isascii() and value.isalpha())):
        raise ValueError
    return str(value).upper()


def languages(value: Any) -> list[str]:
    """Language tags in order, none twice."""
    tags = [str(tag) for tag in value]
    if len(set(tags)) != len(tags) or not all(tag and tag.replace("-", "").isalnum() for tag in tags):
        raise ValueError
    return tags


def audiences(value: Any) -> list[str]:
    """Audiences, sorted as the enumeration has them."""
    wanted = {Audience(one) for one in value}
    return [one.value for one in Audience if one in wanted]
