# SPDX-License-Identifier: MIT
"""Every card and group of the wall is a node a screen reader finds; at edges the paper moves."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.gui.wall.conftest import LEFT, NONE, WallHands

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(autouse=True)
def listened_to(qapp: QApplication) -> Iterator[None]:
    """Let a screen reader be there: only then Qt tells its nodes of changes."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


def told(hands: WallHands) -> list[tuple[str, str]]:
    node = QAccessible.queryAccessibleInterface(hands.page.spoken)
    items = [node.child(n) for n in range(node.childCount())]
    assert {item.role() for item in items} <= {QAccessible.Role.ListItem}
    name, about = QAccessible.Text.Name, QAccessible.Text.Description
    return [(item.text(name), item.text(about)) for item in items]


def test_cards_and_groups_are_told_in_reading_order_with_their_place(hands: WallHands) -> None:
    hands.type("1 a", "2 a", "Likes it quiet")
    assert [name.split(":")[0] for name, _ in told(hands)] == [
        "group A", "E1 · Figure", "E2 · Figure", "Note",
    ]  # fmt: skip
    assert [about for _, about in told(hands)] == [
        "2 cards", "group A, 1 of 2", "group A, 2 of 2", "on the free wall",
    ]  # fmt: skip
    hands.choose("E1")
    hands.press(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert told(hands)[1][0].startswith("E2")
    hands.bridge.undo()
    assert told(hands)[1][0].startswith("E1")
    hands.choose("Likes it quiet")
    hands.press(Qt.Key.Key_Delete)
    assert len(told(hands)) == 3


def test_a_node_lies_where_its_card_is_painted_and_choosing_it_chooses_the_card(
    hands: WallHands,
) -> None:
    hands.type("1 a", "Likes it quiet")
    page, card = hands.page, hands.card("Likes it quiet")
    node = QAccessible.queryAccessibleInterface(page.spoken)
    assert page.spoken.geometry() == page.view.geometry()
    item = node.child(node.childCount() - 1)
    at = page.view.viewport().mapToGlobal(hands.on_card("Likes it quiet"))
    assert item.rect().contains(at)
    assert node.childAt(at.x(), at.y()).text(QAccessible.Text.Name) == "Note: Likes it quiet"
    node.selectionInterface().clear()
    assert page.scene.chosen_cards() == []
    node.selectionInterface().select(item)
    assert page.scene.chosen_cards() == [card.id]
    assert page.commands.current == card.id
    hands.choose("E1")
    assert [node.child(n).state().selected for n in range(3)] == [False, True, False]
    assert node.child(1).state().focused


def test_the_paper_moves_under_a_card_that_is_held_at_the_edge(
    hands: WallHands, qtbot: QtBot
) -> None:
    hands.type("Likes it quiet")
    hands.press(Qt.Key.Key_F)
    view, key = hands.page.view, hands.card("Likes it quiet").id
    card, inner = hands.page.scene.cards[key], hands.page.view.viewport()
    before, bar = card.scenePos(), view.horizontalScrollBar().value()
    start, edge = hands.on_card("Likes it quiet"), QPoint(inner.width() - 6, 200)
    QTest.mousePress(inner, LEFT, NONE, start)
    for to in (start + QPoint(30, 0), edge):
        QTest.mouseMove(inner, to)
    qtbot.waitUntil(lambda: view.horizontalScrollBar().value() > bar + 150)
    moved = view.horizontalScrollBar().value() - bar
    assert card.scenePos().x() - before.x() > edge.x() - start.x() + moved / view.zoom - 15
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert not view.auto_scroll.active
    assert card.scenePos() == before
    QTest.mouseRelease(inner, LEFT, NONE, edge)
    assert hands.bridge.workspace.undo_label == "Add note"
