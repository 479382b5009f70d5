"""What every paper has from its office beside its own content: template, forms of the page, audience of its fields."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sqlalchemy import Connection

from planner.documents.audience import Reader, readable
from planner.documents.content import Block, Content, Photograph
from planner.documents.data import EventData
from planner.documents.forms import Asked, formed
from planner.documents.templates import applied
from planner.documents.theme import Theme
from planner.errors import NotFound
from planner.language.paper_words import own_words
from planner.paper_choice import FOR_SERVICE, FOR_THE_OFFICE, Choice
from planner.queries.papers import blob
from planner.queries.templates import approver, signer
from planner.queries.templates import template as template_of
from planner.rules.templates import Marking, read, style_of, written

BODY = 11.0
"""Points of text where nobody chose any."""


def with_template(db: Connection, choice: Choice, data: Any) -> Any:
    """Return data with the template that holds for the paper now, and who would approve it; both are frozen with it."""
    template, own = dict(template_of(db, choice.paper.value)), signer(db, choice.event_id)
    if own is not None:  # who signs at this very event goes before whom the office wrote down for all
        template.pop("approver", None)
    event = data.event._replace(template=written(template), approver=own or approver(db, choice.event_id))
    return data._replace(event=event)


def dressed(data: Any, choice: Choice, compose: Callable[[Any], Content]) -> Content:
    """Compose a paper from what its readers may see, in the office's words and order, under its forms."""
    template = read(data.event.template)
    with own_words(template.get("words", {})) as said:
        content = applied(compose(readable_for(data, choice)), template, said)
        return formed(content, data.event, asked_of(choice))


def readable_for(data: Any, choice: Choice) -> Any:
    """Return data with what the readers of a copy may not see emptied."""
    return readable(data, reader_of(choice))


def reader_of(choice: Choice) -> Reader:
    """Return who reads a copy: the table, those who serve, or the host's own people."""
    if choice.paper in FOR_SERVICE:
        return Reader.SERVICE
    return Reader.HOST if choice.edition == "working" or choice.paper in FOR_THE_OFFICE else Reader.TABLE


def asked_of(choice: Choice) -> Asked:
    """Return the forms asked of a copy."""
    marking = None if choice.marking is None else Marking(choice.marking)
    return Asked(choice.copy_for, choice.approved, choice.copy_number, marking, choice.annex)


def with_pictures(db: Connection, content: Content) -> Content:
    """Fetch the bytes of the emblem and of the photographs. A photograph the office lacks leaves its caption alone."""
    if content.forms is not None and content.forms.emblem is not None:
        emblem = content.forms.emblem
        emblem = emblem._replace(content=blob(db, emblem.sha256))
        content = content._replace(forms=content.forms._replace(emblem=emblem))
    if content.portrait is not None:
        content = content._replace(portrait=_fetched(db, content.portrait))
    if any(row.photograph for block in content.blocks for row in block.rows):
        content = content._replace(blocks=tuple(_block_fetched(db, block) for block in content.blocks))
    return content


def _block_fetched(db: Connection, block: Block) -> Block:
    rows = [
        row._replace(photograph=_fetched(db, row.photograph)) if row.photograph is not None else row
        for row in block.rows
    ]
    return block._replace(rows=tuple(rows))


def _fetched(db: Connection, photograph: Photograph) -> Photograph | None:
    try:
        return photograph._replace(content=blob(db, photograph.sha256))
    except NotFound:  # an office copied without its pictures still prints
        return None


def theme_of(event: EventData, theme: Theme) -> Theme:
    """Return a theme in the office's style."""
    style = style_of(read(event.template))
    return theme.styled(
        face=style.face, accent=style.accent, title=style.title, heading=style.heading, note=style.note,
        spacing=style.spacing, rule=style.rule,
    )  # fmt: skip


def body_of(choice: Choice, event: EventData) -> float:
    """Return the size of the text: as chosen for this copy, else as the office has it."""
    return style_of(read(event.template)).body or choice.body if choice.body == BODY else choice.body
