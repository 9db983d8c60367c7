# SPDX-License-Identifier: MIT
"""Started by test_said_real_drag: words are carried from Research over the rail to a claim.

usage: said_under_x.py PROJECT; prints one line of JSON for each drag, exits 0 when all are made.
"""

import json
import sys
import threading
import time
from pathlib import Path
from typing import Any

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from persona_studio.core.research import Quote
from persona_studio.gui.main_window import MainWindow
from persona_studio.gui.settings import Settings
from persona_studio.gui.theme import theme
from tests.gui import project
from tests.gui.personas.hands import Hands
from tests.journeys.board_under_x import PATIENCE, STEPS, card, pointer

BASKET = "The app loses the basket at the last step"


def carry(window: MainWindow, start: QPoint, hands: Hands) -> None:
    """Drag from a point to the rail, wait for the board, and drop on a claim of it."""
    view: Any = window.view
    button = view._rail.buttons["personas"]
    rail = button.mapToGlobal(button.rect().center())
    where: list[QPoint] = []
    done = threading.Event()

    def hand() -> None:
        pointer("mousemove", start.x(), start.y())
        pointer("mousedown", 1)
        for step in range(1, STEPS + 1):
            at = start + (rail - start) * step / STEPS
            pointer("mousemove", at.x(), at.y())
        until = time.monotonic() + PATIENCE
        while not where and time.monotonic() < until:
            pointer("mousemove", rail.x() + int(time.monotonic() * 10) % 3, rail.y())
            time.sleep(0.1)
        for end in where:
            for step in range(1, STEPS + 1):
                at = rail + (end - rail) * step / STEPS
                pointer("mousemove", at.x(), at.y())
            time.sleep(0.2)
        pointer("mouseup", 1)
        done.set()

    threading.Thread(target=hand).start()
    until = time.monotonic() + 2 * PATIENCE

    def look() -> None:
        if view.room == "personas" and not where:
            shown = hands.list("Commuter Maya", "pains")
            where.append(card(shown, 0))

    timer = QTimer()
    timer.setInterval(300)
    timer.timeout.connect(look)
    timer.start()
    while not done.is_set() and time.monotonic() < until:
        QApplication.processEvents()
        time.sleep(0.005)
    timer.stop()
    QTest.qWait(150)


def main(path: Path) -> int:
    """Make the drags and tell what came of them."""
    application = QApplication([])
    theme().set_mode("light")
    project.make(path).close()
    window = MainWindow(Settings(mode="light"))
    window.setWindowFlag(Qt.WindowType.FramelessWindowHint)
    window.setGeometry(0, 0, 1200, 700)
    window.show()
    QTest.qWaitForWindowExposed(window)
    window.open(path)
    view: Any = window.view
    bridge: Any = window.bridge
    view.go("personas")
    QTest.qWait(900)
    hands = Hands(view.go("personas"), bridge)
    for name in ("a whole answer", "a passage"):
        room = view.go("research")
        room.read_said()
        QTest.qWait(500)
        said = room.said.view
        if name == "a whole answer":
            area = said.list.visualRect(said.model.index(1))
            start = said.list.viewport().mapToGlobal(area.center())
        else:
            cursor = said.text.textCursor()
            cursor.setPosition(0)
            cursor.setPosition(10, QTextCursor.MoveMode.KeepAnchor)
            said.text.setTextCursor(cursor)
            at = said.text.cursorRect().center()
            start = said.text.viewport().mapToGlobal(QPoint(at.x() - 25, at.y()))
        carry(window, start, hands)
        claim = hands.claim(BASKET)
        quotes = bridge.snapshot.table(Quote)
        linked = [quotes[e.quote] for e in bridge.snapshot.evidence_of(claim.id) if e.quote]
        told = [[quote.text, quote.start] for quote in linked]
        sys.stdout.write(json.dumps({"drag": name, "room": view.room, "linked": told}) + "\n")
        sys.stdout.flush()
    window.close()
    application.processEvents()
    return 0


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1])))
