"""Whether two entries of the register are one person: what speaks for it, what against, in words (W-27, handbook 4.3).

A name alone proposes only what is nearly the same; a name further away needs a common post, organisation, delegation
or birth date. Another passport, day of birth or country, or another delegation of one event, contradicts and nothing
is proposed, unless an equal passport or e-mail address outweighs the country and the delegation.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from typing import NamedTuple

from planner.rules.likeness import Likeness
from planner.rules.person_record import NOTHING, ByLanguage

PROPOSED = 60
"""From this score on, of 100, two people are proposed as one."""

Pair = tuple[int, int]


class Reason(StrEnum):
    """What speaks for two entries being one person, or against."""

    SAME_NAME = "same-name"
    TURNED = "turned"
    TRANSLITERATION = "transliteration"
    LETTERS = "letters"
    INITIALS = "initials"
    PART_MISSING = "part-missing"
    PASSPORT = "passport"
    EMAIL = "email"
    PHONE = "phone"
    BIRTH_DATE = "birth-date"
    ORGANISATION = "organisation"
    POST = "post"
    DELEGATION = "delegation"
    COUNTRY = "country"
    OTHER_ORGANISATION = "other-organisation"
    OTHER_POST = "other-post"


AGAINST = frozenset((Reason.OTHER_ORGANISATION, Reason.OTHER_POST))
"""Reasons that speak against; the others speak for."""


class Facts(NamedTuple):
    """What tells people apart, beside their names. What is empty is not known.

    `delegation` is keyed by what the two must share to be compared: the language of a list, or the event.
    """

    organisation: ByLanguage = NOTHING
    position: ByLanguage = NOTHING
    delegation: ByLanguage = NOTHING
    country: str = ""
    private: Mapping[str, str] = NOTHING


class Proposal(NamedTuple):
    """Two people proposed as one, with the score of 100 and why, the weightiest reason of the name first."""

    one: int
    other: int
    score: int
    reasons: tuple[Reason, ...]

    @property
    def pair(self) -> Pair:
        """The two ids, the smaller first."""
        return (self.one, self.other)


_IDENTIFIERS = {"passport": Reason.PASSPORT, "email": Reason.EMAIL}
_WEIGHT = {
    Reason.PASSPORT: 40, Reason.EMAIL: 40, Reason.PHONE: 30, Reason.BIRTH_DATE: 30, Reason.ORGANISATION: 15,
    Reason.POST: 10, Reason.DELEGATION: 10, Reason.COUNTRY: 5, Reason.OTHER_ORGANISATION: -10, Reason.OTHER_POST: -5,
}  # fmt: skip
_SHORT = 6
"""In names of no more letters than these, one letter may be all there is between two people."""


def weigh(one: Facts, other: Facts, likeness: Likeness, fold: Callable[[str], str]) -> tuple[int, tuple[Reason, ...]]:
    """Return the score of two people and why; 0 where something contradicts. `fold` makes case and accents equal."""
    evidence = _evidence(one, other, fold)
    if evidence is None:
        return 0, ()
    score = _of_name(likeness) + sum(_WEIGHT[reason] for reason in evidence)
    return max(0, min(score, 100)), (*_named(likeness), *evidence)


def propose(
    alike: Iterable[tuple[int, int, Likeness]],
    facts: Mapping[int, Facts],
    *,
    apart: frozenset[Pair],
    fold: Callable[[str], str],
) -> tuple[Proposal, ...]:
    """Return the pairs proposed as one person, the surest first; `apart` were found to be two."""
    found = []
    for one, other, likeness in alike:
        if (one, other) in apart:
            continue
        score, reasons = weigh(facts[one], facts[other], likeness, fold)
        if score >= PROPOSED:
            found.append(Proposal(one, other, score, reasons))
    return tuple(sorted(found, key=lambda one: (-one.score, one.one, one.other)))


def _of_name(likeness: Likeness) -> int:
    score = 80 - 15 * likeness.edits - 25 * bool(likeness.initials) - 25 * bool(likeness.missing)
    score += 10 * likeness.rare - 15 * likeness.half
    return score - 15 if likeness.letters <= _SHORT and likeness.edits else score


def _named(likeness: Likeness) -> tuple[Reason, ...]:
    found = [
        reason
        for holds, reason in (
            (likeness.edits, Reason.LETTERS), (likeness.initials, Reason.INITIALS),
            (likeness.missing, Reason.PART_MISSING), (likeness.scripts, Reason.TRANSLITERATION),
            (likeness.turned, Reason.TURNED),
        )
        if holds
    ]  # fmt: skip
    return tuple(found) or (Reason.SAME_NAME,)


def _evidence(one: Facts, other: Facts, fold: Callable[[str], str]) -> tuple[Reason, ...] | None:
    """Return what speaks for one person and what against; None where it cannot be one."""
    same = {name: _equal(one.private.get(name, ""), other.private.get(name, ""), fold)
            for name in ("passport", "email", "phone", "birth_date")}  # fmt: skip
    delegation = _agree(one.delegation, other.delegation, fold)
    country = _equal(one.country, other.country, fold)
    identified = any(same[name] for name in _IDENTIFIERS)
    if same["passport"] is False or same["birth_date"] is False:
        return None
    if not identified and (country is False or delegation is False):
        return None
    organisation, post = _agree(one.organisation, other.organisation, fold), _agree(one.position, other.position, fold)
    judged = (
        (Reason.PASSPORT, same["passport"]), (Reason.EMAIL, same["email"]), (Reason.PHONE, same["phone"]),
        (Reason.BIRTH_DATE, same["birth_date"]), (Reason.ORGANISATION, organisation), (Reason.POST, post),
        (Reason.DELEGATION, delegation), (Reason.COUNTRY, country),
        (Reason.OTHER_ORGANISATION, organisation is False), (Reason.OTHER_POST, post is False),
    )  # fmt: skip
    return tuple(reason for reason, holds in judged if holds)


def _equal(one: str, other: str, fold: Callable[[str], str]) -> bool | None:
    return fold(one) == fold(other) if one and other else None


def _agree(one: ByLanguage, other: ByLanguage, fold: Callable[[str], str]) -> bool | None:
    """Tell whether two wordings are the same in a language both have; None where there is no such language."""
    shared = [language for language in one if language in other]
    return any(fold(one[language]) == fold(other[language]) for language in shared) if shared else None
