"""The difference of two states of a paper: complete, minimal, and the same both ways round."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from planner.rules.paper_changes import ASPECTS, Change, Kind, PaperLine, differences, inverse, marked, told

WORDS = st.sampled_from([("Обед", "Lunch"), ("Ужин", "Dinner"), ("", "Lunch")])


def line(number: int, row: int, **more) -> PaperLine:
    """A numbered line of one block."""
    facts = more.pop("facts", {Kind.WORDING: ("a",)})
    return PaperLine(row, 1, (1, number), ("",), ("a",), facts, ("",), number, **more)


def kinds(changes: tuple[Change, ...]) -> list[tuple[int, str]]:
    """Rows and kinds of changes, in order."""
    return [(change.id, change.kind.value) for change in changes]


@st.composite
def papers(draw: st.DrawFn) -> tuple[PaperLine, ...]:
    """The lines of a paper with some of ten rows, in any order, under two headings."""
    rows = draw(st.lists(st.integers(1, 10), unique=True))
    numbered = draw(st.booleans())
    found = []
    for number, row in enumerate(rows, 1):
        block = draw(st.integers(1, 2))
        facts = {kind: draw(WORDS) for kind in ASPECTS}
        found.append(
            PaperLine(row, block, (block, number), ("", ""), facts[Kind.WORDING], facts, facts[Kind.MOVED],
                      number if numbered else 0, draw(st.integers(0, 2)), draw(st.sampled_from([0, 0, 20])),
                      draw(st.booleans()))
        )  # fmt: skip
    return tuple(found)


@given(before=papers(), after=papers())
def test_changes_one_way_are_the_inverse_of_those_the_other_way(before, after) -> None:
    there = differences(before, after)
    back = differences(after, before)
    assert sorted(map(repr, map(inverse, there))) == sorted(map(repr, back))
    assert [inverse(inverse(change)) for change in there] == list(there)
    assert [change.words() for change in map(inverse, there)] == [change.words()[::-1] for change in there]


@given(paper=papers())
def test_paper_does_not_differ_from_itself(paper) -> None:
    assert differences(paper, paper) == ()


@given(before=papers(), after=papers())
def test_every_line_that_differs_is_told_of(before, after) -> None:
    old, new = ({each.id: each for each in paper} for paper in (before, after))
    expected = {row for row in old.keys() & new.keys() if old[row].facts != new[row].facts}
    expected |= {row for row in old.keys() ^ new.keys() if (old.get(row) or new[row]).stands_alone}
    found = {change.id for change in differences(before, after) if change.kind is not Kind.ORDER}
    assert found == expected


def test_row_that_only_gave_way_to_a_new_one_has_kept_its_place() -> None:
    before = [line(1, 11), line(2, 12), line(3, 13)]
    after = [line(1, 14), line(2, 11), line(3, 12), line(4, 13)]
    assert kinds(differences(before, after)) == [(14, "added")]


def test_row_that_was_moved_up_is_the_only_one_out_of_order() -> None:
    before = [line(number, number) for number in range(1, 6)]
    after = [line(1, 4), line(2, 1), line(3, 2), line(4, 3), line(5, 5)]
    (change,) = differences(before, after)
    assert (change.id, change.kind, change.words()) == (4, Kind.ORDER, (("4",), ("1",)))


def test_row_under_another_heading_is_out_of_order() -> None:
    before, after = line(1, 5), line(1, 5)._replace(block=2)
    assert kinds(differences([before], [after])) == [(5, "other-order")]


def test_corrected_name_of_the_same_person_is_another_wording() -> None:
    before = line(1, 5, who=7, facts={Kind.PERSON: ("ИВАНОВ",)})
    after = before._replace(facts={Kind.PERSON: ("ИВАНОВА",)})
    assert kinds(differences([before], [after])) == [(5, "other-wording")]
    assert differences([before], [after])[0].words() == (("ИВАНОВ",), ("ИВАНОВА",))
    assert kinds(differences([before], [after._replace(who=8)])) == [(5, "other-person")]


def test_time_names_its_day_only_where_the_day_changed() -> None:
    facts = {Kind.MOVED: ("Tuesday, 10:00",)}
    before = PaperLine(5, 1, (1,), ("",), ("a",), facts, ("10:00",))
    later = before._replace(facts={Kind.MOVED: ("Tuesday, 11:00",)}, time=("11:00",))
    next_day = before._replace(facts={Kind.MOVED: ("Friday, 10:00",)}, block=2)
    assert differences([before], [later])[0].words() == (("10:00",), ("11:00",))
    assert differences([before], [next_day])[0].words() == (("Tuesday, 10:00",), ("Friday, 10:00",))


def test_parts_of_what_was_cancelled_as_a_whole_go_without_saying() -> None:
    changes = differences([line(1, 5), line(1, 6, parent=5), line(2, 7, parent=9)], [])
    assert kinds(changes) == [(5, "cancelled"), (6, "cancelled"), (7, "cancelled")]
    assert kinds(told(changes)) == [(5, "cancelled"), (7, "cancelled")]


def test_margin_marks_what_stands_and_not_what_is_gone() -> None:
    assert marked(differences([line(1, 5), line(2, 6)], [line(1, 6), line(2, 7)])) == {7}
