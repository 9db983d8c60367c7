# SPDX-License-Identifier: MIT
"""Re-checking personas on a new wave: what is taken over, what is kept, and undo of both."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from persona_studio.core.errors import StudioError
from persona_studio.core.persona import Claim, Evidence
from persona_studio.evidence.waves import comparisons
from persona_studio.storage import waves
from persona_studio.workspace.rechecking import (
    Line,
    adopt,
    can_keep,
    can_split,
    keep,
    recheck,
    split,
)
from persona_studio.workspace.workspace import Workspace
from tests.review.asked_twice import asked_twice


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with asked_twice(tmp_path) as found:
        yield found


def lines(workspace: Workspace) -> dict[str, Line]:
    found = recheck(workspace, comparisons(workspace.snapshot)[0])
    return {line.claim.text: line for line in found.lines}


def take(workspace: Workspace, *texts: str) -> int:
    found = recheck(workspace, comparisons(workspace.snapshot)[0])
    wanted = [line.claim.id for line in found.lines if line.claim.text in texts]
    return adopt(workspace, found, wanted)


def test_claims_stand_worst_first_with_what_can_be_done(workspace: Workspace) -> None:
    found = lines(workspace)
    assert list(found) == ["Pays by card", "Comes every day", "Likes dogs"]
    told = {text: (line.answer, line.state, line.adoptable) for text, line in found.items()}
    assert told["Pays by card"] == ("changed", "open", True)
    assert told["Comes every day"] == ("holds", "open", True)
    assert told["Likes dogs"] == ("untested", "open", False)
    assert can_keep(workspace, found["Pays by card"].claim.id)
    assert not can_keep(workspace, found["Comes every day"].claim.id)


def test_a_new_value_brings_the_word_that_fits_it(workspace: Workspace) -> None:
    before = workspace.snapshot
    assert take(workspace, "Pays by card") == 1
    claim = next(c for c in workspace.snapshot.table(Claim).values() if c.text == "Pays by card")
    items = workspace.snapshot.evidence_of(claim.id)
    assert [(item.wave, item.n_for, item.n_against) for item in items] == [("wave2", 10, 90)]
    assert claim.quantifier == "few"
    assert workspace.assess(claim.id).verdict == "supported"
    assert lines(workspace)["Pays by card"].state == "adopted"
    assert not can_keep(workspace, claim.id)
    workspace.undo()
    assert workspace.snapshot.table(Evidence) == before.table(Evidence)
    assert workspace.snapshot.table(Claim) == before.table(Claim)


def test_all_that_hold_move_in_one_step(workspace: Workspace) -> None:
    assert take(workspace, "Pays by card", "Comes every day", "Likes dogs") == 2
    assert {line.state for line in lines(workspace).values()} == {"adopted", "open"}
    assert take(workspace, "Pays by card", "Comes every day", "Likes dogs") == 0
    workspace.undo()
    assert {line.state for line in lines(workspace).values()} == {"open"}


def test_a_changed_claim_is_kept_with_a_reason(workspace: Workspace) -> None:
    claim = lines(workspace)["Pays by card"].claim.id
    with pytest.raises(StudioError):
        keep(workspace, claim, "  ", None)
    keep(workspace, claim, "The card reader was broken in May", date(2026, 12, 1))
    line = lines(workspace)["Pays by card"]
    assert line.state == "kept"
    assert line.waiver is not None
    assert line.waiver.reason == "The card reader was broken in May"
    with pytest.raises(StudioError) as refused:
        keep(workspace, lines(workspace)["Comes every day"].claim.id, "Why not", None)
    assert refused.value.kind == "nothing_to_keep"


def test_a_persona_is_split_by_an_answer_that_moved(workspace: Workspace) -> None:
    found = lines(workspace)
    assert can_split(workspace, found["Pays by card"])
    assert not can_split(workspace, found["Comes every day"])
    made = split(workspace, found["Pays by card"])
    personas = {p.id: p.name for p in workspace.snapshot.personas}
    assert personas[made] == "Commuter Maya 2"
    assert len(workspace.snapshot.claims_of(made)) == 3
    workspace.undo()
    assert [p.name for p in workspace.snapshot.personas] == ["Commuter Maya"]


def test_only_waves_with_one_before_them_are_offered(workspace: Workspace) -> None:
    assert [(c.wave.id, c.before.id) for c in comparisons(workspace.snapshot)] == [
        ("wave2", "wave1")
    ]
    with workspace.edit("Remove") as write:
        waves.remove(write, "wave2")
    assert comparisons(workspace.snapshot) == []
