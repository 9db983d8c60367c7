# SPDX-License-Identifier: MIT
"""Orders that came in as rows get their customers later, from the source or by the file again."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from persona_studio.core.research import Wave
from persona_studio.gui.main_window import MainWindow
from persona_studio.gui.research.room import ResearchRoom
from persona_studio.gui.research.sources_page import SourceCard
from tests.gui.research.test_importing import bring_in
from tests.research.exports import lines, market, till

Look = Callable[[Path], None]


def people(room: ResearchRoom) -> list[Wave]:
    return [w for w in room._bridge.snapshot.table(Wave).values() if w.derived_from]


def offer(room: ResearchRoom) -> QPushButton:
    return room.sources.findChildren(SourceCard)[-1].customers


def test_the_source_offers_its_customers_and_undo_takes_them_back(
    room: ResearchRoom, look_at: Look, tmp_path: Path, qtbot: QtBot
) -> None:
    look_at(till(lines()).write(tmp_path / "till.csv"))
    bring_in(room, qtbot)
    assert not people(room)
    assert offer(room).isVisible()
    qtbot.mouseClick(offer(room), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not room.news.rolling.busy, timeout=20000)
    (made,) = people(room)
    assert made.n == 25
    assert room.summary.sentence.text() == "Till: 25 customers were made of the orders."
    assert "90 orders" in room.summary.detail.text()
    room.summary.look.click()
    assert room.wave.quiet.text() == "25 customers from till.csv"
    assert not room.wave.customers.isVisible()
    room._bridge.undo()
    assert not people(room)
    assert len(room._bridge.snapshot.table(Wave)) == 1
    room.show_wave(next(iter(room._bridge.snapshot.table(Wave))))
    assert room.wave.customers.isVisible()


def test_cancel_makes_no_customers(
    room: ResearchRoom, look_at: Look, tmp_path: Path, qtbot: QtBot
) -> None:
    look_at(till(lines()).write(tmp_path / "till.csv"))
    bring_in(room, qtbot)
    before = len(room._bridge.workspace.history())
    room.make_customers()
    assert room.news.rolling.isVisible()
    room.news.rolling.cancel_button.click()
    assert not room.news.rolling.isVisible()
    qtbot.wait(50)
    assert not people(room)
    assert len(room._bridge.workspace.history()) == before


def test_where_the_buyer_was_left_out_the_file_takes_the_place_of_its_wave(
    room: ResearchRoom,
    look_at: Look,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = market(lines()).write(tmp_path / "march.csv")
    look_at(path)
    bring_in(room, qtbot)
    asked: list[str] = []

    def choose(_parent: object, title: str, *_rest: str) -> tuple[str, str]:
        asked.append(title)
        return str(path), ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", choose)
    qtbot.mouseClick(offer(room), Qt.MouseButton.LeftButton)
    assert "march.csv" in asked[0]
    qtbot.waitUntil(room.importing.progress.isHidden, timeout=20000)
    assert "25 customers" in room.importing.verdict.bring.text()
    assert room.importing.next_wave.settled.way == "replace"
    room.importing.verdict.bring.click()
    qtbot.waitUntil(lambda: bool(people(room)), timeout=20000)
    assert len(room._bridge.snapshot.table(Wave)) == 2
    assert people(room)[0].n == 25
    room._bridge.undo()
    assert len(room._bridge.snapshot.table(Wave)) == 1


def test_the_action_says_when_there_are_no_orders(window: MainWindow) -> None:
    window.commands.made["make_customers"].trigger()
    assert window.view is not None
    assert window.view.room == "research"
    assert "no orders" in window.view.banner.message.text()
