"""Phrases in the fields and in their register: offered, taken with one key as one step, never written unasked."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from planner.operations import phrases as operations
from planner.operations.texts import write_text
from planner.queries.phrases import own_phrases
from planner.rules.text import EMPTY, Source, Text, Wording, text
from tests.ui.keys import press, type_text
from tests.ui.office import Office
from tests.ui.programme import Day, add_day, item_of
from ui.common.phrase_base import phrase_base
from ui.common.text_fields import Target, TextFields
from ui.phrases.inspector import PhraseInspector
from ui.phrases.page import OWN, RETIRED, PhrasesPage

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
MEAL = text(ru="Обед от имени Главы города", en="Lunch hosted by the Mayor")


@pytest.fixture
def day(office: Office) -> Day:
    return add_day(office)


@pytest.fixture
def fields(qtbot, office: Office, day: Day) -> TextFields:
    """The title of an item without a title, as the inspector shows it."""
    office.run(operations.add_phrase, MEAL)
    for language in ("ru", "en"):
        office.run(write_text, "item", day.meeting, "title", language=language, words="")
    made = TextFields(office.context, "Title")
    qtbot.addWidget(made)
    made.resize(400, 300)
    made.show_text(Target("item", day.meeting, "title"), EMPTY, ("ru", "en"))
    office.context.changed.connect(
        lambda _changes: made.show_text(Target("item", day.meeting, "title"), title(office, day), ("ru", "en"))
    )
    made.show()
    with qtbot.waitActive(made):
        made.activateWindow()
    return made


def title(office: Office, day: Day) -> Text:
    return item_of(office, day.event, day.meeting).title


def box(fields: TextFields, language: str):
    return fields.field_of(language)._sides[language].box


def type_into(fields: TextFields, language: str, words: str) -> None:
    box(fields, language).setFocus()
    type_text(box(fields, language), words)


def test_the_same_phrase_is_offered_and_nothing_is_written(fields: TextFields, office: Office, day: Day) -> None:
    type_into(fields, "ru", "обед от имени главы города")
    fields.flush()
    offer = box(fields, "en")
    assert (offer.offers(), offer._offer) == (True, "Suggested from phrases: Lunch hosted by the Mayor")
    assert title(office, day) == text(ru="обед от имени главы города")


def test_control_space_takes_the_offer_from_either_field_as_a_phrase(
    fields: TextFields, office: Office, day: Day
) -> None:
    type_into(fields, "ru", "Обед от имени Главы города")
    fields.flush()
    press(box(fields, "ru"), KEY.Key_Space, CTRL)
    assert title(office, day).wordings["en"] == Wording("Lunch hosted by the Mayor", source=Source.PHRASE)
    office.undo()
    assert title(office, day) == text(ru="Обед от имени Главы города")


def test_similar_phrase_is_offered_with_what_it_is_similar_to(fields: TextFields) -> None:
    type_into(fields, "ru", "Ужин от имени Главы города")
    offer = "Suggested from the similar “Обед от имени Главы города”: Lunch hosted by the Mayor"
    assert box(fields, "en")._offer == offer


def test_phrases_go_on_as_the_text_begins_and_both_languages_are_one_step(
    fields: TextFields, office: Office, day: Day
) -> None:
    type_into(fields, "ru", "обе")
    assert [line.words for line in fields.offers.whole.lines()] == [
        "Обед от имени Главы города — Lunch hosted by the Mayor", "Обед — Lunch"
    ]  # fmt: skip
    press(box(fields, "ru"), KEY.Key_Down)
    assert fields.offers.whole.lines()[0].chosen
    before = title(office, day)
    press(box(fields, "ru"), KEY.Key_Return)
    assert {tag: one.text for tag, one in title(office, day).wordings.items()} == {
        "ru": "Обед от имени Главы города", "en": "Lunch hosted by the Mayor"
    }  # fmt: skip
    office.undo()
    assert title(office, day) == before


def test_escape_closes_the_phrases_and_keeps_what_was_typed(fields: TextFields, office: Office, day: Day) -> None:
    type_into(fields, "ru", "обе")
    press(box(fields, "ru"), KEY.Key_Escape)
    assert (fields.offers.whole.lines(), fields.text("ru")) == ((), "обе")


def test_leaving_the_field_closes_the_phrases(fields: TextFields) -> None:
    type_into(fields, "ru", "обе")
    box(fields, "en").setFocus()
    assert fields.offers.whole.lines() == ()


def test_a_text_written_in_two_languages_is_a_phrase_at_once(fields: TextFields, office: Office, day: Day) -> None:
    phrase_base(office.context).counterparts(fields, "x" * 3, ("ru", "en"), lambda _found: None)
    office.run(write_text, "item", day.lunch, "note", language="ru", words="Столы накрыты")
    office.run(write_text, "item", day.lunch, "note", language="en", words="Tables are laid")
    type_into(fields, "ru", "Столы накрыты")
    assert box(fields, "en")._offer == "Suggested from phrases: Tables are laid"


def test_what_a_machine_wrote_is_no_example_before_it_is_checked(fields: TextFields, office: Office, day: Day) -> None:
    office.run(write_text, "item", day.lunch, "note", language="ru", words="Столы накрыты")
    office.run(write_text, "item", day.lunch, "note", language="en", words="Desks are covered", source="machine")
    type_into(fields, "ru", "Столы накрыты")
    assert not box(fields, "en").offers()


def test_signs_of_the_typewriter_are_mended_with_one_key(fields: TextFields, office: Office, day: Day) -> None:
    type_into(fields, "ru", 'Посещение "Енисея"')
    fields.flush()
    assert [line.action for line in fields.offers.lines("ru")] == ["Mend"]
    press(box(fields, "ru"), KEY.Key_Space, CTRL)
    assert title(office, day).get("ru") == "Посещение «Енисея»"
    assert fields.offers.lines("ru") == ()


def test_read_only_office_offers_nothing(fields: TextFields) -> None:
    fields.set_read_only(True)
    fields.field_of("ru").set_text("ru", "Обед от имени Главы города")
    assert not box(fields, "en").offers()


@pytest.fixture
def register(qtbot, office: Office, day: Day) -> PhrasesPage:
    office.run(operations.add_phrase, MEAL, topic="meal")
    office.run(operations.add_phrase, text(ru="Мэрия", en="City hall"), retired=True)
    page = PhrasesPage(office.context)
    qtbot.addWidget(page)
    page.resize(900, 700)
    page.show()
    return page


@pytest.fixture
def inspector(qtbot, office: Office) -> PhraseInspector:
    inspector = PhraseInspector(office.context)
    qtbot.addWidget(inspector)
    inspector.resize(340, 700)
    inspector.show()
    office.context.selected.connect(lambda _kind, thing: inspector.show_thing(thing))
    return inspector


def shown(page: PhrasesPage) -> list[tuple[str, str, int]]:
    return [(row.first, row.second, row.uses) for row in page.table.rows()]


def test_own_phrases_are_listed_before_what_only_texts_say(register: PhrasesPage) -> None:
    assert shown(register)[:2] == [
        ("Обед от имени Главы города", "Lunch hosted by the Mayor", 0), ("Мэрия", "City hall", 0)
    ]  # fmt: skip
    assert ("Завтрак", "Breakfast", 1) in shown(register)


def test_phrases_are_filtered_and_found_by_words_of_any_language(register: PhrasesPage) -> None:
    register.choice._take(1)
    assert (register.choice.value(), [one[0] for one in shown(register)]) == (OWN, ["Обед от имени Главы города"])
    register.choice._take(2)
    assert (register.choice.value(), [one[0] for one in shown(register)]) == (RETIRED, ["Мэрия"])
    register.choice._take(0)
    type_text(register.bar.search.line, "breakf")
    assert [one[0] for one in shown(register)] == ["Завтрак"]


def test_phrase_is_added_chosen_and_taken_back(register: PhrasesPage, office: Office) -> None:
    register.open_adding()
    type_text(register.adding.line("words", "ru"), "Деловой костюм")
    type_text(register.adding.line("words", "en"), "Business attire")
    press(register.adding.line("words", "en"), KEY.Key_Return)
    new = office.selected[-1][1]
    assert (register.table.selected_ids(), office.read(own_phrases)[-1].words) == (
        (new,), text(ru="Деловой костюм", en="Business attire")
    )  # fmt: skip
    office.undo()
    assert len(office.read(own_phrases)) == 2


def test_phrase_of_a_text_is_kept_or_never_offered(
    register: PhrasesPage, inspector: PhraseInspector, office: Office
) -> None:
    register.table.select([next(row.id for row in register.table.rows() if row.first == "Завтрак")])
    assert (inspector.stands.text(), inspector.words.isVisible()) == ("Русский: Завтрак\nEnglish: Breakfast", False)
    inspector.retire.click()
    kept = office.read(own_phrases)[-1]
    assert (kept.words, kept.retired) == (text(ru="Завтрак", en="Breakfast"), True)
    assert (inspector.thing_id, inspector.offered.value()) == (kept.id, False)
    inspector.offered.box.click()
    assert not office.read(own_phrases)[-1].retired
    office.undo()
    office.undo()
    assert len(office.read(own_phrases)) == 2


def test_own_phrase_is_edited_and_removed(register: PhrasesPage, inspector: PhraseInspector, office: Office) -> None:
    first = office.read(own_phrases)[0]
    register.table.select([first.id])
    inspector.words.box("en").setPlainText("Lunch given by the Mayor")
    inspector.words.flush()
    inspector.topic.edited.emit("reception")
    assert office.read(own_phrases)[0][1:3] == (
        text(ru="Обед от имени Главы города", en="Lunch given by the Mayor"), "reception"
    )  # fmt: skip
    press(register.table, KEY.Key_Delete)
    assert [one.words.get("ru") for one in office.read(own_phrases)] == ["Мэрия"]


def test_phrase_of_texts_is_not_removed_and_the_reason_is_said(register: PhrasesPage, office: Office) -> None:
    register.table.select([next(row.id for row in register.table.rows() if row.id < 0)])
    press(register.table, KEY.Key_Delete)
    assert [str(one.message) for one in office.failures] == [
        "This phrase stands in texts of the office. It can be retired: then it is not offered."
    ]


def test_phrases_saved_as_a_table_are_read_again_as_own_ones(register: PhrasesPage, office: Office, tmp_path) -> None:
    register.files.save(tmp_path / "phrases.csv")
    before = len(office.read(own_phrases))
    register.files.read(tmp_path / "phrases.csv")
    words = {one.words.get("ru") for one in office.read(own_phrases)}
    assert {"Завтрак", "Обед", "Встреча", "Мэрия"} <= words
    office.undo()
    assert len(office.read(own_phrases)) == before


def test_table_without_languages_is_refused_in_words(register: PhrasesPage, office: Office, tmp_path) -> None:
    (tmp_path / "people.csv").write_text("Name,Post\nA,B\n")
    register.files.read(tmp_path / "people.csv")
    assert [one.message[:37] for one in office.failures] == ["The first row does not name two langu"]
