# SPDX-License-Identifier: MIT
"""Ctrl+K finds actions, personas and claims, and Enter does what was found."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from persona_studio.gui.fuzzy import ranked, score
from persona_studio.gui.main_window import MainWindow


def found(window: MainWindow, typed: str) -> list[str]:
    window.commands.made["find"].trigger()
    panel = window.palette_panel
    QTest.keyClicks(panel.field, typed)
    return [entry.text for entry in panel._model.entries]


def test_an_action_is_found_and_enter_runs_it(window: MainWindow) -> None:
    assert found(window, "print")[0] == "Print"
    QTest.keyClick(window.palette_panel.field, Qt.Key.Key_Return)
    assert window.view is not None
    assert window.view.room == "print"
    assert not window.palette_panel.isVisible()


def test_personas_and_claims_are_found(window: MainWindow) -> None:
    assert found(window, "maya")[0] == "Commuter Maya"
    window.palette_panel.put_away()
    assert found(window, "loses basket") == ["The app loses the basket at the last step"]


def test_enter_on_a_claim_shows_it_on_the_board(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert window.view is not None
    board: Any = window.view.go("personas")
    shown: list[str] = []
    monkeypatch.setattr(board, "reveal_claim", shown.append)
    window.go("review")
    found(window, "loses basket")
    QTest.keyClick(window.palette_panel.field, Qt.Key.Key_Return)
    claims = window.view.bridge.snapshot.table(_claim()).values()
    assert [c.text for c in claims if c.id in shown] == [
        "The app loses the basket at the last step"
    ]
    assert window.view.room == "personas"


def _claim() -> Any:
    from persona_studio.core.persona import Claim

    return Claim


def test_arrows_choose_and_escape_goes_away(window: MainWindow) -> None:
    found(window, "")
    panel = window.palette_panel
    QTest.keyClick(panel.field, Qt.Key.Key_Down)
    QTest.keyClick(panel.field, Qt.Key.Key_Down)
    assert panel.list.currentIndex().row() == 2
    QTest.keyClick(panel.field, Qt.Key.Key_Up)
    assert panel.list.currentIndex().row() == 1
    QTest.keyClick(panel.field, Qt.Key.Key_Escape)
    assert not panel.isVisible()


def test_what_is_not_there_is_said(window: MainWindow) -> None:
    assert found(window, "zzzz") == []
    assert window.palette_panel._none.isVisible()
    QTest.keyClick(window.palette_panel.field, Qt.Key.Key_Return)
    assert window.palette_panel.isVisible()


def test_without_a_project_only_what_can_be_done_is_offered(
    bare_window: MainWindow, qtbot: QtBot
) -> None:
    offered = found(bare_window, "")
    assert "New project…" in offered
    assert "Print" not in offered


def test_whole_words_come_before_beginnings_and_these_before_the_middle() -> None:
    lines = ["sprint plans", "printer", "print"]
    assert ranked("print", ((line, line) for line in lines), 9) == [
        "print",
        "printer",
        "sprint plans",
    ]


def test_first_letters_of_words_are_enough() -> None:
    assert score("np", "New project") is not None
    assert score("pn", "New project") is None


@given(st.text(max_size=12), st.text(min_size=1, max_size=40))
def test_every_line_is_found_by_its_own_words(typed: str, line: str) -> None:
    assert score(line, line) is not None
    fit = score(typed, line)
    assert fit is None or isinstance(fit, int)
