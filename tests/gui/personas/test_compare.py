# SPDX-License-Identifier: MIT
"""The comparison as it is seen and worked: who, what differs, and the way to claims and rows."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from persona_studio.core.persona import Measure, Persona
from persona_studio.gui.bridge import Bridge
from persona_studio.gui.jobs import Jobs
from persona_studio.gui.personas.compare_page import ComparePage
from persona_studio.gui.personas.room import PersonasRoom
from persona_studio.gui.personas.switch import BOARD, COMPARE
from persona_studio.storage import claims, evidence, personas
from persona_studio.workspace.workspace import Workspace
from tests.gui.shell.test_names import nameless
from tests.workspace import two_groups

OLD = Measure("age", "at_least", "50")


@pytest.fixture
def sample_workspace(tmp_path: Path) -> Iterator[Workspace]:
    """Give `many` (30 people) and `few` (10, all of 51-60), who share one line."""
    workspace = two_groups.make(tmp_path / "a.persona", ages=True)
    with workspace.edit("Fill") as write:
        for persona in workspace.snapshot.personas:
            claims.add(write, persona.id, "goals", "Wants to sit")
        few = workspace.snapshot.personas[-1].id
        old = claims.add(write, few, "demographics", "Is fifty or more", quantifier="most")
        evidence.link_measure(write, old, "wave", OLD)
        many = workspace.snapshot.personas[0].id
        claims.add(write, many, "pains", "Nobody can book a table")
    yield workspace
    workspace.close()


@pytest.fixture
def room(qtbot: QtBot, bridge: Bridge, jobs: Jobs) -> Iterator[PersonasRoom]:
    """Give the room, painted."""
    made = PersonasRoom(bridge, jobs)
    qtbot.addWidget(made)
    made.resize(1205, 670)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.close()


@pytest.fixture
def page(room: PersonasRoom) -> ComparePage:
    """Give the comparison in front."""
    found: ComparePage = room.views.show(COMPARE)
    return found


def told(page: ComparePage) -> list[list[str]]:
    """Return what a screen reader is told, line by line."""
    model, role = page.model, Qt.ItemDataRole.AccessibleTextRole
    lines = range(model.rowCount())
    return [
        [model.data(model.index(r, c), role) for c in range(model.columnCount())] for r in lines
    ]


def place(page: ComparePage, words: str, column: int) -> QPoint:
    """Stand on a cell and return the top of what it shows."""
    row = next(r for r, line in enumerate(told(page)) if line[0].startswith(words))
    index = page.model.index(row, column)
    page.table.setCurrentIndex(index)
    return page.table.visualRect(index).topLeft() + QPoint(30, 14)


def persona(bridge: Bridge, name: str) -> Persona:
    return next(p for p in bridge.snapshot.personas if p.name == name)


def test_every_line_is_told_with_each_ones_share_and_verdict(page: ComparePage) -> None:
    lines = told(page)
    assert lines[0][0] == "Goals"
    assert lines[1][0] == "Wants to sit. All say it"
    assert lines[1][1].startswith("many: No support yet")
    assert lines[-1] == [
        "Is fifty or more. age: 50 or more. 97 points apart",
        "many: 3 % · 1 of 30, says nothing of it",
        "few: 100 % · 10 of 10, Supported",
    ]
    assert nameless(page) == []
    assert page.table.isVisible()
    heads = [page.model.headerData(c, Qt.Orientation.Horizontal) for c in (1, 2)]
    assert heads == ["many", "few"]


def test_only_differences_folds_away_what_all_say(page: ComparePage) -> None:
    assert any(line[0].startswith("Wants to sit") for line in told(page))
    page.only.click()
    assert [line[0] for line in told(page)] == [
        "Pains",
        "Only said here",
        "Demographics",
        "Is fifty or more. age: 50 or more. 97 points apart",
    ]
    assert page.said.text().startswith("Lines that set them apart: 2. The same: 1.")


def test_a_click_on_words_goes_to_the_claim_and_one_on_a_share_to_the_rows(
    room: PersonasRoom, page: ComparePage, qtbot: QtBot
) -> None:
    share = place(page, "Is fifty", 2)
    view = page.table.viewport()
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=share)
    assert room.side.currentWidget() is room.side.people
    assert room.aside.isVisible()
    assert len(room.side.people.model.stands) == 10
    room.side.show_tray()
    assert not room.aside.isVisible(), "the comparison takes the room of the tray"
    QApplication.processEvents()
    share = place(page, "Is fifty", 2)
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=share + QPoint(0, 34))
    assert room.views.view == BOARD
    current = room.board.current_claim()
    assert current is not None
    assert current.text == "Is fifty or more"


def test_it_is_worked_by_keyboard(room: PersonasRoom, page: ComparePage, bridge: Bridge) -> None:
    heard: list[str] = []
    page.announced.connect(heard.append)
    place(page, "Wants", 1)
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_Space)
    assert heard == ["many: No support yet, No evidence yet"], "nobody was counted"
    place(page, "Is fifty", 1)
    QTest.keyClick(page.table, Qt.Key.Key_Space)
    people = room.side.people
    assert people.counts.text() == "many: 1 for it, 29 against it", "those who do not claim it too"
    with bridge.edit("Elsewhere") as write:
        claims.add(write, None, "goals", "Something else")
    assert len(people.model.stands) == 30
    QTest.keyClick(page.table, Qt.Key.Key_Right)
    QTest.keyClick(page.table, Qt.Key.Key_Space)
    assert people.counts.text() == "few: 10 for it, 0 against it"
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert room.views.view == BOARD
    room.show_compare()
    by_words = {entry.text: entry for entry in room.deeds()}
    assert set(by_words) == {"Leave out many", "Leave out few", "Only differences"}
    by_words["Leave out many"].run()
    assert page.chosen == [persona(bridge, "few").id]
    assert page.empty.isVisible()
    assert "Choose two" in page.empty.sentence.text()


def test_at_most_five_are_compared_primary_ones_first(
    room: PersonasRoom, bridge: Bridge, qtbot: QtBot
) -> None:
    with bridge.workspace.edit("More") as write:
        extra = [
            personas.add(write, f"P{n}", role="secondary" if n else "negative") for n in range(4)
        ]
    page = room.views.show(COMPARE)
    names = [chip.text() for chip in page.chips.values()]
    assert names == ["many", "few", "P1", "P2", "P3", "P0"]
    last = page.chips[extra[0]]
    assert not last.isEnabled()
    page.chips[extra[3]].click()
    last.click()
    assert [bridge.snapshot.table(Persona)[key].name for key in page.chosen][-1] == "P0"
    again = ComparePage(bridge, room.board.look)
    qtbot.addWidget(again)
    again.take_up(page.kept())
    assert again.chosen == page.chosen


def test_one_persona_alone_is_told_what_is_missing(room: PersonasRoom, bridge: Bridge) -> None:
    page = room.views.show(COMPARE)
    room.gestures.remove_persona(persona(bridge, "few").id, keep_claims=False)
    assert page.empty.isVisible()
    page.empty.button.click()
    assert len(bridge.snapshot.personas) == 2
    assert room.views.view == BOARD


def test_edits_in_a_row_are_compared_once_and_undone_here(
    page: ComparePage, room: PersonasRoom, bridge: Bridge, qtbot: QtBot
) -> None:
    mine = bridge.snapshot.claims_of(persona(bridge, "many").id, "pains")[0].id
    compared: list[bool] = []
    page.model.modelReset.connect(lambda: compared.append(True))
    for words in ("Cannot", "Cannot book"):
        room.gestures.edit_text(mine, words)
    assert not compared, "an edit does not wait for the comparison"

    def said() -> list[str]:
        return [cell for line in told(page) for cell in line if "book" in cell.lower()]

    qtbot.waitUntil(lambda: said()[0].startswith("many: Cannot book"))
    assert len(compared) == 1
    bridge.undo()
    bridge.undo()
    qtbot.waitUntil(lambda: said()[0].startswith("many: Nobody can book"))


def test_columns_keep_their_width_where_the_scroll_bar_comes(
    page: ComparePage, room: PersonasRoom
) -> None:
    bar, seen = page.table.verticalScrollBar(), []
    for high in (1600, 300):
        room.resize(room.width(), high)
        QApplication.processEvents()
        widths = [page.table.columnWidth(n) for n in range(page.model.columnCount())]
        seen.append((bar.isVisible(), widths))
        assert not page.table.horizontalScrollBar().maximum()
    assert [shown for shown, _ in seen] == [False, True]
    assert seen[0][1] == seen[1][1]
