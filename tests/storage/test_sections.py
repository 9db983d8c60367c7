# SPDX-License-Identifier: MIT
"""Sections of a project: whatever is done to them, no claim and no section is lost."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from persona_studio.core.clock import today
from persona_studio.core.errors import StudioError
from persona_studio.core.persona import Claim
from persona_studio.core.sections import SECTIONS, arranged
from persona_studio.publish.sheet import sheet_of
from persona_studio.storage import claims, personas, sections
from persona_studio.storage.writer import Writer
from persona_studio.workspace.portability import dump, load
from persona_studio.workspace.workspace import Workspace
from tests.storage.projects import make


def change(workspace: Workspace, what: Callable[[Writer], object]) -> None:
    """Do one thing in one step."""
    with workspace.edit("Change sections") as write:
        what(write)


def titles(workspace: Workspace) -> list[str]:
    """Return the headings in order."""
    return [section.title for section in workspace.snapshot.sections]


def test_own_names_order_and_sections_go_to_the_poster_and_through_json(tmp_path: Path) -> None:
    workspace = make(tmp_path / "a.persona")
    made: list[str] = []
    with workspace.edit("Set up") as write:
        made.append(sections.add(write, "Rituals"))
        made.append(personas.add(write, "Ada"))
        claims.add(write, made[1], made[0], "Reads the paper first")
        claims.add(write, made[1], "pains", "Waits too long")
        claims.add(write, made[1], "values", "Plays the organ")
        sections.rename(write, "pains", "What hurts")
        sections.shift(write, made[0], 0)
        sections.hide(write, "values", hidden=True)
    dump(workspace, tmp_path / "a.json")
    workspace.close()
    again = load(tmp_path / "a.json", tmp_path / "b.persona")
    assert titles(again)[0] == "Rituals"
    assert titles(again)[3] == "What hurts"
    sheet = sheet_of(again.snapshot, made[1], again.assess, today())
    assert [part.title for part in sheet.parts] == ["Rituals", "Goals", "What hurts"]
    assert len(again.snapshot.claims_of(made[1])) == 3
    again.close()


def test_a_section_keeps_its_claims_until_they_are_moved(tmp_path: Path) -> None:
    workspace = make(tmp_path / "a.persona")
    made: list[str] = []
    change(workspace, lambda write: made.append(sections.add(write, "Rituals")))
    change(workspace, lambda write: made.append(claims.add(write, None, made[0], "Prays")))
    with pytest.raises(StudioError, match="cannot be removed"):
        change(workspace, lambda write: sections.remove(write, made[0]))
    with pytest.raises(StudioError, match="already"):
        change(workspace, lambda write: sections.rename(write, "goals", "rituals"))
    change(workspace, lambda write: claims.remove(write, [made[1]]))
    change(workspace, lambda write: sections.remove(write, made[0]))
    assert workspace.snapshot.sections == SECTIONS
    assert "sections" not in workspace.snapshot.settings
    workspace.undo()
    assert titles(workspace)[-1] == "Rituals"
    workspace.close()


@given(st.recursive(st.none() | st.booleans() | st.text(), lambda x: st.lists(x), max_leaves=9))
@settings(max_examples=40, deadline=None)
def test_a_strange_setting_never_loses_a_section(value: object) -> None:
    for chosen in (value, [value, {"id": "pains", "title": value, "hidden": value}]):
        found = arranged(chosen, ["own_1", "goals"])
        assert {section.id for section in found} == {*(s.id for s in SECTIONS), "own_1"}
        assert all(section.title for section in found)


def test_claims_stand_in_the_order_of_the_project(tmp_path: Path) -> None:
    workspace = make(tmp_path / "a.persona")
    made: list[str] = []
    with workspace.edit("Set up") as write:
        made.append(personas.add(write, "Ada"))
        claims.add(write, made[0], "goals", "First")
        claims.add(write, made[0], "quotes", "Second")
        sections.shift(write, "quotes", 0)
    there = workspace.snapshot.claims_of(made[0])
    assert [claim.section for claim in there] == ["quotes", "goals"]
    assert len(workspace.snapshot.table(Claim)) >= 2
    workspace.close()
