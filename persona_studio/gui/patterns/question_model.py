# SPDX-License-Identifier: MIT
"""The questions of a wave and what part each takes: forms groups, describes them, or neither."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from persona_studio.core.research import Question
from persona_studio.evidence.spoken import listed_as
from persona_studio.gui.marking import QT_TRANSLATE_NOOP
from persona_studio.gui.patterns.wording import percent, tip_of
from persona_studio.gui.theme import theme

BASIS, DESCRIBES, OUT = "basis", "describes", "out"
PARTS = (
    (BASIS, QT_TRANSLATE_NOOP("patterns", "Forms groups")),
    (DESCRIBES, QT_TRANSLATE_NOOP("patterns", "Describes")),
    (OUT, QT_TRANSLATE_NOOP("patterns", "Left out")),
)
WEIGHTS = (
    ("low", QT_TRANSLATE_NOOP("patterns", "Low")),
    ("normal", QT_TRANSLATE_NOOP("patterns", "Normal")),
    ("high", QT_TRANSLATE_NOOP("patterns", "High")),
)
QUESTION, PART, WEIGHT, FORMS = range(4)
_WHOLE = (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)
_HEADINGS = (
    QT_TRANSLATE_NOOP("patterns", "Question"),
    QT_TRANSLATE_NOOP("patterns", "Its part"),
    QT_TRANSLATE_NOOP("patterns", "Weight"),
    QT_TRANSLATE_NOOP("patterns", "Forms of the groups"),
)
CHOICES = {PART: PARTS, WEIGHT: WEIGHTS}
Index = QModelIndex | QPersistentModelIndex


def spoken(column: int, key: str) -> str:
    """Return a choice of a column in the user's language."""
    return _tr(dict(CHOICES[column])[key])


class QuestionModel(QAbstractTableModel):
    """Rows are questions; a question that cannot take part says why and cannot be changed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._questions: list[Question] = []
        self._reasons: Mapping[str, str] = {}
        self._parts: dict[str, str] = {}
        self._weights: dict[str, str] = {}
        self._forms: Mapping[str, float] = {}
        self._notes: Mapping[str, str] = {}

    def show_questions(
        self,
        questions: Sequence[Question],
        chosen: tuple[Sequence[str], Sequence[str]],
        reasons: Mapping[str, str],
        weights: Mapping[str, str],
    ) -> None:
        """Show questions; `chosen` is (basis, descriptors), `reasons` why others are out."""
        self.beginResetModel()
        basis, descriptors = chosen
        asked = [q for q in questions if q.role not in ("pii", "ignore")]
        self._reasons = reasons
        self._weights = dict(weights)
        self._parts = {q.variable: OUT for q in asked}
        self._parts.update(dict.fromkeys(descriptors, DESCRIBES))
        self._parts.update(dict.fromkeys(basis, BASIS))
        rank = {part: place for place, (part, _) in enumerate(PARTS)}
        self._questions = sorted(asked, key=lambda q: rank[self._parts[q.variable]])
        self._forms, self._notes = {}, {}
        self.endResetModel()

    def show_found(self, forms: Mapping[str, float], notes: Mapping[str, str]) -> None:
        """Say how much each question formed the groups, and (notes) what was noticed of others."""
        self._forms, self._notes = forms, notes
        if self._questions:
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, FORMS))

    def give(self, variable: str, column: int, choice: str) -> None:
        """Give a question another part or weight, as its cell does."""
        for row, question in enumerate(self._questions):
            if question.variable == variable:
                self.setData(self.index(row, column), choice)

    def variables(self, part: str) -> list[str]:
        """Return the variables of one part, the order they are shown in."""
        return [q.variable for q in self._questions if self._parts[q.variable] == part]

    def weights(self) -> dict[str, str]:
        """Return the weights that are not normal, of questions that form groups."""
        forming = self.variables(BASIS)
        return {v: w for v, w in self._weights.items() if w != "normal" and v in forming}

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many questions there are."""
        return 0 if parent is not None and parent.isValid() else len(self._questions)

    def columnCount(self, _parent: Index | None = None) -> int:
        """Return how many columns there are."""
        return len(_HEADINGS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return a heading."""
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return _tr(_HEADINGS[section])
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let the part be chosen where the question can take part, the weight where it forms."""
        flags = super().flags(index)
        variable = self._questions[index.row()].variable
        if variable in self._reasons and self._parts[variable] == OUT:
            return flags
        if index.column() == PART:
            return flags | Qt.ItemFlag.ItemIsEditable
        if index.column() == WEIGHT and self._parts[variable] == BASIS:
            return flags | Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the words of a cell, or the key of what is chosen for its editor."""
        question = self._questions[index.row()]
        part = self._parts[question.variable]
        weight = self._weights.get(question.variable, "normal")
        if role == Qt.ItemDataRole.EditRole:
            return {PART: part, WEIGHT: weight}.get(index.column())
        words = self._words(question, index.column(), part, weight)
        if role == Qt.ItemDataRole.DisplayRole:
            return words
        if index.column() == FORMS and words and role in _WHOLE:
            return _tr("This question forms {share} of the groups").format(share=words)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return words or _tr("None")
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() == FORMS:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.ForegroundRole and part == OUT:
            return theme().colour("faint")
        if role == Qt.ItemDataRole.ToolTipRole and index.column() != WEIGHT:
            return tip_of([words])
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take another part or weight."""
        if role != Qt.ItemDataRole.EditRole or value not in dict(CHOICES.get(index.column(), ())):
            return False
        variable = self._questions[index.row()].variable
        (self._parts if index.column() == PART else self._weights)[variable] = value
        row = index.row()
        self.dataChanged.emit(self.index(row, 0), self.index(row, FORMS))
        return True

    def _words(self, question: Question, column: int, part: str, weight: str) -> str:
        if column == QUESTION:
            return listed_as(question)
        if column == PART:
            reason = self._reasons.get(question.variable, "") if part == OUT else ""
            reason = reason or self._notes.get(question.variable, "")
            return f"{spoken(PART, part)}: {reason}" if reason else spoken(PART, part)
        if column == FORMS:
            share = self._forms.get(question.variable)
            return percent(share) if share is not None and part == BASIS else ""
        return spoken(WEIGHT, weight) if part == BASIS else ""


def _tr(text: str) -> str:
    return QCoreApplication.translate("patterns", text)
