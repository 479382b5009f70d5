"""Words of an event in a sentence: the same finding in every language it is read in."""

from __future__ import annotations

from copy import deepcopy

from hypothesis import given
from hypothesis import strategies as st

from planner.rules.checks.views import several
from planner.rules.findings import Finding, Severity, fingerprint
from planner.rules.said import Said, read_in
from planner.rules.text import text

TAGS = ("ru", "en", "ky")
WORDINGS = st.dictionaries(st.sampled_from(TAGS), st.text(min_size=1, max_size=8))
MEETING = text(ru="Встреча", en="Meeting")


def test_words_are_those_of_the_events_first_language_that_has_them() -> None:
    assert Said.of(MEETING, ("ky", "en", "ru")) == "Meeting"
    assert Said.of({"ru": "", "en": "Kabaev"}, ("ru", "en")) == "Kabaev"
    assert Said.of({"zh": "卡巴耶夫"}, ("ru", "en")) == "卡巴耶夫"
    assert Said.of({}, ("ru",)) == ""


def test_reader_of_another_language_gets_its_wording_or_the_first() -> None:
    said = Said.of(MEETING, ("ru", "en"))
    assert (str(said), said.read_in("en"), said.read_in("ky")) == ("Встреча", "Meeting", "Встреча")
    assert read_in("10:00", "en") == "10:00"


def test_several_are_read_each_in_the_language_it_has() -> None:
    names = [Said.of({"ru": "Кабаев", "en": "Kabaev"}, ("ru",)), Said.of({"ru": "Садыкова"}, ("ru",)), "—", "Ещё"]
    joined = several(names)
    assert (joined, joined.read_in("en")) == ("Кабаев, Садыкова, — + 1", "Kabaev, Садыкова, — + 1")


def test_quotation_marks_stand_in_every_language() -> None:
    quoted = Said.of(MEETING, ("ru",)).quoted()
    assert (quoted, quoted.read_in("en")) == ("“Встреча”", "“Meeting”")


@given(WORDINGS, st.sampled_from(TAGS))
def test_finding_is_the_same_whatever_else_its_words_are_written_in(wordings: dict[str, str], first: str) -> None:
    said = Said.of(wordings, (first,))
    one = Finding("W-01", Severity.STOPS, (), "{who}", {"who": said})
    plain = Finding("W-01", Severity.STOPS, (), "{who}", {"who": str(said)})
    assert (one, fingerprint(one), deepcopy(one)) == (plain, fingerprint(plain), one)
    assert deepcopy(said).read_in("en") == said.read_in("en")
