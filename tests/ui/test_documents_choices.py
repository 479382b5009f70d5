"""What is chosen for a paper, and its authored heading."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from planner.papers import Paper
from planner.queries.events import headings
from planner.rules.kinds import EventKind, Side
from tests.ui.keys import type_text
from tests.ui.papers_desk import Desk
from ui.common.paired_side import PairedSide
from ui.common.paper_entries import PARTICIPANTS, PROGRAMME, WORKING_PROGRAMME
from ui.common.paper_numbers import number_of
from ui.settings import SettingsFile


def first_words(desk: Desk) -> tuple[str, ...]:
    printed = desk.page.chosen.printed
    assert printed is not None
    return printed.content.languages


def test_languages_are_turned_round(desk: Desk) -> None:
    desk.choices.languages.swap.click()
    assert (first_words(desk), desk.choices.languages.value()) == (("en", "ru"), ("en", "ru"))


def test_languages_with_wordings_are_offered_after_the_events_own(desk: Desk) -> None:
    assert desk.choices.languages._offered == ("ru", "en", "ky")


def test_third_language_is_added_and_taken_away(desk: Desk) -> None:
    combo = desk.choices.languages._combos[2]
    combo.activated.emit(combo.findData("ky"))
    three = first_words(desk)
    combo.activated.emit(combo.findData(""))
    assert (three, first_words(desk)) == (("ru", "en", "ky"), ("ru", "en"))


def test_language_that_stands_already_changes_places(desk: Desk) -> None:
    combo = desk.choices.languages._combos[0]
    combo.activated.emit(combo.findData("en"))
    assert first_words(desk) == ("en", "ru")


def test_guests_copy_leads_with_their_language(desk: Desk) -> None:
    desk.choices.copy.segments._take(2)
    assert (first_words(desk), desk.choices.languages.value()) == (("en", "ru"), ("en", "ru"))


def test_turning_a_sides_copy_round_makes_it_nobodys(desk: Desk) -> None:
    desk.choices.copy.segments._take(2)
    desk.choices.languages.swap.click()
    assert (first_words(desk), desk.choices.copy.value()) == (("ru", "en"), None)


def test_copy_says_when_the_side_has_no_language_here(desk: Desk) -> None:
    desk.choices.languages.edited.emit(("ru",))
    desk.choices.copy.segments._take(2)
    assert desk.choices._copy_remark.text() == "None of the guest’s languages is chosen."


def test_layout_and_text_size_change_the_pages(desk: Desk) -> None:
    sizes = [len(desk.page.chosen.printed.pdf)]
    for change in (
        lambda: desk.choices.layout_field.segments._take(1),
        lambda: desk.choices.text_size.segments._take(2),
    ):
        change()
        sizes.append(len(desk.page.chosen.printed.pdf))
    assert (len(set(sizes)), desk.choices.text_size._aside.text()) == (3, "A4, 4 pages")


def test_what_is_shown_can_be_left_out(desk: Desk) -> None:
    desk.choices.shown["show_movements"].box.click()
    assert "Отъезд из гостиницы" not in desk.words()


def test_edition_of_the_programme_is_the_other_paper(desk: Desk) -> None:
    desk.choices.edition.segments._take(1)
    assert (desk.page.chosen.number, desk.choices.edition.value()) == (WORKING_PROGRAMME, "working")


def test_edition_of_a_list_is_a_choice(desk: Desk) -> None:
    desk.office.context.select("paper", PARTICIPANTS)
    desk.choices.edition.segments._take(1)
    choice = desk.page.chosen.choice()
    assert (choice.paper, choice.edition, desk.page.chosen.number) == (Paper.PARTICIPANTS, "working", PARTICIPANTS)


def test_only_a_programme_asks_what_to_show(desk: Desk) -> None:
    programme_asks = desk.choices.shown["show_people"].isVisible()
    desk.office.context.select("paper", PARTICIPANTS)
    assert (programme_asks, desk.choices.shown["show_people"].isVisible()) == (True, False)


def test_badges_alone_can_have_backs(desk: Desk) -> None:
    programme_asks = desk.choices.both_sides.isVisible()
    desk.office.context.select("paper", number_of(Paper.BADGES))
    printed = desk.page.chosen.printed
    assert printed is not None
    fronts = len(printed.content.sheets)
    desk.choices.both_sides.box.click()
    printed = desk.page.chosen.printed
    assert printed is not None
    assert (programme_asks, desk.choices.both_sides.isVisible()) == (False, True)
    assert (desk.page.chosen.choice().both_sides, len(printed.content.sheets)) == (True, 2 * fronts)


def test_choices_are_kept_for_each_paper(desk: Desk) -> None:
    desk.choices.text_size.segments._take(1)
    desk.office.context.select("paper", PARTICIPANTS)
    other = desk.choices.text_size.value()
    desk.office.context.select("paper", PROGRAMME)
    assert (other, desk.choices.text_size.value()) == (11.0, 14.0)


def test_layout_and_copy_are_kept_for_the_next_start(desk: Desk) -> None:
    desk.choices.layout_field.segments._take(1)
    desk.choices.copy.segments._take(1)
    kept = SettingsFile(desk.office.context.settings.path).now.more["paper"]
    desk.open(EventKind.CONFERENCE)
    choice = desk.page.chosen.choice()
    assert (kept, choice.arrangement, choice.copy_for) == (
        {"arrangement": "stacked", "copy_for": "host"}, "stacked", Side.HOST,
    )  # fmt: skip


def test_heading_is_authored_in_a_language(qtbot: QtBot, desk: Desk) -> None:
    desk.office.context.select("paper", PARTICIPANTS)
    box = desk.choices.heading.findChildren(PairedSide)[1].box
    type_text(box, "Those who come")
    box.flush()
    row = desk.office.read(headings, desk.page.event_id)["participants"]
    assert (row.title.get("en"), desk.page.chosen.printed.content.title[1][0].text) == ("Those who come",) * 2


def test_second_wording_joins_the_first(desk: Desk) -> None:
    desk.office.context.select("paper", PARTICIPANTS)
    for place, words in ((0, "Кто приедет"), (1, "Those who come")):
        box = desk.choices.heading.findChildren(PairedSide)[place].box
        type_text(box, words)
        box.flush()
    row = desk.office.read(headings, desk.page.event_id)["participants"]
    assert {tag: row.title.get(tag) for tag in row.title.wordings} == {"ru": "Кто приедет", "en": "Those who come"}


def test_heading_of_the_sample_is_edited(desk: Desk) -> None:
    box = desk.choices.heading.findChildren(PairedSide)[1].box
    box.selectAll()
    type_text(box, "Programme")
    box.flush()
    assert desk.page.chosen.printed.content.title[1][0].text == "Programme"
