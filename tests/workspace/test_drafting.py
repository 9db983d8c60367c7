# SPDX-License-Identifier: MIT
"""Groups somebody made by hand are drafted from like found ones: with what is usual in them."""

import json
from pathlib import Path
from typing import Any

import pytest

from persona_studio.workspace.drafting import draft
from persona_studio.workspace.portability import load
from persona_studio.workspace.soundness import problems

EXAMPLE = Path(__file__).resolve().parents[2] / "docs" / "example-project.json"


@pytest.mark.parametrize(
    "change",
    [{}, {"result": {"detail": "by hand", "apart": [], "typical": [[2]]}}, {"name": ""}],
)
def test_groups_made_by_hand_can_be_drafted_from(tmp_path: Path, change: dict[str, Any]) -> None:
    data = _twenty_times_as_many()
    grouping = data["segmentations"][0]
    grouping.update({key: value for key, value in change.items() if key != "name"})
    grouping["segments"][1].update(change)
    grouping["segments"][1].pop("result", None)
    (tmp_path / "a.json").write_text(json.dumps(data), encoding="utf-8")
    workspace = load(tmp_path / "a.json", tmp_path / "a.persona")
    made = draft(workspace, "by-visits")
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
