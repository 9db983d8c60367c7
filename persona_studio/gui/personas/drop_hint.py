# SPDX-License-Identifier: MIT
"""What is shown while something is dragged over the board: where it lands and what it becomes."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QModelIndex, QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QListView, QStyleOptionViewItem

from persona_studio.gui.direction import mirrored, seen, seen_point
from persona_studio.gui.theme import font, theme

BOX = 42
"""Height of the box that says what a drop makes, in px."""


@dataclass(frozen=True)
class DropHint:
    """A line before a row, an outline on a row's card, or the box under the cards."""

    kind: Literal["", "line", "link", "make"] = ""
    row: int = -1


NO_HINT = DropHint()


def paint_hint(painter: QPainter, hint: DropHint, area: QRect, words: str) -> None:
    """Paint a hint; `area` is the row's card, the line's place, or the box."""
    look = theme()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    accent = look.colour("accent")
    if hint.kind == "line":
        y = max(1.5, area.top() + 0.5)
        painter.setPen(QPen(accent, 2))
        ends = (QPointF(18, y), QPointF(area.width() - 4, y))
        painter.drawLine(*(seen_point(end, area) for end in ends))
        painter.setBrush(look.colour("paper"))
        painter.drawEllipse(seen_point(QPointF(15, y), area), 3, 3)
    elif hint.kind == "link":
        fill = QColor(accent)
        fill.setAlpha(22)
        painter.setBrush(fill)
        painter.setPen(QPen(accent, 2))
        painter.drawRoundedRect(seen(QRectF(area).adjusted(11, 2, -2, -2), area), 7, 7)
    elif hint.kind == "make":
        box = seen(QRectF(area).adjusted(14.5, 4.5, -4.5, -4.5), area)
        painter.setBrush(look.colour("tint"))
        painter.setPen(QPen(accent, 1, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(box, 6, 6)
        painter.setFont(font(12))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)


def picture_of(
    view: QListView, index: QModelIndex, painting: Callable[[QPainter, QStyleOptionViewItem], None]
) -> QPixmap:
    """Return a card of a list as a picture, `painting` paints it."""
    card, ratio = view.visualRect(index), view.devicePixelRatioF()
    picture = QPixmap(round((card.width() - 10) * ratio), round(card.height() * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    option = QStyleOptionViewItem()
    option.rect = QRect(0 if mirrored() else -10, 0, card.width(), card.height())
    painter = QPainter(picture)
    painting(painter, option)
    painter.end()
    return picture


def held_at(picture: QPixmap, at: QPoint) -> QPoint:
    """Return where the pointer holds a carried card, reckoned from where the card begins."""
    wide = round(picture.width() / picture.devicePixelRatio())
    return seen_point(QPointF(at), QRect(0, 0, wide, 1)).toPoint()


def carried_card(picture: QPixmap, count: int) -> QPixmap:
    """Return the picture of a card as it is carried: on paper, lifted, with a count of several."""
    ratio, look = picture.devicePixelRatio(), theme()
    wide, high = picture.width() / ratio, picture.height() / ratio
    edge = 8.0
    made = QPixmap(round((wide + 2 * edge) * ratio), round((high + 2 * edge) * ratio))
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    for step in range(1, 7):
        painter.setBrush(QColor(10, 20, 30, 7))
        spread = float(step)
        shadow = QRectF(edge - spread, edge - spread + 2, wide + 2 * spread, high + 2 * spread)
        painter.drawRoundedRect(shadow, 8 + spread, 8 + spread)
    card = QRectF(edge, edge, wide, high)
    painter.setBrush(look.colour("paper"))
    painter.setPen(QPen(look.colour("line_strong"), 1))
    painter.drawRoundedRect(card, 8, 8)
    painter.drawPixmap(QPointF(edge, edge), picture)
    if count > 1:
        badge = QRectF(wide - 10, 0, 24, 18)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("accent"))
        painter.drawRoundedRect(badge, 9, 9)
        painter.setPen(look.colour("on_accent"))
        painter.setFont(font(11))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, str(count))
    painter.end()
    return made
