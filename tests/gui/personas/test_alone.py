# SPDX-License-Identifier: MIT
"""One persona alone and wide: everything works on as on the board, and all come back."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from persona_studio.gui.personas.switch import BOARD
from persona_studio.storage import personas
from tests.gui.personas.hands import ALT, Hands

MAYA, RUTH = "Commuter Maya", "Host Ruth"


def seen(hands: Hands) -> list[str]:
    """Return the personas on the screen."""
    return [c.accessibleName() for c in hands.room.board.columns.values() if c.isVisible()]


def test_one_persona_takes_the_board_and_all_come_back(hands: Hands) -> None:
    every, heard = seen(hands), []
    hands.room.announced.connect(heard.append)
    assert len(every) > 1
    hands.select("Orders in the app")
    hands.room.resize(1500, 700)
    hands.room.show_alone()
    assert seen(hands) == [MAYA]
    assert heard[-1] == f"Alone: {MAYA}"
    column = hands.room.board.columns[hands.persona(MAYA).id]
    assert column.width() > 900
    column.inside.layout().activate()
    assert len({block.x() for block in column.ordered()}) >= 2
    order = [block.place.section for block in column.ordered()]
    hands.room.title.switch.chips[BOARD].click()
    assert seen(hands) == every
    column.inside.layout().activate()
    assert len({block.x() for block in column.ordered()}) == 1
    assert [block.place.section for block in column.ordered()] == order


def test_claims_are_moved_in_the_wide_view_and_undone(hands: Hands) -> None:
    hands.select("Orders in the app")
    hands.room.show_alone()
    before = hands.texts(MAYA, "channels")
    hands.press(Qt.Key.Key_Down, ALT)
    assert hands.shown(MAYA, "channels") == [before[1], before[0], *before[2:]]
    hands.undo_and_redo((MAYA, "channels"))


def test_whoever_is_shown_or_moved_to_another_persona_is_seen(hands: Hands) -> None:
    hands.select("Orders in the app")
    hands.room.show_alone()
    hands.press(Qt.Key.Key_Right, ALT)
    assert seen(hands) == [RUTH]
    assert hands.room.board.has_keyboard()
    hands.room.gestures.remove_persona(hands.persona(RUTH).id, keep_claims=True)
    assert MAYA in seen(hands)
    assert not hands.room.board.alone


def test_the_next_persona_alone_is_one_key_or_one_press_away(hands: Hands) -> None:
    bar, names = hands.room.focus_bar, [p.name for p in hands.bridge.snapshot.personas]
    first, second, last = names[0], names[1], names[-1]
    assert bar.isHidden()
    hands.select("Orders in the app")
    hands.room.show_alone()
    assert bar.isVisible()
    assert bar.names.currentText() == first
    assert not bar.back.isEnabled()
    assert bar.place.text() == f"1 of {len(names)}"
    QTest.mouseClick(bar.forth, Qt.MouseButton.LeftButton)
    assert seen(hands) == [second]
    assert hands.room.tray.persona == hands.persona(second).id
    bar.names.setFocus()
    QTest.keyClick(bar.names, Qt.Key.Key_End)
    assert seen(hands) == [last]
    assert bar.names.hasFocus()
    assert not bar.forth.isEnabled()
    QTest.keyClick(bar.names, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    assert seen(hands) == [names[-2]]
    assert hands.room.board.columns[hands.persona(names[-2]).id].head.name.hasFocus()
    offered = {entry.text: entry for entry in hands.room.views.deeds()}
    offered[f"{last} alone"].run()
    assert seen(hands) == [last]
    with hands.bridge.edit("Rename") as write:
        personas.change(write, hands.persona(last).id, name="Zoe")
    assert bar.names.currentText() == "Zoe"
    hands.room.show_alone()
    assert bar.isHidden()
