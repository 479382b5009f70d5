"""The XI Russian–Kyrgyz interregional conference: plenary, three parallel sections, talks.

Its days are invented; its participants come in as the other side's list would: by an import.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from planner import importing
from planner.app import Planner
from planner.operations import agenda, delegations, events, people, texts, tracks
from planner.paths import resources
from planner.queries import delegations as delegation_queries
from planner.queries.agenda import programme
from planner.rules.kinds import Side
from planner.rules.text import EMPTY, Text, text
from planner.sample.parts import Writer, delegation_of, furnish, members
from planner.sample.registers import Known

FIRST, SECOND = date(2024, 9, 19), date(2024, 9, 20)


def build(planner: Planner, known: Known) -> int:
    """Build the conference; return its event's id."""
    event = planner.execute(
        events.add_event, "conference",
        text(ru="XI Российско-Киргизская межрегиональная конференция", en="XI Russian–Kyrgyz Interregional Conference"),
        short_title=text(ru="XI межрегиональная конференция", en="XI interregional conference", ky="Конференция"),
        place=text(ru="Красноярск", en="Krasnoyarsk", ky="Красноярск"), from_day=FIRST, to_day=SECOND, languages=["ru", "en"],
        host_languages=["ru"], guest_languages=["ky", "en"], host_zone="Asia/Krasnoyarsk", guest_zone="Asia/Bishkek", state="idea",
    ).result  # fmt: skip
    hosts = delegation_of(planner, event, Side.HOST)
    furnish(planner, hosts, organisation_id=known.organisations["city"], heading=EMPTY)
    mayor = members(
        planner,
        known,
        hosts,
        [("loginov", "head", "confirmed"), ("sokolov", "member", "confirmed"), ("petrova", "member", "confirmed")],
    )
    invited = planner.execute(
        delegations.add_delegation, event, "invited", heading=text(ru="Приглашённые", en="Invited", ky="Чакырылгандар")
    ).result
    members(planner, known, invited, [("kabaev", "member", "invited"), ("bataeva", "member", "invited")])
    _import_participants(planner, known, event)
    places = {**mayor, **_places_by_surname(planner, event)}
    _degrees(planner, event)
    _programme(Writer(planner, known, event), places)
    planner.execute(tracks.add_track_member, _section_tracks(planner, event)[-1], delegation_id=invited)
    return int(event)


class Talk(NamedTuple):
    """A talk: title, the English surname of its speaker, and how it is given."""

    title: Text
    speaker: str
    form: str = ""
    slides: bool = False


class Section(NamedTuple):
    """A parallel section: short name, title, room, moderator's English surname, talks of 20 minutes.

    Moderators and speakers are its people, with those of `also`, by their English surnames.
    """

    name: Text
    title: Text
    room: str
    moderator: str
    talks: tuple[Talk, ...]
    also: tuple[str, ...] = ()
    co_moderator: str = ""


SECTIONS = (
    Section(text(ru="Секция 1", en="Section 1"), text(ru="Секция 1. Городское хозяйство и экология", en="Section 1. Municipal Services and the Environment"), "room-1", "Gromova", (
        Talk(text(ru="Теплоснабжение города в условиях суровой зимы", en="Heating a city through a severe winter"), "Lebedev"),
        Talk(text(ru="Водоснабжение растущего города: опыт Джалал-Абада", en="Water for a growing city: the experience of Jalal-Abad"), "Imanaliev"),
        Talk(text(ru="Генеральный план и безопасность дорожного движения", en="The general plan and road safety"), "Toktogulov"),
    )),
    Section(text(ru="Секция 2", en="Section 2"), text(ru="Секция 2. Образование и молодёжь", en="Section 2. Education and Youth"), "room-2", "Zaitseva", (
        Talk(text(ru="Школьная робототехника: от кружка до чемпионата", en="Robotics at school: from the club to the championship"), "Mamytov", slides=True),
        Talk(text(ru="Подготовка учителей для двуязычных школ", en="Training teachers for bilingual schools"), "Sydykova", "online", slides=True),
        Talk(text(ru="Обмен студентами: первые итоги", en="Student exchange: first results"), "Zhumabaeva"),
    ), ("Petrova",), "Petrova"),
    Section(text(ru="Секция 3", en="Section 3"), text(ru="Секция 3. Экономика и торговля", en="Section 3. Economy and Trade"), "room-3", "Sokolov", (
        Talk(text(ru="Межрегиональная торговля: итоги и задачи", en="Interregional trade: results and tasks"), "Abdykadyrov"),
        Talk(text(ru="Логистика между Сибирью и Ферганской долиной", en="Logistics between Siberia and the Fergana Valley"), "Ergeshov"),
    )),
)  # fmt: skip


def _import_participants(planner: Planner, known: Known, event: int) -> None:
    """Import the list; whoever is not in the registers yet is invented, like the list."""
    table = importing.read_table(resources() / "sample" / "conference-participants.csv")
    mapping = planner.read(importing.match_columns, table, ("ru", "en"))
    prepared = planner.read(importing.prepare, event, table, mapping, side=Side.GUEST, language="ru")
    importing.apply(planner, prepared)
    for row in planner.read(delegation_queries.delegations, event):
        for member in row.members:
            if member.who is not None and member.who.id not in known.people.values():
                planner.execute(people.edit_person, member.who.id, invented=True)


DEGREES = {
    "Fedorov": text(ru="доктор технических наук", en="Doctor of Engineering"),
    "Sydykova": text(ru="кандидат педагогических наук", en="Candidate of Education"),
}
"""The academic degrees of some invented people, by their English surnames."""


def _degrees(planner: Planner, event: int) -> None:
    for row in planner.read(delegation_queries.delegations, event):
        for member in row.members:
            surname = member.names["en"].surname if "en" in member.names else ""
            for language, wording in DEGREES.get(surname, EMPTY).wordings.items():
                planner.execute(
                    texts.write_text, "person", member.who.id if member.who else 0, "degree", language=language,
                    words=wording.text,
                )  # fmt: skip


def _places_by_surname(planner: Planner, event: int) -> dict[str, int]:
    rows = planner.read(delegation_queries.delegations, event)
    return {member.names["en"].surname: member.id for row in rows for member in row.members if "en" in member.names}


def _programme(write: Writer, places: dict[str, int]) -> None:
    everybody = [{"side": "host"}, {"side": "guest"}, {"side": "invited"}]
    write.item(FIRST, "09:00-10:00", text(ru="Регистрация участников", en="Registration"), at="campus", kind="other")
    plenary = write.item(
        FIRST, "10:00-11:30", text(ru="Пленарное заседание", en="Plenary session", ky="Пленардык жыйын"), at="assembly", kind="plenary", principal=True,
        people=[*everybody, {"participation_id": places["Fedorov"], "role": "moderator"}],
    )  # fmt: skip
    for time, title, speaker in (
        ("10:00-10:15", text(ru="Открытие конференции", en="Opening of the conference", ky="Ачылышы"), "Loginov"),
        (
            "10:15-10:45",
            text(ru="Побратимские связи городов: планы и опыт", en="Sister cities: plans and experience"),
            "Imanaliev",
        ),
        ("10:45-11:15", text(ru="Университет и город", en="The university and the city"), "Fedorov"),
    ):
        write.item(
            FIRST,
            time,
            title,
            parent=plenary,
            kind="talk",
            people=[{"participation_id": places[speaker], "role": "speaker"}],
        )
    write.item(FIRST, "11:30-12:00", text(ru="Кофе-брейк", en="Coffee break", ky="Тыныгуу"), at="campus", kind="break")
    for section in SECTIONS:
        _section(write, section, places)
    write.item(FIRST, "13:30-14:30", text(ru="Обед", en="Lunch"), at="campus", kind="meal", people=everybody)
    write.item(
        SECOND,
        "10:00-11:00",
        text(ru="Обсуждение итогов секций", en="Discussion of the sections’ results", ky="Талкуу"),
        at="assembly",
        kind="plenary",
        people=everybody,
    )
    write.item(
        SECOND,
        "11:00-11:30",
        text(
            ru="Принятие резолюции, закрытие конференции",
            en="Adoption of the resolution, closing of the conference",
            ky="Жабылышы",
        ),
        at="assembly",
        kind="ceremony",
        people=everybody,
    )


def _section_tracks(planner: Planner, event: int) -> list[int]:
    return [track.id for track in planner.read(programme, event).tracks]


def _section(write: Writer, section: Section, places: dict[str, int]) -> None:
    do = write.planner.execute
    track = int(do(agenda.add_track, write.event_id, section.name).result)
    for surname in (section.moderator, *(talk.speaker for talk in section.talks), *section.also):
        do(tracks.add_track_member, track, participation_id=places[surname])
    session = write.item(
        FIRST, "12:00-13:30", section.title, at=section.room, kind="session", tracks=[track],
        people=[
            {"participation_id": places[surname], "role": role}
            for surname, role in ((section.moderator, "moderator"), (section.co_moderator, "co-moderator"))
            if surname
        ],
    )  # fmt: skip
    start = 12 * 60
    for talk in section.talks:
        time = f"{start // 60:02}:{start % 60:02}-{(start + 25) // 60:02}:{(start + 25) % 60:02}"
        write.item(
            FIRST,
            time,
            talk.title,
            parent=session,
            kind="talk",
            people=[{"participation_id": places[talk.speaker], "role": "speaker"}],
            form=talk.form,
            slides=talk.slides,
        )
        start += 25
