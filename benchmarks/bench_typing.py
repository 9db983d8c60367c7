# SPDX-License-Identifier: MIT
"""How long a key takes to be seen while a claim is written, at 20,000 respondents.

Four personas of twelve measured lines stand on the board, each with its meter. Between the keys
the studio looks for what the data says of the words, and counts the meters anew after an edit: a
key that came just then would wait, so the longest such turn is measured as well.
"""

import json
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from random import Random

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from persona_studio.core import clock
from persona_studio.core.fields import new_id
from persona_studio.core.persona import Measure
from persona_studio.core.research import Question, Wave
from persona_studio.gui.bridge import Bridge
from persona_studio.gui.jobs import Jobs
from persona_studio.gui.personas.room import PersonasRoom
from persona_studio.gui.theme import theme
from persona_studio.storage import claims, evidence, personas, rows, waves
from persona_studio.workspace.workspace import Workspace

Row = tuple[str, float, float, str]
PEOPLE, QUESTIONS, PERSONAS = 20_000, 12, 4
ANSWERS = ("Most days", "Once a week", "Now and then", "Never")
WORDS = "Does thing 3 most days and wants to pay for the whole office before"


def fill(path: Path) -> Workspace:
    """Make a project of so many respondents, with measured claims in several sections."""
    draw, workspace = Random(4), Workspace.create(path, "Typing")
    with workspace.edit("Fill") as write:
        source = waves.add_source(write, "Survey")
        wave = Wave(new_id(), source, clock.today(), clock.now(), n=PEOPLE)
        raw = write.connection.connection.dbapi_connection
        assert raw is not None
        rows.register(raw, "row", wave.id)
        answers = (json.dumps(draw.choices(ANSWERS, k=QUESTIONS)) for _ in range(PEOPLE))
        rows.add_rows(raw, wave.id, [(n, f"P{n}", each) for n, each in enumerate(answers, start=2)])
        asked = [f"How often do you do thing {n}?" for n in range(QUESTIONS)]
        columns = [
            Question(new_id(), wave.id, f"v{n}", n, n + 1, f"v{n}", text, "single_choice")
            for n, text in enumerate(asked)
        ]
        waves.show(write, wave, columns)
        for number in range(PERSONAS):
            who = personas.add(write, f"Person {number}")
            for n in range(QUESTIONS):
                section = ("goals", "pains", "behaviours")[n % 3]
                key = claims.add(write, who, section, f"Does thing {n} often", quantifier="most")
                condition = Measure(f"v{n}", "any_of", list(ANSWERS[: 3 - number % 2]), "all")
                evidence.link_measure(write, key, wave.id, condition)
    return workspace


def longest_turn(milliseconds: int) -> float:
    """Return the longest turn of the window's loop in so much time, in ms."""
    until, longest = time.perf_counter() + milliseconds / 1000, 0.0
    while time.perf_counter() < until:
        begun = time.perf_counter()
        QApplication.processEvents()
        longest = max(longest, (time.perf_counter() - begun) * 1000)
        time.sleep(0.001)
    return longest


def typed(room: PersonasRoom, words: str) -> tuple[list[float], float]:
    """Write a claim; return the ms of each key until it is painted, and the longest turn between.

    A pause after each word lets the studio look for what the data says.
    """
    column = next(iter(room.board.columns.values()))
    shown = column.list_of("goals")
    shown.write_new(len(shown.claims.claims))
    editor = QApplication.focusWidget()
    taken, between = [], 0.0
    for letter in words:
        begun = time.perf_counter()
        QTest.keyClick(editor, letter)
        QApplication.processEvents()
        taken.append((time.perf_counter() - begun) * 1000)
        if letter == " ":
            between = max(between, longest_turn(260))
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    return taken, between


def after(step: Callable[[], None]) -> float:
    """Return the longest turn that an edit which moves the meters sets in motion."""
    begun = time.perf_counter()
    step()
    edit = (time.perf_counter() - begun) * 1000
    return max(edit, longest_turn(500))


def run() -> list[Row]:
    """Return the keys and turns."""
    application = QApplication.instance() or QApplication(sys.argv[:1])
    theme().set_mode("light")
    with tempfile.TemporaryDirectory() as folder:
        os.environ["PERSONA_STUDIO_HOME"] = folder
        workspace = fill(Path(folder) / "typing.persona")
        bridge, jobs = Bridge(workspace), Jobs()
        room = PersonasRoom(bridge, jobs)
        room.resize(1400, 900)
        room.show()
        room.activateWindow()
        room.activate()
        longest_turn(4000)
        keys, between = typed(room, WORDS)
        first = workspace.snapshot.claims_of(next(iter(room.board.columns)))[0].id
        words = iter(("few", "most", "some", "most", "few"))
        step = lambda: room.gestures.set_quantifier([first], next(words))  # noqa: E731
        moved = sorted(after(step) for _ in range(5))[2]
        bridge.closing.emit()
        room.close()
        room.deleteLater()
        jobs.close()
        workspace.close()
    application.processEvents()
    p95 = sorted(keys)[int(len(keys) * 0.95)]
    return [
        ("20,000 people: a key of a claim until it is painted, p95", p95, 50, "ms"),
        ("20,000 people: longest turn between keys, data looked for", between, 50, "ms"),
        ("20,000 people: longest turn after an edit, meters counted", moved, 50, "ms"),
    ]
