# SPDX-License-Identifier: MIT
"""A persona is split by an answer: two groups of people, every claim on both, one of them told."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from persona_studio.core.errors import StudioError
from persona_studio.core.persona import Claim, Evidence, Measure, Persona
from persona_studio.core.research import Segment, Segmentation, Wave
from persona_studio.storage import claims, evidence
from persona_studio.workspace import fixing
from persona_studio.workspace.splitting import split_persona
from persona_studio.workspace.workspace import Workspace
from tests.gui import project


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """Give Maya of forty people, of whom a quarter come once a week."""
    opened = project.make(tmp_path / "p.persona")
    with opened.edit("Claim") as write:
        maya = write.find(Persona, name="Commuter Maya")[0].id
        made = claims.add(write, maya, "goals", "Comes once a week", quantifier="most")
        wave = next(iter(opened.snapshot.table(Wave)))
        evidence.link_measure(write, made, wave, Measure("visits", "is", "Once a week", "all"))
    yield opened
    opened.close()


def weekly(workspace: Workspace) -> Claim:
    return next(
        c for c in workspace.snapshot.table(Claim).values() if c.text == "Comes once a week"
    )


def split(workspace: Workspace) -> tuple[Persona, Persona]:
    """Press the fix that the finding offers; return both personas."""
    claim = weekly(workspace)
    hit = next(f for f in workspace.findings() if (f.rule, f.target.id) == ("EV08", claim.id))
    fix = next(fix for fix in hit.fixes if fix.id == "split_persona")
    assert fix.label == "Split Commuter Maya by this answer"
    before = set(workspace.snapshot.table(Persona))
    fixing.apply(workspace, hit, fix)
    [made] = set(workspace.snapshot.table(Persona)) - before
    table = workspace.snapshot.table(Persona)
    return table[claim.persona or ""], table[made]


def rows_of(workspace: Workspace, persona: Persona) -> set[int]:
    found = workspace.data.members(workspace.snapshot, persona)
    assert found is not None
    return set(found[1])


def test_people_part_by_the_answer(workspace: Workspace) -> None:
    one, two = split(workspace)
    by_hand = {n for n, row in enumerate(project.PEOPLE, start=2) if row[0] == "Once a week"}
    assert rows_of(workspace, one) == by_hand
    assert rows_of(workspace, two) == set(range(2, 42)) - by_hand
    assert (one.name, two.name) == ("Commuter Maya", "Commuter Maya 2")
    assert [p.name for p in workspace.snapshot.personas][:2] == [one.name, two.name]
    group = workspace.snapshot.segmentation_of(one.segment or "")
    assert group is not None
    assert (group.method, group.questions) == ("split", ("visits",))


def test_claims_stand_on_both_and_the_split_one_says_what_is_true_of_each(
    workspace: Workspace,
) -> None:
    one, two = split(workspace)
    texts = [c.text for c in workspace.snapshot.claims_of(one.id)]
    assert [c.text for c in workspace.snapshot.claims_of(two.id)] == texts
    copy = next(c for c in workspace.snapshot.claims_of(two.id) if c.text == "Comes once a week")
    first = next(c for c in workspace.snapshot.claims_of(one.id) if c.text == copy.text)
    assert (first.quantifier, copy.quantifier) == ("most", "few")
    judged = workspace.assess(first.id), workspace.assess(copy.id)
    assert [(j.n_for, j.n_total, j.verdict) for j in judged] == [
        (10, 10, "supported"),
        (0, 30, "supported"),
    ]
    assert judged[0].by_construction


def test_a_split_is_one_step_and_goes_without_a_trace(workspace: Workspace) -> None:
    before = workspace.snapshot.table(Claim), workspace.snapshot.table(Persona)
    groups = set(workspace.snapshot.table(Segment)), set(workspace.snapshot.table(Segmentation))
    split(workspace)
    assert workspace.undo_label == "Split persona"
    workspace.undo()
    assert (workspace.snapshot.table(Claim), workspace.snapshot.table(Persona)) == before
    assert set(workspace.snapshot.table(Segment)) == groups[0]
    assert set(workspace.snapshot.table(Segmentation)) == groups[1]
    workspace.redo()
    assert len(workspace.snapshot.personas) == 3


@pytest.mark.parametrize("quantifier", ["about_half", "some", None])
def test_a_claim_that_parts_nobody_is_declined_openly(
    workspace: Workspace, quantifier: str | None
) -> None:
    [item] = workspace.snapshot.evidence_of(weekly(workspace).id)
    with workspace.edit("Change") as write:
        write.change(Claim, item.claim, quantifier=quantifier)
    with pytest.raises(StudioError, match="cannot be split by that claim"):
        split_persona(workspace, item.id)


def test_a_side_of_few_people_is_declined_and_not_offered(workspace: Workspace) -> None:
    [item] = workspace.snapshot.evidence_of(weekly(workspace).id)
    with workspace.edit("Change") as write:
        measure = Measure("visits", "is", "Never", "all")
        write.change(Evidence, item.id, measure=measure)
    hit = next(f for f in workspace.findings() if f.rule == "EV08")
    assert "split_persona" not in {fix.id for fix in hit.fixes}
    with pytest.raises(StudioError, match="One side would be 0 people"):
        split_persona(workspace, item.id)
