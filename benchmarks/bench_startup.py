# SPDX-License-Identifier: MIT
"""How long a fresh process takes to its painted window and to its readable project.

Both are ratios to a bare QMainWindow in a fresh process of its own. Rounds are interleaved and
medians compared: the ratios of single rounds move by a fifth on a busy machine.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROUNDS = 9
BARE = """
import os, sys, time
from PySide6 import QtCore, QtGui, QtWidgets

class Window(QtWidgets.QMainWindow):
    seen = False

    def paintEvent(self, event):
        super().paintEvent(event)
        if not self.seen:
            self.seen = True
            QtCore.QTimer.singleShot(0, self.next_turn)

    def next_turn(self):
        QtCore.QTimer.singleShot(0, self.done)

    def done(self):
        print("PAINTED", time.time(), flush=True)
        os._exit(0)

application = QtWidgets.QApplication(sys.argv[:1])
window = Window()
window.resize(1280, 800)
window.show()
application.exec()
"""


def moments(command: list[str], home: str) -> dict[str, float]:
    """Run a fresh process; return the seconds from its start to each moment it names."""
    offscreen = {"QT_QPA_PLATFORM": "offscreen", "PERSONA_STUDIO_HOME": home}
    began = time.time()
    done = subprocess.run(
        [sys.executable, *command],
        env={**os.environ, **offscreen},
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    said = [line.split() for line in done.stdout.splitlines()]
    return {words[0]: float(words[1]) - began for words in said if len(words) == 2}


def sample_project(folder: str) -> str:
    """Make the sample workshop and return its project file."""
    command = [sys.executable, "-m", "persona_studio", "demo", folder]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PERSONA_STUDIO_HOME": folder}
    subprocess.run(command, env=environment, capture_output=True, check=True)
    return str(next(Path(folder).rglob("*.persona")))


def run() -> list[tuple[str, float, float, str]]:
    """Return the two ratios of starting up."""
    with tempfile.TemporaryDirectory() as folder:
        studio = ["-m", "persona_studio", "--bench-start", sample_project(folder)]
        moments(["-c", BARE], folder), moments(studio, folder)  # fill the file cache
        rounds = [(moments(["-c", BARE], folder), moments(studio, folder)) for _ in range(ROUNDS)]
    bare = statistics.median(bare["PAINTED"] for bare, _ in rounds)
    painted = statistics.median(started["PAINTED"] for _, started in rounds)
    ready = statistics.median(started["READY"] for _, started in rounds)
    return [
        ("window painted / bare window", painted / bare, 1.6, "x"),
        ("sample project readable and editable / bare", ready / bare, 4.0, "x"),
    ]
