# SPDX-License-Identifier: MIT
"""A Research room over an empty project, and a way to wait for its reading."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from persona_studio.gui.bridge import Bridge
from persona_studio.gui.jobs import Jobs
from persona_studio.gui.research.room import ResearchRoom
from persona_studio.workspace.workspace import Workspace

Look = Callable[[Path], None]


@pytest.fixture
def empty_bridge(look: None, tmp_path: Path) -> Iterator[Bridge]:
    workspace = Workspace.create(tmp_path / "empty.persona", "Spring workshop", "Riverside Coffee")
    yield Bridge(workspace)
    workspace.close()


@pytest.fixture
def room(empty_bridge: Bridge, jobs: Jobs, qtbot: QtBot) -> ResearchRoom:
    room = ResearchRoom(empty_bridge, jobs)
    room.resize(1200, 680)
    qtbot.addWidget(room)
    room.show()
    return room


@pytest.fixture
def look_at(room: ResearchRoom, qtbot: QtBot) -> Look:
    """Open a file in the room and wait until it is read or refused."""

    def act(path: Path) -> None:
        room.import_files([path])
        qtbot.waitUntil(room.importing.progress.isHidden, timeout=20000)

    return act
