# SPDX-License-Identifier: MIT
"""The wall of the small sample project, in its room, shown offscreen."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from persona_studio.core.wall import WallCard, WallGroup
from persona_studio.gui.bridge import Bridge
from persona_studio.gui.jobs import Jobs
from persona_studio.gui.personas.room import PersonasRoom
from persona_studio.gui.personas.switch import WALL
from persona_studio.gui.wall.page import WallPage
from persona_studio.workspace.wall_places import cards_of

NONE = Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton


class WallHands:
    """Works on the wall as a person would."""

    def __init__(self, room: PersonasRoom, bridge: Bridge) -> None:
        self.room = room
        self.bridge = bridge
        self.page: WallPage = room.views.show(WALL)
        self.heard: list[str] = []
        self.refused: list[str] = []
        self.page.announced.connect(self.heard.append)
        bridge.failed.connect(lambda error: self.refused.append(error.message))

    def type(self, *lines: str) -> None:
        """Type lines into the field, key by key, each ended by Enter."""
        for line in lines:
            self.page.entry.field.setFocus()
            QTest.keyClicks(self.page.entry.field, line)
            QTest.keyClick(self.page.entry.field, Qt.Key.Key_Return)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        """Press a key on the wall."""
        self.page.view.setFocus()
        QTest.keyClick(self.page.view, key, modifiers)

    def write(self, words: str) -> None:
        """Write into the field that is open over the wall."""
        editor = self.page.writing.editor
        assert editor is not None
        QTest.keyClicks(editor, words)
        QTest.keyClick(editor, Qt.Key.Key_Return)

    def card(self, name: str) -> WallCard:
        """Return a card by its number or words."""
        cards = self.bridge.snapshot.table(WallCard).values()
        return next(card for card in cards if name in (card.code, card.text))

    def group(self, letter: str) -> WallGroup:
        """Return a group by its letter."""
        groups = self.bridge.snapshot.table(WallGroup).values()
        return next(group for group in groups if group.letter == letter)

    def inside(self, letter: str) -> list[str]:
        """Return the cards of a group by number or words, "" as letter for the free ones."""
        key = self.group(letter).id if letter else None
        return [card.code or card.text for card in cards_of(self.bridge.snapshot)[key]]

    def choose(self, *names: str) -> None:
        """Choose cards."""
        self.page.commands.show([self.card(name).id for name in names])

    def on_card(self, name: str) -> QPoint:
        """Return a point of the view on a card."""
        at = self.page.scene.cards[self.card(name).id].scenePos()
        return self.page.view.mapFromScene(at + QPointF(30, 60))

    def on_group(self, letter: str, across: float = 60, down: float = 20) -> QPoint:
        """Return a point of the view on the field of a group."""
        at = self.page.scene.groups[self.group(letter).id].pos()
        return self.page.view.mapFromScene(at + QPointF(across, down))

    def drag(self, start: QPoint, end: QPoint, *, cancel: bool = False) -> None:
        """Drag with the left button."""
        inner = self.page.view.viewport()
        QTest.mousePress(inner, LEFT, NONE, start)
        for step in range(1, 6):
            QTest.mouseMove(inner, start + (end - start) * step / 5)
            QApplication.processEvents()
        if cancel:
            QTest.keyClick(self.page.view, Qt.Key.Key_Escape)
        QTest.mouseRelease(inner, LEFT, NONE, end)

    def undone(self, step: str, state: Callable[[], object], before: object) -> None:
        """Undo the last step, which has this name, and redo it."""
        after = state()
        assert after != before
        assert self.bridge.workspace.undo_label == step
        self.bridge.undo()
        assert state() == before
        self.bridge.redo()
        assert state() == after


@pytest.fixture
def room(qtbot: QtBot, bridge: Bridge, jobs: Jobs) -> Iterator[PersonasRoom]:
    """Give the room, painted."""
    made = PersonasRoom(bridge, jobs)
    qtbot.addWidget(made)
    made.resize(1205, 670)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    yield made
    made.close()


@pytest.fixture
def hands(qtbot: QtBot, room: PersonasRoom, bridge: Bridge) -> WallHands:
    """Give hands on the wall, once the figures are counted."""
    found = WallHands(room, bridge)
    qtbot.waitUntil(lambda: found.page.entry.figures is not None)
    return found
