# SPDX-License-Identifier: MIT
"""Tab walks through a room as the eye does, stops at everything, and each stop can be seen."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from persona_studio.gui.keyboard import arrange
from persona_studio.gui.main_window import MainWindow
from persona_studio.gui.personas.claim_list import ClaimList
from persona_studio.gui.personas.room import PersonasRoom
from persona_studio.gui.review.sign_panel import SignPanel
from tests.gui.personas.hands import Hands

ROOMS = ("research", "patterns", "personas", "review", "print", "workshop", "settings")


def enter(window: MainWindow, qtbot: QtBot, room: str) -> QWidget:
    """Go to a room of a window that has the keyboard, and let it settle."""
    with qtbot.waitActive(window):
        window.activateWindow()
    window.go(room)
    qtbot.wait(200)
    return window


def walk(steps: int) -> Iterator[QWidget]:
    """Press Tab some times; yield where it stopped each time."""
    for _ in range(steps):
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, Qt.Key.Key_Tab)
        QApplication.processEvents()
        reached = QApplication.focusWidget()
        assert reached is not None
        yield reached


def seen(widget: QWidget) -> bool:
    """Tell whether some of a widget is on the screen, not scrolled away."""
    place, around = widget.rect(), widget.parentWidget()
    while around is not None and not place.isEmpty():
        place = place.translated(widget.pos()) & around.rect()
        widget, around = around, around.parentWidget()
    return not place.isEmpty()


@pytest.mark.parametrize("room", ROOMS)
def test_tab_stops_at_everything_and_each_stop_is_seen(
    window: MainWindow, qtbot: QtBot, room: str
) -> None:
    enter(window, qtbot, room)
    for _ in range(len(arrange(window.centralWidget()))):
        stops = [stop for stop in arrange(window.centralWidget()) if stop.isEnabled()]
        now = next(place for place, stop in enumerate(stops) if stop.hasFocus())
        (reached,) = walk(1)
        assert reached is stops[(now + 1) % len(stops)]
        assert seen(reached), reached.accessibleName()


def test_the_first_tab_in_a_room_goes_into_it(window: MainWindow, qtbot: QtBot) -> None:
    enter(window, qtbot, "personas")
    assert next(walk(1)).accessibleName() == "Board"


def test_on_the_board_tab_goes_down_a_persona_before_the_next(
    window: MainWindow, qtbot: QtBot
) -> None:
    enter(window, qtbot, "personas")
    names: list[str] = []
    for stop in walk(40):
        names += [stop.accessibleName()] if stop.accessibleName() not in names else []
    maya = [place for place, name in enumerate(names) if "Commuter Maya" in name]
    ruth = [place for place, name in enumerate(names) if "Host Ruth" in name]
    assert names[names.index("Add a persona") + 1] == "Picture of Commuter Maya"
    assert max(maya) < min(ruth)
    assert names.index("Evidence") > max(ruth)


def test_a_claim_that_tab_reaches_is_scrolled_to(window: MainWindow, qtbot: QtBot) -> None:
    enter(window, qtbot, "personas")
    assert window.view is not None
    assert window.bridge is not None
    room = window.view.go("personas")
    assert isinstance(room, PersonasRoom)
    hands = Hands(room, window.bridge)
    column = room.board.columns[hands.persona("Commuter Maya").id]
    column.area.setFixedHeight(150)
    qtbot.wait(50)
    for stop in walk(30):
        if isinstance(stop, ClaimList) and column.isAncestorOf(stop):
            card = stop.visualRect(stop.currentIndex())
            top = stop.viewport().mapTo(column.area.viewport(), card.topLeft())
            end = top + QPoint(0, card.height())
            assert column.area.viewport().rect().contains(top)
            assert end.y() <= column.area.viewport().height()


def test_a_claim_that_tab_reaches_is_chosen(window: MainWindow, qtbot: QtBot) -> None:
    enter(window, qtbot, "personas")
    assert window.view is not None
    room = window.view.go("personas")
    assert isinstance(room, PersonasRoom)
    first = next(stop for stop in walk(30) if isinstance(stop, ClaimList))
    assert first.selectionModel().hasSelection()
    assert room.board.front is first


def test_enter_presses_what_has_the_keyboard(window: MainWindow, qtbot: QtBot) -> None:
    enter(window, qtbot, "review")
    sign = next(stop for stop in walk(10) if stop.objectName() == "sign")
    QTest.keyClick(sign, Qt.Key.Key_Return)
    assert window.findChildren(SignPanel)


def test_a_room_gives_the_keyboard_back_to_what_had_it(window: MainWindow, qtbot: QtBot) -> None:
    enter(window, qtbot, "personas")
    last = list(walk(6))[-1]
    window.go("review")
    assert QApplication.focusWidget() is not last
    window.go("personas")
    assert QApplication.focusWidget() is last
