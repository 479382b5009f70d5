"""What columns of lists of people are called in English, Russian and Kyrgyz, as such lists really name them."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from planner.rules.person_record import LANGUAGE_FIELDS, PersonField
from planner.rules.text import Language

F = PersonField

_WORDS: dict[PersonField, dict[Language, str]] = {
    F.SURNAME: {
        "en": "surname, last name, lastname, family name, familyname, second name, last, family",
        "ru": "фамилия, фамилии, фамилия участника, фам",
        "ky": "фамилиясы, фамилия, теги, тек",
    },
    F.GIVEN: {
        "en": "given name, given names, givenname, first name, firstname, forename, forenames, first, given, "
        "first names, first and middle name, first and middle names, given name s, first name s, "
        "first name and patronymic",
        "ru": "имя, имена, имя участника, имя отчество, имя и отчество",
        "ky": "аты, ысымы, ысым",
    },
    F.PATRONYMIC: {
        "en": "patronymic, patronymic name, middle name, middlename, middle, fathers name, father s name, father name",
        "ru": "отчество, отчество при наличии",
        "ky": "атасынын аты, атасы",
    },
    F.FULL_NAME: {
        "en": "full name, fullname, name, names, person name, personname, person, participant, participants, "
        "participant name, name of participant, names of participants, delegate, delegate name, name of delegate, "
        "attendee, attendee name, name and surname, name surname, surname name, surname and name, first and last name, "
        "name in full, guest, guest name, speaker, speaker name, contact name, display name, surname given name, "
        "surname and given name, surname and first name, surname first name, name last name, name of person, "
        "member name",
        "ru": "фио, ф и о, ф и о участника, фио участника, фио полностью, ф и о полностью, фамилия имя отчество, "
        "фамилия имя, имя фамилия, фамилия и имя, имя и фамилия, имя отчество фамилия, участник, участники, "
        "участник встречи, полное имя, фамилия имя отчество участника, фамилия имя и отчество, гость, гости, "
        "член делегации фио, делегат, фамилия имя отчество при наличии, фамилия инициалы, фамилия и инициалы, спикер, "
        "докладчик, состав делегации, имя и отчество фамилия, приглашенный, приглашенные",
        "ky": "аты жөнү, аты жону, толук аты, толук аты жөнү, катышуучу, катышуучулар, катышуучунун аты жөнү, "
        "фамилиясы аты атасынын аты, фамилиясы аты, аты фамилиясы, коноктун аты жөнү, фаа, ф а а",
    },
    F.HONORIFIC: {
        "en": "honorific, title mr ms, mr ms, mr mrs ms, mr mrs, salutation, prefix, form of address, courtesy title, "
        "honorific title, name prefix",
        "ru": "обращение, форма обращения, титул, господин госпожа, г н г жа",
        "ky": "кайрылуу, мырза айым",
    },
    F.POSITION: {
        "en": "position, post, job title, jobtitle, job, title, occupation, function, functional title, "
        "official title, designation, role in organisation, role in organization, position held, position title, "
        "official position, current position, job position, rank and title, title position, position and title",
        "ru": "должность, занимаемая должность, должности, должность участника, пост, должность полностью, "
        "официальная должность, должность звание, должность и звание, должность ученая степень, "
        "должность титул, полное наименование должности, наименование должности, работа должность",
        "ky": "кызматы, кызмат, кызмат орду, кызматынын аталышы, ээлеген кызматы, иштеген кызматы",
    },
    F.DIVISION: {
        "en": "division, department, unit, section, branch, directorate, sub organisation, department unit, bureau",
        "ru": "подразделение, отдел, департамент, управление, структурное подразделение, кафедра, факультет, "
        "департамент отдел, отдел департамент, отдел управление",
        "ky": "бөлүм, бөлүмү, башкармалык, башкармалыгы, департаменти",
    },
    F.DEGREE: {
        "en": "degree, academic degree, scientific degree, highest degree, degree and title, academic title",
        "ru": "ученая степень, степень, научная степень, академическая степень, ученое звание, ученая степень звание, "
        "ученая степень ученое звание, ученая степень и звание, ученая степень и ученое звание, ученые степени",
        "ky": "илимий даражасы, илимий даража, окумуштуулук даражасы",
    },
    F.ORGANISATION: {
        "en": "organisation, organization, organisation name, organization name, name of organisation, "
        "name of organization, affiliation, affiliations, company, company name, institution, institute, employer, "
        "agency, ministry, ministry agency, place of work, workplace, work place, entity, enterprise, university, "
        "institution organisation, institution organization, organisation institution, organization institution, "
        "company organisation, company organization, organisation company, organization company",
        "ru": "организация, наименование организации, название организации, место работы, учреждение, предприятие, "
        "компания, ведомство, орган, орган власти, министерство, министерство ведомство, орган организация, "
        "ведомство организация, организация учреждение, работодатель, вуз, университет, название компании, "
        "организация компания, компания организация, наименование учреждения, полное наименование организации, фирма",
        "ky": "уюм, уюму, уюмдун аталышы, мекеме, мекемеси, мекеменин аталышы, иштеген жери, иш орду, ишкана, "
        "министрлик, ведомство",
    },
    F.DELEGATION: {
        "en": "delegation, delegations, delegation name, name of delegation, country delegation, "
        "country or organisation, country or organization, country organisation, country organization, side, "
        "delegation country, state party, group delegation, member state, represented country",
        "ru": "делегация, делегации, название делегации, наименование делегации, состав какой делегации, сторона, "
        "страна организация, страна или организация, делегация страна",
        "ky": "делегация, делегациясы, делегациянын аталышы, тарап, тарабы",
    },
    F.COUNTRY: {
        "en": "country, country name, state, nation, nationality, citizenship, country code, iso, iso code, iso2, "
        "iso3, delegation iso, country iso, iso country, iso alpha 2, iso alpha 3, country iso code, "
        "country of origin, country of citizenship, home country",
        "ru": "страна, государство, гражданство, код страны, страна гражданства, страна участника, республика страна, "
        "страна проживания",
        "ky": "өлкө, өлкөсү, мамлекет, мамлекети, жарандыгы",
    },
    F.CAPACITY: {
        "en": "capacity, role, status, delegation role, role in delegation, function in delegation, "
        "position in delegation, status in delegation, participant type, type of participant, category, "
        "participation status, participant status, role in the delegation, attendee type, participant category",
        "ru": "роль, статус, статус участника, роль в делегации, статус в делегации, функция в делегации, категория, "
        "категория участника, качество, в качестве, тип участника, положение в делегации, должность в делегации",
        "ky": "ролу, статусу, макамы, делегациядагы ролу, делегациядагы орду, катышуучунун макамы",
    },
    F.RANK: {
        "en": "rank, rank level, level, diplomatic rank, protocol rank, grade, protocol level, seniority",
        "ru": "ранг, уровень, дипломатический ранг, протокольный ранг, классный чин, чин, старшинство",
        "ky": "даражасы, деңгээли, дипломатиялык даражасы",
    },
    F.LANGUAGES: {
        "en": "languages, language, languages spoken, spoken languages, working language, working languages, "
        "language s, language skills, speaks",
        "ru": "языки, язык, владение языками, рабочий язык, рабочие языки, язык общения, знание языков, "
        "какими языками владеет",
        "ky": "тилдер, тил, тили, билген тилдери, тилдери, жумушчу тили",
    },
    F.EMAIL: {
        "en": "email, e mail, mail, email address, e mail address, contact email, electronic mail, work email",
        "ru": "электронная почта, эл почта, почта, адрес электронной почты, эл адрес, электронный адрес, емейл, имейл",
        "ky": "электрондук почта, электрондук дареги, почтасы",
    },
    F.PHONE: {
        "en": "phone, telephone, tel, mobile, cell, cell phone, mobile phone, phone number, telephone number, "
        "contact phone, contact phone number, mobile number, contact number, phone mobile, work phone, "
        "contacts, whatsapp",
        "ru": "телефон, тел, мобильный, мобильный телефон, номер телефона, контактный телефон, сотовый, "
        "сотовый телефон, телефоны, контакты, контактные данные, контактный номер, моб тел, моб телефон",
        "ky": "телефону, телефон номери, байланыш телефону, байланыш, мобилдик телефону",
    },
    F.PASSPORT: {
        "en": "passport, passport no, passport number, passport n, id number, document number, travel document, "
        "passport details, passport data, id document, passport series and number",
        "ru": "паспорт, номер паспорта, паспортные данные, серия и номер паспорта, данные паспорта, загранпаспорт, "
        "номер документа, паспорт номер, серия номер паспорта, документ, номер загранпаспорта, no паспорта",
        "ky": "паспорту, паспорттун номери, паспорттук маалыматы",
    },
    F.BIRTH_DATE: {
        "en": "birth date, date of birth, birthdate, birthday, dob, born, d o b",
        "ru": "дата рождения, день рождения, год рождения, число месяц год рождения, др, д р, родился",
        "ky": "туулган күнү, туулган жылы, туулган датасы",
    },
    F.DIET: {
        "en": "diet, dietary requirements, dietary restrictions, food, meal, meal preference, food restrictions, "
        "dietary needs, special diet, dietary, food preferences, menu, dietary requirement, food allergies, allergies",
        "ru": "диета, питание, ограничения в питании, особенности питания, пищевые ограничения, меню, аллергия, "
        "предпочтения в еде, предпочтения в питании, ограничения по питанию, аллергии",
        "ky": "тамак аш, тамактануу, диетасы, тамак",
    },
    F.NOTE: {
        "en": "note, notes, remark, remarks, comment, comments, additional information, other information",
        "ru": "примечание, примечания, комментарий, комментарии, заметки, заметка, дополнительно, прим, "
        "дополнительная информация, дополнительные сведения",
        "ky": "эскертүү, эскертме, кошумча, түшүндүрмө",
    },
    F.NUMBER: {
        "en": "no, number, n, nr, num, order, s n, sn, sl no, sr no, serial number, item, order number, own order",
        "ru": "no п п, п п, номер, порядковый номер, n п п, п н, номер по порядку, порядок, nпп, нпп",
        "ky": "катар саны, катар номери, к с, номери, т н",
    },
}

_LANGUAGE_WORDS: dict[Language, str] = {
    "en": "en, eng, english, in english, англ, английский, на английском, на английском языке, по английски, "
    "англисче, англис тилинде, латиница, латиницей, латинскими буквами, latin, in latin, in latin letters",
    "ru": "ru, rus, russian, in russian, рус, русский, на русском, на русском языке, по русски, орусча, орус тилинде, "
    "кириллица, кириллицей",
    "ky": "ky, kg, kyr, kyrgyz, in kyrgyz, кырг, кырг яз, кыргызский, киргизский, на кыргызском, на кыргызском языке, "
    "на киргизском, на киргизском языке, кыргызча, кыргыз тилинде",
    "kk": "kk, kaz, kazakh, in kazakh, каз, казахский, на казахском, на казахском языке, казакша, қазақша",
    "zh": "zh, cn, chinese, in chinese, кит, китайский, на китайском, на китайском языке, 中文",
    "fr": "fr, fre, french, in french, фр, французский, на французском, на французском языке",
    "de": "de, ger, german, in german, нем, немецкий, на немецком, на немецком языке",
    "tr": "tr, tur, turkish, in turkish, турецкий, на турецком, на турецком языке",
    "mn": "mn, mongolian, in mongolian, монгольский, на монгольском, на монгольском языке",
    "uz": "uz, uzbek, in uzbek, узбекский, на узбекском, на узбекском языке",
}

IGNORED = frozenset({"line", "reason", "строка", "причина", "сап", "себеби"})
"""Columns that our own file of rejected lines adds."""


class HeaderWord(NamedTuple):
    """What a header names: the field, the languages it is worded in, and the language it says its cells are in."""

    field: PersonField
    worded_in: frozenset[Language]
    says: Language | None = None


def plain(header: str) -> str:
    """Return a header as lower-case words: no marks, no ё, "JobTitle" and "job_title" both as "job title"."""
    text = unicodedata.normalize("NFC", header).replace("№", " no ")
    text = re.sub(r"(?<=[a-zа-яё])(?=[A-ZА-ЯЁ])", " ", text)
    return " ".join(re.findall(r"[^\W_]+", text.casefold().replace("ё", "е")))


def _listed(words: str) -> list[str]:
    return [plain(word) for word in words.split(",")]


_BY_WORD: dict[str, tuple[PersonField, frozenset[Language]]] = {}
for _field, _languages in _WORDS.items():
    for _language, _words in _languages.items():
        for _word in _listed(_words):
            _known = _BY_WORD.get(_word, (_field, frozenset[Language]()))
            _BY_WORD[_word] = (_known[0], _known[1] | {_language})

_LANGUAGE_BY_WORD = {word: language for language, words in _LANGUAGE_WORDS.items() for word in _listed(words)}
_STEMS: tuple[tuple[str, PersonField, Language], ...] = (
    ("фамилия имя", F.FULL_NAME, "ru"),
    ("фио", F.FULL_NAME, "ru"),
    ("должност", F.POSITION, "ru"),
    ("наименование организац", F.ORGANISATION, "ru"),
    ("организаци", F.ORGANISATION, "ru"),
    ("дата рожден", F.BIRTH_DATE, "ru"),
    ("паспорт", F.PASSPORT, "ru"),
    ("телефон", F.PHONE, "ru"),
    ("примечан", F.NOTE, "ru"),
    ("full name", F.FULL_NAME, "en"),
    ("job title", F.POSITION, "en"),
    ("position", F.POSITION, "en"),
    ("organi", F.ORGANISATION, "en"),
    ("passport", F.PASSPORT, "en"),
    ("date of birth", F.BIRTH_DATE, "en"),
    ("email", F.EMAIL, "en"),
    ("dietary", F.DIET, "en"),
)


def known_header(header: str) -> HeaderWord | None:
    """Tell what a header names, or None: "Должность (EN)", "Surname / Фамилия", "Person_Name"."""
    halves = [half for half in re.split(r"[/\n|]| - | – ", header) if plain(half)]
    if len(halves) > 1 and _exact(plain(header)) is None:
        return _same_in_both(halves)
    return _one(plain(header))


def _same_in_both(halves: list[str]) -> HeaderWord | None:
    """Read a header worded twice: "Фамилия / Surname" says nothing of the language of its cells."""
    found = [_one(plain(half)) for half in halves]
    named = [word for word in found if word is not None]
    if not named or len({word.field for word in named}) > 1:
        return None
    worded = frozenset[Language]().union(*(word.worded_in for word in named))
    says = next((word.says for word in named if word.says), None)
    for half in halves:
        says = says or _LANGUAGE_BY_WORD.get(plain(half))
    return HeaderWord(named[0].field, worded, says)


def _one(words: str) -> HeaderWord | None:
    if words in IGNORED:
        return None
    if exact := _exact(words):
        return exact
    parts = words.split()
    for size in range(min(4, len(parts) - 1), 0, -1):
        for qualifier, rest in ((parts[-size:], parts[:-size]), (parts[:size], parts[size:])):
            language = _LANGUAGE_BY_WORD.get(" ".join(qualifier))
            if language and (word := _exact(" ".join(rest)) or _by_stem(" ".join(rest))):
                return word._replace(says=language if word.field in LANGUAGE_FIELDS else None)
    return _by_stem(words)


def _exact(words: str) -> HeaderWord | None:
    entry = _BY_WORD.get(words)
    return HeaderWord(*entry) if entry else None


def _by_stem(words: str) -> HeaderWord | None:
    for stem, field, language in _STEMS:
        if words.startswith(stem):
            return HeaderWord(field, frozenset({language}))
    return None
