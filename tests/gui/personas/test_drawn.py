# SPDX-License-Identifier: MIT
"""Bars and scales on the board: chosen beside it, placed by hand, undone, read aloud."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from persona_studio.gui.bridge import Bridge
from persona_studio.gui.personas.data_page import DataPage
from persona_studio.gui.personas.drawn_marks import BarMark, ScaleMark
from persona_studio.storage import claims, evidence
from persona_studio.workspace.drawing import Measure
from persona_studio.workspace.workspace import Workspace
from tests.gui.personas.hands import Hands
from tests.workspace import two_groups

MANY = "many"


@pytest.fixture
def sample_workspace(tmp_path: Path) -> Iterator[Workspace]:
    """Give forty people with ages in two groups, and one counted claim."""
    made = two_groups.make(tmp_path / "a.persona", ages=True)
    with made.edit("Claim") as write:
        who = next(p.id for p in made.snapshot.personas if p.name == MANY)
        claim = claims.add(write, who, "buying", "Is under forty", quantifier="about_half")
        evidence.link_measure(write, claim, "wave", Measure("age", "at_most", 39))
    yield made
    made.close()


@pytest.fixture
def page(hands: Hands) -> DataPage:
    """Give the page, opened by its action."""
    hands.room.tray.show_persona(hands.persona(MANY).id)
    hands.room.draw_data()
    made = hands.room.care.pages.page(DataPage)
    assert made is not None
    return made


def marks_of(hands: Hands) -> list[object]:
    hands.room._show_reach()
    return list(hands.room.board.columns[hands.persona(MANY).id].drawn.marks.values())


def test_a_scale_is_drawn_and_its_marker_moved_by_keyboard_and_mouse(
    page: DataPage, hands: Hands, bridge: Bridge, qtbot: QtBot
) -> None:
    assert page.question.currentText() == "age (Survey)"
    page.draw.setFocus()
    QTest.keyClick(page.draw, Qt.Key.Key_Space)
    (scale,) = marks_of(hands)
    assert isinstance(scale, ScaleMark)
    assert "Middle of its 30 people: 35.5" in scale.accessibleName()
    assert not page.draw.isEnabled(), "every question with an order is drawn"
    before = scale.grab().toImage()
    scale.setFocus()
    for _ in range(2):
        QTest.keyClick(scale, Qt.Key.Key_Right)
    assert scale.hasFocus()
    assert "by the team, an assumption" in scale.accessibleName()
    (claim,) = bridge.snapshot.claims_of(hands.persona(MANY).id, "behaviours")
    assert bridge.workspace.assess(claim.id).assumption is not None
    assert scale.grab().toImage() != before
    assert bridge.workspace.undo_label == "Place on the scale"
    bridge.undo()
    marks_of(hands)
    assert "by the team" not in scale.accessibleName(), "one step for both keys"
    QTest.mousePress(scale, Qt.MouseButton.LeftButton, pos=QPoint(40, 40))
    QTest.mouseMove(scale, QPoint(scale.width() - 8, 40))
    QTest.mouseRelease(scale, Qt.MouseButton.LeftButton, pos=QPoint(scale.width() - 8, 40))
    assert "by the team" in scale.accessibleName()
    assert bridge.workspace.assess(claim.id).mark == "slashed"
    QTest.keyClick(scale, Qt.Key.Key_Delete)
    assert "by the team" not in scale.accessibleName()
    assert bridge.workspace.assess(claim.id).assumption is None
    QTest.keyClick(scale, Qt.Key.Key_Return)
    assert hands.room.detail.claim == claim.id


def test_a_counted_claim_is_ticked_to_be_a_bar_and_undone(
    page: DataPage, hands: Hands, bridge: Bridge
) -> None:
    page.claims.setFocus()
    QTest.keyClick(page.claims, Qt.Key.Key_Space)
    (bar,) = marks_of(hands)
    assert isinstance(bar, BarMark)
    assert bar.words == "Is under forty"
    assert bar.accessibleName() == "Is under forty: 19 of 30, of everyone 19 of 40"
    hands.room.gestures.edit_text(hands.claim("Is under forty").id, "age: 39 or less")
    (bar,) = marks_of(hands)
    assert isinstance(bar, BarMark)
    assert bar.words == "39 or less \u00b7 age"
    bridge.undo()
    bridge.undo()
    assert marks_of(hands) == []
    assert page.claims.item(0).checkState() == Qt.CheckState.Unchecked
    assert hands.room.board.columns[hands.persona(MANY).id].drawn.isHidden()
