"""What is suggested under the fields of a name: its spelling in this language, and letters that are look-alikes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from planner.language.lookalikes import find
from planner.language.name_offers import NameOffer, Parts, offers
from planner.rules.text import Language
from ui.common.suggestion_lines import Suggestion
from ui.translate import t

MEND = "mend"
PARTS = ("surname", "given", "patronymic")


def parts_of(name: Any) -> Parts:
    """Return the parts of a record of a name."""
    return Parts(name.surname, name.given, name.patronymic)


def lines_for(tag: Language, names: Mapping[Language, Parts], country: str = "") -> list[Suggestion]:
    """Return the lines under one language's name: look-alikes first, then up to three spellings."""
    lines = []
    own = names.get(tag, Parts())
    found = [one for part in own for one in find(part, tag, name=True)]
    if found:
        letters = ", ".join(dict.fromkeys(visible(one.found) for one in found))
        can = any(one.meant is not None for one in found)
        words = t("Letters of another alphabet: {letters}", letters=letters)
        lines.append(Suggestion(MEND, words, t("Mend") if can else "", warns=True))
    for place, offer in enumerate(offers(tag, names, country)):
        lines.append(Suggestion(str(place), t(offer.sentence, name=offer.words), t("Use")))
    return lines


def offer_at(key: str, tag: Language, names: Mapping[Language, Parts], country: str = "") -> NameOffer | None:
    """Return the offer a line's key stands for."""
    found = offers(tag, names, country)
    return found[int(key)] if key.isdecimal() and int(key) < len(found) else None


def visible(letters: str) -> str:
    """Return letters as they can be read: what cannot be seen by its number."""
    return "".join(letter if letter.isprintable() and letter.strip() else f"U+{ord(letter):04X}" for letter in letters)
