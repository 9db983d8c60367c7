# SPDX-License-Identifier: MIT
"""Which answers are counted: ticked ones, from one step on, between two numbers, any at all."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from persona_studio.core.fields import Json
from persona_studio.core.persona import Measure
from persona_studio.evidence.reading import value_number
from persona_studio.gui.widgets.plain_label import PlainLabel, plain_tip

_TICKED = ("is", "is_not", "includes")
_ROW, _FRAME, _SHORTEST = 28, 14, 64
_RANGED = ("at_least", "at_most", "between")


class MeasureAnswers(QWidget):
    """`changed` with every choice; `chosen()` is the operator and the value."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.how = QComboBox()
        self.ticks = QListWidget()
        self.low, self.high = QComboBox(), QComboBox()
        self.least, self.most = QLineEdit(), QLineEdit()
        self._to = PlainLabel(self.tr("to"), "quiet")
        self._scale = False
        self._names = {
            "is": self.tr("is one of"),
            "is_not": self.tr("is none of"),
            "includes": self.tr("has ticked"),
            "at_least": self.tr("is at least"),
            "at_most": self.tr("is at most"),
            "between": self.tr("lies between"),
            "answered": self.tr("anything at all"),
        }
        self._build()

    def offer(self, ways: Sequence[str], answers: Sequence[str], *, scale: bool) -> None:
        """Offer the answers to another question; on a `scale` ranges name steps, else numbers."""
        self._scale = scale
        self.how.clear()
        for way in ways:
            self.how.addItem(self._names[way], way)
        self.ticks.clear()
        for answer in answers:
            item = QListWidgetItem(answer)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
            item.setToolTip(plain_tip(answer))
            self.ticks.addItem(item)
        self.ticks.setMaximumHeight(max(_SHORTEST, len(answers) * _ROW + _FRAME))
        for box in (self.low, self.high):
            box.clear()
            box.addItems(answers)
        self.high.setCurrentIndex(len(answers) - 1)
        self.least.clear()
        self.most.clear()
        self._show_fields()

    def take(self, measure: Measure) -> None:
        """Begin with what a measure counts."""
        op = "is" if measure.op == "any_of" else measure.op
        if self.how.findData(op) < 0:
            op = "includes" if self.how.findData("includes") >= 0 else str(self.how.itemData(0))
        self.how.setCurrentIndex(self.how.findData(op))
        values = _listed(measure.value)
        wanted = {str(value).casefold().strip() for value in values}
        for row in range(self.ticks.count()):
            item = self.ticks.item(row)
            on = item.text().casefold().strip() in wanted
            item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
        ends = [values[0], values[-1]] if values else ["", ""]
        for box, field, end in zip(
            (self.low, self.high), (self.least, self.most), ends, strict=True
        ):
            box.setCurrentIndex(max(0, box.findText(str(end), Qt.MatchFlag.MatchFixedString)))
            field.setText(str(end))

    def chosen(self) -> tuple[str, Json] | None:
        """Return (operator, value), None while nothing is chosen."""
        op = str(self.how.currentData())
        if op == "answered":
            return op, None
        if op in _TICKED:
            return self._ticked(op)
        low = self.low.currentText() if self._scale else _number(self.least.text())
        high = self.high.currentText() if self._scale else _number(self.most.text())
        if low is None or (op == "between" and high is None):
            return None
        return op, [low, high] if op == "between" else low

    def _ticked(self, op: str) -> tuple[str, Json] | None:
        rows = (self.ticks.item(row) for row in range(self.ticks.count()))
        texts: list[Json] = [r.text() for r in rows if r.checkState() == Qt.CheckState.Checked]
        if not texts:
            return None
        if len(texts) == 1:
            return op, texts[0]
        return ("any_of" if op in ("is", "includes") else op), texts

    def _build(self) -> None:
        self.setFocusProxy(self.how)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.ticks.setProperty("kind", "menu")
        self.ticks.setMinimumHeight(_SHORTEST)
        self.ticks.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for field, name in (
            (self.how, self.tr("How the answer is compared")),
            (self.ticks, self.tr("Answers that count")),
            (self.low, self.tr("From")),
            (self.high, self.tr("To")),
            (self.least, self.tr("From")),
            (self.most, self.tr("To")),
        ):
            field.setAccessibleName(name)
            if isinstance(field, QComboBox):
                field.view().setAccessibleName(name)
        ends = QHBoxLayout()
        for part in (self.low, self.least, self._to, self.high, self.most):
            ends.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        column.addWidget(self.how)
        column.addWidget(self.ticks, 1)
        column.addLayout(ends)
        self.how.currentIndexChanged.connect(self._show_fields)
        self.ticks.itemChanged.connect(lambda _item: self.changed.emit())
        for box in (self.low, self.high):
            box.setMinimumContentsLength(4)
            box.currentIndexChanged.connect(lambda _row: self.changed.emit())
        for line in (self.least, self.most):
            line.textChanged.connect(lambda _text: self.changed.emit())

    def _show_fields(self) -> None:
        op = str(self.how.currentData())
        ranged, both = op in _RANGED, op == "between"
        self.ticks.setVisible(op in _TICKED)
        self.low.setVisible(ranged and self._scale)
        self.high.setVisible(both and self._scale)
        self.least.setVisible(ranged and not self._scale)
        self.most.setVisible(both and not self._scale)
        self._to.setVisible(both)
        self.changed.emit()


def _listed(value: Json) -> list[Json]:
    return list(value) if isinstance(value, list | tuple) else [value]


def _number(text: str) -> Json:
    found = value_number(text.strip().replace(",", ".")) if text.strip() else None
    if found is None:
        return None
    return int(found) if found.is_integer() else found
