"""The alternat: in the copy that stays with a party, that party comes first (handbook 3.9)."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from planner.rules.text import Language


class Party(NamedTuple):
    """A party to a text. `named` is how each language names it in the title, in the case the title asks for."""

    key: str
    language: Language
    named: Mapping[Language, str] = {}


class Copy(NamedTuple):
    """How one copy is arranged. `columns` and `signatures` are as they stand on the page, from left to right."""

    holder: str
    parties: tuple[str, ...]
    columns: tuple[Language, ...]
    signatures: tuple[str, ...]
    signs_first: str

    def in_place(self) -> bool:
        """Tell whether the holder is named first, as the alternat asks (W-47)."""
        return self.parties[0] == self.holder


def copy_for(parties: Sequence[Party], holder: str, *, right_to_left: Collection[Language] = ()) -> Copy:
    """Return the copy that stays with one party: it is named first, its language and signature have the first place.

    The first place is the left one, but where the holder's language is written from the right, it is the right one.
    More than two parties are rotated, so that their round stays the same. Raise KeyError for an unknown holder.
    """
    keys = [party.key for party in parties]
    if holder not in keys:
        raise KeyError(holder)
    start = keys.index(holder)
    turned = [*parties[start:], *parties[:start]]
    languages = tuple(dict.fromkeys(party.language for party in turned))
    signatures = tuple(party.key for party in turned)
    if turned[0].language in right_to_left:
        languages, signatures_shown = languages[::-1], signatures[::-1]
    else:
        signatures_shown = signatures
    return Copy(holder, signatures, languages, signatures_shown, holder)


def title(template: str, parties: Sequence[Party], holder: str, language: Language) -> str:
    """Fill the title of a copy: the places {1}, {2} … take the parties in the order of that copy."""
    by_key = {party.key: party for party in parties}
    words = template
    for number, key in enumerate(copy_for(parties, holder).parties, 1):
        words = words.replace(f"{{{number}}}", by_key[key].named[language])
    return words
