# SPDX-License-Identifier: MIT
"""How strong the support of a claim is, 0-100, with every step of the sum; no numpy.

S = (people + variety + directness) x agreement, rounded half up, at most 20 where data
contradicts the claim, 0 where nobody but us says so (method, section 3).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

PEOPLE = ((100, 50), (30, 45), (17, 40), (9, 35), (5, 30), (3, 20), (2, 15), (1, 10))
VARIETY_EACH, VARIETY_MOST = 10, 30
DIRECT: Mapping[str, int] = {"observed": 20, "said": 10, "second_hand": 0}
VOICE_MOST = 20
CONTRADICTED_MOST = 20
TIMES = "\u00d7"
BANDS = ((70, "strong"), (40, "fair"), (1, "weak"), (0, "assumption"))
KINDS: Mapping[str, str] = {
    "survey": "survey",
    "interviews": "interviews",
    "observation": "observation",
    "analytics": "analytics",
    "sales_support": "sales and support",
    "social": "social media",
    "competitor": "desk research",
    "assumption": "assumption",
}
_DIRECT_WORDS = {
    "observed": "somebody was seen doing it, or a record shows it",
    "said": "their own words or answers",
    "second_hand": "second hand only",
}


@dataclass(frozen=True)
class Ground:
    """What one wave of one source says about a claim, each person counted once.

    `weight` is what its age leaves of it (0-1). `answer` is the verdict of a measure on it, ""
    without one: supported counts everyone asked, can't tell counts nobody.
    """

    source: str
    name: str
    kind: str
    weight: float
    n_for: int
    n_against: int
    direct: str = "said"
    answer: str = ""
    day: date | None = None

    @property
    def supporters(self) -> int:
        """People who count as support."""
        if self.answer == "supported":
            return self.n_for + self.n_against
        return 0 if self.answer else self.n_for

    @property
    def speakers(self) -> int:
        """People who count at all, for or against."""
        return 0 if self.answer == "cannot_tell" else self.n_for + self.n_against


@dataclass(frozen=True)
class Strength:
    """The score with its parts and the lines that let a reader follow the sum by hand."""

    score: int
    people: int
    variety: int
    directness: int
    agreement: Fraction
    lines: tuple[str, ...]

    @property
    def band(self) -> str:
        """The score in a word: assumption, weak, fair or strong."""
        return next(word for least, word in BANDS if self.score >= least)


def strength(grounds: Iterable[Ground], *, contradicted: bool = False) -> Strength:
    """Return the strength of a claim standing on these grounds."""
    living = sorted((g for g in grounds if g.weight > 0), key=_order)
    support = [g for g in living if g.supporters > 0]
    if not support:
        return Strength(0, 0, 0, 0, Fraction(1), (_nothing(living),))
    standing = sum((Fraction(g.weight) * g.supporters for g in support), Fraction(0))
    people = people_points(standing)
    kinds = sorted({g.kind for g in support})
    variety = min(VARIETY_MOST, VARIETY_EACH * len(kinds))
    best = max((g.direct for g in support), key=lambda word: DIRECT[word])
    agreeing, parts = _agreement(living)
    raw = (people + variety + DIRECT[best]) * agreeing
    score = int(raw + Fraction(1, 2))
    lines = [
        f"People: {_people(support, standing)}{_from(standing)} → {people} points",
        f"Variety: {_kinds(kinds)} → {variety} points",
        f"Directness: {_DIRECT_WORDS[best]} → {DIRECT[best]} points",
        f"Agreement: {parts} = {_share(agreeing)}",
        f"({people} + {variety} + {DIRECT[best]}) {TIMES} {_share(agreeing)} = {score}",
    ]
    if contradicted and score > CONTRADICTED_MOST:
        score = CONTRADICTED_MOST
        lines.append(f"Held at {score}, because data contradicts it")
    return Strength(score, people, variety, DIRECT[best], agreeing, tuple(lines))


def agreement(grounds: Iterable[Ground]) -> Fraction | None:
    """Return how far those who speak agree with the claim (g), None where nobody speaks."""
    living = [ground for ground in grounds if ground.weight > 0 and ground.speakers > 0]
    return _agreement(living)[0] if living else None


def people_points(standing: Fraction | float) -> int:
    """Return the points for so many people, aged ones counting for less than one each."""
    if standing <= 0:
        return 0
    return next((points for least, points in PEOPLE if standing >= least), 5)


def _order(ground: Ground) -> tuple[object, ...]:
    counts = (-ground.weight, ground.n_for, ground.n_against)
    return (ground.name, ground.source, *counts, ground.kind, ground.direct, ground.answer)


def _agreement(grounds: Sequence[Ground]) -> tuple[Fraction, str]:
    """Return the mean share of each source that agrees, no source weighing more than 20 people."""
    voices = [_voice(part) for part in _by_source(grounds)]
    voices = [(mass, share) for mass, share in voices if mass > 0]
    total = sum((mass for mass, _ in voices), Fraction(0))
    parts = " + ".join(f"{_plain(mass)} {TIMES} {_share(share)}" for mass, share in voices)
    agreeing = sum((mass * share for mass, share in voices), Fraction(0)) / total
    said = f"({parts}) / {_plain(total)}"
    if any(mass == VOICE_MOST for mass, _ in voices):
        said = f"no source weighs more than {VOICE_MOST} people: {said}"
    return agreeing, said


def _by_source(grounds: Sequence[Ground]) -> list[list[Ground]]:
    found: dict[str, list[Ground]] = {}
    for ground in grounds:
        found.setdefault(ground.source, []).append(ground)
    return list(found.values())


def _voice(grounds: Sequence[Ground]) -> tuple[Fraction, Fraction]:
    mass = sum((Fraction(g.weight) * g.speakers for g in grounds), Fraction(0))
    agreeing = sum((Fraction(g.weight) * g.supporters for g in grounds), Fraction(0))
    if mass == 0:
        return Fraction(0), Fraction(0)
    return min(Fraction(VOICE_MOST), mass), agreeing / mass


def _people(support: Sequence[Ground], standing: Fraction) -> str:
    parts = ", ".join(f"{g.supporters} from {g.name}{_aged(g.weight)}" for g in support)
    return f"{_plain(standing)} ({parts})"


def _from(standing: Fraction) -> str:
    """Return from how many people on the points are given."""
    least = next((least for least, _ in PEOPLE if standing >= least), 0)
    return f", {least} or more" if least else ", fewer than 1"


def _aged(weight: float) -> str:
    return "" if weight == 1 else f", aged, {TIMES} {_plain(Fraction(weight))}"


def _kinds(kinds: Sequence[str]) -> str:
    noun = "kind" if len(kinds) == 1 else "kinds"
    return f"{len(kinds)} {noun} of source ({', '.join(KINDS.get(k, k) for k in kinds)})"


def _plain(value: Fraction) -> str:
    return f"{float(value):.2f}".rstrip("0").rstrip(".")


def _share(value: Fraction) -> str:
    return f"{float(value):.3f}".rstrip("0").rstrip(".")


def _nothing(living: Sequence[Ground]) -> str:
    if any(g.answer == "contradicted" for g in living):
        return "The data speaks against it, and nobody else speaks for it → 0"
    if any(g.answer == "cannot_tell" for g in living):
        return "The data can't tell yet, so nobody is counted → 0"
    if living:
        return "Nobody speaks for it → 0"
    return "Nothing but our own word stands behind it → 0"
