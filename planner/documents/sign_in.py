"""Sign-in sheet: those who are expected, with room to sign, and empty lines for who comes besides (handbook 2.18)."""

from __future__ import annotations

from planner.documents import participants
from planner.documents.content import Block, Content, Line, Row, Style, Tone
from planner.documents.data import HeadingData, ParticipantsData
from planner.documents.labelled import own_id
from planner.documents.wording import for_languages
from planner.rules.kinds import Side
from planner.rules.text import Language

EMPTY_LINES = 6
_SIGNATURE, _CONSENT = 900, 1180  # the second holds its word on one line
_HIGH = 290  # a signature needs a centimetre


def compose(
    data: ParticipantsData, *, languages: tuple[Language, ...], copy_for: Side | None = None
) -> Content:
    """Compose the sheet from the list of participants; raises `NotPossible` where nobody is expected."""
    plain = data._replace(heading=HeadingData())
    listed = participants.compose(plain, languages=languages, copy_for=copy_for, form="bilateral")
    wordings = for_languages(listed.languages)
    heads = tuple(
        tuple(Line(each.word(key), Style.NUMBER) for each in wordings) for key in ("signature", "photo_consent")
    )
    blocks = [
        block._replace(rows=tuple(one._replace(least=_HIGH) for one in block.rows), trail=heads)
        for block in listed.blocks
    ]
    empty = tuple(
        Row(own_id("sign", number), (), tuple(() for _ in wordings), least=_HIGH)
        for number in range(1, EMPTY_LINES + 1)
    )
    heading = tuple((Line(each.word("also_present"), Style.HEADING),) for each in wordings)
    blocks.append(Block(own_id("block", 1), heading, empty, Tone.NEUTRAL, trail=heads))
    titles = tuple(
        (Line(each.word("sign_in"), Style.TITLE), *(line for line in cell[1:]))
        for each, cell in zip(wordings, listed.title, strict=True)
    )
    return listed._replace(
        title=titles, blocks=tuple(blocks), trail=(_SIGNATURE, _CONSENT), file_title=titles[0][0].text
    )

