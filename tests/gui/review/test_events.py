# SPDX-License-Identifier: MIT
"""What changed outside is noted, corrected, removed and undone in the window."""

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from persona_studio.core import clock
from persona_studio.core.reviewing import ChangeEvent
from persona_studio.gui.bridge import Bridge
from persona_studio.gui.jobs import Jobs
from persona_studio.gui.review.events_page import EventsPage
from persona_studio.gui.review.room import ReviewRoom
from persona_studio.gui.widgets.chip import Chip
from persona_studio.gui.widgets.plain_label import PlainLabel


@pytest.fixture
def room(bridge: Bridge, jobs: Jobs, qtbot: QtBot) -> ReviewRoom:
    made = ReviewRoom(bridge, jobs)
    qtbot.addWidget(made)
    made.resize(1200, 700)
    made.show()
    made.note_event()
    QApplication.processEvents()
    return made


@pytest.fixture
def page(room: ReviewRoom) -> EventsPage:
    found = room.findChild(EventsPage)
    assert isinstance(found, EventsPage)
    return found


def noted(bridge: Bridge) -> list[ChangeEvent]:
    return list(bridge.snapshot.table(ChangeEvent).values())


def note(page: EventsPage, text: str, *touched: str) -> None:
    QTest.keyClicks(page.form.text, text)
    for chip in page.form.findChildren(Chip):
        if chip.text() in touched:
            QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    QTest.keyClick(page.form.text, Qt.Key.Key_Return)
    QApplication.processEvents()


def press(page: EventsPage, name: str) -> None:
    QApplication.processEvents()
    found = [b for b in page.findChildren(QToolButton) if b.toolTip() == name and b.isVisible()]
    QTest.mouseClick(found[0], Qt.MouseButton.LeftButton)
    QApplication.processEvents()


def words(page: EventsPage) -> str:
    return "\n".join(x.text() for x in page.findChildren(PlainLabel) if x.isVisible())


def test_an_event_is_noted_from_the_keyboard_and_undone(page: EventsPage, bridge: Bridge) -> None:
    assert page.form.text.hasFocus()
    assert not page.form.save.isEnabled()
    note(page, "Delivery costs 4 more", "Commuter Maya", "Channels")
    (event,) = noted(bridge)
    maya = next(p for p in bridge.snapshot.personas if p.name == "Commuter Maya")
    assert (event.text, event.happened_on) == ("Delivery costs 4 more", clock.today())
    assert event.touches == (maya.id, "channels")
    assert "touches Commuter Maya, Channels" in words(page)
    assert page.form.text.text() == ""
    bridge.undo()
    QApplication.processEvents()
    assert "Nothing noted yet" in words(page)


def test_an_event_is_corrected_and_removed(page: EventsPage, bridge: Bridge) -> None:
    note(page, "New roasts")
    assert "touches every claim" in words(page)
    press(page, "Correct: New roasts")
    assert page.form.text.text() == "New roasts"
    page.form.kind.setCurrentIndex(page.form.kind.findData("product"))
    page.form.day.setDate(QDate(2026, 5, 4))
    note(page, " and cakes")
    (event,) = noted(bridge)
    assert (event.text, event.kind) == ("New roasts and cakes", "product")
    assert str(event.happened_on) == "2026-05-04"
    press(page, "Remove: New roasts and cakes")
    assert noted(bridge) == []


def test_what_is_typed_survives_other_edits(page: EventsPage, bridge: Bridge) -> None:
    note(page, "New roasts")
    QTest.keyClicks(page.form.text, "Half typed")
    bridge.undo()
    assert page.form.text.text() == "Half typed"
