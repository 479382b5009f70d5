"""What holds of every seating: everyone once, pins kept, swaps taken back, mirrored rooms mirror."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from planner.rules.banquet import fill_banquet
from planner.rules.charts import OPTIONS, Option, chart_for
from planner.rules.kinds import Side
from planner.rules.placement import explain, seat_people, swapped
from planner.rules.places import Chart, PlanKind, Sitter, Table, mirrored, turned
from planner.rules.seating_score import score

KINDS = [kind for kind in PlanKind if kind is not PlanKind.BANQUET]


def sitters(most: int = 14) -> st.SearchStrategy[list[Sitter]]:
    """Draw people of two sides, each with a head who is no interpreter."""
    one = st.builds(
        lambda side, interpreter, sex, aide: Sitter(
            0, side, interpreter=interpreter, sex=sex, assistant=aide, second_row=aide
        ),
        st.sampled_from([Side.GUEST, Side.HOST]),
        st.booleans(),
        st.sampled_from(["", "f", "m"]),
        st.booleans(),
    )
    rest = st.lists(one, max_size=most - 2)
    heads = [Sitter(0, Side.GUEST), Sitter(0, Side.HOST)]
    return rest.map(lambda more: [p._replace(id=number) for number, p in enumerate([*heads, *more], 1)])


@st.composite
def plans(draw: st.DrawFn) -> tuple[PlanKind, list[Sitter], dict[str, object]]:
    """Draw a kind of plan with people and options."""
    kind = draw(st.sampled_from(KINDS))
    options = {option.name: draw(chosen(option)) for option in OPTIONS[kind] if draw(st.booleans())}
    people = draw(sitters(4 if kind is PlanKind.CAR else 14))
    return kind, people, options


def chosen(option: Option) -> st.SearchStrategy[object]:
    """Draw a choice of an option."""
    if option.choices:
        return st.sampled_from(option.choices)
    return st.booleans() if isinstance(option.default, bool) else st.integers(0, 5)


def in_a_booth(chart: Chart, people: list[Sitter]) -> set[int]:
    """Return who needs no chair."""
    return {person.id for person in people if person.interpreter and chart.booth}


@given(plans())
def test_everyone_is_seated_once(plan: tuple[PlanKind, list[Sitter], dict[str, object]]) -> None:
    kind, people, options = plan
    chart = chart_for(kind, people, options)
    placed = seat_people(chart, people)
    assert sorted(placed.values()) == sorted({p.id for p in people} - in_a_booth(chart, people))


@given(plans())
def test_keys_and_places_are_each_seats_own(plan: tuple[PlanKind, list[Sitter], dict[str, object]]) -> None:
    chart = chart_for(*plan)
    assert len(chart.by_key) == len(chart.seats)
    assert len({(seat.x, seat.y) for seat in chart.seats}) == len(chart.seats)


@given(plans(), st.data())
def test_pins_are_kept(plan: tuple[PlanKind, list[Sitter], dict[str, object]], data: st.DataObject) -> None:
    kind, people, options = plan
    chart = chart_for(kind, people, options)
    keys = data.draw(st.lists(st.sampled_from([seat.key for seat in chart.seats]), unique=True, max_size=4))
    ids = data.draw(st.permutations([p.id for p in people]))
    pins = dict(zip(keys, ids, strict=False))
    chart = chart_for(kind, people, options, pins=pins)
    placed = seat_people(chart, people, pins)
    assert {key: placed[key] for key in pins} == pins
    assert len(set(placed.values())) == len(placed)


@given(plans(), st.data())
def test_swapping_twice_restores(plan: tuple[PlanKind, list[Sitter], dict[str, object]], data: st.DataObject) -> None:
    chart = chart_for(*plan)
    placed = seat_people(chart, plan[1])
    one, other = (data.draw(st.sampled_from([seat.key for seat in chart.seats])) for _ in range(2))
    once = swapped(placed, one, other)
    assert sorted(once.values()) == sorted(placed.values())
    assert swapped(once, one, other) == placed


@given(plans())
def test_a_mirrored_room_mirrors(plan: tuple[PlanKind, list[Sitter], dict[str, object]]) -> None:
    kind, people, options = plan
    chart = chart_for(kind, people, options)
    other = mirrored(chart)
    width = chart.room.width
    assert [(round(width - seat.x, 1), seat.y, turned(-seat.facing)) for seat in chart.seats] == [
        (seat.x, seat.y, seat.facing) for seat in other.seats
    ]
    placed = seat_people(chart, people)
    assert seat_people(other, people) == placed
    assert score(other, placed, people) == score(chart, placed, people)
    assert mirrored(other).seats == chart.seats


@given(plans())
def test_every_seat_says_why(plan: tuple[PlanKind, list[Sitter], dict[str, object]]) -> None:
    chart = chart_for(*plan)
    placed = seat_people(chart, plan[1])
    reasons = [explain(chart, seat.key, placed, plan[1]) for seat in chart.seats]
    assert [(each.seat, each.person, each.by_rule) for each in reasons] == [
        (seat.key, placed.get(seat.key), "") for seat in chart.seats
    ]


@given(sitters(30), st.integers(4, 11), st.data())
def test_a_banquet_seats_everyone_once_and_keeps_pins(people: list[Sitter], size: int, data: st.DataObject) -> None:
    tables = [Table(number, size) for number in range(1, -(-len(people) // size) + 2)]
    chart = chart_for(PlanKind.BANQUET, people, tables=tables)
    keys = data.draw(st.lists(st.sampled_from([seat.key for seat in chart.seats]), unique=True, max_size=5))
    ids: list[int | None] = data.draw(st.permutations([p.id for p in people]))
    pins = dict(zip(keys, [*ids[:-1], None], strict=False))
    placed = fill_banquet(chart, people, pins=pins)
    assert sorted(placed.values()) == [p.id for p in people]
    assert {key: placed.get(key) for key in pins} == pins
