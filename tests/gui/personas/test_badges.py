# SPDX-License-Identifier: MIT
"""Small numbers on the board say what Review has to decide, and lead there and back."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from persona_studio.core.persona import Claim
from persona_studio.gui.main_window import MainWindow
from persona_studio.gui.personas.card_signs import badge_area
from persona_studio.gui.personas.room import PersonasRoom
from persona_studio.gui.review.finding_card import FindingCard
from persona_studio.gui.review.room import ReviewRoom
from persona_studio.review.checklist import calls
from tests.gui.personas.hands import Hands

QUIET = "A quiet corner for four on Saturday"


def test_claims_and_personas_carry_what_is_to_be_decided(hands: Hands, qtbot: QtBot) -> None:
    board, claim = hands.room.board, hands.claim(QUIET).id
    qtbot.waitUntil(lambda: claim in board.look.calls, timeout=5000)
    found = calls(hands.bridge.workspace.findings(), hands.bridge.snapshot)
    for key, column in board.columns.items():
        assert column.head.calls.text() == str(found[key].many)
        assert column.head.calls.isVisible()
    shown = hands.list("Host Ruth", "goals")
    index = shown.claims.index(shown.claims.row_of(claim))
    described = str(index.data(Qt.ItemDataRole.AccessibleDescriptionRole))
    assert f"{found[claim].many} to decide in Review" in described
    wanted: list[str] = []
    hands.room.show_findings.connect(wanted.append)
    spot = badge_area(shown.visualRect(index)).center()
    QTest.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    head = board.columns[hands.persona("Host Ruth").id].head
    QTest.mouseClick(head.calls, Qt.MouseButton.LeftButton)
    assert wanted == [claim, hands.persona("Host Ruth").id]


def test_numbers_follow_every_change(hands: Hands, qtbot: QtBot) -> None:
    claim, look = hands.claim(QUIET).id, hands.room.board.look
    qtbot.waitUntil(lambda: claim in look.calls, timeout=5000)
    with hands.bridge.edit("Remove") as write:
        write.remove(Claim, claim)
    qtbot.waitUntil(lambda: claim not in look.calls, timeout=5000)
    hands.bridge.undo()
    qtbot.waitUntil(lambda: claim in look.calls, timeout=5000)


def test_the_keyboard_goes_to_the_finding_and_back_to_the_claim(window: MainWindow) -> None:
    view = window.view
    assert view is not None
    board = view.go("personas")
    assert isinstance(board, PersonasRoom)
    hands = Hands(board, view.bridge)
    claim = hands.claim(QUIET).id
    front = hands.select(QUIET)
    QTest.keyClick(front, Qt.Key.Key_F8)
    QApplication.processEvents()
    assert view.room == "review"
    review = view.go("review")
    assert isinstance(review, ReviewRoom)
    card = review.checklist.list.card
    assert isinstance(card, FindingCard)
    assert card.place == claim
    window.commands.made["find_on_board"].trigger()
    assert view.room == "personas"
    assert board.board.selected() == [claim]


def test_a_persona_leads_to_all_that_concerns_it(window: MainWindow) -> None:
    view = window.view
    assert view is not None
    persona = view.bridge.snapshot.personas[1]
    view.show_findings(persona.id)
    review = view.go("review")
    assert isinstance(review, ReviewRoom)
    bar = review.checklist.list.bar
    assert bar.persona.currentData() == persona.id
    whose = {card.finding.target.persona for card in review.findChildren(FindingCard)}
    assert whose == {persona.id}
