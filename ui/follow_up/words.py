"""What the kinds of paragraphs are called in the window."""

from __future__ import annotations

from planner.language.catalog import mark

RECORDED = {"heard": mark("Heard"), "spoke": mark("Spoke"), "resolved": mark("Resolved")}
STATES = {"open": mark("To be done"), "done": mark("Done"), "late": mark("Overdue"), "dropped": mark("Withdrawn")}
SIDES = {"host": mark("Host side"), "guest": mark("Guests"), "invited": mark("Invited"), "": mark("Nobody yet")}
PAPERS = {
    "press-note": mark("Press note"), "thank-you": mark("Thank-you letter"), "briefing": mark("Briefing note"),
    "report": mark("Final report"), "minutes": mark("Number and secretary"), "invitation": mark("Invitations"),
    "approval-sheet": mark("Approval sheet"),
}  # fmt: skip
"""The papers written in the window, in the order of the page."""
PARTS = {
    "title": mark("Headline"), "lead": mark("Opening paragraph"), "body": mark("Paragraph"), "quote": mark("Quotation"),
    "embargo": mark("Embargo"), "contact": mark("Contact"), "date": mark("Day of the letter"),
    "salutation": mark("Form of address"), "closing": mark("Closing words"), "purpose": mark("Purpose"),
    "they-want": mark("What the guests want"), "we-want": mark("What we want"), "history": mark("History of contacts"),
    "figures": mark("Figures"), "sensitive": mark("Sensitive points"), "do-dont": mark("Do and do not"),
    "results": mark("Results"), "press": mark("Press"), "cost": mark("Cost"), "lessons": mark("Lessons"),
    "next": mark("Next steps"), "number": mark("Number"), "secretary": mark("Secretary"), "reply": mark("Reply"),
    "subject": mark("Paper to approve"),
}  # fmt: skip
"""Where a paragraph stands; those of talking points and approvers are written with their item or person."""
