"""Findings: a sentence a person can act on, about certain things (handbook 6)."""

from __future__ import annotations

from enum import StrEnum
from typing import Any, NamedTuple


class Severity(StrEnum):
    """How much a finding matters: it stops the final print, asks for attention, or hints."""

    STOPS = "stops"
    ATTENTION = "attention"
    HINT = "hint"


class Thing(NamedTuple):
    """What a finding is about: "event", "item", "member", "delegation", "person", and its id."""

    kind: str
    id: int


class Finding(NamedTuple):
    """A finding. `message` is a catalog id, `values` what stands in its braces (plain strings)."""

    code: str
    severity: Severity
    things: tuple[Thing, ...]
    message: str
    values: dict[str, Any]
