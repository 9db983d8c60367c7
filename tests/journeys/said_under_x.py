# SPDX-License-Identifier: MIT
"""Started by test_said_real_drag: words are carried from Research over the rail to a claim.

usage: said_under_x.py PROJECT; prints one line of JSON for each drag, exits 0 when all are made.
"""

import json
import sys
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
from tests.journeys.board_under_x import CALM, PATIENCE, STEPS, Hand, card

BASKET = "The app loses the basket at the last step"


class OverTheRail(Hand):
    """Carries something to the rail, waits until the board has opened, and drops it on a claim."""

    def __init__(self, window: MainWindow, hands: Hands) -> None:
        super().__init__()
        view: Any = window.view
        button = view._rail.buttons["personas"]
        self._rail = button.mapToGlobal(button.rect().center())
        self._view, self._hands = view, hands
        self._claim: QPoint | None = None
        self._looking = QTimer(interval=100)
        self._looking.timeout.connect(self._look)
        self._looking.start()

    def drag(self, start: QPoint, end: QPoint, held: str = "") -> None:
        """Hold over the rail until there is a claim to drop on; `end` is not known before."""
        self._do("mousemove", start.x(), start.y())
        self._do("mousedown", 1)
        self._along(start, self._rail)
        until = time.monotonic() + PATIENCE
        while self._claim is None and time.monotonic() < until:
            self._do("mousemove", self._rail.x() + int(time.monotonic() * 9) % 3, self._rail.y())
        if self._claim is not None:
            self._along(self._rail, self._claim)
        self._do("mouseup", 1, turns=CALM)

    def _along(self, start: QPoint, end: QPoint) -> None:
        for step in range(1, STEPS + 1):
            at = start + (end - start) * step / STEPS
            self._do("mousemove", at.x(), at.y())

    def _look(self) -> None:
        if self._view.room == "personas":
            self._claim = card(self._hands.list("Commuter Maya", "pains"), 0)


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
        OverTheRail(window, hands).carry(start, start)
        QTest.qWait(150)
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
