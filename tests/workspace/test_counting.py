# SPDX-License-Identifier: MIT
"""Figures follow what an edit moves, and nobody but the counting writes them."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from persona_studio.core import clock
from persona_studio.core.persona import Claim, Evidence, Measure
from persona_studio.storage import claims, evidence, personas
from persona_studio.workspace.portability import load
from persona_studio.workspace.soundness import wrong_counts
from persona_studio.workspace.workspace import Workspace

EXAMPLE = Path(__file__).resolve().parents[2] / "docs" / "example-project.json"
PHONE = Measure("reached", "is", "Phone", "segment")


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    opened = load(EXAMPLE, tmp_path / "a.persona")
    yield opened
    assert not wrong_counts(opened)
    opened.close()


def _figures(workspace: Workspace, claim: str) -> list[tuple[int, int]]:
    items = workspace.snapshot.evidence_of(claim)
    return [(e.n_for, e.n_against) for e in items if e.measure]


def test_a_new_measure_is_counted_in_its_own_edit(workspace: Workspace) -> None:
    with workspace.edit("Link") as write:
        claim = claims.add(write, "ruth", "channels", "By phone")
        evidence.link_measure(write, claim, "survey-may", PHONE)
    assert _figures(workspace, claim) == [(0, 2)]


def test_a_measure_that_speaks_against_a_claim_counts_the_other_way(workspace: Workspace) -> None:
    with workspace.edit("Turn") as write:
        write.change(Evidence, "e1", stance="contradicts")
    assert _figures(workspace, "phone-first") == [(1, 5)]


def test_moving_a_claim_counts_it_among_the_other_personas_people(workspace: Workspace) -> None:
    assert _figures(workspace, "phone-first") == [(5, 1)]
    with workspace.edit("Move claim") as write:
        claims.move(write, ["phone-first"], "ruth", "channels")
    assert _figures(workspace, "phone-first") == [(0, 2)]
    with workspace.edit("Park claim") as write:
        claims.move(write, ["phone-first"], None, "channels")
    assert _figures(workspace, "phone-first") == [(5, 3)], "the parking lot asks everyone"
    workspace.undo()
    workspace.undo()
    assert _figures(workspace, "phone-first") == [(5, 1)]


def test_giving_a_persona_another_segment_counts_its_claims_anew(workspace: Workspace) -> None:
    with workspace.edit("Change group") as write:
        personas.change(write, "maya", segment="tables")
    assert _figures(workspace, "phone-first") == [(0, 2)]


def test_linking_twice_is_linking_once(workspace: Workspace) -> None:
    with workspace.edit("Link") as write:
        first = evidence.link_measure(write, "quick", "survey-may", PHONE)
        assert evidence.link_measure(write, "quick", "survey-may", PHONE) == first
    assert len(_figures(workspace, "quick")) == 1


def test_wrong_figures_in_a_file_are_found(workspace: Workspace) -> None:
    with workspace.database.transaction():
        raw = workspace.database.connection
        raw.execute("UPDATE journal_state SET edit = 999")
        raw.execute("UPDATE evidence SET n_for = 77 WHERE id = 'e1'")
        raw.execute("UPDATE journal_state SET edit = NULL")
    stored = workspace.snapshot.replaced("evidence", {"e1": _with(workspace, n_for=77)}, ())
    workspace._snapshot = stored
    assert wrong_counts(workspace) == ["e1"]
    with workspace.edit("Count") as write:
        write.change(Evidence, "e1", note="again")


def _with(workspace: Workspace, n_for: int) -> Evidence:
    from dataclasses import replace

    return replace(workspace.snapshot.table(Evidence)["e1"], n_for=n_for)


def test_an_assessment_is_kept_until_its_claim_or_evidence_changes(workspace: Workspace) -> None:
    before = workspace.assess("phone-first")
    assert workspace.assess("phone-first") is before
    with workspace.edit("Other") as write:
        claims.edit_text(write, "quick", "Be quick")
    assert workspace.assess("phone-first") is before
    with workspace.edit("Quantifier") as write:
        write.change(Claim, "phone-first", quantifier="nobody")
    assert workspace.assess("phone-first").mark == "slashed"
    workspace.undo()
    assert workspace.assess("phone-first") == before


def test_a_window_left_open_overnight_speaks_of_the_new_day(workspace: Workspace) -> None:
    with clock.fixed(date(2026, 11, 24)):
        early, fresh = workspace.findings(), workspace.assess("quick")
    with clock.fixed(date(2029, 11, 24)):
        late = workspace.findings()
        assert {finding.rule for finding in late} > {finding.rule for finding in early}
        assert workspace.assess("quick").strength < fresh.strength
    with clock.fixed(date(2026, 11, 24)):
        assert workspace.findings() == early


def test_prevalence_and_findings_follow_the_edits(workspace: Workspace) -> None:
    found = workspace.prevalence("maya")
    assert found is not None
    assert (found.n, found.soft, found.lines) == (8, 5, 1)
    with workspace.edit("Unlink") as write:
        evidence.unlink(write, "e1")
    assert workspace.prevalence("maya") is None
    assert "EV01" in {f.rule for f in workspace.findings() if f.target.id == "phone-first"}
    workspace.undo()
    assert workspace.prevalence("maya") == found
