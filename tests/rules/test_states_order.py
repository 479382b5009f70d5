"""The order of states by the vectors of the handbook."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from planner.language.collation import sort_key
from planner.rules.states_order import EU_ORDER, by_alphabet, by_eu_order

RU = {"KG": "Киргизия", "UZ": "Узбекистан", "AM": "Армения", "TJ": "Таджикистан", "BY": "Беларусь", "KZ": "Казахстан"}
EN = {"KG": "Kyrgyzstan", "UZ": "Uzbekistan", "AM": "Armenia", "TJ": "Tajikistan", "BY": "Belarus", "KZ": "Kazakhstan"}


def ru(name: str) -> str:
    return sort_key(name, "ru")


def test_prec_4_states_by_the_russian_alphabet() -> None:
    assert [RU[code] for code in by_alphabet(RU, ru)] == [
        "Армения", "Беларусь", "Казахстан", "Киргизия", "Таджикистан", "Узбекистан",
    ]  # fmt: skip


def test_prec_4_states_in_english_from_the_lot() -> None:
    shown = by_alphabet(EN, lambda name: sort_key(name, "en"), lot="KG")
    assert [EN[code] for code in shown] == [
        "Kyrgyzstan", "Tajikistan", "Uzbekistan", "Armenia", "Belarus", "Kazakhstan",
    ]  # fmt: skip


def test_prec_5_union_order_is_a_list_and_no_sorting() -> None:
    shown = by_eu_order({"AT", "DE", "GR", "ES"})
    assert [EU_ORDER[code] for code in shown] == ["Deutschland", "Ελλάδα", "España", "Österreich"]


def test_union_has_twenty_seven_states_and_others_follow() -> None:
    assert len(EU_ORDER) == 27
    assert by_eu_order(["RU", "SE", "BE", "KG"]) == ["BE", "SE", "KG", "RU"]


def test_sort_1_style_of_a_countrys_name_changes_its_place() -> None:
    names = {"CN": "Китай", "KG": "Киргизия", "CU": "Куба"}
    assert by_alphabet(names, ru) == ["KG", "CN", "CU"]
    assert by_alphabet(names | {"KG": "Кыргызстан"}, ru) == ["CN", "CU", "KG"]


def test_lot_on_a_state_that_is_not_there_changes_nothing() -> None:
    assert by_alphabet(RU, ru, lot="CN") == by_alphabet(RU, ru)


@given(st.sampled_from(sorted(EN)))
def test_lot_turns_the_round_and_breaks_it_nowhere(lot: str) -> None:
    plain, turned = by_alphabet(EN), by_alphabet(EN, lot=lot)
    assert turned[0] == lot
    assert (plain + plain)[plain.index(lot) : plain.index(lot) + len(plain)] == turned
