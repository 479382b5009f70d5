"""Findings: a sentence a person can act on, about certain things, with ways to mend it (handbook 6)."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Any, NamedTuple

_NO_VALUES: Mapping[str, Any] = MappingProxyType({})


class Severity(StrEnum):
    """How much a finding matters: it stops the final print, asks for attention, or hints."""

    STOPS = "stops"
    ATTENTION = "attention"
    HINT = "hint"


class Thing(NamedTuple):
    """What a finding is about: "event", "item", "member", "delegation", "person", "paper", and its id."""

    kind: str
    id: int


class Fix(NamedTuple):
    """A way to mend a finding: an ordinary operation by its name, with arguments; `label` is a catalog id."""

    operation: str
    arguments: dict[str, Any]
    label: str
    values: Mapping[str, Any] = _NO_VALUES


class Finding(NamedTuple):
    """A finding. `message` is a catalog id, `values` what stands in its braces (plain strings, days as dates)."""

    code: str
    severity: Severity
    things: tuple[Thing, ...]
    message: str
    values: dict[str, Any]
    fixes: tuple[Fix, ...] = ()


def mark(message: str) -> str:
    """Mark a sentence for the catalog; the rules know no catalog, the words are put in where they are shown."""
    return message


def identity(finding: Finding) -> tuple[Any, ...]:
    """Return what tells a finding from others: its code, what it is about, and which sentence says it."""
    return (finding.code, finding.things, finding.message)


def fingerprint(finding: Finding) -> str:
    """Return what stands for the facts of a finding: if any of them changes, it is another finding."""
    import hashlib  # 4 MB

    facts = (finding.code, finding.things, finding.message, sorted(finding.values.items()))
    return hashlib.sha256(repr(facts).encode()).hexdigest()


def gravest_first(finding: Finding) -> tuple[Any, ...]:
    """Return the key that sorts findings: by weight, code, and what they are about."""
    return (_WEIGHT[finding.severity], finding.code, finding.things, str(sorted(finding.values.items())))


_WEIGHT = {severity: place for place, severity in enumerate(Severity)}
