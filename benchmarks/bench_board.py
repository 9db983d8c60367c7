# SPDX-License-Identifier: MIT
"""How long frames of the board take: panning across, scrolling down, and after one edit.

Each frame moves the board and paints its whole window anew. Boards hold 400 claims
(five personas) and 5,000 (ten), every third an open assumption.
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication, QScrollBar, QWidget

from persona_studio.core.sections import SECTIONS
from persona_studio.gui.bridge import Bridge
from persona_studio.gui.jobs import Jobs
from persona_studio.gui.personas.overview_delegate import WORDS as NEAR
from persona_studio.gui.personas.room import PersonasRoom
from persona_studio.gui.personas.switch import COMPARE, OVERVIEW
from persona_studio.gui.theme import theme
from persona_studio.storage import claims, evidence, personas
from persona_studio.workspace.workspace import Workspace

Row = tuple[str, float, float, str]
FRAMES = 150
WINDOW = (1400, 900)
WORDS = (
    *("Wants", "to", "be", "out", "of", "the", "door", "in", "three", "minutes", "and"),
    *("hates", "to", "wait", "for", "anything", "at", "all"),
)


def fill(path: Path, people: int, each: int) -> Workspace:
    """Make a project of so many personas with so many claims each, every third an assumption."""
    workspace = Workspace.create(path, "Board")
    with workspace.edit("Fill") as write:
        for number in range(people):
            persona = personas.add(write, f"Person {number}", tagline="One of many")
            for claim in range(each):
                size = 3 + (claim * 7 + number) % 12
                text = " ".join(WORDS[:size]) + f" {claim}"
                key = claims.add(write, persona, SECTIONS[claim % len(SECTIONS)].id, text)
                if claim % 3 == 0:
                    evidence.assume(write, key, "A. Keller")
    return workspace


def frames(window: QWidget, step: Callable[[int], None]) -> list[float]:
    """Return the milliseconds of each frame: a step, what it set in motion, the window painted."""
    taken = []
    for number in range(FRAMES):
        begun = time.perf_counter()
        step(number)
        window.update()
        QApplication.processEvents()
        taken.append((time.perf_counter() - begun) * 1000)
    return taken


def sweep(bar: QScrollBar) -> Callable[[int], None]:
    """Return a step that moves a scroll bar to its end and back."""
    return lambda number: bar.setValue(
        round(bar.maximum() * (1 - abs(2 * number / (FRAMES - 1) - 1)))
    )


def p95(taken: list[float]) -> float:
    """Return the value that all but one frame in twenty stay under."""
    return sorted(taken)[int(len(taken) * 0.95)]


def settle(milliseconds: int) -> None:
    """Let the board build what it builds in idle time."""
    until = time.perf_counter() + milliseconds / 1000
    while time.perf_counter() < until:
        QApplication.processEvents()
        time.sleep(0.002)


def measured(path: Path, people: int, each: int, budget: float) -> Iterator[Row]:
    """Yield the figures of one size of board."""
    many = people * each
    workspace = fill(path, people, each)
    bridge, jobs = Bridge(workspace), Jobs()
    begun = time.perf_counter()
    room = PersonasRoom(bridge, jobs)
    room.resize(*WINDOW)
    room.show()
    QApplication.processEvents()
    room.grab()
    opened = (time.perf_counter() - begun) * 1000
    fresh = p95(frames(room, sweep(room.board.horizontalScrollBar())))
    settle(2500)
    pan = p95(frames(room, sweep(room.board.horizontalScrollBar())))
    column = next(iter(room.board.columns.values()))
    room.board.horizontalScrollBar().setValue(0)
    down = p95(frames(room, sweep(column.bar)))
    first = workspace.snapshot.claims_of(column.persona)[0].id
    edit = p95(frames(room, lambda n: room.gestures.edit_text(first, f"Words {n}")))
    yield (f"{many:,} claims: room made and painted", opened, 1500, "ms")
    yield (f"{many:,} claims: first pan, lists still being made, p95", fresh, 2 * budget, "ms")
    yield (f"{many:,} claims: pan p95", pan, budget, "ms")
    yield (f"{many:,} claims: scroll a column p95", down, budget, "ms")
    yield (f"{many:,} claims: edit to paint p95", edit, 100, "ms")
    yield from from_afar(room, f"{many:,} claims", budget)
    bridge.closing.emit()
    room.close()
    room.deleteLater()
    jobs.close()
    workspace.close()


def from_afar(room: PersonasRoom, name: str, budget: float) -> Iterator[Row]:
    """Yield the figures of the overview, all on one screen and near, and of the comparison."""
    for view in (OVERVIEW, COMPARE):
        begun = time.perf_counter()
        page = room.views.show(view)
        QApplication.processEvents()
        room.grab()
        shown = (time.perf_counter() - begun) * 1000
        yield (f"{name}: {view} made and painted", shown, 1500, "ms")
        settle(300)
        if view == OVERVIEW:
            all_there = p95(frames(room, lambda _number: None))
            yield (f"{name}: {view}, everything painted p95", all_there, budget, "ms")
            page.level = NEAR
            page.refresh()
        down = p95(frames(room, sweep(page.table.verticalScrollBar())))
        yield (f"{name}: {view}, scroll p95", down, budget, "ms")


def run() -> list[Row]:
    """Return the frame times of a full and of an overfull board."""
    application = QApplication.instance() or QApplication(sys.argv[:1])
    theme().set_mode("light")
    with tempfile.TemporaryDirectory() as folder:
        os.environ["PERSONA_STUDIO_HOME"] = folder
        rows = [*measured(Path(folder) / "400.persona", 5, 80, 16)]
        rows += measured(Path(folder) / "5000.persona", 10, 500, 33)
    application.processEvents()
    return rows
