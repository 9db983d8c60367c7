# SPDX-License-Identifier: MIT
"""Where one participant's estimate is entered: a number and Enter, or the arrow keys in tens."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIntValidator, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from persona_studio.core.workshop import Guess
from persona_studio.gui.widgets.plain_label import PlainLabel
from persona_studio.gui.workshop.page import Look


class PercentField(QLineEdit):
    """`entered(share or None)`; Up and Down go in tens, Enter goes on to the next person."""

    entered = Signal(object)
    onward = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setValidator(QIntValidator(0, 100, self))
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setMaxLength(3)
        self.editingFinished.connect(self._keep)
        self._kept: int | None = None

    def show_value(self, value: float | None) -> None:
        """Show a share, unless another number is being typed."""
        before, self._kept = self._kept, None if value is None else round(100 * value)
        if before != self._kept or not self.hasFocus():
            self.setText("" if self._kept is None else str(self._kept))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step in tens; Enter keeps and goes on."""
        steps = {Qt.Key.Key_Up: 10, Qt.Key.Key_Down: -10}
        if event.key() in steps:
            now = int(self.text()) if self.text() else 50 - steps[Qt.Key(event.key())]
            self.setText(str(min(100, max(0, now + steps[Qt.Key(event.key())]))))
            return
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.hasAcceptableInput():
            self.onward.emit()

    def _keep(self) -> None:
        number = int(self.text()) if self.text() else None
        if number != self._kept:
            self._kept = number
            self.entered.emit(None if number is None else number / 100)


class GuessField(QWidget):
    """A participant: name, the field while it is open, the number once it is locked."""

    def __init__(self, name: str, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = name
        self._look = look
        self.field = PercentField()
        self.field.setAccessibleName(self.tr("Guess of {0} in per cent").format(name))
        if look.stage:
            self.field.setEchoMode(QLineEdit.EchoMode.Password)  # the room does not copy it
        self._said = PlainLabel("", "strong")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(PlainLabel(name, elide=True), 1)
        row.addWidget(self.field)
        row.addWidget(self._said)
        self.field.setFixedWidth(self.field.fontMetrics().horizontalAdvance("0000000") + 16)

    def show_guess(self, guess: Guess | None, *, writes: bool, locked: bool) -> None:
        """Show what was entered: hidden until it is locked, except where it is entered."""
        open_ = writes and not locked
        value = guess.value if guess else None
        self.field.setVisible(open_)
        self._said.setVisible(not open_)
        self.field.show_value(value)
        percent = "" if value is None else f"{round(100 * value)} %"
        waiting = self.tr("in") if guess else "\u2013"
        self._said.setText(percent or "\u2013" if locked else waiting)
