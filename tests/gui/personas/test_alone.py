# SPDX-License-Identifier: MIT
"""One persona alone and wide: everything works on as on the board, and all come back."""

from PySide6.QtCore import Qt

from persona_studio.gui.personas.switch import BOARD
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
