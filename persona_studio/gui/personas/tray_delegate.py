# SPDX-License-Identifier: MIT
"""Paints a card of the evidence tray: what it is, where from, its words, a bar against everyone."""

from PySide6.QtCore import QModelIndex, QObject, QPointF, QRectF, QSize, Qt
from PySide6.QtCore import QPersistentModelIndex as Stay
from PySide6.QtGui import QPainter, QPen, QStaticText
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from persona_studio.gui.direction import from_right, placed, seen
from persona_studio.gui.personas.tray_model import Item, TrayModel
from persona_studio.gui.personas.wrapped import Wrapped
from persona_studio.gui.theme import theme
from persona_studio.gui.widgets.meter_bar import paint_meter
from persona_studio.workspace.figures import Figure
from persona_studio.workspace.tray import QuoteItem

_EDGE, _RIGHT, _PAD, _GAP = 14, 4, 12, 8
_HEAD, _BAR = 18, 16
_TEXT, _QUIET = 13, 11


class TrayDelegate(QStyledItemDelegate):
    """Cards of the tray; `lifted` is the key of the one under way in a drag."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.colour = "teal"
        self.lifted = ""
        self._wrapped = Wrapped()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | Stay) -> QSize:
        """Return the height a card needs at the width of the tray."""
        view = option.widget
        width = view.viewport().width() if hasattr(view, "viewport") else option.rect.width()
        model = index.model()
        if not isinstance(model, TrayModel):
            return QSize(width, 0)
        item = model.items[index.row()]
        asked, words, quiet = self._laid_out(model, item, width)
        high = _PAD - 3 + _HEAD + words.size().height() + _PAD - 2 + _GAP
        high += asked.size().height() if asked.text() else 0
        if not isinstance(item, QuoteItem):
            high += (_BAR if isinstance(item, Figure) else 2) + quiet.size().height()
        return QSize(width, round(high))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | Stay
    ) -> None:
        """Paint one card."""
        model = index.model()
        if not isinstance(model, TrayModel):
            return
        item, look = model.items[index.row()], theme()
        card = QRectF(option.rect).adjusted(_EDGE + 0.5, 0.5, -_RIGHT - 0.5, -_GAP - 0.5)
        card = seen(card, option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if item.key == self.lifted:
            painter.setOpacity(0.35)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        here = isinstance(option.widget, QWidget) and option.widget.hasFocus()
        under = bool(option.state & QStyle.StateFlag.State_MouseOver)
        edge = "line_strong" if under else "line"
        if chosen:
            edge = "accent" if here else "faint"
        painter.setPen(QPen(look.colour(edge), 1.5 if chosen else 1))
        painter.setBrush(look.colour("paper"))
        painter.drawRoundedRect(card, 8, 8)
        self._words(painter, card, model, item)
        painter.restore()

    def _words(self, painter: QPainter, card: QRectF, model: TrayModel, item: Item) -> None:
        look = theme()
        inner = card.adjusted(_PAD - 0.5, _PAD - 4, -_PAD + 0.5, 0)
        heading, where = model.heading(item), model.where(item)
        painter.setFont(self._wrapped.font(_QUIET))
        painter.setPen(look.colour("muted"))
        line = QRectF(inner.left(), inner.top(), inner.width(), _HEAD - 2)
        painter.drawText(line, placed(heading, Qt.AlignmentFlag.AlignLeft), heading)
        taken = self._wrapped.metrics(_QUIET).horizontalAdvance(heading) + 16
        cut = self._wrapped.elided(where, round(inner.width()) - taken, _QUIET)
        painter.drawText(line, placed(where, Qt.AlignmentFlag.AlignRight), cut)
        full = round(card.width()) + _EDGE + _RIGHT + 1
        asked, words, quiet = self._laid_out(model, item, full)
        top = inner.top() + _HEAD
        if asked.text():
            painter.setFont(self._wrapped.font(_QUIET))
            painter.drawStaticText(QPointF(inner.left(), top), asked)
            top += asked.size().height()
        painter.setFont(self._wrapped.font(_TEXT))
        painter.setPen(look.colour("ink"))
        painter.drawStaticText(QPointF(inner.left(), top), words)
        top += words.size().height() + 2
        if isinstance(item, Figure):
            bar = QRectF(inner.left(), top - 2, inner.width(), _BAR)
            tick = item.share_all if item.grouped else None
            paint_meter(painter, bar, (None, item.share, tick), self.colour, look)
            top = bar.bottom()
        if not isinstance(item, QuoteItem):
            painter.setFont(self._wrapped.font(_QUIET))
            painter.setPen(look.colour("muted"))
            painter.drawStaticText(QPointF(inner.left(), top), quiet)

    def _laid_out(
        self, model: TrayModel, item: Item, width: int
    ) -> tuple[QStaticText, QStaticText, QStaticText]:
        """Return what was asked, the words, and the quiet line under them."""
        room = width - _EDGE - _RIGHT - 2 * _PAD
        text = f"\u201c{item.text}\u201d" if isinstance(item, QuoteItem) else item.text
        asked, text = item.parted if isinstance(item, Figure) else ("", text)
        words = self._wrapped.lines(_cut(text), room, _TEXT)
        right = from_right(item.text)
        question = self._wrapped.lines(_cut(asked), room, _QUIET, right=from_right(text))
        quiet = model.quiet(item).replace(" \u00b7", "\u00a0\u00b7")  # no line begins with a dot
        return question, words, self._wrapped.lines(quiet, room, _QUIET, right=right)


def _cut(text: str) -> str:
    """Keep a card a card: the whole words are in the panel of the claim."""
    return text if len(text) <= 220 else text[:219].rsplit(" ", 1)[0] + "\u2026"
