"""The phrase base of an office: what its texts say, followed change by change, and the names of its registers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import Connection

from planner.app import Changes, Planner, open_planner
from planner.language.phrases import Closeness, PhraseIndex
from planner.operations import agenda, events, organisations, people
from planner.operations.people import NewName
from planner.operations.phrases import add_phrase, add_phrases
from planner.operations.texts import check_text, write_text
from planner.queries.phrases import follow_changes, own_phrases, phrase_index, phrases
from planner.rules.text import text

DAY = date(2024, 5, 15)


@pytest.fixture
def planner(empty_office_url: str) -> Iterator[Planner]:
    opened = open_planner(empty_office_url, author="A", clock=lambda: datetime(2024, 5, 20, 9, tzinfo=UTC))
    yield opened
    opened.close()


def visit(planner: Planner, *titles: tuple[str, str]) -> tuple[int, ...]:
    event = planner.execute(events.add_event, "visit", text(ru="Визит"), from_day=DAY, to_day=DAY, languages=["ru"])
    return tuple(
        planner.execute(agenda.add_item, event.result, text(ru=ru, en=en), day=DAY, start=600).result
        for ru, en in titles
    )


def offers(index: PhraseIndex, words: str) -> list[tuple[str, Closeness, int]]:
    return [(one.words, one.closeness, one.uses) for one in index.counterparts(words, "ru", "en")]


def follow(planner: Planner, index: PhraseIndex, changes: Changes) -> PhraseIndex:
    def read(db: Connection) -> PhraseIndex:
        return follow_changes(db, index, changes.ids)

    return planner.read(read)


def test_texts_in_two_languages_are_phrases_with_their_uses(planner: Planner) -> None:
    visit(planner, ("Обед", "Lunch"), ("Обед", "Lunch"), ("Ужин", ""))
    index = planner.read(phrase_index)
    assert (offers(index, "Обед"), offers(index, "Ужин")) == ([("Lunch", Closeness.SAME, 2)], [])


def test_stale_wordings_are_no_examples(planner: Planner) -> None:
    (item,) = visit(planner, ("Обед", "Lunch"))
    planner.execute(check_text, "item", item, "title", language="en")
    planner.execute(write_text, "item", item, "title", language="ru", words="Ужин")
    assert offers(planner.read(phrase_index), "Ужин") == []


def test_base_follows_writing_undo_and_removal(planner: Planner) -> None:
    (item,) = visit(planner, ("Обед", "Lunch"))
    index = planner.read(phrase_index)
    wrote = planner.execute(write_text, "item", item, "title", language="en", words="Luncheon")
    assert offers(follow(planner, index, wrote), "Обед") == [("Luncheon", Closeness.SAME, 1)]
    assert offers(follow(planner, index, planner.undo()), "Обед") == [("Lunch", Closeness.SAME, 1)]
    assert offers(follow(planner, index, planner.execute(agenda.remove_item, item)), "Обед") == []


def test_names_of_organisations_and_people_are_exchanged(planner: Planner) -> None:
    visit(
        planner,
        ("Встреча в аэропорту: Кабаев", "At the airport: Kabaev"),
        ("Приём. Мэрия Манаса", "Reception. Manas City Hall"),
    )
    for ru, en in (("Кабаев", "Kabaev"), ("Логинов", "Loginov")):
        planner.execute(people.add_person, [NewName("ru", ru, "А"), NewName("en", en, "A")])
    for ru, en in (("Мэрия Манаса", "Manas City Hall"), ("Мэрия Таласа", "Talas City Hall")):
        planner.execute(organisations.add_organisation, text(ru=ru, en=en))
    index = planner.read(phrase_index)
    assert offers(index, "Встреча в аэропорту: Логинов")[0][:2] == ("At the airport: Loginov", Closeness.FITTED)
    assert offers(index, "Приём. Мэрия Таласа")[0][:2] == ("Reception. Talas City Hall", Closeness.FITTED)


def test_register_counts_texts_and_lists_own_phrases_once(planner: Planner) -> None:
    items = visit(planner, ("Обед", "Lunch"), ("Обед", "Lunch"), ("Ужин", "Dinner"))
    kept = planner.execute(add_phrase, text(ru="Обед", en="Lunch"), topic="meal").result
    assert [(row.id, row.words["en"], row.uses, row.topic) for row in planner.read(phrases)] == [
        (kept, "Lunch", 2, "meal"), (-items[2], "Dinner", 1, "")
    ]  # fmt: skip


def test_phrases_that_are_there_are_not_kept_twice(planner: Planner) -> None:
    lunch, dinner = text(ru="Обед", en="Lunch"), text(ru="Ужин", en="Dinner")
    assert planner.execute(add_phrases, [(lunch, ""), (lunch, "")]).result == 1
    assert planner.execute(add_phrases, [(lunch, ""), (dinner, "meal")]).result == 1
    assert [(one.words.get("en"), one.topic) for one in planner.read(own_phrases)] == [
        ("Lunch", ""),
        ("Dinner", "meal"),
    ]
