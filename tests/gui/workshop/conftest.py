# SPDX-License-Identifier: MIT
"""A workshop of three people in a window that has the keyboard."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from persona_studio.core import clock
from persona_studio.core.workshop import WorkshopSession
from persona_studio.gui.bridge import Bridge
from persona_studio.gui.jobs import Jobs
from persona_studio.gui.workshop.room import WorkshopRoom
from persona_studio.storage import workshops
from persona_studio.workspace.agenda import LONG

PEOPLE = ("Anna", "Bo", "<b>Chris</b>")


@pytest.fixture
def empty_room(bridge: Bridge, jobs: Jobs, qtbot: QtBot) -> WorkshopRoom:
    """Give the room of a project without a workshop."""
    made = WorkshopRoom(bridge, jobs)
    qtbot.addWidget(made)
    made.resize(1180, 640)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.activate()
    return made


@pytest.fixture
def room(empty_room: WorkshopRoom, bridge: Bridge) -> WorkshopRoom:
    """Give the room with a workshop of half a day."""
    session = WorkshopSession("", "Spring & <i>summer</i>", clock.today(), LONG, PEOPLE)
    with bridge.edit("Begin a workshop") as write:
        workshops.begin(write, session)
    QApplication.processEvents()
    return empty_room
