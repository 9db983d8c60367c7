# SPDX-License-Identifier: MIT
"""Hands for the tests of the board: find claims by their words, drag them, press keys."""

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from persona_studio.core.persona import Claim, Persona
from persona_studio.gui.bridge import Bridge
from persona_studio.gui.personas.claim_list import ClaimList
from persona_studio.gui.personas.room import PersonasRoom
from persona_studio.gui.personas.section import SectionBlock

NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
BOTH = Qt.DropAction.MoveAction | Qt.DropAction.CopyAction


class Hands:
    """Works on a room as a person would."""

    def __init__(self, room: PersonasRoom, bridge: Bridge) -> None:
        self.room = room
        self.bridge = bridge

    def persona(self, name: str) -> Persona:
        """Return a persona by its name."""
        return next(p for p in self.bridge.snapshot.personas if p.name == name)

    def claim(self, text: str) -> Claim:
        """Return a claim by its words."""
        found = self.bridge.snapshot.table(Claim).values()
        return next(claim for claim in found if claim.text == text)

    def texts(self, person: str | None, section: str) -> list[str]:
        """Return the words of a section in the file, "" as person is the parking lot."""
        key = self.persona(person).id if person else None
        return [claim.text for claim in self.bridge.snapshot.claims_of(key, section)]

    def shown(self, person: str, section: str) -> list[str]:
        """Return the words of a section on the screen."""
        return [claim.text for claim in self.list(person, section).claims.claims]

    def block(self, person: str, section: str) -> SectionBlock:
        """Return a section on the board."""
        return self.room.board.columns[self.persona(person).id].open_section(section)

    def list(self, person: str, section: str) -> ClaimList:
        """Return the list of a section."""
        return self.block(person, section).ensure_list()

    def select(self, *texts: str) -> ClaimList:
        """Select claims of one section and put the keyboard there."""
        ids = [self.claim(text).id for text in texts]
        self.room.board.select(ids, self.bridge.snapshot)
        front = self.room.board.front
        assert front is not None
        return front

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        """Press a key where the keyboard is."""
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, key, modifiers)

    def carried(self, *texts: str) -> QMimeData:
        """Return claims as a drag of them carries."""
        shown = self.select(*texts)
        return shown.claims.mimeData(shown.selectedIndexes())

    def point_on(self, block: SectionBlock, row: int, share: float) -> QPoint:
        """Return a point of a section: `share` down the card of a row, 0 is its top."""
        shown = block.ensure_list()
        block.layout().activate()
        card = shown.visualRect(shown.claims.index(row))
        down = QPoint(card.center().x(), card.top() + int(card.height() * share))
        return shown.viewport().mapTo(block, down)

    def drag_over(
        self,
        target: QWidget,
        at: QPoint,
        carried: QMimeData,
        modifiers: Qt.KeyboardModifier = NONE,
    ) -> None:
        """Hold something over a widget."""
        for kind in (QDragEnterEvent, QDragMoveEvent):
            event = kind(at, BOTH, carried, Qt.MouseButton.LeftButton, modifiers)
            QApplication.sendEvent(target, event)

    def leave(self, target: QWidget) -> None:
        """Take it away again, as Escape does."""
        QApplication.sendEvent(target, QDragLeaveEvent())

    def drop(
        self,
        target: QWidget,
        at: QPoint,
        carried: QMimeData,
        modifiers: Qt.KeyboardModifier = NONE,
    ) -> None:
        """Drop something on a widget."""
        self.drag_over(target, at, carried, modifiers)
        event = QDropEvent(QPointF(at), BOTH, carried, Qt.MouseButton.LeftButton, modifiers)
        QApplication.sendEvent(target, event)

    def undo_and_redo(self, *places: tuple[str, str]) -> None:
        """Undo and redo the last step; places must come back and be shown as they are."""
        after = [self.texts(*place) for place in places]
        label = self.bridge.workspace.undo_label
        self.bridge.undo()
        assert [self.texts(*place) for place in places] != after
        self.shown_is_true(*places)
        assert self.bridge.workspace.redo_label == label
        self.bridge.redo()
        assert [self.texts(*place) for place in places] == after
        self.shown_is_true(*places)

    def shown_is_true(self, *places: tuple[str, str]) -> None:
        """Check that the screen says what the file says."""
        for place in places:
            assert self.shown(*place) == self.texts(*place)
