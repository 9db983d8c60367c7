# SPDX-License-Identifier: MIT
"""Figures come back bit-equal from the rows; a lost wave is named at each claim it stood behind."""

from pathlib import Path

import pytest

from persona_studio.core.persona import Evidence
from persona_studio.core.research import Wave
from persona_studio.storage import waves
from persona_studio.workspace.portability import dump, load
from persona_studio.workspace.soundness import wrong_counts
from persona_studio.workspace.workspace import Workspace
from tests.review.planted.counter import asked_at_counter, small_survey
from tests.review.planted.world import World, add_survey, clean, loaded


def two_surveys(seed: int = 4) -> World:
    world = clean(seed, 3, 80)
    add_survey(world, "survey-0", "2025-04-01")
    for persona in world.data["personas"]:
        claim = world.claim(persona["id"], "Waits for the last bus home", quantifier="most")
        asked_at_counter(world, claim["id"], small_survey(world, 58, 60))
    return world


def figures(workspace: Workspace) -> dict[str, tuple[int, int, int]]:
    every = workspace.snapshot.table(Evidence).values()
    return {e.id: (e.n_for, e.n_against, e.n_rival) for e in every}


def test_figures_are_the_same_after_reopening_and_after_dump_and_load(tmp_path: Path) -> None:
    with loaded(two_surveys(), tmp_path) as workspace:
        before, path = figures(workspace), workspace.path
        assert wrong_counts(workspace) == []
        dump(workspace, tmp_path / "again.json")
        workspace.close()
        again = Workspace.open(path)
        assert figures(again) == before
        assert wrong_counts(again) == []
        again.close()
    other = load(tmp_path / "again.json", tmp_path / "other.persona")
    assert figures(other) == before
    assert wrong_counts(other) == []
    other.close()


@pytest.mark.parametrize("wave", ["survey-1", "survey-0", "talks-1", "counter-3-w1"])
def test_removing_a_wave_names_exactly_the_claims_it_stood_behind(
    wave: str, tmp_path: Path
) -> None:
    with loaded(two_surveys(), tmp_path) as workspace:
        assert wave in workspace.snapshot.table(Wave)
        cited = {e.claim for e in workspace.snapshot.table(Evidence).values() if e.wave == wave}
        before = workspace.findings()
        with workspace.edit("Remove") as write:
            waves.remove(write, wave)
        lost = {f.target.id for f in workspace.findings() if f.rule == "EV12"}
        assert lost == cited
        workspace.undo()
        assert workspace.findings() == before
