# SPDX-License-Identifier: MIT
"""The face of a persona: a photo with whose it is, a face by lot, or initials; by any hand."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from persona_studio.core.framing import frame
from persona_studio.core.persona import Picture
from persona_studio.gui.personas.photo import read_photo
from persona_studio.gui.personas.picture_page import PicturePage
from persona_studio.publish.pictures import square
from persona_studio.storage import rows
from tests.gui.personas.hands import Hands

MAYA = "Commuter Maya"


def two_halves(path: Path) -> Path:
    """Write a wide JPEG, red at the left and blue at the right, turned and placed by its EXIF."""
    image = Image.new("RGB", (200, 400), "red")
    image.paste("blue", (0, 200, 200, 400))
    exif = Image.Exif()
    exif[0x0112] = 8  # to be turned left: the upper half comes to the left
    exif.get_ifd(0x8825)[1] = "N"
    exif[0x010E] = "A. Keller, 12 Main Street"
    image.save(path, exif=exif)
    return path


def picture_of(hands: Hands, name: str = MAYA) -> Picture:
    found = hands.bridge.snapshot.picture(hands.persona(name).picture)
    assert found is not None
    return found


@pytest.fixture
def page(hands: Hands) -> PicturePage:
    """Give the page of Maya's picture, opened from her face by the keyboard."""
    disc = hands.room.board.columns[hands.persona(MAYA).id].head.disc
    disc.setFocus()
    QTest.keyClick(disc, Qt.Key.Key_Return)
    made = hands.room.care.pages.page(PicturePage)
    assert made is not None
    assert hands.room.side.currentWidget() is made
    return made


@pytest.fixture
def with_photo(page: PicturePage, hands: Hands, tmp_path: Path) -> PicturePage:
    """Give the page after a photo was dropped on the face."""
    disc = hands.room.board.columns[hands.persona(MAYA).id].head.disc
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(two_halves(tmp_path / "face.jpg")))])
    hands.drop(disc, QPoint(20, 20), carried)
    return page


def test_a_dropped_photo_is_turned_bare_and_asks_who_agreed(
    with_photo: PicturePage, hands: Hands
) -> None:
    picture = picture_of(hands)
    assert (picture.kind, picture.is_real, picture.consent) == ("photo", True, "")
    data = rows.read_blob(hands.bridge.workspace.database.connection, picture.sha256 or "")
    assert data is not None
    kept = Image.open(BytesIO(data))
    assert kept.size == (400, 200)
    assert not kept.getexif()
    assert "icc_profile" not in kept.info
    assert b"Keller" not in data
    assert any(found.rule == "ET03" for found in hands.bridge.workspace.findings())
    assert with_photo.consent.hasFocus()
    QTest.keyClicks(with_photo.consent, "Maya K., 4 May, for print")
    QTest.keyClick(with_photo.consent, Qt.Key.Key_Return)
    assert picture_of(hands).consent == "Maya K., 4 May, for print"
    assert not any(found.rule == "ET03" for found in hands.bridge.workspace.findings())
    hands.bridge.undo()
    assert with_photo.consent.text() == ""
    QTest.keyClicks(with_photo.licence, "Studio Lang, CC BY")
    QTest.keyClick(with_photo.licence, Qt.Key.Key_Return)
    QTest.mouseClick(with_photo.real, Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    assert (picture_of(hands).licence, picture_of(hands).is_real) == ("Studio Lang, CC BY", False)


def test_what_is_in_view_is_moved_by_mouse_and_keyboard_and_printed_so(
    with_photo: PicturePage, hands: Hands
) -> None:
    view = with_photo.frame
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=view.rect().center())
    QTest.mouseMove(view, view.rect().center() + QPoint(400, 0))
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=view.rect().center() + QPoint(400, 0))
    assert picture_of(hands).focus == (0.75, 0.5, 1.0), "it stays inside the photo"
    view.setFocus()
    for _ in range(3):
        QTest.keyClick(view, Qt.Key.Key_Plus)
    QTest.keyClick(view, Qt.Key.Key_Right)
    focus = picture_of(hands).focus
    assert focus[0] > 0.75
    assert abs(focus[2] - 0.729) < 0.001
    assert frame(focus, 400, 200)[0] + frame(focus, 400, 200)[2] <= 400
    data = read_blob(hands)
    printed = Image.open(BytesIO(square(data, focus, 40)[0]))
    assert printed.size[0] == printed.size[1]
    red, _, blue = (band.resize((1, 1)).tobytes()[0] for band in printed.split())
    assert red < 40
    assert blue > 200
    disc = hands.room.board.columns[hands.persona(MAYA).id].head.disc
    QTest.qWait(1)
    assert disc.grab().toImage().pixelColor(8, 26).blue() > 200
    hands.bridge.undo()
    assert with_photo.frame._focus != focus


def read_blob(hands: Hands) -> bytes:
    digest = picture_of(hands).sha256 or ""
    return rows.read_blob(hands.bridge.workspace.database.connection, digest) or b""


def test_faces_by_lot_of_two_styles_are_offered_and_others_on_demand(
    page: PicturePage, hands: Hands, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: all(not b.icon().isNull() for b in page.faces.buttons), timeout=8000)
    first = page.faces.faces
    assert len({style for style, _ in first}) == 2
    page.faces.buttons[5].setFocus()
    QTest.keyClick(page.faces.buttons[5], Qt.Key.Key_Space)
    picture = picture_of(hands)
    assert (picture.kind, picture.licence) == ("avatar", "CC0 1.0")
    assert (picture.style, picture.seed) == first[5]
    assert [b.isChecked() for b in page.faces.buttons].index(True) == 5
    QTest.mouseClick(page.others, Qt.MouseButton.LeftButton)
    assert not set(first) & set(page.faces.faces)
    assert picture_of(hands) == picture, "to look at others takes nothing away"
    QTest.mouseClick(page.plain, Qt.MouseButton.LeftButton)
    assert picture_of(hands).kind == "initials"
    hands.bridge.undo()
    assert picture_of(hands) == picture
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert hands.room.side.currentWidget() is hands.room.tray


def test_a_photo_from_elsewhere_keeps_its_colours(tmp_path: Path) -> None:
    from PIL import ImageCms

    image = Image.new("RGB", (40, 40), (10, 200, 30))
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    image.save(tmp_path / "a.png", icc_profile=profile)
    kept = Image.open(BytesIO(read_photo(tmp_path / "a.png")))
    assert max(abs(a - b) for a, b in zip(kept.tobytes()[:3], (10, 200, 30), strict=True)) < 6
