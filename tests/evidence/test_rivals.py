# SPDX-License-Identifier: MIT
"""A typical answer stands against its strongest rival, a typical range against the median."""

import random

import pytest
from scipy.stats import binom

from persona_studio.core.persona import Measure
from persona_studio.evidence.columns import Answers
from persona_studio.evidence.rivals import Rival, beyond, middle_half, rivals, strongest
from persona_studio.evidence.verdict import typical
from tests.evidence.survey import question, wave

CHANNEL = question("channel", options=("Phone", "E-mail", "Shop"))
SPENT = question("spent", 1, "numeric")
STEPS = question("visits", 2, "ordinal", order=("Rarely", "Monthly", "Weekly", "Daily"))


def answers() -> Answers:
    channel = ["phone"] * 30 + ["E-Mail "] * 25 + ["e-mail"] * 25 + ["Shop"] * 20
    spent = [str(number) for number in range(100)]
    visits = ["Rarely"] * 10 + ["Monthly"] * 60 + ["Weekly"] * 20 + [""] * 10
    return wave([(CHANNEL, channel), (SPENT, spent), (STEPS, visits)])


@pytest.mark.parametrize(
    ("op", "counts", "answer"),
    [
        ("is", (30, 100, 50), "contradicted"),
        ("is", (45, 100, 20), "supported"),
        ("is", (30, 100, 35), "cannot_tell"),
        ("any_of", (60, 60, 0), "supported"),
        ("is", (62, 100, 0), "supported"),
        ("is", (40, 100, 0), "cannot_tell"),
        ("between", (10, 100, 90), "contradicted"),
        ("between", (50, 100, 30), "supported"),
        ("between", (50, 100, 45), "cannot_tell"),
        ("between", (0, 3, 3), "cannot_tell"),
        ("includes", (62, 100, 70), "supported"),
    ],
)
def test_hand_checks(op: str, counts: tuple[int, int, int], answer: str) -> None:
    assert typical(op, counts) == answer


def test_the_strongest_rival_is_counted_over_its_spellings_and_spelled_as_offered() -> None:
    measure = Measure("channel", "is", "Phone", "all")
    assert strongest(measure, answers()) == Rival("E-mail", 50)
    assert rivals(measure, answers()) == 50
    assert strongest(measure, answers(), range(2, 32)) is None
    assert rivals(Measure("channel", "is_not", "Phone", "all"), answers()) == 0


def test_people_beyond_a_range_and_the_middle_half() -> None:
    measure = Measure("spent", "between", [30, 40], "all")
    assert beyond(measure, answers()) == (30, 59)
    assert rivals(measure, answers()) == 59
    assert middle_half(measure, answers()) == [25, 74]
    assert beyond(Measure("spent", "at_least", 30), answers()) == (30, 0)
    steps = Measure("visits", "between", ["Weekly", "Daily"], "all")
    assert beyond(steps, answers()) == (70, 0)
    assert middle_half(steps, answers()) == ["Monthly", "Monthly"]


def test_a_typical_range_is_contradicted_only_when_the_median_surely_lies_beyond() -> None:
    """Where the true median lies within the range, a sample seldom says otherwise."""
    draw = random.Random(5)
    false = sum(
        typical("at_least", (40 - below, 40, below)) == "contradicted"
        for below in (sum(draw.random() < 0.5 for _ in range(40)) for _ in range(4000))
    )
    assert false / 4000 <= 0.035
    rank = next(n for n in range(41) if typical("at_least", (40 - n, 40, n)) == "contradicted")
    assert binom.sf(rank - 1, 40, 0.5) <= 0.03
