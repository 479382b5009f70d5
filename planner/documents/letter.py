"""Thank-you letter: to whom, the form of address, the words, and who signs (handbook 2.21, 4.2)."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from functools import partial

from planner.documents import frame
from planner.documents.content import Block, Cell, Content, LeadWidth, Line, Row, Style
from planner.documents.labelled import first_note, heads, own_id, row, signature, signed_by
from planner.documents.set_data import NoteData, ProfileData
from planner.documents.wording import Wordings, for_languages
from planner.errors import NotPossible
from planner.language.person_names import Name
from planner.language.salutations import Addressee, forms_of_address, overlaid
from planner.rules.kinds import Side
from planner.rules.text import Language

PARTS = ("date", "salutation", "body", "closing")
"""Where a paragraph of a letter stands."""


def compose(
    data: NoteData,
    *,
    languages: tuple[Language, ...],
    copy_for: Side | None = None,
    changed: Collection[int] = frozenset(),
) -> Content:
    """Compose the letter to one person; raises `NotPossible` without a person or before a paragraph is written."""
    wordings = for_languages(frame.in_order(data.event, languages, copy_for))
    written = [one for one in data.statements if one.part == "body"]
    if data.profile is None or not written:
        raise NotPossible(
            "No letter is written yet for “{event}”.", event=data.event.title.first(wordings[0].language)
        )
    profile = data.profile
    rows: list[Row] = [
        *_dated(data, wordings), row(own_id("sign", 1), wordings, lambda each: (_salutation(data, profile, each),)),
    ]  # fmt: skip
    for one in written:
        name = own_id("statement", one.id)
        rows.append(row(name, wordings, lambda each, one=one: (each.line(one.words),), changed=name in changed))  # type: ignore[misc]
    closing = first_note(data.statements, "closing")
    rows.append(row(own_id("sign", 2), wordings, lambda each: (
        each.line(closing.words) if closing else Line(each.word("yours")),
    )))  # fmt: skip
    blocks = [Block(own_id("block", 1), (), tuple(rows), closing=True), *_signed(data, wordings)]
    titles = [_addressee(profile, each) for each in wordings]
    paper = frame.paper(data.event, wordings, titles, blocks, lead=LeadWidth.NONE)
    name_ = wordings[0].text_name(profile.person)
    return paper._replace(file_title=f"{wordings[0].word('thank_you')}: {name_}")


def _addressee(profile: ProfileData, wordings: Wordings) -> Cell:
    """Return who it is to: the name over the post."""
    lines = [wordings.plain(wordings.text_name(profile.person), Style.TITLE)]
    if profile.person.position:
        lines.append(wordings.line(profile.person.position, Style.SUBTITLE))
    return tuple(lines)


def _dated(data: NoteData, wordings: Sequence[Wordings]) -> list[Row]:
    """Return the place and the day of the letter, as far as they are written."""
    day = first_note(data.statements, "date")
    texts = [text for text in (data.event.place, day.words if day else None) if text]
    return [row(own_id("sign", 9), wordings, lambda each: tuple(each.joined(texts)))] if texts else []


def _salutation(data: NoteData, profile: ProfileData, wordings: Wordings) -> Line:
    """Return the form of address as written, else the usual one; without any, the mark."""
    written = first_note(data.statements, "salutation")
    if written is not None:
        return wordings.line(written.words, Style.STRONG)
    usual = usual_salutation(data, profile, wordings.language)
    return wordings.plain(usual, Style.STRONG) if usual else wordings.missing


def usual_salutation(data: NoteData, profile: ProfileData, language: Language) -> str:
    """Return how somebody is addressed where nothing is written: by post and name; "" where neither tells."""
    name = profile.person.names.get(language)
    if name is None:
        return ""
    called = Name(name.surname, name.given, name.patronymic, name.order, language, profile.person.country)
    post = profile.person.position.get(language)
    own = overlaid(json.loads(data.salutations)) if data.salutations else None
    return next(iter(forms_of_address(Addressee(called, profile.gender, post), strings=own)), "")


def _signed(data: NoteData, wordings: Sequence[Wordings]) -> list[Block]:
    found = heads(data.delegations).get(Side.HOST)
    if found is None:
        return []
    line = signature(3, wordings, partial(signed_by, Side.HOST, *found))
    return [Block(own_id("block", 2), (), (line,), closing=True)]
