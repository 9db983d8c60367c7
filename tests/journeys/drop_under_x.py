# SPDX-License-Identifier: MIT
"""Started by test_drop_real_files: the studio's window, and a file manager in another process.

usage: drop_under_x.py PROJECT FILE...; drags the files over by xdotool and prints what came of it.
"""

import json
import sys
import threading
import time
from pathlib import Path
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from persona_studio.gui.main_window import MainWindow
from persona_studio.gui.settings import Settings
from persona_studio.gui.theme import theme
from tests.journeys.board_under_x import Hand
from tests.journeys.file_manager import file_manager

PATIENCE = 20.0


def main(project: Path, files: list[str]) -> int:
    """Open the project, drop the files on the middle of the board, and tell."""
    application = QApplication([])
    theme().set_mode("light")
    window = MainWindow(Settings(mode="light"))
    window.setWindowFlag(Qt.WindowType.FramelessWindowHint)
    window.setGeometry(140, 0, 1100, 700)
    window.show()
    QTest.qWaitForWindowExposed(window)
    window.open(project)
    assert window.view is not None
    window.view.go("personas")
    QTest.qWait(600)
    manager = file_manager(files)
    middle = window.mapToGlobal(window.rect().center())
    hand = Hand()
    carrying = threading.Thread(target=hand.drag, args=(QPoint(50, 50), middle))
    carrying.start()
    room: Any = None
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and (room is None or room.importing.progress.isVisible()):
        application.processEvents()
        time.sleep(0.005)
        if room is None and window.view.room == "research":
            room = window.view.go("research")
    carrying.join(PATIENCE)
    manager.kill()
    manager.wait(10)
    page = room.importing if room is not None else None
    told = {
        "room": window.view.room,
        "sentence": page.verdict.sentence.text() if page else "",
        "queue": page.queue.text() if page else "",
    }
    sys.stdout.write(json.dumps(told) + "\n")
    sys.stdout.flush()
    window.close()
    application.processEvents()
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2:]))
