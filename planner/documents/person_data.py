"""A person on a paper: the names in each language, the post and organisation; read at every start, so apart."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from planner.rules.kinds import NameOrder
from planner.rules.text import EMPTY, Language, Text


class NameData(NamedTuple):
    """A person's name as written in one language."""

    surname: str
    given: str = ""
    patronymic: str = ""
    order: NameOrder = NameOrder.SURNAME_FIRST
    listed: NameOrder | None = None  # in lists and on cards, without a patronymic, where the event's profile says so


class PersonData(NamedTuple):
    """A person on a paper: the name in each language, the post and organisation as of the event's day."""

    names: Mapping[Language, NameData]
    position: Text = EMPTY
    organisation: Text = EMPTY
    country: str = ""  # ISO 3166 alpha-2 of the organisation, or ""
    id: int = 0  # tells a corrected name from another person; 0 where nobody is meant
    degree: Text = EMPTY  # "Candidate of Sciences", as a conference prints it
