# SPDX-License-Identifier: MIT
"""What changed outside: events that put the claims they touch up for review."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from persona_studio.core.change import Change
from persona_studio.core.errors import StudioError
from persona_studio.core.reviewing import ChangeEvent
from persona_studio.gui.bridge import Bridge
from persona_studio.gui.review.event_form import EventForm
from persona_studio.gui.review.event_words import about
from persona_studio.gui.widgets.buttons import GhostButton, IconButton
from persona_studio.gui.widgets.card import Card
from persona_studio.gui.widgets.clearing import clear
from persona_studio.gui.widgets.empty_state import EmptyState
from persona_studio.gui.widgets.plain_label import PlainLabel
from persona_studio.gui.widgets.scrolling import scrolling
from persona_studio.storage import events


class EventsPage(QWidget):
    """`closed` goes back to the checklist."""

    closed = Signal()

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "page")
        self._bridge = bridge
        self._stale = True
        self.form = EventForm()
        self._list = QVBoxLayout()
        self._back = GhostButton(self.tr("Back to the checklist"))
        self._build()
        self._back.clicked.connect(self.closed)
        self.form.noted.connect(self._note)
        self.form.cancelled.connect(lambda: self._edit(None))
        bridge.changed.connect(self._changed)

    def activate(self) -> None:
        """Look at the project again where it has changed."""
        if self._stale:
            self.refresh()

    def refresh(self) -> None:
        """List the events anew; what is being typed stays."""
        self._stale = False
        clear(self._list)
        found = sorted(
            self._bridge.snapshot.table(ChangeEvent).values(),
            key=lambda each: (str(each.happened_on or ""), each.id),
            reverse=True,
        )
        if not found:
            self._list.addWidget(EmptyState("calendar", self.tr("Nothing noted yet.")), 1)
        for event in found:
            self._list.addWidget(self._card(event))
        if found:
            self._list.addStretch(1)

    def start(self) -> None:
        """Begin with an empty form, the keyboard in it."""
        self.refresh()
        self._edit(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Escape go back to the checklist."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.addWidget(PlainLabel(self.tr("What changed outside"), "title"))
        head.addStretch(1)
        head.addWidget(self._back)
        words = self.tr(
            "A new product, a law, a price: what people did before may not hold any more. Note "
            "it, and the personas it touches are up for review until they are signed again."
        )
        self._list.setContentsMargins(0, 0, 10, 8)
        self._list.setSpacing(10)
        area = scrolling(self._list)
        right = QVBoxLayout()
        right.addWidget(self.form)
        right.addStretch(1)
        body = QHBoxLayout()
        body.setSpacing(18)
        body.addWidget(area, 4)
        body.addLayout(right, 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 16)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(PlainLabel(words, "muted", wrap=True))
        column.addLayout(body, 1)

    def _card(self, event: ChangeEvent) -> Card:
        card = Card(margin=14)
        row = QHBoxLayout()
        lines = QVBoxLayout()
        lines.setSpacing(3)
        lines.addWidget(PlainLabel(event.text, "strong", wrap=True))
        lines.addWidget(PlainLabel(about(event, self._bridge.snapshot), "quiet", wrap=True))
        row.addLayout(lines, 1)
        if not self._bridge.read_only:
            edit = IconButton("pencil", self.tr("Correct: {0}").format(event.text))
            edit.clicked.connect(lambda: self._edit(event))
            gone = IconButton("trash-2", self.tr("Remove: {0}").format(event.text))
            gone.clicked.connect(lambda: self._remove(event))
            for button in (edit, gone):
                row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        card.body.addLayout(row)
        return card

    def _changed(self, change: Change) -> None:
        if change.touches("event", "persona", "claim"):
            self._stale = True
            if self.isVisible():
                self.refresh()

    def _edit(self, event: ChangeEvent | None) -> None:
        self.form.setVisible(not self._bridge.read_only)
        self.form.show_event(event, self._bridge.snapshot)
        self.form.start()

    def _note(self, event: ChangeEvent) -> None:
        label = "Correct an event" if event.id else "Note an event"
        try:
            with self._bridge.edit(label) as write:
                events.note(write, event)
        except StudioError as error:
            self._bridge.failed.emit(error)
            return
        self._edit(None)

    def _remove(self, event: ChangeEvent) -> None:
        with self._bridge.edit("Remove an event") as write:
            events.remove(write, event.id)
        self._edit(None)
