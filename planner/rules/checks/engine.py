"""Runs the rules: all of them, or after an edit only those whose facts are others than before.

A rule is a pure function of the facts it says it reads, and of one part of the programme (its scope). What it found
is kept with the part it was asked of. So an incremental run is right by construction: an equal part of equal facts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from typing import Any, NamedTuple, TypeVar

from planner.rules.checks import views
from planner.rules.checks.facts import Facts
from planner.rules.findings import Finding, Severity, Thing, gravest_first


class Scope(StrEnum):
    """Of what a rule is asked."""

    EVENT = "event"
    FAMILY = "family"
    STRAND = "strand"
    CLASH = "clash"


SCOPE_READS = {
    Scope.EVENT: (),
    Scope.FAMILY: ("items",),
    Scope.STRAND: ("items", "delegations", "members"),
    Scope.CLASH: ("items", "elsewhere"),
}
"""The facts whose change makes the parts of a scope be looked at again."""


class Rule(NamedTuple):
    """A rule: its codes, of what it is asked, which facts it reads beside that, and the function."""

    codes: tuple[str, ...]
    scope: Scope
    reads: frozenset[str]
    find: Callable[..., Iterable[Finding]]


class Results(NamedTuple):
    """What a run came to, and what the next one can use of it."""

    facts: Facts
    parts: Mapping[Scope, Mapping[Any, Any]]
    found: tuple[Mapping[Any, tuple[Finding, ...]], ...]
    findings: tuple[Finding, ...]


RULES: list[Rule] = []
"""Every rule, in the order of the files."""

Found = TypeVar("Found", bound=Callable[..., Iterable[Finding]])


def rule(*codes: str, scope: Scope, reads: Iterable[str] = ()) -> Callable[[Found], Found]:
    """Register a rule; `reads` names the fields of `Facts` it looks at beside its part. Languages are always known."""

    def register(function: Found) -> Found:
        RULES.append(Rule(codes, scope, frozenset(reads), function))
        return function

    return register


def run(facts: Facts, before: Results | None = None) -> Results:
    """Return the findings of these facts; `before` is an earlier run whose facts shared what did not change."""
    changed = _changed(facts, before.facts if before else None)
    parts = {scope: _parts(scope, facts, before, changed) for scope in Scope}
    touched = {scope: _touched(parts[scope], before.parts[scope] if before else {}) for scope in Scope}
    found: list[Mapping[Any, tuple[Finding, ...]]] = []
    for place, one in enumerate(RULES):
        old = before.found[place] if before else {}
        if before is None or changed & one.reads or "event" in changed or "limits" in changed or "knows" in changed:
            found.append(_ask(one, facts, parts[one.scope]))
        elif touched[one.scope]:
            found.append(_ask_again(one, facts, parts[one.scope], touched[one.scope], old))
        else:
            found.append(old)
    return Results(facts, parts, tuple(found), _gathered(found))


def _changed(facts: Facts, before: Facts | None) -> frozenset[str]:
    if before is None:
        return frozenset(Facts.__slots__)
    return frozenset(name for name in Facts.__slots__ if getattr(facts, name) is not getattr(before, name))


def _parts(scope: Scope, facts: Facts, before: Results | None, changed: frozenset[str]) -> Mapping[Any, Any]:
    if scope is Scope.EVENT:
        return {None: None}
    if before is not None and changed.isdisjoint(SCOPE_READS[scope]):
        return before.parts[scope]
    if scope is Scope.FAMILY:
        return views.families(facts)
    if scope is Scope.STRAND:
        return views.strands(facts)
    return views.clashes(facts, before.facts if before else None, before.parts[scope] if before else None)


def _touched(parts: Mapping[Any, Any], before: Mapping[Any, Any]) -> list[Any]:
    if parts is before:
        return []
    nothing = object()
    return [key for key, part in parts.items() if before.get(key, nothing) != part] + [
        key for key in before if key not in parts
    ]


def _ask(one: Rule, facts: Facts, parts: Mapping[Any, Any]) -> dict[Any, tuple[Finding, ...]]:
    if one.scope is Scope.EVENT:
        found = tuple(one.find(facts))
        return {None: found} if found else {}
    find, answers = one.find, {}
    for key, part in parts.items():
        found = tuple(find(facts, part))
        if found:
            answers[key] = found
    return answers


def _ask_again(
    one: Rule, facts: Facts, parts: Mapping[Any, Any], touched: Iterable[Any], old: Mapping[Any, tuple[Finding, ...]]
) -> dict[Any, tuple[Finding, ...]]:  # fmt: skip
    answers = dict(old)
    for key in touched:
        found = tuple(one.find(facts, parts[key])) if key in parts else ()
        if found:
            answers[key] = found
        else:
            answers.pop(key, None)
    return answers


def _gathered(found: Iterable[Mapping[Any, tuple[Finding, ...]]]) -> tuple[Finding, ...]:
    """Return all findings in order; what two delegations go through together is found once."""
    once: dict[Any, Finding] = {}
    for answers in found:
        for findings in answers.values():
            for one in findings:
                once.setdefault((one.code, one.things, one.message, *map(str, one.values.values())), one)
    return tuple(sorted(once.values(), key=gravest_first))


def stops(code: str, things: tuple[Thing, ...], message: str, /, fixes: Any = (), **values: Any) -> Finding:
    """Return a finding that stops the final print."""
    return Finding(code, Severity.STOPS, things, message, values, fixes)


def asks(code: str, things: tuple[Thing, ...], message: str, /, fixes: Any = (), **values: Any) -> Finding:
    """Return a finding that asks for attention."""
    return Finding(code, Severity.ATTENTION, things, message, values, fixes)


def hints(code: str, things: tuple[Thing, ...], message: str, /, fixes: Any = (), **values: Any) -> Finding:
    """Return a hint."""
    return Finding(code, Severity.HINT, things, message, values, fixes)
