# SPDX-License-Identifier: MIT
"""The full screen for the room: large type, few tools, nothing private.

On a second screen it only shows, and the desk enters. On the one screen there is it has the tools
itself and covers the desk with its notes.
"""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from persona_studio.gui.keyboard import KeyboardWindow
from persona_studio.gui.widgets.banner import Banner
from persona_studio.gui.widgets.plain_label import PlainLabel
from persona_studio.gui.workshop.flow import Flow
from persona_studio.gui.workshop.page import Look
from persona_studio.gui.workshop.panel import Panel
from persona_studio.gui.workshop.stage_sheet import factor, stage_sheet

_MARGIN = 28


class Projector(KeyboardWindow):
    """Esc or F5 leaves; `left` fires when it is gone."""

    left = Signal()

    def __init__(self, flow: Flow, parent: QWidget, *, tools: bool) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowTitle(self.tr("Workshop on the projector"))
        self.panel = Panel(flow, Look(stage=True, tools=tools))
        self.banner = Banner()
        self._flow = flow
        self._title = PlainLabel("", "muted", elide=True)
        self._lines = 0
        page = QWidget()
        page.setProperty("kind", "page")
        self._column = QVBoxLayout(page)
        self._column.addWidget(self._title)
        self._column.addWidget(self.banner)
        self._column.addWidget(self.panel, 1)
        self.setCentralWidget(page)
        flow.moved.connect(self._name)
        if tools:
            flow.bridge.failed.connect(self.banner.show_error)
            flow.bridge.mended.connect(self.banner.dismiss_error)
        self._bind()
        self._name()

    def show_on(self, place: QRect) -> None:
        """Fill the screen that lies there."""
        self.setGeometry(place)
        self.showFullScreen()
        self.panel.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the type in step with the screen."""
        super().resizeEvent(event)
        if self.height() != self._lines:
            self._lines = self.height()
            self.setStyleSheet(stage_sheet(self._lines))
            edge = round(_MARGIN * factor(self._lines))
            self._column.setContentsMargins(2 * edge, edge, 2 * edge, edge)
            self._column.setSpacing(edge // 2)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell that it is gone."""
        super().closeEvent(event)
        self.left.emit()

    def _name(self) -> None:
        session = self._flow.session
        self._title.setText(session.name if session else "")

    def _bind(self) -> None:
        flow, bridge = self._flow, self._flow.bridge
        for keys, act in (
            ("Esc", self.close),
            ("F5", self.close),
            ("F6", flow.start_or_pause),
            ("Shift+F6", flow.more_time),
            ("F7", flow.next_part),
            ("PgDown", lambda: self.panel.turn(1)),
            ("PgUp", lambda: self.panel.turn(-1)),
            ("Ctrl+Z", bridge.undo),
            ("Ctrl+Shift+Z", bridge.redo),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(act)
