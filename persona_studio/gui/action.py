# SPDX-License-Identifier: MIT
"""What an action of the window is, and the menus it can stand in."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from persona_studio.gui.marking import QT_TRANSLATE_NOOP

FILE = QT_TRANSLATE_NOOP("actions", "File")
EDIT = QT_TRANSLATE_NOOP("actions", "Edit")
GO = QT_TRANSLATE_NOOP("actions", "Go")
PERSONA = QT_TRANSLATE_NOOP("actions", "Persona")
CLAIM = QT_TRANSLATE_NOOP("actions", "Claim")
RESEARCH = QT_TRANSLATE_NOOP("actions", "Research")
WORKSHOP = QT_TRANSLATE_NOOP("actions", "Workshop")
VIEW = QT_TRANSLATE_NOOP("actions", "View")
HELP = QT_TRANSLATE_NOOP("actions", "Help")
MENUS = (FILE, EDIT, GO, VIEW, RESEARCH, PERSONA, CLAIM, WORKSHOP, HELP)


@dataclass(frozen=True)
class Action:
    """One thing to do.

    `needs` says when it can be: "" always, "project" open, "editing" allowed, "board" in front.
    """

    id: str
    text: str
    shortcut: str
    menu: str
    slot: str
    room: str = ""
    needs: str = ""
    icon: str = ""

    @property
    def name(self) -> str:
        """The text in the user's language."""
        return QCoreApplication.translate("actions", self.text)
