# SPDX-License-Identifier: MIT
"""A corrected file takes a wave's place: measures, quotes and groups move, undo brings all back."""

from pathlib import Path

import pytest

from persona_studio.core.persona import Evidence, Measure, Persona
from persona_studio.core.research import Question, Quote, Segmentation, Wave
from persona_studio.core.scales import Placement, Scale
from persona_studio.storage import claims, evidence, personas, rows, scales
from persona_studio.workspace.counting import count_evidence
from persona_studio.workspace.next_wave import Settled
from persona_studio.workspace.workspace import Workspace
from tests.storage.projects import state
from tests.workspace.conftest import Bring
from tests.workspace.survey import grouped, people, write


@pytest.fixture
def built(workspace: Workspace, bring: Bring, tmp_path: Path) -> str:
    """Import a survey, find groups, and rest a persona's two lines on it."""
    wave = bring(write(tmp_path / "spring.csv", people(0, 120)), source="Guests").wave
    by_label = {q.label: q for q in workspace.snapshot.questions_of(wave)}
    segmentation = grouped(workspace, wave)
    segment = workspace.snapshot.segments_of(segmentation)[0]
    with workspace.edit("A persona") as hand:
        maya = personas.add(hand, "Maya", segment=segment.id)
        young = claims.add(hand, maya, "demographics", "Is young", quantifier="some")
        age = Measure(by_label["Age group"].variable, "is", "18-24", "segment")
        evidence.link_measure(hand, young, wave, age)
        wish = by_label["What should we change?"]
        slow = claims.add(hand, maya, "pains", "The app is slow")
        row = next(
            n
            for n, text in zip(
                workspace.answers(wave).numbers, workspace.cells(wave, wish.variable), strict=True
            )
            if text.startswith("The app")
        )
        quote = evidence.mark_quote(hand, wave, wish.id, int(row), "app is slow", 4)
        evidence.link_quote(hand, slow, quote)
    return wave


def test_scales_and_the_people_on_them_move_to_the_corrected_file(
    workspace: Workspace, built: str, bring: Bring, tmp_path: Path
) -> None:
    age = next(q for q in workspace.snapshot.questions_of(built) if q.label == "Age group")
    keys = dict(rows.read_keys(workspace.database.connection, built))
    row = max(keys)
    with workspace.edit("Scale") as hand:
        scale = scales.add(hand, built, ("Planning", "ahead", "on the day"), age.id)
        scales.place(hand, scale, row, 3)
    path = write(tmp_path / "corrected.csv", list(reversed(people(0, 120))))
    found = bring(path, source="Guests", settled=Settled("replace"))
    moved = workspace.snapshot.table(Scale)[scale]
    assert moved.wave == found.wave
    assert workspace.snapshot.table(Question)[moved.question or ""].variable == age.variable
    (placement,) = workspace.snapshot.table(Placement).values()
    now = dict(rows.read_keys(workspace.database.connection, found.wave))
    assert now[placement.row] == keys[row]
    assert placement.row != row


def test_what_rested_on_a_wave_moves_to_the_corrected_file(
    workspace: Workspace, built: str, bring: Bring, tmp_path: Path
) -> None:
    before = state(workspace)
    corrected = [{**row, "Country": "DE"} for row in reversed(people(0, 120))]
    for row in corrected:
        row["What should we change?"] = "Really: " + row["What should we change?"]
    path = write(tmp_path / "spring_corrected.csv", corrected)
    found = bring(path, source="Guests", settled=Settled("replace"))
    snapshot = workspace.snapshot
    assert (found.replaced, found.lost) == (built, 0)
    assert set(snapshot.table(Wave)) == {found.wave}
    (quote,) = snapshot.table(Quote).values()
    text = workspace.data.cell(snapshot, quote.wave, quote.row, quote.question)
    assert quote.start is not None
    assert text[quote.start :].startswith("app is slow")
    assert workspace.data.respondent(quote.wave, quote.row) == respondent(workspace, before)
    for item in snapshot.table(Evidence).values():
        assert (item.wave, item.lost) == (found.wave, "")
        if item.measure:
            counted = count_evidence(workspace.data, snapshot, item)
            assert counted is not None
            assert counted[:2] == (item.n_for, item.n_against)
            assert (item.n_for, item.n_against) == figures(before)
    (segmentation,) = snapshot.table(Segmentation).values()
    (maya,) = snapshot.table(Persona).values()
    assert snapshot.segmentation_of(maya.segment or "") == segmentation
    members = rows.read_memberships(workspace.database.connection, segmentation.id)
    assert len(members) == 120
    assert set(segmentation.result["map"]["rows"]) <= {member.row for member in members}
    after = state(workspace)
    workspace.undo()
    assert state(workspace) == before
    workspace.redo()
    assert state(workspace) == after


def respondent(workspace: Workspace, before: dict[str, dict[str, object]]) -> str:
    (quote,) = before["quote"].values()
    assert isinstance(quote, Quote)
    return workspace.data.respondent(quote.wave, quote.row)


def figures(before: dict[str, dict[str, object]]) -> tuple[int, int]:
    items = [e for e in before["evidence"].values() if isinstance(e, Evidence) and e.measure]
    return items[0].n_for, items[0].n_against


def test_what_the_corrected_file_does_not_hold_is_told_lost(
    workspace: Workspace, built: str, bring: Bring, tmp_path: Path
) -> None:
    names = {n: n for n in people(0, 1)[0] if n not in ("Age group", "What should we change?")}
    path = write(tmp_path / "spring_corrected.csv", people(0, 120), names)
    found = bring(path, source="Guests", settled=Settled("replace", built))
    assert found.lost == 2
    assert all(item.lost for item in workspace.snapshot.table(Evidence).values())
    assert not workspace.snapshot.table(Quote)
