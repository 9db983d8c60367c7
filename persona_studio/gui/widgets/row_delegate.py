# SPDX-License-Identifier: MIT
"""What painted lists have in common: rows of one height, drawn smoothly, no trace left behind."""

from typing import TypeAlias

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from persona_studio.gui.theme import theme

Index: TypeAlias = QModelIndex | QPersistentModelIndex


class RowDelegate(QStyledItemDelegate):
    """Asks for `least` in each row, and leaves the painter as `draw` found it."""

    least = QSize(120, 48)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Give each row the same height."""
        return self.least

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.draw(painter, option, index)
        painter.restore()

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw what a row shows; each list says this for itself."""
        super().paint(painter, option, index)


def draw_ground(painter: QPainter, option: QStyleOptionViewItem) -> QRectF:
    """Tint the ground of a chosen row or one under the pointer, and return where it lies."""
    area = QRectF(option.rect).adjusted(1, 1, -1, -1)
    chosen = bool(option.state & QStyle.StateFlag.State_Selected)
    if chosen or option.state & QStyle.StateFlag.State_MouseOver:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().colour("tint" if chosen else "well"))
        painter.drawRoundedRect(area, 6, 6)
    return area
