# SPDX-License-Identifier: MIT
"""Every action has words, a shortcut of its own, a menu entry, an icon, and does something."""

from importlib import import_module

import pytest
from PySide6.QtGui import QKeySequence

from persona_studio.gui import icons
from persona_studio.gui.actions import ACTIONS, MENUS, Action
from persona_studio.gui.main_window import MainWindow
from persona_studio.gui.rooms import ENTRY


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
    ]
    assert set(in_menus) == set(bare_window.commands.made.values())


def test_without_a_project_only_the_fitting_actions_can_be_chosen(bare_window: MainWindow) -> None:
    can = {row.id for row, _ in bare_window.commands.usable()}
    assert {"new_project", "open_project", "find", "about"} <= can
    assert not can & {row.id for row in ACTIONS if row.needs}
