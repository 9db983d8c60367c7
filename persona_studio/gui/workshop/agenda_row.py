# SPDX-License-Identifier: MIT
"""One part of the agenda: words, minutes, the page it opens, and what can be done with it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QSpinBox, QWidget

from persona_studio.core.words import WORKSHOP_PAGES
from persona_studio.core.workshop import AgendaItem
from persona_studio.gui.widgets.buttons import IconButton
from persona_studio.gui.widgets.plain_label import PlainLabel
from persona_studio.gui.workshop.names import page_name

_LONGEST = 120


class AgendaRow(QWidget):
    """`changed(item)`, `begun`, `removed`, and `moved(by)`, which Alt and an arrow do too."""

    changed = Signal(object)
    begun = Signal()
    removed = Signal()
    moved = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._item = AgendaItem("")
        self.start = IconButton("arrow-right", self.tr("Begin this part"), colour="accent")
        self.text = QLineEdit()
        self.text.setMaxLength(_LONGEST)
        self.text.setAccessibleName(self.tr("Part of the agenda"))
        self.minutes = QSpinBox()
        self.minutes.setRange(0, 600)
        self.minutes.setSuffix(self.tr(" min"))
        self.minutes.setAccessibleName(self.tr("Minutes"))
        self.minutes.lineEdit().setAccessibleName(self.tr("Minutes"))
        self.minutes.setFixedWidth(80)
        self.minutes.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.page = QComboBox()
        self.page.setAccessibleName(self.tr("What is shown meanwhile"))
        for page in WORKSHOP_PAGES:
            self.page.addItem(page_name(page), page)
        self.gone = IconButton("trash-2", self.tr("Remove this part"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.start)
        row.addWidget(self.text, 1)
        row.addWidget(self.minutes)
        row.addWidget(self.page)
        row.addWidget(self.gone)
        self.start.clicked.connect(self.begun)
        self.gone.clicked.connect(self.removed)
        self.text.editingFinished.connect(self._keep)
        self.minutes.editingFinished.connect(self._keep)
        self.page.activated.connect(lambda _: self._keep())

    def show_item(self, item: AgendaItem, *, on: bool) -> None:
        """Show a part; `on` is the one the clock runs for."""
        if item != self._item:
            self._item = item
            self.text.setText(item.text)
            self.text.setCursorPosition(0)
            self.minutes.setValue(item.minutes)
            self.page.setCurrentIndex(self.page.findData(item.page))
        face = self.text.font()
        face.setBold(on)
        self.text.setFont(face)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with Alt and an arrow."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in steps:
            self._keep()
            self.moved.emit(steps[Qt.Key(event.key())])
            return
        super().keyPressEvent(event)

    def _keep(self) -> None:
        words = " ".join(self.text.text().split())
        item = AgendaItem(
            words or self._item.text, self.minutes.value(), str(self.page.currentData())
        )
        if item != self._item:
            self.changed.emit(item)
        elif not words:
            self.text.setText(item.text)


class SpokenRow(QWidget):
    """The same for the room: only words and minutes, the part that is on in bold with a sign."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sign = PlainLabel("", "strong")
        self._text = PlainLabel("", wrap=True)
        self._minutes = PlainLabel("", "muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(16)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._text, 1)
        row.addWidget(self._minutes, 0, Qt.AlignmentFlag.AlignTop)

    def show_item(self, item: AgendaItem, *, on: bool) -> None:
        """Show a part."""
        self._sign.setText("▸" if on else "\u2002")
        self._text.set_kind("strong" if on else "")
        self._text.setText(item.text)
        self._minutes.setText(self.tr("{0} min").format(item.minutes))
