"""Whether two entries are one person: what the name alone may say, what it needs beside it, what contradicts."""

from __future__ import annotations

import pytest

from planner.rules.duplicates import PROPOSED, Facts, Reason, propose, weigh
from planner.rules.likeness import Likeness

SAME_POST = Facts(position={"en": "Mayor"})
NOTHING = Facts()


def score(likeness: Likeness, one: Facts = NOTHING, other: Facts = NOTHING) -> int:
    return weigh(one, other, likeness._replace(letters=likeness.letters or 12), str.casefold)[0]


@pytest.mark.parametrize(
    ("likeness", "alone", "in_one_post"),
    [
        (Likeness(), True, True),
        (Likeness(turned=True), True, True),
        (Likeness(scripts=True), True, True),
        (Likeness(edits=1), True, True),
        (Likeness(edits=2), False, True),
        (Likeness(initials=1), False, True),
        (Likeness(missing=1), False, True),
        (Likeness(initials=1, rare=True), True, True),
        (Likeness(edits=1, letters=6), False, True),
        (Likeness(edits=2, half=True), False, False),
    ],
)
def test_the_further_apart_the_names_the_more_is_needed_beside_them(
    likeness: Likeness, alone: bool, in_one_post: bool
) -> None:
    assert (score(likeness) >= PROPOSED) is alone
    assert (score(likeness, SAME_POST, SAME_POST) >= PROPOSED) is in_one_post


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Facts(country="KG"), Facts(country="KZ")),
        (Facts(delegation={"event 1": "2"}), Facts(delegation={"event 1": "3"})),
        (Facts(private={"birth_date": "1970-01-01"}), Facts(private={"birth_date": "1971-01-01"})),
        (Facts(private={"passport": "A1"}), Facts(private={"passport": "B2"})),
    ],
)
def test_what_contradicts_proposes_nothing(one: Facts, other: Facts) -> None:
    assert weigh(one, other, Likeness(letters=12), str.casefold) == (0, ())


def test_equal_address_outweighs_country_and_delegation_but_no_other_birthday() -> None:
    mail = {"email": "k@example.org"}
    assert score(Likeness(edits=2), Facts(country="KG", private=mail), Facts(country="KZ", private=mail)) >= PROPOSED
    born = ({**mail, "birth_date": "1970-01-01"}, {**mail, "birth_date": "1971-01-01"})
    assert score(Likeness(), *(Facts(private=private) for private in born)) == 0


def test_what_speaks_for_and_against_is_told() -> None:
    one = Facts(position={"en": "Mayor"}, organisation={"en": "City"}, country="KG")
    other = Facts(position={"en": "mayor"}, organisation={"en": "Ministry"}, country="KG")
    assert weigh(one, other, Likeness(edits=1, letters=12), str.casefold) == (
        70, (Reason.LETTERS, Reason.POST, Reason.COUNTRY, Reason.OTHER_ORGANISATION),
    )  # fmt: skip


def test_surest_pair_stands_first_and_those_kept_apart_are_left_out() -> None:
    alike = [(1, 2, Likeness(edits=1, letters=12)), (3, 4, Likeness(letters=12)), (5, 6, Likeness(letters=12))]
    found = propose(alike, dict.fromkeys(range(1, 7), NOTHING), apart=frozenset({(5, 6)}), fold=str.casefold)
    assert [(one.pair, one.score) for one in found] == [((3, 4), 80), ((1, 2), 65)]
