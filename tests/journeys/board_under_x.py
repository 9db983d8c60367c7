# SPDX-License-Identifier: MIT
"""Started by test_board_real_drag: one project, one window, drags by xdotool in a real X server.

usage: board_under_x.py PROJECT PHOTO; prints one line of JSON for each drag, exits 0 when all are
made.
"""

import json
import subprocess
import sys
import threading
import time
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from persona_studio.gui.bridge import Bridge
from persona_studio.gui.jobs import Jobs
from persona_studio.gui.personas.claim_list import ClaimList
from persona_studio.gui.personas.drop_hint import against_area
from persona_studio.gui.personas.room import PersonasRoom
from persona_studio.gui.theme import theme
from tests.gui import project
from tests.gui.personas.hands import Hands
from tests.journeys.file_manager import file_manager

STEPS, PATIENCE = 12, 40.0
SOON, CALM = 3, 15
"""Turns of the window's loop in which it hears of a step, and in which all has come to rest."""


class Hand:
    """Drags by xdotool; waits after each step for turns of the window's loop, not for a clock."""

    def __init__(self) -> None:
        self._turns = 0
        self._beat = QTimer(interval=5)
        self._beat.timeout.connect(self._turn)
        self._beat.start()

    def carry(self, start: QPoint, end: QPoint, held: str = "") -> None:
        """Drag in a thread, because Qt's own loop of a drag holds the window's thread."""
        thread = threading.Thread(target=self.drag, args=(start, end, held))
        thread.start()
        until = time.monotonic() + PATIENCE
        while thread.is_alive() and time.monotonic() < until:
            QApplication.processEvents()
            time.sleep(0.005)

    def drag(self, start: QPoint, end: QPoint, held: str = "") -> None:
        """Move the pointer with its button down, as a hand does; Escape lets go of it."""
        self._do("mousemove", start.x(), start.y())
        self._do("mousedown", 1)
        for step in range(1, STEPS + 1):
            at = start + (end - start) * step / STEPS
            self._do("mousemove", at.x(), at.y())
        if held == "Control_L":
            self._do("keydown", held)
        self._do("mousemove", end.x() + 2, end.y() + 1, turns=CALM)
        if held == "Escape":
            self._do("key", held, turns=CALM)
        self._do("mouseup", 1, turns=CALM)
        if held == "Control_L":
            self._do("keyup", held)

    def _do(self, *command: object, turns: int = SOON) -> None:
        subprocess.run(["xdotool", *map(str, command)], check=True)
        goal, until = self._turns + turns, time.monotonic() + PATIENCE
        while self._turns < goal and time.monotonic() < until:
            time.sleep(0.005)

    def _turn(self) -> None:
        self._turns += 1


def card(shown: ClaimList, row: int, share: float = 0.5) -> QPoint:
    """Return a point of the screen on a card."""
    area = shown.visualRect(shown.claims.index(row))
    at = QPoint(area.left() + 90, area.top() + int(area.height() * share))
    return shown.viewport().mapToGlobal(at)


def main(path: Path, photo: Path) -> int:
    """Make the drags and tell what came of them."""
    application = QApplication([])
    theme().set_mode("light")
    bridge, jobs = Bridge(project.make(path)), Jobs()
    room = PersonasRoom(bridge, jobs)
    room.setWindowFlag(Qt.WindowType.FramelessWindowHint)
    room.setGeometry(110, 0, 1160, 700)
    room.show()
    room.activate()
    QTest.qWaitForWindowExposed(room)
    QTest.qWait(900)
    hands, hand = Hands(room, bridge), Hand()
    maya, ruth = "Commuter Maya", "Host Ruth"

    def tell(name: str, *places: tuple[str, str], **more: object) -> None:
        told: dict[str, object] = {
            f"{who} {section}": hands.shown(who, section) for who, section in places
        }
        sys.stdout.write(
            json.dumps({"drag": name, "step": bridge.workspace.undo_label, **told, **more}) + "\n"
        )
        sys.stdout.flush()

    start, target = hands.list(maya, "channels"), hands.list(ruth, "goals")
    hand.carry(card(start, 0), card(target, 0, 0.9))
    tell("between personas", (maya, "channels"), (ruth, "goals"))
    bridge.undo()
    QTest.qWait(50)
    hand.carry(card(start, 0), card(target, 0, 0.9), "Control_L")
    tell("copy", (maya, "channels"), (ruth, "goals"))
    bridge.undo()
    QTest.qWait(50)
    hand.carry(card(start, 0), card(target, 0, 0.9), "Escape")
    tell("cancelled", (maya, "channels"), (ruth, "goals"))
    pains = hands.list(maya, "pains")
    hand.carry(card(start, 0), card(pains, 0, 0.9))
    tell("between sections", (maya, "channels"), (maya, "pains"))
    bridge.undo()
    QTest.qWait(50)
    evidence = room.tray.list
    first = evidence.visualRect(evidence.cards.index(0)).center()
    block = hands.block(maya, "pains")
    header = block.mapToGlobal(QPoint(60, 12))
    hand.carry(evidence.viewport().mapToGlobal(first), header)
    tell("evidence on a section", (maya, "pains"))
    bridge.undo()
    QTest.qWait(50)
    pains = hands.list(maya, "pains")
    far = against_area(pains.visualRect(pains.claims.index(0))).center()
    from_tray = evidence.viewport().mapToGlobal(first)
    hand.carry(from_tray, pains.viewport().mapToGlobal(far))
    items = bridge.snapshot.evidence_of(pains.claims.claims[0].id)
    tell("evidence against a claim", stances=[item.stance for item in items])
    manager = file_manager([str(photo)])
    disc = room.board.columns[hands.persona(maya).id].head.disc
    hand.carry(QPoint(50, 50), disc.mapToGlobal(disc.rect().center()))
    manager.kill()
    manager.wait(10)
    persona = hands.persona(maya)
    picture = bridge.snapshot.picture(persona.picture)
    tell("file on a portrait", kind=picture.kind if picture else "")
    room.close()
    bridge.close()
    jobs.close()
    application.processEvents()
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
