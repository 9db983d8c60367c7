# SPDX-License-Identifier: MIT
"""Re-checking a real file on a new wave, with a group's frozen model."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from persona_studio.core.persona import Claim, Measure, Persona
from persona_studio.core.research import Segmentation
from persona_studio.storage import evidence
from persona_studio.workspace.frozen import frozen
from persona_studio.workspace.validating import validate
from persona_studio.workspace.workspace import Workspace
from tests.evidence.draft import Draft
from tests.review.opened import opened

QUESTIONS = ("visits", "channel", "pays")
FANS = ["Daily", "App", "Card"]
GUESTS = ["Rarely", "Shop", "Cash"]


def drafted() -> Draft:
    draft = Draft()
    source = draft.source("survey", "Customer survey")
    for day in (date(2025, 11, 1), date(2026, 5, 1)):
        wave = draft.wave(source, day)
        for name in QUESTIONS:
            draft.question(wave, name)
    return draft


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """Two waves of 100: half fans of the app; in the second the fans' card becomes cash."""
    before = [FANS] * 50 + [GUESTS] * 50
    after = [["Daily", "App", "Cash"]] * 40 + [FANS] * 10 + [GUESTS] * 50
    draft = drafted()
    segment = draft.segment("wave1", QUESTIONS)
    persona = draft.persona(segment=segment)
    draft.claim(persona, "Pays by card", quantifier="most", key=True)
    draft.claim(persona, "Comes every day", quantifier="most")
    members = {segment: ("segmentation1", range(2, 52))}
    with opened(draft, tmp_path, {"wave1": before, "wave2": after}, members) as found:
        with found.edit("Link") as write:
            for claim, variable, value in (
                ("claim1", "pays", "Card"),
                ("claim2", "visits", "Daily"),
            ):
                evidence.link_measure(write, claim, "wave1", Measure(variable, "is", value))
            write.change(Segmentation, "segmentation1", model=model_of(found))
        yield found


def model_of(workspace: Workspace) -> object:
    """A model of the three questions with the fans' and the guests' places as centres."""
    from persona_studio.patterns.groups import Axes, find_axes
    from persona_studio.patterns.models import model_of
    from persona_studio.patterns.prepare import code_all, learn

    answers = workspace.answers("wave1")
    codings = [learn((name,), answers, 1.0) for name in QUESTIONS]
    coded = code_all(codings, answers)
    axes: Axes = find_axes(coded)
    scores = axes.scores(coded)
    return json.loads(json.dumps(model_of(codings, axes, scores[[0, 99]])))


def test_people_are_found_again_and_a_claim_leaves_its_own_question_out(
    workspace: Workspace,
) -> None:
    assert workspace.assess("claim1").n_for == 50
    found = validate(workspace, "wave2")
    pays, visits = found["claims"]
    assert (pays["claim"], pays["people"], pays["answer"]) == ("claim1", "model", "changed")
    assert (pays["before"], pays["after"]) == ({"k": 50, "n": 50}, {"k": 10, "n": 50})
    assert pays["verdict_now"] == "contradicted"
    assert (visits["answer"], visits["after"]) == ("holds", {"k": 50, "n": 50})
    assert json.loads(json.dumps(found)) == found


def test_a_question_left_out_pulls_nobody_into_a_group(workspace: Workspace) -> None:
    segmentation = workspace.snapshot.table(Segmentation)["segmentation1"]
    assign = frozen(workspace, segmentation)
    assert assign is not None
    answers = workspace.answers("wave2")
    without = assign(answers, "pays")
    assert without is not None
    assert [each is not None for each in without] == [True] * 50 + [False] * 50


def test_nothing_is_written_by_a_check(workspace: Workspace) -> None:
    before = workspace.undo_label
    validate(workspace, "wave2")
    assert workspace.undo_label == before
    assert workspace.snapshot.table(Claim)["claim1"].quantifier == "most"
    assert workspace.snapshot.table(Persona)["persona1"].segment == "segment1"
