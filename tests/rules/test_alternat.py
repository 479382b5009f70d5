"""The alternat by the vectors of the handbook."""

from __future__ import annotations

import pytest

from planner.rules.alternat import Copy, Party, copy_for, title

KG = Party("KG", "ky", {"ru": "городом Манасом (Кыргызская Республика)"})
RU = Party("RU", "ru", {"ru": "городом Красноярском (Российская Федерация)"})
AR = Party("AR", "ar")
TEMPLATE = "Меморандум между {1} и {2}"


def test_alt_1_copy_of_the_kyrgyz_side() -> None:
    assert copy_for([RU, KG], "KG") == Copy("KG", ("KG", "RU"), ("ky", "ru"), ("KG", "RU"), "KG")
    assert title(TEMPLATE, [RU, KG], "KG", "ru") == (
        "Меморандум между городом Манасом (Кыргызская Республика) и городом Красноярском (Российская Федерация)"
    )


def test_alt_1_copy_of_the_russian_side() -> None:
    assert copy_for([RU, KG], "RU") == Copy("RU", ("RU", "KG"), ("ru", "ky"), ("RU", "KG"), "RU")
    assert title(TEMPLATE, [RU, KG], "RU", "ru") == (
        "Меморандум между городом Красноярском (Российская Федерация) и городом Манасом (Кыргызская Республика)"
    )


def test_alt_2_first_place_of_a_script_from_the_right_is_the_right() -> None:
    theirs, ours = (copy_for([RU, AR], holder, right_to_left={"ar", "he"}) for holder in ("AR", "RU"))
    assert theirs == Copy("AR", ("AR", "RU"), ("ru", "ar"), ("RU", "AR"), "AR")
    assert ours == Copy("RU", ("RU", "AR"), ("ru", "ar"), ("RU", "AR"), "RU")


def test_more_than_two_parties_are_rotated() -> None:
    parties = [Party("A", "en"), Party("B", "en"), Party("C", "fr")]
    copies = [copy_for(parties, holder).parties for holder in "ABC"]
    assert copies == [("A", "B", "C"), ("B", "C", "A"), ("C", "A", "B")]
    assert copy_for(parties, "B").columns == ("en", "fr")


def test_holder_is_named_first_in_every_own_copy() -> None:
    assert [copy_for([RU, KG], key).in_place() for key in ("RU", "KG")] == [True, True]
    with pytest.raises(KeyError):
        copy_for([RU, KG], "CN")
