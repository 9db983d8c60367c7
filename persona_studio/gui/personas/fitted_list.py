# SPDX-License-Identifier: MIT
"""Lists as high as their rows, for a page that scrolls as a whole."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from persona_studio.gui.widgets.plain_label import plain_tip


class FittedList(QListWidget):
    """A list without bars; call `fit` when its rows are others."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "menu")
        self.setAccessibleName(name)
        self.setWordWrap(True)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def fit(self) -> None:
        """Take the height of the rows; without any be away."""
        self.doItemsLayout()
        last = self.item(self.count() - 1)
        high = 12 + (self.visualItemRect(last).bottom() + 1 if last is not None else 0)
        if high != self.height():
            self.setFixedHeight(high)
        self.setVisible(self.count() > 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the words for another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()


class ChoiceList(FittedList):
    """A list whose rows are taken by Enter or a click (`taken` tells which)."""

    taken = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.itemClicked.connect(lambda item: self.taken.emit(self.row(item)))

    def offer(self, words: list[str]) -> None:
        """Offer these rows."""
        row = self.currentRow()
        self.clear()
        for each in words:
            item = QListWidgetItem(each)
            item.setToolTip(plain_tip(each))
            self.addItem(item)
        self.setCurrentRow(min(max(row, 0), len(words) - 1))
        self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a row by Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentRow() >= 0:
            self.taken.emit(self.currentRow())
        else:
            super().keyPressEvent(event)
