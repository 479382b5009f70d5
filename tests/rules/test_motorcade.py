"""Who rides in which car: heads and interpreter together, then by rank; nobody twice, nobody in the luggage."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from planner.rules.kinds import Side
from planner.rules.motorcade import Ridden, Rider, Vehicle, fill, head_car, seat_keys

LEAD, HEAD, BUS, VAN = Vehicle(1), Vehicle(2, flagged=True), Vehicle(3, "minibus", 6), Vehicle(4, "van", 2)
G1 = Rider(11, Side.GUEST, head=True)
G2, G3 = Rider(12, Side.GUEST), Rider(13, Side.GUEST)
H1 = Rider(21, Side.HOST, head=True)
H2 = Rider(22, Side.HOST)
INTERPRETER = Rider(31, Side.GUEST, interpreter=True)
GUARD = Rider(41, Side.HOST, serves=True)
EVERYBODY = (G1, G2, G3, H1, H2, INTERPRETER, GUARD)


def test_seats_of_a_car_stand_in_order_of_honour() -> None:
    assert seat_keys("car", 4) == ("RR", "RL", "F", "RM")
    assert seat_keys("car", 3, rear_left=True) == ("RL", "RR", "F")
    assert seat_keys("car", 6) == ("RR", "RL", "F", "RM", "5", "6")


def test_seats_of_a_bus_have_numbers_and_a_van_has_none() -> None:
    assert seat_keys("minibus", 3) == ("1", "2", "3")
    assert seat_keys("van", 3) == ()


def test_the_head_rides_under_the_flag_else_in_the_first_car() -> None:
    assert head_car((LEAD, HEAD, BUS)) == HEAD
    assert head_car((VAN, BUS, LEAD)) == LEAD
    assert head_car((VAN, BUS)) == BUS
    assert head_car((VAN,)) is None


def test_a_motorcade_is_filled_by_rank_as_the_handbook_has_it() -> None:
    assert fill((LEAD, HEAD, BUS, VAN), EVERYBODY) == (
        Ridden(2, 11, "RR"), Ridden(2, 21, "RL"), Ridden(2, 31, "F"), Ridden(1, 41, "RR"),
        Ridden(3, 12, "1"), Ridden(3, 13, "2"), Ridden(3, 22, "3"),
    )  # fmt: skip


def test_without_a_host_the_next_guest_sits_beside_the_head() -> None:
    assert fill((HEAD,), (G1, G2, INTERPRETER)) == (Ridden(2, 11, "RR"), Ridden(2, 12, "RL"), Ridden(2, 31, "F"))


def test_where_the_first_place_is_on_the_left_the_guest_sits_there() -> None:
    assert fill((HEAD,), (G1, H1), rear_left=True) == (Ridden(2, 11, "RL"), Ridden(2, 21, "RR"))


def test_the_middle_is_given_only_where_nothing_else_is_left() -> None:
    assert [one.seat for one in fill((HEAD,), (G1, H1, G2, G3))] == ["RR", "RL", "F", "RM"]


def test_who_sits_already_stays_and_keeps_the_seat() -> None:
    kept = (Ridden(3, 11, "1"), Ridden(2, 22, ""))
    assert fill((HEAD, BUS), (G1, H1, H2), seated=kept) == (Ridden(2, 21, "RR"),)


KINDS = st.sampled_from(["car", "minibus", "coach", "van"])
MOTORCADES = st.lists(st.tuples(KINDS, st.integers(0, 8), st.booleans()), max_size=5).map(
    lambda found: [Vehicle(place, *one) for place, one in enumerate(found, 1)]
)
PEOPLE = st.lists(
    st.tuples(st.sampled_from([Side.GUEST, Side.HOST]), st.booleans(), st.booleans(), st.booleans()), max_size=20
).map(lambda found: [Rider(place, *one) for place, one in enumerate(found, 100)])


@given(MOTORCADES, PEOPLE, st.booleans())
def test_nobody_has_two_seats_and_no_seat_two_people(vehicles, people, rear_left) -> None:
    found = fill(vehicles, people, rear_left=rear_left)
    keys = {one.id: seat_keys(one.kind, one.seats, rear_left=rear_left) for one in vehicles}
    assert len({one.rider for one in found}) == len(found)
    assert len({(one.vehicle, one.seat) for one in found}) == len(found)
    assert all(one.seat in keys[one.vehicle] for one in found)
    assert len(found) == min(len(people), sum(map(len, keys.values())))
