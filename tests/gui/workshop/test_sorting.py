# SPDX-License-Identifier: MIT
"""Cards are sorted by digits at two tables, hidden until all are, and each step is undone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from persona_studio.core.workshop import Exercise
from persona_studio.gui.bridge import Bridge
from persona_studio.gui.widgets.chip import Chip
from persona_studio.gui.workshop.room import WorkshopRoom
from persona_studio.gui.workshop.sort_page import SortPage
from persona_studio.storage import personas
from persona_studio.workspace import dealing


def words(widget: QWidget) -> str:
    return "\n".join(x.text() for x in widget.findChildren(QLabel) if x.isVisible())


@pytest.fixture
def page(room: WorkshopRoom) -> SortPage:
    """Give the page on which nothing is dealt yet."""
    room.flow.go("sort")
    QApplication.processEvents()
    found = room.panel.pages["sort"]
    assert isinstance(found, SortPage)
    return found


@pytest.fixture
def dealt(page: SortPage) -> SortPage:
    """Give the page with four cards dealt."""
    page._empty.button.click()
    assert page.form is not None
    page.form.count.setValue(4)
    page.form.button.click()
    QApplication.processEvents()
    return page


def keys(page: SortPage, text: str) -> None:
    for key in text:
        QTest.keyClicks(page.sheet, key)


def on(page: SortPage) -> Exercise:
    found = page.flow.current("sort")
    assert found is not None
    return found


def test_cards_show_answers_and_are_sorted_by_digits(dealt: SortPage, bridge: Bridge) -> None:
    sheet = dealt.sheet
    assert sheet.hasFocus()
    assert "Card 1 of 4" in words(sheet)
    assert "P-" not in words(sheet)
    assert "How often" in words(sheet) or "visits" in words(sheet)
    keys(dealt, "1")
    assert "▸ Table B" in words(sheet)
    keys(dealt, "2")
    assert "Card 2 of 4" in words(sheet)
    assert len(on(dealt).placed) == 2
    QTest.keyClick(sheet, Qt.Key.Key_Backspace)
    assert len(on(dealt).placed) == 1
    assert "Card 1 of 4" in words(sheet)
    bridge.undo()
    bridge.undo()
    assert len(on(dealt).placed) == 1
    bridge.undo()
    assert on(dealt).placed == ()


def test_agreement_shows_when_all_are_sorted_and_names_the_pair(
    dealt: SortPage, bridge: Bridge
) -> None:
    assert not dealt.sheet.reveal.isEnabled()
    keys(dealt, "11221221")
    assert dealt.sheet.reveal.hasFocus()
    assert "agree" not in words(dealt.sheet).lower()
    dealt.sheet.reveal.click()
    QApplication.processEvents()
    told = words(dealt.result)
    assert "2 of 4 cards alike at both tables" in told
    assert "(kappa): 0.00" in told
    assert "Mixed up most: “" in told
    assert "on 2 cards" in told
    bridge.undo()
    QApplication.processEvents()
    assert dealt.sheet.isVisible()


def test_a_click_puts_a_card_and_a_second_takes_it_back(dealt: SortPage) -> None:
    chip = dealt.sheet.tables[1].chips[dealing.NONE.id]
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    (placed,) = on(dealt).placed
    assert (placed.table, placed.option) == ("B", "none")
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert on(dealt).placed == ()


def test_the_room_does_not_see_what_the_other_table_said(
    dealt: SortPage, room: WorkshopRoom
) -> None:
    keys(dealt, "1")
    room.project()
    QApplication.processEvents()
    assert room.projector is not None
    assert not any(chip.isChecked() for chip in room.projector.findChildren(Chip))
    assert "Table A in" in words(room.projector)
    room.projector.close()


def test_with_one_persona_it_says_what_is_missing(room: WorkshopRoom, bridge: Bridge) -> None:
    with bridge.edit("Remove") as write:
        personas.remove(write, bridge.snapshot.personas[0].id)
    room.flow.go("sort")
    QApplication.processEvents()
    assert "Two personas or more are needed" in words(room.panel.pages["sort"])
