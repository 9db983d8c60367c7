# SPDX-License-Identifier: MIT
"""A card that can be chosen: a mark on the left, words and buttons, a coloured edge when chosen."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from persona_studio.gui.direction import seen
from persona_studio.gui.review.keep_strip import KeepStrip
from persona_studio.gui.theme import theme
from persona_studio.gui.widgets.buttons import GhostButton
from persona_studio.gui.widgets.mark import Mark
from persona_studio.gui.widgets.parted import add_parted
from persona_studio.gui.widgets.plain_label import PlainLabel

_EDGE = 4.0
_RADIUS = 12.0


class EdgeCard(QFrame):
    """`picked` when it is clicked or the keyboard comes to it; fill `body` and `buttons`.

    `reasoned` carries the reason for keeping what the card says, and the last day of it.

    The first button that `lead` was told of stands out while the card is chosen.
    """

    picked = Signal()
    reasoned = Signal(str, object)

    def __init__(self, mark: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.body = QVBoxLayout()
        self.body.setSpacing(4)
        self.buttons = QWidget()
        self._selected = False
        self._keep: KeepStrip | None = None
        self._first: QPushButton | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 13, 16, 13)
        row.setSpacing(12)
        row.addWidget(Mark(mark), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self.body, 1)

    def say(
        self, head: str, rest: str, tag: str, way: QWidget | None = None, asked: str = ""
    ) -> None:
        """Show what we see, why it matters, and on the right its kind and a way to its place.

        What was `asked` stands quietly above.
        """
        self.setAccessibleName(f"{tag}. {head}")
        self.setAccessibleDescription(rest)
        row = QHBoxLayout()
        row.setSpacing(12)
        words = QVBoxLayout()
        words.setSpacing(2)
        add_parted(words, (asked, head), "strong")
        row.addLayout(words, 1)
        row.addWidget(PlainLabel(tag, "quiet"), 0, Qt.AlignmentFlag.AlignTop)
        if way is not None:
            way.setFixedSize(24, 18)
            row.addWidget(way, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(row)
        if rest:
            self.body.addWidget(PlainLabel(rest, "muted", wrap=True))

    def lead(self, button: QPushButton) -> None:
        """Let a button stand out while the card is chosen, unless there is one already."""
        self._first = self._first or button

    def set_selected(self, selected: bool, /) -> None:
        """Wear the coloured edge and let the first fix stand out."""
        self._selected = selected
        if self._first is not None:
            self._first.setProperty("kind", "primary" if selected else "")
            self._first.style().unpolish(self._first)
            self._first.style().polish(self._first)
        self.update()

    def ask_reason(self) -> None:
        """Open the form that keeps what the card says with a reason."""
        if self._keep is None:
            self._keep = KeepStrip()
            self._keep.kept.connect(self.reasoned)
            self._keep.cancelled.connect(self._close_reason)
            self.body.addWidget(self._keep)
        self.picked.emit()
        self.buttons.hide()
        self._keep.show()
        self._keep.start()

    def keep_button(self) -> QPushButton:
        """Return the button that asks for a reason."""
        keep = GhostButton(self.tr("Keep, with a reason"))
        keep.clicked.connect(self.ask_reason)
        return keep

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the card, and not the one it may lie in."""
        super().mousePressEvent(event)
        event.accept()
        self.picked.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Choose the card the keyboard has come to."""
        super().focusInEvent(event)
        self.picked.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the edge of the chosen card."""
        super().paintEvent(event)
        if not self._selected:
            return
        whole = QPainterPath()
        whole.addRoundedRect(QRectF(self.rect()), _RADIUS, _RADIUS)
        inner = QPainterPath()
        inside = QRectF(self.rect()).adjusted(_EDGE, 0, _RADIUS * 2, 0)
        inner.addRoundedRect(seen(inside, self.rect()), _RADIUS, _RADIUS)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(whole.subtracted(inner), theme().colour("accent"))
        painter.end()

    def _close_reason(self) -> None:
        if self._keep is not None:
            self._keep.hide()
        self.buttons.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
