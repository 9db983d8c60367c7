# SPDX-License-Identifier: MIT
"""The board of the small sample project, shown offscreen."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from persona_studio.gui.bridge import Bridge
from persona_studio.gui.jobs import Jobs
from persona_studio.gui.personas.room import PersonasRoom
from tests.gui.personas.hands import Hands


@pytest.fixture
def room(qtbot: QtBot, bridge: Bridge, jobs: Jobs) -> Iterator[PersonasRoom]:
    """Give the room, painted and filled."""
    made = PersonasRoom(bridge, jobs)
    qtbot.addWidget(made)
    made.resize(1205, 670)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.activate()
    yield made
    made.close()


@pytest.fixture
def hands(room: PersonasRoom, bridge: Bridge) -> Hands:
    """Give hands that drag, type and read on the board."""
    return Hands(room, bridge)
