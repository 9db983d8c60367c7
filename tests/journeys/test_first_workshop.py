# SPDX-License-Identifier: MIT
"""One user, one survey file: from the file to a printed poster, and yesterday's step undone."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from persona_studio import paths
from persona_studio.core.persona import Claim
from persona_studio.core.research import Segmentation, Wave
from persona_studio.gui.main_window import MainWindow
from persona_studio.gui.project_view import ProjectView
from persona_studio.gui.research.import_page import ImportPage
from persona_studio.workspace.workspace import Workspace
from tests.gui.personas.hands import Hands

SPRING = paths.resources() / "samples" / "survey_spring_2026.csv"


class Story:
    """The window and what a user does in it."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        self.qtbot = qtbot
        self.window = window

    def enter(self, room: str) -> Any:
        """Go to a room by the window's own door; return its widget."""
        self.window.go(room)
        QApplication.processEvents()
        return self.view.go(room)

    @property
    def view(self) -> Any:
        """The open project's view."""
        return self.window.findChild(ProjectView)

    @property
    def bridge(self) -> Any:
        """The way to the open project."""
        assert self.window.bridge is not None
        return self.window.bridge

    def wait(self, until: Callable[[], object]) -> None:
        """Let the window live until something is true."""
        self.qtbot.waitUntil(lambda: bool(until()), timeout=60_000)


def test_from_a_survey_file_to_a_poster_and_back_to_yesterday(
    qtbot: QtBot, bare_window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project, poster = tmp_path / "first.persona", tmp_path / "poster.pdf"
    Workspace.create(project, "First workshop", "Riverside").close()
    story = Story(qtbot, bare_window)
    bare_window.open(project)
    _import(story)
    _draft(story)
    text, before = _rearrange(story)
    _review(story)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(poster), ""))
    _print(story, poster)
    bare_window.close_project()
    QApplication.processEvents()

    bare_window.open(project)
    story.wait(lambda: story.bridge.workspace.undo_label)
    assert _where(story, text) != before
    while _where(story, text) != before:
        assert story.bridge.workspace.undo_label
        bare_window.undo()
    bare_window.close_project()


def _import(story: Story) -> None:
    room = story.enter("research")
    room.import_files([SPRING])
    page = room.findChild(ImportPage)
    story.wait(lambda: "400 people" in page.verdict.sentence.text())
    story.wait(page.verdict.bring.isEnabled)
    QTest.mouseClick(page.verdict.bring, Qt.MouseButton.LeftButton)
    story.wait(lambda: story.bridge.snapshot.table(Wave))
    assert story.bridge.workspace.undo_label == "Import survey_spring_2026.csv"


def _draft(story: Story) -> None:
    room = story.enter("patterns")
    room.look()
    story.wait(lambda: story.bridge.snapshot.table(Segmentation))
    (found,) = story.bridge.snapshot.table(Segmentation).values()
    assert (found.verdict, found.k) == ("clear", 3)
    room.draft()
    story.wait(lambda: len(story.bridge.snapshot.personas) == 3)


def _rearrange(story: Story) -> tuple[str, tuple[str | None, str]]:
    """Move a claim to the neighbour by keyboard; return its words and where it was."""
    room = story.enter("personas")
    hands = Hands(room, story.bridge)
    first = story.bridge.snapshot.personas[0]
    claim = next(c for c in story.bridge.snapshot.claims_of(first.id) if c.section == "behaviours")
    before = _where(story, claim.text)
    QTest.keyClick(hands.select(claim.text), Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    moved = story.bridge.snapshot.table(Claim)[claim.id]
    assert moved.persona == story.bridge.snapshot.personas[1].id
    assert "ove" in (story.bridge.workspace.undo_label or "")
    story.window.undo()
    assert _where(story, claim.text) == before
    story.window.redo()
    return claim.text, before


def _review(story: Story) -> None:
    """Write a line nobody said, see it found, and press a fix of its card."""
    from persona_studio.storage import claims

    persona = story.bridge.snapshot.personas[0].id
    with story.bridge.edit("Add claim") as write:
        claim = claims.add(write, persona, "goals", "Wants to be known by name")
    room = story.enter("review")
    room.reveal(claim)
    card = room.checklist.list.card
    assert (card.finding.rule, card.place) == ("EV01", claim)
    remove = next(b for b in card.findChildren(QPushButton) if b.text() == "Remove")
    QTest.mouseClick(remove, Qt.MouseButton.LeftButton)
    assert claim not in story.bridge.snapshot.table(Claim)
    assert not [f for f in story.bridge.workspace.findings() if f.target.id == claim]


def _print(story: Story, poster: Path) -> None:
    room = story.enter("print")
    story.wait(lambda: room._made is not None)
    room.save()
    story.wait(poster.is_file)
    document = pypdfium2.PdfDocument(poster)
    words = document[0].get_textpage().get_text_bounded()
    pages = len(document)
    document.close()
    assert pages >= 3
    first = story.bridge.snapshot.personas[0]
    assert first.name.split()[0] in words


def _where(story: Story, text: str) -> tuple[str | None, str]:
    claims = story.bridge.snapshot.table(Claim).values()
    claim = next(c for c in claims if c.text == text)
    return claim.persona, claim.section
