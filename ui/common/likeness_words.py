"""Why two people may be one, in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from planner.language.catalog import mark
from planner.rules.duplicates import AGAINST, Reason
from ui.translate import t

REASONS: Mapping[Reason, str] = {
    Reason.SAME_NAME: mark("the same name"),
    Reason.TURNED: mark("the parts of the name in another order"),
    Reason.TRANSLITERATION: mark("another transliteration or script"),
    Reason.LETTERS: mark("a letter or two differ"),
    Reason.INITIALS: mark("initials stand for a part of the name"),
    Reason.PART_MISSING: mark("a part of the name is missing"),
    Reason.PASSPORT: mark("the same passport"),
    Reason.EMAIL: mark("the same e-mail address"),
    Reason.PHONE: mark("the same telephone"),
    Reason.BIRTH_DATE: mark("the same day of birth"),
    Reason.ORGANISATION: mark("the same organisation"),
    Reason.POST: mark("the same post"),
    Reason.DELEGATION: mark("the same delegation"),
    Reason.COUNTRY: mark("the same country"),
    Reason.OTHER_ORGANISATION: mark("another organisation"),
    Reason.OTHER_POST: mark("another post"),
}


def reason_words(reasons: Sequence[Reason], *, small: bool = False) -> str:
    """Return why two people may be one, and what speaks against it, as a sentence or a `small` part of one."""
    speaking = ", ".join(t(REASONS[one]) for one in reasons if one not in AGAINST)
    against = ", ".join(t(REASONS[one]) for one in reasons if one in AGAINST)
    words = t("{reasons}, but {others}", reasons=speaking, others=against) if against else speaking
    return words if small else words[:1].upper() + words[1:]
