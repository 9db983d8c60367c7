# SPDX-License-Identifier: MIT
"""The menu of the wall: everything that can be done, with its key."""

from collections.abc import Callable

from PySide6.QtWidgets import QMenu, QWidget

from persona_studio.gui.wall.words import tr

_ROWS = (
    ("note", "New note", "N"),
    ("entry", "Put evidence by number…", "E"),
    ("put_theme", "Put a theme…", "Shift+T"),
    ("", "", ""),
    ("edit", "Write, or name the group", "F2"),
    ("group", "Group", "G"),
    ("ungroup", "Ungroup", "Shift+G"),
    ("move_to", "Move to…", "M"),
    ("duplicate", "Duplicate", "Ctrl+D"),
    ("remove", "Remove from the wall", "Del"),
    ("", "", ""),
    ("persona", "Draft a persona of the group", "P"),
    ("section", "Make claims of the group in…", "S"),
    ("theme", "Make a theme of the group", "T"),
    ("", "", ""),
    ("all", "Select all", "Ctrl+A"),
    ("tidy", "Tidy the wall", ""),
    ("fit", "Show everything", "F"),
)


def wall_menu(window: QWidget, run: Callable[[str], None], *, locked: bool) -> QMenu:
    """Return the menu; in a project to read only it offers what changes nothing."""
    menu = QMenu(window)
    for command, words, key in _ROWS:
        if not command:
            menu.addSeparator()
            continue
        action = menu.addAction(f"{tr(words)}\t{key}" if key else tr(words))
        action.setEnabled(not locked or command in ("all", "fit"))
        action.triggered.connect(lambda _on=False, command=command: run(command))
    return menu
