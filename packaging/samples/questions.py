# SPDX-License-Identifier: MIT
"""The closed questions of the survey and how each planted group answers them.

The groups are `hurry` (in a hurry), `table` (at the long table), `beans` (bean lovers). A choice
holds one weight an option for each group; a tick holds one share an option; an agreement holds
one leaning on the five-step scale (0 is the middle, a step is about 0.8); `autumn` overrides what
truly changed in half a year. Questions whose three rows are alike are noise on purpose.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

GROUPS = ("hurry", "table", "beans")
STEPS = ("Strongly disagree", "Disagree", "Neither", "Agree", "Strongly agree")
Rows = Mapping[str, tuple[float, ...]]


@dataclass(frozen=True)
class Asked:
    """One closed question: its words, its options, and the answers of each group."""

    key: str
    text: str
    kind: Literal["choice", "ticks", "agree", "yes_no"]
    options: tuple[str, ...]
    rows: Rows
    autumn: Rows = field(default_factory=dict)

    def of(self, group: str, wave: str) -> tuple[float, ...]:
        """Return the weights of a group in a wave (`spring` or `autumn`)."""
        return self.autumn.get(group, self.rows[group]) if wave == "autumn" else self.rows[group]


def _rows(hurry: tuple[float, ...], table: tuple[float, ...], beans: tuple[float, ...]) -> Rows:
    return {"hurry": hurry, "table": table, "beans": beans}


def _same(*weights: float) -> Rows:
    return _rows(weights, weights, weights)


def _agree(key: str, text: str, hurry: float, table: float, beans: float) -> Asked:
    return Asked(key, text, "agree", STEPS, _rows((hurry,), (table,), (beans,)))


QUESTIONS: tuple[Asked, ...] = (
    Asked(
        "often",
        "How often do you come to one of our cafés?",
        "choice",
        ("Most working days", "Once or twice a week", "A few times a month", "Hardly ever"),
        _rows((72, 20, 7, 1), (8, 36, 48, 8), (10, 20, 36, 34)),
    ),
    Asked(
        "when",
        "When do you usually come?",
        "ticks",
        ("Before nine", "Late morning", "Lunchtime", "Afternoon", "Evening", "At the weekend"),
        _rows(
            (0.78, 0.12, 0.30, 0.10, 0.05, 0.14),
            (0.08, 0.36, 0.24, 0.58, 0.26, 0.66),
            (0.10, 0.30, 0.14, 0.26, 0.08, 0.52),
        ),
    ),
    Asked(
        "company",
        "Who do you usually come with?",
        "choice",
        ("On my own", "With one other person", "With three or more", "With my children"),
        _rows((84, 13, 2, 1), (7, 22, 55, 16), (56, 32, 7, 5)),
    ),
    Asked(
        "order",
        "How do you usually order?",
        "choice",
        ("Ahead in the app", "At the counter", "At the table", "Online for delivery"),
        _rows((46, 50, 3, 1), (4, 46, 48, 2), (4, 34, 6, 56)),
        {"hurry": (68, 28, 3, 1)},
    ),
    Asked(
        "pay",
        "How do you usually pay?",
        "choice",
        ("With my phone", "By card", "In cash", "With a gift card"),
        _rows((66, 28, 4, 2), (18, 46, 28, 8), (24, 60, 10, 6)),
    ),
    Asked(
        "buys",
        "What do you usually buy?",
        "ticks",
        (
            "Espresso or filter",
            "Coffee with milk",
            "Tea",
            "Cake or pastry",
            "Lunch",
            "A bag of beans",
        ),
        _rows(
            (0.30, 0.66, 0.10, 0.14, 0.20, 0.04),
            (0.18, 0.62, 0.34, 0.74, 0.30, 0.06),
            (0.70, 0.28, 0.06, 0.16, 0.06, 0.76),
        ),
    ),
    _agree("minutes", "Minutes matter more to me than taste", 0.9, -0.6, -1.4),
    _agree("stay", "I come to sit down and talk", -1.3, 1.2, -0.3),
    _agree("roasted", "I want to know when and where the coffee was roasted", -0.7, -0.6, 1.4),
    _agree("book", "I would book a table if I could", -1.2, 0.9, -0.8),
    _agree("new", "I like to try a coffee I have never had", -0.3, -0.2, 1.2),
    _agree("price", "I want to know what it costs before I queue", 0.6, -0.1, -0.2),
    _agree("fair", "Our prices are fair", 0.2, 0.2, 0.3),
    _agree("green", "A shop should take its cups back", 0.5, 0.5, 0.5),
    Asked(
        "trouble",
        "What gets in your way?",
        "ticks",
        (
            "The queue is too long",
            "The app loses my basket",
            "No free table",
            "Too loud to talk",
            "Delivery costs too much",
            "No roasting date shown",
            "Sold out too early",
        ),
        _rows(
            (0.60, 0.42, 0.06, 0.05, 0.03, 0.03, 0.20),
            (0.16, 0.05, 0.56, 0.46, 0.04, 0.03, 0.20),
            (0.10, 0.08, 0.08, 0.10, 0.54, 0.45, 0.20),
        ),
        {
            "hurry": (0.60, 0.14, 0.06, 0.05, 0.03, 0.03, 0.20),
            "table": (0.16, 0.05, 0.57, 0.24, 0.04, 0.03, 0.20),
        },
    ),
    Asked(
        "hear",
        "Where do you hear from us?",
        "ticks",
        (
            "Sign in the window",
            "Instagram",
            "E-mail newsletter",
            "Friends and family",
            "Message in the app",
            "Paper leaflet",
        ),
        _rows(
            (0.30, 0.22, 0.08, 0.16, 0.56, 0.04),
            (0.40, 0.26, 0.18, 0.60, 0.05, 0.34),
            (0.10, 0.36, 0.68, 0.22, 0.08, 0.06),
        ),
    ),
    Asked(
        "app",
        "Is our app on your phone?",
        "yes_no",
        ("Yes", "No"),
        _rows((0.76,), (0.18,), (0.30,)),
        {"hurry": (0.86,)},
    ),
    Asked(
        "online",
        "Have you bought beans online in the last six months?",
        "yes_no",
        ("Yes", "No"),
        _rows((0.08,), (0.10,), (0.88,)),
    ),
    Asked(
        "cafe",
        "Which café do you go to most?",
        "choice",
        ("Station", "Old Town", "Mill Lane"),
        _rows((52, 28, 20), (24, 44, 32), (30, 36, 34)),
    ),
    Asked(
        "milk",
        "Which milk do you take?",
        "choice",
        ("Cow", "Oat", "Soya", "None"),
        _same(44, 28, 5, 23),
    ),
    Asked(
        "music",
        "What should we play?",
        "choice",
        ("Jazz", "Pop", "Classical", "Radio", "Nothing"),
        _same(26, 24, 12, 16, 22),
    ),
    Asked(
        "age",
        "How old are you?",
        "choice",
        ("16-24", "25-34", "35-44", "45-54", "55-64", "65 or over"),
        _rows((16, 38, 27, 13, 5, 1), (7, 14, 19, 24, 20, 16), (4, 21, 31, 24, 14, 6)),
    ),
    Asked(
        "area",
        "Where do you live?",
        "choice",
        ("Old Town", "Station Quarter", "Hillside", "Out of town"),
        _rows((30, 38, 16, 16), (28, 16, 42, 14), (17, 16, 22, 45)),
    ),
)
