# SPDX-License-Identifier: MIT
"""Paints a section of a persona from afar: lines of words, strokes with marks, or marks alone."""

from collections.abc import Hashable

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from persona_studio.core.persona import Claim
from persona_studio.gui.personas.claim_delegate import BoardLook
from persona_studio.gui.personas.overview_model import OverviewModel
from persona_studio.gui.theme import theme
from persona_studio.gui.widgets.mark import MARKS
from persona_studio.gui.widgets.row_delegate import Index, RowDelegate

WORDS, STROKES, DOTS = "words", "strokes", "dots"
NEAR_TO_FAR = (WORDS, STROKES, DOTS)
_DOT = 13
_STEP = {WORDS: 17, STROKES: 12, DOTS: _DOT}
_PAD, _TOP, _LEAST, _DISC, _MARK, _TEXT = 8, 5, 28, 11, 16, 11
_STROKE, _BADGE = 3, 24
_TONES = {"slashed": "wrong", "ring": "muted"}


class OverviewDelegate(RowDelegate):
    """`level` says how much of each claim is painted, one of NEAR_TO_FAR."""

    def __init__(self, look: BoardLook, model: OverviewModel) -> None:
        super().__init__(model)
        self.level = WORDS
        self._look = look
        self._model = model
        self._dots: dict[Hashable, QPixmap] = {}

    def height(self, row: int, level: str, width: int) -> int:
        """Return the height of a section whose columns are so wide, at a level."""
        model = self._model
        most = max(
            (len(model.claims(model.index(row, c + 1))) for c in range(len(model.personas))),
            default=0,
        )
        lines = -(-most // _in_line(level, width))
        return max(_LEAST, lines * _STEP[level] + _PAD + 2)

    def claim_at(self, index: Index, area: QRect, at: QPoint, *, rtl: bool = False) -> str:
        """Return the claim under a point of a cell, "" where none is."""
        claims, many = self._model.claims(index), _in_line(self.level, area.width())
        across = area.right() - at.x() if rtl else at.x() - area.left()
        line, column = (at.y() - area.top() - _TOP) // _STEP[self.level], (across - _PAD) // _DOT
        number = line * many + (column if many > 1 else 0)
        inside = line >= 0 and column >= 0 and (many == 1 or column < many)
        return claims[number].id if inside and number < len(claims) else ""

    def forget(self) -> None:
        """Paint everything anew: marks, words or colours may be others."""
        self._dots.clear()

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the title of a section, or a persona's claims in it."""
        look, area = theme(), option.rect
        painter.fillRect(area.left(), area.bottom(), area.width(), 1, look.colour("line"))
        if index.column() == 0:
            self._title(painter, option, index)
            return
        ground = "caution_tint" if self._model.missed(index) else "paper"
        painter.fillRect(area.adjusted(2, 0, -2, -1), look.colour(ground))
        calls = self._model.calls(index)
        if self._model.missed(index):
            self._write(painter, option, area.adjusted(_PAD, 0, -_PAD, 0), self.tr("Nothing yet"))
        self._claims(painter, option, index, _badge_room(calls))
        if calls:
            self._badge(painter, option, calls)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(look.colour("accent"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(area).adjusted(2.5, 0.5, -2.5, -1.5), 5, 5)

    def _claims(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, taken: int
    ) -> None:
        """Paint the claims on the screen; a cell may be far higher than that."""
        area, step = option.rect, _STEP[self.level]
        seen = option.widget.rect() if isinstance(option.widget, QWidget) else area
        top = area.top() + _TOP
        claims = self._model.claims(index)
        if self.level == DOTS:
            if claims:
                painter.drawPixmap(area.topLeft(), self._marks(painter, option, index))
            return
        first = max(0, (seen.top() - top) // step)
        last = max(0, (seen.bottom() - top) // step + 1)
        rtl = option.direction == Qt.LayoutDirection.RightToLeft
        ratio = painter.device().devicePixelRatioF()
        painter.setFont(self._look.wrapped.font(_TEXT))
        left, right = area.left() + _PAD, area.right() - _PAD
        inner = (left + taken, right - _MARK) if rtl else (left + _MARK, right - taken)
        disc = right - _DISC if rtl else left
        discs = {each: self._look.mark(each, ratio) for each in MARKS}
        tones = {each: theme().colour(_TONES.get(each, "ink")) for each in MARKS}
        for number, claim in enumerate(claims[first:last], first):
            y, mark = top + number * step, self._model.marks[claim.id]
            painter.drawPixmap(QPointF(disc, y + 1), discs[mark])
            if self.level == WORDS:
                painter.setPen(tones[mark])
                self._line(painter, claim, (*inner, y), rtl=rtl)
            else:
                wide = min(inner[1] - inner[0], 20 + 2 * len(claim.text))
                tone = theme().colour("wrong" if mark == "slashed" else "line_strong")
                x = inner[1] - wide if rtl else inner[0]
                painter.fillRect(x, y + 5, wide, _STROKE, tone)

    def _line(
        self, painter: QPainter, claim: Claim, at: tuple[int, int, int], *, rtl: bool
    ) -> None:
        """Paint a claim's words between two ends at a height; an answer before its question."""
        lead, line = self._model.leads.get(claim.id, ("", claim.text))
        left, right, y = at
        wrapped = self._look.wrapped
        words = wrapped.line(line, max(10, right - left), _TEXT)
        x = right - words.size().width() if rtl else left
        painter.drawStaticText(QPointF(x, y - 1), words)
        wide = wrapped.metrics(_TEXT).horizontalAdvance(words.text()) + _PAD if lead else 0
        if lead and right - left - wide > _LEAST:
            painter.setPen(theme().colour("muted"))
            words = wrapped.line(lead, right - left - wide, _TEXT)
            x = right - wide - words.size().width() if rtl else left + wide
            painter.drawStaticText(QPointF(x, y - 1), words)

    def _marks(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> QPixmap:
        """Return the marks of a cell as one picture, painted once."""
        size, ratio = option.rect.size(), painter.device().devicePixelRatioF()
        place = (index.row(), index.column(), size.width(), size.height())
        key = (*place, ratio, option.direction, theme().dark)
        if key not in self._dots:
            made = QPixmap(size * ratio)
            made.setDevicePixelRatio(ratio)
            made.fill(Qt.GlobalColor.transparent)
            pen, many = QPainter(made), _in_line(DOTS, size.width())
            rtl = option.direction == Qt.LayoutDirection.RightToLeft
            for number, claim in enumerate(self._model.claims(index)):
                mark = self._model.marks[claim.id]
                down, across = divmod(number, many)
                x = _PAD + across * _DOT
                x = size.width() - x - _DISC if rtl else x
                pen.drawPixmap(QPointF(x, _TOP + down * _DOT + 1), self._look.mark(mark, ratio))
            pen.end()
            self._dots[key] = made
        return self._dots[key]

    def _title(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        words = self._look.wrapped.elided(
            self._model.sections[index.row()].title, option.rect.width() - _PAD, 12, 600
        )
        painter.setFont(self._look.wrapped.font(12, 600))
        painter.setPen(theme().colour("muted"))
        side = QStyle.visualAlignment(option.direction, Qt.AlignmentFlag.AlignLeft)
        area = option.rect.adjusted(2, 5, -2, 0)
        painter.drawText(area, side | Qt.AlignmentFlag.AlignTop, words)

    def _write(
        self, painter: QPainter, option: QStyleOptionViewItem, area: QRect, words: str
    ) -> None:
        painter.setFont(self._look.wrapped.font(_TEXT))
        painter.setPen(theme().colour("caution"))
        side = QStyle.visualAlignment(option.direction, Qt.AlignmentFlag.AlignLeft)
        painter.drawText(area, side | Qt.AlignmentFlag.AlignVCenter, words)

    def _badge(self, painter: QPainter, option: QStyleOptionViewItem, calls: int) -> None:
        """Paint how much is to be decided here."""
        area, look = option.rect, theme()
        place = QRect(area.right() - 26, area.top() + 5, 20, 15)
        place = QStyle.visualRect(option.direction, area, place)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("wrong"))
        painter.drawRoundedRect(place, 7, 7)
        painter.setPen(look.colour("paper"))
        painter.setFont(self._look.wrapped.font(10, 600))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, str(min(calls, 99)))


def _in_line(level: str, width: int) -> int:
    """Return how many claims stand side by side."""
    return max(1, (width - 2 * _PAD - _BADGE) // _DOT) if level == DOTS else 1


def _badge_room(calls: int) -> int:
    return _BADGE if calls else 0
