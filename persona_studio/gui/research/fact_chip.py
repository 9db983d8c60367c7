# SPDX-License-Identifier: MIT
"""A chip that says one thing that was understood and opens a small menu to change it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QWidget

from persona_studio.gui.theme import font, theme
from persona_studio.gui.widgets.mark import paint_mark
from persona_studio.gui.widgets.plain_label import plain_tip

_DOT, _GAP, _SIDE, _HEIGHT = 9.0, 6.0, 10.0, 28


class FactChip(QPushButton):
    """Mark, what it is about, what was understood; amber and outlined while it asks.

    The mark says how sure that is: a filled disc is sure, half fairly sure, a ring a guess.
    """

    def __init__(self, about: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedHeight(_HEIGHT)
        self._about = about
        self._fact = self.why = ""
        self._mark = "filled"
        self._asks = False
        theme().changed.connect(self.update)
        self.say("")

    def say(self, fact: str, why: str = "", *, mark: str = "filled", asks: bool = False) -> None:
        """Show what was understood, how sure and why; `asks` wants the user's answer."""
        self._fact, self.why, self._mark, self._asks = fact, why, mark, asks
        self.setAccessibleName(f"{self._about} {fact}".strip())
        self.setAccessibleDescription(why)
        self.setToolTip(plain_tip(why))
        self.updateGeometry()
        self.update()

    @property
    def fact(self) -> str:
        """What the chip says now."""
        return self._fact

    def sizeHint(self) -> QSize:
        """Leave room for both parts."""
        quiet, strong = self._widths()
        between = 5 if quiet and strong else 0
        return QSize(round(_SIDE * 2 + _DOT + _GAP + quiet + between + strong + 1), _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Never cut a fact short."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the pill, its dot and the two parts of its words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look = theme()
        tone = look.colour("caution" if self._asks else "accent")
        edge = tone if self._asks or self.hasFocus() else look.colour("line")
        painter.setPen(QPen(edge, 1.4 if self._asks or self.hasFocus() else 1.0))
        painter.setBrush(look.colour("well" if self.underMouse() else "paper"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
        disc = QRectF(_SIDE, (self.height() - _DOT) / 2, _DOT, _DOT)
        paint_mark(painter, disc, self._mark, look)
        quiet, _ = self._widths()
        area = QRectF(self.rect()).adjusted(_SIDE + _DOT + _GAP, 0, 0, 0)
        painter.setPen(look.colour("muted"))
        painter.setFont(font(12))
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, self._about)
        painter.setPen(look.colour("ink"))
        painter.setFont(font(12, QFont.Weight.DemiBold))
        area.setLeft(area.left() + quiet + (5 if quiet else 0))
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, self._fact)
        painter.end()

    def _widths(self) -> tuple[float, float]:
        quiet = QFontMetricsF(font(12)).horizontalAdvance(self._about)
        strong = QFontMetricsF(font(12, QFont.Weight.DemiBold)).horizontalAdvance(self._fact)
        return quiet, strong
