"""Press note: who, when, where and why, with words that may be quoted and the photographs' captions (handbook 2.20)."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from planner.documents import frame
from planner.documents.content import Block, Cell, Content, LeadWidth, Line, Row, Style
from planner.documents.labelled import block, first_note, heads, labelled, own_id, row
from planner.documents.person_data import PersonData
from planner.documents.photographs import photographs_block
from planner.documents.set_data import NoteData, StatementData
from planner.documents.typed_once import once
from planner.documents.wording import Wordings, for_languages
from planner.errors import NotPossible
from planner.language.dates import format_range
from planner.language.typography import quote
from planner.rules.kinds import Side
from planner.rules.text import EMPTY, Language, Text

PARTS = ("title", "lead", "body", "quote", "embargo", "contact")
"""Where a paragraph of a press note stands."""


def compose(
    data: NoteData,
    *,
    languages: tuple[Language, ...],
    copy_for: Side | None = None,
    changed: Collection[int] = frozenset(),
) -> Content:
    """Compose the note; raises `NotPossible` before a paragraph is written.

    Words nobody has agreed to yet stand on the working edition alone and bear a mark; `audience` keeps them off any
    copy for the table.
    """
    wordings = for_languages(frame.in_order(data.event, languages, copy_for))
    if not any(one.part in ("lead", "body", "quote") for one in data.statements):
        raise NotPossible(
            "Nothing is written for the press about “{event}” yet.",
            event=data.event.title.first(wordings[0].language),
        )
    blocks = [Block(own_id("block", 1), (), tuple(_body(data, wordings, changed)), closing=True)]
    named = tuple(_named(data, wordings))
    if named:
        blocks.append(block(2, wordings, "who_is_named", named))
    if data.captions:
        typed = once(data.event, wordings)
        blocks.append(photographs_block(3, data.captions, wordings, changed, typed=typed, agreed_only=True))
    if contact := first_note(data.statements, "contact"):
        line = row(own_id("statement", contact.id), wordings, lambda each: (each.line(contact.words, Style.NOTE),))
        blocks.append(block(4, wordings, "contact", [line]))
    titles = [_title(data, each) for each in wordings]
    return frame.paper(data.event, wordings, titles, blocks, lead=LeadWidth.NUMBER)


def _title(data: NoteData, wordings: Wordings) -> Cell:
    lines = []
    headline = data.heading.title or _words(data, "title")
    lines.append(wordings.line(headline, Style.TITLE) if headline else Line(wordings.word("press_note"), Style.TITLE))
    if headline:
        lines.append(Line(wordings.word("press_note"), Style.SUBTITLE))
    place = [wordings.line(data.event.place, Style.SUBTITLE).text] if data.event.place else []
    when = format_range(data.event.from_day, data.event.to_day, wordings.language, form="full")
    lines.append(wordings.plain(wordings.separator.join((*place, when)), Style.SUBTITLE))
    if embargo := _words(data, "embargo"):
        lines.append(labelled(wordings, "embargo", wordings.line(embargo).text, Style.MISSING))
    return tuple(lines)


def _words(data: NoteData, part: str) -> Text:
    found = first_note(data.statements, part)
    return found.words if found else EMPTY


def _body(data: NoteData, wordings: Sequence[Wordings], changed: Collection[int]) -> Iterator[Row]:
    for one in data.statements:
        name = own_id("statement", one.id)
        if one.part in ("lead", "body"):
            style = Style.STRONG if one.part == "lead" else Style.BODY
            yield row(name, wordings, lambda each, one=one, style=style: _paragraph(each, one, style),  # type: ignore[misc]
                      changed=name in changed)  # fmt: skip
        elif one.part == "quote":
            yield row(name, wordings, lambda each, one=one: _quote(one, each), changed=name in changed)  # type: ignore[misc]


def _paragraph(wordings: Wordings, one: StatementData, style: Style) -> Cell:
    return (wordings.line(one.words, style),)


def _quote(one: StatementData, wordings: Wordings) -> Cell:
    """Return the words between the quotation marks of their language, and whose they are."""
    said = wordings.line(one.words)
    if said is not wordings.missing:
        said = wordings.plain(quote(said.text, wordings.language))
    lines = [said]
    if one.person is not None:
        whose = wordings.separator.join(filter(None, (wordings.text_name(one.person), _post(one.person, wordings))))
        lines.append(wordings.plain(f"— {whose}", Style.NOTE))
    if not one.approved_by:
        lines.append(Line(wordings.word("not_approved"), Style.MISSING))
    return tuple(lines)


def _post(person: PersonData, wordings: Wordings) -> str:
    return wordings.line(person.position).text if person.position else ""


def _named(data: NoteData, wordings: Sequence[Wordings]) -> Iterator[Row]:
    """Yield the heads and those who are quoted, with their posts as they are to be printed."""
    found = {person.id: (person, position) for person, position in heads(data.delegations).values()}
    for one in data.statements:
        if one.part == "quote" and one.person is not None:
            found.setdefault(one.person.id, (one.person, one.person.position))
    for person, position in found.values():
        def say(each: Wordings, person: PersonData = person, position: Text = position) -> Cell:
            name = each.plain(each.text_name(person), Style.STRONG)
            return (name, each.line(position, Style.NOTE)) if position else (name,)

        yield row(own_id("member", person.id), wordings, say)
