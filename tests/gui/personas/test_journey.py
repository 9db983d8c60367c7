# SPDX-License-Identifier: MIT
"""A day or a journey: steps are sections, their claims stand on a strip, any hand reaches them."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from persona_studio.gui.bridge import Bridge
from persona_studio.gui.personas.journey_page import JourneyPage
from persona_studio.gui.personas.journey_strip import JourneyStrip
from tests.gui.personas.hands import ALT, Hands

MAYA = "Commuter Maya"


@pytest.fixture
def page(hands: Hands) -> JourneyPage:
    """Give the page, opened by its action."""
    hands.room.make_journey()
    made = hands.room.care.pages.page(JourneyPage)
    assert made is not None
    return made


def strip_of(hands: Hands) -> JourneyStrip:
    return hands.room.board.columns[hands.persona(MAYA).id].journey


def titles(bridge: Bridge) -> list[str]:
    return [section.title for section in bridge.snapshot.sections if section.step]


def test_a_journey_is_begun_ordered_and_undone_by_keyboard(
    page: JourneyPage, hands: Hands, bridge: Bridge
) -> None:
    strip = strip_of(hands)
    assert strip.isHidden()
    page.journey.setFocus()
    QTest.keyClick(page.journey, Qt.Key.Key_Space)
    assert titles(bridge) == ["Notices", "Compares", "Buys", "Uses", "Comes back"]
    assert strip.isVisible()
    assert page.list.hasFocus(), "the keyboard stays here when the button it pressed is gone"
    page.list.setCurrentRow(3)
    QTest.keyClick(page.list, Qt.Key.Key_Up, ALT)
    assert titles(bridge) == ["Notices", "Compares", "Uses", "Buys", "Comes back"]
    page.field.setFocus()
    QTest.keyClicks(page.field, "Tells a friend")
    QTest.keyClick(page.field, Qt.Key.Key_Return)
    assert titles(bridge)[-1] == "Tells a friend"
    for _ in range(3):
        bridge.undo()
    assert titles(bridge) == []
    assert strip.isHidden()


def test_a_claim_is_written_on_a_step_and_stands_there_with_its_mark(
    page: JourneyPage, hands: Hands, bridge: Bridge
) -> None:
    page.day.click()
    strip = strip_of(hands)
    step = next(s for s in bridge.snapshot.sections if s.title == "6\u20139")
    column = hands.room.board.columns[hands.persona(MAYA).id]
    assert step.id not in column.blocks, "an empty step takes no room below"
    strip.setFocus()
    QTest.keyClick(strip, Qt.Key.Key_Right)
    assert "6\u20139, step 2 of 7: nothing yet" in strip.accessibleName()
    hands.room.gestures.move(
        [hands.claim("Follows us on Instagram").id], column.open_section(step.id).place
    )
    assert "6\u20139, step 2 of 7: Follows us on Instagram" in strip.accessibleName()
    assert [[mark for _, mark in s.claims] for s in strip.steps][:3] == [[], ["ring"], []]
    QTest.keyClick(strip, Qt.Key.Key_Return)
    assert column.blocks[step.id].ensure_list().hasFocus()
    page.list.setCurrentRow(1)
    assert not page.editor.remove.isEnabled(), "what holds a claim is hidden, not removed"
    bridge.undo()
    assert not any(s.claims for s in strip.steps)


def test_claims_and_evidence_are_dropped_on_a_step(
    page: JourneyPage, hands: Hands, bridge: Bridge, qtbot: QtBot
) -> None:
    page.day.click()
    strip = strip_of(hands)
    QApplication.processEvents()
    persona, text = hands.persona(MAYA).id, "Follows us on Instagram"
    third = strip.steps[2].section.id
    wide = (strip.width() - 28) / len(strip.steps)
    at = QPoint(int(14 + 2.5 * wide), 20)
    carried = hands.carried(text)
    hands.drag_over(strip, at, carried)
    assert strip.over == 2
    hands.leave(strip)
    assert strip.over == -1
    hands.drop(strip, QPoint(strip.width() - 3, 20), carried)
    assert hands.claim(text).section == "channels", "beside the last step is no step"
    hands.drop(strip, at, carried)
    assert hands.shown(MAYA, third) == [text]
    assert strip.over == -1
    hands.undo_and_redo((MAYA, third), (MAYA, "channels"))
    hands.drop(strip, at, hands.carried("Orders in the app"), Qt.KeyboardModifier.ControlModifier)
    assert hands.shown(MAYA, third) == [text, "Orders in the app"]
    assert "Orders in the app" in hands.texts(MAYA, "channels"), "Ctrl copies"
    cards = hands.room.tray.list.cards
    hands.room.side.show_tray()
    qtbot.waitUntil(lambda: bool(cards.items), timeout=4000)
    hands.drop(strip, at, cards.mimeData([cards.index(0)]))
    assert len(bridge.snapshot.claims_of(persona, third)) == 3
