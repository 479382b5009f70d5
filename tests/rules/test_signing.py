"""The ceremony of signing: copies, rounds, times and the check-list (handbook 3.9, 3.11)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.rules import signing
from planner.rules.alternat import Party
from planner.rules.signing import COMPUTED, Mark, Paper, Step

RU, KG = Party("RU", "ru"), Party("KG", "ky")
KEYS = st.lists(st.text("ABCDEFGH", min_size=1, max_size=3), min_size=1, max_size=6, unique=True)
READY = ["languages", "alternat", "initials", "place-date", "binding", "cover", "pens", "blotter"]


def test_copy_that_stays_with_a_party_begins_with_it() -> None:
    ours, theirs = signing.copies([RU, KG], ["ru", "ky"])
    assert (ours.holder, ours.columns, ours.signatures, ours.signs_first) == ("RU", ("ru", "ky"), ("RU", "KG"), "RU")
    assert (theirs.holder, theirs.columns, theirs.signatures, theirs.signs_first) == (
        "KG", ("ky", "ru"), ("KG", "RU"), "KG",
    )  # fmt: skip


def test_copy_led_by_a_language_from_the_right_begins_there() -> None:
    _ours, theirs = signing.copies([RU, Party("AR", "ar")], ["ru", "ar", "en"], right_to_left=["ar"])
    assert (theirs.columns, theirs.signatures) == (("en", "ru", "ar"), ("RU", "AR"))


def test_language_of_neither_party_follows_theirs() -> None:
    assert [one.columns for one in signing.copies([RU, KG], ["en", "ru", "ky"])] == [
        ("ru", "ky", "en"), ("ky", "ru", "en"),
    ]  # fmt: skip


def test_two_parties_sign_their_own_copy_and_then_the_other() -> None:
    assert list(signing.rounds(["RU", "KG"])) == [{"RU": "RU", "KG": "KG"}, {"RU": "KG", "KG": "RU"}]


@given(KEYS)
def test_every_party_signs_every_copy_once_and_its_own_first(parties: list[str]) -> None:
    turns = list(signing.rounds(parties))
    assert turns[0] == {one: one for one in parties}
    assert all(sorted(turn.values()) == sorted(parties) for turn in turns)
    signed = {(party, copy) for turn in turns for party, copy in turn.items()}
    assert signed == {(party, copy) for party in parties for copy in parties}


@given(KEYS, st.permutations(["ru", "ky", "en", "ar"]))
def test_each_holder_is_first_in_its_copy_and_no_language_is_lost(keys: list[str], tongues: list[str]) -> None:
    parties = [Party(key, tongues[at % 4]) for at, key in enumerate(keys)]
    for one in signing.copies(parties, tongues):
        assert one.in_place()
        assert one.signs_first == one.holder
        assert sorted(one.columns) == sorted(tongues)


def test_ceremony_gives_each_text_its_minutes_one_after_another() -> None:
    moments = signing.ceremony([3, None])
    assert [(one.step, one.text, one.start, one.end) for one in moments if one.text is None] == [
        (Step.ENTRANCE, None, 0, 2), (Step.PHOTOGRAPH, None, 9, 14),
    ]  # fmt: skip
    assert {(one.text, one.start, one.end) for one in moments if one.text is not None} == {(0, 2, 5), (1, 5, 9)}
    assert [one.step for one in moments if one.text == 0] == list(signing.OF_A_TEXT)


def test_ceremony_without_a_text_takes_no_time() -> None:
    assert (signing.length([]), signing.length([5])) == (0, 12)


@pytest.mark.parametrize(
    ("paper", "expected"),
    [
        (Paper(2), set()),
        (Paper(2, 2), {Mark.ORIGINALS}),
        (Paper(1, 1), set()),  # the other party is not known yet
        (Paper(2, 3), set()),
        (Paper(2, powers=(True, False)), set()),
        (Paper(2, powers=(True, True)), {Mark.POWERS}),
        (Paper(2, agreed="a", final="b"), set()),
        (Paper(2, agreed="a"), set()),
        (Paper(2, agreed="a", final="a"), {Mark.REVISION}),
        (Paper(2, ready=("pens", "powers", "unheard-of")), {Mark.PENS}),
        (Paper(2, 2, (True, True), "a", "a", READY), set(Mark)),
    ],
)
def test_check_list_ticks_what_is_in_order(paper: Paper, expected: set[Mark]) -> None:
    assert signing.done(paper) == expected


def test_all_but_what_is_computed_is_ticked_by_hand() -> None:
    assert set(Mark) - COMPUTED == {Mark(one) for one in READY}


def test_text_differs_only_where_both_are_known() -> None:
    assert [signing.differs(*pair) for pair in (("", ""), ("a", ""), ("", "b"), ("a", "a"), ("a", "b"))] == [
        False, False, False, False, True,
    ]  # fmt: skip


def test_side_that_reads_no_language_of_a_text_is_named() -> None:
    assert signing.unread(["ru", "en"], [["ru"], ["ky", "en"], ["fr"], []]) == (2,)
    assert signing.unread([], [["ru"]]) == ()


def test_party_leads_with_its_first_language_of_the_text() -> None:
    assert [signing.leading(["ru", "en"], own) for own in (["ky", "en"], ["ru"], ["fr"])] == ["en", "ru", "ru"]
    assert signing.leading([], ["ru"]) == ""
