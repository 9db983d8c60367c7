# SPDX-License-Identifier: MIT
"""Choosing what the room guesses: answers of the newest data, their shares kept back."""

from collections.abc import Iterator

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QWidget,
)

from persona_studio.gui.bridge import Bridge
from persona_studio.gui.widgets.buttons import GhostButton, PrimaryButton
from persona_studio.gui.widgets.card import Card
from persona_studio.gui.widgets.plain_label import PlainLabel
from persona_studio.gui.widgets.search_field import SearchField
from persona_studio.workspace.guessing import Ask, asks, with_people

_ASK = Qt.ItemDataRole.UserRole


class AskList(QListWidget):
    """Ticks are set by a click, by Space and by Enter."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick on Enter as on Space."""
        item = self.currentItem()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and item is not None:
            on = item.checkState() == Qt.CheckState.Checked
            item.setCheckState(Qt.CheckState.Unchecked if on else Qt.CheckState.Checked)
            return
        super().keyPressEvent(event)


class GuessPicker(Card):
    """`chosen` carries a list of Ask; the list fills while nothing else is to be done."""

    chosen = Signal(object)
    cancelled = Signal()

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._parts: Iterator[list[Ask]] | None = None
        self._filling = QTimer(self, interval=0)
        self._filling.timeout.connect(self._fill)
        self.whose = QComboBox()
        self.whose.setAccessibleName(self.tr("Of whom"))
        self.search = SearchField(self.tr("Find a question or an answer"))
        self.list = AskList()
        self.list.setProperty("kind", "menu")
        self.list.setAccessibleName(self.tr("Answers whose share can be guessed"))
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setWordWrap(True)
        self.button = PrimaryButton("")
        self.stop = GhostButton(self.tr("Cancel"))
        self._note = PlainLabel("", "muted", wrap=True)
        words = self.tr("Which shares shall the room guess? Three to six make a good round.")
        self.body.addWidget(PlainLabel(words, "name", wrap=True))
        row = QHBoxLayout()
        row.addWidget(self.search, 1)
        row.addWidget(self.whose)
        self.body.addLayout(row)
        self.body.addWidget(self.list, 1)
        self.body.addWidget(self._note)
        foot = QHBoxLayout()
        foot.addWidget(self.button)
        foot.addWidget(self.stop)
        foot.addStretch(1)
        self.body.addLayout(foot)
        self.search.textChanged.connect(self._sift)
        self.whose.activated.connect(lambda _: self._list())
        self.list.itemChanged.connect(self._allow)
        self.button.clicked.connect(self._choose)
        self.stop.clicked.connect(self.cancelled)

    def start(self, *, first: bool) -> None:
        """List everything anew, nothing ticked; the `first` choice cannot be called off."""
        self.stop.setVisible(not first)
        self.search.clear()
        self.whose.clear()
        self.whose.addItem(self.tr("Of everyone asked"), "")
        for persona in with_people(self._bridge.snapshot):
            self.whose.addItem(self.tr("Of the people of “{0}”").format(persona.name), persona.id)
        self.whose.setVisible(self.whose.count() > 1)
        self._list()
        self.search.setFocus()

    def _list(self) -> None:
        self.list.clear()
        self._note.hide()
        self._allow()
        self._parts = asks(self._bridge.workspace, self.whose.currentData() or None)
        self._filling.start()

    def _fill(self) -> None:
        found = next(self._parts, None) if self._parts is not None else None
        if found is None:
            self._filling.stop()
            if not self.list.count():
                words = self.tr("There is nothing to guess yet: import a survey in Research first.")
                self._note.setText(words)
                self._note.show()
            return
        for ask in found:
            item = QListWidgetItem(ask.text)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
            item.setData(_ASK, ask)
            self.list.addItem(item)
        self._sift()

    def _items(self) -> Iterator[QListWidgetItem]:
        for place in range(self.list.count()):
            yield self.list.item(place)

    def _sift(self) -> None:
        wanted = self.search.text().casefold().split()
        for item in self._items():
            item.setHidden(not all(word in item.text().casefold() for word in wanted))

    def _ticked(self) -> list[Ask]:
        return [i.data(_ASK) for i in self._items() if i.checkState() == Qt.CheckState.Checked]

    def _allow(self) -> None:
        many = len(self._ticked())
        words = self.tr("Ask this one") if many == 1 else self.tr("Ask these {0}").format(many)
        self.button.set_text(words if many else self.tr("Ask"))
        self.button.setEnabled(many > 0)

    def _choose(self) -> None:
        self._filling.stop()
        self.chosen.emit(self._ticked())
