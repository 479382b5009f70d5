"""Fonts: what they cover, what is said about the rest, and the one way into reportlab's internals."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
import reportlab
from fontTools.ttLib import TTFont

from planner.documents.fonts import BASE, FAMILIES, compose, file_for, font_file, mark, uncovered
from planner.documents.typecase import BASE_CODES, FREE_CODES, TypeCase
from planner.paths import resources

ALPHABETS = {
    "ru": "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ",
    "ky": "АБВГДЕЁЖЗИЙКЛМНҢОӨПРСТУҮФХЦЧШЩЪЫЬЭЮЯ",
    "kk": "АӘБВГҒДЕЁЖЗИЙКҚЛМНҢОӨПРСТУҰҮФХҺЦЧШЩЪЫІЬЭЮЯ",
    "mn": "АБВГДЕЁЖЗИЙКЛМНОӨПРСТУҮФХЦЧШЩЪЫЬЭЮЯ",
    "az": "ABCÇDEƏFGĞHXIİJKQLMNOÖPRSŞTUÜVYZ",
    "tr": "ABCÇDEFGĞHIİJKLMNOÖPRSŞTUÜVYZ",
    "el": "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩΆΈΉΊΌΎΏ",
    "pinyin": "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ",
    "ka": "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ",
    "ar": "ءاأإآبتثجحخدذرزسشصضطظعغفقكلمنهويىةؤئ،؛؟٠١٢٣٤٥٦٧٨٩ًٌٍَُِّْ",
    "fa": "پچژگکی",
    "he": "אבגדהוזחטיכךלמםנןסעפףצץקרשתְֱֲֳִֵֶַָֹֻּׁׂ",
    "hi": "अआइईउऊऋएऐओऔकखगघङचछजझञटठडढणतथदधनपफबभमयरलवशषसहािीुूृेैोौंः़्।०१२३४५६७८९",
    "zh": "李明的一是不中国人民共和、。，；：？！「」《》（）",
    "ja": "あいうえおかがさざただなはばぱまやゆよらりるれろわをんアイウエオヴャュョッー々〆",
    "hy": "ԱԲԳԴԵԶԷԸԹԺԻԼԽԾԿՀՁՂՃՄՅՆՇՈՉՊՋՌՍՎՏՐՑՒՓՔՕՖ",
}


@pytest.mark.parametrize("family", FAMILIES)
def test_first_font_holds_the_base_characters(family):
    assert [character for character in BASE if ord(character) not in font_file(FAMILIES[family][0]).glyphs] == []


@pytest.mark.parametrize("language", ALPHABETS)
def test_alphabet_is_covered(language):
    capitals = ALPHABETS[language]
    assert uncovered(capitals + capitals.lower()) == []


def test_base_characters_have_one_code_each():
    assert sorted(character for character in BASE_CODES if character not in "\0\ufffe") == sorted(BASE)
    assert len(set(BASE)) == len(BASE) <= len(FREE_CODES)


def test_figures_are_as_wide_as_each_other():
    for chain in FAMILIES.values():
        widths = font_file(chain[0]).widths
        assert len({widths[ord(figure)] for figure in "0123456789"}) == 1


def test_what_paratype_lacks_comes_from_the_fallback():
    found = [file_for(character, "serif").name for character in "Ə\u202f✓→"]
    assert found == ["NotoSerif-Regular", "NotoSerif-Regular", "DejaVuSans", "DejaVuSans"]


def test_uncovered_names_each_character_once_in_order():
    assert uncovered("Ли ไทย 李明, ไ и \x00") == ["ไ", "ท", "ย", "\x00"]


def test_uncovered_includes_what_would_turn_a_name_round_and_letters_without_a_font_for_their_shapes():
    assert uncovered("مر שלום ລາວ \u202e") == ["ລ", "າ", "ວ", "\u202e"]


def test_joiners_and_line_ends_are_not_missing():
    assert uncovered("a\u200bb\u200dc\ufeff\u00ad\ufe0f\n\tz") == []


def test_mark_shows_the_number_of_the_character():
    assert [mark("中"), mark("\0"), mark("👩"), mark("\ud800")] == ["[U+4E2D]", "[U+0000]", "[U+1F469]", "[U+D800]"]


def test_letter_and_mark_are_composed_where_the_letter_exists():
    assert compose("и\u0306од x\u0301", "serif") == "йод x\u0301"


def test_composing_changes_nothing_else():
    assert compose("Å (ångström) ﬁ", "serif") == "Å (ångström) ﬁ"


def test_printable_marks_what_has_no_font():
    assert TypeCase().family("serif").printable("ไ a\u200b\x07\tb") == "[U+0E44] a[U+0007] b"


def test_plain_text_is_encoded_in_one_piece():
    family = TypeCase().family("serif")
    codes = family.encode("Обед (14:00)")
    assert "".join(BASE_CODES[code] for code in codes) == "Обед (14:00)"
    assert not set(codes) & set(b"()\\\r\n\0")


@pytest.mark.parametrize("text", ["李", "a\0b", "\ud800", "Ə"])
def test_text_outside_the_base_is_not_plain(text):
    assert TypeCase().family("serif").encode(text) is None


def test_more_characters_than_one_set_holds_open_another():
    case = TypeCase()
    family = case.family("serif")
    greek_and_more = [chr(code) for code in sorted(font_file("NotoSerif-Regular").glyphs) if code > 0x1E00][:600]
    text = "".join(character for character in greek_and_more if file_for(character, "serif"))
    runs = family.runs(text)
    assert "".join(subset.characters[code] for subset, codes in runs for code in codes) == text
    assert all(len(subset.characters) <= 256 for subset in case.subsets)
    assert sum(subset.file.name == "NotoSerif-Regular" for subset in case.subsets) == 3


def test_reportlab_is_the_version_whose_internals_we_know():
    assert reportlab.__version__.split(".")[:2] == ["5", "1"]


def test_subset_holds_the_glyphs_asked_for_at_their_places():
    file = font_file("PTSerif-Regular")
    subset = TTFont(BytesIO(file.subset((0, ord("Ж"), 0, ord("й")))))
    original = TTFont(resources() / "fonts" / "PTSerif-Regular.ttf")
    codes = subset["cmap"].tables[0].cmap
    assert sorted(codes) == [1, 3]
    for code, letter in ((1, "Ж"), (3, "й")):
        expected = original["hmtx"][original.getBestCmap()[ord(letter)]]
        assert subset["hmtx"][codes[code]] == expected
        assert file.widths[ord(letter)] == expected[0]
    assert subset["maxp"].numGlyphs < 8


def test_fonts_come_with_their_licences_and_stay_small():
    folder = resources() / "fonts"
    licences = {"PT": "PT-OFL.txt", "Noto": "Noto-OFL.txt", "DejaVu": "DejaVu-LICENSE.txt", "Amiri": "Amiri-OFL.txt"}
    fonts = sorted(path.name for path in folder.glob("*.ttf"))
    used = {f"{name}.ttf" for chain in FAMILIES.values() for name in chain}
    assert used <= set(fonts)
    for name in fonts:
        licence = next(file for start, file in licences.items() if name.startswith(start))
        assert (folder / licence).stat().st_size > 1000
    assert sum(path.stat().st_size for path in folder.iterdir()) < 20_000_000


def test_resources_lie_beside_the_package():
    assert resources() == Path(__file__).parents[2] / "resources"
