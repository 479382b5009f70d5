"""Papers in pairs of languages with names of all scripts in them, for tests and for looking at."""

from __future__ import annotations

from planner.documents import participants, programme
from planner.documents.content import Content
from planner.documents.data import EventData, HeadingData, ParticipantsData, PlaceData, ProgrammeData
from planner.documents.person_data import NameData, PersonData
from planner.rules.kinds import Capacity, Role, Side
from planner.rules.text import EMPTY, Text, Wording
from tests.documents.events import delegation, event, item, member, takes

PAIRS = [
    ("ru", "en"),
    ("ru", "ky"),
    ("ru", "zh-Hans"),
    ("ru", "ar"),
    ("ar", "ru"),
    ("en", "hi"),
    ("ka", "hy"),
    ("he", "en"),
    ("ru", "ja"),
]

TITLE = {
    "ru": "Визит делегации 李明 и محمد в город Красноярск",
    "en": "Visit of the delegation of 李明 and محمد to Krasnoyarsk",
    "ky": "Өкмөттүк делегациянын Жалал-Абад шаарына сапары",
    "zh-Hans": "吉尔吉斯共和国（玛纳斯市）代表团访问克拉斯诺亚尔斯克市，2024年5月",
    "ja": "クラスノヤルスク市への代表団訪問日程（2024年5月）",
    "ar": "زيارة وفد مدينة دبي إلى كراسنويارسك",
    "he": "ביקור המשלחת בעיר קרסנויארסק",
    "hi": "क्रास्नोयार्स्क नगर में प्रतिनिधिमंडल की यात्रा",
    "ka": "დელეგაციის ვიზიტი კრასნოიარსკში",
    "hy": "Պատվիրակության այցը Կրասնոյարսկ քաղաք",
}
NAMES = {
    "ru": [("Ли", "Мин"), ("Аль-Мактум", "Мухаммед"), ("Şahin", "Öykü"), ("Ñandú", "José")],
    "en": [("李", "明"), ("محمد", "راشد"), ("Şahin", "Öykü"), ("Παπαδόπουλος", "Γιώργος")],
    "ky": [("Жээнбекова", "Айгүл"), ("Өмүрбеков", "Ыңтымак"), ("Ли", "Мин"), ("Қасым", "Әлия")],
    "zh-Hans": [("李", "明"), ("穆罕默德", "راشد"), ("齋藤", "太郎"), ("Иванов", "Иван")],
    "ja": [("山田", "太郎"), ("齋藤", "花子"), ("李", "明"), ("Иванов", "Иван")],
    "ar": [("آل مكتوم", "محمد"), ("راشد", "خالد"), ("李", "明"), ("Иванов", "Иван")],
    "he": [("כהן", "אברהם"), ("לוי", "שרה"), ("李", "明"), ("Smith", "John")],
    "hi": [("शर्मा", "राजेश कुमार"), ("सिंह", "प्रीति"), ("李", "明"), ("محمد", "راشد")],
    "ka": [("ბერიძე", "გიორგი"), ("კაპანაძე", "ნინო"), ("李", "明"), ("محمد", "راشد")],
    "hy": [("Պետրոսյան", "Հայկ"), ("Սարգսյան", "Անի"), ("李", "明"), ("محمد", "راشد")],
}
POST = {
    "ru": "первый заместитель министра иностранных дел (по делам Азии)",
    "en": "First Deputy Minister of Foreign Affairs (Asia)",
    "ky": "Тышкы иштер министринин биринчи орун басары (Азия)",
    "zh-Hans": "外交部第一副部长，负责亚洲事务（包括中亚、东亚及南亚地区）；“特命全权大使”。",
    "ja": "外務省欧州局ロシア課長、東京大学名誉教授、ちょっとした「特命全権大使」。",
    "ar": "النائب الأول لوزير الخارجية لشؤون آسيا وأوروبا والعلاقات الدولية",
    "he": "סגן ראשון לשר החוץ לענייני אסיה ואירופה",
    "hi": "विदेश मंत्रालय के प्रथम उप मंत्री, एशिया एवं यूरोप मामले",
    "ka": "საგარეო საქმეთა მინისტრის პირველი მოადგილე (აზია)",
    "hy": "Արտաքին գործերի նախարարի առաջին տեղակալ (Ասիա)",
}


VENUE = {
    "ru": "Большой зал (3-й этаж), ул. Ленина, д. 5",
    "en": "Grand Hall (3rd floor), 5 Lenin Street",
    "ky": "Чоң зал (3-кабат)",
    "zh-Hans": "大会议厅（三层），列宁街5号",
    "ja": "大ホール（3階）、レーニン通り5番地",
    "ar": "القاعة الكبرى، الطابق الثالث",
    "he": "האולם הגדול, קומה שלישית",
    "hi": "मुख्य सभागार, तीसरी मंज़िल",
    "ka": "დიდი დარბაზი, მესამე სართული",
    "hy": "Մեծ դահլիճ, երրորդ հարկ",
}


def text_in(wordings: dict[str, str], languages: tuple[str, ...]) -> Text:
    """These languages of a wording."""
    return Text({language: Wording(wordings[language]) for language in languages})


def event_in(languages: tuple[str, ...]) -> EventData:
    """A visit in these languages."""
    title = text_in(TITLE, languages)
    return event(title=title, place=EMPTY, languages=languages, host_languages=languages[:1], office=title)


def people_in(languages: tuple[str, ...]) -> list[PersonData]:
    """Four people named in these languages, some in another script than the column's."""
    position = text_in(POST, languages)
    return [
        PersonData({language: NameData(*NAMES[language][number]) for language in languages}, position)
        for number in range(4)
    ]


def list_in(languages: tuple[str, ...]) -> Content:
    """A list of participants in these languages."""
    people = people_in(languages)
    sides = (Side.GUEST, people[:3]), (Side.HOST, people[3:])
    delegations = tuple(
        delegation(side, *(member(Capacity.MEMBER, person) for person in members)) for side, members in sides
    )
    data = ParticipantsData(event_in(languages), HeadingData(), delegations)
    return participants.compose(data, languages=languages)


def programme_in(languages: tuple[str, ...]) -> Content:
    """A programme in these languages, with a parallel item and people in a line of text."""
    title, venue, post = (text_in(wordings, languages) for wordings in (TITLE, VENUE, POST))
    parts = tuple(takes(Role.TAKES_PART, person) for person in people_in(languages))
    items = (
        item(title, 600, 690, place=PlaceData(venue=venue), principal=True, people=parts),
        item(post, 630, 690, note=venue),
        item(venue, 780),
    )
    data = ProgrammeData(event_in(languages), HeadingData(), items)
    return programme.compose(data, languages=languages, show_people=True, changed=(items[0].id,))
