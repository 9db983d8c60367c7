# SPDX-License-Identifier: MIT
"""A survey in any language is sorted by its own words: who people are, and what a line tells."""

import pytest

from persona_studio.workspace.drafting import draft_everyone
from persona_studio.workspace.grouping import propose
from persona_studio.workspace.lines import section_of
from persona_studio.workspace.workspace import Workspace
from tests.shared import IMPORTS, needs_shared
from tests.workspace.conftest import Bring


@needs_shared
@pytest.mark.parametrize(
    ("name", "who", "channels"),
    [
        ("gen_chinese_wjx.csv", "1、您的性别", "2、您使用哪些渠道?"),
        ("gen_arabic.csv", "العمر", "القنوات"),
        ("gen_japanese.csv", "年齢", None),
        ("gen_russian_cp1251.csv", "Возраст", None),
    ],
)
def test_who_people_are_forms_no_groups_in_any_language(
    workspace: Workspace, bring: Bring, name: str, who: str, channels: str | None
) -> None:
    wave = bring(IMPORTS / name).wave
    asked = {q.group or q.label: q for q in workspace.snapshot.questions_of(wave)}
    proposal = propose(workspace, wave)
    assert asked[who].variable in proposal.descriptors
    assert section_of(who, descriptor=True) == "demographics"
    if channels:
        assert section_of(asked[channels].group or channels, descriptor=False) == "channels"


@needs_shared
def test_rows_of_a_grid_are_told_by_its_question_and_fill_a_short_draft(
    workspace: Workspace, bring: Bring
) -> None:
    persona = draft_everyone(workspace, bring(IMPORTS / "limesurvey_german.csv").wave)
    lines = workspace.snapshot.claims_of(persona)
    assert {line.section for line in lines} == {"goals", "values"}
    assert [line.section for line in lines].count("goals") == 4
    assert section_of("Was ist Ihnen wichtig? [Keine Probleme]", descriptor=False) == "goals"
    assert section_of("Wie oft? [E-Mail]", descriptor=False) == "channels"
