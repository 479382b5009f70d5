"""What the meeting of 10 April 2024 came to, as far as it is known: its topics are the report's, the rest is marked.

Nobody's words are made up: where the report quotes nobody, the quotation says that it is a specimen.
"""

from __future__ import annotations

from datetime import date

from planner.app import Planner
from planner.operations import follow_up, invitations, run_sheet
from planner.queries.agenda import programme
from planner.queries.delegations import delegations
from planner.rules.kinds import ItemKind
from planner.rules.text import Text, text
from planner.sample.registers import Known


def build(planner: Planner, known: Known, event: int) -> None:
    """Write the record, the promises and the notes of the meeting."""
    plan = planner.read(programme, event)
    meeting = next(item.id for item in plan.items if item.kind is ItemKind.MEETING)
    topics = [item.id for item in plan.parts(meeting)]
    places = {member.who.id: member.id for row in planner.read(delegations, event) for member in row.members if member.who}
    host, guest = places[known.people["loginov"]], places[known.people["kabaev"]]
    third = places[known.people["bataeva"]]
    for at, kind, who, words in RECORD:
        by = {"host": host, "guest": guest, "": None}[who]
        planner.execute(follow_up.add_record, topics[at], kind, words, participation_id=by)
    for side, person, due, words in PROMISED:
        whose = {"side": side} if person is None else {"person_id": known.people[person]}
        planner.execute(follow_up.add_commitment, event, words, due=due, **whose)
    for paper, part, words in WRITTEN:
        planner.execute(follow_up.add_statement, paper, part, words, event_id=event)
    planner.execute(
        follow_up.add_statement, "press-note", "quote", SPECIMEN, event_id=event, person_id=known.people["loginov"]
    )
    for at, part, words in POINTS:
        planner.execute(follow_up.add_statement, "briefing", part, words, event_id=event, item_id=topics[at])
    for part, words in OF_KABAEV:
        planner.execute(follow_up.add_statement, "biography", part, words, person_id=known.people["kabaev"])
    for place in (guest, third):
        planner.execute(invitations.invite, meeting, place, state="accepted")
    planner.execute(run_sheet.note_times, meeting, start=10 * 60 + 2, end=11 * 60 + 5)


def run_the_visit(planner: Planner, event: int) -> None:
    """Write what the run sheet of the visit says of some items; hours and hands are invented, as all of that day."""
    for item in planner.read(programme, event).items:
        said = next((said for title, said in RUN.items() if item.title.get("en").startswith(title)), {})
        for field, words in said.items():
            planner.execute(run_sheet.write_run, item.id, field, words)


RECORD: tuple[tuple[int, str, str, Text], ...] = (
    (2, "heard", "guest", text(
        ru="О предстоящем визите делегации мэрии города Джалал-Абада во главе с первым заместителем мэра Кубанычбеком Иманалиевым: теплоснабжение, водоснабжение, дорожное движение.",
        en="On the coming visit of the delegation of the Jalal-Abad Mayor’s Office headed by First Deputy Mayor Kubanychbek Imanaliev: heating, water supply, traffic.",
    )),
    (2, "resolved", "", text(
        ru="Согласовать программу пребывания делегации. (Условно.)", en="To agree on the programme of stay of the delegation. (Invented.)",
    )),
    (3, "heard", "host", text(
        ru="О XI Российско-Киргизской межрегиональной конференции.", en="On the XI Russian–Kyrgyz Interregional Conference.",
    )),
    (3, "resolved", "", text(ru="Принять к сведению. (Условно.)", en="To take note. (Invented.)")),
    (4, "heard", "host", text(
        ru="О Меморандуме о побратимских связях между городами Красноярском и Джалал-Абадом.",
        en="On the Sister City Memorandum between Krasnoyarsk and Jalal-Abad.",
    )),
    (5, "spoke", "guest", text(
        ru="Об участии юных робототехников из Бишкека в чемпионате «Красноярск 5.0».",
        en="On the part young roboticists from Bishkek take in the “Krasnoyarsk 5.0” championship.",
    )),
)  # fmt: skip
PROMISED: tuple[tuple[str, str | None, date, Text], ...] = (
    ("host", None, date(2024, 4, 15), text(
        ru="Направить проект программы пребывания делегации (условно)", en="Send the draft programme of stay of the delegation (invented)",
    )),
    ("guest", "kabaev", date(2024, 4, 17), text(
        ru="Сообщить состав делегации и сведения о прилёте (условно)", en="Name the members of the delegation and their arrival (invented)",
    )),
)  # fmt: skip
SPECIMEN = text(
    ru="Здесь стоит цитата, которую согласовал говоривший (образец)",
    en="Here stand the words the speaker has agreed to (specimen)",
)
WRITTEN: tuple[tuple[str, str, Text], ...] = (
    ("minutes", "number", text(ru="1 (условно)", en="1 (invented)")),
    ("minutes", "secretary", text(ru="назначается", en="to be named")),
    ("press-note", "title", text(
        ru="Рабочая встреча в Администрации города Красноярска", en="Working meeting at Krasnoyarsk City Administration",
    )),
    ("press-note", "lead", text(
        ru="10 апреля 2024 года Глава города Красноярска Владислав Логинов провёл рабочую встречу с руководителем канцелярии Посольства Киргизской Республики Азаматом Кабаевым.",
        en="On 10 April 2024 Vladislav Loginov, Mayor of Krasnoyarsk, held a working meeting with Azamat Kabaev, Head of the Office of the Embassy of the Kyrgyz Republic.",
    )),
    ("press-note", "body", text(
        ru="Во встрече приняла участие председатель Красноярской местной общественной организации «Кыргызская национально-культурная автономия» Назгуль Батаева.",
        en="Nazgul Bataeva, Chairwoman of the Krasnoyarsk Local Public Organisation “Kyrgyz National-Cultural Autonomy”, took part in the meeting.",
    )),
    ("press-note", "body", text(
        ru="Речь шла о визите делегации мэрии города Джалал-Абада и о XI Российско-Киргизской межрегиональной конференции.",
        en="They spoke of the visit of a delegation of the Jalal-Abad Mayor’s Office and of the XI Russian–Kyrgyz Interregional Conference.",
    )),
    ("press-note", "contact", text(ru="Пресс-служба администрации города (условно)", en="Press office of the City Administration (invented)")),
    ("briefing", "purpose", text(
        ru="Подготовка визита делегации мэрии города Джалал-Абада в апреле 2024 года.",
        en="To prepare the visit of the delegation of the Jalal-Abad Mayor’s Office in April 2024.",
    )),
    ("briefing", "sensitive", text(
        ru="10 апреля 2024 года — Орозо айт (Ураза-байрам), нерабочий день в Кыргызстане. С Курбан-байрамом этот праздник не путать.",
        en="10 April 2024 is Orozo Ait (Eid al-Fitr), a non-working day in Kyrgyzstan. It is not to be mistaken for Eid al-Adha.",
    )),
    ("briefing", "do-dont", text(
        ru="Флаг Киргизской Республики изменён: с 26 декабря 2023 года лучи солнца прямые.",
        en="The flag of the Kyrgyz Republic has changed: since 26 December 2023 the rays of the sun are straight.",
    )),
    ("thank-you", "date", text(ru="11 апреля 2024 г.", en="11 April 2024")),
    ("thank-you", "body", text(
        ru="Благодарю Вас за участие в рабочей встрече 10 апреля 2024 года в Администрации города Красноярска.",
        en="Thank you for taking part in the working meeting of 10 April 2024 at Krasnoyarsk City Administration.",
    )),
    ("thank-you", "body", text(
        ru="Будем рады принять делегацию мэрии города Джалал-Абада.",
        en="We shall be glad to receive the delegation of the Jalal-Abad Mayor’s Office.",
    )),
    ("report", "results", text(
        ru="Обсуждены визит делегации мэрии города Джалал-Абада и XI Российско-Киргизская межрегиональная конференция.",
        en="The visit of the delegation of the Jalal-Abad Mayor’s Office and the XI Russian–Kyrgyz Interregional Conference were discussed.",
    )),
    ("report", "press", text(ru="Сообщение опубликовано 11 апреля 2024 года.", en="A note was published on 11 April 2024.")),
    ("report", "lessons", text(
        ru="В сообщении неверно назван праздник: 10 апреля 2024 года был Ураза-байрам, а не Курбан-байрам.",
        en="The note names the wrong feast: 10 April 2024 was Eid al-Fitr, not Eid al-Adha.",
    )),
    ("approval-sheet", "subject", text(ru="Повестка дня рабочей встречи", en="Agenda of the Working Meeting")),
    ("invitation", "reply", text(ru="Просим подтвердить участие (условно)", en="R.S.V.P. (invented)")),
)  # fmt: skip
POINTS: tuple[tuple[int, str, Text], ...] = (
    (2, "our-line", text(
        ru="Готовы принять делегацию и показать городское хозяйство. (Условно.)",
        en="We are ready to receive the delegation and to show it the city’s services. (Invented.)",
    )),
    (2, "ask", text(
        ru="Назвать состав делегации до середины апреля. (Условно.)", en="To name the delegation by the middle of April. (Invented.)",
    )),
    (4, "our-line", text(
        ru="В документах этого года город называется Джалал-Абадом.", en="In the papers of this year the city is called Jalal-Abad.",
    )),
)  # fmt: skip
OF_KABAEV: tuple[tuple[str, Text], ...] = (
    ("office", text(
        ru="Возглавляет канцелярию Посольства Киргизской Республики в Красноярске с ноября 2023 года.",
        en="Has headed the Krasnoyarsk Office of the Embassy of the Kyrgyz Republic since November 2023.",
    )),
)
RUN: dict[str, dict[str, str]] = {
    "Arrival": {
        "action": "Делегацию встречают у выхода, первым представляют главу делегации", "position": "зал прилёта, у выхода",
        "technician": "водитель подаёт автомобили по звонку",
    },
    "Meeting with": {
        "action": "Гости входят первыми, стороны занимают места одновременно", "cue": "все сели — начать",
        "text": "вступительное слово Главы города, ответное слово", "technician": "два микрофона на столе, вода, таблички",
        "position": "гости напротив входа", "met_by": "В. А. Логинов у входа в здание",
        "path": "парадный вход, лестница, малый зал", "microphone": "на гибкой стойке, по одному на двоих",
    },
    "Signing": {
        "action": "Стороны подписывают каждая свой экземпляр первым, помощники меняют папки", "cue": "объявление ведущего",
        "technician": "две ручки на подписанта, флаги проверены", "handed_over": "папка с меморандумом, 2 экз.",
        "assistants": "по одному с каждой стороны, за креслом подписанта",
    },
    "Concert": {"action": "Гостей провожают к местам за десять минут до начала", "position": "ряд 5"},
}  # fmt: skip
"""What the run sheet says of an item, by how its English title begins."""
