# SPDX-License-Identifier: MIT
"""Choosing which questions form groups, with the studio's proposal and its reasons."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QMouseEvent, QPainter, QPen
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

from persona_studio.core.research import Segmentation
from persona_studio.gui.direction import mirrored, seen
from persona_studio.gui.icons import icon
from persona_studio.gui.patterns.question_model import (
    BASIS,
    CHOICES,
    DESCRIBES,
    FORMS,
    PART,
    QUESTION,
    WEIGHT,
    WEIGHTS,
    QuestionModel,
    spoken,
)
from persona_studio.gui.patterns.wording import noticed
from persona_studio.gui.theme import theme
from persona_studio.gui.widgets.buttons import GhostButton, PrimaryButton
from persona_studio.gui.widgets.card import Card
from persona_studio.gui.widgets.plain_label import PlainLabel

if TYPE_CHECKING:
    from persona_studio.workspace.workspace import Workspace

Index = QModelIndex | QPersistentModelIndex


_FEWEST = 2
_INDENT = 7
_TRACK = 44.0
_REACH = 16.0


def track_of(cell: QRectF) -> QRectF:
    """Return where the slider of a weight lies in its cell."""
    return seen(QRectF(cell.left() + _INDENT + 6, cell.top(), _TRACK, cell.height()), cell)


def _stop(track: QRectF, place: int) -> QPointF:
    part = place / (len(WEIGHTS) - 1)
    return QPointF(
        track.left() + track.width() * (1 - part if mirrored() else part), track.center().y()
    )


class ChoiceDelegate(QStyledItemDelegate):
    """Edits a cell by a list of choices; what can be chosen carries an arrow."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Set the words below the heading's, and the arrow behind them."""
        super().initStyleOption(option, index)
        option.rect = option.rect.adjusted(_INDENT, 0, -_INDENT, 0)
        if index.column() == WEIGHT and index.data():
            option.rect = option.rect.adjusted(round(_TRACK) + 14, 0, 0, 0)
            return
        if index.flags() & Qt.ItemFlag.ItemIsEditable:
            option.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration
            option.decorationPosition = QStyleOptionViewItem.Position.Right
            option.decorationSize = QSize(14, 14)
            option.icon = icon("chevron-down", "faint")

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the cell, and the slider of a weight before its word."""
        super().paint(painter, option, index)
        if index.column() != WEIGHT or not index.data():
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        track = track_of(QRectF(option.rect))
        painter.setPen(QPen(theme().colour("line_strong"), 2))
        painter.drawLine(QPointF(track.left(), track.center().y()), _stop(track, 2))
        painter.setPen(Qt.PenStyle.NoPen)
        chosen = [key for key, _ in WEIGHTS].index(index.data(Qt.ItemDataRole.EditRole))
        for place in range(len(WEIGHTS)):
            here = place == chosen
            painter.setBrush(theme().colour("accent" if here else "line_strong"))
            painter.drawEllipse(_stop(track, place), *((6, 6) if here else (2.5, 2.5)))
        painter.restore()

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """Let a slider take the stop that is pressed."""
        editable = bool(index.flags() & Qt.ItemFlag.ItemIsEditable)
        released = event.type() == QEvent.Type.MouseButtonRelease
        if not (released and editable and index.column() == WEIGHT):
            return super().editorEvent(event, model, option, index)
        if isinstance(event, QMouseEvent):
            track = track_of(QRectF(option.rect))
            away = [
                abs(_stop(track, place).x() - event.position().x()) for place in range(len(WEIGHTS))
            ]
            if min(away) <= _REACH:
                model.setData(index, WEIGHTS[away.index(min(away))][0])
        return True

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
        self.more_button = GhostButton("")
        self._counts = PlainLabel(kind="muted", wrap=True)
        self._build()
        self.find_button.clicked.connect(self.find_wanted)
        self.more_button.clicked.connect(self._use_describing)
        self.model.modelReset.connect(self._count)
        self.model.dataChanged.connect(self._count)
        self._read_only = False

    def show_wave(
        self, workspace: "Workspace", wave: str, shown: Segmentation | None, *, read_only: bool
    ) -> None:
        """Show a wave's questions as an answer used them, else as the studio proposes.

        Nothing can be looked for in a project that cannot keep the answer.
        """
        from persona_studio.workspace.grouping import propose

        proposal = propose(workspace, wave)
        chosen, weights = (proposal.basis, proposal.descriptors), dict[str, str]()
        if shown is not None and shown.offered:
            chosen, weights = (shown.questions, shown.descriptors), shown.weights
        questions = workspace.snapshot.questions_of(wave)
        self.model.show_questions(questions, chosen, proposal.out, weights)
        if shown is not None:
            self.model.show_found(shown.result["forms"], noticed(shown))
        self._read_only = read_only
        self._count()

    def chosen(self) -> tuple[list[str], list[str], Mapping[str, str]]:
        """Return (basis, descriptors, weights) as they are chosen."""
        return (
            self.model.variables(BASIS),
            self.model.variables(DESCRIBES),
            self.model.weights(),
        )

    def say(self, words: str) -> None:
        """Say why nothing can be looked for just now, "" for what is chosen."""
        if words:
            self._counts.setText(words)
        else:
            self._count()

    def _build(self) -> None:
        words = self.tr(
            "What people need, want and do forms groups. Age, area and how content they are "
            "describe the groups afterwards."
        )
        row = QHBoxLayout()
        row.addWidget(self._counts, 1)
        row.addWidget(self.more_button)
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
        table.clicked.connect(self._press)
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
        header.setSectionResizeMode(FORMS, QHeaderView.ResizeMode.Fixed)
        header.resizeSection(WEIGHT, 150)
        header.resizeSection(FORMS, 150)

    def _choose(self, index: QModelIndex) -> None:
        """Open the list of a cell that can be chosen (Enter, a click on its part)."""
        if index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.table.edit(index)

    def _press(self, index: QModelIndex) -> None:
        """Open the list of the part that was clicked; a slider has taken its stop already."""
        if index.column() != WEIGHT:
            self._choose(index)

    def _use_describing(self) -> None:
        """Let the questions that only describe form groups too."""
        for variable in self.model.variables(DESCRIBES):
            self.model.give(variable, PART, BASIS)
        self.find_button.setFocus()

    def _count(self) -> None:
        """Say what is chosen; where that is too little to look for groups, what to do."""
        basis, descriptors, _ = self.chosen()
        few = len(basis) < _FEWEST
        words = self.tr("{basis} form groups, {others} describe them")
        words = words.format(basis=len(basis), others=len(descriptors))
        missing = self._missing(len(basis), len(descriptors)) if few else ""
        self._counts.setText(missing or words)
        self.more_button.setText(
            self.tr("Use this question too")
            if len(descriptors) == 1
            else self.tr("Use these {0} questions too").format(len(descriptors))
        )
        self.more_button.setToolTip(self.tr("Those that only describe form groups as well"))
        enough = len(basis) + len(descriptors) >= _FEWEST and bool(descriptors)
        self.more_button.setVisible(few and enough and not self._read_only)
        self.find_button.setEnabled(not few and not self._read_only)
        self.find_button.setToolTip(missing)

    def _missing(self, forming: int, describing: int) -> str:
        """Return why no groups can be looked for, and what would help."""
        why = (
            self.tr("Only one question forms groups as it stands; it takes two.")
            if forming
            else self.tr("No question forms groups as it stands; it takes two.")
        )
        if forming + describing >= _FEWEST:
            return f"{why} " + self.tr("Set another one to “Forms groups”.")
        return f"{why} " + self.tr("The table says why others are left out.")
