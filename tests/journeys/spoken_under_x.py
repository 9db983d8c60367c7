# SPDX-License-Identifier: MIT
"""Started by test_spoken_board: the board on a bus of its own, beside a screen reader.

usage: spoken_under_x.py PROJECT LIST PYTHON LAUNCHER; prints what the reader (under PYTHON) prints,
and moves a claim by keyboard when it is ready to listen.
"""

import subprocess
import sys
import threading
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from persona_studio.core.persona import Claim
from persona_studio.gui.bridge import Bridge
from persona_studio.gui.jobs import Jobs
from persona_studio.gui.personas.room import PersonasRoom
from persona_studio.gui.theme import theme
from tests.gui import project

PATIENCE_MS = 30_000


def main(path: Path, wanted: str, python: str, launcher: str) -> int:
    """Show the board to the reader until it has heard enough."""
    quiet = subprocess.DEVNULL
    bus = subprocess.Popen([launcher, "--launch-immediately"], stdout=quiet, stderr=quiet)
    application = QApplication([])
    application.setApplicationName("Persona Studio")
    theme().set_mode("light")
    bridge, jobs = Bridge(project.make(path)), Jobs()
    room = PersonasRoom(bridge, jobs)
    room.setGeometry(0, 0, 1200, 700)
    room.show()
    room.activate()
    QTest.qWaitForWindowExposed(room)
    claim = next(c for c in bridge.snapshot.table(Claim).values() if c.text == "Orders in the app")
    room.board.select([claim.id], bridge.snapshot)
    command = [python, str(Path(__file__).with_name("screen_reader.py")), wanted]
    reader = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    lines: list[str] = []
    assert reader.stdout is not None
    listening = threading.Thread(target=lambda: lines.extend(reader.stdout or ()))
    listening.start()
    moved: list[str] = []

    def look() -> None:
        if '"ready"\n' in lines and not moved:
            moved.append(claim.id)
            front = room.board.front
            assert front is not None
            QTest.keyClick(front, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
        if not listening.is_alive():
            application.quit()

    beat = QTimer(interval=20)
    beat.timeout.connect(look)
    beat.start()
    QTimer.singleShot(PATIENCE_MS, application.quit)
    application.exec()
    reader.kill()
    listening.join(10)
    sys.stdout.writelines(lines)
    room.close()
    bridge.close()
    jobs.close()
    application.processEvents()
    bus.terminate()
    bus.wait(10)
    return 0 if moved else 1


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), *sys.argv[2:]))
