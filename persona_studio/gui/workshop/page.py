# SPDX-License-Identifier: MIT
"""What the pages of a workshop have in common: a flow to show, for a desk or for a stage."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from persona_studio.gui.workshop.flow import Flow


@dataclass(frozen=True)
class Look:
    """For whom a page is: on the `stage` nothing is edited; `tools` enter and move on."""

    stage: bool = False
    tools: bool = True


class Page(QWidget):
    """One page; `refresh` shows the flow as it stands, whatever was shown before.

    `pages_wanted` asks for something to print.
    """

    pages_wanted = Signal(str)

    def __init__(self, flow: Flow, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "page")
        self.flow = flow
        self.bridge = flow.bridge
        self.look = look

    @property
    def writes(self) -> bool:
        """Whether something can be entered here."""
        return self.look.tools and not self.bridge.read_only

    @property
    def edits(self) -> bool:
        """Whether things can be set up here: at the desk, not before the room."""
        return self.writes and not self.look.stage

    def refresh(self) -> None:
        """Show the flow as it stands."""


def shortened(text: str, most: int = 200) -> str:
    """Return text that cannot push everything else off a screen, whoever wrote it."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "\u2026"
