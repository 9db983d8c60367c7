# SPDX-License-Identifier: MIT
"""Cards are written, typed, dragged, grouped and put to use; each is one named step."""

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from persona_studio.core.persona import Claim, Persona
from persona_studio.core.research import Theme
from persona_studio.core.wall import WallCard
from persona_studio.gui import carry
from persona_studio.gui.bridge import Bridge
from persona_studio.gui.jobs import Jobs
from persona_studio.gui.personas.place import Place
from persona_studio.gui.personas.room import PersonasRoom
from persona_studio.gui.personas.switch import WALL
from persona_studio.gui.wall.choosing import WallPalette
from persona_studio.gui.wall.look import FAR
from persona_studio.gui.wall.menus import wall_menu
from persona_studio.gui.wall.words import card_spoken
from persona_studio.workspace import tray
from persona_studio.workspace.workspace import Workspace
from tests.gui.wall.conftest import LEFT, NONE, WallHands

ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
K = Qt.Key


def test_eight_cards_are_captured_with_three_keys_after_each_number(hands: WallHands) -> None:
    keys = 0
    for number in "1234512":
        line = f"{number} {'ab'[int(number) % 2]}"
        hands.page.view.setFocus()
        QTest.keyClick(hands.page.view, line[0])
        assert hands.page.entry.field.hasFocus(), "a digit begins the line wherever one is"
        for letter in (*line[1:], "\r"):
            QTest.keyClick(hands.page.entry.field, letter)
            keys += 1
    assert keys == 3 * 7
    assert sorted(hands.inside("A") + hands.inside("B")) == ["E1", "E2", "E3", "E4", "E5"]
    assert hands.heard[-1] == "E2 · Figure: visits: Once a week, group A, 2 of 2"
    assert hands.page.entry.field.text() == ""


def test_the_line_says_what_enter_will_do(hands: WallHands) -> None:
    line = hands.page.entry
    for typed, told in (
        ("2 b", "E2: visits: Once a week → new group B"),
        ("99 b", "E99: no such evidence → new group B"),
        ("Too slow", "Note → the free wall"),
        ("Too slow /Mornings", "Note → new group Mornings"),
    ):
        line.field.setText(typed)
        assert line.preview.text() == told
    hands.type("x")
    QTest.keyClick(line.field, K.Key_Escape)
    assert hands.page.view.hasFocus()


def test_a_wrong_number_stays_in_the_line_and_is_told(hands: WallHands) -> None:
    hands.type("99 b")
    assert hands.refused == ["There is no evidence E99."]
    assert hands.page.entry.field.text() == "99 b"
    assert not hands.bridge.snapshot.table(WallCard)


def test_a_note_is_written_rewritten_and_left_by_keyboard(hands: WallHands) -> None:
    assert hands.page.empty.isVisible()
    hands.press(K.Key_N)
    assert not hands.page.empty.isVisible()
    hands.write("Nobody says how long")
    assert hands.inside("") == ["Nobody says how long"]
    assert hands.page.view.hasFocus()
    hands.press(K.Key_F2)
    hands.write("Nobody tells")
    hands.undone("Edit note", lambda: hands.inside(""), ["Nobody says how long"])
    hands.press(K.Key_Return)
    editor = hands.page.writing.editor
    assert editor is not None
    QTest.keyClicks(editor, "thrown away")
    QTest.keyClick(editor, K.Key_Escape)
    assert hands.inside("") == ["Nobody tells"]
    hands.press(K.Key_N)
    hands.write("")
    assert len(hands.bridge.snapshot.table(WallCard)) == 1, "an empty note asks for nothing"


def test_a_note_is_written_where_one_clicks_twice(hands: WallHands) -> None:
    hands.type("1 a")
    inner = hands.page.view.viewport()
    at = hands.page.view.mapToScene(QPoint(840, 460))
    QTest.mouseDClick(inner, LEFT, NONE, QPoint(840, 460))
    hands.write("Here")
    card = hands.card("Here")
    assert card.group is None
    assert abs(card.x + 92 - at.x()) <= 1
    QTest.mouseDClick(inner, LEFT, NONE, hands.on_group("A", 230, 140))
    hands.write("Inside")
    assert "Inside" in hands.inside("A")
    QTest.mouseDClick(inner, LEFT, NONE, hands.on_group("A"))
    hands.write("Hurried")
    assert hands.group("A").name == "Hurried"


def test_chosen_cards_are_grouped_named_ungrouped(hands: WallHands) -> None:
    hands.type("one", "two", "three")
    hands.choose("one", "three")
    hands.press(K.Key_G)
    hands.write("Odd ones")
    assert hands.inside("A") == ["one", "three"]
    assert hands.group("A").name == "Odd ones"
    hands.undone("Name group", lambda: hands.group("A").name, "")
    hands.press(K.Key_G, SHIFT)
    assert sorted(hands.inside("")) == ["one", "three", "two"]
    hands.undone("Ungroup cards", lambda: len(hands.inside("")), 1)


def test_a_card_is_dragged_into_a_group_between_others_and_out_again(hands: WallHands) -> None:
    hands.type("1 a", "2 a", "3 a", "loose")
    hands.press(K.Key_F)
    hands.drag(hands.on_card("loose"), hands.on_card("E2") - QPoint(28, 0))
    assert hands.inside("A") == ["E1", "loose", "E2", "E3"]
    hands.undone("Move card", lambda: hands.inside("A"), ["E1", "E2", "E3"])
    hands.drag(hands.on_card("E1"), hands.on_group("A", 300, 420))
    assert hands.inside("A") == ["loose", "E2", "E3"]
    assert hands.inside("") == ["E1"]
    hands.drag(hands.on_card("E2"), hands.on_card("E1"), cancel=True)
    assert hands.inside("") == ["E1"], "Escape lets go of it where it was"
    assert hands.bridge.workspace.undo_label == "Move card"
    steps = len(hands.bridge.workspace.history())
    hands.drag(hands.on_card("E1"), hands.on_card("E1") + QPoint(2, 0))
    assert len(hands.bridge.workspace.history()) == steps, "a click is no move"


def test_cards_are_taken_and_dropped_from_afar_as_well(hands: WallHands) -> None:
    hands.type("1 a", "2 b", "loose")
    hands.page.view.fit(hands.page.scene.content())
    hands.page.view.zoom_to(0.25)
    hands.page.view.centerOn(hands.page.scene.content().center())
    assert hands.page.view.zoom < FAR
    hands.drag(hands.on_card("loose"), hands.on_group("B", 300, 100))
    assert hands.inside("B") == ["E2", "loose"]


def test_a_group_is_dragged_with_its_cards_and_others_make_room(hands: WallHands) -> None:
    hands.type("1 a", "2 b")
    hands.press(K.Key_F)
    second = (hands.group("B").x, hands.group("B").y)
    start = hands.on_group("A")
    hands.drag(start, start + QPoint(200, 30))
    assert hands.group("A").x > 100
    assert (hands.group("B").x, hands.group("B").y) != second
    assert hands.inside("A") == ["E1"]
    hands.undone("Move group", lambda: hands.group("B").x, second[0])


def test_evidence_is_dropped_from_the_tray_on_a_group_and_on_the_wall(hands: WallHands) -> None:
    hands.type("1 a")
    hands.press(K.Key_F)
    (quote, *_) = tray.quotes(hands.bridge.workspace, None)
    view = hands.page.view
    for at in (hands.on_group("A", 230, 90), QPoint(700, 400)):
        carried = carry.pack_evidence(quote.key, quote.text)
        copy, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
        entered = QDragEnterEvent(at, copy, carried, LEFT, none)
        QApplication.sendEvent(view.viewport(), entered)
        assert entered.isAccepted()
        dropped = QDropEvent(QPointF(at), copy, carried, LEFT, none)
        QApplication.sendEvent(view.viewport(), dropped)
    assert hands.inside("") == ["Q1"], "what hangs on the wall already is moved"
    hands.undone("Put evidence on the wall", lambda: hands.inside("A"), ["E1", "Q1"])
    foreign = carry.pack_evidence("figure:other:x:is:1", "x")
    QApplication.sendEvent(view.viewport(), QDropEvent(QPointF(5, 5), copy, foreign, LEFT, none))
    assert len(hands.bridge.snapshot.table(WallCard)) == 2


def test_enter_on_a_card_of_the_tray_puts_it_on_the_wall(qtbot: QtBot, hands: WallHands) -> None:
    cards = hands.room.tray.list
    qtbot.waitUntil(lambda: cards.cards.rowCount() > 0)
    cards.setCurrentIndex(cards.cards.index(0))
    QTest.keyClick(cards, K.Key_Return)
    assert len(hands.inside("")) == 1
    assert hands.heard[-1].startswith("On the wall: E")


def test_a_theme_is_found_by_name_and_put_on_the_wall(hands: WallHands) -> None:
    hands.press(K.Key_T, SHIFT)
    assert hands.refused == ["There are no themes yet."]
    (quote, *_) = tray.quotes(hands.bridge.workspace, None)
    hands.page.put(quote.key)
    hands.type("q1 In a hurry")
    hands.press(K.Key_T)
    hands.press(K.Key_T, SHIFT)
    panel = hands.room.window().findChild(WallPalette)
    assert isinstance(panel, WallPalette)
    QTest.keyClicks(panel.field, "hurry")
    QTest.keyClick(panel.field, K.Key_Return)
    assert hands.inside("") == ["T1"]
    assert hands.heard[-1] == "On the wall: T1 · Theme: In a hurry, on the free wall"


def test_cards_are_reached_and_moved_by_arrows_and_each_is_told(hands: WallHands) -> None:
    hands.type("1 a", "2 a", "3 a", "loose")
    hands.choose("E1")
    hands.press(K.Key_Right)
    assert hands.heard[-1] == "E2 · Figure: visits: Once a week, group A, 2 of 3"
    hands.press(K.Key_Left, ALT)
    assert hands.inside("A") == ["E2", "E1", "E3"]
    assert hands.heard[-1] == "Moved: E2 · Figure: visits: Once a week, group A, 1 of 3"
    hands.press(K.Key_Down)
    hands.press(K.Key_Right, SHIFT)
    assert len(hands.page.scene.chosen_cards()) == 2
    hands.choose("loose")
    before = hands.card("loose").x
    steps = len(hands.bridge.workspace.history())
    for _ in range(3):
        hands.press(K.Key_Right, ALT)
    assert hands.card("loose").x == before + 72
    assert len(hands.bridge.workspace.history()) == steps + 1, "one way is one step"
    seen = set()
    hands.choose("E2")
    for key in (K.Key_Down, K.Key_Down, K.Key_Up, K.Key_Up, K.Key_Up, K.Key_Right):
        hands.press(key)
        seen.add(hands.page.commands.current)
    assert hands.group("A").id in seen, "the heading of a group is reached as well"


def test_every_card_of_a_full_wall_is_reached_by_arrows(hands: WallHands) -> None:
    hands.type(*(f"note {n} /{'abc'[n % 3]}" for n in range(11)), "free", "free too")
    everything = {*hands.page.scene.cards, *hands.page.scene.groups}
    hands.choose("free")
    reached, waiting = set(), [hands.page.commands.current]
    while waiting:
        here = waiting.pop()
        reached.add(here)
        for key in (K.Key_Left, K.Key_Right, K.Key_Up, K.Key_Down):
            hands.page.commands.show([here])
            hands.press(key)
            if hands.page.commands.current not in reached:
                waiting.append(hands.page.commands.current)
    assert reached == everything


def test_move_to_takes_cards_to_a_group_of_letters_typed(hands: WallHands) -> None:
    hands.type("1 a", "2 b")
    hands.choose("E2")
    hands.press(K.Key_M)
    panel = hands.room.window().findChild(WallPalette)
    assert isinstance(panel, WallPalette)
    QTest.keyClicks(panel.field, "group a")
    QTest.keyClick(panel.field, K.Key_Return)
    assert hands.inside("A") == ["E1", "E2"]
    hands.press(K.Key_M, CTRL)
    QTest.keyClicks(panel.field, "Out of")
    QTest.keyClick(panel.field, K.Key_Return)
    assert hands.inside("") == ["E2"]
    hands.undone("Move card", lambda: hands.inside("A"), ["E1", "E2"])


def test_cards_are_copied_and_removed_and_the_keyboard_goes_on(hands: WallHands) -> None:
    hands.type("one", "two")
    hands.choose("one")
    hands.press(K.Key_D, CTRL)
    assert sorted(hands.inside("")) == ["one", "one", "two"]
    hands.undone("Copy card", lambda: len(hands.inside("")), 2)
    hands.choose("two")
    hands.press(K.Key_Delete)
    assert hands.inside("").count("two") == 0
    assert hands.page.scene.chosen_cards(), "another card is chosen now"
    hands.undone("Remove from the wall", lambda: "two" in hands.inside(""), before=True)
    hands.page.run("all")
    hands.press(K.Key_Delete)
    assert hands.page.empty.isVisible()


def test_a_group_becomes_a_persona_on_the_board(hands: WallHands) -> None:
    hands.type("1 Hurried", "Pain: the queue /a")
    hands.choose("E1")
    people = len(hands.bridge.snapshot.table(Persona))
    hands.press(K.Key_P)
    made = hands.bridge.snapshot.personas[-1]
    assert made.name == "Hurried"
    assert not hands.room.views.on_wall, "the board shows what came of it"
    assert hands.room.board.columns[made.id].head.name.hasFocus()
    hands.undone("Draft a persona of a group", lambda: len(hands.bridge.snapshot.personas), people)


def test_a_group_becomes_lines_of_a_section_and_a_theme(hands: WallHands) -> None:
    (quote, *_) = tray.quotes(hands.bridge.workspace, None)
    hands.page.put(quote.key)
    hands.type("q1 Waiting kills it", "1 a")
    maya = hands.bridge.snapshot.personas[0]
    before = len(hands.bridge.snapshot.table(Claim))
    hands.press(K.Key_T)
    assert [theme.name for theme in hands.bridge.snapshot.table(Theme).values()] == [
        "Waiting kills it"
    ]
    assert hands.heard[-1].endswith("1 notes and figures stay on the wall only.")
    hands.page.commands.use.make_lines(hands.group("A").id, Place(maya.id, "pains"))
    texts = [c.text for c in hands.bridge.snapshot.claims_of(maya.id, "pains")]
    assert texts[-1] == "Waiting kills it"
    assert hands.room.board.selected() == [hands.bridge.snapshot.claims_of(maya.id, "pains")[-1].id]
    count = lambda: len(hands.bridge.snapshot.table(Claim))  # noqa: E731
    hands.undone("Make claims of a group", count, before)


def test_what_needs_a_card_or_group_says_how_one_is_chosen(hands: WallHands) -> None:
    for command in ("group", "move_to", "duplicate", "persona", "section", "theme"):
        hands.page.run(command)
    assert hands.refused == ["No card is chosen."] * 3 + ["No group is chosen."] * 3
    hands.room.duplicate_claim()
    assert hands.refused[-1] == "No card is chosen.", "Ctrl+D means the cards here"


def test_what_is_done_to_claims_is_done_on_the_board(hands: WallHands) -> None:
    for done in (hands.room.find_claims, hands.room.add_claim, hands.room.star_claim):
        hands.room.show_wall()
        assert hands.room.views.on_wall
        done()
        assert not hands.room.views.on_wall


def test_the_wall_keeps_its_keys_from_the_shortcuts_of_the_window(hands: WallHands) -> None:
    for key, modifiers, kept in (
        (K.Key_D, CTRL, True),
        (K.Key_N, NONE, True),
        (K.Key_Z, CTRL, False),
        (K.Key_N, CTRL, False),
    ):
        asked = QKeyEvent(QEvent.Type.ShortcutOverride, key, modifiers)
        asked.ignore()
        QApplication.sendEvent(hands.page.view, asked)
        assert asked.isAccepted() is kept


def test_tidy_sets_groups_in_rows_and_nothing_overlaps(hands: WallHands) -> None:
    hands.type(*(f"n{n} /{'abcde'[n % 5]}" for n in range(12)), "free")
    hands.page.run("tidy")
    items = [*hands.page.scene.groups.values(), hands.page.scene.cards[hands.card("free").id]]
    areas = [item.sceneBoundingRect().adjusted(2, 2, -2, -2) for item in items]
    assert not [(a, b) for a in areas for b in areas if a is not b and a.intersects(b)]
    assert hands.bridge.workspace.undo_label == "Tidy the wall"


def test_zoom_stays_under_the_pointer_and_fit_shows_everything(hands: WallHands) -> None:
    hands.type(*(f"n{n} /{'abcdefgh'[n % 8]}" for n in range(16)))
    view = hands.page.view
    spot = QPoint(200, 150)
    before = view.mapToScene(spot)
    view.zoom_to(0.5, spot)
    assert (view.mapToScene(spot) - before).manhattanLength() < 6
    hands.press(K.Key_F)
    seen = view.mapToScene(view.viewport().rect()).boundingRect()
    assert seen.contains(hands.page.scene.content())
    hands.press(K.Key_Plus)
    assert view.zoom > 0.1


def test_cards_are_plain_while_the_zoom_goes_on_and_whole_when_it_stays(
    hands: WallHands, qtbot: QtBot
) -> None:
    hands.type("1 a", "Likes it quiet")
    view, look = hands.page.view, hands.page.scene.look
    view.zoom_to(0.6)
    qtbot.waitUntil(lambda: look.far == FAR)
    whole = view.grab().toImage()
    view.zoom_to(0.7)
    view.zoom_to(0.6)
    assert view.grab().toImage() != whole
    qtbot.waitUntil(lambda: look.far == FAR)
    assert view.grab().toImage() == whole


def test_a_project_to_read_only_shows_the_wall_and_changes_nothing(
    qtbot: QtBot, hands: WallHands, jobs: Jobs
) -> None:
    hands.type("1 a", "note")
    path = hands.bridge.workspace.path
    hands.bridge.workspace.close()
    space = Workspace.open(path, read_only=True)
    bridge = Bridge(space)
    room = PersonasRoom(bridge, jobs)
    qtbot.addWidget(room)
    room.show()
    page = room.views.show(WALL)
    assert len(page.scene.cards) == 2
    assert not page.entry.field.isEnabled()
    for command in ("note", "group", "remove", "duplicate", "move_right", "persona", "tidy"):
        page.commands.show(list(page.scene.cards))
        page.run(command)
    page.run("go_right")
    assert page.scene.selectedItems()
    assert page.writing.editor is None
    menu = wall_menu(page, page.run, locked=True)
    enabled = {a.text().split("\t")[0] for a in menu.actions() if a.isEnabled() and a.text()}
    assert enabled == {"Select all", "Show everything"}
    bridge.closing.emit()
    space.close()
    hands.bridge.workspace = Workspace.open(path)  # for the fixture that closes it


def test_everything_on_the_page_has_a_name(hands: WallHands) -> None:
    hands.type("1 a")
    reached = [
        w for w in hands.page.findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert reached
    assert [type(w).__name__ for w in reached if w.isVisible() and not w.accessibleName()] == []
    card = hands.card("E1")
    assert card_spoken(hands.bridge.snapshot, card) == "E1 · Figure: visits: Most days"
    assert hands.page.view.accessibleDescription() == hands.heard[-1]
