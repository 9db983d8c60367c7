# SPDX-License-Identifier: MIT
"""The inline form that keeps a finding with a reason until a day."""

from datetime import timedelta

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from persona_studio.core import clock
from persona_studio.gui.forms.review_keep import Ui_ReviewKeep
from persona_studio.gui.widgets.calendar import give_calendar

HALF_A_YEAR = timedelta(days=182)


class KeepStrip(QWidget):
    """Signals: `kept(reason, date)` and `cancelled`."""

    kept = Signal(str, object)
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ui = Ui_ReviewKeep()
        self._ui.setupUi(self)
        today = clock.today()
        later = today + HALF_A_YEAR
        self._ui.until.setMinimumDate(QDate(today.year, today.month, today.day))
        self._ui.until.setDate(QDate(later.year, later.month, later.day))
        self._ui.until.setDisplayFormat("d MMM yyyy")
        give_calendar(self._ui.until)
        self._ui.keep.setEnabled(False)
        self._ui.reason.textChanged.connect(self._allow)
        self._ui.reason.returnPressed.connect(self._ui.keep.click)
        self._ui.keep.clicked.connect(self._keep)
        self._ui.cancel.clicked.connect(self.cancelled)

    def start(self) -> None:
        """Put the keyboard into the reason."""
        self._ui.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Escape close the form."""
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
            return
        super().keyPressEvent(event)

    def _allow(self, text: str) -> None:
        self._ui.keep.setEnabled(bool(text.strip()))

    def _keep(self) -> None:
        self.kept.emit(self._ui.reason.text(), self._ui.until.date().toPython())
