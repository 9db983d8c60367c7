# SPDX-License-Identifier: MIT
"""One answer of a group as a line: words, the group's bar with everyone's tick, figures."""

from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from persona_studio.core.fields import Json
from persona_studio.gui.direction import placed, seen
from persona_studio.gui.patterns.wording import figures, short, tip_of, told
from persona_studio.gui.theme import theme
from persona_studio.gui.widgets.meter_bar import paint_meter

_HEIGHT = 26
_WIDEST = "100 % against 100 %"
_GAP = 14


class ShareRow(QWidget):
    """A line of a group's card, painted; the whole sentence is its tool tip."""

    def __init__(self, item: Mapping[str, Json], colour: str, parent: QWidget | None = None):
        super().__init__(parent)
        self._item = item
        self._colour = colour
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setToolTip(tip_of([told(item)]))
        self.setAccessibleName(told(item))
        theme().changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Ask for one line."""
        return QSize(320, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint words on the left, the bar in the middle, figures on the right."""
        area = QRectF(self.rect())
        wide = self.fontMetrics().horizontalAdvance(_WIDEST) + 2.0
        words = QRectF(0, 0, (area.width() - wide) * 0.58, area.height())
        figure = QRectF(area.right() - wide, 0, wide, area.height())
        left = words.right() + _GAP
        bar = QRectF(left, 0, max(30.0, figure.left() - _GAP - left), area.height())
        painter = QPainter(self)
        painter.setPen(theme().colour("ink"))
        text = self.fontMetrics().elidedText(
            short(self._item), Qt.TextElideMode.ElideRight, int(words.width())
        )
        flags = placed(text, Qt.AlignmentFlag.AlignLeft)
        painter.drawText(seen(words, area), flags, text)
        shares = (None, float(self._item["share"]), float(self._item["everyone"]))
        paint_meter(painter, seen(bar, area), shares, self._colour, theme())
        painter.setPen(theme().colour("muted"))
        said = figures(self._item)
        painter.drawText(seen(figure, area), placed(said, Qt.AlignmentFlag.AlignRight), said)
        painter.end()
