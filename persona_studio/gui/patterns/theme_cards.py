# SPDX-License-Identifier: MIT
"""The themes of a question as cards: name, share, three answers; answers are dropped on them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QFont,
    QFontMetricsF,
    QPainter,
)
from PySide6.QtWidgets import QListView, QStyleOptionViewItem, QWidget

from persona_studio.gui import carry
from persona_studio.gui.patterns.wording import percent
from persona_studio.gui.theme import font, theme
from persona_studio.gui.widgets.meter_bar import paint_meter
from persona_studio.gui.widgets.row_delegate import Index, RowDelegate, draw_ground

_ROOT = QModelIndex()
CARD = Qt.ItemDataRole.UserRole + 1
_HIGH, _LINE = 116, 18


@dataclass(frozen=True)
class ThemeCard:
    """What a card says; `mark` is the theme's, ALL or OTHER."""

    mark: int
    name: str
    n: int
    total: int
    central: tuple[str, ...] = ()
    kept: bool = False

    @property
    def share(self) -> float:
        """The share (0-1) of all answers."""
        return self.n / self.total if self.total else 0.0


class ThemeModel(QAbstractListModel):
    """Themes, largest first as they were found, then the heap of the rest."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards: Sequence[ThemeCard] = ()

    def show(self, cards: Sequence[ThemeCard]) -> None:
        """Show other cards; where as many stay, the keyboard stays where it is."""
        if len(cards) == len(self.cards) and cards:
            self.cards = cards
            self.dataChanged.emit(self.index(0), self.index(len(cards) - 1))
            return
        self.beginResetModel()
        self.cards = cards
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        """Return how many there are."""
        return 0 if parent.isValid() else len(self.cards)

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        """Let a card be chosen, and answers be dropped on it."""
        found = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return found | Qt.ItemFlag.ItemIsDropEnabled if index.isValid() else found

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """Return a name, what a screen reader says, or the card."""
        if not index.isValid() or index.row() >= len(self.cards):
            return None
        card = self.cards[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return card.name
        if role == CARD:
            return card
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{card.name}, {self.told(card)}"
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return "; ".join(card.central)
        return None

    def told(self, card: ThemeCard) -> str:
        """Return how much of all answers lies there."""
        counts = self.tr("{0} of {1} answers").format(f"{card.n:,}", f"{card.total:,}")
        if card.n == card.total:
            counts = self.tr("{0} answers").format(f"{card.n:,}")
        parts = [percent(card.share), counts] if card.n != card.total else [counts]
        return " · ".join([*parts, *([self.tr("kept")] if card.kept else [])])


class ThemeDelegate(RowDelegate):
    """Paints a card: name and share, a bar, and up to three answers in quotes."""

    least = QSize(220, _HIGH)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Leave out the lines a card has no answers for."""
        card = index.data(CARD)
        lines = len(card.central) if isinstance(card, ThemeCard) else 3
        return QSize(self.least.width(), _HIGH - (3 - lines) * _LINE)

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one card."""
        card = index.data(CARD)
        if not isinstance(card, ThemeCard):
            return
        look, model = theme(), index.model()
        inner = draw_ground(painter, option).adjusted(12, 8, -12, -8)
        told = model.told(card) if isinstance(model, ThemeModel) else ""
        top = QRectF(inner.left(), inner.top(), inner.width(), 20)
        _line(painter, top, card.name, (font(14, QFont.Weight.DemiBold), "ink"))
        _line(painter, top.translated(0, 20), told, (font(12), "muted"))
        bar = QRectF(inner.left(), inner.top() + 42, inner.width(), 8)
        paint_meter(painter, bar, (None, card.share, None), "teal", look)
        for place, words in enumerate(card.central):
            line = QRectF(inner.left(), inner.top() + 52 + place * _LINE, inner.width(), _LINE)
            _line(painter, line, f"“{words}”", (font(12), "ink"))


class ThemeList(QListView):
    """The cards as a list; `dropped(mark)` tells on which one answers were let go."""

    dropped = Signal(int)

    def __init__(self, model: ThemeModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.setModel(model)
        self.setItemDelegate(ThemeDelegate(self))
        self.setProperty("kind", "plain")
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(True)
        self.setDragDropMode(QListView.DragDropMode.DropOnly)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(self.tr("Themes"))

    @property
    def mark(self) -> int | None:
        """The mark of the card that is chosen."""
        row = self.currentIndex().row()
        return self._model.cards[row].mark if 0 <= row < len(self._model.cards) else None

    def choose(self, mark: int) -> None:
        """Choose the card of a mark, the first where it is gone."""
        marks = [card.mark for card in self._model.cards]
        row = marks.index(mark) if mark in marks else 0
        self.setCurrentIndex(self._model.index(row))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take answers of this window only."""
        if carry.answers_in(event.mimeData()):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show the card the answers would go to."""
        index = self.indexAt(event.position().toPoint())
        if not index.isValid() or not carry.answers_in(event.mimeData()):
            event.ignore()
            return
        event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell where answers were let go."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and carry.answers_in(event.mimeData()):
            event.acceptProposedAction()
            self.dropped.emit(self._model.cards[index.row()].mark)


def _line(painter: QPainter, area: QRectF, words: str, how: tuple[QFont, str]) -> None:
    face, colour = how
    painter.setFont(face)
    painter.setPen(theme().colour(colour))
    shown = QFontMetricsF(face).elidedText(
        " ".join(words.split()), Qt.TextElideMode.ElideRight, area.width()
    )
    painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
