"""Schedules of other programs become talks, or are rejected with the line and the reason: never lost."""

from __future__ import annotations

import json
from datetime import date

import pytest

from planner.errors import ImportRefused
from planner.exchange import schedule_draft, schedule_json, schedule_xml
from planner.exchange.reading import IS_EMPTY, NOT_THERE, STOPPED
from planner.exchange.schedules import (
    LIMITS,
    parse_schedule,
    read_schedule,
    schedule_from_json,
    schedule_to_json,
)
from planner.rules.kinds import NameOrder
from planner.rules.person_record import ImportedName, Problem, Rejection
from planner.rules.schedule import Speaker, Talk

SATURDAY = date(2021, 2, 6)
TALK = """<event id="7"><date>2021-02-06T10:00:00+01:00</date><start>10:00</start><duration>00:45</duration>
<room>Hall</room><title>Water &amp; towns</title><subtitle>A study</subtitle><track>Cities</track><type>talk</type>
<abstract>&lt;p&gt;Long&lt;/p&gt;</abstract><persons><person id="3">Anna Berg</person></persons></event>"""


def xml(*events: str, day: str = 'date="2021-02-06" index="1"', about: str = "") -> bytes:
    """A schedule.xml with these events in one room of one day; the first begins in line 3."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><schedule><conference><title>Conf</title>{about}</conference>\n'
        f'<day {day}><room name="Hall">\n{chr(10).join(events)}</room></day></schedule>'
    ).encode()


def event(**fields: str) -> str:
    """An event on one line."""
    given = {"start": "10:00", "duration": "00:30", "title": "T", **fields}
    inner = "".join(f"<{key}>{value}</{key}>" for key, value in given.items() if value)
    return f'<event id="{abs(hash(inner))}">{inner}</event>'


def voc(*records: object, **conference: object) -> bytes:
    """A schedule.json with these records in one room."""
    day = {"index": 1, "date": "2021-02-06", "day_start": "2021-02-06T09:00:00+01:00", "rooms": {"Hall": list(records)}}
    return json.dumps({"schedule": {"conference": {"title": "Conf", "days": [day], **conference}}}).encode()


def rejections(data: bytes) -> list[tuple[int, str]]:
    return [(one.line, str(one)) for one in parse_schedule(data, ["en"]).rejected]


def starts(data: bytes) -> list[tuple[date, int, date]]:
    return [(talk.day, talk.start, talk.programme_day) for talk in parse_schedule(data, ["en"]).talks]


def test_talk_of_a_usual_schedule_is_read_whole() -> None:
    found = parse_schedule(xml(TALK, about="<venue>Castle</venue><time_zone_name>Europe/Oslo</time_zone_name>"), ["en"])
    assert found.talks == (
        Talk(
            3, "7", {"en": "Water & towns"}, SATURDAY, 600, SATURDAY, 45, 60, {"en": "A study"}, "Hall", "Cities",
            "talk", "", ("3",),
        ),
    )  # fmt: skip
    assert found.speakers == {
        "3": Speaker({"en": ImportedName("Berg", "Anna")}, {"en": NameOrder.GIVEN_FIRST}),
    }
    assert (found.rooms, found.tracks) == ({"Hall": {"en": "Hall"}}, {"Cities": {"en": "Cities"}})
    assert (found.title, found.venue, found.zone) == ({"en": "Conf"}, {"en": "Castle"}, "Europe/Oslo")
    assert (found.counted, found.rejected, found.problems, found.days) == ("line", (), (), (SATURDAY,))


def test_json_says_the_same_and_counts_records() -> None:
    record = {
        "id": 7, "date": "2021-02-06T10:00:00+01:00", "start": "10:00", "duration": "00:45", "room": "Hall",
        "title": "Water & towns", "subtitle": "A study", "track": "Cities", "type": "talk", "language": None,
        "persons": [{"id": 3, "public_name": "Anna Berg"}],
    }  # fmt: skip
    found = parse_schedule(voc(record, time_zone_name="Europe/Oslo", venue="Castle"), ["en"])
    of_xml = parse_schedule(
        xml(TALK, about="<venue>Castle</venue><time_zone_name>Europe/Oslo</time_zone_name>"), ["en"]
    )
    assert found == of_xml._replace(counted="record", talks=(of_xml.talks[0]._replace(line=1),))


def test_coscup_names_everything_in_both_languages() -> None:
    session = {
        "id": "A", "type": "t", "room": "r", "language": "漢語", "zh": {"title": "剖析"}, "en": {"title": "Analysis"},
        "start": "2021-08-01T13:40:00+08:00", "end": "2021-08-01T14:10:00+08:00", "speakers": ["p", "unknown"],
    }  # fmt: skip
    content = {
        "sessions": [session],
        "speakers": [{"id": "p", "zh": {"name": "杜修文"}, "en": {"name": "Ivan Tu"}}],
        "session_types": [{"id": "t", "zh": {"name": "主軌"}, "en": {"name": "Main"}}],
        "rooms": [{"id": "r", "zh": {"name": "視聽館"}, "en": {"name": "AU"}}],
    }  # fmt: skip
    found = parse_schedule(json.dumps(content).encode(), ["zh-Hans", "en"])
    (talk,) = found.talks
    assert (talk.title, talk.start, talk.minutes, talk.offset) == (
        {"zh-Hans": "剖析", "en": "Analysis"},
        820,
        30,
        480,
    )
    assert found.rooms == {"r": {"zh-Hans": "視聽館", "en": "AU"}}
    assert found.tracks == {"t": {"zh-Hans": "主軌", "en": "Main"}}
    assert found.speakers["p"].names == {"zh-Hans": ImportedName("杜", "修文"), "en": ImportedName("Tu", "Ivan")}
    assert [str(problem) for problem in found.problems] == [
        "The speaker unknown is not among the speakers of the file."
    ]


def test_record_without_a_date_takes_the_day_it_stands_under() -> None:
    assert starts(xml(event())) == [(SATURDAY, 600, SATURDAY)]


def test_hours_after_midnight_belong_to_the_evening_before() -> None:
    night = event(start="00:30")
    sunday = date(2021, 2, 7)
    assert starts(xml(night)) == [(SATURDAY, 30, SATURDAY)]
    assert starts(xml(night, about="<day_change>04:00:00</day_change>")) == [(sunday, 30, SATURDAY)]
    assert starts(xml(night, day='date="2021-02-06" start="2021-02-06T10:00:00+01:00"')) == [(sunday, 30, SATURDAY)]


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"title": ""}, "It has no title."),
        ({"title": "x" * 1001}, "It has words of more than 1000 characters."),
        ({"start": ""}, "It has no time at which it begins."),
        ({"start": "25:00"}, "“25:00” is no time of the day."),
        ({"date": "2021-02-30T10:00:00+01:00"}, "“2021-02-30T10:00:00+01:00” is no date with a time."),
        ({"date": "0021-02-03T10:00:00"}, "The year 21 cannot be meant."),
        ({"duration": "an hour"}, "“an hour” is no length."),
        ({"duration": "-0:30"}, "It ends before it begins."),
        ({"duration": "99:00"}, "It lasts longer than a day."),
        ({"duration": "", "date": "2021-02-06T10:00", "end": "2021-02-06T09:00"}, "It ends before it begins."),
    ],
)
def test_record_that_cannot_be_read_is_named_by_its_line(fields: dict[str, str], reason: str) -> None:
    assert rejections(xml(TALK, event(**fields))) == [(6, reason)]


def test_record_under_no_day_is_rejected() -> None:
    assert rejections(xml(event(), day="")) == [(3, "It has neither a date nor a day it stands under.")]
    assert rejections(xml(event(), day='date="soon"')) == [(3, "“soon”, the day it stands under, is no date.")]


def test_repeated_record_is_rejected_and_a_second_slot_is_not() -> None:
    later = TALK.replace("10:00", "15:00")
    assert rejections(xml(TALK, TALK)) == [(6, "It repeats what stands at 3: the same talk at the same time.")]
    assert [talk.id for talk in parse_schedule(xml(TALK, later), ["en"]).talks] == ["7", "7#2"]


def test_record_with_two_starts_is_taken_and_named() -> None:
    found = parse_schedule(xml(TALK.replace("<start>10:00", "<start>11:00")), ["en"])
    assert found.talks[0].start == 600
    assert found.problems == (
        Problem(3, schedule_draft.TWO_STARTS, {"date": "2021-02-06T10:00:00+01:00", "start": "11:00"}),
    )


def test_records_that_are_none_are_named_by_number() -> None:
    found = parse_schedule(voc({"title": "T", "start": "10:00", "duration": 30}, 5, None), ["en"])
    assert [talk.minutes for talk in found.talks] == [30]
    assert found.rejected == (Rejection(2, schedule_json.NO_RECORD, {}), Rejection(3, schedule_json.NO_RECORD, {}))


@pytest.mark.parametrize(
    ("title", "languages", "declared", "expected"),
    [
        ("Water", ["ru", "en"], "", "en"),
        ("Вода", ["en", "ru"], "", "ru"),
        ("Вода", ["en", "ky"], "", "ky"),
        ("剖析", ["en", "zh-Hans"], "", "zh-Hans"),
        ("Water", ["ru"], "", "en"),
        ("Wasser", ["en", "de"], "de", "de"),
        ("Wasser", ["en"], "de", "de"),
    ],
)
def test_language_of_the_words_is_told_by_file_and_letters(
    title: str, languages: list[str], declared: str, expected: str
) -> None:
    data = xml(event(title=title, language=declared))
    assert parse_schedule(data, languages).talks[0].title == {expected: title}
    assert parse_schedule(data, languages, "fr").talks[0].title == {"fr": title}


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Jo Van Bulck", ImportedName("Van Bulck", "Jo")),
        ("Tsai, Chen-Yu", ImportedName("Tsai", "Chen-Yu")),
        ("Jan Nieuwenhuizen (janneke)", ImportedName("Nieuwenhuizen (janneke)", "Jan")),
        ("tm", ImportedName("tm")),
        ("Dr. A Jiang, Dr. B Lee", ImportedName("Dr. A Jiang, Dr. B Lee")),
    ],
)
def test_name_is_taken_apart_where_its_parts_give_the_same_again(written: str, name: ImportedName) -> None:
    found = parse_schedule(xml(TALK.replace("Anna Berg", written)), ["en"])
    assert found.speakers["3"].names == {"en": name}


def test_speaker_who_is_not_known_yet_is_nobody() -> None:
    found = parse_schedule(xml(TALK.replace("Anna Berg", "TBD")), ["en"])
    assert (found.speakers, found.talks[0].speakers) == ({}, ())


def test_signs_no_text_can_keep_do_not_come_in() -> None:
    found = parse_schedule(voc({"title": "A\u0000B\ud800 \n C", "start": "10:00"}), ["en"])
    assert found.talks[0].title == {"en": "A B\ufffd C"}


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b'<!DOCTYPE s [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><schedule>&b;</schedule>', schedule_xml.DOCUMENT_TYPE),
        (b'<!DOCTYPE s SYSTEM "file:///etc/passwd"><schedule/>', schedule_xml.DOCUMENT_TYPE),
        (b"<html><p>Hello</p></html>", schedule_xml.NOT_A_SCHEDULE),
        (b"<schedule>\n<day>\n</schedule>", schedule_xml.NOT_WELL_FORMED),
        (b"<schedule>" + b"<a>" * 100, schedule_xml.TOO_DEEP),
        (b"<schedule/>", schedule_draft.NO_RECORDS),
        (b'{"schedule": ', schedule_json.NOT_JSON),
        (b"[1, 2]", schedule_json.OTHER_JSON),
        (b'{"a": ' + b"9" * 5000 + b"}", schedule_json.OTHER_JSON),
        (b'{"sessions": []}', schedule_draft.NO_RECORDS),
        (b"\xff\x00\xfe", schedule_json.NOT_TEXT),
    ],
)
def test_file_that_is_no_schedule_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(ImportRefused) as refused:
        parse_schedule(data, ["en"])
    assert refused.value.message == message


def test_broken_xml_is_named_by_its_line() -> None:
    with pytest.raises(ImportRefused) as refused:
        parse_schedule(b"<schedule>\n<day>\n</schedule>", ["en"])
    assert refused.value.values == {"line": 3}


def test_too_many_records_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schedule_draft, "MAX_RECORDS", 1)
    with pytest.raises(ImportRefused) as refused:
        parse_schedule(xml(event(), event(start="11:00")), ["en"])
    assert refused.value.message == schedule_draft.TOO_MANY_RECORDS


def test_child_process_hands_over_what_it_read(tmp_path) -> None:
    path = tmp_path / "schedule.xml"
    path.write_bytes(xml(TALK, event(title="")))
    found = read_schedule(path, languages=["en"])
    assert found == parse_schedule(xml(TALK, event(title="")), ["en"])._replace(source_name="schedule.xml")
    assert schedule_from_json(json.loads(json.dumps(schedule_to_json(found)))) == found


def test_file_that_cannot_be_read_at_all_is_refused(tmp_path) -> None:
    (tmp_path / "empty.xml").write_bytes(b" \n")
    (tmp_path / "deep.json").write_bytes(b"[" * 1_000_000)
    with (tmp_path / "huge.xml").open("wb") as huge:
        huge.truncate(20_000_001)
    found = []
    for name in ("none.xml", "empty.xml", "huge.xml", "deep.json"):
        with pytest.raises(ImportRefused) as refused:
            read_schedule(tmp_path / name, languages=["en"])
        found.append(refused.value.message)
    assert found == [NOT_THERE, IS_EMPTY, LIMITS.too_large, LIMITS.too_greedy]


def test_reading_can_be_stopped(tmp_path) -> None:
    path = tmp_path / "large.json"
    path.write_bytes(voc(*({"title": f"T{number}", "start": "10:00"} for number in range(9_000))))
    with pytest.raises(ImportRefused) as refused:
        read_schedule(path, languages=["en"], cancelled=lambda: True)
    assert refused.value.message == STOPPED


@pytest.mark.parametrize(
    ("name", "talks", "rooms", "speakers"),
    [("fosdem-2021.xml", 773, 106, 684), ("coscup2021.json", 212, 14, 206), ("coscup2023.json", 352, 26, 338)],
)
def test_real_schedule_is_read_without_a_loss(shared_data, name: str, talks: int, rooms: int, speakers: int) -> None:
    found = read_schedule(shared_data / "schedules" / name, languages=["zh-Hans", "en"])
    assert (len(found.talks), len(found.rooms), len(found.speakers)) == (talks, rooms, speakers)
    assert (found.rejected, found.problems) == ((), ())
