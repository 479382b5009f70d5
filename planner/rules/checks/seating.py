"""Who sits where, as the desk of seating judges it (W-22, W-24, W-25, W-33, W-64, W-80)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from planner.rules.checks.engine import Scope, asks, hints, rule, stops
from planner.rules.checks.facts import Facts, Plan
from planner.rules.checks.views import several
from planner.rules.findings import Finding, Thing, mark
from planner.rules.seating_score import Bent, Rule

WRONG_HONOUR = mark("{plan}: {who} sits at the place of honour, and {other} ranks higher. Change their places.")
NOT_BY_RANK = mark("{plan}: the seats of {who} are not in the order of the list. Seat them by rank, or pin them.")
CLUMPED = mark("{plan}: {who} sit in a row of one side. Mix them.")
PARTNERS = mark("{plan}: partners sit side by side: {who}. Part them.")
TOGETHER = mark("{plan}: {who} should not be neighbours. Part them.")
NO_CHAIR = mark("{plan}: there is no chair for {who}. Add one, or take another table.")
BACK_TO = mark("{plan}: {who} has the back to the door. Turn the table, or change sides.")
CAMERA = mark("{plan}: {who} has the back to the camera. Move the camera, or change sides.")
SUN = mark("{plan}: {who} has the sun in the eyes. Draw the curtains, or change sides.")

_SAID = {
    Rule.ORDER: ("W-22", NOT_BY_RANK, asks), Rule.CLUMP: ("W-24", CLUMPED, hints),
    Rule.PARTNERS: ("W-24", PARTNERS, hints),
    Rule.APART: ("W-33", TOGETHER, hints), Rule.UNSEATED: ("W-64", NO_CHAIR, stops),
    Rule.BACK_TO_DOOR: ("W-80", BACK_TO, asks),
    Rule.BACK_TO_CAMERA: ("W-80", CAMERA, asks), Rule.SUN: ("W-80", SUN, asks),
}  # fmt: skip
"""The rules of seating that are findings: code, sentence and weight."""


@rule("W-22", "W-24", "W-25", "W-33", "W-64", "W-80", scope=Scope.EVENT, reads=("plans", "members"))
def seats(facts: Facts) -> Iterator[Finding]:
    """What a plan of seats bends: each rule once for each plan, with the names of all it concerns."""
    for plan in facts.plans:
        by_rule: dict[Rule, list[Bent]] = defaultdict(list)
        for bent in plan.bent:
            by_rule[bent.rule].append(bent)
        for one in by_rule.pop(Rule.HONOUR, ()):
            there, better = (_name(facts, person) for person in one.people)
            values = {"plan": facts.said(plan.title), "who": there, "other": better}
            yield stops("W-25", _about(plan, one.people), WRONG_HONOUR, **values)
        for kind, (code, sentence, say) in _SAID.items():
            people = tuple(dict.fromkeys(person for one in by_rule.get(kind, ()) for person in one.people))
            if people:
                names = several(_name(facts, person) for person in people)
                yield say(code, _about(plan, people), sentence, plan=facts.said(plan.title), who=names)


def _about(plan: Plan, people: tuple[int, ...]) -> tuple[Thing, ...]:
    return (Thing("seating", plan.id), *(Thing("member", one) for one in people))


def _name(facts: Facts, member_id: int) -> str:
    member = facts.members.get(member_id)
    return member.called(*facts.event.languages) if member else ""
