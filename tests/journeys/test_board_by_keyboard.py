# SPDX-License-Identifier: MIT
"""A persona built without a mouse in the whole window, closed, opened, and taken back again."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from persona_studio.gui.main_window import MainWindow
from persona_studio.gui.personas.move_to import MoveToPalette
from tests.gui import project
from tests.gui.personas.hands import ALT, CTRL, NONE, Hands

KEY = Qt.Key
NEW = "Bean Tomas"


def type_in(text: str, end: Qt.Key = KEY.Key_Return) -> None:
    """Type where the keyboard is."""
    QTest.keyClicks(QApplication.focusWidget(), text)
    QTest.keyClick(QApplication.focusWidget(), end)


def hands_in(window: MainWindow) -> Hands:
    """Go to the board of the open project."""
    assert window.bridge is not None
    window.go("personas")
    QApplication.processEvents()
    assert window.view is not None
    return Hands(window.view.go("personas"), window.bridge)  # type: ignore[arg-type]


def test_a_persona_is_built_by_keyboard_and_survives_closing(
    qtbot: QtBot, bare_window: MainWindow, tmp_path: Path
) -> None:
    path = tmp_path / "keys.persona"
    project.make(path).close()
    bare_window.open(path)
    bare_window.activateWindow()
    qtbot.waitUntil(lambda: bare_window.bridge is not None)
    hands = hands_in(bare_window)

    QTest.keyClick(bare_window, KEY.Key_P, CTRL | Qt.KeyboardModifier.ShiftModifier)
    type_in(NEW)
    assert hands.persona(NEW).role == "primary"
    column = hands.room.board.columns[hands.persona(NEW).id]
    QTest.keyClick(column.blocks["goals"].focus_widget(), KEY.Key_Space)
    type_in("Taste something new every month")
    for text, key, modifiers in (
        ("Buys beans online", KEY.Key_Insert, NONE),
        ("Reads the roast calendar", KEY.Key_N, CTRL),
    ):
        hands.press(key, modifiers)
        type_in(text)
    hands.press(KEY.Key_Up, ALT)
    hands.press(KEY.Key_M, CTRL)
    panel = hands.room.findChild(MoveToPalette)
    assert panel is not None
    type_in("tomas channels")
    assert hands.texts(NEW, "channels") == ["Reads the roast calendar"]
    assert hands.texts(NEW, "goals") == ["Taste something new every month", "Buys beans online"]
    hands.shown_is_true((NEW, "goals"), (NEW, "channels"))

    bare_window.close_project()
    QApplication.processEvents()
    bare_window.open(path)
    qtbot.waitUntil(lambda: bare_window.bridge is not None)
    hands = hands_in(bare_window)
    assert hands.shown(NEW, "channels") == ["Reads the roast calendar"]
    labels = []
    while (label := hands.bridge.workspace.undo_label) != "Draft personas":
        labels.append(label)
        bare_window.undo()
    assert labels == [
        "Move claim",
        "Move claim",
        "Add claim",
        "Add claim",
        "Add claim",
        "Rename persona",
        "Add persona",
    ]
    assert len(hands.room.board.columns) == 2
    bare_window.close_project()
