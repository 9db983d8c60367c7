# SPDX-License-Identifier: MIT
"""The wall from afar: cards are plain sheets, all painted at once, under the names of groups.

A thousand items that each paint themselves take three times as long as their rectangles alone.
"""

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from persona_studio.gui.wall.items import CardItem, GroupItem
from persona_studio.gui.wall.look import NAME, WallLook
from persona_studio.workspace.wall_places import HIGH, WIDE

_PAD = 6
_NARROWEST = 60
SHEET = QRectF(0, 0, WIDE, HIGH)


def paint_names(painter: QPainter, groups: Iterable[GroupItem], seen: QRectF, zoom: float) -> None:
    """Write the name of each group that is seen over its upper left corner."""
    for item in groups:
        area = item.area.translated(item.pos())
        if area.intersects(seen):
            painter.save()
            painter.translate(area.topLeft() + QPointF(_PAD, _PAD) / zoom)
            painter.scale(1 / zoom, 1 / zoom)
            _paint(painter, item, max(_NARROWEST, int(area.width() * zoom) - 2 * _PAD))
            painter.restore()


def paint_sheets(painter: QPainter, cards: Iterable[CardItem], look: WallLook) -> None:
    """Paint cards as rectangles of their colour."""
    notes: list[QRectF] = []
    proofs: list[QRectF] = []
    chosen: list[QRectF] = []
    for item in cards:
        pile = chosen if item.isSelected() else notes if item.card.kind == "note" else proofs
        pile.append(SHEET.translated(item.scenePos()))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    for pile, colour in ((notes, look.note), (proofs, look.paper), (chosen, look.accent)):
        painter.setBrush(colour)
        painter.drawRects(pile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)


def _paint(painter: QPainter, item: GroupItem, widest: int) -> None:
    look = item.look
    words = f"{item.about.letter} · {item.title}" if item.about.name else item.title
    metrics = look.wrapped.metrics(NAME, 600)
    cut = metrics.elidedText(words, Qt.TextElideMode.ElideRight, widest - 2 * _PAD)
    label = QRectF(0, 0, metrics.horizontalAdvance(cut) + 2 * _PAD, metrics.height() + _PAD)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.accent)
    painter.drawRoundedRect(label, 5, 5)
    painter.setPen(look.on_accent)
    painter.setFont(look.wrapped.font(NAME, 600))
    painter.drawText(label, Qt.AlignmentFlag.AlignCenter, cut)
