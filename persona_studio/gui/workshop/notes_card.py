# SPDX-License-Identifier: MIT
"""The facilitator's private notes: on this screen only, never projected, never in the minutes."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from persona_studio.gui.widgets.card import Card
from persona_studio.gui.widgets.plain_label import PlainLabel
from persona_studio.gui.workshop.flow import Flow
from persona_studio.storage import workshops

_SETTLE_MS = 800


class _Paper(QPlainTextEdit):
    """Tells when the keyboard leaves it."""

    def __init__(self, card: "NotesCard") -> None:
        super().__init__()
        self._card = card
        self.setTabChangesFocus(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Keep what was written."""
        super().focusOutEvent(event)
        self._card.keep()


class NotesCard(Card):
    """Written at once when one stops typing; typing on continues the same step of undo."""

    def __init__(self, flow: Flow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = flow
        self._kept = ""
        self._session = ""
        self.paper = _Paper(self)
        self.paper.setAccessibleName(self.tr("Private notes"))
        self.paper.setPlaceholderText(self.tr("What only you should read during the workshop."))
        self.paper.setReadOnly(flow.bridge.read_only)
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._settle.timeout.connect(self.keep)
        words = self.tr("Only on this screen: never projected, never in the minutes.")
        self.body.addWidget(PlainLabel(self.tr("Private notes"), "name"))
        self.body.addWidget(self.paper, 1)
        self.body.addWidget(PlainLabel(words, "quiet", wrap=True))
        self.paper.textChanged.connect(self._settle.start)

    def refresh(self) -> None:
        """Show the note of the meeting, unless other words are being written."""
        session = self._flow.session
        note, key = (session.note, session.id) if session else ("", "")
        other = key != self._session
        if other or (note != self._kept and self.paper.toPlainText() == self._kept):
            self._session, self._kept = key, note
            self.paper.setPlainText(note)
            self._settle.stop()

    def keep(self) -> None:
        """Write what is new."""
        self._settle.stop()
        text = self.paper.toPlainText()
        session = self._flow.session
        if session is None or session.id != self._session or text == self._kept:
            return
        self._kept = text
        with self._flow.bridge.edit("Write private notes", f"note:{session.id}") as write:
            workshops.change(write, session.id, note=text)
