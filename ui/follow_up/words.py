"""What the papers of the follow-up, their parts and the states of a commitment are called in the window."""

from __future__ import annotations

from planner.language.catalog import mark
from planner.papers import TITLES, Paper

RECORDED = {"heard": mark("Heard"), "spoke": mark("Spoke"), "resolved": mark("Resolved")}
STATES = {"open": mark("To be done"), "done": mark("Done"), "late": mark("Overdue"), "dropped": mark("Withdrawn")}
SIDES = {"host": mark("Host side"), "guest": mark("Guests"), "invited": mark("Invited")}
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
PARTS = {
    "title": mark("Headline"), "lead": mark("Opening paragraph"), "body": mark("Paragraph"), "quote": mark("Quotation"),
    "embargo": mark("Embargo"), "contact": mark("Contact"), "date": mark("Day of the letter"),
    "salutation": mark("Form of address"), "closing": mark("Closing words"), "purpose": mark("Purpose"),
    "they-want": mark("What the guests want"), "we-want": mark("What we want"), "history": mark("History of contacts"),
    "figures": mark("Figures"), "sensitive": mark("Sensitive points"), "do-dont": mark("Do and do not"),
    "results": mark("Results"), "press": mark("Press"), "cost": mark("Cost"), "lessons": mark("Lessons"),
    "next": mark("Next steps"), "number": mark("Number"), "secretary": mark("Secretary"), "reply": mark("Reply"),
    "subject": mark("Paper to approve"), "our-line": mark("Our line"), "figure": mark("Figure"),
    "ask": mark("We ask"), "red-line": mark("Red line"), "office": mark("In office"),
    "career": mark("Career"),
    "education": mark("Education"), "awards": mark("Awards"), "languages": mark("Languages, how well"),
    "public": mark("Public work"), "visits": mark("Earlier visits"), "interests": mark("Interests"),
    "family": mark("Family, only what is public"),
}  # fmt: skip
"""Where a paragraph stands on its paper."""
HINTS = {
    Paper.MINUTES: mark("Who was there comes from the delegations, the agenda from the programme."),
    Paper.ACTION_LIST: mark("What was promised also closes the minutes and the final report."),
    Paper.PRESS_NOTE: mark("Names and posts of the heads are added by themselves."),
    Paper.BRIEFING: mark("Guests, agreements, earlier events and presents are added by themselves."),
    Paper.BIOGRAPHY: mark("Name, pronunciation, post, languages and earlier visits come from the register."),
    Paper.REPORT: mark("The programme as it was held, agreements, commitments and presents are added by themselves."),
    Paper.THANK_YOU: mark("What is written to one person stands in the place of the same words to all."),
    Paper.INVITATION: mark("How and until when one answers; all else comes from the item."),
    Paper.APPROVAL_SHEET: mark("As long as nobody is named, all of the host’s side approve."),
}
"""What a paper takes from elsewhere, so that nobody writes it twice."""
