# SPDX-License-Identifier: MIT
"""A line of text that becomes a field when it is clicked or entered: names and taglines."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from persona_studio.gui.theme import font, theme
from persona_studio.gui.widgets.plain_label import plain_tip

_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class InlineText(QLineEdit):
    """Looks like a label until it is written in. `written(text)` on Enter or when it is left."""

    written = Signal(str)

    def __init__(
        self, name: str, pixels: int, hint: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._kept = ""
        self._pixels = pixels
        self.strong = False
        self.setProperty("kind", "bare")
        self.setFrame(False)
        self.setPlaceholderText(hint)
        self.setMaxLength(120)
        self.setAccessibleName(name)
        self.setMinimumWidth(40)
        self.setFixedHeight(pixels + 8)
        self.returnPressed.connect(self._enter)

    def show_text(self, text: str) -> None:
        """Show the text as it stands in the project, unless other words are being written."""
        writing = self.hasFocus() and self.text() != self._kept
        self._kept = text
        if not writing:
            self.setText(text)
            self.setCursorPosition(0)
        self.setToolTip(plain_tip(text))

    def lock(self) -> None:
        """Only show."""
        self.setReadOnly(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def begin(self) -> None:
        """Start writing."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.selectAll()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Look like a label, cut short where it is too long, until it is written in."""
        if self.hasFocus() and not self.isReadOnly():
            super().paintEvent(event)
            return
        weight = QFont.Weight.DemiBold if self.strong else QFont.Weight.Normal
        face, look = font(self._pixels, weight), theme()
        colour = "ink" if self.strong else "muted"
        painter = QPainter(self)
        painter.setFont(face)
        painter.setPen(look.colour(colour if self.text() else "faint"))
        shown = QFontMetrics(face).elidedText(
            self.text() or self.placeholderText(), Qt.TextElideMode.ElideRight, self.width()
        )
        painter.drawText(self.rect(), _MIDDLE, shown)
        painter.end()

    def minimumSizeHint(self) -> QSize:
        """Let a narrow column shorten the line."""
        return QSize(40, super().minimumSizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to the kept text on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.setText(self._kept)
            self.clearFocus()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Keep what was written."""
        super().focusOutEvent(event)
        self._keep()
        self.setCursorPosition(0)

    def _enter(self) -> None:
        self._keep()
        self.clearFocus()

    def _keep(self) -> None:
        text = " ".join(self.text().split())
        if text == self._kept:
            self.setText(self._kept)
            return
        self._kept, before = text, self._kept
        self.written.emit(text)
        if not text and self.placeholderText() == "":
            self._kept = before
            self.setText(before)
