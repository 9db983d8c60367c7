# SPDX-License-Identifier: MIT
"""The answer in words before any picture: what was found and how sure that is."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from persona_studio.gui.theme import theme
from persona_studio.gui.widgets.card import Card
from persona_studio.gui.widgets.plain_label import PlainLabel

_COLOURS = {"clear": "accent", "slices": "caution", "levels": "caution"}


class _Dot(QWidget):
    """A disc in the colour of the verdict; the words beside it say the same."""

    def __init__(self) -> None:
        super().__init__()
        self.colour = "faint"
        self.setFixedSize(QSize(18, 18))
        theme().changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().colour(self.colour))
        painter.drawEllipse(self.rect().adjusted(1, 1, -1, -1))
        painter.end()


class AnswerCard(Card):
    """A headline, the reasons, and a caution where one question outweighs the others."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, margin=14)
        self._dot = _Dot()
        self.headline = PlainLabel(kind="name", wrap=True)
        self.detail = PlainLabel(kind="muted", wrap=True)
        self.caution = PlainLabel(kind="caution", wrap=True)
        words = QVBoxLayout()
        words.setSpacing(2)
        for label in (self.headline, self.detail, self.caution):
            words.addWidget(label)
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(self._dot, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self.body.addLayout(row)

    def say(self, verdict: str, headline: str, detail: str, caution: str = "") -> None:
        """Show an answer."""
        self._dot.colour = _COLOURS.get(verdict, "faint")
        self._dot.update()
        self.headline.setText(headline)
        self.detail.setText(detail)
        self.detail.setVisible(bool(detail))
        self.caution.setText(caution)
        self.caution.setVisible(bool(caution))
        self.setAccessibleName(f"{headline} {detail}")
