"""The program's sentences, and that Russian has words for each."""

from __future__ import annotations

import ast
import os
import re
import shutil

import pytest
from babel.messages.pofile import read_po

from planner.language import catalog, extraction

PO = """
msgid ""
msgstr ""
"Language: ru\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);\\n"

msgid "Saved"
msgstr "Сохранено"

msgid "{n} person"
msgid_plural "{n} people"
msgstr[0] "{n} человек"
msgstr[1] "{n} человека"
msgstr[2] "{n} человек"

msgid "Not yet"
msgstr ""
"""


@pytest.fixture
def source(tmp_path):
    path = tmp_path / "ru" / "LC_MESSAGES" / "planner.po"
    path.parent.mkdir(parents=True)
    path.write_text(PO, encoding="utf-8")
    return path


def test_value_with_braces_stays_as_it_is():
    shown = catalog.text("Moved {item} to {time}", "en", item="{time} {0} {", time="10:00")
    assert shown == "Moved {time} {0} { to 10:00"


def test_place_without_a_value_stays_visible():
    assert catalog.text("Moved {item} to {time}", "en", item="X") == "Moved X to {time}"


def test_sentence_of_an_unknown_language_stays_english():
    assert catalog.text("Saved, not in any catalog", "xx") == "Saved, not in any catalog"


def test_english_plural_needs_no_catalog():
    shown = [catalog.plural("{n} person", "{n} people", n, "en") for n in (1, 2, 0)]
    assert shown == ["1 person", "2 people", "0 people"]


def test_mark_returns_the_sentence_itself():
    assert catalog.mark("Any sentence {x}") == "Any sentence {x}"


def test_catalog_is_read_from_its_source_until_it_is_compiled(source):
    found = catalog.read_translations(source)
    assert found is not None
    assert (found.gettext("Saved"), found.gettext("Not yet")) == ("Сохранено", "Not yet")
    assert [found.ngettext("{n} person", "{n} people", n) for n in (1, 3, 5, 21)] == [
        "{n} человек", "{n} человека", "{n} человек", "{n} человек",
    ]  # fmt: skip


def test_compiling_writes_what_is_older_than_its_source_alone(source, tmp_path):
    target = source.with_suffix(".mo")
    assert catalog.compile_catalogs(tmp_path) == (target,)
    assert catalog.compile_catalogs(tmp_path) == ()
    later = target.stat().st_mtime + 10
    os.utime(source, (later, later))
    assert catalog.compile_catalogs(tmp_path) == (target,)


def test_source_newer_than_its_compiled_catalog_wins(source, tmp_path):
    catalog.compile_catalogs(tmp_path)
    source.write_text(PO.replace("Сохранено", "Записано"), encoding="utf-8")
    later = source.stat().st_mtime + 10
    os.utime(source, (later, later))
    found = catalog.read_translations(source)
    assert found is not None
    assert found.gettext("Saved") == "Записано"


def test_compiled_catalog_is_enough_without_its_source(source, tmp_path):
    catalog.compile_catalogs(tmp_path)
    source.unlink()
    found = catalog.read_translations(source)
    assert found is not None
    assert found.gettext("Saved") == "Сохранено"


def test_extraction_takes_sentences_and_leaves_authored_texts():
    code = """
text("One {x}", language, x=1)
text(ru="Встреча", en="Meeting")
plural("{n} item", "{n} items", n, language)
NAMES = {1: mark("Two")}
raise errors.NotPossible("Three " "and a half")
@operation("Four")
def move(): t(variable)
"""
    found = [sentence for _, _, sentence in sorted(extraction.sentences(ast.parse(code)), key=lambda entry: entry[0])]
    assert found == ["One {x}", ("{n} item", "{n} items"), "Two", "Three and a half", "Four"]


def test_updating_keeps_words_and_adds_what_is_new(source):
    extraction.update(source)
    with source.open("rb") as file:
        written = read_po(file)
    saved = written.get("Saved")
    assert saved is not None
    assert saved.string == "Сохранено"
    sentences = {entry.id for entry in extraction.used()}
    assert [one for one in sentences if one not in written] == []


def test_russian_has_words_for_every_sentence():
    (source,) = [path for path in catalog.sources() if path.parents[1].name == "ru"]
    missing = [f"{entry.path}:{entry.line}: {entry.id}" for entry in extraction.lacking(source)]
    assert missing == [], "run python -m planner.language.extraction and write the words"


def test_russian_sentences_have_the_places_of_the_english_ones():
    places = re.compile(r"\{\w+\}")
    wrong = []
    for source in catalog.sources():
        with source.open("rb") as file:
            written = read_po(file)
        for message in written:
            ids = message.id if isinstance(message.id, tuple | list) else (message.id,)
            forms = message.string if isinstance(message.string, tuple | list) else (message.string,)
            wanted = set(places.findall(ids[-1]))
            wrong += [form for form in forms if message.id and form and set(places.findall(form)) != wanted]
    assert wrong == []


def test_catalogs_of_the_program_compile(tmp_path):
    folder = shutil.copytree(catalog.folder(), tmp_path / "catalogs", ignore=shutil.ignore_patterns("*.mo"))
    assert catalog.compile_catalogs(folder) == tuple(path.with_suffix(".mo") for path in catalog.sources(folder))
