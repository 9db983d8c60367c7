# SPDX-License-Identifier: MIT
"""Cards hold answers and nothing that tells who somebody is; groups are dealt evenly."""

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from persona_studio.core.fields import new_id
from persona_studio.core.persona import Persona
from persona_studio.core.research import Question, Segmentation
from persona_studio.core.workshop import Exercise, Placement
from persona_studio.workspace import dealing
from persona_studio.workspace.workspace import Workspace
from tests.workspace import two_groups


@pytest.fixture
def space(tmp_path: Path) -> Workspace:
    """Give forty people with private columns, thirty in one group and ten in the other."""
    return two_groups.make(tmp_path / "a.persona")


def test_a_card_holds_answers_and_nothing_private(space: Workspace) -> None:
    assert dealing.card(space, "wave", 7) == [("visits", "v7"), ("What do you buy?", "Bread")]
    assert dealing.card(space, "wave", 99) == []
    assert dealing.card(space, None, 7) == []
    space.close()


def test_a_long_questionnaire_leaves_the_telling_answers_on_the_card(space: Workspace) -> None:
    with space.edit("Many questions") as write:
        for place in range(30):
            question = Question(new_id(), "wave", f"q{place}", 3, label=f"Q{place}")
            write.add(replace(question, role="single_choice"))
        write.change(Segmentation, "groups", questions=("q29",))
    labels = [label for label, _ in dealing.card(space, "wave", 7)]
    assert len(labels) == 12
    assert "Q29" in labels, "it formed the groups"
    space.close()


def test_each_group_is_dealt_as_often_and_nobody_twice(space: Workspace) -> None:
    dealt = dealing.deal(space, "wave", 12, "seed")
    assert len(set(dealt)) == 12
    assert Counter(row <= 30 for row in dealt) == {True: 6, False: 6}
    assert dealing.deal(space, "wave", 12, "seed") == dealt
    assert dealing.deal(space, "wave", 12, "other") != dealt
    assert len(dealing.deal(space, "wave", 40, "seed")) == 40
    space.close()


def test_the_data_says_whose_group_each_card_is_in(space: Workspace) -> None:
    ids = {p.name: p.id for p in space.snapshot.table(Persona).values()}
    many, few = ids["many"], ids["few"]
    options = dealing.personas_to_sort(space.snapshot)
    placed = (Placement("A", 1, many), Placement("B", 1, few), Placement("A", 35, few))
    found = Exercise("x", "w", "sort", wave="wave", options=options, rows=(1, 35), placed=placed)
    assert dealing.by_data(space, found) == {1: many, 35: few}
    assert dealing.both(found) == ([many], [few])
    space.close()
