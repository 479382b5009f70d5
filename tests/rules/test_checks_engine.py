"""The engine of the checks: a rule reads what it says, a run is in order, a dismissal knows its facts."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from planner.rules.checks import registered
from planner.rules.checks.engine import RULES, Rule, Scope, run
from planner.rules.checks.facts import Facts
from planner.rules.checks.limits import Limits, changed, limits_of
from planner.rules.findings import Finding, Severity, Thing, fingerprint, gravest_first
from tests.rules.check_facts import everything

ALWAYS = frozenset({"event", "limits", "knows", "said"})


class Watched:
    """Facts that may be asked only for what a rule says it reads."""

    def __init__(self, facts: Facts, rule: Rule) -> None:
        self._facts, self._rule = facts, rule

    def __getattr__(self, name: str) -> Any:
        assert name in self._rule.reads | ALWAYS, f"{self._rule.codes} reads {name} without saying so"
        return getattr(self._facts, name)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.find.__name__)
def test_rule_reads_only_what_it_says(rule: Rule) -> None:
    facts = everything()
    watched: Any = Watched(facts, rule)
    if rule.scope is Scope.EVENT:
        list(rule.find(watched))
        return
    parts = run(facts).parts[rule.scope]
    assert parts
    for part in parts.values():
        list(rule.find(watched, part))


def test_rules_say_only_the_codes_they_are_registered_for() -> None:
    facts = everything()
    for rule in RULES:
        parts = run(facts).parts[rule.scope]
        answers = rule.find(facts) if rule.scope is Scope.EVENT else (
            one for part in parts.values() for one in rule.find(facts, part)
        )  # fmt: skip
        assert {one.code for one in answers} <= set(rule.codes)


def test_every_family_of_rules_is_registered() -> None:
    modules = {rule.find.__module__.rpartition(".")[2] for rule in RULES}
    assert modules == set(registered.__all__)


def test_gravest_findings_come_first() -> None:
    one = Finding("W-50", Severity.STOPS, (Thing("item", 1),), "", {})
    found = [one._replace(severity=Severity.HINT), one, one._replace(code="W-01"), one._replace(things=())]
    assert sorted(found, key=gravest_first) == [found[2], found[3], found[1], found[0]]


def test_fingerprint_changes_with_the_facts_and_not_with_the_fixes() -> None:
    one = Finding("W-50", Severity.STOPS, (Thing("item", 1),), "{day}", {"day": date(2026, 9, 1)})
    assert fingerprint(one) == fingerprint(one._replace(severity=Severity.HINT))
    others = [
        one._replace(code="W-51"), one._replace(things=(Thing("item", 2),)), one._replace(message="other"),
        one._replace(values={"day": date(2026, 9, 2)}),
    ]  # fmt: skip
    assert len({fingerprint(each) for each in (one, *others)}) == 5


def test_thresholds_that_are_none_are_passed_over() -> None:
    values = {"gap_minutes": 60, "day_load_hours": -1, "level_gap": True, "side_balance": "2", "unknown": 3}
    assert limits_of(values) == Limits(gap_minutes=60)
    assert changed(limits_of(values)) == {"gap_minutes": 60}
    assert changed(Limits()) == {}
