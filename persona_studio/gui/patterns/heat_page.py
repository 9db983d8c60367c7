# SPDX-License-Identifier: MIT
"""The table of shares: every answer of every group, shaded, to sort, walk through and save."""

from PySide6.QtCore import QModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QStyle,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from persona_studio.core.research import Segmentation
from persona_studio.gui.bridge import Bridge
from persona_studio.gui.direction import placed
from persona_studio.gui.patterns.heat import shade
from persona_studio.gui.patterns.heat_model import (
    ANSWER,
    BY_SPREAD,
    EVERYONE,
    QUESTION,
    HeatModel,
    Index,
)
from persona_studio.gui.theme import font, theme
from persona_studio.gui.widgets.buttons import GhostButton
from persona_studio.gui.widgets.card import Card
from persona_studio.gui.widgets.plain_label import PlainLabel
from persona_studio.gui.widgets.row_delegate import RowDelegate
from persona_studio.workspace.recognising import names_of
from persona_studio.workspace.shares import Table, table_of

_ROW = 28
_HEAD = 44
_PAD = 8
_LEAST_GROUP = 104


class HeatDelegate(RowDelegate):
    """Paints the shade of a share below its figure; headings and words stay on the paper."""

    least = QSize(80, _ROW)

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        model = index.model()
        if not isinstance(model, HeatModel):
            return
        heading = isinstance(model.rows[index.row()], str)
        area = QRectF(option.rect)
        count = model.count_at(index.row(), index.column())
        if count is not None and count.n:
            ground = QColor(shade(count.share, theme().tokens))
            painter.fillRect(area.adjusted(1, 1, -1, -1), ground)
        self._words(painter, area, str(index.data()), index.column(), heading=heading)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme().colour("ink"), 1.5))
            painter.drawRect(area.adjusted(1, 1, -1, -1))

    def _words(
        self, painter: QPainter, area: QRectF, words: str, column: int, *, heading: bool
    ) -> None:
        weight = QFont.Weight.DemiBold if heading else QFont.Weight.Normal
        painter.setFont(font(13, weight))
        painter.setPen(theme().colour("muted" if column == QUESTION and not heading else "ink"))
        inside = area.adjusted(_PAD, 0, -_PAD, 0)
        text = painter.fontMetrics().elidedText(
            words, Qt.TextElideMode.ElideRight, int(inside.width())
        )
        side = Qt.AlignmentFlag.AlignLeft if column < EVERYONE else Qt.AlignmentFlag.AlignHCenter
        flags = placed(text, side) if column < EVERYONE else side | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(inside, flags, text)


class HeatPage(QWidget):
    """`save_wanted` fires when the table is to be saved."""

    save_wanted = Signal()

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.shown = Table((), (), ())
        self.model = HeatModel()
        self.table = QTableView()
        self.order = QComboBox()
        self.save = GhostButton(self.tr("Save…"))
        self._build()
        self.order.activated.connect(lambda _: self._sort(self.order.currentData()))
        self.table.horizontalHeader().sectionClicked.connect(self._press)
        self.save.clicked.connect(self.save_wanted)
        theme().changed.connect(self.table.viewport().update)

    def show_answer(self, shown: Segmentation) -> None:
        """Show how the groups of a grouping answered."""
        names = names_of(self._bridge.snapshot, shown)
        self.shown = table_of(self._bridge.workspace, shown.id)
        self.model.show_table(self.shown, names)
        self._offer_orders()
        self.table.clearSpans()
        for row in self.model.heads():
            self.table.setSpan(row, 0, 1, self.model.columnCount())
        self._set_widths()

    def _build(self) -> None:
        words = self.tr(
            "The deeper the shade, the larger the share. ▲ and ▼: surely above or below everyone, "
            "by ten points or more. Under 30 people counts stand in place of shares."
        )
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(PlainLabel(self.tr("How every group answered"), "name"))
        row.addStretch(1)
        row.addWidget(self.order)
        row.addWidget(self.save)
        card = Card()
        card.body.addLayout(row)
        card.body.addWidget(PlainLabel(words, "muted", wrap=True))
        card.body.addWidget(self.table, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(card)
        self.order.setAccessibleName(self.tr("Order of the answers"))
        self.order.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.save.setAccessibleName(self.tr("Save the table of shares"))
        self._build_table()

    def _build_table(self) -> None:
        table, header = self.table, self.table.horizontalHeader()
        table.setModel(self.model)
        table.setItemDelegate(HeatDelegate(table))
        table.setAccessibleName(self.tr("Shares of answers in each group"))
        table.setProperty("kind", "plain")
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.setFrameShape(QTableView.Shape.NoFrame)
        table.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(_ROW)
        header.setSectionsClickable(True)
        header.setHighlightSections(False)
        wrapped = Qt.AlignmentFlag.AlignCenter.value | Qt.TextFlag.TextWordWrap.value
        header.setDefaultAlignment(Qt.AlignmentFlag(wrapped))
        header.setFixedHeight(_HEAD)
        header.setMinimumSectionSize(_LEAST_GROUP)

    def _set_widths(self) -> None:
        header = self.table.horizontalHeader()
        for column in range(self.model.columnCount()):
            stretch = column in (QUESTION, ANSWER)
            modes = QHeaderView.ResizeMode
            header.setSectionResizeMode(column, modes.Stretch if stretch else modes.Interactive)
        for column in range(EVERYONE, self.model.columnCount()):
            header.resizeSection(column, 88 if column == EVERYONE else 140)

    def _offer_orders(self) -> None:
        chosen = self.order.currentData()
        self.order.clear()
        self.order.addItem(self.tr("In the order of the questions"), QUESTION)
        self.order.addItem(self.tr("What differs most first"), BY_SPREAD)
        for column, name in enumerate(self.model.columns, EVERYONE):
            self.order.addItem(self.tr("Most often: {0}").format(name), column)
        self.order.setCurrentIndex(max(0, self.order.findData(chosen)))

    def _press(self, column: int) -> None:
        """Sort by the column pressed; the words sort in the order of the questions."""
        self._sort(column if column >= EVERYONE else QUESTION)

    def _sort(self, column: int) -> None:
        self.order.setCurrentIndex(self.order.findData(column))
        self.model.sort(column)
        self.table.setCurrentIndex(QModelIndex())
        self.table.scrollToTop()
