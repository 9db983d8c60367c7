# SPDX-License-Identifier: MIT
"""Makes the window's menus and Qt actions from the rows of `actions.py`."""

from collections.abc import Callable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenuBar

from persona_studio.gui.action import MENUS, Action
from persona_studio.gui.actions import ACTIONS

if TYPE_CHECKING:
    from persona_studio.gui.bridge import Bridge


class Commands(QObject):
    """The actions of the window by id; `run` is handed the row of the one that was chosen."""

    def __init__(self, run: Callable[[Action], None], parent: QObject) -> None:
        super().__init__(parent)
        self.made: dict[str, QAction] = {row.id: self._make(row, run) for row in ACTIONS}

    def fill(self, bar: QMenuBar) -> None:
        """Put every action into its menu; a line parts those that need different things."""
        for name in MENUS:
            menu = bar.addMenu("&" + QCoreApplication.translate("actions", name))
            rows = [row for row in ACTIONS if row.menu == name]
            for _, alike in groupby(rows, key=lambda row: row.needs):
                if menu.actions():
                    menu.addSeparator()
                menu.addActions([self.made[row.id] for row in alike])

    def allow(self, bridge: "Bridge | None", room: str = "") -> None:
        """Switch actions on or off for the project and its room; name what undo would undo."""
        can_edit = bridge is not None and not bridge.read_only
        for row in ACTIONS:
            on_board = can_edit and room == "personas"
            fits = {"project": bridge is not None, "editing": can_edit, "board": on_board}
            self.made[row.id].setEnabled(fits.get(row.needs, True))
        space = bridge.workspace if bridge is not None and can_edit else None
        self._name("undo", self.tr("Undo"), space.undo_label if space else None)
        self._name("redo", self.tr("Redo"), space.redo_label if space else None)

    def usable(self) -> Iterator[tuple[Action, QAction]]:
        """Yield the rows that can be chosen now."""
        for row in ACTIONS:
            if self.made[row.id].isEnabled():
                yield row, self.made[row.id]

    def _make(self, row: Action, run: Callable[[Action], None]) -> QAction:
        action = QAction(row.name, self)
        action.setShortcut(QKeySequence(row.shortcut))
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.triggered.connect(lambda: run(row))
        return action

    def _name(self, key: str, verb: str, label: str | None) -> None:
        words = f"{verb} {label[0].lower()}{label[1:]}" if label else verb
        self.made[key].setText(words.replace("&", "&&"))
        self.made[key].setEnabled(label is not None)
