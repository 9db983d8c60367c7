# SPDX-License-Identifier: MIT
"""Scales of degrees: "very", "rather", "not at all" of one thing or of its opposite.

No list of whole answers: an answer is taken apart into what it is about, for which side it
speaks, and how strongly. The words lie in `degrees.txt`.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from persona_studio.evidence.reading import fold

_USUAL = 2.4
_SHARE = 0.75
_KEPT = 20_000
_WORDY = re.compile(r"[\w'\u2019]")
_PUNCTUATION = re.compile(r"[.,;:!?/()\u2013\u2014\"-]+")
_VOWEL_SIGNS = re.compile("[\u064b-\u0652]")


@dataclass(frozen=True)
class _Words:
    """The lists of `degrees.txt`: strength of words, what negates, the middle, the sides."""

    strengths: tuple[tuple[str, float], ...]
    negations: tuple[str, ...]
    middle: re.Pattern[str]
    sides: tuple[tuple[str, int, int, str], ...]


@dataclass(frozen=True)
class _Answer:
    """One answer taken apart: the number of its pair of sides, its side, and its strength."""

    about: int | str
    side: int
    strength: float


def order(texts: Sequence[str]) -> tuple[str, tuple[str, ...]] | None:
    """Return the kind of scale (likert or ordinal) and the answers from low to high.

    None unless three answers in four are degrees of one thing, each of them another.
    """
    parted = {text: _part(bare(text)) for text in texts}
    about = Counter(a.about for a in parted.values() if a and a.about != "")
    if not about:
        return None
    thing, _ = about.most_common(1)[0]
    own = {text: a for text, a in parted.items() if a and a.about in (thing, "")}
    if len(own) < max(3, _SHARE * len(texts)) or sum(a.about == thing for a in own.values()) < 2:
        return None
    sides = any(a.side < 0 or a.about == "" for a in own.values())
    scores = {text: _score(a, both_sides=sides) for text, a in own.items()}
    if len(set(scores.values())) < len(scores):
        return None
    kinds = {number: kind for _, _, number, kind in _words().sides}
    kind = kinds.get(thing, "ordinal") if isinstance(thing, int) else "ordinal"
    return kind, tuple(sorted(scores, key=scores.__getitem__))


def bare(text: str) -> str:
    """Return an answer without case, punctuation and vowel signs."""
    return " ".join(_VOWEL_SIGNS.sub("", _PUNCTUATION.sub(" ", fold(text))).split())


def _score(answer: _Answer, *, both_sides: bool) -> float:
    if answer.strength == 0 and answer.about != "":
        return -5.0
    if answer.strength == 1 and answer.side > 0 and not both_sides:
        return -1.0
    return answer.side * answer.strength


@lru_cache(maxsize=_KEPT)
def _part(text: str) -> _Answer | None:
    """Take a bare answer apart; the columns of a file have most of theirs in common."""
    words = _words()
    if words.middle.fullmatch(text):
        return _Answer("", 0, 0.0)
    if len(text) > 60:
        return None
    stem = next((each for each in words.sides if has(text, each[0])), None)
    rest = _without(text, stem[0]) if stem else text
    phrase, strength = next(((p, s) for p, s in words.strengths if has(rest, p)), ("", _USUAL))
    rest = _without(rest, phrase) if phrase else rest
    negation = next((each for each in words.negations if has(rest, each)), "")
    if stem is None:
        about = " ".join(_without(rest, negation).split()) if negation else rest.strip()
        return _Answer(about, 1, strength) if about and phrase and not negation else None
    side = -1 if negation and stem[1] > 0 else stem[1]
    return _Answer(stem[2], side, strength)


def has(text: str, phrase: str) -> bool:
    """Tell whether a phrase stands in a text, both bare, as whole words."""
    return phrase in text and bool(_pattern(phrase).search(text))


def _without(text: str, phrase: str) -> str:
    return " ".join(_pattern(phrase).sub(" ", text, count=1).split())


@cache
def _pattern(phrase: str) -> re.Pattern[str]:
    """Return a pattern for whole words; scripts without spaces are looked through."""
    spaced = phrase[:1] < "\u3000" and bool(_WORDY.match(phrase))
    return re.compile(rf"(?<!\w){re.escape(phrase)}(?!\w)" if spaced else re.escape(phrase))


@cache
def _words() -> _Words:
    strengths: list[tuple[str, float]] = []
    negations: list[str] = []
    middle: list[str] = []
    sides: list[tuple[str, int, int, str]] = []
    section = ""
    for number, line in enumerate(
        Path(__file__).with_name("degrees.txt").read_text("utf-8").splitlines()
    ):
        said = line.strip()
        if said.startswith("[") and said.endswith("]"):
            section = said.strip("[]")
        elif not said or said.startswith("#"):
            continue
        elif section.startswith("sides"):
            for side, words in zip((-1, 1), said.split(" < "), strict=True):
                sides += [(bare(w), side, number, section[6:]) for w in words.split(" | ")]
        elif section == "middle":
            middle += said.split(" | ")
        elif section == "not":
            negations += [fold(word) for word in said.split(" | ")]
        else:
            strengths += [(bare(word), float(section)) for word in said.split(" | ")]
    strengths.sort(key=lambda each: -len(each[0]))
    sides.sort(key=lambda each: -len(each[0]))
    return _Words(tuple(strengths), tuple(negations), re.compile("|".join(middle)), tuple(sides))
