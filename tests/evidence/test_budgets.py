# SPDX-License-Identifier: MIT
"""The error rates the method promises, measured: a slice always, the whole in the long runs.

Each budget has its failing control beside it: the naive way of answering the same question breaks
the budget on the same data, which shows that the test can see.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pytest

from persona_studio.core.persona import Measure
from persona_studio.evidence.assign import by_lines
from persona_studio.evidence.columns import Answers, Mask
from persona_studio.evidence.drift import LEAST_GAP, Pair, Shift, compare
from persona_studio.evidence.measures import row_truth
from persona_studio.evidence.prevalence import Line
from persona_studio.evidence.strength import Ground, strength
from persona_studio.evidence.verdict import verdict
from tests.evidence.survey import question, wave

CLAIMS = 30
long = pytest.mark.safety


@dataclass(frozen=True)
class Alarms:
    """In how many runs something was called changed, by the rule and by two naive ones."""

    rule: float
    chance_only: float
    gap_only: float


def pairs_of(
    draw: np.random.Generator, people: int, then: Sequence[float], now: Sequence[float]
) -> list[Pair]:
    counts = zip(draw.binomial(people, then), draw.binomial(people, now), strict=True)
    return [Pair(int(a), people, int(b), people) for a, b in counts]


def alarms(people: int, runs: int) -> Alarms:
    """Compare unchanged waves of 30 claims so many times."""
    draw = np.random.default_rng(people)
    rule = chance = gap = 0
    for _ in range(runs):
        shares = draw.uniform(0.15, 0.85, CLAIMS)
        found = compare(pairs_of(draw, people, shares, shares))
        rule += any(shift.answer == "changed" for shift in found)
        chance += any(shift.chance <= 0.05 for shift in found)
        gap += any(abs(shift.difference) >= LEAST_GAP for shift in found)
    return Alarms(rule / runs, chance / runs, gap / runs)


@pytest.mark.parametrize(
    ("people", "runs", "most"),
    [
        (80, 120, 0.11),
        *(pytest.param(people, 1000, 0.06, marks=long) for people in (40, 80, 150, 400)),
    ],
)
def test_unchanged_projects_raise_few_alarms(people: int, runs: int, most: float) -> None:
    found = alarms(people, runs)
    assert found.rule <= most
    assert found.chance_only >= 0.6, "the naive rule should break the budget"
    if people <= 80:
        assert found.gap_only >= 0.9, "so should the size of the gap alone"


def power(people: int, runs: int, gap: float) -> float:
    """Return how many of 3 true changes among 30 claims are found."""
    draw = np.random.default_rng(people)
    hits: list[Shift] = []
    for _ in range(runs):
        then = draw.uniform(0.3, 0.6, CLAIMS)
        now = then + np.where(np.arange(CLAIMS) < 3, gap, 0.0)
        hits += compare(pairs_of(draw, people, then, now))[:3]
    return sum(shift.answer == "changed" for shift in hits) / len(hits)


@pytest.mark.parametrize(
    ("people", "runs", "gap", "least"),
    [
        (400, 30, 0.2, 0.95),
        pytest.param(150, 1000, 0.2, 0.70, marks=long),
        pytest.param(400, 1000, 0.2, 0.99, marks=long),
        pytest.param(150, 1000, 0.3, 0.95, marks=long),
    ],
)
def test_real_changes_are_found(people: int, runs: int, gap: float, least: float) -> None:
    assert power(people, runs, gap) >= least


@pytest.mark.parametrize(
    ("people", "claims"),
    [(80, 4_000), *(pytest.param(n, 160_000, marks=long) for n in (12, 30, 80, 200))],
)
def test_true_claims_are_seldom_called_contradicted(people: int, claims: int) -> None:
    draw = np.random.default_rng(people)
    counts = draw.binomial(people, draw.uniform(0.5, 0.9, claims))
    kinds = {int(k): verdict("most", int(k), people) for k in set(counts.tolist())}
    false = sum(kinds[int(k)] == "contradicted" for k in counts) / claims
    assert false <= 0.005
    naive = np.mean(counts / people < 0.5)
    assert naive >= 0.02, "the plain share should break the budget"


@pytest.mark.parametrize("runs", [600, pytest.param(20_000, marks=long)])
def test_a_claim_of_most_that_30_in_100_hold_is_contradicted(runs: int) -> None:
    counts = np.random.default_rng(3).binomial(80, 0.3, runs)
    assert np.mean([verdict("most", int(k), 80) == "contradicted" for k in counts]) >= 0.94


def noise(people: int, claims: int, draw: np.random.Generator) -> Answers:
    """Answers of people who toss a coin at each question."""
    cells = [draw.choice(["yes", "no"], people).tolist() for _ in range(claims)]
    return wave([(question(f"v{i}", i), column) for i, column in enumerate(cells)])


def confirmed(claims: int, runs: int, people: int = 300) -> tuple[float, float, float]:
    """Return the mean share of a noise claim's people who hold it: left out, and circular.

    Four personas of so many claims each; the last value is the share of claims called supported.
    """
    draw = np.random.default_rng(claims)
    honest: list[float] = []
    circular: list[float] = []
    supported = 0
    for _ in range(runs):
        answers = noise(people, 4 * claims, draw)
        lines = {
            f"p{p}": [
                Line(f"c{p}-{i}", Measure(f"v{p * claims + i}", "is", "yes")) for i in range(claims)
            ]
            for p in range(4)
        }
        everybody = by_lines(lines, answers)
        for persona, own in lines.items():
            line = own[0]
            holds = row_truth(line.measure, answers) == 1
            circular += share(holds, everybody[persona])
            mine = by_lines(lines, answers, line.claim)[persona]
            honest += share(holds, mine)
            n = int(mine.sum())
            supported += verdict("most", int((holds & mine).sum()), n) == "supported"
    return float(np.mean(honest)), float(np.mean(circular)), supported / (4 * runs)


def share(holds: Mask, mine: Mask) -> list[float]:
    return [float(holds[mine].mean())] if mine.any() else []


@pytest.mark.parametrize(
    ("claims", "runs"), [(7, 25), *(pytest.param(n, 300, marks=long) for n in (7, 8, 12))]
)
def test_a_claim_is_never_confirmed_by_the_people_it_has_chosen(claims: int, runs: int) -> None:
    honest, circular, supported = confirmed(claims, runs)
    assert abs(honest - 0.5) <= (0.02 if runs > 100 else 0.05)
    assert supported <= (0.03 if runs > 100 else 0.06)
    assert circular >= 0.6, "choosing people by the claim itself should confirm noise"


def grounds_of(draw: np.random.Generator) -> list[Ground]:
    return [
        Ground(
            f"s{draw.integers(3)}",
            "Source",
            ("survey", "interviews", "analytics", "social")[draw.integers(4)],
            (1.0, 0.5, 0.25, 0.0)[draw.integers(4)],
            int(draw.integers(60)),
            int(draw.integers(60)),
            ("observed", "said", "second_hand")[draw.integers(3)],
        )
        for _ in range(draw.integers(6))
    ]


@pytest.mark.parametrize("cases", [1_000, pytest.param(100_000, marks=long)])
def test_the_score_keeps_its_laws(cases: int) -> None:
    """Within 0-100, more support never lowers, more dissent never raises, order does not matter."""
    draw = np.random.default_rng(8)
    for _ in range(cases):
        grounds = grounds_of(draw)
        before = strength(grounds).score
        more = int(draw.integers(1, 9))
        kind = {"source": "new", "name": "New", "kind": "observation", "weight": 1.0}
        assert 0 <= before <= 100
        assert strength(grounds[::-1]).score == before
        assert strength([*grounds, Ground(**kind, n_for=more, n_against=0)]).score >= before
        assert strength([*grounds, Ground(**kind, n_for=0, n_against=more)]).score <= before
