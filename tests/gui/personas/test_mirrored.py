# SPDX-License-Identifier: MIT
"""What is read from the right begins there; a mirrored board is mirrored to the last pixel."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage, QPainter, QPixmap, QPolygon, QRegion
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from persona_studio.gui import icons
from persona_studio.gui.bridge import Bridge
from persona_studio.gui.direction import from_right, mirrored, settled
from persona_studio.gui.personas.claim_delegate import BoardLook, mark_area, text_room
from persona_studio.gui.personas.claim_list import ClaimList
from persona_studio.gui.personas.room import PersonasRoom
from persona_studio.gui.personas.wrapped import Wrapped
from persona_studio.gui.theme import load_more_fonts, theme
from persona_studio.gui.widgets.buttons import LinkButton
from persona_studio.gui.widgets.meter_bar import MeterBar
from persona_studio.gui.widgets.plain_label import PlainLabel
from persona_studio.storage import claims
from tests.gui.personas.hands import ALT, Hands

ARABIC = "أن أعرف السعر قبل الوقوف في الطابور الطويل أمام الباب في الصباح"
WAITS = "Waits in line"


def inked(image: QImage, within: QRect | None = None) -> QRect:
    """Return where something dark is painted."""
    area = within or image.rect()
    seen = [
        QPoint(x, y)
        for x in range(area.left(), area.right() + 1)
        for y in range(area.top(), area.bottom() + 1)
        if image.pixelColor(x, y).lightness() < 150
    ]
    return QPolygon(seen).boundingRect()


def grabbed(widget: QWidget) -> QImage:
    """Return what a widget paints, on white."""
    picture = QImage(widget.size(), QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    widget.render(picture, QPoint(), QRegion(), QWidget.RenderFlag.DrawChildren)
    return picture


def text_of(shown: ClaimList, row: int) -> QRect:
    """Return where the words of a card are painted, in the list."""
    card = shown.visualRect(shown.claims.index(row))
    room = text_room(card)
    room.setHeight(18)
    return inked(grabbed(shown.viewport()), room)


@pytest.mark.parametrize(
    ("text", "right"),
    [(ARABIC, True), ("(12) קפה", True), ("Maya عاشق", False), ("☕ Maya", False), ("25-38", None)],
)
def test_a_text_begins_at_the_side_of_its_first_letter(
    look: None, text: str, *, right: bool | None
) -> None:
    assert from_right(text) is bool(right)
    theme().set_direction("right")
    assert from_right(text) is (right is None or right)
    theme().set_direction("left")


def test_arabic_words_stand_at_the_right_of_a_card_and_end_at_the_left_where_they_are_cut(
    look: None,
) -> None:
    load_more_fonts()
    wrapped = Wrapped()
    picture = QPixmap(300, 30)
    for text, cut in (("قهوة", False), (ARABIC, True)):
        picture.fill(Qt.GlobalColor.white)
        painter = QPainter(picture)
        painter.setFont(wrapped.font(13))
        painter.drawStaticText(20, 0, wrapped.line(text, 260, 13))
        painter.end()
        ink = inked(picture.toImage())
        assert 272 <= ink.right() <= 280
        assert (ink.left() > 200) is not cut
        assert wrapped.elided(text, 260, 13).endswith("\u2026") is cut


def test_a_label_that_is_cut_short_begins_where_its_letters_do(qtbot: QtBot, look: None) -> None:
    load_more_fonts()
    label = PlainLabel("قهوة", elide=True)
    qtbot.addWidget(label)
    label.resize(200, 20)
    assert inked(grabbed(label)).left() > 100
    label.setText("Coffee")
    assert inked(grabbed(label)).right() < 100


def test_a_field_shows_its_letters_from_top_to_bottom(qtbot: QtBot, look: None) -> None:
    load_more_fonts()
    field, label = QLineEdit("آمنة"), PlainLabel("آمنة")
    highs = []
    for widget in (field, label):
        qtbot.addWidget(widget)
        widget.resize(120, 40 if widget is label else widget.sizeHint().height())
        edge = QRect(8, 3, 104, widget.height() - 6)
        highs.append(inked(grabbed(widget), edge).height())
    assert abs(highs[0] - highs[1]) <= 1


@pytest.mark.usefixtures("mirrored")
def test_marks_numbers_and_words_of_a_mirrored_card_lie_and_answer_at_its_other_side(
    hands: Hands, qtbot: QtBot
) -> None:
    shown = hands.select("Orders in the app")
    card = shown.visualRect(shown.claims.index(0))
    mark = mark_area(card)
    assert mark.center().x() > card.right() - 40
    assert inked(grabbed(shown.viewport()), mark.adjusted(4, 4, -4, -4)).width() >= 8
    other = QPoint(card.left() + card.right() - mark.center().x(), mark.center().y())
    with qtbot.assertNotEmitted(hands.room.commands.detail_asked):
        QTest.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=other)
    with qtbot.waitSignal(hands.room.commands.detail_asked):
        QTest.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=mark.center())


@pytest.mark.usefixtures("mirrored")
def test_arabic_words_stand_beside_the_mark_of_a_mirrored_card(
    hands: Hands, bridge: Bridge
) -> None:
    load_more_fonts()
    with bridge.edit("Add claim") as write:
        claims.add(write, hands.persona("Host Ruth").id, "pains", "قهوة")
    shown = hands.list("Host Ruth", "pains")
    card = shown.visualRect(shown.claims.index(0))
    ink = text_of(shown, 0)
    assert card.right() - 50 < ink.right() < mark_area(card).left() + 8
    assert ink.left() > card.center().x()


@pytest.mark.usefixtures("mirrored")
def test_the_arrow_that_points_to_a_persona_carries_claims_there_in_a_mirrored_window(
    hands: Hands,
) -> None:
    left, right = (
        hands.room.board.columns[hands.persona(who).id] for who in ("Host Ruth", "Commuter Maya")
    )
    assert left.x() < right.x()
    hands.select("Orders in the app")
    hands.press(Qt.Key.Key_Left, ALT)
    assert "Orders in the app" in hands.shown("Host Ruth", "channels")
    hands.press(Qt.Key.Key_Right, ALT)
    assert "Orders in the app" in hands.shown("Commuter Maya", "channels")
    hands.press(Qt.Key.Key_Left)
    current = hands.room.board.current_claim()
    assert current is not None
    assert current.text == "Comes in and asks"


@pytest.mark.usefixtures("mirrored")
def test_a_mirrored_board_of_many_scrolls_to_a_persona_and_while_dragging(
    room: PersonasRoom, bridge: Bridge, qtbot: QtBot
) -> None:
    for number in range(4):
        room.gestures.add_persona(f"Persona {number}")
    qtbot.waitUntil(lambda: room.board.horizontalScrollBar().maximum() > 0)
    for name in ("Persona 3", "Commuter Maya"):
        key = next(p.id for p in bridge.snapshot.personas if p.name == name)
        column = room.board.columns[key]
        room.board.ensure_column(column)
        place = QRect(column.mapTo(room.board.viewport(), QPoint(0, 0)), column.size())
        assert room.board.viewport().rect().contains(place.center())
        assert place.left() >= 0
        assert place.right() <= room.board.viewport().width()
    before = column.mapTo(room.board.viewport(), QPoint(0, 0)).x()
    room.board.auto_scroll.near(room.board.viewport().mapToGlobal(QPoint(6, 200)))
    qtbot.waitUntil(lambda: column.mapTo(room.board.viewport(), QPoint(0, 0)).x() > before + 20)
    room.board.auto_scroll.stop()


def test_the_window_is_turned_over_and_back_while_it_is_open(
    room: PersonasRoom, qtbot: QtBot
) -> None:
    link, meter, arrow = LinkButton("Who is left out?"), MeterBar(), QPushButton()
    for widget in (link, meter, arrow):
        qtbot.addWidget(widget)
    icons.dress(arrow, "arrow-right")
    meter.resize(100, 12)
    meter.set_values(None, 0.3)
    tray, board = room.tray, room.board
    seen = []
    for side in ("right", "left"):
        theme().set_direction(side)
        QTest.qWait(1)
        over = mirrored()
        assert (tray.mapTo(room, QPoint(0, 0)).x() < board.mapTo(room, QPoint(0, 0)).x()) is over
        assert (
            link.text()
            == settled("Who is left out?")
            == "\u200e" * over + "Who is left out?" + "\u200e" * over
        )
        full = grabbed(meter).pixel(92 if over else 8, 6)
        assert full == theme().colour("accent").rgb()
        seen.append(arrow.icon().pixmap(20, 20).toImage())
    turned = seen[1].flipped(Qt.Orientation.Horizontal)
    apart = [
        abs(seen[0].pixelColor(x, y).alpha() - turned.pixelColor(x, y).alpha())
        for x in range(20)
        for y in range(20)
    ]
    assert seen[0] != seen[1]
    assert max(apart) < 60


def test_a_narrow_board_keeps_the_words_of_its_views_whole(
    room: PersonasRoom, qtbot: QtBot
) -> None:
    room.title.show_covered("89 %")
    for wide in (581, 1200):
        room.title.resize(wide, 56)
        room.title.layout().activate()
        chips = room.title.switch.chips.values()
        assert all(chip.width() >= chip.sizeHint().width() for chip in chips)
        assert room.title.add_button.text() == ("Persona" if wide == 1200 else "")
        assert room.title.left_out.isVisible() is (wide == 1200)


def test_the_mark_of_a_card_is_as_sharp_as_the_screen(look: None) -> None:
    board = BoardLook()
    assert board.mark("half", 2.0).size() == board.mark("half", 1.0).size() * 2
    assert board.mark("half", 2.0).devicePixelRatio() == 2.0
