# SPDX-License-Identifier: MIT
"""A review that is due is told once a day, on opening, as a banner that can wait."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from persona_studio.core import clock
from persona_studio.core.persona import Persona
from persona_studio.core.reviewing import SignOff
from persona_studio.gui.main_window import MainWindow
from persona_studio.gui.reminder import due
from persona_studio.gui.review.finding_card import FindingCard
from persona_studio.gui.review.several_card import SeveralCard
from persona_studio.workspace import rule_settings
from persona_studio.workspace.workspace import Workspace
from tests.gui import project

SIGNED = date(2026, 6, 15)
LATE = SIGNED + timedelta(days=400)


@pytest.fixture
def signed(tmp_path: Path) -> Path:
    """Give a project whose two personas were signed off on one day."""
    path = tmp_path / "signed.persona"
    with clock.fixed(SIGNED):
        workspace = project.make(path)
        with workspace.edit("Sign off") as write:
            for number, persona in enumerate(workspace.snapshot.personas):
                write.add(SignOff(f"s{number}", persona.id, None, "Ana", SIGNED))
        workspace.close()
    return path


def opened(window: MainWindow, path: Path, qtbot: QtBot) -> str:
    """Open a project, wait until it was reviewed, and return what the banner says."""
    window.open(path)
    view = window.view
    assert view is not None
    qtbot.waitUntil(lambda: view._reminded, timeout=10000)
    QApplication.processEvents()
    return view.banner.message.text() if view.banner.isVisible() else ""


def press(window: MainWindow, words: str) -> None:
    view = window.view
    assert view is not None
    found = [b for b in view.banner.findChildren(QPushButton) if b.text() == words]
    QTest.mouseClick(found[0], Qt.MouseButton.LeftButton)


def test_a_due_review_is_told_and_opened(
    bare_window: MainWindow, signed: Path, qtbot: QtBot
) -> None:
    with clock.fixed(LATE):
        assert opened(bare_window, signed, qtbot) == "2 personas are due for a review."
        press(bare_window, "Open review")
        view = bare_window.view
        assert view is not None
        assert view.room == "review"
        assert not view.banner.isVisible()
        room = view.go("review")
        cards = [*room.findChildren(FindingCard), *room.findChildren(SeveralCard)]
        rules = {
            c.finding.rule if isinstance(c, FindingCard) else c.entry.first.rule for c in cards
        }
        assert rules == {"ST02"}


def test_it_waits_until_the_next_day(bare_window: MainWindow, signed: Path, qtbot: QtBot) -> None:
    with clock.fixed(LATE):
        assert opened(bare_window, signed, qtbot)
        press(bare_window, "Not now")
        bare_window.close_project()
        assert opened(bare_window, signed, qtbot) == ""
        bare_window.close_project()
    with clock.fixed(LATE + timedelta(days=1)):
        assert opened(bare_window, signed, qtbot)


def test_nothing_is_told_while_nothing_is_due(
    bare_window: MainWindow, signed: Path, qtbot: QtBot
) -> None:
    with clock.fixed(SIGNED + timedelta(days=200)):
        assert opened(bare_window, signed, qtbot) == ""


def test_due_follows_the_limits_the_pace_and_each_personas_own_rhythm(signed: Path) -> None:
    def many(workspace: Workspace, days: int) -> int:
        with clock.fixed(SIGNED + timedelta(days=days)):
            return len(due(workspace))

    workspace = Workspace.open(signed)
    assert (many(workspace, 364), many(workspace, 400)) == (0, 2)
    rule_settings.set_pace(workspace, "slow")
    assert many(workspace, 400) == 0
    rule_settings.set_pace(workspace, "normal")
    with workspace.edit("Every month") as write:
        write.change(Persona, workspace.snapshot.personas[0].id, review_every_days=30)
    assert many(workspace, 40) == 1
    rule_settings.switch(workspace, "ST02", on=False)
    assert many(workspace, 400) == 0
    workspace.close()
