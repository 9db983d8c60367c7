# SPDX-License-Identifier: MIT
"""The preview as the eye reads it: heading rows tinted, unused rows grey, private cells hatched."""

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QFont, QPainter
from PySide6.QtWidgets import (
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from persona_studio.gui.research import draft
from persona_studio.gui.research.preview_model import BARS, HIDDEN, KIND, SUMMARY, PreviewModel
from persona_studio.gui.theme import font, theme

_ROW, _HEAD, _WIDE, _PAD = 33, 56, 176, 12
_GROUNDS = {draft.HEADING: "background", draft.ASKED: "tint", draft.UNUSED: "background"}
_INKS = {draft.HEADING: "faint", draft.ASKED: "accent", draft.UNUSED: "faint"}


class PreviewTable(QTableView):
    """A read-only table; `column_wanted` fires on a column's head, `row_wanted` on a number."""

    column_wanted = Signal(int)
    row_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model_ = PreviewModel(self)
        self.setModel(self.model_)
        self.setItemDelegate(_Cells(self))
        self.setShowGrid(False)
        self.setAlternatingRowColors(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        heads = _Heads(self)
        self.setHorizontalHeader(heads)
        side = _Numbers(self)
        self.setVerticalHeader(side)
        heads.sectionClicked.connect(self._column)
        side.sectionClicked.connect(self._row)
        theme().changed.connect(self.viewport().update)

    def _column(self, section: int) -> None:
        self.column_wanted.emit(section + 1)

    def _row(self, section: int) -> None:
        self.row_wanted.emit(self.model_.number(section))


class _Heads(QHeaderView):
    """What a column means (strong), what is known of it (quiet), and a few bars."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setDefaultSectionSize(_WIDE)
        self.setMinimumSectionSize(72)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        theme().changed.connect(self.viewport().update)

    def sizeHint(self) -> QSize:
        """Leave room for two lines."""
        return QSize(super().sizeHint().width(), _HEAD)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Paint one column's head."""
        look = theme()
        model = self.model()

        def ask(role: int) -> Any:
            return model.headerData(section, Qt.Orientation.Horizontal, role)

        painter.save()
        painter.fillRect(rect, look.colour("paper"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, look.colour("line"))
        inner = rect.adjusted(_PAD, 9, -6, -8)
        upper = QRect(inner.left(), inner.top(), inner.width(), 18)
        lower = QRect(inner.left(), inner.top() + 20, inner.width(), 16)
        strong = font(13, QFont.Weight.DemiBold)
        _write(painter, upper, str(ask(Qt.ItemDataRole.DisplayRole) or ""), strong, "ink")
        quiet = font(11)
        summary = str(ask(SUMMARY) or "")
        used = _write(painter, lower, summary, quiet, "muted")
        self._bars(painter, lower, used, ask(BARS) or [])
        painter.restore()

    def _bars(self, painter: QPainter, area: QRect, used: int, bars: list[int]) -> None:
        left = area.left() + used + 8
        if not bars or left + len(bars) * 7 > area.right():
            return
        most = max(bars)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().colour("accent"))
        painter.setOpacity(0.7)
        for place, count in enumerate(bars):
            high = max(2.0, 12.0 * count / most)
            painter.drawRoundedRect(
                QRectF(left + place * 7, area.bottom() - 1 - high, 5, high), 1, 1
            )


class _Numbers(QHeaderView):
    """The file's row numbers on the ground of their rows; a click puts the heading there."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setDefaultSectionSize(_ROW)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setSectionsClickable(True)
        self.setMinimumWidth(48)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Paint one number."""
        look = theme()
        kind = self.model().index(section, 0).data(KIND)
        painter.save()
        painter.fillRect(rect, look.colour(_GROUNDS.get(kind, "paper")))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, look.colour("line"))
        painter.setFont(font(12))
        painter.setPen(look.colour("accent" if kind == draft.ASKED else "muted"))
        number = str(self.model().headerData(section, Qt.Orientation.Vertical))
        sides = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(rect.adjusted(0, 0, -10, 0), sides, number)
        painter.restore()


class _Cells(QStyledItemDelegate):
    """One cell on the ground of its row; a hatch where it is private."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one cell."""
        look = theme()
        rect: QRect = option.rect
        state = option.state
        kind = index.data(KIND)
        painter.save()
        painter.fillRect(rect, look.colour(_GROUNDS.get(kind, "paper")))
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, look.colour("tint"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, look.colour("line"))
        inner = rect.adjusted(_PAD, 0, -6, 0)
        if index.data(HIDDEN):
            bar = QRect(inner.left(), rect.center().y() - 6, min(74, inner.width()), 12)
            painter.fillRect(bar, QBrush(look.colour("faint"), Qt.BrushStyle.Dense5Pattern))
        else:
            ink = _INKS.get(kind, "ink")
            _write(painter, inner, str(index.data() or ""), font(13), ink)
        painter.restore()


def _write(painter: QPainter, area: QRect, text: str, face: QFont, ink: str) -> int:
    """Write one line cut to its area; return the width it took."""
    painter.setFont(face)
    painter.setPen(theme().colour(ink))
    metrics = painter.fontMetrics()
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
    return metrics.horizontalAdvance(shown)
