"""What is written for papers, in words: the parts of a note, the paragraphs of minutes, how a commitment stands."""

from __future__ import annotations

from planner.language.catalog import mark

RECORDED = {"heard": mark("Heard"), "spoke": mark("Spoke"), "resolved": mark("Resolved")}
STATES = {"open": mark("To be done"), "done": mark("Done"), "late": mark("Overdue"), "dropped": mark("Withdrawn")}
PARTS = {
    "title": mark("Headline"), "lead": mark("Opening paragraph"), "body": mark("Paragraph"), "quote": mark("Quotation"),
    "embargo": mark("Embargo"), "contact": mark("Contact"), "date": mark("Day of the letter"),
    "salutation": mark("Form of address"), "closing": mark("Closing words"), "purpose": mark("Purpose"),
    "they-want": mark("What the guests want"), "we-want": mark("What we want"), "history": mark("History of contacts"),
    "figures": mark("Figures"), "sensitive": mark("Sensitive points"), "do-dont": mark("Do and do not"),
    "results": mark("Results"), "press": mark("Press"), "cost": mark("Cost"), "lessons": mark("Lessons"),
    "next": mark("Next steps"), "number": mark("Number"), "secretary": mark("Secretary"), "reply": mark("Reply"),
    "subject": mark("Paper to approve"), "our-line": mark("Our line"), "figure": mark("Figure"),
    "ask": mark("We ask"), "red-line": mark("Red line"), "office": mark("In office"), "career": mark("Career"),
    "education": mark("Education"), "awards": mark("Awards"), "languages": mark("Languages, how well"),
    "public": mark("Public work"), "visits": mark("Earlier visits"), "interests": mark("Interests"),
    "family": mark("Family, only what is public"), "approves": mark("Who approves"),
    "signs": mark("Who signs “Approved”"),
}  # fmt: skip
"""Where a paragraph stands on its paper."""
