"""Photographs of a paper: each a row whose cells are its caption and who took it (handbook 2.7, 2.20, 2.22)."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from planner.documents.content import Block, Cell, Line, Photograph, Style
from planner.documents.labelled import block, labelled, own_id, row
from planner.documents.set_data import PictureData
from planner.documents.typed_once import Once
from planner.documents.wording import Wordings


def photographs_block(
    number: int,
    pictures: Sequence[PictureData],
    wordings: Sequence[Wordings],
    changed: Collection[int],
    *,
    typed: Once,
    agreed_only: bool,
) -> Block:
    """Return the photographs of an event under their heading; each keeps its caption in every language.

    One nobody agreed to publish bears a mark, and with `agreed_only` is named without being drawn; `audience` keeps it
    off any copy for the table.
    """
    drawn = [one for one in pictures if one.sha256 and (one.consent or not agreed_only)]
    rows = []
    for at, one in enumerate(pictures, 1):
        photograph = _photograph(one, wordings) if one in drawn else None
        lead = "" if drawn else str(at)
        name = own_id("caption", one.id)
        said = row(name, wordings, lambda each, one=one: _caption(one, each, typed), lead, changed=name in changed)  # type: ignore[misc]
        rows.append(said._replace(photograph=photograph))
    return block(number, wordings, "photographs", rows)


def portrait(
    picture: PictureData | None, alt: str, wordings: Sequence[Wordings], *, typed: Once, agreed_only: bool
) -> Photograph | None:
    """Return somebody's portrait, unless there is none or it is for the host's eyes alone; `alt` is the name.

    A portrait needs no caption: what there is of one in a language stands under it.
    """
    if picture is None or not picture.sha256 or (agreed_only and not picture.consent):
        return None
    said = tuple(_of_portrait(picture, each, typed) for each in wordings)
    return Photograph(picture.sha256, picture.width, picture.height, alt, caption=said if any(said) else ())


def _of_portrait(picture: PictureData, wordings: Wordings, typed: Once) -> Cell:
    words = picture.caption.get(wordings.language)
    lines = [wordings.plain(words, Style.REMARK)] if words.strip() else []
    if credit := typed.said(picture.credit, wordings):
        lines.append(labelled(wordings, "photo_credit", credit, Style.REMARK))
    return tuple(lines)


def _photograph(one: PictureData, wordings: Sequence[Wordings]) -> Photograph:
    return Photograph(one.sha256, one.width, one.height, wordings[0].line(one.caption).text)


def _caption(one: PictureData, wordings: Wordings, typed: Once) -> Cell:
    lines = [wordings.line(one.caption)]
    if credit := typed.said(one.credit, wordings):
        lines.append(labelled(wordings, "photo_credit", credit))
    if not one.consent:
        lines.append(Line(wordings.word("no_consent"), Style.MISSING))
    return tuple(lines)
