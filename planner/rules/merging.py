"""What becomes of each fact when two entries of the register turn out to be one person.

One entry is kept and the other goes into it. Where only one of them knows a fact, it is taken; where both do and
differ, the kept one's stands unless a person chooses the other's by its key: "country", "name.ru", "post",
"private.birth_date", "contact.phone". Languages are put together, and so are notes.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple, TypeVar

Value = TypeVar("Value")

PERSON = ("country", "gender", "degree", "deceased")
"""Facts of the person of which one stands."""
PRIVATE = (
    "passport_number", "passport_expires", "birth_date", "citizenship", "diet", "health", "fasting", "prayer", "access",
    "visa_until",
)  # fmt: skip
"""Sensitive facts of which one stands."""
POST = "post"
"""The key of the post held now; the other becomes a former one."""


class MergeField(NamedTuple):
    """A fact of two entries: its key and both values, in the type in which they are kept."""

    key: str
    one: object
    other: object

    @property
    def contested(self) -> bool:
        """Tell whether both know it and differ, so that a person may choose."""
        return bool(self.one) and bool(self.other) and self.one != self.other


def stands(kept: Value, other: Value, *, wanted: bool) -> Value:
    """Return which of two values stands; `wanted` is a person's choice for the other's."""
    if not other:
        return kept
    return other if wanted or not kept else kept


def known_keys(keys: Collection[str]) -> bool:
    """Tell whether these are keys of facts that can be chosen."""
    return all(
        key in (*PERSON, POST)
        or key.removeprefix("private.") in PRIVATE
        or key.startswith(("name.", "contact."))
        for key in keys
    )


def together(one: Sequence[Value], other: Sequence[Value]) -> list[Value]:
    """Return two lists as one, in order, none twice."""
    return list(dict.fromkeys([*one, *other]))


def notes(one: str, other: str) -> str:
    """Return two notes as one; a note that says the same is not said twice."""
    return "\n".join(together([one] if one else [], [other] if other else []))
