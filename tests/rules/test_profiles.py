"""Profiles of protocol: the five that are shipped, an office's own over them, and what parts two."""

from __future__ import annotations

from dataclasses import fields

import pytest

from planner.language.profiles import KEYS as WORDS
from planner.language.profiles import VALUES, choices_of, difference_words, profile_of, shipped, value_words
from planner.rules.profiles import (
    CHOICES,
    KEYS,
    Difference,
    ProtocolProfile,
    Rank,
    changed,
    checked,
    differences,
    kept,
)


def test_five_profiles_are_shipped_and_each_says_everything() -> None:
    assert list(shipped()) == ["RU-municipal", "RU-state", "EU", "US", "CN"]
    assert [profile.code for profile in shipped().values()] == list(shipped())
    assert {field.name for field in fields(ProtocolProfile)} == {"code", "based_on", "names", *KEYS}


def test_profiles_differ_as_the_handbook_has_it() -> None:
    sides = ("interpreter_host", "interpreter_guest", "honour_side_at_home", "two_flags")
    keys = (*sides, "spouse_rank", "list_name_order")
    rows = {code: tuple(getattr(profile, key) for key in keys) for code, profile in shipped().items()}
    assert rows == {
        "RU-municipal": ("left", "left", "right", "guest-left", "partner", "surname-given-patronymic"),
        "RU-state": ("left", "left", "right", "guest-left", "partner", "surname-given-patronymic"),
        "EU": ("left", "left", "right", "guest-left", "partner", "given-surname"),
        "US": ("left", "left", "right", "own-left", "unless-official", "given-surname"),
        "CN": ("right", "left", "left", "guest-left", "partner", "surname-given"),
    }
    assert [code for code, profile in shipped().items() if not profile.guests_first] == ["US"]
    assert [code for code, profile in shipped().items() if profile.states_order == "eu"] == ["EU"]


@pytest.mark.parametrize("code", ["RU-municipal", "RU-state", "EU", "US", "CN"])
def test_every_table_of_ranks_has_the_thirteen_levels_and_all_classes(code: str) -> None:
    profile = profile_of(code)
    assert sorted({rank.level for rank in profile.ranks}) == list(range(1, 14))
    classes = {rank.rank_class: rank.level for rank in profile.ranks if rank.rank_class}
    assert classes == dict(profile.class_levels)
    assert all(dict(rank.titles).keys() >= {"ru", "en"} for rank in profile.ranks)


def test_own_profile_holds_only_what_differs() -> None:
    base = profile_of("RU-municipal")
    own = changed(base, {"nuncio_first": True, "photo": "interleaved", "gone": 1, "car": "on the roof"}, name="Наш")
    assert (own.code, own.based_on, own.name("ru")) == ("", "RU-municipal", "Наш")
    assert differences(base, own) == (
        Difference("photo", "block", "interleaved"), Difference("nuncio_first", False, True),
    )  # fmt: skip


def test_table_of_ranks_is_kept_and_read_again() -> None:
    ranks = profile_of("CN").ranks
    assert checked("ranks", kept("ranks", ranks)) == ranks
    assert Rank(7, (("ru", "мэр"), ("en", "mayor"))).title("ky", "en") == "mayor"


@pytest.mark.parametrize(
    ("key", "value"),
    [("ranks", [{"level": 0, "ru": "x"}]), ("ranks", [{"level": 5, "class": "duke"}]), ("car", "roof"),
     ("nuncio_first", "yes"), ("states_language", ""), ("level", 5)],
)  # fmt: skip
def test_impossible_value_is_refused(key: str, value: object) -> None:
    with pytest.raises((ValueError, KeyError)):
        checked(key, value)


def test_differences_are_sentences() -> None:
    ranks = [*kept("ranks", profile_of("US").ranks[1:]), {"level": 4, "en": "mayor"}]
    own = changed(profile_of("US"), {"ranks": ranks})
    found = [words for one in differences(profile_of("US"), own) for words in difference_words(one, "en")]
    assert found == [
        "Not in the table of ranks any more: “President of the United States”, 1",
        "New in the table of ranks: “mayor”, 4",
    ]
    china = differences(profile_of("RU-municipal"), profile_of("CN"))
    said = [words for one in china for words in difference_words(one, "ru")]
    assert [words for words in said if "министр»" in words] == []  # the same title at the same level
    flags = differences(profile_of("EU"), profile_of("US"))
    assert "Two flags, as the viewer sees them: the guest’s on the left → our own on the left" in [
        words for one in flags for words in difference_words(one, "en")
    ]


def test_every_key_and_value_has_words() -> None:
    assert set(WORDS) == set(KEYS)
    for key, values in CHOICES.items():
        assert [value for value, _ in choices_of(key, "ru")] == list(values) or key in VALUES
        assert all(value_words(key, value, "en") for value in values)
