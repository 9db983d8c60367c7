# SPDX-License-Identifier: MIT
"""Both looks can be read, icons follow them, and client text is never markup."""

import re
from dataclasses import asdict

import pytest
from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QTabBar,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from persona_studio.core.errors import StudioError
from persona_studio.core.words import THEMES
from persona_studio.gui import icons
from persona_studio.gui.breaking import breakable
from persona_studio.gui.stylesheet import sheet
from persona_studio.gui.theme import Mode, load_fonts, theme
from persona_studio.gui.tokens import DARK, LIGHT, PERSONAS_DARK, PERSONAS_LIGHT, Tokens
from persona_studio.gui.widgets.banner import Banner
from persona_studio.gui.widgets.buttons import GhostButton, IconButton, LinkButton, PrimaryButton
from persona_studio.gui.widgets.chip import Chip
from persona_studio.gui.widgets.flow_layout import FlowLayout
from persona_studio.gui.widgets.inline_text import InlineText
from persona_studio.gui.widgets.mark import MARKS, paint_mark
from persona_studio.gui.widgets.meter_bar import MeterBar
from persona_studio.gui.widgets.plain_label import PlainLabel, plain_tip
from persona_studio.gui.widgets.search_field import SearchField
from tests.architecture.sources import PACKAGE

READABLE, RING = 4.5, 3.0


def light(colour: str) -> float:
    parts = [QColor(colour).redF(), QColor(colour).greenF(), QColor(colour).blueF()]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    high, low = sorted((light(one), light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_every_text_colour_reads_on_its_ground(tokens: Tokens) -> None:
    pairs = [
        (text, ground)
        for text in (tokens.ink, tokens.muted, tokens.faint, tokens.accent, tokens.wrong)
        for ground in (tokens.background, tokens.paper)
    ]
    pairs += [
        (tokens.caution, tokens.paper),
        (tokens.on_accent, tokens.accent),
        (tokens.on_accent, tokens.accent_hover),
        (tokens.accent, tokens.tint),
        (tokens.muted, tokens.tint),
        (tokens.muted, tokens.well),
        (tokens.ink, tokens.wrong_tint),
        (tokens.muted, tokens.wrong_tint),
        (tokens.muted, tokens.caution_tint),
        (tokens.paper, tokens.wrong),
    ]
    assert [pair for pair in pairs if contrast(*pair) < READABLE] == []


@pytest.mark.parametrize("known", [PERSONAS_LIGHT, PERSONAS_DARK], ids=["light", "dark"])
def test_every_persona_colour_reads_on_its_own_tint(known: dict[str, object]) -> None:
    assert tuple(known) == THEMES
    for colour in (PERSONAS_LIGHT if known is PERSONAS_LIGHT else PERSONAS_DARK).values():
        assert contrast(colour.strong, colour.tint) >= READABLE


def test_the_sheet_uses_only_the_tokens_of_its_mode() -> None:
    text = sheet(DARK, {"arrow": "a.svg", "tick": "t.svg"})
    assert set(re.findall(r"#[0-9A-Fa-f]{6}\b", text)) <= set(asdict(DARK).values())
    assert "$" not in text


def test_the_interface_uses_the_face_that_comes_with_it(look: None) -> None:
    assert load_fonts() == "Studio Inter"


def test_every_icon_can_be_drawn_and_every_named_icon_is_there(look: None) -> None:
    for name in icons.names():
        image = icons.pixmap(name, "ink", 20).toImage()
        assert any(image.pixelColor(x, y).alpha() for x in range(20) for y in range(20)), (
            f"{name} is empty"
        )
    source = "\n".join(path.read_text("utf-8") for path in (PACKAGE / "gui").rglob("*.py"))
    named = re.findall(r'(?:dress\([^,()]+|pixmap\(|IconButton\(|icon=)\W*"([a-z0-9-]+)"', source)
    assert set(named) <= set(icons.names())


def test_a_dressed_button_changes_its_icon_with_the_look(look: None, qtbot: QtBot) -> None:
    button = QPushButton()
    qtbot.addWidget(button)
    icons.dress(button, "check", "ink")
    before = button.icon().pixmap(20, 20).toImage()
    theme().set_mode("dark")
    after = button.icon().pixmap(20, 20).toImage()
    theme().set_mode("light")
    assert before != after


def test_labels_and_tips_show_markup_as_it_was_written(look: None, qtbot: QtBot) -> None:
    label = PlainLabel("<b>Maya</b> & co")
    qtbot.addWidget(label)
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert plain_tip("<img src=x>") == "<qt>&lt;img src=x&gt;</qt>"


def test_a_label_too_long_for_its_place_tells_the_whole_in_its_tip(
    look: None, qtbot: QtBot
) -> None:
    label = PlainLabel("A <very> long line that cannot fit", elide=True)
    qtbot.addWidget(label)
    label.resize(60, 20)
    label.show()
    assert label.toolTip() == plain_tip(label.text())
    label.resize(900, 20)
    assert label.toolTip() == ""
    label.hide()


def test_a_word_without_end_breaks_and_widens_nothing(look: None, qtbot: QtBot) -> None:
    words = "see https://example.com/" + "x" * 300 + " and"
    label = PlainLabel(words, wrap=True)
    qtbot.addWidget(label)
    assert label.minimumSizeHint().width() < 200
    assert label.text() == words
    arabic, family = "كل صباح أريد قهوة", "👩‍👩‍👧‍👦" * 9
    assert breakable(f"{arabic} {family}") == f"{arabic} {family}"


def test_a_long_word_breaks_between_syllables_and_an_address_without_a_hyphen() -> None:
    word = breakable("Hafermilchersatzgetränkeversorgung, kurz")
    assert word.replace("\u00ad", "-") == "Hafer-mil-cher-satz-ge-trän-ke-ver-sor-gung, kurz"
    address = breakable("https://example.org/selbstbedienungsladen")
    assert "\u00ad" not in address
    assert address.replace("\u200b", "") == "https://example.org/selbstbedienungsladen"


def test_a_banner_says_message_and_hint_and_acts(look: None, qtbot: QtBot) -> None:
    banner = Banner()
    qtbot.addWidget(banner)
    banner.show_error(StudioError("The disk is full.", "Free some space."))
    assert banner.accessibleName() == "The disk is full. Free some space."
    done: list[int] = []
    banner.show_info("Open elsewhere", "", ("Read it", lambda: done.append(1)))
    with qtbot.waitSignal(banner.closed):
        banner._button.click()
    assert done == [1]
    assert not banner.isVisible()


def test_the_four_marks_differ_in_shape_not_only_in_colour(look: None) -> None:
    shapes = []
    for mark in MARKS:
        image = QImage(QSize(24, 24), QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(QColor(0, 0, 0, 0))
        painter = QPainter(image)
        paint_mark(painter, QRectF(image.rect()), mark, theme())
        painter.end()
        shapes.append(image.convertToFormat(QImage.Format.Format_Alpha8))
    assert len({bytes(shape.constBits()) for shape in shapes}) == len(MARKS)


def test_a_meter_is_as_full_as_its_share(look: None, qtbot: QtBot) -> None:
    bar = MeterBar("teal")
    qtbot.addWidget(bar)
    bar.resize(100, 12)
    bar.set_values(0.6, 0.2)
    row = [bar.grab().toImage().pixelColor(x, 6).name() for x in (10, 40, 80)]
    colours = PERSONAS_LIGHT["teal"]
    assert row == [colours.strong.lower(), colours.soft.lower(), LIGHT.well.lower()]


def test_a_flow_breaks_into_lines_and_is_taller_when_narrow(look: None, qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    flow = FlowLayout(host)
    for number in range(8):
        flow.addWidget(Chip(f"{number} groups"))
    assert flow.heightForWidth(200) > flow.heightForWidth(2000)
    flow.setGeometry(QRect(0, 0, 200, 400))
    places = [flow.itemAt(n).geometry() for n in range(8) if flow.itemAt(n)]
    assert all(place.right() <= 200 for place in places)
    assert len({place.top() for place in places}) > 1


def _grabbed(widget: QWidget) -> QImage:
    return widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def _stops() -> list[QWidget]:
    """Return one of each kind of control that Tab stops at."""
    tabs, box = QTabBar(), QComboBox()
    tabs.addTab("Agenda")
    tabs.addTab("Dot vote")
    box.addItem("Most")
    lines = [SearchField("Search"), InlineText("Name", 15), QLineEdit("Anna")]
    links = [LinkButton("Undo", flush=True), LinkButton("Add", "plus")]
    plain = [GhostButton("Later"), PrimaryButton("Go on"), IconButton("x", "Close")]
    chips = [Chip("Board", checked=True), Chip("Wall")]
    ticks = [QCheckBox("Only differences"), QRadioButton("Everyone")]
    return [tabs, box, QPlainTextEdit("Notes"), *lines, *links, *plain, *chips, *ticks]


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_whoever_goes_by_keyboard_sees_where_it_is(look: None, qtbot: QtBot, mode: Mode) -> None:
    theme().set_mode(mode)
    page = QWidget()
    page.setProperty("kind", "page")
    qtbot.addWidget(page)
    rows, rest = QVBoxLayout(page), QPushButton("elsewhere")
    stops = _stops()
    for each in (rest, *stops):
        rows.addWidget(each)
    page.show()
    page.activateWindow()
    unseen = []
    for each in stops:
        rest.setFocus()
        before = _grabbed(page)
        each.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.qWait(1)
        after, area = _grabbed(page), QRect(each.mapTo(page, QPoint(0, 0)), each.size())
        places = (
            (x, y)
            for x in range(area.left(), area.right() + 1)
            for y in range(area.top(), area.bottom() + 1)
            if before.pixel(x, y) != after.pixel(x, y)
        )
        pairs = ((before.pixelColor(*at).name(), after.pixelColor(*at).name()) for at in places)
        changed = sum(contrast(*pair) >= RING for pair in pairs)
        if changed < area.height():
            unseen.append((type(each).__name__, changed))
    theme().set_mode("light")
    assert unseen == []


def test_a_list_that_drops_down_shows_its_last_entry(qtbot: QtBot) -> None:
    theme().set_mode("light")
    box = QComboBox()
    box.addItems([f"Entry {number}" for number in range(8)])
    qtbot.addWidget(box)
    box.resize(240, 32)
    box.show()
    box.showPopup()
    view = box.view()
    last = view.visualRect(view.model().index(7, 0))
    assert view.viewport().rect().contains(last)
    assert view.verticalScrollBar().maximum() == 0
    assert last.height() >= 24
    box.hidePopup()
