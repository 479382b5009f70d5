"""What an import would change: new, same, changed, rejected; and that a second import changes nothing."""

from __future__ import annotations

import time
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.exchange.mapping import guess_mapping
from planner.exchange.people import records
from planner.exchange.reading import read_table
from planner.language.search import fold
from planner.rules.kinds import Capacity
from planner.rules.people_import import Change, Counts, Preview, PreviewLine, compare
from planner.rules.person_record import ImportedName, PersonRecord, RecordSet, Rejection
from planner.rules.same_person import KnownPerson, KnownPlace


def person(line: int, name: str, **facts: object) -> PersonRecord:
    """Return a line of a list; `name` is "Surname Given", further names come as `names`."""
    surname, _, given_name = name.partition(" ")
    return PersonRecord(line, **{"names": {"ru": ImportedName(surname, given_name)}, **facts})  # type: ignore[arg-type]


def known(person_id: int, name: str, **facts: object) -> KnownPerson:
    surname, _, given_name = name.partition(" ")
    return KnownPerson(person_id, **{"names": {"ru": ImportedName(surname, given_name)}, **facts})  # type: ignore[arg-type]


def preview(lines: Iterable[PersonRecord], people: Iterable[KnownPerson] = ()) -> Preview:
    return compare(RecordSet(tuple(lines)), list(people), fold=fold)


def outcomes(found: Preview) -> list[tuple[int, str, int | None, int | None]]:
    return [(line.line, line.outcome.value, line.person_id, line.earlier_line) for line in found.lines]


MAYOR = {"position": {"ru": "мэр"}, "organisation": {"ru": "Мэрия"}}


def test_person_nobody_knows_is_new() -> None:
    assert outcomes(preview([person(2, "Кабаев Азамат", **MAYOR)])) == [(2, "new", None, None)]


def test_person_with_the_same_facts_is_the_same() -> None:
    people = [known(7, "Кабаев Азамат", **MAYOR)]
    assert outcomes(preview([person(2, "кабаев  АЗАМАТ", **MAYOR)], people)) == [(2, "same", 7, None)]
    turned = person(2, "x", names={"ru": ImportedName("Азамат", "Кабаев")})
    assert outcomes(preview([turned], people)) == [(2, "same", 7, None)]


def test_person_is_known_by_any_language() -> None:
    people = [known(7, "Кабаев Азамат", names={"en": ImportedName("Kabaev", "Azamat")})]
    line = person(2, "x", names={"ru": ImportedName("Кабаев", "Азамат"), "en": ImportedName("Kabaev", "Azamat")})
    (found,) = preview([line], people).lines
    assert (found.outcome, found.person_id, found.changes) == (
        "changed",
        7,
        (Change("name.ru", "", "Кабаев Азамат"),),
    )


def test_other_post_and_organisation_are_changes() -> None:
    people = [known(7, "Кабаев Азамат", **MAYOR)]
    line = person(2, "Кабаев Азамат", position={"ru": "министр"}, organisation={"ru": "Мэрия", "en": "City Hall"})
    (found,) = preview([line], people).lines
    assert found.changes == (Change("position.ru", "мэр", "министр"), Change("organisation.en", "", "City Hall"))


def test_accent_that_was_added_is_a_change_and_capitals_are_none() -> None:
    people = [known(7, "Артемов Семен")]
    (found,) = preview([person(2, "Артёмов Семён")], people).lines
    assert found.changes == (Change("name.ru", "Артемов Семен", "Артёмов Семён"),)
    assert outcomes(preview([person(2, "АРТЕМОВ Семен")], people)) == [(2, "same", 7, None)]


def test_empty_cells_take_nothing_away() -> None:
    people = [known(7, "Кабаев Азамат", country="KG", private={"phone": "1"}, languages=("ky",), **MAYOR)]
    assert outcomes(preview([person(2, "Кабаев Азамат")], people)) == [(2, "same", 7, None)]


@pytest.mark.parametrize(
    ("here", "there"),
    [
        ({"delegation": {"ru": "Китай"}}, {"delegation": {"ru": "Корея"}, "takes_part": True}),
        ({"country": "CN"}, {"country": "KR"}),
        ({"private": {"passport": "A1"}}, {"private": {"passport": "B2"}}),
        ({"private": {"birth_date": "1970-05-02"}}, {"private": {"birth_date": "1971-05-02"}}),
    ],
)
def test_namesake_who_cannot_be_the_same_is_new(here: dict[str, object], there: dict[str, object]) -> None:
    (found,) = preview([person(2, "Ли Мин", **here)], [known(7, "Ли Мин", **there)]).lines
    assert (found.outcome, found.person_id, found.like) == ("new", None, (7,))


def test_equal_address_outweighs_another_delegation() -> None:
    people = [known(7, "Ли Мин", delegation={"ru": "Корея"}, takes_part=True, private={"email": "li@example.org"})]
    line = person(2, "Ли Мин", delegation={"ru": "Китай"}, private={"email": "LI@example.org"})
    (found,) = preview([line], people).lines
    assert (found.person_id, [change.field for change in found.changes]) == (7, ["email"])


def test_private_facts_that_are_not_known_are_not_compared() -> None:
    line = person(2, "Ли Мин", private={"passport": "A1"}, languages=("zh",))
    assert outcomes(preview([line], [known(7, "Ли Мин")])) == [(2, "same", 7, None)]
    (found,) = preview([line], [known(7, "Ли Мин", private={}, languages=("en",))]).lines
    assert found.changes == (Change("languages", "en", "en, zh"), Change("passport", "", "A1"))


def test_known_person_from_elsewhere_joins_the_event() -> None:
    line = person(2, "Ли Мин", capacity=Capacity.HEAD, delegation={"ru": "Китай"})
    (found,) = preview([line], [known(7, "Ли Мин")]).lines
    assert (found.outcome, found.person_id, found.joins) == ("same", 7, True)
    (found,) = preview([line], [known(7, "Ли Мин", takes_part=True, capacity=Capacity.MEMBER)]).lines
    assert (found.joins, found.changes) == (
        False,
        (Change("delegation.ru", "", "Китай"), Change("capacity", "member", "head")),
    )


def test_line_that_stands_twice_is_the_same_as_the_earlier() -> None:
    line = person(2, "Кабаев Азамат", **MAYOR)
    assert outcomes(preview([line, line._replace(line=5)])) == [(2, "new", None, None), (5, "same", None, 2)]


def test_later_line_of_one_person_changes_the_earlier() -> None:
    delegation = {"delegation": {"ru": "Китай"}}
    lines = [
        person(2, "Ли Мин", position={"ru": "советник"}, **delegation),
        person(3, "Ли Мин", position={"ru": "посол"}, **delegation),
    ]
    assert outcomes(preview(lines)) == [(2, "new", None, None), (3, "changed", None, 2)]
    now = known(7, "Ли Мин", position={"ru": "посол"}, takes_part=True, **delegation)
    assert outcomes(preview(lines, [now])) == [(2, "same", 7, None), (3, "same", 7, 2)]


def test_namesakes_of_two_organisations_in_one_file_are_two_people() -> None:
    lines = [
        person(2, "Ли Мин", organisation={"ru": "Университет"}),
        person(3, "Ли Мин", organisation={"ru": "Банк"}),
    ]
    assert outcomes(preview(lines)) == [(2, "new", None, None), (3, "new", None, None)]
    people = [known(7, "Ли Мин", organisation={"ru": "Банк"})]
    assert outcomes(preview(lines, people)) == [(2, "new", None, None), (3, "same", 7, None)]


def test_posts_without_holders_are_matched_one_to_one() -> None:
    post = PersonRecord(2, position={"ru": "эксперт"}, delegation={"ru": "Китай"})
    lines = RecordSet((post, post._replace(line=3), post._replace(line=4)))
    places = [KnownPlace(20, {"ru": "Эксперт"}, {"ru": "Китай"}), KnownPlace(21, {"ru": "эксперт"}, {"ru": "Китай"})]
    found = compare(lines, [], places, fold=fold).lines
    assert [(line.outcome.value, line.place_id) for line in found] == [("same", 20), ("same", 21), ("new", None)]


def test_report_counts_every_line_and_keeps_private_facts_to_itself() -> None:
    lines = RecordSet(
        (person(2, "А Б"), person(3, "В Г", position={"ru": "мэр"}, private={"phone": "112"}), person(5, "Д Е")),
        (Rejection(4, "The name {name} has no letter in it.", {"name": "1"}),),
    )
    found = compare(lines, [known(1, "В Г", private={}), known(2, "Д Е")], fold=fold)
    assert found.counts == Counts(4, 1, 1, 1, 1)
    assert found.to_json() == {
        "rows": 4,
        "new": 1,
        "same": 1,
        "changed": 1,
        "rejected": 1,
        "lines": [
            {"line": 2, "outcome": "new"},
            {
                "line": 3,
                "outcome": "changed",
                "person": 1,
                "changes": [{"field": "position.ru", "old": "", "new": "мэр"}, {"field": "phone"}],
            },
            {"line": 4, "outcome": "rejected", "reason": "The name 1 has no letter in it."},
            {"line": 5, "outcome": "same", "person": 2},
        ],
    }


class Office:
    """An office in memory that applies a preview as the contract says, line by line."""

    def __init__(self, people: Iterable[KnownPerson] = ()) -> None:
        self.people = {one.id: one for one in people}
        self.places: list[KnownPlace] = []

    def preview(self, found: RecordSet) -> Preview:
        return compare(found, list(self.people.values()), self.places, fold=fold)

    def apply(self, found: Preview) -> None:
        made: dict[int, int] = {}
        for line in found.lines:
            record = line.record
            if record is None or line.place_id is not None:
                continue
            if not record.names:
                self.places.append(KnownPlace(1_000_000 + line.line, record.position, record.delegation))
                continue
            number = line.person_id or made.get(line.earlier_line or 0) or len(self.people) + 1
            made[line.line] = number
            if line.outcome.value == "new":
                self.people[number] = self._made(number, record)
            else:
                self.people[number] = self._changed(self.people[number], line, record)

    @staticmethod
    def _made(number: int, record: PersonRecord) -> KnownPerson:
        return KnownPerson(
            number, record.names, record.position, record.organisation, record.country, record.delegation,
            record.capacity, True, record.languages, record.private,
        )  # fmt: skip

    @staticmethod
    def _changed(one: KnownPerson, line: PreviewLine, record: PersonRecord) -> KnownPerson:
        if line.joins:
            one = one._replace(takes_part=True, delegation=record.delegation, capacity=record.capacity)
        for change in line.changes:
            field, _, language = change.field.partition(".")
            if field == "name":
                one = one._replace(names={**one.names, language: record.names[language]})
            elif language:
                one = one._replace(**{field: {**getattr(one, field), language: change.new}})
            elif field == "languages":
                one = one._replace(languages=tuple(change.new.split(", ")))
            elif field == "capacity":
                one = one._replace(capacity=Capacity(change.new))
            elif field == "country":
                one = one._replace(country=change.new)
            else:
                one = one._replace(private={**(one.private or {}), field: change.new})
        return one


def some(*texts: str) -> st.SearchStrategy[dict[str, str]]:
    return st.dictionaries(st.sampled_from(["ru", "en"]), st.sampled_from(texts), max_size=2)


NAME = st.builds(ImportedName, st.sampled_from(["Ли", "Lee", "ЛИ", "Лий"]), st.sampled_from(["Мин", "Min", ""]))
NAMES = st.one_of(*(st.fixed_dictionaries(dict.fromkeys(tags, NAME)) for tags in (["ru"], ["en"], ["ru", "en"])))
FACTS = {
    "names": st.one_of(st.just({}), NAMES),
    "position": some("посол", "советник", "Ambassador"),
    "organisation": some("МИД", "Банк"),
    "delegation": some("Китай", "Корея"),
    "country": st.sampled_from(["", "CN", "KR"]),
    "capacity": st.sampled_from([None, Capacity.HEAD, Capacity.MEMBER]),
    "languages": st.lists(st.sampled_from(["ru", "zh"]), unique=True).map(tuple),
    "private": st.dictionaries(st.sampled_from(["email", "passport", "birth_date"]), st.sampled_from("ab"), max_size=2),
}
LINES = st.lists(st.fixed_dictionaries(FACTS), min_size=1, max_size=9)
PEOPLE = st.lists(st.fixed_dictionaries({**FACTS, "names": NAMES, "takes_part": st.booleans()}), max_size=4)


def somebody(number: int, facts: dict[str, object]) -> KnownPerson:
    """Make a known person; who takes no part has neither delegation nor capacity."""
    one = KnownPerson(number, **facts)  # type: ignore[arg-type]
    return one if one.takes_part else one._replace(delegation={}, capacity=None)


@settings(max_examples=100)
@given(LINES, PEOPLE)
def test_second_import_of_a_file_changes_nothing(
    lines: list[dict[str, object]], people: list[dict[str, object]]
) -> None:
    office = Office(somebody(number, facts) for number, facts in enumerate(people, 1))
    found = RecordSet(tuple(PersonRecord(line, **facts) for line, facts in enumerate(lines, 2)))  # type: ignore[arg-type]
    first = office.preview(found)
    assert sum(first.counts[1:]) == first.counts.rows == len(lines)
    office.apply(first)
    before = dict(office.people)
    second = office.preview(found)
    assert second.counts == Counts(len(lines), 0, len(lines), 0, 0)
    assert not any(line.joins for line in second.lines)
    office.apply(second)
    assert office.people == before


def test_list_of_climate_talks_is_imported_twice_and_changes_once(shared_data: Path) -> None:
    table = read_table(shared_data / "people" / "preparatory-meetings-1991-1995.csv")
    found = records(table, guess_mapping(table, ("en",)), language="en", languages=("en",))
    office = Office()
    first = office.preview(found)
    assert (first.counts.rows, first.counts.rejected) == (7830, 0)
    assert first.counts.new == len({line.line for line in first.lines if line.earlier_line is None})
    office.apply(first)
    assert office.preview(found).counts == Counts(7830, 0, 7830, 0, 0)


@pytest.mark.parametrize("same_name", [False, True])
def test_thousands_of_namesakes_do_not_take_time_without_end(same_name: bool) -> None:
    names = ["Ли Мин" if same_name else f"Фамилия{number} Имя" for number in range(8_000)]
    lines = [person(n + 2, name, delegation={"ru": f"Д{n}"}, **MAYOR) for n, name in enumerate(names)]
    people = [known(n, name, delegation={"ru": f"Д{n}"}, takes_part=True, **MAYOR) for n, name in enumerate(names)]
    start = time.monotonic()
    assert preview(lines, people).counts == Counts(8_000, 0, 8_000, 0, 0)
    assert time.monotonic() - start < 20  # each with each would take minutes


def test_degree_is_compared_in_each_language_and_an_empty_one_takes_nothing_away() -> None:
    people = [known(7, "Кабаев Азамат", degree={"ru": "кандидат наук"})]
    assert outcomes(preview([person(2, "Кабаев Азамат")], people)) == [(2, "same", 7, None)]
    line = person(2, "Кабаев Азамат", degree={"ru": "доктор наук", "en": "Doctor of Science"})
    (found,) = preview([line], people).lines
    assert found.changes == (
        Change("degree.ru", "кандидат наук", "доктор наук"), Change("degree.en", "", "Doctor of Science"),
    )  # fmt: skip
