# SPDX-License-Identifier: MIT
"""Made-up pairs of questionnaires with the truth: renamed, reworded, swapped, dropped, new."""

import random
from collections.abc import Iterator

from persona_studio.workspace.matching import fit
from persona_studio.workspace.naming import Asked

AGREE = ("Strongly disagree", "Disagree", "Neither", "Agree", "Strongly agree")
OFTEN, WAYS = ("Daily", "Weekly", "Monthly", "Rarely"), ("App", "Web", "Shop", "Phone")
BANK: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("Age group", "ordinal", ("18-24", "25-34", "35-44", "45+")),
    ("Satisfaction", "likert", ("Very bad", "Bad", "OK", "Good", "Very good")),
    ("Satisfaction with price", "likert", AGREE),
    ("Satisfaction with service", "likert", AGREE),
    ("Satisfaction with delivery", "likert", AGREE),
    ("How often do you visit us?", "ordinal", OFTEN),
    ("How often do you order online?", "ordinal", OFTEN),
    ("Preferred channel", "single_choice", WAYS),
    ("Channels used last month", "multi_select", WAYS),
    ("Comment", "free_text", ()),
    ("What do you like most?", "free_text", ()),
    ("What do you like least?", "free_text", ()),
    ("Would you recommend us?", "yes_no", ("Yes", "No")),
    ("Do you have children?", "yes_no", ("Yes", "No")),
    ("Country", "single_choice", ("DE", "AT", "CH", "FR")),
    ("Spend last month", "numeric", ()),
    ("Orders last month", "numeric", ()),
    ("Wie zufrieden sind Sie?", "likert", ("sehr", "eher", "kaum", "nicht")),
    ("Wie oft kaufen Sie ein?", "ordinal", ("täglich", "wöchentlich", "selten")),
    ("NPS", "nps", ()),
    ("I trust the brand", "likert", AGREE),
    ("I compare prices", "likert", AGREE),
    ("I plan ahead", "likert", AGREE),
)
LONGER = ("Overall {}", "{} (2027)", "{} today", "Your {}", "{} in general")
Made = tuple[str, str, tuple[str, ...], str, str]
"""Name, role, choices, what was done to it, the question it truly is ("" for none)."""


def told(seed: int) -> Iterator[tuple[str, str]]:
    """Yield for each column of a made-up wave (what was done to it, what the fit says of it)."""
    rng = random.Random(seed)
    asked = rng.sample(BANK, rng.randrange(8, 18))
    coded = rng.random() < 0.4
    known = [
        _column(f"v{i}", each, f"Q{i + 1}" if coded else "", f"QID{i}")
        for i, each in enumerate(asked)
    ]
    made = list(_wave(rng, asked))
    new = [
        _column(str(i), each[:3], f"Q{i + 1}" if coded else "", _ident(rng, each))
        for i, each in enumerate(made)
    ]
    found = fit(known, new)
    for column, (_, _, _, done, truth) in zip(new, made, strict=True):
        pair = found.of.get(column.key)
        if pair is not None:
            right = "right" if pair.variable == truth else "wrong"
            yield done, right if pair.same else "not compared"
        else:
            offer = (found.offers or {}).get(column.key, "")
            yield done, ("offered" if offer == truth else "offered wrongly") if offer else "new"


def _column(key: str, each: tuple[str, str, tuple[str, ...]], code: str, ident: str) -> Asked:
    name, role, choices = each
    return Asked(key, code or name, name if code else "", ident if code else "", role, choices)


def _ident(rng: random.Random, each: Made) -> str:
    kept = each[4] and each[3] != "swapped" and rng.random() < 0.7
    return f"QID{each[4][1:]}" if kept else f"QID{rng.randrange(100, 999)}"


def _wave(rng: random.Random, asked: list[tuple[str, str, tuple[str, ...]]]) -> Iterator[Made]:
    order = list(range(len(asked)))
    rng.shuffle(order)
    swapped = _swapped(rng, asked)
    for place in order:
        name, role, choices = asked[place]
        how = rng.choice(["spelt"] * 6 + ["longer"] * 2 + ["dropped", "reworded"])
        if place in swapped:
            name, how = asked[swapped[place]][0], "swapped"
        if how != "dropped":
            yield _said(rng, name, how), role, choices, how, f"v{place}"
    others = [each for each in BANK if each not in asked]
    for name, role, choices in rng.sample(others, min(3, len(others))):
        yield name, role, choices, "new", ""


def _swapped(rng: random.Random, asked: list[tuple[str, str, tuple[str, ...]]]) -> dict[int, int]:
    one, other = rng.sample(range(len(asked)), 2)
    first, second = set(asked[one][2]), set(asked[other][2])
    if rng.random() < 0.4 and first and second and not first & second:
        return {one: other, other: one}
    return {}


def _said(rng: random.Random, name: str, how: str) -> str:
    if how == "longer":
        return rng.choice(LONGER).format(name)
    if how == "reworded":
        words = name.split()
        return " ".join([*words[: max(1, len(words) // 2)], "really"])
    if how == "spelt":
        spellings = (name, name.upper(), f" {name} ", name.replace(" ", "_"), f"{name}:")
        return rng.choice(spellings)
    return name
