# SPDX-License-Identifier: MIT
"""A Research room over an empty project, and a way to wait for its reading."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from persona_studio.core.child import Child
from persona_studio.gui.bridge import Bridge
from persona_studio.gui.jobs import READING, Jobs
from persona_studio.gui.research.room import ResearchRoom
from persona_studio.workspace.workspace import Workspace

Look = Callable[[Path], None]


@pytest.fixture(scope="module")
def running_jobs(qapp: QApplication) -> Iterator[Jobs]:
    """Give a runner whose reading child runs already: starting one costs more than most tests."""
    runner = Jobs()
    runner.warm_up()
    runner._children[READING].start()
    yield runner
    runner.close()


@pytest.fixture
def jobs(running_jobs: Jobs) -> Iterator[Jobs]:
    """Give the runner; a child that was started in the test ends with it."""
    before = {name: _pid(child) for name, child in running_jobs._children.items()}
    yield running_jobs
    running_jobs.cancel_all()
    for name, child in running_jobs._children.items():
        if _pid(child) != before[name]:
            child.stop()


def _pid(child: Child) -> int | None:
    return child._process.pid if child._process is not None else None


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
