# SPDX-License-Identifier: MIT
"""Groups that change with the sample give way to fewer, steadier ones; personas go along."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from persona_studio.core.errors import StudioError
from persona_studio.core.persona import Persona
from persona_studio.core.research import Segment, Segmentation
from persona_studio.gui.bridge import Bridge
from persona_studio.gui.jobs import Jobs
from persona_studio.gui.review.room import ReviewRoom
from persona_studio.patterns.request import GroupRequest, GroupResult
from persona_studio.storage import personas
from persona_studio.workspace import fixing, grouping, regrouping
from persona_studio.workspace.workspace import Workspace
from tests.patterns.sample import project


def found(request: GroupRequest) -> GroupResult:
    """Look for groups in this process."""
    function, arguments = grouping.job(request)
    result: GroupResult = function(*arguments, report=lambda _done, _total: None)
    return result


@pytest.fixture(scope="module")
def five(tmp_path_factory: pytest.TempPathFactory) -> GroupResult:
    """Give five groups forced on people of three kinds."""
    workspace, wave = project(tmp_path_factory.mktemp("five") / "p.persona")
    result = found(grouping.request(workspace, wave, k=5, seed=1))
    workspace.close()
    return result


@pytest.fixture
def unsteady(tmp_path: Path, five: GroupResult) -> Iterator[tuple[Workspace, str]]:
    """Give a project with a persona for each of the five groups."""
    workspace, wave = project(tmp_path / "p.persona")
    request = grouping.request(workspace, wave, k=5, seed=1)
    segmentation = grouping.store(workspace, request, five)
    with workspace.edit("Personas") as write:
        for segment in workspace.snapshot.segments_of(segmentation):
            personas.add(write, f"Of {segment.number}", segment=segment.id)
    yield workspace, segmentation
    workspace.close()


def people_of(workspace: Workspace) -> dict[str, set[int]]:
    out = {}
    for persona in workspace.snapshot.personas:
        members = workspace.data.members(workspace.snapshot, persona)
        assert members is not None
        out[persona.id] = set(members[1])
    return out


def test_the_fix_makes_the_steady_groups_and_moves_each_persona_to_most_of_its_people(
    unsteady: tuple[Workspace, str],
) -> None:
    workspace, segmentation = unsteady
    hits = [hit for hit in workspace.findings() if hit.rule == "SE08"]
    assert hits
    fix = next(fix for fix in hits[0].fixes if fix.id == "fewer_groups")
    assert fix.label == "Make 3 groups of them"
    before = people_of(workspace)
    fixing.apply(workspace, hits[0], fix)
    assert [hit for hit in workspace.findings() if hit.rule == "SE08"] == []
    new = next(g for g in workspace.snapshot.table(Segmentation).values() if g.id != segmentation)
    assert new.k == 3
    groups = workspace.data.segment_rows(new.id)
    for persona, people in people_of(workspace).items():
        assert len(people & before[persona]) == max(
            len(before[persona] & set(rows)) for rows in groups.values()
        )
    assert workspace.undo_label == "Look for fewer groups"
    workspace.undo()
    assert people_of(workspace) == before
    assert len(workspace.snapshot.table(Segmentation)) == 1


def test_no_steadier_groups_are_refused_and_nothing_is_kept(
    unsteady: tuple[Workspace, str], five: GroupResult
) -> None:
    workspace, segmentation = unsteady
    request = regrouping.fewer_request(workspace, segmentation, 3)
    with pytest.raises(StudioError, match="no steadier"):
        regrouping.take_fewer(workspace, segmentation, request, five)
    assert set(workspace.snapshot.table(Segmentation)) == {segmentation}


def test_nothing_is_offered_where_no_fewer_groups_were_steady(
    unsteady: tuple[Workspace, str],
) -> None:
    workspace, segmentation = unsteady
    old = workspace.snapshot.table(Segmentation)[segmentation]
    loose = [{**offer, "worst_stability": 0.5} for offer in old.offered]
    with workspace.edit("Loosen") as write:
        write.change(Segmentation, segmentation, offered=replace(old, offered=loose).offered)
    hits = [hit for hit in workspace.findings() if hit.rule == "SE08"]
    assert hits
    assert {fix.id for hit in hits for fix in hit.fixes} == {"unlink_segment"}


def test_the_window_looks_beside_its_work_and_can_be_stopped(
    unsteady: tuple[Workspace, str], qtbot: QtBot
) -> None:
    workspace, segmentation = unsteady
    bridge, jobs = Bridge(workspace), Jobs()
    room = ReviewRoom(bridge, jobs)
    qtbot.addWidget(room)
    room.show()
    page = room.checklist
    hit = next(hit for hit in workspace.findings() if hit.rule == "SE08")
    fix = next(fix for fix in hit.fixes if fix.id == "fewer_groups")
    page._fix(hit, fix)
    assert page.running.isVisible()
    page.running.cancel()
    assert page.running.isHidden()
    assert set(workspace.snapshot.table(Segmentation)) == {segmentation}
    page._fix(hit, fix)
    qtbot.waitUntil(lambda: len(workspace.snapshot.table(Segmentation)) == 2, timeout=60_000)
    new = next(g for g in workspace.snapshot.table(Segmentation) if g != segmentation)
    segments = workspace.snapshot.table(Segment)
    table = workspace.snapshot.table(Persona).values()
    assert {segments[p.segment or ""].segmentation for p in table} == {new}
    bridge.closing.emit()
    jobs.close()
