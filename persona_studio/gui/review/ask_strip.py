# SPDX-License-Identifier: MIT
"""The inline form of a fix that needs something from the user: a name, a day, other words."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from persona_studio.core.reviewing import Fix
from persona_studio.gui.widgets.buttons import GhostButton
from persona_studio.gui.widgets.plain_label import PlainLabel
from persona_studio.workspace import fixing

_HINTS = {
    "note": QT_TRANSLATE_NOOP("AskStrip", "What was found, in a few words"),
    "text": QT_TRANSLATE_NOOP("AskStrip", "One thing about this group"),
    "owner": QT_TRANSLATE_NOOP("AskStrip", "First and last name"),
    "new_name": QT_TRANSLATE_NOOP("AskStrip", "A name nobody you asked has"),
    "consent": QT_TRANSLATE_NOOP("AskStrip", "Who agreed, when, and to what"),
    "collected_on": QT_TRANSLATE_NOOP("AskStrip", "2026-05-04, or 2026-05"),
}


class AskStrip(QWidget):
    """Signals: `answered` carries the fix with what was given, `cancelled` nothing."""

    answered = Signal(object)
    cancelled = Signal()

    def __init__(self, fix: Fix, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fix = fix
        self._field = QLineEdit(str(fix.values.get(str(fix.values.get("ask"))) or ""))
        self._field.setPlaceholderText(_hint(fixing.wants(fix)))
        self._field.setAccessibleName(fix.label)
        self._done = QPushButton(self.tr("Done"))
        self._done.setEnabled(bool(self._field.text().strip()))
        cancel = GhostButton(self.tr("Cancel"))
        row = QHBoxLayout()
        row.addWidget(self._field, 1)
        row.addWidget(self._done)
        row.addWidget(cancel)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.addWidget(PlainLabel(fix.label, "muted", wrap=True))
        body.addLayout(row)
        self._field.textChanged.connect(self._allow)
        self._field.returnPressed.connect(self._done.click)
        self._done.clicked.connect(self._answer)
        cancel.clicked.connect(self.cancelled)

    def start(self) -> None:
        """Put the keyboard into the field."""
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Escape close the form."""
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
            return
        super().keyPressEvent(event)

    def _allow(self, text: str) -> None:
        self._done.setEnabled(bool(text.strip()))

    def _answer(self) -> None:
        self.answered.emit(fixing.answered(self._fix, self._field.text()))


def _hint(asked: str) -> str:
    return QCoreApplication.translate("AskStrip", str(_HINTS.get(asked, "")))
