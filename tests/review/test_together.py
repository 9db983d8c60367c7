# SPDX-License-Identifier: MIT
"""What several findings of a rule share: fixes for all, one reason, one step to undo."""

from pathlib import Path

import pytest

from persona_studio.core.errors import StudioError
from persona_studio.core.reviewing import Finding, Fix, Target
from persona_studio.workspace import fixing
from tests.evidence.draft import Draft
from tests.review.opened import opened


def hit(*fixes: Fix) -> Finding:
    return Finding("EV01", "W", Target("claim", "c"), "See. Mend.", {}, fixes)


def test_a_fix_acts_on_several_only_where_all_have_it_and_nothing_is_asked() -> None:
    park, draft = Fix("park_claim", "Park it"), Fix("draft_rest", "Draft a persona")
    other = Fix("use_data", "Use the data: “few”")
    asks = Fix("reword_claim", "Say it otherwise", {"ask": "text"})
    one = hit(park, draft, asks, other)
    two = hit(park, draft, asks, Fix("use_data", "Use the data: “some”"))
    assert [(fix.id, fix.label) for fix in fixing.together([one, two])] == [
        ("park_claim", "Park it"),
        ("use_data", "Use the data"),
    ]
    assert fixing.together([one, hit()]) == []


def test_fixes_of_all_are_one_step_or_none(tmp_path: Path) -> None:
    draft = Draft()
    persona = draft.persona()
    texts = [draft.claim(persona, f"Wants thing {number}") for number in range(3)]
    with opened(draft, tmp_path) as workspace:
        found = [f for f in workspace.findings() if f.rule == "EV01" and f.target.id in texts]
        assert len(found) == 3
        gone = Finding(**{**vars(found[0]), "fixes": (Fix("delete_claim", "", {"claim": "no"}),)})
        with pytest.raises(StudioError):
            fixing.apply_all(workspace, [*found, gone], "delete_claim")
        assert len(workspace.snapshot.claims_of(persona)) == 3
        fixing.apply_all(workspace, found, "delete_claim")
        assert workspace.snapshot.claims_of(persona) == ()
        workspace.undo()
        assert len(workspace.snapshot.claims_of(persona)) == 3
