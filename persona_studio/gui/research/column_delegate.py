# SPDX-License-Identifier: MIT
"""One line of a list of columns: number, sign of its role, heading, answers, gaps, fate."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from persona_studio.gui.icons import pixmap
from persona_studio.gui.theme import font, theme
from persona_studio.gui.widgets.row_delegate import Index, RowDelegate

NUMBER = Qt.ItemDataRole.UserRole + 1
ICON = Qt.ItemDataRole.UserRole + 2
NAME = Qt.ItemDataRole.UserRole + 3
ANSWERS = Qt.ItemDataRole.UserRole + 4
BARS = Qt.ItemDataRole.UserRole + 5
GAPS = Qt.ItemDataRole.UserRole + 6
FATE = Qt.ItemDataRole.UserRole + 7
ASKS = Qt.ItemDataRole.UserRole + 8
_HIGH, _SIGN, _LEFT = 50, 48, 76
_FATE_WIDE, _GAPS_WIDE, _BARS_WIDE = 156, 74, 96
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


class ColumnDelegate(RowDelegate):
    """Paints the roles above; what has no room is left away, the heading last."""

    least = QSize(120, _HIGH)

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one column."""
        area: QRect = option.rect
        state = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        self._ground(painter, area, chosen=chosen)
        asks = bool(index.data(ASKS))
        self._sign(painter, area, index, chosen=chosen)
        right = area.right() - 12
        tone = "caution" if asks else "muted"
        fate = QRect(right - _FATE_WIDE, area.top(), _FATE_WIDE, area.height())
        _write(painter, fate, str(index.data(FATE) or ""), font(12), tone, _RIGHT)
        right = fate.left() - 8
        if area.width() > 480:
            gaps = QRect(right - _GAPS_WIDE, area.top(), _GAPS_WIDE, area.height())
            _write(painter, gaps, str(index.data(GAPS) or ""), font(11), "muted", _RIGHT)
            right = gaps.left() - 14
        if area.width() > 600:
            bars = QRect(right - _BARS_WIDE, area.top() + 13, _BARS_WIDE, area.height() - 26)
            paint_bars(painter, bars, index.data(BARS) or ())
            right = bars.left() - 14
        left = area.left() + _LEFT
        name = QRect(left, area.top() + 7, right - left, 18)
        strong = font(13, QFont.Weight.DemiBold)
        _write(painter, name, str(index.data(NAME)), strong, "accent" if chosen else "ink", _MIDDLE)
        below = QRect(left, area.top() + 26, right - left, 16)
        _write(painter, below, str(index.data(ANSWERS) or ""), font(11), "muted", _MIDDLE)

    def _ground(self, painter: QPainter, area: QRect, *, chosen: bool) -> None:
        look = theme()
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("tint"))
            painter.drawRoundedRect(area.adjusted(2, 2, -2, -2), 8, 8)
        else:
            painter.fillRect(
                area.left() + 10, area.bottom(), area.width() - 20, 1, look.colour("line")
            )

    def _sign(
        self,
        painter: QPainter,
        area: QRect,
        index: QModelIndex | QPersistentModelIndex,
        *,
        chosen: bool,
    ) -> None:
        number = QRect(area.left(), area.top(), _SIGN - 10, area.height())
        _write(painter, number, str(index.data(NUMBER)), font(11), "faint", _RIGHT)
        name = index.data(ICON)
        if name:
            device = painter.device()
            ratio = device.devicePixelRatioF() if device else 1.0
            picture = pixmap(str(name), "accent" if chosen else "muted", 18, ratio)
            painter.drawPixmap(area.left() + _SIGN, area.center().y() - 9, picture)


def paint_bars(painter: QPainter, area: QRect, counts: Sequence[int]) -> None:
    """Paint counts as thin upright bars from the left."""
    if not counts or not max(counts):
        return
    step = min(9.0, area.width() / len(counts))
    most = max(counts)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme().colour("accent"))
    painter.setOpacity(0.75)
    for place, count in enumerate(counts):
        high = max(1.5, area.height() * count / most)
        left = area.left() + place * step
        painter.drawRoundedRect(QRectF(left, area.bottom() + 1 - high, step - 2, high), 1, 1)
    painter.setOpacity(1.0)


def _write(
    painter: QPainter, area: QRect, text: str, face: QFont, ink: str, side: Qt.AlignmentFlag
) -> None:
    painter.setFont(face)
    painter.setPen(theme().colour(ink))
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(area, side, shown)
