# SPDX-License-Identifier: MIT
"""The Review room: the checklist, and pages that are opened from it; one of them is in front."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from persona_studio.gui.bridge import Bridge
from persona_studio.gui.jobs import Jobs
from persona_studio.gui.review.checklist_page import ChecklistPage


class ReviewRoom(QWidget):
    """`show_claim` carries the id of a claim to show on the board; `open_room` a room's id."""

    show_claim = Signal(str)
    open_room = Signal(str)

    def __init__(self, bridge: Bridge, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.checklist = ChecklistPage(bridge)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.checklist)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self._stack)
        self.checklist.show_claim.connect(self.show_claim)
        self.checklist.open_room.connect(self.open_room)

    def activate(self) -> None:
        """Look at the project again where it has changed."""
        page = self._stack.currentWidget()
        if isinstance(page, ChecklistPage):
            page.activate()

    def start_signing(self) -> None:
        """Show who signs what, instead of a claim's standing."""
        self.show_checklist()
        self.checklist.start_signing()

    def show_checklist(self) -> None:
        """Come back to the checklist from another page."""
        self._stack.setCurrentWidget(self.checklist)
        self.checklist.activate()
        self.checklist.setFocus(Qt.FocusReason.OtherFocusReason)
