# SPDX-License-Identifier: MIT
"""The review report is saved from the room, as pages or as a table, and says so in a banner."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from persona_studio.gui.main_window import MainWindow
from persona_studio.publish import preview


@pytest.mark.parametrize(
    ("typed", "kind", "written"),
    [
        ("report", "Pages to read (*.pdf)", "report.pdf"),
        ("report.v2", "Table for a spreadsheet (*.csv)", "report.v2.csv"),
        ("report.csv", "Pages to read (*.pdf)", "report.csv"),
        ("report.pdf", "Table for a spreadsheet (*.csv)", "report.csv"),
    ],
)
def test_a_report_is_saved_where_it_is_wanted(
    window: MainWindow,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    typed: str,
    kind: str,
    written: str,
) -> None:
    view = window.view
    assert view is not None
    room = view.go("review")
    chosen = (str(tmp_path / typed), kind)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: chosen)
    button = next(b for b in room.findChildren(QPushButton) if b.text() == "Save report…")
    button.click()
    target = tmp_path / written
    qtbot.waitUntil(lambda: view.banner.isVisible(), timeout=15000)
    assert view.banner.message.text() == f"Saved: {written}"
    data = target.read_bytes()
    if target.suffix == ".pdf":
        assert "Spring workshop" in preview.page_text(data, 0)
    else:
        assert data.startswith("\ufeffrecord,rule".encode())


def test_a_place_that_cannot_be_written_is_said(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = window.view
    assert view is not None
    target = tmp_path / "nowhere" / "report.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    window.commands.made["save_report"].trigger()
    qtbot.waitUntil(lambda: view.banner.isVisible(), timeout=15000)
    assert "cannot be written" in view.banner.message.text()
