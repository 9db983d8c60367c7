# SPDX-License-Identifier: MIT
"""Words that are being written are not lost to what happens meanwhile."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from persona_studio.core.persona import Claim
from persona_studio.gui.main_window import MainWindow
from persona_studio.gui.personas.room import PersonasRoom
from persona_studio.storage import waves
from tests.gui.personas.hands import Hands

KEY = Qt.Key


def focus() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def new_source(hands: Hands) -> None:
    """Do what an import does that ends while somebody is writing on the board."""
    with hands.bridge.edit("Add source") as write:
        waves.add_source(write, "Shop orders")


def test_a_new_claim_outlives_a_change_and_lands_where_it_was_begun(hands: Hands) -> None:
    hands.select("Orders in the app")
    hands.press(KEY.Key_Insert)
    QTest.keyClicks(focus(), "Pays by phone")
    new_source(hands)
    field = focus()
    assert isinstance(field, QPlainTextEdit)
    assert field.toPlainText() == "Pays by phone"
    hands.press(KEY.Key_Return)
    expected = ["Orders in the app", "Pays by phone", "Follows us on Instagram"]
    assert hands.texts("Commuter Maya", "channels") == expected
    assert hands.shown("Commuter Maya", "channels") == expected
    current = hands.room.board.current_claim()
    assert current is not None
    assert current.text == "Pays by phone"


def test_words_of_a_claim_outlive_a_change(hands: Hands) -> None:
    hands.select("Orders in the app")
    hands.press(KEY.Key_F2)
    QTest.keyClicks(focus(), "Orders ahead")
    new_source(hands)
    hands.press(KEY.Key_Return)
    assert hands.claim("Orders ahead")


def test_a_name_outlives_a_change(hands: Hands) -> None:
    column = hands.room.board.columns[hands.persona("Commuter Maya").id]
    column.head.name.begin()
    QTest.keyClicks(focus(), "Maya K.")
    new_source(hands)
    assert column.head.name.text() == "Maya K."
    hands.press(KEY.Key_Return)
    assert hands.persona("Maya K.")


def test_a_new_card_keeps_the_one_that_is_being_written(hands: Hands) -> None:
    hands.select("Orders in the app")
    hands.press(KEY.Key_Insert)
    QTest.keyClicks(focus(), "Pays by phone")
    hands.block("Commuter Maya", "channels").add_asked.emit()
    QTest.keyClicks(focus(), "Never by post")
    hands.block("Commuter Maya", "channels").add_asked.emit()
    hands.block("Commuter Maya", "channels").add_asked.emit()
    hands.press(KEY.Key_Escape)
    expected = ["Orders in the app", "Pays by phone", "Follows us on Instagram", "Never by post"]
    assert hands.texts("Commuter Maya", "channels") == expected
    assert hands.shown("Commuter Maya", "channels") == expected


def begin_claim(hands: Hands) -> None:
    hands.select("Orders in the app")
    hands.press(KEY.Key_F2)


def begin_name(hands: Hands) -> None:
    hands.room.board.columns[hands.persona("Commuter Maya").id].head.name.begin()


@pytest.mark.parametrize("begin", [begin_claim, begin_name])
def test_closing_the_project_keeps_what_is_being_written(
    window: MainWindow, qtbot: QtBot, begin: Callable[[Hands], None]
) -> None:
    with qtbot.waitActive(window):
        window.activateWindow()
    assert window.view is not None
    assert window.bridge is not None
    path = window.bridge.workspace.path
    room = window.view.go("personas")
    assert isinstance(room, PersonasRoom)
    begin(Hands(room, window.bridge))
    QTest.keyClicks(focus(), "Written until the end")
    window.close_project()
    window.open(path)
    snapshot = window.bridge.snapshot
    said = [claim.text for claim in snapshot.table(Claim).values()]
    said += [persona.name for persona in snapshot.personas]
    assert "Written until the end" in said


def test_pasted_lines_become_claims_in_one_step(hands: Hands) -> None:
    hands.select("Orders in the app")
    before = hands.texts("Commuter Maya", "channels")
    hands.press(KEY.Key_Insert)
    field = focus()
    assert isinstance(field, QPlainTextEdit)
    QApplication.clipboard().setText(
        "- Pays by phone\n\n2) Reads  the board\r\n\u2022 " + "x" * 700
    )
    field.paste()
    hands.press(KEY.Key_Return)
    lines = ["Pays by phone", "Reads the board"]
    after = hands.texts("Commuter Maya", "channels")
    assert after[:3] == [before[0], *lines]
    assert set(after[3]) == {"x"}
    assert len(after[3]) <= 500
    assert after[4:] == before[1:]
    assert hands.shown("Commuter Maya", "channels") == after
    assert hands.bridge.workspace.undo_label == "Add 3 claims"
    assert hands.room.board.selected() == [hands.claim(text).id for text in after[1:4]]
    hands.bridge.undo()
    assert hands.texts("Commuter Maya", "channels") == before


def test_lines_pasted_into_a_claim_stay_one_claim(hands: Hands) -> None:
    hands.select("Orders in the app")
    many = len(hands.texts("Commuter Maya", "channels"))
    hands.press(KEY.Key_F2)
    QApplication.clipboard().setText("2. floor\nat noon")
    field = focus()
    assert isinstance(field, QPlainTextEdit)
    field.paste()
    hands.press(KEY.Key_Return)
    assert hands.claim("2. floor at noon")
    assert len(hands.texts("Commuter Maya", "channels")) == many


def test_a_claim_is_edited_in_its_own_words_and_left_as_high_as_before(hands: Hands) -> None:
    words = "Wants to be home before the children sleep and never misses a train for want of coffee"
    hands.room.add_persona()
    block = list(hands.room.board.columns.values())[-1].open_section("goals")
    block.add_asked.emit()
    QTest.keyClicks(focus(), words)
    hands.press(KEY.Key_Return)
    shown = block.ensure_list()
    high = shown.height()
    hands.press(KEY.Key_Return)
    field = focus()
    assert isinstance(field, QPlainTextEdit)
    assert field.toPlainText() == words
    assert field.textCursor().selectedText() == words
    field.setPlainText("Short")
    assert shown.height() < high
    hands.press(KEY.Key_Escape)
    assert shown.height() == high
    assert shown.visualRect(shown.claims.index(0)).height() == high
