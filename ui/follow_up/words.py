"""What the papers of the follow-up are called in the window, and what they take from elsewhere."""

from __future__ import annotations

from planner.language.catalog import mark
from planner.papers import TITLES, Paper

SIDES = {"host": mark("Host side"), "guest": mark("Guests"), "invited": mark("Invited persons")}
GROUPS = (
    (mark("The meeting"), (Paper.MINUTES, Paper.ACTION_LIST)),
    (mark("For the press"), (Paper.PRESS_NOTE,)),
    (mark("For our own people"), (Paper.BRIEFING, Paper.BIOGRAPHY, Paper.REPORT)),
    (mark("Letters and signatures"), (Paper.THANK_YOU, Paper.INVITATION, Paper.APPROVAL_SHEET)),
)
"""The papers written in the window, in the groups of the list."""
NAMES = {paper: TITLES[paper] for _group, papers in GROUPS for paper in papers} | {
    Paper.ACTION_LIST: mark("Commitments"), Paper.BIOGRAPHY: mark("Biographies"),
}  # fmt: skip
"""What the list calls them: what is written, which for some is not what the paper is called."""
HINTS = {
    Paper.MINUTES: mark("Who was there comes from the delegations, the agenda from the programme."),
    Paper.ACTION_LIST: mark("What was promised also closes the minutes and the final report."),
    Paper.PRESS_NOTE: mark("Names and posts of the heads are added by themselves."),
    Paper.BRIEFING: mark("Guests, agreements, earlier events and gifts are added by themselves."),
    Paper.BIOGRAPHY: mark("Name, pronunciation, post, languages and earlier visits come from the register."),
    Paper.REPORT: mark("The programme as it was held, agreements, commitments and gifts are added by themselves."),
    Paper.THANK_YOU: mark("What is written to one person stands in the place of the same words to all."),
    Paper.INVITATION: mark("How and until when one answers; all else comes from the item."),
    Paper.APPROVAL_SHEET: mark("As long as nobody is named, all of the host’s side approve."),
}
"""What a paper takes from elsewhere, so that nobody writes it twice."""
