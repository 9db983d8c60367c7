# SPDX-License-Identifier: MIT
"""A quote is chosen from real ones: typical speakers first, consent said and undone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from persona_studio.core import clock
from persona_studio.core.research import Quote
from persona_studio.gui.bridge import Bridge
from persona_studio.gui.personas.quote_page import QuotePage
from persona_studio.publish.sheet import sheet_of
from tests.gui.personas.hands import Hands

MAYA = "Commuter Maya"
TYPICAL = "Let me pay before I arrive."


@pytest.fixture
def page(hands: Hands) -> QuotePage:
    """Give the page, opened by its action."""
    hands.room.tray.show_persona(hands.persona(MAYA).id)
    hands.room.choose_quote()
    made = hands.room.care.pages.page(QuotePage)
    assert made is not None
    return made


def test_the_most_typical_speaker_stands_first_and_becomes_the_persona_s_quote(
    page: QuotePage, hands: Hands, bridge: Bridge
) -> None:
    first, last = page.offered[0], page.offered[-1]
    assert first.typical == 1 > last.typical == 0
    assert last.item.text == "A table for four would be nice."
    assert "1 of 1 lines hold \u00b7 not asked yet" in page.list.item(0).text()
    page.list.setCurrentRow([each.item.text for each in page.offered].index(TYPICAL))
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    (claim,) = hands.texts(MAYA, "quotes")
    assert claim == TYPICAL
    assert page.list.item(0).text().startswith(f"\u201c{TYPICAL}\u201d\nChosen")
    page.consent.setCurrentIndex(page.consent.findData("publish"))
    page.consent.activated.emit(page.consent.currentIndex())
    (quote,) = bridge.snapshot.table(Quote).values()
    assert quote.consent == "publish"
    assert "may be printed" in page.list.item(0).text()
    page.list.setCurrentRow(1)
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    assert len(hands.texts(MAYA, "quotes")) == 2
    maya = hands.persona(MAYA).id
    said = sheet_of(bridge.snapshot, maya, bridge.workspace.assess, clock.today()).quote
    assert said is not None
    assert said.text == page.offered[0].item.text != TYPICAL
    for _ in range(3):
        bridge.undo()
    assert hands.texts(MAYA, "quotes") == []
    assert page.consent.isHidden()
