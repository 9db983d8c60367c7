# SPDX-License-Identifier: MIT
"""The customer survey as a form tool exports it, in two waves half a year apart."""

import re
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from samples.draw import Lot
from samples.people import Person
from samples.questions import QUESTIONS, Asked
from samples.voices import CHANGE, LIKE, grammar

VISITS = "How many times did you come in the last four weeks?"
SPEND = "What do you spend on a usual visit (£)?"
RECOMMEND = "How likely are you to recommend us to a friend (0-10)?"
_CAPITAL = re.compile(r"(?:^|[.!?] )[a-z]")
_VISITS = {"hurry": (15.0, 4.5), "table": (5.0, 2.2), "beans": (3.5, 2.4)}
_SPEND = {"hurry": (4.2, 0.35), "table": (11.5, 0.4), "beans": (9.0, 0.5)}
_RECOMMEND = {"hurry": 7.4, "table": 8.2, "beans": 8.4}

WAVES = {
    "spring": (datetime(2026, 4, 13, 6, 40, tzinfo=UTC), 19),
    "autumn": (datetime(2026, 10, 12, 6, 40, tzinfo=UTC), 17),
}


def header() -> list[str]:
    """Return the column names, in the order of the form."""
    closed = [asked.text for asked in QUESTIONS if asked.key not in ("age", "area")]
    who = [asked.text for asked in QUESTIONS if asked.key in ("age", "area")]
    return [
        "Timestamp",
        "Respondent code",
        "Email Address",
        *closed,
        VISITS,
        SPEND,
        RECOMMEND,
        LIKE,
        CHANGE,
        *who,
    ]


def rows(wave: str, people: Sequence[Person]) -> list[list[str]]:
    """Return one row a respondent, in the order the answers came in."""
    start, days = WAVES[wave]
    lot = Lot(f"riverside times {wave}")
    moments = sorted(start + timedelta(minutes=lot.between(0, days * 1440)) for _ in people)
    said: set[str] = set()
    return [_row(wave, person, when, said) for person, when in zip(people, moments, strict=True)]


def _row(wave: str, person: Person, when: datetime, said: set[str]) -> list[str]:
    lot = Lot(f"riverside {wave} {person.code}")
    closed = {asked.key: _answer(asked, wave, person, lot) for asked in QUESTIONS}
    recommend = _RECOMMEND[person.group] + 1.5 * lot.normal()
    return [
        when.strftime("%Y/%m/%d %I:%M:%S %p GMT+1"),
        person.code,
        person.email,
        *[closed[asked.key] for asked in QUESTIONS if asked.key not in ("age", "area")],
        _visits(person, lot),
        _spend(person, lot),
        "" if lot.chance(0.03) else str(min(10, max(0, round(recommend)))),
        _words(LIKE, person, lot, said),
        _words(CHANGE, person, lot, said),
        closed["age"],
        closed["area"],
    ]


def _answer(asked: Asked, wave: str, person: Person, lot: Lot) -> str:
    """Return the cell of a closed question; who is 16 or 60 in spring still is in autumn."""
    steady = asked.key in ("age", "area", "milk", "cafe")
    lot = Lot(f"riverside {asked.key} {person.code}") if steady else lot
    group = lot.pick(("hurry", "table", "beans")) if lot.chance(person.fade) else person.group
    if asked.kind != "ticks" and lot.chance(0.06 if asked.key in ("age", "area") else 0.02):
        return ""
    weights = asked.of(group, wave)
    if asked.kind == "choice":
        return lot.weighted(asked.options, weights)
    if asked.kind == "ticks":
        return "; ".join(o for o, w in zip(asked.options, weights, strict=True) if lot.chance(w))
    if asked.kind == "yes_no":
        return "Yes" if lot.chance(weights[0]) else "No"
    place = 2 + weights[0] + 1.05 * lot.normal()
    return asked.options[min(4, max(0, round(place)))]


def _visits(person: Person, lot: Lot) -> str:
    mean, spread = _VISITS[person.group]
    return str(max(0, round(mean + spread * lot.normal())))


def _spend(person: Person, lot: Lot) -> str:
    middle, spread = _SPEND[person.group]
    price = middle * (2.718281828 ** (spread * lot.normal()))
    return "" if lot.chance(0.04) else f"{round(price * 20) / 20:.2f}"


def _words(question: str, person: Person, lot: Lot, said: set[str]) -> str:
    """Return the open answer: often two sentences, sometimes nothing, in the person's own habit."""
    if lot.chance(0.24 if question == CHANGE else 0.17):
        return lot.weighted(("", "nothing", "-", "no idea"), (80, 8, 6, 6))
    text = _sentence(question, person, lot, said)
    if lot.chance(0.18):
        text = f"{text.rstrip('.!')}. {_sentence(question, person, lot, said)}"
    if lot.chance(0.03):
        text += f" {_reach(person, lot)}"
    return _in_habit(" ".join(text.split()), person.habit)


def _sentence(question: str, person: Person, lot: Lot, said: set[str]) -> str:
    """Return something nobody has said in these words; lines without slots soon run out."""
    rules = grammar(question, person.group)
    text = lot.say(rules, "{start}")
    while text in said:
        text = lot.say(rules, "{start}")
    said.add(text)
    return text


def _reach(person: Person, lot: Lot) -> str:
    """Return how to reach her: an address, or a number kept free for fiction (Ofcom)."""
    number = f"07700 900{lot.whole(100, 999)}"
    return lot.pick((f"Write to me: {person.email}", f"You can call me on {number}."))


def _in_habit(text: str, habit: str) -> str:
    first = _CAPITAL.sub(lambda found: found[0].upper(), text)
    if habit == "lower":
        return text.lower()
    if habit == "bare":
        return first.rstrip(".")
    return first.rstrip(".") + "!" if habit == "shout" else first
