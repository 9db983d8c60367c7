# SPDX-License-Identifier: MIT
"""One rule on the rules page: whether it looks, how grave it is, its numbers, what it finds now."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDoubleSpinBox,
    QFrame,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from persona_studio.gui.review.choice_field import ChoiceField
from persona_studio.gui.review.filter_bar import weights
from persona_studio.gui.widgets.buttons import LinkButton
from persona_studio.gui.widgets.flow_layout import FlowLayout
from persona_studio.gui.widgets.plain_label import PlainLabel
from persona_studio.workspace.rule_settings import InForce

_MOST = 100_000.0


class NumberField(QDoubleSpinBox):
    """A number that is changed by typing or the arrow keys, never by a wheel passing over it."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setRange(0, _MOST)
        self.setDecimals(2)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setKeyboardTracking(False)
        self.setFixedWidth(64)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)

    def textFromValue(self, value: float) -> str:
        """Show no decimals that say nothing."""
        return self.locale().toString(value, "g", 6)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll."""
        event.ignore()


class RuleRow(QFrame):
    """Signals carry the rule's id and what is wanted of it; `found_wanted` its findings."""

    switched = Signal(str, bool)
    weighed = Signal(str, str)
    limited = Signal(str, str, float)
    reset_wanted = Signal(str)
    found_wanted = Signal(str)

    def __init__(self, stands: InForce, *, editable: bool) -> None:
        super().__init__()
        rule = stands.rule
        self.rule = rule
        self._locked = not editable
        self.switch = QCheckBox(rule.name.replace("&", "&&"))
        self.switch.setProperty("kind", "strong")
        self.weight = ChoiceField(self.tr("Weight of {0}").format(rule.name))
        self.weight.addItem(self.tr("As it finds"), "")
        for severity, words in weights().items():
            self.weight.addItem(self.tr("Always {0}").format(words.lower()), severity)
        self.found = LinkButton("")
        self.back = LinkButton(self.tr("Back to default"))
        self.back.setAccessibleName(self.tr("{0} back to default").format(rule.name))
        self.numbers = {name: self._number(name) for name in rule.limits}
        self._build()
        self.switch.clicked.connect(lambda on: self.switched.emit(rule.id, on))
        self.weight.activated.connect(
            lambda _: self.weighed.emit(rule.id, str(self.weight.currentData()))
        )
        self.back.clicked.connect(lambda: self.reset_wanted.emit(rule.id))
        self.found.clicked.connect(lambda: self.found_wanted.emit(rule.id))

    def show_state(self, stands: InForce, found: int) -> None:
        """Show how the rule stands and how many findings it gives now."""
        self._tell(telling=False)
        self.switch.setChecked(stands.on)
        self.weight.setCurrentIndex(self.weight.findData(stands.severity or ""))
        for name, field in self.numbers.items():
            field.setValue(stands.limits[name] * self.rule.scale(name))
            field.setEnabled(stands.on and not self._locked)
        self.weight.setEnabled(stands.on and not self._locked)
        self._tell(telling=True)
        self.back.setVisible(stands.changed and not self._locked)
        words = self.tr("1 finding") if found == 1 else self.tr("{0} findings").format(found)
        self.found.set_text(words if stands.on else self.tr("off"))
        self.found.setEnabled(stands.on and found > 0)

    def _tell(self, *, telling: bool) -> None:
        for field in (self.switch, self.weight, *self.numbers.values()):
            field.blockSignals(not telling)

    def says(self, words: str) -> bool:
        """Tell whether every word is in the rule's id, name, reason or numbers."""
        rule = self.rule
        said = " ".join((rule.id, rule.name, rule.why, *rule.reads.values())).casefold()
        return all(word in said for word in words.casefold().split())

    def _build(self) -> None:
        self.switch.setEnabled(not self._locked)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self.switch)
        head.addWidget(PlainLabel(self.rule.id, "faint"))
        head.addStretch(1)
        head.addWidget(self.back)
        head.addWidget(self.found)
        head.addWidget(self.weight)
        below = QVBoxLayout()
        below.setContentsMargins(26, 0, 0, 0)
        below.setSpacing(6)
        below.addWidget(PlainLabel(self.rule.why, "muted", wrap=True))
        if self.numbers:
            below.addWidget(self._limits())
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 9, 14, 10)
        column.setSpacing(3)
        column.addLayout(head)
        column.addLayout(below)

    def _limits(self) -> QWidget:
        holder = QWidget()
        row = FlowLayout(holder, 18)
        for name, field in self.numbers.items():
            one = QWidget()
            inside = QHBoxLayout(one)
            inside.setContentsMargins(0, 0, 0, 0)
            inside.setSpacing(6)
            before, _, after = self.rule.words(name).partition("{0}")
            for part in (PlainLabel(before.strip()), field, PlainLabel(after.strip())):
                inside.addWidget(part)
            usual = self.tr("(usually {0})").format(field.textFromValue(self._usual(name)))
            inside.addWidget(PlainLabel(usual, "quiet"))
            row.addWidget(one)
        return holder

    def _number(self, name: str) -> NumberField:
        usual = self._usual(name)
        field = NumberField(f"{self.rule.name}: {self.rule.words(name).format(usual)}")
        field.valueChanged.connect(
            lambda value: self.limited.emit(self.rule.id, name, value / self.rule.scale(name))
        )
        return field

    def _usual(self, name: str) -> float:
        return self.rule.limits[name] * self.rule.scale(name)
