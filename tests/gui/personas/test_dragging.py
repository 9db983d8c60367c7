# SPDX-License-Identifier: MIT
"""Every way something can be dragged on the board, as the drop events of a drag."""

from PySide6.QtCore import QMimeData, QPoint
from pytestqt.qtbot import QtBot

from persona_studio.gui import carry
from persona_studio.gui.personas.drop_hint import NO_HINT
from tests.gui.personas.hands import CTRL, Hands

MAYA, RUTH = "Commuter Maya", "Host Ruth"
ORDERS, FOLLOWS = "Orders in the app", "Follows us on Instagram"
BASKET, QUIET = "The app loses the basket at the last step", "A quiet corner for four on Saturday"


def test_a_claim_is_dragged_to_another_section(hands: Hands) -> None:
    carried = hands.carried(BASKET)
    target = hands.block(MAYA, "channels")
    hands.drop(target, hands.point_on(target, 1, 0.1), carried)
    assert hands.texts(MAYA, "channels") == [ORDERS, BASKET, FOLLOWS]
    assert hands.texts(MAYA, "pains") == []
    assert hands.bridge.workspace.undo_label == "Move claim"
    hands.undo_and_redo((MAYA, "channels"), (MAYA, "pains"))


def test_a_claim_is_dragged_to_another_persona(hands: Hands) -> None:
    carried = hands.carried(ORDERS)
    target = hands.block(RUTH, "channels")
    hands.drop(target, hands.point_on(target, 0, 0.9), carried)
    assert hands.texts(RUTH, "channels") == ["Comes in and asks", ORDERS]
    hands.undo_and_redo((MAYA, "channels"), (RUTH, "channels"))


def test_a_claim_is_dragged_to_an_empty_section(hands: Hands) -> None:
    carried = hands.carried(ORDERS)
    target = hands.block(RUTH, "pains")
    hands.drop(target, QPoint(60, 20), carried)
    assert hands.texts(RUTH, "pains") == [ORDERS]
    hands.undo_and_redo((MAYA, "channels"), (RUTH, "pains"))


def test_claims_are_reordered_by_drag(hands: Hands) -> None:
    carried = hands.carried(FOLLOWS)
    target = hands.block(MAYA, "channels")
    hands.drop(target, hands.point_on(target, 0, 0.1), carried)
    assert hands.texts(MAYA, "channels") == [FOLLOWS, ORDERS]
    hands.undo_and_redo((MAYA, "channels"))


def test_a_claim_dropped_where_it_lies_is_no_edit(hands: Hands) -> None:
    before = hands.bridge.workspace.undo_label
    carried = hands.carried(ORDERS)
    target = hands.block(MAYA, "channels")
    for row, share in ((0, 0.1), (0, 0.9), (1, 0.1)):
        hands.drop(target, hands.point_on(target, row, share), carried)
    assert hands.bridge.workspace.undo_label == before


def test_several_claims_are_one_step(hands: Hands) -> None:
    carried = hands.carried(ORDERS, FOLLOWS)
    target = hands.block(RUTH, "goals")
    hands.drop(target, hands.point_on(target, 0, 0.1), carried)
    assert hands.texts(RUTH, "goals") == [ORDERS, FOLLOWS, QUIET]
    assert hands.bridge.workspace.undo_label == "Move 2 claims"
    hands.undo_and_redo((MAYA, "channels"), (RUTH, "goals"))


def test_ctrl_copies_with_the_evidence(hands: Hands) -> None:
    carried = hands.carried(ORDERS)
    target = hands.block(RUTH, "channels")
    hands.drop(target, hands.point_on(target, 0, 0.9), carried, CTRL)
    assert hands.texts(MAYA, "channels") == [ORDERS, FOLLOWS]
    assert hands.texts(RUTH, "channels") == ["Comes in and asks", ORDERS]
    copy = hands.bridge.snapshot.claims_of(hands.persona(RUTH).id, "channels")[1]
    assert hands.bridge.snapshot.evidence_of(copy.id)
    assert hands.bridge.workspace.undo_label == "Copy claim"
    hands.undo_and_redo((RUTH, "channels"))


def test_a_claim_is_parked_and_brought_back(hands: Hands) -> None:
    room = hands.room
    room.tray.open_tab("parking")
    hands.drop(room.tray.parking, QPoint(60, 60), hands.carried(BASKET))
    assert hands.texts(None, "pains") == [BASKET]
    assert [c.text for c in room.tray.parking.list.claims.claims] == [BASKET]
    assert room.tray.park_chip.text() == "Parking lot 1"
    target = hands.block(RUTH, "pains")
    parked = room.tray.parking.list
    parked.select([hands.claim(BASKET).id])
    hands.drop(target, QPoint(60, 20), parked.claims.mimeData(parked.selectedIndexes()))
    assert hands.texts(RUTH, "pains") == [BASKET]
    hands.undo_and_redo((RUTH, "pains"))


def test_a_claim_is_parked_on_the_tab(hands: Hands) -> None:
    hands.drop(hands.room.tray.park_chip, QPoint(10, 10), hands.carried(BASKET))
    assert hands.texts(None, "pains") == [BASKET]


def test_a_line_shows_where_a_claim_lands_and_escape_takes_it_away(hands: Hands) -> None:
    carried = hands.carried(BASKET)
    target = hands.block(MAYA, "channels")
    shown = target.ensure_list()
    hands.drag_over(target, hands.point_on(target, 1, 0.2), carried)
    assert (shown.hint.kind, shown.hint.row) == ("line", 1)
    hands.leave(target)
    assert shown.hint == NO_HINT
    assert hands.texts(MAYA, "pains") == [BASKET]


def test_a_drag_from_elsewhere_brings_nothing_in(hands: Hands) -> None:
    before = hands.bridge.workspace.undo_label
    target = hands.block(MAYA, "channels")
    foreign = QMimeData()
    foreign.setText("a line of another program")
    hands.drop(target, QPoint(60, 20), foreign)
    for raw in (b"not json", b'{"a": 1}', b"[1, 2]", b'["nobody"]'):
        for kind in (carry.CLAIMS, carry.EVIDENCE):
            forged = QMimeData()
            forged.setData(kind, raw)
            hands.drop(target, QPoint(60, 20), forged)
    assert hands.bridge.workspace.undo_label == before


def test_the_board_scrolls_while_something_is_held_at_its_edge(hands: Hands, qtbot: QtBot) -> None:
    board = hands.room.board
    for number in range(6):
        hands.room.gestures.add_persona(f"Person {number}")
    hands.room.resize(1000, 500)
    qtbot.waitUntil(lambda: board.horizontalScrollBar().maximum() > 0)
    board.horizontalScrollBar().setValue(0)
    edge = board.viewport().mapToGlobal(QPoint(board.viewport().width() - 5, 200))
    board.auto_scroll.near(edge)
    assert board.auto_scroll.active
    board.auto_scroll._tick()
    assert board.horizontalScrollBar().value() > 0
    board.auto_scroll.near(board.viewport().mapToGlobal(QPoint(300, 280)))
    assert not board.auto_scroll.active
