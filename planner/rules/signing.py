"""The ceremony of signing: its check-list, its steps with their times, and which copy is whose (handbook 3.9, 3.11)."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from planner.rules.alternat import Copy, Party, copy_for
from planner.rules.text import Language

MINUTES = 4
"""What a text takes where nobody said otherwise."""
SHORTEST, LONGEST = 3, 5
"""A text takes three to five minutes (handbook 3.11)."""
BY_CUSTOM = {"entrance": 2, "photograph": 5}
"""Minutes of what stands around the texts, by custom."""


class Mark(StrEnum):
    """A point of the check-list, in the order in which it is gone through."""

    POWERS = "powers"
    ORIGINALS = "originals"
    REVISION = "revision"  # the text on the table is the one that was agreed
    LANGUAGES = "languages"  # the clause that all languages are equally authentic
    ALTERNAT = "alternat"
    INITIALS = "initials"
    PLACE_DATE = "place-date"
    BINDING = "binding"
    COVER = "cover"
    PENS = "pens"
    BLOTTER = "blotter"


COMPUTED = frozenset({Mark.POWERS, Mark.ORIGINALS, Mark.REVISION})
"""The points that follow from what is written down, and are not ticked by hand."""


class Step(StrEnum):
    """A step of the ceremony."""

    ENTRANCE = "entrance"
    ANNOUNCE = "announce"
    SIGN_OWN = "sign-own"
    PASS = "pass"  # noqa: S105 - the assistants pass the copies on, no password
    SIGN_NEXT = "sign-next"
    EXCHANGE = "exchange"
    PHOTOGRAPH = "photograph"


OF_A_TEXT = (Step.ANNOUNCE, Step.SIGN_OWN, Step.PASS, Step.SIGN_NEXT, Step.EXCHANGE)
"""What is done with each text, in this order."""


class Paper(NamedTuple):
    """A text as the check-list looks at it: the parties, whose powers were seen, and the two files' SHA-256."""

    parties: int
    originals: int | None = None
    powers: tuple[bool, ...] = ()
    agreed: str = ""
    final: str = ""
    ready: Collection[str] = ()


class Moment(NamedTuple):
    """A step with its minute, counted from the beginning of the ceremony; `text` is the place of the text, or None."""

    step: Step
    text: int | None
    start: int
    end: int


def done(paper: Paper) -> frozenset[Mark]:
    """Return the points of the check-list that are in order."""
    found = {Mark(one) for one in paper.ready if one in _VALUES} - COMPUTED
    if paper.powers and all(paper.powers):
        found.add(Mark.POWERS)
    if paper.originals is not None and paper.parties > 1 and paper.originals == paper.parties:
        found.add(Mark.ORIGINALS)
    if paper.agreed and paper.agreed == paper.final:
        found.add(Mark.REVISION)
    return frozenset(found)


def differs(agreed: str, final: str) -> bool:
    """Tell whether the text that lies on the table is not the one both sides agreed; unknown is no difference."""
    return bool(agreed and final) and agreed != final


def minutes_of(minutes: int | None) -> int:
    """Return how long a text takes."""
    return MINUTES if minutes is None else minutes


def ceremony(texts: Sequence[int | None]) -> tuple[Moment, ...]:
    """Return the steps of a ceremony in which these texts, each with its minutes, are signed one after another.

    The steps of one text share its time: all end when it does, so only the first and the last bear an hour.
    """
    now = BY_CUSTOM["entrance"]
    steps = [Moment(Step.ENTRANCE, None, 0, now)]
    for place, minutes in enumerate(texts):
        end = now + minutes_of(minutes)
        steps += [Moment(step, place, now, end) for step in OF_A_TEXT]
        now = end
    steps.append(Moment(Step.PHOTOGRAPH, None, now, now + BY_CUSTOM["photograph"]))
    return tuple(steps)


def length(texts: Sequence[int | None]) -> int:
    """Return the minutes a ceremony takes, 0 where nothing is signed."""
    return ceremony(texts)[-1].end if texts else 0


def rounds(parties: Sequence[str]) -> Iterator[Mapping[str, str]]:
    """Yield who signs whose copy: each party its own first, then the copies go round by one place (handbook 3.9)."""
    count = len(parties)
    for turn in range(count):
        yield {party: parties[(place - turn) % count] for place, party in enumerate(parties)}


def copies(
    parties: Sequence[Party], languages: Sequence[Language], *, right_to_left: Collection[Language] = ()
) -> tuple[Copy, ...]:
    """Return the copy that stays with each party: its holder named first, its language and signature in first place.

    Languages of the text that no party leads with follow the others.
    """
    found = []
    for party in parties:
        one = copy_for(parties, party.key, right_to_left=right_to_left)
        rest = tuple(language for language in languages if language not in one.columns)
        columns = (*rest, *one.columns) if party.language in right_to_left else (*one.columns, *rest)
        found.append(one._replace(columns=columns))
    return tuple(found)


def leading(languages: Sequence[Language], own: Sequence[Language]) -> Language:
    """Return the language of a text a party leads with: the first of its own in which the text is, else the text's."""
    return next((language for language in own if language in languages), languages[0] if languages else "")


def unread(languages: Sequence[Language], sides: Sequence[Sequence[Language]]) -> tuple[int, ...]:
    """Return the places of those sides that have no language of their own among those of a text."""
    if not languages:
        return ()
    return tuple(at for at, own in enumerate(sides) if own and not set(own) & set(languages))


_VALUES = frozenset(one.value for one in Mark)
