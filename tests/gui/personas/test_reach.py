# SPDX-License-Identifier: MIT
"""Whom a persona and the whole set describe: pages that follow the editing, and act."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from persona_studio.core.persona import Claim, Measure
from persona_studio.core.research import Wave
from persona_studio.gui.main_window import MainWindow
from persona_studio.gui.personas.room import PersonasRoom
from persona_studio.storage import claims, evidence
from persona_studio.workspace import reach
from persona_studio.workspace.workspace import Workspace
from tests.gui import project
from tests.gui.personas.hands import Hands

MAYA, DAYS, ORDERS = "Commuter Maya", "Comes on most days", "Orders in the app"


def said(page: QWidget) -> str:
    QApplication.processEvents()
    labels = page.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisibleTo(page))


def test_a_click_on_the_meter_tells_whom_a_persona_describes(hands: Hands) -> None:
    hands.room.gestures.set_quantifier([hands.claim(ORDERS).id], "most")
    head = hands.room.board.columns[hands.persona(MAYA).id].head
    QTest.mouseClick(head, Qt.MouseButton.LeftButton, pos=head.meter.geometry().center())
    page = hands.room.side.reach
    assert hands.room.side.currentWidget() is page
    words = said(page)
    assert "Of 40 people in Customer survey" in words
    assert "Two lines in three: 50 % (35\u201365) · 20" in words
    assert "Every line: 50 % (35\u201365) · 20" in words
    assert "2 of its claims are not counted" in words
    assert words.count("Keeps nobody out") == 2
    assert words.count("Holds for 20 of 20 who fit by the others") == 2
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert hands.room.side.currentWidget() is hands.room.tray


def test_the_page_follows_the_editing(hands: Hands, qtbot: QtBot) -> None:
    claim = hands.claim("The app loses the basket at the last step").id
    wave = next(iter(hands.bridge.snapshot.table(Wave)))
    hands.select(DAYS)
    hands.room.describe_persona()
    page = hands.room.side.reach
    assert page.persona == hands.persona(MAYA).id
    with hands.bridge.edit("Link") as write:
        claims.change(write, claim, quantifier="most")
        evidence.link_measure(write, claim, wave, Measure("channel", "is", "Shop", "all"))
    qtbot.waitUntil(lambda: "Keeps out 20 who fit every other line" in said(page))
    assert "Every line: 0 %" in said(page)
    hands.bridge.undo()
    qtbot.waitUntil(lambda: "Every line: 50 %" in said(page))
    hands.bridge.redo()
    qtbot.waitUntil(lambda: "Keeps out 20 who fit every other line" in said(page))
    page.claim_wanted.emit(claim)
    assert hands.room.board.selected() == [claim]


def test_a_persona_without_measures_says_what_to_do(hands: Hands) -> None:
    hands.room.side.show_reach(hands.persona("Host Ruth").id)
    assert "Drag a figure onto a claim" in said(hands.room.side.reach)


def test_lines_are_told_costliest_first_and_equal_a_count_by_hand(hands: Hands) -> None:
    wave = next(iter(hands.bridge.snapshot.table(Wave)))
    with hands.bridge.edit("Claims") as write:
        for text, measure in (
            ("Shops", Measure("channel", "is", "Shop", "all")),
            ("Weekly", Measure("visits", "any_of", ["Once a week", "Rarely"], "all")),
        ):
            made = claims.add(
                write, hands.persona("Host Ruth").id, "goals", text, quantifier="most"
            )
            evidence.link_measure(write, made, wave, measure)
    found = reach.of_persona(hands.bridge.workspace, hands.persona("Host Ruth").id)
    assert found is not None
    told = {line.claim.text: (line.cost, line.holds, line.others) for line in found.lines}
    shop = [row for row in project.PEOPLE if row[1] == "Shop"]
    weekly = [row for row in project.PEOPLE if row[0] in ("Once a week", "Rarely")]
    both = [row for row in shop if row in weekly]
    assert told["Shops"] == (len(weekly) - len(both), len(both), len(weekly))
    assert told["Weekly"] == (len(shop) - len(both), len(both), len(shop))


@pytest.fixture
def left_out(tmp_path: Path) -> Iterator[Workspace]:
    """Give the sample project, whose personas half the people do not fit."""
    space = project.make(tmp_path / "p.persona")
    with space.edit("Say most") as write:
        for claim in write.find(Claim, text=ORDERS):
            write.change(Claim, claim.id, quantifier="most")
    yield space
    space.close()


def test_those_who_fit_none_are_told_by_what_they_share(left_out: Workspace) -> None:
    found = reach.of_set(left_out)
    assert found is not None
    expected = {n for n, row in enumerate(project.PEOPLE, start=2) if row[1] == "Shop"}
    assert set(found.rest) == expected
    assert (found.found.none, found.found.n) == (len(expected), 40)
    every = [f for part in reach.shared_by(left_out, found.wave, found.rest) for f in part]
    shop = next(f for f in every if f.answer == "Shop")
    assert (shop.k, shop.n, shop.k_all, shop.n_all) == (20, 20, 20, 40)


def test_a_persona_is_made_of_those_left_out_and_taken_back(hands: Hands, qtbot: QtBot) -> None:
    hands.room.gestures.set_quantifier([hands.claim(ORDERS).id], "most")
    QTest.qWait(250)  # the page counts anew a little after an edit
    hands.room.show_set()
    page = hands.room.side.set
    qtbot.waitUntil(lambda: "Shop" in said(page), timeout=4000)
    assert "None of them: 50 % · 20" in said(page)
    assert page.make.isVisibleTo(page)
    names = [persona.name for persona in hands.bridge.snapshot.personas]
    page.make.click()
    assert len(hands.bridge.snapshot.personas) == len(names) + 1
    assert hands.bridge.workspace.undo_label == "Draft a persona of the others"
    qtbot.waitUntil(lambda: "None of them: 0 %" in said(page), timeout=4000)
    assert not page.make.isVisibleTo(page)
    hands.bridge.undo()
    assert [persona.name for persona in hands.bridge.snapshot.personas] == names
    qtbot.waitUntil(lambda: "None of them: 50 % · 20" in said(page), timeout=4000)


def test_the_line_over_the_board_and_the_palette_lead_to_the_set(window: MainWindow) -> None:
    window.go("personas")
    assert window.view is not None
    room = window.view.go("personas")
    assert isinstance(room, PersonasRoom)
    QTest.qWait(300)
    room.title.left_out.click()
    assert room.side.currentWidget() is room.side.set
    room.side.show_tray()
    window.commands.made["show_set"].trigger()
    assert room.side.currentWidget() is room.side.set
    window.commands.made["describe_persona"].trigger()
    assert room.side.currentWidget() is room.side.reach
