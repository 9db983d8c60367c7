# SPDX-License-Identifier: MIT
"""The preview as the eye reads it: heading rows tinted, unused rows grey, private cells hatched."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QBrush, QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QHeaderView,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from persona_studio.evidence.privacy import MASK
from persona_studio.gui.research import draft
from persona_studio.gui.research.preview_model import (
    BARS,
    COMING,
    HIDDEN,
    KIND,
    SUMMARY,
    PreviewModel,
)
from persona_studio.gui.research.row_store import RowStore
from persona_studio.gui.theme import font, theme

_ROW, _HEAD, _WIDE, _PAD = 33, 56, 176, 12
_GROUNDS = {draft.HEADING: "background", draft.ASKED: "tint", draft.UNUSED: "background"}
_INKS = {draft.HEADING: "faint", draft.ASKED: "accent", draft.UNUSED: "faint"}


class PreviewTable(QTableView):
    """A read-only table; signals carry numbers of the file.

    `column_wanted` fires on a column's head, `heading_wanted` on a row number or H,
    `skip_wanted` on Delete with whether the row is passed over from now on.
    """

    column_wanted = Signal(int)
    heading_wanted = Signal(int)
    skip_wanted = Signal(int, bool)

    def __init__(self, store: RowStore, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model_ = PreviewModel(store, self)
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
        self.setHorizontalHeader(_Heads(self))
        self.horizontalHeader().setStretchLastSection(True)
        self.setVerticalHeader(_Numbers(self))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._offer)
        self.horizontalHeader().sectionClicked.connect(self._column)
        self.verticalHeader().sectionClicked.connect(self._row)
        theme().changed.connect(self.viewport().update)

    def go_to(self, row: int) -> None:
        """Bring a row of the file into view."""
        index = self.model_.index(row - 1, max(0, self.currentIndex().column()))
        self.setCurrentIndex(index)
        self.scrollTo(index, QTableView.ScrollHint.PositionAtCenter)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take H, Delete and Return for the row or column of the current cell."""
        index, bare = self.currentIndex(), not event.modifiers()
        if index.isValid() and bare and event.key() == Qt.Key.Key_H:
            self._row(index.row())
        elif index.isValid() and bare and event.key() == Qt.Key.Key_Delete:
            self._skip(index)
        elif index.isValid() and bare and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._column(index.column())
        else:
            super().keyPressEvent(event)

    def menu(self, index: QModelIndex) -> QMenu:
        """Return what can be done with the row and the column of a cell."""
        menu = QMenu(self)
        for words, key, act in self.deeds(index):
            menu.addAction(f"{words}\t{key}").triggered.connect(act)
        return menu

    def deeds(self, index: QModelIndex | None = None) -> list[tuple[str, str, Callable[..., None]]]:
        """Return (words, key, what it does) for the row and column of a cell, the current one."""
        index = self.currentIndex() if index is None else index
        if not index.isValid():
            return []
        row, kind = index.row() + 1, index.data(KIND)
        ends = self.tr("The headings end in row {0}").format(row)
        found = [(ends, "H", partial(self._row, index.row()))]
        if kind in (draft.DATA, draft.UNUSED):
            out = kind == draft.DATA
            words = self.tr("Pass over row {0}") if out else self.tr("Take in row {0}")
            skip = partial(self._skip, QPersistentModelIndex(index))
            found.append((words.format(row), "Del", skip))
        column = partial(self._column, index.column())
        return [*found, (self.tr("Adjust this column"), self.tr("Enter"), column)]

    def _offer(self, place: QPoint) -> None:
        index = self.indexAt(place)
        index = index if index.isValid() else self.currentIndex()
        if index.isValid():
            menu = self.menu(index)
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(self.viewport().mapToGlobal(place))

    def _column(self, section: int) -> None:
        self.column_wanted.emit(section + 1)

    def _row(self, section: int) -> None:
        self.heading_wanted.emit(section + 1)

    def _skip(self, index: QModelIndex | QPersistentModelIndex) -> None:
        kind = index.data(KIND)
        if kind in (draft.DATA, draft.UNUSED):
            self.skip_wanted.emit(index.row() + 1, kind == draft.DATA)


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
        most = max(bars, default=0)
        if not most or left + len(bars) * 7 > area.right():
            return
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
            _hatch(painter, inner, 74)
        elif index.data(COMING):
            bar = QRectF(inner.left(), rect.center().y() - 4, min(90, inner.width()), 8)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("well"))
            painter.drawRoundedRect(bar, 4, 4)
        else:
            ink = _INKS.get(kind, "ink")
            write_masked(painter, inner, str(index.data() or ""), ink)
        painter.restore()


def write_masked(painter: QPainter, area: QRect, text: str, ink: str) -> None:
    """Write one line; where a passage was masked, draw a hatch."""
    parts = text.split(MASK)
    left = area.left()
    for place, part in enumerate(parts):
        if left >= area.right():
            return
        if place:
            left += _hatch(painter, QRect(left, area.top(), area.right() - left, area.height()), 56)
        rest = QRect(left, area.top(), area.right() - left + 1, area.height())
        left += _write(painter, rest, part, font(13), ink)


def _hatch(painter: QPainter, area: QRect, width: int) -> int:
    """Draw what stands for a hidden text; return the width it took."""
    wide = max(0, min(width, area.width()))
    bar = QRect(area.left(), area.center().y() - 6, wide, 12)
    painter.fillRect(bar, QBrush(theme().colour("faint"), Qt.BrushStyle.Dense5Pattern))
    return wide


def _write(painter: QPainter, area: QRect, text: str, face: QFont, ink: str) -> int:
    """Write one line cut to its area; return the width it took."""
    painter.setFont(face)
    painter.setPen(theme().colour(ink))
    metrics = painter.fontMetrics()
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
    return metrics.horizontalAdvance(shown)
