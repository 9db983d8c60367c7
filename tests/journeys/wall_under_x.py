# SPDX-License-Identifier: MIT
"""Started by test_wall_real_drag: the wall in a real X server, drags by xdotool.

usage: wall_under_x.py PROJECT; prints one line of JSON for each drag, exits 0 when all are made.
"""

import json
import sys
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from persona_studio.gui.bridge import Bridge
from persona_studio.gui.jobs import Jobs
from persona_studio.gui.personas.room import PersonasRoom
from persona_studio.gui.theme import theme
from tests.gui import project
from tests.gui.wall.conftest import WallHands
from tests.journeys.board_under_x import Hand


def main(path: Path) -> int:
    """Make the drags and tell what came of them."""
    application = QApplication([])
    theme().set_mode("light")
    bridge, jobs = Bridge(project.make(path)), Jobs()
    room = PersonasRoom(bridge, jobs)
    room.setWindowFlag(Qt.WindowType.FramelessWindowHint)
    room.setGeometry(0, 0, 1200, 700)
    room.show()
    room.activate()
    QTest.qWaitForWindowExposed(room)
    hands, hand = WallHands(room, bridge), Hand()
    hands.type("1 a", "2 a", "loose")
    QTest.qWait(900)
    hands.press(Qt.Key.Key_F)
    QTest.qWait(50)
    screen = hands.page.view.viewport().mapToGlobal

    def tell(name: str) -> None:
        told = {"drag": name, "step": bridge.workspace.undo_label}
        told |= {"A": hands.inside("A"), "free": hands.inside("")}  # type: ignore[dict-item]
        sys.stdout.write(json.dumps(told) + "\n")
        sys.stdout.flush()

    hand.carry(screen(hands.on_card("loose")), screen(hands.on_card("E1") - QPoint(25, 0)))
    tell("into a group")
    hand.carry(screen(hands.on_card("E2")), screen(hands.on_group("A", 200, 420)), "Escape")
    tell("cancelled")
    evidence = room.tray.list
    row = next(n for n, item in enumerate(evidence.cards.items) if item.key.startswith("quote"))
    evidence.scrollTo(evidence.cards.index(row))
    card = evidence.visualRect(evidence.cards.index(row)).center()
    goal = screen(hands.on_group("A", 300, 220))
    hand.carry(evidence.viewport().mapToGlobal(card), goal)
    tell("evidence of the tray")
    room.close()
    bridge.close()
    jobs.close()
    application.processEvents()
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
