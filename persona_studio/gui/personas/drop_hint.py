# SPDX-License-Identifier: MIT
"""What is shown while something is dragged over the board: where it lands and what it becomes."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QCoreApplication, QModelIndex, QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QListView, QStyleOptionViewItem

from persona_studio.gui.direction import mirrored, seen, seen_point
from persona_studio.gui.theme import font, theme

BOX = 42
"""Height of the box that says what a drop makes, in px."""
_AGAINST = 72


@dataclass(frozen=True)
class DropHint:
    """A line before a row, an outline on a row's card, or the box under the cards.

    `against` tells that evidence would speak against the row's claim.
    """

    kind: Literal["", "line", "link", "make"] = ""
    row: int = -1
    against: bool = False


NO_HINT = DropHint()


def against_area(card: QRect) -> QRect:
    """Return the part of a card on which evidence is dropped to speak against the claim."""
    wide = _end_width(card)
    return seen(QRect(card.right() - wide + 1, card.top(), wide, card.height()), card)


def _for_area(card: QRect) -> QRect:
    """Return where the other end is written: all but `against_area` speaks for the claim."""
    wide = _end_width(card)
    return seen(QRect(card.right() - 2 * wide + 1, card.top(), wide, card.height()), card)


def _end_width(card: QRect) -> int:
    return min(_AGAINST, card.width() // 3)


def paint_hint(painter: QPainter, hint: DropHint, area: QRect) -> None:
    """Paint a hint; `area` is the row's card, the line's place, or the box."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if hint.kind == "line":
        _paint_line(painter, area)
    elif hint.kind == "link":
        _paint_link(painter, hint, area)
    elif hint.kind == "make":
        look = theme()
        box = seen(QRectF(area).adjusted(14.5, 4.5, -4.5, -4.5), area)
        painter.setBrush(look.colour("tint"))
        painter.setPen(QPen(look.colour("accent"), 1, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(box, 6, 6)
        painter.setFont(font(12))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, _tr("Drop to make a claim"))


def _paint_line(painter: QPainter, area: QRect) -> None:
    look, y = theme(), max(1.5, area.top() + 0.5)
    painter.setPen(QPen(look.colour("accent"), 2))
    ends = (QPointF(18, y), QPointF(area.width() - 4, y))
    painter.drawLine(*(seen_point(end, area) for end in ends))
    painter.setBrush(look.colour("paper"))
    painter.drawEllipse(seen_point(QPointF(15, y), area), 3, 3)


def _paint_link(painter: QPainter, hint: DropHint, area: QRect) -> None:
    """Paint both ends of a card in words, the one that is meant filled."""
    look = theme()
    tone = look.colour("wrong" if hint.against else "accent")
    fill = QColor(tone)
    fill.setAlpha(22)
    painter.setBrush(fill)
    painter.setPen(QPen(tone, 2))
    painter.drawRoundedRect(seen(QRectF(area).adjusted(11, 2, -2, -2), area), 7, 7)
    _paint_end(painter, _for_area(area), _tr("For"), "" if hint.against else "accent")
    _paint_end(painter, against_area(area), _tr("Against"), "wrong" if hint.against else "")


def _paint_end(painter: QPainter, area: QRect, words: str, tone: str) -> None:
    look = theme()
    pill = QRectF(area.left() + 4, area.bottom() - 21, area.width() - 8, 17)  # the quiet line
    painter.setPen(QPen(look.colour(tone or "line_strong"), 1))
    painter.setBrush(look.colour(tone or "paper"))
    painter.drawRoundedRect(pill, 8.5, 8.5)
    painter.setFont(font(11))
    written = {"": "muted", "accent": "on_accent", "wrong": "paper"}[tone]
    painter.setPen(look.colour(written))
    painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, words)


def _tr(text: str) -> str:
    return QCoreApplication.translate("board", text)


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
