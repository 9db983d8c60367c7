# SPDX-License-Identifier: MIT
"""What is on and how much time is left: start, pause, a minute more, the next part."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from persona_studio.gui.widgets.buttons import GhostButton
from persona_studio.gui.widgets.plain_label import PlainLabel
from persona_studio.gui.workshop.countdown import spoken
from persona_studio.gui.workshop.flow import Flow
from persona_studio.gui.workshop.page import Look


class ClockBar(QWidget):
    """Time that ran over is said in words and calmly: nothing flashes, nothing rings."""

    def __init__(self, flow: Flow, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = flow
        self.time = PlainLabel("", "clock")
        self._what = PlainLabel("", "strong", elide=True)
        self.start = GhostButton("", "timer")
        self.more = GhostButton(self.tr("+1 min"))
        self.next = GhostButton(self.tr("Next part"), "arrow-right")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self.time, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._what, 1, Qt.AlignmentFlag.AlignVCenter)
        for button in (self.start, self.more, self.next):
            row.addWidget(button)
            button.setVisible(look.tools)
        self.start.clicked.connect(flow.start_or_pause)
        self.more.clicked.connect(flow.more_time)
        self.next.clicked.connect(flow.next_part)
        flow.ticked.connect(self.refresh)

    def refresh(self) -> None:
        """Show the part that is on and its time."""
        flow, now = self._flow, self._flow.now
        agenda = flow.session.agenda if flow.session else ()
        left = flow.clock.left
        over = now is not None and left < 0
        words = self.tr("{0} over") if over else "{0}"
        self.time.setText(words.format(spoken(left)) if now else "")
        if self.time.property("kind") != ("over" if over else "clock"):
            self.time.set_kind("over" if over else "clock")
        self.time.setVisible(now is not None)
        self._what.setText(now.text if now else "")
        running = flow.clock.running
        self.start.set_text(self.tr("Pause") if running else self.tr("Start"))
        self.start.setEnabled(bool(agenda))
        self.more.setEnabled(now is not None)
        self.next.setEnabled((-1 if flow.item is None else flow.item) + 1 < len(agenda))
        said = self.tr("{0}, {1} left").format(now.text, spoken(left)) if now else ""
        self.setAccessibleName(said)
