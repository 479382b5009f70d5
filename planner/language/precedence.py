"""Why somebody stands where they stand, in a sentence."""

from __future__ import annotations

from datetime import date
from types import MappingProxyType
from typing import Any

from planner.language import catalog
from planner.language.catalog import mark
from planner.language.dates import format_day
from planner.rules.kinds import Capacity
from planner.rules.precedence import UNRANKED, Reason, Rule
from planner.rules.text import Language

CLASSES = MappingProxyType({
    "nuncio": mark("nuncio"), "ambassador": mark("ambassador"), "envoy": mark("envoy"),
    "charge": mark("chargé d’affaires"), "consul-general": mark("consul-general"), "consul": mark("consul"),
    "vice-consul": mark("vice-consul"), "consular-agent": mark("consular agent"),
})  # fmt: skip
"""What the diplomatic and consular classes are called."""

CAPACITIES = MappingProxyType({
    Capacity.HEAD: mark("Head of delegation"), Capacity.DEPUTY_HEAD: mark("Deputy head"),
    Capacity.MEMBER: mark("Member"), Capacity.ADVISER: mark("Adviser"), Capacity.AIDE: mark("Aide"),
    Capacity.INTERPRETER: mark("Interpreter"), Capacity.PRESS: mark("Press"), Capacity.SECURITY: mark("Security"),
    Capacity.DRIVER: mark("Driver"),
})  # fmt: skip

SENTENCES = MappingProxyType({
    Rule.CAPACITY: mark("by capacity: {mine}; {other}: {theirs}"),
    Rule.UNRANKED: mark("without a rank, last of those in the same capacity; {other}: {theirs}"),
    Rule.ACTING_HEAD: mark("acting heads of posts follow all heads (VCCR article 16); neighbour: {other}"),
    Rule.ACTING: mark("an acting holder stands half a level lower: {mine}; {other}: {theirs}"),
    Rule.FORMER: mark("a former holder stands below all who serve at the level; neighbour: {other}"),
    Rule.LEVEL: mark("by rank {mine}; {other} has {theirs}"),
    Rule.NUNCIO: mark("the nuncio comes first here; neighbour: {other}"),
    Rule.HONORARY: mark("career heads come before honorary ones of the same class; neighbour: {other}"),
    Rule.CLASS: mark("by class: {mine}; {other}: {theirs}"),
    Rule.GUEST_FIRST: mark("of equal rank, the foreign guest comes first; neighbour: {other}"),
    Rule.SENDING_SIDE: mark("of equal rank, by the list of the sending side: no. {mine}; {other}: no. {theirs}"),
    Rule.LEFT_ON: mark("both have left office: {mine}; {other}: {theirs}"),
    Rule.DATE: mark("of equal rank, by the date: {mine}; {other}: {theirs}"),
    Rule.HOUR: mark("of equal rank and day, by the hour: {mine}; {other}: {theirs}"),
    Rule.NO_DATE: mark("of equal rank, a known date comes before an unknown one: {mine}; {other}: {theirs}"),
    Rule.FOUNDED: mark("of equal rank, the older organisation comes first: {mine}; {other}: {theirs}"),
    Rule.AGE: mark("of equal rank, the elder comes first; neighbour: {other}"),
    Rule.SURNAME: mark("equal in rank and date, by the alphabet; neighbour: {other}"),
    Rule.OWN_ORDER: mark("equal in everything, in the order they were listed; neighbour: {other}"),
    Rule.SPOUSE: mark("with the rank of the partner: {other}"),
    Rule.ALONE: mark("nobody else to compare with"),
})  # fmt: skip


def reason_words(reason: Reason, other: str, language: Language) -> str:
    """Return the sentence for a reason; `other` is what the neighbour is called."""
    if reason.rule is Rule.PIN:
        words = catalog.text("pinned by hand; by precedence it would be no. {n}", language, n=reason.mine)
    else:
        values = {"mine": _value(reason.rule, reason.mine, language),
                  "theirs": _value(reason.rule, reason.theirs, language)}  # fmt: skip
        words = catalog.text(SENTENCES[reason.rule], language, other=other, **values)
    return catalog.text("No. {n}: {why}.", language, n=reason.place, why=words)


def _value(rule: Rule, value: Any, language: Language) -> str:
    if rule is Rule.HOUR:
        return catalog.text("hour unknown", language) if value is None else f"{value // 60:02}:{value % 60:02}"
    if isinstance(value, Capacity):
        return catalog.text(CAPACITIES[value], language)
    if isinstance(value, date):
        return format_day(value, language)
    if rule in (Rule.LEVEL, Rule.ACTING, Rule.UNRANKED, Rule.FORMER):
        return catalog.text("no rank", language) if value == UNRANKED else f"{value:g}"
    if rule is Rule.CLASS:
        return catalog.text(CLASSES[value], language) if value in CLASSES else "—"
    if value is None:
        return catalog.text("date unknown", language)
    return str(value)
