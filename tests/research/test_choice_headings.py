# SPDX-License-Identifier: MIT
"""Headings of questions that have a column for each choice, however short and however dashed."""

from random import Random

import pytest

from persona_studio.research import headings
from persona_studio.research.heading_rows import plain
from persona_studio.research.headings import Heading
from tests.research.made import ticked
from tests.research.made.ticked import Asked, Written

INCOME = [f"Income - {step}" for step in ("$0 - $24,999", "$25,000 - $49,999", "$50,000+")]


@pytest.mark.parametrize(
    "how", [Written(), Written(response=False), Written(mark="Yes"), Written(mark="1", blank="0")]
)
@pytest.mark.parametrize("people", [3, 30])
def test_a_row_of_choices_is_a_heading_even_of_one_question(how: Written, people: int) -> None:
    every = tuple((n % 3,) for n in range(people))
    asked = [Asked("Which region do you live in?", ("North", "East", "South"), every)]
    rows = list(enumerate(ticked.table(asked, how, Random(1)), start=1))
    assert plain(rows, 5) == ((1, 2), 3)


def test_a_row_of_somebody_who_ticked_everything_is_none() -> None:
    head = ["Person", "Tea", "", "Milk"]
    rows = [head, ["P1", "yes", "yes", "yes"], ["P2", "", "yes", ""], ["P3", "yes", "", "yes"]]
    assert plain(list(enumerate(rows, start=1)), 4)[0] == (1,)


@pytest.mark.parametrize(
    ("texts", "stems"),
    [
        (["Sex - Female", "Sex - Male"], ["Sex", "Sex"]),
        (INCOME, ["Income"] * 3),
        (["May 2024 - Age - 18-29", "May 2024 - Age - 30-44"], ["May 2024 - Age"] * 2),
        (["Price - low", "Quality - low"], []),
    ],
)
def test_neighbours_share_the_longest_beginning_they_have_in_common(
    texts: list[str], stems: list[str]
) -> None:
    found = headings.groups([Heading(text) for text in texts])
    assert found == dict(enumerate(stems, start=1))
