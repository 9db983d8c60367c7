# SPDX-License-Identifier: MIT
"""Whose answers a measure counts, said where they are not those of the persona's own survey."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from persona_studio.core.fields import new_id
from persona_studio.core.persona import Evidence, Measure
from persona_studio.core.research import Question, Wave
from persona_studio.storage import claims, evidence, rows, waves
from persona_studio.workspace.behind import Whose, whose
from persona_studio.workspace.telling import ledger_of
from persona_studio.workspace.workspace import Workspace
from tests.workspace import two_groups

OTHERS = "Other people than this persona's group: everyone asked in Shop survey."
AGAIN = "The people of this persona's group who were found again in Shop survey."


@pytest.fixture
def space(tmp_path: Path) -> Iterator[Workspace]:
    """Two groups of forty people; a second survey asked ten of them and ten others."""
    made = two_groups.make(tmp_path / "a.persona", ages=True)
    with made.edit("Import") as write:
        source = waves.add_source(write, "Shop survey")
        wave = Wave("shop", source, n=20)
        raw = made.database.connection
        rows.register(raw, "row", wave.id)
        rows.add_rows(raw, wave.id, ((n, f"P-{n + 20}", json.dumps(["30"])) for n in range(1, 21)))
        waves.show(write, wave, [Question(new_id(), wave.id, "age", 0, 1, "age", role="numeric")])
    yield made
    made.close()


def counted(space: Workspace, wave: str, base: str) -> Evidence:
    """Link a measure on a wave to a new claim of the first persona."""
    persona = space.snapshot.personas[0].id
    with space.edit("Claim") as write:
        made = claims.add(write, persona, "demographics", "Over 29", quantifier="most")
        evidence.link_measure(write, made, wave, Measure("age", "at_least", 30, base))
    return space.snapshot.evidence_of(made)[0]


def test_on_its_own_survey_nothing_has_to_be_said(space: Workspace) -> None:
    assert whose(space, counted(space, "wave", "segment")) == Whose(everyone=False)
    assert whose(space, counted(space, "wave", "all")) == Whose(everyone=True)


def test_people_of_another_survey_are_told_from_the_groups_own(space: Workspace) -> None:
    item = counted(space, "shop", "segment")
    assert item.n_for == 20, "nobody is known again, so everyone is counted"
    assert whose(space, item) == whose(space, counted(space, "shop", "all"))
    assert whose(space, item) == Whose(everyone=True, words=OTHERS)
    persona = space.snapshot.personas[0]
    found = space.assess(item.claim)
    assert found.mark == "filled", "the mark stays"
    assert OTHERS in [claim.remark for claim in ledger_of(space, space.snapshot, persona).claims]
    with space.edit("Link") as write:
        write.change(Wave, "shop", linked=True)
        write.change(Wave, "wave", linked=True)
    again = counted(space, "shop", "segment")
    assert again.n_for == 10
    assert whose(space, again) == Whose(everyone=False, words=AGAIN)
