# SPDX-License-Identifier: MIT
"""Sections of the project: named, ordered, hidden and added beside the board, by any hand."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from persona_studio.gui.personas.section_list import SectionList
from tests.gui.personas.hands import ALT, Hands

MAYA = "Commuter Maya"


def opened(hands: Hands) -> SectionList:
    """Open the page of sections and return its list."""
    hands.room.arrange_sections()
    assert hands.room.side.currentWidget() is hands.room.side.sections
    return hands.room.side.sections.list


def headings(hands: Hands) -> list[str]:
    """Return the sections on the screen, from top to bottom."""
    column = hands.room.board.columns[hands.persona(MAYA).id]
    return [block.accessibleName().removeprefix(f"{MAYA}: ") for block in column.ordered()]


def test_a_section_is_moved_by_alt_arrows_and_the_board_follows(hands: Hands) -> None:
    shown, heard = opened(hands), []
    hands.room.announced.connect(heard.append)
    before = headings(hands)
    pains = [shown.item(row).text() for row in range(shown.count())].index("Pains")
    shown.setCurrentRow(pains)
    for _ in range(pains):
        QTest.keyClick(shown, Qt.Key.Key_Up, ALT)
    assert headings(hands)[0] == "Pains"
    assert shown.currentItem().text() == "Pains"
    assert heard[-1] == f"Moved: Pains, 1 of {shown.count()}"
    assert hands.bridge.workspace.undo_label == "Move section"
    for _ in range(pains):
        hands.bridge.undo()
    assert headings(hands) == before


def test_a_section_is_named_in_place_everywhere(hands: Hands) -> None:
    shown = opened(hands)
    item = shown.item(0)
    item.setText("Wishes")
    assert headings(hands)[0] == "Wishes"
    assert hands.list(MAYA, "goals").accessibleName().startswith(f"{MAYA}: Wishes, list")
    hands.bridge.undo()
    assert headings(hands)[0] == "Goals"
    assert shown.item(0).text() == "Goals"


def test_a_hidden_section_leaves_the_board_and_its_claims_can_be_opened(hands: Hands) -> None:
    shown = opened(hands)
    many = len(hands.texts(MAYA, "pains"))
    assert many
    rows = [shown.item(row).text() for row in range(shown.count())]
    shown.setCurrentRow(rows.index("Pains"))
    QTest.keyClick(shown, Qt.Key.Key_Space)
    column = hands.room.board.columns[hands.persona(MAYA).id]
    assert "Pains" not in headings(hands)
    assert column.away.text().startswith(f"{many} claim")
    assert hands.texts(MAYA, "pains")
    column.away.click()
    assert hands.shown(MAYA, "pains") == hands.texts(MAYA, "pains")
    hands.bridge.undo()
    assert "Pains" in headings(hands)
    assert not column.away.isVisible()


def test_a_section_of_ones_own_takes_claims_and_goes_when_empty(hands: Hands) -> None:
    shown = opened(hands)
    page = hands.room.side.sections
    QTest.keyClicks(page.field, "Rituals")
    QTest.keyClick(page.field, Qt.Key.Key_Return)
    assert headings(hands)[-1] == "Rituals"
    made = hands.bridge.snapshot.sections[-1]
    assert page.editor.remove.isEnabled()
    hands.room.commands.written(hands.list(MAYA, made.id), "", "Reads the paper", 0)
    assert hands.shown(MAYA, made.id) == ["Reads the paper"]
    page.open()
    shown.setCurrentRow(shown.count() - 1)
    assert not page.editor.remove.isEnabled()
    hands.bridge.undo()
    page.open()
    QTest.keyClick(shown, Qt.Key.Key_Delete)
    assert "Rituals" not in headings(hands)


def test_a_name_that_is_taken_is_refused_and_the_list_stays_true(hands: Hands) -> None:
    shown, failed = opened(hands), []
    hands.bridge.failed.connect(failed.append)
    shown.item(0).setText("Pains")
    assert failed[0].kind == "name_taken"
    assert shown.item(0).text() == "Goals"
