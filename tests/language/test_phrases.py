"""The phrase base: the same, the fitted and the similar phrase; what is never offered; completions."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.language.phrase_fitting import Term, fit_numbers
from planner.language.phrases import Closeness, PhraseIndex, Written


def index(*pairs: tuple[str, str], own: tuple[str, ...] = (), terms: tuple[Term, ...] = ()) -> PhraseIndex:
    """Return a base of (Russian, English) pairs, each of a text of its own."""
    return PhraseIndex(
        (
            Written(("item", number, "title"), (("en", english), ("ru", russian)), own=english in own)
            for number, (russian, english) in enumerate(pairs, 1)
        ),
        terms,
    )


def offered(base: PhraseIndex, words: str) -> list[tuple[str, Closeness]]:
    return [(one.words, one.closeness) for one in base.counterparts(words, "ru", "en")]


MANAS = Term({"ru": {"": "Манас", "gen": "Манаса"}, "en": {"": "Manas"}})
BISHKEK = Term({"ru": {"": "Бишкек", "gen": "Бишкека"}, "en": {"": "Bishkek"}})


def test_the_same_words_are_found_whatever_their_case_and_signs() -> None:
    base = index(("Обед в ресторане «Ёлка»", "Lunch at “Yolka”"), ("Ужин", "Dinner"))
    assert offered(base, "обед в ресторане Елка.") == [("Lunch at “Yolka”", Closeness.SAME)]


def test_of_two_counterparts_the_more_frequent_comes_first_then_the_newest() -> None:
    base = index(("Обед", "Lunch"), ("Обед", "Luncheon"), ("Обед", "Luncheon"), ("Обед", "Midday meal"))
    assert [one for one, _ in offered(base, "Обед")] == ["Luncheon", "Midday meal", "Lunch"]


def test_own_phrases_come_before_frequent_ones() -> None:
    base = index(("Обед", "Lunch"), ("Обед", "Lunch"), ("Обед", "Official luncheon"), own=("Official luncheon",))
    assert [one for one, _ in offered(base, "Обед")] == ["Official luncheon", "Lunch"]


def test_numbers_of_the_text_stand_in_the_offer() -> None:
    base = index(("Зал № 12, 3 этаж", "Hall 12, floor 3"))
    assert offered(base, "Зал № 15, 4 этаж") == [("Hall 15, floor 4", Closeness.FITTED)]


@pytest.mark.parametrize(
    ("known", "english", "words"),
    [
        ("Дом 3", "3rd house", "Дом 4"),  # an ending depends on the number
        ("1 автомобиль", "1 car", "21 автомобиль"),  # 21 cars
        ("Рейс в 10:00", "Flight at 10 a.m.", "Рейс в 11:00"),  # not every number stands in the counterpart
        ("С 9 до 9", "From 9 to 9", "С 8 до 9"),  # which is which?
    ],
)
def test_numbers_are_not_exchanged_where_something_depends_on_them(known: str, english: str, words: str) -> None:
    assert fit_numbers(words, known, english, "en") == ""


def test_known_names_are_exchanged_in_the_case_in_which_they_stand() -> None:
    base = index(("Встреча с Главой города Манаса", "Meeting with the Mayor of Manas"), terms=(MANAS, BISHKEK))
    assert offered(base, "Встреча с Главой города Бишкека") == [("Meeting with the Mayor of Bishkek", Closeness.FITTED)]
    back = base.counterparts("Meeting with the Mayor of Bishkek", "en", "ru")
    # Which of the Russian cases is meant is told by the form that stands there.
    assert [(one.words, one.closeness) for one in back] == [("Встреча с Главой города Бишкека", Closeness.FITTED)]


def test_unknown_names_are_left_as_the_phrase_has_them_and_it_is_said() -> None:
    base = index(("Встреча с Главой города Манаса", "Meeting with the Mayor of Manas"), terms=(MANAS,))
    found = base.counterparts("Встреча с Главой города Таласа", "ru", "en")
    assert [(one.words, one.closeness, one.phrase) for one in found] == [
        ("Meeting with the Mayor of Manas", Closeness.SIMILAR, "Встреча с Главой города Манаса")
    ]


def test_quite_other_words_are_not_offered() -> None:
    assert offered(index(("Встреча в аэропорту", "Meeting at the airport")), "Обед") == []


def test_most_letters_alike_are_not_enough_where_the_words_differ() -> None:
    base = index(("Вылет из Красноярска", "Departure from Krasnoyarsk"))
    assert offered(base, "Прилёт в Красноярск") == []


def test_retired_phrases_are_not_offered_even_where_texts_say_so() -> None:
    pair = (("en", "Lunch"), ("ru", "Обед"))
    base = PhraseIndex([Written(("item", 1, "title"), pair), Written(("phrase", 2, "words"), pair, True, True)])
    assert (offered(base, "Обед"), base.completions("Об", "ru", ["en"])) == ([], [])


def test_a_text_is_offered_as_it_is_now_and_not_as_it_was() -> None:
    base = index(("Обед", "Lunch"))
    base.counterparts("Обед", "ru", "en")
    base.follow([Written(("item", 1, "title"), (("en", "Dinner"), ("ru", "Ужин")))], [("item", 1, "title")])
    assert (offered(base, "Обед"), offered(base, "Ужин")) == ([], [("Dinner", Closeness.SAME)])
    base.follow([], base.keys_of("item", [1]))
    assert (offered(base, "Ужин"), len(base)) == ([], 0)


def test_completions_begin_as_the_text_does_before_those_that_hold_it() -> None:
    base = index(
        ("Рабочий обед", "Working lunch"), ("Обед от имени Главы", "Lunch hosted by the Mayor"), ("Ужин", "Dinner")
    )
    found = base.completions("обед", "ru", ["en"])
    assert [dict(one.words) for one in found] == [
        {"ru": "Обед от имени Главы", "en": "Lunch hosted by the Mayor"}, {"ru": "Рабочий обед", "en": "Working lunch"}
    ]  # fmt: skip


def test_one_letter_is_not_enough_to_offer_anything() -> None:
    base = index(("Обед", "Lunch"))
    assert (base.completions("О", "ru", ["en"]), offered(base, "О")) == ([], [])


LETTERS = st.text("аб вё1«-A", max_size=12)


@given(st.lists(st.tuples(LETTERS, LETTERS), max_size=8), LETTERS)
def test_a_base_that_followed_its_changes_equals_one_built_anew(pairs: list[tuple[str, str]], words: str) -> None:
    texts = [Written(("item", n % 4, "title"), (("en", b), ("ru", a))) for n, (a, b) in enumerate(pairs)]
    grown = PhraseIndex()
    grown.counterparts(words, "ru", "en")
    for one in texts:
        grown.follow([one], [one.key])
    last = {one.key: one for one in texts}
    fresh = PhraseIndex(last.values())
    assert set(grown.counterparts(words, "ru", "en", limit=99)) == set(fresh.counterparts(words, "ru", "en", limit=99))
    assert len(grown) == len(fresh)
