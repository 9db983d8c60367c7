# SPDX-License-Identifier: MIT
"""Everything the import page can do is found by Ctrl+K, with its key."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from persona_studio.core.research import Wave
from persona_studio.gui.main_window import MainWindow
from persona_studio.gui.research.page_tabs import CHECK, COLUMNS
from tests.gui.research.files import survey

PLAIN = {"H", "Del", "Enter"}


@pytest.fixture
def page(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> Any:
    assert window.view is not None
    room: Any = window.view.go("research")
    room.import_files([survey(tmp_path)])
    qtbot.waitUntil(lambda: room.importing.looking.whole, timeout=20000)
    yield room.importing
    room.importing.stop()


def found(window: MainWindow, typed: str = "") -> dict[str, str]:
    """Return what Ctrl+K offers, by words, with its key."""
    window.commands.made["find"].trigger()
    panel = window.palette_panel
    QTest.keyClicks(panel.field, typed)
    entries = {entry.text: entry.detail for entry in panel._model.entries}
    if not typed:
        entries = {entry.text: entry.detail for _, entry in panel._all}
    return entries


def test_every_key_of_the_page_stands_beside_what_it_does(window: MainWindow, page: Any) -> None:
    page.pages.check.table.go_to(3)
    told = set(found(window).values())
    window.palette_panel.put_away()
    shortcuts = {
        each.key().toString()
        for each in page.findChildren(QShortcut)
        if each.parent() is page and each.key().toString() != "Ctrl+5"  # no wave was before
    }
    assert {"Ctrl+Return", "Ctrl+J", "Esc", "Ctrl+1", "Ctrl+2"} <= shortcuts
    assert shortcuts | PLAIN <= told
    page.pages.show_page(COLUMNS)
    assert set("1234567890") <= set(found(window).values())


def test_a_page_a_row_and_a_meaning_are_chosen_by_their_words(
    window: MainWindow, page: Any
) -> None:
    page.pages.check.table.go_to(4)
    assert found(window, "pass over row 4") == {"Pass over row 4": "Del"}
    QTest.keyClick(window.palette_panel.field, Qt.Key.Key_Return)
    assert page.plan.skip_rows == (4,)
    assert found(window, "columns ctrl+2")["Columns"] == "Ctrl+2"
    QTest.keyClick(window.palette_panel.field, Qt.Key.Key_Return)
    assert page.pages.currentIndex() == COLUMNS
    page.pages.columns.look_at(6)
    assert found(window, "visits is: steps") == {"Visits is: Steps in order": "4"}
    QTest.keyClick(window.palette_panel.field, Qt.Key.Key_Return)
    assert page.plan.roles[6].role == "ordinal"
    found(window, "preview ctrl+1")
    QTest.keyClick(window.palette_panel.field, Qt.Key.Key_Return)
    assert page.pages.currentIndex() == CHECK


def test_the_import_is_pressed_from_anywhere(window: MainWindow, page: Any, qtbot: QtBot) -> None:
    before = len(page._bridge.snapshot.table(Wave))
    assert found(window, "import 60 people") == {"Import 60 people": "Ctrl+Return"}
    QTest.keyClick(window.palette_panel.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(page._bridge.snapshot.table(Wave)) > before, timeout=20000)
    assert "Import 60 people" not in found(window)
