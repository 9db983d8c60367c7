# SPDX-License-Identifier: MIT
"""Everything at a glance: what it tells, how near it is, and the way to the board."""

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from persona_studio.gui.personas.overview_delegate import DOTS, STROKES, WORDS
from persona_studio.gui.personas.overview_page import OverviewPage
from persona_studio.gui.personas.switch import BOARD, OVERVIEW
from persona_studio.storage import claims, personas
from tests.gui.personas.hands import Hands
from tests.gui.shell.test_names import nameless

MAYA, RUTH = "Commuter Maya", "Host Ruth"
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def page(hands: Hands) -> OverviewPage:
    """Give the overview in front."""
    found: OverviewPage = hands.room.views.show(OVERVIEW)
    return found


def cell(page: OverviewPage, name: str, section: str) -> QModelIndex:
    """Return where a section of a persona is."""
    row = next(n for n, each in enumerate(page.model.sections) if each.id == section)
    return page.model.index(row, [p.name for p in page.model.personas].index(name) + 1)


def many(hands: Hands, people: int, each: int) -> None:
    """Add personas with so many claims in every section that is always shown."""
    with hands.bridge.workspace.edit("Many") as write:
        for number in range(people):
            made = personas.add(write, f"Person {number}")
            for claim in range(each):
                section = ("goals", "pains", "behaviours", "buying", "channels")[claim % 5]
                claims.add(write, made, section, f"Line {claim}")


def test_it_tells_every_section_of_every_persona(hands: Hands, page: OverviewPage) -> None:
    assert not hands.room.aside.isVisible()
    told = cell(page, MAYA, "channels").data(Qt.ItemDataRole.AccessibleTextRole)
    assert told == f"{MAYA}, Channels: 2 claims; 2 No support yet"
    gap = cell(page, RUTH, "pains")
    assert gap.data() == f"{RUTH}, Pains: nothing yet"
    assert page.model.missed(gap)
    assert page.gaps.text() == "Empty sections: 5"
    seen = QAccessible.queryAccessibleInterface(page.table)
    inside = (seen.child(number) for number in range(seen.childCount()))
    heard = [each.text(QAccessible.Text.Name) for each in inside if each is not None]
    assert {MAYA, RUTH, told, gap.data(), "Pains"} <= {*heard}
    assert nameless(page) == []


def test_claims_come_and_go_with_the_project(hands: Hands, page: OverviewPage) -> None:
    before = page.counts["ring"].text()
    with hands.bridge.edit("Add") as write:
        claims.add(write, hands.persona(RUTH).id, "pains", "Too loud")
        claims.add(write, None, "goals", "Later")
    assert cell(page, RUTH, "pains").data().startswith(f"{RUTH}, Pains: 1 claim")
    assert page.counts["ring"].text() != before
    assert page.parking.text() == "Parking lot: 1"
    hands.bridge.undo()
    assert cell(page, RUTH, "pains").data().endswith("nothing yet")
    page.parking.click()
    assert hands.room.views.view == BOARD
    assert hands.room.tray.parking.isVisible()


def test_a_click_goes_to_the_claim_enter_to_the_section_and_space_to_the_persona(
    hands: Hands, page: OverviewPage
) -> None:
    here = cell(page, MAYA, "channels")
    area = page.table.visualRect(here)
    QTest.mouseClick(page.table.viewport(), LEFT, pos=area.topLeft() + QPoint(30, 30))
    claim = hands.room.board.current_claim()
    assert claim is not None
    assert claim.text == hands.texts(MAYA, "channels")[1]
    for key, section, there in (
        (Qt.Key.Key_Return, "buying", hands.list(MAYA, "buying")),
        (Qt.Key.Key_Return, "pains", hands.block(RUTH, "pains").focus_widget()),
    ):
        hands.room.show_overview()
        name = MAYA if section == "buying" else RUTH
        page.table.setCurrentIndex(cell(page, name, section))
        QTest.keyClick(page.table, key)
        assert hands.room.views.view == BOARD
        assert there.hasFocus()
    hands.room.show_overview()
    QTest.keyClick(page.table, Qt.Key.Key_Space)
    assert hands.room.board.columns[hands.persona(RUTH).id].head.name.hasFocus()


def test_nine_personas_are_all_on_the_screen_and_it_comes_nearer(
    hands: Hands, page: OverviewPage
) -> None:
    assert page.delegate.level == WORDS
    many(hands, 7, 60)
    bars = (page.table.horizontalScrollBar(), page.table.verticalScrollBar())
    QApplication.processEvents()
    assert page.delegate.level == DOTS
    assert [bar.maximum() for bar in bars] == [0, 0]
    heard: list[str] = []
    hands.room.announced.connect(heard.append)
    QTest.keyClick(page.table, Qt.Key.Key_Plus)
    assert page.delegate.level == STROKES
    assert heard == ["Claims as strokes"]
    QApplication.processEvents()
    assert bars[1].maximum() > 0
    kept = page.kept()
    {entry.text: entry for entry in hands.room.deeds()}["All on one screen (F)"].run()
    assert page.delegate.level == DOTS
    page.take_up(kept)
    assert page.delegate.level == STROKES


@pytest.mark.parametrize("level", [WORDS, STROKES, DOTS])
def test_what_is_painted_is_what_is_pressed(hands: Hands, page: OverviewPage, level: str) -> None:
    many(hands, 1, 60)
    page.level = level
    page.refresh()
    here = cell(page, "Person 0", "goals")
    page.table.scrollTo(here)
    area = page.table.visualRect(here)
    wanted = [claim.id for claim in page.model.claims(here)]
    hits = [
        page.delegate.claim_at(here, area, QPoint(x, y))
        for y in range(area.top(), area.bottom())
        for x in (range(area.left(), area.right(), 3) if level == DOTS else (area.left() + 20,))
    ]
    assert list(dict.fromkeys(hit for hit in hits if hit)) == wanted
    picture = page.table.viewport().grab(area.intersected(page.table.viewport().rect())).toImage()
    colours = {picture.pixel(x, 12) for x in range(8, picture.width() - 8)}
    assert len(colours) > 1, "marks are painted where the first line is"
