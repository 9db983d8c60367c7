# SPDX-License-Identifier: MIT
"""Invented personas for the pages: a usual one, one with nothing, one with far too much."""

from dataclasses import replace
from datetime import date

from persona_studio.publish.claims import Changed, Ledger, Proven, Told
from persona_studio.publish.golden import Asked, Golden
from persona_studio.publish.sheet import Fact, Line, Part, Portrait, Said, Sheet

SCRIPTS = (
    "Office waffle fi fl AV To; combining: e\u0301 n\u0303 Z\u030c",
    "Ελληνικά: Πελάτης ΆΈΉ ᾧ",
    "Кириллица: Покупатель",
    "العربية: مرحبا بالعملاء لله",
    "עברית: שָׁלוֹם לקוחות",
    "हिन्दी: क्षत्रिय विद्यार्थी किताब",
    "Tiếng Việt: khách hàng thường đặt trước",
    "Emoji 😀👍🏽❤️👩‍💻",
    "السعر 25 USD (خصم 10%) اليوم",
    "Persona “ليلى حداد” from حيفا (חיפה), 34",
)


def answer(asked: str, answered: str, proof: str) -> Line:
    """Return a line that repeats its question."""
    return Line(f"{asked} {answered}", "filled", proof, lead=asked, answer=answered)


GOALS = Part(
    "Goals",
    (
        Line(
            "Keep both shops in stock without counting", "filled", "118 of 140 · survey", key=True
        ),
        Line("Leave by 19:00 three evenings a week", "filled", "96 of 140 · survey"),
        Line("Be seen as the health adviser", "half", "3 of 9 · interviews"),
    ),
    "goals",
    2,
)
PAINS = Part(
    "Pains",
    (
        Line("The order site times out and loses the basket", "filled", "41 tickets · support"),
        Line("Delivery windows change by e-mail at night", "half", "9 tickets · support"),
        Line("Invoices do not match the delivery", "slashed", "22 of 140 · survey"),
    ),
    "pains",
    2,
)
OTHERS = (
    Part(
        "Behaviours",
        (
            answer("When do you order?", "Before 11:00", "312 of 400 · orders"),
            Line("Compares two wholesalers on price", "half", "4 of 9 · interviews"),
        ),
        "behaviours",
        2,
    ),
    Part(
        "Channels",
        (
            Line("Phone first, portal second; never chat", "filled", "104 of 140 · survey"),
            Line("Reads the trade weekly on paper", "ring", "Assumption · test by March"),
        ),
        "channels",
    ),
    Part("Values and interests", (Line("Local supply", "half", "5 of 9 · interviews"),), "values"),
    Part("What to do", (Line("Show the delivery window first", "ring", "Assumption"),), "dos"),
)


def ledger(parts: tuple[Part, ...], signed: str = "Signed off on 12 May 2026 by Ann.") -> Ledger:
    """Return a ledger with every line of the parts, for and against."""
    lines = [(part, line) for part in parts for line in part.lines]
    claims = tuple(
        Proven(
            f"LH{number}",
            part.title,
            line.text,
            line.mark or "ring",
            "Partly backed",
            (118 - number, 140),
            measured=True,
            told=(Told("Customer survey", "4 May 2026", 118 - number, 22 + number),),
            spoken=(f"I have {number} minutes.", "Second voice", "Third voice"),
            opposed=(f"Not me, number {number}",) if number % 2 else (),
            key=line.key,
        )
        for number, (part, line) in enumerate(lines, start=1)
    )
    change = Changed("Local supply", ("The words were “Local”.",), "Last touched 2 June: Edit")
    return Ledger(claims, (change,), signed)


USUAL = Sheet(
    name="Lina Haddad",
    tagline="Independent pharmacist with two shops",
    role="Primary persona",
    colour="teal",
    facts=(
        Fact("Age", "38 to 45", "filled"),
        Fact("Lives", "Lyon and its suburbs", "filled"),
        Fact("Work", "Two shops, 9 people", "half"),
    ),
    quote=Said("I have four minutes between customers.", "Interview 7", "filled"),
    parts=(GOALS, PAINS, *OTHERS),
    portrait=Portrait("LH"),
    fits=(118, 400),
    reviewed_on=date(2026, 5, 12),
    next_review=date(2027, 5, 12),
    today=date(2026, 6, 1),
    project="Pharmacies",
    ledger=ledger((GOALS, PAINS, *OTHERS)),
)
ASKED = tuple(
    Asked(
        f"How often did you do the thing number {n} in the last four weeks?",
        ("Under 6", "6 to under 9", "9 to under 11", "11 or more"),
        ((0, 4, 5), (0, 2, 1), (1, 0, 0), (5, 0, 0)),
    )
    for n in range(1, 6)
)
RULE = Golden(
    ("Lina Haddad", "Host Ruth", "Bean Tomas"),
    ASKED,
    (2, 1, 0),
    (108, 119),
    (84, 95),
    (54, 119),
    ((52, 54), (35, 39), None),
)
EMPTY = Sheet(name="Untitled", parts=(Part("Goals", (), "goals"), Part("Pains", (), "pains")))


def overfull() -> Sheet:
    """Return a persona with ten times the usual text everywhere."""
    parts = tuple(
        replace(
            part,
            lines=tuple(
                replace(line, text=f"{n} {line.text} " * 10)
                if not line.lead
                else answer(f"{n} {line.lead} " * 10, f"{line.answer} " * 20, line.proof)
                for n in (1, 2, 3)
                for line in part.lines
            ),
        )
        for part in USUAL.parts
    )
    return replace(
        USUAL,
        name="Wolfeschlegelsteinhausenbergerdorff " * 10,
        tagline="Independent pharmacist " * 30,
        quote=Said("I have four minutes between customers. " * 30, "Interview 7", "filled"),
        parts=parts,
        ledger=ledger(parts * 3),
    )
