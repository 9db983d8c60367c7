# SPDX-License-Identifier: MIT
"""A room with an answer of two groups among 80 people of the sample, made without a search."""

from collections.abc import Iterator

import pytest

from persona_studio.core.research import Segment, Segmentation
from persona_studio.gui.bridge import Bridge
from persona_studio.gui.patterns.room import PatternsRoom
from tests.patterns.sample import project
from tests.workspace.test_moving import group

HOSTILE = "=1+1 <b>&\x07"
MAP = {"shown": 0.4, "rows": [2, 3, 4], "x": [0, 1, 2], "y": [0, 1, 0]}
RESULT = {
    "detail": "",
    "also": [[], []],
    "forms": {},
    "map": {**MAP, "group": [0, 1, 0], "margin": [0.5, 0.01, 0.5]},
}


@pytest.fixture
def room(look, tmp_path, jobs, qtbot) -> Iterator[PatternsRoom]:
    workspace, wave = project(tmp_path / "p.persona", limit=80)
    group(workspace, wave, "old", {row: "AB"[row % 3 == 0] for row in range(2, 82)})
    asked = ("How do you usually pay?", "What do you spend on a usual visit (£)?")
    with workspace.edit("Answer") as write:
        write.change(Segmentation, "old", questions=asked, descriptors=("How old are you?",))
        write.change(Segmentation, "old", result=RESULT, verdict="slices", k=2)
        write.change(Segment, "old-B", name=HOSTILE)
    bridge = Bridge(workspace)
    made = PatternsRoom(bridge, jobs)
    qtbot.addWidget(made)
    made.resize(1207, 640)
    made.show()
    made.activate()
    yield made
    bridge.closing.emit()
    workspace.close()
