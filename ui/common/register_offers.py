"""What can be chosen out of the registers, as a picker shows it. People are the delegations' and the people's own."""

from __future__ import annotations

from collections import Counter
from typing import Any

from planner.language.search import fold
from planner.queries.events import events
from planner.queries.organisations import organisations
from planner.queries.venues import venues
from planner.rules.text import Language, Text
from ui.common.named import other_wording, shown
from ui.common.picker import Offer


def organisation_offers(db: Any) -> list[Offer]:
    """Return all organisations by name; earlier names find them too."""
    found = []
    for row in organisations(db):
        texts = [text for name in row.names for text in (name.name, name.short)]
        found.append(_offer(row.id, row.name, " ".join(map(_all_words, texts))))
    return sorted(found, key=lambda offer: fold(offer.label))


def venue_offers(db: Any) -> list[Offer]:
    """Return all venues by name."""
    found = [_offer(row.id, row.name, _all_words(row.name)) for row in venues(db)]
    return sorted(found, key=lambda offer: fold(offer.label))


def _offer(row_id: int, name: Text, words: str) -> Offer:
    label = shown(name)
    return Offer(row_id, row_id, label or "—", other_wording(name, label), fold(words))


def _all_words(text: Text) -> str:
    return " ".join(wording.text for wording in text.wordings.values())


def register_languages(db: Any, interface: Language) -> tuple[Language, ...]:
    """Return the two languages the office's events have most, else the interface's and English or Russian."""
    counts = Counter(tag for row in events(db) for tag in row.languages)
    usual = [tag for tag, _count in counts.most_common(2)]
    others = [tag for tag in (interface, "en", "ru") if tag not in usual]
    return tuple([*usual, *others][:2])
