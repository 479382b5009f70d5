"""What is said of presents: what they are or hold, what is wrong with them, and their worth."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

from planner.language.catalog import mark
from planner.language.languages import find
from planner.rules.gifts import GiftFault, GiftFinding
from ui.translate import language, t

MARKS = {
    "alcohol": mark("alcohol"), "antique": mark("an antique"), "blade": mark("a blade"), "clock": mark("a clock"),
    "even-flowers": mark("an even number of flowers"), "food": mark("food"), "pork": mark("pork"),
    "white-flowers": mark("white flowers"),
}  # fmt: skip
FAULTS = {
    GiftFault.SAME_AGAIN: mark("The same was given before: {other}."),
    GiftFault.OVER_LIMIT: mark("Worth more than {limit}: it must be reported and handed in."),
    GiftFault.TABOO: mark("Not given to guests from this country: {mark}."),
    GiftFault.ANTIQUE: mark("An antique needs a permit to leave the country."),
}


def money(value: int) -> str:
    """Return an amount without its currency, with the interface's sign before the hundredths."""
    whole, rest = divmod(value, 100)
    return f"{whole:,}".replace(",", "\u00a0") + (f"{find(language()).decimal}{rest:02}" if rest else "")


def parse_money(words: str) -> int | None:
    """Return the hundredths meant by "2 500" or "2500,50"; None if none are."""
    plain = words.replace("\u00a0", "").replace(" ", "").replace(",", ".")
    try:
        amount = Decimal(plain)
    except InvalidOperation:
        return None
    fits = amount.is_finite() and 0 <= amount < 10**9 and amount * 100 == int(amount * 100)
    return int(amount * 100) if fits else None


def fault_words(finding: GiftFinding, *, other: str, limit: str) -> str:
    """Return in words what is wrong with a present."""
    return t(FAULTS[finding.fault], other=other, limit=limit, mark=t(MARKS[finding.mark]) if finding.mark else "")
