"""Precedence read from an office: profiles, one order everywhere, why, what moves, counterparts, earlier receptions."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

import pytest

from planner.app import Planner, open_planner
from planner.errors import BadInput, Clash, NotFound
from planner.language.precedence import reason_words
from planner.operations import agenda, counterparts, delegations, events, liaison, organisations, people, profiles
from planner.operations.office import set_office
from planner.operations.people import NewName
from planner.queries import counterparts as pairs
from planner.queries import delegations as queries
from planner.queries.agenda import programme
from planner.queries.delegations import event_order
from planner.queries.for_documents import event_data
from planner.queries.precedence import moves_if, reasons, speakers
from planner.queries.profiles import event_profile, office_profile
from planner.queries.profiles import profiles as all_profiles
from planner.rules.counterparts import Change, Pair, Reception
from planner.rules.kinds import Capacity, Side
from planner.rules.precedence import Rule
from planner.rules.text import text

DAY = date(2024, 5, 15)


class Visit(NamedTuple):
    """A visit in an office: ids of the event, its delegations and people by surname."""

    planner: Planner
    event: int
    guests: int
    hosts: int
    places: dict[str, int]
    posts: dict[str, int]
    people: dict[str, int]

    def run(self, operation: Any, *args: Any, **values: Any) -> Any:
        return self.planner.execute(operation, *args, **values).result

    def order(self, side: Side = Side.GUEST) -> list[str]:
        called = {place: name for name, place in self.places.items()}
        rows = self.planner.read(queries.delegations, self.event)
        return [called[member.id] for row in rows if row.side is side for member in row.members]

    def add(self, name: str, delegation: int, level: int | None, capacity: str = "member", **post: Any) -> int:
        self.people[name] = self.run(people.add_person, [NewName("ru", name)])
        self.posts[name] = self.run(people.add_post, self.people[name], text(ru="пост"), rank_level=level, **post)
        self.places[name] = self.run(delegations.add_member, delegation, self.people[name], capacity=capacity)
        return self.places[name]


def test_order_of_an_event_that_is_gone_is_refused_in_words(visit: Visit) -> None:
    with pytest.raises(NotFound) as refused:
        visit.planner.read(event_order, visit.event + 10**6)
    assert str(refused.value).startswith("There is no event ")


def new_event(planner: Planner, day: date, to_day: date | None = None) -> tuple[int, int, int]:
    event = planner.execute(
        events.add_event, "visit", text(ru="Визит"), from_day=day, to_day=to_day or day, languages=["ru", "en"]
    ).result
    rows = {row.side: row.id for row in planner.read(queries.delegations, event)}
    return event, rows[Side.GUEST], rows[Side.HOST]


@pytest.fixture
def visit(empty_office_url: str) -> Iterator[Visit]:
    planner = open_planner(empty_office_url, author="A")
    made = Visit(planner, *new_event(planner, DAY), {}, {}, {})
    made.add("Глава", made.guests, 8, "head")
    made.add("Бакиев", made.guests, 10, rank_date=date(2019, 3, 1))
    made.add("Асанов", made.guests, 10, rank_date=date(2019, 3, 1), field="education")
    made.add("Мэр", made.hosts, 7, "head")
    made.add("Петрова", made.hosts, 10, field="education")
    made.add("Соколов", made.hosts, 10)
    yield made
    planner.close()


def test_equal_in_rank_and_date_stand_by_the_alphabet(visit: Visit) -> None:
    assert visit.order() == ["Глава", "Асанов", "Бакиев"]


def test_hour_class_and_founding_are_read(visit: Visit) -> None:
    for name, minute in (("Второй", 660), ("Первый", 630)):
        visit.add(name, visit.guests, None, rank_class="ambassador", rank_date=DAY, rank_minute=minute)
    old = visit.run(organisations.add_organisation, text(ru="Старый"), founded_on=date(1900, 1, 1))
    visit.add("Яковлев", visit.guests, 10, rank_date=date(2019, 3, 1), organisation_id=old)
    assert visit.order() == ["Глава", "Первый", "Второй", "Яковлев", "Асанов", "Бакиев"]


def test_former_holder_stands_below_those_who_serve(visit: Visit) -> None:
    visit.add("Прежний", visit.guests, 8, valid_to=date(2023, 1, 1))
    visit.add("Нынешний", visit.guests, 8, valid_from=date(2023, 1, 2))
    visit.add("Девятый", visit.guests, 9)
    assert visit.order()[1:4] == ["Нынешний", "Прежний", "Девятый"]


def test_birth_dates_are_read_only_where_age_counts(visit: Visit) -> None:
    visit.run(people.write_private, visit.people["Бакиев"], birth_date=date(1950, 1, 1))
    assert visit.order() == ["Глава", "Асанов", "Бакиев"]
    own = visit.run(profiles.add_profile, "Наш")
    visit.run(profiles.set_in_profile, own, "age_counts", True)
    visit.run(profiles.choose_profile, visit.event, profile_id=own)
    assert visit.order() == ["Глава", "Бакиев", "Асанов"]


def test_profile_of_an_event_is_its_own_then_the_offices_then_the_usual(visit: Visit) -> None:
    def holds() -> tuple[str, str]:
        found = visit.planner.read(event_profile, visit.event)
        return found.profile.code or found.profile.name("ru"), found.chosen

    own = visit.run(profiles.add_profile, "Наш", based_on="EU")
    seen = [holds()]
    visit.run(profiles.choose_office_profile, code="CN")
    seen.append(holds())
    visit.run(profiles.choose_office_profile, profile_id=own)
    seen.append(holds())
    visit.run(profiles.choose_profile, visit.event, code="US")
    seen.append(holds())
    visit.run(profiles.choose_profile, visit.event, profile_id=own)
    seen.append(holds())
    visit.run(profiles.remove_profile, own)
    seen.append(holds())
    assert seen == [
        ("RU-municipal", ""), ("CN", ""), ("Наш", ""), ("US", "US"), ("Наш", f"#{own}"), ("RU-municipal", ""),
    ]  # fmt: skip
    assert visit.planner.read(office_profile).key == "RU-municipal"


def test_own_profile_keeps_what_differs_and_is_restored(visit: Visit) -> None:
    own = visit.run(profiles.add_profile, "Наш")
    visit.run(profiles.set_in_profile, own, "nuncio_first", True)
    visit.run(profiles.set_in_profile, own, "photo", "interleaved")
    visit.run(profiles.set_in_profile, own, "photo", "block")
    copy = visit.run(profiles.copy_profile, own, "Другой")
    visit.run(profiles.restore_profile, own)
    rows = {row.id: row for row in visit.planner.read(all_profiles) if row.id}
    assert (rows[own].changes, rows[own].profile.nuncio_first) == (0, False)
    copied = rows[copy]
    assert (copied.changes, copied.profile.nuncio_first, copied.profile.based_on) == (1, True, "RU-municipal")


@pytest.mark.parametrize(("key", "value"), [("photo", "upside-down"), ("ranks", [{"level": 99}]), ("colour", "red")])
def test_impossible_custom_is_refused_in_words(visit: Visit, key: str, value: object) -> None:
    own = visit.run(profiles.add_profile, "Наш")
    with pytest.raises(BadInput):
        visit.run(profiles.set_in_profile, own, key, value)


def test_whole_event_has_one_order_with_guests_before_equal_hosts(visit: Visit) -> None:
    called = {place: name for name, place in visit.places.items()}
    found = visit.planner.read(queries.event_order, visit.event)
    assert [called[one] for one in found.in_order()] == [
        "Мэр", "Глава", "Асанов", "Бакиев", "Петрова", "Соколов",
    ]  # fmt: skip
    assert [called[one] for one in found.in_order(Side.HOST)] == ["Мэр", "Петрова", "Соколов"]


def test_delegations_stand_by_states_from_the_lot(visit: Visit) -> None:
    for country, name in (("UZ", "Ташкент"), ("AM", "Ереван"), ("KG", "Бишкек")):
        unit = visit.run(organisations.add_organisation, text(ru=name), country=country)
        visit.run(delegations.add_delegation, visit.event, "guest", organisation_id=unit)

    def countries() -> list[str]:
        return [row.country for row in visit.planner.read(queries.delegations, visit.event) if row.country]

    assert countries() == ["UZ", "AM", "KG"]
    visit.run(profiles.order_by_states, visit.event, by_states=True)
    assert countries() == ["AM", "KG", "UZ"]
    visit.run(profiles.order_by_states, visit.event, by_states=True, language="en", lot="KG")
    assert countries() == ["KG", "UZ", "AM"]
    visit.run(profiles.order_by_states, visit.event, by_states=False)
    assert countries() == ["UZ", "AM", "KG"]


def test_every_place_says_why_in_a_sentence(visit: Visit) -> None:
    visit.run(delegations.place_member, visit.places["Бакиев"], 1)
    found = visit.planner.read(queries.event_order, visit.event)
    why = reasons(found, visit.guests)
    assert [why[visit.places[name]].rule for name in ("Бакиев", "Глава", "Асанов")] == [
        Rule.PIN, Rule.CAPACITY, Rule.CAPACITY,
    ]  # fmt: skip
    said = reason_words(why[visit.places["Бакиев"]], "", "en")
    assert said == "No. 1: pinned by hand; by precedence it would be no. 3."
    said = reason_words(why[visit.places["Асанов"]], "Глава", "en")
    assert said == "No. 3: by capacity: Member; Глава: Head of delegation."


def test_changed_rank_says_what_moves_in_every_event(visit: Visit) -> None:
    other, guests, _hosts = new_event(visit.planner, date(2024, 6, 1))
    visit.run(delegations.add_member, guests, visit.people["Бакиев"])
    visit.run(delegations.add_member, guests, visit.people["Асанов"])
    found = visit.planner.read(moves_if, visit.posts["Бакиев"], level=9)
    assert [(one.event.id, [(move.before, move.after) for move in one.moved]) for one in found] == [
        (visit.event, [(3, 2), (2, 3)]), (other, [(2, 1), (1, 2)]),
    ]  # fmt: skip
    assert visit.planner.read(moves_if, visit.posts["Бакиев"], level=11) == ()


def test_speeches_and_toasts_have_an_order_of_their_own(visit: Visit) -> None:
    called = {place: name for name, place in visit.places.items()}
    visit.add("Толмач", visit.guests, None, "interpreter")

    def spoken(**way: bool) -> list[str]:
        return [called[one] for one in speakers(visit.planner.read(event_order, visit.event), **way)]

    assert spoken() == ["Мэр", "Глава", "Асанов", "Бакиев", "Петрова", "Соколов"]
    visit.run(profiles.set_speeches, visit.event, "highest-last")
    visit.run(profiles.set_speeches, visit.event, "guest-first", toasts=True)
    assert spoken() == ["Мэр", "Соколов", "Петрова", "Бакиев", "Асанов", "Глава"]
    assert spoken(toasts=True)[:2] == ["Глава", "Мэр"]
    with pytest.raises(BadInput):
        visit.run(profiles.set_speeches, visit.event, "loudest-first")


def test_guests_stand_first_in_the_hosts_list_where_the_profile_says_so(visit: Visit) -> None:
    seen = [visit.planner.read(event_data, visit.event).guest_first_in_host_list]
    visit.run(profiles.choose_profile, visit.event, code="US")
    seen.append(visit.planner.read(event_data, visit.event).guest_first_in_host_list)
    visit.run(set_office, "lists.guest_first_in_host_list", True)
    seen.append(visit.planner.read(event_data, visit.event).guest_first_in_host_list)
    assert seen == [True, False, True]


def test_spouse_stands_with_the_partner(visit: Visit) -> None:
    visit.add("Ядова", visit.guests, None)
    visit.run(delegations.set_spouse, visit.places["Ядова"], visit.places["Глава"])
    assert visit.order() == ["Глава", "Ядова", "Асанов", "Бакиев"]
    with pytest.raises(BadInput):
        visit.run(delegations.set_spouse, visit.places["Бакиев"], visit.places["Ядова"])


def test_counterparts_are_matched_live_and_pins_are_kept(visit: Visit) -> None:
    at = visit.places
    assert visit.planner.read(pairs.counterparts, visit.event) == (
        Pair(at["Глава"], at["Мэр"], -1),
        Pair(at["Асанов"], at["Петрова"], 0, same_field=True),
        Pair(at["Бакиев"], at["Соколов"], 0),
    )
    visit.run(counterparts.pin_counterpart, at["Бакиев"], at["Мэр"])
    visit.run(counterparts.pin_counterpart, at["Асанов"], at["Мэр"])
    found = {pair.guest: (pair.host, pair.pinned) for pair in visit.planner.read(pairs.counterparts, visit.event)}
    assert found == {
        at["Глава"]: (at["Петрова"], False), at["Асанов"]: (at["Мэр"], True), at["Бакиев"]: (at["Соколов"], False),
    }  # fmt: skip
    visit.run(counterparts.release_counterparts, visit.event)
    assert not any(pair.pinned for pair in visit.planner.read(pairs.counterparts, visit.event))


def test_host_cannot_be_given_a_host(visit: Visit) -> None:
    with pytest.raises(BadInput):
        visit.run(counterparts.pin_counterpart, visit.places["Мэр"], visit.places["Петрова"])


def test_substitute_inherits_the_tasks_and_not_the_place_of_honour(visit: Visit) -> None:
    item = visit.run(agenda.add_item, visit.event, text(ru="Встреча"), day=DAY, start=600, end=660)
    head = visit.places["Глава"]
    visit.run(agenda.add_attendance, item, participation_id=head, role="speaker")
    visit.run(delegations.place_member, head, 1)
    visit.run(counterparts.pin_counterpart, head, visit.places["Петрова"])
    visit.run(liaison.assign_liaison, visit.places["Соколов"], participation_id=head)
    other = visit.run(people.add_person, [NewName("ru", "Замена")])
    visit.places["Замена"] = new = visit.run(delegations.replace_member, head, other)
    rows = {m.id: m for row in visit.planner.read(queries.delegations, visit.event) for m in row.members}
    assert (rows[new].capacity, rows[new].pin, rows[new].state, rows[new].replaces) == (
        Capacity.MEMBER, None, "substitute", head,
    )  # fmt: skip
    assert (rows[head].state, rows[head].pin) == ("declined", None)
    (attendance,) = visit.planner.read(programme, visit.event).items[0].people
    assert (attendance.participation_id, attendance.role) == (new, "speaker")
    assert [one.participation_id for one in visit.planner.read(pairs.liaisons, visit.event)] == [new]
    assert [(pair.guest, pair.pinned) for pair in visit.planner.read(pairs.counterparts, visit.event)] == [
        (visit.places["Асанов"], False), (visit.places["Бакиев"], False), (new, False),
    ]  # fmt: skip
    with pytest.raises(Clash):
        visit.run(delegations.replace_member, visit.places["Асанов"], other)


def test_liaison_officer_of_a_delegation_looks_after_all_who_come(visit: Visit) -> None:
    officer = visit.places["Петрова"]
    visit.run(liaison.assign_liaison, visit.places["Соколов"], delegation_id=visit.guests, phone="1")
    row = visit.run(liaison.assign_liaison, officer, delegation_id=visit.guests)
    visit.run(delegations.edit_member, visit.places["Бакиев"], state="declined")
    rows, found = visit.planner.read(queries.delegations, visit.event), visit.planner.read(pairs.liaisons, visit.event)
    assert pairs.loads(rows, found) == {officer: 2}
    visit.run(liaison.release_liaison, row)
    assert visit.planner.read(pairs.liaisons, visit.event) == ()


def test_earlier_receptions_are_compared_with_this_one(visit: Visit) -> None:
    theirs = visit.run(organisations.add_organisation, text(ru="Мэрия"), country="KG")
    ours = visit.run(organisations.add_organisation, text(ru="Город"), country="RU")
    for delegation, unit in ((visit.guests, theirs), (visit.hosts, ours)):
        visit.run(delegations.edit_delegation, delegation, organisation_id=unit)
    first, guests, hosts = new_event(visit.planner, date(2022, 5, 1), date(2022, 5, 3))
    second, hosting, visiting = new_event(visit.planner, date(2023, 5, 1))
    for delegation, unit in ((guests, theirs), (hosts, ours), (hosting, ours), (visiting, theirs)):
        visit.run(delegations.edit_delegation, delegation, organisation_id=unit)
    visit.run(delegations.add_member, guests, visit.people["Глава"], capacity="head")
    visit.run(delegations.add_member, hosts, visit.people["Петрова"], capacity="head")
    other, elsewhere, _hosts = new_event(visit.planner, date(2023, 6, 1))
    visit.run(delegations.edit_delegation, elsewhere, organisation_id=theirs)
    found = visit.planner.read(pairs.record, visit.guests)
    assert [(one.event.id, one.theirs, one.reception, one.changes) for one in found] == [
        (second, True, Reception(None, None, 1), ()),
        (first, False, Reception(8, 10, 3), (Change.HIGHER, Change.SHORTER)),
    ]
    assert other not in [one.event.id for one in found]


def test_copied_event_keeps_couples_pairs_and_officers_among_its_own(visit: Visit) -> None:
    from planner.operations.duplicate import duplicate_event

    visit.add("Ядова", visit.guests, None)
    visit.run(delegations.set_spouse, visit.places["Ядова"], visit.places["Глава"])
    visit.run(counterparts.pin_counterpart, visit.places["Бакиев"], visit.places["Мэр"])
    visit.run(liaison.assign_liaison, visit.places["Петрова"], delegation_id=visit.guests)
    copy = visit.run(duplicate_event, visit.event, from_day=date(2025, 5, 15))
    rows = visit.planner.read(queries.delegations, copy)
    ids = {m.who.names["ru"].surname: m.id for row in rows for m in row.members if m.who}
    spouse = next(m for row in rows for m in row.members if m.id == ids["Ядова"])
    assert spouse.spouse_of == ids["Глава"]
    assert visit.planner.read(pairs.pinned_counterparts, copy) == {ids["Бакиев"]: ids["Мэр"]}
    (officer,) = visit.planner.read(pairs.liaisons, copy)
    assert (officer.officer_id, officer.delegation_id) == (ids["Петрова"], rows[0].id)
