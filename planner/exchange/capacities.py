"""Words for a person's place in a delegation and for the languages a person speaks, as lists write them."""

from __future__ import annotations

import re

from planner.exchange.header_words import plain
from planner.rules.kinds import Capacity
from planner.rules.text import Language

_CAPACITIES: dict[Capacity, str] = {
    Capacity.HEAD: "head, head of delegation, head of the delegation, hod, leader, leader of delegation, "
    "chief delegate, chair of delegation, chief of delegation, глава, глава делегации, руководитель, "
    "руководитель делегации, башчы, башчысы, делегация башчысы, делегациянын башчысы, "
    "chef de la delegation, chef de délégation, chef de la délégation, jefe de la delegación, jefe de delegación, "
    "jefe de la delegacion, delegationsleiter",
    Capacity.DEPUTY_HEAD: "deputy head, deputy head of delegation, deputy head of the delegation, alternate head, "
    "alternate head of delegation, deputy leader, vice head, co head, заместитель главы, заместитель главы делегации, "
    "зам главы делегации, зам главы, заместитель руководителя делегации, башчынын орун басары, "
    "делегация башчысынын орун басары, chef adjoint de la délégation",
    Capacity.MEMBER: "member, member of delegation, member of the delegation, delegate, participant, alternate, "
    "representative, expert, член делегации, член, участник, делегат, представитель, эксперт, мүчө, мүчөсү, "
    "делегация мүчөсү, делегациянын мүчөсү, катышуучу, эксперти",
    Capacity.ADVISER: "adviser, advisor, counsellor of delegation, советник делегации, советник, кеңешчи, кеңешчиси",
    Capacity.AIDE: "aide, accompanying person, accompanying, assistant, support staff, staff, secretary, spouse, "
    "accompanying persons, сопровождающее лицо, сопровождающий, сопровождающая, сопровождающие лица, помощник, "
    "ассистент, секретарь, супруга, супруг, коштоочу, коштоп жүрүүчү, жардамчы, жардамчысы",
    Capacity.INTERPRETER: "interpreter, translator, переводчик, переводчица, устный переводчик, котормочу, котормочусу",
    Capacity.PRESS: "press, media, journalist, photographer, cameraman, пресса, сми, журналист, фотограф, оператор, "
    "пресс служба, корреспондент, журналистка, басма сөз, маалымат кызматы, кабарчы, сүрөтчү",
    Capacity.SECURITY: "security, security officer, bodyguard, protection, охрана, безопасность, телохранитель, "
    "сотрудник охраны, служба безопасности, коопсуздук, коргоо, сакчы",
    Capacity.DRIVER: "driver, chauffeur, водитель, шофер, айдоочу",
}
_BY_WORD = {plain(word): capacity for capacity, words in _CAPACITIES.items() for word in words.split(",")}
_HEAD_IN_POST = re.compile(
    r"(?<!deputy )(?<!alternate )(?<!vice )(?<!заместитель )(?<!adjoint )\b(?:"
    r"head of (?:the )?delegation|leader of (?:the )?delegation|"
    r"глава делегации|руководитель делегации|делегация(?:нын)? башчысы|chef de (?:la )?d[ée]l[ée]gation|"
    r"jefe de (?:la )?delegaci[oó]n)\b(?! (?:adjoint|орун))",
    re.IGNORECASE,
)

_LANGUAGES: dict[Language, str] = {
    "ru": "russian, русский, орус, орусча, орус тили, russe, рус",
    "en": "english, английский, англис, англисче, англис тили, anglais, англ",
    "ky": "kyrgyz, kirghiz, кыргызский, киргизский, кыргыз, кыргызча, кыргыз тили, кырг",
    "kk": "kazakh, казахский, казак, казакча",
    "uz": "uzbek, узбекский, өзбек, өзбекче",
    "tg": "tajik, таджикский, тажик",
    "zh": "chinese, mandarin, китайский, кытай, кытайча, кит",
    "tr": "turkish, турецкий, түрк, түркчө",
    "de": "german, немецкий, немис, немисче, нем",
    "fr": "french, французский, француз, французча, фр, français",
    "es": "spanish, испанский, испан, español",
    "it": "italian, итальянский, италян",
    "ar": "arabic, арабский, араб",
    "fa": "persian, farsi, персидский, фарси",
    "ja": "japanese, японский, жапон",
    "ko": "korean, корейский, корей",
    "mn": "mongolian, монгольский, монгол",
    "uk": "ukrainian, украинский",
    "be": "belarusian, белорусский",
    "az": "azerbaijani, азербайджанский",
    "hy": "armenian, армянский",
    "ka": "georgian, грузинский",
    "pl": "polish, польский",
    "hi": "hindi, хинди",
}
_LANGUAGE_BY_WORD = {plain(word): tag for tag, words in _LANGUAGES.items() for word in (*words.split(","), tag)}
_NOT_A_LANGUAGE = frozenset("язык языки тили language languages и and жана".split())


def capacity_named(text: str) -> Capacity | None:
    """Tell the capacity a cell names, in English, Russian or Kyrgyz, or by its code; None where no word is known."""
    words = plain(text)
    return _BY_WORD.get(words) or next((c for c in Capacity if plain(c.value) == words), None)


def capacity_in_post(text: str) -> Capacity | None:
    """Tell the head of a delegation whose list says so only in the post: "Director, Head of the Delegation"."""
    return Capacity.HEAD if _HEAD_IN_POST.search(text) else None


def languages_named(text: str) -> tuple[tuple[Language, ...], tuple[str, ...]]:
    """Return the tags of the languages a cell lists, and the words that name none that is known."""
    tags: list[Language] = []
    unknown: list[str] = []
    for part in re.split(r"[,;/\n+]|\bи\b|\band\b|\bжана\b", text):
        words = " ".join(word for word in plain(part).split() if word not in _NOT_A_LANGUAGE)
        if tag := _LANGUAGE_BY_WORD.get(words):
            tags.append(tag)
        elif words:
            unknown.append(part.strip())
    return tuple(dict.fromkeys(tags)), tuple(unknown)
