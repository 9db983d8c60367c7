# SPDX-License-Identifier: MIT
"""Whatever a project may hold, however odd, it can be judged, printed and drafted from."""

import random
from contextlib import suppress
from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from persona_studio.core import clock
from persona_studio.core.errors import StudioError
from persona_studio.core.persona import Claim, Persona
from persona_studio.core.research import Segmentation, Wave
from persona_studio.workspace import drafting, printing, signing
from persona_studio.workspace.soundness import problems
from persona_studio.workspace.validating import validate
from persona_studio.workspace.workspace import Workspace
from tests.storage.projects import make, random_edit

DAYS = (date(1970, 1, 1), date(2026, 11, 24), date(2100, 1, 1))


@example(seed=278)  # groups without the numbers that were offered
@given(seed=st.integers(0, 10**6))
@settings(max_examples=6, deadline=None)
def test_no_project_is_too_odd_to_be_worked_with(
    tmp_path_factory: pytest.TempPathFactory, seed: int
) -> None:
    workspace = make(tmp_path_factory.mktemp("odd") / "a.persona")
    rng = random.Random(seed)
    for _ in range(20):
        random_edit(workspace, rng)
    for day in DAYS:
        with clock.fixed(day):
            _judge(workspace)
    _use(workspace)
    assert {found["kind"] for found in problems(workspace)} <= {"rows", "groups", "picture"}
    workspace.close()


def _judge(workspace: Workspace) -> None:
    snapshot = workspace.snapshot
    workspace.findings()
    workspace.judging.coverage()
    for claim in snapshot.table(Claim):
        workspace.assess(claim)
    for persona in snapshot.table(Persona).values():
        workspace.prevalence(persona.id)
        workspace.judging.strength(persona.id)
        signing.standing(snapshot, persona)
        printing.sheets(workspace, (persona.id,))


def _use(workspace: Workspace) -> None:
    """Try what cannot always be done: it is said in a sentence then, never by a fault."""
    for persona in list(workspace.snapshot.table(Persona)):
        with suppress(StudioError):
            signing.sign(workspace, persona, "Anna")
    for wave in list(workspace.snapshot.table(Wave)):
        for use in (validate, drafting.draft_everyone, drafting.draft_rest):
            with suppress(StudioError):
                use(workspace, wave)
    for grouping in list(workspace.snapshot.table(Segmentation)):
        with suppress(StudioError):
            drafting.draft(workspace, grouping)
