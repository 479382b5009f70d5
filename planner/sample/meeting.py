"""The working meeting of 10 April 2024, as the city's own report tells it, with its slips.

The report congratulates on Eid al-Adha; that day was Eid al-Fitr (handbook 0). The table flag is of the
edition that ended in December 2023. Both are recorded as facts, for the checks to find.
"""

from __future__ import annotations

from datetime import date

from planner.app import Planner
from planner.operations import delegations, events
from planner.rules.kinds import Side
from planner.rules.text import text
from planner.sample.parts import Writer, delegation_of, furnish, members
from planner.sample.registers import Known

DAY = date(2024, 4, 10)


def build(planner: Planner, known: Known) -> int:
    """Build the meeting; return its event's id."""
    event = planner.execute(
        events.add_event, "meeting",
        text(ru="Рабочая встреча с руководителем канцелярии Посольства Киргизской Республики", en="Working Meeting with the Head of the Office of the Embassy of the Kyrgyz Republic"),
        short_title=text(ru="Рабочая встреча, канцелярия Посольства", en="Embassy Office, working meeting", ky="Жолугушуу"),
        place=text(ru="Администрация города Красноярска", en="Krasnoyarsk City Administration"),
        from_day=DAY, to_day=DAY, languages=["ru", "en"], host_languages=["ru"], guest_languages=["en"],
        host_zone="Asia/Krasnoyarsk", guest_zone="Asia/Bishkek", state="over",
    ).result  # fmt: skip
    guests, hosts = delegation_of(planner, event, Side.GUEST), delegation_of(planner, event, Side.HOST)
    furnish(
        planner,
        guests,
        organisation_id=known.organisations["embassy-office"],
        heading=text(ru="С киргизской стороны", en="From the Kyrgyz side", ky="Кыргыз тараптан"),
    )
    furnish(
        planner,
        hosts,
        organisation_id=known.organisations["city"],
        heading=text(ru="С российской стороны", en="From the Russian side"),
    )
    members(planner, known, guests, [("kabaev", "head", "attended")])
    members(planner, known, hosts, [("loginov", "head", "attended")])
    for post in UNNAMED:
        planner.execute(delegations.add_member, hosts, post_title=post, state="attended")
    invited = planner.execute(
        delegations.add_delegation, event, "invited", heading=text(ru="Приглашённые", en="Invited", ky="Чакырылгандар")
    ).result
    members(planner, known, invited, [("bataeva", "member", "attended")])
    _agenda(Writer(planner, known, event))
    _papers(planner, event)
    planner.execute(
        events.add_greeting,
        event,
        "eid_al_adha",
        day=DAY,
        country="KG",
        words=text(en="Congratulations on Eid al-Adha", ru="Поздравление с праздником Курбан-байрам"),
    )
    planner.execute(events.put_out_flag, event, known.old_flag)
    planner.execute(events.add_event_agreement, event, known.memorandum)
    return int(event)


UNNAMED = (
    text(ru="руководитель главного управления образования администрации города", en="Head of the Main Department of Education, City Administration"),
    text(ru="руководитель департамента экономической политики администрации города", en="Head of the Department of Economic Policy, City Administration"),
    text(ru="руководитель главного управления культуры администрации города", en="Head of the Main Department of Culture, City Administration"),
)  # fmt: skip
"""The report does not name the heads of departments: their names are to be confirmed."""

TOPICS = (
    (text(ru="Вступительное слово Главы города", en="Opening remarks by the Mayor", ky="Кириш сөз"), 5),
    (text(ru="Ответное слово руководителя канцелярии Посольства", en="Reply by the Head of the Embassy Office", ky="Жооп сөз"), 5),
    (text(ru="Предстоящий визит делегации мэрии города Джалал-Абада", en="Coming visit of the delegation of the Jalal-Abad Mayor’s Office"), 15),
    (text(ru="XI Российско-Киргизская межрегиональная конференция", en="XI Russian–Kyrgyz Interregional Conference"), 15),
    (text(ru="Меморандум о побратимских связях", en="Sister City Memorandum", ky="Боордоштук меморандуму"), 10),
    (text(ru="Участие юных робототехников из Бишкека в чемпионате «Красноярск 5.0»", en="Young roboticists from Bishkek at the “Krasnoyarsk 5.0” championship"), 5),
    (text(ru="Обмен сувенирами, общее фото", en="Exchange of souvenirs, group photograph", ky="Белектер, жалпы сүрөт"), 5),
)  # fmt: skip


def _agenda(write: Writer) -> None:
    meeting = write.item(
        DAY, "10:00-11:00", text(ru="Рабочая встреча", en="Working meeting", ky="Жолугушуу"), at="small-hall",
        kind="meeting", hard=True, people=[{"side": "guest"}, {"side": "host"}, {"side": "invited"}],
    )  # fmt: skip
    for title, minutes in TOPICS:
        write.item(None, "", title, parent=meeting, kind="topic", minutes=minutes)
        if minutes > 10:
            write.planner.execute(events.add_topic, write.event_id, title)


def _papers(planner: Planner, event: int) -> None:
    planner.execute(
        events.set_heading,
        event,
        "participants",
        title=text(ru="Список участников рабочей встречи", en="List of Participants of the Working Meeting"),
    )
    planner.execute(
        events.set_heading,
        event,
        "agenda",
        title=text(ru="Повестка дня рабочей встречи", en="Agenda of the Working Meeting"),
    )
