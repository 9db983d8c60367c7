# SPDX-License-Identifier: MIT
"""The views of the room: one switch, the same persona in hand, and found again the next time."""

from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from persona_studio.core.fields import new_id
from persona_studio.core.wall import WallCard
from persona_studio.gui import project_memory
from persona_studio.gui.bridge import Bridge
from persona_studio.gui.jobs import Jobs
from persona_studio.gui.personas.board_title import BoardTitle
from persona_studio.gui.personas.room import PersonasRoom
from persona_studio.gui.personas.switch import BOARD, FOCUS, WALL
from tests.gui.personas.hands import Hands

RUTH = "Host Ruth"


@pytest.fixture
def another_day(qtbot: QtBot, bridge: Bridge, jobs: Jobs) -> Callable[[], PersonasRoom]:
    """Give a function that opens the room anew, as the next start of the program does."""

    def enter() -> PersonasRoom:
        room = PersonasRoom(bridge, jobs)
        qtbot.addWidget(room)
        room.resize(1205, 320)
        with qtbot.waitExposed(room):
            room.show()
        return room

    return enter


def test_focus_is_a_view_of_the_switch_and_follows_the_persona(hands: Hands) -> None:
    ruth, chips = hands.persona(RUTH), hands.room.title.switch.chips
    hands.room.reveal_persona(ruth.id)
    chips[FOCUS].click()
    assert hands.room.board.alone == ruth.id
    hands.room.board.show_alone("")
    assert chips[BOARD].isChecked(), "whoever ends it, the switch says so"
    hands.room.show_alone()
    assert chips[FOCUS].isChecked()
    heard: list[str] = []
    hands.room.announced.connect(heard.append)
    hands.room.show_wall()
    assert chips[WALL].isChecked()
    assert heard[0] == "Sort notes and evidence freely", "a screen reader hears where it is"
    hands.room.reveal_persona(ruth.id)
    assert chips[BOARD].isChecked()
    assert not hands.room.board.alone


def test_the_switch_is_worked_by_arrow_keys(hands: Hands) -> None:
    chips = hands.room.title.switch.chips
    chips[BOARD].setFocus()
    while not chips[WALL].isChecked():
        focus = chips[hands.room.views.view]
        QTest.keyClick(focus, Qt.Key.Key_Right)
        assert chips[hands.room.views.view] is not focus
    assert hands.room.views.on_wall


def test_the_view_is_found_again_where_it_was_left(
    hands: Hands, bridge: Bridge, another_day: Callable[[], PersonasRoom], qtbot: QtBot
) -> None:
    label, column = bridge.workspace.undo_label, hands.room.board.columns[hands.persona(RUTH).id]
    hands.room.resize(1205, 320)
    qtbot.waitUntil(lambda: column.bar.maximum() > 60)
    column.bar.setValue(60)
    hands.room.views.keep()
    again = another_day()
    qtbot.waitUntil(lambda: again.board.columns[column.persona].bar.value() == 60)
    again.reveal_persona(column.persona)
    again.show_alone()
    again.views.keep()
    third = another_day()
    assert (third.views.view, third.board.alone) == (FOCUS, column.persona)
    assert third.title.switch.chips[FOCUS].isChecked()
    assert bridge.workspace.undo_label == label, "looking is no edit"


def test_the_wall_is_as_near_as_it_was(
    hands: Hands, another_day: Callable[[], PersonasRoom], qtbot: QtBot
) -> None:
    wall = hands.room.views.show(WALL)
    QApplication.processEvents()
    with hands.bridge.edit("Note") as write:
        write.add(WallCard(new_id(), text="Far away", x=4000, y=3000))
    wall.view.show_around(QPointF(3900, 2900), 0.5)
    hands.room.views.keep()
    again = another_day().views
    assert again.on_wall
    qtbot.waitUntil(lambda: again.show(WALL).view.zoom == 0.5)
    middle = again.show(WALL).kept()
    assert abs(middle["x"] - 3900) < 5
    assert abs(middle["y"] - 2900) < 5


def test_what_was_kept_and_makes_no_sense_is_as_if_nothing_was(
    bridge: Bridge, another_day: Callable[[], PersonasRoom]
) -> None:
    for broken in ({"view": 7, "board": []}, {"view": "gone", "alone": {}, "board": {"down": 1}}):
        project_memory.keep("views", bridge.snapshot.project.id, broken)
        assert another_day().views.view == BOARD


def _is_wider(title: BoardTitle, least: int) -> bool:
    return title.width() > least


def test_the_line_over_the_board_is_never_cut_off(hands: Hands, qtbot: QtBot) -> None:
    title = hands.room.title
    title.show_covered("74 %")
    for wide in (1205, 1900):
        hands.room.resize(wide, 600)
        qtbot.waitUntil(partial(_is_wider, title, wide - 300))
        seen = [part for part in (title.counts, title.left_out) if part.isVisible()]
        assert seen
        assert all(part.width() >= part.sizeHint().width() for part in (*seen, title.switch))
    assert title.counts.isVisible()
