"""Frozen data come back exactly as they were."""

from __future__ import annotations

import json
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.documents.data import EventData, ItemData, ParticipantsData, ProgrammeData
from planner.documents.freeze import freeze, thaw
from planner.errors import NotPossible
from planner.rules.kinds import Capacity, Side
from planner.rules.text import Source, Text, Wording
from tests.documents.events import delegation, event, heading, item, member, person

SHORT = st.text(max_size=8)
CASES, AGAINST = (st.dictionaries(st.just(key), SHORT) for key in ("prep", "en"))
WORDINGS = st.builds(Wording, SHORT, source=st.sampled_from(Source), cases=CASES)
CHECKED = st.builds(Wording, SHORT, checked_by=SHORT, against=AGAINST)
TEXTS = st.builds(Text, st.dictionaries(st.sampled_from(["ru", "en", "zh-Hans"]), WORDINGS | CHECKED, max_size=2))
st.register_type_strategy(Text, TEXTS)
EVENTS = st.builds(EventData)
ITEMS = st.recursive(
    st.builds(ItemData, parts=st.just(())), lambda items: st.builds(ItemData, parts=st.tuples(items)), max_leaves=3
)


@settings(max_examples=25)
@given(data=st.builds(ProgrammeData, event=EVENTS, items=st.lists(ITEMS, max_size=2).map(tuple)))
def test_programme_comes_back_as_it_was(data) -> None:
    assert thaw(freeze(data)) == data
    assert freeze(thaw(freeze(data))) == freeze(data)


@settings(max_examples=25)
@given(data=st.builds(ParticipantsData, event=EVENTS, at=st.none() | ITEMS))
def test_list_comes_back_as_it_was(data) -> None:
    assert thaw(freeze(data)) == data


def test_types_come_back_too() -> None:
    somebody = member(Capacity.HEAD, person("Логинов Владислав", "Loginov Vladislav"))
    data = ParticipantsData(event(), heading(ru="Список"), (delegation(Side.HOST, somebody),), item(Text(), 600))
    assert repr(thaw(freeze(data))) == repr(data)


def test_data_of_a_later_program_are_refused_in_words() -> None:
    later = zlib.compress(json.dumps({"format": 2}).encode())
    with pytest.raises(NotPossible, match="issued by a newer program"):
        thaw(later)
