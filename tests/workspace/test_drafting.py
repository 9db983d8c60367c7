# SPDX-License-Identifier: MIT
"""Groups somebody made by hand are drafted from like found ones: with what is usual in them."""

import json
from pathlib import Path
from typing import Any

import pytest

from persona_studio.core.errors import StudioError
from persona_studio.core.persona import Persona
from persona_studio.storage import personas
from persona_studio.workspace.drafting import draft, draft_everyone
from persona_studio.workspace.portability import load
from persona_studio.workspace.soundness import problems
from persona_studio.workspace.workspace import Workspace
from tests.shared import IMPORTS, needs_shared
from tests.workspace.conftest import Bring

EXAMPLE = Path(__file__).resolve().parents[2] / "docs" / "example-project.json"


@pytest.mark.parametrize(
    "change",
    [{}, {"result": {"detail": "by hand", "apart": [], "typical": [[2]]}}, {"name": ""}],
)
def test_groups_made_by_hand_can_be_drafted_from(tmp_path: Path, change: dict[str, Any]) -> None:
    data = _twenty_times_as_many()
    for place, question in enumerate(data["waves"][0]["questions"]):
        if question["label"].endswith("?"):
            question.update(text=question["label"], label=f"Q{place}")
    grouping = data["segmentations"][0]
    grouping.update({key: value for key, value in change.items() if key != "name"})
    grouping["segments"][1].update(change)
    grouping["segments"][1].pop("result", None)
    (tmp_path / "a.json").write_text(json.dumps(data), encoding="utf-8")
    workspace = load(tmp_path / "a.json", tmp_path / "a.persona")
    made = draft(workspace, "by-visits", again=True)
    snapshot = workspace.snapshot
    names = [p.name for p in snapshot.personas if p.id in made]
    assert names == ["In a hurry", "Group 2" if "name" in change else "At the long table"]
    expected = ((120, "visit us? Most working days"), (40, "drink? Cake"))
    for persona, (people, said) in zip(made, expected, strict=True):
        lines = snapshot.claims_of(persona)
        assert any(said in claim.text for claim in lines)
        measured = [e for c in lines for e in snapshot.evidence_of(c.id) if e.measure]
        assert measured
        assert all(item.n_for + item.n_against == people for item in measured)
    assert problems(workspace) == []
    workspace.close()


def test_only_groups_without_a_persona_are_drafted_unless_told_to(tmp_path: Path) -> None:
    workspace = load(EXAMPLE, tmp_path / "a.persona")
    groups = workspace.snapshot.segments_of("by-visits")
    draft(workspace, "by-visits")
    before = workspace.snapshot.personas
    assert {g.id for g in groups} <= {p.segment for p in before}
    step = workspace.undo_label
    assert draft(workspace, "by-visits") == []
    assert (workspace.snapshot.personas, workspace.undo_label) == (before, step)
    gone = next(p for p in before if p.segment == groups[0].id)
    with workspace.edit("Remove") as write:
        personas.remove(write, gone.id)
    (made,) = draft(workspace, "by-visits")
    assert workspace.snapshot.table(Persona)[made].segment == groups[0].id
    rounds = [draft(workspace, "by-visits", again=True) for _ in range(3)]
    assert [len(round_) for round_ in rounds] == [2, 2, 2]
    board = workspace.snapshot.personas
    assert len({p.name for p in board}) == len(board)
    assert sum(p.role == "primary" for p in board) == 5
    assert workspace.snapshot.table(Persona)[rounds[1][0]].name == "In a hurry (3)"
    workspace.undo()
    assert len(workspace.snapshot.personas) == len(board) - 2
    workspace.close()


@needs_shared
def test_where_no_answer_is_sure_everyone_still_gets_lines_that_were_counted(
    workspace: Workspace, bring: Bring
) -> None:
    wave = bring(IMPORTS / "gen_wave1.csv").wave
    persona = draft_everyone(workspace, wave)
    lines = workspace.snapshot.claims_of(persona)
    assert {line.text for line in lines} >= {"About half: Channels: Website"}
    for line in lines:
        (item,) = workspace.snapshot.evidence_of(line.id)
        assert item.n_for + item.n_against == 80
        assert workspace.assess(line.id).verdict == "cannot_tell"


def test_a_persona_of_everyone_is_not_made_without_a_line(
    workspace: Workspace, bring: Bring, tmp_path: Path
) -> None:
    answers = (f"N{i},2026-03-{i % 28 + 1:02},town {i} of many" for i in range(60))
    (tmp_path / "a.csv").write_text("\n".join(["Respondent,Day,Note", *answers]), encoding="utf-8")
    wave = bring(tmp_path / "a.csv").wave
    with pytest.raises(StudioError, match="common enough"):
        draft_everyone(workspace, wave)
    assert not workspace.snapshot.personas


def _twenty_times_as_many() -> dict[str, Any]:
    """The example by hand with twenty people for each."""
    data: dict[str, Any] = json.loads(EXAMPLE.read_text(encoding="utf-8"))
    wave, grouping = data["waves"][0], data["segmentations"][0]
    rows, members = wave["rows"], grouping["memberships"]
    wave["rows"] = [
        {**row, "number": row["number"] + 10 * i, "respondent": f"P-{row['number'] + 10 * i}"}
        for i in range(20)
        for row in rows
    ]
    grouping["memberships"] = [
        {**member, "row": member["row"] + 10 * i} for i in range(20) for member in members
    ]
    return data
