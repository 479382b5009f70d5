"""Busy times from calendar files: leniently, in the right zone, within a span, private ones without their title."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from planner.errors import ImportRefused
from planner.exchange.busy_times import BROKEN, NOT_CLOSED, BusyFile, parse_calendar, read_busy_file
from planner.rules.agenda import Use
from planner.rules.busy import BusyClash, BusySpan, BusyTime, clashes

ZONE = "Asia/Krasnoyarsk"


def calendar(*events: str, zones: str = "") -> bytes:
    """A calendar file; the first appointment begins in line 3."""
    body = "".join(f"BEGIN:VEVENT\r\n{event}\r\nEND:VEVENT\r\n" for event in events)
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{zones}{body}END:VCALENDAR\r\n".encode()


def event(start: str, *more: str, uid: str = "1", title: str = "Meeting") -> str:
    return "\r\n".join([f"UID:{uid}", f"SUMMARY:{title}", f"DTSTART{start}", *more])


def read(*events: str, since: date = date(2024, 4, 1), until: date = date(2024, 4, 30)) -> BusyFile:
    return parse_calendar(calendar(*events), since=since, until=until, zone=ZONE)


def starts(found: BusyFile) -> list[str]:
    return [f"{one.starts:%m-%d %H:%M}" for one in found.times]


def test_an_appointment_is_kept_in_utc_with_its_title() -> None:
    found = read(event(";TZID=Asia/Bishkek:20240410T100000", "DTEND;TZID=Asia/Bishkek:20240410T113000"))
    first, last = datetime(2024, 4, 10, 4, tzinfo=UTC), datetime(2024, 4, 10, 5, 30, tzinfo=UTC)
    assert found.times == (BusyTime("1", first, last, all_day=False, title="Meeting", tentative=False),)
    assert found.problems == ()


def test_a_time_without_a_zone_is_the_offices() -> None:
    assert starts(read(event(":20240410T100000", "DURATION:PT30M"))) == ["04-10 03:00"]
    assert starts(read(event(":20240410T100000Z", "DURATION:PT30M"))) == ["04-10 10:00"]


def test_whole_days_run_from_midnight_to_midnight_of_the_office() -> None:
    (found,) = read(event(";VALUE=DATE:20240410", "DTEND;VALUE=DATE:20240412")).times
    assert (found.starts, found.ends, found.all_day) == (
        datetime(2024, 4, 9, 17, tzinfo=UTC), datetime(2024, 4, 11, 17, tzinfo=UTC), True,
    )  # fmt: skip
    (single,) = read(event(";VALUE=DATE:20240410")).times
    assert (single.ends - single.starts).days == 1


@pytest.mark.parametrize("kind", ["PRIVATE", "CONFIDENTIAL", "private"])
def test_a_private_one_comes_without_its_title(kind: str) -> None:
    (found,) = read(event(":20240410T100000", "DURATION:PT30M", f"CLASS:{kind}", title="Dentist")).times
    assert found.title == ""


def test_what_takes_nobodys_time_is_left_out() -> None:
    ends = "DURATION:PT30M"
    found = read(
        event(":20240410T100000", ends, "STATUS:CANCELLED", uid="1"),
        event(":20240410T110000", ends, "TRANSP:TRANSPARENT", uid="2"),
        event(":20240410T120000", ends, "STATUS:TENTATIVE", uid="3"),
        event(":20240531T120000", ends, uid="4"),
    )
    assert [(one.uid, one.tentative) for one in found.times] == [("3", True)]


def test_what_recurs_stays_at_its_wall_time_when_the_clocks_change() -> None:
    weekly = event(
        ";TZID=Europe/Berlin:20240318T100000", "DTEND;TZID=Europe/Berlin:20240318T110000", "RRULE:FREQ=WEEKLY;COUNT=4",
        "EXDATE;TZID=Europe/Berlin:20240325T100000",
    )  # fmt: skip
    found = read(weekly, since=date(2024, 3, 1))
    assert starts(found) == ["03-18 09:00", "04-01 08:00", "04-08 08:00"]


def test_a_moved_instance_takes_the_place_of_the_one_it_was() -> None:
    daily = event(":20240408T030000Z", "DURATION:PT1H", "RRULE:FREQ=DAILY;UNTIL=20240410T030000Z")
    moved = event(":20240409T080000Z", "DURATION:PT1H", "RECURRENCE-ID:20240409T030000Z")
    assert starts(read(daily, moved)) == ["04-08 03:00", "04-09 08:00", "04-10 03:00"]


def test_added_dates_and_a_last_day_count() -> None:
    found = read(
        event(";VALUE=DATE:20240408", "RRULE:FREQ=DAILY;UNTIL=20240409", "RDATE;VALUE=DATE:20240420")
    )
    assert starts(found) == ["04-07 17:00", "04-08 17:00", "04-19 17:00"]


@pytest.mark.parametrize("often", ["HOURLY", "MINUTELY", "SECONDLY"])
def test_a_rule_without_end_and_measure_is_refused_and_the_others_stay(often: str) -> None:
    found = read(event(":19700101T000000Z", f"RRULE:FREQ={often}"), event(":20240410T100000Z", uid="2"))
    assert [one.uid for one in found.times] == ["2"]
    assert [(one.line, one.message, one.values["why"]) for one in found.problems] == [(3, BROKEN, f"FREQ={often}")]


def test_a_rule_that_never_falls_ends() -> None:
    assert starts(read(event(":20000101T000000Z", "RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30"))) == []


def test_a_broken_appointment_is_told_by_its_line_and_the_others_are_read() -> None:
    found = read(event(":no day"), event(":20240410T100000Z", uid="2"))
    assert [one.uid for one in found.times] == ["2"]
    assert [(one.line, str(one)) for one in found.problems] == [
        (3, "Line 3: this appointment cannot be read and is left out (DTSTART).")
    ]


def test_a_file_cut_off_says_where() -> None:
    whole = calendar(event(":20240410T100000Z"), event(":20240411T100000Z", uid="2"))
    cut = whole[: whole.rindex(b"END:VEVENT")]
    found = parse_calendar(cut, since=date(2024, 4, 1), until=date(2024, 4, 30), zone=ZONE)
    assert [one.uid for one in found.times] == ["1"]
    assert [(one.line, one.message) for one in found.problems] == [(8, NOT_CLOSED)]


def test_a_zone_of_the_files_own_is_understood() -> None:
    zone = (
        "BEGIN:VTIMEZONE\r\nTZID:Our Office\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nTZOFFSETFROM:+0500\r\n"
        "TZOFFSETTO:+0500\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"
    )
    data = calendar(event(";TZID=Our Office:20240410T100000"), zones=zone)
    found = parse_calendar(data, since=date(2024, 4, 1), until=date(2024, 4, 30), zone=ZONE)
    assert starts(found) == ["04-10 05:00"]


def test_what_is_no_calendar_is_refused_in_words(tmp_path: Path) -> None:
    path = tmp_path / "list.ics"
    for content in (b"Name;Post\n", b"BEGIN:VCARD\nEND:VCARD\n"):
        path.write_bytes(content)
        with pytest.raises(ImportRefused, match=r"list\.ics is no calendar"):
            read_busy_file(path, since=date(2024, 1, 1), until=date(2024, 12, 31), zone=ZONE)
    with pytest.raises(ImportRefused, match="There is no file"):
        read_busy_file(tmp_path / "none.ics", since=date(2024, 1, 1), until=date(2024, 12, 31), zone=ZONE)


def test_a_cyrillic_file_of_another_time_is_read() -> None:
    data = calendar(event(":20240410T100000Z", title="Приём граждан главой города")).decode().encode("cp1251")
    found = parse_calendar(data, since=date(2024, 4, 1), until=date(2024, 4, 30), zone=ZONE)
    assert [one.title for one in found.times] == ["Приём граждан главой города"]


def test_free_and_busy_periods_count_without_a_title() -> None:
    data = (
        b"BEGIN:VCALENDAR\r\nBEGIN:VFREEBUSY\r\nUID:f\r\nFREEBUSY;FBTYPE=BUSY:20240410T100000Z/PT1H\r\n"
        b"FREEBUSY;FBTYPE=FREE:20240410T120000Z/PT1H\r\nEND:VFREEBUSY\r\nEND:VCALENDAR\r\n"
    )
    found = parse_calendar(data, since=date(2024, 4, 1), until=date(2024, 4, 30), zone=ZONE)
    assert [(f"{one.starts:%H:%M}", f"{one.ends:%H:%M}", one.title) for one in found.times] == [("10:00", "11:00", "")]


def test_every_shared_file_is_read_or_refused_in_words(shared_data: Path) -> None:
    refused, times, problems = [], 0, 0
    paths = sorted((shared_data / "calendars").glob("*/*.ics"))
    for path in paths:
        try:
            found = read_busy_file(path, since=date(1990, 1, 1), until=date(2030, 1, 1), zone=ZONE)
        except ImportRefused as error:
            refused.append((path.name, "BEGIN:VCALENDAR" in str(error)))
            continue
        times += len(found.times)
        problems += len(found.problems)
        assert all(one.line > 0 for one in found.problems)
        assert all(one.starts <= one.ends and one.starts.tzinfo is UTC for one in found.times)
    whole = [path for path in paths if b"BEGIN:VCALENDAR" in path.read_bytes().upper()]
    assert len(paths) >= 200
    assert [name for name, _said in refused if name in {path.name for path in whole}] == []
    assert all(said for _name, said in refused)
    assert times > 1000
    assert problems < 40


SPAN = BusySpan(9, 5, 600, 660, False, "Reception", False)


def test_an_item_in_a_busy_time_of_its_person_clashes() -> None:
    uses = [Use(5, 630, 700, 1), Use(5, 660, 700, 2), Use(6, 630, 700, 3), Use(5, 540, 600, 4)]
    assert clashes([SPAN], uses) == (BusyClash(5, 1, SPAN),)
