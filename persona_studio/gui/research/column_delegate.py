# SPDX-License-Identifier: MIT
"""One line of the list of columns: number, heading, what becomes of it."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from persona_studio.gui.theme import font, theme

NUMBER = Qt.ItemDataRole.UserRole + 1
NAME = Qt.ItemDataRole.UserRole + 2
FATE = Qt.ItemDataRole.UserRole + 3
_HIGH = 28


class ColumnDelegate(QStyledItemDelegate):
    """Paints NUMBER, NAME and FATE of a column."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Ask for one line."""
        return QSize(120, _HIGH)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one line."""
        look = theme()
        area: QRect = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("tint"))
            painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), 6, 6)
        side = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.setFont(font(11))
        painter.setPen(look.colour("faint"))
        painter.drawText(
            QRect(area.left(), area.top(), 30, area.height()), side, index.data(NUMBER)
        )
        fate = str(index.data(FATE))
        wide = min(painter.fontMetrics().horizontalAdvance(fate) + 4, area.width() // 2)
        right = QRect(area.right() - wide - 8, area.top(), wide, area.height())
        painter.setPen(look.colour("muted"))
        painter.drawText(right, side, fate)
        painter.setFont(font(13, QFont.Weight.Medium if chosen else QFont.Weight.Normal))
        painter.setPen(look.colour("accent" if chosen else "ink"))
        left = area.left() + 40
        room = right.left() - 10 - left
        name = painter.fontMetrics().elidedText(
            str(index.data(NAME)), Qt.TextElideMode.ElideRight, room
        )
        inner = QRect(left, area.top(), room, area.height())
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, name)
        painter.restore()
