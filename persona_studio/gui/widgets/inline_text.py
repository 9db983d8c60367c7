# SPDX-License-Identifier: MIT
"""A line of text that becomes a field when it is clicked or entered: names and taglines."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QFontMetrics,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QLineEdit, QWidget

from persona_studio.gui.direction import begins
from persona_studio.gui.theme import font, theme
from persona_studio.gui.widgets.plain_label import plain_tip


class InlineText(QLineEdit):
    """A label until it is written in; `written(text)` on Enter, or when it is left.

    A click, Enter, F2 or a letter begins; Enter keeps, Escape leaves it, the keyboard stays here.
    `roomy` gives a text too long for one line a second one.
    """

    written = Signal(str)

    def __init__(
        self, name: str, pixels: int, hint: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._kept = ""
        self._pixels = pixels
        self._writing = False
        self.strong = False
        self.roomy = False
        self.setProperty("kind", "bare")
        self.setFrame(False)
        self.setPlaceholderText(hint)
        self.setMaxLength(120)
        self.setAccessibleName(name)
        self.setMinimumWidth(40)
        self._fit()

    def show_text(self, text: str) -> None:
        """Show the text as it stands in the project, unless other words are being written."""
        writing = self._writing and self.text() != self._kept
        self._kept = text
        if not writing:
            self.setText(text)
            self.setCursorPosition(0)
        self.setToolTip(plain_tip(text))
        self._fit()

    def lines(self) -> list[str]:
        """Return what is shown while nobody writes, cut short where it is too long."""
        words, mode = self.text() or self.placeholderText(), Qt.TextElideMode.ElideRight
        face, wide = self._face(), max(1, self.width())
        metrics = QFontMetrics(face)
        if not self.roomy or metrics.horizontalAdvance(words) <= wide:
            return [metrics.elidedText(words, mode, wide)]
        end = _first_line(words, face, wide)
        return [words[:end].rstrip(), metrics.elidedText(words[end:], mode, wide)]

    def lock(self) -> None:
        """Only show."""
        self.setReadOnly(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def begin(self) -> None:
        """Start writing."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._writing = not self.isReadOnly()
        self.selectAll()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Look like a label, cut short where it is too long, until it is written in."""
        if self._writing:
            super().paintEvent(event)
            return
        look, colour = theme(), "ink" if self.strong else "muted"
        painter = QPainter(self)
        painter.setFont(self._face())
        painter.setPen(look.colour(colour if self.text() else "faint"))
        lines, side = self.lines(), begins(self.text() or self.placeholderText())
        high = self.height() // len(lines)
        for number, words in enumerate(lines):
            painter.drawText(QRect(0, number * high, self.width(), high), side, words)
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(look.colour("accent"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.end()

    def minimumSizeHint(self) -> QSize:
        """Let a narrow column shorten the line."""
        return QSize(40, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take another line where the room has become narrow."""
        super().resizeEvent(event)
        self._fit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to write where it is clicked."""
        self._writing = not self.isReadOnly()
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Begin, keep or leave; what does not write goes on to whoever is around."""
        key = event.key()
        if self._writing and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
            if key == Qt.Key.Key_Escape:
                self.setText(self._kept)
            self._keep()
        elif self._writing:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.begin()
        elif _is_writing(event):
            self.begin()
            super().keyPressEvent(event)
        else:
            event.ignore()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Begin to write with letters that are composed, too."""
        if not self._writing and (event.preeditString() or event.commitString()):
            self.begin()
        super().inputMethodEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Keep what was written."""
        super().focusOutEvent(event)
        self._keep()

    def _face(self) -> QFont:
        return font(self._pixels, QFont.Weight.DemiBold if self.strong else QFont.Weight.Normal)

    def _fit(self) -> None:
        """Be as high as the lines are."""
        more = len(self.lines()) - 1
        self.setFixedHeight(self._pixels + 8 + more * (self._pixels + 4))

    def _keep(self) -> None:
        """Stop writing; tell what was written where that is something new."""
        self._writing = False
        before, text = self._kept, " ".join(self.text().split())
        if text != before and (text or self.placeholderText()):
            self._kept = text
            self.written.emit(text)
        self.setText(self._kept)
        self.setCursorPosition(0)
        self._fit()


def _first_line(text: str, face: QFont, width: int) -> int:
    """Return where the first line ends, at a word where one fits."""
    layout = QTextLayout(text, face)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(width)
    layout.endLayout()
    return line.textLength()


def _is_writing(event: QKeyEvent) -> bool:
    """Tell whether a key is a letter or the like, not a command."""
    held = event.modifiers() & (
        Qt.KeyboardModifier.ControlModifier
        | Qt.KeyboardModifier.AltModifier
        | Qt.KeyboardModifier.MetaModifier
    )
    return not held and bool(event.text()) and event.text().isprintable()
