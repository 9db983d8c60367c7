# SPDX-License-Identifier: MIT
"""A bar of a chart becomes a claim in two actions: with the measure behind it, by mouse or keys."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from persona_studio.core.persona import Claim
from persona_studio.core.research import Question, Wave
from persona_studio.evidence.columns import answers_of, encode
from persona_studio.evidence.measures import count
from persona_studio.gui.bridge import Bridge
from persona_studio.gui.jobs import Jobs
from persona_studio.gui.main_window import MainWindow
from persona_studio.gui.palette import Palette
from persona_studio.gui.research.distribution import spread
from persona_studio.gui.research.finders import UsePalette
from persona_studio.gui.research.room import ResearchRoom


def opened(bridge: Bridge, jobs: Jobs, qtbot: QtBot, question: int = 1) -> ResearchRoom:
    room = ResearchRoom(bridge, jobs)
    room.resize(1100, 640)
    qtbot.addWidget(room)
    with qtbot.waitExposed(room):
        room.show()
    room.activateWindow()
    room.show_wave(next(iter(bridge.snapshot.table(Wave))))
    page = room.wave
    page.list.setCurrentIndex(page.list.model().index(question, 0))
    return room


def panel_of(room: ResearchRoom) -> Palette:
    panel = room.window().findChild(UsePalette)
    assert panel is not None
    return panel


def newest(bridge: Bridge, before: set[str]) -> Claim:
    [made] = bridge.snapshot.table(Claim).keys() - before
    return bridge.snapshot.table(Claim)[made]


def test_a_click_and_a_choice_make_a_claim(bridge: Bridge, jobs: Jobs, qtbot: QtBot) -> None:
    room = opened(bridge, jobs, qtbot)
    before = set(bridge.snapshot.table(Claim))
    QTest.mouseClick(room.wave.bars, Qt.MouseButton.LeftButton, pos=QPoint(40, 15))
    panel = panel_of(room)
    first = panel.list.model().index(0, 0)
    assert first.data() == "Commuter Maya: new claim in Channels"
    QTest.mouseClick(
        panel.list.viewport(), Qt.MouseButton.LeftButton, pos=panel.list.visualRect(first).center()
    )
    made = newest(bridge, before)
    [item] = bridge.snapshot.evidence_of(made.id)
    assert made.text == "Where do you order? App"
    assert item.measure is not None
    assert (item.measure.question, item.measure.value) == ("channel", "App")
    assert (item.n_for, item.n_against) == (20, 20)
    assert "Now on the board" in room.wave.made.text()
    with qtbot.waitSignal(room.show_claim) as told:
        room.wave.to_board.click()
    assert told.args == [made.id]
    bridge.undo()
    assert set(bridge.snapshot.table(Claim)) == before


def test_the_keyboard_walks_along_the_bars(bridge: Bridge, jobs: Jobs, qtbot: QtBot) -> None:
    room = opened(bridge, jobs, qtbot, question=0)
    room.wave.bars.setFocus()
    QTest.keyClick(room.wave.bars, Qt.Key.Key_Down)
    assert room.wave.bars.current is not None
    assert "Once a week" in room.wave.bars.accessibleName()
    before = set(bridge.snapshot.table(Claim))
    QTest.keyClick(room.wave.bars, Qt.Key.Key_Return)
    field = panel_of(room).field
    QTest.keyClicks(field, "ruth")
    QTest.keyClick(field, Qt.Key.Key_Return)
    made = newest(bridge, before)
    assert made.text == "Some: How often do you visit us? Once a week"
    assert made.quantifier == "some"
    owner = next(p for p in bridge.snapshot.personas if p.id == made.persona)
    assert owner.name == "Host Ruth"


def test_a_bar_is_linked_to_a_claim(bridge: Bridge, jobs: Jobs, qtbot: QtBot) -> None:
    room = opened(bridge, jobs, qtbot)
    claim = next(c for c in bridge.snapshot.table(Claim).values() if c.text == "Comes in and asks")
    room.wave.bars.setFocus()
    QTest.keyClick(room.wave.bars, Qt.Key.Key_Return)
    QTest.keyClicks(panel_of(room).field, "comes in and asks")
    QTest.keyClick(panel_of(room).field, Qt.Key.Key_Return)
    [item] = bridge.snapshot.evidence_of(claim.id)
    assert (item.n_for, item.n_against) == (20, 20)
    assert "Linked to" in room.wave.made.text()


def test_the_palette_knows_the_way_and_says_what_is_missing(window: MainWindow) -> None:
    window.go("research")
    window.commands.made["claim_of_answer"].trigger()
    QApplication.processEvents()
    assert window.view is not None
    assert "No question with answers is open." in window.view.banner.message.text()
    room = window.view.go("research")
    assert isinstance(room, ResearchRoom)
    assert window.bridge is not None
    room.show_wave(next(iter(window.bridge.snapshot.table(Wave))))
    window.commands.made["claim_of_answer"].trigger()
    assert panel_of(room).isVisible()


@pytest.mark.parametrize(
    ("role", "cells", "fields"),
    [
        ("single_choice", ["a", "B ", "b", "", "-"], {"missing": ("-",)}),
        ("multi_select", ["App;Shop", "App", "Shop;Post", ""], {"separator": ";"}),
        ("likert", ["low", "high", "high", "odd"], {"order": ("low", "middle", "high")}),
        ("numeric", [str(n / 3) for n in range(40)], {}),
        ("numeric", [str(n) for n in range(90)], {}),
        ("numeric", ["1", "2", "2", "3,0"], {}),
        ("yes_no", ["Yes", "no", "YES"], {"merged": {"YES": "Yes"}}),
    ],
)
def test_the_measure_of_a_bar_counts_those_the_bar_shows(
    role: str, cells: list[str], fields: dict[str, object]
) -> None:
    question = Question("q", "w", "v", 0, 1, "Q", "", role, **fields)  # type: ignore[arg-type]
    column = encode(cells)
    keys = [(n, f"p{n}") for n in range(len(cells))]
    answers = answers_of("w", keys, {"v": column}, {"v": question})
    bars = [bar for bar in spread(question, column).bars if bar.count]
    assert bars
    for bar in bars:
        assert bar.measure is not None
        assert count(bar.measure, answers).k == bar.count, bar


def test_nothing_is_offered_where_nothing_can_be_changed(
    bridge: Bridge, jobs: Jobs, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Bridge, "read_only", property(lambda _self: True))
    room = opened(bridge, jobs, qtbot)
    QTest.mouseClick(room.wave.bars, Qt.MouseButton.LeftButton, pos=QPoint(40, 15))
    assert room.window().findChild(UsePalette) is None
    assert room.wave.made.text() == ""
