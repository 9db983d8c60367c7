# SPDX-License-Identifier: MIT
"""No part of the window ever shows as a window of its own: it would flash and take the keyboard."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from persona_studio.gui.main_window import MainWindow
from persona_studio.gui.review.finding_card import FindingCard
from persona_studio.gui.review.room import ReviewRoom
from persona_studio.workspace.workspace import Workspace

ROOMS = ("research", "patterns", "personas", "review", "print", "workshop", "settings")


class Watch(QObject):
    """Notes every plain widget that is shown without a window around it."""

    def __init__(self) -> None:
        super().__init__()
        self.flashes: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note what is shown."""
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget):
            kind = watched.windowFlags() & Qt.WindowType.WindowType_Mask
            plain = kind in (Qt.WindowType.Widget, Qt.WindowType.Window)
            if watched.isWindow() and plain and not isinstance(watched, MainWindow):
                self.flashes.append(type(watched).__name__)
        return False


@pytest.fixture
def watch(qapp: QApplication) -> Iterator[Watch]:
    made = Watch()
    qapp.installEventFilter(made)
    yield made
    qapp.removeEventFilter(made)


def visit_all(window: MainWindow, qtbot: QtBot) -> None:
    for room in ROOMS:
        window.go(room)
        qtbot.wait(30)


def test_entering_rooms_shows_only_the_window(
    watch: Watch, bare_window: MainWindow, project_path: Path, qtbot: QtBot
) -> None:
    bare_window.show_welcome()
    bare_window.open(project_path)
    visit_all(bare_window, qtbot)
    assert bare_window.view is not None
    review = bare_window.view.go("review")
    assert isinstance(review, ReviewRoom)
    review.start_signing()
    cards = [card for card in review.findChildren(FindingCard) if card.isVisible()]
    cards[0].ask_reason()
    bare_window.close_project()
    bare_window.open(project_path, read_only=True)
    visit_all(bare_window, qtbot)
    assert watch.flashes == []


def test_empty_rooms_show_only_the_window(
    watch: Watch, bare_window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    Workspace.create(tmp_path / "new.persona", "New").close()
    bare_window.open(tmp_path / "new.persona")
    visit_all(bare_window, qtbot)
    assert watch.flashes == []
