# SPDX-License-Identifier: MIT
"""Everything a drag can do, and all writing, by keyboard; what a screen reader hears of it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from persona_studio.gui.personas.claim_editor import ClaimEditor
from persona_studio.gui.personas.move_to import MoveToPalette
from tests.gui.personas.hands import ALT, CTRL, Hands

MAYA, RUTH = "Commuter Maya", "Host Ruth"
ORDERS, FOLLOWS = "Orders in the app", "Follows us on Instagram"
BASKET, QUIET = "The app loses the basket at the last step", "A quiet corner for four on Saturday"
KEY = Qt.Key


def editor_of(hands: Hands) -> ClaimEditor:
    """Return the field that is open on the board."""
    focus = QApplication.focusWidget()
    assert isinstance(focus, ClaimEditor), focus
    return focus


def test_alt_arrows_move_a_claim_within_its_section(hands: Hands) -> None:
    hands.select(ORDERS)
    hands.press(KEY.Key_Down, ALT)
    assert hands.texts(MAYA, "channels") == [FOLLOWS, ORDERS]
    assert hands.room.board.selected() == [hands.claim(ORDERS).id]
    hands.press(KEY.Key_Up, ALT)
    assert hands.texts(MAYA, "channels") == [ORDERS, FOLLOWS]
    hands.undo_and_redo((MAYA, "channels"))


def test_alt_arrows_cross_the_border_of_a_section(hands: Hands) -> None:
    hands.select(ORDERS)
    hands.press(KEY.Key_Up, ALT)
    assert hands.texts(MAYA, "buying") == ["Comes on most days", ORDERS]
    hands.press(KEY.Key_Down, ALT)
    assert hands.texts(MAYA, "channels") == [ORDERS, FOLLOWS]
    assert hands.room.board.has_keyboard()


def test_alt_sideways_moves_to_the_neighbouring_persona(hands: Hands, qtbot: QtBot) -> None:
    hands.select(ORDERS)
    with qtbot.waitSignal(hands.room.announced) as told:
        hands.press(KEY.Key_Right, ALT)
    assert hands.texts(RUTH, "channels") == [ORDERS, "Comes in and asks"]
    assert told.args == ["Moved: Host Ruth: Channels, 1 of 2"]
    assert hands.room.accessibleDescription() == told.args[0]
    assert hands.list(RUTH, "channels").hasFocus()
    with qtbot.waitSignal(hands.room.announced):
        hands.press(KEY.Key_Right, ALT)
    hands.press(KEY.Key_Left, ALT)
    assert hands.texts(MAYA, "channels") == [ORDERS, FOLLOWS]
    hands.undo_and_redo((MAYA, "channels"), (RUTH, "channels"))


def test_several_claims_move_together_and_stay_selected(hands: Hands) -> None:
    hands.select(ORDERS, FOLLOWS)
    hands.press(KEY.Key_Right, ALT)
    assert hands.texts(RUTH, "channels") == [ORDERS, FOLLOWS, "Comes in and asks"]
    assert len(hands.room.board.selected()) == 2
    hands.press(KEY.Key_Down, ALT)
    assert hands.texts(RUTH, "channels") == ["Comes in and asks", ORDERS, FOLLOWS]
    assert hands.bridge.workspace.undo_label == "Move 2 claims"


def test_selection_and_keyboard_follow_a_claim_through_undo(hands: Hands) -> None:
    hands.select(ORDERS)
    hands.press(KEY.Key_Right, ALT)
    hands.bridge.undo()
    assert hands.room.board.selected() == [hands.claim(ORDERS).id]
    assert hands.list(MAYA, "channels").hasFocus()


def test_move_to_takes_typed_letters(hands: Hands) -> None:
    hands.select(BASKET)
    hands.press(KEY.Key_M, CTRL)
    panel = hands.room.findChild(MoveToPalette)
    assert panel.isVisible()
    panel.field.setText("ruth goals")
    hands.press(KEY.Key_Return)
    assert hands.texts(RUTH, "goals") == [QUIET, BASKET]
    assert not panel.isVisible()
    assert hands.list(RUTH, "goals").hasFocus()
    hands.undo_and_redo((MAYA, "pains"), (RUTH, "goals"))


def test_claims_are_copied_to_another_persona_by_typed_letters(hands: Hands) -> None:
    told: list[str] = []
    hands.room.announced.connect(told.append)
    hands.select(ORDERS, FOLLOWS)
    hands.press(KEY.Key_M, CTRL | ALT)
    panel = hands.room.findChild(MoveToPalette)
    assert panel.accessibleName() == "Copy to\u2026"
    panel.field.setText("ruth channels")
    hands.press(KEY.Key_Return)
    assert hands.texts(MAYA, "channels") == [ORDERS, FOLLOWS]
    assert hands.texts(RUTH, "channels") == ["Comes in and asks", ORDERS, FOLLOWS]
    assert told[-1] == "Copied 2 claims: Host Ruth: Channels, 2 of 3"
    assert hands.bridge.workspace.undo_label == "Copy 2 claims"
    hands.undo_and_redo((RUTH, "channels"))


def test_move_to_offers_the_parking_lot(hands: Hands) -> None:
    hands.select(BASKET)
    hands.press(KEY.Key_M, CTRL)
    hands.room.findChild(MoveToPalette).field.setText("parking")
    hands.press(KEY.Key_Return)
    assert hands.texts(None, "pains") == [BASKET]


def test_enter_writes_and_escape_leaves(hands: Hands) -> None:
    hands.select(ORDERS)
    hands.press(KEY.Key_Return)
    editor_of(hands).setPlainText("Orders ahead in the app")
    hands.press(KEY.Key_Return)
    assert hands.texts(MAYA, "channels") == ["Orders ahead in the app", FOLLOWS]
    assert hands.list(MAYA, "channels").hasFocus()
    hands.undo_and_redo((MAYA, "channels"))
    hands.press(KEY.Key_Return)
    editor_of(hands).setPlainText("Something else")
    hands.press(KEY.Key_Escape)
    assert hands.texts(MAYA, "channels") == ["Orders ahead in the app", FOLLOWS]
    assert hands.list(MAYA, "channels").hasFocus()


def test_a_claim_cannot_be_emptied_and_the_reason_is_shown(hands: Hands, qtbot: QtBot) -> None:
    hands.select(ORDERS)
    hands.press(KEY.Key_Return)
    editor_of(hands).setPlainText("   ")
    with qtbot.waitSignal(hands.bridge.failed) as failed:
        hands.press(KEY.Key_Return)
    assert failed.args[0].kind == "empty_claim"
    assert hands.shown(MAYA, "channels")[0] == ORDERS


def test_insert_adds_below_and_an_empty_card_goes_again(hands: Hands) -> None:
    for key, modifiers in ((KEY.Key_Insert, Qt.KeyboardModifier.NoModifier), (KEY.Key_N, CTRL)):
        hands.select(ORDERS)
        hands.press(key, modifiers)
        editor_of(hands).setPlainText(f"Pays by phone {key.name}")
        hands.press(KEY.Key_Return)
        assert hands.texts(MAYA, "channels")[1] == f"Pays by phone {key.name}"
        assert hands.room.board.selected() == [hands.claim(f"Pays by phone {key.name}").id]
        assert hands.list(MAYA, "channels").hasFocus()
    hands.undo_and_redo((MAYA, "channels"))
    before = hands.texts(MAYA, "channels")
    hands.press(KEY.Key_Insert)
    hands.press(KEY.Key_Escape)
    hands.press(KEY.Key_Insert)
    hands.press(KEY.Key_Return)
    assert hands.texts(MAYA, "channels") == before
    hands.shown_is_true((MAYA, "channels"))


def test_delete_and_duplicate(hands: Hands) -> None:
    hands.select(ORDERS)
    hands.press(KEY.Key_D, CTRL)
    assert hands.texts(MAYA, "channels") == [ORDERS, ORDERS, FOLLOWS]
    hands.press(KEY.Key_Delete)
    assert hands.texts(MAYA, "channels") == [ORDERS, FOLLOWS]
    assert hands.list(MAYA, "channels").hasFocus()
    assert len(hands.room.board.selected()) == 1
    hands.undo_and_redo((MAYA, "channels"))


def test_arrows_walk_over_sections_and_personas(hands: Hands) -> None:
    hands.select(BASKET)
    hands.press(KEY.Key_Down)
    assert hands.room.board.selected() == [hands.claim("Comes on most days").id]
    hands.press(KEY.Key_Down)
    hands.press(KEY.Key_Down)
    assert hands.room.board.selected() == [hands.claim(FOLLOWS).id]
    hands.press(KEY.Key_Right)
    assert hands.room.board.selected() == [hands.claim("Comes in and asks").id]
    hands.press(KEY.Key_Left)
    hands.press(KEY.Key_Up)
    assert hands.room.board.selected() == [hands.claim("Comes on most days").id]


def test_only_one_list_holds_the_selection(hands: Hands) -> None:
    hands.select(ORDERS)
    hands.select(QUIET)
    assert hands.list(MAYA, "channels").selected() == []
    assert hands.room.board.selected() == [hands.claim(QUIET).id]


def test_lists_and_cards_tell_a_screen_reader_what_they_are(hands: Hands) -> None:
    shown = hands.list(MAYA, "channels")
    assert shown.accessibleName() == "Commuter Maya: Channels, list, 2 claims"
    node = QAccessible.queryAccessibleInterface(shown)
    assert node.text(QAccessible.Text.Name) == "Commuter Maya: Channels, list, 2 claims"
    card = node.child(0)
    assert card.text(QAccessible.Text.Name) == ORDERS
    said = card.text(QAccessible.Text.Description)
    assert said.startswith("The data can't tell yet")
    assert "20 of 40" in said
    assert said.endswith("1 of 2")


def test_no_interactive_node_is_without_a_name(hands: Hands) -> None:
    hands.room.show_detail(hands.claim(ORDERS).id)
    interactive = (
        QAccessible.Role.Button,
        QAccessible.Role.CheckBox,
        QAccessible.Role.EditableText,
        QAccessible.Role.List,
        QAccessible.Role.ComboBox,
        QAccessible.Role.SpinBox,
    )
    nameless = [
        f"{node.object().metaObject().className()} in {node.object().parent()}"
        for node in every_node(QAccessible.queryAccessibleInterface(hands.room))
        if node.role() in interactive
        and not node.state().invisible
        and node.object() is not None
        and node.object().isWidgetType()
        and not node.object().objectName().startswith("qt_")
        and not node.text(QAccessible.Text.Name)
    ]
    assert nameless == []


def every_node(node: object) -> list:
    """Return a node of the accessibility tree and all below it."""
    found = [node]
    for place in range(node.childCount()):
        child = node.child(place)
        if child is not None and child.isValid():
            found += every_node(child)
    return found
