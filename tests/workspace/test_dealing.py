# SPDX-License-Identifier: MIT
"""Cards hold answers and nothing that tells who somebody is; groups are dealt evenly."""

import json
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from persona_studio.core import clock
from persona_studio.core.fields import new_id
from persona_studio.core.persona import Persona
from persona_studio.core.research import Membership, Question, Segment, Segmentation, Wave
from persona_studio.core.workshop import Exercise, Placement
from persona_studio.storage import personas, rows, waves
from persona_studio.workspace import dealing
from persona_studio.workspace.workspace import Workspace

COLUMNS = (
    ("id", "respondent_id", ""),
    ("mail", "pii", ""),
    ("when", "timestamp", ""),
    ("visits", "single_choice", ""),
    ("wish", "free_text", ""),
    ("Bread", "multi_select", "What do you buy?"),
    ("Cake", "multi_select", "What do you buy?"),
)


@pytest.fixture
def space(tmp_path: Path) -> Workspace:
    """Give forty people with private columns, thirty in one group and ten in the other."""
    workspace = Workspace.create(tmp_path / "a.persona", "A")
    with workspace.edit("Import") as write:
        source = waves.add_source(write, "Survey")
        wave = Wave("wave", source, date(2026, 5, 4), clock.now(), "a.csv", n=40)
        raw = write.connection.connection.dbapi_connection
        assert raw is not None
        rows.register(raw, "row", wave.id)
        cells = [
            (n, f"P-{n}", json.dumps([f"id-{n}", "a@b.de", "2026-01-01", f"v{n}", "", "1", "0"]))
            for n in range(1, 41)
        ]
        rows.add_rows(raw, wave.id, cells)
        questions = [
            Question(new_id(), wave.id, name, place, place + 1, name, "", role, group=group)
            for place, (name, role, group) in enumerate(COLUMNS)
        ]
        waves.show(write, wave, questions)
        write.add(Segmentation("groups", wave.id, k=2))
        for number, key in enumerate(("many", "few")):
            write.add(Segment(key, "groups", number, key))
            personas.add(write, key, segment=key)
        rows.register(raw, "membership", "groups")
        rows.add_memberships(
            raw, [Membership("groups", n, "many" if n <= 30 else "few") for n in range(1, 41)]
        )
    return workspace


def test_a_card_holds_answers_and_nothing_private(space: Workspace) -> None:
    assert dealing.card(space, "wave", 7) == [("visits", "v7"), ("What do you buy?", "Bread")]
    assert dealing.card(space, "wave", 99) == []
    assert dealing.card(space, None, 7) == []
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
