# SPDX-License-Identifier: MIT
"""How late the window's timers are while a large survey is looked at and imported.

The real window is open on a project (offscreen); a timer of 10 ms notes how late each tick is.
"""

import importlib.util
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QApplication

_STEP = 10
_LIMIT = 300.0


class Clock:
    """A precise timer that remembers how many milliseconds late each tick was."""

    def __init__(self) -> None:
        self.late: list[float] = []
        self._last = time.perf_counter()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._timer.start(_STEP)

    def _tick(self) -> None:
        now = time.perf_counter()
        self.late.append(max(0.0, (now - self._last) * 1000 - _STEP))
        self._last = now

    def p99(self) -> float:
        """Return the lateness that all but one tick in a hundred stay under; begin anew."""
        found, self.late = sorted(self.late), []
        return found[int(len(found) * 0.99)] if found else 0.0


def wait(until: Callable[[], bool]) -> None:
    """Let the window live until something is true."""
    end = time.monotonic() + _LIMIT
    while not until() and time.monotonic() < end:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 50)


def surveys() -> Any:
    """Return the module that writes the survey of the import benchmark."""
    path = Path(__file__).with_name("bench_import.py")
    spec = importlib.util.spec_from_file_location("bench_import", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def run() -> list[tuple[str, float, float, str]]:
    """Return the lateness at rest, while the file is looked at, and while it is imported."""
    from persona_studio.core.research import Wave
    from persona_studio.gui.bridge import Bridge
    from persona_studio.gui.jobs import Jobs
    from persona_studio.gui.research.room import ResearchRoom
    from persona_studio.gui.theme import theme
    from persona_studio.workspace.workspace import Workspace

    application = QApplication.instance() or QApplication(sys.argv[:1])
    theme().set_mode("light")
    with tempfile.TemporaryDirectory() as folder:
        os.environ["PERSONA_STUDIO_HOME"] = folder
        survey = surveys().write(Path(folder) / "survey.csv", 100_000)
        workspace = Workspace.create(Path(folder) / "bench.persona", "Bench")
        bridge, jobs = Bridge(workspace), Jobs()
        room = ResearchRoom(bridge, jobs)
        room.resize(1280, 720)
        room.show()
        jobs.warm_up()
        clock = Clock()
        begun = time.monotonic()
        wait(lambda: time.monotonic() > begun + 2)
        rest = clock.p99()
        room.import_files([survey])
        page = room.importing
        wait(lambda: page.looking.whole and not page.looking.busy)
        looked = clock.p99()
        page.verdict.bring.click()
        wait(lambda: bool(bridge.snapshot.table(Wave)))
        brought = clock.p99()
        room.close()
        room.deleteLater()
        jobs.close()
        bridge.closing.emit()
        workspace.close()
        application.processEvents()
    return [
        ("timer lateness p99 at rest", rest, 33, "ms"),
        ("timer lateness p99 while 100,000 x 40 is looked at", looked, 33, "ms"),
        ("timer lateness p99 while 100,000 x 40 is imported", brought, 33, "ms"),
    ]
