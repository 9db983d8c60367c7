# SPDX-License-Identifier: MIT
"""Surveys as tools export them that give each choice of every question a column of its own."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

SCALES = {
    "What is your age?": ("18-29", "30-44", "45-60", "> 60"),
    "Household income": ("$0 - $24,999", "$25,000 - $49,999", "$50,000 - $99,999", "$100,000+"),
    "How satisfied are you with the shop?": (
        *("Very satisfied", "Satisfied", "Neither satisfied nor dissatisfied"),
        *("Dissatisfied", "Very dissatisfied"),
    ),
    "Wie oft kaufen Sie ein?": ("Nie", "Selten", "Manchmal", "Oft", "Immer"),
}
SINGLES = {
    "Gender": ("Female", "Male", "Another"),
    "Which region do you live in?": ("North", "East", "South", "West", "Abroad"),
    "Où habitez-vous ?": ("En ville", "À la campagne", "Au bord de la mer"),
    "How do you mainly pay?": ("Card", "Cash", "Invoice", "Phone", "Voucher", "Gift card"),
}
LISTS = {
    "What do you drink in the morning?": ("Coffee", "Tea", "Juice", "Milk"),
    "Where did you hear of us?": ("Friends", "Newspaper", "Radio", "Web", "Poster", "Fair"),
    "Was stört Sie am Laden?": ("Der Preis", "Die Wartezeit", "Das Licht"),
}
ALL = "Which of these do you own? Please tick all that apply."
OTHER = "Other (please specify)"


@dataclass(frozen=True)
class Asked:
    """A question, its choices, and which of them each person ticked."""

    text: str
    choices: tuple[str, ...]
    ticked: tuple[tuple[int, ...], ...]
    several: bool = False
    other: bool = False


@dataclass(frozen=True)
class Written:
    """How a file writes it: the mark of a tick, "" for the choice itself, and the heading rows."""

    mark: str = ""
    blank: str = ""
    response: bool = True
    one_header: bool = False


def single(rng: Random, text: str, choices: Sequence[str], people: int, empty: float) -> Asked:
    """Return a question of which everybody who answers ticks one choice, some more liked."""
    weights = [rng.uniform(0.5, 2) for _ in choices]
    picked = rng.choices(range(len(choices)), weights, k=people)
    ticked = tuple(() if rng.random() < empty else (n,) for n in picked)
    return Asked(text, tuple(choices), ticked, other=rng.random() < 0.3)


def ticks(rng: Random, text: str, choices: Sequence[str], people: int, rate: float) -> Asked:
    """Return a list in which each choice is ticked by a share of the people, come what may."""
    rates = [rate * rng.uniform(0.5, 1.5) for _ in choices]
    every = range(len(choices))
    ticked = tuple(tuple(n for n in every if rng.random() < rates[n]) for _ in range(people))
    return Asked(text, tuple(choices), ticked, several=True, other=rng.random() < 0.3)


def few_twice(rng: Random, text: str, choices: Sequence[str], people: int, twice: float) -> Asked:
    """Return a list of which each person has to tick one choice, and few tick a second."""
    every = range(len(choices))
    found = [rng.sample(every, 2 if rng.random() < twice else 1) for _ in range(people)]
    return Asked(text, tuple(choices), tuple(map(tuple, found)), several=True)


def survey(rng: Random, people: int) -> list[Asked]:
    """Return questions with one answer and lists to tick, in any order."""
    empty = rng.choice([0.0, 0.05, 0.3])
    found = [single(rng, t, c, people, empty) for t, c in {**SCALES, **SINGLES}.items()]
    for (text, choices), rate in zip(LISTS.items(), (0.4, 0.15, 0.03), strict=True):
        found.append(ticks(rng, text, choices, people, rate))
    found.append(few_twice(rng, ALL, ("A cat", "A dog", "A horse"), people, 0.1))
    rng.shuffle(found)
    return found


def table(asked: Sequence[Asked], how: Written, rng: Random) -> list[list[str]]:
    """Return the heading rows and the rows of people."""
    people = len(asked[0].ticked)
    columns = [["RespondentID", "", *(str(88_000 + n) for n in range(people))]]
    for question in asked:
        for n, choice in enumerate(question.choices):
            tick = how.mark or choice
            cells = [tick if n in each else how.blank for each in question.ticked]
            columns.append(["" if n else question.text, choice, *cells])
        if question.other:
            said = [rng.choice(["", "", "", "It depends, really."]) for _ in range(people)]
            columns.append(["", OTHER, *said])
        columns.append(
            ["Anything else?", "Open-Ended Response" if how.response else "", *people * [""]]
        )
    rows = [list(row) for row in zip(*columns, strict=True)]
    return [_joined(rows[:2]), *rows[2:]] if how.one_header else rows


def _joined(head: list[list[str]]) -> list[str]:
    found, asked = [], ""
    for text, choice in zip(*head, strict=True):
        asked = text or asked
        found.append(f"{asked} - {choice}" if choice and "Open" not in choice else asked)
    return found


def condensed(asked: Sequence[Asked]) -> list[list[str]]:
    """Return the same answers as one column a question, of those with one answer."""
    ones = [question for question in asked if not question.several]
    rows = zip(*(question.ticked for question in ones), strict=True)
    answers = [
        [q.choices[each[0]] if each else "" for q, each in zip(ones, row, strict=True)]
        for row in rows
    ]
    return [[question.text for question in ones], *answers]


def write(path: Path, rows: Sequence[Sequence[str]]) -> str:
    """Write rows as CSV; return the file's path."""
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    path.write_text(text.getvalue(), "utf-8")
    return str(path)
