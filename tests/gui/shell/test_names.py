# SPDX-License-Identifier: MIT
"""Whatever takes the keyboard has a name a screen reader can say."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QComboBox,
    QDialog,
    QLineEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from persona_studio.gui.about import AboutDialog
from persona_studio.gui.errors import UnexpectedDialog
from persona_studio.gui.main_window import MainWindow
from persona_studio.gui.new_project import NewProjectDialog
from persona_studio.gui.rooms import ROOMS

ACTIVE = (QAbstractButton, QAbstractItemView, QAbstractScrollArea, QLineEdit, QComboBox)


def nameless(root: QWidget) -> list[str]:
    return [
        f"{type(widget).__name__} {widget.objectName()}"
        for widget in root.findChildren(QWidget)
        if isinstance(widget, ACTIVE)
        and widget.isVisible()
        and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not spoken(widget)
    ]


def spoken(widget: QWidget) -> str:
    seen = QAccessible.queryAccessibleInterface(widget)
    return seen.text(QAccessible.Text.Name) if seen else ""


def test_the_welcome_page_has_names(bare_window: MainWindow, project_path: Path) -> None:
    bare_window.open(project_path)
    bare_window.show_welcome()
    assert nameless(bare_window) == []
    bare_window.show_backups()
    assert nameless(bare_window) == []


def test_the_frame_of_a_project_has_names(window: MainWindow) -> None:
    window.go("settings")
    window.show_palette()
    assert nameless(window) == []


@pytest.mark.parametrize("room", [entry.id for entry in ROOMS])
def test_a_room_has_names(window: MainWindow, room: str) -> None:
    window.go(room)
    assert nameless(window) == []


@pytest.mark.parametrize("kind", [AboutDialog, NewProjectDialog, UnexpectedDialog])
def test_a_dialog_has_names(look: None, qtbot: QtBot, kind: type[QDialog]) -> None:
    dialog = UnexpectedDialog("detail") if kind is UnexpectedDialog else kind()
    qtbot.addWidget(dialog)
    dialog.show()
    assert nameless(dialog) == []
    dialog.close()
