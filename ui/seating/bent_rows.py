"""The checks of a plan beside the room: many of one kind are told once, and each has its mending as a link."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from planner.language.placement_words import CODES, bent_sentence
from planner.rules.kinds import Side
from planner.rules.seating_score import Bent, Rule
from ui.common.findings import FindingRow
from ui.common.pill import Tone
from ui.seating.shown import DeskShown, next_seat
from ui.translate import language, t

SERIOUS = 10
"""From this weight on (`seating_score.WEIGHTS`) a bent rule asks for attention; below it is a hint."""

MOST = 3
"""Findings of one rule told one by one."""

ALL = "all"
"""The link that tells the rest of a rule."""


def bent_rows(shown: DeskShown, opened: Collection[Rule], *, writable: bool) -> list[FindingRow]:
    """Return the lines of the checks; of a rule that is not `opened` the first few."""
    return list(_rows(shown, opened, writable))


def _rows(shown: DeskShown, opened: Collection[Rule], writable: bool) -> Iterator[FindingRow]:
    for rule in dict.fromkeys(one.rule for one in shown.bent):
        found = [(place, one) for place, one in enumerate(shown.bent) if one.rule is rule]
        told = found if rule in opened or len(found) == MOST + 1 else found[:MOST]
        for place, one in told:
            yield _row(shown, str(place), one, writable)
        if len(found) > len(told):
            more = t("and {n} more", n=len(found) - len(told))
            yield FindingRow(rule.value, more, _tone(found[0][1]), ((ALL, t("Show all")),))


def _row(shown: DeskShown, key: str, bent: Bent, writable: bool) -> FindingRow:
    sentence, code = bent_sentence(bent, shown.chart, shown.name_of, language()), CODES.get(bent.rule, "")
    if bent.rule is not Rule.UNSEATED or not writable:
        return FindingRow(key, sentence, _tone(bent), weight=code)
    side = next((one.side for one in shown.desk.people if one.member.id == bent.people[0]), None)
    actions = tuple((one.value, words) for one, words in _sides(side) if next_seat(shown, one) is not None)
    if side not in (Side.GUEST, Side.HOST) and actions and not shown.chart.mixed:
        sentence = t("{name} is on no side: seat with the guests or the hosts?", name=shown.name_of(bent.people[0]))
    return FindingRow(key, sentence, _tone(bent), actions, weight=code)


def _sides(side: Side | None) -> tuple[tuple[Side, str], ...]:
    if side in (Side.GUEST, Side.HOST):
        return ((side, t("Seat by rule")),)
    return ((Side.GUEST, t("Guests")), (Side.HOST, t("Hosts")))


def _tone(bent: Bent) -> Tone:
    return Tone.ATTENTION if bent.weight >= SERIOUS else Tone.NEUTRAL
