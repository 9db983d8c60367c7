# SPDX-License-Identifier: MIT
"""Re-checking in the window: read worst first, take over, keep, undo, with real clicks and keys."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from persona_studio.core.persona import Claim
from persona_studio.gui.bridge import Bridge
from persona_studio.gui.jobs import Jobs
from persona_studio.gui.review.checklist_page import ChecklistPage
from persona_studio.gui.review.recheck_card import RecheckCard
from persona_studio.gui.review.recheck_page import RecheckPage
from persona_studio.gui.review.room import ReviewRoom
from persona_studio.gui.widgets.plain_label import PlainLabel
from persona_studio.storage import waves
from tests.review.asked_twice import asked_twice


@pytest.fixture
def twice(look: None, tmp_path: Path) -> Iterator[Bridge]:
    with asked_twice(tmp_path) as workspace:
        made = Bridge(workspace)
        yield made
        made.closing.emit()


@pytest.fixture
def room(twice: Bridge, jobs: Jobs, qtbot: QtBot) -> ReviewRoom:
    made = ReviewRoom(twice, jobs)
    qtbot.addWidget(made)
    made.resize(1200, 700)
    made.show()
    made.activate()
    press(made, "Re-check personas")
    return made


def press(where: QWidget, words: str) -> None:
    QApplication.processEvents()
    found = [b for b in where.findChildren(QPushButton) if b.text() == words and b.isVisible()]
    QTest.mouseClick(found[0], Qt.MouseButton.LeftButton)
    QApplication.processEvents()


def cards(room: ReviewRoom) -> dict[str, RecheckCard]:
    QApplication.processEvents()
    found = [card for card in room.findChildren(RecheckCard) if card.isVisible()]
    return {card.line.claim.text: card for card in found}


def words(room: ReviewRoom) -> str:
    QApplication.processEvents()
    return "\n".join(x.text() for x in room.findChildren(PlainLabel) if x.isVisible())


def claim(bridge: Bridge, text: str) -> Claim:
    return next(c for c in bridge.snapshot.table(Claim).values() if c.text == text)


def test_what_changed_is_open_and_what_holds_is_folded(room: ReviewRoom) -> None:
    assert list(cards(room)) == ["Pays by card"]
    assert "80 of 100 before, 10 of 100 now. That is a real drop" in words(room)
    press(cards(room)["Pays by card"].window(), "Show")
    assert list(cards(room)) == ["Pays by card", "Comes every day"]


def test_the_new_value_is_taken_and_undone(room: ReviewRoom, twice: Bridge) -> None:
    press(cards(room)["Pays by card"], "Take the new value (10 of 100: “few”)")
    assert claim(twice, "Pays by card").quantifier == "few"
    assert "The claim rests on the new answers." in words(room)
    twice.undo()
    assert claim(twice, "Pays by card").quantifier == "most"
    assert "The claim rests on the new answers." not in words(room)


def test_everything_that_holds_moves_with_one_button(room: ReviewRoom, twice: Bridge) -> None:
    press(room, "Rest it on the new answers")
    held = claim(twice, "Comes every day")
    assert [item.wave for item in twice.snapshot.evidence_of(held.id)] == ["wave2"]


def test_a_change_is_kept_with_a_reason_by_keyboard(room: ReviewRoom, twice: Bridge) -> None:
    card = cards(room)["Pays by card"]
    assert card.hasFocus()
    press(card, "Keep, with a reason")
    line = next(x for x in card.findChildren(QLineEdit) if x.objectName() == "reason")
    QTest.keyClicks(line, "The reader was broken")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert "Kept: The reader was broken" in words(room)
    assert claim(twice, "Pays by card").quantifier == "most"


def test_the_persona_is_split_by_the_answer_that_moved(room: ReviewRoom, twice: Bridge) -> None:
    press(cards(room)["Pays by card"], "Split the persona by it")
    assert [p.name for p in twice.snapshot.personas] == ["Commuter Maya", "Commuter Maya 2"]
    twice.undo()
    assert [p.name for p in twice.snapshot.personas] == ["Commuter Maya"]


def test_escape_goes_back_to_the_checklist(room: ReviewRoom) -> None:
    QTest.keyClick(cards(room)["Pays by card"], Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert room.findChild(ChecklistPage).isVisible()
    assert not room.findChild(RecheckPage).isVisible()


def test_a_claim_is_shown_on_the_board(room: ReviewRoom, twice: Bridge, qtbot: QtBot) -> None:
    with qtbot.waitSignal(room.show_claim) as told:
        press(cards(room)["Pays by card"], "Go to claim")
    assert told.args == [claim(twice, "Pays by card").id]


def test_with_one_wave_the_page_says_what_is_missing(
    room: ReviewRoom, twice: Bridge, qtbot: QtBot
) -> None:
    with twice.edit("Remove") as write:
        waves.remove(write, "wave2")
    QApplication.processEvents()
    assert not cards(room)
    assert "Import the same study again later" in words(room)
    assert not room.findChild(RecheckPage).findChild(QComboBox).isVisible()
    with qtbot.waitSignal(room.open_room) as told:
        press(room, "Open Research")
    assert told.args == ["research"]
