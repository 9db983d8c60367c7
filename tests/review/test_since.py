# SPDX-License-Identifier: MIT
"""What changed since a sign-off is told claim by claim, from what was kept when signing."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from persona_studio.core import clock
from persona_studio.core.persona import Measure, Persona
from persona_studio.core.research import Wave
from persona_studio.review.content import content_of
from persona_studio.review.rules import RULES
from persona_studio.review.since import differences
from persona_studio.storage import claims, evidence, personas, settings
from persona_studio.workspace import signing
from persona_studio.workspace.workspace import Workspace
from tests.evidence.draft import TODAY
from tests.gui import project

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=8,
)


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """A project whose Maya is signed off on TODAY, no rule standing in the way."""
    with clock.fixed(TODAY):
        made = project.make(tmp_path / "a.persona")
        with made.edit("No rules") as write:
            settings.put(write, "review.limits", {rule.id: {"on": False} for rule in RULES})
        signing.sign(made, maya(made).id, "Ana Keller")
    with clock.fixed(TODAY + timedelta(days=20)):
        yield made
    made.close()


def maya(workspace: Workspace) -> Persona:
    return workspace.snapshot.personas[0]


def told(workspace: Workspace) -> list[tuple[str, str, tuple[str, ...]]]:
    found = signing.since(workspace, maya(workspace))
    return [(s.difference.kind, s.difference.text, s.difference.sentences) for s in found]


def test_nothing_is_told_right_after_signing_nor_of_what_is_not_signed(
    workspace: Workspace,
) -> None:
    assert told(workspace) == []
    with workspace.edit("Move") as write:
        personas.change(write, maya(workspace).id, owner="Ana")
        claims.add(write, workspace.snapshot.personas[1].id, "goals", "Elsewhere")
    assert told(workspace) == []


def test_added_removed_and_changed_claims_are_told_with_the_day(workspace: Workspace) -> None:
    first, second, *_ = workspace.snapshot.claims_of(maya(workspace).id)
    with workspace.edit("Change claim") as write:
        claims.change(write, first.id, text="Comes every day", quantifier="few")
    with workspace.edit("Remove claim") as write:
        claims.remove(write, [second.id])
    with workspace.edit("Add claim") as write:
        claims.add(write, maya(workspace).id, "goals", "Wants to sit down")
    with workspace.edit("Rename") as write:
        personas.change(write, maya(workspace).id, name="Maya the fast")
    found = {(kind, text): sentences for kind, text, sentences in told(workspace)}
    assert found["added", "Wants to sit down"] == ("Added to goals.",)
    assert found["removed", second.text][0].startswith("Taken off ")
    assert (
        f"The words: “Comes every day”, before “{first.text}”."
        in (found["changed", "Comes every day"])
    )
    assert any("For how many: “few”" in each for each in found["changed", "Comes every day"])
    assert found["changed", "Maya the fast"] == (
        "The name: “Maya the fast”, before “Commuter Maya”.",
    )
    days = {s.difference.text: (s.day, s.step) for s in signing.since(workspace, maya(workspace))}
    assert days["Comes every day"] == (TODAY + timedelta(days=20), "Change claim")
    assert days[second.text][1] == "Remove claim"
    with clock.fixed(TODAY + timedelta(days=30)), workspace.edit("Weigh claim") as write:
        claims.change(write, first.id, quantifier="some")
    days = {s.difference.text: (s.day, s.step) for s in signing.since(workspace, maya(workspace))}
    assert days["Comes every day"] == (TODAY + timedelta(days=30), "Weigh claim")
    for _ in range(5):
        workspace.undo()
    assert told(workspace) == []


def test_evidence_that_came_or_went_is_told(workspace: Workspace) -> None:
    claim = workspace.snapshot.claims_of(maya(workspace).id)[0]
    wave = next(iter(workspace.snapshot.table(Wave)))
    with workspace.edit("Link") as write:
        evidence.link_measure(write, claim.id, wave, Measure("visits", "is", "Rarely", "all"))
    assert told(workspace) == [("changed", claim.text, ("Evidence was added.",))]


def test_figures_are_told_then_and_now() -> None:
    def content(n_for: int) -> dict[str, Any]:
        item = {"id": "e", "claim": "c", "n_for": n_for, "n_against": 40 - n_for}
        return {"claims": [{"id": "c", "text": "Comes often"}], "evidence": [item]}

    (found,) = differences(content(30), content(12))
    assert found.sentences == ("30 of 40 then, 12 of 40 now.",)
    assert found.ids == {"c", "e"}


@given(JSON, JSON, JSON)
def test_any_kept_content_is_read_without_fail(one: Any, two: Any, three: Any) -> None:
    now = {"persona": {"id": "p", "name": "Maya"}, "claims": [{"id": "c", "text": "Comes"}]}
    before = {"persona": one, "claims": two, "evidence": three, "picture": one}
    assert isinstance(differences(before, now), list)
    assert isinstance(differences(one, now), list)


def test_the_same_content_differs_in_nothing(workspace: Workspace) -> None:
    content = content_of(maya(workspace), workspace.snapshot)
    assert differences(content, content) == []
