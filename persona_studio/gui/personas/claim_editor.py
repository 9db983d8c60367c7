# SPDX-License-Identifier: MIT
"""The field in which a claim is written on its card: Enter keeps it, Escape leaves it."""

import re

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QTextOption
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

LONGEST, MOST_LINES = 500, 60
_BULLET = re.compile(r"^\s*(?:[-*\u2022\u2013\u2014\u00b7\u25aa]|\d{1,2}[.)])\s+")


def lines_in(text: str) -> list[str]:
    """Return the claims pasted text holds: one a line, without the bullet or number before it."""
    lines = text.split("\n")
    bare = lines if len(lines) == 1 else [_BULLET.sub("", line) for line in lines]
    return [line.strip() for line in bare if line.strip()]


class ClaimEditor(QPlainTextEdit):
    """Plain text that wraps and grows; `done(keep)` fires once, `grown` when a line is added.

    `left` fires when the field has been closed, however that came about.
    `link_wanted` comes before `done` when what the data says is to be linked as well.
    """

    done = Signal(bool)
    link_wanted = Signal()
    grown = Signal()
    left = Signal()

    def __init__(self, font: QFont, parent: QWidget) -> None:
        super().__init__(parent)
        self._high = 0
        self._begun = False
        self.setFont(font)
        self.setAccessibleName(self.tr("Claim"))
        self.setPlaceholderText(self.tr("Say one thing about this group"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(2)
        self.textChanged.connect(self._grow)

    def begin(self, text: str) -> None:
        """Start from the words there are; later calls leave what is being written."""
        if not self._begun:
            self._begun = True
            self.setPlainText(text)
            self.selectAll()

    def wanted_height(self) -> int:
        """Return the height that shows every line, in px."""
        lines = max(1, round(self.document().size().height()))
        return lines * self.fontMetrics().lineSpacing() + 14

    def sizeHint(self) -> QSize:
        """Ask for the height of the text."""
        return QSize(super().sizeHint().width(), self.wanted_height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep on Enter, leave on Escape; a claim is one line of thought."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.link_wanted.emit()
            self.done.emit(True)  # noqa: FBT003 - a signal's value has no name
        elif event.key() == Qt.Key.Key_Escape:
            self.done.emit(False)  # noqa: FBT003 - a signal's value has no name
        else:
            super().keyPressEvent(event)
            event.accept()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:  # noqa: N802 - Qt's name
        """Take words that are dropped; files go on to the window."""
        return not source.hasUrls() and super().canInsertFromMimeData(source)

    def _grow(self) -> None:
        kept = "\n".join(line[:LONGEST] for line in self.toPlainText().split("\n")[:MOST_LINES])
        if kept != self.toPlainText():
            self.setPlainText(kept)
            self.moveCursor(self.textCursor().MoveOperation.End)
        if self.wanted_height() != self._high:
            self._high = self.wanted_height()
            self.grown.emit()
