"""Biography: who somebody is, for whoever meets them (handbook 2.7)."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date

from planner.documents import frame
from planner.documents.content import Block, Cell, Content, LeadWidth, Line, Row, Style
from planner.documents.labelled import block, labelled, own_id, paragraphs, row
from planner.documents.photographs import portrait
from planner.documents.set_data import EncounterData, NoteData, ProfileData
from planner.documents.typed_once import once
from planner.documents.wording import Wordings, for_languages
from planner.errors import NotPossible
from planner.language.countries import language_name
from planner.language.dates import format_day, format_range
from planner.rules.kinds import Side
from planner.rules.text import Language

PARTS = ("office", "career", "education", "awards", "public", "interests", "family")
"""Where a paragraph of a biography stands, in the order of the page; the family only if it is public.

Beside these, "languages" stands in the place of those of the register, "visits" after those the office has had.
"""


def compose(
    data: NoteData,
    *,
    languages: tuple[Language, ...],
    copy_for: Side | None = None,
    changed: Collection[int] = frozenset(),
) -> Content:
    """Compose the biography of one participant; raises `NotPossible` for a post without a person."""
    wordings = for_languages(frame.in_order(data.event, languages, copy_for))
    if data.profile is None:
        raise NotPossible("A post without a person has no biography: name the person first.")
    profile, marks = data.profile, frozenset(changed)
    blocks: list[Block] = []
    if facts := tuple(_facts(data, profile, wordings)):
        blocks.append(Block(own_id("block", 1), (), facts))
    for number, part in enumerate(PARTS, 2):
        if rows := paragraphs(data.statements, part, wordings, marks):
            blocks.append(block(number, wordings, f"bio_{part}", rows))
    seen = [_encounter(one, wordings) for one in data.encounters]
    if seen := [*seen, *paragraphs(data.statements, "visits", wordings, marks)]:
        blocks.append(block(len(PARTS) + 2, wordings, "earlier_contacts", seen))
    titles = [_title(data, profile, each) for each in wordings]
    paper = frame.paper(data.event, wordings, titles, blocks, lead=LeadWidth.NONE, working=True)
    name = wordings[0].text_name(profile.person)
    return paper._replace(
        file_title=f"{wordings[0].word('biography')}: {name}",
        portrait=portrait(
            profile.portrait, name, wordings, typed=once(data.event, wordings), agreed_only=copy_for is Side.GUEST
        ),
    )


def _title(data: NoteData, profile: ProfileData, wordings: Wordings) -> Cell:
    name = wordings.list_name(profile.person)
    lines = [name._replace(style=Style.TITLE) if name is not wordings.missing else name]
    if profile.person.position:
        lines.append(wordings.line(profile.person.position, Style.SUBTITLE))
    lines.append(Line(wordings.word("biography"), Style.SUBTITLE))
    return tuple(lines)


def _facts(data: NoteData, profile: ProfileData, wordings: Sequence[Wordings]) -> Iterator[Row]:
    """Yield how the name is said, since when the post is held, what is spoken, and when all this was checked."""
    said, since, checked = profile.said, profile.since, profile.checked
    if said:
        yield row(own_id("sign", 1), wordings, lambda each: (labelled(each, "pronounced", _said(profile, each)),))
    if since is not None:
        yield row(own_id("sign", 2), wordings, lambda each: (labelled(each, "in_post_since", _day(since, each)),))
    written = [one for one in data.statements if one.part == "languages"]
    for one in written:  # says how well, which the register does not
        yield row(own_id("statement", one.id), wordings,
                  lambda each, one=one: (labelled(each, "speaks", each.line(one.words).text),))  # type: ignore[misc]  # fmt: skip
    if profile.languages and not written:
        yield row(own_id("sign", 3), wordings, lambda each: (labelled(each, "speaks", _spoken(profile, each)),))
    if checked is not None:
        yield row(own_id("sign", 4), wordings, lambda each: (labelled(each, "last_checked", _day(checked, each)),))


def _said(profile: ProfileData, wordings: Wordings) -> str:
    return wordings.line(profile.said).text


def _spoken(profile: ProfileData, wordings: Wordings) -> str:
    return wordings.separator.join(language_name(one, wordings.language) for one in profile.languages)


def _day(day: date, wordings: Wordings) -> str:
    return format_day(day, wordings.language)


def _encounter(one: EncounterData, wordings: Sequence[Wordings]) -> Row:
    def say(each: Wordings) -> Cell:
        when = format_range(one.from_day, one.to_day, each.language)
        return (each.line(one.title), Line(when, Style.NOTE))

    return row(own_id("event", one.id), wordings, say)
