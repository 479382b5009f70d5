"""Countries by the names people write: short, official, in several languages, or as a code."""

from __future__ import annotations

from functools import cache, lru_cache

from babel.core import Locale, get_global

from planner.language.search import fold
from planner.rules.text import Language

LANGUAGES: tuple[Language, ...] = ("en", "ru", "ky", "kk", "fr", "es", "de", "tr", "zh", "uz", "mn")

_OTHER_NAMES = {
    "AE": "uae, united arab emirates, оаэ",
    "BA": "bosnia and herzegovina",
    "BN": "brunei darussalam",
    "BO": "plurinational state of bolivia, bolivia plurinational state of",
    "BY": "republic of belarus, республика беларусь, белоруссия",
    "CD": "democratic republic of the congo, zaire",
    "CI": "cote d'ivoire, ivory coast",
    "CN": "people's republic of china, prc, китайская народная республика, кнр, кытай эл республикасы",
    "CZ": "czech republic, чешская республика",
    "DE": "federal republic of germany, фрг, федеративная республика германия",
    "FM": "federated states of micronesia, micronesia federated states of",
    "GB": "uk, great britain, england, united kingdom of great britain and northern ireland, великобритания, англия, "
    "соединенное королевство, соединенное королевство великобритании и северной ирландии",
    "IR": "iran, iran islamic republic of, islamic republic of iran, исламская республика иран",
    "KG": "kyrgyz republic, kyrgyzstan, kirghizia, киргизия, кыргызстан, киргизская республика, "
    "кыргызская республика, кыргыз республикасы",
    "KP": "dprk, democratic people's republic of korea, кндр",
    "KR": "republic of korea, korea, республика корея, корея, корея республикасы",
    "KZ": "republic of kazakhstan, республика казахстан, казакстан республикасы",
    "LA": "lao people's democratic republic, lao pdr, laos",
    "MD": "republic of moldova, moldova republic of, молдова, республика молдова",
    "MK": "macedonia",
    "MN": "монголия, mongolian people's republic",
    "NL": "holland, the netherlands, голландия",
    "RU": "russian federation, российская федерация, рф, россия федерациясы",
    "SY": "syrian arab republic, сирийская арабская республика",
    "TJ": "republic of tajikistan, республика таджикистан, тажикстан республикасы",
    "TM": "туркмения",
    "TR": "turkey, republic of turkey, republic of turkiye, турецкая республика",
    "TZ": "united republic of tanzania, tanzania united republic of",
    "US": "usa, u.s.a., u.s., united states, united states of america, сша, соединенные штаты америки, "
    "соединенные штаты, акш",
    "UZ": "republic of uzbekistan, республика узбекистан, өзбекстан республикасы",
    "VA": "holy see",
    "VE": "venezuela bolivarian republic of, bolivarian republic of venezuela",
    "VN": "viet nam, socialist republic of viet nam",
}


@lru_cache(4096)
def country_code(text: str) -> str:
    """Return the ISO 3166 alpha-2 code of a country by its name or code, or "" where it names none."""
    word = " ".join(text.split())
    if len(word) in {2, 3} and word.isascii() and word.isupper():
        return _by_code(word) or _by_name().get(fold(word), "")
    found = _by_name().get(_plain(word), "")
    if not found and ("republic of " in word.casefold() or "республика " in word.casefold()):
        found = _by_name().get(_plain(word).removeprefix("republic of ").removeprefix("республика "), "")
    return found


_SIGNS = str.maketrans({".": "", ",": " ", "(": " ", ")": " ", "&": " and "})


def _plain(name: str) -> str:
    return fold(name.translate(_SIGNS)).removeprefix("the ")


def _by_code(code: str) -> str:
    if code in _codes():
        return code
    # CLDR files three-letter and retired codes under the codes that took their place
    replaced = get_global("territory_aliases").get(code, ())
    return next((new for new in replaced if new in _codes()), "") if len(replaced) == 1 else ""


@cache
def _codes() -> frozenset[str]:
    """Return the codes of countries, without CLDR's continents and its invented regions."""
    invented = {"EU", "EZ", "UN", "ZZ", "XA", "XB", "QO"}
    codes = map(str, Locale.parse("en").territories)
    return frozenset(code for code in codes if len(code) == 2 and code.isalpha()) - invented


@cache
def _by_name() -> dict[str, str]:
    names: dict[str, str] = {}
    for language in LANGUAGES:
        for code, name in Locale.parse(language).territories.items():
            if code in _codes():
                names.setdefault(_plain(name), code)
    for code, others in _OTHER_NAMES.items():
        names.update({_plain(name): code for name in others.split(",")})
    return names
