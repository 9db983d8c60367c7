# SPDX-License-Identifier: MIT
"""The share that was counted, with how sure it is, against where the claim says it should be."""

from typing import Protocol

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from persona_studio.evidence.verdict import RANGES, WORDS, Verdict
from persona_studio.gui.direction import placed, seen, seen_point
from persona_studio.gui.theme import font, theme

_HEIGHT = 86
_TRACK = 38
_FLOOR = 74
_TONES = {"contradicted": "wrong", "supported": "accent"}


class Share(Protocol):
    """What was counted: people for the claim, of how many, between which shares, the answer."""

    @property
    def n_for(self) -> int:
        """People for the claim."""

    @property
    def n_total(self) -> int:
        """People counted."""

    @property
    def interval(self) -> tuple[float, float] | None:
        """Where the share surely lies (0-1)."""

    @property
    def verdict(self) -> Verdict | None:
        """The data's answer."""


class IntervalBar(QWidget):
    """A track from 0 to 100 %: the claimed range as a band, the counted share as a dot."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._share = 0.0
        self._ends = (0.0, 1.0)
        self._range: tuple[float, float] | None = None
        self._words = ""
        self._claimed = ""
        self._tone = "ink"
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.update)

    def show_share(self, found: Share, quantifier: str | None) -> None:
        """Show what was counted for a claim that says `quantifier`."""
        self._share = found.n_for / found.n_total if found.n_total else 0.0
        self._ends = found.interval or (0.0, 1.0)
        self._range = RANGES.get(quantifier or "")
        low, high = (round(end * 100) for end in self._ends)
        counts = self.tr("{0} of {1}").format(found.n_for, found.n_total)
        self._words = self.tr("{0} ({1}–{2} %)").format(counts, low, high)  # noqa: RUF001
        claimed = self.tr("where “{0}” would be").format(WORDS[quantifier]) if quantifier else ""
        self._claimed = claimed if self._range else ""
        self._tone = _TONES.get(found.verdict or "", "caution")
        self.setAccessibleName(f"{self._words}. {self._claimed}")
        self.update()

    def sizeHint(self) -> QSize:
        """Take the width there is."""
        return QSize(320, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint band, interval, dot and the two captions."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look = theme()
        painter.setPen(QPen(look.colour("line"), 1))
        painter.drawLine(QPointF(0, _TRACK), QPointF(self.width(), _TRACK))
        if self._range:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("tint"))
            left, right = (self._x(end) for end in self._range)
            band = QRectF(left, _TRACK - 10, max(4.0, right - left), 20)
            painter.drawRoundedRect(seen(band, self.rect()), 3, 3)
        colour = look.colour(self._tone)
        painter.setPen(QPen(colour, 3, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        left, right = (self._x(end) for end in self._ends)
        ends = (QPointF(left, _TRACK), QPointF(right, _TRACK))
        painter.drawLine(*(seen_point(end, self.rect()) for end in ends))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawEllipse(seen_point(QPointF(self._x(self._share), _TRACK), self.rect()), 6, 6)
        self._captions(painter)
        painter.end()

    def _captions(self, painter: QPainter) -> None:
        look = theme()
        bold, small = font(12, QFont.Weight.DemiBold), font(12)
        painter.setFont(bold)
        painter.setPen(look.colour(self._tone))
        own = self._beside(painter, self._words, self._share)
        painter.drawText(own, placed(self._words, Qt.AlignmentFlag.AlignLeft), self._words)
        painter.setFont(small)
        middle = self.tr("half")
        if self._range and self._claimed:
            painter.setPen(look.colour("accent"))
            place = self._beside(painter, self._claimed, sum(self._range) / 2)
            if place.intersects(own.adjusted(-10, 0, 10, 0)):
                place.moveTop(_TRACK + 12)
                middle = ""
            flags = placed(self._claimed, Qt.AlignmentFlag.AlignLeft)
            painter.drawText(place, flags, self._claimed)
        painter.setFont(font(11))
        painter.setPen(look.colour("faint"))
        line = QRectF(0, _FLOOR - 8, self.width(), 18)
        for words, side in (
            (self.tr("0 %"), Qt.AlignmentFlag.AlignLeft),
            (middle, Qt.AlignmentFlag.AlignHCenter),
            (self.tr("100 %"), Qt.AlignmentFlag.AlignRight),
        ):
            painter.drawText(line, placed(words, side), words)

    def _beside(self, painter: QPainter, words: str, share: float) -> QRectF:
        """Return where a caption over a share goes so that it stays inside."""
        wide = painter.fontMetrics().horizontalAdvance(words) + 2
        left = min(max(0.0, self._x(share) - wide / 2), max(0.0, self.width() - wide))
        return seen(QRectF(left, 2, wide, 20), self.rect())

    def _x(self, share: float) -> float:
        return 6 + share * (self.width() - 12)
