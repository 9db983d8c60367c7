# SPDX-License-Identifier: MIT
"""Columns are adjusted by mouse and by keys, and private ones are kept only with a reason."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from persona_studio.core.research import Question, Wave
from persona_studio.gui.research.room import ResearchRoom
from tests.gui.research.files import survey
from tests.gui.research.test_importing import bring_in, shown

Look = Callable[[Path], None]


def test_a_digit_gives_the_column_a_meaning(
    room: ResearchRoom, look_at: Look, tmp_path: Path, qtbot: QtBot
) -> None:
    look_at(survey(tmp_path))
    page = room.importing
    qtbot.mouseClick(page.verdict.adjust, Qt.MouseButton.LeftButton)
    page.panel.look_at(6)
    qtbot.keyClick(page.panel.list, Qt.Key.Key_5)
    assert page.plan is not None
    assert page.plan.roles[6].role == "likert"
    assert page.panel.role_box.currentData() == "likert"
    bring_in(room, qtbot)
    questions = room._bridge.snapshot.table(Question).values()
    assert {q.label: q.role for q in questions}["Visits"] == "likert"


def test_arrow_keys_walk_through_the_columns(
    room: ResearchRoom, look_at: Look, tmp_path: Path, qtbot: QtBot
) -> None:
    look_at(survey(tmp_path))
    room.importing._toggle_panel()
    panel = room.importing.panel
    panel.look_at(1)
    qtbot.keyClick(panel.list, Qt.Key.Key_Down)
    assert panel.column == 2
    assert panel.use_box.currentData() == "leave_out"


def test_keeping_a_private_column_asks_for_a_reason_first(
    room: ResearchRoom, look_at: Look, tmp_path: Path, qtbot: QtBot
) -> None:
    look_at(survey(tmp_path))
    page = room.importing
    page._adjust(2)
    page.panel.use_box.setCurrentIndex(page.panel.use_box.findData("keep"))
    page.panel._use_chosen()
    page.bring_in()
    assert not page._bringing.running
    assert page.panel.reason.hasFocus()
    page.panel.reason.setText("prize draw, agreed in writing")
    qtbot.keyClick(page.panel.reason, Qt.Key.Key_Return)
    bring_in(room, qtbot)
    (wave,) = room._bridge.snapshot.table(Wave).values()
    assert wave.report["left_out"] == []


def test_a_pseudonym_stands_for_a_private_cell(
    room: ResearchRoom, look_at: Look, tmp_path: Path, qtbot: QtBot
) -> None:
    look_at(survey(tmp_path))
    page = room.importing
    page._adjust(2)
    page.panel.use_box.setCurrentIndex(page.panel.use_box.findData("pseudonymise"))
    page.panel._use_chosen()
    assert "person1@" not in shown(room)
    bring_in(room, qtbot)
    (wave,) = room._bridge.snapshot.table(Wave).values()
    answers = room._bridge.workspace.answers(wave.id)
    mail = next(v for v, q in answers.questions.items() if q.column == 2)
    assert answers.columns[mail].cell(0).startswith("P-")
    assert b"person1@example.org" not in room._bridge.workspace.path.read_bytes()


def test_while_columns_are_adjusted_the_rest_makes_room(
    room: ResearchRoom, look_at: Look, tmp_path: Path, qtbot: QtBot
) -> None:
    look_at(survey(tmp_path))
    page = room.importing
    qtbot.mouseClick(page.verdict.adjust, Qt.MouseButton.LeftButton)
    assert page.panel.isVisible()
    assert not page.facts.isVisible()
    assert page.verdict.adjust.text() == "Done"
    qtbot.mouseClick(page.verdict.adjust, Qt.MouseButton.LeftButton)
    assert page.facts.isVisible()
    assert not page.panel.isVisible()
