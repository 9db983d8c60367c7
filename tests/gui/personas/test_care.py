# SPDX-License-Identifier: MIT
"""Personas themselves: names, roles, colours, pictures, groups, order, and putting away."""

from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QColor, QImage, QImageReader, QImageWriter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from persona_studio.core.errors import StudioError
from persona_studio.core.persona import Picture
from persona_studio.gui.personas.menus import persona_menu
from persona_studio.gui.personas.photo import LONGEST_SIDE, read_photo
from persona_studio.gui.personas.picture import initials
from persona_studio.storage import personas, rows
from tests.gui.personas.hands import Hands

MAYA, RUTH = "Commuter Maya", "Host Ruth"


def menu_of(hands: Hands, name: str) -> QMenu:
    """Return the menu of a persona."""
    persona = hands.persona(name)
    column = hands.room.board.columns[persona.id]
    return persona_menu(
        hands.room,
        persona,
        hands.bridge.snapshot,
        hands.room.gestures,
        column.head.name.begin,
        lambda: None,
    )


def choose(menu: QMenu, *texts: str) -> None:
    """Choose an entry by its words, through submenus."""
    for text in texts[:-1]:
        menu = next(a.menu() for a in menu.actions() if a.text() == text)
    next(a for a in menu.actions() if a.text() == texts[-1]).trigger()


def test_a_name_is_written_in_place(hands: Hands) -> None:
    head = hands.room.board.columns[hands.persona(MAYA).id].head
    head.name.begin()
    QTest.keyClicks(head.name, "Early Maya")
    QTest.keyClick(head.name, Qt.Key.Key_Return)
    assert hands.bridge.snapshot.personas[0].name == "Early Maya"
    assert hands.bridge.workspace.undo_label == "Rename persona"
    assert hands.list("Early Maya", "channels").accessibleName().startswith("Early Maya: Channels")
    hands.bridge.undo()
    assert head.name.text() == MAYA


def test_an_empty_name_is_not_taken_and_escape_leaves(hands: Hands) -> None:
    head = hands.room.board.columns[hands.persona(MAYA).id].head
    before = hands.bridge.workspace.undo_label
    head.name.begin()
    head.name.clear()
    QTest.keyClick(head.name, Qt.Key.Key_Return)
    assert head.name.text() == MAYA
    head.name.begin()
    QTest.keyClicks(head.name, "Somebody")
    QTest.keyClick(head.name, Qt.Key.Key_Escape)
    assert head.name.text() == MAYA
    assert hands.bridge.workspace.undo_label == before


def test_a_name_is_written_by_keyboard_which_stays_there(hands: Hands) -> None:
    name = hands.room.board.columns[hands.persona(MAYA).id].head.name
    name.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(name, Qt.Key.Key_Backspace)
    QTest.keyClick(name, Qt.Key.Key_X, Qt.KeyboardModifier.AltModifier)
    assert name.text() == MAYA, "a key that writes nothing begins nothing"
    QTest.keyClick(name, Qt.Key.Key_Return)
    QTest.keyClick(name, Qt.Key.Key_End)
    QTest.keyClicks(name, " K.")
    QTest.keyClick(name, Qt.Key.Key_Return)
    assert hands.persona(f"{MAYA} K.")
    assert name.hasFocus()
    assert not name.isUndoAvailable(), "what is kept is undone in the project"
    QTest.keyClicks(name, "Early Maya")
    QTest.keyClick(name, Qt.Key.Key_Return)
    assert hands.persona("Early Maya")


def test_a_tagline_is_written_and_may_be_empty(hands: Hands) -> None:
    head = hands.room.board.columns[hands.persona(MAYA).id].head
    head.tagline.begin()
    head.tagline.clear()
    QTest.keyClick(head.tagline, Qt.Key.Key_Return)
    assert hands.persona(MAYA).tagline == ""


def test_the_first_persona_is_added_from_the_empty_board(hands: Hands) -> None:
    room = hands.room
    for persona in hands.bridge.snapshot.personas:
        room.gestures.remove_persona(persona.id, keep_claims=False)
    assert room.empty.isVisible()
    room.empty.pressed.emit()
    assert not room.empty.isVisible()
    [made] = hands.bridge.snapshot.personas
    assert room.board.columns[made.id].head.name.hasFocus()
    assert room.title.counts.text() == "1 primary"
    hands.bridge.undo()
    assert room.empty.isVisible()


def test_role_and_colour_are_chosen_from_the_menu(hands: Hands) -> None:
    choose(menu_of(hands, MAYA), "Role", "Not for us")
    choose(menu_of(hands, MAYA), "Colour", "Blue")
    maya = hands.persona(MAYA)
    assert (maya.role, maya.colour) == ("negative", "blue")
    head = hands.room.board.columns[maya.id].head
    assert head.role.text() == "Not for us"
    assert hands.room.title.counts.text().startswith("1 primary · 1 not for us")


def test_personas_change_places(hands: Hands) -> None:
    choose(menu_of(hands, MAYA), "Move right")
    assert [p.name for p in hands.bridge.snapshot.personas] == [RUTH, MAYA]
    assert list(hands.room.board.columns) == [p.id for p in hands.bridge.snapshot.personas]
    hands.bridge.undo()
    assert list(hands.room.board.columns) == [p.id for p in hands.bridge.snapshot.personas]


def test_a_persona_is_put_away_and_brought_back(hands: Hands) -> None:
    choose(menu_of(hands, RUTH), "Put away, keep for the record")
    assert len(hands.room.board.columns) == 1
    hands.bridge.undo()
    assert hands.shown(RUTH, "channels") == ["Comes in and asks"]


def test_a_new_persona_is_seen_whole_and_meant_from_then_on(hands: Hands) -> None:
    hands.select("Orders in the app")
    for _ in range(3):
        hands.room.add_persona()
        hands.press(Qt.Key.Key_Return)
    board, tray = hands.room.board, hands.room.tray
    column = list(board.columns.values())[-1]
    at = column.mapTo(board.viewport(), column.rect().topLeft()).x()
    assert 0 <= at <= board.viewport().width() - column.width()
    assert tray.persona == column.persona
    with hands.bridge.edit("Rename persona") as write:
        personas.change(write, column.persona, name="Never asked")
    assert tray.persona == column.persona
    assert tray.chips["for"].text() == "For Never asked"
    hands.room.commands.add()
    assert column.lists()[0].isAncestorOf(QApplication.focusWidget())


def test_the_tray_speaks_of_somebody_on_the_board(hands: Hands) -> None:
    tray = hands.room.tray
    assert tray.chips["for"].text() == "For Maya"
    choose(menu_of(hands, MAYA), "Put away, keep for the record")
    assert tray.chips["for"].text() == "For Host Ruth"
    choose(menu_of(hands, RUTH), "Delete", "Delete with all claims")
    assert tray.chips["for"].text() == "For everyone"
    hands.bridge.undo()
    assert tray.chips["for"].text() == "For Host Ruth"


def test_one_put_away_can_be_brought_back_at_any_time(hands: Hands) -> None:
    title = hands.room.title
    assert title.away.isHidden()
    ruth = hands.persona(RUTH).id
    hands.room.add_persona()
    choose(menu_of(hands, "Commuter Maya"), "Put away, keep for the record")
    choose(menu_of(hands, RUTH), "Put away, keep for the record")
    assert title.away.text() == "2 put away"
    (_, back) = title.menu().actions()
    assert back.text() == f"Bring back {RUTH}"
    back.trigger()
    assert [p.name for p in hands.bridge.snapshot.personas] == ["New persona", RUTH]
    assert hands.shown(RUTH, "channels") == ["Comes in and asks"]
    assert title.away.text() == "1 put away"
    choose(menu_of(hands, RUTH), "Move left")
    assert next(iter(hands.room.board.columns)) == ruth
    choose(menu_of(hands, RUTH), "Move right")
    assert list(hands.room.board.columns)[1] == ruth


def test_a_deleted_persona_can_leave_its_claims_in_the_parking_lot(hands: Hands) -> None:
    choose(menu_of(hands, RUTH), "Delete", "Delete, keep the claims in the parking lot")
    assert len(hands.bridge.snapshot.claims_of(None)) == 2
    assert hands.room.tray.park_chip.text() == "Parking lot 2"
    hands.bridge.undo()
    assert hands.texts(RUTH, "channels") == ["Comes in and asks"]


def photo(path: Path, size: tuple[int, int]) -> Path:
    """Write a JPEG with words in its header."""
    image = QImage(*size, QImage.Format.Format_RGB32)
    image.fill(QColor("#884422"))
    writer = QImageWriter(str(path), b"png")
    writer.setText("Author", "A. Keller, 12 Main Street")
    assert writer.write(image)
    return path


def test_a_photo_loses_its_metadata_and_its_excess(tmp_path: Path) -> None:
    source = photo(tmp_path / "face.png", (2600, 1300))
    assert b"Keller" in source.read_bytes()
    data = read_photo(source)
    assert b"Keller" not in data
    buffer = QBuffer()
    buffer.setData(data)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    assert bytes(reader.format().data()) == b"jpeg"
    assert (reader.size().width(), reader.size().height()) == (LONGEST_SIDE, LONGEST_SIDE // 2)


@pytest.mark.parametrize("content", [b"", b"no picture at all", b"<svg xmlns='x'/>"])
def test_what_is_no_photo_is_refused_in_words(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "face.jpg").write_bytes(content)
    with pytest.raises(StudioError) as refused:
        read_photo(tmp_path / "face.jpg")
    assert refused.value.kind == "picture_unreadable"


def test_a_huge_picture_is_refused_before_it_is_decoded(tmp_path: Path) -> None:
    path = photo(tmp_path / "face.png", (10, 10))
    data = bytearray(path.read_bytes())
    data[16:24] = (60_000).to_bytes(4, "big") * 2
    import zlib

    data[29:33] = zlib.crc32(bytes(data[12:29])).to_bytes(4, "big")
    path.write_bytes(bytes(data))
    with pytest.raises(StudioError) as refused:
        read_photo(path)
    assert refused.value.kind == "picture_too_large"


def test_a_photo_is_dropped_on_the_portrait(hands: Hands, tmp_path: Path) -> None:
    source = photo(tmp_path / "face.png", (300, 300))
    disc = hands.room.board.columns[hands.persona(MAYA).id].head.disc
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(source))])
    hands.drop(disc, QPoint(20, 20), carried)
    picture = hands.bridge.snapshot.picture(hands.persona(MAYA).picture)
    assert picture is not None
    assert (picture.kind, picture.mime) == ("photo", "image/jpeg")
    connection = hands.bridge.workspace.database.connection
    assert rows.read_blob(connection, picture.sha256 or "")
    QApplication.processEvents()
    pixel = disc.grab().toImage().pixelColor(26, 26)
    assert abs(pixel.red() - 0x88) < 8
    assert hands.bridge.workspace.undo_label == "Change picture"
    hands.bridge.undo()
    assert hands.bridge.snapshot.table(Picture) == {}


def test_initials_stand_for_any_name() -> None:
    names = ("Commuter Maya", "maya", "", "Øre & Æble", "王小明", "A bag · On")
    assert [initials(name) for name in names] == ["CM", "MA", "?", "ØÆ", "王小", "AB"]
