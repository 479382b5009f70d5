"""The rows of the overview's cards, every word of them final."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from planner.language.countries import country_name
from planner.language.dates import format_day, format_range
from planner.language.languages import own_name
from planner.rules.text import Language
from ui.common.card import CardRow
from ui.common.event_words import day_short
from ui.common.named import other_wording, shown
from ui.common.pill import Tone
from ui.common.words import SIDE_TONES, word
from ui.overview.facts import Facts, SideCount
from ui.translate import language, t, tn


def side_rows(sides: Sequence[SideCount]) -> list[CardRow]:
    """Return how many come on each side, with a bar of those confirmed."""
    rows = [
        CardRow(
            _side_text(one), one.side.value, lead=word(one.side),
            right=_confirmed(one), share=one.confirmed / one.members if one.members else None, bar=SIDE_TONES[one.side],
            links=() if one.members else (("delegations", t("Add people")),),
        )
        for one in sides
    ]  # fmt: skip
    return rows or [CardRow(t("No side has a delegation yet."), "none", links=(("delegations", t("Add people")),))]


def _side_text(one: SideCount) -> str:
    parts = [tn("{n} person", "{n} people", one.members) if one.members else t("nobody yet")]
    if one.delegations > 1:
        parts.append(tn("{n} delegation", "{n} delegations", one.delegations))
    if one.unnamed:
        parts.append(tn("{n} still to be named", "{n} still to be named", one.unnamed))
    if one.declined:
        parts.append(tn("{n} declined", "{n} declined", one.declined))
    return " · ".join(parts)


def _confirmed(one: SideCount) -> str:
    return tn("{n} confirmed", "{n} confirmed", one.confirmed) if one.members else ""


def document_rows(facts: Facts) -> list[CardRow]:
    """Return what the papers are made of, and how complete their texts are."""
    people = sum(one.members for one in facts.sides)
    programme = t("nothing planned yet") if not facts.items else t(
        "{items} on {days}", items=tn("{n} item", "{n} items", facts.items), days=tn("{n} day", "{n} days", facts.days)
    )  # fmt: skip
    names = " · ".join(own_name(tag) for tag in facts.page.languages)
    rows = [
        CardRow(
            programme,
            "programme",
            lead=t("Programme"),
            links=(("documents", t("Print")),) if facts.items else (("programme", t("Plan it")),),
        ),
        CardRow(
            tn("{n} person", "{n} people", people),
            "participants",
            lead=t("List"),
            links=(("documents", t("Print")),) if people else (),
        ),
        CardRow(names, "languages", lead=t("Languages")),
    ]
    return [*rows, _text_row(facts)]


def _text_row(facts: Facts) -> CardRow:
    count = facts.texts
    share = (count.there - count.stale) / count.wanted if count.wanted else 1.0
    percent = int(share * 100)
    words = {1: t("{percent} % written", percent=percent), 2: t("{percent} % in both languages", percent=percent)}
    text = words.get(len(facts.page.languages), t("{percent} % in all languages", percent=percent))
    parts = [tn("{n} missing", "{n} missing", count.missing)] if count.missing else []
    parts += [tn("{n} stale", "{n} stale", count.stale)] if count.stale else []
    links = (("texts", t("Write")),) if count.wanted else ()
    return CardRow(text, "text", lead=t("Text"), right=", ".join(parts), share=share, bar=Tone.FINE, links=links)


def date_rows(facts: Facts) -> list[CardRow]:
    """Return what else to keep in mind of the days: flags and the time difference."""
    page, clocks = facts.page, facts.clocks
    rows = []
    for flag in page.flags:
        country = country_name(flag.country, language())
        text = t("Flag of {country}: {edition}", country=country, edition=flag.edition)
        rows.append(
            CardRow(
                text, f"flag:{flag.id}", lead=day_short(page.from_day), right=_validity(flag.valid_from, flag.valid_to)
            )
        )
    if clocks.host_offset != clocks.guest_offset:
        text = t(
            "Time difference: 10:00 in {host} is {time} in {guest}",
            host=clocks.host,
            guest=clocks.guest,
            time=clocks.ten_there,
        )
    else:
        text = t("No time difference: the clocks of {host} and {guest} agree", host=clocks.host, guest=clocks.guest)
    if page.host_zone != page.guest_zone:
        rows.append(CardRow(text, "clocks", lead=day_short(page.from_day)))
    return rows


def _validity(since: date | None, until: date | None) -> str:
    if since and until:
        return format_range(since, until, language())
    if since:
        return t("since {day}", day=format_day(since, language()))
    return t("until {day}", day=format_day(until, language())) if until else ""


def topic_rows(facts: Facts) -> list[CardRow]:
    """Return what the event is about, each topic in the interface's language and in another one."""
    languages: tuple[Language, ...] = facts.page.languages
    rows = []
    for topic in facts.page.topics:
        first = shown(topic.title, *languages)
        other = other_wording(topic.title, first, *languages)
        rows.append(CardRow(f"{first} · {other}" if other else first, f"topic:{topic.id}"))
    return rows
