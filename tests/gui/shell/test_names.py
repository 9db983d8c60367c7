# SPDX-License-Identifier: MIT
"""Whatever can be used has a name and a role in the accessibility tree of each room and dialog."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from persona_studio.gui.about import AboutDialog
from persona_studio.gui.errors import UnexpectedDialog
from persona_studio.gui.main_window import MainWindow
from persona_studio.gui.new_project import NewProjectDialog
from persona_studio.gui.personas.room import PersonasRoom
from persona_studio.gui.personas.switch import COMPARE, FOCUS, SCALES, WALL
from persona_studio.gui.rooms import ROOMS

ROLE = QAccessible.Role
ACTIVE = frozenset(
    {
        *(ROLE.Button, ROLE.CheckBox, ROLE.RadioButton, ROLE.ComboBox, ROLE.EditableText),
        *(ROLE.SpinBox, ROLE.Slider, ROLE.List, ROLE.ListItem, ROLE.Table, ROLE.Tree),
        *(ROLE.TreeItem, ROLE.Cell, ROLE.PageTab, ROLE.Link, ROLE.MenuItem, ROLE.Dialog),
    }
)
"""What does something or is walked through, whether it takes the keyboard or not."""


def every_node(node: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """Yield a node of the accessibility tree and all below it that is seen."""
    if node is None or not node.isValid() or node.state().invisible:
        return
    yield node
    for place in range(node.childCount()):
        yield from every_node(node.child(place))


def nameless(root: QWidget) -> list[str]:
    """Return what can be used and has no name or no role."""
    found = []
    for node in every_node(QAccessible.queryAccessibleInterface(root)):
        made_by_qt = node.object() is not None and node.object().objectName().startswith("qt_")
        used = node.state().focusable or node.role() in ACTIVE
        told = node.text(QAccessible.Text.Name) and node.role() != ROLE.NoRole
        if used and not told and not made_by_qt:
            kind = type(node.object()).__name__ if node.object() is not None else "item"
            found.append(f"{kind} {node.role().name} in {named_parents(node)}")
    return found


def named_parents(node: QAccessibleInterface) -> list[str]:
    """Return the names above a node, so that it is found again."""
    names, above = [], node.parent()
    while above is not None and above.isValid():
        names.append(above.text(QAccessible.Text.Name))
        above = above.parent()
    return [name for name in names if name][:3]


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


@pytest.mark.parametrize("view", [WALL, SCALES, FOCUS, COMPARE])
def test_a_view_of_the_personas_has_names(window: MainWindow, qtbot: QtBot, view: str) -> None:
    assert window.view is not None
    room = window.view.go("personas")
    assert isinstance(room, PersonasRoom)
    room.views.show(view)
    qtbot.wait(50)
    assert nameless(window) == []
    room.tray.open_tab("themes")
    room.show_set()
    assert nameless(window) == []
    room.arrange_sections()
    assert nameless(window) == []
