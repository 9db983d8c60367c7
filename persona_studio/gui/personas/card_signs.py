# SPDX-License-Identifier: MIT
"""The small signs on a claim's card: what is to be decided, the star of a key claim, dots."""

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPen, QPolygonF

from persona_studio.gui.direction import placed, seen
from persona_studio.gui.theme import theme

if TYPE_CHECKING:
    from persona_studio.review.checklist import Call

RIGHT = 8
BADGE = 22
PAD = 7


def badge_area(card: QRect) -> QRect:
    """Return where the number of what is to be decided stands on a card."""
    return seen(QRect(card.right() - RIGHT - BADGE + 2, card.bottom() - 20, BADGE, 15), card)


def paint_badge(painter: QPainter, area: QRect, call: "Call", face: QFont) -> None:
    """Paint how much is to be decided: filled where something blocks, else an outline."""
    look, shape = theme(), QRectF(area).adjusted(0.5, 0.5, -0.5, -0.5)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    tone = look.colour("wrong" if call.blocks else "caution")
    painter.setPen(QPen(tone, 1))
    painter.setBrush(tone if call.blocks else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(shape, 7, 7)
    painter.setFont(face)
    painter.setPen(look.colour("paper") if call.blocks else tone)
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, str(min(call.many, 99)))
    painter.restore()


def paint_star(painter: QPainter, centre: QPointF) -> None:
    """Paint the star of a key claim."""
    points = []
    for step in range(10):
        reach = 5.5 if step % 2 == 0 else 2.4
        angle = math.pi * step / 5
        points.append(centre + QPointF(math.sin(angle), -math.cos(angle)) * reach)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme().colour("caution"))
    painter.drawPolygon(QPolygonF(points))
    painter.restore()


def dots_area(card: QRect, wide: int, *, beside_badge: bool) -> QRect:
    """Return where dots stand on a card: at the end of its quiet line, before the badge."""
    right = card.right() - RIGHT - (BADGE + 4 if beside_badge else 0)
    return seen(QRect(right - wide - 2 * PAD + 2, card.bottom() - 20, wide + 2 * PAD, 15), card)


def paint_dots(painter: QPainter, area: QRect, words: str, face: QFont) -> None:
    """Paint the dots of a vote: words in an outline, without colour, for they prove nothing."""
    look, shape = theme(), QRectF(area).adjusted(0.5, 0.5, -0.5, -0.5)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(look.colour("line_strong"), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(shape, 7, 7)
    painter.setFont(face)
    painter.setPen(look.colour("muted"))
    painter.drawText(area, placed(words, Qt.AlignmentFlag.AlignHCenter), words)
    painter.restore()
