# SPDX-License-Identifier: MIT
"""Choosing which questions form groups, with the studio's proposal and its reasons."""

from collections.abc import Mapping

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from persona_studio.gui.icons import icon
from persona_studio.gui.patterns.question_model import (
    BASIS,
    CHOICES,
    DESCRIBES,
    PART,
    QUESTION,
    WEIGHT,
    QuestionModel,
    spoken,
)
from persona_studio.gui.widgets.buttons import PrimaryButton
from persona_studio.gui.widgets.card import Card
from persona_studio.gui.widgets.plain_label import PlainLabel

Index = QModelIndex | QPersistentModelIndex


_INDENT = 7


class ChoiceDelegate(QStyledItemDelegate):
    """Edits a cell by a list of choices; what can be chosen carries an arrow."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Set the words below the heading's, and the arrow behind them."""
        super().initStyleOption(option, index)
        option.rect = option.rect.adjusted(_INDENT, 0, -_INDENT, 0)
        if index.flags() & Qt.ItemFlag.ItemIsEditable:
            option.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration
            option.decorationPosition = QStyleOptionViewItem.Position.Right
            option.decorationSize = QSize(14, 14)
            option.icon = icon("chevron-down", "faint")

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Make the list and open it: one press or click is enough to choose."""
        box = QComboBox(parent)
        box.setAccessibleName(str(index.data(Qt.ItemDataRole.DisplayRole)))
        for key, _ in CHOICES[index.column()]:
            box.addItem(spoken(index.column(), key), key)
        box.activated.connect(lambda _: self._take(box))
        QTimer.singleShot(0, box, box.showPopup)
        return box

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show what is chosen."""
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(editor.findData(index.data(Qt.ItemDataRole.EditRole)))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Keep the choice."""
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentData())

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, _index: Index
    ) -> None:
        """Fill the cell."""
        editor.setGeometry(option.rect)

    def _take(self, box: QComboBox) -> None:
        self.commitData.emit(box)
        self.closeEditor.emit(box)


class QuestionPanel(Card):
    """`find_wanted` fires when groups are to be looked for with what is chosen here."""

    find_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = QuestionModel(self)
        self.table = QTableView()
        self.find_button = PrimaryButton(self.tr("Find groups"), "patterns")
        self._counts = PlainLabel(kind="muted")
        self._build()
        self.find_button.clicked.connect(self.find_wanted)
        self.model.modelReset.connect(self._count)
        self.model.dataChanged.connect(self._count)
        self._read_only = False

    def set_read_only(self, read_only: bool) -> None:
        """Let nothing be looked for in a project that cannot keep the answer."""
        self._read_only = read_only
        self._count()

    def chosen(self) -> tuple[list[str], list[str], Mapping[str, str]]:
        """Return (basis, descriptors, weights) as they are chosen."""
        return (
            self.model.variables(BASIS),
            self.model.variables(DESCRIBES),
            self.model.weights(),
        )

    def _build(self) -> None:
        words = self.tr(
            "What people need, want and do forms groups. Age, area and how content they are "
            "describe the groups afterwards."
        )
        row = QHBoxLayout()
        row.addWidget(self._counts, 1)
        row.addWidget(self.find_button)
        self.body.addWidget(PlainLabel(self.tr("Questions"), "name"))
        self.body.addWidget(PlainLabel(words, "muted", wrap=True))
        self.body.addWidget(self.table, 1)
        self.body.addLayout(row)
        table = self.table
        table.setModel(self.model)
        table.setAccessibleName(self.tr("Questions and their part"))
        delegate = ChoiceDelegate(table)
        table.setItemDelegate(delegate)
        triggers = QAbstractItemView.EditTrigger
        table.setEditTriggers(triggers.EditKeyPressed | triggers.AnyKeyPressed)
        table.clicked.connect(self._choose)
        table.activated.connect(self._choose)
        table.setTabKeyNavigation(False)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(34)
        header = table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QUESTION, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(PART, QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(WEIGHT, QHeaderView.ResizeMode.Fixed)
        header.resizeSection(PART, 280)
        header.resizeSection(WEIGHT, 120)

    def _choose(self, index: QModelIndex) -> None:
        """Open the list of a cell that can be chosen (a click, Enter)."""
        if index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.table.edit(index)

    def _count(self) -> None:
        basis, descriptors, _ = self.chosen()
        words = self.tr("{basis} form groups, {others} describe them")
        self._counts.setText(words.format(basis=len(basis), others=len(descriptors)))
        self.find_button.setEnabled(len(basis) >= 2 and not self._read_only)
