"""How a person may be addressed: letter, envelope and speech in each language, by post, rank and what was asked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.language.languages import own_name
from planner.language.person_names import Name
from planner.language.salutations import (
    Addressee,
    Occasion,
    forms_of_address,
    languages_with_forms,
    overlaid,
    speech_openings,
)
from planner.operations import people
from planner.queries.people import NameRow, PersonPage, PostRow
from planner.queries.who import valid_on
from planner.rules.text import Language
from ui.common.form import clear
from ui.common.labels import Caption
from ui.common.suggestion_lines import Suggestion, SuggestionLines
from ui.context import Context
from ui.translate import t


def post_on(posts: Sequence[PostRow], day: date) -> PostRow | None:
    """Return the newest post held on a day."""
    held = [post for post in posts if valid_on(day, post.valid_from, post.valid_to)]
    return held[-1] if held else None


def addressee(page: PersonPage, name: NameRow, post: PostRow | None) -> Addressee:
    """Return a person as somebody to address in the language of a name."""
    whole = Name(name.surname, name.given, name.patronymic, name.order, name.language, page.country)
    if post is None:
        return Addressee(whole, page.gender)
    return Addressee(whole, page.gender, post.title.get(name.language), post.rank_class)


class SalutationLines(QWidget):
    """What is offered for a letter while no form of address is written, and how envelope and speech would begin."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.offers: dict[Language, SuggestionLines] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)

    def show_person(
        self, page: PersonPage, names: Mapping[Language, NameRow], tags: Sequence[Language], own: Any
    ) -> None:
        """Show what is offered in these languages; `own` are the forms of the office."""
        clear(self._column)
        self.offers = {}
        strings, known = overlaid(own), languages_with_forms()
        post = post_on(page.posts, self.context.today())
        for tag in tags:
            if tag in names and tag.partition("-")[0] in known:
                self._show_language(page.id, names[tag], addressee(page, names[tag], post), strings)

    def _show_language(self, person_id: int, name: NameRow, who: Addressee, strings: Any) -> None:
        letters = forms_of_address(who, strings=strings)
        envelopes = forms_of_address(who, Occasion.ENVELOPE, strings)
        tongue = own_name(name.language)
        heading = tongue[:1].upper() + tongue[1:]
        if not letters and not who.gender:
            words = t("{language}: choose under “Addressed as” a woman or a man.", language=heading)
            self._column.addWidget(Caption(words, self, wrap=True))
        lines = SuggestionLines(self)
        lines.set_lines([Suggestion(words, f"{heading}: {words}", t("Use")) for words in letters if not name.address])
        lines.taken.connect(partial(self._take, person_id, name.language))
        self.offers[name.language] = lines
        self._column.addWidget(lines)
        parts = [t("envelope: {words}", words=envelopes[0])] if envelopes else []
        speeches = speech_openings(name.language, who, strings)
        parts += [t("speech: {words}", words=speeches[0])] if speeches else []
        if parts:
            self._column.addWidget(Caption(f"{heading}, {' · '.join(parts)}", self, wrap=True))

    def _take(self, person_id: int, tag: Language, words: str) -> None:
        self.context.run(self, people.write_name, person_id, tag, address=words)
