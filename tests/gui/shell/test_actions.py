# SPDX-License-Identifier: MIT
"""Every action has words, a shortcut of its own, a menu entry, an icon, and does something."""

from importlib import import_module
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from persona_studio.core.persona import Claim
from persona_studio.gui import icons
from persona_studio.gui.action import MENUS, Action
from persona_studio.gui.actions import ACTIONS
from persona_studio.gui.main_window import MainWindow
from persona_studio.gui.personas.room import PersonasRoom
from persona_studio.gui.rooms import ENTRY
from persona_studio.storage import personas
from persona_studio.workspace.workspace import Workspace


@pytest.mark.parametrize("row", ACTIONS, ids=lambda row: row.id)
def test_an_action_is_complete(row: Action) -> None:
    assert row.text
    assert row.menu in MENUS
    assert not QKeySequence(row.shortcut).isEmpty()
    assert row.icon in icons.names()
    entry = ENTRY.get(row.room)
    target = getattr(import_module(entry.module), entry.widget) if entry else MainWindow
    assert row.slot or row.room
    assert not row.slot or callable(getattr(target, row.slot))


def test_no_two_actions_share_a_shortcut_or_a_name() -> None:
    assert len({row.shortcut for row in ACTIONS}) == len(ACTIONS)
    assert len({row.id for row in ACTIONS}) == len(ACTIONS)


def test_every_action_is_in_a_menu(
    bare_window: MainWindow,
) -> None:
    in_menus = [
        action
        for top in bare_window.menuBar().actions()
        for action in (top.menu().actions() if top.menu() else [])
        if not action.isSeparator()
    ]
    assert set(in_menus) == set(bare_window.commands.made.values())


def test_without_a_project_only_the_fitting_actions_can_be_chosen(bare_window: MainWindow) -> None:
    can = {row.id for row, _ in bare_window.commands.usable()}
    assert {"new_project", "open_project", "find", "about"} <= can
    assert not can & {row.id for row in ACTIONS if row.needs}


def board_actions(window: MainWindow) -> dict[str, bool]:
    made = window.commands.made
    return {row.id: made[row.id].isEnabled() for row in ACTIONS if row.needs == "board"}


def test_what_is_done_to_claims_can_be_chosen_on_the_board_alone(window: MainWindow) -> None:
    window.go("personas")
    assert all(board_actions(window).values())
    window.go("review")
    assert not any(board_actions(window).values())


def test_an_action_on_claims_acts_on_the_chosen_ones_or_asks_for_some(window: MainWindow) -> None:
    assert window.view is not None
    assert window.bridge is not None
    room = window.view.go("personas")
    assert isinstance(room, PersonasRoom)
    window.commands.made["assume_claim"].trigger()
    assert window.view.banner.message.text() == "No claim is chosen."
    claim = next(iter(window.bridge.snapshot.table(Claim).values()))
    window.view.show_claim(claim.id)
    window.commands.made["star_claim"].trigger()
    assert window.bridge.snapshot.table(Claim)[claim.id].key
    window.commands.made["star_claim"].trigger()
    assert not window.bridge.snapshot.table(Claim)[claim.id].key
    window.commands.made["show_evidence"].trigger()
    assert room.detail.claim == claim.id
    window.commands.made["remove_claim"].trigger()
    assert claim.id not in window.bridge.snapshot.table(Claim)


def test_a_claim_can_be_added_where_none_is_chosen(
    bare_window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    workspace = Workspace.create(tmp_path / "new.persona", "New")
    with workspace.edit("Add persona") as write:
        personas.add(write, "Maya")
    workspace.close()
    bare_window.open(tmp_path / "new.persona")
    with qtbot.waitActive(bare_window):
        bare_window.activateWindow()
    bare_window.commands.made["add_claim"].trigger()
    field = QApplication.focusWidget()
    assert isinstance(field, QPlainTextEdit)
    QTest.keyClicks(field, "Be home by six")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert bare_window.bridge is not None
    (claim,) = bare_window.bridge.snapshot.table(Claim).values()
    assert claim.text == "Be home by six"
