# SPDX-License-Identifier: MIT
"""A label that shows text as it is: nothing a client wrote is ever read as markup."""

from html import escape

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from persona_studio.gui.breaking import breakable
from persona_studio.gui.direction import begins, placed


def plain_tip(text: str) -> str:
    """Return text for a tool tip that Qt cannot take for markup."""
    return f"<qt>{escape(text)}</qt>" if text else ""


_LEAST = 5
_START = Qt.AlignmentFlag.AlignLeft


class PlainLabel(QLabel):
    """Plain text in one of the sheet's kinds (title, name, muted, quiet, ...)."""

    def __init__(
        self,
        text: str = "",
        kind: str = "",
        parent: QWidget | None = None,
        *,
        wrap: bool = False,
        elide: bool = False,
    ) -> None:
        super().__init__(parent)
        self._elide = elide
        self._text = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        if kind:
            self.setProperty("kind", kind)
        self.setText(text)

    def set_kind(self, kind: str) -> None:
        """Change the look after the label was made."""
        self.setProperty("kind", kind)
        self.style().unpolish(self)
        self.style().polish(self)

    def text(self) -> str:
        """Return the text as it was given."""
        return self._text

    def setText(self, text: str, /) -> None:
        """Show text; where it is cut short, the tool tip shows the whole."""
        self._text = text
        super().setText(breakable(text) if self.wordWrap() else text)
        self._hint()

    def minimumSizeHint(self) -> QSize:
        """Let an eliding label shrink to nearly nothing."""
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), 24), hint.height()) if self._elide else hint

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Offer the whole text as a tool tip only where it no longer fits."""
        super().resizeEvent(event)
        self._hint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the text, cut short with an ellipsis where it does not fit."""
        if not self._elide:
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(self.palette().color(self.foregroundRole()))
        area = self.contentsRect()
        vertical = self.alignment() & Qt.AlignmentFlag.AlignVertical_Mask
        side = self.alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask
        flags = (
            begins(self._text, vertical) if side == _START else placed(self._text, side, vertical)
        )
        painter.drawText(area, flags, self._shown())

    def _shown(self) -> str:
        """Return what fits; a rest too short to say anything is not shown."""
        width = self.contentsRect().width()
        cut = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, width)
        return cut if cut == self.text() or len(cut) > _LEAST else ""

    def _hint(self) -> None:
        if self._elide:
            self.setToolTip(plain_tip(self.text()) if self._shown() != self.text() else "")
