"""Days that matter: greetings, holidays, fasts, prayer, diets, gifts, anniversaries (W-41, W-49 to W-56, W-58).

Nothing about faith is inferred from a name or a country: only what somebody answered counts, and a country's calendar.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from planner.rules.calendar import (
    DayFact,
    DayKind,
    FeastDay,
    Meal,
    MealFact,
    TimedItem,
    friday_prayer,
    greeting_check,
    guest_days,
    host_days,
    lenten_meals,
    ramadan_meals,
    sabbath,
)
from planner.rules.checks.engine import Scope, asks, hints, rule, stops
from planner.rules.checks.facts import Facts, Greeting, Item
from planner.rules.checks.logistics_facts import Gift
from planner.rules.checks.mending import later, move
from planner.rules.checks.people_facts import Member
from planner.rules.checks.views import MEALS, REST, several, things, wall, when
from planner.rules.findings import Finding, Fix, Thing, mark
from planner.rules.gifts import TABOOS
from planner.rules.kinds import Capacity, ItemKind, Side
from planner.rules.said import Said
from planner.rules.times import clock

WRONG_FEAST = mark("{feast} is not on {day}: then it is {instead}. Congratulate on that.")
NO_FEAST_THEN = mark("{feast} is not on {day}; it is on {really}. Leave the greeting out, or move it.")
UNKNOWN_FEAST = mark("Nobody congratulates on {feast} on {day}. Leave the greeting out.")
SAY_INSTEAD = mark("Say {feast} instead")
HOST_HOLIDAY = mark("{day} is {feast} here. Ask who is on duty, and whether the venues are open.")
HOST_MOURNING = mark("{day} is a day of mourning here. Leave out music, toasts and receptions.")
HOST_WORKING = mark("{day} is a working day moved to a weekend: {feast}. Look at the hours of the venues.")
GUEST_HOLIDAY = mark("{day} is {feast} for the guests. Congratulate them, and ask whether they keep the day free.")
GUEST_MOURNING = mark("{day} is a day of mourning for the guests. Offer condolences; leave out music and toasts.")
MEAL_IN_FAST = mark("“{title}” is by day in Ramadan, and {who} fast. Serve it after sunset, at {sunset}.")
MEAL_IN_FAST_NO_SUN = mark("“{title}” is by day in Ramadan, and {who} fast. Serve it after sunset.")
ASK_ABOUT_FAST = mark("“{title}” is by day in Ramadan, which the guests’ calendar has. Ask whether anybody fasts.")
PRAYER = mark("{who} asked for Friday prayer: keep {start}–{end} free of “{title}”.")
SABBATH = mark("“{title}” is in the Sabbath, which the calendar of {who} keeps. Ask whether it suits.")
LENT = mark("“{title}” is in {feast}: {who} asked for lenten food. Tell the kitchen.")
DISH = mark("“{dish}” at “{title}” is not for {who}: {diet}. Offer something else.")
TABOO = mark("“{gift}” is no gift for {who}: {why}. Choose another.")
REPEATED = mark("{who} was given “{gift}” before. Choose another.")
TOO_DEAR = mark("“{gift}” for {who} is worth more than {most} {currency}. It must be handed in and registered.")
UNEQUAL = mark("Guests of one rank get gifts of unequal worth: {who}. Even them out.")
ANNIVERSARY = mark("{years} years of “{title}” on {day}. Propose a line in the speech.")
YEARS_IN_POST = mark("{years} years in the post “{title}” on {day}. Propose a line in the speech.")
PARTNERS_SINCE = mark("{years} years of partnership on {day}. Propose a line in the speech.")
NO_DRESS = mark("“{title}” is out of doors in the cold season, and nothing is said of clothes. Add what to wear.")
WARM = mark("Say: clothes for outdoors")

FORBIDS = {
    "halal": ("pork", "alcohol"), "no-pork": ("pork",), "no-alcohol": ("alcohol",), "kosher": ("pork", "shellfish"),
    "vegetarian": ("meat", "pork", "beef", "fish"), "vegan": ("meat", "pork", "beef", "fish", "dairy", "egg"),
    "no-beef": ("beef",), "gluten-free": ("gluten",), "lactose-free": ("lactose", "dairy"), "nuts": ("nuts",),
    "fish": ("fish", "shellfish"), "lent": ("meat", "pork", "beef", "dairy", "egg"),
}  # fmt: skip
"""What each diet excludes, in the marks of dishes (handbook 5.5)."""
ACROSS_BORDERS = frozenset({"antique"})
"""Gifts nobody from abroad can take home (handbook 5.5)."""
WHY = {
    "clock": mark("a clock means the end"), "blade": mark("a blade cuts the tie"),
    "antique": mark("antiques may not leave the country"), "alcohol": mark("it holds alcohol"),
    "pork": mark("it holds pork"),
    "even-flowers": mark("an even number of flowers is for mourning"),
    "white-flowers": mark("white flowers are for mourning"),
}  # fmt: skip
_COLD = frozenset({1, 2, 3, 11, 12})
_OUT = frozenset({ItemKind.SITE_VISIT, ItemKind.CULTURE, ItemKind.CEREMONY})


@rule("W-41", scope=Scope.EVENT, reads=("calendar",))
def wrong_feast(facts: Facts) -> Iterator[Finding]:
    """W-41: a greeting bound to a feast that is not on its day in that country."""
    for greeting in facts.event.greetings:
        found = greeting_check(greeting.feast, greeting.day, greeting.country, facts.calendar.days)
        if found is None:
            continue
        about, values = (Thing("event", facts.event.id),), {"feast": _feast(facts, greeting.feast, greeting.country)}
        if found.instead:
            said = _feast(facts, found.instead[0].feast, greeting.country)
            fixes = tuple(_greet(facts, greeting, one) for one in found.instead[:3])
            yield stops("W-41", about, WRONG_FEAST, fixes, **values, day=greeting.day, instead=said)
        elif found.really is not None:
            yield stops("W-41", about, NO_FEAST_THEN, **values, day=greeting.day, really=found.really.day)
        else:
            yield stops("W-41", about, UNKNOWN_FEAST, **values, day=greeting.day)


@rule("W-49", "W-50", scope=Scope.EVENT, reads=("calendar", "items"))
def holidays(facts: Facts) -> Iterator[Finding]:
    """W-49, W-50: days of the programme (of the event, where it has none yet) that are holidays or mourning."""
    days = {one.day for one in facts.items.values() if one.day is not None and one.span is not None}
    days = {day for day in days if facts.event.from_day <= day <= facts.event.to_day} or {facts.event.from_day}
    about = (Thing("event", facts.event.id),)
    calendar = facts.calendar
    for found in _each_once(host_days(sorted(days), calendar.days, calendar.host)):
        mourning, working = found.feast.kind is DayKind.MOURNING, found.feast.kind is DayKind.WORKING
        sentence = HOST_MOURNING if mourning else HOST_WORKING if working else HOST_HOLIDAY
        yield asks("W-49", about, sentence, day=found.day, feast=facts.said(found.feast.name))
    theirs = [country for country in calendar.guest if country not in calendar.host]
    for found in _each_once(guest_days(sorted(days), calendar.days, theirs)):
        sentence = GUEST_MOURNING if found.feast.kind is DayKind.MOURNING else GUEST_HOLIDAY
        yield asks("W-50", about, sentence, day=found.day, feast=facts.said(found.feast.name))


@rule("W-51", "W-54", scope=Scope.EVENT, reads=("calendar", "items", "members"))
def meals_in_fasts(facts: Facts) -> Iterator[Finding]:
    """W-51, W-54: meals by day in a fast somebody keeps, or may keep and was not asked."""
    fasts = [one for one in facts.calendar.days if one.kind is DayKind.FAST]
    if not fasts:
        return
    meals = [meal for item in facts.items.values() if (meal := _meal(facts, item, fasts)) is not None]
    for found in ramadan_meals(meals, fasts):
        yield from _ramadan(facts, found)
    for found in lenten_meals(_lenten(facts, fasts), fasts):
        if found.sure:
            item = facts.items[found.item_id]
            values = {"title": facts.said(item.title), "who": _people(facts, found.people)}
            yield hints("W-54", things(item), LENT, **values, feast=facts.said(found.feast.name))


@rule("W-52", "W-54", scope=Scope.EVENT, reads=("calendar", "items", "members"))
def prayer_and_sabbath(facts: Facts) -> Iterator[Finding]:
    """W-52, W-54: items over the Friday prayer somebody asked for, and in the Sabbath of a country that keeps it."""
    praying = frozenset(one.person.id for one in _coming(facts) if one.person and one.person.private.prayer)
    keeping = frozenset(one.person.id for one in _coming(facts) if one.person and facts.knows.sabbath(one.country))
    for people in (praying, keeping):
        if not people:
            continue
        timed = [
            TimedItem(item.id, item.day, *wall(item), tuple(sorted(item.people & people)))
            for item in facts.items.values()
            if item.span is not None and item.day is not None and item.people & people and item.kind not in REST
        ]
        sun = facts.calendar.sun
        if people is praying:
            noon = next((times[1] for times in sun.values() if times[1] is not None), None)
            for one in friday_prayer(timed, noon=noon):
                item = facts.items[one.item_id]
                values = {"who": _people(facts, one.people), "title": facts.said(item.title)}
                fixes = tuple(move(facts, item, later(one.free[1] - wall(item)[0])))
                start, end = (clock(minute) for minute in one.free)
                yield hints("W-52", things(item), PRAYER, fixes, **values, start=start, end=end)
        else:
            sunsets = {day: times[2] for day, times in sun.items() if times[2] is not None}
            for one in sabbath(timed, sunsets):
                item = facts.items[one.item_id]
                yield hints("W-54", things(item), SABBATH, title=facts.said(item.title), who=_people(facts, one.people))


@rule("W-53", scope=Scope.EVENT, reads=("logistics", "items", "members"))
def dish_and_diet(facts: Facts) -> Iterator[Finding]:
    """W-53: a dish that somebody who takes part does not eat."""
    eaters = [one for one in _coming(facts) if one.person is not None and _diets(one)]
    for dish in facts.logistics.dishes:
        item = facts.items.get(dish.item_id)
        if item is None or item.span is None:
            continue
        for diet, forbidden in FORBIDS.items():
            bad = set(forbidden) & set(dish.marks)
            # A dish marked as fit for a diet is, whatever it is usually made of; "nuts" marks one that holds them.
            if not bad or (diet in dish.marks and diet not in forbidden):
                continue
            who = [one for one in eaters if diet in _diets(one) and (item.is_open or one.id in item.members)]
            if who:
                names = several(one.called(*facts.event.languages) for one in who)
                about = (*things(item), *(Thing("member", one.id) for one in who))
                values = {"dish": facts.said(dish.title), "title": facts.said(item.title), "who": names, "diet": diet}
                yield asks("W-53", about, DISH, **values)


@rule("W-55", scope=Scope.EVENT, reads=("logistics", "members", "calendar", "gift_limit"))
def gifts(facts: Facts) -> Iterator[Finding]:
    """W-55: a gift that is taboo, was given before, or is worth too much; unequal ones for equals."""
    by_person = {one.person.id: one for one in facts.members.values() if one.person is not None}
    now = [one for one in facts.logistics.gifts if not one.past and one.from_us and one.person_id in by_person]
    past = {(one.person_id, facts.said(one.title).casefold()) for one in facts.logistics.gifts if one.past}
    for gift in now:
        member = by_person[gift.person_id or 0]
        about = (Thing("member", member.id),)
        values = {"gift": facts.said(gift.title), "who": member.called(*facts.event.languages)}
        for why in _taboos(facts, gift, member):
            yield asks("W-55", about, TABOO, **values, why=WHY.get(why, why))
        if (gift.person_id, values["gift"].casefold()) in past:
            yield asks("W-55", about, REPEATED, **values)
        most, currency = facts.gift_limit
        if gift.value is not None and gift.currency == currency and gift.value > most:
            yield asks("W-55", about, TOO_DEAR, **values, most=str(most // 100), currency=currency)
    yield from _unequal(facts, now, by_person)


@rule("W-56", scope=Scope.EVENT, reads=("calendar",))
def anniversaries(facts: Facts) -> Iterator[Finding]:
    """W-56: what has its anniversary within a week, ten, five or one year and so on ago: those one speaks of."""
    for one in facts.calendar.anniversaries:
        if one.years % 5 and one.years != 1:
            continue
        about, title = (Thing("event", facts.event.id),), facts.said(one.of.title)
        sentence = {"post": YEARS_IN_POST, "partnership": PARTNERS_SINCE}.get(one.of.kind, ANNIVERSARY)
        yield hints("W-56", about, sentence, years=str(one.years), title=title, day=one.day)


@rule("W-58", scope=Scope.EVENT, reads=("items",))
def nothing_about_clothes(facts: Facts) -> Iterator[Finding]:
    """W-58: something out of doors in the cold season without a word on clothes."""
    for item in facts.items.values():
        cold = item.day is not None and item.day.month in _COLD
        if item.outdoor and cold and item.span is not None and not item.dress and item.kind in _OUT:
            fixes = (Fix("edit_item", {"item_id": item.id, "dress": "outdoor"}, WARM, {}),)
            yield asks("W-58", things(item), NO_DRESS, fixes, title=facts.said(item.title), time=when(item))


def _greet(facts: Facts, greeting: Greeting, feast: FeastDay) -> Fix:
    words = facts.knows.greeting(feast.feast, greeting.country, facts.event.languages)
    arguments = {"greeting_id": greeting.id, "feast": feast.feast, "words": words}
    return Fix("correct_greeting", arguments, SAY_INSTEAD, {"feast": _feast(facts, feast.feast, greeting.country)})


def _feast(facts: Facts, feast: str, country: str) -> str:
    return Said.of(facts.knows.feast_name(feast, country), (*facts.event.languages, "en"))


def _each_once(found: Iterable[DayFact]) -> Iterator[DayFact]:
    """Yield the first day of each feast: three days of New Year are one thing to think of."""
    seen: set[tuple[str, str]] = set()
    for one in found:
        if (one.feast.country, one.feast.feast) not in seen:
            seen.add((one.feast.country, one.feast.feast))
            yield one


def _meal(facts: Facts, item: Item, fasts: list[FeastDay]) -> Meal | None:
    if item.kind not in MEALS | {ItemKind.BREAK} or item.span is None or item.day is None:
        return None
    eating = [one for one in _coming(facts) if one.person and (item.is_open or one.person.id in item.people)]
    fasting = tuple(one.person.id for one in eating if one.person and one.person.private.fasting == "yes")
    countries = {one.country for one in fasts if one.feast == "ramadan" and one.covers(item.day)}
    unanswered = tuple(
        one.person.id
        for one in eating
        if one.person and one.side is Side.GUEST and one.country in countries
        and not one.person.private.fasting and not one.person.private.diet
    )  # fmt: skip
    dawn, _noon, sunset = facts.calendar.sun.get(item.day, (None, None, None))
    return Meal(item.id, item.day, *wall(item), fasting, unanswered, dawn, sunset)


def _lenten(facts: Facts, fasts: list[FeastDay]) -> Iterator[Meal]:
    asked = {one.person.id for one in _coming(facts) if one.person and "lent" in _diets(one)}
    for item in facts.items.values() if asked else ():
        meal = _meal(facts, item, fasts)
        if meal is not None:
            yield meal._replace(fasting=tuple(sorted(asked & item.people)), unanswered=())


def _ramadan(facts: Facts, found: MealFact) -> Iterator[Finding]:
    item = facts.items[found.item_id]
    values = {"title": facts.said(item.title), "who": _people(facts, found.people)}
    if not found.sure:
        yield hints("W-51", things(item), ASK_ABOUT_FAST, title=values["title"])
    elif found.sunset is None:
        yield asks("W-51", things(item), MEAL_IN_FAST_NO_SUN, **values)
    else:
        fixes = tuple(move(facts, item, later(found.sunset - wall(item)[0])))
        yield asks("W-51", things(item), MEAL_IN_FAST, fixes, **values, sunset=clock(found.sunset))


def _taboos(facts: Facts, gift: Gift, member: Member) -> Iterator[str]:
    abroad = bool(member.country) and member.country not in facts.calendar.host
    for one in gift.marks:
        taboo = one in TABOOS.get(member.country, ()) or (abroad and one in ACROSS_BORDERS)
        if taboo or (one == "alcohol" and {"halal", "no-alcohol"} & _diets(member)):
            yield one


def _unequal(facts: Facts, now: list[Gift], by_person: dict[int, Member]) -> Iterator[Finding]:
    by_rank: dict[tuple[int, str], list[Gift]] = defaultdict(list)
    for gift in now:
        member = by_person[gift.person_id or 0]
        if member.level is not None and gift.value and member.capacity is not Capacity.HEAD:
            by_rank[member.level, gift.currency].append(gift)
    for found in by_rank.values():
        worth = [one.value or 0 for one in found]
        if len({one.person_id for one in found}) > 1 and max(worth) > 2 * min(worth):
            members = [by_person[one.person_id or 0] for one in found]
            names = several(one.called(*facts.event.languages) for one in members)
            yield asks("W-55", tuple(Thing("member", one.id) for one in members), UNEQUAL, who=names)


def _diets(member: Member) -> frozenset[str]:
    words = member.person.private.diet if member.person else ""
    return frozenset(words.casefold().replace(",", " ").replace(";", " ").split())


def _people(facts: Facts, people: Iterable[int]) -> str:
    wanted = set(people)
    found = (one for one in facts.members.values() if one.person is not None and one.person.id in wanted)
    return several(one.called(*facts.event.languages) for one in found)


def _coming(facts: Facts) -> Iterator[Member]:
    return (one for one in facts.members.values() if one.coming)
